/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-verdict-shape.h"

/**
 * capacity_verdict_shape:
 * @verdict: a verdict
 *
 * Returns: the sign that says the verdict without its colour, on screen and on paper
 */
CapacityShape
capacity_verdict_shape (CapacityVerdict verdict)
{
  static const CapacityShape shapes[CAPACITY_N_VERDICTS] = {
    [CAPACITY_VERDICT_UNKNOWN] = CAPACITY_SHAPE_QUESTION_RING,
    [CAPACITY_VERDICT_SUFFICIENT] = CAPACITY_SHAPE_CIRCLE_CHECK,
    [CAPACITY_VERDICT_EXCESSIVE] = CAPACITY_SHAPE_CHEVRONS,
    [CAPACITY_VERDICT_AT_RISK] = CAPACITY_SHAPE_TRIANGLE,
    [CAPACITY_VERDICT_INSUFFICIENT] = CAPACITY_SHAPE_DIAMOND_CROSS,
  };

  return shapes[verdict];
}
