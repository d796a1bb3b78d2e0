/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-column-sort.h"

#include <glib/gi18n.h>

/* The order of a table as actions, for the keyboard and for the list that a narrow window shows: headings of a table
 * hear the pointer only. */

#define ORDER_KEY "capacity-order-key"

static GtkColumnViewColumn *
find_column (GtkColumnView *view,
             const char    *id)
{
  GListModel *columns = gtk_column_view_get_columns (view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_str_equal (gtk_column_view_column_get_id (column), id))
        return column; /* the view keeps it */
    }

  return NULL;
}

static void
sort_by_cb (GSimpleAction *action,
            GVariant      *id,
            gpointer       user_data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (user_data);

  gtk_column_view_sort_by_column (view, find_column (view, g_variant_get_string (id, NULL)), GTK_SORT_ASCENDING);
}

static void
reverse_cb (GSimpleAction *action,
            GVariant      *is_reversed,
            gpointer       user_data)
{
  GtkColumnView *view = GTK_COLUMN_VIEW (user_data);
  GtkColumnViewSorter *sorter = GTK_COLUMN_VIEW_SORTER (gtk_column_view_get_sorter (view));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);

  gtk_column_view_sort_by_column (view, column,
                                  g_variant_get_boolean (is_reversed) ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* A heading may have been clicked. */
static void
order_changed_cb (GtkColumnViewSorter *sorter,
                  GParamSpec          *pspec,
                  GActionMap          *actions)
{
  GSimpleAction *by = G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "by"));
  GSimpleAction *reversed = G_SIMPLE_ACTION (g_action_map_lookup_action (actions, "reversed"));
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean is_reversed = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;

  g_simple_action_set_state (by, g_variant_new_string (column != NULL ? gtk_column_view_column_get_id (column) : ""));
  g_simple_action_set_state (reversed, g_variant_new_boolean (column != NULL && is_reversed));
  g_simple_action_set_enabled (reversed, column != NULL);
}

/* A person sorts what is in a window; a table that is taken apart loses its columns, and with them its order. */
static void
remember_cb (GtkColumnViewSorter *sorter,
             GParamSpec          *pspec,
             GtkWidget           *view)
{
  GtkColumnViewColumn *column = gtk_column_view_sorter_get_primary_sort_column (sorter);
  gboolean is_reversed = gtk_column_view_sorter_get_primary_sort_order (sorter) == GTK_SORT_DESCENDING;
  g_autoptr (GSettings) settings = NULL;

  if (gtk_widget_get_root (view) == NULL)
    return;

  settings = g_settings_new ("org.varam.Capacity");
  g_settings_set (settings, g_object_get_data (G_OBJECT (sorter), ORDER_KEY), "(sb)",
                  column != NULL ? gtk_column_view_column_get_id (column) : "", column != NULL && is_reversed);
}

static void
restore_order (GtkColumnView *view,
               const char    *key)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.varam.Capacity");
  g_autofree char *id = NULL;
  gboolean is_reversed = FALSE;

  g_settings_get (settings, key, "(sb)", &id, &is_reversed);
  gtk_column_view_sort_by_column (view, find_column (view, id), is_reversed ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

static void
fill_menu (GMenu         *menu,
           GtkColumnView *view)
{
  GListModel *columns = gtk_column_view_get_columns (view);
  g_autoptr (GMenu) by = g_menu_new ();
  g_autoptr (GMenu) direction = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (gtk_column_view_column_get_title (column), NULL);

      g_menu_item_set_action_and_target (item, "sort.by", "s", gtk_column_view_column_get_id (column));
      g_menu_append_item (by, item);
    }
  g_menu_append (direction, _("The _Other Way Round"), "sort.reversed");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (direction));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (by));
}

/**
 * capacity_column_sort_attach:
 * @widget: has both the menu and @view below it
 * @view: a table whose columns have identifiers
 * @menu: gets a line for each column and one to turn the order round
 * @key: of the settings: the column that orders the table, and whether it is turned round; lives as long as the program
 *
 * Lets a person sort a table without a pointer, and where its headings do not show, and remembers the order.
 */
void
capacity_column_sort_attach (GtkWidget     *widget,
                             GtkColumnView *view,
                             GMenu         *menu,
                             const char    *key)
{
  static const GActionEntry entries[] = {
    { "by", sort_by_cb, "s", "''" },
    { "reversed", NULL, NULL, "false", reverse_cb },
  };
  GtkSorter *sorter = gtk_column_view_get_sorter (view);
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));
  g_return_if_fail (G_IS_MENU (menu));

  restore_order (view, key);
  g_object_set_data (G_OBJECT (sorter), ORDER_KEY, (gpointer) key);
  g_signal_connect_object (sorter, "notify::primary-sort-column", G_CALLBACK (remember_cb), view, 0);
  g_signal_connect_object (sorter, "notify::primary-sort-order", G_CALLBACK (remember_cb), view, 0);
  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), view);
  g_signal_connect_object (sorter, "notify::primary-sort-column", G_CALLBACK (order_changed_cb), actions, 0);
  g_signal_connect_object (sorter, "notify::primary-sort-order", G_CALLBACK (order_changed_cb), actions, 0);
  order_changed_cb (GTK_COLUMN_VIEW_SORTER (sorter), NULL, G_ACTION_MAP (actions));
  fill_menu (menu, view);
  gtk_widget_insert_action_group (widget, "sort", G_ACTION_GROUP (actions));
}
