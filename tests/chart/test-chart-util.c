/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-chart-util.h"

#include <math.h>
#include <string.h>

/* Charts of invented volumes, with Latvian words as long as they get. */

PangoContext *
test_context_new (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell, DejaVu Sans");

  pango_context_set_font_description (context, font);
  pango_font_description_free (font);
  return context;
}

static char *
format_number (double   value,
               int      decimals,
               gpointer user_data)
{
  g_autofree char *plain = g_strdup_printf ("%.*f", MAX (decimals, 0), fabs (value));
  const char *point = strchr (plain, '.');
  gsize n = point != NULL ? (gsize) (point - plain) : strlen (plain);
  GString *text = g_string_new (value < 0 ? "−" : NULL);

  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append (text, "\302\240");
      g_string_append_c (text, plain[i]);
    }
  if (point != NULL)
    g_string_append_printf (text, ",%s", point + 1);
  return g_string_free_and_steal (text);
}

static char *
format_period (CapacityPeriod          period,
               CapacityChartPeriodText text,
               gpointer                user_data)
{
  static const char *const shorts[] = { "janv.", "febr.", "marts", "apr.", "maijs", "jūn.", "jūl.", "aug.",
                                        "sept.", "okt.",
                                        "nov.", "dec." };
  static const char *const longs[] = { "janvāris", "februāris", "marts", "aprīlis", "maijs", "jūnijs",
                                       "jūlijs", "augusts",
                                       "septembris", "oktobris", "novembris", "decembris" };
  int year, month, day;

  capacity_date_to_ymd (capacity_period_first_day (period), &year, &month, &day);
  if (period.kind == CAPACITY_PERIOD_YEAR)
    return g_strdup_printf ("%d", year);
  if (period.kind == CAPACITY_PERIOD_MONTH && text == CAPACITY_CHART_PERIOD_TICK)
    return g_strdup (shorts[month - 1]);
  if (period.kind == CAPACITY_PERIOD_MONTH && text == CAPACITY_CHART_PERIOD_CONTEXT)
    return g_strdup_printf ("%d. g. %s", year, shorts[month - 1]);
  if (period.kind == CAPACITY_PERIOD_MONTH)
    return g_strdup_printf ("%d. gada %s", year, longs[month - 1]);
  if (period.kind == CAPACITY_PERIOD_QUARTER)
    return g_strdup_printf ("%d. cet.", (month - 1) / 3 + 1);
  return text == CAPACITY_CHART_PERIOD_FULL ? g_strdup_printf ("%d.%02d.%d.", day, month, year)
    : g_strdup_printf ("%d.", day);
}

void
test_set_latvian (CapacityChartBuilder *builder)
{
  capacity_chart_builder_set_formats (builder, format_number, format_period, NULL, NULL);
  capacity_chart_builder_set_headings (builder, "Periods", "%s, no", "%s, līdz");
}

/* Between -1 and 1, always the same. */
static double
noise (guint i)
{
  double x = sin (i * 12.9898 + 4.1414) * 43758.5453;

  return 2 * (x - floor (x)) - 1;
}

static double
course (guint i)
{
  return (760 + 5.2 * i) * (1 + 0.09 * sin ((i + 2) * G_PI / 6) + 0.04 * cos (i * G_PI / 3));
}

static void
add_forecast (CapacityChartBuilder *builder,
              int                   first,
              guint                 n_history,
              guint                 n)
{
  static const double widths[] = { 0.67, 1.28, 1.96 };
  static const char *const labels[] = { "50 %", "80 %", "95 %" };
  g_autofree double *median = g_new (double, n);
  g_autofree double *low = g_new (double, n);
  g_autofree double *high = g_new (double, n);

  for (guint band = 0; band < 3; band++)
    {
      for (guint i = 0; i < n; i++)
        {
          double spread = 30 * sqrt (1 + i * 1.1) * widths[band];

          median[i] = course (n_history + i);
          low[i] = MAX (median[i] - spread, 0);
          high[i] = median[i] + spread * 1.1;
        }
      capacity_chart_builder_add_band (builder, CAPACITY_CHART_ROLE_BAND_50 + band, labels[band], first, low,
                                       high, n);
    }
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_FORECAST, "Prognoze", first, median, n);
}

