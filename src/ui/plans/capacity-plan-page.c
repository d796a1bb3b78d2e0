/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-plan-page.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-arrow.h"
#include "capacity-chart-card.h"
#include "capacity-entry.h"
#include "capacity-format.h"
#include "capacity-gradual.h"
#include "capacity-limit-dialog.h"
#include "capacity-plan-chart.h"
#include "capacity-plan-words.h"
#include "capacity-register-words.h"
#include "capacity-report-export.h"
#include "capacity-words.h"

/*
 * CapacityPlanPage:
 *
 * The capacity plan of a service, or of the institution: what comes without changes, with approved and with planned
 * ones, the changes themselves, and the manager's own words. Everything is edited where it stands and kept when the
 * field is left.
 */
struct _CapacityPlanPage
{
  CapacityPage         parent_instance;

  GCancellable        *cancellable; /* of the outlook that is being made */
  GPtrArray           *change_rows; /* element-type GtkWidget, in the group */

  AdwPreferencesGroup *courses;
  AdwActionRow        *course_rows[CAPACITY_N_COURSES];
  CapacityChartCard   *chart;
  CapacityChartCard   *use;
  AdwPreferencesGroup *changes;
  GtkWidget           *add_change;
  AdwSpinRow          *years;
  AdwComboRow         *state;
  AdwEntryRow         *decided;
  AdwEntryRow         *decided_by;
  GtkTextView         *assumptions;
  GtkTextView         *recommendation;
  GtkWidget           *recommendation_group;
  GtkWidget           *assumptions_group;
  GtkWidget           *decision_group;

  CapacityId           service; /* none for the institution */
  gboolean             is_filling;
};

#define DEFAULT_YEARS 2

G_DEFINE_FINAL_TYPE (CapacityPlanPage, capacity_plan_page, CAPACITY_TYPE_PAGE)

static const CapacityPortfolio *
get_portfolio (CapacityPlanPage *self)
{
  return capacity_workspace_get_portfolio (capacity_page_get_workspace (CAPACITY_PAGE (self)));
}

static const CapacityService *
get_service (CapacityPlanPage *self)
{
  return capacity_id_is_none (&self->service) ? NULL : capacity_portfolio_get_service (get_portfolio (self), &self->service);
}

/* The plan as it is kept, or NULL where none was made yet. */
static const CapacityPlan *
get_plan (CapacityPlanPage *self)
{
  const CapacityService *service = get_service (self);

  return service != NULL ? service->plan : get_portfolio (self)->plan;
}

static void
outlook_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CapacityPlanPage) self = user_data;
  g_autoptr (CapacityPlanOutlook) outlook = NULL;
  g_autoptr (CapacityChart) chart = NULL;
  g_autoptr (CapacityChart) use = NULL;
  CapacityDate as_of;

  outlook = capacity_workspace_outlook_finish (CAPACITY_WORKSPACE (source), result, NULL);
  if (outlook == NULL || self->courses == NULL)
    return;
  as_of = outlook->courses[CAPACITY_COURSE_UNCHANGED].assessment->as_of;
  for (CapacityCourse course = 0; course < CAPACITY_N_COURSES; course++)
    {
      g_autofree char *words = capacity_words_plan_course (outlook, course, as_of);

      adw_action_row_set_subtitle (self->course_rows[course], words);
    }
  use = capacity_plan_use_chart_new (outlook, as_of);
  capacity_chart_card_set_chart (self->use, use);
  gtk_widget_set_visible (GTK_WIDGET (self->use), !capacity_chart_is_empty (use));
  gtk_widget_set_visible (GTK_WIDGET (self->chart), !capacity_id_is_none (&self->service));
  if (capacity_id_is_none (&self->service))
    return;
  chart = capacity_plan_chart_new (outlook, as_of);
  capacity_chart_card_set_chart (self->chart, chart);
  gtk_widget_set_visible (GTK_WIDGET (self->chart), !capacity_chart_is_empty (chart));
}

