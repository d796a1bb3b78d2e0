/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-between-frames.h"

/* Work that is done little by little, a part for each frame. Within a frame it would hold up the input together with laying
 * out and painting; here the main loop looks at the input in between. */

/* Before the next frame is begun. */
#define PRIORITY (GDK_PRIORITY_REDRAW - 1)

typedef struct
{
  GtkTickCallback callback;
  gpointer        user_data;
  GDestroyNotify  notify;
  GtkWidget      *widget; /* lives while there is a callback */
  guint           tick_id;
  guint           idle_id;
} Work;

static gboolean
work_cb (gpointer data)
{
  Work *work = data;
  g_autoptr (GtkWidget) widget = g_object_ref (work->widget);
  guint tick_id = work->tick_id;

  work->idle_id = 0;
  /* The callback may have been removed meanwhile, and with it @work, where it says that it is done. */
  if (!work->callback (widget, gtk_widget_get_frame_clock (widget), work->user_data))
    gtk_widget_remove_tick_callback (widget, tick_id);

  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  Work *work = data;

  if (work->idle_id == 0)
    work->idle_id = g_idle_add_full (PRIORITY, work_cb, work, NULL);

  return G_SOURCE_CONTINUE;
}

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_handle_id (&work->idle_id, g_source_remove);
  if (work->notify != NULL)
    work->notify (work->user_data);
  g_free (work);
}

/**
 * capacity_between_frames_add:
 * @widget: in whose frames it goes on
 * @callback: what to do after each; it returns whether to go on
 * @user_data: for @callback
 * @notify: (nullable): called when there is no more to do
 *
 * As gtk_widget_add_tick_callback(), but @callback is called once the frame is painted.
 *
 * Returns: an identifier for gtk_widget_remove_tick_callback()
 */
guint
capacity_between_frames_add (GtkWidget      *widget,
                             GtkTickCallback callback,
                             gpointer        user_data,
                             GDestroyNotify  notify)
{
  Work *work = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 0);
  g_return_val_if_fail (callback != NULL, 0);

  work = g_new0 (Work, 1);
  work->callback = callback;
  work->user_data = user_data;
  work->notify = notify;
  work->widget = widget;
  work->tick_id = gtk_widget_add_tick_callback (widget, tick_cb, work, work_free);

  return work->tick_id;
}
