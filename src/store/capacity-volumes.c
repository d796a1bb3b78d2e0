/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-volumes-private.h"

#include "capacity-year-private.h"

#include <math.h>

/**
 * Head:
 * @id: identifier of the series
 * @is_new: whether it was made just now, so that it has no year yet
 *
 * The row of a volume series.
 */
typedef struct
{
  CapacityId id;
  gboolean   is_new;
} Head;

static gboolean
check_values (const CapacitySeries  *series,
              GError               **error)
{
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
  CapacityStatement *statement = capacity_db_prepare (db, "INSERT INTO channel (id, name) VALUES (?, ?)", error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, id);
  capacity_statement_bind_text (statement, name);

  return capacity_statement_run (statement, error);
}

/* Finds the channel of that name, whatever the case of its letters; there are few. Makes it where there is none. */
static gboolean
find_channel (CapacityDb  *db,
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

static gboolean
insert_series (CapacityDb               *db,
               const CapacityVolumeKey  *key,
               const CapacityId         *channel,
               CapacityPeriodKind        period,
               const CapacityId         *import,
               const CapacityId         *id,
               GError                  **error)
{
  CapacityStatement *statement;

  statement = capacity_db_prepare (db,
                                   "INSERT INTO series (id, service, request, channel, measure, period, import)"
                                   " VALUES (?, ?, ?, ?, ?, ?, ?)",
                                   error);
  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, id);
  capacity_statement_bind_id (statement, &key->service);
  capacity_statement_bind_int (statement, key->kind);
  capacity_statement_bind_id (statement, channel);
  capacity_statement_bind_int (statement, key->measure);
  capacity_statement_bind_int (statement, period);
  capacity_statement_bind_id (statement, import);

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
  g_autoptr (CapacityStatement) row = NULL;
  CapacityId channel;

  if (!find_channel (db, key->channel, &channel, error))
    return FALSE;
  row = capacity_db_prepare (db,
                             "SELECT id FROM series WHERE service = ? AND request = ? AND measure = ? AND period = ?"
                             " AND ifnull (channel, x'') = ?",
                             error);
  if (row == NULL)
    return FALSE;
  capacity_statement_bind_id (row, &key->service);
  capacity_statement_bind_int (row, key->kind);
  capacity_statement_bind_int (row, key->measure);
  capacity_statement_bind_int (row, period);
  capacity_statement_bind_blob (row, channel.bytes, capacity_id_is_none (&channel) ? 0 : sizeof channel.bytes);
  head->is_new = !capacity_statement_next (row);
  head->id = head->is_new ? capacity_id_new () : capacity_statement_get_id (row, 0);

  return capacity_statement_check (row, error)
         && (!head->is_new || insert_series (db, key, &channel, period, import, &head->id, error));
}

/* Reads the places of a year; they stay empty where there is none. */
static gboolean
read_year (CapacityDb        *db,
           const CapacityId  *series,
           int                year,
           double            *places,
           guint              n_places,
           GError           **error)
{
  g_autoptr (CapacityStatement) row = NULL;

  row = capacity_db_prepare (db, "SELECT counts FROM volume WHERE series = ? AND year = ?", error);
  if (row == NULL)
    return FALSE;
  capacity_statement_bind_id (row, series);
  capacity_statement_bind_int (row, year);
  if (capacity_statement_next (row) && sqlite3_column_bytes (row->stmt, 0) == (int) (n_places * sizeof (double)))
    capacity_year_unpack (sqlite3_column_blob (row->stmt, 0), n_places, places);

  return capacity_statement_check (row, error);
}

static gboolean
write_year (CapacityDb        *db,
            const CapacityId  *series,
            int                year,
            const double      *places,
            guint              n_places,
            GError           **error)
{
  guint8 counts[CAPACITY_YEAR_MAX_VALUES * sizeof (double)];
  CapacityStatement *statement;

  statement = capacity_db_prepare (db,
                                   "INSERT INTO volume (series, year, counts) VALUES (?, ?, ?)"
                                   " ON CONFLICT (series, year) DO UPDATE SET counts = excluded.counts",
                                   error);
  if (statement == NULL)
    return FALSE;
  capacity_year_pack (places, n_places, counts);
  capacity_statement_bind_id (statement, series);
  capacity_statement_bind_int (statement, year);
  capacity_statement_bind_blob (statement, counts, n_places * sizeof (double));

  return capacity_statement_run (statement, error);
}

