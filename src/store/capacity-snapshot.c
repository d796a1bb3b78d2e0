/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-snapshot-private.h"

#include "capacity-block-private.h"
#include "capacity-reader-private.h"

#include <string.h>

/**
 * Part:
 * @name: where a part has its name
 * @ref: shares one
 * @unref: lets go of one
 * @read: reads them
 *
 * What differs between services and resources. Both begin with their identifier.
 */
typedef struct
{
  gsize          name;
  GCopyFunc      ref;
  GDestroyNotify unref;
  gboolean     (*read) (CapacityDb *db, GHashTable *wanted, GHashTable *parts, GError **error);
} Part;

static gpointer
ref_service (gconstpointer service,
             gpointer      unused)
{
  return capacity_service_ref (service);
}

static gpointer
ref_resource (gconstpointer resource,
              gpointer      unused)
{
  return capacity_resource_ref (resource);
}

static const Part service_part = {
  .name = G_STRUCT_OFFSET (CapacityService, name),
  .ref = ref_service,
  .unref = (GDestroyNotify) capacity_service_unref,
  .read = capacity_reader_read_services,
};

static const Part resource_part = {
  .name = G_STRUCT_OFFSET (CapacityResource, name),
  .ref = ref_resource,
  .unref = (GDestroyNotify) capacity_resource_unref,
  .read = capacity_reader_read_resources,
};

typedef struct
{
  char    *key;
  gpointer part;
} Named;

static void
named_clear (gpointer data)
{
  Named *named = data;

  g_free (named->key);
}

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  const Named *first = a;
  const Named *second = b;
  int order = strcmp (first->key, second->key);

  return order != 0 ? order : capacity_id_compare (first->part, second->part);
}

static void
add_named (GArray     *all,
           const Part *part,
           gpointer    value)
{
  Named named = { g_utf8_casefold (G_STRUCT_MEMBER (char *, value, part->name), -1), value };

  g_array_append_val (all, named);
}

/* All parts by name: those of @before that were not read again, and those that were. No locale has a say
 * in it: the views sort by the user's language. */
static GPtrArray *
assemble (const Part      *part,
          const GPtrArray *before,
          GHashTable      *wanted,
          GHashTable      *parts)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Named));
  GPtrArray *result = g_ptr_array_new_with_free_func (part->unref);
  GHashTableIter iter;
  gpointer value;

  g_array_set_clear_func (all, named_clear);
  for (guint i = 0; before != NULL && i < before->len; i++)
    if (!g_hash_table_contains (wanted, before->pdata[i]))
      add_named (all, part, before->pdata[i]);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    add_named (all, part, value);
  g_array_sort (all, compare_named);

  for (guint i = 0; i < all->len; i++)
    g_ptr_array_add (result, part->ref (g_array_index (all, Named, i).part, NULL));

  return result;
}

static GPtrArray *
read_list (CapacityDb       *db,
           const Part       *part,
           const GPtrArray  *before,
           const GArray     *ids,
           GError          **error)
{
  g_autoptr (GHashTable) wanted = NULL;
  g_autoptr (GHashTable) parts = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, NULL,
                                                        part->unref);

  if (before != NULL)
    wanted = g_hash_table_new (capacity_id_hash, capacity_id_equal);
  for (guint i = 0; before != NULL && i < ids->len; i++)
    g_hash_table_add (wanted, &g_array_index (ids, CapacityId, i));
  if (!part->read (db, wanted, parts, error))
    return NULL;

  return assemble (part, before, wanted, parts);
}

static gboolean
read_institution (CapacityDb           *db,
                  CapacityInstitution  *institution,
                  GError              **error)
{
  static const char sql[] =
    "SELECT id, name, registration_number, is_sample, target_people, target_shared, low,"
    " lead_days, horizon_months, portfolio_owner, portfolio_substitute, resource_owner,"
    " resource_substitute, day_hours, target_peak, emblem FROM institution";
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;
  if (!capacity_statement_next (row))
    {
      if (capacity_statement_check (row, error))
        g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_DAMAGED, "%s: no institution",
                     db->path);
      return FALSE;
    }
  institution->id = capacity_statement_get_id (row, 0);
  institution->name = capacity_statement_dup_text (row, 1);
  institution->registration_number = capacity_statement_dup_text (row, 2);
  institution->is_sample = capacity_statement_get_int (row, 3, 0) != 0;
  institution->target_people = capacity_statement_get_double (row, 4);
  institution->target_shared = capacity_statement_get_double (row, 5);
  institution->low = capacity_statement_get_double (row, 6);
  institution->lead_days = (int) capacity_statement_get_int (row, 7, 0);
  institution->horizon_months = (int) capacity_statement_get_int (row, 8, 0);
  institution->portfolio_owner = capacity_statement_dup_text (row, 9);
  institution->portfolio_substitute = capacity_statement_dup_text (row, 10);
  institution->resource_owner = capacity_statement_dup_text (row, 11);
  institution->resource_substitute = capacity_statement_dup_text (row, 12);
  institution->day_hours = capacity_statement_get_double (row, 13);
  institution->target_peak = capacity_statement_get_double (row, 14);
  institution->emblem = capacity_statement_dup_bytes (row, 15);

  return TRUE;
}

