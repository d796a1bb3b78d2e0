/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-match.h"

#include <string.h>

#include "capacity-import-settings.h"
#include "import-tools.h"

static const char table[] = "Mēnesis;Pakalpojums;Skaits\n2026-01;pase;5\n2026-02;PASE;6\n2026-01;ID karte;7\n"
                            "2026-02;ID karte;8\n2026-01;Karogs;9\n2026-02;Karogs;1\n";

static CapacityPortfolio *
portfolio_new (void)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();
  CapacityService *service = capacity_service_new ();
  CapacityVolume *volume = g_new0 (CapacityVolume, 1);
  const double values[] = { 5, 5 };

  g_set_str (&service->name, "Pase");
  g_set_str (&service->code, "P-1");
  volume->measure = CAPACITY_MEASURE_ARRIVALS;
  volume->series = capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2026, 1).index, values, 2);
  g_ptr_array_add (service->volumes, volume);
  g_ptr_array_add (portfolio->services, service);

  return portfolio;
}

static GHashTable *
choices_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
test_match (void)
{
  g_autoptr (CapacityPortfolio) portfolio = portfolio_new ();
  g_autoptr (CapacityImportResult) result = read_of (table);
  g_autoptr (GPtrArray) services = capacity_import_match (result->batch, portfolio);
  CapacityImportNamed *first = services->pdata[0];
  CapacityImportNamed *second = services->pdata[1];

  g_assert_cmpuint (services->len, ==, 3);
  g_assert_cmpstr (first->name, ==, "pase");
  g_assert_true (first->service == portfolio->services->pdata[0]);
  g_assert_cmpstr (second->name, ==, "ID karte");
  g_assert_null (second->service);
}

static void
test_effect (void)
{
  g_autoptr (CapacityPortfolio) portfolio = portfolio_new ();
  g_autoptr (CapacityImportResult) result = read_of (table);
  g_autoptr (GHashTable) choices = choices_new ();
  g_autoptr (CapacityBatch) renamed = NULL;
  CapacityImportEffect effect;

  capacity_import_compare (&result->batch, 1, portfolio, &effect);
  g_assert_cmpuint (effect.n_same, ==, 1);
  g_assert_cmpuint (effect.n_changed, ==, 1);
  g_assert_cmpuint (effect.n_new, ==, 4);

  g_hash_table_insert (choices, g_strdup ("ID karte"), g_strdup ("P-1"));
  g_hash_table_insert (choices, g_strdup ("pase"), g_strdup ("P-1"));
  g_hash_table_insert (choices, g_strdup ("Karogs"), g_strdup (""));
  renamed = capacity_import_rename (result->batch, choices);
  g_assert_cmpuint (renamed->series->len, ==, 1);
  capacity_import_compare (&renamed, 1, portfolio, &effect);
  g_assert_cmpuint (effect.n_services_known, ==, 1);
  g_assert_cmpuint (effect.n_services_new, ==, 0);
  g_assert_cmpuint (effect.n_changed, ==, 2);
  g_assert_cmpfloat (capacity_series_at (((CapacityBatchSeries *) renamed->series->pdata[0])->series,
                                         capacity_month (2026, 2).index), ==, 14);
}

/* What a file says otherwise than the one before it changes that one's values, and a service is new once. So do a code
 * and a name of one service in one file. */
