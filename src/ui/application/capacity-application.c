/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "capacity-application.h"

#include <glib/gi18n.h>

#include "capacity-attendant.h"
#include "capacity-command.h"
#include "capacity-dialogs.h"
#include "capacity-feedback.h"
#include "capacity-foreign.h"
#include "capacity-menu-names.h"
#include "capacity-preferences-dialog.h"
#include "capacity-search-provider.h"
#include "capacity-shortcuts-dialog.h"
#include "capacity-store-words.h"
#include "capacity-window.h"

/* The program: its command line, the actions that belong to no window, and a window for each portfolio. */
struct _CapacityApplication
{
  AdwApplication          parent_instance;

  CapacitySearchProvider *search_provider;
  CapacityWindow         *own_window; /* not owned: the window of the user's own portfolio, or NULL */
  CapacityAssessment     *seen;       /* the own portfolio as it was seen last, or NULL while its window is not there */
  CapacityAssessment     *shown;      /* as it is shown now, or NULL where that is what was seen */
  guint                   attend_id;
  gboolean                is_attending;
};

#define WEBSITE "https://www.varam.gov.lv/"
#define SERVICE_TIMEOUT_MS 10000

G_DEFINE_FINAL_TYPE (CapacityApplication, capacity_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
  { "check", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL,
    N_("Say what needs attention and write the report of the month, without a window"), NULL },
  { G_OPTION_REMAINING, 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, NULL },
  G_OPTION_ENTRY_NULL,
};

static CapacityWindow *
find_window (CapacityApplication *self,
             const char          *path)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next)
    if (CAPACITY_IS_WINDOW (l->data) && g_strcmp0 (capacity_window_get_path (l->data), path) == 0)
      return l->data;

  return NULL;
}

static CapacityWindow *
open_portfolio (CapacityApplication *self,
                const char          *path,
                CapacityStoreFlags   flags)
{
  CapacityWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = capacity_window_new (self);
      capacity_window_open (window, path, flags);
    }
  gtk_window_present (GTK_WINDOW (window));

  return window;
}

static void attended_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      user_data);

/* The first look at what is shown tells what is new, later ones are the user's own. */
static void
attend (CapacityApplication *self)
{
  CapacityAssessment *seen = NULL;

  g_clear_handle_id (&self->attend_id, g_source_remove);
  if (self->shown == NULL || self->is_attending)
    return;

  self->is_attending = TRUE;
  seen = g_steal_pointer (&self->seen);
  self->seen = g_steal_pointer (&self->shown);
  capacity_attendant_look_async (G_APPLICATION (self), self->seen, seen, attended_cb, NULL);
}

/* After the last look at what a window has shown, another window is looked at as the first. */
static void
forget_seen (CapacityApplication *self)
{
  if (!self->is_attending && self->own_window == NULL)
    g_clear_pointer (&self->seen, capacity_assessment_unref);
}

static void
attended_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  CapacityApplication *self = CAPACITY_APPLICATION (source);

  self->is_attending = FALSE;
  attend (self);
  forget_seen (self);
}

static gboolean
attend_cb (gpointer user_data)
{
  CapacityApplication *self = user_data;

  self->attend_id = 0;
  attend (self);

  return G_SOURCE_REMOVE;
}

/* What is shown is what the shell finds at once; to look after it can wait until it stands on the screen. */
static void
own_assessment_changed_cb (CapacityApplication *self,
                           GParamSpec          *pspec,
                           CapacityWorkspace   *workspace)
{
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (workspace);

  if (assessment == NULL)
    return;

  capacity_search_provider_show (self->search_provider, assessment->portfolio);
  g_clear_pointer (&self->shown, capacity_assessment_unref);
  self->shown = capacity_assessment_ref (assessment);
  if (self->attend_id == 0)
    self->attend_id = g_idle_add_full (G_PRIORITY_LOW, attend_cb, self, NULL);
}

