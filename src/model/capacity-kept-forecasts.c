/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-kept-forecasts.h"

/* Between the store, to which a forecast is bytes under a digest, and the analysis, to which it is a value. */

/**
 * capacity_kept_forecasts_load:
 * @cache: where to put the forecasts
 * @kept: (element-type guint64 GBytes): what the store has kept
 *
 * Fills the cache before the first assessment. What cannot be read, as another version wrote it, is left out: it is
 * made again.
 */
void
capacity_kept_forecasts_load (CapacityForecastCache *cache,
                              GHashTable            *kept)
{
  GHashTableIter iter;
  gpointer digest, bytes;

  g_hash_table_iter_init (&iter, kept);
  while (g_hash_table_iter_next (&iter, &digest, &bytes))
    {
      g_autoptr (CapacityForecast) forecast = capacity_forecast_parse (bytes);

      if (forecast != NULL)
        capacity_forecast_cache_keep (cache, *(const guint64 *) digest, forecast);
    }
}

static void
collect (guint64                 digest,
         const CapacityForecast *forecast,
         gpointer                kept)
{
  g_hash_table_insert (kept, g_memdup2 (&digest, sizeof digest), capacity_forecast_to_bytes (forecast));
}

/**
 * capacity_kept_forecasts_collect:
 * @cache: a cache
 * @n_most: how many to take at most
 *
 * Takes out forecasts that were made since the cache was filled and were not taken yet.
 *
 * Returns: (transfer full) (element-type guint64 GBytes): what the store is to keep
 */
GHashTable *
capacity_kept_forecasts_collect (CapacityForecastCache *cache,
                                 guint                  n_most)
{
  GHashTable *kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_bytes_unref);

  capacity_forecast_cache_foreach_new (cache, n_most, collect, kept);

  return kept;
}
