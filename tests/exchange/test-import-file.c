/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static char *directory;

static CapacityImportFile *
open_path (const char  *path,
           GError     **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  return capacity_import_file_open (file, NULL, error);
}

static void
assert_refused (const char            *path,
                CapacityExchangeError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityImportFile) file = open_path (path, &error);

  g_assert_null (file);
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, (int) code);
}

static void
test_refused (void)
{
  g_autofree char *missing = g_build_filename (directory, "missing.csv", NULL);
  g_autofree char *pipe = g_build_filename (directory, "pipe", NULL);

  assert_refused (directory, CAPACITY_EXCHANGE_ERROR_DIRECTORY);
  assert_refused ("/dev/zero", CAPACITY_EXCHANGE_ERROR_DIRECTORY);
  assert_refused (missing, CAPACITY_EXCHANGE_ERROR_READ);
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  assert_refused (pipe, CAPACITY_EXCHANGE_ERROR_DIRECTORY);
  g_unlink (pipe);
}

/* Two gigabytes that take no room on the disk: refused by their size, without being read. */
static void
test_too_large (void)
{
  g_autofree char *path = g_build_filename (directory, "large.csv", NULL);
  gint64 begin;

  g_assert_true (g_file_set_contents (path, "a;b\n", -1, NULL));
  g_assert_cmpint (truncate (path, G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024), ==, 0);
  begin = g_get_monotonic_time ();
  assert_refused (path, CAPACITY_EXCHANGE_ERROR_TOO_LARGE);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC / 2);
  g_unlink (path);
}

static void
test_name (void)
{
  g_autofree char *path = g_build_filename (directory, "Apjomi ā.csv", NULL);
  g_autoptr (CapacityImportFile) file = NULL;
  g_autoptr (CapacityImportFile) other = NULL;

  g_assert_true (g_file_set_contents (path, "a;b\n", -1, NULL));
  file = open_path (path, NULL);
  other = capacity_import_file_ref (file);
  g_assert_cmpstr (capacity_import_file_get_name (other), ==, "Apjomi ā.csv");
  g_unlink (path);
}

static void
test_cancelled (void)
{
  g_autofree char *path = g_build_filename (directory, "x.csv", NULL);
  g_autoptr (GFile) location = g_file_new_for_path (path);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "a;b\n", -1, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (capacity_import_file_open (location, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_unlink (path);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  directory = g_dir_make_tmp ("capacity-XXXXXX", NULL);
  g_test_add_func ("/exchange/file/refused", test_refused);
  g_test_add_func ("/exchange/file/too-large", test_too_large);
  g_test_add_func ("/exchange/file/name", test_name);
  g_test_add_func ("/exchange/file/cancelled", test_cancelled);
  status = g_test_run ();
  g_rmdir (directory);
  g_free (directory);
  return status;
}
