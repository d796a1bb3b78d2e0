/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import.h"

#include <string.h>

#include "capacity-import-date.h"
#include "capacity-import-file-private.h"
#include "capacity-import-guess-private.h"
#include "capacity-import-number.h"

#define N_ROWS_FOR_DELIMITER 100
#define N_ROWS_OF_SAMPLE 1000
#define MAX_TITLE_ROWS 50
#define MAX_NAME 200

/* In this order: a comma may be a decimal sign, a semicolon and a tab seldom stand in numbers or text. */
static const char delimiters[] = { ';', '\t', '|', ',' };

/* The most usual number of filled cells, at least two, of the rows; 0 when no row has as many. */
static guint
usual_n_cells (const CapacityImportSample *sample,
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

static guint
n_filled_rows (const CapacityImportSample *sample)
{
  guint n = 0;

  for (guint i = 0; i < capacity_import_sample_n_rows (sample); i++)
    n += capacity_import_sample_get_row (sample, i)->n_filled > 0;
  return n;
}

/* How regular a table the delimiter makes, from 0 to 1. */
static double
score_delimiter (const CapacityImportText *text,
                 char                      delimiter,
                 GError                  **error)
{
  g_autoptr (CapacityImportSample) sample = capacity_import_sample_new (text, delimiter, N_ROWS_FOR_DELIMITER, FALSE,
                                                                        error);
  guint n_usual;

  if (sample == NULL || usual_n_cells (sample, FALSE, &n_usual) == 0)
    return 0;
  return (double) n_usual / n_filled_rows (sample);
}

static gboolean
guess_delimiter (const CapacityImportText  *text,
                 char                      *delimiter,
                 GError                   **error)
{
  g_autoptr (GError) first_error = NULL;
  double scores[G_N_ELEMENTS (delimiters)];
  double best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    {
      scores[i] = score_delimiter (text, delimiters[i], first_error == NULL ? &first_error : NULL);
      best = MAX (best, scores[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (delimiters); i++)
    if (best > 0 && scores[i] >= best * 0.9)
      {
        *delimiter = delimiters[i];
        return TRUE;
      }
  if (first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  else
    g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NOT_A_TABLE, "No delimiter makes columns");
  return FALSE;
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

static gboolean
parse_date (CapacityCsvCell  cell,
            CapacityPeriod  *period)
{
  return capacity_import_date_parse (cell.text, cell.length, CAPACITY_IMPORT_DATE_ORDER_DMY, period)
         == CAPACITY_IMPORT_DATE_OK;
}

/* Text of a header cell: with two header rows the upper one counts as far as the next text in it. */
static char *
dup_header (const CapacityImportSample *sample,
            guint                       row,
            guint                       n_rows,
            guint                       column)
{
  g_autofree char *name = capacity_csv_cell_dup (capacity_import_sample_get_cell (sample, row + n_rows - 1, column),
                                                 MAX_NAME);
  CapacityCsvCell above = { "", 0, FALSE };
  g_autofree char *group = NULL;

  if (n_rows < 2)
    return g_steal_pointer (&name);
  for (guint i = column + 1; i > 0 && above.length == 0; i--)
    above = capacity_import_sample_get_cell (sample, row, i - 1);
  if (above.length == 0 || name[0] == '\0')
    return name[0] != '\0' ? g_steal_pointer (&name) : capacity_csv_cell_dup (above, MAX_NAME);
  group = capacity_csv_cell_dup (above, MAX_NAME);
  return g_strconcat (group, " ", name, NULL);
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
      g_autofree char *name = dup_header (sample, row, n_rows, i);
      CapacityCsvCell cell = { name, (guint) strlen (name), FALSE };
      CapacityPeriod period;

      if (!parse_date (cell, &period))
        n = 0;
      else if (n > 0 && period.kind == before.kind && ABS (period.index - before.index) == 1)
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

/* Whether the row has the same kinds of cells as those below it, so that it is one of them. */
static gboolean
looks_like_data (const CapacityImportSample *sample,
                 guint                       row)
{
  guint n_rows = MIN (sample->n_head, row + 20);
  CapacityPeriod period;

  if (count_periods_across (sample, row, 1) >= 2
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

/* Finds the first row that has about as many filled cells as the others; what stands before are titles. */
static void
find_header (const CapacityImportSample *sample,
             CapacityImportPlan         *plan)
{
  guint n_usual;
  guint usual = usual_n_cells (sample, TRUE, &n_usual);
  guint row = 0;

  while (row < MIN (sample->n_head, MAX_TITLE_ROWS)
         && capacity_import_sample_get_row (sample, row)->n_filled < MAX (2, (usual + 1) / 2))
    row++;
  if (row == MIN (sample->n_head, MAX_TITLE_ROWS))
    row = 0;
  while (row > 0 && is_two_row_header (sample, row - 1))
    row--;
  plan->n_title_rows = row;
  if (is_two_row_header (sample, row))
    plan->n_header_rows = 2;
  else
    plan->n_header_rows = looks_like_data (sample, row) ? 0 : 1;
}

static guint
find_n_columns (const CapacityImportSample *sample,
                guint                       header_row)
{
  guint n_rows;
  guint n = usual_n_cells (sample, FALSE, &n_rows);
  guint n_cells = 0, n_filled = 0;

  if (header_row < sample->n_head)
    n_cells = capacity_import_sample_get_row (sample, header_row)->n_cells;
  /* Names in the header are columns, even where most rows end earlier. Empty cells at its end are not. */
  for (guint i = 0; i < n_cells; i++)
    if (capacity_import_sample_get_cell (sample, header_row, i).length > 0)
      n_filled = i + 1;
  return MAX (n, n_filled);
}

/* The file's name without its ending, with spaces: a service is seldom called otherwise. */
static char *
guess_service (const CapacityImportFile *file)
{
  char *service = g_strdup (capacity_import_file_get_name (file));
  char *dot = strrchr (service, '.');

  if (dot != NULL && dot != service)
    *dot = '\0';
  return g_strstrip (g_strdelimit (service, "_", ' '));
}

/* The latest year that a text names, or @year. */
static int
later_year (const char *text,
            gsize       length,
            int         year)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (text, length, &words);
  for (guint i = 0; i < words.n_words; i++)
    if (strlen (words.words[i]) == 4 && (words.words[i][0] == '1' || words.words[i][0] == '2'))
      {
        int number = (int) g_ascii_strtoll (words.words[i], NULL, 10);

        if (number >= CAPACITY_YEAR_MIN && number <= CAPACITY_YEAR_MAX)
          year = MAX (year, number);
      }
  return year;
}

/* The year for months that name none: the one set before, or of the titles, or of the file's name. */
static int
guess_year (const CapacityImportSample *sample,
            const CapacityImportPlan   *plan,
            int                         earlier)
{
  int year = earlier;

  for (guint row = 0; row < plan->n_title_rows && year == earlier && earlier == 0; row++)
    for (guint i = 0; i < capacity_import_sample_get_row (sample, row)->n_cells; i++)
      {
        CapacityCsvCell cell = capacity_import_sample_get_cell (sample, row, i);

        year = later_year (cell.text, cell.length, year);
      }
  return year != 0 ? year : later_year (plan->service, strlen (plan->service), 0);
}

static CapacityImportPlan *
new_plan (const CapacityImportSample *sample,
          const CapacityImportPlan   *head)
{
  guint names_row = head->n_title_rows + MAX (head->n_header_rows, 1) - 1;
  CapacityImportPlan *plan = capacity_import_plan_new (find_n_columns (sample, names_row));

  plan->encoding = head->encoding;
  plan->delimiter = head->delimiter;
  plan->n_title_rows = head->n_title_rows;
  plan->n_header_rows = head->n_header_rows;
  plan->layout = head->layout;
  for (guint i = 0; i < plan->n_columns && plan->n_header_rows > 0 && names_row < sample->n_head; i++)
    {
      g_free (plan->columns[i].name);
      plan->columns[i].name = dup_header (sample, head->n_title_rows, head->n_header_rows, i);
    }
  return plan;
}

static gboolean
has_rows (const CapacityImportSample *sample,
          guint                       first_row,
          GError                    **error)
{
  for (guint row = first_row; row < capacity_import_sample_n_rows (sample); row++)
    if (capacity_import_sample_get_row (sample, row)->n_filled > 0 && (row > 0 || n_filled_rows (sample) > 1))
      return TRUE;
  g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_DATA, "No rows below the header");
  return FALSE;
}

static CapacityImportPlan *
guess_from_text (const CapacityImportFile *file,
                 const CapacityImportText *text,
                 CapacityImportPlan       *head,
                 CapacityImportKeep        keep,
                 GError                  **error)
{
  g_autoptr (CapacityImportSample) sample = NULL;
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autofree CapacityImportFacts *facts = NULL;
  CapacityImportGuess guess;

  if (!(keep & CAPACITY_IMPORT_KEEP_DELIMITER) && !guess_delimiter (text, &head->delimiter, error))
    return NULL;
  sample = capacity_import_sample_new (text, head->delimiter, N_ROWS_OF_SAMPLE, TRUE, error);
  if (sample == NULL)
    return NULL;
  if (!(keep & CAPACITY_IMPORT_KEEP_HEADER))
    find_header (sample, head);
  if (!has_rows (sample, head->n_title_rows + head->n_header_rows, error))
    return NULL;

  plan = new_plan (sample, head);
  plan->service = guess_service (file);
  plan->year = guess_year (sample, plan, head->year);
  plan->fill_down = capacity_import_sample_fill_down (sample, plan->n_title_rows + plan->n_header_rows,
                                                      plan->n_columns);
  facts = capacity_import_sample_get_facts (sample, plan->n_title_rows + plan->n_header_rows, plan->n_columns);
  guess = (CapacityImportGuess) { sample, plan->n_title_rows + plan->n_header_rows, facts, plan };
  capacity_import_guess_roles (&guess, (keep & CAPACITY_IMPORT_KEEP_LAYOUT) != 0);
  capacity_import_guess_decimal (&guess);
  capacity_import_guess_dates (&guess);
  return g_steal_pointer (&plan);
}

/**
 * capacity_import_guess:
 * @file: a file
 * @earlier: (nullable): a plan of which parts are kept
 * @keep: which parts of @earlier the user has set
 * @error: return location for an error
 *
 * Guesses how a file is to be read, from its first rows and some from all over it. The plan may lack a column
 * of periods or of volumes, see capacity_import_plan_check(): the user can name them. The errors are those of
 * #CapacityExchangeError for files that are no tables at all.
 *
 * Returns: (transfer full): the plan, or %NULL
 */
CapacityImportPlan *
capacity_import_guess (const CapacityImportFile  *file,
                       const CapacityImportPlan  *earlier,
                       CapacityImportKeep         keep,
                       GError                   **error)
{
  g_auto (CapacityImportText) text = { NULL, 0, NULL };
  CapacityImportPlan head = { 0 };

  g_return_val_if_fail (file != NULL && (earlier != NULL || keep == CAPACITY_IMPORT_KEEP_NOTHING), NULL);

  if (earlier != NULL)
    {
      head.encoding = earlier->encoding;
      head.delimiter = earlier->delimiter;
      head.n_title_rows = earlier->n_title_rows;
      head.n_header_rows = earlier->n_header_rows;
      head.layout = earlier->layout;
      head.year = earlier->year;
    }
  if (!(keep & CAPACITY_IMPORT_KEEP_ENCODING) && !capacity_import_file_detect (file, &head.encoding, error))
    return NULL;
  if (!capacity_import_file_decode (file, head.encoding, &text, error))
    return NULL;
  return guess_from_text (file, &text, &head, keep, error);
}