static GArray *
read_moved_days (CapacityDb  *db,
                 GError     **error)
{
  g_autoptr (CapacityStatement) row = NULL;
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (CapacityMovedDay));

  row = capacity_db_prepare (db, "SELECT day_off, worked FROM moved_day ORDER BY day_off", error);
  if (row == NULL)
    return NULL;

  while (capacity_statement_next (row))
    {
      CapacityMovedDay day;

      day.day_off = (CapacityDate) capacity_statement_get_int (row, 0, CAPACITY_DATE_NONE);
      day.worked = (CapacityDate) capacity_statement_get_int (row, 1, CAPACITY_DATE_NONE);
      g_array_append_val (moved, day);
    }

  return capacity_statement_check (row, error) ? g_steal_pointer (&moved) : NULL;
}

static GArray *
read_days_off (CapacityDb  *db,
               GError     **error)
{
  g_autoptr (CapacityStatement) row = NULL;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (CapacityDate));

  row = capacity_db_prepare (db, "SELECT day FROM day_off ORDER BY day", error);
  if (row == NULL)
    return NULL;

  while (capacity_statement_next (row))
    {
      CapacityDate day = (CapacityDate) capacity_statement_get_int (row, 0, CAPACITY_DATE_NONE);

      g_array_append_val (days, day);
    }

  return capacity_statement_check (row, error) ? g_steal_pointer (&days) : NULL;
}

static gboolean
has_days (const CapacityCalendar *calendar,
          const GArray           *moved,
          const GArray           *days_off)
{
  guint n_moved;
  guint n_off;
  const CapacityMovedDay *days = capacity_calendar_get_moved (calendar, &n_moved);
  const CapacityDate *off = capacity_calendar_get_days_off (calendar, &n_off);

  return n_moved == moved->len && (n_moved == 0 || memcmp (days, moved->data, n_moved * sizeof *days) == 0)
         && n_off == days_off->len && (n_off == 0 || memcmp (off, days_off->data, n_off * sizeof *off) == 0);
}

/* The calendar in the file; the same as before where its days are the same. */
static CapacityCalendar *
read_calendar (CapacityDb  *db,
               GError     **error)
{
  g_autoptr (GArray) moved = read_moved_days (db, error);
  g_autoptr (GArray) days_off = moved != NULL ? read_days_off (db, error) : NULL;

  if (days_off == NULL)
    return NULL;
  if (db->portfolio != NULL && has_days (db->portfolio->calendar, moved, days_off))
    return capacity_calendar_ref (db->portfolio->calendar);

  return capacity_calendar_new ((const CapacityMovedDay *) (gpointer) moved->data, moved->len,
                                (const CapacityDate *) (gpointer) days_off->data, days_off->len);
}

/* Counts what was read now and before as the reader does, by whole blocks, so that it can be read again. */
static gboolean
check_periods (const CapacityPortfolio  *self,
               GError                  **error)
{
  guint64 n = 0;

  for (guint i = 0; i < self->services->len; i++)
    {
      const GPtrArray *volumes = ((CapacityService *) self->services->pdata[i])->volumes;

      for (guint k = 0; k < volumes->len; k++)
        n += ((CapacityVolume *) volumes->pdata[k])->series->n + 2 * CAPACITY_BLOCK_SIZE;
    }
  if (n > CAPACITY_PORTFOLIO_MAX_PERIODS)
    g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_TOO_LARGE, "volume: %" G_GUINT64_FORMAT " periods", n);

  return n <= CAPACITY_PORTFOLIO_MAX_PERIODS;
}

/**
 * capacity_snapshot_read:
 * @db: a portfolio's connection
 * @services: (nullable) (element-type CapacityId): what was touched since the last snapshot; %NULL for no
 *   knowing
 * @resources: (nullable) (element-type CapacityId): likewise
 * @error: return location
 *
 * Reads the facts. What was not touched is shared with the connection's last snapshot, if it has one.
 *
 * Returns: (transfer full) (nullable): the snapshot; the connection's stays what it is
 */
CapacityPortfolio *
capacity_snapshot_read (CapacityDb    *db,
                        const GArray  *services,
                        const GArray  *resources,
                        GError       **error)
{
  const CapacityPortfolio *before = services != NULL ? db->portfolio : NULL;
  g_autoptr (CapacityPortfolio) self = capacity_portfolio_new ();
  g_autoptr (CapacityCalendar) calendar = NULL;
  g_autoptr (GPtrArray) service_list = NULL;
  g_autoptr (GPtrArray) resource_list = NULL;

  if (!read_institution (db, &self->institution, error) || !capacity_reader_read_registers (db, self, error))
    return NULL;
  calendar = read_calendar (db, error);
  if (calendar == NULL)
    return NULL;
  service_list = read_list (db, &service_part, before != NULL ? before->services : NULL, services, error);
  if (service_list == NULL)
    return NULL;
  resource_list = read_list (db, &resource_part, before != NULL ? before->resources : NULL, resources, error);
  if (resource_list == NULL)
    return NULL;

  g_clear_pointer (&self->calendar, capacity_calendar_unref);
  self->calendar = g_steal_pointer (&calendar);
  g_clear_pointer (&self->services, g_ptr_array_unref);
  self->services = g_steal_pointer (&service_list);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  self->resources = g_steal_pointer (&resource_list);

  return check_periods (self, error) ? g_steal_pointer (&self) : NULL;
}
