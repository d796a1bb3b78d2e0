/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

#include "capacity-exchange-error.h"
#include "capacity-import-date.h"
#include "capacity-import-hour.h"
#include "capacity-import-number.h"

#define MAX_TITLE_ROWS 50
#define MAX_HEADER_ROWS 3
#define MAX_NAME 200
#define N_MONTHS 12

/**
 * capacity_import_guess_usual_n_cells:
 * @sample: rows of a text
 * @only_filled: whether to count only cells that are not empty
 * @n_rows: (out): how many rows have that many
 *
 * Returns: the most usual number of cells of the rows, at least two; 0 when no row has as many
 */
guint
capacity_import_guess_usual_n_cells (const CapacityImportSample *sample,
                                     gboolean                    only_filled,
                                     guint                      *n_rows)
{
  g_autofree guint *counts = g_new0 (guint, CAPACITY_IMPORT_MAX_COLUMNS + 1);
  guint usual = 0;

  for (guint i = 0; i < capacity_import_sample_n_rows (sample); i++)
    {
      const CapacityImportSampleRow *row = capacity_import_sample_get_row (sample, i);
      guint n = only_filled ? row->n_filled : row->n_cells;

      if (row->n_filled > 0 && n >= 2 && ++counts[n] >= counts[usual])
        usual = n;
    }
  *n_rows = counts[usual];
  return usual;
}

static gboolean
is_number (CapacityCsvCell cell)
{
  double value;

  for (guint i = 0; i < 2; i++)
    switch (capacity_import_number_parse (cell.text, cell.length, ",."[i], &value))
      {
      case CAPACITY_IMPORT_NUMBER_MISSING:
      case CAPACITY_IMPORT_NUMBER_INVALID:
        break;
      default:
        return TRUE;
      }
  return FALSE;
}

/**
 * capacity_import_guess_month_number:
 * @text: (array length=length): a cell of a header
 * @length: number of bytes
 *
 * Returns: the month whose number the text is, 1…12, or 0
 */
guint
capacity_import_guess_month_number (const char *text,
                                    gsize       length)
{
  guint number = 0;

  if (length == 0 || length > 2)
    return 0;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return 0;
      number = number * 10 + (guint) (text[i] - '0');
    }
  return number <= N_MONTHS ? number : 0;
}

static gboolean
parse_date (CapacityCsvCell  cell,
            CapacityPeriod  *period)
{
  return capacity_import_date_parse (cell.text, cell.length, CAPACITY_IMPORT_DATE_ORDER_DMY, period)
         == CAPACITY_IMPORT_DATE_OK;
}

static char *
dup_cell (const CapacityImportSample *sample,
          guint                       row,
          guint                       column)
{
  return capacity_csv_cell_dup (capacity_import_sample_get_cell (sample, row, column), MAX_NAME);
}

/* The text of a header's row over the column: in the rows above the last it counts as far as the next text. */
static char *
dup_level (const CapacityImportSample *sample,
           guint                       row,
           gboolean                    is_last,
           guint                       column)
{
  char *text = dup_cell (sample, row, column);

  while (text[0] == '\0' && !is_last && column > 0)
    {
      g_free (text);
      text = dup_cell (sample, row, --column);
    }
  return text;
}

static char *
join_levels (const CapacityImportSample *sample,
             guint                       row,
             guint                       n_rows,
             guint                       n_wide,
             guint                       column)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (g_free);
  const char *before = "";

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *text = dup_level (sample, row + i, i >= n_wide, column);

      if (text[0] == '\0' || g_str_equal (text, before))
        continue;
      before = text;
      g_ptr_array_add (levels, g_steal_pointer (&text));
    }
  g_ptr_array_add (levels, NULL);
  return g_strjoinv (" ", (char **) levels->pdata);
}

/**
 * capacity_import_guess_dup_group:
 * @sample: rows of a text
 * @row: the first row of the header
 * @n_rows: number of its rows above the last
 * @column: which column
 *
 * Returns: (transfer full): the name of the group that the column belongs to
 */