static void
make_outlook (CapacityPlanPage *self)
{
  const CapacityPlan *plan = get_plan (self);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  capacity_workspace_outlook_async (capacity_page_get_workspace (CAPACITY_PAGE (self)),
                                    capacity_id_is_none (&self->service) ? NULL : &self->service,
                                    plan != NULL ? plan->years : DEFAULT_YEARS, self->cancellable, outlook_cb,
                                    g_object_ref (self));
}

static char *
dup_text (GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  char *text;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  if (*text == '\0')
    g_clear_pointer (&text, g_free);

  return text;
}

#define SHOWN "capacity-shown" /* what was shown last */

/* What somebody is still writing stays. */
static void
show_text (GtkTextView *view,
           const char  *text)
{
  g_autofree char *typed = dup_text (view);
  const char *shown = g_object_get_data (G_OBJECT (view), SHOWN);

  if (g_strcmp0 (typed, text) != 0 && g_strcmp0 (typed, shown) != 0)
    return;
  if (g_strcmp0 (typed, text) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text != NULL ? text : "", -1);
  g_object_set_data_full (G_OBJECT (view), SHOWN, g_strdup (text), g_free);
}

static void
show_plan (CapacityPlanPage *self)
{
  const CapacityPlan *plan = get_plan (self);

  self->is_filling = TRUE;
  adw_spin_row_set_value (self->years, plan != NULL ? plan->years : DEFAULT_YEARS);
  adw_combo_row_set_selected (self->state, plan != NULL ? plan->state : CAPACITY_PLAN_DRAFT);
  capacity_entry_follow_date (self->decided, plan != NULL ? plan->decided : CAPACITY_DATE_NONE);
  capacity_entry_follow_text (self->decided_by, plan != NULL ? plan->decided_by : NULL);
  show_text (self->assumptions, plan != NULL ? plan->assumptions : NULL);
  show_text (self->recommendation, plan != NULL ? plan->recommendation : NULL);
  self->is_filling = FALSE;
}

static char *
change_title (const CapacityLimit *limit,
              const char          *name)
{
  g_autofree char *amount = capacity_words_limit_amount (limit);

  return name != NULL ? g_strdup_printf ("%s: %s", name, amount) : g_steal_pointer (&amount);
}

static char *
change_subtitle (const CapacityLimit *limit)
{
  g_autofree char *when = capacity_words_limit_time (limit);

  return g_strdup_printf ("%s · %s · %s%s%s", when, capacity_words_limit_state (limit->state),
                          capacity_words_mode (limit->mode), limit->note != NULL ? " · " : "",
                          limit->note != NULL ? limit->note : "");
}

static void
edit_change_cb (CapacityPlanPage *self,
                AdwActionRow     *row)
{
  const CapacityLimit *limit = g_object_get_data (G_OBJECT (row), "limit");

  adw_dialog_present (capacity_limit_dialog_new (capacity_page_get_workspace (CAPACITY_PAGE (self)), &self->service, limit),
                      GTK_WIDGET (self));
}

static void
add_change_row (CapacityPlanPage    *self,
                const CapacityLimit *limit,
                const char          *name,
                gpointer             unused)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = change_title (limit, name);
  g_autofree char *subtitle = change_subtitle (limit);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (name == NULL)
    {
      g_object_set_data_full (G_OBJECT (row), "limit", capacity_limit_copy (limit), (GDestroyNotify) capacity_limit_free);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), capacity_arrow_new ());
      g_signal_connect_object (row, "activated", G_CALLBACK (edit_change_cb), self, G_CONNECT_SWAPPED);
    }
  adw_preferences_group_add (self->changes, row);
  g_ptr_array_add (self->change_rows, row);
}

/* What is done with a change; @name is that of what changes, where it is not what the plan is about. */
typedef void (*ChangeFunc) (CapacityPlanPage    *self,
                            const CapacityLimit *limit,
                            const char          *name,
                            gpointer             user_data);

