/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-reader-private.h"

#include "capacity-block-private.h"

#include <math.h>

/* Up to this many parts of a kind are read each for itself; more are picked out of one pass over the
 * tables. */
#define MAX_SINGLE_READS 256

/**
 * Scope:
 * @db: the file
 * @only: (nullable): the one part to read, %NULL for all of them
 * @wanted: (nullable) (element-type CapacityId): the parts to keep of those read, %NULL for every one
 * @parts: (element-type CapacityId gpointer): what was read, by its identifier
 * @series: (element-type CapacityId SeriesHead): the heads of the volume series that were read
 * @n_periods: (inout): how many periods their blocks span
 *
 * One pass over the tables. Facts of parts that are not in @parts are passed over.
 */
typedef struct
{
  CapacityDb       *db;
  const CapacityId *only;
  GHashTable       *wanted;
  GHashTable       *parts;
  GHashTable       *series;
  guint64          *n_periods;
} Scope;

typedef struct
{
  CapacityId          id;
  CapacityService    *service;
  CapacityRequestKind kind;
  char               *channel;
  CapacityMeasure     measure;
  CapacityPeriodKind  period;
  char               *source;
  char               *site;
} SeriesHead;

typedef void (*RowFunc) (Scope             *scope,
                         CapacityStatement *row);

static void
series_head_free (SeriesHead *head)
{
  g_free (head->channel);
  g_free (head->source);
  g_free (head->site);
  g_free (head);
}

/* Runs @all, or @one with the identifier of the one part. */
static gboolean
each_row (Scope       *scope,
          const char  *all,
          const char  *one,
          RowFunc      func,
          GError     **error)
{
  g_autoptr (CapacityStatement) statement = capacity_db_prepare (scope->db, scope->only != NULL ? one : all,
                                                                 error);

  if (statement == NULL)
    return FALSE;
  if (scope->only != NULL)
    capacity_statement_bind_id (statement, scope->only);

  while (capacity_statement_next (statement))
    func (scope, statement);

  return capacity_statement_check (statement, error);
}

/* The part whose identifier is in @column, or NULL when it is not read. */
static gpointer
part_in (Scope             *scope,
         CapacityStatement *row,
         int                column)
{
  CapacityId id = capacity_statement_get_id (row, column);

  return g_hash_table_lookup (scope->parts, &id);
}

static gboolean
is_wanted (Scope            *scope,
           const CapacityId *id)
{
  return scope->wanted == NULL || g_hash_table_contains (scope->wanted, id);
}

/* A name is never NULL in a sound file; in any other it must not bring the program down. */
static void
read_name (CapacityStatement  *row,
           int                 column,
           char              **name)
{
  char *text = capacity_statement_dup_text (row, column);

  if (text != NULL)
    {
      g_free (*name);
      *name = text;
    }
}

static void
read_service (Scope             *scope,
              CapacityStatement *row)
{
  CapacityId id = capacity_statement_get_id (row, 0);
  CapacityService *service;

  if (!is_wanted (scope, &id))
    return;
  service = capacity_service_new ();
  service->id = id;
  service->code = capacity_statement_dup_text (row, 1);
  service->external_id = capacity_statement_dup_text (row, 2);
  read_name (row, 3, &service->name);
  service->unit = capacity_statement_dup_text (row, 4);
  service->owner = capacity_statement_dup_text (row, 5);
  service->department = capacity_statement_dup_text (row, 6);
  service->note = capacity_statement_dup_text (row, 7);
  service->benefit = (CapacityBenefit) capacity_statement_get_int (row, 8, 0);
  service->target = capacity_statement_get_double (row, 9);
  service->lead_days = (int) capacity_statement_get_int (row, 10, -1);
  service->substitute = capacity_statement_dup_text (row, 11);
  service->provider = capacity_statement_dup_text (row, 12);
  service->phase = (CapacityPhase) capacity_statement_get_int (row, 13, CAPACITY_PHASE_PROVISION);
  service->driver = capacity_statement_dup_text (row, 14);
  service->driver_rate = capacity_statement_get_double (row, 15);
  service->target_peak = capacity_statement_get_double (row, 16);
  service->low = capacity_statement_get_double (row, 17);
  service->term_days = (int) capacity_statement_get_int (row, 18, -1);
  g_hash_table_replace (scope->parts, &service->id, service);
}

