/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-tools.h"

#include <math.h>
#include <string.h>

static void
test_order_does_not_matter (void)
{
  g_autoptr (CapacityImportResult) sorted = read_of ("Datums;Skaits\n2026-01;1\n2026-02;2\n2026-04;4\n");
  g_autoptr (CapacityImportResult) newest_first = read_of ("Datums;Skaits\n2026-04;4\n2026-02;2\n2026-01;1\n");
  const CapacityImportNote *gaps = find_note (sorted, CAPACITY_IMPORT_NOTE_GAPS);

  g_assert_cmpuint (sorted->batch->series->len, ==, 1);
  g_assert_cmpuint (capacity_series_digest (find_series (sorted, "Passports 2026", CAPACITY_MEASURE_ARRIVALS)->series), ==,
                    capacity_series_digest (find_series (newest_first, "Passports 2026", CAPACITY_MEASURE_ARRIVALS)->series));
  g_assert_true (isnan (value_at (sorted, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-03")));
  g_assert_cmpuint (sorted->batch->n_rows, ==, 3);
  g_assert_cmpuint (sorted->batch->n_values, ==, 3);
  g_assert_nonnull (gaps);
  g_assert_cmpuint (gaps->count, ==, 1);
  g_assert_cmpuint (gaps->n_series, ==, 1);
  g_assert_cmpint (gaps->periods[0].index, ==, capacity_month (2026, 3).index);
}

/* Numbers of days are read as what they stand for, which is said; whoever knows better reads them otherwise. */
static void
test_serials (void)
{
  const char *text = "Datums;Skaits\n46023;5\n46054;6\n46082;7\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) result = read_plan (text, plan);
  const CapacityImportNote *note = find_note (result, CAPACITY_IMPORT_NOTE_DATE_ORDER);
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->n_values, ==, 3);
  g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 6);
  g_assert_nonnull (note);
  g_assert_cmpint (note->date_order, ==, CAPACITY_IMPORT_DATE_ORDER_SERIAL);
  plan->date_order = CAPACITY_IMPORT_DATE_ORDER_DMY;
  g_assert_null (capacity_import_read (file, plan, NULL, NULL, NULL, &error));
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NOTHING_READ);
}

static void
test_spans (void)
{
  g_autoptr (CapacityImportResult) down =
    read_of ("Periods;Skaits\n01.01.–31.01.2026.;5\n01.02.–28.02.2026.;6\n01.03.–30.03.2026.;7\nI pusgads 2026;18\n");
  g_autoptr (CapacityImportResult) across =
    read_of ("Pakalpojums;01.01.-31.01.2026;01.02.-28.02.2026;01.03.-30.03.2026;I pusgads 2026\nA;5;6;7;18\nB;1;2;3;6\n");

  g_assert_cmpuint (down->batch->n_values, ==, 2);
  g_assert_cmpfloat (value_at (down, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 6);
  g_assert_cmpuint (down->n_problems, ==, 2);
  assert_problem (down, 0, CAPACITY_IMPORT_PROBLEM_NO_WHOLE_PERIOD, 4, 1);
  assert_problem (down, 1, CAPACITY_IMPORT_PROBLEM_HALF_YEAR, 5, 1);
  g_assert_cmpuint (across->batch->n_values, ==, 4);
  g_assert_cmpfloat (value_at (across, "B", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 2);
  g_assert_cmpint (find_note (across, CAPACITY_IMPORT_NOTE_UNUSED_COLUMN)->reason, ==,
                   CAPACITY_IMPORT_REASON_NO_WHOLE_PERIOD);
}

/* Half-years are not divided: that is said, whichever way they stand. */
static void
test_half_years (void)
{
  static const char *const texts[] = {
    "Pusgads;Skaits\n2025 H1;5\n2025 H2;6\n2026 H1;7\n",
    "Pakalpojums;I pusgads 2025;II pusgads 2025;I pusgads 2026\nA;5;6;7\nB;1;2;3\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CapacityImportFile) file = file_of (texts[i]);
      g_autoptr (CapacityImportPlan) plan = guess_of (texts[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (capacity_import_read (file, plan, NULL, NULL, NULL, &error));
      g_assert_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_HALF_YEARS);
    }
}

static void
test_dimensions (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Mēnesis;Kanāls;Veids;Pakalpojums;Skaits\n2026-01;klātienē;Incidenti;Pases;5\n"
             "2026-01;e-pasts;Sūdzības;Pases;6\n2026-02;klātienē;incidenta pieteikums;Pases;7\n");
  const CapacityBatchSeries *first = g_ptr_array_index (result->batch->series, 0);

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpint (first->kind, ==, CAPACITY_REQUEST_INCIDENT);
  g_assert_cmpstr (first->channel, ==, "klātienē");
  g_assert_cmpuint (first->series->n, ==, 2);
}

static void
test_measure_column (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Mēnesis;Rādītājs;Vērtība\n2026-01;Pieprasījumi;5\n2026-01;Izpildīti;4\n2026-01;Vidējais ilgums;3\n"
             "2026-02;Pieprasījumi;6\n2026-02;Vidējais ilgums;3\n");
  const CapacityImportNote *note = find_note (result, CAPACITY_IMPORT_NOTE_UNKNOWN_MEASURE);

  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 6);
  g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_COMPLETIONS, "2026-01"), ==, 4);
  g_assert_cmpuint (note->count, ==, 2);
  g_assert_cmpstr (note->text, ==, "Vidējais ilgums");
}

static void
test_periods_across (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Apjomi 2026. gadā\n\nPakalpojums;2026Q1;2026Q2;2026Q3;Kopā\nPases;1,5;...;3;4,5\nVīzas;4;5;6;15\n"
             "Kopā;5,5;5;9;19,5\nAvots: izdomāts\n");

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, "2026-Q1"), ==, 1.5);
  g_assert_true (isnan (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, "2026-Q2")));
  g_assert_cmpfloat (value_at (result, "Vīzas", CAPACITY_MEASURE_ARRIVALS, "2026-Q3"), ==, 6);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TITLE_ROWS)->count, ==, 1);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->count, ==, 1);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TEXT_ROWS)->count, ==, 1);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_MISSING_VALUES)->count, ==, 1);
  g_assert_null (find_note (result, CAPACITY_IMPORT_NOTE_GAPS));
}

