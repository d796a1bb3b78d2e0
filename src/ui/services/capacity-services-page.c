/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-services-page.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-column-chooser.h"
#include "capacity-column-sort.h"
#include "capacity-dialogs.h"
#include "capacity-feedback.h"
#include "capacity-filter-dialog.h"
#include "capacity-gradual.h"
#include "capacity-grid-export.h"
#include "capacity-late-menu.h"
#include "capacity-service-columns.h"
#include "capacity-service-filter.h"
#include "capacity-service-groups.h"
#include "capacity-service-row.h"
#include "capacity-services-edit-dialog.h"
#include "capacity-sheets-export.h"
#include "capacity-typing.h"
#include "capacity-words.h"

/* Pakalpojumi: all services in one table, or in a list where the window is narrow. */
struct _CapacityServicesPage
{
  CapacityPage           parent_instance;

  GSettings             *settings;
  GtkFilterListModel    *filtered;
  GtkSortListModel      *sorted;
  GtkSelectionModel     *selection;
  GtkFilter             *filter;
  CapacityServiceFilter *choice;
  char                  *group_by;

  GtkStack              *stack;
  GtkStack              *forms;
  GtkColumnView         *table;
  GtkListView           *list;
  GtkSearchBar          *search_bar;
  GtkSearchEntry        *search_entry;
  GMenu                 *columns_menu;
  GMenu                 *sort_menu;
  GMenu                 *view_menu;
  GtkMenuButton         *view_button;
  GtkRevealer           *choice_bar;
  GtkLabel              *choice_label;
  GtkActionBar          *selection_bar;
  GtkLabel              *selection_label;
};

enum
{
  PROP_GROUP_BY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CapacityServicesPage, capacity_services_page, CAPACITY_TYPE_PAGE)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  return capacity_service_filter_matches (CAPACITY_SERVICES_PAGE (user_data)->choice, item);
}

static void
show_count (CapacityServicesPage *self)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  guint n_all = g_list_model_get_n_items (capacity_workspace_get_services (workspace));
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));
  g_autofree char *text = NULL;

  /* Translators: how many services are shown, of how many */
  text = g_strdup_printf (ngettext ("%1$u of %2$u service", "%1$u of %2$u services", n_all), n, n_all);
  gtk_label_set_label (self->choice_label, text);
  gtk_revealer_set_reveal_child (self->choice_bar, !capacity_service_filter_is_empty (self->choice));
  gtk_stack_set_visible_child_name (self->stack, n == 0 ? "nothing" : "services");
}

static void
choice_changed (CapacityServicesPage *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_count (self);
}

/* The text stands in the search, the rest is chosen in a dialog; both together are what can be kept. */
static void
search (gpointer user_data)
{
  CapacityServicesPage *self = user_data;

  capacity_service_filter_set_text (self->choice, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  choice_changed (self);
  capacity_feedback_found (GTK_WIDGET (self->search_entry), g_list_model_get_n_items (G_LIST_MODEL (self->filtered)));
}

/* The choice is there again at the next start; what was searched for is not. */
static void
remember_choice (CapacityServicesPage *self)
{
  g_autofree char *query = capacity_service_filter_to_query (self->choice);
  g_autoptr (CapacityServiceFilter) kept = capacity_service_filter_parse (query);
  g_autofree char *kept_query = NULL;

  capacity_service_filter_set_text (kept, NULL);
  kept_query = capacity_service_filter_to_query (kept);
  g_settings_set_string (self->settings, "services-choice", kept_query);
}

static void
set_query (CapacityServicesPage *self,
           const char           *query)
{
  g_autoptr (CapacityServiceFilter) choice = capacity_service_filter_parse (query);

  gtk_search_bar_set_search_mode (self->search_bar, choice->text != NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), choice->text != NULL ? choice->text : "");
  capacity_service_filter_free (self->choice);
  self->choice = g_steal_pointer (&choice);
  choice_changed (self);
  remember_choice (self);
}

static void
stop_search_cb (CapacityServicesPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
query_chosen_cb (CapacityServicesPage *self,
                 GParamSpec           *pspec,
                 CapacityFilterDialog *dialog)
{
  set_query (self, capacity_filter_dialog_get_query (dialog));
}

static void
filter_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (widget);
  g_autofree char *query = capacity_service_filter_to_query (self->choice);
  AdwDialog *dialog = capacity_filter_dialog_new (capacity_page_get_workspace (CAPACITY_PAGE (self)), query);

  g_signal_connect_object (dialog, "notify::query", G_CALLBACK (query_chosen_cb), self, G_CONNECT_SWAPPED);
  capacity_dialogs_present_soon (dialog, widget);
}

static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  set_query (CAPACITY_SERVICES_PAGE (widget), g_variant_get_string (parameter, NULL));
}

static void
show_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  set_query (CAPACITY_SERVICES_PAGE (widget), "");
}

