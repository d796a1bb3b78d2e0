/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "capacity-emblem.h"
#include "capacity-parts-chart.h"
#include "capacity-plan-chart.h"
#include "capacity-report-kinds.h"
#include "capacity-report-parts.h"
#include "capacity-service-chart.h"
#include "capacity-use-charts.h"
#include "pdf-tools.h"

#define LAST_MONTH (capacity_month (2026, 10).index)

static CapacityDate
today (void)
{
  return capacity_date_from_ymd (2026, 11, 23);
}

/* Invented volumes with growth and season; the same every time. */
static CapacitySeries *
new_volumes (guint  n,
             double level,
             double growth)
{
  g_autofree double *values = g_new (double, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    values[i] = round (level * (1 + growth * i / 12.0) * (1 + 0.1 * sin ((LAST_MONTH - (int) n + (int) i) * G_PI / 6) +
                                                          0.03 * cos (i * 2.3)));

  return capacity_series_new (CAPACITY_PERIOD_MONTH, LAST_MONTH - (int) n + 1, values, n);
}

/* A service of the portfolio; without volumes if @n is 0, without capacity if @limit is NaN. */
static CapacityService *
add_service (CapacityPortfolio *portfolio,
             const char        *name,
             guint              n,
             double             level,
             double             growth,
             double             limit)
{
  CapacityService *service = capacity_service_new ();

  service->id = capacity_id_new ();
  g_set_str (&service->name, name);
  g_set_str (&service->unit, "pieteikumi");
  g_set_str (&service->owner, "Izdomāta Persona");
  if (n > 0)
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  new_volumes (n, level, growth), "apjomi.csv");
  if (isfinite (limit))
    g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, limit, CAPACITY_PERIOD_MONTH,
                                                          CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->services, service);

  return service;
}

static CapacityPortfolio *
new_portfolio (void)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();

  g_set_str (&portfolio->institution.name, "Izdomātā iestāde");
  portfolio->institution.is_sample = TRUE;

  return portfolio;
}

static CapacityAssessment *
assess (CapacityPortfolio *portfolio)
{
  g_autoptr (CapacityForecastCache) cache = capacity_forecast_cache_new ();

  return capacity_assess (portfolio, today (), NULL, cache, NULL);
}

