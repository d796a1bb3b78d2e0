/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-save.h"

#include <glib/gstdio.h>
#include <unistd.h>

#include "system-fault.h"

/* A file that is saved is there as a whole or not at all, whichever call to the system fails: reports, tables,
 * charts and the history are all written so. */

typedef struct
{
  char   *folder;
  char   *path;   /* what is written to */
  char   *target; /* where it ends up, the same unless that is a link */
  GBytes *bytes;
} Place;

typedef enum
{
  NEW_FILE,
  OLD_FILE,
  LINK_TO_OLD_FILE,
} Start;

static void
set_up (Place         *place,
        gconstpointer  start)
{
  GString *text = g_string_new (NULL);

  place->folder = g_dir_make_tmp ("save-XXXXXX", NULL);
  place->target = g_build_filename (place->folder, "tabula.csv", NULL);
  place->path = GPOINTER_TO_INT (start) == LINK_TO_OLD_FILE ? g_build_filename (place->folder, "saite.csv", NULL)
                                                            : g_strdup (place->target);
  for (int i = 0; i < 20000; i++)
    g_string_append_printf (text, "%d;%d\n", i, i * 7);
  place->bytes = g_string_free_to_bytes (text);
}

static void
tear_down (Place         *place,
           gconstpointer  start)
{
  g_unlink (place->path);
  g_unlink (place->target);
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->folder);
  g_free (place->path);
  g_free (place->target);
  g_bytes_unref (place->bytes);
}

static void
begin (const Place *place,
       Start        start)
{
  g_unlink (place->target);
  if (start != NEW_FILE)
    g_assert_true (g_file_set_contents (place->target, "Vecs", -1, NULL));
  if (start == LINK_TO_OLD_FILE && !g_file_test (place->path, G_FILE_TEST_IS_SYMLINK))
    g_assert_cmpint (symlink ("tabula.csv", place->path), ==, 0);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
check (const Place *place,
       Start        start,
       gboolean     is_saved)
{
  g_autofree char *contents = NULL;
  gboolean exists = g_file_test (place->target, G_FILE_TEST_EXISTS);
  gsize size = 0;
  gsize new_size;
  const char *new = g_bytes_get_data (place->bytes, &new_size);

  g_assert_cmpuint (count_files (place->folder), ==, exists + (start == LINK_TO_OLD_FILE));
  g_assert_true (start != LINK_TO_OLD_FILE || g_file_test (place->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (exists || (start == NEW_FILE && !is_saved));
  if (!exists)
    return;
  g_assert_true (g_file_get_contents (place->target, &contents, &size, NULL));
  if (is_saved || start == NEW_FILE || size == new_size)
    g_assert_cmpmem (contents, size, new, new_size);
  else
    g_assert_cmpstr (contents, ==, "Vecs");
}

/* Returns whether the fault was met, so that a later one may be. */
static gboolean
try_to_save (const Place *place,
             Start        start,
             SystemFault  fault,
             int          nth)
{
  g_autoptr (GFile) file = g_file_new_for_path (place->path);
  g_autoptr (GError) error = NULL;
  gboolean is_saved;
  gboolean is_met;

  begin (place, start);
  system_fault_arm (fault, nth);
  is_saved = capacity_save (file, place->bytes, NULL, &error);
  is_met = system_fault_disarm ();
  g_assert_true (is_saved == (error == NULL));
  g_assert_true (is_saved || error->domain == G_IO_ERROR);
  g_assert_true (is_saved == (!is_met || fault == SYSTEM_FAULT_SHORT));
  if (!is_saved && (fault == SYSTEM_FAULT_FULL || fault == SYSTEM_FAULT_STAYS_FULL))
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  check (place, start, is_saved);

  return is_met;
}

static void
test_faults (Place         *place,
             gconstpointer  start)
{
  for (int fault = SYSTEM_FAULT_FULL; fault < N_SYSTEM_FAULTS; fault++)
    {
      int n = 0;

      while (try_to_save (place, (Start) GPOINTER_TO_INT (start), (SystemFault) fault, n + 1))
        n++;
      g_assert_cmpint (n, >=, 1);
      g_test_message ("%d faults of kind %d", n, fault);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, start) \
  g_test_add ("/core/save/" name, Place, GINT_TO_POINTER (start), set_up, test_faults, tear_down)
  TEST ("new-file", NEW_FILE);
  TEST ("old-file", OLD_FILE);
  TEST ("link-to-old-file", LINK_TO_OLD_FILE);

  return g_test_run ();
}
