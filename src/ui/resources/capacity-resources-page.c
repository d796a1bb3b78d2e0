/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resources-page.h"

#include <glib/gi18n.h>

#include "capacity-chart-card.h"
#include "capacity-column-sort.h"
#include "capacity-combo.h"
#include "capacity-feedback.h"
#include "capacity-gradual.h"
#include "capacity-grid-export.h"
#include "capacity-late-menu.h"
#include "capacity-needs-grid.h"
#include "capacity-register-words.h"
#include "capacity-search.h"
#include "capacity-stack.h"
#include "capacity-use-charts.h"
#include "capacity-resource-columns.h"
#include "capacity-resource-row.h"
#include "capacity-resource-words.h"
#include "capacity-typing.h"
#include "capacity-words.h"

/* Resursi un spējas: of what there is too little, of what too much. All resources in one table by kind, their use by
 * month, and what services need of them. */
struct _CapacityResourcesPage
{
  CapacityPage        parent_instance;

  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  GtkSelectionModel  *selection;
  GtkFilter          *filter;
  GStrv               words; /* casefolded; all of them must be found */

  GtkStack           *stack;
  GtkStack           *forms;
  GtkStack           *shapes;
  AdwToggleGroup     *form_group;
  GtkDropDown        *kind;
  GtkDropDown        *verdict;
  GtkColumnView      *table;
  GtkListView        *list;
  CapacityChartCard  *now;
  CapacityChartCard  *use;
  CapacityNeedsGrid  *needs;
  GMenu              *sort_menu;
  GMenu              *view_menu;
  GtkMenuButton      *view_button;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
};

#define N_USE_MONTHS 12
#define N_USE_ROWS 60
#define N_NOW_ROWS 30

/* The verdicts as the filter lists them, the worst first. */
static const CapacityVerdict verdicts[] = {
  CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_VERDICT_AT_RISK, CAPACITY_VERDICT_SUFFICIENT,
  CAPACITY_VERDICT_EXCESSIVE,    CAPACITY_VERDICT_UNKNOWN,
};

G_DEFINE_FINAL_TYPE (CapacityResourcesPage, capacity_resources_page, CAPACITY_TYPE_PAGE)

static gboolean
has_words (CapacityResourcesPage *self,
           CapacityItem          *item)
{
  const char *key = capacity_item_get_search_key (item);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  CapacityResourcesPage *self = user_data;
  const CapacityResourceAssessment *resource = capacity_resource_item_get_assessment (item);
  guint kind = gtk_drop_down_get_selected (self->kind);
  guint verdict = gtk_drop_down_get_selected (self->verdict);

  return (kind == 0 || resource->resource->kind == (CapacityResourceKind) (kind - 1))
         && (verdict == 0 || resource->verdict == verdicts[verdict - 1])
         && has_words (self, item);
}

/* The resources that the table shows, in its order. */
static GPtrArray *
list_resources (CapacityResourcesPage *self)
{
  GPtrArray *resources = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sorted)); i++)
    {
      g_autoptr (CapacityResourceItem) item = g_list_model_get_item (G_LIST_MODEL (self->sorted), i);

      g_ptr_array_add (resources, (gpointer) capacity_resource_item_get_assessment (item));
    }

  return resources;
}

static void
show_now (CapacityResourcesPage    *self,
          const CapacityAssessment *assessment)
{
  g_autoptr (GPtrArray) resources = list_resources (self);
  g_autoptr (CapacityChart) chart = capacity_resources_now_chart_new (resources, N_NOW_ROWS);

  capacity_chart_card_set_chart (self->now, chart);
}

static void
show_use (CapacityResourcesPage    *self,
          const CapacityAssessment *assessment)
{
  g_autoptr (GPtrArray) resources = list_resources (self);
  g_autoptr (CapacityChart) chart = capacity_resource_use_chart_new (assessment, resources, N_USE_ROWS,
                                                                   N_USE_MONTHS);

  capacity_chart_card_set_chart (self->use, chart);
}

static void
show_needs (CapacityResourcesPage    *self,
            const CapacityAssessment *assessment)
{
  capacity_needs_grid_show (self->needs, capacity_page_get_workspace (CAPACITY_PAGE (self)), self->filter);
}

/* Of the forms, what comes after the table; only that of the form which is seen is shown. */
static const struct
{
  const char *form;
  void (*show) (CapacityResourcesPage    *self,
                const CapacityAssessment *assessment);
} parts[] = {
  { "months", show_now },
  { "months", show_use },
  { "needs", show_needs },
};

static gboolean
capacity_resources_page_update_more (CapacityPage             *page,
                                     const CapacityAssessment *assessment,
                                     guint                     part)
{
  CapacityResourcesPage *self = CAPACITY_RESOURCES_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->forms), parts[part].form) == 0)
    parts[part].show (self, assessment);

  return part + 1 < G_N_ELEMENTS (parts);
}

