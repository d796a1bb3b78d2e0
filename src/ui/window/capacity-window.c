/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "capacity-window-private.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "capacity-dialogs.h"
#include "capacity-gradual.h"
#include "capacity-history-buttons.h"
#include "capacity-import-dialog.h"
#include "capacity-institution-dialog.h"
#include "capacity-report-print.h"
#include "capacity-reports-dialog.h"
#include "capacity-resource-dialog.h"
#include "capacity-sample.h"
#include "capacity-service-dialog.h"
#include "capacity-service-page.h"
#include "capacity-stack.h"
#include "capacity-start-page.h"
#include "capacity-state-banner.h"
#include "capacity-store-words.h"

#define LOADING_DELAY_MS 300

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CapacityWindow, capacity_window, ADW_TYPE_APPLICATION_WINDOW)

/* When a portfolio was opened, the view comes in the frame after the sidebar. */
static void
show_main (CapacityWindow *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "start") != 0
      && !gtk_widget_get_realized (GTK_WIDGET (self->navigation)))
    {
      GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);

      g_ptr_array_add (parts, g_object_ref (self->navigation));
      capacity_gradual_show (GTK_WIDGET (self), parts);
    }
  capacity_stack_show (self->stack, "main");
}

/* An empty portfolio has nothing to show but the ways in. */
static void
assessment_changed_cb (CapacityWindow *self)
{
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (self->workspace);
  const CapacityInstitution *institution = NULL;
  gboolean is_empty = FALSE;

  if (assessment == NULL || self->is_making_sample)
    return;

  institution = &assessment->portfolio->institution;
  is_empty = assessment->services->len == 0 && assessment->resources->len == 0;
  if (is_empty)
    capacity_stack_show (self->stack, "start");
  else
    show_main (self);
  gtk_menu_button_set_primary (self->start_menu_button, is_empty);
  gtk_menu_button_set_primary (self->menu_button, !is_empty);
  gtk_window_set_title (GTK_WINDOW (self), institution->name != NULL ? institution->name : _("Capacity"));
  adw_navigation_page_set_title (self->sidebar_page, gtk_window_get_title (GTK_WINDOW (self)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.search", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.go-to", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reports", !is_empty);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.copy-table", !is_empty);
}

static void
state_changed_cb (CapacityWindow *self)
{
  gboolean can_change = capacity_workspace_get_state (self->workspace) == CAPACITY_WORKSPACE_READY
                        && !capacity_workspace_is_read_only (self->workspace);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.paste", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-service", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.institution", can_change);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new-resource", can_change);
}

static CapacityImportDialog *
present_import (CapacityWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (CAPACITY_IS_IMPORT_DIALOG (dialog))
    return CAPACITY_IMPORT_DIALOG (dialog);

  dialog = capacity_import_dialog_new (self->workspace);
  if (CAPACITY_IS_SERVICE_PAGE (page))
    capacity_import_dialog_set_service (CAPACITY_IMPORT_DIALOG (dialog),
                                        adw_navigation_page_get_title (page));
  capacity_dialogs_present (dialog, GTK_WIDGET (self));

  return CAPACITY_IMPORT_DIALOG (dialog);
}

static void
import_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  present_import (CAPACITY_WINDOW (widget));
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  capacity_import_dialog_paste (present_import (CAPACITY_WINDOW (widget)));
}

static void
institution_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);

  if (!CAPACITY_IS_INSTITUTION_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))))
    capacity_dialogs_present_soon (capacity_institution_dialog_new (self->workspace), widget);
}

/* What is to be said next of something new is asked for on its page, which gets the focus wherever it was before the
 * dialog, so that the keys of the page act at once. */
static void
show_added (GtkWidget        *window,
            const CapacityId *added)
{
  g_autofree char *id = capacity_id_to_string (added);
  GtkWidget *page = NULL;
  GtkWidget *focus = NULL;

  gtk_widget_activate_action (window, "win.show", "s", id);
  page = GTK_WIDGET (adw_navigation_view_get_visible_page (CAPACITY_WINDOW (window)->navigation));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  if (page != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, page)))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);
}

