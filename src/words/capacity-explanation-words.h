/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-explanation.h"

G_BEGIN_DECLS

/**
 * CapacityExplanationRow:
 * @depth: 0 for what the figure itself was made from, 1 for what that was made from, and so on
 * @label: what it is, with its period
 * @value: how much, with its unit
 * @source: (nullable): where it comes from
 *
 * One line of an explanation in the user's language.
 */
typedef struct
{
  guint depth;
  char *label;
  char *value;
  char *source;
} CapacityExplanationRow;

void        capacity_explanation_row_free     (CapacityExplanationRow    *row);

const char *capacity_explanation_words_figure (CapacityFigure             figure,
                                               CapacityMode               mode);

/* What an explanation says, in the user's language. All results are new. */
char       *capacity_explanation_title        (const CapacityExplanation *self);
char       *capacity_explanation_value        (const CapacityExplanation *self);
char       *capacity_explanation_formula      (const CapacityExplanation *self);
GPtrArray  *capacity_explanation_rows         (const CapacityExplanation *self,
                                               guint                      max_depth);
char       *capacity_explanation_to_text      (const CapacityExplanation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityExplanationRow, capacity_explanation_row_free)

G_END_DECLS