static void
show_rows (CapacityResourcesPage *self)
{
  GListModel *all = gtk_filter_list_model_get_model (self->filtered);
  gboolean is_empty = all == NULL || g_list_model_get_n_items (all) == 0;
  gboolean is_nothing = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "empty" : is_nothing ? "nothing" : "resources");
}

static void
filter_changed_cb (CapacityResourcesPage *self)
{
  if (self->filter == NULL)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_rows (self);
  capacity_page_update_more (CAPACITY_PAGE (self));
}

static void
search (gpointer user_data)
{
  CapacityResourcesPage *self = user_data;
  g_autofree char *text = capacity_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_strfreev (self->words);
  self->words = g_strsplit_set (text, " ", -1);
  filter_changed_cb (self);
  capacity_feedback_found (GTK_WIDGET (self->search_entry), g_list_model_get_n_items (G_LIST_MODEL (self->filtered)));
}

static void
stop_search_cb (CapacityResourcesPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

/* Rows are made only for the shape that is seen. */
static void
shape_changed_cb (CapacityResourcesPage *self)
{
  gboolean is_table = g_strcmp0 (gtk_stack_get_visible_child_name (self->shapes), "table") == 0;

  gtk_column_view_set_model (self->table, is_table ? self->selection : NULL);
  gtk_list_view_set_model (self->list, is_table ? NULL : self->selection);
}

static void
form_changed_cb (CapacityResourcesPage *self)
{
  capacity_stack_show (self->forms, adw_toggle_group_get_active_name (self->form_group));
  capacity_page_update_more (CAPACITY_PAGE (self));
}

static void
activate_cb (CapacityResourcesPage *self,
             guint                  position)
{
  g_autoptr (CapacityItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *id = capacity_id_to_string (capacity_item_get_id (item));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-resource", "s", id);
}

static void
search_activate_cb (CapacityResourcesPage *self)
{
  capacity_typing_finish (self->search_entry);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    activate_cb (self, 0);
}

static void
label_row_cb (GtkListItemFactory *factory,
              GtkColumnViewRow   *row,
              gpointer            user_data)
{
  const CapacityResourceAssessment *resource = capacity_item_get_assessment (gtk_column_view_row_get_item (row));
  g_autofree char *headline = capacity_words_resource_headline (resource);

  gtk_column_view_row_set_accessible_label (row, resource->resource->name);
  gtk_column_view_row_set_accessible_description (row, headline);
}

static void
header_setup_cb (GtkListItemFactory *factory,
                 GtkListHeader      *header,
                 gpointer            user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_header_set_child (header, label);
}

static void
header_bind_cb (GtkListItemFactory *factory,
                GtkListHeader      *header,
                gpointer            user_data)
{
  const CapacityResourceAssessment *resource = capacity_item_get_assessment (gtk_list_header_get_item (header));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)),
                       capacity_words_resource_kind (resource->resource->kind));
}

static void
list_setup_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            user_data)
{
  gtk_list_item_set_child (item, capacity_resource_row_new ());
}

static void
list_bind_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              gpointer            user_data)
{
  const CapacityResourceAssessment *resource = capacity_item_get_assessment (gtk_list_item_get_item (item));
  g_autofree char *headline = capacity_words_resource_headline (resource);

  capacity_resource_row_set_item (CAPACITY_RESOURCE_ROW (gtk_list_item_get_child (item)),
                                  gtk_list_item_get_item (item));
  gtk_list_item_set_accessible_label (item, resource->resource->name);
  gtk_list_item_set_accessible_description (item, headline);
}

static void
list_unbind_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                gpointer            user_data)
{
  capacity_resource_row_set_item (CAPACITY_RESOURCE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* A change may have moved a resource in the order, or made it match. */
static void
capacity_resources_page_update (CapacityPage             *page,
                                const CapacityAssessment *assessment)
{
  CapacityResourcesPage *self = CAPACITY_RESOURCES_PAGE (page);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);

  if (gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE)
    gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
  filter_changed_cb (self);
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const CapacityResourceAssessment *first = capacity_item_get_assessment ((CapacityItem *) a);
  const CapacityResourceAssessment *second = capacity_item_get_assessment ((CapacityItem *) b);

  return (int) first->resource->kind - (int) second->resource->kind;
}

static void
build_models (CapacityResourcesPage *self)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  GListModel *resources = capacity_workspace_get_resources (workspace);
  g_autoptr (GtkSorter) by_kind = GTK_SORTER (gtk_custom_sorter_new (compare_kinds, NULL, NULL));

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (resources), g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          g_object_ref (gtk_column_view_get_sorter (self->table)));
  gtk_sort_list_model_set_section_sorter (self->sorted, by_kind);
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (capacity_gradual_new (G_LIST_MODEL (self->sorted),
                                                                                         CAPACITY_GRADUAL_LINES,
                                                                                         GTK_WIDGET (self))));
  shape_changed_cb (self);
  capacity_columns_keep_top (self->table, G_LIST_MODEL (self->selection));
}

