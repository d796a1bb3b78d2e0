/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-volume-edit.h"

#include <math.h>

#include "capacity-quality.h"

/* A year to write in where nothing was measured yet. */
#define N_NEW_MONTHS 12

typedef struct
{
  CapacityVolume volume; /* its texts belong to the service, its series is that of the service or NULL */
  double        *values; /* one a month of the table */
  gboolean       is_changed;
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
  g_free (column->values);
  g_free (column);
}

static guint
n_months (const CapacityVolumeEdit *self)
{
  return (guint) (self->last - self->first + 1);
}

static void
add_column (CapacityVolumeEdit   *self,
            const CapacityVolume *volume)
{
  Column *column = g_new0 (Column, 1);

  column->volume = *volume;
  column->values = g_new (double, n_months (self));
  for (int month = self->first; month <= self->last; month++)
    column->values[month - self->first] = volume->series != NULL ? capacity_series_at (volume->series, month) : NAN;
  g_ptr_array_add (self->columns, column);
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
  self->first = last - N_NEW_MONTHS + 1;
  self->last = last;
  for (guint i = 0; i < service->volumes->len; i++)
    {
      const CapacitySeries *series = ((CapacityVolume *) g_ptr_array_index (service->volumes, i))->series;

      if (series->kind == CAPACITY_PERIOD_MONTH && series->n > 0)
        {
          self->first = MIN (self->first, series->first);
          self->last = MAX (self->last, series->first + (int) series->n - 1);
        }
    }
  for (guint i = 0; i < service->volumes->len; i++)
    {
      const CapacityVolume *volume = g_ptr_array_index (service->volumes, i);

      if (volume->series->kind == CAPACITY_PERIOD_MONTH)
        add_column (self, volume);
    }
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

static Column *
get_column (const CapacityVolumeEdit *self,
            guint                     column)
{
  return g_ptr_array_index (self->columns, column);
}

static gboolean
has_month (const CapacityVolumeEdit *self,
           int                       month)
{
  return month >= self->first && month <= self->last;
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
 * capacity_volume_edit_column:
 * @self: a table
 * @column: which
 *
 * Returns: (transfer none): what the column counts; its series is as it was before anything was written
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
  g_return_val_if_fail (column < self->columns->len, NAN);

  return has_month (self, month) ? get_column (self, column)->values[month - self->first] : NAN;
}

/**
 * capacity_volume_edit_set:
 * @self: a table
 * @column: which series
 * @month: index of a month of the table
 * @value: at least 0, or NaN for "not measured"
 */
void
capacity_volume_edit_set (CapacityVolumeEdit *self,
                          guint               column,
                          int                 month,
                          double              value)
{
  Column *changed = NULL;
  double *place = NULL;

  g_return_if_fail (column < self->columns->len);
  g_return_if_fail (has_month (self, month));
  g_return_if_fail (!(value < 0));

  changed = get_column (self, column);
  place = &changed->values[month - self->first];
  if (*place == value || (isnan (*place) && isnan (value)))
    return;
  *place = value;
  changed->is_changed = TRUE;
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

/**
 * capacity_volume_edit_to_change:
 * @self: a table
 *
 * Returns: (transfer full): what was written, as one change; empty where nothing was
 */
CapacityChange *
capacity_volume_edit_to_change (const CapacityVolumeEdit *self)
{
  CapacityChange *change = capacity_change_new ();

  for (guint i = 0; i < self->columns->len; i++)
    {
      const Column *column = get_column (self, i);
      const CapacityVolume *volume = &column->volume;
      g_autoptr (CapacitySeries) series = NULL;
      guint start = 0, end = n_months (self);

      if (!column->is_changed)
        continue;
      while (start < end && isnan (column->values[start]))
        start++;
      while (end > start && isnan (column->values[end - 1]))
        end--;
      series = capacity_series_new (CAPACITY_PERIOD_MONTH, self->first + (int) start, column->values + start,
                                    end - start);
      capacity_change_set_volume (change, &self->service->id, volume->kind, volume->channel, volume->site,
                                  volume->measure, series);
    }

  return change;
}