static void
test_contradiction (void)
{
  g_autoptr (CapacityPortfolio) portfolio = portfolio_new ();
  g_autoptr (CapacityImportResult) first = read_of ("Mēnesis;Pakalpojums;Skaits\n2026-01;pase;5\n2026-02;pase;6\n"
                                                    "2026-01;Vīza;7\n2026-02;Vīza;8\n");
  g_autoptr (CapacityImportResult) second = read_of ("Mēnesis;Pakalpojums;Skaits\n2026-02;PASE;6\n2026-03;PASE;1\n"
                                                     "2026-02;VĪZA;9\n2026-03;VĪZA;1\n");
  g_autoptr (CapacityImportResult) mixed = read_of ("Mēnesis;Pakalpojums;Skaits\n2026-01;Pase;5\n2026-01;P-1;8\n"
                                                    "2026-02;Pase;5\n2026-02;P-1;5\n");
  CapacityBatch *batches[] = { first->batch, second->batch };
  CapacityImportEffect effects[2];

  capacity_import_compare (batches, 2, portfolio, effects);
  g_assert_cmpuint (effects[0].n_services_new, ==, 1);
  g_assert_cmpuint (effects[0].n_changed, ==, 1);
  g_assert_cmpuint (effects[0].n_contradicting, ==, 0);
  g_assert_cmpuint (effects[1].n_services_new, ==, 0);
  g_assert_cmpuint (effects[1].n_services_known, ==, 2);
  g_assert_cmpuint (effects[1].n_same, ==, 1);
  g_assert_cmpuint (effects[1].n_changed, ==, 1);
  g_assert_cmpuint (effects[1].n_contradicting, ==, 1);
  g_assert_cmpuint (effects[1].n_new, ==, 2);

  capacity_import_compare (&mixed->batch, 1, portfolio, effects);
  g_assert_cmpuint (effects[0].n_changed, ==, 1);
  g_assert_cmpuint (effects[0].n_contradicting, ==, 1);
}

static CapacityPortfolio *
two_services_new (void)
{
  CapacityPortfolio *portfolio = portfolio_new ();
  CapacityService *second = capacity_service_new ();

  g_set_str (&second->name, "Karogs");
  g_set_str (&second->code, "K-2");
  g_ptr_array_add (portfolio->services, second);

  return portfolio;
}

/* Whether the rows that begin in line 2 are left out until a person has chosen. */
static void
check_doubtful (const char *text,
                const char *service,
                guint       column)
{
  g_autoptr (CapacityPortfolio) portfolio = two_services_new ();
  g_autoptr (CapacityImportResult) result = read_of (text);
  g_autoptr (CapacityImportResult) again = read_of (text);
  g_autoptr (GHashTable) choices = choices_new ();
  g_autoptr (GHashTable) chosen = capacity_import_doubt (result, portfolio, choices);
  g_autoptr (GHashTable) resolved = NULL;

  g_assert_cmpuint (result->n_problems, ==, 1);
  assert_problem (result, 0, CAPACITY_IMPORT_PROBLEM_TWO_SERVICES, 2, column);
  g_assert_cmpstr (((CapacityImportProblem *) result->problems->pdata[0])->text, ==, service);
  g_assert_cmpstr (g_hash_table_lookup (chosen, service), ==, "");

  g_hash_table_insert (choices, g_strdup (service), g_strdup ("Pase"));
  resolved = capacity_import_doubt (again, portfolio, choices);
  g_assert_cmpuint (again->n_problems, ==, 0);
  g_assert_cmpstr (g_hash_table_lookup (resolved, service), ==, "Pase");
}

/* A code beside a name is looked at too, whichever of them stands first. Where a row is unlike the others, they are
 * joined. */
static void
test_doubt (void)
{
  static const char joined[] = "Kods;Pakalpojums;Mēnesis;Skaits\nK-2;Pase;2026-01;5\nP-1;Pase;2026-02;6\n"
                               "K-2;Karogs;2026-01;7\nX;ID karte;2026-02;8\n";
  g_autoptr (CapacityPortfolio) portfolio = two_services_new ();
  g_autoptr (CapacityImportResult) result = read_of (joined);
  g_autoptr (GPtrArray) named = capacity_import_match (result->batch, portfolio);
  g_autoptr (GHashTable) choices = choices_new ();
  g_autoptr (GHashTable) chosen = capacity_import_doubt (result, portfolio, choices);

  check_doubtful ("Kods;Pakalpojums;Mēnesis;Skaits\nK-2;Pase;2026-01;5\nK-2;Pase;2026-02;6\nX;ID karte;2026-01;7\n"
                  "X;ID karte;2026-02;8\n", "K-2 · Pase", 2);
  check_doubtful ("Pakalpojums;Kods;Mēnesis;Skaits\nPase;K-2;2026-01;5\nPase;K-2;2026-02;6\nID karte;X;2026-01;7\n"
                  "ID karte;X;2026-02;8\n", "K-2 · Pase", 1);
  check_doubtful (joined, "K-2 · Pase", 1);

  g_assert_null (((CapacityImportNamed *) named->pdata[0])->service);
  g_assert_true (((CapacityImportNamed *) named->pdata[1])->service == portfolio->services->pdata[0]);
  g_assert_cmpstr (g_hash_table_lookup (chosen, "P-1 · Pase"), ==, "P-1");
  g_assert_cmpstr (g_hash_table_lookup (chosen, "K-2 · Karogs"), ==, "K-2");
  g_assert_false (g_hash_table_contains (chosen, "X · ID karte"));
}

