/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-services-page.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-service-columns.h"
#include "capacity-service-row.h"
#include "capacity-words.h"

/* Pakalpojumi: all services in one table, or in a list where the window is narrow. */
struct _CapacityServicesPage
{
  CapacityPage        parent_instance;

  GtkFilterListModel *filtered;
  GtkSelectionModel  *selection;
  GtkFilter          *filter;
  GStrv               words; /* casefolded; all of them must be found */

  GtkStack           *stack;
  GtkColumnView      *table;
  GtkListView        *list;
  GtkSearchBar       *search_bar;
  GtkSearchEntry     *search_entry;
};

G_DEFINE_FINAL_TYPE (CapacityServicesPage, capacity_services_page, CAPACITY_TYPE_PAGE)

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  CapacityServicesPage *self = user_data;
  const char *key = capacity_item_get_search_key (item);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
count_changed_cb (CapacityServicesPage *self)
{
  gboolean is_empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0;

  gtk_stack_set_visible_child_name (self->stack, is_empty ? "nothing" : "services");
}

static void
search_changed_cb (CapacityServicesPage *self)
{
  g_autofree char *text = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)), -1);

  g_strfreev (self->words);
  self->words = g_strsplit_set (text, " ", -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  count_changed_cb (self);
}

static void
stop_search_cb (CapacityServicesPage *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
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
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    activate_cb (self, 0);
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

/* A change may have moved a service in the order, or made it match. */
static void
capacity_services_page_update (CapacityPage             *page,
                               const CapacityAssessment *assessment)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (page);
  GtkSorter *sorter = gtk_column_view_get_sorter (self->table);

  if (self->words != NULL && self->words[0] != NULL)
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  if (gtk_sorter_get_order (sorter) != GTK_SORTER_ORDER_NONE)
    gtk_sorter_changed (sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
build_models (CapacityServicesPage *self)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  GListModel *services = capacity_workspace_get_services (workspace);
  GtkSortListModel *sorted = NULL;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (services), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->filtered)),
                                    g_object_ref (gtk_column_view_get_sorter (self->table)));
  self->selection = GTK_SELECTION_MODEL (gtk_multi_selection_new (G_LIST_MODEL (sorted)));
  gtk_column_view_set_model (self->table, self->selection);
  gtk_list_view_set_model (self->list, self->selection);

  g_signal_connect_object (self->filtered, "notify::n-items", G_CALLBACK (count_changed_cb), self,
                           G_CONNECT_SWAPPED);
  count_changed_cb (self);
}

static void
build_factories (CapacityServicesPage *self)
{
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) list = gtk_signal_list_item_factory_new ();

  g_signal_connect (rows, "bind", G_CALLBACK (label_row_cb), NULL);
  gtk_column_view_set_row_factory (self->table, rows);
  capacity_columns_append (&capacity_service_columns, self->table);

  g_signal_connect (list, "setup", G_CALLBACK (list_setup_cb), NULL);
  g_signal_connect (list, "bind", G_CALLBACK (list_bind_cb), NULL);
  g_signal_connect (list, "unbind", G_CALLBACK (list_unbind_cb), NULL);
  gtk_list_view_set_factory (self->list, list);
}

static void
capacity_services_page_search (CapacityPage *page)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (page);

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* The selected services, or all that are shown where none is selected. */
static void
capacity_services_page_copy_table (CapacityPage *page)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (page);
  g_autofree char *message = NULL;
  guint n = capacity_columns_copy (&capacity_service_columns, self->selection,
                                   gtk_widget_get_clipboard (GTK_WIDGET (self)));

  message = g_strdup_printf (ngettext ("%u service copied", "%u services copied", n), n);
  capacity_feedback_done (GTK_WIDGET (self), message);
}

static void
capacity_services_page_constructed (GObject *object)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (object);

  G_OBJECT_CLASS (capacity_services_page_parent_class)->constructed (object);

  build_factories (self);
  build_models (self);
}

static void
capacity_services_page_dispose (GObject *object)
{
  CapacityServicesPage *self = CAPACITY_SERVICES_PAGE (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->words, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SERVICES_PAGE);

  G_OBJECT_CLASS (capacity_services_page_parent_class)->dispose (object);
}

static void
capacity_services_page_class_init (CapacityServicesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  object_class->constructed = capacity_services_page_constructed;
  object_class->dispose = capacity_services_page_dispose;

  page_class->help = "verdicts";
  page_class->update = capacity_services_page_update;
  page_class->search = capacity_services_page_search;
  page_class->copy_table = capacity_services_page_copy_table;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/services/capacity-services-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, table);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, list);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, CapacityServicesPage, search_entry);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
capacity_services_page_init (CapacityServicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}
