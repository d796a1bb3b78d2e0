/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-columns.h"

#include <glib/gi18n.h>
#include <math.h>

/* One column in a view. */
typedef struct
{
  const CapacityColumns *columns;
  guint                  index;
} Place;

#define PLACE "capacity-place"

static void
update_cell (const Place  *place,
             GtkWidget    *cell,
             CapacityItem *item)
{
  g_autofree char *text = NULL;

  if (place->columns->update (place->index, cell, item))
    return;

  text = place->columns->dup_text (place->index, item);
  gtk_inscription_set_text (GTK_INSCRIPTION (cell), text);
}

/* The whole text, as it may be cut. It is asked for when it is wanted: kept with every cell it would cost each of them
 * more than the cell itself. */
static gboolean
query_tooltip_cb (GtkWidget  *cell,
                  int         x,
                  int         y,
                  gboolean    by_keyboard,
                  GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_inscription_get_text (GTK_INSCRIPTION (cell)));

  return TRUE;
}

static void
item_changed_cb (CapacityItem *item,
                 GParamSpec   *pspec,
                 GtkListItem  *list_item)
{
  update_cell (g_object_get_data (G_OBJECT (list_item), PLACE), gtk_list_item_get_child (list_item), item);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          const Place        *place)
{
  const CapacityColumn *column = place->columns->get (place->index);
  GtkWidget *cell = column->create ();

  if (column->width > 0)
    gtk_widget_set_size_request (cell, column->width, -1);
  gtk_list_item_set_child (list_item, cell);
  g_object_set_data (G_OBJECT (list_item), PLACE, (gpointer) place);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         const Place        *place)
{
  CapacityItem *item = gtk_list_item_get_item (list_item);

  update_cell (place, gtk_list_item_get_child (list_item), item);
  g_signal_connect (item, "notify::assessment", G_CALLBACK (item_changed_cb), list_item);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           const Place        *place)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), item_changed_cb, list_item);
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Place *place = user_data;

  return place->columns->compare (place->index, (CapacityItem *) a, (CapacityItem *) b);
}

static GtkColumnViewColumn *
column_new (const CapacityColumns *columns,
            guint                  index)
{
  const CapacityColumn *column = columns->get (index);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;
  GtkColumnViewColumn *result = NULL;
  Place *place = g_new (Place, 1);

  *place = (Place){ columns, index };
  g_object_set_data_full (G_OBJECT (factory), PLACE, place, g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), place);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), place);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), place);

  result = gtk_column_view_column_new (_(column->title), factory);
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, g_memdup2 (place, sizeof *place), g_free));
  gtk_column_view_column_set_id (result, column->id);
  gtk_column_view_column_set_sorter (result, sorter);
  gtk_column_view_column_set_resizable (result, TRUE);
  gtk_column_view_column_set_expand (result, index == 0);

  return result;
}

/**
 * capacity_columns_append:
 * @columns: (transfer none): what the table has; lives as long as the program
 * @view: a view of the items that @columns knows
 *
 * Gives @view all columns.
 */
void
capacity_columns_append (const CapacityColumns *columns,
                         GtkColumnView         *view)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  for (guint i = 0; i < columns->n_columns; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = column_new (columns, i);

      gtk_column_view_append_column (view, column);
    }
}

/* Adds a row to both forms of a table: the headings without @item. */
static void
append_row (const CapacityColumns *columns,
            CapacityItem          *item,
            GString               *text,
            GString               *html)
{
  g_string_append (html, "<tr>");
  for (guint i = 0; i < columns->n_columns; i++)
    {
      g_autofree char *cell = item != NULL ? columns->dup_text (i, item) : g_strdup (_(columns->get (i)->title));
      g_autofree char *escaped = g_markup_escape_text (cell, -1);
      const char *tag = item != NULL ? "td" : "th";

      g_string_append_printf (html, "<%s>%s</%s>", tag, escaped, tag);
      g_string_append_printf (text, "%s%s", i > 0 ? "\t" : "", g_strdelimit (cell, "\t\n", ' '));
    }
  g_string_append (html, "</tr>");
  g_string_append_c (text, '\n');
}

/* Spreadsheets take the HTML, everything else the text with tabs. */
static void
put_on_clipboard (GdkClipboard *clipboard,
                  GString      *text,
                  GString      *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html->str, html->len);
  g_auto (GValue) value = G_VALUE_INIT;
  GdkContentProvider *forms[2];
  g_autoptr (GdkContentProvider) provider = NULL;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text->str);
  forms[0] = gdk_content_provider_new_for_value (&value);
  forms[1] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  provider = gdk_content_provider_new_union (forms, G_N_ELEMENTS (forms));
  gdk_clipboard_set_content (clipboard, provider);
}

/**
 * capacity_columns_copy:
 * @columns: what the table has
 * @rows: the rows that are shown
 * @clipboard: where to put the text
 *
 * Copies the selected rows, or all where none is selected, as a table for a spreadsheet.
 *
 * Returns: how many rows were copied
 */
guint
capacity_columns_copy (const CapacityColumns *columns,
                       GtkSelectionModel     *rows,
                       GdkClipboard          *clipboard)
{
  g_autoptr (GtkBitset) shown = gtk_selection_model_get_selection (rows);
  g_autoptr (GtkBitset) selected = gtk_bitset_copy (shown);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) html = g_string_new ("<meta charset=\"utf-8\"><table>");
  guint n = 0;

  if (gtk_bitset_is_empty (selected))
    gtk_bitset_add_range (selected, 0, g_list_model_get_n_items (G_LIST_MODEL (rows)));
  n = (guint) gtk_bitset_get_size (selected);
  append_row (columns, NULL, text, html);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CapacityItem) item = g_list_model_get_item (G_LIST_MODEL (rows),
                                                             gtk_bitset_get_nth (selected, i));

      append_row (columns, item, text, html);
    }
  g_string_append (html, "</table>");
  put_on_clipboard (clipboard, text, html);

  return n;
}

/**
 * capacity_columns_text_new:
 *
 * Returns: (transfer floating): a cell for text, cut where it is too long
 */
GtkWidget *
capacity_columns_text_new (void)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell, "numeric");
  gtk_widget_set_has_tooltip (cell, TRUE);
  g_signal_connect (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);

  return cell;
}

/**
 * capacity_columns_compare_numbers:
 * @a: a number, or NaN for what is not known
 * @b: another
 *
 * Returns: their order; what is not known comes last
 */
int
capacity_columns_compare_numbers (double a,
                                  double b)
{
  if (isnan (a) || isnan (b))
    return isnan (a) - isnan (b);

  return (a > b) - (a < b);
}
