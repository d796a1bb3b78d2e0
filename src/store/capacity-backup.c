/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-backup-private.h"

#include "capacity-file-private.h"
#include "capacity-history-private.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Backups lie in a folder of their own, apart from the portfolio, and are called `000123-20261125T041500Z
 * .capacity`: numbered in the order in which they were made, so that a clock that goes backwards does not
 * make an old one look new. */

#define N_LATEST 10
#define N_DAILY 7
#define N_MONTHLY 12
#define SUFFIX ".capacity"

G_DEFINE_BOXED_TYPE (CapacityBackup, capacity_backup, capacity_backup_ref, capacity_backup_unref)

/**
 * capacity_backup_ref:
 * @self: a backup
 *
 * Returns: (transfer full): the same backup
 */
CapacityBackup *
capacity_backup_ref (CapacityBackup *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
backup_clear (gpointer data)
{
  CapacityBackup *self = data;

  g_free (self->path);
  g_clear_pointer (&self->action, capacity_action_unref);
}

/**
 * capacity_backup_unref:
 * @self: (transfer full): a backup
 */
void
capacity_backup_unref (CapacityBackup *self)
{
  g_atomic_rc_box_release_full (self, backup_clear);
}

/**
 * capacity_backup_dup_folder:
 * @portfolio: path of a portfolio
 *
 * Returns: (transfer full): the folder of its backups, in the user's data; two portfolios of one name have
 *   different ones
 */
char *
capacity_backup_dup_folder (const char *portfolio)
{
  g_autofree char *path = g_canonicalize_filename (portfolio, NULL);
  g_autofree char *digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, path, -1);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = NULL;

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  folder = g_strdup_printf ("%s-%.8s", name, digest);

  return g_build_filename (g_get_user_data_dir (), "capacity", "backups", folder, NULL);
}

static gboolean
is_backup (const char *name)
{
  return g_str_has_suffix (name, SUFFIX) && strlen (name) == strlen ("000123-20261125T041500Z" SUFFIX)
         && strspn (name, "0123456789") == 6 && name[6] == '-' && name[15] == 'T' && name[22] == 'Z';
}

static int
compare_latest_first (gconstpointer a,
                      gconstpointer b)
{
  return strcmp (*(const char *const *) b, *(const char *const *) a);
}

/* The names of the backups, the latest first. */
static GPtrArray *
list_names (const char  *folder,
            GError     **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) own_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &own_error);
  const char *name;

  if (dir == NULL && g_error_matches (own_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return g_steal_pointer (&names);
  if (dir == NULL)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_IO, "%s: %s", folder, own_error->message);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    if (is_backup (name))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_latest_first);

  return g_steal_pointer (&names);
}

static gint64
time_in (const char *name)
{
  g_autoptr (GDateTime) time = NULL;

  time = g_date_time_new_utc ((int) g_ascii_strtoll ((char[5]){ name[7], name[8], name[9], name[10] }, NULL, 10),
                              (int) g_ascii_strtoll ((char[3]){ name[11], name[12] }, NULL, 10),
                              (int) g_ascii_strtoll ((char[3]){ name[13], name[14] }, NULL, 10),
                              (int) g_ascii_strtoll ((char[3]){ name[16], name[17] }, NULL, 10),
                              (int) g_ascii_strtoll ((char[3]){ name[18], name[19] }, NULL, 10),
                              (double) g_ascii_strtoll ((char[3]){ name[20], name[21] }, NULL, 10));

  return time != NULL ? g_date_time_to_unix (time) : 0;
}

/* Together they say which facts a file holds: actions are undone from the last one backwards. */
typedef struct
{
  gint64 n_actions;
  gint64 n_done;
  gint64 n_services;
  gint64 n_resources;
  gint64 n_blocks;
} Contents;

static gboolean
read_contents (CapacityDb  *db,
               Contents    *contents,
               GError     **error)
{
  return capacity_db_read_int (db, "SELECT ifnull (max (number), 0) FROM action", &contents->n_actions, error)
         && capacity_db_read_int (db, "SELECT count (*) FROM action WHERE state = 0", &contents->n_done, error)
         && capacity_db_read_int (db, "SELECT count (*) FROM service", &contents->n_services, error)
         && capacity_db_read_int (db, "SELECT count (*) FROM resource", &contents->n_resources, error)
         && capacity_db_read_int (db, "SELECT count (*) FROM volume", &contents->n_blocks, error);
}

static CapacityDb *
open_backup (const char  *path,
             Contents    *contents,
             GError     **error)
{
  g_autoptr (CapacityDb) db = capacity_db_connect (path, SQLITE_OPEN_READONLY, error);

  if (db == NULL || !read_contents (db, contents, error))
    return NULL;

  return g_steal_pointer (&db);
}

static gboolean
holds_the_same (const char     *folder,
                const char     *name,
                const Contents *contents)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  Contents kept = { 0 };
  g_autoptr (CapacityDb) db = open_backup (path, &kept, NULL);

  return db != NULL && memcmp (&kept, contents, sizeof kept) == 0;
}

static gboolean
copy_pages (CapacityDb  *from,
            CapacityDb  *to,
            GError     **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to->handle, "main", from->handle, "main");
  int rc;

  if (backup == NULL)
    {
      capacity_set_sqlite_error (error, to->handle, sqlite3_errcode (to->handle), "backup");
      return FALSE;
    }
  rc = sqlite3_backup_step (backup, -1);
  sqlite3_backup_finish (backup);
  if (rc != SQLITE_DONE)
    capacity_set_sqlite_error (error, to->handle, rc, "backup");

  return rc == SQLITE_DONE;
}

/* What was written is read again, as whoever needs it one day will. */
static gboolean
check_copy (const char      *path,
            const Contents  *contents,
            GError         **error)
{
  Contents kept = { 0 };
  g_autoptr (CapacityDb) copy = open_backup (path, &kept, error);

  if (copy == NULL || !capacity_file_check_integrity (copy, error))
    return FALSE;
  if (memcmp (&kept, contents, sizeof kept) == 0)
    return TRUE;
  g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_DAMAGED, "%s: not what was copied", path);

  return FALSE;
}

static gboolean
write_copy (CapacityDb      *db,
            const char      *path,
            const Contents  *contents,
            GError         **error)
{
  g_autoptr (CapacityDb) copy = NULL;

  g_unlink (path);
  copy = capacity_db_connect (path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);
  if (copy == NULL || !copy_pages (db, copy, error))
    return FALSE;
  g_clear_pointer (&copy, capacity_db_free);

  return check_copy (path, contents, error) && capacity_file_sync (path, error);
}

static char *
next_name (GPtrArray *names,
           gint64     now)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now);
  gint64 number = names->len > 0 ? g_ascii_strtoll (names->pdata[0], NULL, 10) : 0;
  g_autofree char *stamp = g_date_time_format (time, "%Y%m%dT%H%M%SZ");

  return g_strdup_printf ("%06" G_GINT64_FORMAT "-%s" SUFFIX, number + 1, stamp);
}

/* Counts @label unless it was seen before; of each day and month the latest backup is the first one met. */
static gboolean
is_among (GHashTable *seen,
          const char *name,
          gsize       length,
          guint       n)
{
  g_autofree char *label = g_strndup (name + 7, length);

  if (g_hash_table_contains (seen, label) || g_hash_table_size (seen) >= n)
    return FALSE;
  g_hash_table_add (seen, g_steal_pointer (&label));

  return TRUE;
}

static void
rotate (const char *folder,
        GPtrArray  *names)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) months = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      gboolean is_daily = is_among (days, names->pdata[i], strlen ("20261125"), N_DAILY);
      gboolean is_monthly = is_among (months, names->pdata[i], strlen ("202611"), N_MONTHLY);
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);

      /* One that stays too long costs room, nothing else. */
      if (i >= N_LATEST && !is_daily && !is_monthly)
        g_unlink (path);
    }
}

static gboolean
make_copy (CapacityDb      *db,
           const char      *folder,
           GPtrArray       *names,
           const Contents  *contents,
           gint64           now,
           GError         **error)
{
  g_autofree char *unfinished = g_build_filename (folder, "unfinished", NULL);
  g_autofree char *name = next_name (names, now);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  if (!write_copy (db, unfinished, contents, error) || !capacity_file_put_in_place (unfinished, path, error))
    {
      g_unlink (unfinished);
      return FALSE;
    }
  g_ptr_array_insert (names, 0, g_steal_pointer (&name));
  rotate (folder, names);

  return TRUE;
}

/**
 * capacity_backup_make:
 * @db: a portfolio's connection
 * @folder: where the backups are
 * @now: the time, in seconds since 1970, UTC
 * @error: return location
 *
 * Copies the portfolio, unless nothing was ever done in it or the latest backup holds the same facts already, and removes backups that are
 * no longer among the ten latest, the last ones of the seven latest days and of the twelve latest months.
 *
 * Returns: whether there is a backup of the facts as they are
 */
gboolean
capacity_backup_make (CapacityDb  *db,
                      const char  *folder,
                      gint64       now,
                      GError     **error)
{
  g_autoptr (GPtrArray) names = NULL;
  Contents contents = { 0 };

  if (!read_contents (db, &contents, error))
    return FALSE;
  if (contents.n_actions == 0)
    return TRUE;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return capacity_file_refuse (folder, error);
  names = list_names (folder, error);
  if (names == NULL)
    return FALSE;
  if (names->len > 0 && holds_the_same (folder, names->pdata[0], &contents))
    return TRUE;

  return make_copy (db, folder, names, &contents, now, error);
}

/**
 * capacity_backup_copy:
 * @db: a portfolio's connection
 * @path: where to; nothing must be there
 * @error: return location
 *
 * Copies the portfolio and looks whether the copy can be read.
 *
 * Returns: whether the copy is there
 */
gboolean
capacity_backup_copy (CapacityDb  *db,
                      const char  *path,
                      GError     **error)
{
  g_autofree char *unfinished = g_strconcat (path, "-copy", NULL);
  Contents contents = { 0 };

  if (read_contents (db, &contents, error) && write_copy (db, unfinished, &contents, error)
      && capacity_file_put_in_place (unfinished, path, error))
    return TRUE;
  g_unlink (unfinished);

  return FALSE;
}

static CapacityBackup *
describe (const char *folder,
          const char *name)
{
  CapacityBackup *self = g_atomic_rc_box_new0 (CapacityBackup);
  g_autoptr (CapacityDb) db = NULL;
  Contents contents = { 0 };
  GStatBuf info;

  self->path = g_build_filename (folder, name, NULL);
  self->time = time_in (name);
  self->size = g_stat (self->path, &info) == 0 ? (guint64) info.st_size : 0;
  db = open_backup (self->path, &contents, NULL);
  self->is_damaged = db == NULL || !capacity_history_read_undo (db, &self->action, NULL);
  self->n_services = (guint) contents.n_services;
  self->n_resources = (guint) contents.n_resources;
  self->n_actions = (guint) contents.n_actions;

  return self;
}

/**
 * capacity_backup_list:
 * @folder: where the backups are
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityBackup): the backups, the latest first; none where
 *   there is no such folder
 */
GPtrArray *
capacity_backup_list (const char  *folder,
                      GError     **error)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_backup_unref);
  g_autoptr (GPtrArray) names = list_names (folder, error);

  if (names == NULL)
    return NULL;
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (backups, describe (folder, names->pdata[i]));

  return g_steal_pointer (&backups);
}
