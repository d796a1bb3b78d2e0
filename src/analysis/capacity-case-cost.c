/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-case-cost.h"

#include "capacity-cost.h"
#include "capacity-mix.h"

#include <math.h>

#define YEAR_MONTHS 12

/* What a case of a mix takes of each resource. */
static GArray *
parts_of_cost (const CapacityAssessment        *assessment,
               const CapacityServiceAssessment *service,
               const GArray                    *mix)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (CapacityCaseCostPart));

  for (guint i = 0; i < assessment->resources->len; i++)
    {
      const CapacityResourceAssessment *resource = assessment->resources->pdata[i];
      double annual_cost = (double) resource->resource->annual_cost;
      CapacityMixUse use = capacity_mix_use_of (mix, service->service->needs, &resource->resource->id);
      CapacityCaseCostPart part = { resource, use.per_case, annual_cost >= 0 ? annual_cost : NAN, NAN };

      if (!(part.per_case > 0))
        continue;
      if (resource->capacity > 0)
        part.share = part.per_case / (resource->capacity * YEAR_MONTHS);
      g_array_append_val (parts, part);
    }

  return parts;
}

/* What the cases of a mix cost each: the share of a resource they use is what they take of its capacity. */
static double
cost_of_mix (const CapacityAssessment        *assessment,
             const CapacityServiceAssessment *service,
             const GArray                    *mix,
             gboolean                        *is_least)
{
  g_autoptr (GArray) parts = parts_of_cost (assessment, service, mix);
  g_autofree double *costs = g_new (double, MAX (parts->len, 1));
  g_autofree double *shares = g_new (double, MAX (parts->len, 1));

  *is_least = FALSE;
  for (guint i = 0; i < parts->len; i++)
    {
      const CapacityCaseCostPart *part = &g_array_index (parts, CapacityCaseCostPart, i);

      costs[i] = part->annual_cost;
      shares[i] = part->share;
      *is_least = *is_least || isnan (costs[i] * shares[i]);
    }

  return capacity_cost_per_case (costs, shares, parts->len, 1);
}

/**
 * capacity_case_cost:
 * @assessment: what is concluded
 * @service: the part of it about one service
 * @is_least: (out): whether the cost of a resource it needs is not known, so that a case costs more
 *
 * Σ annual cost · need / capacity of a year over its resources (K11), the need on average of the kinds and channels of
 * the last year.
 *
 * Returns: cents a case; NaN where no cost is known
 */
double
capacity_case_cost (const CapacityAssessment        *assessment,
                    const CapacityServiceAssessment *service,
                    gboolean                        *is_least)
{
  g_autoptr (GArray) mix = capacity_mix_of (service->service, service->quality.last_month);

  return cost_of_mix (assessment, service, mix, is_least);
}

/**
 * capacity_case_cost_parts:
 * @assessment: what is concluded
 * @service: the part of it about one service
 *
 * Returns: (transfer full) (element-type CapacityCaseCostPart): what capacity_case_cost() is the sum of; a part of
 *   which something is not known is no part of the sum
 */
GArray *
capacity_case_cost_parts (const CapacityAssessment        *assessment,
                          const CapacityServiceAssessment *service)
{
  g_autoptr (GArray) mix = capacity_mix_of (service->service, service->quality.last_month);

  return parts_of_cost (assessment, service, mix);
}

/* The parts of a mix that come through one channel. */
static GArray *
parts_of (const GArray *mix,
          const char   *channel)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (CapacityMixPart));

  for (guint i = 0; i < mix->len; i++)
    if (g_strcmp0 (g_array_index (mix, CapacityMixPart, i).channel, channel) == 0)
      g_array_append_val (parts, g_array_index (mix, CapacityMixPart, i));

  return parts;
}

static gboolean
has_channel (const GArray *costs,
             const char   *channel)
{
  for (guint i = 0; i < costs->len; i++)
    if (g_str_equal (g_array_index (costs, CapacityChannelCost, i).channel, channel))
      return TRUE;

  return FALSE;
}

/**
 * capacity_case_cost_by_channel:
 * @assessment: what is concluded
 * @service: the part of it about one service
 *
 * As capacity_case_cost(), for the cases of each channel of the last year.
 *
 * Returns: (transfer full) (element-type CapacityChannelCost): in the order in which channels are kept; empty where
 *   channels are not told apart; NaN where no cost is known
 */
GArray *
capacity_case_cost_by_channel (const CapacityAssessment        *assessment,
                               const CapacityServiceAssessment *service)
{
  g_autoptr (GArray) mix = capacity_mix_of (service->service, service->quality.last_month);
  GArray *costs = g_array_new (FALSE, FALSE, sizeof (CapacityChannelCost));

  for (guint i = 0; i < mix->len; i++)
    {
      CapacityChannelCost cost = { g_array_index (mix, CapacityMixPart, i).channel, NAN };
      g_autoptr (GArray) parts = NULL;
      gboolean is_least;

      if (cost.channel == NULL || has_channel (costs, cost.channel))
        continue;
      parts = parts_of (mix, cost.channel);
      cost.cost = cost_of_mix (assessment, service, parts, &is_least);
      g_array_append_val (costs, cost);
    }

  return costs;
}
