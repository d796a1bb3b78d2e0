/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "import-tools.h"

/* Invented cases of invented persons. */
static const char list[] =
  "Pieteikuma nr.;Saņemts;Slēgts;Pakalpojums;Veids;Kanāls;Centrs;Klients;Personas kods;E-pasts;Tālrunis;Apraksts\n"
  "T-1;05.01.2026 09:15;07.01.2026;Pase;Pakalpojuma pieprasījums;klātienē;Rīga;Zane Paraugdēla;010190-12345;z@piemers.lv;"
  "+37120000001;Lūdz steidzami, jo brauc ciemos pie Paraugdēla kunga\n"
  "T-2;06.01.2026 10:00;02.02.2026;Pase;Pakalpojuma pieprasījums;portālā;Rīga;Ilze Iedomāta;020290-12345;i@piemers.lv;"
  "+37120000002;\n"
  "T-3;20.03.2026 11:00;;Pase;Pakalpojuma pieprasījums;klātienē;Rīga;Jānis Nebijis;030390-12345;j@piemers.lv;"
  "+37120000003;Piezīme\n"
  "T-4;21.03.2026 12:00;25.03.2026;ID karte;Sūdzība;klātienē;Liepāja;Anna Izdomāta;040490-12345;a@piemers.lv;"
  "+37120000004;\n";

static const char *const personal[] = { "Klients", "Personas kods", "E-pasts", "Tālrunis", "Apraksts" };

static double
value_of (const CapacityImportResult *result,
          const char                 *service,
          const char                 *channel,
          CapacityMeasure             measure,
          const char                 *period)
{
  CapacityPeriod at;

  g_assert_true (capacity_period_parse (period, &at));
  for (guint i = 0; i < result->batch->series->len; i++)
    {
      const CapacityBatchSeries *series = g_ptr_array_index (result->batch->series, i);

      if (g_str_equal (series->service, service) && g_strcmp0 (series->channel, channel) == 0
          && series->measure == measure)
        return capacity_series_at (series->series, at.index);
    }
  return NAN;
}

static void
test_counted (void)
{
  g_autoptr (CapacityImportPlan) plan = guess_of (list);
  g_autoptr (CapacityImportResult) result = NULL;
  const CapacityBatchSeries *last;

  g_assert_cmpint (plan->layout, ==, CAPACITY_IMPORT_LAYOUT_TICKETS);
  g_assert_cmpint (capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_PERIOD), ==, 1);
  g_assert_cmpint (capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_CLOSED), ==, 2);
  g_assert_cmpint (capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_SERVICE), ==, 3);
  g_assert_cmpint (capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_KIND), ==, 4);
  g_assert_cmpint (capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_CHANNEL), ==, 5);
  g_assert_cmpint (capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_SITE), ==, 6);

  result = read_plan (list, plan);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->n_rows, ==, 4);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TICKETS)->count, ==, 4);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TICKETS)->n_open, ==, 1);
  g_assert_null (find_note (result, CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED));
  g_assert_cmpuint (result->batch->series->len, ==, 9);
  g_assert_cmpfloat (value_of (result, "Pase", "klātienē", CAPACITY_MEASURE_ARRIVALS, "2026-01"), ==, 1);
  g_assert_cmpfloat (value_of (result, "Pase", "klātienē", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 0);
  g_assert_cmpfloat (value_of (result, "Pase", "klātienē", CAPACITY_MEASURE_COMPLETIONS, "2026-01"), ==, 1);
  g_assert_cmpfloat (value_of (result, "Pase", "portālā", CAPACITY_MEASURE_STOCK, "2026-01"), ==, 1);
  g_assert_cmpfloat (value_of (result, "Pase", "portālā", CAPACITY_MEASURE_STOCK, "2026-02"), ==, 0);
  g_assert_cmpfloat (value_of (result, "Pase", "klātienē", CAPACITY_MEASURE_STOCK, "2026-03"), ==, 1);
  last = g_ptr_array_index (result->batch->series, result->batch->series->len - 1);
  g_assert_cmpstr (last->site, ==, "Liepāja");
  g_assert_cmpint (last->kind, ==, CAPACITY_REQUEST_COMPLAINT);
}