static void
read_resource (Scope             *scope,
               CapacityStatement *row)
{
  CapacityId id = capacity_statement_get_id (row, 0);
  CapacityResource *resource;

  if (!is_wanted (scope, &id))
    return;
  resource = capacity_resource_new ();
  resource->id = id;
  resource->code = capacity_statement_dup_text (row, 1);
  read_name (row, 2, &resource->name);
  resource->kind = (CapacityResourceKind) capacity_statement_get_int (row, 3, 0);
  resource->unit = capacity_statement_dup_text (row, 4);
  resource->owner = capacity_statement_dup_text (row, 5);
  resource->note = capacity_statement_dup_text (row, 6);
  resource->posts = capacity_statement_get_double (row, 7);
  resource->annual_cost = capacity_statement_get_int (row, 8, -1);
  resource->target = capacity_statement_get_double (row, 9);
  resource->substitute = capacity_statement_dup_text (row, 10);
  resource->department = capacity_statement_dup_text (row, 11);
  resource->provider = capacity_statement_dup_text (row, 12);
  resource->reach = (CapacityReach) capacity_statement_get_int (row, 13, 0);
  resource->sharing = (CapacitySharing) capacity_statement_get_int (row, 14, 0);
  resource->availability = capacity_statement_get_double (row, 15);
  resource->leave_days = capacity_statement_get_double (row, 16);
  resource->sick_days = capacity_statement_get_double (row, 17);
  resource->training_days = capacity_statement_get_double (row, 18);
  resource->other_duties = capacity_statement_get_double (row, 19);
  resource->target_peak = capacity_statement_get_double (row, 20);
  resource->low = capacity_statement_get_double (row, 21);
  resource->lead_days = (int) capacity_statement_get_int (row, 22, -1);
  resource->open_hours = capacity_statement_get_double (row, 23);
  resource->wait_minutes = capacity_statement_get_double (row, 24);
  resource->wait_share = capacity_statement_get_double (row, 25);
  g_hash_table_replace (scope->parts, &resource->id, resource);
}

static CapacityLimit *
limit_in (CapacityStatement *row)
{
  CapacityLimit *limit = g_new0 (CapacityLimit, 1);

  limit->id = capacity_statement_get_id (row, 1);
  limit->mode = (CapacityMode) capacity_statement_get_int (row, 2, 0);
  limit->value = capacity_statement_get_double (row, 3);
  limit->per = (CapacityPeriodKind) capacity_statement_get_int (row, 4, CAPACITY_PERIOD_MONTH);
  limit->from = (CapacityDate) capacity_statement_get_int (row, 5, CAPACITY_DATE_NONE);
  limit->until = (CapacityDate) capacity_statement_get_int (row, 6, CAPACITY_DATE_NONE);
  limit->basis = (CapacityBasis) capacity_statement_get_int (row, 7, 0);
  limit->note = capacity_statement_dup_text (row, 8);
  limit->state = (CapacityLimitState) capacity_statement_get_int (row, 9, CAPACITY_LIMIT_ACTUAL);
  limit->in_posts = capacity_statement_get_int (row, 10, 0) != 0;

  return limit;
}

static void
read_service_limit (Scope             *scope,
                    CapacityStatement *row)
{
  CapacityService *service = part_in (scope, row, 0);

  if (service != NULL)
    g_ptr_array_add (service->limits, limit_in (row));
}

static void
read_resource_limit (Scope             *scope,
                     CapacityStatement *row)
{
  CapacityResource *resource = part_in (scope, row, 0);

  if (resource != NULL)
    g_ptr_array_add (resource->limits, limit_in (row));
}

