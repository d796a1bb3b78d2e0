/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-card.h"

#include <glib/gi18n.h>

#include "capacity-chart-export.h"
#include "capacity-chart-grid.h"
#include "capacity-chart-table.h"
#include "capacity-chart-view.h"
#include "capacity-feedback.h"
#include "capacity-grid-export.h"
#include "capacity-late-menu.h"
#include "capacity-save.h"
#include "capacity-why-button.h"

/* The pictures that can be saved of a chart. */
typedef enum
{
  FORMAT_SVG,
  FORMAT_PNG,
  FORMAT_LARGE_PNG,
} CapacityChartFormat;

static const struct
{
  const char *name; /* target of the action */
  const char *suffix;
} formats[] = {
  [FORMAT_SVG] = { "svg", "svg" },
  [FORMAT_PNG] = { "png", "png" },
  [FORMAT_LARGE_PNG] = { "large-png", "png" },
};

/* A chart with its title, the sentence that says it, the same numbers as a table, ways to save and copy
 * both, and "Why?" where it rests on figures. It is empty, and costs next to nothing, until it is given a chart. */
struct _CapacityChartCard
{
  AdwBin              parent_instance;

  GtkLabel           *title;
  GtkLabel           *summary;
  CapacityWhyButton  *why;
  AdwToggleGroup     *forms;
  GtkStack           *stack;
  GtkScrolledWindow  *table;
  CapacityChartView  *view;
  GtkMenuButton      *menu_button;
  GMenu              *menu;

  CapacityChart      *chart;
  GCancellable       *cancellable;
  CapacityChartFormat format; /* asked for last */
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
content_of (CapacityChart       *chart,
            CapacityChartFormat  format)
{
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_PRINT);
  switch (format)
    {
    case FORMAT_SVG:
      return capacity_chart_to_svg (chart, &style, SAVED_WIDTH, SAVED_HEIGHT);
    case FORMAT_PNG:
      return capacity_chart_to_png (chart, &style, SAVED_WIDTH, SAVED_HEIGHT, 1);
    case FORMAT_LARGE_PNG:
      return capacity_chart_to_png (chart, &style, SAVED_WIDTH, SAVED_HEIGHT, SAVED_SCALE);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityChartCard) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL || self->chart == NULL)
    return;

  bytes = content_of (self->chart, self->format);
  if (bytes == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, "The file could not be made");
  else if (capacity_save (file, bytes, self->cancellable, &error))
    capacity_feedback_saved (GTK_WIDGET (self), file);
  if (error != NULL)
    capacity_feedback_error (GTK_WIDGET (self), _("The Chart Could Not Be Saved"), error);
}

/* The action is called with what to save. */
static void
save_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapacityChartCard *self = CAPACITY_CHART_CARD (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  const char *wanted = g_variant_get_string (parameter, NULL);
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_str_equal (formats[i].name, wanted))
      {
        self->format = (CapacityChartFormat) i;
        name = g_strdup_printf ("%s.%s", capacity_chart_get_title (self->chart), formats[i].suffix);
      }
  g_return_if_fail (name != NULL);

  gtk_file_dialog_set_title (dialog, _("Save Chart"));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), self->cancellable, chosen_cb,
                        g_object_ref (self));
}

/* The action is called with the form of the file. */
static void
save_table_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  capacity_grid_save (widget, capacity_chart_grid_new (CAPACITY_CHART_CARD (widget)->chart),
                      g_variant_get_string (parameter, NULL));
}

/* The picture for documents, its words for those that take SVG, and its numbers for spreadsheets. */
static void
copy_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  CapacityChartCard *self = CAPACITY_CHART_CARD (widget);
  g_autoptr (GBytes) png = content_of (self->chart, FORMAT_LARGE_PNG);
  g_autoptr (GBytes) svg = content_of (self->chart, FORMAT_SVG);
  g_autoptr (GdkTexture) texture = png != NULL ? gdk_texture_new_from_bytes (png, NULL) : NULL;
  g_autoptr (CapacityGrid) grid = capacity_chart_grid_new (self->chart);
  g_autofree char *text = capacity_grid_to_text (grid);
  GdkContentProvider *providers[3];
  g_autoptr (GdkContentProvider) all = NULL;
  guint n = 0;

  if (texture != NULL)
    providers[n++] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  providers[n++] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = gdk_content_provider_new_union (providers, n);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  capacity_feedback_done (widget, _("Chart copied"));
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

