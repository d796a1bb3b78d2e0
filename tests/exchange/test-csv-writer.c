/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-csv-writer.h"

#include <math.h>

#include "capacity-import.h"

static GBytes *
write_table (CapacityCsvForm form)
{
  g_autoptr (CapacityCsvWriter) writer = capacity_csv_writer_new (form);
  static const char *const texts[] = { "Datums", "Pieprasījumi", "a;b, \"c\"\nd", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    capacity_csv_writer_add_text (writer, texts[i]);
  capacity_csv_writer_end_row (writer);
  capacity_csv_writer_add_text (writer, "2026-11");
  capacity_csv_writer_add_number (writer, 1234.5);
  capacity_csv_writer_add_number (writer, 0.1);
  capacity_csv_writer_add_number (writer, NAN);
  capacity_csv_writer_end_row (writer);
  return capacity_csv_writer_end (writer);
}

static void
assert_bytes (GBytes     *bytes,
              const char *expected)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_forms (void)
{
  g_autoptr (GBytes) canonical = write_table (CAPACITY_CSV_CANONICAL);
  g_autoptr (GBytes) latvian = write_table (CAPACITY_CSV_LATVIAN);

  assert_bytes (canonical, "Datums,Pieprasījumi,\"a;b, \"\"c\"\"\nd\",\n2026-11,1234.5,0.1,\n");
  assert_bytes (latvian, "\357\273\277Datums;Pieprasījumi;\"a;b, \"\"c\"\"\nd\";\r\n2026-11;1234,5;0,1;\r\n");
}

static void
test_formulas (void)
{
  static const char *const cases[][2] = {
    { "=1+2", "'=1+2\n" }, { "+1", "'+1\n" }, { "-1", "'-1\n" }, { "@x", "'@x\n" },
    { "\tx", "\"'\tx\"\n" }, { "\rx", "\"'\rx\"\n" }, { "a=1", "a=1\n" }, { " x", "\" x\"\n" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CapacityCsvWriter) writer = capacity_csv_writer_new (CAPACITY_CSV_CANONICAL);
      g_autoptr (GBytes) bytes = NULL;

      capacity_csv_writer_add_text (writer, cases[i][0]);
      capacity_csv_writer_end_row (writer);
      bytes = capacity_csv_writer_end (writer);
      assert_bytes (bytes, cases[i][1]);
    }
}

/* What is written in either form is read back as it was. */
static void
test_round_trip (void)
{
  static const double values[] = { 0, 1, 1234567, 0.1, 12.345678901234567, 999999999999.5 };

  for (int form = CAPACITY_CSV_CANONICAL; form <= CAPACITY_CSV_LATVIAN; form++)
    {
      g_autoptr (CapacityCsvWriter) writer = capacity_csv_writer_new ((CapacityCsvForm) form);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (CapacityImportFile) file = NULL;
      g_autoptr (CapacityImportPlan) plan = NULL;
      g_autoptr (CapacityImportResult) result = NULL;
      const CapacityBatchSeries *series;

      capacity_csv_writer_add_text (writer, "Mēnesis");
      capacity_csv_writer_add_text (writer, "Pakalpojums");
      capacity_csv_writer_add_text (writer, "Pieprasījumi");
      capacity_csv_writer_end_row (writer);
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        {
          g_autofree char *month = capacity_period_to_string (capacity_month (2026, (int) i + 1));

          capacity_csv_writer_add_text (writer, month);
          capacity_csv_writer_add_text (writer, "Pases; \"steidzami\", ĀČĒ");
          capacity_csv_writer_add_number (writer, values[i]);
          capacity_csv_writer_end_row (writer);
        }
      bytes = capacity_csv_writer_end (writer);
      file = capacity_import_file_new_for_bytes ("x.csv", bytes);
      plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, NULL);
      result = capacity_import_read (file, plan, NULL, NULL, NULL, NULL);
      g_assert_cmpuint (result->n_problems, ==, 0);
      g_assert_cmpuint (result->batch->series->len, ==, 1);
      series = g_ptr_array_index (result->batch->series, 0);
      g_assert_cmpstr (series->service, ==, "Pases; \"steidzami\", ĀČĒ");
      for (guint i = 0; i < G_N_ELEMENTS (values); i++)
        g_assert_cmpfloat (series->series->values[i], ==, values[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-writer/forms", test_forms);
  g_test_add_func ("/exchange/csv-writer/formulas", test_formulas);
  g_test_add_func ("/exchange/csv-writer/round-trip", test_round_trip);
  return g_test_run ();
}
