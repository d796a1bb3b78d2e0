/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-schema-private.h"

#include "capacity-store-resources.h"

#include <stdlib.h>
#include <string.h>

#define MIGRATIONS "/org/varam/Capacity/store/migrations/"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The names of the migrations, `0001-….sql` first. */
static GStrv
list_migrations (void)
{
  GStrv names = g_resource_enumerate_children (capacity_store_files_get_resource (), MIGRATIONS,
                                               G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  qsort (names, g_strv_length (names), sizeof *names, compare_names);

  return names;
}

/**
 * capacity_schema_latest:
 *
 * Returns: the version of the schema that this program writes
 */
int
capacity_schema_latest (void)
{
  g_auto (GStrv) names = list_migrations ();

  return (int) g_strv_length (names);
}

static gboolean
check_foreign_keys (CapacityDb  *db,
                    GError     **error)
{
  gint64 violations = 0;

  if (!capacity_db_read_int (db, "SELECT count (*) FROM pragma_foreign_key_check", &violations, error))
    return FALSE;
  if (violations > 0)
    g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_DAMAGED,
                 "%s: %" G_GINT64_FORMAT " rows refer to rows that are not there", db->path, violations);

  return violations == 0;
}

static gboolean
run_migration (CapacityDb  *db,
               const char  *name,
               int          version,
               GError     **error)
{
  g_autofree char *path = g_strconcat (MIGRATIONS, name, NULL);
  g_autofree char *bump = g_strdup_printf ("PRAGMA user_version = %d", version);
  g_autoptr (GBytes) sql = g_resource_lookup_data (capacity_store_files_get_resource (), path,
                                                   G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return sql != NULL
         && capacity_db_begin (db, error)
         && capacity_db_execute (db, g_bytes_get_data (sql, NULL), error)
         && check_foreign_keys (db, error)
         && capacity_db_execute (db, bump, error)
         && capacity_db_commit (db, error);
}

/**
 * capacity_schema_migrate:
 * @db: a connection
 * @version: the version to reach
 * @error: return location
 *
 * Brings the tables from the version the file says to a later one, each step in a transaction of its own. A
 * step that fails leaves the file as the step before it did.
 *
 * Returns: whether that version is reached
 */
gboolean
capacity_schema_migrate (CapacityDb  *db,
                         int          version,
                         GError     **error)
{
  g_auto (GStrv) names = list_migrations ();
  gint64 now = 0;

  if (!capacity_db_read_int (db, "PRAGMA user_version", &now, error))
    return FALSE;

  for (int step = (int) now; step < version; step++)
    if (!run_migration (db, names[step], step + 1, error))
      {
        capacity_db_roll_back (db);
        return FALSE;
      }

  return TRUE;
}

/* Everything that was created, as it was written, in an order of its own. Tables that SQLite keeps are
 * left out. */
static char *
read_schema (CapacityDb  *db,
             GError     **error)
{
  static const char sql[] =
    "SELECT type, name, tbl_name, ifnull (sql, '') FROM sqlite_schema"
    " WHERE name NOT GLOB 'sqlite_stat*' ORDER BY type, name";
  g_autoptr (CapacityStatement) statement = capacity_db_prepare (db, sql, error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (statement == NULL)
    return NULL;

  while (capacity_statement_next (statement))
    for (int column = 0; column < 4; column++)
      {
        const char *cell = capacity_statement_get_text (statement, column);

        g_string_append_printf (text, "%s\n", cell != NULL ? cell : "");
      }
  if (!capacity_statement_check (statement, error))
    return NULL;

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
make_model (int      version,
            GError **error)
{
  g_autoptr (CapacityDb) model = capacity_db_connect (
    ":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY, error);

  return model != NULL && capacity_schema_migrate (model, version, error) ? read_schema (model, error) : NULL;
}

/* What the migrations up to a version create. It never changes, so it is made once. */
static const char *
expected_schema (int      version,
                 GError **error)
{
  static GMutex lock;
  static GHashTable *models;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);
  char *model;

  if (models == NULL)
    models = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  model = g_hash_table_lookup (models, GINT_TO_POINTER (version));
  if (model == NULL && (model = make_model (version, error)) != NULL)
    g_hash_table_insert (models, GINT_TO_POINTER (version), model);

  return model;
}

/**
 * capacity_schema_verify:
 * @db: a connection
 * @version: the version that the file says it has
 * @error: return location
 *
 * Compares what is created in the file with what the migrations up to that version create, so that a file
 * with another program's tables, or with triggers and views that someone planted, is refused before it is
 * used.
 *
 * Errors: %CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO.
 *
 * Returns: whether they are the same
 */
gboolean
capacity_schema_verify (CapacityDb  *db,
                        int          version,
                        GError     **error)
{
  const char *expected = expected_schema (version, error);
  g_autofree char *found = expected != NULL ? read_schema (db, error) : NULL;

  if (found == NULL)
    return FALSE;
  if (strcmp (expected, found) != 0)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO,
                   "%s: its tables are not those of version %d", db->path, version);
      return FALSE;
    }

  return TRUE;
}