static GBytes *
make_pdf (CapacityPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = capacity_pages_to_pdf (pages, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
test_service (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Būvatļaujas izskatīšana", 60, 800, 0.06, 1200);
  g_autoptr (CapacityAssessment) assessment = assess (portfolio);
  CapacityServiceAssessment *found = capacity_assessment_get_service (assessment, &service->id);
  CapacityReportOptions options = { 0, "Anna Izdomātā, nodaļas vadītāja", NULL };
  g_autoptr (CapacityPages) pages = capacity_report_service_pages (assessment, found, &options);
  g_autoptr (GBytes) bytes = make_pdf (pages);
  g_autofree char *sentence = capacity_service_chart_sentence (found);
  g_autofree char *text = pdf_tools_run (bytes, "pdftotext", "-layout % -", TRUE);
  g_autofree char *structure = pdf_tools_run (bytes, "pdfinfo", "-struct %", TRUE);
  g_autofree char *objects = pdf_tools_run (bytes, "qpdf", "--json %", TRUE);

  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 2);
  pdf_tools_check (bytes);
  if (objects != NULL)
    g_assert_nonnull (strstr (objects, sentence));
  if (text == NULL || structure == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_true (pdf_tools_has_order (text, "Izdomātā iestāde", "Invented sample", "Būvatļaujas izskatīšana",
                                      "Izdomāta Persona", "Regular", "Peak", "Long term", "Demand and capacity",
                                      "Oct", "Anna Izdomātā", "Page 1 of 2", "Season", "2026", "Signal or chance", "2026",
                                      "Page 2 of 2", NULL));
  g_assert_true (pdf_tools_has_order (structure, "H1", "H2", "Table", "TR", "TH", "H2", "Figure", "H2",
                                      "Table", "H2",
                                      "L (", "LI", "H2", "Figure", "Table", "H2", "Figure", "Table", NULL));
}

static gboolean
has_section (const CapacityPages *pages,
             const char          *name)
{
  for (guint i = 0; i < capacity_pages_get_n_sections (pages); i++)
    if (g_str_equal (capacity_pages_get_section_name (pages, i), name))
      return TRUE;

  return FALSE;
}

/* A year and a half by the day, half as much again on Mondays; nothing on Saturdays and Sundays. */
static CapacitySeries *
new_days (void)
{
  CapacitySeries *days = capacity_series_new (CAPACITY_PERIOD_DAY, capacity_date_from_ymd (2025, 6, 2), NULL, 78 * 7);

  for (guint i = 0; i < days->n; i++)
    days->values[i] = i % 7 == 0 ? 60 : i % 7 < 5 ? 40 : 0;

  return days;
}

/* How the volumes of a service have gone begins a page of its own, whichever part of it is wanted. */
static void
test_course (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Būvatļauja", 60, 800, 0.06, 1200);
  CapacityService *young = add_service (portfolio, "Jauns", 6, 800, 0.06, 1200);
  CapacityService *daily = add_service (portfolio, "Tālrunis", 0, 800, 0, 1200);
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (CapacityPages) part = NULL;
  g_autoptr (CapacityPages) none = NULL;
  g_autoptr (CapacityPages) front = NULL;
  g_autoptr (CapacityPages) by_day = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CapacityReportOptions no_season = { .left_out = (const char *const[]){ "season", NULL } };
  CapacityReportOptions no_course = { .left_out = (const char *const[]){ "season", "signals", "queue", NULL } };

  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK, new_volumes (40, 3e6, 0.2),
                                "rinda.csv");
  capacity_service_take_volume (daily, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS, new_days (), "zvani.csv");
  assessment = assess (portfolio);
  by_day = capacity_report_new_pages (CAPACITY_REPORT_SERVICE_SHEET, assessment, &daily->id, NULL, NULL);
  pages = capacity_report_new_pages (CAPACITY_REPORT_SERVICE_SHEET, assessment, &service->id, NULL, NULL);
  part = capacity_report_new_pages (CAPACITY_REPORT_SERVICE_SHEET, assessment, &service->id, &no_season, NULL);
  none = capacity_report_new_pages (CAPACITY_REPORT_SERVICE_SHEET, assessment, &service->id, &no_course, NULL);
  front = capacity_report_new_pages (CAPACITY_REPORT_SERVICE_SHEET, assessment, &young->id, NULL, NULL);
  g_assert_true (has_section (pages, "season"));
  g_assert_true (has_section (pages, "signals"));
  g_assert_true (has_section (pages, "queue"));
  g_assert_false (has_section (pages, "weekdays"));
  g_assert_true (has_section (by_day, "weekdays"));
  g_assert_false (has_section (front, "season"));
  g_assert_false (has_section (front, "signals"));
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 2);
  g_assert_cmpuint (capacity_pages_get_n_pages (part), ==, 2);
  g_assert_cmpuint (capacity_pages_get_n_pages (none), ==, 1);
  g_assert_cmpuint (capacity_pages_get_n_pages (front), ==, 1);
  bytes = make_pdf (pages);
  pdf_tools_check (bytes);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GBytes) pdf = make_pdf (i == 0 ? pages : part);
      g_autofree char *text = pdf_tools_run (pdf, "pdftotext", "-f 2 % -", TRUE);

      if (text == NULL)
        {
          g_test_skip ("poppler-utils is not installed");
          return;
        }
      g_assert_true (pdf_tools_has_order (text, i == 0 ? "Season" : "Signal or chance", "Queue", "In thousands.", NULL));
      g_assert_true (i == 0 || strstr (text, "Season") == NULL);
    }
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
new_emblem (int width,
            int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  GByteArray *bytes = g_byte_array_new ();

  cairo_set_source_rgba (cr, 0.6, 0.1, 0.2, 0.7);
  cairo_arc (cr, width / 2.0, height / 2.0, width / 3.0, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append_bytes, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  return g_byte_array_free_to_bytes (bytes);
}

/* Own words stand at the end of their section and nowhere else; the emblem is an ornament. */
static void
test_own_words (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Pakalpojums", 60, 800, 0.06, 1200);
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (CapacityPages) without = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  CapacityReportOptions options = { .left_out = (const char *const[]){ "modes", NULL } };

  portfolio->institution.emblem = new_emblem (60, 80);
#define ADD(subject, report, section, words) \
  g_ptr_array_add (portfolio->report_texts, capacity_report_text_new (subject, report, section, words))
  ADD (&service->id, "service", "", "Ievads");
  ADD (&service->id, "service", "modes", "Pirmā rindkopa\nOtrā rindkopa");
  ADD (&service->id, "service", "no-such", "Bez vietas");
  ADD (NULL, "service", "modes", "Nekam");
  ADD (NULL, "overview", "verdicts", "Pārskatam");
#undef ADD
  assessment = assess (portfolio);
  pages = capacity_report_new_pages (CAPACITY_REPORT_SERVICE_SHEET, assessment, &service->id, NULL, NULL);
  bytes = make_pdf (pages);
  pdf_tools_check (bytes);
  without = capacity_report_new_pages (CAPACITY_REPORT_SERVICE_SHEET, assessment, &service->id, &options, NULL);
  g_assert_cmpuint (capacity_pages_get_n_sections (without), ==, capacity_pages_get_n_sections (pages) - 1);
  text = pdf_tools_run (bytes, "pdftotext", "% -", TRUE);
  if (text == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_true (pdf_tools_has_order (text, "Izdomātā iestāde", "Ievads", "In three modes", "Pirmā rindkopa",
                                      "Otrā rindkopa", "Demand and capacity", NULL));
  g_assert_null (strstr (text, "Nekam"));
  g_assert_null (strstr (text, "Bez vietas"));
  g_assert_null (strstr (text, "Pārskatam"));
}

/* Who changed what, field by field, stands in the extract; what was before its first day does not. */
static void
test_audit (void)
{
  g_autofree char *directory = g_dir_make_tmp ("reports-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "a.capacity", NULL);
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (CapacityPages) empty = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) nothing = NULL;
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;
  CapacityReportOptions options = { .store = store };
  CapacityReportOptions later = { .store = store, .since = capacity_date_from_ymd (9000, 1, 1) };
  CapacityInstitution institution;

  capacity_store_set_user (store, "anna");
  opened = capacity_store_open (store, path, CAPACITY_STORE_CREATE, NULL, NULL);
  institution = opened->portfolio->institution;
  institution.name = (char *) "Izdomātā pašvaldība";
  capacity_change_set_institution (change, &institution);
  outcome = capacity_store_apply (store, change, NULL, NULL);
  g_assert_nonnull (outcome);
  assessment = assess (outcome->portfolio);
  pages = capacity_report_new_pages (CAPACITY_REPORT_AUDIT, assessment, NULL, &options, NULL);
  empty = capacity_report_new_pages (CAPACITY_REPORT_AUDIT, assessment, NULL, &later, NULL);
  bytes = make_pdf (pages);
  nothing = make_pdf (empty);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "% -", TRUE);
  none = pdf_tools_run (nothing, "pdftotext", "% -", TRUE);
  g_assert_true (capacity_store_close (store, NULL));
  g_remove (path);
  g_rmdir (directory);
  if (text == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_true (pdf_tools_has_order (text, "Audit extract", "anna", "Name of the Institution", NULL));
  g_assert_nonnull (strstr (text, "Izdomātā pašvaldība"));
  g_assert_nonnull (strstr (none, "Nothing was changed"));
  g_assert_null (strstr (none, "anna"));
}

/* Whatever is in the file of an emblem, it is shown or not, and nothing else happens. */
static void
test_emblems (void)
{
  g_autoptr (GBytes) good = new_emblem (60, 80);
  g_autoptr (GBytes) flat = new_emblem (500, 100);
  g_autoptr (GBytes) wide = new_emblem (3000, 3000);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (good, 0, g_bytes_get_size (good) / 2);
  cairo_surface_t *emblem = capacity_emblem_read (good);

  g_assert_nonnull (emblem);
  g_assert_cmpfloat (capacity_emblem_get_width (emblem, 40), ==, 30);
  cairo_surface_destroy (emblem);
  g_assert_null (capacity_emblem_read (flat));
  g_assert_null (capacity_emblem_read (wide));
  g_assert_null (capacity_emblem_read (cut));
  for (guint i = 0; i < 300; i++)
    {
      gsize size;
      guint8 *data = g_bytes_unref_to_data (g_bytes_ref (good), &size);
      g_autoptr (GBytes) broken = NULL;

      for (guint j = 0; j < 4; j++)
        data[g_test_rand_int_range (0, (int) size)] = (guint8) g_test_rand_int ();
      broken = g_bytes_new_take (data, size);
      emblem = capacity_emblem_read (broken);
      g_clear_pointer (&emblem, cairo_surface_destroy);
    }
}

static void
test_chart (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Pakalpojums", 60, 800, 0.06, 1200);
  g_autoptr (CapacityAssessment) assessment = assess (portfolio);
  CapacityServiceAssessment *found = capacity_assessment_get_service (assessment, &service->id);
  g_autoptr (CapacityChart) all = capacity_service_chart_new (assessment, found, 0);
  g_autoptr (CapacityChart) year = capacity_service_chart_new (assessment, found, 12);
  g_autofree char *sentence = capacity_service_chart_sentence (found);
  g_autofree char *month = capacity_chart_dup_cell (year, 0, 0);

  g_assert_cmpuint (capacity_chart_get_n_rows (all), ==, 60 + found->forecast->horizon);
  g_assert_cmpuint (capacity_chart_get_n_rows (year), ==, 12 + found->forecast->horizon);
  g_assert_cmpstr (month, ==, "November 2025");
  g_assert_cmpstr (capacity_chart_get_summary (all), ==, sentence);
  g_assert_nonnull (strstr (sentence, "November 2021"));
  g_assert_nonnull (strstr (sentence, "October 2026"));
}

/* Whether a column of the chart's table is called so. */
static gboolean
has_column (const CapacityAssessment *assessment,
            const CapacityService    *service,
            const char               *name)
{
  g_autoptr (CapacityChart) chart = capacity_service_chart_new (assessment,
                                                                capacity_assessment_get_service (assessment, &service->id),
                                                                12);

  for (guint i = 0; i < capacity_chart_get_n_columns (chart); i++)
    {
      g_autofree char *heading = capacity_chart_dup_heading (chart, i);

      if (g_str_equal (heading, name))
        return TRUE;
    }

  return FALSE;
}

/* The thresholds of each mode are lines with names; that of too little use where so little is used. */
static void
test_chart_thresholds (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *busy = add_service (portfolio, "Daudz", 60, 800, 0, 1000);
  CapacityService *idle = add_service (portfolio, "Maz", 60, 800, 0, 2000);
  g_autoptr (CapacityAssessment) assessment = NULL;

  busy->target_peak = 0.95;
  g_ptr_array_add (busy->limits, capacity_limit_new (CAPACITY_MODE_PEAK, 1500, CAPACITY_PERIOD_MONTH, CAPACITY_DATE_NONE,
                                                     CAPACITY_DATE_NONE));
  idle->target = 1;
  assessment = assess (portfolio);
  g_assert_true (has_column (assessment, busy, "Capacity"));
  g_assert_true (has_column (assessment, busy, "Prudent use: 85%"));
  g_assert_true (has_column (assessment, busy, "Prudent use in the peaks: 95%"));
  g_assert_false (has_column (assessment, busy, "Too little use: below 55%"));
  g_assert_true (has_column (assessment, idle, "Too little use: below 55%"));
  g_assert_false (has_column (assessment, idle, "Prudent use: 100%"));
  g_assert_false (has_column (assessment, idle, "Peak capacity"));
}

static void
assert_limited (const CapacityChart *chart,
                const char          *heading,
                const char          *month,
                const char    *expected)
{
  guint column = capacity_chart_get_n_columns (chart) - 1;
  g_autofree char *found = capacity_chart_dup_heading (chart, column);

  g_assert_cmpstr (found, ==, heading);
  for (guint i = 0; i < capacity_chart_get_n_rows (chart); i++)
    {
      g_autofree char *name = capacity_chart_dup_cell (chart, i, 0);
      g_autofree char *cell = capacity_chart_dup_cell (chart, i, column);

      if (!g_str_equal (name, month))
        continue;
      g_assert_cmpstr (cell, ==, expected);
      return;
    }
  g_assert_not_reached ();
}

static void
assert_printed (CapacityPages *pages,
                const char    *expected)
{
  g_autoptr (GBytes) bytes = make_pdf (pages);
  g_autofree char *text = pdf_tools_run (bytes, "pdftotext", "-raw % -", TRUE);

  if (text == NULL)
    return;
  g_strdelimit (text, "\n", ' ');
  g_assert_nonnull (strstr (text, expected));
}

/* A capacity that a resource contradicts is told on the sheet too, and what limits the service in its plan; that of the
 * institution names the most used resource. */
static void
check_paper (const CapacityAssessment *assessment,
             const CapacityService    *service)
{
  const CapacityServiceAssessment *found = capacity_assessment_get_service (assessment, &service->id);
  g_autoptr (CapacityPages) sheet = capacity_report_service_pages (assessment, found, NULL);
  g_autoptr (CapacityPages) plan = capacity_report_service_plan_pages (assessment, found, NULL);
  g_autoptr (CapacityPages) whole = capacity_report_institution_plan_pages (assessment, NULL, NULL);

  assert_printed (sheet, "“Konsultanti” would allow only 1,000. The verdicts go by the capacity given.");
  assert_printed (plan, "With planned changes too. What limits it: Konsultanti until March 2027, then the capacity given.");
  assert_printed (plan, "2027-04-01 to 2030-12-31 Konsultanti");
  assert_printed (whole, "%: Konsultanti");
}

/* What limits a service stands month by month in the table of its chart, and with what is planned in that of its plan. */
static void
test_chart_bottlenecks (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Pakalpojums", 60, 800, 0, 1100);
  CapacityResource *advisers = capacity_resource_new ();
  CapacityDate april = capacity_date_from_ymd (2027, 4, 1);
  CapacityLimit *more = capacity_limit_new (CAPACITY_MODE_REGULAR, 3000, CAPACITY_PERIOD_MONTH, april, CAPACITY_DATE_NONE);
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPlanOutlook) outlook = NULL;
  g_autoptr (CapacityChart) chart = NULL;
  g_autoptr (CapacityChart) plan = NULL;

  g_set_str (&advisers->name, "Konsultanti");
  more->state = CAPACITY_LIMIT_PLANNED;
  more->until = capacity_date_from_ymd (2030, 12, 31);
  g_ptr_array_add (advisers->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 2000, CAPACITY_PERIOD_MONTH,
                                                         CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (advisers->limits, more);
  g_ptr_array_add (portfolio->resources, advisers);
  g_ptr_array_add (service->needs, capacity_need_new (&advisers->id, CAPACITY_REQUEST_ALL, 2));
  assessment = assess (portfolio);
  outlook = capacity_plan_outlook_new (assessment, service, 2, NULL, NULL);
  chart = capacity_service_chart_new (assessment, capacity_assessment_get_service (assessment, &service->id), 12);
  plan = capacity_plan_chart_new (outlook, today ());
  assert_limited (chart, "Limited by", "October 2026", "");
  assert_limited (chart, "Limited by", "March 2027", "Konsultanti");
  assert_limited (chart, "Limited by", "May 2027", "Konsultanti");
  assert_limited (plan, "Limited by, with planned changes too", "March 2027", "Konsultanti");
  assert_limited (plan, "Limited by, with planned changes too", "May 2027", "the capacity given");
  check_paper (assessment, service);
}

/* What is known to change demand stands in the picture, the table and the sentence: of the service and of all. */
static void
test_chart_events (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Pakalpojums", 60, 800, 0.06, 1200);
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityChart) chart = NULL;
  g_autofree char *cell = NULL;
  g_autofree char *heading = NULL;

  g_ptr_array_add (service->events, capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Jauns likums",
                                                              capacity_date_from_ymd (2027, 7, 1), CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->events, capacity_known_event_new (CAPACITY_KNOWN_EVENT_CAMPAIGN, "Kampaņa",
                                                                capacity_date_from_ymd (2027, 2, 1),
                                                                capacity_date_from_ymd (2027, 3, 31)));
  assessment = assess (portfolio);
  chart = capacity_service_chart_new (assessment, capacity_assessment_get_service (assessment, &service->id), 12);
  heading = capacity_chart_dup_heading (chart, capacity_chart_get_n_columns (chart) - 1);
  cell = capacity_chart_dup_cell (chart, 20, capacity_chart_get_n_columns (chart) - 1);
  g_assert_cmpstr (heading, ==, "Known Events");
  g_assert_cmpstr (cell, ==, "2 Jauns likums");
  g_assert_nonnull (strstr (capacity_chart_get_summary (chart),
                            "Known events: Kampaņa from 2027-02-01 to 2027-03-31; Jauns likums from 2027-07-01 on."));
}

/* More services than rows are told of; a month with demand and no capacity is not one of which nothing is known. */
static void
test_load_chart (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityChart) two = NULL;
  g_autoptr (CapacityChart) all = NULL;
  g_autofree char *cell = NULL;

  add_service (portfolio, "Zero capacity", 60, 100, 0, 0);
  add_service (portfolio, "One", 60, 100, 0, 120);
  add_service (portfolio, "Two", 60, 100, 0, 130);
  add_service (portfolio, "Unknown", 60, 100, 0, NAN);
  assessment = assess (portfolio);
  two = capacity_load_chart_new (assessment, 2, 12, "The others are under Services.");
  all = capacity_load_chart_new (assessment, 12, 12, "The others are under Services.");
  g_assert_cmpuint (capacity_chart_get_n_rows (two), ==, 2);
  g_assert_cmpuint (capacity_chart_get_n_rows (all), ==, 3);
  g_assert_true (g_str_has_suffix (capacity_chart_get_summary (two),
                                   "Shown are the first 2 of 3 services. The others are under Services."));
  g_assert_null (strstr (capacity_chart_get_summary (all), "Shown"));
  g_assert_nonnull (strstr (capacity_chart_get_summary (all), "the cell says “none”"));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = capacity_chart_dup_cell (all, i, 0);

      if (g_str_equal (name, "Zero capacity"))
        cell = capacity_chart_dup_cell (all, i, 1);
    }
  g_assert_cmpstr (cell, ==, "none");
}