char *
capacity_import_guess_dup_group (const CapacityImportSample *sample,
                                 guint                       row,
                                 guint                       n_rows,
                                 guint                       column)
{
  return join_levels (sample, row, n_rows, n_rows, column);
}

/**
 * capacity_import_guess_dup_header:
 * @sample: rows of a text
 * @row: the first row of the header
 * @n_rows: number of its rows
 * @column: which column
 *
 * Returns: (transfer full): the column's name, the texts of all rows joined
 */
char *
capacity_import_guess_dup_header (const CapacityImportSample *sample,
                                  guint                       row,
                                  guint                       n_rows,
                                  guint                       column)
{
  return join_levels (sample, row, n_rows, n_rows > 0 ? n_rows - 1 : 0, column);
}

/* Whether two periods follow each other. The first days of weeks, months, quarters and years do too: a
 * spreadsheet knows a month only as one of its days. */
static gboolean
are_neighbours (CapacityPeriod a,
                CapacityPeriod b)
{
  int n = ABS (b.index - a.index);

  if (a.kind != b.kind)
    return FALSE;
  return n == 1 || (a.kind == CAPACITY_PERIOD_DAY && (n == 7 || (n >= 28 && n <= 31) || (n >= 90 && n <= 92)
                                                      || n == 365 || n == 366));
}

/* Number of header cells that are periods next to each other in time, as in a table with periods across. */
static guint
count_periods_across (const CapacityImportSample *sample,
                      guint                       row,
                      guint                       n_rows)
{
  CapacityPeriod before = { CAPACITY_PERIOD_DAY, 0 };
  guint n = 0, longest = 0;

  for (guint i = 0; i < capacity_import_sample_get_row (sample, row + n_rows - 1)->n_cells; i++)
    {
      g_autofree char *name = capacity_import_guess_dup_header (sample, row, n_rows, i);
      CapacityCsvCell cell = { name, (guint) strlen (name), FALSE };
      CapacityPeriod period;

      if (!parse_date (cell, &period))
        n = 0;
      else if (n > 0 && are_neighbours (before, period))
        n++;
      else
        n = 1;
      before = period;
      longest = MAX (longest, n);
    }
  return longest;
}

static gboolean
is_two_row_header (const CapacityImportSample *sample,
                   guint                       row)
{
  return row + 2 < sample->n_head && count_periods_across (sample, row, 2) >= 2
         && count_periods_across (sample, row + 1, 1) < 2 && count_periods_across (sample, row, 1) < 2;
}

/* Number of header cells that are hours of the day; a span of them would be read as a number too. */
static guint
count_hours_across (const CapacityImportSample *sample,
                    guint                       row)
{
  guint n = 0;

  for (guint i = 0; i < capacity_import_sample_get_row (sample, row)->n_cells; i++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (sample, row, i);
      double value;

      n += capacity_import_hour_parse (cell.text, cell.length) != CAPACITY_IMPORT_NO_HOUR
           && capacity_import_number_parse (cell.text, cell.length, '.', &value) != CAPACITY_IMPORT_NUMBER_VALUE;
    }
  return n;
}

/* Whether the row has the numbers 1 to 12 side by side behind a text, and no other number. */
static gboolean
has_month_numbers (const CapacityImportSample *sample,
                   guint                       row)
{
  guint n = 0;

  for (guint i = 0; i < capacity_import_sample_get_row (sample, row)->n_cells; i++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (sample, row, i);
      guint number = capacity_import_guess_month_number (cell.text, cell.length);

      if (number > 0 && (i == 0 || number != n + 1))
        return FALSE;
      if (number == 0 && ((n > 0 && n < N_MONTHS) || is_number (cell)))
        return FALSE;
      n += number > 0;
    }
  return n == N_MONTHS;
}

