/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-batch.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (CapacityBatch, capacity_batch, capacity_batch_ref, capacity_batch_unref)

static void
batch_series_free (CapacityBatchSeries *item)
{
  g_free (item->service);
  g_free (item->code);
  g_free (item->channel);
  g_free (item->site);
  capacity_series_unref (item->series);
  g_free (item);
}

/**
 * capacity_batch_new:
 * @source: the file's display name
 *
 * Returns: (transfer full): an empty batch
 */
CapacityBatch *
capacity_batch_new (const char *source)
{
  CapacityBatch *self = g_atomic_rc_box_new0 (CapacityBatch);

  self->source = g_strdup (source);
  self->series = g_ptr_array_new_with_free_func ((GDestroyNotify) batch_series_free);

  return self;
}

/**
 * capacity_batch_ref:
 * @self: a batch
 *
 * Returns: (transfer full): the same batch
 */
CapacityBatch *
capacity_batch_ref (CapacityBatch *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
batch_clear (gpointer data)
{
  CapacityBatch *self = data;

  g_free (self->source);
  g_ptr_array_unref (self->series);
}

/**
 * capacity_batch_unref:
 * @self: (transfer full): a batch
 */
void
capacity_batch_unref (CapacityBatch *self)
{
  g_atomic_rc_box_release_full (self, batch_clear);
}

/**
 * capacity_batch_take_series:
 * @self: a batch that is not shared yet
 * @service: name or code of the service
 * @kind: which applications
 * @channel: (nullable): name of the channel
 * @measure: what is counted
 * @series: (transfer full): the values
 *
 * Adds a series and its measured values to the counts of the batch.
 *
 * Returns: (transfer none): the series in the batch, for saying its code and site
 */
CapacityBatchSeries *
capacity_batch_take_series (CapacityBatch      *self,
                            const char         *service,
                            CapacityRequestKind kind,
                            const char         *channel,
                            CapacityMeasure     measure,
                            CapacitySeries     *series)
{
  CapacityBatchSeries *item = g_new0 (CapacityBatchSeries, 1);

  item->service = g_strdup (service);
  item->kind = kind;
  item->channel = g_strdup (channel);
  item->measure = measure;
  item->series = series;
  self->n_values += series->n - capacity_series_n_missing (series);
  g_ptr_array_add (self->series, item);

  return item;
}

/**
 * capacity_batch_count_future:
 * @self: a batch
 * @today: a day
 * @last: (out): the last period of such a value; unchanged where there is none
 *
 * Returns: number of values of periods that begin after @today, which nobody can have measured
 */
guint64
capacity_batch_count_future (const CapacityBatch *self,
                             CapacityDate         today,
                             CapacityPeriod      *last)
{
  CapacityDate latest = today;
  guint64 n = 0;

  for (guint i = 0; i < self->series->len; i++)
    {
      const CapacitySeries *series = ((CapacityBatchSeries *) self->series->pdata[i])->series;

      for (guint k = series->n; k > 0; k--)
        {
          CapacityPeriod period = { series->kind, series->first + (int) k - 1 };
          CapacityDate day = capacity_period_first_day (period);

          if (day <= today)
            break;
          if (isnan (capacity_series_at (series, period.index)))
            continue;
          n++;
          if (day > latest)
            *last = period;
          latest = MAX (latest, day);
        }
    }

  return n;
}

/**
 * capacity_batch_series_dup_name:
 * @self: a series
 *
 * Returns: (transfer full): all that the file calls the service: its code and name, or one of them
 */
char *
capacity_batch_series_dup_name (const CapacityBatchSeries *self)
{
  if (self->code == NULL || g_str_equal (self->code, self->service))
    return g_strdup (self->service);

  return g_strconcat (self->code, " · ", self->service, NULL);
}
