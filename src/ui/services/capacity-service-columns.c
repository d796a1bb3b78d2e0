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

typedef const CapacityServiceAssessment Assessment;

typedef struct
{
  CapacityColumn base;
  char        *(*text) (Assessment *service);
  CapacityServiceOrder order;
  double       (*value) (Assessment *service); /* NULL where the text is no number */
  void         (*draw) (cairo_t *cr, const CapacityChartStyle *style, Assessment *service, int width);
} Column;

#define SPARKLINE_WIDTH 56
#define SPARKLINE_HEIGHT 18

static double
volume_value (Assessment *service)
{
  return service->last12;
}

static double
regular_use_value (Assessment *service)
{
  return service->modes[CAPACITY_MODE_REGULAR].utilisation;
}

static double
peak_use_value (Assessment *service)
{
  return service->modes[CAPACITY_MODE_PEAK].utilisation;
}

static char *
name_text (Assessment *service)
{
  return g_strdup (service->service->name);
}

static char *
owner_text (Assessment *service)
{
  return g_strdup (service->service->owner != NULL ? service->service->owner : "–");
}

static char *
volume_text (Assessment *service)
{
  return capacity_format_count (volume_value (service));
}

static char *
trend_text (Assessment *service)
{
  return capacity_words_trend (&service->trend);
}

static char *
regular_use_text (Assessment *service)
{
  return capacity_format_percent (regular_use_value (service));
}

static char *
peak_use_text (Assessment *service)
{
  return capacity_format_percent (peak_use_value (service));
}

static char *
regular_text (Assessment *service)
{
  return g_strdup (capacity_words_verdict (service->modes[CAPACITY_MODE_REGULAR].verdict));
}

static char *
peak_text (Assessment *service)
{
  return g_strdup (capacity_words_verdict (service->modes[CAPACITY_MODE_PEAK].verdict));
}

static char *
long_term_text (Assessment *service)
{
  return g_strdup (capacity_words_verdict (service->modes[CAPACITY_MODE_LONG_TERM].verdict));
}

static char *
queue_text (Assessment *service)
{
  if (!service->queue.is_known)
    return g_strdup ("–");

  return capacity_words_queue (&service->queue);
}

static char *
exhaustion_text (Assessment *service)
{
  return capacity_words_exhaustion (&service->exhaustion);
}

static char *
code_text (Assessment *service)
{
  return g_strdup (service->service->code != NULL ? service->service->code : "–");
}

static char *
department_text (Assessment *service)
{
  return g_strdup (service->service->department != NULL ? service->service->department : "–");
}

static char *
phase_text (Assessment *service)
{
  return g_strdup (capacity_words_phase (service->service->phase));
}

