/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-parcel-private.h"

#include "capacity-changeset-private.h"
#include "capacity-file-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A file of changes is a line that says what it is, a line with the SHA-256 of the rest, and the rest: a
 * GVariant, least significant byte first, of the type below. Such a file is written once and never again, so
 * a shared folder or a synchronised one is a safe way for it. GVariant reads whatever bytes there are without
 * harm; what is not in its normal form is refused. */

#define MAGIC "Capacity changes 1\n"
#define DIGEST_LENGTH 64
#define HEAD_LENGTH (strlen (MAGIC) + DIGEST_LENGTH + 1)
#define SIZE_MOST (64 * 1024 * 1024)
#define ACTIONS_MOST 100000

/* Schema, institution, who, time, since, and of each action who, time and changeset. */
#define TYPE "(uaysxxa(sxay))"

static void
action_free (CapacityParcelAction *action)
{
  g_free (action->who);
  g_bytes_unref (action->changeset);
  g_free (action);
}

static CapacityParcel *
parcel_new (void)
{
  CapacityParcel *self = g_new0 (CapacityParcel, 1);

  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) action_free);

  return self;
}

/**
 * capacity_parcel_free:
 * @self: (transfer full): a parcel
 */
void
capacity_parcel_free (CapacityParcel *self)
{
  g_free (self->who);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

static void
take_action (CapacityParcel *self,
             char           *who,
             gint64          time,
             GBytes         *changeset)
{
  CapacityParcelAction *action = g_new0 (CapacityParcelAction, 1);

  action->who = who;
  action->time = time;
  action->changeset = changeset;
  g_ptr_array_add (self->actions, action);
}

static GBytes *
invert (const void *bytes,
        int         size)
{
  void *inverted = NULL;
  int inverted_size = 0;

  if (sqlite3changeset_invert (size, bytes, &inverted_size, &inverted) != SQLITE_OK)
    return NULL;

  return g_bytes_new_with_free_func (inverted, (gsize) inverted_size, sqlite3_free, inverted);
}

static gboolean
collect_rows (CapacityParcel  *self,
              CapacityDb      *db,
              const char      *sql,
              gboolean         is_inverted,
              GError         **error)
{
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, sql, error);

  if (row == NULL)
    return FALSE;
  capacity_statement_bind_int (row, self->since);
  while (capacity_statement_next (row))
    {
      const void *bytes = sqlite3_column_blob (row->stmt, 2);
      int size = sqlite3_column_bytes (row->stmt, 2);
      GBytes *changeset = is_inverted ? invert (bytes, size) : g_bytes_new (bytes, (gsize) size);

      if (changeset == NULL)
        {
          g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_DAMAGED, "%s: changeset", db->path);
          return FALSE;
        }
      take_action (self, capacity_statement_dup_text (row, 0), capacity_statement_get_int (row, 1, 0), changeset);
    }

  return capacity_statement_check (row, error);
}

static gboolean
collect_head (CapacityParcel  *self,
              CapacityDb      *db,
              GError         **error)
{
  g_autoptr (CapacityStatement) row = capacity_db_prepare (db, "SELECT id FROM institution", error);
  gint64 schema = 0;

  if (row == NULL || !capacity_db_read_int (db, "PRAGMA user_version", &schema, error))
    return FALSE;
  if (capacity_statement_next (row))
    self->institution = capacity_statement_get_id (row, 0);
  self->schema = (int) schema;

  return capacity_statement_check (row, error);
}

/**
 * capacity_parcel_collect:
 * @db: a portfolio's connection
 * @since: a time, in seconds since 1970, UTC
 * @user: who collects
 * @error: return location
 *
 * Collects what was changed since then: actions that hold, and those from before that were taken back since.
 *
 * Errors: %CAPACITY_STORE_ERROR_NOTHING where nothing was.
 *
 * Returns: (transfer full) (nullable): the changes
 */
