/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-vocabulary.h"

#include <string.h>

static void
assert_words (const char *text,
              const char *expected)
{
  CapacityVocabularyWords words;
  g_autoptr (GString) joined = g_string_new (NULL);

  capacity_vocabulary_split (text, strlen (text), &words);
  for (guint i = 0; i < words.n_words; i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? " " : "", words.words[i]);
  g_assert_cmpstr (joined->str, ==, expected);
}

static void
test_words (void)
{
  assert_words ("Mēnesis", "menesis");
  assert_words ("CallsOffered", "calls offered");
  assert_words ("calls_offered", "calls offered");
  assert_words ("BI_ID", "bi id");
  assert_words ("2026M11", "2026 m 11");
  assert_words ("ŠĶĒRŽĀKĻŪŅĢIS", "skerzaklungis");
  assert_words ("Услуга 5", "?????? 5");
  assert_words (" ;-", "");
}

static void
test_measures (void)
{
  static const struct { const char *text; int measure; } cases[] = {
    { "Izskatītie iesniegumi", CAPACITY_MEASURE_COMPLETIONS },
    { "Neizskatīti mēneša beigās", CAPACITY_MEASURE_STOCK },
    { "Pieprasījumi", CAPACITY_MEASURE_ARRIVALS }, { "Pieteikumu skaits", CAPACITY_MEASURE_ARRIVALS },
    { "CallsOffered", CAPACITY_MEASURE_ARRIVALS }, { "attendances", CAPACITY_MEASURE_ARRIVALS },
    { "New", CAPACITY_MEASURE_ARRIVALS }, { "Demand", CAPACITY_MEASURE_ARRIVALS },
    { "Saņemtie iesniegumi", CAPACITY_MEASURE_ARRIVALS }, { "Apmeklētāji", CAPACITY_MEASURE_ARRIVALS },
    { "Apkalpoti", CAPACITY_MEASURE_COMPLETIONS }, { "Izpildītie pieprasījumi", CAPACITY_MEASURE_COMPLETIONS },
    { "calls_handled", CAPACITY_MEASURE_COMPLETIONS }, { "Completed", CAPACITY_MEASURE_COMPLETIONS },
    { "Sniegtie pakalpojumi", CAPACITY_MEASURE_COMPLETIONS },
    { "Incomplete", CAPACITY_MEASURE_STOCK }, { "Uzkrājums", CAPACITY_MEASURE_STOCK },
    { "Rinda mēneša beigās", CAPACITY_MEASURE_STOCK }, { "Neizpildītie pieteikumi", CAPACITY_MEASURE_STOCK },
    { "Backlog", CAPACITY_MEASURE_STOCK },
    { "Neapkalpoti", -1 }, { "CallsAbandoned", -1 }, { "Pakalpojuma līmenis, %", -1 }, { "ServiceLevel", -1 },
    { "Vidējais gaidīšanas laiks (s)", -1 }, { "AverageSpeedofAnswer", -1 }, { "breaches", -1 }, { "admissions", -1 },
    { "BI_ID", -1 }, { "days", -1 }, { "Izpildes termiņš", -1 }, { "Pakalpojums", -1 }, { "value", -1 }, { "", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapacityMeasure measure = CAPACITY_MEASURE_ARRIVALS;
      gboolean is_measure = capacity_vocabulary_measure (cases[i].text, strlen (cases[i].text), &measure, NULL);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_measure ? (int) measure : -1, ==, cases[i].measure);
    }
}

static void
test_totals (void)
{
  static const char *const totals[] = {
    "Kopā", "KOPĀ:", "Kopā 2009. gadā", "PAVISAM", "Pavisam kopā", "Total", "Grand Total", "Total 2019", "Summa",
    "Kopsumma", "Visi pakalpojumi", "All", "Kopā par janvāri",
    "I cet. kopā", "Kopā II ceturksnī", "III ceturksnis kopā", "I pusgadā kopā", "Q1 total",
  };
  static const char *const others[] = {
    "", "Kopienas", "Pavisam ar Latvijā reģistrētu autotransportu", "Total quality", "Kopā ar bērnu", "2009", "Alla",
    "Summary", "Kopīgais dienests",
  };

  for (guint i = 0; i < G_N_ELEMENTS (totals); i++)
    g_assert_true (capacity_vocabulary_is_total (totals[i], strlen (totals[i])));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (capacity_vocabulary_is_total (others[i], strlen (others[i])));
}

