/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-reader-private.h"

#include <string.h>

#include "capacity-import-date.h"
#include "capacity-vocabulary.h"

/**
 * capacity_import_reader_clear:
 * @self: a reader
 *
 * Frees what the reader holds.
 */
void
capacity_import_reader_clear (CapacityImportReader *self)
{
  capacity_csv_reader_clear (&self->csv);
  capacity_import_remarks_clear (&self->remarks);
  g_clear_pointer (&self->builder, capacity_import_builder_free);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->key_columns, g_array_unref);
  g_clear_pointer (&self->key, g_byte_array_unref);
  g_clear_pointer (&self->above, g_array_unref);
  g_clear_pointer (&self->tickets, g_array_unref);
}

/* What stands across: services, or channels or kinds of one of them. */
static CapacityImportSlot
slot_of (const CapacityImportReader *self,
         guint                       column)
{
  const CapacityImportPlan *plan = self->plan;
  const char *name = plan->columns[column].name;
  /* Where rows say what they count, columns do not. */
  gboolean rows_say = capacity_import_plan_has_role (plan, CAPACITY_IMPORT_ROLE_MEASURE);
  CapacityImportSlot slot = { .measure = rows_say ? CAPACITY_MEASURE_ARRIVALS : plan->columns[column].measure,
                              .kind = CAPACITY_REQUEST_ALL, .column = column + 1 };

  if (plan->layout != CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS)
    return slot;
  if (capacity_import_plan_has_parts_across (plan, CAPACITY_IMPORT_ROLE_CHANNEL))
    slot.channel = name;
  else if (!capacity_import_plan_has_parts_across (plan, CAPACITY_IMPORT_ROLE_KIND)
           || !capacity_vocabulary_request_kind (name, strlen (name), &slot.kind))
    slot.suffix = name[0] != '\0' ? name : self->service;

  return slot;
}

/* Whether two columns are of the same service or channel, whatever the size of their letters. */
static gboolean
is_same_name (const char *a,
              const char *b)
{
  g_autofree char *folded = g_utf8_casefold (a != NULL ? a : "", -1);
  g_autofree char *other = g_utf8_casefold (b != NULL ? b : "", -1);

  return g_str_equal (folded, other);
}

static guint
find_or_add_slot (CapacityImportReader *self,
                  guint                 column)
{
  CapacityImportSlot slot = slot_of (self, column);

  for (guint i = 0; i < self->slots->len; i++)
    {
      const CapacityImportSlot *known = &g_array_index (self->slots, CapacityImportSlot, i);

      if (known->measure == slot.measure && known->kind == slot.kind && is_same_name (known->suffix, slot.suffix)
          && is_same_name (known->channel, slot.channel))
        return i;
    }
  g_array_append_val (self->slots, slot);
  return self->slots->len - 1;
}

static void
add_value_column (CapacityImportReader *self,
                  guint                 column)
{
  const CapacityImportPlan *plan = self->plan;
  CapacityImportValueColumn value = {
    .column = column, .slot = find_or_add_slot (self, column), .period = plan->columns[column].period,
  };

  /* A person may have said that they are no quarters. */
  if (value.period.kind == CAPACITY_PERIOD_QUARTER && capacity_import_plan_has_roman_months (plan))
    capacity_import_roman_parse (plan->columns[column].name, strlen (plan->columns[column].name), &value.period);
  if (plan->columns[column].needs_year)
    value.n_per_year = value.period.kind == CAPACITY_PERIOD_QUARTER ? 4 : 12;
  g_array_append_val (self->values, value);
}

static gboolean
is_key_role (CapacityImportRole role)
{
  return role == CAPACITY_IMPORT_ROLE_SERVICE || role == CAPACITY_IMPORT_ROLE_CODE || role == CAPACITY_IMPORT_ROLE_KIND
         || role == CAPACITY_IMPORT_ROLE_CHANNEL || role == CAPACITY_IMPORT_ROLE_SITE || role == CAPACITY_IMPORT_ROLE_MEASURE;
}

/* The column that says nothing new beside the one of the services, such as their names in another language. */
static int
find_beside (const CapacityImportPlan *plan)
{
  for (guint i = 0; i < plan->n_columns; i++)
    {
      const CapacityImportColumn *column = &plan->columns[i];

      if (column->role == CAPACITY_IMPORT_ROLE_IGNORE && column->reason == CAPACITY_IMPORT_REASON_TEXT
          && (capacity_vocabulary_header (column->name, strlen (column->name), NULL) & CAPACITY_VOCABULARY_SERVICE))
        return (int) i;
    }
  return CAPACITY_IMPORT_NO_COLUMN;
}

