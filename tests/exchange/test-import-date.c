/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-date.h"

#include <string.h>

static void
assert_period (const char              *text,
               CapacityImportDateOrder  order,
               const char              *expected)
{
  CapacityPeriod period = { CAPACITY_PERIOD_DAY, 0 };
  g_autofree char *found = NULL;

  g_test_message ("%s", text);
  g_assert_cmpint (capacity_import_date_parse (text, strlen (text), order, &period), ==, CAPACITY_IMPORT_DATE_OK);
  found = capacity_period_to_string (period);
  g_assert_cmpstr (found, ==, expected);
}

static void
assert_outcome (const char                *text,
                CapacityImportDateOutcome  outcome)
{
  CapacityPeriod period;

  g_test_message ("%s", text);
  g_assert_cmpint (capacity_import_date_parse (text, strlen (text), CAPACITY_IMPORT_DATE_ORDER_DMY, &period), ==,
                   outcome);
}

static void
test_forms (void)
{
  static const char *const cases[][2] = {
    { "2026-11-23", "2026-11-23" },      { "2026.11.23.", "2026-11-23" },
    { "2026.11.23", "2026-11-23" },      { "2026/11/23", "2026-11-23" },
    { "23.11.2026.", "2026-11-23" },     { "23.11.2026", "2026-11-23" },
    { "3.1.2026.", "2026-01-03" },       { "23/11/2026", "2026-11-23" },
    { "23-11-2026", "2026-11-23" },      { "23.11.26.", "2026-11-23" },
    { "20261123", "2026-11-23" },        { "2026-11-23T14:05:00Z", "2026-11-23" },
    { "2026-11-23 00:00", "2026-11-23" }, { "23.11.2026. 0:00:00", "2026-11-23" },
    { "2026. gada 23. novembris", "2026-11-23" },
    { "2026. gada 23. novembrī", "2026-11-23" },
    { "pirmdiena, 2026. gada 23. novembris", "2026-11-23" },
    { "23. novembris 2026", "2026-11-23" }, { "23 November 2026", "2026-11-23" },
    { "November 23, 2026", "2026-11-23" }, { "23-Nov-26", "2026-11-23" },
    { "1st March 2026", "2026-03-01" },
    { "11.2026.", "2026-11" },           { "11.2026", "2026-11" },
    { "11/2026", "2026-11" },            { "2026-11", "2026-11" },
    { "2026/11", "2026-11" },            { "2026.11", "2026-11" },
    { "2026M11", "2026-11" },            { "2026m1", "2026-01" },
    { "202611", "2026-11" },             { "2026. gada novembris", "2026-11" },
    { "2026. g. nov.", "2026-11" },      { "novembris 2026", "2026-11" },
    { "Nov-26", "2026-11" },             { "Nov 2026", "2026-11" },
    { "SEPT 2026", "2026-09" },          { "2026. gada jūnijs", "2026-06" },
    { "JŪLIJS 2026", "2026-07" },        { "2026 maijs", "2026-05" },
    { "2026Q4", "2026-Q4" },             { "2026-Q4", "2026-Q4" },
    { "Q4 2026", "2026-Q4" },            { "2026. g. 4. cet.", "2026-Q4" },
    { "2026. gada 4. ceturksnis", "2026-Q4" }, { "IV ceturksnis 2026", "2026-Q4" },
    { "2026C4", "2026-Q4" },
    { "2026. gada I ceturksnis februāris", "2026-02" }, { "2026. gada 1. ceturksnis marts", "2026-03" },
    { "2026-W47", "2026-W47" },          { "2026W01", "2026-W01" },
    { "47. nedēļa 2026", "2026-W47" },
    { "2026", "2026" },                  { "2026.", "2026" },
    { "2026. gads", "2026" },            { "2024-02-29", "2024-02-29" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_period (cases[i][0], CAPACITY_IMPORT_DATE_ORDER_DMY, cases[i][1]);
}

static void
test_order (void)
{
  assert_period ("03/04/2026", CAPACITY_IMPORT_DATE_ORDER_DMY, "2026-04-03");
  assert_period ("03/04/2026", CAPACITY_IMPORT_DATE_ORDER_MDY, "2026-03-04");
  assert_period ("03/04/2026", CAPACITY_IMPORT_DATE_ORDER_YMD, "2026-04-03");
  assert_period ("26-04-03", CAPACITY_IMPORT_DATE_ORDER_YMD, "2026-04-03");
  assert_period ("03/04/26", CAPACITY_IMPORT_DATE_ORDER_MDY, "2026-03-04");
  assert_period ("01.02.70", CAPACITY_IMPORT_DATE_ORDER_DMY, "1970-02-01");
  assert_period ("2026-04-03", CAPACITY_IMPORT_DATE_ORDER_MDY, "2026-04-03");
}

/* The first and the last day in one cell. */
static void
test_spans (void)
{
  static const char *const cases[][2] = {
    { "01.01.–31.01.2026", "2026-01" },          { "01.01.2026.-31.01.2026.", "2026-01" },
    { "01.01.2026. – 31.01.2026.", "2026-01" },  { "2026-01-01 - 2026-01-31", "2026-01" },
    { "2026-01-01-2026-01-31", "2026-01" },      { "2026-01-01/2026-01-31", "2026-01" },
    { "01/02/2026-28/02/2026", "2026-02" },      { "1.-31.01.2026.", "2026-01" },
    { "no 01.01.2026. līdz 31.01.2026.", "2026-01" }, { "1.–31. janvāris 2026", "2026-01" },
    { "1 to 31 January 2026", "2026-01" },       { "05.01.–11.01.2026.", "2026-W02" },
    { "29. dec. – 4. janv. 2026", "2026-W01" },  { "29.12.2025.-04.01.2026.", "2026-W01" },
    { "1.–28. febr. 2027", "2027-02" },          { "01.01.2026–31.03.2026", "2026-Q1" },
    { "janvāris–marts 2026", "2026-Q1" },        { "01.01.2026.–31.12.2026.", "2026" },
    { "05.01.2026-05.01.2026", "2026-01-05" },
  };
  static const char *const uneven[] = {
    "1.–7. janv. 2026", "01.01.–30.01.2026", "01.01.2025.-31.12.2026.", "15.01.2026–14.02.2026", "februāris–aprīlis 2026",
  };
  static const char *const halves[] = {
    "I pusgads 2026", "2026. g. 1. pusgads", "2026. gada II pusgads", "2026 H1", "H2 2026", "2026H1", "1H2026",
    "1st half of 2026", "pirmais pusgads", "01.01.2026.–30.06.2026.", "01.07.–31.12.2026",
  };
  static const char *const others[] = {
    "2025-2026", "1-2", "H1", "A-1", "5-12", "h 8 2026", "31.01.2026-01.01.2026", "III pusgads", "1. 2. pusgads 2026",
    "-----------------------------------------------------------------------2026",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_period (cases[i][0], CAPACITY_IMPORT_DATE_ORDER_DMY, cases[i][1]);
  for (guint i = 0; i < G_N_ELEMENTS (uneven); i++)
    assert_outcome (uneven[i], CAPACITY_IMPORT_DATE_NO_WHOLE);
  for (guint i = 0; i < G_N_ELEMENTS (halves); i++)
    assert_outcome (halves[i], CAPACITY_IMPORT_DATE_HALF_YEAR);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_outcome (others[i], CAPACITY_IMPORT_DATE_INVALID);
  assert_outcome ("01.02.2026.–30.02.2026.", CAPACITY_IMPORT_DATE_NO_SUCH);
  assert_period ("01/31/2026", CAPACITY_IMPORT_DATE_ORDER_MDY, "2026-01-31");
  assert_period ("01/01/2026-01/31/2026", CAPACITY_IMPORT_DATE_ORDER_MDY, "2026-01");
}

static void
test_serial (void)
{
  static const char *const wrong[] = { "25568", "73051", "4529", "452920", "45292.", "45292x", "45292 3", "45292.3.1" };
  CapacityPeriod period;

  assert_period ("45292", CAPACITY_IMPORT_DATE_ORDER_SERIAL, "2024-01-01");
  assert_period ("46349,375", CAPACITY_IMPORT_DATE_ORDER_SERIAL, "2026-11-23");
  assert_period ("25569", CAPACITY_IMPORT_DATE_ORDER_SERIAL, "1970-01-01");
  assert_period ("73050", CAPACITY_IMPORT_DATE_ORDER_SERIAL, "2099-12-31");
  assert_period ("03.04.2026.", CAPACITY_IMPORT_DATE_ORDER_SERIAL, "2026-04-03");
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_false (capacity_import_serial_parse (wrong[i], strlen (wrong[i]), &period));
}

static void
test_wrong (void)
{
  static const char *const no_such[] = {
    "2026-02-30", "31.04.2026.", "2025-02-29", "2026-13-01", "2026-13", "13.2026.", "2026Q5", "2026M13", "2026-W60",
    "2026-W54", "99.99.2026", "23.13.2026.", "0204-01-01", "20261301", "00.01.2026.",
  };
  static const char *const invalid[] = {
    "x", "1234567", "12", "1.5", "1,234", "-2026", "26. novembris", "novembris", "2026 x", "2026-11-23-24",
    "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18", "9999999999", "12.345", "3000", "1799", "2026 nov dec",
    "nov cet 2026", "45292", "I II 2026 5", "2026. gada 123. novembris x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (no_such); i++)
    assert_outcome (no_such[i], CAPACITY_IMPORT_DATE_NO_SUCH);
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    assert_outcome (invalid[i], CAPACITY_IMPORT_DATE_INVALID);
  assert_outcome ("", CAPACITY_IMPORT_DATE_MISSING);
}

static void
test_parts (void)
{
  static const char *const cases[][2] = {
    { "1", "2026-01" }, { "01", "2026-01" }, { "12", "2026-12" }, { "jūlijs", "2026-07" }, { "Jul", "2026-07" },
    { "decembrī", "2026-12" }, { "M3", "2026-03" }, { "Q2", "2026-Q2" }, { "II", "2026-Q2" }, { "2. cet.", "2026-Q2" },
    { "3. ceturksnis", "2026-Q3" }, { "W05", "2026-W05" }, { "03. marts", "2026-03" },
    { "I ceturksnis februāris", "2026-02" }, { "4. cet. dec.", "2026-12" },
  };
  static const char *const wrong[] = { "0", "13", "x", "Q5", "5. cet.", "2026", "1 2", "jūlijs augusts",
                                       "I ceturksnis aprīlis", "2. cet. marts", "I ceturksnis II" };
  CapacityPeriod period;
  int year;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = NULL;

      g_test_message ("%s", cases[i][0]);
      g_assert_cmpint (capacity_import_year_part_parse (cases[i][0], strlen (cases[i][0]), 2026, CAPACITY_PERIOD_MONTH,
                                                        &period), ==,
                       CAPACITY_IMPORT_DATE_OK);
      found = capacity_period_to_string (period);
      g_assert_cmpstr (found, ==, cases[i][1]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (capacity_import_year_part_parse (wrong[i], strlen (wrong[i]), 2026, CAPACITY_PERIOD_MONTH, &period), !=,
                     CAPACITY_IMPORT_DATE_OK);
  g_assert_cmpint (capacity_import_year_part_parse ("47", 2, 2026, CAPACITY_PERIOD_WEEK, &period), ==,
                   CAPACITY_IMPORT_DATE_OK);
  g_assert_cmpint (period.kind, ==, CAPACITY_PERIOD_WEEK);
  g_assert_cmpint (capacity_import_year_part_parse ("5", 1, 2026, CAPACITY_PERIOD_QUARTER, &period), ==,
                   CAPACITY_IMPORT_DATE_NO_SUCH);
  g_assert_cmpint (capacity_import_year_parse ("2026. gads", 10, &year), ==, CAPACITY_IMPORT_DATE_OK);
  g_assert_cmpint (year, ==, 2026);
  g_assert_cmpint (capacity_import_year_parse ("2026-11", 7, &year), ==, CAPACITY_IMPORT_DATE_INVALID);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/date/forms", test_forms);
  g_test_add_func ("/exchange/date/order", test_order);
  g_test_add_func ("/exchange/date/spans", test_spans);
  g_test_add_func ("/exchange/date/serial", test_serial);
  g_test_add_func ("/exchange/date/wrong", test_wrong);
  g_test_add_func ("/exchange/date/parts", test_parts);
  return g_test_run ();
}
