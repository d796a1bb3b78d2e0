/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-tools.h"

#include <string.h>

/* Guesses and reads; whichever fails must fail with the code. */
static GError *
error_of_bytes (const char *bytes,
                gsize       length)
{
  g_autoptr (GBytes) content = g_bytes_new (bytes, length);
  g_autoptr (CapacityImportFile) file = capacity_import_file_new_for_bytes ("x.csv", content);
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (CapacityImportResult) result = NULL;
  GError *error = NULL;

  plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, &error);
  g_assert_true ((plan == NULL) == (error != NULL));
  if (plan == NULL)
    return error;
  result = capacity_import_read (file, plan, NULL, NULL, NULL, &error);
  g_assert_true ((result == NULL) == (error != NULL));
  return error;
}

static void
assert_error_at (const char            *text,
                 CapacityExchangeError  code,
                 guint64                line)
{
  g_autoptr (GError) error = error_of_bytes (text, strlen (text));

  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, (int) code);
  g_assert_cmpuint (capacity_exchange_error_get_line (error), ==, line);
}

static void
test_files (void)
{
  g_autoptr (GError) binary = error_of_bytes ("a;b\0\0c;d\n\0", 10);

  g_assert_error (binary, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_BINARY);
  assert_error_at ("", CAPACITY_EXCHANGE_ERROR_EMPTY, 0);
  assert_error_at (" \r\n\t\n", CAPACITY_EXCHANGE_ERROR_EMPTY, 0);
  assert_error_at ("\357\273\277", CAPACITY_EXCHANGE_ERROR_EMPTY, 0);
  assert_error_at ("\357\273\277\n", CAPACITY_EXCHANGE_ERROR_EMPTY, 0);
  assert_error_at ("Dear all\nthis is a letter\nnot a table\n", CAPACITY_EXCHANGE_ERROR_NOT_A_TABLE, 0);
  assert_error_at ("Skaits\n1\n2\n3\n", CAPACITY_EXCHANGE_ERROR_NOT_A_TABLE, 0);
  assert_error_at ("2026-01;5\n", CAPACITY_EXCHANGE_ERROR_NO_DATA, 0);
  assert_error_at ("Datums;Skaits\n", CAPACITY_EXCHANGE_ERROR_NO_DATA, 0);
  assert_error_at ("Datums;Skaits\n\n;\n", CAPACITY_EXCHANGE_ERROR_NO_DATA, 0);
  assert_error_at ("a;b\nc;\"d\ne;f\n", CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE, 2);
  assert_error_at ("Datums;Nosaukums\n2026-01;abc\n2026-02;def\n", CAPACITY_EXCHANGE_ERROR_NO_VALUES, 0);
  assert_error_at ("Pakalpojums;Skaits\nPases;5\nVīzas;6\n", CAPACITY_EXCHANGE_ERROR_NO_PERIOD, 0);
  assert_error_at ("ā;č;ē\nī;ķ;ļ\nņ;\xC4;1\n", CAPACITY_EXCHANGE_ERROR_ENCODING, 3);
}

static void
test_one_row_of_data (void)
{
  g_autoptr (CapacityImportResult) result = read_of ("Datums;Skaits\n2026-01;5\n");

  g_assert_cmpuint (result->batch->n_values, ==, 1);
}

