/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"
#include "capacity-sharing.h"
#include "capacity-utilisation.h"

G_BEGIN_DECLS

/* The parts of capacity_assess(). What is concluded of a service has two halves: what its own measurements
 * say (the dear half: forecast, trend), and how that compares with its capacity, which may depend on every
 * service that shares its resources. */

/* A queue is too large when it holds more than comes within the term of the service and capacity does not bring it
 * down to that within so many months. */
#define CAPACITY_QUEUE_RELIEF_MONTHS 12.0

/* Months without a measurement after which data is old. */
#define CAPACITY_STALE_MONTHS 3

#define CAPACITY_YEAR_MONTHS 12
#define CAPACITY_HALF_YEAR_MONTHS 6

#define CAPACITY_MAX_HORIZON_MONTHS 600

/* Changes against the year before by which is seen how far volumes of services go together, and the fewest
 * that count. */
#define CAPACITY_CHANGE_MONTHS 36
#define CAPACITY_MIN_CHANGES 12

/* Half the width of an 80 % interval of the normal distribution in standard deviations. */
#define CAPACITY_DEVIATIONS_80 1.2815515655446004

#define CAPACITY_RESOURCE_GONE G_MAXUINT

/**
 * CapacityCaseNeed:
 * @resource: position in the portfolio's resources, or %CAPACITY_RESOURCE_GONE
 * @id: identifier of the resource
 * @per_case: units one case takes, on average of the kinds and channels that come
 * @share: part of the resource the service was given; NaN for none
 * @priority: its place in the order; 0 for none
 */
typedef struct
{
  guint      resource;
  CapacityId id;
  double     per_case;
  double     share;
  int        priority;
} CapacityCaseNeed;

/**
 * CapacityServiceResult:
 * @assessment: what others see
 * @n_needs: number of @needs
 * @needs: (array length=n_needs): each resource once
 * @follows_resources: whether in some month its capacity is what its resources allow
 * @changes: cases by which each of the last months, that before the assessment last, differs from the year
 *   before, less their mean; 0 where not known
 * @change_deviation: their standard deviation; NaN where too few are known
 */
typedef struct
{
  CapacityServiceAssessment assessment;
  guint                     n_needs;
  CapacityCaseNeed         *needs;
  gboolean                  follows_resources;
  double                    changes[CAPACITY_CHANGE_MONTHS];
  double                    change_deviation;
} CapacityServiceResult;

/**
 * CapacityResourceResult:
 * @assessment: what others see
 * @grid_first: index of the first month of @regular and @peak
 * @n_grid: their number
 * @regular: (array length=n_grid): regular capacity, units a month
 * @peak: (array length=n_grid): peak capacity
 * @claims: what the services claim of it now
 * @past: load in each of the months of the year before the assessment
 * @variances: (array length=n_months): sum of the variances of the services' forecasts
 * @deviations: (array length=n_months): sum of their standard deviations
 * @changes: sum of the services' changes, in units
 * @change_variances: sum of the variances of the services' changes
 * @change_deviations: sum of their standard deviations
 */
typedef struct
{
  CapacityResourceAssessment assessment;
  int                        grid_first;
  guint                      n_grid;
  double                    *regular;
  double                    *peak;
  CapacityClaims             claims;
  double                     past[CAPACITY_YEAR_MONTHS];
  double                    *variances;
  double                    *deviations;
  double                     changes[CAPACITY_CHANGE_MONTHS];
  double                     change_variances;
  double                     change_deviations;
} CapacityResourceResult;

/**
 * CapacityAssessContext:
 * @portfolio: the facts
 * @as_of: the day
 * @month: index of its month
 * @cache: (nullable): kept forecasts
 * @is_cancelled: (nullable): becomes other than 0 when nobody wants the result any more
 * @working_days: working days of months around @month, filled when asked for; 0 is "not yet"
 *
 * What all parts share. Read by several threads at once.
 */
typedef struct
{
  const CapacityPortfolio *portfolio;
  CapacityDate             as_of;
  int                      month;
  CapacityForecastCache   *cache;
  const gint              *is_cancelled;
  gint                     working_days[768];
} CapacityAssessContext;

int                     capacity_assess_horizon         (const CapacityAssessContext *context);
int                     capacity_assess_working_days    (CapacityAssessContext       *context,
                                                         int                          month);
