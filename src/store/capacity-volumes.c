/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-volumes-private.h"

#include "capacity-block-private.h"

#include <math.h>

/**
 * Head:
 * @id: identifier of the series
 * @is_new: whether it was made just now, so that it has no block yet
 *
 * The row of a volume series.
 */
typedef struct
{
  CapacityId id;
  gboolean   is_new;
} Head;

/**
 * Block:
 * @number: which one
 * @place: of the first value of the series in it
 * @offset: of that value in the series
 * @n: values of the series in it
 * @is_kept: whether it has a row
 * @counts: what its row has, or shall have
 *
 * One block of a series that is being written.
 */
typedef struct
{
  int      number;
  guint    place;
  guint    offset;
  guint    n;
  gboolean is_kept;
  double   counts[CAPACITY_BLOCK_SIZE];
} Block;

static gboolean
check_values (const CapacitySeries  *series,
              GError               **error)
{
  if (!capacity_block_is_in_calendar (series->kind, series->first, series->n))
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_INVALID,
                   "volume: a period outside the calendar");
      return FALSE;
    }
  for (guint i = 0; i < series->n; i++)
    if (series->values[i] < 0 || isinf (series->values[i]))
      {
        g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_INVALID, "volume: %g is no count",
                     series->values[i]);
        return FALSE;
      }

  return TRUE;
}

static gboolean
insert_channel (CapacityDb        *db,
                const char        *name,
                const CapacityId  *id,
                GError           **error)
{
  static const char sql[] = "INSERT INTO channel (id, name) VALUES (?, ?)";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, id);
  capacity_statement_bind_text (statement, name);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_volumes_find_channel:
 * @db: a portfolio's connection, in a transaction
 * @name: (nullable): name of a channel; %NULL and empty for none
 * @id: (out): its identifier, or none
 * @error: return location
 *
 * Finds the channel of that name, whatever the case of its letters; there are few. Makes it where there is none.
 *
 * Returns: whether that went well
 */
gboolean
capacity_volumes_find_channel (CapacityDb  *db,
                               const char  *name,
                               CapacityId  *id,
                               GError     **error)
{
  g_autoptr (CapacityStatement) row = NULL;
  g_autofree char *folded = NULL;

  *id = CAPACITY_ID_NONE;
  if (name == NULL || *name == '\0')
    return TRUE;
  folded = g_utf8_casefold (name, -1);
  row = capacity_db_prepare (db, "SELECT id, name FROM channel ORDER BY id", error);
  if (row == NULL)
    return FALSE;

  while (capacity_statement_next (row))
    {
      const char *text = capacity_statement_get_text (row, 1);
      g_autofree char *kept = g_utf8_casefold (text != NULL ? text : "", -1);

      if (g_str_equal (kept, folded))
        {
          *id = capacity_statement_get_id (row, 0);
          return TRUE;
        }
    }
  *id = capacity_id_new ();

  return capacity_statement_check (row, error) && insert_channel (db, name, id, error);
}

static const char *
known_site (const CapacityVolumeKey *key)
{
  return key->site != NULL && *key->site != '\0' ? key->site : NULL;
}

static gboolean
insert_series (CapacityDb               *db,
               const CapacityVolumeKey  *key,
               const CapacityId         *channel,
               CapacityPeriodKind        period,
               const CapacityId         *import,
               const CapacityId         *id,
               GError                  **error)
{
  static const char sql[] =
    "INSERT INTO series (id, service, request, channel, measure, period, import, site)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, id);
  capacity_statement_bind_id (statement, &key->service);
  capacity_statement_bind_int (statement, key->kind);
  capacity_statement_bind_id (statement, channel);
  capacity_statement_bind_int (statement, key->measure);
  capacity_statement_bind_int (statement, period);
  capacity_statement_bind_id (statement, import);
  capacity_statement_bind_text (statement, known_site (key));

  return capacity_statement_run (statement, error);
}

/* Finds the series, or makes it. */
static gboolean
find_series (CapacityDb               *db,
             const CapacityVolumeKey  *key,
             CapacityPeriodKind        period,
             const CapacityId         *import,
             Head                     *head,
             GError                  **error)
{
  static const char sql[] =
    "SELECT id FROM series WHERE service = ? AND request = ? AND measure = ? AND period = ?"
    " AND ifnull (channel, x'') = ? AND ifnull (site, '') = ?";
  g_autoptr (CapacityStatement) row = NULL;
  CapacityId channel;

  if (!capacity_volumes_find_channel (db, key->channel, &channel, error))
    return FALSE;
  row = capacity_db_prepare (db, sql, error);
  if (row == NULL)
    return FALSE;
  capacity_statement_bind_id (row, &key->service);
  capacity_statement_bind_int (row, key->kind);
  capacity_statement_bind_int (row, key->measure);
  capacity_statement_bind_int (row, period);
  capacity_statement_bind_blob (row, channel.bytes,
                                capacity_id_is_none (&channel) ? 0 : sizeof channel.bytes);
  capacity_statement_bind_text (row, key->site != NULL ? key->site : "");
  head->is_new = !capacity_statement_next (row);
  head->id = head->is_new ? capacity_id_new () : capacity_statement_get_id (row, 0);

  return capacity_statement_check (row, error)
         && (!head->is_new || insert_series (db, key, &channel, period, import, &head->id, error));
}

