/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import.h"

#include <math.h>
#include <string.h>

#include "capacity-import-builder.h"
#include "capacity-import-date.h"
#include "capacity-import-file-private.h"
#include "capacity-import-number.h"
#include "capacity-vocabulary.h"

#define ROWS_BETWEEN_CHECKS 4096
#define N_KNOWN_DATES 1024
#define NO_COLUMN (-1)

typedef struct
{
  guint          column;
  guint          slot;
  CapacityPeriod period; /* with periods across */
} ValueColumn;

/* The same dates stand in many rows: what a cell meant the last time is kept by the hash of its text. */
typedef struct
{
  const char                *text;
  guint                      length;
  CapacityImportDateOutcome  outcome;
  CapacityPeriod             period;
} KnownDate;

typedef struct
{
  const CapacityImportPlan *plan;
  const char               *service;     /* where the file names none */
  CapacityCsvReader         csv;
  CapacityImportRemarks     remarks;
  CapacityImportBuilder    *builder;
  GArray                   *slots;       /* CapacityImportSlot */
  GArray                   *values;      /* ValueColumn */
  GArray                   *key_columns; /* int: service, kind, channel, measure */
  int                       period_column;
  int                       year_column;
  int                       month_column;
  guint                     n_needed;    /* cells that a row must have */
  GByteArray               *key;
  GArray                   *above;       /* CapacityCsvCell: the last text of each column, to fill down */
  KnownDate                 dates[N_KNOWN_DATES];
  guint64                   n_rows;
} Reader;

