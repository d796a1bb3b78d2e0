/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-plan.h"

#include <string.h>

#include "capacity-exchange-error.h"
#include "capacity-vocabulary.h"

/**
 * capacity_import_plan_new:
 * @n_columns: number of columns
 *
 * Returns: (transfer full): a plan that uses none of the columns, of a file in UTF-8 with semicolons
 */
CapacityImportPlan *
capacity_import_plan_new (guint n_columns)
{
  CapacityImportPlan *self = g_new0 (CapacityImportPlan, 1);

  self->delimiter = ';';
  self->decimal = ',';
  self->n_header_rows = 1;
  self->period_kind = CAPACITY_PERIOD_MONTH;
  self->skip_totals = TRUE;
  self->columns = g_new0 (CapacityImportColumn, n_columns);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    self->columns[i].name = g_strdup ("");

  return self;
}

/**
 * capacity_import_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): a copy
 */
CapacityImportPlan *
capacity_import_plan_copy (const CapacityImportPlan *self)
{
  CapacityImportPlan *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (CapacityImportPlan, 1);
  *copy = *self;
  copy->service = g_strdup (self->service);
  copy->columns = g_new (CapacityImportColumn, self->n_columns);
  for (guint i = 0; i < self->n_columns; i++)
    {
      copy->columns[i] = self->columns[i];
      copy->columns[i].name = g_strdup (self->columns[i].name);
    }
  return copy;
}

/**
 * capacity_import_plan_free:
 * @self: (transfer full): a plan
 */
void
capacity_import_plan_free (CapacityImportPlan *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->columns[i].name);
  g_free (self->columns);
  g_free (self->service);
  g_free (self);
}

/**
 * capacity_import_plan_find_role:
 * @self: a plan
 * @role: a role
 *
 * Returns: the first column that has the role, from 0, or -1
 */
int
capacity_import_plan_find_role (const CapacityImportPlan *self,
                                CapacityImportRole        role)
{
  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == role)
      return (int) i;
  return -1;
}

/**
 * capacity_import_plan_has_role:
 * @self: a plan
 * @role: a role
 *
 * Returns: whether a column has the role
 */
gboolean
capacity_import_plan_has_role (const CapacityImportPlan *self,
                               CapacityImportRole        role)
{
  return capacity_import_plan_find_role (self, role) >= 0;
}

/**
 * capacity_import_plan_has_one_period:
 * @self: a plan
 *
 * Returns: whether all rows are of one period, which stands in none of them
 */
gboolean
capacity_import_plan_has_one_period (const CapacityImportPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->whole.index != 0
         && (self->layout == CAPACITY_IMPORT_LAYOUT_LONG || self->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS)
         && !capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_PERIOD)
         && !capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_YEAR)
         && !capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_MONTH);
}

/**
 * capacity_import_plan_has_roman_months:
 * @self: a plan
 *
 * Returns: whether Roman numbers alone are months rather than quarters
 */
gboolean
capacity_import_plan_has_roman_months (const CapacityImportPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->roman == CAPACITY_IMPORT_ROMAN_MONTHS
         || (self->roman == CAPACITY_IMPORT_ROMAN_EITHER && self->period_kind == CAPACITY_PERIOD_MONTH);
}

/**
 * capacity_import_plan_has_parts_down:
 * @self: a plan
 *
 * Returns: whether the cells of the column of periods name months or quarters alone, so that the year stands elsewhere
 */
gboolean
capacity_import_plan_has_parts_down (const CapacityImportPlan *self)
{
  int column;

  g_return_val_if_fail (self != NULL, FALSE);

  column = capacity_import_plan_find_role (self, CAPACITY_IMPORT_ROLE_PERIOD);
  return self->layout != CAPACITY_IMPORT_LAYOUT_TICKETS && column >= 0 && self->columns[column].needs_year;
}

/**
 * capacity_import_plan_needs_year:
 * @self: a plan
 *
 * Returns: whether the file's periods name no year, so that the plan must
 */
gboolean
capacity_import_plan_needs_year (const CapacityImportPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_YEAR))
    return FALSE;
  if (self->layout != CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS)
    return capacity_import_plan_has_parts_down (self)
           || (capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_MONTH)
               && !capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_PERIOD));
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE && self->columns[i].needs_year)
      return TRUE;
  return FALSE;
}