/* Reads a block; it stays empty where there is none. */
static gboolean
read_block (CapacityDb        *db,
            const CapacityId  *series,
            Block             *block,
            GError           **error)
{
  g_autoptr (CapacityStatement) row = NULL;

  row = capacity_db_prepare (db, "SELECT counts FROM volume WHERE series = ? AND block = ?", error);
  if (row == NULL)
    return FALSE;
  capacity_statement_bind_id (row, series);
  capacity_statement_bind_int (row, block->number);
  block->is_kept = capacity_statement_next (row);
  if (block->is_kept && sqlite3_column_bytes (row->stmt, 0) == CAPACITY_BLOCK_BYTES)
    capacity_block_unpack (sqlite3_column_blob (row->stmt, 0), block->counts);

  return capacity_statement_check (row, error);
}

/* One statement for each case: a row that is inserted or updated, whichever fits, takes half as long
 * again. */
static gboolean
write_block (CapacityDb        *db,
             const CapacityId  *series,
             const Block       *block,
             GError           **error)
{
  static const char insert[] = "INSERT INTO volume (series, block, counts) VALUES (?1, ?2, ?3)";
  static const char update[] = "UPDATE volume SET counts = ?3 WHERE series = ?1 AND block = ?2";
  guint8 counts[CAPACITY_BLOCK_BYTES];
  CapacityStatement *statement;

  statement = capacity_db_prepare (db, block->is_kept ? update : insert, error);
  if (statement == NULL)
    return FALSE;
  capacity_block_pack (block->counts, counts);
  capacity_statement_bind_id (statement, series);
  capacity_statement_bind_int (statement, block->number);
  capacity_statement_bind_blob (statement, counts, sizeof counts);

  return capacity_statement_run (statement, error);
}

/* Puts what the batch has measured over what is kept, and counts it. Returns whether anything is other
 * than before. */
static gboolean
lay_over (double         *counts,
          const double   *values,
          guint           n,
          CapacityImport *import)
{
  gboolean is_other = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_same = counts[i] == values[i];

      if (isnan (values[i]))
        continue;
      import->n_same += is_same;
      import->n_new += isnan (counts[i]) != 0;
      import->n_changed += !is_same && !isnan (counts[i]);
      is_other |= !is_same;
      counts[i] = values[i];
    }

  return is_other;
}

/* Goes to the block that holds the value at @offset, with nothing in it. */
static void
go_to_block (Block                *block,
             const CapacitySeries *series,
             guint                 offset)
{
  guint index = (guint) series->first + offset;

  block->number = (int) (index / CAPACITY_BLOCK_SIZE);
  block->place = index % CAPACITY_BLOCK_SIZE;
  block->offset = offset;
  block->n = MIN (series->n - offset, CAPACITY_BLOCK_SIZE - block->place);
  block->is_kept = FALSE;
  capacity_block_clear (block->counts);
}

static gboolean
name_import (CapacityDb        *db,
             const CapacityId  *series,
             const CapacityId  *import,
             GError           **error)
{
  CapacityStatement *statement = capacity_db_prepare (db, "UPDATE series SET import = ? WHERE id = ?", error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, import);
  capacity_statement_bind_id (statement, series);

  return capacity_statement_run (statement, error);
}

/**
 * capacity_volumes_merge:
 * @db: a portfolio's connection, in a transaction
 * @key: which volumes
 * @series: values; where it has none, what is kept stays
 * @import: the import they come from, whose counts grow
 * @error: return location
 *
 * Lays imported volumes over those that are kept.
 *
 * Returns: whether they were written
 */
gboolean
capacity_volumes_merge (CapacityDb               *db,
                        const CapacityVolumeKey  *key,
                        const CapacitySeries     *series,
                        CapacityImport           *import,
                        GError                  **error)
{
  gboolean is_other = FALSE;
  Head head;
  Block block;

  if (capacity_series_n_missing (series) == series->n)
    return TRUE;
  if (!check_values (series, error) || !find_series (db, key, series->kind, &import->id, &head, error))
    return FALSE;

  for (guint offset = 0; offset < series->n; offset = block.offset + block.n)
    {
      go_to_block (&block, series, offset);
      if (!head.is_new && !read_block (db, &head.id, &block, error))
        return FALSE;
      if (!lay_over (block.counts + block.place, series->values + block.offset, block.n, import))
        continue;
      is_other = TRUE;
      if (!write_block (db, &head.id, &block, error))
        return FALSE;
    }

  return head.is_new || !is_other || name_import (db, &head.id, &import->id, error);
}

/**
 * capacity_volumes_replace:
 * @db: a portfolio's connection, in a transaction
 * @key: which volumes
 * @series: all their values, typed by hand; without a measured one the volumes are removed
 * @error: return location
 *
 * Makes the kept volumes what @series says.
 *
 * Returns: whether they were written
 */
gboolean
capacity_volumes_replace (CapacityDb               *db,
                          const CapacityVolumeKey  *key,
                          const CapacitySeries     *series,
                          GError                  **error)
{
  Head head;
  Block block;

  if (!check_values (series, error) || !find_series (db, key, series->kind, NULL, &head, error))
    return FALSE;
  if (capacity_series_n_missing (series) == series->n)
    return capacity_db_run_with_id (db, "DELETE FROM series WHERE id = ?", &head.id, error);
  if (!capacity_db_run_with_id (db, "DELETE FROM volume WHERE series = ?", &head.id, error))
    return FALSE;

  for (guint offset = 0; offset < series->n; offset = block.offset + block.n)
    {
      gboolean is_measured = FALSE;

      go_to_block (&block, series, offset);
      for (guint i = 0; i < block.n; i++)
        {
          block.counts[block.place + i] = series->values[block.offset + i];
          is_measured |= !isnan (series->values[block.offset + i]);
        }
      if (is_measured && !write_block (db, &head.id, &block, error))
        return FALSE;
    }

  return head.is_new || name_import (db, &head.id, NULL, error);
}
