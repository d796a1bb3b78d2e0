/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-forecast.h"
#include "capacity-money.h"
#include "capacity-portfolio.h"

G_BEGIN_DECLS

/**
 * CapacityVerdict:
 *
 * How adequate capacity is (K16), from best to worst to unknown.
 */
typedef enum
{
  CAPACITY_VERDICT_UNKNOWN,      /* nezināms: data or capacity missing */
  CAPACITY_VERDICT_SUFFICIENT,   /* pietiekams */
  CAPACITY_VERDICT_EXCESSIVE,    /* pārmērīgs */
  CAPACITY_VERDICT_AT_RISK,      /* riskā */
  CAPACITY_VERDICT_INSUFFICIENT, /* nepietiekams */
} CapacityVerdict;

#define CAPACITY_N_VERDICTS 5

/**
 * CapacityReason:
 *
 * Why a verdict is what it is: the rule that decided.
 */
typedef enum
{
  CAPACITY_REASON_NO_DATA,          /* no arrivals were measured */
  CAPACITY_REASON_STALE_DATA,       /* the data ended longer ago than the horizon is long */
  CAPACITY_REASON_NO_CAPACITY,      /* nobody has said how much can be delivered */
  CAPACITY_REASON_NO_FORECAST,      /* long term only: the history does not allow a forecast */
  CAPACITY_REASON_WITHIN_TARGET,    /* U ≤ U* */
  CAPACITY_REASON_ABOVE_TARGET,     /* U* < U ≤ 1 */
  CAPACITY_REASON_ABOVE_CAPACITY,   /* U > 1 */
  CAPACITY_REASON_UNDER_USE,        /* U < U_low for the last six periods */
  CAPACITY_REASON_EXHAUSTION_SOON,  /* long term: exhausted before there is time to add capacity */
  CAPACITY_REASON_EXHAUSTION_LATER, /* long term: exhausted within the horizon, with time to act */
  CAPACITY_REASON_SHORT_BEFORE_LEAD, /* long term: all capacity is passed before there is time to add capacity */
  CAPACITY_REASON_STOCK_TOO_LARGE,  /* the queue is more than capacity can bring down to its target */
  CAPACITY_REASON_LATE,             /* the turn comes in time for fewer than was promised */
} CapacityReason;

/**
 * CapacityExhaustionState:
 *
 * Whether there is a date on which capacity no longer suffices (K3).
 */
typedef enum
{
  CAPACITY_EXHAUSTION_UNKNOWN,
  CAPACITY_EXHAUSTION_ALREADY,
  CAPACITY_EXHAUSTION_WITHIN,
  CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON,
} CapacityExhaustionState;

/**
 * CapacityExhaustion:
 * @state: whether there is a date
 * @earliest: month in which the upper 80 % bound passes U*·C; index %CAPACITY_DATE_NONE if not within the
 *   horizon
 * @likely: month in which the median does, or 0
 * @latest: month in which the lower 80 % bound does, or 0
 * @decide_by: last day to decide: first day of the month of @likely − lead time; %CAPACITY_DATE_NONE where
 *   there is no such month, because what is merely possible has no deadline
 * @horizon_end: the last month that was looked at
 * @is_reserve: with %CAPACITY_EXHAUSTION_ALREADY, whether demand takes only of what is to be kept in reserve and still
 *   fits into the capacity
 *
 * When demand passes what is to be used of the capacity. Months are indices of %CAPACITY_PERIOD_MONTH.
 */
typedef struct
{
  CapacityExhaustionState state;
  int                     earliest;
  int                     likely;
  int                     latest;
  CapacityDate            decide_by;
  int                     horizon_end;
  gboolean                is_reserve;
} CapacityExhaustion;

