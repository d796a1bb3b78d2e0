/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-columns.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-columns.h"
#include "capacity-format.h"
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
  int          (*compare) (Assessment *a, Assessment *b);
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
  return capacity_format_count (service->last12);
}

static char *
trend_text (Assessment *service)
{
  return capacity_words_trend (&service->trend);
}

static char *
regular_use_text (Assessment *service)
{
  return capacity_format_percent (service->modes[CAPACITY_MODE_REGULAR].utilisation);
}

static char *
peak_use_text (Assessment *service)
{
  return capacity_format_percent (service->modes[CAPACITY_MODE_PEAK].utilisation);
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

static int
compare_names (Assessment *a,
               Assessment *b)
{
  return g_utf8_collate (a->service->name, b->service->name);
}

static int
compare_owners (Assessment *a,
                Assessment *b)
{
  return capacity_columns_compare_texts (a->service->owner, b->service->owner);
}

static int
compare_volumes (Assessment *a,
                 Assessment *b)
{
  return capacity_columns_compare_numbers (a->last12, b->last12);
}

static int
compare_trends (Assessment *a,
                Assessment *b)
{
  return capacity_columns_compare_numbers (a->trend.is_certain ? a->trend.per_year : NAN,
                          b->trend.is_certain ? b->trend.per_year : NAN);
}

static int
compare_regular_use (Assessment *a,
                     Assessment *b)
{
  return capacity_columns_compare_numbers (a->modes[CAPACITY_MODE_REGULAR].utilisation,
                          b->modes[CAPACITY_MODE_REGULAR].utilisation);
}

static int
compare_peak_use (Assessment *a,
                  Assessment *b)
{
  return capacity_columns_compare_numbers (a->modes[CAPACITY_MODE_PEAK].utilisation, b->modes[CAPACITY_MODE_PEAK].utilisation);
}

/* The worst first, as a person who sorts by it wants to see. */
static int
compare_verdicts (Assessment   *a,
                  Assessment   *b,
                  CapacityMode  mode)
{
  return (int) b->modes[mode].verdict - (int) a->modes[mode].verdict;
}

static int
compare_regular (Assessment *a,
                 Assessment *b)
{
  return compare_verdicts (a, b, CAPACITY_MODE_REGULAR);
}

static int
compare_peak (Assessment *a,
              Assessment *b)
{
  return compare_verdicts (a, b, CAPACITY_MODE_PEAK);
}

static int
compare_long_term (Assessment *a,
                   Assessment *b)
{
  return compare_verdicts (a, b, CAPACITY_MODE_LONG_TERM);
}

static int
compare_queues (Assessment *a,
                Assessment *b)
{
  return capacity_columns_compare_numbers (a->queue.clearance_days, b->queue.clearance_days);
}

static double
exhaustion_key (Assessment *service)
{
  const CapacityExhaustion *exhaustion = &service->exhaustion;

  switch (exhaustion->state)
    {
    case CAPACITY_EXHAUSTION_ALREADY:
      return 0;
    case CAPACITY_EXHAUSTION_WITHIN:
      return exhaustion->likely != 0 ? exhaustion->likely : exhaustion->earliest + 0.5;
    case CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON:
      return exhaustion->horizon_end + 1;
    case CAPACITY_EXHAUSTION_UNKNOWN:
    default:
      return NAN;
    }
}

static int
compare_exhaustions (Assessment *a,
                     Assessment *b)
{
  return capacity_columns_compare_numbers (exhaustion_key (a), exhaustion_key (b));
}

static const Column columns[] = {
  { { "name", N_("Service"), 220, capacity_columns_text_new }, NULL, name_text, compare_names },
  { { "regular", N_("Regular"), 0, verdict_new }, update_regular, regular_text, compare_regular },
  { { "peak", N_("Peak"), 0, verdict_new }, update_peak, peak_text, compare_peak },
  { { "long-term", N_("Long Term"), 0, verdict_new }, update_long_term, long_term_text, compare_long_term },
  { { "exhaustion", N_("Runs Short"), 200, capacity_columns_text_new }, NULL, exhaustion_text, compare_exhaustions },
  { { "volume", N_("Last 12 Months"), 0, volume_new }, update_volume, volume_text, compare_volumes },
  { { "trend", N_("Trend"), 170, capacity_columns_text_new }, NULL, trend_text, compare_trends },
  { { "regular-use", N_("Regular Use"), 0, capacity_utilisation_bar_new }, update_regular_use, regular_use_text,
    compare_regular_use },
  { { "peak-use", N_("Peak Use"), 0, capacity_utilisation_bar_new }, update_peak_use, peak_use_text,
   compare_peak_use },
  { { "queue", N_("Queue"), 200, capacity_columns_text_new }, NULL, queue_text, compare_queues },
  { { "owner", N_("Owner"), 150, capacity_columns_text_new }, NULL, owner_text, compare_owners },
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

static int
compare_items (guint         index,
               CapacityItem *a,
               CapacityItem *b)
{
  return columns[index].compare (capacity_item_get_assessment (a), capacity_item_get_assessment (b));
}

const CapacityColumns capacity_service_columns = {
  G_N_ELEMENTS (columns), get_column, update_cell, dup_text, compare_items,
};
