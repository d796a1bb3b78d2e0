/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-columns.h"

#include <glib/gi18n.h>

#include "capacity-columns.h"
#include "capacity-format.h"
#include "capacity-register-words.h"
#include "capacity-service-order.h"
#include "capacity-sparkline.h"
#include "capacity-utilisation-bar.h"
#include "capacity-verdict-label.h"
#include "capacity-words.h"

typedef const CapacityServiceAssessment Assessment;

typedef struct
{
  CapacityColumn base;
  void         (*update) (GtkWidget *cell, Assessment *service);
  char        *(*text) (Assessment *service);
  CapacityServiceOrder order;
  double       (*value) (Assessment *service); /* NULL where the text is no number */
} Column;

static GtkWidget *
volume_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sparkline = capacity_sparkline_new ();
  GtkWidget *label = capacity_columns_text_new ();

  gtk_inscription_set_xalign (GTK_INSCRIPTION (label), 1);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (label), 7);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_valign (sparkline, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), sparkline);
  gtk_box_append (GTK_BOX (box), label);

  return box;
}

static GtkWidget *
verdict_new (void)
{
  GtkWidget *cell = capacity_verdict_label_new (CAPACITY_VERDICT_UNKNOWN);

  capacity_verdict_label_align (CAPACITY_VERDICT_LABEL (cell));

  return cell;
}

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

static void
update_volume (GtkWidget  *cell,
               Assessment *service)
{
  g_autofree char *text = volume_text (service);

  capacity_sparkline_set_series (CAPACITY_SPARKLINE (gtk_widget_get_first_child (cell)), service->demand);
  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_widget_get_last_child (cell)), text);
}

static void
update_regular_use (GtkWidget  *cell,
                    Assessment *service)
{
  capacity_utilisation_bar_set_mode (CAPACITY_UTILISATION_BAR (cell), &service->modes[CAPACITY_MODE_REGULAR]);
}

static void
update_peak_use (GtkWidget  *cell,
                 Assessment *service)
{
  capacity_utilisation_bar_set_mode (CAPACITY_UTILISATION_BAR (cell), &service->modes[CAPACITY_MODE_PEAK]);
}

static void
update_regular (GtkWidget  *cell,
                Assessment *service)
{
  capacity_verdict_label_set_verdict (CAPACITY_VERDICT_LABEL (cell),
                                      service->modes[CAPACITY_MODE_REGULAR].verdict);
}

static void
update_peak (GtkWidget  *cell,
             Assessment *service)
{
  capacity_verdict_label_set_verdict (CAPACITY_VERDICT_LABEL (cell),
                                      service->modes[CAPACITY_MODE_PEAK].verdict);
}

static void
update_long_term (GtkWidget  *cell,
                  Assessment *service)
{
  capacity_verdict_label_set_verdict (CAPACITY_VERDICT_LABEL (cell),
                                      service->modes[CAPACITY_MODE_LONG_TERM].verdict);
}

static const Column columns[] = {
  { { "name", N_("Service"), 220, capacity_columns_text_new }, NULL, name_text, CAPACITY_SERVICE_ORDER_NAME },
  { { "code", N_("Code"), 90, capacity_columns_text_new }, NULL, code_text, CAPACITY_SERVICE_ORDER_CODE },
  { { "regular", N_("Regular"), 0, verdict_new }, update_regular, regular_text, CAPACITY_SERVICE_ORDER_REGULAR },
  { { "peak", N_("Peak"), 0, verdict_new }, update_peak, peak_text, CAPACITY_SERVICE_ORDER_PEAK },
  { { "long-term", N_("Long Term"), 0, verdict_new }, update_long_term, long_term_text,
    CAPACITY_SERVICE_ORDER_LONG_TERM },
  { { "exhaustion", N_("Runs Short"), 200, capacity_columns_text_new }, NULL, exhaustion_text,
    CAPACITY_SERVICE_ORDER_EXHAUSTION },
  { { "earliest", N_("Earliest"), 150, capacity_columns_text_new }, NULL, earliest_text,
    CAPACITY_SERVICE_ORDER_EARLIEST },
  { { "latest", N_("Latest"), 150, capacity_columns_text_new }, NULL, latest_text, CAPACITY_SERVICE_ORDER_LATEST },
  { { "decide-by", N_("Decide By"), 120, capacity_columns_text_new }, NULL, decide_text,
    CAPACITY_SERVICE_ORDER_DECIDE_BY },
  { { "volume", N_("Last 12 Months"), 0, volume_new }, update_volume, volume_text, CAPACITY_SERVICE_ORDER_VOLUME,
    volume_value },
  { { "trend", N_("Trend"), 170, capacity_columns_text_new }, NULL, trend_text, CAPACITY_SERVICE_ORDER_TREND },
  { { "regular-use", N_("Regular Use"), 0, capacity_utilisation_bar_new }, update_regular_use, regular_use_text,
    CAPACITY_SERVICE_ORDER_REGULAR_USE, regular_use_value },
  { { "peak-use", N_("Peak Use"), 0, capacity_utilisation_bar_new }, update_peak_use, peak_use_text,
    CAPACITY_SERVICE_ORDER_PEAK_USE, peak_use_value },
  { { "queue", N_("Queue"), 200, capacity_columns_text_new }, NULL, queue_text, CAPACITY_SERVICE_ORDER_QUEUE },
  { { "owner", N_("Owner"), 150, capacity_columns_text_new }, NULL, owner_text, CAPACITY_SERVICE_ORDER_OWNER },
  { { "department", N_("Unit of the Institution"), 150, capacity_columns_text_new }, NULL, department_text,
    CAPACITY_SERVICE_ORDER_DEPARTMENT },
  { { "phase", N_("Life-Cycle Phase"), 130, capacity_columns_text_new }, NULL, phase_text,
    CAPACITY_SERVICE_ORDER_PHASE },
  { { "quality", N_("Data"), 220, capacity_columns_text_new }, NULL, quality_text, CAPACITY_SERVICE_ORDER_QUALITY },
};

static const CapacityColumn *
get_column (guint index)
{
  return &columns[index].base;
}

static gboolean
update_cell (guint         index,
             GtkWidget    *cell,
             CapacityItem *item)
{
  if (columns[index].update != NULL)
    columns[index].update (cell, capacity_item_get_assessment (item));

  return columns[index].update != NULL;
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
  G_N_ELEMENTS (columns), get_column, update_cell, dup_text, get_value, compare_items,
};
