/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-seen.h"

#include <glib/gstdio.h>

/* What was seen of each service is kept in a file of its own: settings are written and read again as a whole whenever
 * one of them changes, and there may be thousands of services. */

#define FOLDER_MODE 0700
#define FORM "(ua{su})" /* its number, so that no file is empty, and what was seen */
#define NUMBER 1

static struct
{
  GVariant *latest;  /* nullable: not read yet */
  GVariant *written; /* nullable: what is being written */
} seen;

static void write_latest (void);

static char *
seen_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "capacity", "seen", NULL);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_warning ("What was seen cannot be kept: %s", error->message);
  if (seen.written != seen.latest)
    write_latest ();
  else
    g_clear_pointer (&seen.written, g_variant_unref);
  g_application_release (g_application_get_default ());
}

/* The program does not end before it is written. */
static void
write_latest (void)
{
  g_autofree char *path = seen_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GVariant) all = g_variant_ref_sink (g_variant_new ("(u@a{su})", NUMBER, seen.latest));
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (all);

  g_clear_pointer (&seen.written, g_variant_unref);
  seen.written = g_variant_ref (seen.latest);
  g_mkdir_with_parents (folder, FOLDER_MODE);
  g_application_hold (g_application_get_default ());
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, written_cb, NULL);
}

/**
 * capacity_seen_get:
 *
 * A file that is missing or damaged is as if nothing had been seen yet, after which nothing counts as worse.
 *
 * Returns: (transfer full): what was seen of each service of the person's own portfolio, as capacity_attention_remember()
 *   gave it
 */
GVariant *
capacity_seen_get (void)
{
  if (seen.latest == NULL)
    {
      g_autofree char *path = seen_path ();
      g_autofree char *contents = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GVariant) all = NULL;
      gsize size = 0;

      g_file_get_contents (path, &contents, &size, NULL);
      bytes = g_bytes_new_take (g_steal_pointer (&contents), size);
      all = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (FORM), bytes, FALSE));
      seen.latest = g_variant_get_child_value (all, 1);
    }

  return g_variant_ref (seen.latest);
}

/**
 * capacity_seen_set:
 * @now: (transfer floating): what is seen of each service from now on
 *
 * Keeps it for later runs too, without waiting for the disk.
 */
void
capacity_seen_set (GVariant *now)
{
  gboolean is_writing = seen.written != NULL;

  g_clear_pointer (&seen.latest, g_variant_unref);
  seen.latest = g_variant_ref_sink (now);
  if (!is_writing)
    write_latest ();
}
