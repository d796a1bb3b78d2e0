/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-tools.h"

#include <math.h>

/* Files that institutions really publish. They lie beside the project and are not part of it: where they are
 * not, the tests are skipped. */

static CapacityImportResult *
read_shared (const char             *name,
             CapacityImportEncoding  encoding,
             CapacityPeriodKind      kind)
{
  g_autoptr (CapacityImportFile) file = shared_file (name);
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (GError) error = NULL;
  CapacityImportResult *result;

  if (file == NULL)
    return NULL;
  plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, &error);
  g_assert_no_error (error);
  g_assert_cmpint (plan->encoding, ==, encoding);
  g_assert_cmpint (plan->period_kind, ==, kind);
  g_assert_true (plan->decimal_is_certain && plan->date_order_is_certain);
  result = capacity_import_read (file, plan, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (result->n_problems, ==, 0);
  return result;
}

static guint
count_unused_columns (const CapacityImportResult *result)
{
  guint n = 0;

  for (guint i = 0; i < result->notes->len; i++)
    n += ((CapacityImportNote *) result->notes->pdata[i])->code == CAPACITY_IMPORT_NOTE_UNUSED_COLUMN;
  return n;
}

static void
test_contact_centre_daily (void)
{
  const char *service = "vancouver 311 contact centre daily";
  g_autoptr (CapacityImportResult) result = read_shared ("vancouver_311_contact_centre_daily.csv",
                                                         CAPACITY_IMPORT_ENCODING_UTF_8, CAPACITY_PERIOD_DAY);
  const CapacityImportNote *gaps;

  if (result == NULL)
    return;
  g_assert_cmpuint (result->batch->n_rows, ==, 5585);
  g_assert_cmpuint (result->batch->n_values, ==, 2 * 5585);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (result, service, CAPACITY_MEASURE_ARRIVALS, "2024-09-30"), ==, 478);
  g_assert_cmpfloat (value_at (result, service, CAPACITY_MEASURE_COMPLETIONS, "2009-06-15"), ==, 1796);
  g_assert_cmpuint (count_unused_columns (result), ==, 4);
  gaps = find_note (result, CAPACITY_IMPORT_NOTE_GAPS);
  g_assert_cmpuint (gaps->count, ==, 2);
  g_assert_cmpuint (gaps->n_periods, ==, 2);
  g_assert_cmpint (gaps->periods[0].index, ==, capacity_date_from_ymd (2010, 3, 7));
  g_assert_cmpint (gaps->periods[1].index, ==, capacity_date_from_ymd (2013, 3, 8));
}

static void
test_attendances (void)
{
  g_autoptr (CapacityImportResult) result = read_shared ("england_ae_attendances_by_provider.csv",
                                                         CAPACITY_IMPORT_ENCODING_UTF_8, CAPACITY_PERIOD_MONTH);

  if (result == NULL)
    return;
  g_assert_cmpuint (result->batch->series->len, ==, 428);
  g_assert_cmpuint (result->batch->n_values, ==, 12765);
  g_assert_cmpfloat (value_at (result, "RF4 · 1", CAPACITY_MEASURE_ARRIVALS, "2017-03"), ==, 21289);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_GAPS)->n_series, ==, 15);
  g_assert_cmpuint (count_unused_columns (result), ==, 2);
}

static void
test_calls_windows_1257 (void)
{
  const char *service = "Tālruņa konsultācija";
  g_autoptr (CapacityImportResult) result = read_shared ("lv_cp1257_monthly_calls.csv",
                                                         CAPACITY_IMPORT_ENCODING_WINDOWS_1257, CAPACITY_PERIOD_MONTH);

  if (result == NULL)
    return;
  g_assert_cmpuint (result->batch->n_rows, ==, 183);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (result, service, CAPACITY_MEASURE_ARRIVALS, "2009-07"), ==, 43450);
  g_assert_cmpfloat (value_at (result, service, CAPACITY_MEASURE_COMPLETIONS, "2024-09"), ==, 24549);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->count, ==, 16);
  g_assert_cmpuint (count_unused_columns (result), ==, 2);
  g_assert_null (find_note (result, CAPACITY_IMPORT_NOTE_GAPS));
}

