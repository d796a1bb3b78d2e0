/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

/**
 * CapacityParcelAction:
 * @who: whose action it was
 * @time: when, in seconds since 1970, UTC
 * @changeset: the rows that it changed
 */
typedef struct
{
  char   *who;
  gint64  time;
  GBytes *changeset;
} CapacityParcelAction;

/**
 * CapacityParcel:
 * @schema: version of the schema the changes were made in
 * @institution: whose portfolio they are of
 * @who: who made the file
 * @time: when
 * @since: the time from which on it has the changes
 * @actions: (element-type CapacityParcelAction): in the order in which they were made
 *
 * Changes on their way to a colleague.
 */
typedef struct
{
  int        schema;
  CapacityId institution;
  char      *who;
  gint64     time;
  gint64     since;
  GPtrArray *actions;
} CapacityParcel;

void            capacity_parcel_free    (CapacityParcel  *self);
CapacityParcel *capacity_parcel_collect (CapacityDb      *db,
                                         gint64           since,
                                         const char      *user,
                                         GError         **error);
CapacityParcel *capacity_parcel_read    (const char      *path,
                                         GError         **error);
gboolean        capacity_parcel_write   (CapacityParcel  *self,
                                         const char      *path,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityParcel, capacity_parcel_free)

G_END_DECLS
