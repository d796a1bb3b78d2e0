/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-columns.h"

#include <glib/gi18n.h>

#include "capacity-columns.h"
#include "capacity-format.h"
#include "capacity-register-words.h"
#include "capacity-service-order.h"
#include "capacity-sparkline.h"
#include "capacity-words.h"

typedef struct
{
  CapacityColumn       base;
  CapacityServiceOrder order;
} Column;

#define SPARKLINE_WIDTH 56
#define SPARKLINE_HEIGHT 18

static double
volume_value (CapacityColumnRow row)
{
  return row.service->last12;
}

static double
regular_use_value (CapacityColumnRow row)
{
  return row.service->modes[CAPACITY_MODE_REGULAR].utilisation;
}

static double
peak_use_value (CapacityColumnRow row)
{
  return row.service->modes[CAPACITY_MODE_PEAK].utilisation;
}

static char *
name_text (CapacityColumnRow row)
{
  return g_strdup (row.service->service->name);
}

static char *
owner_text (CapacityColumnRow row)
{
  return g_strdup (row.service->service->owner != NULL ? row.service->service->owner : "–");
}

static char *
volume_text (CapacityColumnRow row)
{
  return capacity_format_count (volume_value (row));
}

static char *
trend_text (CapacityColumnRow row)
{
  return capacity_words_trend (&row.service->trend);
}

static char *
regular_use_text (CapacityColumnRow row)
{
  return capacity_format_percent (regular_use_value (row));
}

static char *
peak_use_text (CapacityColumnRow row)
{
  return capacity_format_percent (peak_use_value (row));
}

static char *
regular_text (CapacityColumnRow row)
{
  return g_strdup (capacity_words_verdict (row.service->modes[CAPACITY_MODE_REGULAR].verdict));
}

static char *
peak_text (CapacityColumnRow row)
{
  return g_strdup (capacity_words_verdict (row.service->modes[CAPACITY_MODE_PEAK].verdict));
}

static char *
long_term_text (CapacityColumnRow row)
{
  return g_strdup (capacity_words_verdict (row.service->modes[CAPACITY_MODE_LONG_TERM].verdict));
}

static char *
queue_text (CapacityColumnRow row)
{
  if (!row.service->queue.is_known)
    return g_strdup ("–");

  return capacity_words_queue (&row.service->queue);
}

static char *
exhaustion_text (CapacityColumnRow row)
{
  return capacity_words_exhaustion (&row.service->exhaustion);
}

static char *
code_text (CapacityColumnRow row)
{
  return g_strdup (row.service->service->code != NULL ? row.service->service->code : "–");
}

static char *
department_text (CapacityColumnRow row)
{
  return g_strdup (row.service->service->department != NULL ? row.service->service->department : "–");
}

static char *
phase_text (CapacityColumnRow row)
{
  return g_strdup (capacity_words_phase (row.service->service->phase));
}