/* A code finds its service whatever the file calls that, and a new service gets it; another code of the file is another
 * service, also of that name. */
static void
test_code (void)
{
  static const char text[] = "Kods;Pakalpojums;Mēnesis;Skaits\n101;Karoga izsniegšana;2026-01;5\nP-1;Pases;2026-01;6\n"
                             "X;ID karte;2026-01;7\nY;Pase;2026-01;8\nX;ID kartes;2026-02;9\n";
  g_autoptr (CapacityPortfolio) portfolio = two_services_new ();
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportResult) result = NULL;
  g_autoptr (GPtrArray) named = NULL;
  g_autoptr (GHashTable) choices = choices_new ();
  g_autoptr (GHashTable) chosen = NULL;
  g_autoptr (CapacityBatch) renamed = NULL;
  const CapacityBatchSeries *card = NULL;

  capacity_import_plan_set_role (plan, 0, CAPACITY_IMPORT_ROLE_CODE);
  capacity_import_plan_set_role (plan, 1, CAPACITY_IMPORT_ROLE_SERVICE);
  result = capacity_import_read (file, plan, NULL, NULL, NULL, NULL);
  named = capacity_import_match (result->batch, portfolio);
  chosen = capacity_import_doubt (result, portfolio, choices);
  renamed = capacity_import_rename (result->batch, chosen);

  g_assert_cmpuint (named->len, ==, 4);
  g_assert_cmpstr (((CapacityImportNamed *) named->pdata[0])->name, ==, "101 · Karoga izsniegšana");
  g_assert_null (((CapacityImportNamed *) named->pdata[0])->service);
  g_assert_true (((CapacityImportNamed *) named->pdata[1])->service == portfolio->services->pdata[0]);
  g_assert_cmpstr (g_hash_table_lookup (chosen, "P-1 · Pases"), ==, "P-1");
  g_assert_cmpstr (g_hash_table_lookup (chosen, "Y · Pase"), ==, "");
  g_assert_cmpuint (result->n_problems, ==, 1);
  g_assert_cmpuint (renamed->series->len, ==, 3);
  card = renamed->series->pdata[2];
  g_assert_cmpstr (card->service, ==, "ID karte");
  g_assert_cmpstr (card->code, ==, "X");
  g_assert_cmpfloat (capacity_series_at (card->series, capacity_month (2026, 2).index), ==, 9);
}

/* Next month's file is of the same kind, another file is not. */
static void
test_fingerprint (void)
{
  static const char *const same = "Mēnesis;Pakalpojums;Skaits\n2026-03;Pase;5\n2026-03;Vīza;6\n";
  static const char *const other = "Mēnesis;Dienests;Skaits\n2026-03;Pase;5\n2026-03;Vīza;6\n";
  static const char *const texts[] = { table, same, other };
  g_autofree char *prints[3] = { NULL };

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CapacityImportFile) file = file_of (texts[i]);
      g_autoptr (CapacityImportPlan) plan = guess_of (texts[i]);
      char *print = capacity_import_settings_fingerprint (file, plan);

      if (i == 0)
        prints[0] = print;
      else
        {
          g_assert_true (g_str_equal (print, prints[0]) == (i == 1));
          g_free (print);
        }
    }
}

