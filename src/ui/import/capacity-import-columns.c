/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-columns.h"

#include <glib/gi18n.h>

#include "capacity-combo.h"
#include "capacity-import-words.h"
#include "capacity-words.h"

/* The first rows of a file as it is being read, under drop-downs that say what each column is. */
struct _CapacityImportColumns
{
  GtkWidget           parent_instance;

  GtkWidget          *grid;
  GtkWidget          *more_button;
  CapacityImportPlan *plan;
  GPtrArray          *rows;
  guint               n_shown; /* columns at most */
};

/* More columns than a person looks through would only make the table slow, for wide files repeat themselves: others come
 * as many at a time. */
#define N_COLUMNS 16
#define CELL_CHARS 20

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CapacityImportColumns, capacity_import_columns, GTK_TYPE_WIDGET)

/* What a column can be, in the order of the drop-down; volumes are told apart by what they count. */
static const struct
{
  CapacityImportRole role;
  CapacityMeasure    measure;
} choices[] = {
  { CAPACITY_IMPORT_ROLE_IGNORE, 0 },
  { CAPACITY_IMPORT_ROLE_PERIOD, 0 },
  { CAPACITY_IMPORT_ROLE_YEAR, 0 },
  { CAPACITY_IMPORT_ROLE_MONTH, 0 },
  { CAPACITY_IMPORT_ROLE_HOUR, 0 },
  { CAPACITY_IMPORT_ROLE_SERVICE, 0 },
  { CAPACITY_IMPORT_ROLE_CODE, 0 },
  { CAPACITY_IMPORT_ROLE_KIND, 0 },
  { CAPACITY_IMPORT_ROLE_CHANNEL, 0 },
  { CAPACITY_IMPORT_ROLE_SITE, 0 },
  { CAPACITY_IMPORT_ROLE_MEASURE, 0 },
  { CAPACITY_IMPORT_ROLE_VALUE, CAPACITY_MEASURE_ARRIVALS },
  { CAPACITY_IMPORT_ROLE_VALUE, CAPACITY_MEASURE_COMPLETIONS },
  { CAPACITY_IMPORT_ROLE_VALUE, CAPACITY_MEASURE_STOCK },
  { CAPACITY_IMPORT_ROLE_CLOSED, 0 },
};

static guint
choice_of (const CapacityImportColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].role == column->role
        && (column->role != CAPACITY_IMPORT_ROLE_VALUE || choices[i].measure == column->measure))
      return i;

  return 0;
}

static GtkStringList *
choice_names_new (void)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      if (choices[i].role == CAPACITY_IMPORT_ROLE_VALUE)
        gtk_string_list_append (names, capacity_words_measure (choices[i].measure));
      else
        gtk_string_list_append (names, capacity_import_words_role (choices[i].role));
    }

  return names;
}

static void
selected_cb (GtkDropDown           *drop_down,
             GParamSpec            *pspec,
             CapacityImportColumns *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (drop_down), "capacity-column"));
  guint choice = gtk_drop_down_get_selected (drop_down);

  if (choice < G_N_ELEMENTS (choices))
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, column, (guint) choices[choice].role,
                   (guint) choices[choice].measure);
}

static void
attach_drop_down (CapacityImportColumns      *self,
                  const CapacityImportColumn *column,
                  guint                       index)
{
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (choice_names_new ()), NULL);
  g_autofree char *name = NULL;

  if (column->name[0] != '\0')
    name = g_strdup_printf (_("What the column “%s” is"), column->name);
  else
    name = g_strdup_printf (_("What column %u is"), index + 1);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), choice_of (column));
  capacity_combo_set_name (GTK_DROP_DOWN (drop_down), name);
  g_object_set_data (G_OBJECT (drop_down), "capacity-column", GUINT_TO_POINTER (index));
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_grid_attach (GTK_GRID (self->grid), drop_down, (int) index, 0, 1, 1);
}

static void
attach_cell (CapacityImportColumns      *self,
             const CapacityImportRow    *row,
             const CapacityImportColumn *column,
             guint                       index,
             int                         line)
{
  GtkWidget *label = gtk_label_new (row->cells[index]);
  gboolean is_value = column->role == CAPACITY_IMPORT_ROLE_VALUE;
  glong length = g_utf8_strlen (row->cells[index], -1);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), (int) MIN (length, CELL_CHARS));
  gtk_label_set_max_width_chars (GTK_LABEL (label), CELL_CHARS);
  gtk_label_set_single_line_mode (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), is_value ? 1 : 0);
  gtk_widget_set_margin_start (label, 6);
  gtk_widget_set_margin_end (label, 6);
  gtk_widget_add_css_class (label, "numeric");
  if (row->kind == CAPACITY_IMPORT_ROW_HEADER)
    gtk_widget_add_css_class (label, "heading");
  else if (row->kind != CAPACITY_IMPORT_ROW_DATA || column->role == CAPACITY_IMPORT_ROLE_IGNORE)
    gtk_widget_add_css_class (label, "dimmed");
  gtk_grid_attach (GTK_GRID (self->grid), label, (int) index, line, 1, 1);
}

