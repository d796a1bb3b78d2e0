/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-touched-private.h"

/* Which services and resources a changeset touches. A row either names its owner, or its owner is looked
 * up: an update names only what it changes, and volumes only their series. The changeset must have been
 * made of the file as it is, so that a row that was not removed by it is there. */

/**
 * Rule:
 * @table: a table of facts
 * @service: column with the service, -1 for none
 * @resource: column with the resource, -1 for none
 * @lookup: (nullable): a query of the service and the resource by the first column
 *
 * How a row of a table says to whom it belongs.
 */
typedef struct
{
  const char *table;
  int         service;
  int         resource;
  const char *lookup;
} Rule;

static const Rule rules[] = {
  { "service", 0, -1, NULL },
  { "resource", -1, 0, NULL },
  { "capacity", 1, 2, "SELECT service, resource FROM capacity WHERE id = ?" },
  { "need", 1, -1, "SELECT service, NULL FROM need WHERE id = ?" },
  { "allocation", 1, -1, "SELECT service, NULL FROM allocation WHERE id = ?" },
  { "label", 1, 2, "SELECT service, resource FROM label WHERE id = ?" },
  { "event", 1, -1, "SELECT service, NULL FROM event WHERE id = ?" },
  { "refusal", 1, -1, "SELECT service, NULL FROM refusal WHERE id = ?" },
  { "plan", 1, -1, "SELECT service, NULL FROM plan WHERE id = ?" },
  { "series", 1, -1, "SELECT service, NULL FROM series WHERE id = ?" },
  { "volume", -1, -1, "SELECT service, NULL FROM series WHERE id = ?" },
};

typedef struct
{
  CapacityDb *db;
  GHashTable *services;
  GHashTable *resources;
  GHashTable *keys; /* whose owners are known; those of volumes, as their series come before them */
} Search;

static void
add (GHashTable       *set,
     const CapacityId *id)
{
  if (!capacity_id_is_none (id) && !g_hash_table_contains (set, id))
    g_hash_table_add (set, g_memdup2 (id, sizeof *id));
}

static gboolean
id_of (sqlite3_value *value,
       CapacityId    *id)
{
  if (value == NULL || sqlite3_value_type (value) != SQLITE_BLOB || sqlite3_value_bytes (value) != sizeof *id)
    return FALSE;
  *id = *(const CapacityId *) sqlite3_value_blob (value);

  return TRUE;
}

/* Reads a column as it was before and as it is after; returns whether the row has it. */
static gboolean
read_column (sqlite3_changeset_iter *row,
             int                     operation,
             int                     column,
             GHashTable             *set)
{
  sqlite3_value *before = NULL;
  sqlite3_value *after = NULL;
  gboolean has_column = FALSE;
  CapacityId id;

  if (column < 0)
    return FALSE;
  if (operation != SQLITE_INSERT)
    sqlite3changeset_old (row, column, &before);
  if (operation != SQLITE_DELETE)
    sqlite3changeset_new (row, column, &after);
  if (id_of (before, &id))
    {
      add (set, &id);
      has_column = TRUE;
    }
  if (id_of (after, &id))
    {
      add (set, &id);
      has_column = TRUE;
    }

  return has_column;
}

static gboolean
look_up (Search      *search,
         const Rule  *rule,
         CapacityId   key,
         GError     **error)
{
  g_autoptr (CapacityStatement) row = NULL;

  if (g_hash_table_contains (search->keys, &key))
    return TRUE;
  add (search->keys, &key);
  row = capacity_db_prepare (search->db, rule->lookup, error);
  if (row == NULL)
    return FALSE;
  capacity_statement_bind_id (row, &key);
  if (capacity_statement_next (row))
    {
      CapacityId service = capacity_statement_get_id (row, 0);
      CapacityId resource = capacity_statement_get_id (row, 1);

      add (search->services, &service);
      add (search->resources, &resource);
    }

  return capacity_statement_check (row, error);
}

static gboolean
read_row (Search                  *search,
          const Rule              *rule,
          sqlite3_changeset_iter  *row,
          int                      operation,
          GError                 **error)
{
  gboolean has_service = read_column (row, operation, rule->service, search->services);
  gboolean has_resource = read_column (row, operation, rule->resource, search->resources);
  sqlite3_value *value = NULL;
  CapacityId key;

  if (rule->lookup == NULL)
    return TRUE;
  if (operation == SQLITE_INSERT)
    sqlite3changeset_new (row, 0, &value);
  else
    sqlite3changeset_old (row, 0, &value);
  if (!id_of (value, &key))
    return TRUE;
  if (!has_service && !has_resource)
    return look_up (search, rule, key, error);
  add (search->keys, &key);

  return TRUE;
}

static const Rule *
rule_for (const char *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (g_str_equal (rules[i].table, table))
      return &rules[i];

  return NULL;
}

static gboolean
read_rows (Search                  *search,
           sqlite3_changeset_iter  *rows,
           GError                 **error)
{
  const char *table;
  int n_columns;
  int operation;
  int indirect;

  while (sqlite3changeset_next (rows) == SQLITE_ROW)
    {
      const Rule *rule;

      sqlite3changeset_op (rows, &table, &n_columns, &operation, &indirect);
      rule = rule_for (table);
      if (rule != NULL && !read_row (search, rule, rows, operation, error))
        return FALSE;
    }

  return TRUE;
}

static void
collect (GHashTable *set,
         GArray     *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, set);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
}

/**
 * capacity_touched_find:
 * @db: a portfolio's connection, in the transaction that the changeset was recorded in
 * @changeset: (array length=size): the rows that were changed
 * @size: bytes of it
 * @services: (element-type CapacityId): where to add the services they belong to
 * @resources: (element-type CapacityId): where to add the resources they belong to
 * @error: return location
 *
 * Returns: whether all rows were read
 */
gboolean
capacity_touched_find (CapacityDb     *db,
                       gconstpointer   changeset,
                       int             size,
                       GArray         *services,
                       GArray         *resources,
                       GError        **error)
{
  g_autoptr (GHashTable) service_set = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free,
                                                              NULL);
  g_autoptr (GHashTable) resource_set = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free,
                                                               NULL);
  g_autoptr (GHashTable) key_set = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free, NULL);
  Search search = { db, service_set, resource_set, key_set };
  sqlite3_changeset_iter *rows = NULL;
  gboolean is_read;
  int rc = sqlite3changeset_start (&rows, size, (void *) changeset);

  if (rc != SQLITE_OK)
    {
      capacity_set_sqlite_error (error, db->handle, rc, "changeset");
      return FALSE;
    }
  is_read = read_rows (&search, rows, error);
  rc = sqlite3changeset_finalize (rows);
  if (is_read && rc != SQLITE_OK)
    {
      capacity_set_sqlite_error (error, db->handle, rc, "changeset");
      return FALSE;
    }
  collect (service_set, services);
  collect (resource_set, resources);

  return is_read;
}