/**
 * capacity_import_plan_has_hours_across:
 * @self: a plan
 *
 * Returns: whether columns that stand side by side are hours of the day that the row tells
 */
gboolean
capacity_import_plan_has_hours_across (const CapacityImportPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->n_columns && self->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS; i++)
    if (self->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE && self->columns[i].period.kind == CAPACITY_PERIOD_HOUR)
      return TRUE;
  return FALSE;
}

static gboolean
has_period (const CapacityImportPlan *self)
{
  return (self->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS && !capacity_import_plan_has_hours_across (self))
         || capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_PERIOD)
         || capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_YEAR)
         || capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_MONTH)
         || capacity_import_plan_has_one_period (self)
         || (self->layout == CAPACITY_IMPORT_LAYOUT_TICKETS
             && capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_CLOSED));
}

/* A kind that two columns name is none: they would count the same twice. */
static gboolean
names_part (const char         *name,
            CapacityImportRole  part,
            guint              *kinds)
{
  CapacityRequestKind kind;

  if (part == CAPACITY_IMPORT_ROLE_CHANNEL)
    return capacity_vocabulary_is_channel (name, strlen (name));
  if (!capacity_vocabulary_request_kind (name, strlen (name), &kind) || (*kinds & 1u << kind))
    return FALSE;
  *kinds |= 1u << kind;

  return TRUE;
}

/**
 * capacity_import_plan_has_parts_across:
 * @self: a plan
 * @part: %CAPACITY_IMPORT_ROLE_CHANNEL or %CAPACITY_IMPORT_ROLE_KIND
 *
 * Returns: whether columns that stand side by side are channels, or kinds of applications, of one service rather than
 *   services: all their names are such, and no column of texts tells the same
 */
gboolean
capacity_import_plan_has_parts_across (const CapacityImportPlan *self,
                                       CapacityImportRole        part)
{
  guint kinds = 0;
  guint n = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->layout != CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS || capacity_import_plan_has_role (self, part))
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE)
      {
        if (!names_part (self->columns[i].name, part, &kinds))
          return FALSE;
        n++;
      }
  return n > 1;
}

/**
 * capacity_import_plan_names_parts:
 * @self: a plan
 *
 * Returns: whether columns that stand side by side are parts of one service, see capacity_import_plan_has_parts_across()
 */
gboolean
capacity_import_plan_names_parts (const CapacityImportPlan *self)
{
  return capacity_import_plan_has_parts_across (self, CAPACITY_IMPORT_ROLE_CHANNEL)
         || capacity_import_plan_has_parts_across (self, CAPACITY_IMPORT_ROLE_KIND);
}

/**
 * capacity_import_plan_sum:
 * @self: a plan
 * @column: a column that names rows or their periods
 * @text: (array length=length): a cell of it, valid UTF-8
 * @length: number of bytes
 *
 * Returns: what the cell says of its row; the parts of a channel or place are what is counted of it
 */
CapacityImportSum
capacity_import_plan_sum (const CapacityImportPlan *self,
                          guint                     column,
                          const char               *text,
                          gsize                     length)
{
  CapacityImportRole role = self->columns[column].role;

  if (capacity_vocabulary_is_total (text, length))
    return CAPACITY_IMPORT_SUM_TOTAL;
  if ((role == CAPACITY_IMPORT_ROLE_SERVICE || role == CAPACITY_IMPORT_ROLE_CHANNEL || role == CAPACITY_IMPORT_ROLE_SITE)
      && capacity_vocabulary_is_subtotal (text, length))
    return CAPACITY_IMPORT_SUM_SUBTOTAL;
  return role == CAPACITY_IMPORT_ROLE_SERVICE && capacity_vocabulary_is_part (text, length) ? CAPACITY_IMPORT_SUM_PART
                                                                                            : CAPACITY_IMPORT_SUM_NONE;
}

/**
 * capacity_import_plan_needs_service:
 * @self: a plan
 *
 * Returns: whether the file names no service, so that the plan must
 */
