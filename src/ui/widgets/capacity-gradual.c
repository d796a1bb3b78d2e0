/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-gradual.h"

#include <adwaita.h>

#include "capacity-between-frames.h"

/* A table makes some two hundred rows as soon as there are so many, which would hold the window up. A list that is new or was
 * short therefore shows some more of its rows after each frame: rows are laid out once a frame. */

#define GRADUAL "capacity-gradual"
#define RELEASE_US 3000
#define N_KEPT 220 /* what is beyond has no widgets and costs nothing */

typedef struct
{
  GtkSliceListModel *shown; /* that has this */
  GListModel        *rows;  /* that it shows */
  guint              step;  /* how many a frame */
  GtkWidget         *view;  /* in whose frames it grows; lives while there is an ID */
  guint              id;    /* of what lets it grow */
} Gradual;

static void
stop (Gradual *gradual)
{
  if (gradual->id != 0)
    gtk_widget_remove_tick_callback (gradual->view, gradual->id);
}

static void
stopped_cb (gpointer data)
{
  ((Gradual *) data)->id = 0;
}

static void
gradual_free (gpointer data)
{
  stop (data);
  g_free (data);
}

static gboolean
grow_cb (GtkWidget     *view,
         GdkFrameClock *clock,
         gpointer       data)
{
  Gradual *gradual = data;
  guint size = 0;
  gboolean is_whole = FALSE;

  size = gtk_slice_list_model_get_size (gradual->shown) + gradual->step;
  is_whole = size >= N_KEPT || size >= g_list_model_get_n_items (gradual->rows);
  gtk_slice_list_model_set_size (gradual->shown, is_whole ? G_MAXUINT : size);

  return !is_whole;
}

static void
grow (Gradual *gradual)
{
  if (g_list_model_get_n_items (gradual->rows) <= gradual->step)
    {
      stop (gradual);
      gtk_slice_list_model_set_size (gradual->shown, gradual->step);
    }
  else if (gradual->id == 0 && gtk_slice_list_model_get_size (gradual->shown) <= gradual->step)
    gradual->id = capacity_between_frames_add (gradual->view, grow_cb, gradual, stopped_cb);
}

static void
items_changed_cb (GListModel        *rows,
                  guint              position,
                  guint              n_removed,
                  guint              n_added,
                  GtkSliceListModel *shown)
{
  grow (g_object_get_data (G_OBJECT (shown), GRADUAL));
}

/**
 * capacity_gradual_new:
 * @rows: a list, with or without sections
 * @step: how many of @rows become widgets in a frame
 * @view: what shows them
 *
 * Returns: (transfer full): the same list, shown little by little where it becomes long
 */
GListModel *
capacity_gradual_new (GListModel *rows,
                      guint       step,
                      GtkWidget  *view)
{
  GtkSliceListModel *shown = gtk_slice_list_model_new (g_object_ref (rows), 0, 0);
  Gradual *gradual = g_new0 (Gradual, 1);

  gradual->shown = shown;
  gradual->rows = rows;
  gradual->step = step;
  gradual->view = view;
  g_object_set_data_full (G_OBJECT (shown), GRADUAL, gradual, gradual_free);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (items_changed_cb), shown, 0);
  grow (gradual);

  return G_LIST_MODEL (shown);
}

/**
 * capacity_gradual_finish:
 * @shown: a list that capacity_gradual_new() made
 *
 * Shows all of @shown at once, for what is to be done with each of its rows.
 */
void
capacity_gradual_finish (GListModel *shown)
{
  Gradual *gradual = g_object_get_data (G_OBJECT (shown), GRADUAL);

  g_return_if_fail (gradual != NULL);

  if (gradual->id == 0)
    return;

  stop (gradual);
  gtk_slice_list_model_set_size (gradual->shown, G_MAXUINT);
}

static GQueue released = G_QUEUE_INIT; /* rows */

static gboolean
release_cb (gpointer user_data)
{
  gint64 end = g_get_monotonic_time () + RELEASE_US;

  while (!g_queue_is_empty (&released) && g_get_monotonic_time () < end)
    g_object_unref (g_queue_pop_head (&released));

  return !g_queue_is_empty (&released);
}

