/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-volume-edit.h"

#include <math.h>

#include "capacity-quality.h"

/* Five years to write in, and one before the oldest month that was measured. */
#define YEAR 12
#define N_MONTHS (5 * YEAR)

typedef struct
{
  CapacityVolume volume;     /* owns its texts; its series is that of the service, NULL where it has none */
  GHashTable    *written;    /* index of a month → double that stands over the series; NaN for "not measured" */
  gboolean       is_changed; /* since the last change was made */
} Column;

struct _CapacityVolumeEdit
{
  CapacityService *service;
  GPtrArray       *columns; /* element-type Column */
  int              first;
  int              last;
};

static void
column_free (Column *column)
{
  g_free (column->volume.channel);
  g_free (column->volume.site);
  g_hash_table_unref (column->written);
  g_free (column);
}

static Column *
get_column (const CapacityVolumeEdit *self,
            guint                     column)
{
  return g_ptr_array_index (self->columns, column);
}

static void
reach (CapacityVolumeEdit *self,
       int                 first,
       int                 last)
{
  self->first = MIN (self->first, first);
  self->last = MAX (self->last, last);
}

static Column *
find_column (const CapacityVolumeEdit *self,
             const CapacityVolume     *volume)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = g_ptr_array_index (self->columns, i);

      if (column->volume.measure == volume->measure && column->volume.kind == volume->kind
          && g_strcmp0 (column->volume.channel, volume->channel) == 0
          && g_strcmp0 (column->volume.site, volume->site) == 0)
        return column;
    }

  return NULL;
}

static Column *
add_column (CapacityVolumeEdit   *self,
            const CapacityVolume *volume)
{
  Column *column = g_new0 (Column, 1);

  column->volume.kind = volume->kind;
  column->volume.measure = volume->measure;
  column->volume.channel = g_strdup (volume->channel);
  column->volume.site = g_strdup (volume->site);
  column->written = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_ptr_array_add (self->columns, column);

  return column;
}

/**
 * capacity_volume_edit_new:
 * @service: a service
 * @last: index of the last month to write in, at least; later ones that were measured are there too
 *
 * Returns: (transfer full): its monthly volumes; where it has no volumes at all, one empty column of arrivals; no
 *   column where they are counted by other periods only
 */
CapacityVolumeEdit *
capacity_volume_edit_new (const CapacityService *service,
                          int                    last)
{
  CapacityVolumeEdit *self = g_new0 (CapacityVolumeEdit, 1);
  CapacityVolume arrivals = { .kind = CAPACITY_REQUEST_ALL, .measure = CAPACITY_MEASURE_ARRIVALS };

  self->service = capacity_service_ref (service);
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  self->first = last - N_MONTHS + 1;
  self->last = last;
  capacity_volume_edit_follow (self, service);
  if (service->volumes->len == 0)
    add_column (self, &arrivals);

  return self;
}

/**
 * capacity_volume_edit_free:
 * @self: a table
 */
void
capacity_volume_edit_free (CapacityVolumeEdit *self)
{
  g_ptr_array_unref (self->columns);
  capacity_service_unref (self->service);
  g_free (self);
}

/**
 * capacity_volume_edit_n_columns:
 * @self: a table
 *
 * Returns: how many series it has
 */
guint
capacity_volume_edit_n_columns (const CapacityVolumeEdit *self)
{
  return self->columns->len;
}

/**
 * capacity_volume_edit_add:
 * @self: a table
 * @volume: what a new column counts; its series is left aside
 *
 * Adds an empty column at the end. The service has nothing of it until something is written there.
 *
 * Returns: whether there was none that counts the same
 */
gboolean
capacity_volume_edit_add (CapacityVolumeEdit   *self,
                          const CapacityVolume *volume)
{
  if (find_column (self, volume) != NULL)
    return FALSE;

  add_column (self, volume);

  return TRUE;
}

/**
 * capacity_volume_edit_column:
 * @self: a table
 * @column: which
 *
 * Returns: (transfer none): what the column counts; its series is that of the service, without what was written
 */
const CapacityVolume *
capacity_volume_edit_column (const CapacityVolumeEdit *self,
                             guint                     column)
{
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &get_column (self, column)->volume;
}

/**
 * capacity_volume_edit_first:
 * @self: a table
 *
 * Returns: index of its first month
 */
int
capacity_volume_edit_first (const CapacityVolumeEdit *self)
{
  return self->first;
}

/**
 * capacity_volume_edit_last:
 * @self: a table
 *
 * Returns: index of its last month
 */
int
capacity_volume_edit_last (const CapacityVolumeEdit *self)
{
  return self->last;
}

/**
 * capacity_volume_edit_next:
 * @self: a table
 *
 * Returns: index of the month to go on with: the one after the newest that was measured in any column, the last where
 *   that was measured too; a year ago at the earliest
 */
int
capacity_volume_edit_next (const CapacityVolumeEdit *self)
{
  int newest = self->last - YEAR;

  for (guint i = 0; i < self->columns->len; i++)
    for (int month = self->last; month > newest; month--)
      if (!isnan (capacity_volume_edit_get (self, i, month)))
        newest = month;

  return MIN (newest + 1, self->last);
}

/**
 * capacity_volume_edit_get:
 * @self: a table
 * @column: which series
 * @month: index of a month
 *
 * Returns: the value; NaN where there is none
 */