static void
test_two_header_rows (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of (";2025;;2026;\nPakalpojums;novembris;decembris;janvāris;februāris\nPases;1;2;3;4\n");

  g_assert_cmpuint (find_series (result, "Pases", CAPACITY_MEASURE_ARRIVALS)->series->n, ==, 4);
  g_assert_cmpfloat (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 4);
}

/* The tables of yearly reports: months by name, the year in the title, a running number in front. */
static void
test_year_of_title (void)
{
  const char *text = "Atskaite;;;;;\nPeriods: 2025. gads;;;;;\n;;;;;\nNr.p.k.;Pakalpojuma nosaukums;Janvāris;Februāris;"
                     "Marts;Kopā\n1.;Deklarēšana;1 234;1 100;1 250;3 584\n2.;Būvatļaujas;45;51;-;96\n"
                     ";Kopā;1 279;1 151;1 250;3 680\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) result = read_plan (text, plan);
  g_autoptr (CapacityImportResult) later = NULL;

  g_assert_true (capacity_import_plan_needs_year (plan));
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (result, "Deklarēšana", CAPACITY_MEASURE_ARRIVALS, "2025-03"), ==, 1250);
  g_assert_cmpint (find_note (result, CAPACITY_IMPORT_NOTE_YEAR)->year, ==, 2025);
  plan->year = 2026;
  later = read_plan (text, plan);
  g_assert_cmpfloat (value_at (later, "Būvatļaujas", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 51);
  plan->year = 0;
  g_assert_false (capacity_import_plan_check (plan, NULL));
}

