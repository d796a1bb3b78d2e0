/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-gaps.h"

#include <math.h>
#include <string.h>

#include "capacity-season.h"

/* The season is learnt from filled values and fills them: each round leaves of the error the share that is
 * missing. */
#define ROUNDS 5

/* Replaces NaN by the straight line between its neighbours; the first and last values are measured. */
static void
interpolate (double *values,
             guint   n)
{
  for (guint t = 1; t + 1 < n; t++)
    {
      guint next = t;

      if (!isnan (values[t]))
        continue;
      while (isnan (values[next]))
        next++;
      values[t] = values[t - 1] + (values[next] - values[t - 1]) / (next - t + 1.0);
    }
}

/**
 * capacity_gaps_fill:
 * @values: (array length=n) (inout): values on the scale on which the season adds, NaN where not measured;
 *   the first and the last are measured
 * @n: their number
 * @length: periods in a year
 * @work: room for 4 · @n numbers and one season
 *
 * Fills what was not measured by the season and a straight line between the neighbours without it, so that a
 * gap is neither a zero nor a trend.
 */
void
capacity_gaps_fill (double          *values,
                    guint            n,
                    guint            length,
                    CapacityScratch *work)
{
  gsize used = work->used;
  double *measured = capacity_scratch_take (work, n), *rest = capacity_scratch_take (work, n);
  double *season = capacity_scratch_take (work, length);
  gboolean has_gap = FALSE;

  for (guint t = 0; t < n; t++)
    has_gap |= isnan (values[t]);

  if (has_gap)
    {
      memcpy (measured, values, n * sizeof (double));
      interpolate (values, n);
      for (int round = 0; round < ROUNDS; round++)
        {
          capacity_season_estimate (values, n, length, season, work);
          for (guint t = 0; t < n; t++)
            rest[t] = measured[t] - season[t % length];
          interpolate (rest, n);
          for (guint t = 0; t < n; t++)
            values[t] = rest[t] + season[t % length];
        }
    }

  work->used = used;
}