static void
reader_clear (Reader *self)
{
  capacity_csv_reader_clear (&self->csv);
  capacity_import_remarks_clear (&self->remarks);
  g_clear_pointer (&self->builder, capacity_import_builder_free);
  g_clear_pointer (&self->slots, g_array_unref);
  g_clear_pointer (&self->values, g_array_unref);
  g_clear_pointer (&self->key_columns, g_array_unref);
  g_clear_pointer (&self->key, g_byte_array_unref);
  g_clear_pointer (&self->above, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static int
find_column (const CapacityImportPlan *plan,
             CapacityImportRole        role)
{
  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == role)
      return (int) i;
  return NO_COLUMN;
}

static guint
find_or_add_slot (Reader     *self,
                  guint       column,
                  const char *suffix)
{
  /* Where rows say what they count, columns do not. */
  gboolean rows_say = capacity_import_plan_has_role (self->plan, CAPACITY_IMPORT_ROLE_MEASURE);
  CapacityMeasure measure = rows_say ? CAPACITY_MEASURE_ARRIVALS : self->plan->columns[column].measure;
  CapacityImportSlot slot = { measure, suffix, column + 1 };

  for (guint i = 0; i < self->slots->len; i++)
    {
      const CapacityImportSlot *known = &g_array_index (self->slots, CapacityImportSlot, i);

      if (known->measure == measure && g_strcmp0 (known->suffix, suffix) == 0)
        return i;
    }
  g_array_append_val (self->slots, slot);
  return self->slots->len - 1;
}

static void
add_value_column (Reader *self,
                  guint   column)
{
  const CapacityImportPlan *plan = self->plan;
  const char *name = plan->columns[column].name[0] != '\0' ? plan->columns[column].name : self->service;
  const char *suffix = plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS ? name : NULL;
  ValueColumn value = {
    .column = column, .slot = find_or_add_slot (self, column, suffix), .period = plan->columns[column].period,
  };

  if (plan->columns[column].needs_year)
    value.period.index += plan->year * (value.period.kind == CAPACITY_PERIOD_QUARTER ? 4 : 12);
  g_array_append_val (self->values, value);
}

static gboolean
is_key_role (CapacityImportRole role)
{
  return role == CAPACITY_IMPORT_ROLE_SERVICE || role == CAPACITY_IMPORT_ROLE_KIND
         || role == CAPACITY_IMPORT_ROLE_CHANNEL || role == CAPACITY_IMPORT_ROLE_MEASURE;
}

static void
reader_init (Reader                   *self,
             const CapacityImportFile *file,
             const CapacityImportPlan *plan,
             const CapacityImportText *text)
{
  memset (self, 0, sizeof *self);
  self->plan = plan;
  self->service = plan->service != NULL && plan->service[0] != '\0' ? plan->service
                                                                    : capacity_import_file_get_name (file);
  capacity_csv_reader_init (&self->csv, text->data, text->length, plan->delimiter);
  capacity_import_remarks_init (&self->remarks, plan);
  self->builder = capacity_import_builder_new ();
  self->slots = g_array_new (FALSE, FALSE, sizeof (CapacityImportSlot));
  self->values = g_array_new (FALSE, FALSE, sizeof (ValueColumn));
  self->key_columns = g_array_new (FALSE, FALSE, sizeof (int));
  self->key = g_byte_array_new ();
  self->above = g_array_new (FALSE, TRUE, sizeof (CapacityCsvCell));
  g_array_set_size (self->above, plan->n_columns);
  self->period_column = self->year_column = self->month_column = NO_COLUMN;
  if (plan->layout != CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS)
    {
      self->period_column = find_column (plan, CAPACITY_IMPORT_ROLE_PERIOD);
      self->year_column = find_column (plan, CAPACITY_IMPORT_ROLE_YEAR);
      self->month_column = find_column (plan, CAPACITY_IMPORT_ROLE_MONTH);
    }
  for (guint i = 0; i < plan->n_columns; i++)
    {
      CapacityImportRole role = plan->columns[i].role;

      if (role == CAPACITY_IMPORT_ROLE_VALUE)
        add_value_column (self, i);
      else if (is_key_role (role))
        g_array_append_val (self->key_columns, i);
      if (role != CAPACITY_IMPORT_ROLE_IGNORE)
        self->n_needed = i + 1;
    }
}

static inline CapacityCsvCell
get_cell (const Reader *self,
          int           column)
{
  static const CapacityCsvCell empty = { "", 0, FALSE };

  if (column < 0 || (guint) column >= self->csv.n_cells)
    return empty;
  return capacity_csv_cell_trim (self->csv.cells[column]);
}

static gboolean
has_values (const Reader *self)
{
  for (guint i = 0; i < self->values->len; i++)
    if (get_cell (self, (int) g_array_index (self->values, ValueColumn, i).column).length > 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_cells_beyond (const Reader *self,
                  guint         n)
{
  for (guint i = n; i < self->csv.n_cells; i++)
    if (get_cell (self, (int) i).length > 0)
      return TRUE;
  return FALSE;
}

static CapacityImportDateOutcome
parse_date (Reader          *self,
            CapacityCsvCell  cell,
            CapacityPeriod  *period)
{
  guint hash = cell.length;
  KnownDate *known;

  for (guint i = 0; i < cell.length; i++)
    hash = hash * 31 + (guchar) cell.text[i];
  known = &self->dates[(hash ^ hash >> 10) % N_KNOWN_DATES];
  if (known->text == NULL || known->length != cell.length || memcmp (known->text, cell.text, cell.length) != 0)
    {
      known->text = cell.text;
      known->length = cell.length;
      known->outcome = capacity_import_date_parse (cell.text, cell.length, self->plan->date_order, &known->period);
    }
  *period = known->period;
  return known->outcome;
}

/* Finds out the period of the row and the column that tells it, or would. */
static CapacityImportDateOutcome
parse_period (Reader         *self,
              CapacityPeriod *period,
              int            *column)
{
  CapacityImportDateOutcome outcome;
  CapacityCsvCell cell;
  int year;

  if (self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS)
    return CAPACITY_IMPORT_DATE_OK;
  if (self->period_column != NO_COLUMN)
    {
      *column = self->period_column;
      return parse_date (self, get_cell (self, *column), period);
    }
  year = self->plan->year;
  if (self->year_column != NO_COLUMN)
    {
      *column = self->year_column;
      cell = get_cell (self, *column);
      outcome = capacity_import_year_parse (cell.text, cell.length, &year);
      if (outcome != CAPACITY_IMPORT_DATE_OK)
        return outcome;
    }
  *period = (CapacityPeriod) { CAPACITY_PERIOD_YEAR, year };
  if (self->month_column == NO_COLUMN)
    return CAPACITY_IMPORT_DATE_OK;
  *column = self->month_column;
  cell = get_cell (self, *column);
  return capacity_import_year_part_parse (cell.text, cell.length, year, period);
}

/* Makes a period of the plan's length of one that is not longer. */
static gboolean
fit_period (CapacityPeriodKind  kind,
            CapacityPeriod     *period)
{
  if (period->kind == kind)
    return TRUE;
  if (period->kind == CAPACITY_PERIOD_DAY)
    {
      *period = capacity_period_of_date (kind, period->index);
      return TRUE;
    }
  if (period->kind < CAPACITY_PERIOD_MONTH || period->kind > kind)
    return FALSE;
  *period = capacity_period_convert (*period, kind);
  return TRUE;
}

/* Whether a cell that names the row, or its period, says that it is a total. */
static gboolean
is_total_row (const Reader *self)
{
  int period_columns[] = { self->period_column, self->year_column, self->month_column };

  for (guint i = 0; i < G_N_ELEMENTS (period_columns); i++)
    {
      CapacityCsvCell cell = get_cell (self, period_columns[i]);

      if (capacity_vocabulary_is_total (cell.text, cell.length))
        return TRUE;
    }
  for (guint i = 0; i < self->key_columns->len; i++)
    {
      CapacityCsvCell cell = get_cell (self, g_array_index (self->key_columns, int, i));

      if (capacity_vocabulary_is_total (cell.text, cell.length))
        return TRUE;
    }
  return FALSE;
}

static CapacityCsvCell
first_text (const Reader *self)
{
  for (guint i = 0; i < self->csv.n_cells; i++)
    if (get_cell (self, (int) i).length > 0)
      return get_cell (self, (int) i);
  return get_cell (self, NO_COLUMN);
}

static void
add_row_problem (Reader                    *self,
                 CapacityImportProblemCode  code,
                 int                        column)
{
  CapacityCsvCell cell = column == NO_COLUMN ? first_text (self) : get_cell (self, column);

  capacity_import_remarks_add_problem (&self->remarks, code, self->csv.line, (guint) (column + 1), &cell);
}

/* A row whose period cannot be read: a total, a footnote, or a problem. */
static void
skip_row (Reader                    *self,
          CapacityImportDateOutcome  outcome,
          int                        column)
{
  CapacityCsvCell first = first_text (self);

  if (self->plan->skip_totals && is_total_row (self))
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_TOTAL_ROWS, self->csv.line, 0, &first);
  else if (!has_values (self))
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_TEXT_ROWS, self->csv.line, 0, &first);
  else if (outcome == CAPACITY_IMPORT_DATE_MISSING)
    add_row_problem (self, CAPACITY_IMPORT_PROBLEM_NO_PERIOD, column);
  else if (outcome == CAPACITY_IMPORT_DATE_NO_SUCH)
    add_row_problem (self, CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE, column);
  else
    add_row_problem (self, CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD, column);
}

/* The text that tells the row's group: of one column as it lies in the file, of several joined. */
static const char *
get_key (Reader *self,
         gsize  *length)
{
  CapacityCsvCell cell;

  if (self->key_columns->len == 1)
    {
      cell = get_cell (self, g_array_index (self->key_columns, int, 0));
      *length = cell.length;
      return cell.text;
    }
  g_byte_array_set_size (self->key, 0);
  for (guint i = 0; i < self->key_columns->len; i++)
    {
      cell = get_cell (self, g_array_index (self->key_columns, int, i));
      g_byte_array_append (self->key, (const guint8 *) cell.text, cell.length);
      g_byte_array_append (self->key, (const guint8 *) "\037", 1);
    }
  *length = self->key->len;
  return self->key->len > 0 ? (const char *) self->key->data : "";
}

static void
add_to_service (CapacityImportGroup *group,
                CapacityCsvCell      cell)
{
  g_autofree char *before = g_steal_pointer (&group->service);
  g_autofree char *text = capacity_csv_cell_dup (cell, 0);

  if (before == NULL || before[0] == '\0')
    group->service = g_steal_pointer (&text);
  else if (text[0] == '\0')
    group->service = g_steal_pointer (&before);
  else
    group->service = g_strconcat (before, " · ", text, NULL);
}

static void
read_key_cell (Reader              *self,
               int                  column,
               CapacityImportGroup *group)
{
  CapacityCsvCell cell = get_cell (self, column);
  gboolean is_total = capacity_vocabulary_is_total (cell.text, cell.length);

  group->is_total |= is_total && self->plan->skip_totals;
  switch (self->plan->columns[column].role)
    {
    case CAPACITY_IMPORT_ROLE_SERVICE:
      add_to_service (group, cell);
      break;
    case CAPACITY_IMPORT_ROLE_CHANNEL:
      group->channel = cell.length > 0 ? capacity_csv_cell_dup (cell, 0) : NULL;
      break;
    case CAPACITY_IMPORT_ROLE_KIND:
      if (cell.length > 0 && !is_total && !capacity_vocabulary_request_kind (cell.text, cell.length, &group->kind))
        {
          group->problem = CAPACITY_IMPORT_PROBLEM_UNKNOWN_KIND;
          group->problem_column = (guint) column + 1;
        }
      break;
    case CAPACITY_IMPORT_ROLE_MEASURE:
      group->has_measure = capacity_vocabulary_measure (cell.text, cell.length, &group->measure, NULL);
      group->is_other_measure = !group->has_measure;
      break;
    default:
      g_assert_not_reached ();
    }
}

static guint
make_group (Reader     *self,
            const char *key,
            gsize       length)
{
  CapacityImportGroup group = { 0 };
  int service_column = find_column (self->plan, CAPACITY_IMPORT_ROLE_SERVICE);

  for (guint i = 0; i < self->key_columns->len; i++)
    read_key_cell (self, g_array_index (self->key_columns, int, i), &group);
  if (service_column == NO_COLUMN)
    group.service = g_strdup (self->plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS ? "" : self->service);
  else if (group.service[0] == '\0' && self->plan->layout != CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS)
    {
      group.problem = CAPACITY_IMPORT_PROBLEM_NO_SERVICE;
      group.problem_column = (guint) service_column + 1;
    }
  return capacity_import_builder_add_group (self->builder, key, length, &group);
}

/* Whether the row's group can be used; says why if not. */
static gboolean
check_group (Reader *self,
             guint   index)
{
  const CapacityImportGroup *group = capacity_import_builder_get_group (self->builder, index);

  if (group->problem_column > 0)
    {
      add_row_problem (self, group->problem, (int) group->problem_column - 1);
      return FALSE;
    }
  if (group->is_other_measure)
    {
      CapacityCsvCell cell = get_cell (self, find_column (self->plan, CAPACITY_IMPORT_ROLE_MEASURE));

      capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_UNKNOWN_MEASURE, self->csv.line, 0, &cell);
      return FALSE;
    }
  return TRUE;
}