static void
test_cells (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Datums;Pakalpojums;Pieprasījumi\n"
             "2026-01-30;Pases;5\n"
             "2026-02-30;Pases;5\n"
             "2026-01-31;Pases;1e999\n"
             "2026-02-01;Pases;-5\n"
             "2026-02-02;Pases;pieci\n"
             "2026-02-03;Pases;NaN\n"
             "rīt;Pases;5\n"
             ";Pases;5\n"
             "2026-02-04;;5\n"
             "2026Q1;Pases;5\n"
             "2026-02-05;Pases;5;6\n"
             "2026-02-06;Pases\n"
             "2026-02-07;Pases;6\n"
             "2026-02-08;Pa");

  g_assert_cmpuint (result->n_problems, ==, 12);
  assert_problem (result, 0, CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE, 3, 1);
  assert_problem (result, 1, CAPACITY_IMPORT_PROBLEM_TOO_LARGE, 4, 3);
  assert_problem (result, 2, CAPACITY_IMPORT_PROBLEM_NEGATIVE, 5, 3);
  assert_problem (result, 3, CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER, 6, 3);
  assert_problem (result, 4, CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER, 7, 3);
  assert_problem (result, 5, CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD, 8, 1);
  assert_problem (result, 6, CAPACITY_IMPORT_PROBLEM_NO_PERIOD, 9, 1);
  assert_problem (result, 7, CAPACITY_IMPORT_PROBLEM_NO_SERVICE, 10, 2);
  assert_problem (result, 8, CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND, 11, 1);
  assert_problem (result, 9, CAPACITY_IMPORT_PROBLEM_LONG_ROW, 12, 0);
  assert_problem (result, 10, CAPACITY_IMPORT_PROBLEM_SHORT_ROW, 13, 0);
  assert_problem (result, 11, CAPACITY_IMPORT_PROBLEM_TRUNCATED, 15, 0);
  g_assert_cmpstr (((CapacityImportProblem *) result->problems->pdata[3])->text, ==, "pieci");
  g_assert_cmpstr (((CapacityImportProblem *) result->problems->pdata[3])->column_name, ==, "Pieprasījumi");
  g_assert_cmpuint (result->batch->n_values, ==, 2);
}

/* In a short file a few cells at fault are many, and yet the columns are what their names say. */
static void
test_short_file (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Datums;Pieteikumi\n2026-02-28;5\n2026-02-30;6\nrīt;7\n2026-03-02;abc\n");

  g_assert_cmpuint (result->n_problems, ==, 3);
  assert_problem (result, 0, CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE, 3, 1);
  assert_problem (result, 1, CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD, 4, 1);
  assert_problem (result, 2, CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER, 5, 2);
}

static void
test_unknown_kind (void)
{
  const char *text = "Mēnesis;Veids;Skaits\n2026-01;Incidenti;5\n2026-01;Sūdzības;6\n2026-02;Citi;7\n2026-02;Incidenti;8\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) result = NULL;

  capacity_import_plan_set_role (plan, 1, CAPACITY_IMPORT_ROLE_KIND);
  result = read_plan (text, plan);
  g_assert_cmpuint (result->n_problems, ==, 1);
  assert_problem (result, 0, CAPACITY_IMPORT_PROBLEM_UNKNOWN_KIND, 4, 2);
}

static void
test_many_problems (void)
{
  g_autoptr (GString) text = g_string_new ("Datums;Skaits\n2026-01-01;5\n2026-01-02;6\n");
  g_autoptr (CapacityImportResult) result = NULL;

  for (guint i = 0; i < 1500; i++)
    g_string_append (text, "2026-01-03;-1\n");
  result = read_of (text->str);
  g_assert_cmpuint (result->n_problems, ==, 1500);
  g_assert_cmpuint (result->problems->len, ==, CAPACITY_IMPORT_MAX_PROBLEMS);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_PROBLEMS_CAPPED)->count, ==, 500);
}

static void
test_nothing_read (void)
{
  assert_error_at ("Datums;Skaits\n2026-02-30;5\n2026-02-31;6\n2026-02-29;7\n", CAPACITY_EXCHANGE_ERROR_NOTHING_READ, 2);
  assert_error_at ("Datums;Skaits\n2026-02-01;-5\n2026-02-02;-6\n", CAPACITY_EXCHANGE_ERROR_NOTHING_READ, 2);
}

static char *
repeat (const char *text,
        guint       n)
{
  GString *repeated = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (repeated, text);
  return g_string_free_and_steal (repeated);
}

