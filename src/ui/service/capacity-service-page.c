/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-page.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-chart-card.h"
#include "capacity-course-charts.h"
#include "capacity-dialogs.h"
#include "capacity-events-page.h"
#include "capacity-figure-row.h"
#include "capacity-limit-dialog.h"
#include "capacity-limits-list.h"
#include "capacity-mode-card.h"
#include "capacity-needs-list.h"
#include "capacity-parts-card.h"
#include "capacity-quality.h"
#include "capacity-register-list.h"
#include "capacity-register-words.h"
#include "capacity-report-export.h"
#include "capacity-service-chart.h"
#include "capacity-service-dialog.h"
#include "capacity-verdict-label.h"
#include "capacity-volumes-dialog.h"
#include "capacity-words.h"

/* One service: will it cope, why not, and what can be done. */
struct _CapacityServicePage
{
  CapacityPage          parent_instance;

  CapacityServiceItem  *item;

  CapacityVerdictLabel *verdict;
  GtkLabel             *headline;
  GtkLabel             *decide;
  GtkBox               *modes;
  CapacityModeCard     *mode_cards[CAPACITY_N_MODES];
  GtkWidget            *begin_box;
  GtkWidget            *import_button;
  GtkWidget            *type_button;
  GtkWidget            *capacity_button;
  CapacityChartCard    *chart;
  CapacityLimitsList   *limits;
  CapacityNeedsList    *needs;
  AdwPreferencesGroup  *figures;
  GPtrArray            *figure_rows; /* element-type CapacityFigureRow, in the group */
  CapacityChartCard    *queue_chart;
  CapacityChartCard    *season_chart;
  CapacityChartCard    *makeup_chart;
  CapacityChartCard    *weekdays_chart;
  CapacityChartCard    *hours_chart;
  CapacityChartCard    *control_chart;
  CapacityPartsCard    *parts_card;
  CapacityRegisterList *register_list;
};

static const CapacityFigure figures[] = {
  CAPACITY_FIGURE_EXHAUSTION, CAPACITY_FIGURE_DECIDE_BY,      CAPACITY_FIGURE_LAST12,
  CAPACITY_FIGURE_CHANGE12,   CAPACITY_FIGURE_TREND,          CAPACITY_FIGURE_HEADROOM,
  CAPACITY_FIGURE_QUEUE_CLEARANCE, CAPACITY_FIGURE_QUEUE_RELIEF, CAPACITY_FIGURE_CASE_COST,
  CAPACITY_FIGURE_FORECAST_ERROR, CAPACITY_FIGURE_QUALITY,
};

/* What the further charts rest on. */
static const CapacityFigure queue_figures[] = {
  CAPACITY_FIGURE_QUEUE_STOCK, CAPACITY_FIGURE_QUEUE_ALLOWED, CAPACITY_FIGURE_QUEUE_GROWTH,
  CAPACITY_FIGURE_QUEUE_CLEARANCE,
};
static const CapacityFigure season_figures[] = { CAPACITY_FIGURE_SEASON };
static const CapacityFigure makeup_figures[] = { CAPACITY_FIGURE_TREND, CAPACITY_FIGURE_SEASON };
static const CapacityFigure control_figures[] = { CAPACITY_FIGURE_SIGNALS };

#define N_FIRST_FIGURES 6

/* Five years show the season and the trend; more would push the forecast to the edge. */
#define N_HISTORY_MONTHS 60

G_DEFINE_FINAL_TYPE (CapacityServicePage, capacity_service_page, CAPACITY_TYPE_PAGE)

static const CapacityId *
service_id (CapacityServicePage *self)
{
  return &capacity_service_item_get_service (self->item)->id;
}

static void
show_headline (CapacityServicePage             *self,
               const CapacityAssessment        *assessment,
               const CapacityServiceAssessment *service)
{
  g_autofree char *headline = capacity_words_headline (service);
  g_autofree char *decide = capacity_words_decide_by (&service->exhaustion, assessment->as_of);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), service->service->name);
  capacity_verdict_label_set_verdict (self->verdict, service->overall);
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->decide, decide != NULL ? decide : "");
  gtk_widget_set_visible (GTK_WIDGET (self->decide), decide != NULL);
}

