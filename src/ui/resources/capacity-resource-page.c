/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-chart-card.h"
#include "capacity-dialogs.h"
#include "capacity-explanation-words.h"
#include "capacity-format.h"
#include "capacity-limit-dialog.h"
#include "capacity-maintenance-dialog.h"
#include "capacity-limits-list.h"
#include "capacity-needs-list.h"
#include "capacity-register-words.h"
#include "capacity-report-export.h"
#include "capacity-resource-chart.h"
#include "capacity-resource-dialog.h"
#include "capacity-resource-words.h"
#include "capacity-sharing-list.h"
#include "capacity-store-words.h"
#include "capacity-use-charts.h"
#include "capacity-verdict-label.h"
#include "capacity-why-button.h"
#include "capacity-words.h"

/* One resource: is there enough of it, who needs it, and what will change. */
struct _CapacityResourcePage
{
  CapacityPage          parent_instance;

  CapacityResourceItem *item;

  CapacityVerdictLabel *verdict;
  GtkLabel             *headline;
  GtkLabel             *decide;
  GtkBox               *why_box;
  CapacityWhyButton    *why;
  CapacityChartCard    *chart;
  CapacityChartCard    *modes;
  CapacityChartCard    *hours;
  CapacityLimitsList   *limits;
  CapacityNeedsList    *needs;
  CapacitySharingList  *sharing;
  AdwPreferencesGroup  *figures;
  AdwPreferencesGroup  *history;
  GPtrArray            *figure_rows;  /* element-type AdwActionRow, in the group */
  GPtrArray            *figure_whys;  /* element-type CapacityWhyButton, in the rows */
  GPtrArray            *history_rows; /* element-type AdwActionRow, in the group */
};

/* A row of figures: the first says what it shows, all are explained. */
static const struct
{
  CapacityFigure figures[4];
  guint          n;
  const char    *title;
} figures[] = {
  { { CAPACITY_FIGURE_RESOURCE_UTILISATION }, 1, N_("Use") },
  { { CAPACITY_FIGURE_RESOURCE_LOAD }, 1, N_("What Is Needed") },
  { { CAPACITY_FIGURE_RESOURCE_CAPACITY }, 1, N_("What There Is") },
  { { CAPACITY_FIGURE_RESOURCE_GAP }, 1, N_("Short or to Spare") },
  { { CAPACITY_FIGURE_RESOURCE_SAVING }, 1, N_("Possible Saving") },
  { { CAPACITY_FIGURE_WAIT_WAITS, CAPACITY_FIGURE_WAIT_MEAN, CAPACITY_FIGURE_WAIT_IN_TIME, CAPACITY_FIGURE_WAIT_GROWTH },
    4, N_("Waiting in Line") },
  { { CAPACITY_FIGURE_WAIT_PLACES, CAPACITY_FIGURE_WAIT_NEEDED, CAPACITY_FIGURE_WAIT_POSTS }, 3, N_("Places") },
};

#define MAX_HISTORY 12

G_DEFINE_FINAL_TYPE (CapacityResourcePage, capacity_resource_page, CAPACITY_TYPE_PAGE)

static CapacityWorkspace *
get_workspace (CapacityResourcePage *self)
{
  return capacity_page_get_workspace (CAPACITY_PAGE (self));
}

static const CapacityId *
resource_id (CapacityResourcePage *self)
{
  return capacity_item_get_id (CAPACITY_ITEM (self->item));
}

static void
show_headline (CapacityResourcePage             *self,
               const CapacityAssessment         *assessment,
               const CapacityResourceAssessment *resource)
{
  g_autofree char *headline = capacity_words_resource_headline (resource);
  g_autofree char *decide = capacity_words_decide_by (&resource->exhaustion, assessment->as_of);
  g_autofree char *saving = capacity_words_resource_saving (resource);
  /* Translators: %s is such as "up to 26 000 € a year" */
  g_autofree char *excess = saving != NULL ? g_strdup_printf (_("What is not needed costs %s."), saving) : NULL;
  const char *more = excess != NULL ? excess : decide;

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), resource->resource->name);
  capacity_verdict_label_set_verdict (self->verdict, resource->verdict);
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->decide, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decide), more != NULL);
  capacity_why_button_set_resource (self->why, assessment, resource);
}