static void
build_factories (CapacityResourcesPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) headers = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "bind", G_CALLBACK (label_row_cb), NULL);
  gtk_column_view_set_row_factory (self->table, rows);
  capacity_columns_append (&capacity_resource_columns, self->table);
  capacity_grid_add_copy_key (GTK_WIDGET (self->table));
  capacity_column_sort_attach (GTK_WIDGET (self), self->table, self->sort_menu, "resources-order");

  g_signal_connect (headers, "setup", G_CALLBACK (header_setup_cb), NULL);
  g_signal_connect (headers, "bind", G_CALLBACK (header_bind_cb), NULL);
  gtk_column_view_set_header_factory (self->table, headers);

  g_signal_connect (list, "setup", G_CALLBACK (list_setup_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (list_bind_cb), NULL);
  g_signal_connect (list, "unbind", G_CALLBACK (list_unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, list);
  capacity_grid_add_copy_key (GTK_WIDGET (self->list));
}

static void
fill_filters (CapacityResourcesPage *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (kinds, _("All Kinds"));
  for (int i = 0; i < CAPACITY_N_RESOURCE_KINDS; i++)
    gtk_string_list_append (kinds, capacity_words_resource_kind ((CapacityResourceKind) i));
  gtk_string_list_append (names, _("All Verdicts"));
  for (gsize i = 0; i < G_N_ELEMENTS (verdicts); i++)
    gtk_string_list_append (names, capacity_words_verdict (verdicts[i]));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (kinds));
  gtk_drop_down_set_model (self->verdict, G_LIST_MODEL (names));
  capacity_combo_set_name (self->kind, _("Kind"));
  capacity_combo_set_name (self->verdict, _("Verdict"));
}

static void
capacity_resources_page_search (CapacityPage *page)
{
  CapacityResourcesPage *self = CAPACITY_RESOURCES_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static CapacityGrid *
capacity_resources_page_make_grid (CapacityPage *page)
{
  CapacityResourcesPage *self = CAPACITY_RESOURCES_PAGE (page);

  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->forms), "needs") == 0)
    return capacity_needs_grid_make_grid (self->needs);

  return capacity_columns_new_grid (&capacity_resource_columns, self->table, self->selection, _("Resources"));
}

/* What is chosen is there again next time. */
static void
bind_settings (CapacityResourcesPage *self)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.varam.Capacity");

  g_settings_bind (settings, "resources-form", self->form_group, "active-name", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "resources-kind", self->kind, "selected", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "resources-verdict", self->verdict, "selected", G_SETTINGS_BIND_DEFAULT);
}

static void
capacity_resources_page_constructed (GObject *object)
{
  CapacityResourcesPage *self = CAPACITY_RESOURCES_PAGE (object);

  G_OBJECT_CLASS (capacity_resources_page_parent_class)->constructed (object);

  fill_filters (self);
  build_factories (self);
  build_models (self);
  bind_settings (self);
}

static void
capacity_resources_page_dispose (GObject *object)
{
  CapacityResourcesPage *self = CAPACITY_RESOURCES_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->words, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_RESOURCES_PAGE);

  G_OBJECT_CLASS (capacity_resources_page_parent_class)->dispose (object);
}

static void
capacity_resources_page_class_init (CapacityResourcesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  object_class->constructed = capacity_resources_page_constructed;
  object_class->dispose = capacity_resources_page_dispose;

  page_class->update = capacity_resources_page_update;
  page_class->update_more = capacity_resources_page_update_more;
  page_class->search = capacity_resources_page_search;
  page_class->make_grid = capacity_resources_page_make_grid;

  g_type_ensure (CAPACITY_TYPE_CHART_CARD);
  g_type_ensure (CAPACITY_TYPE_NEEDS_GRID);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/resources/capacity-resources-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, forms);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, shapes);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, form_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, kind);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, verdict);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, table);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, list);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, use);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, now);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, needs);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, view_menu);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityResourcesPage, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, shape_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
capacity_resources_page_init (CapacityResourcesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  capacity_page_add_table_menu (CAPACITY_PAGE (self), self->view_menu);
  capacity_late_menu_attach (self->view_button, G_MENU_MODEL (self->view_menu));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  capacity_typing_connect (self->search_entry, search, self);
}
