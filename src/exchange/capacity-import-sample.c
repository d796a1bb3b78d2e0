/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-sample.h"

#include <string.h>

#include "capacity-import-date.h"
#include "capacity-import-hour.h"
#include "capacity-import-number.h"

#define MAX_CELLS 200000
#define N_PLACES 50
#define N_ROWS_OF_PLACE 20
/* Names of services are shorter, seldom aside. */
#define LONG_TEXT 60
/* Telephones have more digits, as have personal codes and passports. */
#define MAX_COUNT 1e6

static void
add_row (CapacityImportSample    *self,
         const CapacityCsvReader *csv)
{
  CapacityImportSampleRow row = { self->cells->len, csv->n_cells, 0 };

  for (guint i = 0; i < csv->n_cells; i++)
    {
      CapacityCsvCell cell = capacity_csv_cell_trim (csv->cells[i]);

      row.n_filled += cell.length > 0;
      g_array_append_val (self->cells, cell);
    }
  g_array_append_val (self->rows, row);
}

static gboolean
add_head (CapacityImportSample      *self,
          const CapacityImportText  *text,
          char                       delimiter,
          guint                      n_rows,
          const char               **after,
          GError                   **error)
{
  g_auto (CapacityCsvReader) csv = { NULL };
  g_autoptr (GError) row_error = NULL;

  capacity_csv_reader_init (&csv, text->data, text->length, delimiter);
  while (self->rows->len < n_rows && self->cells->len < MAX_CELLS && capacity_csv_reader_next (&csv, &row_error))
    add_row (self, &csv);
  *after = csv.at;
  if (row_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&row_error));
  return FALSE;
}

/* Some rows from all over the rest of the text. A place may lie inside a quotation: then the rows do not have
 * the usual number of cells and are left out. */
static void
add_places (CapacityImportSample     *self,
            const CapacityImportText *text,
            char                      delimiter,
            const char               *after)
{
  const char *end = text->data + text->length;
  guint n_usual = g_array_index (self->rows, CapacityImportSampleRow, self->rows->len - 1).n_cells;

  for (guint i = 1; i <= N_PLACES && self->cells->len < MAX_CELLS; i++)
    {
      g_auto (CapacityCsvReader) csv = { NULL };
      const char *place = after + (gsize) (end - after) / (N_PLACES + 1) * i;

      place = memchr (place, '\n', (gsize) (end - place));
      if (place == NULL)
        return;
      capacity_csv_reader_init (&csv, place + 1, (gsize) (end - place) - 1, delimiter);
      for (guint j = 0; j < N_ROWS_OF_PLACE && capacity_csv_reader_next (&csv, NULL); j++)
        if (text->is_grid || (csv.n_cells == n_usual && !csv.is_cut))
          add_row (self, &csv);
    }
}

/**
 * capacity_import_sample_new:
 * @text: a text, which must outlive the sample
 * @delimiter: what separates cells
 * @n_rows: number of rows to take from the beginning
 * @everywhere: whether to take more from all over a longer text
 * @error: return location for an error
 *
 * Returns: (transfer full): the sample, or %NULL when a row among the first is at fault, see
 *   capacity_csv_reader_next()
 */
CapacityImportSample *
capacity_import_sample_new (const CapacityImportText  *text,
                            char                       delimiter,
                            guint                      n_rows,
                            gboolean                   everywhere,
                            GError                   **error)
{
  g_autoptr (CapacityImportSample) self = g_new0 (CapacityImportSample, 1);
  const char *after;

  self->is_grid = text->is_grid;
  self->cells = g_array_new (FALSE, FALSE, sizeof (CapacityCsvCell));
  self->rows = g_array_new (FALSE, FALSE, sizeof (CapacityImportSampleRow));
  if (!add_head (self, text, delimiter, n_rows, &after, error))
    return NULL;
  self->n_head = self->rows->len;
  self->is_whole = after >= text->data + text->length;
  if (everywhere && self->n_head > 0 && !self->is_whole)
    add_places (self, text, delimiter, after);
  return g_steal_pointer (&self);
}

/**
 * capacity_import_sample_free:
 * @self: (transfer full): a sample
 */
void
capacity_import_sample_free (CapacityImportSample *self)
{
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_free (self);
}

/**
 * capacity_import_sample_n_rows:
 * @self: a sample
 *
 * Returns: number of rows
 */
guint
capacity_import_sample_n_rows (const CapacityImportSample *self)
{
  return self->rows->len;
}

/**
 * capacity_import_sample_get_row:
 * @self: a sample
 * @row: which row
 *
 * Returns: the row
 */
const CapacityImportSampleRow *
capacity_import_sample_get_row (const CapacityImportSample *self,
                                guint                       row)
{
  return &g_array_index (self->rows, CapacityImportSampleRow, row);
}

/**
 * capacity_import_sample_get_cell:
 * @self: a sample
 * @row: which row
 * @column: which column
 *
 * Returns: the trimmed cell, an empty one where the row has none
 */