gboolean
capacity_import_plan_needs_service (const CapacityImportPlan *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return (self->layout == CAPACITY_IMPORT_LAYOUT_LONG || self->layout == CAPACITY_IMPORT_LAYOUT_TICKETS
          || capacity_import_plan_names_parts (self))
         && !capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_SERVICE)
         && !capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_CODE);
}

static gboolean
has_half_years (const CapacityImportPlan *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE
        && self->columns[i].reason == CAPACITY_IMPORT_REASON_HALF_YEAR)
      return TRUE;
  return FALSE;
}

/* The first column of volumes whose name should be a period and is none; -1 where there is none. */
static int
find_without_period (const CapacityImportPlan *self)
{
  for (guint i = 0; i < self->n_columns && self->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS; i++)
    if (self->columns[i].role == CAPACITY_IMPORT_ROLE_VALUE && !self->columns[i].needs_year
        && self->columns[i].period.kind != CAPACITY_PERIOD_HOUR && self->columns[i].period.index == 0)
      return (int) i;
  return -1;
}

/**
 * capacity_import_plan_check:
 * @self: a plan
 * @error: return location for an error
 *
 * Checks whether the plan names all that reading needs: volumes, and a period for each of them. The errors
 * are %CAPACITY_EXCHANGE_ERROR_NO_PERIOD, %CAPACITY_EXCHANGE_ERROR_NO_YEAR, %CAPACITY_EXCHANGE_ERROR_NO_VALUES,
 * %CAPACITY_EXCHANGE_ERROR_NOT_A_PERIOD and %CAPACITY_EXCHANGE_ERROR_HALF_YEARS.
 *
 * Returns: whether it does
 */
gboolean
capacity_import_plan_check (const CapacityImportPlan *self,
                            GError                  **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_VALUE) && has_half_years (self))
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_HALF_YEARS, "The periods are half-years");
      return FALSE;
    }
  if (!has_period (self))
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_PERIOD,
                   "No column tells the period of a row");
      return FALSE;
    }
  if (self->layout != CAPACITY_IMPORT_LAYOUT_TICKETS
      && !capacity_import_plan_has_role (self, CAPACITY_IMPORT_ROLE_VALUE))
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_VALUES,
                   "No column holds volumes");
      return FALSE;
    }
  if (find_without_period (self) >= 0)
    {
      g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NOT_A_PERIOD,
                           self->columns[find_without_period (self)].name);
      return FALSE;
    }
  if (capacity_import_plan_needs_year (self)
      && (self->year < CAPACITY_YEAR_MIN || self->year > CAPACITY_YEAR_MAX))
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_YEAR, "The periods name no year");
      return FALSE;
    }
  return TRUE;
}

static gboolean
role_is_exclusive (CapacityImportRole role)
{
  return role != CAPACITY_IMPORT_ROLE_IGNORE && role != CAPACITY_IMPORT_ROLE_SERVICE
         && role != CAPACITY_IMPORT_ROLE_VALUE;
}

/**
 * capacity_import_plan_set_role:
 * @self: a plan
 * @column: which column, from 0
 * @role: its role from now on
 *
 * Gives a column a role on the user's behalf. Of the roles other than service and value each has one column:
 * the one that had it is not used any more.
 */
void
capacity_import_plan_set_role (CapacityImportPlan *self,
                               guint               column,
                               CapacityImportRole  role)
{
  g_return_if_fail (self != NULL && column < self->n_columns);

  for (guint i = 0; i < self->n_columns && role_is_exclusive (role); i++)
    if (i != column && self->columns[i].role == role)
      {
        self->columns[i].role = CAPACITY_IMPORT_ROLE_IGNORE;
        self->columns[i].reason = CAPACITY_IMPORT_REASON_USER;
        self->columns[i].is_chosen = TRUE;
      }
  self->columns[column].role = role;
  self->columns[column].is_chosen = TRUE;
  self->columns[column].reason =
    role == CAPACITY_IMPORT_ROLE_IGNORE ? CAPACITY_IMPORT_REASON_USER : CAPACITY_IMPORT_REASON_NONE;
}

/**
 * capacity_import_plan_set_service:
 * @self: a plan
 * @service: (nullable): name of the service for a file without a column of services
 */
void
capacity_import_plan_set_service (CapacityImportPlan *self,
                                  const char         *service)
{
  g_return_if_fail (self != NULL);

  g_set_str (&self->service, service);
}
