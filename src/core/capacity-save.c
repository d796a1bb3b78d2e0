/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-save.h"

/**
 * capacity_save:
 * @file: where to
 * @bytes: the whole content
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Writes a file wholly or not at all: what is there is replaced only when everything has been written, also where
 * the disk is full. (g_file_replace_contents() puts a half file in the place of a whole one there.)
 *
 * Returns: whether it was written; if not, @error is of the domain %G_IO_ERROR
 */
gboolean
capacity_save (GFile         *file,
               GBytes        *bytes,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr (GCancellable) given_up = NULL;
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  if (stream == NULL)
    return FALSE;
  if (g_output_stream_write_all (G_OUTPUT_STREAM (stream), data, size, NULL, cancellable, error))
    return g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error);

  /* Closing it while cancelled throws away what was written. */
  given_up = g_cancellable_new ();
  g_cancellable_cancel (given_up);
  g_output_stream_close (G_OUTPUT_STREAM (stream), given_up, NULL);

  return FALSE;
}
