/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "capacity-application.h"

#include <glib/gi18n.h>

#include "capacity-command.h"
#include "capacity-preferences-dialog.h"
#include "capacity-shortcuts-dialog.h"
#include "capacity-window.h"

/* The program: its command line, the actions that belong to no window, and a window for each portfolio. */
struct _CapacityApplication
{
  AdwApplication parent_instance;
};

#define WEBSITE "https://www.varam.gov.lv/"

G_DEFINE_FINAL_TYPE (CapacityApplication, capacity_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "version", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, NULL, N_("Show the version and exit"), NULL },
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

static CapacityWindow *
open_own_portfolio (CapacityApplication *self)
{
  g_autofree char *path = capacity_command_default_portfolio ();
  g_autofree char *folder = g_path_get_dirname (path);

  /* Should this fail, opening says why. */
  g_mkdir_with_parents (folder, 0700);

  return open_portfolio (self, path, CAPACITY_STORE_CREATE);
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
    {
      CapacityWorkspace *workspace = capacity_window_get_workspace (CAPACITY_WINDOW (window));

      adw_dialog_present (capacity_preferences_dialog_new (workspace), GTK_WIDGET (window));
    }
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

/* Shows a service by its code or name, for whoever speaks to the program over the bus. */
static void
show_service_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  const CapacityPortfolio *portfolio = NULL;
  const CapacityService *service = NULL;
  g_autofree char *id = NULL;

  if (!CAPACITY_IS_WINDOW (window))
    return;

  portfolio = capacity_workspace_get_portfolio (capacity_window_get_workspace (CAPACITY_WINDOW (window)));
  if (portfolio != NULL)
    service = capacity_portfolio_find_service (portfolio, g_variant_get_string (parameter, NULL));
  if (service == NULL)
    return;

  id = capacity_id_to_string (&service->id);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-service", "s", id);
}

static const GActionEntry actions[] = {
  { "about", about_cb },
  { "preferences", preferences_cb },
  { "quit", quit_cb },
  { "sample", sample_cb },
  { "shortcuts", shortcuts_cb },
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

static int
capacity_application_command_line (GApplication            *application,
                                   GApplicationCommandLine *command_line)
{
  CapacityApplication *self = CAPACITY_APPLICATION (application);
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree char *portfolio = lookup_path (command_line, dict, "portfolio");
  g_autofree char *import = lookup_path (command_line, dict, "import");
  CapacityWindow *window = NULL;

  if (portfolio != NULL)
    window = open_portfolio (self, portfolio, CAPACITY_STORE_CREATE);
  else
    window = open_own_portfolio (self);

  if (import != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (import);

      capacity_window_import (window, file);
    }

  return 0;
}

static void
capacity_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (capacity_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  capacity_shortcuts_install (GTK_APPLICATION (application));
}

static void
capacity_application_class_init (CapacityApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->handle_local_options = capacity_application_handle_local_options;
  application_class->command_line = capacity_application_command_line;
  application_class->startup = capacity_application_startup;
}

static void
capacity_application_init (CapacityApplication *self)
{
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
                       "flags", G_APPLICATION_HANDLES_COMMAND_LINE,
                       "resource-base-path", "/org/varam/Capacity",
                       NULL);
}