static void
own_window_gone_cb (gpointer  user_data,
                    GObject  *where_the_window_was)
{
  CapacityApplication *self = user_data;

  self->own_window = NULL;
  attend (self);
  forget_seen (self);
  capacity_search_provider_show (self->search_provider, NULL);
}

static CapacityWindow *
open_own_portfolio (CapacityApplication *self)
{
  g_autofree char *path = capacity_command_default_portfolio ();
  g_autofree char *folder = g_path_get_dirname (path);
  CapacityWindow *window = NULL;

  /* Should this fail, opening says why. */
  g_mkdir_with_parents (folder, 0700);
  window = open_portfolio (self, path, CAPACITY_STORE_CREATE);
  if (window != self->own_window)
    {
      self->own_window = window;
      g_object_weak_ref (G_OBJECT (window), own_window_gone_cb, self);
      g_signal_connect_object (capacity_window_get_workspace (window), "notify::assessment",
                               G_CALLBACK (own_assessment_changed_cb), self, G_CONNECT_SWAPPED);
    }

  return window;
}

/* Opening files from elsewhere */

static void
copied_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityApplication) self = user_data;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  path = capacity_foreign_copy_finish (result, &error);
  if (path != NULL)
    {
      CapacityWindow *window = open_portfolio (self, path, CAPACITY_STORE_OPEN_EXISTING);

      capacity_workspace_set_is_copy (capacity_window_get_workspace (window), TRUE);
    }
  else
    {
      g_autofree char *words = capacity_store_words_error (error, NULL);
      AdwDialog *dialog = adw_alert_dialog_new (_("Portfolio Not Opened"), words);

      adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
      adw_dialog_present (dialog, GTK_WIDGET (open_own_portfolio (self)));
    }
  g_application_release (G_APPLICATION (self));
}

/* A portfolio is opened as a copy in a window of its own; anything else is taken for volumes. */
static void
open_file (CapacityApplication *self,
           GFile               *file)
{
  if (!capacity_foreign_is_portfolio (file))
    {
      capacity_window_import (open_own_portfolio (self), file);
      return;
    }

  g_application_hold (G_APPLICATION (self));
  capacity_foreign_copy_async (file, NULL, copied_cb, g_object_ref (self));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (CapacityApplication) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file != NULL)
    open_file (self, file);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) portfolios = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (portfolios, _("Portfolios"));
  gtk_file_filter_add_suffix (portfolios, "capacity");
  g_list_store_append (filters, portfolios);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Open a Portfolio"));
  gtk_file_dialog_set_accept_label (dialog, _("_Open"));
  gtk_file_dialog_open (dialog, window, NULL, file_chosen_cb, g_object_ref (user_data));
}

/* One that was opened before: the file itself, not another copy. */
static void
open_recent_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autofree char *own = capacity_command_default_portfolio ();
  const char *path = g_variant_get_string (parameter, NULL);

  if (g_str_equal (path, own))
    open_own_portfolio (user_data);
  else
    open_portfolio (user_data, path, CAPACITY_STORE_OPEN_EXISTING);
}

static void
open_report_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, gtk_application_get_active_window (user_data), NULL, NULL, NULL);
}

/* The sample is no one's data: it lies where the system may clear it away. */
static void
sample_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  CapacityApplication *self = user_data;
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "capacity", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.capacity", NULL);
  CapacityWindow *window = find_window (self, path);

  if (window == NULL)
    {
      g_mkdir_with_parents (folder, 0700);
      window = capacity_window_new (self);
      capacity_window_open_sample (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog,
                "application-icon", APPLICATION_ID,
                "application-name", _("Capacity"),
                "version", PACKAGE_VERSION,
                "developer-name", _("The Capacity developers"),
                "copyright", _("© 2026 The Capacity developers"),
                "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Keeps the volumes of services and what they need in balance, after the method of "
                              "service management of Latvian institutions (task PU2-19)."),
                "website", WEBSITE,
                /* Translators: your name, and those of others who translated. */
                "translator-credits", _("translator-credits"),
                NULL);
  adw_dialog_present (dialog, GTK_WIDGET (window));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (CAPACITY_IS_WINDOW (window))
    adw_dialog_present (capacity_preferences_dialog_new (), GTK_WIDGET (window));
}

