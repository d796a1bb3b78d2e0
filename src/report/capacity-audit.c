/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-audit.h"

#include "capacity-store-backups.h"

static void
entry_free (gpointer data)
{
  CapacityAuditEntry *entry = data;

  capacity_action_unref (entry->action);
  g_clear_pointer (&entry->details, g_ptr_array_unref);
  g_free (entry);
}

static CapacityDate
day_of (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);

  if (moment == NULL)
    return CAPACITY_DATE_NONE;

  return capacity_date_from_ymd (g_date_time_get_year (moment), g_date_time_get_month (moment),
                                 g_date_time_get_day_of_month (moment));
}

/**
 * capacity_audit_read:
 * @store: an open portfolio
 * @since: the first day, or %CAPACITY_DATE_NONE for all there is
 * @progress: (nullable): is told how far it is
 * @cancellable: (nullable): to stop it between two actions
 * @error: return location
 *
 * Reads who did what, field by field.
 *
 * Returns: (transfer full) (nullable) (element-type CapacityAuditEntry): the latest first
 */
GPtrArray *
capacity_audit_read (CapacityStore     *store,
                     CapacityDate       since,
                     CapacityProgress  *progress,
                     GCancellable      *cancellable,
                     GError           **error)
{
  g_autoptr (GPtrArray) actions = capacity_store_list_actions (store, NULL, cancellable, error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);

  if (actions == NULL)
    return NULL;
  for (guint i = 0; i < actions->len; i++)
    {
      CapacityAction *action = actions->pdata[i];
      CapacityAuditEntry *entry;

      capacity_progress_set (progress, (double) i / actions->len);
      if (since != CAPACITY_DATE_NONE && day_of (action->time) < since)
        continue;
      entry = g_new0 (CapacityAuditEntry, 1);
      entry->action = capacity_action_ref (action);
      g_ptr_array_add (entries, entry);
      entry->details = capacity_store_list_details (store, action->number, cancellable, error);
      if (entry->details == NULL)
        return NULL;
    }

  return g_steal_pointer (&entries);
}