static void
read_need (Scope             *scope,
           CapacityStatement *row)
{
  CapacityService *service = part_in (scope, row, 0);
  CapacityNeed *need;

  if (service == NULL)
    return;
  need = g_new0 (CapacityNeed, 1);
  need->id = capacity_statement_get_id (row, 1);
  need->resource = capacity_statement_get_id (row, 2);
  need->kind = (CapacityRequestKind) capacity_statement_get_int (row, 3, 0);
  need->amount = capacity_statement_get_double (row, 4);
  need->channel = capacity_statement_dup_text (row, 5);
  need->basis = (CapacityBasis) capacity_statement_get_int (row, 6, 0);
  need->norm = capacity_statement_get_double (row, 7);
  g_ptr_array_add (service->needs, need);
}

static void
read_allocation (Scope             *scope,
                 CapacityStatement *row)
{
  CapacityService *service = part_in (scope, row, 0);
  CapacityAllocation *allocation;

  if (service == NULL)
    return;
  allocation = g_new0 (CapacityAllocation, 1);
  allocation->id = capacity_statement_get_id (row, 1);
  allocation->resource = capacity_statement_get_id (row, 2);
  allocation->share = capacity_statement_get_double (row, 3);
  allocation->priority = (int) capacity_statement_get_int (row, 4, 0);
  g_ptr_array_add (service->allocations, allocation);
}

static CapacityLabel *
label_in (CapacityStatement *row)
{
  CapacityLabel *label = g_new0 (CapacityLabel, 1);

  label->id = capacity_statement_get_id (row, 1);
  label->kind = (CapacityLabelKind) capacity_statement_get_int (row, 2, CAPACITY_LABEL_TAG);
  label->name = g_strdup ("");
  read_name (row, 3, &label->name);
  label->size = capacity_statement_get_double (row, 4);
  label->level = capacity_statement_dup_text (row, 5);

  return label;
}

static void
read_service_label (Scope             *scope,
                    CapacityStatement *row)
{
  CapacityService *service = part_in (scope, row, 0);

  if (service != NULL)
    g_ptr_array_add (service->labels, label_in (row));
}

static void
read_resource_label (Scope             *scope,
                     CapacityStatement *row)
{
  CapacityResource *resource = part_in (scope, row, 0);

  if (resource != NULL)
    g_ptr_array_add (resource->labels, label_in (row));
}

static CapacityKnownEvent *
event_in (CapacityStatement *row)
{
  CapacityKnownEvent *event = g_new0 (CapacityKnownEvent, 1);

  event->id = capacity_statement_get_id (row, 1);
  event->kind = (CapacityKnownEventKind) capacity_statement_get_int (row, 2, 0);
  event->name = g_strdup ("");
  read_name (row, 3, &event->name);
  event->from = (CapacityDate) capacity_statement_get_int (row, 4, 1);
  event->until = (CapacityDate) capacity_statement_get_int (row, 5, CAPACITY_DATE_NONE);
  event->share = capacity_statement_get_double (row, 6);
  event->cases = capacity_statement_get_double (row, 7);
  event->note = capacity_statement_dup_text (row, 8);

  return event;
}

static void
read_event (Scope             *scope,
            CapacityStatement *row)
{
  CapacityService *service = part_in (scope, row, 0);

  if (service != NULL)
    g_ptr_array_add (service->events, event_in (row));
}

static void
read_refusal (Scope             *scope,
              CapacityStatement *row)
{
  CapacityService *service = part_in (scope, row, 0);
  CapacityRefusal *refusal;

  if (service == NULL)
    return;
  refusal = g_new0 (CapacityRefusal, 1);
  refusal->id = capacity_statement_get_id (row, 1);
  refusal->month = (int) capacity_statement_get_int (row, 2, CAPACITY_NO_MONTH);
  refusal->other = capacity_statement_get_id (row, 3);
  refusal->alike = (CapacityLikeness) capacity_statement_get_int (row, 4, CAPACITY_LIKENESS_NAME);
  g_ptr_array_add (service->refusals, refusal);
}