static void
add_limits (CapacityChartBuilder *builder,
            int                   first,
            guint                 n)
{
  g_autofree double *limit = g_new (double, n);
  g_autofree double *peak = g_new (double, n);
  g_autofree double *target = g_new (double, n);

  for (guint i = 0; i < n; i++)
    {
      limit[i] = i < 10 ? NAN : i < 34 ? 1000 : i < 70 ? 1180 : 1120;
      peak[i] = limit[i] * 1.2;
      target[i] = limit[i] * 0.85;
    }
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_PEAK_LIMIT, "Veiktspēja sastrēgumā", first,
                                     peak, n);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_LIMIT, "Parastā veiktspēja", first, limit,
                                     n);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_TARGET, "Mērķis: 85 % veiktspējas", first,
                                     target, n);
}

/* History, forecast and capacity of a service, with a gap and an outlier. */
CapacityChartBuilder *
test_fan_builder_new (guint n_history,
                      guint n_forecast)
{
  int first = capacity_month (2021, 11).index;
  CapacityChartBuilder *builder;
  g_autofree double *demand = g_new (double, n_history);

  builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH, first,
                                        n_history + n_forecast);
  for (guint i = 0; i < n_history; i++)
    demand[i] = i == 17 || i == 18 ? NAN : round (course (i) * (1 + 0.045 * noise (i)) + (i == 29 ? 190 : 0));
  test_set_latvian (builder);
  capacity_chart_builder_set_title (builder, "Būvniecības ieceres dokumentu saskaņošana");
  capacity_chart_builder_set_summary (builder, "Pieprasījums aug; veiktspējas pietrūks 2028. gada martā.");
  capacity_chart_builder_set_unit (builder, "pieteikumi mēnesī");
  add_limits (builder, first, n_history + n_forecast);
  add_forecast (builder, first + (int) n_history, n_history, n_forecast);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Pieprasījums", first, demand,
                                     n_history);
  capacity_chart_builder_set_balance (builder, "Brīvā veiktspēja", "Trūkst");
  if (n_history > 29)
    capacity_chart_builder_add_marker (builder, CAPACITY_CHART_ROLE_OUTLIER, "Neparasti liels skaits",
                                       first + 29, demand[29]);
  capacity_chart_builder_set_today (builder, capacity_date_from_ymd (2026, 11, 23), "šodien");
  if (n_history + n_forecast > 79)
    capacity_chart_builder_add_span (builder, CAPACITY_CHART_ROLE_EXHAUSTION, "Pietrūks 2028. gada martā",
                                     first + 71, first + 76,
                                     first + 88);
  return builder;
}

CapacityChart *
test_fan_chart_new (guint n_history,
                    guint n_forecast)
{
  return capacity_chart_builder_end (test_fan_builder_new (n_history, n_forecast));
}

/* Events close together, one that has begun before and one that has an end, with names as long as they get. */
CapacityChart *
test_events_chart_new (void)
{
  CapacityChartBuilder *builder = test_fan_builder_new (60, 36);
  CapacityDate july = capacity_date_from_ymd (2027, 7, 1);

  capacity_chart_builder_set_events (builder, "Zināmie notikumi");
  capacity_chart_builder_add_event (builder, "Pāreja uz jauno sistēmu", capacity_date_from_ymd (2021, 9, 1),
                                    capacity_date_from_ymd (2022, 3, 31));
  capacity_chart_builder_add_event (builder, "Grozījumi Būvniecības likumā", july, CAPACITY_DATE_NONE);
  capacity_chart_builder_add_event (builder, "Kampaņa", july, july + 100);
  capacity_chart_builder_add_event (builder, "Pieteikšanās termiņš rudens grupām pirmsskolas izglītības iestādēs",
                                    july + 35, CAPACITY_DATE_NONE);
  return capacity_chart_builder_end (builder);
}