/**
 * CapacityModeAssessment:
 * @verdict: the verdict in this mode
 * @reason: the rule that decided it
 * @month: index of the month it is compared at: that of the assessment, or the last before it with a
 *   capacity; long term the month within the horizon in which the forecast takes most of what the capacity is on the
 *   whole, see capacity_limit_levels(); 0 if there is none
 * @demand: demand in this mode, a month: regular the median of the last 12 measured months, peak their
 *   highest (90th percentile; of what was counted by the quarter or year that of its shares, so that the fullest quarter is
 *   the peak, and of years there is hardly one), long term the median of the forecast in @month; NaN if unknown
 * @capacity: capacity of @month; NaN if unknown
 * @target: U*
 * @utilisation: @demand / @capacity (K2); NaN if unknown
 *
 * How a service does in one mode. The rules (K16), the first that holds:
 * - regular and peak: not enough when U > 1, or in regular mode the queue is too large; at risk when U > U*;
 *   too much when U < U_low (regular: in each of the last six months); else enough. Not known without data,
 *   with old data, or without a capacity.
 * - long term: not enough when the forecast passes capacity, that of the peaks included, before more can be
 *   added; at risk when it passes U* · C within the horizon; too much when U < U_low throughout; else enough.
 *   Old data does not stop it as long as the forecast reaches beyond the day of the assessment.
 */
typedef struct
{
  CapacityVerdict verdict;
  CapacityReason  reason;
  int             month;
  double          demand;
  double          capacity;
  double          target;
  double          utilisation;
} CapacityModeAssessment;

/**
 * CapacityTrend:
 * @is_known: whether there was enough history (12 months, or quarters or years)
 * @is_certain: Mann–Kendall p < 0.05 on what was counted, without its season (K15)
 * @per_year: Theil–Sen slope as a share of the level, a year (0.032 is +3.2 %)
 * @p_value: of the Mann–Kendall test
 */
typedef struct
{
  gboolean is_known;
  gboolean is_certain;
  double   per_year;
  double   p_value;
} CapacityTrend;

/**
 * CapacityQueue:
 * @is_known: whether stock, or arrivals and completions, were measured
 * @stock: cases waiting at the end of the last month; NaN if unknown
 * @growth: cases by which it grows a month (mean of the last six months; negative when it shrinks); NaN if
 *   unknown
 * @clearance_days: working days to clear the stock if nothing new came (K7: Q/C); NaN if unknown
 * @allowed: cases that may wait: those that come within the term in which a case is to be done, its own or a month
 *   (K10: Q*); NaN if unknown
 * @relief: cases a month that bring the stock down to @allowed within a year while more come (K10); NaN where no more
 *   wait than may, or it is not known
 */
typedef struct
{
  gboolean is_known;
  double   stock;
  double   growth;
  double   clearance_days;
  double   allowed;
  double   relief;
} CapacityQueue;

/**
 * CapacityQuality:
 * @score: 0…1: the share of periods measured and not far off, times the share of two years that there is,
 *   halved when stale
 * @kind: in what was counted: months, quarters or years, see capacity_divide_choose()
 * @n_periods: such periods between the first and the last measurement
 * @n_missing: of them without a measurement
 * @n_outliers: of the last five years' periods, those far from what season and trend make likely
 * @last_month: the last month with a measurement, or 0
 * @is_stale: the last measurement is older than three months before the day of the assessment; of quarters and years as much
 *   older as the next one takes to be over
 */
typedef struct
{
  double             score;
  CapacityPeriodKind kind;
  guint              n_periods;
  guint              n_missing;
  guint              n_outliers;
  int                last_month;
  gboolean           is_stale;
} CapacityQuality;

