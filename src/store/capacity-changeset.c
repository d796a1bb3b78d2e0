/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-changeset-private.h"

#include "capacity-edit-private.h"

#include <sqlite3.h>
#include <string.h>

/* SQLite trusts the changesets it is given: on others it may read where nothing is. So those from outside are
 * walked through first, by the format that the session extension documents: tables (a 'T', the number of
 * columns, which of them are the key, the name), and after each its changes (an operation, a flag, and the
 * values before, after or both). */

#define COLUMNS_MOST 100

enum
{
  VALUE_ABSENT = 0,
  VALUE_INTEGER = 1,
  VALUE_FLOAT = 2,
  VALUE_TEXT = 3,
  VALUE_BLOB = 4,
  VALUE_NULL = 5,
};

/**
 * Walk:
 * @next: the next byte
 * @end: after the last one
 * @n_columns: of the table
 * @is_key: which of its columns are the key
 */
typedef struct
{
  const guint8 *next;
  const guint8 *end;
  guint         n_columns;
  const guint8 *is_key;
} Walk;

static gboolean
skip (Walk    *walk,
      guint64  n)
{
  if (n > (guint64) (walk->end - walk->next))
    return FALSE;
  walk->next += n;

  return TRUE;
}

/* A number of SQLite: seven bits a byte, most significant first; nothing here needs more than four. */
static gboolean
read_varint (Walk    *walk,
             guint64 *number)
{
  *number = 0;
  for (int i = 0; i < 4 && walk->next < walk->end; i++)
    {
      guint8 byte = *walk->next++;

      *number = *number << 7 | (byte & 0x7f);
      if (byte < 0x80)
        return TRUE;
    }

  return FALSE;
}

static gboolean
read_table (Walk *walk)
{
  guint64 n_columns;
  const guint8 *name;
  const guint8 *name_end;
  gboolean has_key = FALSE;

  if (!skip (walk, 1) || !read_varint (walk, &n_columns) || n_columns == 0 || n_columns > COLUMNS_MOST)
    return FALSE;
  walk->n_columns = (guint) n_columns;
  walk->is_key = walk->next;
  if (!skip (walk, n_columns))
    return FALSE;
  for (guint i = 0; i < n_columns; i++)
    has_key = has_key || walk->is_key[i] != 0;
  name = walk->next;
  name_end = memchr (name, '\0', (gsize) (walk->end - name));
  if (!has_key || name_end == NULL)
    return FALSE;
  walk->next = name_end + 1;

  return g_strv_contains (capacity_edit_list_fact_tables (), (const char *) name);
}

static gboolean
read_value (Walk  *walk,
            guint8 *type)
{
  guint64 length;

  if (walk->next == walk->end)
    return FALSE;
  *type = *walk->next++;

  switch (*type)
    {
    case VALUE_ABSENT:
    case VALUE_NULL:
      return TRUE;
    case VALUE_INTEGER:
    case VALUE_FLOAT:
      return skip (walk, 8);
    case VALUE_TEXT:
    case VALUE_BLOB:
      return read_varint (walk, &length) && skip (walk, length);
    default:
      return FALSE;
    }
}

/* The values before an update have the key, those after it do not; other rows are whole. */
static gboolean
read_values (Walk     *walk,
             gboolean  is_update,
             gboolean  is_after)
{
  for (guint i = 0; i < walk->n_columns; i++)
    {
      gboolean is_key = walk->is_key[i] != 0;
      guint8 type;

      if (!read_value (walk, &type))
        return FALSE;
      if (is_key && type == VALUE_NULL)
        return FALSE;
      if (type == VALUE_ABSENT && (!is_update || (is_key && !is_after)))
        return FALSE;
      if (is_update && is_after && is_key && type != VALUE_ABSENT)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_change (Walk *walk)
{
  guint8 operation = *walk->next;

  if (!skip (walk, 2) || walk->n_columns == 0)
    return FALSE;

  switch (operation)
    {
    case SQLITE_INSERT:
    case SQLITE_DELETE:
      return read_values (walk, FALSE, FALSE);
    case SQLITE_UPDATE:
      return read_values (walk, TRUE, FALSE) && read_values (walk, TRUE, TRUE);
    default:
      return FALSE;
    }
}

/**
 * capacity_changeset_is_sound:
 * @bytes: (array length=size): what may be a changeset
 * @size: how many
 *
 * Returns: whether it is one, of facts only, so that SQLite can be given it
 */
gboolean
capacity_changeset_is_sound (const guint8 *bytes,
                             gsize         size)
{
  Walk walk = { bytes, bytes + size, 0, NULL };

  while (walk.next < walk.end)
    if (!(*walk.next == 'T' ? read_table (&walk) : read_change (&walk)))
      return FALSE;

  return TRUE;
}