/* Puts what the batch has measured over what is kept, and counts it. Returns whether anything is other than before. */
static gboolean
lay_over (double         *places,
          const double   *values,
          guint           n,
          CapacityImport *import)
{
  gboolean is_other = FALSE;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_same = places[i] == values[i];

      if (isnan (values[i]))
        continue;
      import->n_same += is_same;
      import->n_new += isnan (places[i]) != 0;
      import->n_changed += !is_same && !isnan (places[i]);
      is_other |= !is_same;
      places[i] = values[i];
    }

  return is_other;
}

typedef struct
{
  int    number;   /* which year */
  guint  place;    /* of the first value of the series in it */
  guint  offset;   /* of that value in the series */
  guint  n;        /* values of the series in it */
  double places[CAPACITY_YEAR_MAX_VALUES];
} Year;

/* Goes to the year that holds the value at @offset, with all places empty. */
static void
go_to_year (Year                 *year,
            const CapacitySeries *series,
            guint                 offset)
{
  int index = series->first + (int) offset;
  int end;

  year->number = capacity_year_of (series->kind, index);
  year->place = (guint) (index - capacity_year_first (series->kind, year->number));
  year->offset = offset;
  end = capacity_year_first (series->kind, year->number + 1);
  year->n = MIN (series->n - offset, (guint) (end - index));
  for (guint i = 0; i < CAPACITY_YEAR_MAX_VALUES; i++)
    year->places[i] = NAN;
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
  guint n_places = capacity_year_n_values (series->kind);
  gboolean is_other = FALSE;
  Head head;
  Year year;

  if (capacity_series_n_missing (series) == series->n)
    return TRUE;
  if (!check_values (series, error) || !find_series (db, key, series->kind, &import->id, &head, error))
    return FALSE;

  for (guint offset = 0; offset < series->n; offset = year.offset + year.n)
    {
      go_to_year (&year, series, offset);
      if (!head.is_new && !read_year (db, &head.id, year.number, year.places, n_places, error))
        return FALSE;
      if (!lay_over (year.places + year.place, series->values + year.offset, year.n, import))
        continue;
      is_other = TRUE;
      if (!write_year (db, &head.id, year.number, year.places, n_places, error))
        return FALSE;
    }

  return head.is_new || !is_other || name_import (db, &head.id, &import->id, error);
}

static gboolean
run_with_id (CapacityDb        *db,
             const char        *sql,
             const CapacityId  *id,
             GError           **error)
{
  CapacityStatement *statement = capacity_db_prepare (db, sql, error);

  if (statement == NULL)
    return FALSE;
  capacity_statement_bind_id (statement, id);

  return capacity_statement_run (statement, error);
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
  guint n_places = capacity_year_n_values (series->kind);
  Head head;
  Year year;

  if (!check_values (series, error) || !find_series (db, key, series->kind, NULL, &head, error))
    return FALSE;
  if (capacity_series_n_missing (series) == series->n)
    return run_with_id (db, "DELETE FROM series WHERE id = ?", &head.id, error);
  if (!run_with_id (db, "DELETE FROM volume WHERE series = ?", &head.id, error))
    return FALSE;

  for (guint offset = 0; offset < series->n; offset = year.offset + year.n)
    {
      gboolean is_measured = FALSE;

      go_to_year (&year, series, offset);
      for (guint i = 0; i < year.n; i++)
        {
          year.places[year.place + i] = series->values[year.offset + i];
          is_measured |= !isnan (series->values[year.offset + i]);
        }
      if (is_measured && !write_year (db, &head.id, year.number, year.places, n_places, error))
        return FALSE;
    }

  return head.is_new || name_import (db, &head.id, NULL, error);
}