CapacityCsvCell
capacity_import_sample_get_cell (const CapacityImportSample *self,
                                 guint                       row,
                                 guint                       column)
{
  const CapacityImportSampleRow *found = capacity_import_sample_get_row (self, row);

  if (column >= found->n_cells)
    return (CapacityCsvCell) { "", 0, FALSE };
  return g_array_index (self->cells, CapacityCsvCell, found->first_cell + column);
}

/**
 * capacity_import_sample_is_total:
 * @self: a sample
 * @row: which row
 *
 * Returns: whether one of the first cells, where names stand, says that the row is a total
 */
gboolean
capacity_import_sample_is_total (const CapacityImportSample *self,
                                 guint                       row)
{
  guint n = MIN (capacity_import_sample_get_row (self, row)->n_cells, 4);

  for (guint i = 0; i < n; i++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (self, row, i);

      if (capacity_vocabulary_is_total (cell.text, cell.length))
        return TRUE;
    }
  return FALSE;
}

/* Whether the column has a text in the first row of data and many empty cells below, as merged cells leave
 * them. */
static gboolean
has_blocks (const CapacityImportSample *self,
            guint                       first_row,
            guint                       column)
{
  guint n = 0, n_empty = 0;

  for (guint row = first_row; row < self->n_head; row++)
    if (capacity_import_sample_get_row (self, row)->n_filled > 1 && !capacity_import_sample_is_total (self, row))
      {
        gboolean is_empty = capacity_import_sample_get_cell (self, row, column).length == 0;

        if (n++ == 0 && is_empty)
          return FALSE;
        n_empty += is_empty;
      }
  return n_empty * 5 >= n && n_empty > 0;
}

/* Whether a row of several texts has none in the column. */
static gboolean
has_gaps (const CapacityImportSample *self,
          guint                       first_row,
          guint                       column)
{
  for (guint row = first_row; row < self->n_head; row++)
    if (capacity_import_sample_get_row (self, row)->n_filled > 1
        && capacity_import_sample_get_cell (self, row, column).length == 0)
      return TRUE;
  return FALSE;
}

static void
fill_column (CapacityImportSample *self,
             guint                 first_row,
             guint                 column)
{
  CapacityCsvCell above = { "", 0, FALSE };

  for (guint row = first_row; row < self->n_head; row++)
    {
      const CapacityImportSampleRow *found = capacity_import_sample_get_row (self, row);

      if (column >= found->n_cells)
        continue;
      if (capacity_import_sample_get_cell (self, row, column).length > 0)
        above = capacity_import_sample_get_cell (self, row, column);
      else if (found->n_filled > 1)
        g_array_index (self->cells, CapacityCsvCell, found->first_cell + column) = above;
    }
}

/**
 * capacity_import_sample_fill_down:
 * @self: a sample
 * @first_row: the first row of data
 * @n_columns: number of columns
 * @is_chosen: whether a person has said that there are blocks, also where they do not look so
 *
 * Fills the empty cells of blocks, "2025, empty, empty, 2026, empty", with the text above them. Blocks stand
 * in the first columns, before those that have a text in each row.
 *
 * Returns: whether there are blocks
 */
gboolean
capacity_import_sample_fill_down (CapacityImportSample *self,
                                  guint                 first_row,
                                  guint                 n_columns,
                                  gboolean              is_chosen)
{
  guint n = 0;

  while (n + 2 < n_columns && (is_chosen ? has_gaps (self, first_row, n) : has_blocks (self, first_row, n)))
    fill_column (self, first_row, n++);
  return n > 0;
}

static gboolean
is_number (CapacityImportNumberOutcome outcome)
{
  return outcome != CAPACITY_IMPORT_NUMBER_MISSING && outcome != CAPACITY_IMPORT_NUMBER_INVALID;
}

static gboolean
is_ungrouped (CapacityCsvCell cell)
{
  for (guint i = 0; i < cell.length; i++)
    if (!g_ascii_isdigit (cell.text[i]))
      return FALSE;
  return cell.length >= 4;
}

/* "12,5 %" is a number too, though never a volume. */
static CapacityCsvCell
without_percent (CapacityImportFacts *facts,
                 CapacityCsvCell      cell)
{
  if (cell.length < 2 || cell.text[cell.length - 1] != '%' || !g_ascii_isdigit (cell.text[0]))
    return cell;
  facts->n_percents++;
  cell.length--;
  return capacity_csv_cell_trim (cell);
}

/* Reads the cell with either decimal sign and learns from what comes out. */
static void
learn_number (CapacityImportFacts *facts,
              CapacityCsvCell      cell)
{
  double with_comma = 0, with_point = 0;
  CapacityImportNumberOutcome comma = capacity_import_number_parse (cell.text, cell.length, ',', &with_comma);
  CapacityImportNumberOutcome point = capacity_import_number_parse (cell.text, cell.length, '.', &with_point);
  gboolean is_exact = comma == CAPACITY_IMPORT_NUMBER_VALUE || point == CAPACITY_IMPORT_NUMBER_VALUE;

  facts->n_missing += comma == CAPACITY_IMPORT_NUMBER_MISSING;
  facts->n_numbers += is_number (comma) || is_number (point);
  facts->n_counts += (comma == CAPACITY_IMPORT_NUMBER_VALUE && with_comma < MAX_COUNT)
                     || (point == CAPACITY_IMPORT_NUMBER_VALUE && with_point < MAX_COUNT);
  facts->n_ungrouped += is_ungrouped (cell);
  if (is_exact && is_number (comma) && !is_number (point))
    facts->n_only_comma++;
  else if (is_exact && is_number (point) && !is_number (comma))
    facts->n_only_point++;
  else if (is_exact && with_comma != with_point)
    {
      if (memchr (cell.text, ',', cell.length) != NULL)
        facts->n_either_comma++;
      else
        facts->n_either_point++;
    }
}

