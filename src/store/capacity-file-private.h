/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

gboolean capacity_file_refuse          (const char  *path,
                                        GError     **error);
gboolean capacity_file_sync            (const char  *path,
                                        GError     **error);
gboolean capacity_file_put_in_place    (const char  *unfinished,
                                        const char  *path,
                                        GError     **error);
gboolean capacity_file_check_integrity (CapacityDb  *db,
                                        GError     **error);

G_END_DECLS
