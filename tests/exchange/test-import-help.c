/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "import-tools.h"

/* The examples of the help are imported as they stand there. */

static const struct
{
  CapacityImportLayout layout;
  guint                n_series;
  guint                n_values;
} examples[] = {
  { CAPACITY_IMPORT_LAYOUT_LONG, 1, 2 },
  { CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS, 2, 4 },
  { CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS, 2, 4 },
  { CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS, 1, 4 },
  { CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS, 3, 6 },
  { CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS, 4, 8 },
  /* Two channels: arrivals, completions and what waits, in two months each. */
  { CAPACITY_IMPORT_LAYOUT_TICKETS, 6, 12 },
};

static char **
read_examples (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "help", "C", "formats.page", NULL);
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_autofree char *page = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &page, NULL, &error);
  g_assert_no_error (error);
  for (const char *p = strstr (page, "<screen>"); p != NULL; p = strstr (p, "<screen>"))
    {
      const char *end = strstr (p, "</screen>");

      p += strlen ("<screen>");
      g_strv_builder_take (found, g_strndup (p, (gsize) (end - p)));
    }
  return g_strv_builder_end (found);
}

static void
test_formats (void)
{
  g_auto (GStrv) texts = read_examples ();

  g_assert_cmpuint (g_strv_length (texts), ==, G_N_ELEMENTS (examples));
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autoptr (CapacityImportPlan) plan = guess_of (texts[i]);
      g_autoptr (CapacityImportResult) result = read_plan (texts[i], plan);

      g_test_message ("%s", texts[i]);
      g_assert_cmpint (plan->layout, ==, examples[i].layout);
      g_assert_cmpuint (result->n_problems, ==, 0);
      g_assert_cmpuint (result->batch->series->len, ==, examples[i].n_series);
      g_assert_cmpuint (result->batch->n_values, ==, examples[i].n_values);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/help/formats", test_formats);

  return g_test_run ();
}