static void
activate_cb (CapacityServicesPage *self,
             guint                 position)
{
  g_autoptr (CapacityServiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *id = capacity_id_to_string (&capacity_service_item_get_service (item)->id);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-service", "s", id);
}

static void
search_activate_cb (CapacityServicesPage *self)
{
  capacity_typing_finish (self->search_entry);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    activate_cb (self, 0);
}

static GPtrArray *
list_selected (CapacityServicesPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    g_ptr_array_add (items, g_list_model_get_item (G_LIST_MODEL (self->selection), gtk_bitset_get_nth (selected, i)));

  return items;
}

static void
selection_changed_cb (CapacityServicesPage *self)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (self->selection);
  guint n = (guint) gtk_bitset_get_size (selected);
  gboolean can_change = n > 0 && !capacity_workspace_is_read_only (workspace);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", n), n);

  gtk_label_set_label (self->selection_label, text);
  gtk_action_bar_set_revealed (self->selection_bar, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "services.export", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "services.edit", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "services.delete", can_change);
}

static void
export_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (widget);
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  g_autoptr (GPtrArray) items = list_selected (self);
  g_autoptr (GPtrArray) services = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    g_ptr_array_add (services, (gpointer) capacity_service_item_get_assessment (g_ptr_array_index (items, i)));
  capacity_sheets_export (widget, workspace, services);
}

static void
edit_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (widget);
  g_autoptr (GPtrArray) items = list_selected (self);

  adw_dialog_present (capacity_services_edit_dialog_new (capacity_page_get_workspace (CAPACITY_PAGE (self)), items),
                      widget);
}

static void
delete_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (widget);
  g_autoptr (GPtrArray) items = list_selected (self);
  g_autoptr (CapacityChange) change = capacity_change_new ();

  for (guint i = 0; i < items->len; i++)
    capacity_change_remove_service (change, capacity_item_get_id (g_ptr_array_index (items, i)));
  capacity_apply (widget, capacity_page_get_workspace (CAPACITY_PAGE (self)), change,
                  _("The Services Were Not Deleted"), NULL);
}

static void
select_none_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  gtk_selection_model_unselect_all (CAPACITY_SERVICES_PAGE (widget)->selection);
}

static void
label_row_cb (GtkListItemFactory *factory,
              GtkColumnViewRow   *row,
              gpointer            user_data)
{
  CapacityServiceItem *item = gtk_column_view_row_get_item (row);
  const CapacityServiceAssessment *service = capacity_service_item_get_assessment (item);
  g_autofree char *headline = capacity_words_headline (service);

  gtk_column_view_row_set_accessible_label (row, service->service->name);
  gtk_column_view_row_set_accessible_description (row, headline);
}

static void
list_setup_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            user_data)
{
  gtk_list_item_set_child (item, capacity_service_row_new ());
}

static void
list_bind_cb (GtkListItemFactory *factory,
              GtkListItem        *item,
              gpointer            user_data)
{
  CapacityServiceItem *service = gtk_list_item_get_item (item);
  g_autofree char *headline = capacity_words_headline (capacity_service_item_get_assessment (service));

  capacity_service_row_set_item (CAPACITY_SERVICE_ROW (gtk_list_item_get_child (item)), service);
  gtk_list_item_set_accessible_label (item, capacity_service_item_get_name (service));
  gtk_list_item_set_accessible_description (item, headline);
}

static void
list_unbind_cb (GtkListItemFactory *factory,
                GtkListItem        *item,
                gpointer            user_data)
{
  capacity_service_row_set_item (CAPACITY_SERVICE_ROW (gtk_list_item_get_child (item)), NULL);
}

/* A change may have moved a service in the order or to another group, or made it match. */
static void
capacity_services_page_update (CapacityPage             *page,
                               const CapacityAssessment *assessment)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (page);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);
  GtkSorter *groups = gtk_sort_list_model_get_section_sorter (self->sorted);

  if (!capacity_service_filter_is_empty (self->choice))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (groups != NULL)
    gtk_sorter_changed (groups, GTK_SORTER_CHANGE_DIFFERENT);
  if (gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE)
    gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
  show_count (self);
  selection_changed_cb (self);
}

static void
show_groups (CapacityServicesPage *self)
{
  g_autoptr (GtkSorter) sorter = capacity_service_groups_sorter_new (self->group_by);
  g_autoptr (GtkListItemFactory) headings = NULL;

  if (sorter != NULL)
    headings = capacity_service_groups_factory_new (self->group_by);
  gtk_sort_list_model_set_section_sorter (self->sorted, sorter);
  gtk_column_view_set_header_factory (self->table, headings);
  gtk_list_view_set_header_factory (self->list, headings);
}

/* Rows are made only for the form that is seen. */
static void
form_changed_cb (CapacityServicesPage *self)
{
  gboolean is_table = g_strcmp0 (gtk_stack_get_visible_child_name (self->forms), "table") == 0;

  gtk_column_view_set_model (self->table, is_table ? self->selection : NULL);
  gtk_list_view_set_model (self->list, is_table ? NULL : self->selection);
}

