/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-facts-private.h"

#include "capacity-registers-private.h"
#include "capacity-volumes-private.h"

/* The rows of the institution, of services and resources, their limits and needs. Each function writes one fact with one statement. */

/* A statement that met no row is about a fact that has been removed since the change was thought of. */
static gboolean
check_met (CapacityDb  *db,
           const char  *sql,
           GError     **error)
{
  if (sqlite3_changes (db->handle) > 0)
    return TRUE;

  g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_GONE, "%s: %s: no such row", db->path, sql);

  return FALSE;
}

static gboolean
set_institution (CapacityDb                 *db,
                 const CapacityInstitution  *institution,
                 GError                    **error)
{
  static const char sql[] =
    "UPDATE institution SET name = ?, registration_number = ?, is_sample = ?,"
    " target_people = ?, target_shared = ?, low = ?, lead_days = ?, horizon_months = ?,"
    " portfolio_owner = ?, portfolio_substitute = ?, resource_owner = ?, resource_substitute = ?,"
    " day_hours = ?, target_peak = ?, emblem = ?";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_text (statement, institution->name);
  capacity_statement_bind_text (statement, institution->registration_number);
  capacity_statement_bind_int (statement, institution->is_sample != FALSE);
  capacity_statement_bind_double (statement, institution->target_people);
  capacity_statement_bind_double (statement, institution->target_shared);
  capacity_statement_bind_double (statement, institution->low);
  capacity_statement_bind_int (statement, institution->lead_days);
  capacity_statement_bind_int (statement, institution->horizon_months);
  capacity_statement_bind_text (statement, institution->portfolio_owner);
  capacity_statement_bind_text (statement, institution->portfolio_substitute);
  capacity_statement_bind_text (statement, institution->resource_owner);
  capacity_statement_bind_text (statement, institution->resource_substitute);
  capacity_statement_bind_double (statement, institution->day_hours);
  capacity_statement_bind_double (statement, institution->target_peak);
  capacity_statement_bind_bytes (statement, institution->emblem);

  return capacity_statement_run (statement, error);
}