static void
take_part (CapacityService    *service,
           CapacityRequestKind kind,
           const char         *channel,
           const char         *site,
           double              level)
{
  capacity_service_take_volume (service, kind, channel, CAPACITY_MEASURE_ARRIVALS, new_volumes (24, level, 0), NULL)->site =
    g_strdup (site);
}

/* Rows are what was counted, the largest first; what cannot be told apart has no chart. */
static void
test_parts_chart (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Pakalpojums", 0, 0, 0, NAN);
  g_autoptr (CapacitySeries) complaints = new_volumes (24, 100, 0);
  g_autoptr (CapacityChart) kinds = NULL;
  g_autoptr (CapacityChart) channels = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  take_part (service, CAPACITY_REQUEST_COMPLAINT, "Counter", "Centre", 100);
  g_assert_null (capacity_parts_chart_new (service, today (), CAPACITY_PARTS_BY_KIND));
  take_part (service, CAPACITY_REQUEST_SERVICE, "Counter", "Centre", 200);
  take_part (service, CAPACITY_REQUEST_SERVICE, "Post", "Centre", 200);

  kinds = capacity_parts_chart_new (service, today (), CAPACITY_PARTS_BY_KIND);
  g_assert_cmpuint (capacity_chart_get_n_columns (kinds), ==, 3);
  g_assert_cmpuint (capacity_chart_get_n_rows (kinds), ==, 24);
  g_assert_cmpfloat (capacity_chart_get_value (kinds, 23, 2), ==, complaints->values[23]);
  g_assert_nonnull (strstr (capacity_chart_get_summary (kinds), "complaints): 20%."));

  channels = capacity_parts_chart_new (service, today (), CAPACITY_PARTS_BY_CHANNEL);
  first = capacity_chart_dup_heading (channels, 1);
  second = capacity_chart_dup_heading (channels, 2);
  g_assert_cmpuint (capacity_chart_get_n_columns (channels), ==, 3);
  g_assert_cmpstr (first, ==, "Counter");
  g_assert_cmpstr (second, ==, "Post");
  g_assert_null (strstr (capacity_chart_get_summary (channels), "went wrong"));
  g_assert_null (capacity_parts_chart_new (service, today (), CAPACITY_PARTS_BY_SITE));

  /* A year later it is still the last year that was counted. */
  capacity_chart_unref (kinds);
  kinds = capacity_parts_chart_new (service, today () + 365, CAPACITY_PARTS_BY_KIND);
  g_assert_cmpuint (capacity_chart_get_n_rows (kinds), ==, 24);
  g_assert_nonnull (strstr (capacity_chart_get_summary (kinds), "complaints): 20%."));
}

