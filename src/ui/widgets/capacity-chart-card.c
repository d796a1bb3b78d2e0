/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-card.h"

#include <glib/gi18n.h>

#include "capacity-chart-export.h"
#include "capacity-chart-table.h"
#include "capacity-chart-view.h"
#include "capacity-feedback.h"

/* A chart with its title, the sentence that says it, the same numbers as a table, and a way to save the
 * picture. */
struct _CapacityChartCard
{
  AdwBin              parent_instance;

  GtkLabel           *title;
  GtkLabel           *summary;
  AdwToggleGroup     *forms;
  GtkStack           *stack;
  GtkScrolledWindow  *table;
  CapacityChartView  *view;

  CapacityChart      *chart;
  GCancellable       *cancellable;
};

/* The size of a saved picture, in the units of the style; it suits half a page of a document. */
#define SAVED_WIDTH 800
#define SAVED_HEIGHT 400
#define SAVED_SCALE 2

G_DEFINE_FINAL_TYPE (CapacityChartCard, capacity_chart_card, ADW_TYPE_BIN)

static void
fill_table_cb (CapacityChartCard *self)
{
  if (self->chart != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "table") == 0)
    gtk_scrolled_window_set_child (self->table, capacity_chart_table_new (self->chart));
}

static GBytes *
picture_of (CapacityChart *chart,
            GFile         *file)
{
  g_autofree char *name = g_file_get_basename (file);
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_PRINT);

  if (g_str_has_suffix (name, ".png"))
    return capacity_chart_to_png (chart, &style, SAVED_WIDTH, SAVED_HEIGHT, SAVED_SCALE);
  else
    return capacity_chart_to_svg (chart, &style, SAVED_WIDTH, SAVED_HEIGHT);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (CapacityChartCard) self = user_data;
  g_autoptr (GError) error = NULL;

  if (g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    capacity_feedback_saved (GTK_WIDGET (self), G_FILE (source));
  else
    capacity_feedback_error (GTK_WIDGET (self), _("The Picture Could Not Be Saved"), error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityChartCard) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (file == NULL || self->chart == NULL)
    return;

  bytes = picture_of (self->chart, file);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, self->cancellable,
                                       saved_cb,
                                       g_object_ref (self));
}

static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapacityChartCard *self = CAPACITY_CHART_CARD (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *suffix = g_str_has_suffix (action_name, "png") ? "png" : "svg";
  g_autofree char *name = g_strdup_printf ("%s.%s", capacity_chart_get_title (self->chart), suffix);

  gtk_file_dialog_set_title (dialog, _("Save Chart"));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), self->cancellable, chosen_cb,
                        g_object_ref (self));
}

/* A table has no rows to focus before it has its size. */
static gboolean
focus_table_cb (gpointer user_data)
{
  CapacityChartCard *self = user_data;
  GtkWidget *table = self->table != NULL ? gtk_scrolled_window_get_child (self->table) : NULL;

  if (table != NULL && gtk_widget_get_mapped (table))
    gtk_widget_grab_focus (table);

  return G_SOURCE_REMOVE;
}

/* The other form, and the focus on it. */
static void
switch_form_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapacityChartCard *self = CAPACITY_CHART_CARD (widget);
  gboolean is_table = g_strcmp0 (adw_toggle_group_get_active_name (self->forms), "table") == 0;

  adw_toggle_group_set_active_name (self->forms, is_table ? "chart" : "table");
  if (is_table)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  else
    g_idle_add_full (G_PRIORITY_LOW, focus_table_cb, g_object_ref (self), g_object_unref);
}

static void
read_summary_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  CapacityChartCard *self = CAPACITY_CHART_CARD (widget);

  gtk_accessible_announce (GTK_ACCESSIBLE (self->view), gtk_label_get_label (self->summary),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
capacity_chart_card_dispose (GObject *object)
{
  CapacityChartCard *self = CAPACITY_CHART_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->chart, capacity_chart_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_CHART_CARD);

  G_OBJECT_CLASS (capacity_chart_card_parent_class)->dispose (object);
}

static void
capacity_chart_card_class_init (CapacityChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_chart_card_dispose;

  g_type_ensure (CAPACITY_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/widgets/capacity-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, summary);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, forms);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, view);
  gtk_widget_class_install_action (widget_class, "chart.save-svg", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "chart.save-png", NULL, save_cb);
  gtk_widget_class_install_action (widget_class, "chart.switch-form", NULL, switch_form_cb);
  gtk_widget_class_install_action (widget_class, "chart.read-summary", NULL, read_summary_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_NO_MODIFIER_MASK, "chart.switch-form", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_NO_MODIFIER_MASK, "chart.read-summary", NULL);
}

static void
capacity_chart_card_init (CapacityChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cancellable = g_cancellable_new ();
  g_signal_connect_swapped (self->stack, "notify::visible-child-name", G_CALLBACK (fill_table_cb), self);
}

/**
 * capacity_chart_card_set_chart:
 * @chart: what to show
 *
 * Shows another chart, in the form that was chosen last.
 */
void
capacity_chart_card_set_chart (CapacityChartCard *self,
                               CapacityChart     *chart)
{
  g_return_if_fail (CAPACITY_IS_CHART_CARD (self));
  g_return_if_fail (chart != NULL);

  if (self->chart == chart)
    return;

  g_clear_pointer (&self->chart, capacity_chart_unref);
  self->chart = capacity_chart_ref (chart);
  gtk_label_set_label (self->title, capacity_chart_get_title (chart));
  gtk_label_set_label (self->summary, capacity_chart_get_summary (chart));
  capacity_chart_view_set_chart (self->view, chart);
  fill_table_cb (self);
}
