/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-progress.h"

/**
 * capacity_progress_step:
 * @self: (nullable): a progress
 * @from: what part of the whole work is done before the next step, 0 to 1
 * @to: what part is done after it
 *
 * Begins a step.
 */
void
capacity_progress_step (CapacityProgress *self,
                        double            from,
                        double            to)
{
  if (self == NULL)
    return;
  self->from = from;
  self->to = to;
  capacity_progress_set (self, 0);
}

/**
 * capacity_progress_set:
 * @self: (nullable): a progress
 * @fraction: what part of the step is done, 0 to 1
 */
void
capacity_progress_set (CapacityProgress *self,
                       double            fraction)
{
  if (self != NULL)
    g_atomic_int_set (&self->permille, (int) (1000 * (self->from + (self->to - self->from) * fraction)));
}

/**
 * capacity_progress_get:
 * @self: a progress
 *
 * Returns: what part of the whole work is done, 0 to 1
 */
double
capacity_progress_get (const CapacityProgress *self)
{
  return g_atomic_int_get (&self->permille) / 1000.0;
}
