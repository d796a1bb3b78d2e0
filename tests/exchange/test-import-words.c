/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-words.h"

#include <string.h>

#include "assert-text.h"
#include "import-tools.h"

static void
test_problems (void)
{
  CapacityImportProblem problem = { CAPACITY_IMPORT_PROBLEM_NOT_A_NUMBER, 1234, 3, (char *) "Calls", (char *) "abc",
                                    { CAPACITY_PERIOD_MONTH, 0 } };

  assert_text (capacity_import_words_problem (&problem), "Line 1,234, column “Calls”: “abc” is not a number.");
  problem.column_name = NULL;
  assert_text (capacity_import_words_problem (&problem), "Line 1,234, column 3: “abc” is not a number.");
  problem.code = CAPACITY_IMPORT_PROBLEM_DUPLICATE;
  problem.column = 0;
  problem.period = capacity_month (2026, 3);
  assert_text (capacity_import_words_problem (&problem), "Line 1,234: An earlier line has another value of March 2026.");
}

static void
test_notes (void)
{
  CapacityImportNote note = { .code = CAPACITY_IMPORT_NOTE_TOTAL_ROWS, .count = 16, .text = (char *) "Kopā" };

  assert_text (capacity_import_words_note (&note), "16 rows of totals were skipped, such as “Kopā”.");
  note.count = 1;
  assert_text (capacity_import_words_note (&note), "1 row of totals was skipped: “Kopā”.");
  note.code = CAPACITY_IMPORT_NOTE_UNUSED_COLUMN;
  note.column_name = (char *) "Wait";
  note.reason = CAPACITY_IMPORT_REASON_OTHER_MEASURE;
  assert_text (capacity_import_words_note (&note), "Column “Wait” was not used: it does not count volumes.");
  note.code = CAPACITY_IMPORT_NOTE_GAPS;
  note.count = 2;
  note.n_series = 1;
  note.n_periods = 2;
  note.periods[0] = (CapacityPeriod) { CAPACITY_PERIOD_DAY, capacity_date_from_ymd (2010, 3, 7) };
  note.periods[1] = (CapacityPeriod) { CAPACITY_PERIOD_DAY, capacity_date_from_ymd (2013, 3, 8) };
  assert_text (capacity_import_words_note (&note), "2 days are missing: 2010-03-07, 2013-03-08");
}

/* Every code has a sentence of its own, without a hole. */
static void
test_complete (void)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code < CAPACITY_N_IMPORT_PROBLEMS; code++)
    {
      CapacityImportProblem problem = { .code = (CapacityImportProblemCode) code, .line = 2, .column = 3,
                                        .text = (char *) "x", .period = capacity_month (2026, 1) };

      g_assert_true (g_hash_table_add (known, capacity_import_words_problem (&problem)));
    }
  for (int code = 0; code < CAPACITY_N_IMPORT_NOTES; code++)
    {
      CapacityImportNote note = { .code = (CapacityImportNoteCode) code, .count = 2, .text = (char *) "x", .n_series = 2 };

      g_assert_true (g_hash_table_add (known, capacity_import_words_note (&note)));
    }
  for (int code = CAPACITY_EXCHANGE_ERROR_READ; code <= CAPACITY_EXCHANGE_ERROR_NOTHING_READ; code++)
    {
      g_autoptr (GError) error = capacity_exchange_error_new_at ((CapacityExchangeError) code, 2, 3, "why");
      char *text = capacity_import_words_error (error, "file.csv");

      g_assert_nonnull (strstr (text, "file.csv"));
      g_assert_true (g_hash_table_add (known, text));
    }
}

static void
test_summary (void)
{
  g_autoptr (CapacityImportResult) result = read_of ("Month,New,Done\n2026-01,1,2\n2026-02,3,4\n");

  assert_text (capacity_import_words_summary (result), "2 rows · 1 series · January 2026 – February 2026");
}

/* A month that has begun may have been counted in part; the ones to come cannot. */
static void
test_future (void)
{
  g_autoptr (CapacityImportResult) result = read_of ("Mēnesis;Pakalpojums;Skaits\n2026-10;Pase;5\n2026-11;Pase;6\n"
                                                     "2026-12;Pase;0\n2027-01;Pase;\n2026-11;Vīza;1\n2026-12;Vīza;0\n"
                                                     "2027-02;Vīza;0\n");
  CapacityDate today = capacity_date_from_ymd (2026, 11, 28);

  assert_text (capacity_import_words_future (result->batch, today),
               "3 values are of periods that have not begun (the last: February 2027). They would count as measured.");
  assert_text (capacity_import_words_future (result->batch, capacity_date_from_ymd (2027, 1, 1)),
               "1 value is of a period that has not begun (February 2027). It would count as measured.");
  g_assert_null (capacity_import_words_future (result->batch, capacity_date_from_ymd (2027, 2, 1)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/words/problems", test_problems);
  g_test_add_func ("/exchange/words/notes", test_notes);
  g_test_add_func ("/exchange/words/complete", test_complete);
  g_test_add_func ("/exchange/words/summary", test_summary);
  g_test_add_func ("/exchange/words/future", test_future);
  return g_test_run ();
}