double
capacity_volume_edit_get (const CapacityVolumeEdit *self,
                          guint                     column,
                          int                       month)
{
  const Column *from = NULL;
  const double *written = NULL;

  g_return_val_if_fail (column < self->columns->len, NAN);

  from = get_column (self, column);
  written = g_hash_table_lookup (from->written, GINT_TO_POINTER (month));
  if (written != NULL)
    return *written;

  return from->volume.series != NULL ? capacity_series_at (from->volume.series, month) : NAN;
}

/**
 * capacity_volume_edit_set:
 * @self: a table
 * @column: which series
 * @month: index of a month; the table grows to it
 * @value: at least 0, or NaN for "not measured"
 */
void
capacity_volume_edit_set (CapacityVolumeEdit *self,
                          guint               column,
                          int                 month,
                          double              value)
{
  double before = NAN;

  g_return_if_fail (column < self->columns->len);
  g_return_if_fail (!(value < 0));

  reach (self, month, month);
  before = capacity_volume_edit_get (self, column, month);
  if (before == value || (isnan (before) && isnan (value)))
    return;
  g_hash_table_insert (get_column (self, column)->written, GINT_TO_POINTER (month), g_memdup2 (&value, sizeof value));
  get_column (self, column)->is_changed = TRUE;
}

/**
 * capacity_volume_edit_follow:
 * @self: a table
 * @service: the service as it is now
 *
 * Shows what the service has now, under what was written here and has not been settled. Columns and months that were
 * there stay, also where the service has nothing in them any more.
 */
void
capacity_volume_edit_follow (CapacityVolumeEdit    *self,
                             const CapacityService *service)
{
  CapacityService *before = self->service;

  self->service = capacity_service_ref (service);
  for (guint i = 0; i < self->columns->len; i++)
    get_column (self, i)->volume.series = NULL;
  for (guint i = 0; i < service->volumes->len; i++)
    {
      const CapacityVolume *volume = g_ptr_array_index (service->volumes, i);
      CapacitySeries *series = volume->series;
      Column *column = NULL;

      if (series->kind != CAPACITY_PERIOD_MONTH)
        continue;
      column = find_column (self, volume);
      if (column == NULL)
        column = add_column (self, volume);
      column->volume.series = series;
      if (series->n > 0)
        reach (self, series->first - YEAR, series->first + (int) series->n - 1);
    }
  capacity_service_unref (before);
}

/**
 * capacity_volume_edit_settle:
 * @self: a table
 *
 * Forgets what was written here, for the service has it, or it could not be kept.
 */
void
capacity_volume_edit_settle (CapacityVolumeEdit *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    g_hash_table_remove_all (get_column (self, i)->written);
}

/**
 * capacity_volume_edit_fill:
 * @self: a table
 * @month: index of a month of the table
 *
 * Writes what season and trend make likely wherever arrivals of @month were not measured.
 *
 * Returns: how many values were written
 */
guint
capacity_volume_edit_fill (CapacityVolumeEdit *self,
                           int                 month)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    {
      const CapacityVolume *volume = capacity_volume_edit_column (self, i);
      double expected = NAN;

      if (volume->measure == CAPACITY_MEASURE_ARRIVALS && volume->series != NULL
          && isnan (capacity_volume_edit_get (self, i, month)))
        expected = round (capacity_quality_expected (volume->series, month));
      if (isnan (expected))
        continue;
      capacity_volume_edit_set (self, i, month, expected);
      n++;
    }

  return n;
}

/**
 * capacity_volume_edit_clear:
 * @self: a table
 * @month: index of a month of the table
 *
 * Takes out the arrivals of @month, as if they had not been measured.
 *
 * Returns: how many values were taken out
 */
guint
capacity_volume_edit_clear (CapacityVolumeEdit *self,
                            int                 month)
{
  guint n = 0;

  for (guint i = 0; i < self->columns->len; i++)
    if (capacity_volume_edit_column (self, i)->measure == CAPACITY_MEASURE_ARRIVALS
        && !isnan (capacity_volume_edit_get (self, i, month)))
      {
        capacity_volume_edit_set (self, i, month, NAN);
        n++;
      }

  return n;
}

/* All values of a column, from the first that was measured to the last. */
static CapacitySeries *
series_new (const CapacityVolumeEdit *self,
            guint                     column)
{
  g_autofree double *values = g_new (double, (gsize) (self->last - self->first + 1));
  guint start = 0, end = (guint) (self->last - self->first + 1);

  for (int month = self->first; month <= self->last; month++)
    values[month - self->first] = capacity_volume_edit_get (self, column, month);
  while (start < end && isnan (values[start]))
    start++;
  while (end > start && isnan (values[end - 1]))
    end--;

  return capacity_series_new (CAPACITY_PERIOD_MONTH, self->first + (int) start, values + start, end - start);
}

/**
 * capacity_volume_edit_to_change:
 * @self: a table
 *
 * Returns: (transfer full): what was written since this was called last, as one change; empty where nothing was
 */
CapacityChange *
capacity_volume_edit_to_change (CapacityVolumeEdit *self)
{
  CapacityChange *change = capacity_change_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      Column *column = get_column (self, i);
      const CapacityVolume *volume = &column->volume;
      g_autoptr (CapacitySeries) series = NULL;

      if (!column->is_changed)
        continue;
      series = series_new (self, i);
      capacity_change_set_volume (change, &self->service->id, volume->kind, volume->channel, volume->site,
                                  volume->measure, series);
      column->is_changed = FALSE;
    }

  return change;
}
