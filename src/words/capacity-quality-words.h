/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-quality.h"

G_BEGIN_DECLS

/* What may be missing or wrong in the data, in the user's language. Constant strings belong to the program; the rest
 * is new. */

const char *capacity_words_lack           (CapacityLack           lack);
char       *capacity_words_n_lacking      (CapacityLack           lack,
                                           guint                  n);
char       *capacity_words_months         (int                    first,
                                           guint                  n);
const char *capacity_words_likeness       (CapacityLikeness       alike);
char       *capacity_words_like           (const CapacityRefusal   *refusal,
                                           const CapacityPortfolio *portfolio);
char       *capacity_words_finding_title  (const CapacityFinding *finding);
char       *capacity_words_finding_about  (const CapacityFinding   *finding,
                                           const CapacityPortfolio *portfolio);
char       *capacity_words_finding_detail (const CapacityFinding *finding,
                                           const char            *about);

G_END_DECLS