static CapacityPlan *
plan_in (CapacityStatement *row)
{
  CapacityPlan *plan = g_new0 (CapacityPlan, 1);

  plan->id = capacity_statement_get_id (row, 1);
  plan->years = (int) capacity_statement_get_int (row, 2, 1);
  plan->assumptions = capacity_statement_dup_text (row, 3);
  plan->recommendation = capacity_statement_dup_text (row, 4);
  plan->state = (CapacityPlanState) capacity_statement_get_int (row, 5, 0);
  plan->decided = (CapacityDate) capacity_statement_get_int (row, 6, CAPACITY_DATE_NONE);
  plan->decided_by = capacity_statement_dup_text (row, 7);

  return plan;
}

static void
read_plan (Scope             *scope,
           CapacityStatement *row)
{
  CapacityService *service = part_in (scope, row, 0);

  if (service == NULL)
    return;
  g_clear_pointer (&service->plan, capacity_plan_free);
  service->plan = plan_in (row);
}

static void
read_series_head (Scope             *scope,
                  CapacityStatement *row)
{
  CapacityService *service = part_in (scope, row, 0);
  SeriesHead *head;

  if (service == NULL)
    return;
  head = g_new0 (SeriesHead, 1);
  head->service = service;
  head->id = capacity_statement_get_id (row, 1);
  head->kind = (CapacityRequestKind) capacity_statement_get_int (row, 2, 0);
  head->channel = capacity_statement_dup_text (row, 3);
  head->measure = (CapacityMeasure) capacity_statement_get_int (row, 4, 0);
  head->period = (CapacityPeriodKind) capacity_statement_get_int (row, 5, CAPACITY_PERIOD_MONTH);
  head->source = capacity_statement_dup_text (row, 6);
  head->site = capacity_statement_dup_text (row, 7);
  g_hash_table_replace (scope->series, &head->id, head);
}

/* Gives the service a series of the blocks that were read, without what is empty at its ends. */
static void
take_series (const SeriesHead *head,
             int               first_block,
             const GArray     *values)
{
  const double *all = (const double *) (gpointer) values->data;
  guint first = 0;
  guint end = values->len;

  while (first < end && isnan (all[first]))
    first++;
  while (end > first && isnan (all[end - 1]))
    end--;
  if (first < end)
    {
      CapacityVolume *volume;

      volume = capacity_service_take_volume (head->service, head->kind, head->channel, head->measure,
                                             capacity_series_new (head->period,
                                                                  first_block * CAPACITY_BLOCK_SIZE
                                                                  + (int) first,
                                                                  all + first, end - first),
                                             head->source);
      volume->site = g_strdup (head->site);
    }
}

/* Adds one block to the values; what lies between the blocks was not measured, and takes room that the file does not. */
static gboolean
add_block (Scope              *scope,
           const SeriesHead   *head,
           int                 first_block,
           CapacityStatement  *row,
           GArray             *values,
           GError            **error)
{
  gint64 block = capacity_statement_get_int (row, 1, -1);
  double counts[CAPACITY_BLOCK_SIZE];
  guint start;

  /* A block at an end of the calendar may reach beyond it, so only its other end is looked at. */
  if (sqlite3_column_bytes (row->stmt, 2) != CAPACITY_BLOCK_BYTES
      || !(capacity_block_is_in_calendar (head->period, block * CAPACITY_BLOCK_SIZE, 1)
           || capacity_block_is_in_calendar (head->period, (block + 1) * CAPACITY_BLOCK_SIZE - 1, 1)))
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_DAMAGED, "volume: no block of volumes");
      return FALSE;
    }
  capacity_block_unpack (sqlite3_column_blob (row->stmt, 2), counts);
  start = (guint) (block - first_block) * CAPACITY_BLOCK_SIZE;
  *scope->n_periods += start + CAPACITY_BLOCK_SIZE - values->len;
  if (*scope->n_periods > CAPACITY_PORTFOLIO_MAX_PERIODS)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_TOO_LARGE, "volume: %" G_GUINT64_FORMAT " periods",
                   *scope->n_periods);
      return FALSE;
    }
  while (values->len < start)
    g_array_append_val (values, (double){ NAN });
  g_array_append_vals (values, counts, CAPACITY_BLOCK_SIZE);

  return TRUE;
}

