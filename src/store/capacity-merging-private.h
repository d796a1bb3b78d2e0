/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-edit-private.h"
#include "capacity-merge.h"

G_BEGIN_DECLS

CapacityMerge   *capacity_merging_preview (CapacityDb         *db,
                                           const char         *path,
                                           GError            **error);
CapacityOutcome *capacity_merging_apply   (CapacityDb         *db,
                                           const char         *path,
                                           const char *const  *theirs,
                                           const char         *user,
                                           GError            **error);

G_END_DECLS