/* Notes of cells are counted by column, but not where each period or service has one. */
static void
count_cell (Reader                 *self,
            CapacityImportNoteCode  code,
            guint                   column,
            const CapacityCsvCell  *cell)
{
  guint of_column = self->plan->layout == CAPACITY_IMPORT_LAYOUT_LONG ? column + 1 : 0;

  capacity_import_remarks_count (&self->remarks, code, self->csv.line, of_column, cell);
}

static double
read_value (Reader *self,
            guint   column)
{
  CapacityCsvCell cell = get_cell (self, (int) column);
  double value = NAN;

  switch (capacity_import_number_parse (cell.text, cell.length, self->plan->decimal, &value))
    {
    case CAPACITY_IMPORT_NUMBER_VALUE:
      return value;
    case CAPACITY_IMPORT_NUMBER_MISSING:
      count_cell (self, CAPACITY_IMPORT_NOTE_MISSING_VALUES, column, &cell);
      break;
    case CAPACITY_IMPORT_NUMBER_CENSORED:
      count_cell (self, CAPACITY_IMPORT_NOTE_CENSORED_VALUES, column, &cell);
      break;
    case CAPACITY_IMPORT_NUMBER_NEGATIVE:
      add_row_problem (self, CAPACITY_IMPORT_PROBLEM_NEGATIVE, (int) column);
      break;
    case CAPACITY_IMPORT_NUMBER_TOO_LARGE:
      add_row_problem (self, CAPACITY_IMPORT_PROBLEM_TOO_LARGE, (int) column);
      break;
    case CAPACITY_IMPORT_NUMBER_INVALID:
    default:
      add_row_problem (self, CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER, (int) column);
      break;
    }
  return NAN;
}

