/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation-words.h"

/* An invented service: 100 cases each month of five years against 125 a month. */
static CapacityAssessment *
new_assessment (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  CapacityService *service = capacity_service_new ();
  CapacityLimit *limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 125, CAPACITY_PERIOD_MONTH,
                                             CAPACITY_DATE_NONE,
                                             CAPACITY_DATE_NONE);
  double values[60];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = i % 2 == 0 ? 90 : 110;
  limit->basis = CAPACITY_BASIS_NORM;
  g_ptr_array_add (service->limits, limit);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2021, 11).index,
                                                     values, G_N_ELEMENTS (values)),
                                "volumes.csv");
  g_ptr_array_add (portfolio->services, service);

  return capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);
}

static void
test_text (void)
{
  g_autoptr (CapacityAssessment) assessment = new_assessment ();
  g_autoptr (CapacityExplanation) explanation = NULL;
  g_autofree char *text = NULL;

  explanation = capacity_explanation_new_service (assessment, assessment->services->pdata[0],
                                                  CAPACITY_FIGURE_UTILISATION,
                                                  CAPACITY_MODE_REGULAR);
  text = capacity_explanation_to_text (explanation);
  g_strdelimit (text, "\302\240", ' ');
  g_test_message ("%s", text);
  g_assert_true (g_str_has_prefix (text,
                                   "Use on ordinary days: 80%\nWhat is needed, divided by what can be delivered\n"));
  g_assert_nonnull (g_strstr_len (text, -1, "    Applied for, November 2025 – October 2026: "));
  g_assert_nonnull (g_strstr_len (text, -1, "(volumes.csv)\n"));
  g_assert_nonnull (g_strstr_len (text, -1, "(Norm)\n"));
}

/* What a forecast was made with is told by name. */
static void
test_members (void)
{
  g_autoptr (CapacityAssessment) assessment = new_assessment ();
  g_autoptr (CapacityExplanation) explanation = NULL;
  g_autofree char *text = NULL;

  explanation = capacity_explanation_new_service (assessment, assessment->services->pdata[0],
                                                  CAPACITY_FIGURE_FORECAST_ERROR, CAPACITY_MODE_REGULAR);
  text = capacity_explanation_to_text (explanation);
  g_test_message ("%s", text);
  g_assert_nonnull (g_strstr_len (text, -1, "  Made with: the Theta method, the dynamic Theta method, an ARIMA model, "
                                            "a damped trend, the seasonal model of Box and Jenkins\n"));
}

/* Nothing is left without words. */
static void
test_all (void)
{
  g_autoptr (CapacityAssessment) assessment = new_assessment ();

  for (guint figure = 0; figure <= CAPACITY_FIGURE_QUALITY; figure++)
    for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
      {
        g_autoptr (CapacityExplanation) explanation = NULL;
        g_autoptr (GPtrArray) rows = NULL;
        g_autofree char *title = NULL;
        g_autofree char *value = NULL;
        g_autofree char *formula = NULL;

        explanation = capacity_explanation_new_service (assessment, assessment->services->pdata[0], figure,
                                                        mode);
        title = capacity_explanation_title (explanation);
        value = capacity_explanation_value (explanation);
        formula = capacity_explanation_formula (explanation);
        rows = capacity_explanation_rows (explanation, 5);
        g_assert_cmpint (*title, !=, '\0');
        g_assert_cmpint (*value, !=, '\0');
        g_assert_cmpint (*formula, !=, '\0');
        for (guint i = 0; i < rows->len; i++)
          {
            const CapacityExplanationRow *row = rows->pdata[i];

            g_assert_cmpint (*row->label, !=, '\0');
            g_assert_cmpint (*row->value, !=, '\0');
            g_assert_true (row->source == NULL || *row->source != '\0');
          }
      }
}

/* Each term, unit and formula has words, also those that this portfolio does not need. */
static void
test_words (void)
{
  for (guint term = 0; term < CAPACITY_N_TERMS; term++)
    for (guint unit = 0; unit < CAPACITY_N_UNITS; unit++)
      {
        CapacityExplanationInput input = { .term = term, .value = 2, .unit = unit, .first = 24000,
                                           .last = 24001 };
        g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
        g_autoptr (GPtrArray) rows = NULL;
        CapacityExplanation explanation = { .formula = (term + unit) % CAPACITY_N_FORMULAS,
                                            .inputs = inputs };
        g_autofree char *formula = NULL;

        if (term == CAPACITY_TERM_VERDICT)
          continue;
        g_ptr_array_add (inputs, &input);
        rows = capacity_explanation_rows (&explanation, 0);
        formula = capacity_explanation_formula (&explanation);
        g_assert_cmpuint (rows->len, ==, 1);
        g_assert_cmpint (*((CapacityExplanationRow *) rows->pdata[0])->label, !=, ',');
        g_assert_cmpint (*formula, !=, '\0');
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/explanation-words/text", test_text);
  g_test_add_func ("/explanation-words/members", test_members);
  g_test_add_func ("/explanation-words/all", test_all);
  g_test_add_func ("/explanation-words/words", test_words);

  return g_test_run ();
}