static void
test_settings (void)
{
  g_autoptr (CapacityImportPlan) plan = guess_of (table);
  g_autoptr (CapacityImportPlan) next = guess_of (table);
  g_autoptr (GHashTable) choices = choices_new ();
  g_autoptr (GHashTable) loaded = choices_new ();
  g_autofree char *brackets = g_strnfill (1000000, '[');
  g_autofree char *settings = NULL;

  plan->columns[2].measure = CAPACITY_MEASURE_COMPLETIONS;
  plan->duplicates = CAPACITY_IMPORT_DUPLICATES_SUM;
  g_hash_table_insert (choices, g_strdup ("Karogs; \"A=B\""), g_strdup (""));
  g_hash_table_insert (choices, g_strdup ("pase"), g_strdup ("P-1"));
  settings = capacity_import_settings_save (next, plan, choices);
  g_assert_true (capacity_import_settings_load (settings, next, loaded));
  g_assert_cmpint (next->columns[2].measure, ==, CAPACITY_MEASURE_COMPLETIONS);
  g_assert_cmpint (next->duplicates, ==, CAPACITY_IMPORT_DUPLICATES_SUM);
  g_assert_cmpuint (g_hash_table_size (loaded), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (loaded, "Karogs; \"A=B\""), ==, "");
  g_assert_cmpstr (g_hash_table_lookup (loaded, "pase"), ==, "P-1");

  g_assert_false (capacity_import_settings_load ("[import]\nlayout=99\n", next, loaded));
  g_assert_false (capacity_import_settings_load ("no settings", next, loaded));
  g_assert_false (capacity_import_settings_load (brackets, next, loaded));
}

static CapacityPortfolio *
remember (const char               *text,
          const CapacityImportPlan *plan)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (CapacityImportPlan) guess = guess_of (text);
  g_autoptr (GHashTable) choices = choices_new ();
  g_autofree char *fingerprint = capacity_import_settings_fingerprint (file, guess);
  g_autofree char *settings = capacity_import_settings_save (guess, plan, choices);

  g_ptr_array_add (portfolio->profiles, capacity_import_profile_new ("Passports_2026.csv", fingerprint, settings));

  return portfolio;
}

static CapacityImportPlan *
recall (const CapacityPortfolio *portfolio,
        const char              *text)
{
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (CapacityImportPlan) guess = guess_of (text);
  g_autoptr (GHashTable) choices = choices_new ();
  CapacityImportPlan *plan = capacity_import_settings_recall (portfolio, file, guess, choices);

  g_assert_nonnull (plan);

  return plan;
}

/* What an earlier file showed, or a person said of it, holds where this one leaves it open, and only there. */
static void
test_recalled_signs (void)
{
  static const char first[] = "Datums;Pakalpojums;Skaits\n01/05/2026;Pase;1,234\n01/06/2026;Pase;2,500\n";
  static const char clear[] = "Datums;Pakalpojums;Skaits\n25/01/2026;Pase;1,200.5\n26/01/2026;Pase;2.5\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (first);
  g_autoptr (CapacityPortfolio) unsure = remember (first, plan);
  g_autoptr (CapacityPortfolio) sure = NULL;
  g_autoptr (CapacityImportPlan) unchanged = recall (unsure, first);
  g_autoptr (CapacityImportPlan) again = NULL;
  g_autoptr (CapacityImportPlan) other = NULL;

  g_assert_cmpint (plan->decimal, ==, '.');
  g_assert_false (plan->decimal_is_shown);
  g_assert_false (unchanged->decimal_is_shown || unchanged->date_order_is_certain);

  plan->decimal = ',';
  plan->decimal_is_shown = TRUE;
  plan->date_order = CAPACITY_IMPORT_DATE_ORDER_MDY;
  plan->date_order_is_certain = TRUE;
  sure = remember (first, plan);
  again = recall (sure, first);
  g_assert_cmpint (again->decimal, ==, ',');
  g_assert_cmpint (again->date_order, ==, CAPACITY_IMPORT_DATE_ORDER_MDY);
  g_assert_true (again->decimal_is_certain && again->date_order_is_certain);

  other = recall (sure, clear);
  g_assert_cmpint (other->decimal, ==, '.');
  g_assert_cmpint (other->date_order, ==, CAPACITY_IMPORT_DATE_ORDER_DMY);
}

