/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-makeup.h"

#include "capacity-course.h"
#include "capacity-exhaustion.h"
#include "capacity-gaps.h"
#include "capacity-statistics.h"

#include <math.h>
#include <string.h>

/* Of the months so many are no further off than the rest that is told. */
#define USUAL_SHARE 0.8

/* The last months that are judged, from one that was measured. */
static void
take_months (CapacityMakeup       *self,
             const CapacitySeries *months)
{
  guint start = months->n - MIN (months->n, CAPACITY_TREND_MONTHS);

  while (isnan (months->values[start]))
    start++;
  self->first = months->first + (int) start;
  self->n = months->n - start;
  memcpy (self->values, months->values + start, self->n * sizeof (double));
  self->n_unusual = capacity_mark_outliers (self->values, self->n, CAPACITY_SEASON_LENGTH, self->is_unusual);
}

/* The level of each month: the mean of the year around it, without the season. What is missing lies on the straight line
 * between its neighbours, and so does what is unusual, which is no level. */
static void
find_levels (CapacityMakeup *self,
             const double   *season)
{
  double adjusted[CAPACITY_TREND_MONTHS];
  double block[4 * CAPACITY_TREND_MONTHS + 1];
  CapacityScratch work = { .block = block, .size = G_N_ELEMENTS (block) };

  for (guint i = 0; i < self->n; i++)
    {
      gboolean is_end = i == 0 || i == self->n - 1;

      adjusted[i] = self->is_unusual[i] && !is_end ? NAN : self->values[i] / season[i % CAPACITY_SEASON_LENGTH];
    }
  capacity_gaps_fill (adjusted, self->n, 1, &work);
  capacity_year_levels (adjusted, self->n, self->levels);
}

static void
find_rest (CapacityMakeup *self,
           const double   *season)
{
  double rest[CAPACITY_TREND_MONTHS];

  for (guint i = 0; i < self->n; i++)
    {
      double likely = self->levels[i] * season[i % CAPACITY_SEASON_LENGTH];

      rest[i] = likely > 0 ? fabs (self->values[i] / likely - 1) : NAN;
    }
  self->rest = capacity_quantile (rest, self->n, USUAL_SHARE);
}

/**
 * capacity_makeup:
 * @service: what is known of a service
 * @makeup: (out caller-allocated): what its volume is made up of
 *
 * Classical decomposition of the last five years: value = level · season · rest, the season that of
 * capacity_course_season(), the level capacity_year_levels() of what it leaves. See capacity_seasonal_indices() for the
 * source.
 *
 * Returns: whether a season is known by which to tell them apart, and every month of it brings anything
 */
gboolean
capacity_makeup (const CapacityServiceAssessment *service,
                 CapacityMakeup                  *makeup)
{
  double indices[CAPACITY_SEASON_LENGTH];
  double season[CAPACITY_SEASON_LENGTH]; /* from the first month on */

  if (!capacity_course_season (service, indices))
    return FALSE;
  take_months (makeup, service->counted);
  makeup->up = makeup->down = 0;
  for (int i = 0; i < CAPACITY_SEASON_LENGTH; i++)
    {
      season[i] = indices[(makeup->first + i) % CAPACITY_SEASON_LENGTH];
      if (!(season[i] > 0))
        return FALSE;
      makeup->up = MAX (makeup->up, season[i] - 1);
      makeup->down = MAX (makeup->down, 1 - season[i]);
    }
  find_levels (makeup, season);
  find_rest (makeup, season);

  return TRUE;
}