static void
visit_limits (CapacityPlanPage *self,
              const GPtrArray  *limits,
              const char       *name,
              ChangeFunc        visit,
              gpointer          user_data)
{
  CapacityDate as_of = capacity_workspace_get_today (capacity_page_get_workspace (CAPACITY_PAGE (self)));

  for (guint i = 0; i < limits->len; i++)
    {
      const CapacityLimit *limit = limits->pdata[i];

      if (limit->from > as_of || limit->state != CAPACITY_LIMIT_ACTUAL)
        visit (self, limit, name, user_data);
    }
}

static gboolean
needs_resource (const CapacityService *service,
                const CapacityId      *resource)
{
  for (guint i = 0; service != NULL && i < service->needs->len; i++)
    if (capacity_id_equal (&((const CapacityNeed *) service->needs->pdata[i])->resource, resource))
      return TRUE;

  return service == NULL;
}

/* The changes of the service and of what it needs, or all of the institution. */
static void
visit_changes (CapacityPlanPage *self,
               ChangeFunc        visit,
               gpointer          user_data)
{
  const CapacityPortfolio *portfolio = get_portfolio (self);
  const CapacityService *service = get_service (self);

  if (service != NULL)
    visit_limits (self, service->limits, NULL, visit, user_data);
  for (guint i = 0; service == NULL && i < portfolio->services->len; i++)
    {
      const CapacityService *one = portfolio->services->pdata[i];

      visit_limits (self, one->limits, one->name, visit, user_data);
    }
  for (guint i = 0; i < portfolio->resources->len; i++)
    {
      const CapacityResource *resource = portfolio->resources->pdata[i];

      if (needs_resource (service, &resource->id))
        visit_limits (self, resource->limits, resource->name, visit, user_data);
    }
}

/* The service's own changes can be edited here; those of resources, and of all services in the institution's plan, are
 * named. */
static void
show_changes (CapacityPlanPage *self)
{
  for (guint i = 0; i < self->change_rows->len; i++)
    adw_preferences_group_remove (self->changes, self->change_rows->pdata[i]);
  g_ptr_array_set_size (self->change_rows, 0);

  visit_changes (self, add_change_row, NULL);
  adw_preferences_group_set_description (self->changes,
                                         self->change_rows->len > 0 ? NULL : _("No change of capacity is planned yet."));
}

static void
add_grid_row (CapacityPlanPage    *self,
              const CapacityLimit *limit,
              const char          *name,
              gpointer             user_data)
{
  CapacityGrid *grid = user_data;
  g_autofree char *from = limit->from != CAPACITY_DATE_NONE ? capacity_format_date (limit->from) : NULL;
  g_autofree char *until = limit->until != CAPACITY_DATE_NONE ? capacity_format_date (limit->until) : NULL;
  g_autofree char *value = capacity_format_exact (limit->value);

  capacity_grid_add_text (grid, name != NULL ? name : get_service (self)->name);
  capacity_grid_add_text (grid, from);
  capacity_grid_add_text (grid, until);
  capacity_grid_add_number (grid, limit->value, value);
  capacity_grid_add_text (grid, limit->in_posts ? C_("column", "posts") : capacity_words_per (limit->per));
  capacity_grid_add_text (grid, capacity_words_mode (limit->mode));
  capacity_grid_add_text (grid, capacity_words_limit_state (limit->state));
  capacity_grid_add_text (grid, limit->note);
  capacity_grid_end_row (grid);
}

static CapacityGrid *
capacity_plan_page_make_grid (CapacityPage *page)
{
  const char *headings[] = { C_("column", "Of what"), C_("column", "From"), C_("column", "Until"), C_("column", "Capacity"),
                             C_("column", "Unit"), C_("column", "Mode"), C_("column", "State"), C_("column", "Note") };
  CapacityGrid *grid = capacity_grid_new (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (page)));

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    capacity_grid_add_text (grid, headings[i]);
  capacity_grid_end_row (grid);
  visit_changes (CAPACITY_PLAN_PAGE (page), add_grid_row, grid);

  return grid;
}