static char *
month_text (Assessment *service,
            int         month)
{
  if (service->exhaustion.state != CAPACITY_EXHAUSTION_WITHIN || month == 0)
    return g_strdup ("–");

  return capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

static char *
earliest_text (Assessment *service)
{
  return month_text (service, service->exhaustion.earliest);
}

static char *
latest_text (Assessment *service)
{
  return month_text (service, service->exhaustion.latest);
}

static char *
decide_text (Assessment *service)
{
  if (service->exhaustion.decide_by == CAPACITY_DATE_NONE)
    return g_strdup ("–");

  return capacity_format_date (service->exhaustion.decide_by);
}

static char *
quality_text (Assessment *service)
{
  return capacity_words_quality (&service->quality);
}

static guint
get_volume_chars (void)
{
  return strlen ("0 000 000");
}

static void
draw_volume (cairo_t                  *cr,
             const CapacityChartStyle *style,
             Assessment               *service,
             int                       width)
{
  capacity_sparkline_draw_series (cr, style, service->demand, width, SPARKLINE_HEIGHT);
}

static void
draw_regular_use (cairo_t                  *cr,
                  const CapacityChartStyle *style,
                  Assessment               *service,
                  int                       width)
{
  capacity_columns_draw_use (cr, style, &service->modes[CAPACITY_MODE_REGULAR], width);
}

static void
draw_peak_use (cairo_t                  *cr,
               const CapacityChartStyle *style,
               Assessment               *service,
               int                       width)
{
  capacity_columns_draw_use (cr, style, &service->modes[CAPACITY_MODE_PEAK], width);
}

static void
draw_regular (cairo_t                  *cr,
              const CapacityChartStyle *style,
              Assessment               *service,
              int                       width)
{
  capacity_columns_draw_verdict (cr, style, service->modes[CAPACITY_MODE_REGULAR].verdict);
}

static void
draw_peak (cairo_t                  *cr,
           const CapacityChartStyle *style,
           Assessment               *service,
           int                       width)
{
  capacity_columns_draw_verdict (cr, style, service->modes[CAPACITY_MODE_PEAK].verdict);
}

static void
draw_long_term (cairo_t                  *cr,
                const CapacityChartStyle *style,
                Assessment               *service,
                int                       width)
{
  capacity_columns_draw_verdict (cr, style, service->modes[CAPACITY_MODE_LONG_TERM].verdict);
}

static const Column columns[] = {
  { { "name", N_("Service"), 220 }, name_text, CAPACITY_SERVICE_ORDER_NAME },
  { { "code", N_("Code"), 90 }, code_text, CAPACITY_SERVICE_ORDER_CODE },
  { { "regular", N_("Regular"), 0, CAPACITY_COLUMNS_VERDICT }, regular_text, CAPACITY_SERVICE_ORDER_REGULAR,
    .draw = draw_regular },
  { { "peak", N_("Peak"), 0, CAPACITY_COLUMNS_VERDICT }, peak_text, CAPACITY_SERVICE_ORDER_PEAK,
    .draw = draw_peak },
  { { "long-term", N_("Long Term"), 0, CAPACITY_COLUMNS_VERDICT }, long_term_text, CAPACITY_SERVICE_ORDER_LONG_TERM,
    .draw = draw_long_term },
  { { "exhaustion", N_("Runs Short"), 200 }, exhaustion_text, CAPACITY_SERVICE_ORDER_EXHAUSTION },
  { { "earliest", N_("Earliest"), 150 }, earliest_text, CAPACITY_SERVICE_ORDER_EARLIEST },
  { { "latest", N_("Latest"), 150 }, latest_text, CAPACITY_SERVICE_ORDER_LATEST },
  { { "decide-by", N_("Decide By"), 120 }, decide_text, CAPACITY_SERVICE_ORDER_DECIDE_BY },
  { { "volume", N_("Last 12 Months"), 0, get_volume_chars, TRUE, { SPARKLINE_WIDTH, 0, SPARKLINE_HEIGHT } },
    volume_text, CAPACITY_SERVICE_ORDER_VOLUME, volume_value, draw_volume },
  { { "trend", N_("Trend"), 170 }, trend_text, CAPACITY_SERVICE_ORDER_TREND },
  { { "regular-use", N_("Regular Use"), 0, CAPACITY_COLUMNS_USE }, regular_use_text,
    CAPACITY_SERVICE_ORDER_REGULAR_USE, regular_use_value, draw_regular_use },
  { { "peak-use", N_("Peak Use"), 0, CAPACITY_COLUMNS_USE }, peak_use_text, CAPACITY_SERVICE_ORDER_PEAK_USE,
    peak_use_value, draw_peak_use },
  { { "queue", N_("Queue"), 200 }, queue_text, CAPACITY_SERVICE_ORDER_QUEUE },
  { { "owner", N_("Owner"), 150 }, owner_text, CAPACITY_SERVICE_ORDER_OWNER },
  { { "department", N_("Unit of the Institution"), 150 }, department_text, CAPACITY_SERVICE_ORDER_DEPARTMENT },
  { { "phase", N_("Life-Cycle Phase"), 130 }, phase_text, CAPACITY_SERVICE_ORDER_PHASE },
  { { "quality", N_("Data"), 220 }, quality_text, CAPACITY_SERVICE_ORDER_QUALITY },
};

static const CapacityColumn *
get_column (guint index)
{
  return &columns[index].base;
}

static void
draw (guint                     index,
      cairo_t                  *cr,
      const CapacityChartStyle *style,
      CapacityItem             *item,
      int                       width)
{
  columns[index].draw (cr, style, capacity_item_get_assessment (item), width);
}

static char *
dup_text (guint         index,
          CapacityItem *item)
{
  return columns[index].text (capacity_item_get_assessment (item));
}

static gboolean
get_value (guint         index,
           CapacityItem *item,
           double       *value)
{
  if (columns[index].value != NULL)
    *value = columns[index].value (capacity_item_get_assessment (item));

  return columns[index].value != NULL;
}

static int
compare_items (guint         index,
               CapacityItem *a,
               CapacityItem *b)
{
  return capacity_service_order_compare (columns[index].order, CAPACITY_SERVICE_ITEM (a), CAPACITY_SERVICE_ITEM (b));
}

const CapacityColumns capacity_service_columns = {
  G_N_ELEMENTS (columns), get_column, draw, dup_text, get_value, compare_items,
};