static gboolean
set_too_many_values (GError **error)
{
  g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES, "More than %d values",
               CAPACITY_IMPORT_MAX_VALUES);
  return FALSE;
}

static gboolean
read_values (Reader          *self,
             guint            group,
             CapacityPeriod   period,
             GError         **error)
{
  gboolean is_across = self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS;

  for (guint i = 0; i < self->values->len; i++)
    {
      const ValueColumn *column = &g_array_index (self->values, ValueColumn, i);
      double value = read_value (self, column->column);

      if (is_across)
        period = column->period;
      if (is_across && !fit_period (self->plan->period_kind, &period))
        add_row_problem (self, CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND, (int) column->column);
      else if (!capacity_import_builder_add_value (self->builder, group, column->slot, period.index, value,
                                                   self->csv.line))
        return set_too_many_values (error);
    }
  return TRUE;
}

/* The last row of a file that was cut off while it was written. */
static gboolean
is_truncated (const Reader              *self,
              CapacityImportDateOutcome  outcome)
{
  if (!self->csv.is_cut || self->csv.n_cells >= self->plan->n_columns)
    return FALSE;
  return self->csv.n_cells > 1 || outcome == CAPACITY_IMPORT_DATE_OK || outcome == CAPACITY_IMPORT_DATE_NO_SUCH;
}

