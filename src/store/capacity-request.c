/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-request-private.h"

#include "capacity-edit-private.h"
#include "capacity-history-private.h"
#include "capacity-importer-private.h"
#include "capacity-kept-private.h"
#include "capacity-open-private.h"

/* What the worker does for the store: each function is one job on the file, on the worker's thread. */

/**
 * capacity_request_free:
 * @self: (transfer full): what a job was given
 */
void
capacity_request_free (CapacityRequest *self)
{
  g_free (self->user);
  g_free (self->path);
  g_clear_pointer (&self->change, capacity_change_unref);
  g_clear_pointer (&self->forecasts, g_hash_table_unref);
  g_free (self->other);
  g_free (self->name);
  g_strfreev (self->keys);
  g_free (self);
}

/**
 * capacity_request_is_open:
 * @db: (nullable): the open file
 * @error: return location
 *
 * Returns: whether there is one
 */
gboolean
capacity_request_is_open (CapacityDb  *db,
                          GError     **error)
{
  if (db == NULL)
    g_set_error_literal (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CLOSED, "No portfolio is open");

  return db != NULL;
}

/**
 * capacity_request_do_open:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Opens a file and closes the one that was open, which stays so if the new one cannot be opened.
 *
 * Returns: (transfer full) (nullable): a #CapacityOutcome
 */
gpointer
capacity_request_do_open (CapacityDb **db,
                          gpointer     input,
                          GError     **error)
{
  CapacityRequest *request = input;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityDb) opened = capacity_db_open (request->path, request->flags, request->user, error);

  if (opened == NULL)
    return NULL;
  outcome = capacity_edit_look (opened, error);
  if (outcome == NULL)
    return NULL;
  g_clear_pointer (db, capacity_db_free);
  *db = g_steal_pointer (&opened);
  capacity_store_remember (request->store, *db);

  return g_steal_pointer (&outcome);
}

/**
 * capacity_request_do_look:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Reads how things stand.
 *
 * Returns: (transfer full) (nullable): a #CapacityOutcome
 */
gpointer
capacity_request_do_look (CapacityDb **db,
                          gpointer     input,
                          GError     **error)
{
  return capacity_request_is_open (*db, error) ? capacity_edit_look (*db, error) : NULL;
}

/**
 * capacity_request_do_apply:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Makes a change.
 *
 * Returns: (transfer full) (nullable): a #CapacityOutcome
 */
gpointer
capacity_request_do_apply (CapacityDb **db,
                           gpointer     input,
                           GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error) ? capacity_edit_apply (*db, request->change, request->user, error) : NULL;
}

/**
 * capacity_request_do_undo:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Takes back the latest action that holds.
 *
 * Returns: (transfer full) (nullable): a #CapacityOutcome
 */
gpointer
capacity_request_do_undo (CapacityDb **db,
                          gpointer     input,
                          GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error) ? capacity_edit_undo (*db, request->user, error) : NULL;
}

/**
 * capacity_request_do_redo:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Does the action again that was undone last.
 *
 * Returns: (transfer full) (nullable): a #CapacityOutcome
 */
gpointer
capacity_request_do_redo (CapacityDb **db,
                          gpointer     input,
                          GError     **error)
{
  CapacityRequest *request = input;

  return capacity_request_is_open (*db, error) ? capacity_edit_redo (*db, request->user, error) : NULL;
}

/**
 * capacity_request_do_list_actions:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Lists the audit trail.
 *
 * Returns: (transfer full) (nullable): an array of #CapacityAction
 */
gpointer
capacity_request_do_list_actions (CapacityDb **db,
                                  gpointer     input,
                                  GError     **error)
{
  CapacityRequest *request = input;
  const CapacityId *subject = capacity_id_is_none (&request->subject) ? NULL : &request->subject;

  return capacity_request_is_open (*db, error) ? capacity_history_list (*db, subject, error) : NULL;
}

/**
 * capacity_request_do_list_imports:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Lists the imports that hold.
 *
 * Returns: (transfer full) (nullable): an array of #CapacityImport
 */
gpointer
capacity_request_do_list_imports (CapacityDb **db,
                                  gpointer     input,
                                  GError     **error)
{
  return capacity_request_is_open (*db, error) ? capacity_importer_list (*db, error) : NULL;
}

/**
 * capacity_request_do_read_forecasts:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Reads the kept forecasts.
 *
 * Returns: (transfer full) (nullable): a table of #GBytes by their digests
 */
gpointer
capacity_request_do_read_forecasts (CapacityDb **db,
                                    gpointer     input,
                                    GError     **error)
{
  return capacity_request_is_open (*db, error) ? capacity_kept_read (*db, error) : NULL;
}

/**
 * capacity_request_do_keep_forecasts:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Keeps forecasts.
 *
 * Returns: whether they are kept, as a pointer
 */
gpointer
capacity_request_do_keep_forecasts (CapacityDb **db,
                                    gpointer     input,
                                    GError     **error)
{
  CapacityRequest *request = input;

  return GINT_TO_POINTER (capacity_request_is_open (*db, error) && capacity_kept_write (*db, request->forecasts, error));
}

/**
 * capacity_request_do_close:
 * @db: (inout): the open file, or %NULL
 * @input: a #CapacityRequest
 * @error: return location
 *
 * Closes the file.
 *
 * Returns: %TRUE, as a pointer
 */
gpointer
capacity_request_do_close (CapacityDb **db,
                           gpointer     input,
                           GError     **error)
{
  CapacityRequest *request = input;

  g_clear_pointer (db, capacity_db_free);
  capacity_store_remember (request->store, NULL);

  return GINT_TO_POINTER (TRUE);
}