static void
show_chart (CapacityServicePage             *self,
            const CapacityAssessment        *assessment,
            const CapacityServiceAssessment *service)
{
  g_autoptr (CapacityChart) chart = capacity_service_chart_new (assessment, service, N_HISTORY_MONTHS);

  capacity_chart_card_set_chart (self->chart, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), service->service->volumes->len > 0);
}

static void
show_limits (CapacityServicePage             *self,
             const CapacityAssessment        *assessment,
             const CapacityServiceAssessment *service)
{
  capacity_limits_list_show (self->limits, capacity_page_get_workspace (CAPACITY_PAGE (self)), service_id (self),
                             service->service->limits);
  gtk_widget_set_visible (GTK_WIDGET (self->limits), TRUE);
}

static void
show_needs (CapacityServicePage             *self,
            const CapacityAssessment        *assessment,
            const CapacityServiceAssessment *service)
{
  capacity_needs_list_show (self->needs, capacity_page_get_workspace (CAPACITY_PAGE (self)), service_id (self));
  gtk_widget_set_visible (GTK_WIDGET (self->needs), TRUE);
}

static void
build_figures (CapacityServicePage *self,
               guint                n)
{
  for (guint i = self->figure_rows->len; i < n; i++)
    {
      GtkWidget *row = capacity_figure_row_new (figures[i]);

      adw_preferences_group_add (self->figures, row);
      g_ptr_array_add (self->figure_rows, row);
    }
}

static void
show_first_figures (CapacityServicePage             *self,
                    const CapacityAssessment        *assessment,
                    const CapacityServiceAssessment *service)
{
  build_figures (self, N_FIRST_FIGURES);
  for (guint i = 0; i < N_FIRST_FIGURES; i++)
    capacity_figure_row_set_service (g_ptr_array_index (self->figure_rows, i), assessment, service);
  gtk_widget_set_visible (GTK_WIDGET (self->figures), TRUE);
}

static void
show_other_figures (CapacityServicePage             *self,
                    const CapacityAssessment        *assessment,
                    const CapacityServiceAssessment *service)
{
  build_figures (self, G_N_ELEMENTS (figures));
  for (guint i = N_FIRST_FIGURES; i < G_N_ELEMENTS (figures); i++)
    capacity_figure_row_set_service (g_ptr_array_index (self->figure_rows, i), assessment, service);
}

/* A chart that there is nothing for is not there. */
static void
show_course (CapacityChartCard               *card,
             CapacityChart                   *taken,
             const CapacityFigure            *rests_on,
             guint                            n,
             const CapacityAssessment        *assessment,
             const CapacityServiceAssessment *service)
{
  g_autoptr (CapacityChart) chart = taken;

  gtk_widget_set_visible (GTK_WIDGET (card), chart != NULL);
  if (chart == NULL)
    return;
  capacity_chart_card_set_chart (card, chart);
  capacity_chart_card_set_why (card, rests_on, n, assessment, service);
}

static void
show_queue (CapacityServicePage             *self,
            const CapacityAssessment        *assessment,
            const CapacityServiceAssessment *service)
{
  show_course (self->queue_chart, capacity_queue_chart_new (service, assessment->portfolio->calendar, assessment->as_of),
               queue_figures, G_N_ELEMENTS (queue_figures), assessment, service);
}

static void
show_season (CapacityServicePage             *self,
             const CapacityAssessment        *assessment,
             const CapacityServiceAssessment *service)
{
  show_course (self->season_chart, capacity_season_chart_new (service), season_figures, G_N_ELEMENTS (season_figures),
               assessment, service);
}

static void
show_makeup (CapacityServicePage             *self,
             const CapacityAssessment        *assessment,
             const CapacityServiceAssessment *service)
{
  show_course (self->makeup_chart, capacity_makeup_chart_new (service), makeup_figures, G_N_ELEMENTS (makeup_figures),
               assessment, service);
}

/* A chart of days or hours, which rests on no figure. */
static void
show_days (CapacityChartCard *card,
           CapacityChart     *taken)
{
  g_autoptr (CapacityChart) chart = taken;

  gtk_widget_set_visible (GTK_WIDGET (card), chart != NULL);
  if (chart != NULL)
    capacity_chart_card_set_chart (card, chart);
}

