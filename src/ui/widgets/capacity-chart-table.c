/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-table.h"

/* The numbers of a chart as a table, for those who would rather read or hear them. */

#define CAPACITY_TYPE_CHART_ROW (capacity_chart_row_get_type ())

G_DECLARE_FINAL_TYPE (CapacityChartRow, capacity_chart_row, CAPACITY, CHART_ROW, GObject)

/* One row of the table: only its number, the chart knows the rest. */
struct _CapacityChartRow
{
  GObject        parent_instance;

  CapacityChart *chart;
  guint          row;
};

G_DEFINE_FINAL_TYPE (CapacityChartRow, capacity_chart_row, G_TYPE_OBJECT)

static void
capacity_chart_row_finalize (GObject *object)
{
  CapacityChartRow *self = CAPACITY_CHART_ROW (object);

  capacity_chart_unref (self->chart);

  G_OBJECT_CLASS (capacity_chart_row_parent_class)->finalize (object);
}

static void
capacity_chart_row_class_init (CapacityChartRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = capacity_chart_row_finalize;
}

static void
capacity_chart_row_init (CapacityChartRow *self)
{
}

static GtkWidget *
cell_new (float xalign,
          guint min_chars)
{
  GtkWidget *cell = gtk_inscription_new (NULL);

  gtk_inscription_set_xalign (GTK_INSCRIPTION (cell), xalign);
  gtk_inscription_set_min_chars (GTK_INSCRIPTION (cell), min_chars);
  gtk_inscription_set_text_overflow (GTK_INSCRIPTION (cell), GTK_INSCRIPTION_OVERFLOW_ELLIPSIZE_END);
  gtk_widget_add_css_class (cell, "numeric");

  return cell;
}

static void
setup_number_cb (GtkListItemFactory *factory,
                 GtkListItem        *item)
{
  gtk_list_item_set_child (item, cell_new (1, 9));
}

/* A name of the row is shorter than what is said of it. */
static void
setup_text_cb (GtkListItemFactory *factory,
               GtkListItem        *item,
               gpointer            user_data)
{
  gtk_list_item_set_child (item, cell_new (0, GPOINTER_TO_UINT (user_data) == 0 ? 14 : 36));
}


static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            user_data)
{
  CapacityChartRow *row = gtk_list_item_get_item (item);
  g_autofree char *text = capacity_chart_dup_cell (row->chart, row->row, GPOINTER_TO_UINT (user_data));

  gtk_inscription_set_text (GTK_INSCRIPTION (gtk_list_item_get_child (item)), text);
}

static void
append_column (GtkColumnView *view,
               CapacityChart *chart,
               guint          index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *heading = capacity_chart_dup_heading (chart, index);
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", capacity_chart_is_text (chart, index) ? G_CALLBACK (setup_text_cb)
                                                                           : G_CALLBACK (setup_number_cb),
                    GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (index));
  column = gtk_column_view_column_new (heading, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, TRUE);
  gtk_column_view_append_column (view, column);
}

/**
 * capacity_chart_table_new:
 * @chart: a chart
 *
 * Returns: (transfer floating): a table of the numbers of @chart
 */
GtkWidget *
capacity_chart_table_new (CapacityChart *chart)
{
  GListStore *rows = g_list_store_new (CAPACITY_TYPE_CHART_ROW);
  GtkWidget *view = gtk_column_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (rows))));

  for (guint i = 0; i < capacity_chart_get_n_rows (chart); i++)
    {
      g_autoptr (CapacityChartRow) row = g_object_new (CAPACITY_TYPE_CHART_ROW, NULL);

      row->chart = capacity_chart_ref (chart);
      row->row = i;
      g_list_store_append (rows, row);
    }
  for (guint i = 0; i < capacity_chart_get_n_columns (chart); i++)
    append_column (GTK_COLUMN_VIEW (view), chart, i);

  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, capacity_chart_get_title (chart),
                                  -1);

  return view;
}