/**
 * CapacityServiceAssessment:
 * @service: the facts it was made from
 * @overall: the worst of the three modes, which leads; too much leads only where no mode needs the capacity
 * @modes: one a #CapacityMode
 * @low: U_low: use below it for long is too little
 * @demand: (nullable): arrivals a full month, of all kinds and channels; %NULL without data
 * @divisions: (nullable) (element-type CapacityDivision): months of it that were not counted themselves, but are shares of
 *   quarters or years by working days; %NULL where there are none
 * @counted: (nullable): what was counted, in the periods by which it is judged: months, and where they were not counted,
 *   quarters or years; the same as @demand where every month was counted; %NULL without data
 * @missing: (nullable) (element-type CapacityMissingPart): months of it that are not known because some of these were not
 *   measured; %NULL where there are none
 * @forecast: (nullable): their forecast with all that is known in advance; %NULL without data
 * @plain: (nullable): their forecast without what is known in advance, see capacity_foreseen_history(); the same where
 *   nothing is
 * @limit_first: month index of the first of @limits_regular and @limits_peak
 * @n_limits: their number: from the first month of history to the end of the forecast
 * @limits_regular: (array length=n_limits): regular capacity a month; NaN where none is given
 * @limits_peak: (array length=n_limits): peak capacity a month, in the same block as @limits_regular
 * @exhaustion: when regular capacity no longer suffices
 * @short_month: index of the first month whose forecast passes all capacity, that of the peaks included, before more can be
 *   added; 0 if none does, or capacity suffices within the horizon
 * @trend: direction of the history
 * @queue: what waits
 * @quality: how far the data can be trusted
 * @last12: arrivals of the last 12 measured months; NaN if there are not 12
 * @previous12: of the 12 before them; NaN if there are not 24
 * @binding: the resource that binds the service in the month of the assessment (K5), none where the capacity was given
 *   for the service itself; for other months and beside a given capacity see capacity_bottleneck_in()
 * @next_binding: the one that stops it next, or none
 *
 * All that is concluded of one service. Immutable and reference-counted; shared by later assessments while
 * neither the service nor what it depends on changes.
 */
typedef struct
{
  const CapacityService *service;
  CapacityVerdict        overall;
  CapacityModeAssessment modes[CAPACITY_N_MODES];
  double                 low;
  CapacitySeries        *demand;
  GArray                *divisions;
  CapacitySeries        *counted;
  GArray                *missing;
  CapacityForecast      *forecast;
  CapacityForecast      *plain;
  int                    limit_first;
  guint                  n_limits;
  double                *limits_regular;
  double                *limits_peak;
  CapacityExhaustion     exhaustion;
  int                    short_month;
  CapacityTrend          trend;
  CapacityQueue          queue;
  CapacityQuality        quality;
  double                 last12;
  double                 previous12;
  CapacityId             binding;
  CapacityId             next_binding;
} CapacityServiceAssessment;

/**
 * CapacityResourceAssessment:
 * @resource: the facts it was made from
 * @verdict: the worst of the three modes, which leads as for a service
 * @reason: the rule that decided the mode that leads
 * @modes: one a #CapacityMode, in units a month: regular as below; peak the 90th percentile of the load of the last
 *   12 months; long term the month in which the level of the load takes most of the capacity
 * @low: U_low
 * @lead_days: days it takes to add capacity
 * @shares: sum of the parts that services were given where it is shared so; more than 1 is more than there is
 * @saving: what a year of that which is left over in every mode at its target costs (K11), where there is too much;
 *   -1 where there is not, or the cost is not known
 * @capacity: units a month now; NaN if unknown
 * @load: units a month the services need of it now (K1), from the median of their last 12 months; NaN if
 *   unknown
 * @visits: cases of an ordinary month that come to it; counted only where its open hours are known
 * @target: U*
 * @utilisation: @load / @capacity; NaN if unknown
 * @gap: units a month short at the target (K4: load / U* − capacity), negative where there is more than
 *   needed
 * @gap_posts: the same in posts, of people whose posts are known, not rounded: see capacity_posts_to_fill();
 *   NaN otherwise
 * @post_hours: units a month of one post, of people whose posts are known (K6); NaN otherwise
 * @services: (element-type CapacityService): those that need it, in the order of the portfolio
 * @n_unknown: how many of them have no demand that is known, or one too old to judge by, and are not in @load
 * @first: index of the first month of @limits and @loads: that of the assessment
 * @n_months: their number: to the end of the horizon
 * @limits: (array length=n_months): regular capacity, units a month; NaN where none is given
 * @loads: (array length=n_months): units a month that the services' forecasts need of it (K4); where a
 *   service has no forecast, its present load; NaN if nothing is known
 * @limits_peak: (array length=n_months): peak capacity
 * @verdicts: (array length=n_months): on the use of each month; too much where it stays below @low for six months
 * @chances: (array length=n_months): how likely the load exceeds @limits in the month, the errors of the
 *   services' forecasts going together as far as their volumes did in the last years; NaN if unknown
 * @exhaustion: when the level of @loads, without the season, passes U* of where @limits stand (K3), with the bounds of its
 *   80 % interval
 * @short_month: index of the first month whose load passes all capacity, that of the peaks included, before more can be
 *   added; 0 if none does, or capacity suffices within the horizon
 *
 * How a resource does that services share. Immutable and reference-counted like #CapacityServiceAssessment.
 */