static void
show_weekdays (CapacityServicePage             *self,
               const CapacityAssessment        *assessment,
               const CapacityServiceAssessment *service)
{
  show_days (self->weekdays_chart, capacity_weekdays_chart_new (service->service, assessment->portfolio->calendar,
                                                                assessment->as_of));
}

static void
show_hours (CapacityServicePage             *self,
            const CapacityAssessment        *assessment,
            const CapacityServiceAssessment *service)
{
  show_days (self->hours_chart, capacity_hours_chart_new (service->service, assessment->portfolio->calendar,
                                                          assessment->as_of));
}

static void
show_control (CapacityServicePage             *self,
              const CapacityAssessment        *assessment,
              const CapacityServiceAssessment *service)
{
  show_course (self->control_chart, capacity_control_chart_new (service), control_figures,
               G_N_ELEMENTS (control_figures), assessment, service);
}

static void
show_parts (CapacityServicePage             *self,
            const CapacityAssessment        *assessment,
            const CapacityServiceAssessment *service)
{
  capacity_parts_card_show (self->parts_card, service->service, assessment->as_of);
}

static void
show_register (CapacityServicePage             *self,
               const CapacityAssessment        *assessment,
               const CapacityServiceAssessment *service)
{
  capacity_register_list_show (self->register_list, service->service);
  gtk_widget_set_visible (GTK_WIDGET (self->register_list), TRUE);
}

/* What is asked for first, so that there is something to see. */
static void
show_next_step (CapacityServicePage             *self,
                const CapacityServiceAssessment *service)
{
  gboolean has_volumes = service->service->volumes->len > 0;
  gboolean has_capacity = !capacity_quality_lacks (service, CAPACITY_LACK_CAPACITY);

  gtk_widget_set_visible (self->begin_box, !has_volumes || !has_capacity);
  gtk_widget_set_visible (self->import_button, !has_volumes);
  gtk_widget_set_visible (self->type_button, !has_volumes);
  gtk_widget_set_visible (self->capacity_button, has_volumes && !has_capacity);
}

static void
show_service (CapacityServicePage      *self,
              const CapacityAssessment *assessment)
{
  const CapacityServiceAssessment *service = capacity_service_item_get_assessment (self->item);

  show_headline (self, assessment, service);
  show_next_step (self, service);
  for (guint i = 0; i < CAPACITY_N_MODES; i++)
    capacity_mode_card_set_service (self->mode_cards[i], assessment, service);
}

static void
enable_actions (CapacityServicePage *self)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  gboolean can_change = !capacity_workspace_is_read_only (workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.add-limit", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.delete", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.edit", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.events", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "service.type-capacity", can_change);
}

/* The service may have gone, here or by undo in another place of the window. */
static void
capacity_service_page_update (CapacityPage             *page,
                              const CapacityAssessment *assessment)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (page);

  enable_actions (self);
  if (capacity_workspace_get_service (capacity_page_get_workspace (page), service_id (self)) == self->item)
    show_service (self, assessment);
  else
    capacity_page_leave (page);
}

/* In the order in which they stand. */
static void (*const parts[]) (CapacityServicePage             *self,
                              const CapacityAssessment        *assessment,
                              const CapacityServiceAssessment *service) = {
  show_chart, show_limits, show_needs, show_first_figures, show_other_figures, show_queue, show_season, show_makeup,
  show_weekdays, show_hours, show_control, show_parts, show_register,
};

static gboolean
capacity_service_page_update_more (CapacityPage             *page,
                                   const CapacityAssessment *assessment,
                                   guint                     part)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (page);

  parts[part](self, assessment, capacity_service_item_get_assessment (self->item));

  return part + 1 < G_N_ELEMENTS (parts);
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (widget);
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autofree char *done = capacity_words_service_gone (capacity_service_item_get_service (self->item));

  capacity_change_remove_service (change, service_id (self));
  capacity_apply (GTK_WIDGET (gtk_widget_get_root (widget)), workspace, change, _("The Service Was Not Deleted"), done);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (widget);
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  const CapacityService *service = capacity_service_item_get_service (self->item);

  capacity_dialogs_present_soon (capacity_service_dialog_new (workspace, service), widget);
}