static void
resource_dialog_closed_cb (CapacityResourceDialog *dialog,
                           GtkWidget              *window)
{
  const CapacityResource *added = capacity_resource_dialog_get_added (dialog);

  if (added != NULL)
    show_added (window, &added->id);
}

static void
new_resource_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  AdwDialog *dialog = capacity_resource_dialog_new (CAPACITY_WINDOW (widget)->workspace, NULL);

  g_signal_connect_object (dialog, "closed", G_CALLBACK (resource_dialog_closed_cb), widget, G_CONNECT_DEFAULT);
  capacity_dialogs_present_soon (dialog, widget);
}

static void
service_dialog_closed_cb (CapacityServiceDialog *dialog,
                          GtkWidget             *window)
{
  const CapacityService *added = capacity_service_dialog_get_added (dialog);

  if (added != NULL)
    show_added (window, &added->id);
}

static void
new_service_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  AdwDialog *dialog = capacity_service_dialog_new (CAPACITY_WINDOW (widget)->workspace, NULL);

  g_signal_connect_object (dialog, "closed", G_CALLBACK (service_dialog_closed_cb), widget, G_CONNECT_DEFAULT);
  capacity_dialogs_present_soon (dialog, widget);
}

/* The report about what is shown: one service or resource, or all. */
static CapacityReportKind
shown_report (CapacityWindow *self,
              CapacityId     *id)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (self->workspace);

  *id = CAPACITY_ID_NONE;
  if (!capacity_id_parse (adw_navigation_page_get_tag (page), id))
    return CAPACITY_REPORT_OVERVIEW;

  return capacity_assessment_get_service (assessment, id) != NULL ? CAPACITY_REPORT_SERVICE_SHEET
                                                                   : CAPACITY_REPORT_RESOURCE_SHEET;
}

static void
print_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  CapacityId id;
  CapacityReportKind kind = shown_report (self, &id);

  capacity_report_print (GTK_WINDOW (self), kind, self->workspace, &id, NULL);
}

static void
reports_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  CapacityId id;
  CapacityReportKind kind = shown_report (self, &id);

  if (!CAPACITY_IS_REPORTS_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))))
    capacity_dialogs_present (capacity_reports_dialog_new (self->workspace, kind, &id), widget);
}

static void
menu_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  gboolean is_start = gtk_menu_button_get_primary (self->start_menu_button);

  gtk_menu_button_popup (is_start ? self->start_menu_button : self->menu_button);
}

static void
reload_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);
  g_autofree char *path = g_strdup (self->path);

  capacity_window_open (self, path, self->flags);
}

static void
import_files (CapacityWindow *self,
              const GSList   *dropped)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  for (const GSList *file = dropped; file != NULL; file = file->next)
    g_ptr_array_add (files, file->data);
  capacity_import_dialog_open (present_import (self), files);
}

/* What is being filled in comes first: the pointer shows that no file is taken until its dialog is closed. */
static void
visible_dialog_changed_cb (CapacityWindow *self,
                           GParamSpec     *pspec,
                           GtkDropTarget  *target)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  gboolean is_free = dialog == NULL || CAPACITY_IS_IMPORT_DIALOG (dialog);

  gtk_drop_target_set_actions (target, is_free ? GDK_ACTION_COPY : 0);
}

static gboolean
drop_cb (CapacityWindow *self,
         const GValue   *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL || capacity_workspace_get_assessment (self->workspace) == NULL
      || capacity_workspace_is_read_only (self->workspace))
    return FALSE;

  import_files (self, files);

  return TRUE;
}

static void
show_loading_cb (gpointer user_data)
{
  CapacityWindow *self = user_data;

  self->loading_id = 0;
  capacity_stack_show (self->stack, "loading");
}

static void
fail (CapacityWindow *self,
      const GError   *error)
{
  g_autofree char *text = NULL;

  g_clear_handle_id (&self->loading_id, g_source_remove);
  self->is_opening = FALSE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  text = capacity_store_words_error (error, self->path);
  adw_status_page_set_description (self->failed_page, text);
  capacity_stack_show (self->stack, "failed");
}