int                     capacity_assess_year_days       (CapacityAssessContext       *context,
                                                         int                          month);
void                    capacity_assess_limits          (CapacityAssessContext       *context,
                                                         const GPtrArray             *limits,
                                                         CapacityMode                 mode,
                                                         int                          first,
                                                         guint                        n,
                                                         double                      *values);
void                    capacity_assess_offers          (CapacityAssessContext       *context,
                                                         const CapacityResource      *resource,
                                                         CapacityMode                 mode,
                                                         int                          first,
                                                         guint                        n,
                                                         double                      *values);

CapacitySeries         *capacity_assess_stock           (CapacityDate                 as_of,
                                                         const CapacityService       *service);
CapacitySeries         *capacity_assess_completions     (const CapacityServiceAssessment *self,
                                                         const CapacityCalendar      *calendar,
                                                         CapacityDate                 as_of);
double                  capacity_assess_flow_growth     (const CapacitySeries        *arrivals,
                                                         const CapacitySeries        *completions);
CapacityServiceResult  *capacity_assess_demand          (CapacityAssessContext       *context,
                                                         const CapacityService       *service,
                                                         GHashTable                  *resources);
CapacityServiceResult  *capacity_assess_demand_again    (const CapacityServiceResult *previous,
                                                         GHashTable                  *resources);
void                    capacity_assess_forecast        (CapacityAssessContext       *context,
                                                         CapacityServiceResult       *result);
void                    capacity_assess_capacity        (CapacityAssessContext       *context,
                                                         const GPtrArray             *resources,
                                                         CapacityServiceResult       *result);
CapacityPart            capacity_assess_part            (const CapacityResourceResult    *resource,
                                                         const CapacityServiceAssessment *service,
                                                         const CapacityCaseNeed          *need);
CapacityPart            capacity_assess_part_at         (const CapacityResourceResult    *resource,
                                                         const CapacityServiceAssessment *service,
                                                         const CapacityCaseNeed          *need,
                                                         double                           cases,
                                                         double                          *load);
double                  capacity_assess_offered_cases   (const CapacityResourceResult    *resource,
                                                         const CapacityServiceAssessment *service,
                                                         const CapacityCaseNeed          *need,
                                                         double                           offered);
double                  capacity_assess_allowed_cases   (const CapacityServiceResult  *service,
                                                         guint                         need,
                                                         const CapacityResourceResult *resource,
                                                         int                           month);
const CapacityLimit    *capacity_assess_own_limit       (const CapacityService       *service,
                                                         CapacityMode                 mode,
                                                         int                          month);
CapacityResourceResult *capacity_assess_offer           (CapacityAssessContext       *context,
                                                         const CapacityResource      *resource,
                                                         int                          grid_first,
                                                         guint                        n_grid);
void                    capacity_assess_resource        (CapacityAssessContext       *context,
                                                         CapacityResourceResult      *result);
void                    capacity_assess_past_utilisation
                                                        (const CapacityResourceResult *result,
                                                         double                        utilisations[CAPACITY_UNDER_USE_PERIODS]);
double                  capacity_assess_resource_target (const CapacityInstitution   *institution,
                                                         const CapacityResource      *resource);
double                  capacity_assess_demand_now      (const CapacityResourceAssessment *resource,
                                                         const CapacityServiceAssessment  *service);
void                    capacity_assess_add_load        (CapacityResourceResult      *result,
                                                         const CapacityServiceResult *service,
                                                         const CapacityCaseNeed      *need);
void                    capacity_assess_find_fullest    (CapacityModeAssessment      *mode,
                                                         const double                *demand,
                                                         const double                *levels,
                                                         const double                *capacity,
                                                         int                          first,
                                                         guint                        n);
void                    capacity_assess_judge_exhausted (CapacityModeAssessment      *mode,
                                                         gboolean                     is_short,
                                                         gboolean                     is_soon);
double                  capacity_assess_peak_target     (const CapacityInstitution   *institution,
                                                         double                       own,
                                                         double                       regular);
double                  capacity_assess_term_months     (const CapacityService       *service,
                                                         int                          year_days);
int                     capacity_assess_lead_days       (const CapacityInstitution   *institution,
                                                         const CapacityService       *service);

G_END_DECLS
