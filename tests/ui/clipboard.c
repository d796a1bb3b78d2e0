/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <stdio.h>

/* clipboard TYPE: write what is on the clipboard to standard output, as another program would get it.
 * clipboard - TEXT: put a text on the clipboard, and keep it there until killed. */

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (g_output_stream_splice_finish (G_OUTPUT_STREAM (source), result, &error) < 0)
    g_error ("%s", error->message);
  g_main_loop_quit (user_data);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();

  if (stream == NULL)
    {
      g_printerr ("%s\n", error->message);
      g_main_loop_quit (user_data);
      return;
    }
  g_object_set_data_full (source, "out", g_object_ref (out), g_object_unref);
  g_output_stream_splice_async (out, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, G_PRIORITY_DEFAULT, NULL, written_cb, user_data);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  GdkClipboard *clipboard;
  GMemoryOutputStream *out;

  if (argc < 2 || !gtk_init_check ())
    return 2;
  clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  if (argc == 3)
    {
      gdk_clipboard_set_text (clipboard, argv[2]);
      g_main_loop_run (loop);
    }
  gdk_clipboard_read_async (clipboard, (const char *[]){ argv[1], NULL }, G_PRIORITY_DEFAULT, NULL, read_cb, loop);
  g_main_loop_run (loop);
  out = g_object_get_data (G_OBJECT (clipboard), "out");
  if (out == NULL)
    return 1;

  return fwrite (g_memory_output_stream_get_data (out), 1, g_memory_output_stream_get_data_size (out), stdout) ==
         g_memory_output_stream_get_data_size (out) ? 0 : 1;
}
