/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"
#include "capacity-detail.h"

G_BEGIN_DECLS

/* The volume blocks of an import can hold a million values: more than this is not told one by one. */
#define CAPACITY_DETAILS_MOST 5000

/**
 * CapacityDetailReader:
 *
 * Tells the rows of one changeset field by field. It reads the file, and does not outlive the changeset.
 */
typedef struct _CapacityDetailReader CapacityDetailReader;

gboolean              capacity_detail_same_value            (sqlite3_value           *a,
                                                            sqlite3_value           *b);
CapacityDetailReader *capacity_detail_reader_new           (CapacityDb              *db,
                                                            gconstpointer            changeset,
                                                            int                      size,
                                                            GError                 **error);
void                  capacity_detail_reader_free          (CapacityDetailReader    *self);
const char           *capacity_detail_reader_get_column     (CapacityDetailReader    *self,
                                                            const char              *table,
                                                            int                      column);
GPtrArray            *capacity_detail_reader_tell_conflict (CapacityDetailReader    *self,
                                                            sqlite3_changeset_iter  *iter,
                                                            gboolean                 is_there);

GPtrArray            *capacity_details_read                (CapacityDb              *db,
                                                            gconstpointer            changeset,
                                                            int                      size,
                                                            GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityDetailReader, capacity_detail_reader_free)

G_END_DECLS