/* A page may have several charts. */
static void
name_menu (CapacityChartCard *self)
{
  /* Translators: %s is the title of a chart */
  g_autofree char *name = g_strdup_printf (_("Save Chart “%s”"), capacity_chart_get_title (self->chart));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
build (CapacityChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  capacity_late_menu_attach (self->menu_button, G_MENU_MODEL (self->menu));
  g_signal_connect_swapped (self->stack, "notify::visible-child-name", G_CALLBACK (fill_table_cb), self);
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
  g_type_ensure (CAPACITY_TYPE_WHY_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/widgets/capacity-chart-card.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, summary);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, why);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, forms);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, table);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, menu);
  gtk_widget_class_bind_template_child (widget_class, CapacityChartCard, menu_button);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_cb);
  gtk_widget_class_install_action (widget_class, "chart.save-table", "s", save_table_cb);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "chart.switch-form", NULL, switch_form_cb);
  gtk_widget_class_install_action (widget_class, "chart.read-summary", NULL, read_summary_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_NO_MODIFIER_MASK, "chart.switch-form", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_NO_MODIFIER_MASK, "chart.read-summary", NULL);
}

static void
capacity_chart_card_init (CapacityChartCard *self)
{
  self->cancellable = g_cancellable_new ();
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

  if (self->chart == NULL)
    build (self);
  g_clear_pointer (&self->chart, capacity_chart_unref);
  self->chart = capacity_chart_ref (chart);
  gtk_label_set_label (self->title, capacity_chart_get_title (chart));
  gtk_label_set_label (self->summary, capacity_chart_get_summary (chart));
  capacity_chart_view_set_chart (self->view, chart);
  name_menu (self);
  fill_table_cb (self);
}

/**
 * capacity_chart_card_set_why:
 * @figures: (array length=n_figures): what the chart rests on
 * @n_figures: their number
 * @assessment: the assessment they are from
 * @service: the part of it about the service that the chart shows
 *
 * Adds "Why?" to the chart that was set before.
 */
void
capacity_chart_card_set_why (CapacityChartCard               *self,
                             const CapacityFigure            *figures,
                             guint                            n_figures,
                             const CapacityAssessment        *assessment,
                             const CapacityServiceAssessment *service)
{
  g_return_if_fail (CAPACITY_IS_CHART_CARD (self));
  g_return_if_fail (self->chart != NULL);

  capacity_why_button_set_figures (self->why, figures, n_figures);
  capacity_why_button_set_service (self->why, assessment, service);
  gtk_widget_set_visible (GTK_WIDGET (self->why), TRUE);
}

/**
 * capacity_chart_card_set_resource_why:
 * @figures: (array length=n_figures): what the chart rests on
 * @n_figures: their number
 * @assessment: the assessment they are from
 * @resource: the part of it about the resource that the chart shows
 *
 * Adds "Why?" to the chart that was set before.
 */
void
capacity_chart_card_set_resource_why (CapacityChartCard                *self,
                                      const CapacityFigure             *figures,
                                      guint                             n_figures,
                                      const CapacityAssessment         *assessment,
                                      const CapacityResourceAssessment *resource)
{
  g_return_if_fail (CAPACITY_IS_CHART_CARD (self));
  g_return_if_fail (self->chart != NULL);

  capacity_why_button_set_figures (self->why, figures, n_figures);
  capacity_why_button_set_resource (self->why, assessment, resource);
  gtk_widget_set_visible (GTK_WIDGET (self->why), TRUE);
}