static void
test_periods (void)
{
  g_autoptr (CapacityImportPlan) plan = guess_of (list);
  g_autoptr (CapacityImportResult) weeks = NULL;
  g_autoptr (CapacityImportResult) days = NULL;

  plan->period_kind = CAPACITY_PERIOD_WEEK;
  weeks = read_plan (list, plan);
  g_assert_cmpfloat (value_of (weeks, "Pase", "klātienē", CAPACITY_MEASURE_ARRIVALS, "2026-W02"), ==, 1);
  plan->period_kind = CAPACITY_PERIOD_DAY;
  days = read_plan (list, plan);
  g_assert_cmpfloat (value_of (days, "Pase", "portālā", CAPACITY_MEASURE_ARRIVALS, "2026-01-06"), ==, 1);
  g_assert_cmpfloat (value_of (days, "Pase", "portālā", CAPACITY_MEASURE_STOCK, "2026-02-01"), ==, 1);
}

/* By the hour only what came is counted, and hours without a case are closed. */
static void
test_by_hours (void)
{
  static const char split[] = "Nr.;Datums;Laiks;Slēgts;Pakalpojums\nT-1;05.01.2026;9:15;07.01.2026;Pase\n"
                              "T-2;05.01.2026;9:45;07.01.2026;Pase\nT-3;06.01.2026;10:00;08.01.2026;Pase\n"
                              "T-4;06.01.2026;;08.01.2026;Pase\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (list);
  g_autoptr (CapacityImportPlan) split_plan = guess_of (split);
  g_autoptr (CapacityImportResult) hours = NULL;
  g_autoptr (CapacityImportResult) of_split = NULL;

  plan->period_kind = CAPACITY_PERIOD_HOUR;
  hours = read_plan (list, plan);
  g_assert_cmpuint (hours->n_problems, ==, 0);
  g_assert_cmpuint (hours->batch->series->len, ==, 3);
  g_assert_cmpfloat (value_of (hours, "Pase", "klātienē", CAPACITY_MEASURE_ARRIVALS, "2026-01-05T09"), ==, 1);
  g_assert_cmpfloat (value_of (hours, "Pase", "klātienē", CAPACITY_MEASURE_ARRIVALS, "2026-03-20T11"), ==, 1);
  g_assert_true (isnan (value_of (hours, "Pase", "klātienē", CAPACITY_MEASURE_ARRIVALS, "2026-01-05T10")));

  g_assert_cmpint (split_plan->layout, ==, CAPACITY_IMPORT_LAYOUT_TICKETS);
  g_assert_cmpint (split_plan->period_kind, ==, CAPACITY_PERIOD_MONTH);
  split_plan->period_kind = CAPACITY_PERIOD_HOUR;
  of_split = read_plan (split, split_plan);
  g_assert_cmpuint (of_split->n_problems, ==, 1);
  g_assert_cmpfloat (value_of (of_split, "Pase", NULL, CAPACITY_MEASURE_ARRIVALS, "2026-01-05T09"), ==, 2);
  g_assert_cmpfloat (value_of (of_split, "Pase", NULL, CAPACITY_MEASURE_ARRIVALS, "2026-01-06T10"), ==, 1);
}

/* Afternoons are told with words, too, beside the day or in a column of their own. */
static void
test_afternoon (void)
{
  static const char beside[] = "Nr.;Saņemts;Slēgts;Pakalpojums\nT-1;05.01.2026 3:45 PM;07.01.2026;Pase\n"
                               "T-2;05.01.2026 12:10 am;07.01.2026;Pase\n"
                               "T-3;05.01.2026 12:30\342\200\257p.m.;08.01.2026;Pase\n";
  static const char split[] = "Nr.;Datums;Laiks;Slēgts;Pakalpojums\nT-1;05.01.2026;3:45 PM;07.01.2026;Pase\n"
                              "T-2;05.01.2026;9:15 AM;07.01.2026;Pase\nT-3;05.01.2026;3:05PM;08.01.2026;Pase\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (beside);
  g_autoptr (CapacityImportPlan) split_plan = guess_of (split);
  g_autoptr (CapacityImportResult) result = NULL;
  g_autoptr (CapacityImportResult) of_split = NULL;

  plan->period_kind = CAPACITY_PERIOD_HOUR;
  result = read_plan (beside, plan);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpfloat (value_of (result, "Pase", NULL, CAPACITY_MEASURE_ARRIVALS, "2026-01-05T15"), ==, 1);
  g_assert_cmpfloat (value_of (result, "Pase", NULL, CAPACITY_MEASURE_ARRIVALS, "2026-01-05T00"), ==, 1);
  g_assert_cmpfloat (value_of (result, "Pase", NULL, CAPACITY_MEASURE_ARRIVALS, "2026-01-05T12"), ==, 1);

  split_plan->period_kind = CAPACITY_PERIOD_HOUR;
  of_split = read_plan (split, split_plan);
  g_assert_cmpuint (of_split->n_problems, ==, 0);
  g_assert_cmpfloat (value_of (of_split, "Pase", NULL, CAPACITY_MEASURE_ARRIVALS, "2026-01-05T15"), ==, 2);
  g_assert_cmpfloat (value_of (of_split, "Pase", NULL, CAPACITY_MEASURE_ARRIVALS, "2026-01-05T09"), ==, 1);
}

