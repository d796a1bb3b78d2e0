/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-csv-reader.h"

#include <string.h>

#include "capacity-exchange-error.h"

/* Reads all rows of @text and writes them as "[cell][cell]\n". */
static char *
read_all (const char *text,
          char        delimiter)
{
  g_auto (CapacityCsvReader) csv = { NULL };
  g_autoptr (GError) error = NULL;
  GString *rows = g_string_new (NULL);

  capacity_csv_reader_init (&csv, text, strlen (text), delimiter);
  while (capacity_csv_reader_next (&csv, &error))
    {
      for (guint i = 0; i < csv.n_cells; i++)
        {
          g_autofree char *cell = capacity_csv_cell_dup (csv.cells[i], 0);

          g_string_append_printf (rows, "[%s]", cell);
        }
      g_string_append_printf (rows, "%u\n", (guint) csv.line);
    }
  g_assert_no_error (error);
  return g_string_free_and_steal (rows);
}

static void
test_rows (void)
{
  static const struct { const char *text; const char *rows; } cases[] = {
    { "a;b\nc;d\n", "[a][b]1\n[c][d]2\n" },
    { "a;b\r\nc;d", "[a][b]1\n[c][d]2\n" },
    { "a;b\rc;d\r", "[a][b]1\n[c][d]2\n" },
    { "a;;\n\nb", "[a][][]1\n[]2\n[b]3\n" },
    { "\"a;1\";\"b\"\"c\"\n", "[a;1][b\"c]1\n" },
    { "\"a\nb\";c\nd;e\n", "[a b][c]1\n[d][e]3\n" },
    { "\"a\r\nb\";c\r\nd;e\r\n", "[a  b][c]1\n[d][e]3\n" },
    { "\"\";\"\"\n", "[][]1\n" },
    { "\"a\"b;c\n", "[\"a\"b][c]1\n" },
    { "5\" x;y\n", "[5\" x][y]1\n" },
    { "a\342\200\256b\342\201\246c;\342\200\257\342\200\252;\342", "[abc][][\342]1\n" }, /* U+202E, U+2066, U+202A */
    { " a ;\302\240b\342\200\257\n", "[a][b]1\n" },
    { ";", "[][]1\n" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows = read_all (cases[i].text, ';');

      g_assert_cmpstr (rows, ==, cases[i].rows);
    }
}

static void
test_cut (void)
{
  g_auto (CapacityCsvReader) csv = { NULL };

  capacity_csv_reader_init (&csv, "a;b\nc;d", 7, ';');
  g_assert_true (capacity_csv_reader_next (&csv, NULL));
  g_assert_false (csv.is_cut);
  g_assert_true (capacity_csv_reader_next (&csv, NULL));
  g_assert_true (csv.is_cut);
  g_assert_false (capacity_csv_reader_next (&csv, NULL));
}

static void
assert_fails (const char            *text,
              CapacityExchangeError  code,
              guint64                line,
              guint                  column)
{
  g_auto (CapacityCsvReader) csv = { NULL };
  g_autoptr (GError) error = NULL;

  capacity_csv_reader_init (&csv, text, strlen (text), ';');
  while (capacity_csv_reader_next (&csv, &error))
    g_assert_no_error (error);
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, (int) code);
  g_assert_cmpuint (capacity_exchange_error_get_line (error), ==, line);
  g_assert_cmpuint (capacity_exchange_error_get_column (error), ==, column);
}

static void
test_limits (void)
{
  g_autofree char *long_cell = g_strnfill (CAPACITY_IMPORT_MAX_FIELD + 1, 'x');
  g_autofree char *wide_row = g_strnfill (CAPACITY_IMPORT_MAX_COLUMNS, ';');
  g_autofree char *long_text = g_strconcat ("a\nb;", long_cell, "\n", NULL);
  g_autofree char *long_quoted = g_strconcat ("a\n\"", long_cell, "\"\n", NULL);

  assert_fails ("a;b\nc;\"d\ne;f\n", CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE, 2, 2);
  assert_fails ("\"", CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE, 1, 1);
  assert_fails (long_text, CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG, 2, 2);
  assert_fails (long_quoted, CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG, 2, 1);
  assert_fails (wide_row, CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS, 1, CAPACITY_IMPORT_MAX_COLUMNS + 1);
}

static void
test_excerpts (void)
{
  CapacityCsvCell cell = { "āčē abc", 10, FALSE };
  g_autofree char *whole = capacity_csv_cell_dup (cell, 10);
  g_autofree char *cut = capacity_csv_cell_dup (cell, 5);

  g_assert_cmpstr (whole, ==, "āčē abc");
  g_assert_cmpstr (cut, ==, "āč…");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-reader/rows", test_rows);
  g_test_add_func ("/exchange/csv-reader/cut", test_cut);
  g_test_add_func ("/exchange/csv-reader/limits", test_limits);
  g_test_add_func ("/exchange/csv-reader/excerpts", test_excerpts);
  return g_test_run ();
}