/* One pass over the volumes, which lie by series and block: a new series begins where its identifier
 * changes. */
static gboolean
read_volumes (Scope   *scope,
              GError **error)
{
  static const char all[] = "SELECT series, block, counts FROM volume ORDER BY series, block";
  static const char one[] =
    "SELECT series, block, counts FROM volume WHERE series IN (SELECT id FROM series WHERE service = ?1)"
    " ORDER BY series, block";
  g_autoptr (CapacityStatement) row = NULL;
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  const SeriesHead *head = NULL;
  CapacityId last = CAPACITY_ID_NONE;
  int first_block = 0;

  row = capacity_db_prepare (scope->db, scope->only != NULL ? one : all, error);
  if (row == NULL)
    return FALSE;
  if (scope->only != NULL)
    capacity_statement_bind_id (row, scope->only);

  while (capacity_statement_next (row))
    {
      CapacityId id = capacity_statement_get_id (row, 0);

      if (!capacity_id_equal (&id, &last))
        {
          if (head != NULL)
            take_series (head, first_block, values);
          head = g_hash_table_lookup (scope->series, &id);
          last = id;
          first_block = (int) capacity_statement_get_int (row, 1, 0);
          g_array_set_size (values, 0);
        }
      if (head != NULL && !add_block (scope, head, first_block, row, values, error))
        return FALSE;
    }
  if (head != NULL)
    take_series (head, first_block, values);

  return capacity_statement_check (row, error);
}

#define LIMIT_COLUMNS "id, mode, amount, per, from_day, until_day, basis, note, state, in_posts"
#define LABEL_COLUMNS "id, kind, name, size, level"
#define EVENT_COLUMNS "id, kind, name, from_day, until_day, share, cases, note"
#define PLAN_COLUMNS "id, years, assumptions, recommendation, state, decided_day, decided_by"

static gboolean
read_services (Scope   *scope,
               GError **error)
{
#define SERVICES                                                                                             \
  "SELECT id, code, external_id, name, unit, owner, department, note, benefit, target, lead_days," \
  " substitute, provider, phase, driver, driver_rate, target_peak, low, term_days FROM service"
#define LIMITS "SELECT service, " LIMIT_COLUMNS " FROM capacity WHERE service"
#define NEEDS                                                                                                \
  "SELECT service, need.id, resource, request, amount, channel.name, basis, norm FROM need"                  \
  " LEFT JOIN channel ON channel.id = channel"
#define ALLOCATIONS "SELECT service, id, resource, share, priority FROM allocation"
#define LABELS "SELECT service, " LABEL_COLUMNS " FROM label WHERE service"
#define EVENTS "SELECT service, " EVENT_COLUMNS " FROM event WHERE service"
#define REFUSALS "SELECT service, id, month, other, alike FROM refusal"
#define PLANS "SELECT service, " PLAN_COLUMNS " FROM plan WHERE service"
#define SERIES                                                                                               \
  "SELECT service, series.id, request, channel.name, measure, period, import.file, site FROM series"               \
  " LEFT JOIN channel ON channel.id = series.channel LEFT JOIN import ON import.id = series.import"

  return each_row (scope, SERVICES, SERVICES " WHERE id = ?1", read_service, error)
         && each_row (scope, LIMITS " IS NOT NULL ORDER BY mode, from_day, id",
                      LIMITS " = ?1 ORDER BY mode, from_day, id", read_service_limit, error)
         && each_row (scope, NEEDS " ORDER BY need.id", NEEDS " WHERE service = ?1 ORDER BY need.id", read_need, error)
         && each_row (scope, ALLOCATIONS " ORDER BY id", ALLOCATIONS " WHERE service = ?1 ORDER BY id",
                      read_allocation, error)
         && each_row (scope, LABELS " IS NOT NULL ORDER BY kind, id", LABELS " = ?1 ORDER BY kind, id",
                      read_service_label, error)
         && each_row (scope, EVENTS " IS NOT NULL ORDER BY from_day, id",
                      EVENTS " = ?1 ORDER BY from_day, id", read_event, error)
         && each_row (scope, REFUSALS " ORDER BY month, id", REFUSALS " WHERE service = ?1 ORDER BY month, id",
                      read_refusal, error)
         && each_row (scope, PLANS " IS NOT NULL", PLANS " = ?1", read_plan, error)
         && each_row (scope, SERIES, SERIES " WHERE service = ?1", read_series_head, error)
         && read_volumes (scope, error);

#undef SERVICES
#undef LIMITS
#undef NEEDS
#undef ALLOCATIONS
#undef LABELS
#undef EVENTS
#undef REFUSALS
#undef PLANS
#undef SERIES
}