/* A case that is open has no day of closing, however that is written. */
static void
test_open_cases (void)
{
  static const char *const words[] = { "", "-", "–", "—", "NULL", "n/a", "nav", "…", "NA" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *text = g_strdup_printf ("Nr;Saņemts;Slēgts;Pakalpojums\n1;2026-01-05;2026-01-09;Pase\n"
                                               "2;2026-01-06;2026-02-09;Pase\n3;2026-01-07;%s;Pase\n", words[i]);
      g_autoptr (CapacityImportResult) result = read_of (text);

      g_assert_cmpuint (result->n_problems, ==, 0);
      g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_TICKETS)->n_open, ==, 1);
      g_assert_cmpfloat (value_of (result, "Pase", NULL, CAPACITY_MEASURE_ARRIVALS, "2026-01"), ==, 3);
    }
}

/* Cases without a kind are counted like the others, and said. */
static void
test_no_kind (void)
{
  static const char kinds[] = "Nr;Saņemts;Slēgts;Pakalpojums;Veids\n1;2026-01-05;;Pase;Sūdzība\n"
                              "2;2026-01-05;;Pase;\n3;2026-01-06;;Pase;-\n4;2026-01-07;;Pase;Sūdzība\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (kinds);
  g_autoptr (CapacityImportResult) result = NULL;
  g_autoptr (CapacityImportResult) none = read_of ("Nr;Saņemts;Slēgts;Pakalpojums\n1;2026-01-05;;Pase\n"
                                                   "2;2026-01-05;;Pase\n");

  capacity_import_plan_set_role (plan, 4, CAPACITY_IMPORT_ROLE_KIND);
  result = read_plan (kinds, plan);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (find_note (result, CAPACITY_IMPORT_NOTE_NO_KIND)->count, ==, 2);
  g_assert_null (find_note (none, CAPACITY_IMPORT_NOTE_NO_KIND));
}

/* What tells of persons is named, not shown, and in nothing that comes of the file. */
static void
test_persons (void)
{
  static const char *const words[] = { "Paraugdēla", "Iedomāta", "12345", "piemers", "371200000", "steidzami" };
  g_autoptr (CapacityImportFile) file = file_of (list);
  g_autoptr (CapacityImportPlan) plan = guess_of (list);
  g_autoptr (CapacityImportResult) result = read_plan (list, plan);
  g_autoptr (GPtrArray) rows = capacity_import_preview (file, plan, 9, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (personal); i++)
    {
      g_assert_cmpstr (plan->columns[7 + i].name, ==, personal[i]);
      g_assert_cmpint (plan->columns[7 + i].reason, ==, CAPACITY_IMPORT_REASON_PERSONAL);
    }
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *joined = g_strjoinv ("|", ((CapacityImportRow *) rows->pdata[i])->cells);

      g_string_append (all, joined);
    }
  for (guint i = 0; i < result->batch->series->len; i++)
    {
      const CapacityBatchSeries *series = g_ptr_array_index (result->batch->series, i);

      g_string_append_printf (all, "%s|%s|%s|", series->service, series->channel, series->site);
    }
  for (guint i = 0; i < result->notes->len; i++)
    {
      const CapacityImportNote *note = g_ptr_array_index (result->notes, i);

      g_string_append_printf (all, "%s|", note->text != NULL ? note->text : "");
    }
  g_assert_nonnull (strstr (all->str, "•••"));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (strstr (all->str, words[i]));
}