/* The form is recognised anew, except where it is recognised as it was when it was corrected. */
static void
test_recalled_form (void)
{
  static const char barred[] = "Mēnesis|Pakalpojums|Skaits\n2026-01|Pase|5\n2026-02|Pase|6\n";
  static const char semicolons[] = "Mēnesis;Pakalpojums;Skaits\n2026-01;Pase;5\n2026-02;Pase;6\n";
  static const char mixed[] = "Nr;Mēnesis|Pakalpojums|Skaits\n1;2026-01|Pase|5\n2;2026-02|Pase|6\n";
  g_autoptr (CapacityImportFile) file = file_of (mixed);
  g_autoptr (CapacityImportPlan) guess = guess_of (mixed);
  g_autoptr (CapacityImportPlan) wanted = capacity_import_plan_copy (guess);
  g_autoptr (CapacityImportPlan) corrected = NULL;
  g_autoptr (CapacityImportPlan) plan = guess_of (barred);
  g_autoptr (CapacityPortfolio) plain = remember (barred, plan);
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  g_autoptr (CapacityImportPlan) other = recall (plain, semicolons);
  g_autoptr (CapacityImportPlan) again = NULL;

  g_assert_cmpint (other->delimiter, ==, ';');
  g_assert_cmpint (guess->delimiter, ==, ';');
  wanted->delimiter = '|';
  corrected = capacity_import_guess (file, wanted, CAPACITY_IMPORT_KEEP_DELIMITER, NULL);
  portfolio = remember (mixed, corrected);
  again = recall (portfolio, mixed);
  g_assert_cmpint (again->delimiter, ==, '|');
  g_assert_cmpuint (again->n_columns, ==, 3);
}

/* Where the header is, and whether texts stand for the rows below, is as a person said of the earlier file of the kind. */
static void
test_recalled_header (void)
{
  static const char first[] = "Sagatavoja;Anna;;\nPārbaudīja;Juris;;\nNodaļa;Pakalpojums;Mēnesis;Skaits\n"
                              ";Pase;2026-01;5\nNovads;Vīza;2026-01;6\n";
  static const char next[] = "Sagatavoja;Anna;;\nPārbaudīja;Juris;;\nNodaļa;Pakalpojums;Mēnesis;Skaits\n"
                             "Novads;Pase;2026-02;7\n;Vīza;2026-02;8\n";
  g_autoptr (CapacityImportFile) file = file_of (first);
  g_autoptr (CapacityImportPlan) wanted = guess_of (first);
  g_autoptr (CapacityImportPlan) corrected = NULL;
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  g_autoptr (CapacityImportPlan) again = NULL;

  g_assert_cmpuint (wanted->n_title_rows, ==, 0);
  wanted->n_title_rows = 2;
  wanted->n_header_rows = 1;
  wanted->fill_down = TRUE;
  wanted->fill_down_is_chosen = TRUE;
  corrected = capacity_import_guess (file, wanted, CAPACITY_IMPORT_KEEP_HEADER, NULL);
  portfolio = remember (first, corrected);
  again = recall (portfolio, next);
  g_assert_cmpuint (again->n_title_rows, ==, 2);
  g_assert_cmpuint (again->n_header_rows, ==, 1);
  g_assert_cmpstr (again->columns[3].name, ==, "Skaits");
  g_assert_cmpint (again->columns[3].role, ==, CAPACITY_IMPORT_ROLE_VALUE);
  g_assert_true (again->fill_down && again->fill_down_is_chosen);
}

/* A year that a person gave is that of the next file that has none; one that a file tells is its own. */
static void
test_recalled_year (void)
{
  static const char none[] = "Mēnesis;Pakalpojums;Skaits\njanvāris;Pase;5\nfebruāris;Pase;6\nmarts;Pase;7\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (none, strlen (none));
  g_autoptr (CapacityImportFile) file = capacity_import_file_new_for_bytes ("apjomi.csv", bytes);
  g_autoptr (CapacityImportFile) next = capacity_import_file_new_for_bytes ("2027 apjomi.csv", bytes);
  g_autoptr (CapacityImportPlan) guess = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, NULL);
  g_autoptr (CapacityImportPlan) of_next = capacity_import_guess (next, NULL, CAPACITY_IMPORT_KEEP_NOTHING, NULL);
  g_autoptr (CapacityImportPlan) plan = capacity_import_plan_copy (guess);
  g_autoptr (GHashTable) choices = choices_new ();
  g_autofree char *settings = NULL;

  g_assert_true (capacity_import_plan_needs_year (guess));
  g_assert_cmpint (guess->year, ==, 0);
  g_assert_false (capacity_import_plan_check (guess, NULL));
  plan->year = 2026;
  settings = capacity_import_settings_save (guess, plan, choices);
  g_assert_true (capacity_import_settings_load (settings, guess, choices));
  g_assert_cmpint (guess->year, ==, 2026);
  g_assert_true (capacity_import_settings_load (settings, of_next, choices));
  g_assert_cmpint (of_next->year, ==, 2027);
}