static void
do_what_waited (CapacityWindow *self)
{
  g_autofree char *action = g_steal_pointer (&self->waiting_action);
  g_autoptr (GVariant) target = g_steal_pointer (&self->waiting_target);

  if (action != NULL)
    capacity_window_activate (self, action, target);
}

static void
show_portfolio (CapacityWindow *self)
{
  g_autoptr (GFile) file = g_steal_pointer (&self->waiting_import);

  g_clear_handle_id (&self->loading_id, g_source_remove);
  self->is_opening = FALSE;
  capacity_window_show_last (self);
  assessment_changed_cb (self);
  capacity_window_remember (self);
  do_what_waited (self);
  if (file != NULL)
    capacity_window_import (self, file);
}

static void
sample_made_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CapacityWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  self->is_making_sample = FALSE;
  if (self->workspace == NULL)
    return;

  if (outcome != NULL)
    show_portfolio (self);
  else
    fail (self, error);
}

static void
make_sample (CapacityWindow *self)
{
  g_autoptr (CapacityPortfolio) sample = capacity_sample_new (capacity_workspace_get_today (self->workspace));
  g_autoptr (CapacityChange) change = capacity_sample_to_change (sample);

  capacity_workspace_apply_async (self->workspace, change, self->cancellable, sample_made_cb,
                                  g_object_ref (self));
}

static void
show_opened (CapacityWindow *self)
{
  if (self->is_making_sample)
    make_sample (self);
  else
    show_portfolio (self);
}

/* What someone else has open may still be read. */
static void
open_for_reading (CapacityWindow *self)
{
  g_autofree char *path = g_strdup (self->path);

  capacity_window_open (self, path, CAPACITY_STORE_READ_ONLY);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (capacity_workspace_open_finish (CAPACITY_WORKSPACE (source), result, &error))
    show_opened (self);
  else if (g_error_matches (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_BUSY)
           && (self->flags & CAPACITY_STORE_READ_ONLY) == 0 && !self->is_making_sample)
    open_for_reading (self);
  else
    fail (self, error);
}

static void
bind_settings (CapacityWindow *self)
{
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static void
connect_workspace (CapacityWindow *self)
{
  g_signal_connect_object (self->workspace, "notify::assessment", G_CALLBACK (assessment_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::read-only", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  capacity_window_connect_history (self);
  capacity_window_connect_keeping (self);
  state_changed_cb (self);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GApplication) application = user_data;

  g_application_release (application);
}

/* The program stays until all is written and backed up. */
static void
close_workspace (CapacityWindow *self)
{
  GApplication *application = g_application_get_default ();

  g_application_hold (application);
  capacity_workspace_close_async (self->workspace, closed_cb, g_object_ref (application));
}

static void
capacity_window_dispose (GObject *object)
{
  CapacityWindow *self = CAPACITY_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  if (self->workspace != NULL)
    close_workspace (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->waiting_import);
  g_clear_pointer (&self->waiting_action, g_free);
  g_clear_pointer (&self->waiting_target, g_variant_unref);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_WINDOW);

  G_OBJECT_CLASS (capacity_window_parent_class)->dispose (object);
}

static void
capacity_window_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  CapacityWindow *self = CAPACITY_WINDOW (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, self->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.import", NULL, import_action);
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.new-resource", NULL, new_resource_action);
  gtk_widget_class_install_action (widget_class, "win.new-service", NULL, new_service_action);
  gtk_widget_class_install_action (widget_class, "win.institution", NULL, institution_action);
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "win.reports", NULL, reports_action);
  gtk_widget_class_install_action (widget_class, "win.menu", NULL, menu_action);
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
}

static void
capacity_window_class_init (CapacityWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_window_dispose;
  object_class->get_property = capacity_window_get_property;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, CAPACITY_TYPE_WORKSPACE,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (CAPACITY_TYPE_HISTORY_BUTTONS);
  g_type_ensure (CAPACITY_TYPE_START_PAGE);
  g_type_ensure (CAPACITY_TYPE_STATE_BANNER);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/window/capacity-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, narrow);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, failed_page);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, split_view);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, sidebar_page);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, content_page);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, navigation);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, start_menu_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityWindow, recent_menu);
  install_actions (widget_class);
  capacity_window_bind_navigation (widget_class);
  capacity_window_install_history (widget_class);
  capacity_window_install_keeping (widget_class);
}