static gboolean
read_grouped_row (Reader          *self,
                  CapacityPeriod   period,
                  GError         **error)
{
  gsize length;
  const char *key = get_key (self, &length);
  guint group = capacity_import_builder_find (self->builder, key, length);

  if (group == CAPACITY_IMPORT_NO_GROUP)
    group = make_group (self, key, length);
  if (!check_group (self, group))
    return TRUE;
  capacity_import_builder_add_row (self->builder, group, self->csv.line);
  return read_values (self, group, period, error);
}

/* Gives empty cells that name the row the text of the row above. */
static void
fill_down (Reader *self)
{
  gboolean row_has_values = has_values (self);

  for (guint i = 0; i < MIN (self->csv.n_cells, self->above->len); i++)
    {
      CapacityCsvCell *above = &g_array_index (self->above, CapacityCsvCell, i);
      CapacityImportRole role = self->plan->columns[i].role;

      if (role == CAPACITY_IMPORT_ROLE_IGNORE || role == CAPACITY_IMPORT_ROLE_VALUE)
        continue;
      if (get_cell (self, (int) i).length > 0)
        *above = self->csv.cells[i];
      else if (row_has_values && above->length > 0)
        {
          self->csv.cells[i] = *above;
          capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_FILLED_DOWN, self->csv.line, 0, NULL);
        }
    }
}