/* What can only be read takes no words that would be lost. */
static void
enable_fields (CapacityPlanPage *self,
               gboolean          can_change)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->decided), can_change);
  gtk_editable_set_editable (GTK_EDITABLE (self->decided_by), can_change);
  gtk_text_view_set_editable (self->assumptions, can_change);
  gtk_text_view_set_editable (self->recommendation, can_change);
  gtk_widget_set_sensitive (GTK_WIDGET (self->years), can_change);
  gtk_widget_set_sensitive (GTK_WIDGET (self->state), can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.add-change", can_change);
}

static void
capacity_plan_page_update (CapacityPage             *page,
                           const CapacityAssessment *assessment)
{
  CapacityPlanPage *self = CAPACITY_PLAN_PAGE (page);
  const CapacityService *service = get_service (self);
  const char *name = assessment->portfolio->institution.name;
  g_autofree char *title = NULL;

  if (service == NULL && !capacity_id_is_none (&self->service))
    {
      /* The service has gone, here or by undo in another place of the window. */
      capacity_page_leave (page);
      return;
    }
  /* Translators: title of a page; %s is the name of a service or of the institution */
  title = g_strdup_printf (_("Plan: %s"), service != NULL ? service->name : name != NULL ? name : _("The Institution"));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  gtk_widget_set_visible (self->add_change, service != NULL);
  enable_fields (self, !capacity_workspace_is_read_only (capacity_page_get_workspace (page)));
  show_plan (self);
  show_changes (self);
  make_outlook (self);
}

static gboolean
is_same_plan (const CapacityPlan *a,
              const CapacityPlan *b)
{
  return a->years == b->years && a->state == b->state && a->decided == b->decided
         && g_strcmp0 (a->assumptions, b->assumptions) == 0
         && g_strcmp0 (a->recommendation, b->recommendation) == 0
         && g_strcmp0 (a->decided_by, b->decided_by) == 0;
}

static void
keep_cb (CapacityPlanPage *self)
{
  const CapacityPlan *plan;
  g_autoptr (CapacityPlan) edited = NULL;
  g_autoptr (CapacityPlan) before = NULL;
  g_autoptr (CapacityChange) change = NULL;
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  CapacityDate date = CAPACITY_DATE_NONE;

  if (self->is_filling || capacity_workspace_is_read_only (workspace))
    return;
  plan = get_plan (self);
  before = plan != NULL ? capacity_plan_copy (plan) : capacity_plan_new (DEFAULT_YEARS);
  edited = capacity_plan_copy (before);
  edited->years = (int) adw_spin_row_get_value (self->years);
  edited->state = (CapacityPlanState) adw_combo_row_get_selected (self->state);
  /* What is no date is said in its row and stays there; all else is kept. */
  if (capacity_entry_read_date (self->decided, &date))
    edited->decided = date;
  g_free (edited->decided_by);
  edited->decided_by = capacity_entry_dup_text (self->decided_by);
  g_free (edited->assumptions);
  edited->assumptions = dup_text (self->assumptions);
  g_free (edited->recommendation);
  edited->recommendation = dup_text (self->recommendation);
  if (is_same_plan (before, edited))
    return;

  change = capacity_change_new ();
  capacity_change_set_plan (change, capacity_id_is_none (&self->service) ? NULL : &self->service, edited);
  capacity_apply_in_place (GTK_WIDGET (self), workspace, change, _("The Plan Was Not Changed"));
}

