/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-window-private.h"

#include <glib/gi18n.h>

#include "capacity-dialogs.h"
#include "capacity-go-to-dialog.h"
#include "capacity-gradual.h"
#include "capacity-grid-export.h"
#include "capacity-help.h"
#include "capacity-page.h"
#include "capacity-plan-page.h"
#include "capacity-resource-page.h"
#include "capacity-service-page.h"
#include "capacity-views.h"

/* Where search and table are at home: a page without its own leads there. */
#define TABLE_VIEW "services"

#define PLAN_PREFIX "plan:"

/* The wanted view, or the first where there is none of that name. */
static guint
find_view (const char *name)
{
  guint n_views = 0;
  const CapacityView *views = capacity_views_list (&n_views);

  for (guint i = 0; i < n_views; i++)
    if (g_str_equal (views[i].name, name))
      return i;

  return 0;
}

static const CapacityView *
get_view (guint index)
{
  guint n_views = 0;

  return &capacity_views_list (&n_views)[index];
}

static AdwNavigationPage *
ensure_page (CapacityWindow     *self,
             const CapacityView *view)
{
  AdwNavigationPage *page = adw_navigation_view_find_page (self->navigation, view->name);

  if (page == NULL)
    {
      page = g_object_new (view->get_type (),
                           "workspace", self->workspace,
                           "tag", view->name,
                           "title", _(view->title),
                           NULL);
      adw_navigation_view_add (self->navigation, page);
    }

  return page;
}

static void
row_activated_cb (CapacityWindow *self,
                  GtkListBoxRow  *row)
{
  capacity_window_show_view (self, get_view ((guint) gtk_list_box_row_get_index (row))->name);
}

/* The arrow keys select: what is selected is what is shown. A row that gets the focus is selected again. */
static void
row_selected_cb (CapacityWindow *self,
                 GtkListBoxRow  *row)
{
  if (row == NULL || gtk_list_box_row_get_index (row) == (int) self->view
      || adw_navigation_split_view_get_collapsed (self->split_view))
    return;

  row_activated_cb (self, row);
}

static GtkWidget *
sidebar_row_new (const CapacityView *view)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_(view->title));
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", view->icon_name,
                                   NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _(view->title));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _(view->title), -1);

  return row;
}

static void
part_sections_cb (GtkListBoxRow *row,
                  GtkListBoxRow *before,
                  gpointer       user_data)
{
  if (get_view ((guint) gtk_list_box_row_get_index (row))->starts_section)
    gtk_list_box_row_set_header (row, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

static void
show_view_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  capacity_window_show_view (CAPACITY_WINDOW (widget), action_name + strlen ("win.show-"));
}

/* Shows the page of a service or resource, which bears its identifier: the one there is, or @page. */
static void
show_subject (CapacityWindow    *self,
              const char        *view,
              const char        *id,
              AdwNavigationPage *page)
{
  g_object_ref_sink (page);
  if (adw_navigation_view_get_visible_page (self->navigation) == NULL)
    capacity_window_show_view (self, view);
  if (adw_navigation_view_find_page (self->navigation, id) != NULL)
    {
      adw_navigation_view_pop_to_tag (self->navigation, id);
    }
  else
    {
      adw_navigation_page_set_tag (page, id);
      adw_navigation_view_push (self->navigation, page);
    }
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_object_unref (page);
}

/* The services to which a query applies, in their table. */
static void
choose_services_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);

  capacity_window_show_view (self, TABLE_VIEW);
  gtk_widget_activate_action_variant (GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation)),
                                      "services.choose", parameter);
}

/* By its identifier, its code or its name. */
static void
show_service_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  const char *text = g_variant_get_string (parameter, NULL);
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  const CapacityService *service = NULL;
  CapacityServiceItem *item = NULL;
  g_autofree char *name = NULL;
  CapacityId id;

  if (portfolio == NULL)
    return;
  service = capacity_id_parse (text, &id) ? capacity_portfolio_get_service (portfolio, &id)
                                          : capacity_portfolio_find_service (portfolio, text);
  if (service != NULL)
    item = capacity_workspace_get_service (self->workspace, &service->id);
  if (item == NULL)
    return;
  name = capacity_id_to_string (&service->id);
  show_subject (self, TABLE_VIEW, name, capacity_service_page_new (self->workspace, item));
}