static void
shortcuts_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  adw_dialog_present (capacity_shortcuts_dialog_new (), GTK_WIDGET (window));
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

/* The portfolio that is shown, if there is one. */
static const CapacityPortfolio *
get_portfolio (GtkWindow *window)
{
  if (!CAPACITY_IS_WINDOW (window))
    return NULL;

  return capacity_workspace_get_portfolio (capacity_window_get_workspace (CAPACITY_WINDOW (window)));
}

/* Shows a service or resource by its code or name, for whoever speaks to the program over the bus. */
static void
show_subject (gpointer    application,
              const char *action,
              GVariant   *parameter)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (CAPACITY_IS_WINDOW (window))
    capacity_window_activate (CAPACITY_WINDOW (window), action, parameter);
}

static void
show_service_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  show_subject (user_data, "win.show-service", parameter);
}

static void
show_resource_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  show_subject (user_data, "win.show-resource", parameter);
}

/* What a search or a notice leads to, by its identifier. */
static void
show_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  capacity_window_activate (open_own_portfolio (user_data), "win.show", parameter);
}

static void
search_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  capacity_window_activate (open_own_portfolio (user_data), "win.find", parameter);
}

static void
overview_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  capacity_window_activate (open_own_portfolio (user_data), "win.show-overview", NULL);
}

static void
import_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  capacity_window_activate (open_own_portfolio (user_data), "win.import", NULL);
}

static void
remind_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  capacity_attendant_forget (g_variant_get_string (parameter, NULL));
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "import", import_cb },
  { "open", open_cb },
  { "open-recent", open_recent_cb, "s" },
  { "open-report", open_report_cb, "s" },
  { "overview", overview_cb },
  { "preferences", preferences_cb },
  { "quit", quit_cb },
  { "remind", remind_cb, "s" },
  { "sample", sample_cb },
  { "search", search_cb, "s" },
  { "shortcuts", shortcuts_cb },
  { "show", show_cb, "s" },
  { "show-resource", show_resource_cb, "s" },
  { "show-service", show_service_cb, "s" },
};

static int
capacity_application_handle_local_options (GApplication *application,
                                           GVariantDict *dict)
{
  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("capacity %s\n", PACKAGE_VERSION);
      return 0;
    }

  if (capacity_command_is_asked (dict))
    return capacity_command_run (dict);

  return G_APPLICATION_CLASS (capacity_application_parent_class)->handle_local_options (application, dict);
}

static char *
lookup_path (GApplicationCommandLine *command_line,
             GVariantDict            *dict,
             const char              *name)
{
  const char *argument = NULL;
  g_autoptr (GFile) file = NULL;

  if (!g_variant_dict_lookup (dict, name, "^&ay", &argument))
    return NULL;

  file = g_application_command_line_create_file_for_arg (command_line, argument);

  return g_file_get_path (file);
}

static void
open_arguments (CapacityApplication     *self,
                GApplicationCommandLine *command_line,
                GVariantDict            *dict)
{
  g_autofree const char **arguments = NULL;

  g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &arguments);
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, arguments[i]);

      open_file (self, file);
    }
}

/* Volumes go into what the user looks at; an invented institution takes none. */
static CapacityWindow *
choose_import_window (CapacityApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  const CapacityPortfolio *portfolio = get_portfolio (window);

  if (!CAPACITY_IS_WINDOW (window) || (portfolio != NULL && portfolio->institution.is_sample))
    return open_own_portfolio (self);
  gtk_window_present (window);

  return CAPACITY_WINDOW (window);
}