static gboolean
set_moved_days (CapacityDb    *db,
                const GArray  *moved,
                GError       **error)
{
  CapacityStatement *statement;

  if (!capacity_db_execute (db, "DELETE FROM moved_day", error))
    return FALSE;
  statement = capacity_db_prepare (db, "INSERT INTO moved_day (day_off, worked) VALUES (?, ?)", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < moved->len; i++)
    {
      CapacityMovedDay day = g_array_index (moved, CapacityMovedDay, i);

      capacity_statement_bind_int (statement, day.day_off);
      capacity_statement_bind_int (statement, day.worked);
      if (!capacity_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static void
bind_service (CapacityStatement     *statement,
              const CapacityService *service)
{
  capacity_statement_bind_id (statement, &service->id);
  capacity_statement_bind_text (statement, service->code);
  capacity_statement_bind_text (statement, service->external_id);
  capacity_statement_bind_text (statement, service->name);
  capacity_statement_bind_text (statement, service->unit);
  capacity_statement_bind_text (statement, service->owner);
  capacity_statement_bind_text (statement, service->department);
  capacity_statement_bind_text (statement, service->note);
  capacity_statement_bind_int (statement, service->benefit);
  capacity_statement_bind_double (statement, service->target);
  capacity_statement_bind_known (statement, service->lead_days, -1);
  capacity_statement_bind_text (statement, service->substitute);
  capacity_statement_bind_text (statement, service->provider);
  capacity_statement_bind_int (statement, service->phase);
  capacity_statement_bind_text (statement, service->driver);
  capacity_statement_bind_double (statement, service->driver_rate);
  capacity_statement_bind_double (statement, service->target_peak);
  capacity_statement_bind_double (statement, service->low);
  capacity_statement_bind_known (statement, service->term_days, -1);
}

/**
 * capacity_facts_insert_service:
 * @db: a portfolio's connection, in a transaction
 * @service: a service that is not kept yet
 * @error: return location
 *
 * Writes the row of the service alone, without what belongs to it.
 *
 * Returns: whether it was written
 */
gboolean
capacity_facts_insert_service (CapacityDb             *db,
                               const CapacityService  *service,
                               GError                **error)
{
  static const char sql[] =
    "INSERT INTO service (id, code, external_id, name, unit, owner, department, note,"
    " benefit, target, lead_days, substitute, provider, phase, driver, driver_rate, target_peak, low, term_days)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_service (statement, service);

  return capacity_statement_run (statement, error);
}

static gboolean
update_service (CapacityDb             *db,
                const CapacityService  *service,
                GError                **error)
{
  static const char sql[] =
    "UPDATE service SET code = ?2, external_id = ?3, name = ?4, unit = ?5, owner = ?6,"
    " department = ?7, note = ?8, benefit = ?9, target = ?10, lead_days = ?11,"
    " substitute = ?12, provider = ?13, phase = ?14, driver = ?15, driver_rate = ?16,"
    " target_peak = ?17, low = ?18, term_days = ?19 WHERE id = ?1";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_service (statement, service);

  return capacity_statement_run (statement, error) && check_met (db, sqlite3_sql (statement->stmt), error);
}

static void
bind_resource (CapacityStatement      *statement,
               const CapacityResource *resource)
{
  capacity_statement_bind_id (statement, &resource->id);
  capacity_statement_bind_text (statement, resource->code);
  capacity_statement_bind_text (statement, resource->name);
  capacity_statement_bind_int (statement, resource->kind);
  capacity_statement_bind_text (statement, resource->unit);
  capacity_statement_bind_text (statement, resource->owner);
  capacity_statement_bind_text (statement, resource->note);
  capacity_statement_bind_double (statement, resource->posts);
  capacity_statement_bind_known (statement, resource->annual_cost, -1);
  capacity_statement_bind_double (statement, resource->target);
  capacity_statement_bind_text (statement, resource->substitute);
  capacity_statement_bind_text (statement, resource->department);
  capacity_statement_bind_text (statement, resource->provider);
  capacity_statement_bind_int (statement, resource->reach);
  capacity_statement_bind_int (statement, resource->sharing);
  capacity_statement_bind_double (statement, resource->availability);
  capacity_statement_bind_double (statement, resource->leave_days);
  capacity_statement_bind_double (statement, resource->sick_days);
  capacity_statement_bind_double (statement, resource->training_days);
  capacity_statement_bind_double (statement, resource->other_duties);
  capacity_statement_bind_double (statement, resource->target_peak);
  capacity_statement_bind_double (statement, resource->low);
  capacity_statement_bind_known (statement, resource->lead_days, -1);
  capacity_statement_bind_double (statement, resource->open_hours);
  capacity_statement_bind_double (statement, resource->wait_minutes);
  capacity_statement_bind_double (statement, resource->wait_share);
}

static gboolean
insert_resource (CapacityDb              *db,
                 const CapacityResource  *resource,
                 GError                 **error)
{
  static const char sql[] =
    "INSERT INTO resource (id, code, name, kind, unit, owner, note, posts,"
    " annual_cost, target, substitute, department, provider, reach, sharing, availability, leave_days,"
    " sick_days, training_days, other_duties, target_peak, low, lead_days, open_hours, wait_minutes, wait_share)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_resource (statement, resource);

  return capacity_statement_run (statement, error);
}

static gboolean
update_resource (CapacityDb              *db,
                 const CapacityResource  *resource,
                 GError                 **error)
{
  static const char sql[] =
    "UPDATE resource SET code = ?2, name = ?3, kind = ?4, unit = ?5, owner = ?6,"
    " note = ?7, posts = ?8, annual_cost = ?9, target = ?10, substitute = ?11, department = ?12,"
    " provider = ?13, reach = ?14, sharing = ?15, availability = ?16, leave_days = ?17,"
    " sick_days = ?18, training_days = ?19, other_duties = ?20, target_peak = ?21, low = ?22,"
    " lead_days = ?23, open_hours = ?24, wait_minutes = ?25, wait_share = ?26 WHERE id = ?1";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  bind_resource (statement, resource);

  return capacity_statement_run (statement, error) && check_met (db, sqlite3_sql (statement->stmt), error);
}

static gboolean
set_limit (CapacityDb           *db,
           const CapacityId     *service,
           const CapacityId     *resource,
           const CapacityLimit  *limit,
           GError              **error)
{
  static const char sql[] =
    "INSERT INTO capacity (id, service, resource, mode, amount, per, from_day,"
    " until_day, basis, note, state, in_posts) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET service = excluded.service,"
    " resource = excluded.resource, mode = excluded.mode, amount = excluded.amount,"
    " per = excluded.per, from_day = excluded.from_day,"
    " until_day = excluded.until_day, basis = excluded.basis, note = excluded.note,"
    " state = excluded.state, in_posts = excluded.in_posts";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &limit->id);
  capacity_statement_bind_id (statement, service);
  capacity_statement_bind_id (statement, resource);
  capacity_statement_bind_int (statement, limit->mode);
  capacity_statement_bind_double (statement, limit->value);
  capacity_statement_bind_int (statement, limit->per);
  capacity_statement_bind_known (statement, limit->from, CAPACITY_DATE_NONE);
  capacity_statement_bind_known (statement, limit->until, CAPACITY_DATE_NONE);
  capacity_statement_bind_int (statement, limit->basis);
  capacity_statement_bind_text (statement, limit->note);
  capacity_statement_bind_int (statement, limit->state);
  capacity_statement_bind_int (statement, limit->in_posts != FALSE);

  return capacity_statement_run (statement, error);
}

static gboolean
set_need (CapacityDb          *db,
          const CapacityId    *service,
          const CapacityNeed  *need,
          GError             **error)
{
  static const char sql[] =
    "INSERT INTO need (id, service, resource, request, amount, channel, basis, norm) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (id) DO UPDATE SET service = excluded.service,"
    " resource = excluded.resource, request = excluded.request,"
    " amount = excluded.amount, channel = excluded.channel, basis = excluded.basis, norm = excluded.norm";
  CapacityStatement *statement;
  CapacityId channel;

  if (!capacity_volumes_find_channel (db, need->channel, &channel, error))
    return FALSE;
  statement = capacity_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &need->id);
  capacity_statement_bind_id (statement, service);
  capacity_statement_bind_id (statement, &need->resource);
  capacity_statement_bind_int (statement, need->kind);
  capacity_statement_bind_double (statement, need->amount);
  capacity_statement_bind_id (statement, &channel);
  capacity_statement_bind_int (statement, need->basis);
  capacity_statement_bind_double (statement, need->norm);

  return capacity_statement_run (statement, error);
}

static gboolean
set_volume (CapacityDb            *db,
            const CapacityId      *service,
            const CapacityVolume  *volume,
            GError               **error)
{
  CapacityVolumeKey key = { *service, volume->kind, volume->channel, volume->site, volume->measure };

  return capacity_volumes_replace (db, &key, volume->series, error);
}

static gboolean
add_service (CapacityDb             *db,
             const CapacityService  *service,
             GError                **error)
{
  if (!capacity_facts_insert_service (db, service, error))
    return FALSE;
  for (guint i = 0; i < service->limits->len; i++)
    if (!set_limit (db, &service->id, NULL, service->limits->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < service->needs->len; i++)
    if (!set_need (db, &service->id, service->needs->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < service->volumes->len; i++)
    if (!set_volume (db, &service->id, service->volumes->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < service->allocations->len; i++)
    if (!capacity_registers_set_allocation (db, &service->id, service->allocations->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < service->events->len; i++)
    if (!capacity_registers_set_event (db, &service->id, service->events->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < service->refusals->len; i++)
    if (!capacity_registers_set_refusal (db, &service->id, service->refusals->pdata[i], error))
      return FALSE;

  return capacity_registers_set_labels (db, &service->id, NULL, service->labels, error)
         && (service->plan == NULL || capacity_registers_set_plan (db, &service->id, service->plan, error));
}

static gboolean
add_resource (CapacityDb              *db,
              const CapacityResource  *resource,
              GError                 **error)
{
  if (!insert_resource (db, resource, error))
    return FALSE;
  for (guint i = 0; i < resource->limits->len; i++)
    if (!set_limit (db, NULL, &resource->id, resource->limits->pdata[i], error))
      return FALSE;

  return capacity_registers_set_labels (db, NULL, &resource->id, resource->labels, error);
}

static gboolean
remove_fact (CapacityDb        *db,
             const char        *sql,
             const CapacityId  *id,
             GError           **error)
{
  return capacity_db_run_with_id (db, sql, id, error) && check_met (db, sql, error);
}

/**
 * capacity_facts_write:
 * @db: a portfolio's connection, in a transaction
 * @step: what to set or remove; any verb but %CAPACITY_VERB_IMPORT
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_facts_write (CapacityDb          *db,
                      const CapacityStep  *step,
                      GError             **error)
{
  switch (step->verb)
    {
    case CAPACITY_VERB_SET_INSTITUTION:
      return set_institution (db, step->value, error);
    case CAPACITY_VERB_SET_MOVED_DAYS:
      return set_moved_days (db, step->value, error);
    case CAPACITY_VERB_ADD_SERVICE:
      return add_service (db, step->value, error);
    case CAPACITY_VERB_SET_SERVICE:
      return update_service (db, step->value, error);
    case CAPACITY_VERB_REMOVE_SERVICE:
      return remove_fact (db, "DELETE FROM service WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_ADD_RESOURCE:
      return add_resource (db, step->value, error);
    case CAPACITY_VERB_SET_RESOURCE:
      return update_resource (db, step->value, error);
    case CAPACITY_VERB_REMOVE_RESOURCE:
      return remove_fact (db, "DELETE FROM resource WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_LIMIT:
      return set_limit (db, &step->service, &step->resource, step->value, error);
    case CAPACITY_VERB_REMOVE_LIMIT:
      return remove_fact (db, "DELETE FROM capacity WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_NEED:
      return set_need (db, &step->service, step->value, error);
    case CAPACITY_VERB_REMOVE_NEED:
      return remove_fact (db, "DELETE FROM need WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_VOLUME:
      return set_volume (db, &step->service, step->value, error);
    case CAPACITY_VERB_SET_DAYS_OFF:
      return capacity_registers_set_days_off (db, step->value, error);
    case CAPACITY_VERB_SET_DEPARTMENT:
      return capacity_registers_set_department (db, step->value, error);
    case CAPACITY_VERB_REMOVE_DEPARTMENT:
      return remove_fact (db, "DELETE FROM department WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_LABELS:
      return capacity_registers_set_labels (db, &step->service, &step->resource, step->value, error);
    case CAPACITY_VERB_SET_ALLOCATION:
      return capacity_registers_set_allocation (db, &step->service, step->value, error);
    case CAPACITY_VERB_REMOVE_ALLOCATION:
      return remove_fact (db, "DELETE FROM allocation WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_EVENT:
      return capacity_registers_set_event (db, &step->service, step->value, error);
    case CAPACITY_VERB_REMOVE_EVENT:
      return remove_fact (db, "DELETE FROM event WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_REFUSAL:
      return capacity_registers_set_refusal (db, &step->service, step->value, error);
    case CAPACITY_VERB_REMOVE_REFUSAL:
      return remove_fact (db, "DELETE FROM refusal WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_PLAN:
      return capacity_registers_set_plan (db, &step->service, step->value, error);
    case CAPACITY_VERB_REMOVE_PLAN:
      return remove_fact (db, "DELETE FROM plan WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_PROFILE:
      return capacity_registers_set_profile (db, step->value, error);
    case CAPACITY_VERB_REMOVE_PROFILE:
      return remove_fact (db, "DELETE FROM import_profile WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_FILTER:
      return capacity_registers_set_filter (db, step->value, error);
    case CAPACITY_VERB_REMOVE_FILTER:
      return remove_fact (db, "DELETE FROM saved_filter WHERE id = ?", &step->id, error);
    case CAPACITY_VERB_SET_REPORT_TEXT:
      return capacity_registers_set_report_text (db, step->value, error);
    case CAPACITY_VERB_IMPORT:
    default:
      g_assert_not_reached ();
    }
}

static char *
dup_name (CapacityDb       *db,
          const char       *sql,
          const CapacityId *id)
{
  g_autoptr (CapacityStatement) statement = capacity_db_prepare (db, sql, NULL);

  if (statement == NULL)
    return NULL;
  capacity_statement_bind_id (statement, id);

  return capacity_statement_next (statement) ? capacity_statement_dup_text (statement, 0) : NULL;
}

#define SERVICE_OF(table) "SELECT service.name FROM " table " JOIN service ON service.id = service WHERE " table ".id = ?"

/**
 * capacity_facts_dup_subject:
 * @db: a portfolio's connection
 * @step: a step that is not written yet
 *
 * Returns: (transfer full) (nullable): what a person calls the thing that the step is about
 */
char *
capacity_facts_dup_subject (CapacityDb         *db,
                            const CapacityStep *step)
{
  switch (step->verb)
    {
    case CAPACITY_VERB_SET_INSTITUTION:
      return g_strdup (((const CapacityInstitution *) step->value)->name);
    case CAPACITY_VERB_ADD_SERVICE:
    case CAPACITY_VERB_SET_SERVICE:
      return g_strdup (((const CapacityService *) step->value)->name);
    case CAPACITY_VERB_ADD_RESOURCE:
    case CAPACITY_VERB_SET_RESOURCE:
      return g_strdup (((const CapacityResource *) step->value)->name);
    case CAPACITY_VERB_IMPORT:
      return g_strdup (((const CapacityBatch *) step->value)->source);
    case CAPACITY_VERB_SET_DEPARTMENT:
      return g_strdup (((const CapacityDepartment *) step->value)->name);
    case CAPACITY_VERB_SET_EVENT:
      return g_strdup (((const CapacityKnownEvent *) step->value)->name);
    case CAPACITY_VERB_SET_PROFILE:
      return g_strdup (((const CapacityImportProfile *) step->value)->name);
    case CAPACITY_VERB_SET_FILTER:
      return g_strdup (((const CapacitySavedFilter *) step->value)->name);
    case CAPACITY_VERB_SET_REPORT_TEXT:
      return dup_name (db,
                       "SELECT name FROM service WHERE id = ?1"
                       " UNION ALL SELECT name FROM resource WHERE id = ?1",
                       &((const CapacityReportText *) step->value)->subject);
    case CAPACITY_VERB_REMOVE_LIMIT:
      return dup_name (db,
                       "SELECT ifnull (service.name, resource.name) FROM capacity"
                       " LEFT JOIN service ON service.id = service"
                       " LEFT JOIN resource ON resource.id = resource WHERE capacity.id = ?",
                       &step->id);
    case CAPACITY_VERB_REMOVE_NEED:
      return dup_name (db, SERVICE_OF ("need"), &step->id);
    case CAPACITY_VERB_REMOVE_ALLOCATION:
      return dup_name (db, SERVICE_OF ("allocation"), &step->id);
    case CAPACITY_VERB_REMOVE_REFUSAL:
      return dup_name (db, SERVICE_OF ("refusal"), &step->id);
    case CAPACITY_VERB_REMOVE_PLAN:
      return dup_name (db, SERVICE_OF ("plan"), &step->id);
    case CAPACITY_VERB_REMOVE_EVENT:
      return dup_name (db, "SELECT name FROM event WHERE id = ?", &step->id);
    case CAPACITY_VERB_REMOVE_DEPARTMENT:
      return dup_name (db, "SELECT name FROM department WHERE id = ?", &step->id);
    case CAPACITY_VERB_REMOVE_PROFILE:
      return dup_name (db, "SELECT name FROM import_profile WHERE id = ?", &step->id);
    case CAPACITY_VERB_REMOVE_FILTER:
      return dup_name (db, "SELECT name FROM saved_filter WHERE id = ?", &step->id);
    case CAPACITY_VERB_SET_DAYS_OFF:
    case CAPACITY_VERB_SET_MOVED_DAYS:
      return NULL;
    case CAPACITY_VERB_REMOVE_SERVICE:
    case CAPACITY_VERB_REMOVE_RESOURCE:
    case CAPACITY_VERB_SET_LIMIT:
    case CAPACITY_VERB_SET_NEED:
    case CAPACITY_VERB_SET_VOLUME:
    case CAPACITY_VERB_SET_LABELS:
    case CAPACITY_VERB_SET_ALLOCATION:
    case CAPACITY_VERB_SET_REFUSAL:
    case CAPACITY_VERB_SET_PLAN:
    default:
      return dup_name (db,
                       "SELECT name FROM service WHERE id = ?1"
                       " UNION ALL SELECT name FROM resource WHERE id = ?1",
                       capacity_id_is_none (&step->resource) ? &step->service : &step->resource);
    }
}
