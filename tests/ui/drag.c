/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>

/* drag FILE...: a small window from which the files can be dragged, as from a file manager. It stays until killed, and
 * says how the drag goes: "reached" by the pointer, "begun", "welcome" where they may be dropped, then "dropped" or
 * "refused". */

static void
action_cb (GdkDrag *drag)
{
  if (gdk_drag_get_selected_action (drag) != 0)
    g_print ("welcome\n");
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          gpointer       user_data)
{
  g_signal_connect (drag, "notify::selected-action", G_CALLBACK (action_cb), NULL);
  g_signal_connect_swapped (drag, "dnd-finished", G_CALLBACK (g_print), (gpointer) "dropped\n");
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (g_print), (gpointer) "refused\n");
  g_print ("begun\n");
}

static void
show (GSList *files)
{
  g_autoptr (GdkContentProvider) content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, files);
  GtkDragSource *source = gtk_drag_source_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkWidget *window = gtk_window_new ();

  gtk_drag_source_set_content (source, content);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), NULL);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (g_print), (gpointer) "reached\n");
  gtk_widget_add_controller (window, motion);
  gtk_window_set_child (GTK_WINDOW (window), gtk_label_new ("Files"));
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 60);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoslist (GFile) files = NULL;

  if (argc < 2 || !gtk_init_check ())
    return 2;
  for (int i = argc - 1; i > 0; i--)
    files = g_slist_prepend (files, g_file_new_for_commandline_arg (argv[i]));
  show (files);
  g_main_loop_run (loop);

  return 0;
}