static void
test_limits (void)
{
  g_autofree char *columns = repeat ("a;", 10000);
  g_autofree char *wide = g_strconcat (columns, "\n", columns, "\n", NULL);
  g_autofree char *long_cell = repeat ("x", CAPACITY_IMPORT_MAX_FIELD + 1);
  g_autofree char *long_file = g_strconcat ("a;b\n1;2\n1;", long_cell, "\n", NULL);
  g_autofree char *rows = repeat ("2026-01-01;5\n", CAPACITY_IMPORT_MAX_ROWS + 1);
  g_autofree char *tall = g_strconcat ("Datums;Skaits\n", rows, NULL);

  assert_error_at (wide, CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS, 1);
  assert_error_at (long_file, CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG, 3);
  assert_error_at (tall, CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS, CAPACITY_IMPORT_MAX_ROWS + 2);
}

/* One letter a million times, alone and as a cell among good ones. */
static void
test_repeated (void)
{
  static const char letters[] = "[{(<\"';,\t\r\n =+-@0.%\001\177";

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      g_autofree char *repeated = g_strnfill (1000000, *letter);
      g_autofree char *cell = g_strconcat ("Datums;Skaits\n2026-01;5\n2026-02;", repeated, "\n2026-03;6\n", NULL);
      g_autoptr (GError) alone = error_of_bytes (repeated, strlen (repeated));
      g_autoptr (GError) among_others = error_of_bytes (cell, strlen (cell));

      g_assert_nonnull (alone);
    }
}

/* A name that is written backwards reads as it is. */
static void
test_turned (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Datums;Pakalpojums;Skaits\n2026-01;Pases \342\200\256abk\342\200\254;5\n2026-02;Pases abk;6\n");

  g_assert_cmpuint (result->batch->series->len, ==, 1);
  g_assert_cmpstr (((CapacityBatchSeries *) result->batch->series->pdata[0])->service, ==, "Pases abk");
}

/* Dates a thousand years apart in each of many services would make series that fill the memory. */
static void
test_far_apart (void)
{
  g_autoptr (GString) text = g_string_new ("Datums;Pakalpojums;Skaits\n");

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (text, "1800-01-02;S%u;1\n2999-01-03;S%u;2\n", i, i);
  assert_error_at (text->str, CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES, 0);
}

/* Whatever the bytes are, guessing and reading end with a plan and result or an error. */
static void
test_noise (void)
{
  static const char letters[] = "2026-11;,\t|\"\n\r. 5ā<Kopā;5;5\n\n,,;;";
  GRand *random = g_rand_new_with_seed (2026);

  for (guint round = 0; round < 3000; round++)
    {
      guint length = (guint) g_rand_int_range (random, 0, 200);
      g_autofree char *bytes = g_malloc (length + 1);
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < length; i++)
        bytes[i] = round % 10 == 0 ? (char) g_rand_int_range (random, 0, 256)
                                   : letters[g_rand_int_range (random, 0, sizeof letters - 1)];
      error = error_of_bytes (bytes, length);
    }
  g_rand_free (random);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/bad/files", test_files);
  g_test_add_func ("/exchange/bad/one-row-of-data", test_one_row_of_data);
  g_test_add_func ("/exchange/bad/cells", test_cells);
  g_test_add_func ("/exchange/bad/short-file", test_short_file);
  g_test_add_func ("/exchange/bad/unknown-kind", test_unknown_kind);
  g_test_add_func ("/exchange/bad/many-problems", test_many_problems);
  g_test_add_func ("/exchange/bad/nothing-read", test_nothing_read);
  g_test_add_func ("/exchange/bad/limits", test_limits);
  g_test_add_func ("/exchange/bad/repeated", test_repeated);
  g_test_add_func ("/exchange/bad/turned", test_turned);
  g_test_add_func ("/exchange/bad/far-apart", test_far_apart);
  g_test_add_func ("/exchange/bad/noise", test_noise);
  return g_test_run ();
}