static int
capacity_application_command_line (GApplication            *application,
                                   GApplicationCommandLine *command_line)
{
  CapacityApplication *self = CAPACITY_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree char *portfolio = lookup_path (command_line, dict, "portfolio");
  g_autofree char *import = lookup_path (command_line, dict, "import");
  CapacityWindow *window = NULL;

  if (g_variant_dict_contains (dict, "check"))
    {
      if (self->own_window == NULL)
        capacity_attendant_check (application);
      return 0;
    }
  if (g_variant_dict_contains (dict, G_OPTION_REMAINING))
    {
      open_arguments (self, command_line, dict);
      return 0;
    }

  if (portfolio != NULL)
    window = open_portfolio (self, portfolio, CAPACITY_STORE_CREATE);
  else if (import != NULL)
    window = choose_import_window (self);
  else
    window = open_own_portfolio (self);

  if (import != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (import);

      capacity_window_import (window, file);
    }

  return 0;
}

/* The desktop starts the program over the bus; a window that is there comes to the front. */
static void
capacity_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    open_own_portfolio (CAPACITY_APPLICATION (application));
}

static void
capacity_application_open (GApplication  *application,
                           GFile        **files,
                           int            n_files,
                           const char    *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (CAPACITY_APPLICATION (application), files[i]);
}

static gboolean
capacity_application_dbus_register (GApplication     *application,
                                    GDBusConnection  *connection,
                                    const char       *object_path,
                                    GError          **error)
{
  CapacityApplication *self = CAPACITY_APPLICATION (application);
  g_autofree char *path = g_strconcat (object_path, "/SearchProvider", NULL);

  return G_APPLICATION_CLASS (capacity_application_parent_class)->dbus_register (application, connection, object_path, error)
         && capacity_search_provider_export (self->search_provider, connection, path, error);
}

static void
capacity_application_dbus_unregister (GApplication    *application,
                                      GDBusConnection *connection,
                                      const char      *object_path)
{
  capacity_search_provider_unexport (CAPACITY_APPLICATION (application)->search_provider);

  G_APPLICATION_CLASS (capacity_application_parent_class)->dbus_unregister (application, connection, object_path);
}

static void
capacity_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (capacity_application_parent_class)->startup (application);

  /* One who searches types on: between two questions of the shell the program stays. */
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, SERVICE_TIMEOUT_MS);

  capacity_dialogs_install ();
  capacity_menu_names_install ();
  gtk_window_set_default_icon_name (APPLICATION_ID);
  capacity_shortcuts_install (GTK_APPLICATION (application));
}

static void
capacity_application_finalize (GObject *object)
{
  CapacityApplication *self = CAPACITY_APPLICATION (object);

  if (self->own_window != NULL)
    g_object_weak_unref (G_OBJECT (self->own_window), own_window_gone_cb, self);
  g_clear_object (&self->search_provider);
  g_clear_handle_id (&self->attend_id, g_source_remove);
  g_clear_pointer (&self->shown, capacity_assessment_unref);
  g_clear_pointer (&self->seen, capacity_assessment_unref);

  G_OBJECT_CLASS (capacity_application_parent_class)->finalize (object);
}

static void
capacity_application_class_init (CapacityApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = capacity_application_finalize;
  application_class->activate = capacity_application_activate;
  application_class->open = capacity_application_open;
  application_class->dbus_register = capacity_application_dbus_register;
  application_class->dbus_unregister = capacity_application_dbus_unregister;
  application_class->handle_local_options = capacity_application_handle_local_options;
  application_class->command_line = capacity_application_command_line;
  application_class->startup = capacity_application_startup;
}

static void
capacity_application_init (CapacityApplication *self)
{
  self->search_provider = capacity_search_provider_new (G_APPLICATION (self));
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  capacity_command_add_options (G_APPLICATION (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
}

/**
 * capacity_application_new:
 *
 * Returns: (transfer full): the application
 */
CapacityApplication *
capacity_application_new (void)
{
  return g_object_new (CAPACITY_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/varam/Capacity",
                       NULL);
}
