/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-number.h"

#include <locale.h>
#include <string.h>

static CapacityImportNumberOutcome
parse (const char *text,
       char        decimal,
       double     *value)
{
  g_test_message ("%s with %c", text, decimal);
  return capacity_import_number_parse (text, strlen (text), decimal, value);
}

static void
test_values (void)
{
  static const struct { const char *text; char decimal; double value; } cases[] = {
    { "0", ',', 0 }, { "7", '.', 7 }, { "007", '.', 7 }, { "1234567", ',', 1234567 },
    { "33,1", ',', 33.1 }, { "0.80083857442348", '.', 0.80083857442348 }, { ",5", ',', 0.5 },
    { "1 234", ',', 1234 }, { "1\302\240234", ',', 1234 }, { "1\342\200\257234\342\200\257567", ',', 1234567 },
    { "1\342\200\211234,5", ',', 1234.5 }, { "1.234,5", ',', 1234.5 }, { "1,234.5", '.', 1234.5 },
    { "1.234", ',', 1234 }, { "1.234", '.', 1.234 }, { "1,234,567", '.', 1234567 },
    { "-0", '.', 0 }, { "−0,0", ',', 0 }, { "1,23E+05", ',', 123000 }, { "1e3", '.', 1000 },
    { "999999999999999", '.', 999999999999999 }, { "0.1", '.', 0.1 }, { "16.040200000000002", '.', 16.040200000000002 },
    { "123456789012345.6", '.', 123456789012345.6 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = -1;

      g_assert_cmpint (parse (cases[i].text, cases[i].decimal, &value), ==, CAPACITY_IMPORT_NUMBER_VALUE);
      g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

static void
test_others (void)
{
  static const struct { const char *text; CapacityImportNumberOutcome outcome; } cases[] = {
    { "", CAPACITY_IMPORT_NUMBER_MISSING }, { "-", CAPACITY_IMPORT_NUMBER_MISSING },
    { "–", CAPACITY_IMPORT_NUMBER_MISSING }, { "…", CAPACITY_IMPORT_NUMBER_MISSING },
    { "...", CAPACITY_IMPORT_NUMBER_MISSING }, { ".", CAPACITY_IMPORT_NUMBER_MISSING },
    { "NULL", CAPACITY_IMPORT_NUMBER_MISSING }, { "null", CAPACITY_IMPORT_NUMBER_MISSING },
    { "NA", CAPACITY_IMPORT_NUMBER_MISSING }, { "n/a", CAPACITY_IMPORT_NUMBER_MISSING },
    { "nav datu", CAPACITY_IMPORT_NUMBER_MISSING },
    { "<5", CAPACITY_IMPORT_NUMBER_CENSORED }, { "< 5", CAPACITY_IMPORT_NUMBER_CENSORED },
    { "≤5", CAPACITY_IMPORT_NUMBER_CENSORED }, { ">100", CAPACITY_IMPORT_NUMBER_CENSORED },
    { "no 1 līdz 5", CAPACITY_IMPORT_NUMBER_CENSORED }, { "No 1 līdz 5", CAPACITY_IMPORT_NUMBER_CENSORED },
    { "52+", CAPACITY_IMPORT_NUMBER_CENSORED }, { "1-5", CAPACITY_IMPORT_NUMBER_CENSORED },
    { "1–5", CAPACITY_IMPORT_NUMBER_CENSORED }, { "5 un vairāk", CAPACITY_IMPORT_NUMBER_CENSORED },
    { "-5", CAPACITY_IMPORT_NUMBER_NEGATIVE }, { "−5", CAPACITY_IMPORT_NUMBER_NEGATIVE },
    { "-1 234,5", CAPACITY_IMPORT_NUMBER_NEGATIVE },
    { "1e999", CAPACITY_IMPORT_NUMBER_TOO_LARGE }, { "1000000000000000", CAPACITY_IMPORT_NUMBER_TOO_LARGE },
    { "99999999999999999999999999", CAPACITY_IMPORT_NUMBER_TOO_LARGE },
    { "NaN", CAPACITY_IMPORT_NUMBER_INVALID }, { "inf", CAPACITY_IMPORT_NUMBER_INVALID },
    { "abc", CAPACITY_IMPORT_NUMBER_INVALID }, { "12 gab.", CAPACITY_IMPORT_NUMBER_INVALID },
    { "1,2,3", CAPACITY_IMPORT_NUMBER_INVALID }, { "1 23", CAPACITY_IMPORT_NUMBER_INVALID },
    { "12.34", CAPACITY_IMPORT_NUMBER_INVALID }, { "1 234.567", CAPACITY_IMPORT_NUMBER_INVALID },
    { "0x10", CAPACITY_IMPORT_NUMBER_INVALID }, { "5,", CAPACITY_IMPORT_NUMBER_INVALID },
    { "1e", CAPACITY_IMPORT_NUMBER_INVALID }, { "--5", CAPACITY_IMPORT_NUMBER_INVALID },
    { "1 234 ", CAPACITY_IMPORT_NUMBER_INVALID }, { "0 123", CAPACITY_IMPORT_NUMBER_INVALID },
    { "2026-11-23", CAPACITY_IMPORT_NUMBER_INVALID }, { "+5", CAPACITY_IMPORT_NUMBER_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value;

      g_assert_cmpint (parse (cases[i].text, ',', &value), ==, cases[i].outcome);
    }
}

/* Numbers of files never depend on the user's locale. */
static void
test_locale (void)
{
  double value = 0;

  if (setlocale (LC_ALL, "lv_LV.UTF-8") == NULL)
    {
      g_test_skip ("No Latvian locale here");
      return;
    }
  g_assert_cmpint (parse ("1 234.5678901234567", '.', &value), ==, CAPACITY_IMPORT_NUMBER_VALUE);
  g_assert_cmpfloat (value, ==, 1234.5678901234567);
  setlocale (LC_ALL, "C");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/number/values", test_values);
  g_test_add_func ("/exchange/number/others", test_others);
  g_test_add_func ("/exchange/number/locale", test_locale);
  return g_test_run ();
}
