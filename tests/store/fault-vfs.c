/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault-vfs.h"

#include <signal.h>
#include <sqlite3.h>
#include <string.h>

#define SECTOR 512

/* A layer over the system's files. For each it keeps what is sure to be on the disk: the contents at the
 * last sync. */
typedef struct
{
  sqlite3_file  base;
  sqlite3_file *real;
  char         *path;
} File;

static sqlite3_vfs *real_vfs;
static sqlite3_mem_methods real_memory;
static Fault armed;
static int calls_left;
static gboolean has_happened;
static GHashTable *durable; /* path to GBytes: what a power cut cannot take of files that were not synced */

/* Whether this call is the one that goes wrong, or one after it. */
static gboolean
goes_wrong (gboolean is_concerned,
            gboolean stays)
{
  if (!is_concerned || armed == FAULT_NONE)
    return FALSE;
  if (has_happened)
    return stays;
  has_happened = --calls_left == 0;

  return has_happened;
}

static gboolean
call_fails (gboolean is_write)
{
  switch (armed)
    {
    case FAULT_FULL:
      return goes_wrong (is_write, FALSE);
    case FAULT_STAYS_FULL:
      return goes_wrong (is_write, TRUE);
    case FAULT_IO:
      return goes_wrong (TRUE, FALSE);
    case FAULT_STAYS_IO:
      return goes_wrong (TRUE, TRUE);
    case FAULT_POWER:
      return goes_wrong (is_write || has_happened, TRUE);
    case FAULT_KILL:
      return goes_wrong (is_write, FALSE) && raise (SIGKILL) == 0;
    case FAULT_SHORT_READ:
    case FAULT_MEMORY:
    case FAULT_NONE:
    default:
      return FALSE;
    }
}

static GBytes *
contents_of (const char *path)
{
  char *contents = NULL;
  gsize size = 0;

  g_file_get_contents (path, &contents, &size, NULL);

  return g_bytes_new_take (contents, size);
}

/* Remembers the contents before the first write after a sync. */
static void
keep_durable (const File *file)
{
  if (armed == FAULT_POWER && file->path != NULL && !g_hash_table_contains (durable, file->path))
    g_hash_table_insert (durable, g_strdup (file->path), contents_of (file->path));
}

static int
file_close (sqlite3_file *base)
{
  File *file = (File *) base;

  g_free (file->path);

  return file->real->pMethods->xClose (file->real);
}

static int
file_read (sqlite3_file  *base,
           void          *bytes,
           int            size,
           sqlite3_int64  offset)
{
  File *file = (File *) base;

  if (armed == FAULT_SHORT_READ && goes_wrong (TRUE, FALSE))
    {
      memset (bytes, 0, (gsize) size);
      return SQLITE_IOERR_SHORT_READ;
    }
  if (call_fails (FALSE))
    return SQLITE_IOERR_READ;

  return file->real->pMethods->xRead (file->real, bytes, size, offset);
}

static int
file_write (sqlite3_file  *base,
            const void    *bytes,
            int            size,
            sqlite3_int64  offset)
{
  File *file = (File *) base;

  if (call_fails (TRUE))
    return armed == FAULT_FULL || armed == FAULT_STAYS_FULL ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  keep_durable (file);

  return file->real->pMethods->xWrite (file->real, bytes, size, offset);
}

static int
file_truncate (sqlite3_file  *base,
               sqlite3_int64  size)
{
  File *file = (File *) base;

  if (call_fails (TRUE))
    return SQLITE_IOERR_TRUNCATE;
  keep_durable (file);

  return file->real->pMethods->xTruncate (file->real, size);
}

static int
file_sync (sqlite3_file *base,
           int           flags)
{
  File *file = (File *) base;

  if (call_fails (TRUE))
    return SQLITE_IOERR_FSYNC;
  if (file->path != NULL)
    g_hash_table_remove (durable, file->path);

  return SQLITE_OK; /* the tests need no real disk to wait for */
}

static int
file_size (sqlite3_file  *base,
           sqlite3_int64 *size)
{
  File *file = (File *) base;

  if (call_fails (FALSE))
    return SQLITE_IOERR_FSTAT;

  return file->real->pMethods->xFileSize (file->real, size);
}

static int
file_lock (sqlite3_file *base,
           int           level)
{
  File *file = (File *) base;

  return file->real->pMethods->xLock (file->real, level);
}

static int
file_unlock (sqlite3_file *base,
             int           level)
{
  File *file = (File *) base;

  return file->real->pMethods->xUnlock (file->real, level);
}

static int
file_check_reserved_lock (sqlite3_file *base,
                          int          *result)
{
  File *file = (File *) base;

  return file->real->pMethods->xCheckReservedLock (file->real, result);
}

static int
file_control (sqlite3_file *base,
              int           operation,
              void         *argument)
{
  File *file = (File *) base;

  return file->real->pMethods->xFileControl (file->real, operation, argument);
}

