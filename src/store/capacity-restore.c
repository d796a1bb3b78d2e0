/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-restore-private.h"

#include "capacity-detail-private.h"
#include "capacity-file-private.h"
#include "capacity-open-private.h"

#include <glib/gstdio.h>

/* Going back to a backup is an action like any other: the difference between the backup and the facts as they
 * are, computed by the session extension and recorded, so that it can be undone and loses no history. The
 * backup itself is only read: what is compared is a copy, checked and brought to the schema of today. */

/**
 * Copy:
 * @folder: (nullable): a temporary one
 * @path: the copy in it
 */
typedef struct
{
  char *folder;
  char *path;
} Copy;

static void
copy_clear (Copy *self)
{
  g_autoptr (GDir) dir = self->folder != NULL ? g_dir_open (self->folder, 0, NULL) : NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Copy, copy_clear)

static gboolean
copy_file (const char  *from,
           const char  *to,
           GError     **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);
  g_autoptr (GError) own_error = NULL;

  if (g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS | G_FILE_COPY_TARGET_DEFAULT_PERMS, NULL, NULL,
                   NULL, &own_error))
    return TRUE;
  g_set_error (error, CAPACITY_STORE_ERROR,
               g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND)  ? CAPACITY_STORE_ERROR_NOT_FOUND
               : g_error_matches (own_error, G_IO_ERROR, G_IO_ERROR_NO_SPACE) ? CAPACITY_STORE_ERROR_FULL
                                                                              : CAPACITY_STORE_ERROR_IO,
               "%s: %s", from, own_error->message);

  return FALSE;
}

/* Opening checks all there is to check, and upgrades. */
static gboolean
check_and_upgrade (const char  *path,
                   GError     **error)
{
  g_autoptr (CapacityDb) db = capacity_db_open (path, CAPACITY_STORE_OPEN_EXISTING, g_get_user_name (), error);

  return db != NULL;
}

static gboolean
take_copy (const char  *backup,
           Copy        *copy,
           GError     **error)
{
  copy->folder = g_dir_make_tmp ("capacity-XXXXXX", NULL);
  if (copy->folder == NULL)
    return capacity_file_refuse (g_get_tmp_dir (), error);
  copy->path = g_build_filename (copy->folder, "backup.capacity", NULL);

  return copy_file (backup, copy->path, error) && check_and_upgrade (copy->path, error);
}

