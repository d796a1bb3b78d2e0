/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "capacity-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* Files as wholes: written beside their place, checked, on the disk, and only then put there. */

static int
error_code (int system_error)
{
  switch (system_error)
    {
    case ENOENT:
      return CAPACITY_STORE_ERROR_NOT_FOUND;
    case ENOSPC:
    case EDQUOT:
      return CAPACITY_STORE_ERROR_FULL;
    default:
      return CAPACITY_STORE_ERROR_IO;
    }
}

/**
 * capacity_file_refuse:
 * @path: a file with which the system could not do something
 * @error: return location, set from `errno`
 *
 * Returns: %FALSE
 */
gboolean
capacity_file_refuse (const char  *path,
                      GError     **error)
{
  g_set_error (error, CAPACITY_STORE_ERROR, error_code (errno), "%s: %s", path, g_strerror (errno));

  return FALSE;
}

/**
 * capacity_file_sync:
 * @path: a file
 * @error: return location
 *
 * Waits until the disk has the file.
 *
 * Returns: whether it has
 */
gboolean
capacity_file_sync (const char  *path,
                    GError     **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean is_kept = fd >= 0 && fsync (fd) == 0;

  if (!is_kept)
    capacity_file_refuse (path, error);
  if (fd >= 0)
    close (fd);

  return is_kept;
}

/**
 * capacity_file_put_in_place:
 * @unfinished: a finished file
 * @path: its place, in the same folder
 * @error: return location
 *
 * Moves a file to its place, but never over another one.
 *
 * Returns: whether it is there
 */
gboolean
capacity_file_put_in_place (const char  *unfinished,
                            const char  *path,
                            GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int result = renameat2 (AT_FDCWD, unfinished, AT_FDCWD, path, RENAME_NOREPLACE);
  int fd;

  if (result != 0 && (errno == EINVAL || errno == ENOSYS) && !g_file_test (path, G_FILE_TEST_EXISTS))
    result = g_rename (unfinished, path);
  if (result != 0)
    return capacity_file_refuse (path, error);

  fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  if (fd >= 0)
    {
      fsync (fd);
      close (fd);
    }

  return TRUE;
}

/**
 * capacity_file_check_integrity:
 * @db: a connection
 * @error: return location
 *
 * Looks whether the file is whole.
 *
 * Errors: %CAPACITY_STORE_ERROR_DAMAGED.
 *
 * Returns: whether it is
 */
gboolean
capacity_file_check_integrity (CapacityDb  *db,
                               GError     **error)
{
  g_autoptr (CapacityStatement) statement = capacity_db_prepare (db, "PRAGMA quick_check (1)", error);
  const char *answer;

  if (statement == NULL)
    return FALSE;
  answer = capacity_statement_next (statement) ? capacity_statement_get_text (statement, 0) : NULL;
  if (!capacity_statement_check (statement, error))
    return FALSE;
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;

  g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_DAMAGED, "%s: %s", db->path,
               answer != NULL ? answer : "no answer");

  return FALSE;
}
