/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-match.h"

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
  CapacityImportNamed *third = services->pdata[2];

  g_assert_cmpuint (services->len, ==, 4);
  g_assert_cmpstr (first->name, ==, "pase");
  g_assert_true (first->service == portfolio->services->pdata[0]);
  g_assert_cmpstr (third->name, ==, "ID karte");
  g_assert_null (third->service);
}

static void
test_effect (void)
{
  g_autoptr (CapacityPortfolio) portfolio = portfolio_new ();
  g_autoptr (CapacityImportResult) result = read_of (table);
  g_autoptr (GHashTable) choices = choices_new ();
  g_autoptr (CapacityBatch) renamed = NULL;
  CapacityImportEffect effect;

  capacity_import_compare (result->batch, portfolio, &effect);
  g_assert_cmpuint (effect.n_same, ==, 1);
  g_assert_cmpuint (effect.n_changed, ==, 1);
  g_assert_cmpuint (effect.n_new, ==, 4);

  g_hash_table_insert (choices, g_strdup ("PASE"), g_strdup ("P-1"));
  g_hash_table_insert (choices, g_strdup ("ID karte"), g_strdup ("P-1"));
  g_hash_table_insert (choices, g_strdup ("pase"), g_strdup ("P-1"));
  g_hash_table_insert (choices, g_strdup ("Karogs"), g_strdup (""));
  renamed = capacity_import_rename (result->batch, choices);
  g_assert_cmpuint (renamed->series->len, ==, 1);
  capacity_import_compare (renamed, portfolio, &effect);
  g_assert_cmpuint (effect.n_services_known, ==, 1);
  g_assert_cmpuint (effect.n_services_new, ==, 0);
  g_assert_cmpuint (effect.n_changed, ==, 2);
  g_assert_cmpfloat (capacity_series_at (((CapacityBatchSeries *) renamed->series->pdata[0])->series,
                                         capacity_month (2026, 2).index), ==, 14);
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
  settings = capacity_import_settings_save (plan, choices);
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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/match/services", test_match);
  g_test_add_func ("/match/effect", test_effect);
  g_test_add_func ("/match/fingerprint", test_fingerprint);
  g_test_add_func ("/match/settings", test_settings);

  return g_test_run ();
}
