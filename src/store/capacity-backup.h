/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-outcome.h"

G_BEGIN_DECLS

/**
 * CapacityBackup:
 * @path: its file
 * @time: when it was made, in seconds since 1970, UTC
 * @size: bytes of it
 * @is_damaged: whether it cannot be read; what follows is then not known
 * @n_services: how many services it has
 * @n_resources: how many resources
 * @n_actions: how many actions had been made
 * @action: (nullable): the latest of them that held
 *
 * A copy of a portfolio that was opened and checked after it was written. Immutable and reference-counted.
 */
typedef struct
{
  char           *path;
  gint64          time;
  guint64         size;
  gboolean        is_damaged;
  guint           n_services;
  guint           n_resources;
  guint           n_actions;
  CapacityAction *action;
} CapacityBackup;

#define CAPACITY_TYPE_BACKUP (capacity_backup_get_type ())

GType           capacity_backup_get_type   (void) G_GNUC_CONST;
CapacityBackup *capacity_backup_ref        (CapacityBackup *self);
void            capacity_backup_unref      (CapacityBackup *self);

char           *capacity_backup_dup_folder (const char     *portfolio);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityBackup, capacity_backup_unref)

G_END_DECLS