/* Six months, as few words and things as a chart can have. */
CapacityChart *
test_small_chart_new (void)
{
  static const double demand[] = { 80, 90, NAN, 110 };
  static const double median[] = { 120, 130 };
  static const double low[] = { 110, 110 };
  static const double high[] = { 130, 150 };
  static const double limit[] = { 100, 100, 100, 100, 120, 120 };
  int first = capacity_month (2026, 1).index;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH,
                                                              first, 6);

  capacity_chart_builder_set_unit (builder, "cases");
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_LIMIT, "Capacity", first, limit, 6);
  capacity_chart_builder_add_band (builder, CAPACITY_CHART_ROLE_BAND_80, "80 %", first + 4, low, high, 2);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_FORECAST, "Forecast", first + 4, median, 2);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Demand", first, demand, 4);
  capacity_chart_builder_set_headings (builder, "Period", "%s, from", "%s, to");
  capacity_chart_builder_set_balance (builder, "Left", "Missing");
  return capacity_chart_builder_end (builder);
}

CapacityChart *
test_control_chart_new (void)
{
  int first = capacity_month (2024, 11).index;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_MONTH,
                                                              first, 24);
  double values[24];

  for (guint i = 0; i < 24; i++)
    values[i] = 840 + 34 * noise (i + 3) + (i == 14 ? 150 : 0);
  test_set_latvian (builder);
  capacity_chart_builder_set_title (builder, "Kontrolkarte");
  capacity_chart_builder_set_unit (builder, "pieteikumi mēnesī");
  capacity_chart_builder_add_level (builder, CAPACITY_CHART_ROLE_CONTROL, "Augšējā robeža", 936);
  capacity_chart_builder_add_level (builder, CAPACITY_CHART_ROLE_CENTRE, "Vidējais", 840);
  capacity_chart_builder_add_level (builder, CAPACITY_CHART_ROLE_CONTROL, "Apakšējā robeža", 744);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Pieprasījums", first, values, 24);
  capacity_chart_builder_add_marker (builder, CAPACITY_CHART_ROLE_SIGNAL, "Ārpus robežām", first + 14,
                                     values[14]);
  return capacity_chart_builder_end (builder);
}

CapacityChart *
test_cycle_chart_new (void)
{
  static const char *const years[] = { "2022", "2023", "2024", "2025", "2026" };
  int first = capacity_month (2000, 1).index;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_CYCLE, CAPACITY_PERIOD_MONTH,
                                                              first, 12);
  double values[12];

  test_set_latvian (builder);
  capacity_chart_builder_set_title (builder, "Gada gaita");
  capacity_chart_builder_set_unit (builder, "pieteikumi mēnesī");
  for (guint year = 0; year < 5; year++)
    {
      for (guint i = 0; i < 12; i++)
        values[i] = course (year * 12 + i) * (1 + 0.03 * noise (year * 12 + i));
      capacity_chart_builder_add_series (builder, year < 4 ? CAPACITY_CHART_ROLE_COMPARISON
                                         : CAPACITY_CHART_ROLE_DEMAND,
                                         years[year], first, values, year < 4 ? 12 : 10);
    }
  return capacity_chart_builder_end (builder);
}

/* Calls a day: busy on Mondays, few at weekends, with a summer. */
CapacityChart *
test_daily_chart_new (guint n_days)
{
  CapacityDate first = capacity_date_from_ymd (2026, 11, 23) - (int) n_days;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_TIME, CAPACITY_PERIOD_DAY,
                                                              first, n_days);
  static const double week[] = { 1.25, 1.1, 1.05, 1, 0.95, 0.35, 0.25 };
  g_autofree double *values = g_new (double, MAX (n_days, 1));
  g_autofree double *limit = g_new (double, MAX (n_days, 1));

  for (guint i = 0; i < n_days; i++)
    {
      int weekday = capacity_date_weekday (first + (int) i);

      values[i] = round (420 * week[(weekday + 6) % 7] * (1 + 0.12 * sin (i * 2 * G_PI / 365.25) + 0.1 * noise (i)));
      limit[i] = 520;
    }
  test_set_latvian (builder);
  capacity_chart_builder_set_title (builder, "Zvani klientu apkalpošanas centram");
  capacity_chart_builder_set_unit (builder, "zvani dienā");
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_LIMIT, "Veiktspēja", first, limit, n_days);
  capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, "Pieprasījums", first, values,
                                     n_days);
  capacity_chart_builder_set_balance (builder, "Brīvā veiktspēja", "Trūkst");
  return capacity_chart_builder_end (builder);
}