/* %NULL where nobody waits in line. */
static char *
waiting_text (CapacityFigure                    figure,
              const CapacityAssessment         *assessment,
              const CapacityResourceAssessment *resource)
{
  CapacityWaiting waiting;

  if (!capacity_waiting (resource, assessment->portfolio->calendar, &waiting))
    return NULL;

  return figure == CAPACITY_FIGURE_WAIT_PLACES ? capacity_words_places (&waiting)
                                               : capacity_words_waiting (resource->resource, &waiting);
}

static char *
figure_text (CapacityFigure                    figure,
             const CapacityAssessment         *assessment,
             const CapacityResourceAssessment *resource)
{
  g_autoptr (CapacityExplanation) explanation = NULL;

  if (figure == CAPACITY_FIGURE_RESOURCE_GAP)
    return capacity_words_resource_gap (resource);
  if (figure == CAPACITY_FIGURE_RESOURCE_SAVING)
    return capacity_words_resource_saving (resource);
  if (figure == CAPACITY_FIGURE_WAIT_WAITS || figure == CAPACITY_FIGURE_WAIT_PLACES)
    return waiting_text (figure, assessment, resource);

  explanation = capacity_explanation_new_resource (assessment, resource, figure);

  return capacity_explanation_value (explanation);
}

static void
build_figures (CapacityResourcePage *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      GtkWidget *row = adw_action_row_new ();
      GtkWidget *why = capacity_why_button_new (figures[i].figures[0], CAPACITY_MODE_REGULAR);

      capacity_why_button_set_figures (CAPACITY_WHY_BUTTON (why), figures[i].figures, figures[i].n);
      gtk_widget_add_css_class (row, "property");
      gtk_widget_set_valign (why, GTK_ALIGN_CENTER);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(figures[i].title));
      adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), why);
      adw_preferences_group_add (self->figures, row);
      g_ptr_array_add (self->figure_rows, row);
      g_ptr_array_add (self->figure_whys, why);
    }
}

static void
show_figures (CapacityResourcePage             *self,
              const CapacityAssessment         *assessment,
              const CapacityResourceAssessment *resource)
{
  if (self->figure_rows->len == 0)
    build_figures (self);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *text = figure_text (figures[i].figures[0], assessment, resource);

      adw_action_row_set_subtitle (self->figure_rows->pdata[i], text != NULL ? text : "");
      gtk_widget_set_visible (self->figure_rows->pdata[i], text != NULL);
      capacity_why_button_set_resource (self->figure_whys->pdata[i], assessment, resource);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->figures), TRUE);
}

static void
show_chart (CapacityResourcePage             *self,
            const CapacityAssessment         *assessment,
            const CapacityResourceAssessment *resource)
{
  g_autoptr (CapacityChart) chart = capacity_resource_chart_new (assessment, resource);

  capacity_chart_card_set_chart (self->chart, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), TRUE);
}

static void
show_modes (CapacityResourcePage             *self,
            const CapacityAssessment         *assessment,
            const CapacityResourceAssessment *resource)
{
  static const CapacityFigure verdict = CAPACITY_FIGURE_RESOURCE_VERDICT;
  g_autoptr (CapacityChart) chart = capacity_resource_modes_chart_new (resource);

  gtk_widget_set_visible (GTK_WIDGET (self->modes), chart != NULL);
  if (chart == NULL)
    return;
  capacity_chart_card_set_chart (self->modes, chart);
  capacity_chart_card_set_resource_why (self->modes, &verdict, 1, assessment, resource);
}

static void
show_hours (CapacityResourcePage             *self,
            const CapacityAssessment         *assessment,
            const CapacityResourceAssessment *resource)
{
  g_autoptr (CapacityChart) chart = capacity_net_hours_chart_new (assessment, resource);

  gtk_widget_set_visible (GTK_WIDGET (self->hours), chart != NULL);
  if (chart != NULL)
    capacity_chart_card_set_chart (self->hours, chart);
}

static GtkWidget *
history_row_new (const CapacityAction *action)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what = capacity_store_words_done (action);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (action->time);
  g_autofree char *day = capacity_format_date (capacity_date_from_ymd (g_date_time_get_year (time),
                                                                       g_date_time_get_month (time),
                                                                       g_date_time_get_day_of_month (time)));
  g_autofree char *clock = g_date_time_format (time, "%H:%M");
  g_autofree char *when = g_strdup_printf ("%s %s · %s", day, clock, action->who);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), what);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);

  return row;
}