static void
test_calls_daily (void)
{
  g_autoptr (CapacityImportResult) result = read_shared ("lv_utf8bom_daily_calls.csv", CAPACITY_IMPORT_ENCODING_UTF_8,
                                                         CAPACITY_PERIOD_DAY);

  if (result == NULL)
    return;
  g_assert_cmpuint (result->batch->n_values, ==, 2 * 1096);
  g_assert_cmpfloat (value_at (result, "lv utf8bom daily calls", CAPACITY_MEASURE_ARRIVALS, "2021-10-04"), ==, 1521);
}

static void
test_flow (void)
{
  g_autoptr (CapacityImportResult) result = read_shared ("england_rtt_flow_stp_monthly.csv",
                                                         CAPACITY_IMPORT_ENCODING_UTF_8, CAPACITY_PERIOD_MONTH);

  if (result == NULL)
    return;
  g_assert_cmpuint (result->batch->series->len, ==, 3 * 42);
  g_assert_cmpfloat (value_at (result, "QWU", CAPACITY_MEASURE_ARRIVALS, "2020-09"), ==, 16442);
  g_assert_cmpfloat (value_at (result, "QWU", CAPACITY_MEASURE_COMPLETIONS, "2020-09"), ==, 13877);
  g_assert_cmpfloat (value_at (result, "QWU", CAPACITY_MEASURE_STOCK, "2020-09"), ==, 76532);
}

static void
test_freight (void)
{
  const char *service = "Pavisam ar Latvijā reģistrētu autotransportu";
  g_autoptr (CapacityImportResult) result = read_shared ("latvia_csp_kravas_auto_quarterly.csv",
                                                         CAPACITY_IMPORT_ENCODING_UTF_8, CAPACITY_PERIOD_QUARTER);

  if (result == NULL)
    return;
  g_assert_cmpuint (result->batch->series->len, ==, 1);
  g_assert_cmpuint (result->batch->n_values, ==, 18);
  g_assert_cmpfloat (value_at (result, service, CAPACITY_MEASURE_ARRIVALS, "2019-Q1"), ==, 14672.7);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TITLE_ROWS)->count, ==, 1);
}

static void
test_kinds_of_departments (void)
{
  g_autoptr (CapacityImportResult) result = read_shared ("england_ae_attendances_monthly.csv",
                                                         CAPACITY_IMPORT_ENCODING_UTF_8, CAPACITY_PERIOD_MONTH);

  if (result == NULL)
    return;
  g_assert_cmpuint (result->batch->series->len, ==, 3);
  g_assert_cmpfloat (value_at (result, "type1_major", CAPACITY_MEASURE_ARRIVALS, "2010-08"), ==, 1138652);
  g_assert_cmpuint (count_unused_columns (result), ==, 1);
}

static void
test_contact_centre_monthly (void)
{
  g_autoptr (CapacityImportResult) result = read_shared ("vancouver_311_monthly.csv", CAPACITY_IMPORT_ENCODING_UTF_8,
                                                         CAPACITY_PERIOD_MONTH);

  if (result == NULL)
    return;
  g_assert_cmpuint (result->batch->n_values, ==, 2 * 183);
  g_assert_cmpuint (count_unused_columns (result), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/real/contact-centre-daily", test_contact_centre_daily);
  g_test_add_func ("/exchange/real/attendances", test_attendances);
  g_test_add_func ("/exchange/real/calls-windows-1257", test_calls_windows_1257);
  g_test_add_func ("/exchange/real/calls-daily", test_calls_daily);
  g_test_add_func ("/exchange/real/flow", test_flow);
  g_test_add_func ("/exchange/real/freight", test_freight);
  g_test_add_func ("/exchange/real/kinds-of-departments", test_kinds_of_departments);
  g_test_add_func ("/exchange/real/contact-centre-monthly", test_contact_centre_monthly);
  return g_test_run ();
}
