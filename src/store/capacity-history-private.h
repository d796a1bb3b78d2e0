/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"
#include "capacity-outcome.h"

G_BEGIN_DECLS

gboolean        capacity_history_record      (CapacityDb           *db,
                                              CapacityAction       *action,
                                              gconstpointer         changeset,
                                              gsize                 size,
                                              GError              **error);
gboolean        capacity_history_turn        (CapacityDb           *db,
                                              CapacityAction       *action,
                                              CapacityActionState   state,
                                              const char           *user,
                                              gint64                time,
                                              GError              **error);
gboolean        capacity_history_apply       (CapacityDb           *db,
                                              const CapacityAction *action,
                                              gboolean              inverted,
                                              GError              **error);

CapacityStatement *
                capacity_history_find_changeset
                                             (CapacityDb           *db,
                                              gint64                action,
                                              GError              **error);
gboolean        capacity_history_reverts     (const char           *table);
gboolean        capacity_history_revert      (CapacityDb           *db,
                                              const CapacityAction *action,
                                              GError              **error);
gboolean        capacity_history_read_import (CapacityDb           *db,
                                              const CapacityId     *import,
                                              CapacityAction      **action,
                                              GError              **error);

gboolean        capacity_history_read_undo   (CapacityDb           *db,
                                              CapacityAction      **action,
                                              GError              **error);
gboolean        capacity_history_read_redo   (CapacityDb           *db,
                                              CapacityAction      **action,
                                              GError              **error);
GPtrArray      *capacity_history_list        (CapacityDb           *db,
                                              const CapacityId     *subject,
                                              GError              **error);

GPtrArray      *capacity_history_list_details (CapacityDb          *db,
                                               gint64               action,
                                               GError             **error);

gboolean        capacity_history_keep_touched (CapacityDb          *db,
                                               gint64               action,
                                               const GArray        *services,
                                               const GArray        *resources,
                                               GError             **error);
gboolean        capacity_history_read_touched (CapacityDb          *db,
                                               gint64               action,
                                               GArray              *services,
                                               GArray              *resources,
                                               GError             **error);

G_END_DECLS
