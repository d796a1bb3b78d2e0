/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-save.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Files that leave the program: reports, tables, charts. */

/* Where writing to @path ends up: a link stays one. */
static char *
follow (const char *path)
{
  char *followed = realpath (path, NULL);
  char *target = g_strdup (followed != NULL ? followed : path);

  free (followed);

  return target;
}

/* Writes beside the place, waits until the disk has it, and only then puts it there. */
static gboolean
save_here (const char  *path,
           GBytes      *bytes,
           GError     **error)
{
  g_autofree char *target = follow (path);
  g_autoptr (GError) own_error = NULL;
  GStatBuf info;
  int mode = g_stat (target, &info) == 0 ? (int) (info.st_mode & 0777) : 0666;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_file_set_contents_full (target, data, (gssize) size, G_FILE_SET_CONTENTS_CONSISTENT, mode, &own_error))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, (int) g_io_error_from_file_error ((GFileError) own_error->code),
                       own_error->message);

  return FALSE;
}

/* Over the network, where files can be reached by address alone. */
static gboolean
save_elsewhere (GFile         *file,
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

/**
 * capacity_save:
 * @file: where to
 * @bytes: the whole content
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * Writes a file wholly or not at all, also where the disk is full: what is there is replaced only when everything has
 * been written. (g_file_replace_contents() leaves a half file, and g_file_replace() does where there was none.)
 *
 * Returns: whether it was written; if not, @error is of the domain %G_IO_ERROR
 */
gboolean
capacity_save (GFile         *file,
               GBytes        *bytes,
               GCancellable  *cancellable,
               GError       **error)
{
  const char *path = g_file_peek_path (file);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  return path != NULL ? save_here (path, bytes, error) : save_elsewhere (file, bytes, cancellable, error);
}