static void
find_columns (CapacityImportReader *self)
{
  const CapacityImportPlan *plan = self->plan;

  self->has_one_period = capacity_import_plan_has_one_period (plan);
  self->period_column = CAPACITY_IMPORT_NO_COLUMN;
  self->year_column = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_YEAR);
  self->month_column = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_MONTH);
  self->hour_column = CAPACITY_IMPORT_NO_COLUMN;
  self->beside_column = find_beside (plan);
  if (plan->layout != CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS && plan->period_kind == CAPACITY_PERIOD_HOUR)
    self->hour_column = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_HOUR);
  if (plan->layout != CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS || capacity_import_plan_has_hours_across (plan))
    self->period_column = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_PERIOD);
  if (self->period_column != CAPACITY_IMPORT_NO_COLUMN && capacity_import_plan_has_parts_down (plan))
    {
      self->month_column = self->period_column;
      self->period_column = CAPACITY_IMPORT_NO_COLUMN;
    }
  self->closed_column = CAPACITY_IMPORT_NO_COLUMN;
  /* By the hour only what came is counted: few lists tell when in a day a case was closed. */
  if (plan->layout == CAPACITY_IMPORT_LAYOUT_TICKETS
      && (plan->period_kind != CAPACITY_PERIOD_HOUR || self->period_column == CAPACITY_IMPORT_NO_COLUMN))
    self->closed_column = capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_CLOSED);
  for (guint i = 0; i < plan->n_columns; i++)
    {
      CapacityImportRole role = plan->columns[i].role;

      if (role == CAPACITY_IMPORT_ROLE_VALUE && plan->layout != CAPACITY_IMPORT_LAYOUT_TICKETS)
        add_value_column (self, i);
      else if (is_key_role (role))
        g_array_append_val (self->key_columns, i);
      if (role != CAPACITY_IMPORT_ROLE_IGNORE)
        self->n_needed = i + 1;
    }
}

/**
 * capacity_import_reader_init:
 * @self: memory for the reader
 * @file: the file
 * @plan: how to read it; both must outlive the reader
 * @text: the file's text, likewise
 *
 * Prepares reading from the first row.
 */
void
capacity_import_reader_init (CapacityImportReader     *self,
                             const CapacityImportFile *file,
                             const CapacityImportPlan *plan,
                             const CapacityImportText *text)
{
  memset (self, 0, sizeof *self);
  self->plan = plan;
  self->text = text;
  self->service = plan->service != NULL && plan->service[0] != '\0' ? plan->service
                                                                    : capacity_import_file_get_name (file);
  capacity_csv_reader_init (&self->csv, text->data, text->length, plan->delimiter);
  self->csv.next_line = text->first_line;
  self->is_grid = text->is_grid;
  capacity_import_remarks_init (&self->remarks, plan);
  self->builder = capacity_import_builder_new ();
  self->slots = g_array_new (FALSE, FALSE, sizeof (CapacityImportSlot));
  self->values = g_array_new (FALSE, FALSE, sizeof (CapacityImportValueColumn));
  self->key_columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->key = g_byte_array_new ();
  self->above = g_array_new (FALSE, TRUE, sizeof (CapacityCsvCell));
  g_array_set_size (self->above, plan->n_columns);
  self->tickets = g_array_new (FALSE, FALSE, sizeof (CapacityImportTicket));
  find_columns (self);
}

/**
 * capacity_import_reader_has_values:
 * @self: a reader
 *
 * Returns: whether a cell of volumes of the row is not empty
 */
gboolean
capacity_import_reader_has_values (const CapacityImportReader *self)
{
  for (guint i = 0; i < self->values->len; i++)
    {
      guint column = g_array_index (self->values, CapacityImportValueColumn, i).column;

      if (capacity_import_reader_get_cell (self, (int) column).length > 0)
        return TRUE;
    }
  return FALSE;
}

/* Nothing is said of persons, and of a list of cases nothing that is not used: it may tell of them. */
static gboolean
may_tell (const CapacityImportReader *self,
          guint                       column)
{
  const CapacityImportPlan *plan = self->plan;

  if (column < plan->n_columns && plan->columns[column].role != CAPACITY_IMPORT_ROLE_IGNORE)
    return TRUE;
  return plan->layout != CAPACITY_IMPORT_LAYOUT_TICKETS
         && (column >= plan->n_columns || plan->columns[column].reason != CAPACITY_IMPORT_REASON_PERSONAL);
}

/**
 * capacity_import_reader_first_text:
 * @self: a reader
 *
 * Returns: the first cell of the row that is not empty; in a list of cases, of the cells that are used
 */
CapacityCsvCell
capacity_import_reader_first_text (const CapacityImportReader *self)
{
  for (guint i = 0; i < self->csv.n_cells; i++)
    if (may_tell (self, i) && capacity_import_reader_get_cell (self, (int) i).length > 0)
      return capacity_import_reader_get_cell (self, (int) i);
  return capacity_import_reader_get_cell (self, CAPACITY_IMPORT_NO_COLUMN);
}

/**
 * capacity_import_reader_add_problem:
 * @self: a reader
 * @code: what is wrong
 * @column: which cell of the row, from 0, or %CAPACITY_IMPORT_NO_COLUMN for the row
 *
 * Lists a problem of the row.
 */
void
capacity_import_reader_add_problem (CapacityImportReader      *self,
                                    CapacityImportProblemCode  code,
                                    int                        column)
{
  CapacityCsvCell cell = capacity_import_reader_get_cell (self, column);

  if (column == CAPACITY_IMPORT_NO_COLUMN)
    cell = capacity_import_reader_first_text (self);
  capacity_import_remarks_add_problem (&self->remarks, code, self->csv.line, (guint) (column + 1), &cell);
}