static int
file_sector_size (sqlite3_file *base)
{
  return SECTOR;
}

static int
file_device_characteristics (sqlite3_file *base)
{
  return 0;
}

static const sqlite3_io_methods methods = {
  .iVersion = 1,
  .xClose = file_close,
  .xRead = file_read,
  .xWrite = file_write,
  .xTruncate = file_truncate,
  .xSync = file_sync,
  .xFileSize = file_size,
  .xLock = file_lock,
  .xUnlock = file_unlock,
  .xCheckReservedLock = file_check_reserved_lock,
  .xFileControl = file_control,
  .xSectorSize = file_sector_size,
  .xDeviceCharacteristics = file_device_characteristics,
};

static int
vfs_open (sqlite3_vfs   *vfs,
          const char    *path,
          sqlite3_file  *base,
          int            flags,
          int           *out_flags)
{
  File *file = (File *) base;
  int rc;

  memset (file, 0, sizeof *file);
  if (call_fails (FALSE))
    return SQLITE_CANTOPEN;
  file->real = (sqlite3_file *) (file + 1);
  rc = real_vfs->xOpen (real_vfs, path, file->real, flags, out_flags);
  if (rc != SQLITE_OK)
    return rc;
  file->base.pMethods = &methods;
  file->path = g_strdup (path);

  return SQLITE_OK;
}

static int
vfs_delete (sqlite3_vfs *vfs,
            const char  *path,
            int          sync_folder)
{
  if (call_fails (TRUE))
    return SQLITE_IOERR_DELETE;
  /* Without a sync of its folder a deleted file may be there again. */
  if (armed == FAULT_POWER && !sync_folder && !g_hash_table_contains (durable, path))
    g_hash_table_insert (durable, g_strdup (path), contents_of (path));
  else if (sync_folder)
    g_hash_table_remove (durable, path);

  return real_vfs->xDelete (real_vfs, path, 0);
}

static int
vfs_access (sqlite3_vfs *vfs,
            const char  *path,
            int          flags,
            int         *result)
{
  if (call_fails (FALSE))
    return SQLITE_IOERR_ACCESS;

  return real_vfs->xAccess (real_vfs, path, flags, result);
}

static void *
memory_malloc (int size)
{
  return armed == FAULT_MEMORY && goes_wrong (TRUE, FALSE) ? NULL : real_memory.xMalloc (size);
}

static void *
memory_realloc (void *memory,
                int   size)
{
  return armed == FAULT_MEMORY && goes_wrong (TRUE, FALSE) ? NULL : real_memory.xRealloc (memory, size);
}

void
fault_install (void)
{
  static sqlite3_vfs vfs;
  sqlite3_mem_methods memory;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real_memory), ==, SQLITE_OK);
  memory = real_memory;
  memory.xMalloc = memory_malloc;
  memory.xRealloc = memory_realloc;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &memory), ==, SQLITE_OK);

  durable = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  real_vfs = sqlite3_vfs_find (NULL);
  vfs = *real_vfs;
  vfs.pNext = NULL;
  vfs.zName = "fault";
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = vfs_open;
  vfs.xDelete = vfs_delete;
  vfs.xAccess = vfs_access;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
}

void
fault_arm (Fault fault,
           int   nth)
{
  calls_left = nth;
  has_happened = FALSE;
  armed = fault;
}

/* What the disk has of a file: of each sector that was written since the last sync, the old or the new; a
 * file that was deleted is there again, or not. */
static void
tear (const char *path,
      GBytes     *before)
{
  g_autoptr (GBytes) after = contents_of (path);
  gsize before_size;
  gsize after_size;
  const guint8 *old = g_bytes_get_data (before, &before_size);
  const guint8 *new = g_bytes_get_data (after, &after_size);
  gsize size = g_test_rand_bit () ? before_size : after_size;
  g_autofree guint8 *torn = g_malloc0 (size + 1);

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      if (g_test_rand_bit ())
        g_assert_true (g_file_set_contents (path, (const char *) old, (gssize) before_size, NULL));
      return;
    }
  for (gsize at = 0; at < size; at += SECTOR)
    {
      gboolean is_new = g_test_rand_bit ();
      const guint8 *from = is_new ? new : old;
      gsize from_size = is_new ? after_size : before_size;

      if (at < from_size)
        memcpy (torn + at, from + at, MIN (MIN (from_size, size) - at, SECTOR));
    }
  g_assert_true (g_file_set_contents (path, (const char *) torn, (gssize) size, NULL));
}

gboolean
fault_disarm (void)
{
  GHashTableIter iter;
  gpointer path;
  gpointer before;

  if (armed == FAULT_POWER)
    {
      g_hash_table_iter_init (&iter, durable);
      while (g_hash_table_iter_next (&iter, &path, &before))
        tear (path, before);
    }
  armed = FAULT_NONE;
  g_hash_table_remove_all (durable);

  return has_happened;
}