static void
test_subtotals (void)
{
  static const char *const subtotals[] = {
    "Kopā Carnikavas pagasts", "Izziņas kopā", "Starpsumma: Rīga", "Passports, total",
  };
  static const char *const parts[] = {
    "t.sk. klātienē", "T. sk. portālā", "tai skaitā elektroniski", "no tiem e-pastā", "of which online",
  };
  static const char *const others[] = {
    "", "Kopā", "Kopā ar bērnu", "Total quality", "Kopienas centrs", "Izziņas", "Telefons",
  };

  for (guint i = 0; i < G_N_ELEMENTS (subtotals); i++)
    g_assert_true (capacity_vocabulary_is_subtotal (subtotals[i], strlen (subtotals[i])));
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_true (capacity_vocabulary_is_part (parts[i], strlen (parts[i])));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (capacity_vocabulary_is_subtotal (others[i], strlen (others[i]))
                    || capacity_vocabulary_is_part (others[i], strlen (others[i])));
}

static void
test_kinds (void)
{
  static const struct { const char *text; CapacityRequestKind kind; } cases[] = {
    { "Pakalpojuma pieprasījums", CAPACITY_REQUEST_SERVICE }, { "service requests", CAPACITY_REQUEST_SERVICE },
    { "informācijas pieprasījumi", CAPACITY_REQUEST_INFORMATION }, { "Darbu pieprasījums", CAPACITY_REQUEST_WORK },
    { "Vienošanās pieteikums", CAPACITY_REQUEST_AGREEMENT }, { "incidenti", CAPACITY_REQUEST_INCIDENT },
    { "Incident", CAPACITY_REQUEST_INCIDENT }, { "Problēmas pieteikums", CAPACITY_REQUEST_PROBLEM },
    { "Sūdzība un ierosinājums", CAPACITY_REQUEST_COMPLAINT }, { "sūdzības", CAPACITY_REQUEST_COMPLAINT },
    { "Izmaiņu pieprasījums", CAPACITY_REQUEST_CHANGE }, { "Change request", CAPACITY_REQUEST_CHANGE },
    { "Pakalpojuma izmaiņu pieprasījums", CAPACITY_REQUEST_CHANGE },
    { "Pases izsniegšana", CAPACITY_REQUEST_ALL }, { "", CAPACITY_REQUEST_ALL }, { "1", CAPACITY_REQUEST_ALL },
    { "pieprasījums", CAPACITY_REQUEST_ALL }, { "incidenta problēma", CAPACITY_REQUEST_ALL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CapacityRequestKind kind = CAPACITY_REQUEST_ALL;
      gboolean is_kind = capacity_vocabulary_request_kind (cases[i].text, strlen (cases[i].text), &kind);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_kind ? kind : CAPACITY_REQUEST_ALL, ==, cases[i].kind);
    }
}

static void
test_channels (void)
{
  static const char *const channels[] = {
    "Klātienē", "Pa tālruni", "E-pakalpojums", "e-pasts", "Pa pastu", "Portāls Latvija.lv", "phone", "Online",
    "in person", "VPVKAC", "e-adrese", "Mobile app",
  };
  static const char *const others[] = { "", "Pases", "Konsultācija", "RF4", "Būvatļauja" };

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      g_test_message ("%s", channels[i]);
      g_assert_true (capacity_vocabulary_is_channel (channels[i], strlen (channels[i])));
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (capacity_vocabulary_is_channel (others[i], strlen (others[i])));
}

static void
test_months (void)
{
  static const char *const words[] = { "janvaris", "februari", "marta", "aprilis", "mai", "junijs", "jul", "augusts",
                                       "sept", "oktobri", "november", "dec" };
  static const char *const wrong[] = { "", "ma", "janus", "marketing", "decimal", "oktobrisss", "mayor", "septic" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpint (capacity_vocabulary_month (words[i]), ==, (int) i + 1);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    g_assert_cmpint (capacity_vocabulary_month (wrong[i]), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/vocabulary/words", test_words);
  g_test_add_func ("/exchange/vocabulary/measures", test_measures);
  g_test_add_func ("/exchange/vocabulary/totals", test_totals);
  g_test_add_func ("/exchange/vocabulary/subtotals", test_subtotals);
  g_test_add_func ("/exchange/vocabulary/kinds", test_kinds);
  g_test_add_func ("/exchange/vocabulary/channels", test_channels);
  g_test_add_func ("/exchange/vocabulary/months", test_months);
  return g_test_run ();
}