static void
add_change_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  CapacityPlanPage *self = CAPACITY_PLAN_PAGE (widget);

  adw_dialog_present (capacity_limit_dialog_new (capacity_page_get_workspace (CAPACITY_PAGE (self)), &self->service, NULL),
                      widget);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityPlanPage *self = CAPACITY_PLAN_PAGE (widget);
  CapacityPage *page = CAPACITY_PAGE (widget);
  gboolean is_institution = capacity_id_is_none (&self->service);

  capacity_report_export (widget, is_institution ? CAPACITY_REPORT_INSTITUTION_PLAN : CAPACITY_REPORT_SERVICE_PLAN,
                          capacity_page_get_workspace (page),
                          is_institution ? NULL : &self->service, NULL, capacity_page_get_cancellable (page));
}

static void
build_rows (CapacityPlanPage *self)
{
  g_autoptr (GtkStringList) states = gtk_string_list_new (NULL);

  for (CapacityCourse course = 0; course < CAPACITY_N_COURSES; course++)
    {
      self->course_rows[course] = ADW_ACTION_ROW (adw_action_row_new ());
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->course_rows[course]), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->course_rows[course]), capacity_words_course (course));
      adw_preferences_group_add (self->courses, GTK_WIDGET (self->course_rows[course]));
    }
  for (CapacityPlanState state = 0; state < CAPACITY_N_PLAN_STATES; state++)
    gtk_string_list_append (states, capacity_words_plan_state (state));
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->state, G_LIST_MODEL (states));
  self->is_filling = FALSE;
}

static void
follow_focus (CapacityPlanPage *self,
              gpointer          widget)
{
  GtkEventController *controller = gtk_event_controller_focus_new ();

  g_signal_connect_object (controller, "leave", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, controller);
}

static void
capacity_plan_page_dispose (GObject *object)
{
  CapacityPlanPage *self = CAPACITY_PLAN_PAGE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->change_rows, g_ptr_array_unref);
  self->is_filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_PLAN_PAGE);
  self->courses = NULL;

  G_OBJECT_CLASS (capacity_plan_page_parent_class)->dispose (object);
}

static void
capacity_plan_page_class_init (CapacityPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_plan_page_dispose;
  page_class->update = capacity_plan_page_update;
  page_class->make_grid = capacity_plan_page_make_grid;

  g_type_ensure (CAPACITY_TYPE_CHART_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/plans/capacity-plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, courses);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, chart);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, use);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, changes);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, add_change);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, years);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, state);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, decided);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, decided_by);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, assumptions);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, recommendation);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, recommendation_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, assumptions_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlanPage, decision_group);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_install_action (widget_class, "plan.add-change", NULL, add_change_action);
  gtk_widget_class_install_action (widget_class, "plan.export", NULL, export_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "plan.export", NULL);
}

/* What is below the charts comes in the frames after the first. */
static void
show_words_later (CapacityPlanPage *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (parts, g_object_ref (self->recommendation_group));
  g_ptr_array_add (parts, g_object_ref (self->assumptions_group));
  g_ptr_array_add (parts, g_object_ref (self->decision_group));
  capacity_gradual_show (GTK_WIDGET (self), parts);
}

static void
capacity_plan_page_init (CapacityPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  capacity_page_add_table_menu (CAPACITY_PAGE (self), NULL);
  self->change_rows = g_ptr_array_new ();
  build_rows (self);
  follow_focus (self, self->assumptions);
  follow_focus (self, self->recommendation);
  show_words_later (self);
}

/**
 * capacity_plan_page_new:
 * @workspace: the portfolio
 * @service: (nullable): the service; %NULL for the institution
 *
 * Returns: (transfer floating): a page with its plan
 */
AdwNavigationPage *
capacity_plan_page_new (CapacityWorkspace *workspace,
                        const CapacityId  *service)
{
  CapacityPlanPage *self = g_object_new (CAPACITY_TYPE_PLAN_PAGE, "workspace", workspace, NULL);

  self->service = service != NULL ? *service : CAPACITY_ID_NONE;
  capacity_page_update (CAPACITY_PAGE (self));

  return ADW_NAVIGATION_PAGE (self);
}
