/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-column-chooser.h"

typedef struct
{
  GListModel *columns; /* not owned: it owns the column that tells */
  GSettings  *settings;
  char       *key;
} Chooser;

static void
chooser_free (gpointer  data,
              GClosure *closure)
{
  Chooser *chooser = data;

  g_clear_object (&chooser->settings);
  g_free (chooser->key);
  g_free (chooser);
}

static void
remember_cb (GObject    *column,
             GParamSpec *pspec,
             gpointer    user_data)
{
  Chooser *chooser = user_data;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) hidden = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (chooser->columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) each = g_list_model_get_item (chooser->columns, i);

      if (!gtk_column_view_column_get_visible (each))
        g_strv_builder_add (builder, gtk_column_view_column_get_id (each));
    }
  hidden = g_strv_builder_end (builder);
  g_settings_set_strv (chooser->settings, chooser->key, (const char *const *) hidden);
}

static void
add_column (GActionMap          *actions,
            GMenu               *menu,
            GtkColumnViewColumn *column)
{
  const char *id = gtk_column_view_column_get_id (column);
  g_autofree char *name = g_strconcat ("columns.", id, NULL);
  g_autoptr (GPropertyAction) action = g_property_action_new (id, column, "visible");

  g_action_map_add_action (actions, G_ACTION (action));
  g_menu_append (menu, gtk_column_view_column_get_title (column), name);
}

/**
 * capacity_column_chooser_attach:
 * @widget: has both the menu and @view below it
 * @view: a table whose columns have identifiers; the first always shows
 * @menu: gets a line for each other column
 * @key: of the settings: the columns that do not show
 *
 * Lets a person choose the columns of a table, and remembers them.
 */
void
capacity_column_chooser_attach (GtkWidget     *widget,
                                GtkColumnView *view,
                                GMenu         *menu,
                                const char    *key)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.varam.Capacity");
  g_auto (GStrv) hidden = g_settings_get_strv (settings, key);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      const char *id = gtk_column_view_column_get_id (column);
      Chooser *chooser = g_new (Chooser, 1);

      *chooser = (Chooser){ columns, g_object_ref (settings), g_strdup (key) };
      gtk_column_view_column_set_visible (column, !g_strv_contains ((const char *const *) hidden, id));
      g_signal_connect_data (column, "notify::visible", G_CALLBACK (remember_cb), chooser, chooser_free,
                             G_CONNECT_DEFAULT);
      add_column (G_ACTION_MAP (actions), menu, column);
    }
  gtk_widget_insert_action_group (widget, "columns", G_ACTION_GROUP (actions));
}