static void
show_history (CapacityResourcePage *self,
              const GPtrArray      *actions)
{
  for (guint i = 0; i < self->history_rows->len; i++)
    adw_preferences_group_remove (self->history, self->history_rows->pdata[i]);
  g_ptr_array_set_size (self->history_rows, 0);
  for (guint i = 0; i < actions->len && self->history_rows->len < MAX_HISTORY; i++)
    {
      const CapacityAction *action = actions->pdata[i];
      GtkWidget *row = NULL;

      if (action->state != CAPACITY_ACTION_DONE)
        continue;
      row = history_row_new (action);
      adw_preferences_group_add (self->history, row);
      g_ptr_array_add (self->history_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->history), self->history_rows->len > 0);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityResourcePage) self = user_data;
  g_autoptr (GPtrArray) actions = capacity_store_list_actions_finish (CAPACITY_STORE (source), result, NULL);

  /* A page that has gone was told by its cancellable. */
  if (actions != NULL && self->history_rows != NULL)
    show_history (self, actions);
}

static void
show_limits (CapacityResourcePage             *self,
             const CapacityAssessment         *assessment,
             const CapacityResourceAssessment *resource)
{
  capacity_limits_list_show (self->limits, get_workspace (self), resource_id (self), resource->resource->limits);
  gtk_widget_set_visible (GTK_WIDGET (self->limits), TRUE);
}

static void
show_needs (CapacityResourcePage             *self,
            const CapacityAssessment         *assessment,
            const CapacityResourceAssessment *resource)
{
  capacity_needs_list_show (self->needs, get_workspace (self), resource_id (self));
  gtk_widget_set_visible (GTK_WIDGET (self->needs), TRUE);
}

static void
show_sharing (CapacityResourcePage             *self,
              const CapacityAssessment         *assessment,
              const CapacityResourceAssessment *resource)
{
  capacity_sharing_list_show (self->sharing, get_workspace (self), resource);
  gtk_widget_set_visible (GTK_WIDGET (self->sharing), resource->services->len > 1);
}

static void
ask_history (CapacityResourcePage             *self,
             const CapacityAssessment         *assessment,
             const CapacityResourceAssessment *resource)
{
  capacity_store_list_actions_async (capacity_workspace_get_store (get_workspace (self)), resource_id (self),
                                     capacity_page_get_cancellable (CAPACITY_PAGE (self)), listed_cb,
                                     g_object_ref (self));
}

