/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-edit-private.h"

G_BEGIN_DECLS

GPtrArray       *capacity_restore_preview (CapacityDb  *db,
                                           const char  *backup,
                                           GError     **error);
CapacityOutcome *capacity_restore         (CapacityDb  *db,
                                           const char  *backup,
                                           const char  *subject,
                                           const char  *user,
                                           GError     **error);
gboolean         capacity_restore_damaged (const char  *path,
                                           const char  *backup,
                                           const char  *user,
                                           GError     **error);

G_END_DECLS