static gboolean
read_row (Reader  *self,
          GError **error)
{
  CapacityPeriod period = { self->plan->period_kind, 0 };
  int column = NO_COLUMN;
  CapacityImportDateOutcome outcome;

  if (self->plan->fill_down && !is_total_row (self))
    fill_down (self);
  outcome = parse_period (self, &period, &column);
  if (is_truncated (self, outcome))
    add_row_problem (self, CAPACITY_IMPORT_PROBLEM_TRUNCATED, NO_COLUMN);
  else if (self->csv.n_cells > self->plan->n_columns && has_cells_beyond (self, self->plan->n_columns))
    add_row_problem (self, CAPACITY_IMPORT_PROBLEM_LONG_ROW, NO_COLUMN);
  else if (outcome != CAPACITY_IMPORT_DATE_OK
           || (self->plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS && !has_values (self)))
    skip_row (self, outcome, column);
  else if (self->csv.n_cells < self->n_needed)
    add_row_problem (self, CAPACITY_IMPORT_PROBLEM_SHORT_ROW, NO_COLUMN);
  else if (!fit_period (self->plan->period_kind, &period))
    {
      /* The row of a whole year below its months is a total, whether or not it says so. */
      if (self->plan->skip_totals && is_total_row (self))
        skip_row (self, outcome, column);
      else
        add_row_problem (self, CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND, column);
    }
  else
    return read_grouped_row (self, period, error);
  return TRUE;
}

static gboolean
report_progress (Reader                 *self,
                 GFileProgressCallback   progress,
                 gpointer                progress_data,
                 GCancellable           *cancellable,
                 GError                **error)
{
  if (progress != NULL)
    progress (self->csv.at - self->csv.start, self->csv.end - self->csv.start, progress_data);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
skip_header (Reader  *self,
             GError **error)
{
  for (guint i = 0; i < self->plan->n_title_rows + self->plan->n_header_rows; i++)
    {
      g_autoptr (GError) row_error = NULL;

      if (!capacity_csv_reader_next (&self->csv, &row_error))
        {
          if (row_error != NULL)
            g_propagate_error (error, g_steal_pointer (&row_error));
          return row_error == NULL;
        }
      if (i < self->plan->n_title_rows && !capacity_csv_reader_is_blank (&self->csv))
        {
          CapacityCsvCell cell = first_text (self);

          capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_TITLE_ROWS, self->csv.line, 0, &cell);
        }
    }
  return TRUE;
}

static gboolean
read_rows (Reader                 *self,
           GFileProgressCallback   progress,
           gpointer                progress_data,
           GCancellable           *cancellable,
           GError                **error)
{
  g_autoptr (GError) row_error = NULL;

  while (capacity_csv_reader_next (&self->csv, &row_error))
    {
      if (++self->n_rows > CAPACITY_IMPORT_MAX_ROWS)
        {
          g_propagate_error (error, capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS,
                                                                    self->csv.line, 0, "More than %d rows",
                                                                    CAPACITY_IMPORT_MAX_ROWS));
          return FALSE;
        }
      if (self->n_rows % ROWS_BETWEEN_CHECKS == 1
          && !report_progress (self, progress, progress_data, cancellable, error))
        return FALSE;
      if (!capacity_csv_reader_is_blank (&self->csv) && !read_row (self, error))
        return FALSE;
    }
  if (row_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&row_error));
      return FALSE;
    }
  return report_progress (self, progress, progress_data, cancellable, error);
}