static gboolean
read_resources (Scope   *scope,
                GError **error)
{
#define RESOURCES                                                                                            \
  "SELECT id, code, name, kind, unit, owner, note, posts, annual_cost, target, substitute, department,"  \
  " provider, reach, sharing, availability, leave_days, sick_days, training_days, other_duties, target_peak,"  \
  " low, lead_days, open_hours, wait_minutes, wait_share FROM resource"
#define LIMITS "SELECT resource, " LIMIT_COLUMNS " FROM capacity WHERE resource"
#define LABELS "SELECT resource, " LABEL_COLUMNS " FROM label WHERE resource"

  return each_row (scope, RESOURCES, RESOURCES " WHERE id = ?1", read_resource, error)
         && each_row (scope, LIMITS " IS NOT NULL ORDER BY mode, from_day, id",
                      LIMITS " = ?1 ORDER BY mode, from_day, id", read_resource_limit, error)
         && each_row (scope, LABELS " IS NOT NULL ORDER BY kind, id", LABELS " = ?1 ORDER BY kind, id",
                      read_resource_label, error);

#undef RESOURCES
#undef LIMITS
#undef LABELS
}

typedef gboolean (*ReadFunc) (Scope   *scope,
                              GError **error);

static gboolean
read_pass (CapacityDb        *db,
           const CapacityId  *only,
           GHashTable        *wanted,
           GHashTable        *parts,
           ReadFunc           read,
           guint64           *n_periods,
           GError           **error)
{
  g_autoptr (GHashTable) series = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, NULL,
                                                         (GDestroyNotify) series_head_free);
  Scope scope = { db, only, wanted, parts, series, n_periods };

  return read (&scope, error);
}

static gboolean
read_parts (CapacityDb  *db,
            GHashTable  *wanted,
            GHashTable  *parts,
            ReadFunc     read,
            GError     **error)
{
  GHashTableIter iter;
  gpointer id;
  guint64 n_periods = 0;

  if (wanted == NULL || g_hash_table_size (wanted) > MAX_SINGLE_READS)
    return read_pass (db, NULL, wanted, parts, read, &n_periods, error);

  g_hash_table_iter_init (&iter, wanted);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!read_pass (db, id, wanted, parts, read, &n_periods, error))
      return FALSE;

  return TRUE;
}

/**
 * capacity_reader_read_services:
 * @db: a portfolio's connection
 * @wanted: (nullable) (element-type CapacityId): a set of the services to read, %NULL for all of them
 * @services: (element-type CapacityId CapacityService): where to put those that are there, with all that is
 *   theirs
 * @error: return location
 *
 * Returns: whether they were read
 */
gboolean
capacity_reader_read_services (CapacityDb  *db,
                               GHashTable  *wanted,
                               GHashTable  *services,
                               GError     **error)
{
  return read_parts (db, wanted, services, read_services, error);
}

/**
 * capacity_reader_read_resources:
 * @db: a portfolio's connection
 * @wanted: (nullable) (element-type CapacityId): a set of the resources to read, %NULL for all of them
 * @resources: (element-type CapacityId CapacityResource): where to put those that are there, with their
 *   limits
 * @error: return location
 *
 * Returns: whether they were read
 */
gboolean
capacity_reader_read_resources (CapacityDb  *db,
                                GHashTable  *wanted,
                                GHashTable  *resources,
                                GError     **error)
{
  return read_parts (db, wanted, resources, read_resources, error);
}

