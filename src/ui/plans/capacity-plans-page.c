/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-plans-page.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-gradual.h"
#include "capacity-plan-row.h"
#include "capacity-plan-words.h"
#include "capacity-search.h"
#include "capacity-words.h"

/* Ietilpības plāni: what is done in the next years, for the institution and for each service, the most urgent first. */
struct _CapacityPlansPage
{
  CapacityPage        parent_instance;

  GtkFilter          *filter;
  GtkSorter          *sorter;
  GtkFilterListModel *filtered;

  AdwActionRow       *institution;
  GtkListView        *list;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
  GtkStack           *stack;
  char               *needle; /* casefolded; NULL for all */
};

G_DEFINE_FINAL_TYPE (CapacityPlansPage, capacity_plans_page, CAPACITY_TYPE_PAGE)

/* The day by which a decision is due: none is the latest. */
static CapacityDate
due (const CapacityServiceAssessment *service)
{
  return service->exhaustion.decide_by != CAPACITY_DATE_NONE ? service->exhaustion.decide_by : G_MAXINT;
}

static int
compare_urgency (gconstpointer a,
                 gconstpointer b,
                 gpointer      unused)
{
  const CapacityServiceAssessment *first = capacity_service_item_get_assessment ((CapacityServiceItem *) a);
  const CapacityServiceAssessment *second = capacity_service_item_get_assessment ((CapacityServiceItem *) b);

  if (first->overall != second->overall)
    return first->overall > second->overall ? GTK_ORDERING_SMALLER : GTK_ORDERING_LARGER;

  return gtk_ordering_from_cmpfunc ((due (first) > due (second)) - (due (first) < due (second)));
}

static gboolean
is_wanted (gpointer item,
           gpointer user_data)
{
  CapacityPlansPage *self = user_data;
  g_autofree char *name = NULL;

  if (self->needle == NULL)
    return TRUE;
  name = capacity_search_fold (capacity_service_item_get_name (item));

  return strstr (name, self->needle) != NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, capacity_plan_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         CapacityPlansPage        *self)
{
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (capacity_page_get_workspace (CAPACITY_PAGE (self)));
  CapacityServiceItem *service = gtk_list_item_get_item (item);

  capacity_plan_row_set_service (CAPACITY_PLAN_ROW (gtk_list_item_get_child (item)), service, assessment->as_of);
  gtk_list_item_set_accessible_label (item, capacity_service_item_get_name (service));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  capacity_plan_row_set_service (CAPACITY_PLAN_ROW (gtk_list_item_get_child (item)), NULL, CAPACITY_DATE_NONE);
}

static void
activate_cb (CapacityPlansPage *self,
             guint              position)
{
  g_autoptr (CapacityServiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);
  g_autofree char *id = capacity_id_to_string (&capacity_service_item_get_service (item)->id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-plan", "s", id);
}

static void
search_changed_cb (CapacityPlansPage *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = capacity_search_fold (text);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  capacity_feedback_found (GTK_WIDGET (self->search_entry), g_list_model_get_n_items (G_LIST_MODEL (self->filtered)));
}

static void
count_cb (CapacityPlansPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_stack_set_visible_child_name (self->stack, n == 0 && self->needle != NULL ? "none" : "plans");
}

static void
capacity_plans_page_update (CapacityPage             *page,
                            const CapacityAssessment *assessment)
{
  CapacityPlansPage *self = CAPACITY_PLANS_PAGE (page);
  const char *name = assessment->portfolio->institution.name;
  g_autofree char *stand = capacity_words_plan_stand (assessment->portfolio->plan);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->institution), name != NULL ? name : _("The Institution"));
  adw_action_row_set_subtitle (self->institution, stand);
  gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
capacity_plans_page_search (CapacityPage *page)
{
  CapacityPlansPage *self = CAPACITY_PLANS_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
add_row (CapacityGrid                    *grid,
         const CapacityServiceAssessment *service)
{
  CapacityDate by = service->exhaustion.decide_by;
  g_autofree char *stand = capacity_words_plan_stand (service->service->plan);
  g_autofree char *runs_short = capacity_words_exhaustion (&service->exhaustion);
  g_autofree char *decide_by = by != CAPACITY_DATE_NONE ? capacity_format_date (by) : NULL;
  const char *cells[] = { service->service->name, service->service->owner, capacity_words_verdict (service->overall), stand,
                          runs_short, decide_by };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    capacity_grid_add_text (grid, cells[i]);
  capacity_grid_end_row (grid);
}

static CapacityGrid *
capacity_plans_page_make_grid (CapacityPage *page)
{
  CapacityPlansPage *self = CAPACITY_PLANS_PAGE (page);
  const char *headings[] = { _("Service"), _("Owner"), _("Verdict"), C_("column", "Plan"), _("Runs Short"), _("Decide By") };
  CapacityGrid *grid = capacity_grid_new (_("Capacity Plans"));

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    capacity_grid_add_text (grid, headings[i]);
  capacity_grid_end_row (grid);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr (CapacityServiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      add_row (grid, capacity_service_item_get_assessment (item));
    }

  return grid;
}

static GtkListItemFactory *
make_factory (CapacityPlansPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

static void
capacity_plans_page_constructed (GObject *object)
{
  CapacityPlansPage *self = CAPACITY_PLANS_PAGE (object);
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (object));
  g_autoptr (GtkListItemFactory) factory = make_factory (self);
  GtkSortListModel *sorted;
  g_autoptr (GtkSelectionModel) selection = NULL;

  G_OBJECT_CLASS (capacity_plans_page_parent_class)->constructed (object);

  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare_urgency, NULL, NULL));
  self->filter = GTK_FILTER (gtk_custom_filter_new (is_wanted, self, NULL));
  sorted = gtk_sort_list_model_new (g_object_ref (capacity_workspace_get_services (workspace)),
                                    g_object_ref (self->sorter));
  self->filtered = gtk_filter_list_model_new (G_LIST_MODEL (sorted), g_object_ref (self->filter));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (capacity_gradual_new (G_LIST_MODEL (self->filtered),
                                                                                CAPACITY_GRADUAL_ROWS,
                                                                                GTK_WIDGET (self))));
  g_signal_connect_object (self->filtered, "items-changed", G_CALLBACK (count_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, selection);
}

static void
capacity_plans_page_dispose (GObject *object)
{
  CapacityPlansPage *self = CAPACITY_PLANS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_PLANS_PAGE);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->sorter);
  g_clear_pointer (&self->needle, g_free);

  G_OBJECT_CLASS (capacity_plans_page_parent_class)->dispose (object);
}

static void
capacity_plans_page_class_init (CapacityPlansPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  object_class->constructed = capacity_plans_page_constructed;
  object_class->dispose = capacity_plans_page_dispose;

  page_class->update = capacity_plans_page_update;
  page_class->search = capacity_plans_page_search;
  page_class->make_grid = capacity_plans_page_make_grid;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/plans/capacity-plans-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityPlansPage, institution);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlansPage, list);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlansPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlansPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CapacityPlansPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
capacity_plans_page_init (CapacityPlansPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  capacity_page_add_table_menu (CAPACITY_PAGE (self), NULL);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}