static void
build_models (CapacityServicesPage *self)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  GListModel *services = capacity_workspace_get_services (workspace);

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (services), g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                          g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (capacity_gradual_new (G_LIST_MODEL (self->sorted),
                                                                                         CAPACITY_GRADUAL_LINES,
                                                                                         GTK_WIDGET (self))));
  form_changed_cb (self);
  capacity_columns_keep_top (self->table, G_LIST_MODEL (self->selection));

  g_signal_connect_object (self->filtered, "notify::n-items", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
build_factories (CapacityServicesPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "bind", G_CALLBACK (label_row_cb), NULL);
  gtk_column_view_set_row_factory (self->table, rows);
  capacity_columns_append (&capacity_service_columns, self->table);
  capacity_grid_add_copy_key (GTK_WIDGET (self->table));
  capacity_column_chooser_attach (GTK_WIDGET (self), self->table, self->columns_menu, "services-hidden-columns");
  capacity_column_sort_attach (GTK_WIDGET (self), self->table, self->sort_menu, "services-order");

  g_signal_connect (list, "setup", G_CALLBACK (list_setup_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (list_bind_cb), NULL);
  g_signal_connect (list, "unbind", G_CALLBACK (list_unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, list);
  capacity_grid_add_copy_key (GTK_WIDGET (self->list));
}

static void
capacity_services_page_search (CapacityPage *page)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static CapacityGrid *
capacity_services_page_make_grid (CapacityPage *page)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (page);

  return capacity_columns_new_grid (&capacity_service_columns, self->table, self->selection, _("Services"));
}

static void
capacity_services_page_constructed (GObject *object)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (object);
  g_autofree char *query = g_settings_get_string (self->settings, "services-choice");

  G_OBJECT_CLASS (capacity_services_page_parent_class)->constructed (object);

  build_factories (self);
  build_models (self);
  g_settings_bind (self->settings, "services-group", self, "group-by", G_SETTINGS_BIND_DEFAULT);
  show_groups (self);
  set_query (self, query);
}

static void
capacity_services_page_dispose (GObject *object)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->settings);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SERVICES_PAGE);

  G_OBJECT_CLASS (capacity_services_page_parent_class)->dispose (object);
}

static void
capacity_services_page_finalize (GObject *object)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (object);

  capacity_service_filter_free (self->choice);
  g_free (self->group_by);

  G_OBJECT_CLASS (capacity_services_page_parent_class)->finalize (object);
}

static void
capacity_services_page_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (object);

  switch (prop_id)
    {
    case PROP_GROUP_BY:
      g_value_set_string (value, self->group_by);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_services_page_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (object);

  switch (prop_id)
    {
    case PROP_GROUP_BY:
      if (g_set_str (&self->group_by, g_value_get_string (value)))
        {
          show_groups (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "services.group", "group-by");
  gtk_widget_class_install_action (widget_class, "services.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "services.choose", "s", choose_action);
  gtk_widget_class_install_action (widget_class, "services.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "services.export", NULL, export_action);
  gtk_widget_class_install_action (widget_class, "services.edit", NULL, edit_action);
  gtk_widget_class_install_action (widget_class, "services.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "services.select-none", NULL, select_none_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "services.filter",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_NO_MODIFIER_MASK, "services.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, GDK_NO_MODIFIER_MASK, "services.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "services.export", NULL);
}

static void
capacity_services_page_class_init (CapacityServicesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  object_class->constructed = capacity_services_page_constructed;
  object_class->dispose = capacity_services_page_dispose;
  object_class->finalize = capacity_services_page_finalize;
  object_class->get_property = capacity_services_page_get_property;
  object_class->set_property = capacity_services_page_set_property;

  page_class->update = capacity_services_page_update;
  page_class->search = capacity_services_page_search;
  page_class->make_grid = capacity_services_page_make_grid;

  properties[PROP_GROUP_BY] = g_param_spec_string ("group-by", NULL, NULL, "none",
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                                                   | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/services/capacity-services-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, forms);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, table);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, list);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, columns_menu);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, sort_menu);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, view_menu);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, view_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, choice_bar);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, choice_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, selection_bar);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, selection_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  install_actions (widget_class);
}

static void
capacity_services_page_init (CapacityServicesPage *self)
{
  self->settings = g_settings_new ("org.varam.Capacity");
  self->choice = capacity_service_filter_new ();
  self->group_by = g_strdup ("none");

  gtk_widget_init_template (GTK_WIDGET (self));
  capacity_page_add_table_menu (CAPACITY_PAGE (self), self->view_menu);
  capacity_late_menu_attach (self->view_button, G_MENU_MODEL (self->view_menu));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  capacity_typing_connect (self->search_entry, search, self);
}