static gboolean
attach (CapacityDb  *db,
        const char  *path,
        GError     **error)
{
  CapacityStatement *statement = capacity_db_prepare (db, "ATTACH ? AS backup", error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_text (statement, path);

  return capacity_statement_run (statement, error);
}

static void
detach (CapacityDb *db)
{
  g_autoptr (GError) error = NULL;

  if (!capacity_db_execute (db, "DETACH backup", &error))
    g_debug ("%s", error->message);
}

/* The changes that make the facts those of the attached backup. */
static gboolean
find_difference (CapacityDb  *db,
                 void       **changeset,
                 int         *size,
                 GError     **error)
{
  const char *const *tables = capacity_edit_list_fact_tables ();
  g_autoptr (sqlite3_session) session = capacity_edit_start_session (db, error);
  void *forward = NULL;
  int forward_size = 0;
  int rc = SQLITE_OK;

  if (session == NULL)
    return FALSE;
  for (guint i = 0; rc == SQLITE_OK && tables[i] != NULL; i++)
    rc = sqlite3session_diff (session, "backup", tables[i], NULL);
  if (rc == SQLITE_OK)
    rc = sqlite3session_changeset (session, &forward_size, &forward);
  if (rc == SQLITE_OK)
    rc = sqlite3changeset_invert (forward_size, forward, size, changeset);
  sqlite3_free (forward);
  if (rc != SQLITE_OK)
    capacity_set_sqlite_error (error, db->handle, rc, "difference");

  return rc == SQLITE_OK;
}

static int
abort_on_conflict (void                   *unused,
                   int                     kind,
                   sqlite3_changeset_iter *iter)
{
  return SQLITE_CHANGESET_ABORT;
}

static gboolean
write_difference (CapacityDb  *db,
                  gpointer     unused,
                  GError     **error)
{
  void *changeset = NULL;
  int size = 0;
  int rc;

  if (!find_difference (db, &changeset, &size, error))
    return FALSE;
  rc = sqlite3changeset_apply_v2 (db->handle, size, changeset, NULL, abort_on_conflict, NULL, NULL, NULL,
                                  SQLITE_CHANGESETAPPLY_FKNOACTION);
  sqlite3_free (changeset);
  if (rc != SQLITE_OK)
    capacity_set_sqlite_error (error, db->handle, rc, "difference");

  return rc == SQLITE_OK;
}

static GPtrArray *
tell_difference (CapacityDb  *db,
                 GError     **error)
{
  void *changeset = NULL;
  int size = 0;
  GPtrArray *details;

  if (!find_difference (db, &changeset, &size, error))
    return NULL;
  details = capacity_details_read (db, changeset, size, error);
  sqlite3_free (changeset);

  return details;
}

/**
 * capacity_restore_preview:
 * @db: a portfolio's connection
 * @backup: a backup of it
 * @error: return location
 *
 * Returns: (transfer full) (nullable) (element-type CapacityDetail): what going back to the backup would
 *   change, field by field
 */
GPtrArray *
capacity_restore_preview (CapacityDb  *db,
                          const char  *backup,
                          GError     **error)
{
  g_auto (Copy) copy = { 0 };
  GPtrArray *details;

  if (!take_copy (backup, &copy, error) || !attach (db, copy.path, error))
    return NULL;
  details = tell_difference (db, error);
  detach (db);

  return details;
}

/**
 * capacity_restore:
 * @db: a portfolio's connection
 * @backup: a backup of it
 * @subject: what a person calls the backup
 * @user: who goes back to it
 * @error: return location
 *
 * Makes the facts those of the backup, as one action.
 *
 * Returns: (transfer full) (nullable): how things stand
 */
CapacityOutcome *
capacity_restore (CapacityDb  *db,
                  const char  *backup,
                  const char  *subject,
                  const char  *user,
                  GError     **error)
{
  const CapacityPatch patch = { CAPACITY_VERB_RESTORE, subject, write_difference, NULL };
  g_auto (Copy) copy = { 0 };
  CapacityOutcome *outcome;

  if (!take_copy (backup, &copy, error) || !attach (db, copy.path, error))
    return NULL;
  outcome = capacity_edit_patch (db, &patch, user, error);
  detach (db);

  return outcome;
}

/* A name beside the damaged file that nothing has yet. */
static char *
name_aside (const char *path)
{
  g_autofree char *name = g_strconcat (path, ".damaged", NULL);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.damaged-%d", path, i);
    }

  return g_steal_pointer (&name);
}

static gboolean
replace (const char  *path,
         const char  *unfinished,
         GError     **error)
{
  g_autofree char *aside = name_aside (path);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *journal_aside = g_strconcat (aside, "-journal", NULL);

  /* A journal left behind must not be played back into the good file. */
  if (g_file_test (journal, G_FILE_TEST_EXISTS) && g_rename (journal, journal_aside) != 0)
    return capacity_file_refuse (journal, error);
  if (g_file_test (path, G_FILE_TEST_EXISTS) && g_rename (path, aside) != 0)
    return capacity_file_refuse (path, error);

  return capacity_file_put_in_place (unfinished, path, error);
}

/**
 * capacity_restore_damaged:
 * @path: a portfolio that cannot be opened
 * @backup: a backup of it
 * @user: who restores it
 * @error: return location
 *
 * Puts a copy of the backup in the place of the damaged file, which is kept beside it as `PORTFOLIO.damaged`.
 *
 * Errors: %CAPACITY_STORE_ERROR_BUSY where another has the file.
 *
 * Returns: whether the good file is in place
 */
gboolean
capacity_restore_damaged (const char  *path,
                          const char  *backup,
                          const char  *user,
                          GError     **error)
{
  g_autofree char *unfinished = g_strconcat (path, "-restored", NULL);
  g_autoptr (CapacityLock) lock = capacity_lock_take (path, user, error);
  g_auto (Copy) copy = { 0 };

  if (lock == NULL || !take_copy (backup, &copy, error))
    return FALSE;
  g_unlink (unfinished);
  if (!copy_file (copy.path, unfinished, error) || !capacity_file_sync (unfinished, error) || !replace (path, unfinished, error))
    {
      g_unlink (unfinished);
      return FALSE;
    }

  return TRUE;
}