/* A table with a month more than the last keeps what was said of its columns. */
static void
test_recalled_columns (void)
{
  static const char before[] = "Nodaļa;Pakalpojums;Grupa;2026-01;2026-02;Kopā\nA;Pase;x;5;6;11\nA;Vīza;y;7;8;15\n";
  static const char after[] =
    "Nodaļa;Pakalpojums;Grupa;2026-01;2026-02;2026-03;Kopā\nA;Pase;x;5;6;7;18\nA;Vīza;y;7;8;9;24\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (before);
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  g_autoptr (CapacityImportPlan) next = NULL;

  g_assert_cmpint (plan->layout, ==, CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS);
  capacity_import_plan_set_role (plan, 0, CAPACITY_IMPORT_ROLE_SITE);
  capacity_import_plan_set_role (plan, 2, CAPACITY_IMPORT_ROLE_IGNORE);
  plan->columns[3].measure = plan->columns[4].measure = CAPACITY_MEASURE_COMPLETIONS;
  portfolio = remember (before, plan);
  next = recall (portfolio, after);
  g_assert_cmpint (next->columns[0].role, ==, CAPACITY_IMPORT_ROLE_SITE);
  g_assert_cmpint (next->columns[2].role, ==, CAPACITY_IMPORT_ROLE_IGNORE);
  g_assert_cmpint (next->columns[5].role, ==, CAPACITY_IMPORT_ROLE_VALUE);
  g_assert_cmpint (next->columns[5].measure, ==, CAPACITY_MEASURE_COMPLETIONS);
  g_assert_cmpint (next->columns[6].role, ==, CAPACITY_IMPORT_ROLE_IGNORE);
}

/* A layout that a person chose is recalled with the periods of its columns. */
static void
test_recalled_layout (void)
{
  static const char text[] = "Pakalpojums;2026-01;2026-02\nPase;5;6\nVīza;7;8\n";
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (CapacityImportPlan) changed = NULL;
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  g_autoptr (CapacityImportPlan) again = NULL;

  g_assert_cmpint (plan->layout, ==, CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS);
  plan->layout = CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS;
  changed = capacity_import_guess (file, plan, CAPACITY_IMPORT_KEEP_TABLE | CAPACITY_IMPORT_KEEP_HEADER
                                   | CAPACITY_IMPORT_KEEP_LAYOUT, NULL);
  portfolio = remember (text, changed);
  again = recall (portfolio, text);
  g_assert_cmpint (again->layout, ==, CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS);
  for (guint i = 0; i < again->n_columns; i++)
    g_assert_cmpint (again->columns[i].role, ==, changed->columns[i].role);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/match/services", test_match);
  g_test_add_func ("/match/effect", test_effect);
  g_test_add_func ("/match/contradiction", test_contradiction);
  g_test_add_func ("/match/doubt", test_doubt);
  g_test_add_func ("/match/code", test_code);
  g_test_add_func ("/match/fingerprint", test_fingerprint);
  g_test_add_func ("/match/settings", test_settings);
  g_test_add_func ("/match/recalled-signs", test_recalled_signs);
  g_test_add_func ("/match/recalled-form", test_recalled_form);
  g_test_add_func ("/match/recalled-header", test_recalled_header);
  g_test_add_func ("/match/recalled-year", test_recalled_year);
  g_test_add_func ("/match/recalled-columns", test_recalled_columns);
  g_test_add_func ("/match/recalled-layout", test_recalled_layout);

  return g_test_run ();
}