/* Whatever is known or not, there is a page that says so. */
static void
test_edges (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autofree char *long_name = g_strnfill (300, 'W');
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *service;

  add_service (portfolio, "No data", 0, 0, 0, 100);
  add_service (portfolio, "No capacity", 60, 100, 0, NAN);
  add_service (portfolio, "Nothing", 0, 0, 0, NAN);
  add_service (portfolio, "Short", 4, 100, 0, 100);
  add_service (portfolio, "One month", 1, 100, 0, 100);
  add_service (portfolio, "Zero capacity", 60, 100, 0, 0);
  add_service (portfolio, "All zero", 60, 0, 0, 100);
  add_service (portfolio, "Millions", 120, 5e6, 0.1, 6e6);
  add_service (portfolio, long_name, 60, 100, 0.1, 120);
  add_service (portfolio, "\xd7\xa9\xd7\x99\xd7\xa8\xd7\x95\xd7\xaa <&> \xf0\x9f\x98\x80 \001\n", 60, 100,
               0.1, 120);
  service = add_service (portfolio, "Long words", 60, 100, 0.1, 120);
  g_set_str (&service->unit, long_name);
  g_set_str (&service->owner, long_name);
  assessment = assess (portfolio);
  for (guint i = 0; i < assessment->services->len; i++)
    {
      g_autoptr (CapacityPages) pages = capacity_report_service_pages (assessment,
                                                                       assessment->services->pdata[i], NULL);
      g_autoptr (GBytes) bytes = make_pdf (pages);
      const CapacityServiceAssessment *found = assessment->services->pdata[i];
      gboolean is_long = strlen (found->service->name) > 100 || strlen (found->service->owner) > 100;

      g_test_message ("%.20s: %u pages", found->service->name, capacity_pages_get_n_pages (pages));
      g_assert_cmpuint (capacity_pages_get_n_pages (pages), <=, (is_long ? 3 : 1) + has_section (pages, "signals"));
      pdf_tools_check (bytes);
    }
}

