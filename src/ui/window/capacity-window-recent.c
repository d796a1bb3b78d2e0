/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "capacity-command.h"
#include "capacity-foreign.h"

/* Portfolios opened lately, in the menu of every window. */

#define MOST_RECENT 8

static char *
title_of (const char *path)
{
  g_autofree char *own = capacity_command_default_portfolio ();
  g_autofree char *name = g_filename_display_basename (path);

  if (g_str_equal (path, own))
    return g_strdup (_("My Own"));
  if (g_str_has_suffix (name, CAPACITY_PORTFOLIO_SUFFIX))
    name[strlen (name) - strlen (CAPACITY_PORTFOLIO_SUFFIX)] = '\0';

  return g_steal_pointer (&name);
}

static void
recent_changed_cb (CapacityWindow *self)
{
  g_auto (GStrv) paths = g_settings_get_strv (self->settings, "recent-portfolios");

  g_menu_remove_all (self->recent_menu);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *title = title_of (paths[i]);
      g_autoptr (GMenuItem) item = NULL;

      if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
        continue;
      item = g_menu_item_new (title, NULL);
      g_menu_item_set_action_and_target (item, "app.open-recent", "s", paths[i]);
      g_menu_append_item (self->recent_menu, item);
    }
}

/* Fills the menu, now and whenever a portfolio is opened. */
void
capacity_window_fill_recent (CapacityWindow *self)
{
  g_signal_connect_object (self->settings, "changed::recent-portfolios", G_CALLBACK (recent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  recent_changed_cb (self);
}

/* Puts the window's portfolio first. The sample is made anew each time, so it is not among them. */
void
capacity_window_remember (CapacityWindow *self)
{
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "recent-portfolios");
  g_autoptr (GStrvBuilder) after = g_strv_builder_new ();
  g_auto (GStrv) paths = NULL;

  if (capacity_workspace_get_portfolio (self->workspace)->institution.is_sample)
    return;

  g_strv_builder_add (after, self->path);
  for (guint i = 0, n = 1; before[i] != NULL && n < MOST_RECENT; i++)
    if (!g_str_equal (before[i], self->path))
      {
        g_strv_builder_add (after, before[i]);
        n++;
      }
  paths = g_strv_builder_end (after);
  g_settings_set_strv (self->settings, "recent-portfolios", (const char *const *) paths);
}
