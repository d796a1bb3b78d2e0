/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-columns.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-cell.h"
#include "capacity-glyphs.h"
#include "capacity-gradual.h"
#include "capacity-verdict-shape.h"
#include "capacity-words.h"

/* One column in a view. */
typedef struct
{
  const CapacityColumns *columns;
  guint                  index;
} Place;

#define PLACE "capacity-place"

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item,
          const Place        *place)
{
  gtk_list_item_set_child (list_item, capacity_cell_new (place->columns, place->index));
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item,
         gpointer            user_data)
{
  capacity_cell_set_item (CAPACITY_CELL (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *list_item,
           gpointer            user_data)
{
  capacity_cell_set_item (CAPACITY_CELL (gtk_list_item_get_child (list_item)), NULL);
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
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

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

/* Rows that have changed are laid out by now, and not yet painted. */
static void
laid_out_cb (GtkWidget     *view,
             GdkFrameClock *clock)
{
  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, view);
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)), 0);
}

static void
keep_top_cb (GtkWidget *view)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  GdkFrameClock *clock = gtk_widget_get_frame_clock (view);

  if (!gtk_widget_get_mapped (view) || gtk_adjustment_get_value (place) > 0)
    return;

  g_signal_handlers_disconnect_by_func (clock, laid_out_cb, view);
  g_signal_connect_object (clock, "layout", G_CALLBACK (laid_out_cb), view, G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/**
 * capacity_columns_keep_top:
 * @view: a table with headings between its rows
 * @rows: what it shows
 *
 * Keeps @view at its top where it stands there when it is shown or when its rows change. By itself it goes to its first
 * row, and hides the heading above.
 */
void
capacity_columns_keep_top (GtkColumnView *view,
                           GListModel    *rows)
{
  g_return_if_fail (GTK_IS_COLUMN_VIEW (view));

  g_signal_connect_after (view, "map", G_CALLBACK (keep_top_cb), NULL);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (keep_top_cb), view, G_CONNECT_SWAPPED);
}

/* Which of @columns a column of a view is. */
static guint
index_of (const CapacityColumns *columns,
          GtkColumnViewColumn   *column)
{
  guint index = 0;

  while (!g_str_equal (columns->get (index)->id, gtk_column_view_column_get_id (column)))
    index++;

  return index;
}

/* The columns that show, in the order in which they do. */
static GArray *
list_shown (const CapacityColumns *columns,
            GtkColumnView         *view)
{
  GListModel *all = gtk_column_view_get_columns (view);
  GArray *shown = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (all, i);
      guint index = index_of (columns, column);

      if (gtk_column_view_column_get_visible (column))
        g_array_append_val (shown, index);
    }

  return shown;
}

static void
add_cell (const CapacityColumns *columns,
          guint                  index,
          CapacityItem          *item,
          CapacityGrid          *grid)
{
  const CapacityColumn *column = columns->get (index);
  CapacityColumnRow row = { capacity_item_get_assessment (item) };
  g_autofree char *text = column->text (row);

  if (column->value != NULL)
    capacity_grid_add_number (grid, column->value (row), text);
  else
    capacity_grid_add_text (grid, text);
}

/**
 * capacity_columns_new_grid:
 * @columns: what the table has
 * @view: the table, for which of its columns show
 * @rows: the rows that are shown, in their order, of a list that is shown gradually
 * @title: what the table is called
 *
 * Returns: (transfer full): the selected rows, or all where none is selected, to be saved or copied
 */
CapacityGrid *
capacity_columns_new_grid (const CapacityColumns *columns,
                           GtkColumnView         *view,
                           GtkSelectionModel     *rows,
                           const char            *title)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (rows);
  g_autoptr (GtkBitset) chosen = gtk_bitset_copy (selected);
  g_autoptr (GArray) shown = list_shown (columns, view);
  CapacityGrid *grid = capacity_grid_new (title);

  capacity_gradual_finish (gtk_multi_selection_get_model (GTK_MULTI_SELECTION (rows)));
  if (gtk_bitset_is_empty (chosen))
    gtk_bitset_add_range (chosen, 0, g_list_model_get_n_items (G_LIST_MODEL (rows)));
  for (guint i = 0; i < shown->len; i++)
    capacity_grid_add_text (grid, _(columns->get (g_array_index (shown, guint, i))->title));
  capacity_grid_end_row (grid);
  for (guint row = 0; row < gtk_bitset_get_size (chosen); row++)
    {
      g_autoptr (CapacityItem) item = g_list_model_get_item (G_LIST_MODEL (rows), gtk_bitset_get_nth (chosen, row));

      for (guint i = 0; i < shown->len; i++)
        add_cell (columns, g_array_index (shown, guint, i), item, grid);
      capacity_grid_end_row (grid);
    }

  return grid;
}

/**
 * capacity_columns_get_verdict_chars:
 *
 * Returns: the length of the longest verdict, so that none is cut
 */
guint
capacity_columns_get_verdict_chars (void)
{
  glong longest = 0;

  for (int i = 0; i < CAPACITY_N_VERDICTS; i++)
    longest = MAX (longest, g_utf8_strlen (capacity_words_verdict ((CapacityVerdict) i), -1));

  return (guint) longest;
}

/**
 * capacity_columns_draw_verdict:
 * @cr: where
 * @style: gives colours and widths
 * @verdict: a verdict
 *
 * Draws the sign of @verdict, with `CAPACITY_COLUMNS_VERDICT` as the size of the column.
 */
void
capacity_columns_draw_verdict (cairo_t                  *cr,
                               const CapacityChartStyle *style,
                               CapacityVerdict           verdict)
{
  capacity_shape_draw (cr, style, capacity_verdict_shape (verdict), 16);
}

/**
 * capacity_columns_get_use_chars:
 *
 * Returns: the length of the longest usual share
 */
guint
capacity_columns_get_use_chars (void)
{
  return strlen ("000 %");
}

/**
 * capacity_columns_draw_use:
 * @cr: where
 * @style: gives colours and widths
 * @mode: how a service or resource does in one mode
 * @width: of the drawing
 *
 * Draws how much is used of a capacity, with `CAPACITY_COLUMNS_USE` as the size of the column.
 */
void
capacity_columns_draw_use (cairo_t                      *cr,
                           const CapacityChartStyle     *style,
                           const CapacityModeAssessment *mode,
                           int                           width)
{
  if (!isnan (mode->utilisation))
    capacity_utilisation_bar_draw (cr, style, mode->utilisation, mode->target, width, 8);
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