/* Each month stands in one row, and a quarter is named only where all of it is in the row. */
static void
test_row_periods (void)
{
  for (int first = capacity_month (2026, 1).index; first <= capacity_month (2026, 12).index; first++)
    {
      guint n_quarters = 0;

      for (guint at = 0, end; at < 36; at = end)
        {
          CapacityPeriod row = capacity_report_row_period (first, 36, at, &end);
          CapacityPeriod month = capacity_period_convert (row, CAPACITY_PERIOD_MONTH);

          n_quarters += row.kind == CAPACITY_PERIOD_QUARTER;
          g_assert_true (at >= 12 || row.kind == CAPACITY_PERIOD_MONTH);
          g_assert_cmpint (month.index, ==, first + (int) at);
          g_assert_cmpuint (end, ==, at + capacity_period_kind_months (row.kind));
        }
      g_assert_cmpuint (n_quarters, >=, 7);
    }
}

static void
test_overview (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pakalpojums ar diezgan garu nosaukumu, kas neietilpst šaurā ailē, %u", i);

      add_service (portfolio, name, 60, 100 + i, 0.02 * (i % 7), i % 9 == 0 ? NAN : 90 + i * 2);
    }
  assessment = assess (portfolio);
  pages = capacity_report_overview_pages (assessment, NULL, NULL);
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 1);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "-layout % -", TRUE);
  if (text != NULL)
    g_assert_true (pdf_tools_has_order (text, "Capacity of services", "60 services", "Services by verdict",
                                        "What will not suffice", "more services", "Use of capacity by month",
                                        "Volumes: November 2021 – October 2026, measured for 60 of 60 services.",
                                        "Sources: apjomi.csv.", "Data quality: ", NULL));
}

