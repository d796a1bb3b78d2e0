/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-id.h"

#include <string.h>
#include <sys/random.h>

static GMutex id_lock;
static guint64 id_last; /* milliseconds << 12 | counter, guarded by id_lock */

static void
fill_random (guint8 *bytes,
             gsize   n)
{
  gsize done = 0;

  while (done < n)
    {
      gssize got = getrandom (bytes + done, n - done, 0);

      if (got > 0)
        done += (gsize) got;
    }
}

/* Identifiers made in one program keep their order even within a millisecond: the twelve bits behind the time count
 * up, and borrow from the time when they run over (RFC 9562, 6.2, method 1). */
static guint64
next_timestamp (void)
{
  guint64 now = (guint64) (g_get_real_time () / 1000) << 12;
  guint64 stamp;

  g_mutex_lock (&id_lock);
  stamp = MAX (now, id_last + 1);
  id_last = stamp;
  g_mutex_unlock (&id_lock);

  return stamp;
}

/**
 * capacity_id_new:
 *
 * Makes an identifier: a UUID of version 7. Safe from any thread.
 *
 * Returns: an identifier greater than all made earlier by this program
 */
CapacityId
capacity_id_new (void)
{
  guint64 stamp = next_timestamp ();
  CapacityId id;

  for (int i = 0; i < 6; i++)
    id.bytes[i] = (guint8) (stamp >> (52 - 8 * i));
  id.bytes[6] = (guint8) (0x70 | ((stamp >> 8) & 0x0f));
  id.bytes[7] = (guint8) stamp;
  fill_random (id.bytes + 8, 8);
  id.bytes[8] = (guint8) (0x80 | (id.bytes[8] & 0x3f));

  return id;
}

/**
 * capacity_id_is_none:
 * @id: an identifier
 *
 * Returns: whether it stands for nothing
 */
gboolean
capacity_id_is_none (const CapacityId *id)
{
  return capacity_id_equal (id, &CAPACITY_ID_NONE);
}

/**
 * capacity_id_equal:
 * @a: (type CapacityId): an identifier
 * @b: (type CapacityId): another
 *
 * For hash tables, with capacity_id_hash().
 *
 * Returns: whether they are the same
 */
gboolean
capacity_id_equal (gconstpointer a,
                   gconstpointer b)
{
  return memcmp (a, b, sizeof (CapacityId)) == 0;
}

/**
 * capacity_id_hash:
 * @id: (type CapacityId): an identifier
 *
 * Returns: a hash: four of the random bytes
 */
guint
capacity_id_hash (gconstpointer id)
{
  guint hash;

  memcpy (&hash, ((const CapacityId *) id)->bytes + 12, sizeof hash);

  return hash;
}

/**
 * capacity_id_compare:
 * @a: an identifier
 * @b: another
 *
 * Returns: below, equal to or above 0, by the time they were made
 */
int
capacity_id_compare (const CapacityId *a,
                     const CapacityId *b)
{
  return memcmp (a, b, sizeof *a);
}

/**
 * capacity_id_to_string:
 * @id: an identifier
 *
 * Returns: (transfer full): the usual form of a UUID, 36 characters, lower case
 */
char *
capacity_id_to_string (const CapacityId *id)
{
  static const char digits[] = "0123456789abcdef";
  char *text = g_new (char, CAPACITY_ID_TEXT_LENGTH + 1);
  char *end = text;

  for (int i = 0; i < 16; i++)
    {
      if (i == 4 || i == 6 || i == 8 || i == 10)
        *end++ = '-';
      *end++ = digits[id->bytes[i] >> 4];
      *end++ = digits[id->bytes[i] & 0xf];
    }
  *end = '\0';

  return text;
}

/**
 * capacity_id_parse:
 * @text: a UUID in its usual form
 * @id: (out caller-allocated): where to put it
 *
 * Returns: whether @text was one; otherwise @id is unchanged
 */
gboolean
capacity_id_parse (const char *text,
                   CapacityId *id)
{
  CapacityId result;
  const char *p = text;

  for (int i = 0; i < 16; i++)
    {
      if ((i == 4 || i == 6 || i == 8 || i == 10) && *p++ != '-')
        return FALSE;
      if (!g_ascii_isxdigit (p[0]) || !g_ascii_isxdigit (p[1]))
        return FALSE;
      result.bytes[i] = (guint8) (g_ascii_xdigit_value (p[0]) << 4 | g_ascii_xdigit_value (p[1]));
      p += 2;
    }
  if (*p != '\0')
    return FALSE;
  *id = result;

  return TRUE;
}
