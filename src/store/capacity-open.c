/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-open-private.h"

#include "capacity-file-private.h"
#include "capacity-schema-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The header of an SQLite file: its length, and where the numbers lie that say whose it is
 * (sqlite.org/fileformat). */
#define HEADER_SIZE 100
#define HEADER_USER_VERSION 60
#define HEADER_APPLICATION_ID 68

static gboolean
refuse (const char  *path,
        const char  *why,
        GError     **error)
{
  g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO, "%s: %s", path, why);

  return FALSE;
}

static gboolean
refuse_newer (const char  *path,
              gint64       version,
              GError     **error)
{
  g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NEWER,
               "%s: has version %" G_GINT64_FORMAT ", this program knows %d", path, version,
               capacity_schema_latest ());

  return FALSE;
}

static guint32
read_big_endian (const char *bytes)
{
  guint32 number;

  memcpy (&number, bytes, sizeof number);

  return GUINT32_FROM_BE (number);
}

static gboolean
check_header (const char  *path,
              const char  *header,
              GError     **error)
{
  if (memcmp (header, "SQLite format 3", 16) != 0)
    return refuse (path, "not an SQLite file", error);
  if (read_big_endian (header + HEADER_APPLICATION_ID) != CAPACITY_SCHEMA_APPLICATION_ID)
    return refuse (path, "an SQLite file of another program", error);
  if (read_big_endian (header + HEADER_USER_VERSION) > (guint32) capacity_schema_latest ())
    return refuse_newer (path, read_big_endian (header + HEADER_USER_VERSION), error);

  return TRUE;
}

/* Looks at what is there without SQLite, which would play back the journal of a file that is not ours. */
static gboolean
look (const char  *path,
      GError     **error)
{
  char header[HEADER_SIZE];
  GStatBuf info;
  ssize_t n_read;
  int fd;

  if (g_stat (path, &info) != 0)
    return capacity_file_refuse (path, error);
  if (S_ISDIR (info.st_mode))
    return refuse (path, "a folder", error);
  if (!S_ISREG (info.st_mode))
    return refuse (path, "not a file", error);
  if (info.st_size == 0)
    return refuse (path, "an empty file", error);

  fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  if (fd < 0)
    return capacity_file_refuse (path, error);
  n_read = read (fd, header, sizeof header);
  if (n_read < 0)
    capacity_file_refuse (path, error);
  close (fd);
  if (n_read < 0)
    return FALSE;
  if (n_read < HEADER_SIZE)
    return refuse (path, "not an SQLite file", error);

  return check_header (path, header, error);
}

/* A name that nothing has yet, for a copy that must not replace an earlier one. */
static char *
free_name (const char *path,
           gint64      version)
{
  g_autofree char *name = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, path, version);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT "-%d", path, version, i);
    }

  return g_steal_pointer (&name);
}

/* Copies the file beside itself, and looks whether the copy can be read. */
static gboolean
copy_aside (CapacityDb  *db,
            gint64       version,
            GError     **error)
{
  g_autofree char *name = free_name (db->path, version);
  g_autofree char *unfinished = g_strconcat (db->path, "-copy", NULL);
  g_autoptr (CapacityStatement) statement = capacity_db_prepare (db, "VACUUM INTO ?1", error);
  g_autoptr (CapacityDb) copy = NULL;

  if (statement == NULL)
    return FALSE;
  g_unlink (unfinished);
  capacity_statement_bind_text (statement, unfinished);
  if (!capacity_statement_run (statement, error))
    return FALSE;
  copy = capacity_db_connect (unfinished, SQLITE_OPEN_READONLY, error);
  if (copy == NULL || !capacity_file_check_integrity (copy, error))
    return FALSE;
  if (g_rename (unfinished, name) != 0)
    return capacity_file_refuse (name, error);

  return TRUE;
}

static gboolean
upgrade (CapacityDb  *db,
         gint64       version,
         GError     **error)
{
  if (db->is_read_only)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_READ_ONLY,
                   "%s: has the older version %" G_GINT64_FORMAT " and cannot be written", db->path, version);
      return FALSE;
    }

  return copy_aside (db, version, error) && capacity_schema_migrate (db, capacity_schema_latest (), error);
}

static gboolean
check_contents (CapacityDb  *db,
                GError     **error)
{
  gint64 version = 0;

  if (!capacity_db_read_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version < 0 || version > capacity_schema_latest ())
    return refuse_newer (db->path, version, error);
  if (!capacity_file_check_integrity (db, error) || !capacity_schema_verify (db, (int) version, error))
    return FALSE;

  return version == capacity_schema_latest () || upgrade (db, version, error);
}

/* Makes an empty portfolio beside its place first, so that there is never half of one. */
static gboolean
create (const char  *path,
        GError     **error)
{
  g_autofree char *unfinished = g_strconcat (path, "-new", NULL);
  g_autofree char *journal = g_strconcat (unfinished, "-journal", NULL);
  g_autoptr (CapacityDb) db = NULL;

  g_unlink (journal);
  g_unlink (unfinished);
  db = capacity_db_connect (unfinished, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (db == NULL || !capacity_schema_migrate (db, capacity_schema_latest (), error))
    {
      g_unlink (unfinished);
      return FALSE;
    }

  return capacity_file_put_in_place (unfinished, path, error);
}

/* Takes the right to write; @lock stays NULL where there is none to be had and reading has to do. */
static gboolean
lock_for_writing (const char    *path,
                  const char    *user,
                  CapacityLock **lock,
                  GError       **error)
{
  g_autoptr (GError) own_error = NULL;
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);

  if (exists && g_access (path, W_OK) != 0)
    return TRUE;
  *lock = capacity_lock_take (path, user, &own_error);
  if (*lock != NULL
      || (exists && g_error_matches (own_error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_READ_ONLY)))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&own_error));

  return FALSE;
}

/**
 * capacity_db_open:
 * @path: a file
 * @flags: how
 * @user: who opens it
 * @error: return location
 *
 * Opens a portfolio, after it is certain that it is one; makes or upgrades it where that is wanted.
 *
 * Returns: (transfer full) (nullable): the portfolio's connection
 */
CapacityDb *
capacity_db_open (const char          *path,
                  CapacityStoreFlags   flags,
                  const char          *user,
                  GError             **error)
{
  g_autoptr (CapacityLock) lock = NULL;
  g_autoptr (CapacityDb) db = NULL;
  gboolean is_missing = (flags & CAPACITY_STORE_CREATE) != 0 && !g_file_test (path, G_FILE_TEST_EXISTS);

  if (!is_missing && !look (path, error))
    return NULL;
  if ((flags & CAPACITY_STORE_READ_ONLY) == 0 && !lock_for_writing (path, user, &lock, error))
    return NULL;
  if (is_missing && !create (path, error))
    return NULL;
  db = capacity_db_connect (path, lock != NULL ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY, error);
  if (db == NULL)
    return NULL;
  db->lock = g_steal_pointer (&lock);
  if (!check_contents (db, error))
    return NULL;

  return g_steal_pointer (&db);
}