/* Every service that does not suffice is on the page, whatever else has to go; what is due already is told. */
static void
test_overview_names_all (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;

  for (guint i = 0; i < 26; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pakalpojums %c", 'A' + i);

      add_service (portfolio, name, 60, 100, 0, i < 10 ? 70 + i : 150);
    }
  assessment = assess (portfolio);
  g_assert_cmpuint (assessment->n_by_verdict[CAPACITY_VERDICT_INSUFFICIENT], ==, 10);
  pages = capacity_report_overview_pages (assessment, NULL, NULL);
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 1);
  text = pdf_tools_run (bytes, "pdftotext", "-layout % -", TRUE);
  if (text == NULL)
    return;
  g_assert_nonnull (strstr (text, "Decide now on 10 services: the last day to do so in time has passed."));
  parts = g_strsplit (strstr (text, "What will not suffice"), "Use of capacity by month", 2);
  for (char letter = 'A'; letter < 'A' + 10; letter++)
    {
      g_autofree char *row = g_strdup_printf ("Pakalpojums %c  ", letter);

      g_assert_nonnull (strstr (parts[0], row));
    }
}

static void
test_institution (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *name = g_strdup_printf ("Pakalpojums %u", i);

      add_service (portfolio, name, i % 11 == 0 ? 0 : 60, 100 + i, 0.02 * (i % 7),
                   i % 9 == 0 ? NAN : 90 + i * 2);
    }
  assessment = assess (portfolio);
  pages = capacity_report_institution_pages (assessment, NULL, NULL);
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), >, 4);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "-layout % -", TRUE);
  if (text != NULL)
    g_assert_true (pdf_tools_has_order (text, "40 services", "Contents", "Services by verdict",
                                        "How it was reckoned",
                                        "Services that do not suffice", "Services at risk", "All services",
                                        "How it was reckoned", NULL));
}

static void
test_resource (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Būvatļauja", 60, 100, 0.1, NAN);
  CapacityResource *resource = capacity_resource_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  g_set_str (&resource->name, "Būvinspektori");
  g_set_str (&resource->unit, "stundas");
  g_set_str (&resource->provider, "Kaimiņu novads (izdomāts)");
  g_ptr_array_add (resource->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 150, CAPACITY_PERIOD_MONTH, 0, 0));
  g_ptr_array_add (portfolio->resources, resource);
  g_ptr_array_add (service->needs, capacity_need_new (&resource->id, CAPACITY_REQUEST_ALL, 0.75));
  assessment = assess (portfolio);
  pages = capacity_report_new_pages (CAPACITY_REPORT_RESOURCE_SHEET, assessment, &resource->id, NULL, NULL);
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 2);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "-layout % -", TRUE);
  if (text != NULL)
    g_assert_true (pdf_tools_has_order (text, "Būvinspektori", "Provided by: Kaimiņu novads (izdomāts)", "Need and capacity",
                                        "Month by month", "Need, prudent use and capacity", "Peak", "Services that need it", "Būvatļauja", "0.75", NULL));
}

static void
test_empty_institution (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = assess (portfolio);
  g_autoptr (CapacityPages) pages = capacity_report_overview_pages (assessment, NULL, NULL);
  g_autoptr (CapacityPages) report = capacity_report_institution_pages (assessment, NULL, NULL);
  g_autoptr (GBytes) bytes = make_pdf (pages);
  g_autoptr (GBytes) report_bytes = make_pdf (report);

  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 1);
  pdf_tools_check (bytes);
  pdf_tools_check (report_bytes);
}

