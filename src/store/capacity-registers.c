/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-registers-private.h"

/* The rows of the small facts. Each function writes one of them. */

/**
 * capacity_registers_set_days_off:
 * @db: a portfolio's connection, in a transaction
 * @days: (element-type CapacityDate): all days off there shall be
 * @error: return location
 *
 * Returns: whether they were written
 */
gboolean
capacity_registers_set_days_off (CapacityDb    *db,
                                 const GArray  *days,
                                 GError       **error)
{
  CapacityStatement *statement;

  if (!capacity_db_execute (db, "DELETE FROM day_off", error))
    return FALSE;
  statement = capacity_db_prepare (db, "INSERT INTO day_off (day) VALUES (?) ON CONFLICT DO NOTHING", error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < days->len; i++)
    {
      capacity_statement_bind_int (statement, g_array_index (days, CapacityDate, i));
      if (!capacity_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/* Services and resources name their unit, so a new name goes to them too. */
static gboolean
rename_department (CapacityDb                *db,
                   const char                *sql,
                   const CapacityDepartment  *department,
                   GError                   **error)
{
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_text (statement, department->name);
  capacity_statement_bind_id (statement, &department->id);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_registers_set_department:
 * @db: a portfolio's connection, in a transaction
 * @department: a unit, new or replacing the one of the same identifier
 * @error: return location
 *
 * Services and resources that name the unit get its new name.
 *
 * Returns: whether it was written
 */
gboolean
capacity_registers_set_department (CapacityDb                *db,
                                   const CapacityDepartment  *department,
                                   GError                   **error)
{
  static const char sql[] =
    "INSERT INTO department (id, name, head, note) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
    " SET name = excluded.name, head = excluded.head, note = excluded.note";
  CapacityStatement *statement;

  if (!rename_department (db,
                          "UPDATE service SET department = ?1"
                          " WHERE department = (SELECT name FROM department WHERE id = ?2)",
                          department, error)
      || !rename_department (db,
                             "UPDATE resource SET department = ?1"
                             " WHERE department = (SELECT name FROM department WHERE id = ?2)",
                             department, error))
    return FALSE;
  statement = capacity_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &department->id);
  capacity_statement_bind_text (statement, department->name);
  capacity_statement_bind_text (statement, department->head);
  capacity_statement_bind_text (statement, department->note);

  return capacity_statement_run (statement, error);
}

static gboolean
remove_labels (CapacityDb        *db,
               const CapacityId  *service,
               const CapacityId  *resource,
               GError           **error)
{
  static const char sql[] = "DELETE FROM label WHERE service = ?1 OR resource = ?2";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, service);
  capacity_statement_bind_id (statement, resource);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_registers_set_labels:
 * @db: a portfolio's connection, in a transaction
 * @service: (nullable): the service they belong to
 * @resource: (nullable): or the resource
 * @labels: (element-type CapacityLabel): all labels it shall have
 * @error: return location
 *
 * Returns: whether they were written
 */
gboolean
capacity_registers_set_labels (CapacityDb        *db,
                               const CapacityId  *service,
                               const CapacityId  *resource,
                               const GPtrArray   *labels,
                               GError           **error)
{
  static const char sql[] =
    "INSERT INTO label (id, service, resource, kind, name, size, level) VALUES (?, ?, ?, ?, ?, ?, ?)";
  CapacityStatement *statement;

  if (!remove_labels (db, service, resource, error))
    return FALSE;
  statement = capacity_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < labels->len; i++)
    {
      const CapacityLabel *label = labels->pdata[i];

      capacity_statement_bind_id (statement, &label->id);
      capacity_statement_bind_id (statement, service);
      capacity_statement_bind_id (statement, resource);
      capacity_statement_bind_int (statement, label->kind);
      capacity_statement_bind_text (statement, label->name);
      capacity_statement_bind_double (statement, label->size);
      capacity_statement_bind_text (statement, label->level);
      if (!capacity_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * capacity_registers_set_allocation:
 * @db: a portfolio's connection, in a transaction
 * @service: the service it belongs to
 * @allocation: an allocation, new or replacing the one of the same identifier
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_registers_set_allocation (CapacityDb                *db,
                                   const CapacityId          *service,
                                   const CapacityAllocation  *allocation,
                                   GError                   **error)
{
  static const char sql[] =
    "INSERT INTO allocation (id, service, resource, share, priority) VALUES (?, ?, ?, ?, ?) ON"
    " CONFLICT (id) DO UPDATE SET service = excluded.service, resource = excluded.resource, share"
    " = excluded.share, priority = excluded.priority";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &allocation->id);
  capacity_statement_bind_id (statement, service);
  capacity_statement_bind_id (statement, &allocation->resource);
  capacity_statement_bind_double (statement, allocation->share);
  capacity_statement_bind_known (statement, allocation->priority, 0);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_registers_set_event:
 * @db: a portfolio's connection, in a transaction
 * @service: (nullable): the service it belongs to; %NULL or the one of zeros for the institution
 * @event: an event, new or replacing the one of the same identifier
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_registers_set_event (CapacityDb                *db,
                              const CapacityId          *service,
                              const CapacityKnownEvent  *event,
                              GError                   **error)
{
  static const char sql[] =
    "INSERT INTO event (id, service, kind, name, from_day, until_day, share, cases, note) VALUES"
    " (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET service = excluded.service, kind"
    " = excluded.kind, name = excluded.name, from_day = excluded.from_day, until_day ="
    " excluded.until_day, share = excluded.share, cases = excluded.cases, note = excluded.note";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &event->id);
  capacity_statement_bind_id (statement, service);
  capacity_statement_bind_int (statement, event->kind);
  capacity_statement_bind_text (statement, event->name);
  capacity_statement_bind_int (statement, event->from);
  capacity_statement_bind_known (statement, event->until, CAPACITY_DATE_NONE);
  capacity_statement_bind_double (statement, event->share);
  capacity_statement_bind_double (statement, event->cases);
  capacity_statement_bind_text (statement, event->note);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_registers_set_refusal:
 * @db: a portfolio's connection, in a transaction
 * @service: the service it belongs to
 * @refusal: a refusal, new or replacing the one of the same identifier
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_registers_set_refusal (CapacityDb             *db,
                                const CapacityId       *service,
                                const CapacityRefusal  *refusal,
                                GError                **error)
{
  static const char sql[] =
    "INSERT INTO refusal (id, service, month, other, alike) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
    " service = excluded.service, month = excluded.month, other = excluded.other, alike = excluded.alike";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &refusal->id);
  capacity_statement_bind_id (statement, service);
  capacity_statement_bind_known (statement, refusal->month, CAPACITY_NO_MONTH);
  capacity_statement_bind_id (statement, &refusal->other);
  capacity_statement_bind_known (statement, capacity_id_is_none (&refusal->other) ? -1 : (gint64) refusal->alike, -1);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_registers_set_plan:
 * @db: a portfolio's connection, in a transaction
 * @service: (nullable): the service it belongs to; %NULL or the one of zeros for the institution
 * @plan: a plan, new or replacing the one of the same identifier
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_registers_set_plan (CapacityDb          *db,
                             const CapacityId    *service,
                             const CapacityPlan  *plan,
                             GError             **error)
{
  static const char sql[] =
    "INSERT INTO plan (id, service, years, assumptions, recommendation, state, decided_day,"
    " decided_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET service ="
    " excluded.service, years = excluded.years, assumptions = excluded.assumptions,"
    " recommendation = excluded.recommendation, state = excluded.state, decided_day ="
    " excluded.decided_day, decided_by = excluded.decided_by";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &plan->id);
  capacity_statement_bind_id (statement, service);
  capacity_statement_bind_int (statement, plan->years);
  capacity_statement_bind_text (statement, plan->assumptions);
  capacity_statement_bind_text (statement, plan->recommendation);
  capacity_statement_bind_int (statement, plan->state);
  capacity_statement_bind_known (statement, plan->decided, CAPACITY_DATE_NONE);
  capacity_statement_bind_text (statement, plan->decided_by);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_registers_set_profile:
 * @db: a portfolio's connection, in a transaction
 * @profile: a profile, new or replacing the one of the same identifier
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_registers_set_profile (CapacityDb                   *db,
                                const CapacityImportProfile  *profile,
                                GError                      **error)
{
  static const char sql[] =
    "INSERT INTO import_profile (id, name, fingerprint, settings) VALUES (?, ?, ?, ?) ON CONFLICT"
    " (id) DO UPDATE SET name = excluded.name, fingerprint = excluded.fingerprint, settings ="
    " excluded.settings";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &profile->id);
  capacity_statement_bind_text (statement, profile->name);
  capacity_statement_bind_text (statement, profile->fingerprint);
  capacity_statement_bind_text (statement, profile->settings);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_registers_set_filter:
 * @db: a portfolio's connection, in a transaction
 * @filter: a filter, new or replacing the one of the same identifier
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_registers_set_filter (CapacityDb                 *db,
                               const CapacitySavedFilter  *filter,
                               GError                    **error)
{
  static const char sql[] =
    "INSERT INTO saved_filter (id, page, name, query) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO"
    " UPDATE SET page = excluded.page, name = excluded.name, query = excluded.query";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &filter->id);
  capacity_statement_bind_text (statement, filter->page);
  capacity_statement_bind_text (statement, filter->name);
  capacity_statement_bind_text (statement, filter->query);

  return capacity_statement_run (statement, error);
}

static gboolean
remove_report_text (CapacityDb        *db,
                    const CapacityId  *id,
                    GError           **error)
{
  CapacityStatement *statement = capacity_db_prepare (db, "DELETE FROM report_text WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, id);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_registers_set_report_text:
 * @db: a portfolio's connection, in a transaction
 * @text: a text, new or replacing the one of the same identifier; an empty one removes it
 * @error: return location
 *
 * Returns: whether it was written
 */
gboolean
capacity_registers_set_report_text (CapacityDb                *db,
                                    const CapacityReportText  *text,
                                    GError                   **error)
{
  static const char sql[] =
    "INSERT INTO report_text (id, report, section, subject, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO"
    " UPDATE SET report = excluded.report, section = excluded.section, subject = excluded.subject, text ="
    " excluded.text";
  CapacityStatement *statement;

  if (*text->text == '\0')
    return remove_report_text (db, &text->id, error);

  statement = capacity_db_prepare (db, sql, error);
  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, &text->id);
  capacity_statement_bind_text (statement, text->report);
  capacity_statement_bind_text (statement, text->section);
  capacity_statement_bind_id (statement, &text->subject);
  capacity_statement_bind_text (statement, text->text);

  return capacity_statement_run (statement, error);
}