/* By its identifier, its code or its name. */
static void
show_resource_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  const char *text = g_variant_get_string (parameter, NULL);
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  const CapacityResource *resource = NULL;
  CapacityResourceItem *item = NULL;
  g_autofree char *name = NULL;
  CapacityId id;

  if (portfolio == NULL)
    return;
  resource = capacity_id_parse (text, &id) ? capacity_portfolio_get_resource (portfolio, &id)
                                           : capacity_portfolio_find_resource (portfolio, text);
  if (resource != NULL)
    item = capacity_workspace_get_resource (self->workspace, &resource->id);
  if (item == NULL)
    return;
  name = capacity_id_to_string (&resource->id);
  show_subject (self, "resources", name, capacity_resource_page_new (self->workspace, item));
}

/* Shows whatever has this identifier. */
static void
show_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  CapacityId id;

  if (capacity_id_parse (g_variant_get_string (parameter, NULL), &id)
      && capacity_workspace_get_service (self->workspace, &id) == NULL)
    gtk_widget_activate_action_variant (widget, "win.show-resource", parameter);
  else
    gtk_widget_activate_action_variant (widget, "win.show-service", parameter);
}

/* The plan of the service with the identifier that is given, or of the institution where none is. */
static void
show_plan_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  const char *text = g_variant_get_string (parameter, NULL);
  g_autofree char *tag = g_strconcat (PLAN_PREFIX, text, NULL);
  AdwNavigationPage *page;
  CapacityId id;

  if (*text != '\0'
      && (!capacity_id_parse (text, &id) || capacity_workspace_get_service (self->workspace, &id) == NULL))
    return;
  if (adw_navigation_view_get_visible_page (self->navigation) == NULL)
    capacity_window_show_view (self, "plans");
  if (adw_navigation_view_find_page (self->navigation, tag) != NULL)
    {
      adw_navigation_view_pop_to_tag (self->navigation, tag);
    }
  else
    {
      page = capacity_plan_page_new (self->workspace, *text != '\0' ? &id : NULL);
      adw_navigation_page_set_tag (page, tag);
      adw_navigation_view_push (self->navigation, page);
    }
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
}

/* The page of a service, a resource or a plan lies over its view and bears a tag that no view has. */
static void
narrow_changed_cb (CapacityWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  AdwBreakpoint *breakpoint = adw_application_window_get_current_breakpoint (ADW_APPLICATION_WINDOW (self));

  if (page != NULL)
    capacity_page_set_narrow (CAPACITY_PAGE (page), breakpoint == self->narrow);
}

static void
visible_page_changed_cb (CapacityWindow *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  const char *tag = page != NULL ? adw_navigation_page_get_tag (page) : NULL;

  narrow_changed_cb (self);
  if (self->settings == NULL || tag == NULL)
    return;

  if (g_str_equal (get_view (find_view (tag))->name, tag))
    tag = "";
  g_settings_set_string (self->settings, "last-page", tag);
}

static CapacityPage *
get_page (CapacityWindow *self)
{
  return CAPACITY_PAGE (adw_navigation_view_get_visible_page (self->navigation));
}

static void
search_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);

  if (CAPACITY_PAGE_GET_CLASS (get_page (self))->search == NULL)
    capacity_window_show_view (self, TABLE_VIEW);
  CAPACITY_PAGE_GET_CLASS (get_page (self))->search (get_page (self));
}

static void
go_to_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  capacity_dialogs_present (capacity_go_to_dialog_new (CAPACITY_WINDOW (widget)->workspace), widget);
}

/* Searches for words that were typed elsewhere: the page's search has the focus once it is open. */
static void
find_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  GtkWidget *focus = NULL;
  GtkWidget *entry = NULL;

  search_action (widget, action_name, NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (widget));
  if (focus != NULL)
    entry = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY);
  if (entry != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), g_variant_get_string (parameter, NULL));
}

/* The table of the page in front, or that of the services where it has none. */
static CapacityGrid *
make_grid (CapacityWindow *self)
{
  if (CAPACITY_PAGE_GET_CLASS (get_page (self))->make_grid == NULL)
    capacity_window_show_view (self, TABLE_VIEW);

  return CAPACITY_PAGE_GET_CLASS (get_page (self))->make_grid (get_page (self));
}

