/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import.h"

#include <string.h>

#include "capacity-import-file-private.h"
#include "capacity-import-guess-private.h"

#define N_ROWS_FOR_DELIMITER 100
#define N_ROWS_OF_SAMPLE 1000

/* In this order: a comma may be a decimal sign, a semicolon and a tab seldom stand in numbers or text. */
static const char delimiters[] = { ';', '\t', '|', ',' };

static guint
n_filled_rows (const CapacityImportSample *sample)
{
  guint n = 0;

  for (guint i = 0; i < capacity_import_sample_n_rows (sample); i++)
    n += capacity_import_sample_get_row (sample, i)->n_filled > 0;
  return n;
}

static gboolean
is_cut_quotation (CapacityCsvCell cell)
{
  guint n = 0;

  for (guint i = 0; i < cell.length; i++)
    n += cell.text[i] == '"';
  return n % 2 == 1;
}

/* Number of rows that the delimiter would split within a quotation. */
static guint
n_cut_rows (const CapacityImportSample *sample)
{
  guint n = 0;

  for (guint row = 0; row < capacity_import_sample_n_rows (sample); row++)
    {
      gboolean is_cut = FALSE;

      for (guint i = 0; i < capacity_import_sample_get_row (sample, row)->n_cells && !is_cut; i++)
        is_cut = is_cut_quotation (capacity_import_sample_get_cell (sample, row, i));
      n += is_cut;
    }
  return n;
}

/* How regular a table the delimiter makes, from 0 to 1. Rows split within quotations count half: an inch is
 * written with one mark, too. */
static double
score_delimiter (const CapacityImportText *text,
                 char                      delimiter,
                 GError                  **error)
{
  g_autoptr (CapacityImportSample) sample = capacity_import_sample_new (text, delimiter, N_ROWS_FOR_DELIMITER, FALSE,
                                                                        error);
  guint n_usual;

  if (sample == NULL || capacity_import_guess_usual_n_cells (sample, FALSE, &n_usual) == 0)
    return 0;
  return n_usual * (1 - 0.5 * n_cut_rows (sample) / n_filled_rows (sample)) / n_filled_rows (sample);
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

static guint
find_n_columns (const CapacityImportSample *sample,
                guint                       header_row)
{
  guint n_rows;
  guint n = capacity_import_guess_usual_n_cells (sample, FALSE, &n_rows);
  guint n_cells = 0, n_filled = 0;

  if (header_row < sample->n_head)
    n_cells = capacity_import_sample_get_row (sample, header_row)->n_cells;
  /* Names in the header are columns, even where most rows end earlier. Empty cells at its end are not. */
  for (guint i = 0; i < n_cells; i++)
    if (capacity_import_sample_get_cell (sample, header_row, i).length > 0)
      n_filled = i + 1;
  return MAX (n, n_filled);
}

static gboolean
has_letters (const char *text)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (text, strlen (text), &words);
  for (guint i = 0; i < words.n_words; i++)
    if (!g_ascii_isdigit (words.words[i][0]) && capacity_vocabulary_month (words.words[i]) == 0
        && !capacity_vocabulary_is_sheet (words.words[i]))
      return TRUE;
  return FALSE;
}

/* Of several sheets each may be of a service; else the file's name without its ending, with spaces: a service
 * is seldom called otherwise. */
