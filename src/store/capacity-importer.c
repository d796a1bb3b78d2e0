/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-importer-private.h"

#include "capacity-facts-private.h"
#include "capacity-volumes-private.h"

/**
 * Names:
 * @codes: (element-type utf8 CapacityId): services by their folded codes
 * @names: (element-type utf8 CapacityId): services by their folded names
 *
 * What a file may call the services of the portfolio.
 */
typedef struct
{
  GHashTable *codes;
  GHashTable *names;
} Names;

static void
names_clear (Names *names)
{
  g_clear_pointer (&names->codes, g_hash_table_unref);
  g_clear_pointer (&names->names, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Names, names_clear)

/* Of two services of one name the older keeps it. */
static void
add_name (GHashTable       *table,
          const char       *text,
          const CapacityId *id)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  if (folded != NULL && !g_hash_table_contains (table, folded))
    g_hash_table_insert (table, g_steal_pointer (&folded), g_memdup2 (id, sizeof *id));
}

static gboolean
read_names (CapacityDb  *db,
            Names       *names,
            GError     **error)
{
  static const char sql[] = "SELECT id, code, name FROM service ORDER BY id";
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, sql, error);

  names->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  names->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (row == NULL)
    return FALSE;

  while (capacity_statement_next (row))
    {
      CapacityId id = capacity_statement_get_id (row, 0);

      add_name (names->codes, capacity_statement_get_text (row, 1), &id);
      add_name (names->names, capacity_statement_get_text (row, 2), &id);
    }

  return capacity_statement_check (row, error);
}

static const CapacityId *
look_up (GHashTable *table,
         const char *text)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL ? g_hash_table_lookup (table, folded) : NULL;
}

/* Finds the service that the file means, or makes it. What is new and has a code is found by that alone: the file may have
 * another of its name. */
static gboolean
find_service (CapacityDb                 *db,
              Names                      *names,
              const CapacityBatchSeries  *item,
              CapacityImport             *import,
              CapacityId                 *id,
              GError                    **error)
{
  g_autoptr (CapacityService) service = NULL;
  const CapacityId *known = look_up (names->codes, item->code);

  if (known == NULL)
    known = look_up (names->codes, item->service);
  if (known == NULL)
    known = look_up (names->names, item->service);
  if (known != NULL)
    {
      *id = *known;
      return TRUE;
    }

  service = capacity_service_new ();
  g_set_str (&service->name, item->service);
  g_set_str (&service->code, item->code);
  *id = service->id;
  add_name (item->code != NULL ? names->codes : names->names, item->code != NULL ? item->code : item->service, id);
  import->n_services_new++;

  return capacity_facts_insert_service (db, service, error);
}

/* Writes the row of the import, over the one that is there already. */
static gboolean
write_row (CapacityDb            *db,
           const CapacityImport  *import,
           GError               **error)
{
  static const char sql[] =
    "INSERT INTO import (id, file, who, time, n_rows, n_series, n_services_new, n_new,"
    " n_changed, n_same) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET n_services_new = excluded.n_services_new,"
    " n_new = excluded.n_new, n_changed = excluded.n_changed, n_same = excluded.n_same";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &import->id);
  capacity_statement_bind_text (statement, import->file);
  capacity_statement_bind_text (statement, import->who);
  capacity_statement_bind_int (statement, import->time);
  capacity_statement_bind_int (statement, (gint64) import->n_rows);
  capacity_statement_bind_int (statement, (gint64) import->n_series);
  capacity_statement_bind_int (statement, (gint64) import->n_services_new);
  capacity_statement_bind_int (statement, (gint64) import->n_new);
  capacity_statement_bind_int (statement, (gint64) import->n_changed);
  capacity_statement_bind_int (statement, (gint64) import->n_same);

  return capacity_statement_run (statement, error);
}

static gboolean
write_series (CapacityDb                 *db,
              Names                      *names,
              const CapacityBatchSeries  *item,
              CapacityImport             *import,
              GError                    **error)
{
  CapacityVolumeKey key = { CAPACITY_ID_NONE, item->kind, item->channel, item->site, item->measure };

  return find_service (db, names, item, import, &key.service, error)
         && capacity_volumes_merge (db, &key, item->series, import, error);
}

/**
 * capacity_importer_write:
 * @db: a portfolio's connection, in a transaction
 * @batch: what a file has
 * @user: who imports it
 * @time: when, in seconds since 1970, UTC
 * @error: return location
 *
 * Writes the volumes of a file, see capacity_change_import().
 *
 * Returns: (transfer full) (nullable): what became of them
 */
CapacityImport *
capacity_importer_write (CapacityDb           *db,
                         const CapacityBatch  *batch,
                         const char           *user,
                         gint64                time,
                         GError              **error)
{
  g_autoptr (CapacityImport) import = capacity_import_new ();
  g_auto (Names) names = { NULL, NULL };

  import->id = capacity_id_new ();
  import->file = g_strdup (batch->source != NULL ? batch->source : "");
  import->who = g_strdup (user);
  import->time = time;
  import->n_rows = batch->n_rows;
  import->n_series = batch->series->len;
  if (!read_names (db, &names, error) || !write_row (db, import, error))
    return NULL;

  for (guint i = 0; i < batch->series->len; i++)
    if (!write_series (db, &names, batch->series->pdata[i], import, error))
      return NULL;

  return write_row (db, import, error) ? g_steal_pointer (&import) : NULL;
}

static CapacityImport *
import_in (CapacityStatement *row)
{
  CapacityImport *import = capacity_import_new ();

  import->id = capacity_statement_get_id (row, 0);
  import->file = capacity_statement_dup_text (row, 1);
  import->who = capacity_statement_dup_text (row, 2);
  import->time = capacity_statement_get_int (row, 3, 0);
  import->n_rows = (guint64) capacity_statement_get_int (row, 4, 0);
  import->n_series = (guint64) capacity_statement_get_int (row, 5, 0);
  import->n_services_new = (guint64) capacity_statement_get_int (row, 6, 0);
  import->n_new = (guint64) capacity_statement_get_int (row, 7, 0);
  import->n_changed = (guint64) capacity_statement_get_int (row, 8, 0);
  import->n_same = (guint64) capacity_statement_get_int (row, 9, 0);
  import->is_step = capacity_statement_get_int (row, 10, 0) != 0;

  return import;
}

/**
 * capacity_importer_list:
 * @db: a portfolio's connection
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityImport): the imports that hold, the latest first
 */
GPtrArray *
capacity_importer_list (CapacityDb  *db,
                        GError     **error)
{
  static const char sql[] =
    "SELECT id, file, who, time, n_rows, n_series, n_services_new, n_new, n_changed, n_same,"
    " time IN (SELECT time FROM action WHERE state = 0 AND verb = ?) FROM import ORDER BY id DESC";
  g_autoptr (GPtrArray) imports = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_import_unref);
  g_autoptr (CapacityStatement) row = NULL;

  row = capacity_db_prepare (db, sql, error);
  if (row == NULL)
    return NULL;

  capacity_statement_bind_int (row, CAPACITY_VERB_IMPORT);
  while (capacity_statement_next (row))
    g_ptr_array_add (imports, import_in (row));

  return capacity_statement_check (row, error) ? g_steal_pointer (&imports) : NULL;
}