typedef struct
{
  const CapacityResource *resource;
  CapacityVerdict         verdict;
  CapacityReason          reason;
  CapacityModeAssessment  modes[CAPACITY_N_MODES];
  double                  low;
  int                     lead_days;
  double                  shares;
  CapacityMoney           saving;
  double                  capacity;
  double                  load;
  double                  visits;
  double                  target;
  double                  utilisation;
  double                  gap;
  double                  gap_posts;
  double                  post_hours;
  GPtrArray              *services;
  guint                   n_unknown;
  int                     first;
  guint                   n_months;
  double                 *limits;
  double                 *limits_peak;
  double                 *loads;
  CapacityVerdict        *verdicts;
  double                 *chances;
  CapacityExhaustion      exhaustion;
  int                     short_month;
} CapacityResourceAssessment;

/**
 * CapacityAssessment:
 * @portfolio: the facts it was made from
 * @as_of: the day for which it was made
 * @services: (element-type CapacityServiceAssessment): in the order of the portfolio's services
 * @resources: (element-type CapacityResourceAssessment): in the order of the portfolio's resources
 * @ranking: (element-type CapacityServiceAssessment): the same services, what needs attention first; see capacity_ranking_new()
 * @n_by_verdict: how many services have each overall verdict
 *
 * What every screen, every page and the command line show. Immutable and reference-counted.
 */
typedef struct
{
  const CapacityPortfolio *portfolio;
  CapacityDate             as_of;
  GPtrArray               *services;
  GPtrArray               *resources;
  GPtrArray               *ranking;
  guint                    n_by_verdict[CAPACITY_N_VERDICTS];
} CapacityAssessment;

#define CAPACITY_TYPE_SERVICE_ASSESSMENT (capacity_service_assessment_get_type ())
#define CAPACITY_TYPE_RESOURCE_ASSESSMENT (capacity_resource_assessment_get_type ())
#define CAPACITY_TYPE_ASSESSMENT (capacity_assessment_get_type ())

GType                       capacity_service_assessment_get_type  (void) G_GNUC_CONST;
CapacityServiceAssessment  *capacity_service_assessment_ref       (const CapacityServiceAssessment  *self);
void                        capacity_service_assessment_unref     (CapacityServiceAssessment        *self);
double                      capacity_service_assessment_demand_in (const CapacityServiceAssessment  *self,
                                                                   int                               month);

GType                       capacity_resource_assessment_get_type (void) G_GNUC_CONST;
CapacityResourceAssessment *capacity_resource_assessment_ref      (const CapacityResourceAssessment *self);
void                        capacity_resource_assessment_unref    (CapacityResourceAssessment       *self);

GType                       capacity_assessment_get_type          (void) G_GNUC_CONST;
CapacityAssessment         *capacity_assess                       (const CapacityPortfolio          *portfolio,
                                                                   CapacityDate                      as_of,
                                                                   const CapacityAssessment         *previous,
                                                                   CapacityForecastCache            *cache,
                                                                   const gint                       *is_cancelled);
CapacityAssessment         *capacity_assessment_ref               (const CapacityAssessment         *self);
void                        capacity_assessment_unref             (CapacityAssessment               *self);
CapacityServiceAssessment  *capacity_assessment_get_service       (const CapacityAssessment         *self,
                                                                   const CapacityId                 *id);
CapacityResourceAssessment *capacity_assessment_get_resource      (const CapacityAssessment         *self,
                                                                   const CapacityId                 *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityServiceAssessment, capacity_service_assessment_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityResourceAssessment, capacity_resource_assessment_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityAssessment, capacity_assessment_unref)

G_END_DECLS