static char *
guess_service (const CapacityImportFile *file,
               guint                     table)
{
  const CapacityImportTable *found = capacity_import_file_get_table (file, table);
  const CapacityImportTable *first = capacity_import_file_get_table (file, 0);
  const CapacityImportTable *last = capacity_import_file_get_table (file, capacity_import_file_get_n_tables (file) - 1);
  char *service;
  char *dot;

  if (found->sheet != NULL && !g_str_equal (first->sheet, last->sheet) && has_letters (found->sheet))
    return g_strstrip (g_strdup (found->sheet));
  service = g_strdup (capacity_import_file_get_name (file));
  dot = strrchr (service, '.');
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

/* The year for months that name none: the one set before, or of the titles, or of the sheet's or file's name. */
static int
guess_year (const CapacityImportFile   *file,
            const CapacityImportSample *sample,
            const CapacityImportPlan   *plan,
            int                         earlier)
{
  const char *sheet = capacity_import_file_get_table (file, plan->table)->sheet;
  const char *name = capacity_import_file_get_name (file);
  int year = earlier;

  for (guint row = 0; row < plan->n_title_rows && year == earlier && earlier == 0; row++)
    for (guint i = 0; i < capacity_import_sample_get_row (sample, row)->n_cells; i++)
      {
        CapacityCsvCell cell = capacity_import_sample_get_cell (sample, row, i);

        year = later_year (cell.text, cell.length, year);
      }
  if (year == 0 && sheet != NULL)
    year = later_year (sheet, strlen (sheet), 0);
  return year != 0 ? year : later_year (name, strlen (name), 0);
}

static CapacityImportPlan *
new_plan (const CapacityImportSample *sample,
          const CapacityImportPlan   *head)
{
  guint names_row = head->n_title_rows + MAX (head->n_header_rows, 1) - 1;
  CapacityImportPlan *plan = capacity_import_plan_new (find_n_columns (sample, names_row));

  plan->table = head->table;
  plan->encoding = head->encoding;
  plan->delimiter = head->delimiter;
  plan->n_title_rows = head->n_title_rows;
  plan->n_header_rows = head->n_header_rows;
  plan->layout = head->layout;
  for (guint i = 0; i < plan->n_columns && plan->n_header_rows > 0 && names_row < sample->n_head; i++)
    {
      g_free (plan->columns[i].name);
      plan->columns[i].name = capacity_import_guess_dup_header (sample, head->n_title_rows, head->n_header_rows, i);
    }
  return plan;
}

/* Whether texts stand for the rows below too is guessed, unless a person has said it. */
static void
guess_filling (CapacityImportPlan       *plan,
               CapacityImportSample     *sample,
               const CapacityImportPlan *head)
{
  guint first_row = plan->n_title_rows + plan->n_header_rows;

  plan->fill_down = head->fill_down;
  plan->fill_down_is_chosen = head->fill_down_is_chosen;
  if (!head->fill_down_is_chosen)
    plan->fill_down = capacity_import_sample_fill_down (sample, first_row, plan->n_columns, FALSE);
  else if (head->fill_down)
    capacity_import_sample_fill_down (sample, first_row, plan->n_columns, TRUE);
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

  if (text->is_grid)
    head->delimiter = '\t';
  else if (!(keep & CAPACITY_IMPORT_KEEP_DELIMITER) && !guess_delimiter (text, &head->delimiter, error))
    return NULL;
  sample = capacity_import_sample_new (text, head->delimiter, N_ROWS_OF_SAMPLE, TRUE, error);
  if (sample == NULL)
    return NULL;
  if (keep & CAPACITY_IMPORT_KEEP_TITLE)
    capacity_import_guess_find_header_rows (sample, head);
  else if (!(keep & CAPACITY_IMPORT_KEEP_HEADER))
    capacity_import_guess_find_header (sample, head);
  if (!has_rows (sample, head->n_title_rows + head->n_header_rows, error))
    return NULL;

  plan = new_plan (sample, head);
  plan->service = guess_service (file, plan->table);
  plan->year = guess_year (file, sample, plan, head->year);
  guess_filling (plan, sample, head);
  facts = capacity_import_sample_get_facts (sample, plan->n_title_rows + plan->n_header_rows, plan->n_columns);
  guess = (CapacityImportGuess) { sample, plan->n_title_rows + plan->n_header_rows, facts, plan };
  capacity_import_guess_serials (&guess);
  capacity_import_guess_romans (&guess);
  capacity_import_guess_roles (&guess, (keep & CAPACITY_IMPORT_KEEP_LAYOUT) != 0);
  capacity_import_guess_whole (&guess, capacity_import_file_get_table (file, plan->table)->sheet,
                               capacity_import_file_get_name (file));
  capacity_import_guess_decimal (&guess);
  capacity_import_guess_dates (&guess);
  return g_steal_pointer (&plan);
}

static CapacityImportPlan *
guess_table (const CapacityImportFile  *file,
             CapacityImportPlan         head,
             CapacityImportKeep         keep,
             GError                   **error)
{
  g_auto (CapacityImportText) text = { .data = NULL };

  if (!(keep & CAPACITY_IMPORT_KEEP_ENCODING)
      && !capacity_import_file_detect (file, head.table, &head.encoding, error))
    return NULL;
  if (!capacity_import_file_decode (file, head.table, head.encoding, &text, error))
    return NULL;
  return guess_from_text (file, &text, &head, keep, error);
}

/* How well a table suits: one that can be read as it is, in sight, and the longest of them. */
static gsize
rate_table (const CapacityImportTable *table,
            const CapacityImportPlan  *plan)
{
  gsize size = g_bytes_get_size (table->text) / 4 + 1;

  return size + (capacity_import_plan_check (plan, NULL) ? G_MAXSIZE / 2 : 0) + (table->is_hidden ? 0 : G_MAXSIZE / 4);
}

/* Tries all tables; when none is one, the reason is that of the first. */
static CapacityImportPlan *
guess_best_table (const CapacityImportFile  *file,
                  CapacityImportPlan         head,
                  CapacityImportKeep         keep,
                  GError                   **error)
{
  g_autoptr (CapacityImportPlan) best = NULL;
  g_autoptr (GError) first_error = NULL;
  gsize best_rate = 0;

  for (guint i = 0; i < capacity_import_file_get_n_tables (file); i++)
    {
      g_autoptr (CapacityImportPlan) plan = NULL;
      gsize rate;

      head.table = i;
      plan = guess_table (file, head, keep, first_error == NULL ? &first_error : NULL);
      rate = plan != NULL ? rate_table (capacity_import_file_get_table (file, i), plan) : 0;
      if (rate <= best_rate)
        continue;
      best_rate = rate;
      g_clear_pointer (&best, capacity_import_plan_free);
      best = g_steal_pointer (&plan);
    }
  if (best == NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  return g_steal_pointer (&best);
}

/* Gives the columns that are still there the roles that a person chose for them. */
static void
keep_columns (CapacityImportPlan       *plan,
              const CapacityImportPlan *earlier)
{
  for (guint i = 0; i < MIN (plan->n_columns, earlier->n_columns) && plan->layout == earlier->layout; i++)
    {
      const CapacityImportColumn *before = &earlier->columns[i];
      CapacityImportColumn *column = &plan->columns[i];

      if (!before->is_chosen || !g_str_equal (before->name, column->name))
        continue;
      capacity_import_plan_set_role (plan, i, before->role);
      column->measure = before->measure;
      column->reason = before->reason;
    }
}

/**
 * capacity_import_guess:
 * @file: a file
 * @earlier: (nullable): a plan of which parts are kept
 * @keep: which parts of @earlier the user has set
 * @error: return location for an error
 *
 * Guesses how a file is to be read, from its first rows and some from all over it. The year of @earlier stays, and whether
 * empty cells are filled from above where a person has said it; so do the roles that a person chose for columns, where the
 * header is kept and the layout comes out the same. The plan may lack a column of periods or of volumes, see
 * capacity_import_plan_check(): the user can name them. The errors are those of #CapacityExchangeError for files that are no
 * tables at all.
 *
 * Returns: (transfer full): the plan, or %NULL
 */
CapacityImportPlan *
capacity_import_guess (const CapacityImportFile  *file,
                       const CapacityImportPlan  *earlier,
                       CapacityImportKeep         keep,
                       GError                   **error)
{
  CapacityImportPlan head = { 0 };
  CapacityImportPlan *plan;

  g_return_val_if_fail (file != NULL && (earlier != NULL || keep == CAPACITY_IMPORT_KEEP_NOTHING), NULL);

  if (earlier != NULL)
    {
      head.table = earlier->table;
      head.encoding = earlier->encoding;
      head.delimiter = earlier->delimiter;
      head.n_title_rows = earlier->n_title_rows;
      head.n_header_rows = earlier->n_header_rows;
      head.layout = earlier->layout;
      head.year = earlier->year;
      head.fill_down = earlier->fill_down;
      head.fill_down_is_chosen = earlier->fill_down_is_chosen;
    }
  plan = (keep & CAPACITY_IMPORT_KEEP_TABLE) ? guess_table (file, head, keep, error)
                                             : guess_best_table (file, head, keep, error);
  if (plan != NULL && (keep & CAPACITY_IMPORT_KEEP_HEADER) && !(keep & CAPACITY_IMPORT_KEEP_LAYOUT))
    keep_columns (plan, earlier);
  return plan;
}