/* Where persons live, when they were born and their bank accounts are not shown, nor taken for the day of a case. */
static void
test_masked (void)
{
  static const char lists[][400] = {
    "Dzimšanas dat.;Nr.;Datums;Pakalpojums;Dzīvesvieta;Konts\n"
    "01.02.1980;1;05.01.2026;Pase;Nebijušā 1, Rīga;LV80 BANK 0000 4351 9500 1\n"
    "03.04.1991;2;05.01.2026;Pase;Nebijušā 2, Rīga;LV80BANK0000435195002\n"
    "05.06.1972;3;06.01.2026;Pase;Nebijušā 3, Rīga;LV80BANK0000435195003\n",
    "Dzim. dat.;Mēnesis;Pakalpojums;Dzīvesvieta;Izmaksa uz;Skaits\n"
    "01.02.1980;2026-01;Pase;Nebijušā 1, Rīga;LV80 BANK 0000 4351 9500 1;1\n"
    "03.04.1991;2026-01;Pase;Nebijušā 2, Rīga;LV80BANK0000435195002;1\n",
  };
  static const char *const words[] = { "1980", "1991", "Nebijušā", "LV80" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (CapacityImportFile) file = file_of (lists[i]);
      g_autoptr (CapacityImportPlan) plan = guess_of (lists[i]);
      g_autoptr (GPtrArray) rows = capacity_import_preview (file, plan, 9, NULL);

      g_assert_cmpint (capacity_import_plan_find_role (plan, CAPACITY_IMPORT_ROLE_PERIOD), ==, i == 0 ? 2 : 1);
      for (guint row = 0; row < rows->len; row++)
        for (guint k = 0; k < G_N_ELEMENTS (words); k++)
          {
            g_autofree char *joined = g_strjoinv ("|", ((CapacityImportRow *) rows->pdata[row])->cells);

            g_assert_null (strstr (joined, words[k]));
          }
    }
}

static void
test_faults (void)
{
  g_autoptr (CapacityImportResult) result = read_of ("Nr;Saņemts;Slēgts;Pakalpojums\n"
                                                     "1;2026-01-05;2026-01-04;Pase\n"
                                                     "2;2026-02-31;;Pase\n"
                                                     "3;2026-01-06;vēlāk;Pase\n"
                                                     "4;2026-01-07;;Pase\n"
                                                     "5;2026-01-07;2026-01-09;\n"
                                                     "6;;;Pase\n"
                                                     "Sagatavoja Zane Paraugdēla\n");

  g_assert_cmpuint (result->n_problems, ==, 5);
  assert_problem (result, 0, CAPACITY_IMPORT_PROBLEM_CLOSED_EARLIER, 2, 3);
  assert_problem (result, 1, CAPACITY_IMPORT_PROBLEM_NO_SUCH_DATE, 3, 2);
  assert_problem (result, 2, CAPACITY_IMPORT_PROBLEM_NOT_A_PERIOD, 4, 3);
  assert_problem (result, 3, CAPACITY_IMPORT_PROBLEM_NO_SERVICE, 6, 4);
  assert_problem (result, 4, CAPACITY_IMPORT_PROBLEM_NO_PERIOD, 7, 3);
  g_assert_cmpuint (result->batch->n_rows, ==, 1);
}

/* Tables of volumes by day stay what they are. */
static void
test_not_lists (void)
{
  static const char *const tables[] = {
    "Datums;Pakalpojums;Skaits\n2026-01-05;Pase;5\n2026-01-05;Vīza;6\n2026-01-06;Pase;7\n",
    "Datums;Saņemti;Izpildīti\n2026-01-05;5;6\n2026-01-06;7;8\n2026-01-07;7;8\n",
    "No;Līdz;Pieteikumi\n2026-01-01;2026-01-31;5\n2026-02-01;2026-02-28;6\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (CapacityImportPlan) plan = guess_of (tables[i]);

      g_assert_cmpint (plan->layout, !=, CAPACITY_IMPORT_LAYOUT_TICKETS);
    }
}