/* The institution's own facts: rows without a service, in the shapes that the readers of parts know. */

typedef void (*OwnFunc) (CapacityPortfolio *portfolio,
                         CapacityStatement *row);

static void
read_own_event (CapacityPortfolio *portfolio,
                CapacityStatement *row)
{
  g_ptr_array_add (portfolio->events, event_in (row));
}

static void
read_own_plan (CapacityPortfolio *portfolio,
               CapacityStatement *row)
{
  g_clear_pointer (&portfolio->plan, capacity_plan_free);
  portfolio->plan = plan_in (row);
}

static void
read_department (CapacityPortfolio *portfolio,
                 CapacityStatement *row)
{
  CapacityDepartment *department = capacity_department_new ("");

  department->id = capacity_statement_get_id (row, 0);
  read_name (row, 1, &department->name);
  department->head = capacity_statement_dup_text (row, 2);
  department->note = capacity_statement_dup_text (row, 3);
  g_ptr_array_add (portfolio->departments, department);
}

static void
read_profile (CapacityPortfolio *portfolio,
              CapacityStatement *row)
{
  CapacityImportProfile *profile = capacity_import_profile_new ("", "", "");

  profile->id = capacity_statement_get_id (row, 0);
  read_name (row, 1, &profile->name);
  read_name (row, 2, &profile->fingerprint);
  read_name (row, 3, &profile->settings);
  g_ptr_array_add (portfolio->profiles, profile);
}

static void
read_filter (CapacityPortfolio *portfolio,
             CapacityStatement *row)
{
  CapacitySavedFilter *filter = capacity_saved_filter_new ("", "", "");

  filter->id = capacity_statement_get_id (row, 0);
  read_name (row, 1, &filter->page);
  read_name (row, 2, &filter->name);
  read_name (row, 3, &filter->query);
  g_ptr_array_add (portfolio->filters, filter);
}

static void
read_report_text (CapacityPortfolio *portfolio,
                  CapacityStatement *row)
{
  CapacityReportText *text = capacity_report_text_new (NULL, "", "", "");

  text->id = capacity_statement_get_id (row, 0);
  read_name (row, 1, &text->report);
  read_name (row, 2, &text->section);
  text->subject = capacity_statement_get_id (row, 3);
  read_name (row, 4, &text->text);
  g_ptr_array_add (portfolio->report_texts, text);
}

static gboolean
read_own (CapacityDb         *db,
          CapacityPortfolio  *portfolio,
          const char         *sql,
          OwnFunc             func,
          GError            **error)
{
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;

  while (capacity_statement_next (row))
    func (portfolio, row);

  return capacity_statement_check (row, error);
}

/**
 * capacity_reader_read_registers:
 * @db: a portfolio's connection
 * @portfolio: a portfolio to fill, without registers so far
 * @error: return location
 *
 * Reads what belongs to the institution as a whole: its events, plan, units, profiles, filters and texts of
 * reports.
 *
 * Returns: whether they were read
 */
gboolean
capacity_reader_read_registers (CapacityDb         *db,
                                CapacityPortfolio  *portfolio,
                                GError            **error)
{
  return read_own (db, portfolio,
                   "SELECT NULL, " EVENT_COLUMNS " FROM event WHERE service IS NULL ORDER BY from_day, id",
                   read_own_event, error)
         && read_own (db, portfolio, "SELECT NULL, " PLAN_COLUMNS " FROM plan WHERE service IS NULL",
                      read_own_plan, error)
         && read_own (db, portfolio, "SELECT id, name, head, note FROM department ORDER BY name",
                      read_department, error)
         && read_own (db, portfolio, "SELECT id, name, fingerprint, settings FROM import_profile ORDER BY name, id",
                      read_profile, error)
         && read_own (db, portfolio, "SELECT id, page, name, query FROM saved_filter ORDER BY page, name",
                      read_filter, error)
         && read_own (db, portfolio,
                      "SELECT id, report, section, subject, text FROM report_text ORDER BY report, section, id",
                      read_report_text, error);
}
