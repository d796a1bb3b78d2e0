/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-util.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static const char *const fact_tables[] = {
  "institution", "moved_day", "day_off", "department", "service", "resource", "capacity",       "need",
  "allocation",  "label",     "channel", "import",     "series",  "volume",   "event",          "refusal",
  "plan",        "import_profile",       "saved_filter", "report_text",
};

void
place_set_up (Place         *place,
              gconstpointer  unused)
{
  place->folder = g_dir_make_tmp ("capacity-store-XXXXXX", NULL);
  g_assert_nonnull (place->folder);
  place->path = place_name (place, "test.capacity");
}

void
place_tear_down (Place         *place,
                 gconstpointer  unused)
{
  g_autoptr (GDir) dir = g_dir_open (place->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = place_name (place, name);

      g_chmod (path, 0700);
      g_remove (path);
    }
  g_rmdir (place->folder);
  g_free (place->folder);
  g_free (place->path);
}

char *
place_name (const Place *place,
            const char  *name)
{
  return g_build_filename (place->folder, name, NULL);
}

void
copy_test_file (const char *name,
                const char *path)
{
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", name, NULL);
  g_autofree char *contents = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (source, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (path, contents, (gssize) size, NULL));
}

CapacityStore *
open_store (const char *path)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  outcome = capacity_store_open (store, path, CAPACITY_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (outcome);

  return g_steal_pointer (&store);
}

void
reopen_store (CapacityStore **store,
              const char     *path)
{
  g_assert_true (capacity_store_close (*store, NULL));
  g_clear_object (store);
  *store = open_store (path);
}

CapacityService *
service_named (const char *name)
{
  CapacityService *service = capacity_service_new ();

  g_set_str (&service->name, name);

  return service;
}

CapacitySeries *
series_of (CapacityPeriod  first,
           const double   *values,
           guint           n)
{
  return capacity_series_new (first.kind, first.index, values, n);
}

CapacityOutcome *
apply_service (CapacityStore   *store,
               CapacityService *service)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (GError) error = NULL;
  CapacityOutcome *outcome;

  capacity_change_add_service (change, service);
  outcome = capacity_store_apply (store, change, NULL, &error);
  g_assert_no_error (error);

  return outcome;
}

static sqlite3 *
connect_to (const char *path)
{
  sqlite3 *handle = NULL;

  g_assert_cmpint (sqlite3_open_v2 (path, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 2000);

  return handle;
}

static void
append_rows (sqlite3    *handle,
             const char *sql,
             GString    *text)
{
  sqlite3_stmt *stmt = NULL;

  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  while (sqlite3_step (stmt) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (stmt); i++)
        {
          const char *cell = (const char *) sqlite3_column_text (stmt, i);

          g_string_append_printf (text, "%s%s", i > 0 ? "|" : "", cell != NULL ? cell : "NULL");
        }
      g_string_append_c (text, '\n');
    }
  g_assert_cmpint (sqlite3_finalize (stmt), ==, SQLITE_OK);
}

static char *
list_quoted_columns (sqlite3    *handle,
                     const char *table)
{
  g_autofree char *sql = g_strdup_printf (
    "SELECT group_concat ('quote (' || name || ')', ', ') FROM pragma_table_info ('%s')", table);
  GString *text = g_string_new (NULL);

  append_rows (handle, sql, text);

  return g_strchomp (g_string_free_and_steal (text));
}

/* The columns of a file that another one, of an earlier schema, has too. */
static void
dump_table (sqlite3    *handle,
            sqlite3    *model,
            const char *table,
            GString    *text)
{
  g_autofree char *columns = list_quoted_columns (model, table);
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s ORDER BY %s", columns, table, columns);

  if (g_str_equal (columns, "NULL"))
    return;
  g_string_append_printf (text, "[%s]\n", table);
  append_rows (handle, sql, text);
}

char *
dump_facts_as (const char *path,
               const char *model_path)
{
  sqlite3 *handle = connect_to (path);
  sqlite3 *model = connect_to (model_path);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (fact_tables); i++)
    dump_table (handle, model, fact_tables[i], text);
  sqlite3_close (handle);
  sqlite3_close (model);

  return g_string_free_and_steal (text);
}

char *
dump_facts (const char *path)
{
  return dump_facts_as (path, path);
}

char *
query (const char *path,
       const char *sql)
{
  sqlite3 *handle = connect_to (path);
  GString *text = g_string_new (NULL);

  append_rows (handle, sql, text);
  sqlite3_close (handle);

  return g_strchomp (g_string_free_and_steal (text));
}

void
execute (const char *path,
         const char *sql)
{
  sqlite3 *handle = connect_to (path);

  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

void
check_turned (CapacityStore   **store,
              const char       *path,
              CapacityOutcome  *(*turn) (CapacityStore *, GCancellable *, GError **),
              const char       *expected)
{
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *facts = NULL;

  reopen_store (store, path);
  outcome = turn (*store, NULL, &error);
  g_assert_no_error (error);
  facts = dump_facts (path);
  g_assert_cmpstr (facts, ==, expected);
}
