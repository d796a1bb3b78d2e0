/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-detail.h"

G_BEGIN_DECLS

/* What a change did, field by field, in the user's language. All results are new. */

char *capacity_detail_words_field  (const CapacityDetail *detail);
char *capacity_detail_words_before (const CapacityDetail *detail);
char *capacity_detail_words_after  (const CapacityDetail *detail);
char *capacity_detail_words_change (const CapacityDetail *detail);

G_END_DECLS
