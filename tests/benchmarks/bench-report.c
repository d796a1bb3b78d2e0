/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <stdio.h>

#include "capacity-report-kinds.h"
#include "capacity-sample.h"

/* How long reports take: a service sheet of the example (the slowest of all), the institution's report, and a
 * table of 60 000 cells on some 200 pages with its size. */

#define N_ROWS 10000
#define N_COLUMNS 6

static double
milliseconds (GTimer *timer)
{
  return g_timer_elapsed (timer, NULL) * 1000;
}

static GBytes *
finish (CapacityPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = capacity_pages_to_pdf (pages, NULL, NULL, &error);

  if (bytes == NULL)
    g_error ("%s", error->message);

  return bytes;
}

static void
measure_sheets (const CapacityAssessment *assessment)
{
  double slowest = 0, sum = 0;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      g_autoptr (GTimer) timer = g_timer_new ();
      g_autoptr (CapacityPages) pages = capacity_report_service_pages (assessment,
                                                                       assessment->services->pdata[i], NULL);
      g_autoptr (GBytes) bytes = finish (pages);

      slowest = fmax (slowest, milliseconds (timer));
      sum += milliseconds (timer);
    }
  printf ("sheet-slowest %.1f ms\nsheet-mean %.1f ms\n", slowest, sum / assessment->services->len);
}

static void
measure_institution (const CapacityAssessment *assessment)
{
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (CapacityPages) pages = capacity_report_institution_pages (assessment, NULL, NULL);
  g_autoptr (GBytes) bytes = finish (pages);

  printf ("institution %.1f ms\ninstitution-pages %u pages\ninstitution-size %.0f kB\n", milliseconds (timer),
          capacity_pages_get_n_pages (pages), g_bytes_get_size (bytes) / 1000.0);
}

static void
measure_table (void)
{
  static const CapacityColumn columns[N_COLUMNS] = {
    { "Service", CAPACITY_COLUMN_LABEL, 1 }, { "Month", CAPACITY_COLUMN_WORD, 0 },
    { "Demand", CAPACITY_COLUMN_NUMBER, 0 }, { "Capacity", CAPACITY_COLUMN_NUMBER, 0 },
    { "Use", CAPACITY_COLUMN_NUMBER, 0 }, { "Queue", CAPACITY_COLUMN_NUMBER, 0 },
  };
  CapacityPdfInfo info = { "Table", NULL, NULL, "en", NULL, capacity_date_from_ymd (2026, 11, 23) };
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (CapacityPages) pages = capacity_pages_new (&info, "Header", NULL, "Footer");
  g_autoptr (GBytes) bytes = NULL;
  CapacityTable *table = capacity_table_new (columns, N_COLUMNS);

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Service number %u", i);
      g_autofree char *number = g_strdup_printf ("%u", i * 37 % 9973);

      capacity_table_add_row (table, (const char *[]){ name, "November", number, "1240", "85%", number });
    }
  capacity_pages_add_heading (pages, 1, "Table");
  capacity_pages_add_table (pages, table);
  bytes = finish (pages);
  printf ("table-pages %u pages\ntable %.2f s\ntable-size %.2f MB\n", capacity_pages_get_n_pages (pages),
          milliseconds (timer) / 1000, g_bytes_get_size (bytes) / 1e6);
}

int
main (void)
{
  CapacityDate today = capacity_date_from_ymd (2026, 11, 23);
  g_autoptr (CapacityPortfolio) portfolio = capacity_sample_new (today);
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();
  g_autoptr (CapacityAssessment) assessment = capacity_assess (portfolio, today, NULL, cache, NULL);

  measure_sheets (assessment);
  measure_institution (assessment);
  measure_table ();

  return 0;
}