static void
learn_date (CapacityImportFacts *facts,
            CapacityCsvCell      cell)
{
  CapacityPeriod period = { CAPACITY_PERIOD_DAY, 0 };
  CapacityPeriod part;
  gboolean has_form = FALSE;

  for (int order = 0; order < CAPACITY_IMPORT_DATE_ORDER_SERIAL; order++)
    switch (capacity_import_date_parse (cell.text, cell.length, (CapacityImportDateOrder) order, &period))
      {
      case CAPACITY_IMPORT_DATE_OK:
        facts->n_dates++;
        facts->n_years += period.kind == CAPACITY_PERIOD_YEAR;
        facts->n_days += period.kind == CAPACITY_PERIOD_DAY;
        return;
      case CAPACITY_IMPORT_DATE_NO_SUCH:
        /* Eight digits that are no day are a telephone. */
        has_form = !is_ungrouped (cell);
        break;
      case CAPACITY_IMPORT_DATE_NO_WHOLE:
      case CAPACITY_IMPORT_DATE_HALF_YEAR:
        facts->n_dates++;
        return;
      default:
        break;
      }
  facts->n_dates += has_form;
  facts->n_days += has_form;
  facts->n_serials += capacity_import_serial_parse (cell.text, cell.length, &period);
  facts->n_parts += capacity_import_year_part_parse (cell.text, cell.length, 2000, CAPACITY_PERIOD_MONTH, &part)
                    == CAPACITY_IMPORT_DATE_OK;
}

/* "08:00", "8–9", also after a date; a number alone is none. */
static void
learn_hour (CapacityImportFacts *facts,
            CapacityCsvCell      cell)
{
  gsize n_plain = 0;

  while (n_plain < cell.length && (g_ascii_isdigit (cell.text[n_plain]) || cell.text[n_plain] == '.'))
    n_plain++;
  facts->n_hours += capacity_import_date_hour (cell.text, cell.length) > 0
                    || (n_plain < cell.length && capacity_import_hour_parse (cell.text, cell.length) > 0);
}

static void
learn_words (CapacityImportFacts *facts,
             GHashTable          *known,
             CapacityCsvCell      cell)
{
  CapacityRequestKind kind;
  CapacityMeasure measure;

  if (g_hash_table_size (known) >= CAPACITY_IMPORT_MAX_DISTINCT
      || !g_hash_table_add (known, g_strndup (cell.text, cell.length)))
    return;
  facts->n_distinct++;
  facts->n_kinds += capacity_vocabulary_request_kind (cell.text, cell.length, &kind);
  facts->n_channels += capacity_vocabulary_is_channel (cell.text, cell.length);
  facts->n_measures += capacity_vocabulary_measure (cell.text, cell.length, &measure, NULL);
}

static void
learn_column (const CapacityImportSample *self,
              const gboolean             *is_total,
              guint                       first_row,
              guint                       column,
              CapacityImportFacts        *facts)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = first_row; row < self->rows->len; row++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (self, row, column);

      if (cell.length == 0 || is_total[row])
        continue;
      facts->n++;
      learn_number (facts, without_percent (facts, cell));
      learn_date (facts, cell);
      facts->n_personal += capacity_vocabulary_is_personal_cell (cell.text, cell.length);
      facts->n_long += cell.length > LONG_TEXT;
      learn_words (facts, known, cell);
      learn_hour (facts, cell);
    }
}

/**
 * capacity_import_sample_get_facts:
 * @self: a sample
 * @first_row: the first row of data
 * @n_columns: number of columns
 *
 * Looks at the cells of each column, those of totals left out unless there is nothing else.
 *
 * Returns: (transfer full) (array length=n_columns): what each column is like
 */
CapacityImportFacts *
capacity_import_sample_get_facts (const CapacityImportSample *self,
                                  guint                       first_row,
                                  guint                       n_columns)
{
  CapacityImportFacts *facts = g_new0 (CapacityImportFacts, n_columns);
  g_autofree gboolean *is_total = g_new0 (gboolean, self->rows->len + 1);
  gboolean has_others = FALSE;

  for (guint row = first_row; row < self->rows->len; row++)
    {
      is_total[row] = capacity_import_sample_is_total (self, row);
      has_others |= !is_total[row] && capacity_import_sample_get_row (self, row)->n_filled > 1;
    }
  if (!has_others)
    memset (is_total, 0, sizeof (gboolean) * self->rows->len);
  for (guint column = 0; column < n_columns; column++)
    learn_column (self, is_total, first_row, column, &facts[column]);
  return facts;
}