static void
test_files (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Pakalpojums", 60, 800, 0.06, 1200);
  g_autoptr (CapacityAssessment) assessment = assess (portfolio);
  g_autofree char *directory = g_dir_make_tmp ("reports-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "a.pdf", NULL);
  g_autofree char *nowhere = g_build_filename (directory, "no", "such", "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) bad = g_file_new_for_path (nowhere);
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize first_length, second_length;
  CapacityId other = capacity_id_new ();

  g_assert_true (capacity_report_write (CAPACITY_REPORT_SERVICE_SHEET, assessment, &service->id, file, NULL, &error));
  g_assert_no_error (error);
  g_file_get_contents (path, &first, &first_length, NULL);
  g_assert_true (capacity_report_write (CAPACITY_REPORT_SERVICE_SHEET, assessment, &service->id, file, NULL, &error));
  g_file_get_contents (path, &second, &second_length, NULL);
  g_assert_cmpmem (first, first_length, second, second_length);

  g_assert_false (capacity_report_write (CAPACITY_REPORT_SERVICE_SHEET, assessment, &other, file, NULL, &error));
  g_assert_error (error, CAPACITY_REPORT_ERROR, CAPACITY_REPORT_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (capacity_report_write (CAPACITY_REPORT_OVERVIEW, assessment, NULL, bad, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_unlink (path);
  g_rmdir (directory);
}

static guint
count_files (const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* A report tells how far it is, and can be stopped before its pages are there. */
static void
test_progress (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Pakalpojums", 60, 800, 0.06, 1200);
  g_autoptr (CapacityAssessment) assessment = assess (portfolio);
  g_autofree char *directory = g_dir_make_tmp ("reports-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  CapacityProgress progress = { 0 };
  CapacityReportOptions options = { .progress = &progress, .cancellable = cancellable };
  g_autoptr (GError) error = NULL;
  CapacityPages *pages;

  pages = capacity_report_new_pages (CAPACITY_REPORT_INSTITUTION, assessment, NULL, &options, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (capacity_progress_get (&progress), ==, 0.5);
  capacity_pages_unref (pages);
  g_assert_true (capacity_report_write (CAPACITY_REPORT_SERVICE_SHEET, assessment, &service->id, file, &options, &error));
  g_assert_cmpfloat (capacity_progress_get (&progress), ==, 1);
  g_unlink (path);

  pages = capacity_report_institution_pages (assessment, NULL, &options);
  g_assert_true (has_section (pages, "at-risk"));
  capacity_pages_unref (pages);

  g_cancellable_cancel (cancellable);
  pages = capacity_report_institution_pages (assessment, NULL, &options);
  g_assert_false (has_section (pages, "at-risk"));
  capacity_pages_unref (pages);
  for (int kind = 0; kind < CAPACITY_N_REPORT_KINDS; kind++)
    {
      if (capacity_report_get_subject ((CapacityReportKind) kind) == CAPACITY_REPORT_ABOUT_RESOURCE)
        continue;
      pages = capacity_report_new_pages ((CapacityReportKind) kind, assessment, &service->id, &options, &error);
      g_assert_null (pages);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&error);
    }
  g_assert_false (capacity_report_write (CAPACITY_REPORT_OVERVIEW, assessment, NULL, file, &options, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_files (directory), ==, 0);
  g_rmdir (directory);
}

/* Where there is no room for the file, what was there stays whole, and nothing half made lies beside it. */
static void
test_no_space (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_portfolio ();
  g_autoptr (CapacityAssessment) assessment = assess (portfolio);
  g_autofree char *directory = g_dir_make_tmp ("reports-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (directory, "a.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = NULL;
  struct rlimit old, small;

  g_assert_true (g_file_set_contents (path, "before", -1, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 4096;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  g_assert_false (capacity_report_write (CAPACITY_REPORT_OVERVIEW, assessment, NULL, file, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
  signal (SIGXFSZ, SIG_DFL);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "before");
  g_assert_cmpuint (count_files (directory), ==, 1);
  g_unlink (path);
  g_rmdir (directory);
}

static void
assert_cell (const CapacityChart *chart,
             guint                row,
             guint                column,
             const char          *expected)
{
  g_autofree char *cell = capacity_chart_dup_cell (chart, row, column);

  g_assert_cmpstr (cell, ==, expected);
}

/* One of everything that reports show. */
static CapacityPortfolio *
new_full_portfolio (void)
{
  CapacityPortfolio *portfolio = new_portfolio ();
  CapacityService *service = add_service (portfolio, "Būvatļauja", 60, 100, 0.1, 120);
  CapacityResource *resource = capacity_resource_new ();

  add_service (portfolio, "Uzziņa", 60, 100, 0, 200);
  add_service (portfolio, "Jauns pakalpojums", 0, 0, 0, NAN);
  g_set_str (&resource->name, "Būvinspektori");
  g_set_str (&resource->unit, "stundas");
  resource->kind = CAPACITY_RESOURCE_PEOPLE;
  resource->posts = 1.5;
  resource->leave_days = 20;
  g_ptr_array_add (portfolio->resources, resource);
  g_ptr_array_add (service->needs, capacity_need_new (&resource->id, CAPACITY_REQUEST_ALL, 0.75));
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK, new_volumes (36, 30, 0.1),
                                "rinda.csv");

  return portfolio;
}

/* What is needed of a resource stands against what is prudent and the whole; the peak has a row of its own where it asks
 * for more, and the fullest come first. */
static void
test_use (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_full_portfolio ();
  CapacityResource *idle = capacity_resource_new ();
  CapacityResource *unknown = capacity_resource_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  g_autoptr (CapacityChart) modes = NULL;
  g_autoptr (CapacityChart) now = NULL;
  g_autoptr (CapacityChart) fullest = NULL;
  g_autoptr (CapacityChart) use = NULL;
  g_autoptr (CapacityChart) first = NULL;
  const CapacityResourceAssessment *people;
  g_autofree char *demand = NULL;

  g_set_str (&idle->name, "Telpas");
  idle->id = capacity_id_new ();
  g_ptr_array_add (idle->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, 1000, CAPACITY_PERIOD_MONTH, 0, 0));
  g_ptr_array_add (idle->limits, capacity_limit_new (CAPACITY_MODE_PEAK, 3000, CAPACITY_PERIOD_MONTH, 0, 0));
  g_ptr_array_add (portfolio->resources, idle);
  g_ptr_array_add (((CapacityService *) portfolio->services->pdata[1])->needs,
                   capacity_need_new (&idle->id, CAPACITY_REQUEST_ALL, 1));
  g_set_str (&unknown->name, "Nezināms");
  unknown->id = capacity_id_new ();
  g_ptr_array_add (portfolio->resources, unknown);
  assessment = assess (portfolio);
  people = assessment->resources->pdata[0];

  modes = capacity_resource_modes_chart_new (people);
  g_assert_null (capacity_resource_modes_chart_new (assessment->resources->pdata[2]));
  g_assert_cmpuint (capacity_chart_get_n_rows (modes), ==, CAPACITY_N_MODES);
  demand = g_strdup_printf ("%.0f", people->modes[CAPACITY_MODE_PEAK].demand);
  assert_cell (modes, 1, 0, "Peak");
  assert_cell (modes, 1, 1, demand);
  g_assert_cmpfloat_with_epsilon (capacity_chart_get_value (modes, 0, 2),
                                  capacity_chart_get_value (modes, 0, 3) * people->target, 1);
  g_assert_nonnull (strstr (capacity_chart_get_summary (modes), "Regular: "));
  g_assert_nonnull (strstr (capacity_chart_get_summary (modes), "up to 85% is prudent"));

  now = capacity_resources_now_chart_new (assessment->resources, 10);
  g_assert_cmpuint (capacity_chart_get_n_rows (now), ==, 3);
  assert_cell (now, 0, 0, "Peak: Būvinspektori");
  assert_cell (now, 1, 0, "Būvinspektori");
  assert_cell (now, 1, 2, "85");
  assert_cell (now, 1, 3, "100");
  assert_cell (now, 2, 0, "Telpas");
  g_assert_cmpfloat (capacity_chart_get_value (now, 0, 1), >=, capacity_chart_get_value (now, 1, 1));
  fullest = capacity_resources_now_chart_new (assessment->resources, 2);
  g_assert_cmpuint (capacity_chart_get_n_rows (fullest), ==, 2);
  g_assert_nonnull (strstr (capacity_chart_get_summary (fullest), "the 2 fullest"));

  use = capacity_resource_use_chart_new (assessment, assessment->resources, 2, 12);
  g_assert_cmpuint (capacity_chart_get_n_rows (use), ==, 2);
  g_assert_null (strstr (capacity_chart_get_summary (use), "Shown"));
  first = capacity_resource_use_chart_new (assessment, assessment->resources, 1, 12);
  g_assert_cmpuint (capacity_chart_get_n_rows (first), ==, 1);
  g_assert_nonnull (strstr (capacity_chart_get_summary (first), "the first 1 of 2 resources"));
}

/* The tags of a document as poppler sees them; what is repeated under each other is written once, with a plus. */
static char *
list_structure (GBytes *pdf)
{
  g_autofree char *text = pdf_tools_run (pdf, "pdfinfo", "-struct %", TRUE);
  g_auto (GStrv) lines = NULL;
  g_autofree char *last = NULL;
  GString *out = g_string_new (NULL);

  if (text == NULL)
    return g_string_free_and_steal (out);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *tag = g_strdup (lines[i]);
      gboolean is_attribute = g_str_has_prefix (g_strchug (tag), "/");
      guint depth = (guint) (strlen (lines[i]) - strlen (tag)) / 2;

      tag[strcspn (tag, " :")] = '\0';
      if (*tag == '\0' || is_attribute || depth > 2)
        continue;
      g_free (tag);
      tag = g_strdup_printf ("%.*s%s", (int) depth * 2, "    ", g_strstrip (lines[i]));
      tag[depth * 2 + strcspn (tag + depth * 2, " :")] = '\0';
      if (g_strcmp0 (tag, last) != 0)
        g_string_append_printf (out, "%s%s", out->len > 0 ? "\n" : "", tag);
      else if (out->str[out->len - 1] != '+')
        g_string_append_c (out, '+');
      g_set_str (&last, tag);
    }
  g_string_append_c (out, '\n');

  return g_string_free_and_steal (out);
}

/* Every report has the structure it had, in tests/report/structure. Where a change is meant, run with
 * CAPACITY_WRITE_GOLDEN=1 and look at the difference. */
static void
test_structures (void)
{
  g_autoptr (CapacityPortfolio) portfolio = new_full_portfolio ();
  g_autoptr (CapacityAssessment) assessment = assess (portfolio);
  const CapacityService *service = portfolio->services->pdata[0];
  const CapacityResource *resource = portfolio->resources->pdata[0];

  for (int kind = 0; kind < CAPACITY_N_REPORT_KINDS; kind++)
    {
      gboolean is_resource = capacity_report_get_subject ((CapacityReportKind) kind) == CAPACITY_REPORT_ABOUT_RESOURCE;
      g_autoptr (CapacityPages) pages = capacity_report_new_pages ((CapacityReportKind) kind, assessment,
                                                                   is_resource ? &resource->id : &service->id, NULL,
                                                                   NULL);
      g_autoptr (GBytes) bytes = make_pdf (pages);
      g_autofree char *structure = list_structure (bytes);
      g_autofree char *name = g_strconcat (capacity_report_get_name ((CapacityReportKind) kind), ".txt", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "report", "structure", name, NULL);
      g_autofree char *expected = NULL;

      pdf_tools_check (bytes);
      if (*structure == '\0')
        {
          g_test_skip ("poppler-utils is not installed");
          return;
        }
      if (g_getenv ("CAPACITY_WRITE_GOLDEN") != NULL)
        g_assert_true (g_file_set_contents (path, structure, -1, NULL));
      g_assert_true (g_file_get_contents (path, &expected, NULL, NULL));
      g_assert_cmpstr (structure, ==, expected);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/reports/service", test_service);
  g_test_add_func ("/report/reports/course", test_course);
  g_test_add_func ("/report/reports/own-words", test_own_words);
  g_test_add_func ("/report/reports/emblems", test_emblems);
  g_test_add_func ("/report/reports/audit", test_audit);
  g_test_add_func ("/report/reports/chart", test_chart);
  g_test_add_func ("/report/reports/chart-thresholds", test_chart_thresholds);
  g_test_add_func ("/report/reports/chart-bottlenecks", test_chart_bottlenecks);
  g_test_add_func ("/report/reports/chart-events", test_chart_events);
  g_test_add_func ("/report/reports/load-chart", test_load_chart);
  g_test_add_func ("/report/reports/parts-chart", test_parts_chart);
  g_test_add_func ("/report/reports/edges", test_edges);
  g_test_add_func ("/report/reports/overview-names-all", test_overview_names_all);
  g_test_add_func ("/report/reports/row-periods", test_row_periods);
  g_test_add_func ("/report/reports/overview", test_overview);
  g_test_add_func ("/report/reports/institution", test_institution);
  g_test_add_func ("/report/reports/resource", test_resource);
  g_test_add_func ("/report/reports/empty-institution", test_empty_institution);
  g_test_add_func ("/report/reports/use", test_use);
  g_test_add_func ("/report/reports/files", test_files);
  g_test_add_func ("/report/reports/progress", test_progress);
  g_test_add_func ("/report/reports/no-space", test_no_space);
  g_test_add_func ("/report/reports/structures", test_structures);

  return g_test_run ();
}