/* Says what the plan guessed without certainty and what it leaves out. */
static void
note_plan (Reader *self)
{
  const CapacityImportPlan *plan = self->plan;

  for (guint i = 0; i < plan->n_columns; i++)
    if (plan->columns[i].role == CAPACITY_IMPORT_ROLE_IGNORE && plan->columns[i].reason != CAPACITY_IMPORT_REASON_NONE)
      capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_UNUSED_COLUMN, 0, i + 1, NULL)->reason =
        plan->columns[i].reason;
  if (!plan->date_order_is_certain)
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_DATE_ORDER, 0, 0, NULL)->date_order =
      plan->date_order;
  if (!plan->decimal_is_certain)
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_DECIMAL, 0, 0, NULL)->decimal = plan->decimal;
  if (capacity_import_plan_needs_year (plan))
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_YEAR, 0, 0, NULL)->year = plan->year;
  if (self->remarks.n_problems > self->remarks.problems->len)
    capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_PROBLEMS_CAPPED, 0, 0, NULL)->count =
      self->remarks.n_problems - self->remarks.problems->len;
}

static gboolean
check_read (const Reader               *self,
            const CapacityImportResult *result,
            GError                    **error)
{
  const CapacityImportProblem *first = NULL;

  if (result->batch->n_values > 0)
    return TRUE;
  if (self->remarks.problems->len > 0)
    first = g_ptr_array_index (self->remarks.problems, 0);
  if (self->n_rows == 0)
    g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_DATA, "No rows below the header");
  else
    g_propagate_error (error, capacity_exchange_error_new_at (CAPACITY_EXCHANGE_ERROR_NOTHING_READ,
                                                              first != NULL ? first->line : 0,
                                                              first != NULL ? first->column : 0,
                                                              "No value could be read"));
  return FALSE;
}

/**
 * capacity_import_read:
 * @file: a file
 * @plan: how to read it
 * @progress: (nullable) (scope call): told now and then how many bytes of text are read, in the calling thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads all of a file into series. Cells and rows that cannot be read are left out and listed as problems; what is
 * skipped on purpose is noted. Nothing is kept anywhere. It may take long: do not call it in the window's thread.
 *
 * The errors are those of #CapacityExchangeError from %CAPACITY_EXCHANGE_ERROR_ENCODING on, and
 * %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full): what was read, with one value at least, or %NULL
 */
CapacityImportResult *
capacity_import_read (const CapacityImportFile  *file,
                      const CapacityImportPlan  *plan,
                      GFileProgressCallback      progress,
                      gpointer                   progress_data,
                      GCancellable              *cancellable,
                      GError                   **error)
{
  g_auto (CapacityImportText) text = { NULL, 0, NULL };
  g_auto (Reader) reader = { NULL };
  g_autoptr (CapacityImportResult) result = NULL;

  g_return_val_if_fail (file != NULL && plan != NULL, NULL);

  if (!capacity_import_plan_check (plan, error)
      || !capacity_import_file_decode (file, plan->encoding, &text, error))
    return NULL;

  result = g_new0 (CapacityImportResult, 1);
  result->batch = capacity_batch_new (capacity_import_file_get_name (file));
  reader_init (&reader, file, plan, &text);
  if (!skip_header (&reader, error)
      || !read_rows (&reader, progress, progress_data, cancellable, error)
      || !capacity_import_builder_build (reader.builder, (CapacityImportSlot *) (gpointer) reader.slots->data,
                                         &reader.remarks, result, error))
    return NULL;
  note_plan (&reader);
  capacity_import_remarks_finish (&reader.remarks);
  if (!check_read (&reader, result, error))
    return NULL;

  result->problems = g_steal_pointer (&reader.remarks.problems);
  result->n_problems = reader.remarks.n_problems;
  result->notes = g_steal_pointer (&reader.remarks.notes);
  return g_steal_pointer (&result);
}

/**
 * capacity_import_result_free:
 * @self: (transfer full): a result
 */
void
capacity_import_result_free (CapacityImportResult *self)
{
  g_clear_pointer (&self->batch, capacity_batch_unref);
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_free (self);
}
