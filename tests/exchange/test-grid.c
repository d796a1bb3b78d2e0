/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-grid.h"

#include <math.h>

static CapacityGrid *
make_grid (void)
{
  CapacityGrid *grid = capacity_grid_new ("Tabula");

  capacity_grid_add_text (grid, "");
  capacity_grid_add_text (grid, "Apjoms");
  capacity_grid_end_row (grid);
  capacity_grid_add_text (grid, "A;\tb <&>");
  capacity_grid_add_number (grid, 1234.5, "1 234,5");
  capacity_grid_end_row (grid);
  capacity_grid_add_text (grid, "–");
  capacity_grid_add_number (grid, NAN, "–");
  capacity_grid_end_row (grid);
  capacity_grid_add_text (grid, NULL);
  capacity_grid_add_text (grid, "=1+1");
  capacity_grid_end_row (grid);

  return grid;
}

static void
assert_text (GBytes     *bytes,
             const char *expected)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  g_assert_cmpmem (text, length, expected, strlen (expected));
}

/* Files have numbers, and nothing where there is nothing. */
static void
test_files (void)
{
  g_autoptr (CapacityGrid) grid = make_grid ();
  g_autoptr (GBytes) canonical = capacity_grid_to_csv (grid, CAPACITY_CSV_CANONICAL);
  g_autoptr (GBytes) latvian = capacity_grid_to_csv (grid, CAPACITY_CSV_LATVIAN);
  g_autoptr (GBytes) book = capacity_grid_to_xlsx (grid);

  assert_text (canonical, ",Apjoms\n\"A;\tb <&>\",1234.5\n,\n,'=1+1\n");
  assert_text (latvian, "\xEF\xBB\xBF;Apjoms\r\n\"A;\tb <&>\";1234,5\r\n;\r\n;'=1+1\r\n");
  g_assert_nonnull (book);
  g_assert_cmpmem (g_bytes_get_data (book, NULL), 2, "PK", 2);
}

/* The clipboard has what a person sees. */
static void
test_clipboard (void)
{
  g_autoptr (CapacityGrid) grid = make_grid ();
  g_autofree char *text = capacity_grid_to_text (grid);
  g_autofree char *html = capacity_grid_to_html (grid);

  g_assert_cmpuint (capacity_grid_get_n_rows (grid), ==, 3);
  g_assert_cmpstr (text, ==, "\tApjoms\nA; b <&>\t1 234,5\n–\t–\n\t=1+1\n");
  g_assert_true (g_str_has_prefix (html, "<meta charset=\"utf-8\"><table><tr><th></th><th>Apjoms</th></tr><tr>"));
  g_assert_nonnull (strstr (html, "b &lt;&amp;&gt;</td><td>1 234,5</td></tr>"));
}

static void
test_empty (void)
{
  g_autoptr (CapacityGrid) grid = capacity_grid_new ("");
  g_autoptr (GBytes) table = capacity_grid_to_csv (grid, CAPACITY_CSV_CANONICAL);
  g_autoptr (GBytes) book = capacity_grid_to_xlsx (grid);
  g_autofree char *text = capacity_grid_to_text (grid);

  g_assert_cmpuint (capacity_grid_get_n_rows (grid), ==, 0);
  g_assert_cmpuint (g_bytes_get_size (table), ==, 0);
  g_assert_nonnull (book);
  g_assert_cmpstr (text, ==, "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/grid/files", test_files);
  g_test_add_func ("/exchange/grid/clipboard", test_clipboard);
  g_test_add_func ("/exchange/grid/empty", test_empty);

  return g_test_run ();
}