static char *
month_text (CapacityColumnRow row,
            int         month)
{
  if (row.service->exhaustion.state != CAPACITY_EXHAUSTION_WITHIN || month == 0)
    return g_strdup ("–");

  return capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

static char *
earliest_text (CapacityColumnRow row)
{
  return month_text (row, row.service->exhaustion.earliest);
}

static char *
latest_text (CapacityColumnRow row)
{
  return month_text (row, row.service->exhaustion.latest);
}

static char *
decide_text (CapacityColumnRow row)
{
  if (row.service->exhaustion.decide_by == CAPACITY_DATE_NONE)
    return g_strdup ("–");

  return capacity_format_date (row.service->exhaustion.decide_by);
}

static char *
quality_text (CapacityColumnRow row)
{
  return capacity_words_quality (&row.service->quality);
}

static guint
get_volume_chars (void)
{
  return strlen ("0 000 000");
}

static void
draw_volume (CapacityColumnRow         row,
             cairo_t                  *cr,
             const CapacityChartStyle *style,
             int                       width)
{
  capacity_sparkline_draw_series (cr, style, row.service->demand, width, SPARKLINE_HEIGHT);
}

static void
draw_regular_use (CapacityColumnRow         row,
                  cairo_t                  *cr,
                  const CapacityChartStyle *style,
                  int                       width)
{
  capacity_columns_draw_use (cr, style, &row.service->modes[CAPACITY_MODE_REGULAR], width);
}

static void
draw_peak_use (CapacityColumnRow         row,
               cairo_t                  *cr,
               const CapacityChartStyle *style,
               int                       width)
{
  capacity_columns_draw_use (cr, style, &row.service->modes[CAPACITY_MODE_PEAK], width);
}

static void
draw_regular (CapacityColumnRow         row,
              cairo_t                  *cr,
              const CapacityChartStyle *style,
              int                       width)
{
  capacity_columns_draw_verdict (cr, style, row.service->modes[CAPACITY_MODE_REGULAR].verdict);
}

static void
draw_peak (CapacityColumnRow         row,
           cairo_t                  *cr,
           const CapacityChartStyle *style,
           int                       width)
{
  capacity_columns_draw_verdict (cr, style, row.service->modes[CAPACITY_MODE_PEAK].verdict);
}

static void
draw_long_term (CapacityColumnRow         row,
                cairo_t                  *cr,
                const CapacityChartStyle *style,
                int                       width)
{
  capacity_columns_draw_verdict (cr, style, row.service->modes[CAPACITY_MODE_LONG_TERM].verdict);
}

static const Column columns[] = {
  { { "name", N_("Service"), 220, .text = name_text }, CAPACITY_SERVICE_ORDER_NAME },
  { { "code", N_("Code"), 90, .text = code_text }, CAPACITY_SERVICE_ORDER_CODE },
  { { "regular", N_("Regular"), 0, CAPACITY_COLUMNS_VERDICT,
      .text = regular_text, .draw = draw_regular }, CAPACITY_SERVICE_ORDER_REGULAR },
  { { "peak", N_("Peak"), 0, CAPACITY_COLUMNS_VERDICT,
      .text = peak_text, .draw = draw_peak }, CAPACITY_SERVICE_ORDER_PEAK },
  { { "long-term", N_("Long Term"), 0, CAPACITY_COLUMNS_VERDICT,
      .text = long_term_text, .draw = draw_long_term }, CAPACITY_SERVICE_ORDER_LONG_TERM },
  { { "exhaustion", N_("Runs Short"), 200,
      .text = exhaustion_text }, CAPACITY_SERVICE_ORDER_EXHAUSTION },
  { { "earliest", N_("Earliest"), 150, .text = earliest_text }, CAPACITY_SERVICE_ORDER_EARLIEST },
  { { "latest", N_("Latest"), 150, .text = latest_text }, CAPACITY_SERVICE_ORDER_LATEST },
  { { "decide-by", N_("Decide By"), 120, .text = decide_text }, CAPACITY_SERVICE_ORDER_DECIDE_BY },
  { { "volume", N_("Last 12 Months"), 0, get_volume_chars, TRUE, { SPARKLINE_WIDTH, 0, SPARKLINE_HEIGHT },
      .text = volume_text, .value = volume_value, .draw = draw_volume }, CAPACITY_SERVICE_ORDER_VOLUME },
  { { "trend", N_("Trend"), 170, .text = trend_text }, CAPACITY_SERVICE_ORDER_TREND },
  { { "regular-use", N_("Regular Use"), 0, CAPACITY_COLUMNS_USE,
      .text = regular_use_text, .value = regular_use_value, .draw = draw_regular_use },
    CAPACITY_SERVICE_ORDER_REGULAR_USE },
  { { "peak-use", N_("Peak Use"), 0, CAPACITY_COLUMNS_USE,
      .text = peak_use_text, .value = peak_use_value, .draw = draw_peak_use },
    CAPACITY_SERVICE_ORDER_PEAK_USE },
  { { "queue", N_("Queue"), 200, .text = queue_text }, CAPACITY_SERVICE_ORDER_QUEUE },
  { { "owner", N_("Owner"), 150, .text = owner_text }, CAPACITY_SERVICE_ORDER_OWNER },
  { { "department", N_("Unit of the Institution"), 150,
      .text = department_text }, CAPACITY_SERVICE_ORDER_DEPARTMENT },
  { { "phase", N_("Life-Cycle Phase"), 130, .text = phase_text }, CAPACITY_SERVICE_ORDER_PHASE },
  { { "quality", N_("Data"), 220, .text = quality_text }, CAPACITY_SERVICE_ORDER_QUALITY },
};

static const CapacityColumn *
get_column (guint index)
{
  return &columns[index].base;
}

static int
compare_items (guint         index,
               CapacityItem *a,
               CapacityItem *b)
{
  return capacity_service_order_compare (columns[index].order, CAPACITY_SERVICE_ITEM (a), CAPACITY_SERVICE_ITEM (b));
}

const CapacityColumns capacity_service_columns = {
  G_N_ELEMENTS (columns), get_column, compare_items,
};
