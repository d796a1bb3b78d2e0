/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-kept-private.h"

/* Forecasts made before. They are no facts: whoever loses them makes them again, so they are outside undo,
 * and those written longest ago go when there are more than twice as many as there are series. */

/**
 * capacity_kept_read:
 * @db: a portfolio's connection
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type guint64 GBytes): the kept forecasts by their digests
 */
GHashTable *
capacity_kept_read (CapacityDb  *db,
                    GError     **error)
{
  g_autoptr (GHashTable) forecasts = NULL;
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, "SELECT digest, bytes FROM forecast", error);

  forecasts = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_bytes_unref);
  if (row == NULL)
    return NULL;
  while (capacity_statement_next (row))
    {
      gint64 digest = capacity_statement_get_int (row, 0, 0);

      g_hash_table_replace (forecasts, g_memdup2 (&digest, sizeof digest),
                            g_bytes_new (sqlite3_column_blob (row->stmt, 1),
                                         (gsize) sqlite3_column_bytes (row->stmt, 1)));
    }

  return capacity_statement_check (row, error) ? g_steal_pointer (&forecasts) : NULL;
}

static gboolean
insert_all (CapacityDb  *db,
            GHashTable  *forecasts,
            GError     **error)
{
  static const char sql[] = "INSERT OR REPLACE INTO forecast (digest, bytes) VALUES (?, ?)";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);
  GHashTableIter iter;
  gpointer digest;
  gpointer bytes;

  if (statement == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, forecasts);
  while (g_hash_table_iter_next (&iter, &digest, &bytes))
    {
      gsize size;
      gconstpointer data = g_bytes_get_data (bytes, &size);

      capacity_statement_bind_int (statement, *(const gint64 *) digest);
      capacity_statement_bind_blob (statement, data != NULL ? data : "", size);
      if (!capacity_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_all (CapacityDb  *db,
           GHashTable  *forecasts,
           GError     **error)
{
  static const char forget[] =
    "DELETE FROM forecast WHERE number <="
    " (SELECT max (number) FROM forecast) - (SELECT 2 * count (*) + 64 FROM series)";

  return insert_all (db, forecasts, error)
         && capacity_db_execute (db, forget, error)
         && capacity_db_commit (db, error);
}

/**
 * capacity_kept_write:
 * @db: a portfolio's connection
 * @forecasts: (element-type guint64 GBytes): forecasts by the digests of what they were made from
 * @error: return location
 *
 * Keeps forecasts, so that whoever opens the file need not make them.
 *
 * Returns: whether they are kept
 */
gboolean
capacity_kept_write (CapacityDb  *db,
                     GHashTable  *forecasts,
                     GError     **error)
{
  gboolean is_kept;

  if (!capacity_db_begin (db, error))
    return FALSE;
  is_kept = write_all (db, forecasts, error);
  capacity_db_roll_back (db);

  return is_kept;
}
