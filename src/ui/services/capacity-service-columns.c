/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-columns.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-sparkline.h"
#include "capacity-utilisation-bar.h"
#include "capacity-verdict-label.h"
#include "capacity-words.h"

typedef const CapacityServiceAssessment Assessment;

typedef struct
{
  const char *id;
  const char *title;
  int         width;
  GtkWidget *(*create) (void);
  void       (*update) (GtkWidget *cell, Assessment *service);
  char      *(*text) (Assessment *service);
  int        (*compare) (Assessment *a, Assessment *b);
} Column;

static GtkWidget *
text_new (void)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

static GtkWidget *
volume_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *sparkline = capacity_sparkline_new ();
  GtkWidget *label = text_new ();

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

/* What is not known comes last, whatever it is compared with. */
static int
compare_numbers (double a,
                 double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);

  return (a > b) - (a < b);
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
  const char *first = a->service->owner;
  const char *second = b->service->owner;

  if (first == NULL || second == NULL)
    return (first == NULL) - (second == NULL);

  return g_utf8_collate (first, second);
}

static int
compare_volumes (Assessment *a,
                 Assessment *b)
{
  return compare_numbers (a->last12, b->last12);
}

static int
compare_trends (Assessment *a,
                Assessment *b)
{
  return compare_numbers (a->trend.is_certain ? a->trend.per_year : NAN,
                          b->trend.is_certain ? b->trend.per_year : NAN);
}

static int
compare_regular_use (Assessment *a,
                     Assessment *b)
{
  return compare_numbers (a->modes[CAPACITY_MODE_REGULAR].utilisation,
                          b->modes[CAPACITY_MODE_REGULAR].utilisation);
}

static int
compare_peak_use (Assessment *a,
                  Assessment *b)
{
  return compare_numbers (a->modes[CAPACITY_MODE_PEAK].utilisation, b->modes[CAPACITY_MODE_PEAK].utilisation);
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
  return compare_numbers (a->queue.clearance_days, b->queue.clearance_days);
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
  return compare_numbers (exhaustion_key (a), exhaustion_key (b));
}

static const Column columns[] = {
  { "name", N_("Service"), 220, text_new, NULL, name_text, compare_names },
  { "regular", N_("Regular"), 0, verdict_new, update_regular, regular_text, compare_regular },
  { "peak", N_("Peak"), 0, verdict_new, update_peak, peak_text, compare_peak },
  { "long-term", N_("Long Term"), 0, verdict_new, update_long_term, long_term_text, compare_long_term },
  { "exhaustion", N_("Runs Short"), 200, text_new, NULL, exhaustion_text, compare_exhaustions },
  { "volume", N_("Last 12 Months"), 0, volume_new, update_volume, volume_text, compare_volumes },
  { "trend", N_("Trend"), 170, text_new, NULL, trend_text, compare_trends },
  { "regular-use", N_("Regular Use"), 0, capacity_utilisation_bar_new, update_regular_use, regular_use_text,
    compare_regular_use },
  { "peak-use", N_("Peak Use"), 0, capacity_utilisation_bar_new, update_peak_use, peak_use_text,
   compare_peak_use },
  { "queue", N_("Queue"), 200, text_new, NULL, queue_text, compare_queues },
  { "owner", N_("Owner"), 150, text_new, NULL, owner_text, compare_owners },
};

static void
update_cell (const Column        *column,
             GtkWidget           *cell,
             CapacityServiceItem *item)
{
  Assessment *service = capacity_service_item_get_assessment (item);

  if (column->update != NULL)
    {
      column->update (cell, service);
    }
  else
    {
      g_autofree char *text = column->text (service);

      gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
      gtk_widget_set_tooltip_text (cell, text);
    }
}

static void
item_changed_cb (CapacityServiceItem *item,
                 GParamSpec          *pspec,
                 GtkListItem         *list_item)
{
  const Column *column = g_object_get_data (G_OBJECT (list_item), "capacity-column");

  update_cell (column, gtk_list_item_get_child (list_item), item);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          const Column       *column)
{
  GtkWidget *cell = column->create ();

  if (column->width > 0)
    gtk_widget_set_size_request (cell, column->width, -1);
  gtk_list_item_set_child (list_item, cell);
  g_object_set_data (G_OBJECT (list_item), "capacity-column", (gpointer) column);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         const Column       *column)
{
  CapacityServiceItem *item = gtk_list_item_get_item (list_item);

  update_cell (column, gtk_list_item_get_child (list_item), item);
  g_signal_connect (item, "notify::assessment", G_CALLBACK (item_changed_cb), list_item);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           const Column       *column)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_changed_cb, list_item);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Column *column = user_data;

  return column->compare (capacity_service_item_get_assessment ((CapacityServiceItem *) a),
                          capacity_service_item_get_assessment ((CapacityServiceItem *) b));
}

static GtkColumnViewColumn *
column_new (const Column *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;
  GtkColumnViewColumn *result = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), (gpointer) column);

  result = gtk_column_view_column_new (_(column->title), factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) column, NULL));
  gtk_column_view_column_set_id (result, column->id);
  gtk_column_view_column_set_sorter (result, sorter);
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_expand (result, column == columns);

  return result;
}

/**
 * capacity_service_columns_append:
 * @view: a view of #CapacityServiceItem
 *
 * Gives @view all columns.
 */
void
capacity_service_columns_append (GtkColumnView *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = column_new (&columns[i]);

      gtk_column_view_append_column (view, column);
    }
}

/**
 * capacity_service_columns_headings:
 *
 * Returns: (transfer full): the titles of the columns, separated by tabs
 */
char *
capacity_service_columns_headings (void)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", _(columns[i].title));

  return g_string_free_and_steal (text);
}

/**
 * capacity_service_columns_row_text:
 * @item: a service
 *
 * Returns: (transfer full): what the columns say of @item, separated by tabs
 */
char *
capacity_service_columns_row_text (CapacityServiceItem *item)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (CAPACITY_IS_SERVICE_ITEM (item), NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *cell = columns[i].text (capacity_service_item_get_assessment (item));

      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", g_strdelimit (cell, "\t\n", ' '));
    }

  return g_string_free_and_steal (text);
}