static void
events_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (widget);

  capacity_events_page_present (capacity_page_get_workspace (CAPACITY_PAGE (self)), service_id (self), widget);
}

static void
plan_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  g_autofree char *id = capacity_id_to_string (service_id (CAPACITY_SERVICE_PAGE (widget)));

  gtk_widget_activate_action (widget, "win.show-plan", "s", id);
}

static void
edit_volumes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (widget);
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));

  capacity_dialogs_present (capacity_volumes_dialog_new (workspace, service_id (self), 0), widget);
}

static void
type_capacity_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  capacity_limits_list_begin (CAPACITY_SERVICE_PAGE (widget)->limits);
}

static void
add_limit_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (widget);
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));

  adw_dialog_present (capacity_limit_dialog_new (workspace, service_id (self), NULL), widget);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (widget);
  CapacityPage *page = CAPACITY_PAGE (self);

  capacity_report_export (widget, CAPACITY_REPORT_SERVICE_SHEET, capacity_page_get_workspace (page), service_id (self),
                          NULL, capacity_page_get_cancellable (page));
}

static void
build_modes (CapacityServicePage *self)
{
  for (CapacityMode mode = 0; mode < CAPACITY_N_MODES; mode++)
    {
      self->mode_cards[mode] = CAPACITY_MODE_CARD (capacity_mode_card_new (mode));
      gtk_box_append (self->modes, GTK_WIDGET (self->mode_cards[mode]));
    }
}

static void
capacity_service_page_dispose (GObject *object)
{
  CapacityServicePage *self = CAPACITY_SERVICE_PAGE (object);

  g_clear_object (&self->item);
  g_clear_pointer (&self->figure_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SERVICE_PAGE);

  G_OBJECT_CLASS (capacity_service_page_parent_class)->dispose (object);
}

static void
capacity_service_page_class_init (CapacityServicePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  object_class->dispose = capacity_service_page_dispose;

  page_class->update = capacity_service_page_update;
  page_class->update_more = capacity_service_page_update_more;

  g_type_ensure (CAPACITY_TYPE_CHART_CARD);
  g_type_ensure (CAPACITY_TYPE_LIMITS_LIST);
  g_type_ensure (CAPACITY_TYPE_NEEDS_LIST);
  g_type_ensure (CAPACITY_TYPE_PARTS_CARD);
  g_type_ensure (CAPACITY_TYPE_REGISTER_LIST);
  g_type_ensure (CAPACITY_TYPE_VERDICT_LABEL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-service-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, verdict);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, headline);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, decide);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, modes);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, begin_box);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, import_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, type_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, capacity_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, limits);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, needs);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, figures);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, queue_chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, season_chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, makeup_chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, weekdays_chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, hours_chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, control_chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, parts_card);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicePage, register_list);
  gtk_widget_class_install_action (widget_class, "service.add-limit", NULL, add_limit_action);
  gtk_widget_class_install_action (widget_class, "service.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "service.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "service.edit-volumes", NULL, edit_volumes_action);
  gtk_widget_class_install_action (widget_class, "service.type-capacity", NULL, type_capacity_action);
  gtk_widget_class_install_action (widget_class, "service.events", NULL, events_action);
  gtk_widget_class_install_action (widget_class, "service.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "service.plan", NULL, plan_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, GDK_NO_MODIFIER_MASK, "service.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "service.export", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK, "service.edit-volumes", NULL);
}

static void
capacity_service_page_init (CapacityServicePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->figure_rows = g_ptr_array_new ();
  build_modes (self);
}

/**
 * capacity_service_page_new:
 * @workspace: the portfolio
 * @item: the service
 *
 * Returns: (transfer floating): a page about @item
 */
AdwNavigationPage *
capacity_service_page_new (CapacityWorkspace   *workspace,
                           CapacityServiceItem *item)
{
  CapacityServicePage *self = g_object_new (CAPACITY_TYPE_SERVICE_PAGE, "workspace", workspace, NULL);

  self->item = g_object_ref (item);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), capacity_service_item_get_name (item));

  return ADW_NAVIGATION_PAGE (self);
}
