/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"
#include "capacity-store.h"

G_BEGIN_DECLS

/**
 * CapacityRequest:
 * @store: the store, which the one who asks holds
 * @user: who asks
 * @path: what to open
 * @flags: how
 * @change: (nullable): what to apply
 * @subject: what the actions shall have touched, or none; or an import
 * @forecasts: (nullable): what to keep
 * @other: (nullable): another file: a backup, or changes of a colleague
 * @name: (nullable): what a person calls it
 * @number: number of an action, 0 for every one; or a time, in seconds since 1970, UTC
 * @keys: (nullable): in which conflicts theirs is taken
 *
 * What a job of the store is given.
 */
typedef struct
{
  CapacityStore      *store;
  char               *user;
  char               *path;
  CapacityStoreFlags  flags;
  CapacityChange     *change;
  CapacityId          subject;
  GHashTable         *forecasts;
  char               *other;
  char               *name;
  gint64              number;
  GStrv               keys;
} CapacityRequest;

void     capacity_request_free              (CapacityRequest  *self);
gboolean capacity_request_is_open           (CapacityDb       *db,
                                             GError          **error);

gpointer capacity_request_do_open           (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_look           (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_apply          (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_undo           (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_redo           (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_list_actions   (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_list_imports   (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_read_forecasts (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_keep_forecasts (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);
gpointer capacity_request_do_close          (CapacityDb      **db,
                                             gpointer          input,
                                             GError          **error);

void     capacity_store_remember            (CapacityStore    *self,
                                             const CapacityDb *db);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityRequest, capacity_request_free)

G_END_DECLS