CapacityParcel *
capacity_parcel_collect (CapacityDb  *db,
                         gint64       since,
                         const char  *user,
                         GError     **error)
{
  /* Undoing goes backwards from the latest action, so all of it came before the first new one. */
  static const char undone[] =
    "SELECT ifnull (turned_by, who), turned_time, bytes FROM action JOIN changeset ON action = number"
    " WHERE state <> 0 AND time < ?1 AND turned_time >= ?1 ORDER BY number DESC";
  static const char done[] =
    "SELECT who, time, bytes FROM action JOIN changeset ON action = number"
    " WHERE state = 0 AND (time >= ?1 OR turned_time >= ?1) ORDER BY number";
  g_autoptr (CapacityParcel) self = parcel_new ();

  self->since = since;
  self->time = g_get_real_time () / G_USEC_PER_SEC;
  self->who = g_strdup (user);
  if (!collect_head (self, db, error) || !collect_rows (self, db, undone, TRUE, error)
      || !collect_rows (self, db, done, FALSE, error))
    return NULL;
  if (self->actions->len == 0)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOTHING, "%s: nothing changed", db->path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

static gboolean
refuse (const char  *path,
        const char  *why,
        GError     **error)
{
  g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOT_CHANGES, "%s: %s", path, why);

  return FALSE;
}

static GVariant *
from_file_order (GVariant *variant)
{
  return G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (variant) : g_variant_ref (variant);
}

static gboolean
unpack (CapacityParcel  *self,
        const char      *path,
        GVariant        *variant,
        GError         **error)
{
  g_autoptr (GVariant) institution = g_variant_get_child_value (variant, 1);
  g_autoptr (GVariant) actions = g_variant_get_child_value (variant, 5);
  gsize size;
  gconstpointer id = g_variant_get_fixed_array (institution, &size, 1);

  if (size != sizeof self->institution)
    return refuse (path, "no institution", error);
  memcpy (&self->institution, id, size);
  g_variant_get_child (variant, 0, "u", &self->schema);
  g_variant_get_child (variant, 2, "s", &self->who);
  g_variant_get_child (variant, 3, "x", &self->time);
  g_variant_get_child (variant, 4, "x", &self->since);
  if (g_variant_n_children (actions) > ACTIONS_MOST)
    return refuse (path, "too many actions", error);
  for (gsize i = 0; i < g_variant_n_children (actions); i++)
    {
      g_autoptr (GVariant) action = g_variant_get_child_value (actions, i);
      g_autoptr (GVariant) changeset = g_variant_get_child_value (action, 2);
      char *who;
      gint64 time;

      g_variant_get_child (action, 0, "s", &who);
      g_variant_get_child (action, 1, "x", &time);
      take_action (self, who, time, g_variant_get_data_as_bytes (changeset));
      if (!capacity_changeset_is_sound (g_variant_get_data (changeset), g_variant_get_size (changeset)))
        return refuse (path, "a broken changeset", error);
    }

  return TRUE;
}

static GBytes *
read_payload (const char  *path,
              GError     **error)
{
  g_autofree char *contents = NULL;
  g_autofree char *digest = NULL;
  GStatBuf info;
  gsize size;

  if (g_stat (path, &info) != 0)
    {
      capacity_file_refuse (path, error);
      return NULL;
    }
  if (!S_ISREG (info.st_mode) || info.st_size > SIZE_MOST || !g_file_get_contents (path, &contents, &size, NULL)
      || size <= HEAD_LENGTH || memcmp (contents, MAGIC, strlen (MAGIC)) != 0)
    {
      refuse (path, "no file of changes", error);
      return NULL;
    }
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) contents + HEAD_LENGTH,
                                        size - HEAD_LENGTH);
  if (memcmp (contents + strlen (MAGIC), digest, DIGEST_LENGTH) != 0)
    {
      refuse (path, "not as it was written", error);
      return NULL;
    }

  return g_bytes_new (contents + HEAD_LENGTH, size - HEAD_LENGTH);
}

