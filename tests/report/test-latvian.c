/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "capacity-report-kinds.h"
#include "latvian.h"
#include "pdf-tools.h"

static CapacityAssessment *
assess_one (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  CapacityService *service = capacity_service_new ();
  double values[60];

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    values[i] = round (8000 * (1 + 0.004 * i) * (1 + 0.1 * sin (i * G_PI / 6)));
  service->id = capacity_id_new ();
  g_set_str (&service->name, "Ģimenes ēdināšanas žetonu šķirošana");
  g_set_str (&service->unit, "pieteikumi");
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2021, 11).index,
                                                     values,
                                                     G_N_ELEMENTS (values)), NULL);
  g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 14000, CAPACITY_PERIOD_MONTH,
                                                        CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->services, service);
  portfolio->institution.is_sample = TRUE;

  return capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, cache, NULL);
}

static void
test_words (void)
{
  g_autoptr (CapacityAssessment) assessment = assess_one ();
  g_autoptr (CapacityPages) pages = capacity_report_service_pages (assessment, assessment->services->pdata[0],
                                                                   NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = capacity_pages_to_pdf (pages, NULL, NULL, &error);
  g_autofree char *text = NULL;
  g_autofree char *objects = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 2);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "-enc UTF-8 -layout % -", TRUE);
  objects = pdf_tools_run (bytes, "qpdf", "--json %", TRUE);
  if (text == NULL || objects == NULL)
    {
      g_test_skip ("poppler-utils or qpdf is not installed");
      return;
    }
  /* A no-break space has the glyph of a space, and so reads as one. */
  g_assert_true (pdf_tools_has_order (text, "Izdomāts paraugs", "Ģimenes ēdināšanas žetonu šķirošana",
                                      "23.11.2026.",
                                      "Trīs režīmos, mēnesī", "Regulārais", "14 000", "Sastrēgumu", "Ilgtermiņa",
                                      "Pieprasījums un veiktspēja", "šodien", "Kāpēc?",
                                      "okt. 2026./27.", "Iestādes vadītājs", "2026. gada 23. novembris",
                                      "1. lpp. no 2", "Sezona", "Parastā gadā", "janv.", "Signāls vai nejaušība",
                                      "2. lpp. no 2", NULL));
  g_assert_nonnull (strstr (objects, "\"/Lang\": \"u:lv\""));
  g_assert_nonnull (strstr (objects, "Pieprasījums mēnesī (2021. gada novembris – 2026. gada oktobris)"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (!latvian_begin ())
    return 77;
  g_test_add_func ("/report/latvian/words", test_words);

  return g_test_run ();
}