/* Whether the row has the same kinds of cells as those below it, so that it is one of them. */
static gboolean
looks_like_data (const CapacityImportSample *sample,
                 guint                       row)
{
  guint n_rows = MIN (sample->n_head, row + 20);
  CapacityPeriod period;

  if ((count_periods_across (sample, row, 1) >= 2 || count_hours_across (sample, row) >= 2
       || has_month_numbers (sample, row))
      && !parse_date (capacity_import_sample_get_cell (sample, row, 0), &period))
    return FALSE;
  for (guint i = 0; i < capacity_import_sample_get_row (sample, row)->n_cells; i++)
    {
      CapacityCsvCell cell = capacity_import_sample_get_cell (sample, row, i);

      if (cell.length == 0 || (!is_number (cell) && !parse_date (cell, &period)))
        continue;
      for (guint below = row + 1; below < n_rows; below++)
        {
          CapacityCsvCell other = capacity_import_sample_get_cell (sample, below, i);

          if (is_number (other) || parse_date (other, &period))
            return TRUE;
        }
      if (row + 1 >= n_rows)
        return TRUE;
    }
  return FALSE;
}

/* Whether the row names groups of the columns that the row below names. */
static gboolean
is_group_header (const CapacityImportSample *sample,
                 guint                       row)
{
  guint n_grouped = 0;

  if (row + 2 >= sample->n_head || capacity_import_sample_get_row (sample, row)->n_filled < 2
      || capacity_import_sample_get_row (sample, row + 1)->n_filled < 2 || looks_like_data (sample, row)
      || looks_like_data (sample, row + 1))
    return FALSE;
  for (guint i = 1; i < capacity_import_sample_get_row (sample, row + 1)->n_cells; i++)
    n_grouped += capacity_import_sample_get_cell (sample, row + 1, i).length > 0
                 && capacity_import_sample_get_cell (sample, row, i).length == 0;
  return n_grouped > 0;
}

/* Number of rows of the header that begins in the row, groups above it left aside. */
static guint
count_header_rows (const CapacityImportSample *sample,
                   guint                       row)
{
  if (is_two_row_header (sample, row))
    return 2;
  if (looks_like_data (sample, row))
    return 0;
  return is_group_header (sample, row) ? 2 : 1;
}

/**
 * capacity_import_guess_find_header_rows:
 * @sample: rows of a text
 * @plan: where to write how many rows the header has; where it begins is known
 *
 * Counts the rows of the header, for a person may have said only where it begins.
 */
void
capacity_import_guess_find_header_rows (const CapacityImportSample *sample,
                                        CapacityImportPlan         *plan)
{
  guint row = plan->n_title_rows;

  if (row >= sample->n_head)
    return;
  plan->n_header_rows = count_header_rows (sample, row);
  while (plan->n_header_rows >= 2 && plan->n_header_rows < MAX_HEADER_ROWS
         && is_group_header (sample, row + plan->n_header_rows - 1))
    plan->n_header_rows++;
}

/**
 * capacity_import_guess_find_header:
 * @sample: rows of a text
 * @plan: where to write which rows are titles and which the header
 *
 * Finds the first row that has about as many filled cells as the others; what stands before are titles, or
 * names of groups of columns.
 */
void
capacity_import_guess_find_header (const CapacityImportSample *sample,
                                   CapacityImportPlan         *plan)
{
  guint n_usual;
  guint usual = capacity_import_guess_usual_n_cells (sample, TRUE, &n_usual);
  guint row = 0;

  while (row < MIN (sample->n_head, MAX_TITLE_ROWS)
         && capacity_import_sample_get_row (sample, row)->n_filled < MAX (2, (usual + 1) / 2))
    row++;
  if (row == MIN (sample->n_head, MAX_TITLE_ROWS))
    row = 0;
  while (row > 0 && is_two_row_header (sample, row - 1))
    row--;
  plan->n_header_rows = count_header_rows (sample, row);
  for (; row > 0 && plan->n_header_rows > 0 && plan->n_header_rows < MAX_HEADER_ROWS
         && is_group_header (sample, row - 1); row--)
    plan->n_header_rows++;
  plan->n_title_rows = row;
}
