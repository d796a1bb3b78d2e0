/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-overview-page.h"

#include <glib/gi18n.h>

#include "capacity-chart-card.h"
#include "capacity-missing-row.h"
#include "capacity-ranking-row.h"
#include "capacity-report-export.h"
#include "capacity-rows.h"
#include "capacity-service-chart.h"
#include "capacity-verdict-table.h"

/* Pārskats: what needs the manager today. */
struct _CapacityOverviewPage
{
  CapacityPage          parent_instance;

  CapacityVerdictTable *verdicts;
  GtkWidget            *ranking_group;
  GtkListBox           *ranking;
  GtkWidget            *more;
  GtkWidget            *calm_group;
  GtkWidget            *unknown_group;
  CapacityChartCard    *load;
  AdwPreferencesGroup  *data_group;
  CapacityMissingRow   *missing_rows[CAPACITY_LACK_UNIT + 1]; /* what a verdict needs; targets stand in the view of data */

  guint                 n_ranked; /* how many are listed at most */
};

/* As many as a person takes in at a glance, and how many more come at once. */
#define N_RANKED 10
#define N_MORE 40
#define N_LOAD_SERVICES 12
#define N_LOAD_MONTHS 12

G_DEFINE_FINAL_TYPE (CapacityOverviewPage, capacity_overview_page, CAPACITY_TYPE_PAGE)

static GtkWidget *
row_new (const char *key,
         guint       index,
         gpointer    user_data)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (user_data));
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (workspace);
  const CapacityServiceAssessment *service = g_ptr_array_index (assessment->ranking, index);

  return capacity_ranking_row_new (capacity_workspace_get_service (workspace, &service->service->id), assessment->as_of);
}

static guint
count_urgent (const CapacityAssessment *assessment)
{
  return assessment->n_by_verdict[CAPACITY_VERDICT_INSUFFICIENT] + assessment->n_by_verdict[CAPACITY_VERDICT_AT_RISK];
}

/* What there is instead of a ranking where there is none. */
static void
show_groups (CapacityOverviewPage     *self,
             const CapacityAssessment *assessment)
{
  guint n_urgent = count_urgent (assessment);
  gboolean is_known = assessment->n_by_verdict[CAPACITY_VERDICT_UNKNOWN] < assessment->services->len;

  gtk_widget_set_visible (self->ranking_group, n_urgent > 0);
  gtk_widget_set_visible (self->calm_group, n_urgent == 0 && is_known);
  gtk_widget_set_visible (self->unknown_group, n_urgent == 0 && !is_known);
  gtk_widget_set_visible (self->more, n_urgent > self->n_ranked);
}

/* A row follows its service by itself; what it says of the time left is of the day of the assessment. */
static void
show_ranking (CapacityOverviewPage     *self,
              const CapacityAssessment *assessment)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MIN (self->n_ranked, count_urgent (assessment)); i++)
    {
      const CapacityServiceAssessment *service = g_ptr_array_index (assessment->ranking, i);
      g_autofree char *id = capacity_id_to_string (&service->service->id);

      g_ptr_array_add (keys, g_strdup_printf ("%s %d", id, assessment->as_of));
    }
  capacity_rows_show (self->ranking, keys, row_new, self);
}

static void
show_more_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CAPACITY_OVERVIEW_PAGE (widget)->n_ranked += N_MORE;
  capacity_page_update (CAPACITY_PAGE (widget));
}

static void
show_load (CapacityOverviewPage     *self,
           const CapacityAssessment *assessment)
{
  g_autoptr (CapacityChart) load = capacity_load_chart_new (assessment, N_LOAD_SERVICES, N_LOAD_MONTHS,
                                                            _("The table of Services has the verdicts and use of all; the page of each has its months."));

  capacity_chart_card_set_chart (self->load, load);
  gtk_widget_set_visible (GTK_WIDGET (self->load), !capacity_chart_is_empty (load));
}

static void
show_lacks (CapacityOverviewPage     *self,
            const CapacityAssessment *assessment)
{
  guint n_missing = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->missing_rows); i++)
    n_missing += capacity_missing_row_set_assessment (self->missing_rows[i], assessment);
  gtk_widget_set_visible (GTK_WIDGET (self->data_group), n_missing > 0);
}

static void
capacity_overview_page_update (CapacityPage             *page,
                               const CapacityAssessment *assessment)
{
  CapacityOverviewPage *self = CAPACITY_OVERVIEW_PAGE (page);

  capacity_verdict_table_set_assessment (self->verdicts, assessment);
  show_groups (self, assessment);
}

/* In the order in which they stand. */
static void (*const parts[]) (CapacityOverviewPage     *self,
                              const CapacityAssessment *assessment) = { show_ranking, show_load, show_lacks };

static gboolean
capacity_overview_page_update_more (CapacityPage             *page,
                                    const CapacityAssessment *assessment,
                                    guint                     part)
{
  parts[part](CAPACITY_OVERVIEW_PAGE (page), assessment);

  return part + 1 < G_N_ELEMENTS (parts);
}

static void
export_report (GtkWidget         *widget,
               CapacityReportKind kind)
{
  CapacityPage *page = CAPACITY_PAGE (widget);

  capacity_report_export (widget, kind, capacity_page_get_workspace (page), NULL, NULL,
                          capacity_page_get_cancellable (page));
}

static void
export_page_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  export_report (widget, CAPACITY_REPORT_OVERVIEW);
}

static void
export_report_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  export_report (widget, CAPACITY_REPORT_INSTITUTION);
}

static void
capacity_overview_page_constructed (GObject *object)
{
  CapacityOverviewPage *self = CAPACITY_OVERVIEW_PAGE (object);

  G_OBJECT_CLASS (capacity_overview_page_parent_class)->constructed (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->missing_rows); i++)
    {
      self->missing_rows[i] = CAPACITY_MISSING_ROW (capacity_missing_row_new ((CapacityLack) i));
      adw_preferences_group_add (self->data_group, GTK_WIDGET (self->missing_rows[i]));
    }
}

static void
capacity_overview_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (capacity_overview_page_parent_class)->dispose (object);
}

static void
capacity_overview_page_class_init (CapacityOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  object_class->constructed = capacity_overview_page_constructed;
  object_class->dispose = capacity_overview_page_dispose;

  page_class->update = capacity_overview_page_update;
  page_class->update_more = capacity_overview_page_update_more;

  gtk_widget_class_install_action (widget_class, "overview.export-page", NULL, export_page_action);
  gtk_widget_class_install_action (widget_class, "overview.export-report", NULL, export_report_action);
  gtk_widget_class_install_action (widget_class, "overview.show-more", NULL, show_more_action);

  g_type_ensure (CAPACITY_TYPE_CHART_CARD);
  g_type_ensure (CAPACITY_TYPE_VERDICT_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/overview/capacity-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityOverviewPage, verdicts);
  gtk_widget_class_bind_template_child (widget_class, CapacityOverviewPage, ranking_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityOverviewPage, ranking);
  gtk_widget_class_bind_template_child (widget_class, CapacityOverviewPage, more);
  gtk_widget_class_bind_template_child (widget_class, CapacityOverviewPage, calm_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityOverviewPage, unknown_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityOverviewPage, load);
  gtk_widget_class_bind_template_child (widget_class, CapacityOverviewPage, data_group);
}

static void
capacity_overview_page_init (CapacityOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->n_ranked = N_RANKED;
}