/* Numbers of clients are no clients: they are read as what is counted, whether or not each is there once. */
static void
test_counted_persons (void)
{
  static const char *const headers[] = {
    "Klientu skaits", "Klienti", "Iesniedzēji", "Darbinieki", "Klienti dienā", "Clients", "Number of customers",
    "Dzīvesvietas deklarēšana", "Dzimšanas reģistrācija", "Konta atvēršana", "Telefona zvani", "Pacienti",
  };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    for (guint is_unique = 0; is_unique < 2; is_unique++)
      {
        g_autofree char *text = g_strdup_printf ("Datums;%s\n2026-01-05;50\n2026-01-06;%u\n2026-01-07;48\n2026-01-08;61\n",
                                                 headers[i], is_unique ? 55 : 48);
        g_autoptr (CapacityImportResult) result = read_of (text);

        g_test_message ("%s", headers[i]);
        g_assert_null (find_note (result, CAPACITY_IMPORT_NOTE_TICKETS));
        g_assert_cmpfloat (value_at (result, "Passports 2026", CAPACITY_MEASURE_ARRIVALS, "2026-01-05"), ==, 50);
      }
}

/* Numbers that each client has one of stay what they are. */
static void
test_numbered_persons (void)
{
  static const char *const columns[][2] = {
    { "Klients", "1042" }, { "Klienta numurs", "1042" }, { "Personas kods", "01019012345" }, { "Izpildītājs", "17" },
    { "Kontakti", "29123456" }, { "Tālrunis", "29123456" }, { "Customer number", "1042" },
    { "Dzimšanas gads", "1985" }, { "Vecums", "41" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *text = g_strdup_printf ("Nr.;Saņemts;Slēgts;%s\nT-1;2026-01-05;2026-01-06;%s\n"
                                               "T-2;2026-01-06;2026-01-08;%s\nT-3;2026-02-06;;%s\n", columns[i][0],
                                               columns[i][1], columns[i][1], columns[i][1]);
      g_autoptr (CapacityImportPlan) plan = guess_of (text);

      g_test_message ("%s", columns[i][0]);
      g_assert_cmpint (plan->layout, ==, CAPACITY_IMPORT_LAYOUT_TICKETS);
      g_assert_cmpint (plan->columns[3].reason, ==, CAPACITY_IMPORT_REASON_PERSONAL);
    }
}

/* A list in English, without a column of closing and without a service. */
static void
test_plain_list (void)
{
  g_autoptr (CapacityImportPlan) plan = guess_of ("id,created,requester,priority\n101,2026-01-05,A. Nobody,2\n"
                                                  "102,2026-01-05,B. Nobody,1\n103,2026-02-06,C. Nobody,1\n");
  g_autoptr (CapacityImportPlan) stated = guess_of ("Nr.;Saņemts;Klients;Statuss;Prioritāte\n1;05.01.2026.;A. Nebijis;Slēgts;zema\n"
                                                    "2;05.01.2026.;B. Nebijusi;Slēgts;augsta\n3;06.02.2026.;C. Nebijis;Atvērts;zema\n");

  g_assert_cmpint (plan->layout, ==, CAPACITY_IMPORT_LAYOUT_TICKETS);
  g_assert_true (capacity_import_plan_needs_service (plan));
  /* How far a case is does not say what it is about. */
  g_assert_cmpint (stated->layout, ==, CAPACITY_IMPORT_LAYOUT_TICKETS);
  g_assert_true (capacity_import_plan_needs_service (stated));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/tickets/counted", test_counted);
  g_test_add_func ("/tickets/periods", test_periods);
  g_test_add_func ("/tickets/by-hours", test_by_hours);
  g_test_add_func ("/tickets/afternoon", test_afternoon);
  g_test_add_func ("/tickets/open-cases", test_open_cases);
  g_test_add_func ("/tickets/no-kind", test_no_kind);
  g_test_add_func ("/tickets/persons", test_persons);
  g_test_add_func ("/tickets/masked", test_masked);
  g_test_add_func ("/tickets/faults", test_faults);
  g_test_add_func ("/tickets/not-lists", test_not_lists);
  g_test_add_func ("/tickets/counted-persons", test_counted_persons);
  g_test_add_func ("/tickets/numbered-persons", test_numbered_persons);
  g_test_add_func ("/tickets/plain-list", test_plain_list);

  return g_test_run ();
}
