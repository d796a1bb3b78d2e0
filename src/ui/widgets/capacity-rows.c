/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-rows.h"

#include "capacity-between-frames.h"
#include "capacity-gradual.h"

/* A list that is shown again and again with small changes: what stays keeps its row, with the focus in it. */

#define ROWS "capacity-rows"
#define KEY "capacity-key"
#define N_A_FRAME 1

typedef struct
{
  GtkListBox     *list; /* that has this */
  GPtrArray      *keys; /* of the rows that are to be there */
  CapacityRowNew  row_new;
  gpointer        user_data;
  guint           n_done; /* rows at the beginning that are there */
  int             focus;  /* where a row with the focus was taken away, or -1 */
  guint           id;     /* of what adds the others */
} Rows;

static void
rows_free (gpointer data)
{
  Rows *rows = data;

  g_clear_pointer (&rows->keys, g_ptr_array_unref);
  g_free (rows);
}

static Rows *
rows_of (GtkListBox *list)
{
  Rows *rows = g_object_get_data (G_OBJECT (list), ROWS);

  if (rows == NULL)
    {
      rows = g_new0 (Rows, 1);
      rows->list = list;
      rows->focus = -1;
      g_object_set_data_full (G_OBJECT (list), ROWS, rows, rows_free);
    }

  return rows;
}

static const char *
key_of (gpointer row)
{
  return row != NULL ? g_object_get_data (G_OBJECT (row), KEY) : NULL;
}

static void
remove_row (GtkListBox *list,
            GtkWidget  *row)
{
  capacity_gradual_release (row);
  gtk_list_box_remove (list, row);
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

static void
remove_others (Rows *rows)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (rows->list));

  for (guint i = 0; i < rows->keys->len; i++)
    g_hash_table_add (wanted, rows->keys->pdata[i]);
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      if (!g_hash_table_contains (wanted, key_of (row)))
        {
          if (has_focus (row))
            rows->focus = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
          remove_row (rows->list, row);
        }
      row = next;
    }
}

/* The focus goes to what stands where it was, or to the last row. */
static void
restore_focus (Rows *rows)
{
  int last = (int) rows->keys->len - 1;
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (rows->list, MIN (rows->focus, last));

  if (rows->focus < 0 || (int) rows->n_done <= MIN (rows->focus, last))
    return;

  rows->focus = -1;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* The row that has the key, from @index on. */
static GtkWidget *
find_row (const Rows *rows,
          const char *key,
          guint       index)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (rows->list, (int) index));

  while (row != NULL && g_strcmp0 (key_of (row), key) != 0)
    row = gtk_widget_get_next_sibling (row);

  return row;
}

static void
move_row (Rows      *rows,
          GtkWidget *row,
          int        index)
{
  if (has_focus (row))
    rows->focus = index;
  g_object_ref (row);
  gtk_list_box_remove (rows->list, row);
  gtk_list_box_insert (rows->list, row, index);
  g_object_unref (row);
}

/* Brings the row of a key to its place; returns whether it had to be made. */
static gboolean
place_row (Rows  *rows,
           guint  index)
{
  const char *key = rows->keys->pdata[index];
  GtkWidget *row = find_row (rows, key, index);

  if (row != NULL)
    {
      if (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) != (int) index)
        move_row (rows, row, (int) index);
      return FALSE;
    }

  row = rows->row_new (key, index, rows->user_data);
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (key), g_free);
  gtk_list_box_insert (rows->list, row, (int) index);

  return TRUE;
}

/* Returns whether there is more to add. */
static gboolean
add_some (Rows *rows)
{
  GtkListBoxRow *left = NULL;

  for (guint n = 0; n < N_A_FRAME && rows->n_done < rows->keys->len; rows->n_done++)
    n += place_row (rows, rows->n_done);
  restore_focus (rows);
  if (rows->n_done < rows->keys->len)
    return TRUE;

  /* Of those that have the same key there were more. */
  while ((left = gtk_list_box_get_row_at_index (rows->list, (int) rows->keys->len)) != NULL)
    remove_row (rows->list, GTK_WIDGET (left));

  return FALSE;
}

static gboolean
add_cb (GtkWidget     *list,
        GdkFrameClock *clock,
        gpointer       data)
{
  return add_some (data);
}

static void
added_cb (gpointer data)
{
  ((Rows *) data)->id = 0;
}

/**
 * capacity_rows_show:
 * @list: a list all of whose rows come from here
 * @keys: (element-type utf8) (transfer none): what tells the rows apart and, where a row may say something else, what it says
 * @row_new: (scope notified): makes the row of a key, now or in a later frame
 * @user_data: for @row_new; as long as @list is there
 *
 * Shows a row for each of @keys, in their order. Rows that are there stay; a few of the others come in each frame.
 */
void
capacity_rows_show (GtkListBox     *list,
                    GPtrArray      *keys,
                    CapacityRowNew  row_new,
                    gpointer        user_data)
{
  Rows *rows = rows_of (list);

  g_ptr_array_ref (keys);
  g_clear_pointer (&rows->keys, g_ptr_array_unref);
  rows->keys = keys;
  rows->row_new = row_new;
  rows->user_data = user_data;
  rows->n_done = 0;
  remove_others (rows);
  if (add_some (rows) && rows->id == 0)
    rows->id = capacity_between_frames_add (GTK_WIDGET (list), add_cb, rows, added_cb);
}