/**
 * capacity_gradual_release:
 * @row: a row that leaves its list, or is about to
 *
 * Keeps @row until there is nothing else to do. To take apart the widgets of two hundred rows costs more than all else that
 * a list does when few of them are left.
 */
void
capacity_gradual_release (GtkWidget *row)
{
  g_return_if_fail (GTK_IS_WIDGET (row));

  if (g_queue_peek_tail (&released) == row)
    return;

  if (g_queue_is_empty (&released))
    g_idle_add_full (G_PRIORITY_LOW, release_cb, NULL, NULL);
  g_queue_push_tail (&released, g_object_ref (row));
}

/**
 * capacity_gradual_release_all:
 * @rows: (element-type GtkWidget): the rows of a list that goes
 *
 * Does capacity_gradual_release() with each of them.
 */
void
capacity_gradual_release_all (const GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    capacity_gradual_release (rows->pdata[i]);
}

/* A dialog is laid out twice while it comes into view. */
#define N_OPENING 1
#define N_ROWS 3 /* a frame */

typedef struct
{
  GPtrArray *hidden; /* groups and rows, in the order in which they are shown */
  guint      n_frames;
} Reveal;

static void
reveal_free (gpointer data)
{
  Reveal *reveal = data;

  g_ptr_array_unref (reveal->hidden);
  g_free (reveal);
}

static void
collect (GtkWidget *widget,
         GPtrArray *parts)
{
  if (ADW_IS_PREFERENCES_GROUP (widget) || ADW_IS_PREFERENCES_ROW (widget))
    {
      if (!gtk_widget_get_visible (widget))
        return;
      g_ptr_array_add (parts, g_object_ref (widget));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, parts);
}

static gboolean
reveal_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       data)
{
  Reveal *reveal = data;

  if (reveal->n_frames++ < N_OPENING)
    return G_SOURCE_CONTINUE;

  for (guint n = 0; n < N_ROWS && reveal->hidden->len > 0;)
    {
      n += ADW_IS_PREFERENCES_ROW (reveal->hidden->pdata[0]);
      gtk_widget_set_visible (reveal->hidden->pdata[0], TRUE);
      g_ptr_array_remove_index (reveal->hidden, 0);
    }

  return reveal->hidden->len > 0;
}

/**
 * capacity_gradual_reveal:
 * @widget: what is about to be shown, with groups of rows in it
 * @n: how many rows to show at once
 *
 * Shows the other rows that are visible and their groups little by little, in the frames that follow. Rows that come and
 * go with a choice may do so once it can be made.
 */
void
capacity_gradual_reveal (GtkWidget *widget,
                         guint      n)
{
  Reveal *reveal = g_new0 (Reveal, 1);
  guint n_shown = 0;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  reveal->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  /* What a dialog shows is within it only once it is presented. */
  collect (ADW_IS_DIALOG (widget) ? adw_dialog_get_child (ADW_DIALOG (widget)) : widget, reveal->hidden);
  while (n_shown < reveal->hidden->len && n > 0)
    n -= ADW_IS_PREFERENCES_ROW (reveal->hidden->pdata[n_shown++]);
  g_ptr_array_remove_range (reveal->hidden, 0, n_shown);
  for (guint i = 0; i < reveal->hidden->len; i++)
    gtk_widget_set_visible (reveal->hidden->pdata[i], FALSE);
  capacity_between_frames_add (widget, reveal_cb, reveal, reveal_free);
}

static gboolean
show_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Reveal *reveal = data;

  gtk_widget_set_visible (reveal->hidden->pdata[0], TRUE);
  g_ptr_array_remove_index (reveal->hidden, 0);

  return reveal->hidden->len > 0;
}

/**
 * capacity_gradual_show:
 * @widget: what is about to be shown
 * @parts: (element-type GtkWidget) (transfer full): some of what is in it, and holds references to them
 *
 * Shows one of @parts in each of the frames after the one that @widget comes with.
 */
void
capacity_gradual_show (GtkWidget *widget,
                       GPtrArray *parts)
{
  Reveal *reveal = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (parts->len > 0);

  reveal = g_new0 (Reveal, 1);
  reveal->hidden = parts;
  for (guint i = 0; i < parts->len; i++)
    gtk_widget_set_visible (parts->pdata[i], FALSE);
  capacity_between_frames_add (widget, show_cb, reveal, reveal_free);
}