static void
capacity_window_init (CapacityWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  self->workspace = capacity_workspace_new ();
  self->settings = g_settings_new ("org.varam.Capacity");
  self->cancellable = g_cancellable_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  if (DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  capacity_window_fill_sidebar (self);
  bind_settings (self);
  capacity_window_fill_recent (self);
  connect_workspace (self);

  g_signal_connect (self, "notify::visible-dialog", G_CALLBACK (visible_dialog_changed_cb), target);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * capacity_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a new window without a portfolio
 */
CapacityWindow *
capacity_window_new (CapacityApplication *application)
{
  return g_object_new (CAPACITY_TYPE_WINDOW, "application", application, NULL);
}

/**
 * capacity_window_get_workspace:
 *
 * Returns: (transfer none): the portfolio of the window
 */
CapacityWorkspace *
capacity_window_get_workspace (CapacityWindow *self)
{
  g_return_val_if_fail (CAPACITY_IS_WINDOW (self), NULL);

  return self->workspace;
}

/**
 * capacity_window_get_path:
 *
 * Returns: (transfer none) (nullable): the file of the window's portfolio
 */
const char *
capacity_window_get_path (CapacityWindow *self)
{
  g_return_val_if_fail (CAPACITY_IS_WINDOW (self), NULL);

  return self->path;
}

/**
 * capacity_window_open:
 * @path: file of a portfolio
 * @flags: how to open it
 *
 * Opens a portfolio in the window; what goes wrong is shown there.
 */
void
capacity_window_open (CapacityWindow     *self,
                      const char         *path,
                      CapacityStoreFlags  flags)
{
  g_return_if_fail (CAPACITY_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  g_set_str (&self->path, path);
  self->flags = flags;
  self->is_opening = TRUE;
  capacity_stack_show (self->stack, "blank");
  if (self->loading_id == 0)
    self->loading_id = g_timeout_add_once (LOADING_DELAY_MS, show_loading_cb, self);
  capacity_workspace_open_async (self->workspace, path, flags, self->cancellable, opened_cb,
                                 g_object_ref (self));
}

/**
 * capacity_window_open_sample:
 * @path: where to keep it; what is there is replaced
 *
 * Makes the invented institution anew and shows it in the window.
 */
void
capacity_window_open_sample (CapacityWindow *self,
                             const char     *path)
{
  g_return_if_fail (CAPACITY_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  /* Should the file not go, opening says why. */
  g_unlink (path);
  self->is_making_sample = TRUE;
  capacity_window_open (self, path, CAPACITY_STORE_CREATE);
}

/**
 * capacity_window_import:
 * @file: a file of volumes
 *
 * Shows what would come of importing @file, as soon as the portfolio is there.
 */
void
capacity_window_import (CapacityWindow *self,
                        GFile          *file)
{
  g_return_if_fail (CAPACITY_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  if (capacity_workspace_get_assessment (self->workspace) == NULL)
    g_set_object (&self->waiting_import, file);
  else
    import_files (self, &(const GSList) { file, NULL });
}

/**
 * capacity_window_activate:
 * @action: an action of the window
 * @target: (nullable): its parameter; a floating one is taken
 *
 * Activates an action, as soon as the portfolio is there.
 */
void
capacity_window_activate (CapacityWindow *self,
                          const char     *action,
                          GVariant       *target)
{
  g_return_if_fail (CAPACITY_IS_WINDOW (self));
  g_return_if_fail (action != NULL);

  if (!self->is_opening && capacity_workspace_get_assessment (self->workspace) != NULL)
    {
      gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
      return;
    }

  g_set_str (&self->waiting_action, action);
  g_clear_pointer (&self->waiting_target, g_variant_unref);
  self->waiting_target = target != NULL ? g_variant_ref_sink (target) : NULL;
}