/**
 * capacity_parcel_read:
 * @path: a file of changes
 * @error: return location
 *
 * Errors: %CAPACITY_STORE_ERROR_NOT_CHANGES where it is none, or is damaged.
 *
 * Returns: (transfer full) (nullable): the changes
 */
CapacityParcel *
capacity_parcel_read (const char  *path,
                      GError     **error)
{
  g_autoptr (CapacityParcel) self = parcel_new ();
  g_autoptr (GBytes) payload = read_payload (path, error);
  g_autoptr (GVariant) stored = NULL;
  g_autoptr (GVariant) variant = NULL;

  if (payload == NULL)
    return NULL;
  stored = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (TYPE), payload, FALSE));
  if (!g_variant_is_normal_form (stored))
    {
      refuse (path, "not in normal form", error);
      return NULL;
    }
  variant = from_file_order (stored);
  if (!unpack (self, path, variant, error))
    return NULL;

  return g_steal_pointer (&self);
}

static GVariant *
bytes_variant (gconstpointer bytes,
               gsize         size)
{
  return g_variant_new_fixed_array (G_VARIANT_TYPE_BYTE, bytes, size, 1);
}

static GBytes *
pack (CapacityParcel *self)
{
  g_autoptr (GVariant) variant = NULL;
  g_autoptr (GVariant) stored = NULL;
  g_autofree char *digest = NULL;
  GVariantBuilder actions;
  GByteArray *file = g_byte_array_new ();

  g_variant_builder_init (&actions, G_VARIANT_TYPE ("a(sxay)"));
  for (guint i = 0; i < self->actions->len; i++)
    {
      const CapacityParcelAction *action = self->actions->pdata[i];
      gsize size;
      gconstpointer bytes = g_bytes_get_data (action->changeset, &size);

      g_variant_builder_add (&actions, "(sx@ay)", action->who, action->time, bytes_variant (bytes, size));
    }
  variant = g_variant_ref_sink (g_variant_new ("(u@aysxxa(sxay))", self->schema,
                                               bytes_variant (&self->institution, sizeof self->institution),
                                               self->who, self->time, self->since, &actions));
  stored = from_file_order (variant);
  digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, g_variant_get_data (stored), g_variant_get_size (stored));
  g_byte_array_append (file, (const guint8 *) MAGIC, strlen (MAGIC));
  g_byte_array_append (file, (const guint8 *) digest, DIGEST_LENGTH);
  g_byte_array_append (file, (const guint8 *) "\n", 1);
  g_byte_array_append (file, g_variant_get_data (stored), (guint) g_variant_get_size (stored));

  return g_byte_array_free_to_bytes (file);
}

static gboolean
write_all (const char  *path,
           GBytes      *file,
           GError     **error)
{
  gsize size;
  const char *bytes = g_bytes_get_data (file, &size);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  gboolean is_written = fd >= 0;

  while (is_written && size > 0)
    {
      ssize_t n = write (fd, bytes, size);

      is_written = n > 0;
      bytes += n;
      size -= (gsize) MAX (n, 0);
    }
  is_written = is_written && fsync (fd) == 0;
  if (!is_written)
    capacity_file_refuse (path, error);
  if (fd >= 0)
    close (fd);

  return is_written;
}

/**
 * capacity_parcel_write:
 * @self: changes
 * @path: where to; nothing must be there
 * @error: return location
 *
 * Writes the changes for a colleague: all of the file is there, or nothing.
 *
 * Returns: whether it is
 */
gboolean
capacity_parcel_write (CapacityParcel  *self,
                       const char      *path,
                       GError         **error)
{
  g_autofree char *unfinished = g_strconcat (path, ".part", NULL);
  g_autoptr (GBytes) file = pack (self);

  if (g_bytes_get_size (file) > SIZE_MOST)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_INVALID, "%s: too many changes", path);
      return FALSE;
    }
  if (write_all (unfinished, file, error) && capacity_file_put_in_place (unfinished, path, error))
    return TRUE;
  g_unlink (unfinished);

  return FALSE;
}
