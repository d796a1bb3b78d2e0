/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast-private.h"

#include <string.h>

/* Forecasts by digest. A forecast is made outside the lock, so that threads forecast side by side; if two
 * make the same one, they make the same numbers, and one of them is kept. */
struct _CapacityForecastCache
{
  GMutex      lock;
  GHashTable *forecasts; /* guint64 → Entry */
  GQueue      used;      /* of Entry, by its link: the one that was used last is first */
  GArray     *fresh;     /* guint64: made here, not yet told to foreach_new() */
};

typedef struct
{
  guint64           digest;
  CapacityForecast *forecast;
  GList             link;
} Entry;

static void
entry_free (Entry *entry)
{
  capacity_forecast_unref (entry->forecast);
  g_free (entry);
}

/* Mixes a word into a digest (the finaliser of SplitMix64, Steele, Lea and Flood 2014). */
static guint64
mix (guint64 digest,
     guint64 word)
{
  digest ^= word + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + (digest << 6) + (digest >> 2);
  digest = (digest ^ (digest >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  digest = (digest ^ (digest >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return digest ^ (digest >> 31);
}

/* What a calendar says about the months a forecast looks at: their working days. */
static guint64
calendar_digest (const CapacityCalendar *calendar,
                 const CapacitySeries   *history,
                 guint                   horizon)
{
  CapacityPeriod first = { history->kind, history->first }, last = { history->kind, history->first };
  guint64 digest = 0;

  if (calendar == NULL || (history->kind != CAPACITY_PERIOD_MONTH && history->kind != CAPACITY_PERIOD_DAY))
    return digest;

  last.index += (int) (history->n + horizon);
  first = capacity_period_convert (first, CAPACITY_PERIOD_MONTH);
  last = capacity_period_convert (last, CAPACITY_PERIOD_MONTH);
  for (; first.index <= last.index; first.index++)
    digest = mix (digest, (guint64) capacity_calendar_working_days (calendar, first));

  return digest;
}

static guint64
digest_of (const CapacitySeries   *history,
           const CapacityCalendar *calendar,
           const GPtrArray        *refusals,
           guint                   horizon)
{
  guint64 digest = mix (CAPACITY_FORECAST_VERSION, capacity_series_digest (history));

  digest = mix (digest, calendar_digest (calendar, history, horizon));
  for (guint i = 0; refusals != NULL && i < refusals->len; i++)
    {
      int month = ((const CapacityRefusal *) refusals->pdata[i])->month;

      if (month != CAPACITY_NO_MONTH)
        digest = mix (digest, (guint64) month);
    }
  return mix (digest, horizon);
}

static void
cache_clear (gpointer data)
{
  CapacityForecastCache *self = data;

  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->forecasts);
  g_array_unref (self->fresh);
}

/* Two forecasts of one digest are the same, so the first stays. */
static void
insert (CapacityForecastCache  *self,
        guint64                 digest,
        const CapacityForecast *forecast)
{
  Entry *entry;

  if (g_hash_table_contains (self->forecasts, &digest))
    return;
  entry = g_new0 (Entry, 1);
  entry->digest = digest;
  entry->forecast = capacity_forecast_ref (forecast);
  entry->link.data = entry;
  g_hash_table_insert (self->forecasts, &entry->digest, entry);
  g_queue_push_head_link (&self->used, &entry->link);
}

static CapacityForecast *
lookup (CapacityForecastCache *self,
        guint64                digest)
{
  CapacityForecast *found = NULL;
  Entry *entry;

  g_mutex_lock (&self->lock);
  entry = g_hash_table_lookup (self->forecasts, &digest);
  if (entry != NULL)
    {
      g_queue_unlink (&self->used, &entry->link);
      g_queue_push_head_link (&self->used, &entry->link);
      found = capacity_forecast_ref (entry->forecast);
    }
  g_mutex_unlock (&self->lock);

  return found;
}

/**
 * capacity_forecast_cache_new:
 *
 * Returns: (transfer full): a cache without forecasts
 */
CapacityForecastCache *
capacity_forecast_cache_new (void)
{
  CapacityForecastCache *self = g_atomic_rc_box_new0 (CapacityForecastCache);

  g_mutex_init (&self->lock);
  self->forecasts = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, (GDestroyNotify) entry_free);
  self->fresh = g_array_new (FALSE, FALSE, sizeof (guint64));

  return self;
}

/**
 * capacity_forecast_cache_ref:
 * @self: a cache
 *
 * Returns: (transfer full): the same cache
 */
CapacityForecastCache *
capacity_forecast_cache_ref (CapacityForecastCache *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * capacity_forecast_cache_unref:
 * @self: (transfer full): a cache
 */
void
capacity_forecast_cache_unref (CapacityForecastCache *self)
{
  g_atomic_rc_box_release_full (self, cache_clear);
}

/**
 * capacity_forecast_cache_get:
 * @self: a cache
 * @history: see capacity_forecast_new()
 * @calendar: (nullable): see capacity_forecast_new()
 * @refusals: (nullable): see capacity_forecast_new()
 * @horizon: see capacity_forecast_new()
 *
 * Finds the forecast, or makes it and keeps it.
 *
 * Returns: (transfer full): the forecast
 */
CapacityForecast *
capacity_forecast_cache_get (CapacityForecastCache  *self,
                             const CapacitySeries   *history,
                             const CapacityCalendar *calendar,
                             const GPtrArray        *refusals,
                             guint                   horizon)
{
  guint64 digest = digest_of (history, calendar, refusals, horizon);
  CapacityForecast *forecast = lookup (self, digest);

  if (forecast == NULL)
    {
      forecast = capacity_forecast_new (history, calendar, refusals, horizon);
      g_mutex_lock (&self->lock);
      if (!g_hash_table_contains (self->forecasts, &digest))
        {
          insert (self, digest, forecast);
          g_array_append_val (self->fresh, digest);
        }
      g_mutex_unlock (&self->lock);
    }

  return forecast;
}

/**
 * capacity_forecast_cache_keep:
 * @self: a cache
 * @digest: the digest capacity_forecast_cache_foreach_new() gave with it
 * @forecast: a forecast read from where it was kept
 *
 * Puts a forecast into the cache that need not be kept again.
 */
void
capacity_forecast_cache_keep (CapacityForecastCache *self,
                              guint64                digest,
                              CapacityForecast      *forecast)
{
  g_mutex_lock (&self->lock);
  insert (self, digest, forecast);
  g_mutex_unlock (&self->lock);
}

static void
unref_forecast (gpointer forecast)
{
  if (forecast != NULL)
    capacity_forecast_unref (forecast);
}

/* Takes the first of the fresh forecasts out, each with a reference; NULL for one that was forgotten meanwhile. */
static GPtrArray *
steal_fresh (CapacityForecastCache *self,
             guint                  n_most,
             GArray                *digests)
{
  GPtrArray *forecasts = g_ptr_array_new_with_free_func (unref_forecast);

  g_mutex_lock (&self->lock);
  n_most = MIN (n_most, self->fresh->len);
  g_array_append_vals (digests, self->fresh->data, n_most);
  g_array_remove_range (self->fresh, 0, n_most);
  for (guint i = 0; i < digests->len; i++)
    {
      const Entry *entry = g_hash_table_lookup (self->forecasts, &g_array_index (digests, guint64, i));

      g_ptr_array_add (forecasts, entry != NULL ? capacity_forecast_ref (entry->forecast) : NULL);
    }
  g_mutex_unlock (&self->lock);

  return forecasts;
}

/**
 * capacity_forecast_cache_foreach_new:
 * @self: a cache
 * @n_most: how many to take at most
 * @func: (scope call): called without a lock held, in the order in which they were made
 * @user_data: for @func
 *
 * Calls @func for forecasts that were made here and not taken yet, for the store to keep.
 */
void
capacity_forecast_cache_foreach_new (CapacityForecastCache     *self,
                                     guint                      n_most,
                                     CapacityForecastCacheFunc  func,
                                     gpointer                   user_data)
{
  g_autoptr (GArray) digests = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (GPtrArray) forecasts = steal_fresh (self, n_most, digests);

  for (guint i = 0; i < forecasts->len; i++)
    if (forecasts->pdata[i] != NULL)
      func (g_array_index (digests, guint64, i), g_ptr_array_index (forecasts, i), user_data);
}

/**
 * capacity_forecast_cache_forget:
 * @self: a cache
 * @n_most: how many may stay
 *
 * Lets go of the forecasts that were used longest ago.
 */
void
capacity_forecast_cache_forget (CapacityForecastCache *self,
                                guint                  n_most)
{
  g_mutex_lock (&self->lock);
  while (self->used.length > n_most)
    {
      Entry *entry = g_queue_pop_tail_link (&self->used)->data;

      g_hash_table_remove (self->forecasts, &entry->digest);
    }
  g_mutex_unlock (&self->lock);
}