static void
enable_actions (CapacityResourcePage *self)
{
  gboolean can_change = !capacity_workspace_is_read_only (get_workspace (self));
  gboolean is_of_people = capacity_limit_is_of_people (get_workspace (self), resource_id (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.add-limit", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.delete", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.edit", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "resource.plan-maintenance", can_change && !is_of_people);
}

/* The resource may have gone, here or by undo in another place of the window. */
static void
capacity_resource_page_update (CapacityPage             *page,
                               const CapacityAssessment *assessment)
{
  CapacityResourcePage *self = CAPACITY_RESOURCE_PAGE (page);

  enable_actions (self);
  if (capacity_workspace_get_resource (get_workspace (self), resource_id (self)) == self->item)
    show_headline (self, assessment, capacity_resource_item_get_assessment (self->item));
  else
    capacity_page_leave (page);
}

/* In the order in which they stand. */
static void (*const parts[]) (CapacityResourcePage             *self,
                              const CapacityAssessment         *assessment,
                              const CapacityResourceAssessment *resource) = {
  show_chart, show_modes, show_figures, show_hours, show_limits, show_needs, show_sharing, ask_history,
};

static gboolean
capacity_resource_page_update_more (CapacityPage             *page,
                                    const CapacityAssessment *assessment,
                                    guint                     part)
{
  CapacityResourcePage *self = CAPACITY_RESOURCE_PAGE (page);
  gboolean has_more_needs = FALSE;

  if (part < G_N_ELEMENTS (parts))
    {
      parts[part](self, assessment, capacity_resource_item_get_assessment (self->item));
      return TRUE;
    }
  has_more_needs = capacity_needs_list_show_more (self->needs);

  return capacity_sharing_list_show_more (self->sharing) || has_more_needs;
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityResourcePage *self = CAPACITY_RESOURCE_PAGE (widget);
  const CapacityResourceAssessment *resource = capacity_resource_item_get_assessment (self->item);
  g_autofree char *done = capacity_words_resource_gone (resource->resource, resource->services->len);
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_remove_resource (change, resource_id (self));
  capacity_apply (GTK_WIDGET (gtk_widget_get_root (widget)), get_workspace (self), change,
                  _("The Resource Was Not Deleted"), done);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapacityResourcePage *self = CAPACITY_RESOURCE_PAGE (widget);

  capacity_dialogs_present_soon (capacity_resource_dialog_new (get_workspace (self),
                                                               capacity_resource_item_get_resource (self->item)),
                                 widget);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityResourcePage *self = CAPACITY_RESOURCE_PAGE (widget);

  capacity_report_export (widget, CAPACITY_REPORT_RESOURCE_SHEET, get_workspace (self), resource_id (self), NULL,
                          capacity_page_get_cancellable (CAPACITY_PAGE (self)));
}

static void
add_limit_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapacityResourcePage *self = CAPACITY_RESOURCE_PAGE (widget);

  adw_dialog_present (capacity_limit_dialog_new (get_workspace (self), resource_id (self), NULL), widget);
}

static void
plan_maintenance_action (GtkWidget  *widget,
                         const char *action_name,
                         GVariant   *parameter)
{
  CapacityResourcePage *self = CAPACITY_RESOURCE_PAGE (widget);

  adw_dialog_present (capacity_maintenance_dialog_new (get_workspace (self), resource_id (self)), widget);
}

static void
build_why (CapacityResourcePage *self)
{
  self->why = CAPACITY_WHY_BUTTON (capacity_why_button_new (CAPACITY_FIGURE_RESOURCE_VERDICT, CAPACITY_MODE_REGULAR));
  gtk_box_append (self->why_box, GTK_WIDGET (self->why));
}

static void
capacity_resource_page_dispose (GObject *object)
{
  CapacityResourcePage *self = CAPACITY_RESOURCE_PAGE (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->figure_rows, g_ptr_array_unref);
  g_clear_pointer (&self->figure_whys, g_ptr_array_unref);
  g_clear_pointer (&self->history_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_RESOURCE_PAGE);

  G_OBJECT_CLASS (capacity_resource_page_parent_class)->dispose (object);
}

static void
capacity_resource_page_class_init (CapacityResourcePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  object_class->dispose = capacity_resource_page_dispose;

  page_class->update = capacity_resource_page_update;
  page_class->update_more = capacity_resource_page_update_more;

  g_type_ensure (CAPACITY_TYPE_CHART_CARD);
  g_type_ensure (CAPACITY_TYPE_LIMITS_LIST);
  g_type_ensure (CAPACITY_TYPE_NEEDS_LIST);
  g_type_ensure (CAPACITY_TYPE_SHARING_LIST);
  g_type_ensure (CAPACITY_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/resources/capacity-resource-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, verdict);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, headline);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, decide);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, why_box);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, hours);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, modes);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, limits);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, needs);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, sharing);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, figures);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcePage, history);
  gtk_widget_class_install_action (widget_class, "resource.add-limit", NULL, add_limit_action);
  gtk_widget_class_install_action (widget_class, "resource.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "resource.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "resource.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "resource.plan-maintenance", NULL, plan_maintenance_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, GDK_NO_MODIFIER_MASK, "resource.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "resource.export", NULL);
}

static void
capacity_resource_page_init (CapacityResourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->figure_rows = g_ptr_array_new ();
  self->figure_whys = g_ptr_array_new ();
  self->history_rows = g_ptr_array_new ();
  build_why (self);
}

/**
 * capacity_resource_page_new:
 * @workspace: the portfolio
 * @item: the resource
 *
 * Returns: (transfer floating): a page about @item
 */
AdwNavigationPage *
capacity_resource_page_new (CapacityWorkspace    *workspace,
                            CapacityResourceItem *item)
{
  CapacityResourcePage *self = g_object_new (CAPACITY_TYPE_RESOURCE_PAGE, "workspace", workspace, NULL);

  self->item = g_object_ref (item);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), capacity_resource_item_get_name (item));

  return ADW_NAVIGATION_PAGE (self);
}
