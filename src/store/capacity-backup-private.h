/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-backup.h"
#include "capacity-db-private.h"

G_BEGIN_DECLS

gboolean   capacity_backup_make (CapacityDb  *db,
                                 const char  *folder,
                                 gint64       now,
                                 GError     **error);
gboolean   capacity_backup_copy (CapacityDb  *db,
                                 const char  *path,
                                 GError     **error);
GPtrArray *capacity_backup_list (const char  *folder,
                                 GError     **error);

G_END_DECLS