static void
attach_column (CapacityImportColumns *self,
               guint                  index)
{
  const CapacityImportColumn *column = &self->plan->columns[index];

  attach_drop_down (self, column, index);
  for (guint i = 0; i < self->rows->len; i++)
    attach_cell (self, g_ptr_array_index (self->rows, i), column, index, (int) i + 1);
}

/* Shows the columns from the first one that is not shown yet, and how many there are behind them. */
static void
attach_columns (CapacityImportColumns *self,
                guint                  first)
{
  guint end = MIN (self->plan->n_columns, self->n_shown);
  guint n_more = self->plan->n_columns - end;
  g_autofree char *label = g_strdup_printf (ngettext ("%u More Column", "%u More Columns", n_more), n_more);

  for (guint i = first; i < end; i++)
    attach_column (self, i);
  gtk_button_set_label (GTK_BUTTON (self->more_button), label);
  if (n_more > 0)
    gtk_grid_attach (GTK_GRID (self->grid), self->more_button, (int) end, 0, 1, 1);
}

static void
more_cb (CapacityImportColumns *self)
{
  guint first = self->n_shown;

  gtk_grid_remove (GTK_GRID (self->grid), self->more_button);
  self->n_shown += N_COLUMNS;
  attach_columns (self, first);
  gtk_widget_grab_focus (gtk_grid_get_child_at (GTK_GRID (self->grid), (int) first, 0));
}

/* The column whose drop-down has the focus, or -1. */
static int
focused_column (CapacityImportColumns *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (self->grid);
  int column = -1;

  if (focus != NULL)
    gtk_grid_query_child (GTK_GRID (self->grid), focus, &column, NULL, NULL, NULL);

  return column;
}

static void
capacity_import_columns_clear (CapacityImportColumns *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

static void
capacity_import_columns_dispose (GObject *object)
{
  CapacityImportColumns *self = CAPACITY_IMPORT_COLUMNS (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_object (&self->more_button);
  g_clear_pointer (&self->plan, capacity_import_plan_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (capacity_import_columns_parent_class)->dispose (object);
}

static void
capacity_import_columns_class_init (CapacityImportColumnsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_import_columns_dispose;

  /* chosen: what a column is, as (column, CapacityImportRole, CapacityMeasure) */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL,
                                         G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_UINT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
capacity_import_columns_init (CapacityImportColumns *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID,
                             "column-spacing", 6,
                             "row-spacing", 6,
                             "margin-top", 12,
                             "margin-bottom", 12,
                             "margin-start", 12,
                             "margin-end", 12,
                             NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->more_button = g_object_ref_sink (gtk_button_new ());
  g_signal_connect_swapped (self->more_button, "clicked", G_CALLBACK (more_cb), self);
  self->n_shown = N_COLUMNS;
}

/**
 * capacity_import_columns_new:
 *
 * Returns: (transfer floating): a new, empty table
 */
GtkWidget *
capacity_import_columns_new (void)
{
  return g_object_new (CAPACITY_TYPE_IMPORT_COLUMNS, NULL);
}

/**
 * capacity_import_columns_show:
 * @plan: how the file is read
 * @rows: (element-type CapacityImportRow): its first rows, from capacity_import_preview()
 *
 * Shows the first rows of a file. When someone says what a column is, the signal "chosen" tells the column,
 * its role and its measure.
 */
void
capacity_import_columns_show (CapacityImportColumns    *self,
                              const CapacityImportPlan *plan,
                              GPtrArray                *rows)
{
  int focused = -1;

  g_return_if_fail (CAPACITY_IS_IMPORT_COLUMNS (self));
  g_return_if_fail (plan != NULL && rows != NULL);

  focused = focused_column (self);
  capacity_import_columns_clear (self);
  g_clear_pointer (&self->plan, capacity_import_plan_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->plan = capacity_import_plan_copy (plan);
  self->rows = g_ptr_array_ref (rows);
  attach_columns (self, 0);
  if (focused >= 0 && focused < (int) MIN (plan->n_columns, self->n_shown))
    gtk_widget_grab_focus (gtk_grid_get_child_at (GTK_GRID (self->grid), focused, 0));
}