static void
copy_table_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  g_autoptr (CapacityGrid) grid = make_grid (CAPACITY_WINDOW (widget));

  capacity_grid_copy (widget, grid);
}

/* The action is called with the form of the file. */
static void
save_table_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  capacity_grid_save (widget, make_grid (CAPACITY_WINDOW (widget)), g_variant_get_string (parameter, NULL));
}

static void
help_launched_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CapacityWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  AdwDialog *dialog = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (source), result, &error)
      || g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  dialog = adw_alert_dialog_new (_("The Help Cannot Be Shown"),
                                 _("The program that shows help, Yelp, is missing. Ask for it to be installed."));
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* The page of the help about what is in front. */
static const char *
find_topic (CapacityWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));

  if (dialog != NULL)
    return capacity_help_find (GTK_WIDGET (dialog));
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "main") != 0)
    return "first-steps";

  return capacity_help_find (GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation)));
}

/* Opens the help at what is shown. */
static void
help_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  const char *topic = find_topic (self);
  g_autofree char *uri = g_strconcat ("help:capacity", topic != NULL ? "/" : NULL, topic, NULL);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (self), NULL, help_launched_cb, g_object_ref (self));
}

/* What class_init does for moving around. */
void
capacity_window_bind_navigation (GtkWidgetClass *widget_class)
{
  guint n_views = 0;
  const CapacityView *views = capacity_views_list (&n_views);

  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed_cb);
  gtk_widget_class_install_action (widget_class, "win.find", "s", find_action);
  gtk_widget_class_install_action (widget_class, "win.show", "s", show_action);
  gtk_widget_class_install_action (widget_class, "win.choose-services", "s", choose_services_action);
  gtk_widget_class_install_action (widget_class, "win.show-service", "s", show_service_action);
  gtk_widget_class_install_action (widget_class, "win.show-resource", "s", show_resource_action);
  gtk_widget_class_install_action (widget_class, "win.show-plan", "s", show_plan_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.go-to", NULL, go_to_action);
  gtk_widget_class_install_action (widget_class, "win.copy-table", NULL, copy_table_action);
  gtk_widget_class_install_action (widget_class, "win.save-table", "s", save_table_action);
  gtk_widget_class_install_action (widget_class, "win.help", NULL, help_action);
  for (guint i = 0; i < n_views; i++)
    gtk_widget_class_install_action (widget_class, capacity_views_action (&views[i]), NULL, show_view_action);
}

void
capacity_window_fill_sidebar (CapacityWindow *self)
{
  guint n_views = 0;
  const CapacityView *views = capacity_views_list (&n_views);

  for (guint i = 0; i < n_views; i++)
    gtk_list_box_append (self->sidebar, sidebar_row_new (&views[i]));
  gtk_list_box_set_header_func (self->sidebar, part_sections_cb, NULL, NULL);
}

/* Pages that lie over a view go with it, each when there is nothing else to do. */
static void
release_pages (CapacityWindow *self)
{
  g_autoptr (GListModel) pages = adw_navigation_view_get_navigation_stack (self->navigation);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (GtkWidget) page = g_list_model_get_item (pages, i);

      capacity_gradual_release (page);
    }
}

void
capacity_window_show_view (CapacityWindow *self,
                           const char     *name)
{
  guint index = find_view (name);
  const CapacityView *view = get_view (index);

  self->view = index;
  if (adw_navigation_view_get_visible_page (self->navigation) != ensure_page (self, view))
    {
      release_pages (self);
      adw_navigation_view_replace_with_tags (self->navigation, &view->name, 1);
    }
  adw_navigation_page_set_title (self->content_page, _(view->title));
  gtk_list_box_select_row (self->sidebar, gtk_list_box_get_row_at_index (self->sidebar, (int) index));
  adw_navigation_split_view_set_show_content (self->split_view, TRUE);
  g_settings_set_string (self->settings, "last-view", view->name);
}

/* Shows what was shown last, as far as this portfolio has it. */
void
capacity_window_show_last (CapacityWindow *self)
{
  g_autofree char *view = g_settings_get_string (self->settings, "last-view");
  g_autofree char *page = g_settings_get_string (self->settings, "last-page");

  capacity_window_show_view (self, view);
  if (g_str_has_prefix (page, PLAN_PREFIX))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-plan", "s", page + strlen (PLAN_PREFIX));
  else if (*page != '\0')
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", page);
}