/* Months across and years down. */
static void
test_months_by_years (void)
{
  g_autoptr (CapacityImportResult) matrix =
    read_of ("Gads;janv.;febr.;marts\n2025;1;2;3\n2026;4;5;6\nKopā;5;7;9\n");
  g_autoptr (CapacityImportResult) services =
    read_of ("Pakalpojums\tGads\tI cet.\tII cet.\nPases\t2025\t1\t2\nPases\t2026\t4\t5\nVīzas\t2025\t7\t8\n");

  g_assert_cmpuint (matrix->n_problems, ==, 0);
  g_assert_cmpfloat (value_at (matrix, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2025-03"), ==, 3);
  g_assert_cmpfloat (value_at (matrix, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01"), ==, 4);
  g_assert_null (find_note (matrix, CAPACITY_IMPORT_NOTE_YEAR));
  g_assert_cmpuint (services->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (services, "Pases", CAPACITY_MEASURE_ARRIVALS, "2026-Q2"), ==, 5);
}

/* Months down and years across, the way years are compared. */
static void
test_years_by_months (void)
{
  g_autoptr (CapacityImportResult) unnamed =
    read_of ("Laulību skaits;;\n;2025;2026\njanvāris;1;4\nfebruāris;2;5\nmarts;3;\nKopā;6;9\n");
  g_autoptr (CapacityImportResult) quarters = read_of ("Ceturksnis\t2025. gads\t2026. gads\nI\t1\t4\nII\t2\t5\n");
  g_autoptr (CapacityImportResult) services =
    read_of ("Pakalpojums;Mēnesis;2025;2026\nPases;1;7;8\nPases;2;9;10\nVīzas;1;11;12\nVīzas;2;13;14\n");
  g_autoptr (CapacityImportResult) whole = read_of ("Pakalpojums;2024;2025;2026\nPases;1;2;3\nVīzas;4;5;6\n");

  g_assert_cmpuint (unnamed->batch->series->len, ==, 1);
  g_assert_cmpfloat (value_at (unnamed, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2025-03"), ==, 3);
  g_assert_cmpfloat (value_at (unnamed, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 5);
  g_assert_cmpuint (unnamed->n_problems + quarters->n_problems + services->n_problems + whole->n_problems, ==, 0);
  g_assert_cmpfloat (value_at (quarters, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-Q2"), ==, 5);
  g_assert_cmpuint (services->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (services, "Vīzas", CAPACITY_MEASURE_ARRIVALS, "2025-02"), ==, 13);
  g_assert_cmpfloat (value_at (whole, "Vīzas", CAPACITY_MEASURE_ARRIVALS, "2026"), ==, 6);
}

/* Months below the names of their quarters, as cells that were merged leave them, or beside their sums. */
static void
test_months_of_quarters (void)
{
  static const char *const texts[] = {
    "Pakalpojumi 2025. gadā;;;;;;;;\nPakalpojums;I ceturksnis;;;;II ceturksnis;;;\n"
    ";janvāris;februāris;marts;Kopā;aprīlis;maijs;jūnijs;Kopā\nPases;1;2;3;6;4;5;6;15\nVīzas;7;8;9;24;10;11;12;33\n",
    "Pakalpojumi 2025. gadā;;;;;;\nPakalpojums;1. cet.;;;2. cet.;;\n;janv.;febr.;marts;apr.;maijs;jūn.\n"
    "Pases;1;2;3;4;5;6\nVīzas;7;8;9;10;11;12\n",
    "Pakalpojums;2025. gada I ceturksnis;;;2025. gada II ceturksnis;;\n;janvāris;februāris;marts;aprīlis;maijs;jūnijs\n"
    "Pases;1;2;3;4;5;6\nVīzas;7;8;9;10;11;12\n",
    "Pakalpojumi 2025. gadā;;;;;;;;\nPakalpojums;janvāris;februāris;marts;I ceturksnis;aprīlis;maijs;jūnijs;II ceturksnis\n"
    "Pases;1;2;3;6;4;5;6;15\nVīzas;7;8;9;24;10;11;12;33\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CapacityImportPlan) plan = guess_of (texts[i]);
      g_autoptr (CapacityImportResult) result = read_plan (texts[i], plan);

      g_test_message ("%s", texts[i]);
      g_assert_cmpint (plan->period_kind, ==, CAPACITY_PERIOD_MONTH);
      g_assert_cmpuint (result->n_problems, ==, 0);
      g_assert_cmpuint (result->batch->series->len, ==, 2);
      g_assert_cmpuint (result->batch->n_values, ==, 12);
      g_assert_cmpfloat (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, "2025-03"), ==, 3);
      g_assert_cmpfloat (value_at (result, "Vīzas", CAPACITY_MEASURE_ARRIVALS, "2025-06"), ==, 12);
    }
}

/* The number of a week or quarter beside its year: the heading says which it is. */
static void
test_numbers_of_weeks (void)
{
  g_autoptr (GString) text = g_string_new ("Gads;Nedēļas Nr.;Apmeklētāji\n");
  const char *unnamed = "Gads;N;Apmeklētāji\n2026;13;5\n2026;47;6\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (unnamed);
  g_autoptr (CapacityImportResult) weeks = NULL;
  g_autoptr (CapacityImportResult) chosen = NULL;
  g_autoptr (CapacityImportResult) quarters = read_of ("Gads;Ceturksnis;Apmeklētāji\n2026;1;5\n2026;2;6\n2026;3;7\n");
  g_autoptr (CapacityImportPlan) lasting = guess_of ("Gads;Ilgums, nedēļas;Apmeklētāji\n2025;13;5\n2026;14;6\n");

  for (guint week = 1; week <= 29; week++)
    g_string_append_printf (text, "2026;%u;%u\n", week, 100 + week);
  weeks = read_of (text->str);
  g_assert_cmpuint (weeks->n_problems, ==, 0);
  g_assert_cmpuint (weeks->batch->n_values, ==, 29);
  g_assert_cmpfloat (value_at (weeks, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-W29"), ==, 129);
  g_assert_cmpuint (quarters->n_problems, ==, 0);
  g_assert_cmpfloat (value_at (quarters, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-Q2"), ==, 6);
  g_assert_false (capacity_import_plan_has_role (lasting, CAPACITY_IMPORT_ROLE_MONTH));
  /* Where the heading says nothing a person can. */
  capacity_import_plan_set_role (plan, 0, CAPACITY_IMPORT_ROLE_YEAR);
  capacity_import_plan_set_role (plan, 1, CAPACITY_IMPORT_ROLE_MONTH);
  plan->period_kind = CAPACITY_PERIOD_WEEK;
  chosen = read_plan (unnamed, plan);
  g_assert_cmpuint (chosen->n_problems, ==, 0);
  g_assert_cmpfloat (value_at (chosen, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-W47"), ==, 6);
}

/* The numbers of all months across are months, unless the rows tell their own; fewer of them are not. */
static void
test_numbers_of_months (void)
{
  const char *names = ";1;2;3;4;5;6;7;8;9;10;11;12";
  const char *values = ";21;22;23;24;25;26;27;28;29;30;31;32";
  g_autofree char *text = g_strdup_printf ("Apjomi 2025. gadā\nPakalpojums%s;Kopā\nPases%s;318\nVīzas%s;318\n",
                                           names, values, values);
  g_autofree char *down = g_strdup_printf ("Mēnesis%s\n2025-01%s\n2025-02%s\n", names, values, values);
  g_autoptr (CapacityImportResult) result = read_of (text);
  g_autoptr (CapacityImportPlan) rows = guess_of (down);
  g_autoptr (CapacityImportPlan) more = guess_of ("Pakalpojums;1;2;3\nPases;21;22;23\nVīzas;21;22;23\n");

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpuint (result->batch->n_values, ==, 24);
  g_assert_cmpfloat (value_at (result, "Vīzas", CAPACITY_MEASURE_ARRIVALS, "2025-10"), ==, 30);
  g_assert_cmpint (find_note (result, CAPACITY_IMPORT_NOTE_YEAR)->year, ==, 2025);
  g_assert_cmpint (rows->layout, ==, CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS);
  g_assert_false (capacity_import_plan_check (more, NULL));
}

/* Guesses how a file of one month or quarter is read, and checks whether it says so: @expected is NULL where it does not. */
static void
assert_whole (const char *name,
              const char *text,
              const char *expected)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CapacityImportFile) file = capacity_import_file_new_for_bytes (name, bytes);
  g_autoptr (CapacityImportPlan) plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, NULL);
  g_autoptr (CapacityImportResult) result = NULL;
  g_autofree char *first = NULL;

  g_test_message ("%s: %s", name, text);
  g_assert_cmpint (capacity_import_plan_check (plan, NULL), ==, expected != NULL);
  if (expected == NULL)
    return;
  result = capacity_import_read (file, plan, NULL, NULL, NULL, NULL);
  first = capacity_period_to_string (result->first);
  g_assert_cmpstr (first, ==, expected);
  g_assert_cmpint (result->first.index, ==, result->last.index);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 4);
  g_assert_nonnull (find_note (result, CAPACITY_IMPORT_NOTE_WHOLE));
}

static void
test_whole (void)
{
  const char *rows = "Pakalpojums;Saņemti;Izpildīti\nPases;5;4\nVīzas;7;6\n";
  static const struct { const char *title; const char *period; } titles[] = {
    { "Pārskats\npar 2026. gada janvāri\n\n", "2026-01" },   { "VPVKAC 2026. gada I ceturksnis\n", "2026-Q1" },
    { "Pārskats par 2026. gada februāri\nApstiprināts 2026. gada 5. martā\n", "2026-02" },
    { "Pārskats par 2026. gada 10 mēnešiem\n", NULL },       { "Janvāris–marts 2026\n", NULL },
    { "No gada sākuma līdz 2026. gada oktobrim\n", NULL },   { "2026. gada I pusgads\n", NULL },
    { "Pārskats par 2026. gadu\n", NULL },                    { "Janvāris 2025 un janvāris 2026\n", NULL },
  };
  static const struct { const char *name; const char *period; } names[] = {
    { "VPVKAC_01_2026.csv", "2026-01" }, { "2026-12 pārskats.csv", "2026-12" }, { "Janvāris 2026.csv", "2026-01" },
    { "2026. gada 2. cet.csv", "2026-Q2" }, { "05_01_2026.csv", NULL }, { "pārskats 2026.csv", NULL },
    { "pārskats 12.csv", NULL }, { "2011-12.csv", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *text = g_strconcat (titles[i].title, rows, "Sagatavoja: A. Bērziņa\n", NULL);

      assert_whole ("x.csv", text, titles[i].period);
    }
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_whole (names[i].name, rows, names[i].period);
  /* A column of periods that cannot be read is not made up for. */
  assert_whole ("2026-01.csv", "Datums;Saņemti;Izpildīti\n1., pirmd.;5;4\n2., otrd.;7;6\n", NULL);
}

static void
assert_romans (const char         *text,
               CapacityPeriodKind  kind,
               const char         *period,
               double              value)
{
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) result = read_plan (text, plan);

  g_test_message ("%s", text);
  g_assert_cmpint (plan->period_kind, ==, kind);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpfloat (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, period), ==, value);
}

/* Roman numbers are months where one of them could be no quarter, or where the heading or a person says so. */
static void
test_roman_months (void)
{
  const char *few = "2025. gads\nPakalpojums;I;II;III;IV\nPases;1;2;3;4\nVīzas;5;6;7;8\n";
  const char *mixed = "Pakalpojums;Gads;Mēnesis;Skaits\nPases;2025;janvāris;1\nPases;2025;februāris;2\n"
                      "Pases;2025;marts;3\nPases;2025;aprīlis;4\nPases;2025;II;9\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (few);
  g_autoptr (CapacityImportResult) mixed_result = read_of (mixed);
  g_autoptr (CapacityImportResult) chosen = NULL;

  assert_romans ("2025. gads\nPakalpojums;I;II;III;IV;V;VI;VII;VIII;IX;X;XI;XII;Kopā\nPases;1;2;3;4;5;6;7;8;9;10;11;12;78\n"
                 "Vīzas;1;2;3;4;5;6;7;8;9;10;11;12;78\n", CAPACITY_PERIOD_MONTH, "2025-11", 11);
  assert_romans (";2024;;;;;2025;;;;\nPakalpojums;I;II;III;IV;V;I;II;III;IV;V\nPases;1;2;3;4;5;6;7;8;9;10\n"
                 "Vīzas;1;2;3;4;5;6;7;8;9;10\n", CAPACITY_PERIOD_MONTH, "2025-04", 9);
  assert_romans ("2025. gads\nPakalpojums;I;II;III;I ceturksnis;IV;V;VI;II ceturksnis\nPases;1;2;3;6;4;5;6;15\n"
                 "Vīzas;1;2;3;6;4;5;6;15\n", CAPACITY_PERIOD_MONTH, "2025-06", 6);
  assert_romans ("Pakalpojums;Gads;Mēn.;Skaits\nPases;2025;I;1\nPases;2025;II;2\nVīzas;2025;I;3\nVīzas;2025;II;4\n",
                 CAPACITY_PERIOD_MONTH, "2025-02", 2);
  assert_romans ("2025. gads\nPakalpojums;Laiks;Skaits\nPases;III;1\nPases;IV;2\nPases;V;3\nVīzas;V;4\n",
                 CAPACITY_PERIOD_MONTH, "2025-05", 3);
  assert_romans (few, CAPACITY_PERIOD_QUARTER, "2025-Q2", 2);
  plan->period_kind = CAPACITY_PERIOD_MONTH;
  chosen = read_plan (few, plan);
  g_assert_cmpfloat (value_at (chosen, "Pases", CAPACITY_MEASURE_ARRIVALS, "2025-02"), ==, 2);
  /* Beside names of months they stay quarters, which cannot be divided. */
  g_assert_cmpuint (mixed_result->n_problems, ==, 1);
  assert_problem (mixed_result, 0, CAPACITY_IMPORT_PROBLEM_OTHER_PERIOD_KIND, 6, 3);
}

/* A column of volumes whose name is no period has none. */
static void
test_across_without_period (void)
{
  g_autoptr (CapacityImportPlan) plan = guess_of ("Pakalpojums;01.2025;02.2025;V\nPases;1;2;3\nVīzas;4;5;6\n");
  g_autoptr (GError) error = NULL;

  g_assert_true (capacity_import_plan_check (plan, NULL));
  capacity_import_plan_set_role (plan, 3, CAPACITY_IMPORT_ROLE_VALUE);
  g_assert_false (capacity_import_plan_check (plan, &error));
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NOT_A_PERIOD);
  g_assert_cmpstr (error->message, ==, "V");
}

/* Quarters and years between the rows of their months are sums, whatever they are called; other quarters are at fault. */
static void
test_sums_between (void)
{
  const char *named = "Apjomi 2025. gadā\nMēnesis;Pieteikumi\njanvāris;1\nfebruāris;2\nmarts;3\nI cet. kopā;6\naprīlis;4\n"
                      "maijs;5\njūnijs;6\nKopā II ceturksnī;15\nI pusgadā kopā;21\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (named);
  g_autoptr (CapacityImportResult) totals = read_plan (named, plan);
  g_autoptr (CapacityImportResult) unnamed =
    read_of ("Mēnesis;Pieteikumi\n01.2025;1\n02.2025;2\n03.2025;3\nI ceturksnis;6\n04.2025;4\n05.2025;5\n06.2025;6\n"
             "2025. gada II ceturksnis;15\n");
  g_autoptr (CapacityImportResult) others =
    read_of ("Mēnesis;Pieteikumi\n02.2025;2\n03.2025;3\nI ceturksnis;6\n04.2025;4\n05.2025;5\n06.2025;6\n"
             "III ceturksnis;7\n");
  g_autoptr (CapacityImportResult) chosen = NULL;

  g_assert_cmpuint (totals->n_problems + unnamed->n_problems, ==, 0);
  g_assert_cmpuint (totals->batch->n_values, ==, 6);
  g_assert_cmpuint (unnamed->batch->n_values, ==, 6);
  g_assert_cmpfloat (value_at (totals, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2025-04"), ==, 4);
  g_assert_cmpuint (find_note (totals, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->count, ==, 3);
  g_assert_cmpuint (find_note (unnamed, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->count, ==, 2);
  g_assert_cmpuint (others->n_problems, ==, 2);
  /* A person may call them periods as well: the year is still that of the title. */
  capacity_import_plan_set_role (plan, 0, CAPACITY_IMPORT_ROLE_PERIOD);
  g_assert_true (capacity_import_plan_needs_year (plan));
  chosen = read_plan (named, plan);
  g_assert_cmpfloat (value_at (chosen, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2025-04"), ==, 4);
}

static void
test_months_without_year (void)
{
  g_autoptr (CapacityImportResult) rows = read_of ("Mēnesis;Pieteikumi\njanvāris;5\nfebruāris;6\nKopā;11\n");
  g_autoptr (CapacityImportResult) quarters = read_of ("Pakalpojums;I cet.;II cet.\nPases;5;6\nVīzas;7;8\n");

  g_assert_cmpfloat (value_at (rows, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 6);
  g_assert_cmpfloat (value_at (quarters, "Vīzas", CAPACITY_MEASURE_ARRIVALS, "2026-Q2"), ==, 8);
}

/* Cells that were merged are empty but for the first. */
static void
test_merged_cells (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Gads;Pakalpojums;Mēnesis;Pieteikumi\n2025;Pases;11;1\n;;12;2\n;Vīzas;11;3\n;;12;4\n;Kopā;;10\n"
             "2026;Pases;1;5\n;;2;6\n;Vīzas;1;7\n;;2;8\n");

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, "2025-12"), ==, 2);
  g_assert_cmpfloat (value_at (result, "Vīzas", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 8);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_FILLED_DOWN)->count, >, 0);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->count, ==, 1);
}

/* Where rows say what they count, no two series of the batch may say the same. */
static void
test_rows_say_measure (void)
{
  const char *text = "Mēnesis;Rādītājs;Pieprasījumi;Izpildīti\n2026-01;Pieprasījumi;5;4\n2026-02;Izpildīti;6;5\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) result = NULL;

  capacity_import_plan_set_role (plan, 1, CAPACITY_IMPORT_ROLE_MEASURE);
  result = read_plan (text, plan);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpuint (result->n_problems, ==, 2);
  assert_problem (result, 0, CAPACITY_IMPORT_PROBLEM_DUPLICATE, 2, 3);
}

static void
test_services_across (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Mēnesis;Pases;Vīzas;Kopā\njanvāris 2026;1;2;3\nfebruāris 2026;4;5;9\nKopā;5;7;12\n");

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (result, "Vīzas", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 5);
}

/* Columns may be the channels, or the kinds of applications, of one service. */
static void
test_parts_across (void)
{
  g_autoptr (CapacityImportPlan) plan =
    guess_of ("Mēnesis;Klātienē;E-pakalpojums;Pa tālruni;Kopā\n2026-01;5;2;1;8\n2026-02;4;3;2;9\n");
  g_autoptr (CapacityImportResult) channels =
    read_of ("Mēnesis;Klātienē;E-pakalpojums;Pa tālruni;Kopā\n2026-01;5;2;1;8\n2026-02;4;3;2;9\n");
  g_autoptr (CapacityImportResult) kinds =
    read_of ("Mēnesis;Informācijas pieprasījumi;Incidenti;Sūdzības\n2026-01;5;2;1\n2026-02;4;3;2\n");
  g_autoptr (CapacityImportResult) twice =
    read_of ("Mēnesis;Sūdzības;Ierosinājumi\n2026-01;5;2\n2026-02;4;3\n");
  const CapacityBatchSeries *series;

  g_assert_true (capacity_import_plan_needs_service (plan));
  g_assert_cmpuint (channels->n_problems + kinds->n_problems + twice->n_problems, ==, 0);
  g_assert_cmpuint (channels->batch->series->len, ==, 3);
  series = channels->batch->series->pdata[1];
  g_assert_cmpstr (series->service, ==, "Passports 2026");
  g_assert_cmpstr (series->channel, ==, "E-pakalpojums");
  g_assert_cmpfloat (capacity_series_at (series->series, capacity_month (2026, 2).index), ==, 3);
  g_assert_cmpuint (kinds->batch->series->len, ==, 3);
  series = kinds->batch->series->pdata[1];
  g_assert_cmpstr (series->service, ==, "Passports 2026");
  g_assert_cmpint (series->kind, ==, CAPACITY_REQUEST_INCIDENT);
  /* Both are one kind: to count them as that twice would be wrong. */
  g_assert_cmpuint (twice->batch->series->len, ==, 2);
}

static void
test_totals (void)
{
  const char *text = "Pakalpojums;Mēnesis;Skaits\nPases;2026-01;1\nVīzas;2026-01;2\nPAVISAM;2026-01;3\n"
                     "Pases;2026-02;4\nVīzas;2026-02;5\nPAVISAM;2026-02;9\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) without = read_plan (text, plan);
  g_autoptr (CapacityImportResult) with = NULL;

  g_assert_cmpuint (without->batch->series->len, ==, 2);
  g_assert_cmpuint (without->batch->n_rows, ==, 4);
  g_assert_cmpuint (find_note (without, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->count, ==, 2);
  g_assert_cmpuint (find_note (without, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->line, ==, 4);
  plan->skip_totals = FALSE;
  with = read_plan (text, plan);
  g_assert_cmpuint (with->batch->series->len, ==, 3);
  g_assert_cmpfloat (value_at (with, "PAVISAM", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 9);
}

static void
test_missing_and_censored (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Mēnesis;Skaits\n2026-01;5\n2026-02;…\n2026-03;NULL\n2026-04;<5\n2026-05;no 1 līdz 5\n2026-06;7\n");
  const CapacityImportNote *missing = find_note (result, CAPACITY_IMPORT_NOTE_MISSING_VALUES);
  const CapacityImportNote *censored = find_note (result, CAPACITY_IMPORT_NOTE_CENSORED_VALUES);

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->n_values, ==, 2);
  g_assert_cmpuint (missing->count, ==, 2);
  g_assert_cmpstr (missing->column_name, ==, "Skaits");
  g_assert_cmpuint (censored->count, ==, 2);
  g_assert_cmpuint (censored->line, ==, 5);
  g_assert_cmpstr (censored->text, ==, "<5");
  g_assert_null (find_note (result, CAPACITY_IMPORT_NOTE_GAPS));
}

static void
test_duplicates (void)
{
  const char *text = "Mēnesis;Skaits\n2026-01;5\n2026-02;6\n2026-01;5\n2026-02;8\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) reported = read_plan (text, plan);
  g_autoptr (CapacityImportResult) summed = NULL;

  g_assert_cmpint (plan->duplicates, ==, CAPACITY_IMPORT_DUPLICATES_REPORT);
  g_assert_cmpuint (reported->n_problems, ==, 1);
  assert_problem (reported, 0, CAPACITY_IMPORT_PROBLEM_DUPLICATE, 5, 2);
  g_assert_cmpuint (find_note (reported, CAPACITY_IMPORT_NOTE_DUPLICATES_SAME)->count, ==, 1);
  g_assert_cmpfloat (value_at (reported, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 8);

  plan->duplicates = CAPACITY_IMPORT_DUPLICATES_SUM;
  summed = read_plan (text, plan);
  g_assert_cmpuint (summed->n_problems, ==, 0);
  g_assert_cmpuint (find_note (summed, CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED)->count, ==, 2);
  g_assert_cmpfloat (value_at (summed, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 14);
}

/* Sums of some rows are skipped like that of all, and parts of what is counted above; a sum whose parts follow stays. */
static void
test_subtotals (void)
{
  static const char blocks[] = "Pagasts;Pakalpojums;2026-01;2026-02\nCarnikavas pagasts;Deklarēšana;10;11\n;Pabalsts;5;6\n"
                               "Kopā Carnikavas pagasts;;15;17\nĀdažu pilsēta;Deklarēšana;10;11\n;Pabalsts;5;6\n"
                               "Kopā Ādažu pilsēta;;15;17\nPavisam;;30;34\n";
  static const char parts[] = "Nr.;Rādītājs;2026-01;2026-02\n1.;Izziņas kopā;30;33\n1.1.;t.sk. klātienē;10;11\n"
                              "1.2.;tai skaitā elektroniski;20;22\n2.;Licences;5;6\n2.1.;no tām klātienē;1;1\n;Kopā;35;39\n";
  static const char only[] = "Rādītājs;2026-01;2026-02\nKopā Rīga;30;33\nKopā Liepāja;3;4\nPavisam;33;37\n";
  g_autoptr (CapacityImportResult) of_blocks = read_of (blocks);
  g_autoptr (CapacityImportResult) of_parts = read_of (parts);
  g_autoptr (CapacityImportResult) of_only = read_of (only);
  g_autoptr (CapacityImportFile) file = file_of (parts);
  g_autoptr (CapacityImportPlan) plan = guess_of (parts);
  g_autoptr (GPtrArray) rows = capacity_import_preview (file, plan, 9, NULL);

  g_assert_cmpuint (of_blocks->batch->series->len, ==, 4);
  g_assert_cmpuint (find_note (of_blocks, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->count, ==, 3);
  g_assert_cmpuint (of_parts->batch->series->len, ==, 2);
  g_assert_cmpfloat (value_at (of_parts, "Izziņas kopā", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 33);
  g_assert_cmpuint (find_note (of_parts, CAPACITY_IMPORT_NOTE_TOTAL_ROWS)->count, ==, 4);
  g_assert_cmpuint (of_only->batch->series->len, ==, 2);
  for (guint i = 1; i < rows->len; i++)
    g_assert_cmpint (((CapacityImportRow *) rows->pdata[i])->kind, ==, i == 1 || i == 4 ? CAPACITY_IMPORT_ROW_DATA
                                                                                        : CAPACITY_IMPORT_ROW_TOTAL);
}

/* A service is one however large its letters are, as it is for the portfolio: it has one value of a month, also across. */
static void
test_spellings (void)
{
  g_autoptr (CapacityImportResult) down =
    read_of ("Mēnesis;Pakalpojums;Kanāls;Skaits\n2026-01;Izziņa;Klātienē;1\n2026-01;izziņa ;klātienē;2\n"
             "2026-01;IZZIŅA;KLĀTIENĒ;3\n2026-02;izziņa;portālā;4\n2026-02;Pase;klātienē;5\n");
  g_autoptr (CapacityImportResult) across =
    read_of ("Mēnesis;Izziņa;IZZIŅA;Pase\n2026-01;1;2;3\n2026-02;4;4;5\n");

  g_assert_cmpuint (down->n_problems, ==, 2);
  assert_problem (down, 0, CAPACITY_IMPORT_PROBLEM_DUPLICATE, 3, 4);
  assert_problem (down, 1, CAPACITY_IMPORT_PROBLEM_DUPLICATE, 4, 4);
  g_assert_cmpuint (down->batch->series->len, ==, 3);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpstr (((CapacityBatchSeries *) down->batch->series->pdata[i])->service, ==, "Izziņa");

  g_assert_cmpuint (across->n_problems, ==, 1);
  g_assert_cmpuint (across->batch->series->len, ==, 2);
}

/* Rows that each have a number of their own are parts of the month's number. */
static void
test_parts_are_summed (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Lieta;Mēnesis;Skaits\nA-1;2026-01;1\nA-2;2026-01;2\nA-3;2026-01;3\nA-4;2026-02;4\nA-5;2026-02;5\n"
             "A-6;2026-02;6\nA-7;2026-03;7\n");

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 15);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED)->count, ==, 4);
}

/* Numbers alone are months up to the last one; anything else is left as it is. */
static void
test_column (void)
{
  static const char *const others[] = { "", "5", "Pases\n5", "a\nb\n", "5\t6\n7\t8\n", "2026-01\n2026-02\n", "5;6\n7;8\n", "5\nsix\n7\n" };
  CapacityPeriod last = capacity_month (2026, 2);
  g_autofree char *table = capacity_import_column_to_table ("\r\nPieteikumi\r\n1 200\r\n\r\n52+\r\n30\r\n\r\n", last,
                                                            "Mēnesis (pieņemts)", "Apjoms");
  g_autoptr (CapacityImportResult) result = read_of (table);

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 1);
  g_assert_cmpuint (result->batch->n_values, ==, 2);
  g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2025-11"), ==, 1200);
  g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 30);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_null (capacity_import_column_to_table (others[i], last, "Month", "Volume"));
}

/* A decimal comma divides no columns, except under a heading that it divides too. */
static void
test_column_with_commas (void)
{
  static const struct { const char *text; double first; double last; } columns[] = {
    { "1 234,00\n987,50\n", 1234, 987.5 }, { "Skaits\n12,5\n-\n7\n", 12.5, 7 },
    { "1\302\240234,00\n2\302\240345,10\n", 1234, 2345.1 },
    { "1.234,5\n7\n", 1234.5, 7 }, { "1,234.5\n7\n", 1234.5, 7 },
  };
  CapacityPeriod last = capacity_month (2026, 2);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *table = capacity_import_column_to_table (columns[i].text, last, "Mēnesis (pieņemts)", "Apjoms");
      g_autoptr (CapacityImportResult) result = NULL;
      const CapacityBatchSeries *series = NULL;

      g_assert_nonnull (table);
      result = read_of (table);
      series = find_series (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS);
      g_assert_cmpuint (result->n_problems, ==, 0);
      g_assert_cmpuint (result->batch->n_values, ==, 2);
      g_assert_cmpfloat (capacity_series_at (series->series, result->first.index), ==, columns[i].first);
      g_assert_cmpfloat (capacity_series_at (series->series, last.index), ==, columns[i].last);
    }
  g_assert_null (capacity_import_column_to_table ("Gads,Skaits\n2024,5\n2025,6\n", last, "Month", "Volume"));
}

/* An office has no rows for weekends and holidays, but a fortnight without any is a gap. */
static void
test_office_days (void)
{
  g_autoptr (GString) text = g_string_new ("Datums;Skaits\n");
  g_autoptr (CapacityImportResult) closed = NULL;
  g_autoptr (CapacityImportResult) lacking = NULL;
  CapacityDate first = capacity_date_from_ymd (2026, 1, 1);
  const CapacityImportNote *gaps;

  for (CapacityDate day = first; day < first + 120; day++)
    if (capacity_date_weekday (day) <= 5 && day != first && day != first + 92)
      {
        g_autofree char *date = capacity_date_to_string (day);

        g_string_append_printf (text, "%s;5\n", date);
      }
  closed = read_of (text->str);
  g_assert_cmpuint (closed->n_problems, ==, 0);
  g_assert_null (find_note (closed, CAPACITY_IMPORT_NOTE_GAPS));

  g_string_append (text, "2026-05-18;5\n");
  lacking = read_of (text->str);
  gaps = find_note (lacking, CAPACITY_IMPORT_NOTE_GAPS);
  g_assert_nonnull (gaps);
  g_assert_cmpuint (gaps->count, ==, 17);
  g_assert_cmpuint (gaps->n_series, ==, 1);
}

/* The hours of a day are parts of it, whichever column tells them. */
static void
test_hours (void)
{
  static const char *const texts[] = {
    "Laiks;Zvani\n2026-01-05 08:00;5\n2026-01-05 09:00;7\n2026-01-06 08:00;3\n",
    "Datums;Stunda;Zvani\n05.01.2026.;8;5\n05.01.2026.;9;7\n06.01.2026.;8;3\n",
    "Datums;Laiks;Zvani\n05.01.2026.;8:00-9:00;5\n05.01.2026.;9:00-10:00;7\n06.01.2026.;8:00-9:00;3\n",
    "Laiks;Zvani\n2026-01-05T08;5\n2026-01-05T09;7\n2026-01-06T08;3\n",
    "Laiks;Zvani\n05.01.2026. 8:15;5\n05.01.2026. 9:59:59;7\n06.01.2026. 8:00;3\n",
    "Datums;Stunda;Zvani\n05.01.2026.;8–9;5\n05.01.2026.;9–10;7\n06.01.2026.;8–9;3\n",
    "Datums;Laiks;Skaits\n05.01.2026.;08:00;5\n05.01.2026.;09:00;7\n06.01.2026.;08:00;3\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CapacityImportPlan) plan = guess_of (texts[i]);
      g_autoptr (CapacityImportResult) result = read_of (texts[i]);
      g_autoptr (CapacityImportResult) days = NULL;

      g_assert_cmpuint (result->n_problems, ==, 0);
      g_assert_cmpuint (result->batch->series->len, ==, 1);
      g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-05T08"), ==, 5);
      g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-05T09"), ==, 7);
      g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-06T08"), ==, 3);
      g_assert_cmpint (result->first.kind, ==, CAPACITY_PERIOD_HOUR);
      g_assert_null (find_note (result, CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED));
      g_assert_null (find_note (result, CAPACITY_IMPORT_NOTE_GAPS));

      plan->period_kind = CAPACITY_PERIOD_DAY;
      days = read_plan (texts[i], plan);
      g_assert_cmpuint (days->n_problems, ==, 0);
      g_assert_cmpfloat (value_at (days, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-05"), ==, 12);
      g_assert_cmpuint (find_note (days, CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED)->count, ==, 1);
    }
}

/* The hours of a day stand side by side. */
static void
test_hours_across (void)
{
  static const char *const texts[] = {
    "Datums;8-9;9-10;10-11;Kopā\n05.01.2026.;5;7;;12\n06.01.2026.;3;;1;4\n",
    "Datums;8:00;9:00;10:00\n05.01.2026.;5;7;\n06.01.2026.;3;;1\n",
    "Datums;8.00–9.00;9.00–10.00;10.00–11.00\n05.01.2026.;5;7;\n06.01.2026.;3;;1\n",
    "Datums;08:00-08:30;08:30-09:00;09:00-09:30;10:00-10:30\n05.01.2026.;2;3;7;\n06.01.2026.;1;2;;1\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CapacityImportPlan) plan = guess_of (texts[i]);
      g_autoptr (CapacityImportResult) result = read_of (texts[i]);
      g_autoptr (CapacityImportResult) days = NULL;

      g_assert_cmpint (plan->layout, ==, CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS);
      g_assert_cmpuint (result->n_problems, ==, 0);
      g_assert_cmpuint (result->batch->series->len, ==, 1);
      g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-05T08"), ==, 5);
      g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-05T09"), ==, 7);
      g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-06T10"), ==, 1);
      g_assert_true (isnan (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-06T09")));
      plan->period_kind = CAPACITY_PERIOD_DAY;
      days = read_plan (texts[i], plan);
      g_assert_cmpfloat (value_at (days, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-05"), ==, 12);
    }
}

/* What is no hour of a day is said, and a time that is the same everywhere makes no hours. */
static void
test_wrong_hours (void)
{
  static const char text[] = "Datums;Stunda;Zvani\n05.01.2026.;8;5\n05.01.2026.;9;7\n05.01.2026.;25;7\n05.01.2026.;;1\n";
  static const char midnights[] = "Datums;Zvani\n05.01.2026 00:00;5\n06.01.2026 00:00;7\n07.01.2026 00:00;7\n";
  static const char ages[] = "Datums;18-24;25-34;35-44\n05.01.2026.;5;7;1\n06.01.2026.;3;2;1\n";
  g_autoptr (CapacityImportResult) result = read_of (text);
  g_autoptr (CapacityImportPlan) same = guess_of (midnights);
  g_autoptr (CapacityImportPlan) spans = guess_of (ages);

  g_assert_cmpuint (result->n_problems, ==, 2);
  assert_problem (result, 0, CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD, 4, 2);
  assert_problem (result, 1, CAPACITY_IMPORT_PROBLEM_NO_PERIOD, 5, 2);
  g_assert_cmpint (same->period_kind, ==, CAPACITY_PERIOD_DAY);
  g_assert_cmpint (spans->layout, !=, CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS);
}

static void
test_line_ends (void)
{
  static const char *const texts[] = {
    "Mēnesis;Skaits\n2026-01;5\n2026-02;6\n", "Mēnesis;Skaits\r\n2026-01;5\r\n2026-02;6\r\n",
    "Mēnesis;Skaits\r2026-01;5\r2026-02;6\r", "Mēnesis;Skaits\n2026-01;5\n2026-02;6",
    "\357\273\277Mēnesis;Skaits\r\n\r\n2026-01;5\r\n2026-02;6\r\n\r\n", "\"Mēne\nsis\";\"Skaits\"\n\"2026-01\";\"5\"\n2026-02;6\n",
    "Mēnesis;Skaits;;\n2026-01;5;;\n2026-02;6;;\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CapacityImportResult) result = read_of (texts[i]);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (result->n_problems, ==, 0);
      g_assert_cmpuint (result->batch->n_values, ==, 2);
      g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 6);
    }
}

/* Texts that mean the same make one series, each of which the batch has once. */
static void
test_series_are_unique (void)
{
  g_autoptr (CapacityImportResult) result =
    read_of ("Pakalpojums;Mēnesis;Skaits\nPases;2026-01;1\n \"Pases\";2026-02;2\n\"Pases\";2026-03;3\nPases ;2026-04;4\n");

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (find_series (result, "Pases", CAPACITY_MEASURE_ARRIVALS)->series->n, >=, 3);
}

static void
test_days_as_months (void)
{
  const char *text = "Datums;Pieprasījumi\n2026-01-05;1\n2026-01-06;2\n2026-02-07;3\n2026-02-09;4\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) result = NULL;

  plan->period_kind = CAPACITY_PERIOD_MONTH;
  plan->duplicates = CAPACITY_IMPORT_DUPLICATES_SUM;
  result = read_plan (text, plan);
  g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01"), ==, 3);
  g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 7);
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer user_data)
{
  goffset *last = user_data;

  g_assert_cmpint (done, >=, *last);
  g_assert_cmpint (done, <=, total);
  *last = done;
}

static void
cancel_cb (goffset  done,
           goffset  total,
           gpointer user_data)
{
  if (done > total / 2)
    g_cancellable_cancel (user_data);
}

static void
test_progress (void)
{
  g_autoptr (GString) text = g_string_new ("period,service,value\n");
  g_autoptr (CapacityImportFile) file = NULL;
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (CapacityImportResult) result = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  goffset last = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "20%02u-%02u,S%u,%u\n", i / 12 % 25, i % 12 + 1, i / 300, i);
  file = file_of (text->str);
  plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, NULL);
  result = capacity_import_read (file, plan, progress_cb, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last, ==, (goffset) text->len);
  g_assert_cmpuint (result->batch->n_values, ==, 20000);
  g_assert_cmpuint (result->batch->series->len, ==, 67);

  g_assert_null (capacity_import_read (file, plan, cancel_cb, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/read/order-does-not-matter", test_order_does_not_matter);
  g_test_add_func ("/exchange/read/serials", test_serials);
  g_test_add_func ("/exchange/read/spans", test_spans);
  g_test_add_func ("/exchange/read/half-years", test_half_years);
  g_test_add_func ("/exchange/read/dimensions", test_dimensions);
  g_test_add_func ("/exchange/read/measure-column", test_measure_column);
  g_test_add_func ("/exchange/read/periods-across", test_periods_across);
  g_test_add_func ("/exchange/read/two-header-rows", test_two_header_rows);
  g_test_add_func ("/exchange/read/year-of-title", test_year_of_title);
  g_test_add_func ("/exchange/read/months-by-years", test_months_by_years);
  g_test_add_func ("/exchange/read/years-by-months", test_years_by_months);
  g_test_add_func ("/exchange/read/months-of-quarters", test_months_of_quarters);
  g_test_add_func ("/exchange/read/sums-between", test_sums_between);
  g_test_add_func ("/exchange/read/numbers-of-weeks", test_numbers_of_weeks);
  g_test_add_func ("/exchange/read/numbers-of-months", test_numbers_of_months);
  g_test_add_func ("/exchange/read/whole", test_whole);
  g_test_add_func ("/exchange/read/roman-months", test_roman_months);
  g_test_add_func ("/exchange/read/across-without-period", test_across_without_period);
  g_test_add_func ("/exchange/read/months-without-year", test_months_without_year);
  g_test_add_func ("/exchange/read/column-with-commas", test_column_with_commas);
  g_test_add_func ("/exchange/read/merged-cells", test_merged_cells);
  g_test_add_func ("/exchange/read/rows-say-measure", test_rows_say_measure);
  g_test_add_func ("/exchange/read/services-across", test_services_across);
  g_test_add_func ("/exchange/read/parts-across", test_parts_across);
  g_test_add_func ("/exchange/read/totals", test_totals);
  g_test_add_func ("/exchange/read/missing-and-censored", test_missing_and_censored);
  g_test_add_func ("/exchange/read/duplicates", test_duplicates);
  g_test_add_func ("/exchange/read/subtotals", test_subtotals);
  g_test_add_func ("/exchange/read/spellings", test_spellings);
  g_test_add_func ("/exchange/read/parts-are-summed", test_parts_are_summed);
  g_test_add_func ("/exchange/read/column", test_column);
  g_test_add_func ("/exchange/read/office-days", test_office_days);
  g_test_add_func ("/exchange/read/hours", test_hours);
  g_test_add_func ("/exchange/read/hours-across", test_hours_across);
  g_test_add_func ("/exchange/read/wrong-hours", test_wrong_hours);
  g_test_add_func ("/exchange/read/line-ends", test_line_ends);
  g_test_add_func ("/exchange/read/series-are-unique", test_series_are_unique);
  g_test_add_func ("/exchange/read/days-as-months", test_days_as_months);
  g_test_add_func ("/exchange/read/progress", test_progress);
  return g_test_run ();
}