CapacityChart *
test_heat_map_new (guint n_rows,
                   guint n_months)
{
  static const char *const names[] = {
    "Būvniecības ieceres dokumentu saskaņošana",
    "Dzīvesvietas deklarēšana",
    "Sociālā palīdzība",
    "Pirmsskolas rinda",
    "Klientu apkalpošanas centrs",
    "Nekustamā īpašuma nodoklis",
    "Atļauju izsniegšana",
    "Bibliotēkas pakalpojumi",
  };
  int first = capacity_month (2026, 1).index;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_HEAT_MAP, CAPACITY_PERIOD_MONTH,
                                                              first, n_months);
  g_autofree double *values = g_new (double, MAX (n_months, 1));

  test_set_latvian (builder);
  capacity_chart_builder_set_title (builder, "Noslodze pa mēnešiem");
  capacity_chart_builder_set_unit (builder, "% no parastās veiktspējas");
  for (guint row = 0; row < n_rows; row++)
    {
      for (guint i = 0; i < n_months; i++)
        values[i] = row == 3 && i == 4 ? NAN
          : 0.62 + 0.055 * row + 0.12 * sin ((i + row) * G_PI / 6) + 0.04 * noise (row * 31 + i);
      capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_CELL,
                                         names[row % G_N_ELEMENTS (names)], first, values, n_months);
    }
  return capacity_chart_builder_end (builder);
}

/* What came by channel: much, little, with gaps and once. */
CapacityChart *
test_rows_chart_new (void)
{
  static const char *const names[] = { "Klātienē", "E-pakalpojums valsts pārvaldes pakalpojumu portālā", "Pa tālruni", "Pa pastu" };
  int first = capacity_month (2024, 1).index;
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_ROWS, CAPACITY_PERIOD_MONTH, first, 36);
  double values[36];

  test_set_latvian (builder);
  capacity_chart_builder_set_title (builder, "Apjomi pēc kanāla");
  capacity_chart_builder_set_unit (builder, "pieteikumi mēnesī");
  for (guint row = 0; row < G_N_ELEMENTS (names); row++)
    {
      for (guint i = 0; i < 36; i++)
        values[i] = (row == 2 && i % 9 == 4) || (row == 3 && i != 7) ? NAN : round (course (i) / (row * row + 1));
      capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, names[row], first, values, 36);
    }
  return capacity_chart_builder_end (builder);
}

CapacityChart *
test_waterfall_new (void)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_WATERFALL, CAPACITY_PERIOD_YEAR,
                                                              2026, 0);

  test_set_latvian (builder);
  capacity_chart_builder_set_title (builder, "Kā mainās veiktspēja");
  capacity_chart_builder_set_unit (builder, "pieteikumi mēnesī");
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_TOTAL, "2026. gada veiktspēja", 1180);
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_RISE, "Jauni darbinieki", 160);
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_FALL, "Bērna kopšanas atvaļinājumi", -95);
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_RISE, "E-pakalpojums", 120);
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_FALL, "Mācības", -40);
  capacity_chart_builder_add_bar (builder, CAPACITY_CHART_ROLE_TOTAL, "2027. gada veiktspēja", 1325);
  return capacity_chart_builder_end (builder);
}

CapacityChart *
test_bullet_new (void)
{
  CapacityChartBuilder *builder = capacity_chart_builder_new (CAPACITY_CHART_BULLET, CAPACITY_PERIOD_YEAR,
                                                              2026, 0);

  test_set_latvian (builder);
  capacity_chart_builder_set_headings (builder, "Resurss", "Mērķis", "Veiktspēja");
  capacity_chart_builder_set_title (builder, "Resursu noslodze");
  capacity_chart_builder_set_unit (builder, "stundas mēnesī");
  capacity_chart_builder_add_bullet (builder, "Klientu apkalpošanas speciālisti", 1020, 1190, 1400);
  capacity_chart_builder_add_bullet (builder, "Būvinspektori", 610, 544, 640);
  capacity_chart_builder_add_bullet (builder, "Sociālie darbinieki", 1510, 1156, 1360);
  capacity_chart_builder_add_bullet (builder, "Transportlīdzekļi", NAN, 255, 300);
  capacity_chart_builder_add_bullet (builder, "Telpas", 120, NAN, 480);
  return capacity_chart_builder_end (builder);
}
