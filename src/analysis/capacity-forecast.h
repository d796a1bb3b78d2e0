/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-calendar.h"
#include "capacity-fact.h"
#include "capacity-series.h"

G_BEGIN_DECLS

/* Months of history below which a class of forecast is refused (K14). */
#define CAPACITY_FORECAST_MIN_LEVEL 6
#define CAPACITY_FORECAST_MIN_TREND 12
#define CAPACITY_FORECAST_MIN_SEASON 27

/**
 * CapacityForecastOutcome:
 * @CAPACITY_FORECAST_OK: there is a forecast
 * @CAPACITY_FORECAST_TOO_SHORT: fewer measured periods than %CAPACITY_FORECAST_MIN_LEVEL
 * @CAPACITY_FORECAST_ALL_MISSING: no period was measured
 * @CAPACITY_FORECAST_NOT_FINITE: a value is infinite or negative, so it is no count
 * @CAPACITY_FORECAST_TOO_SPARSE: more than half of the recent periods were not measured
 *
 * Why there is a forecast, or none.
 */
typedef enum
{
  CAPACITY_FORECAST_OK,
  CAPACITY_FORECAST_TOO_SHORT,
  CAPACITY_FORECAST_ALL_MISSING,
  CAPACITY_FORECAST_NOT_FINITE,
  CAPACITY_FORECAST_TOO_SPARSE,
} CapacityForecastOutcome;

/**
 * CapacityForecastMethod:
 *
 * What kind of forecast the history allows. More is used the more there is.
 */
typedef enum
{
  CAPACITY_METHOD_NONE,
  CAPACITY_METHOD_LEVEL,        /* too short for a trend: the level goes on */
  CAPACITY_METHOD_TREND,        /* level and trend, no season */
  CAPACITY_METHOD_SHORT_SEASON, /* a season learnt from less than two full years and three months */
  CAPACITY_METHOD_COMBINATION,  /* the mean of several members on seasonally adjusted logs */
  CAPACITY_METHOD_INTERMITTENT, /* more than 40 % zeros: Croston's method after Syntetos and Boylan */
} CapacityForecastMethod;

/**
 * CapacityMember:
 * @CAPACITY_MEMBER_LEVEL: simple exponential smoothing
 * @CAPACITY_MEMBER_THETA: the Theta method: exponential smoothing with half the drift
 * @CAPACITY_MEMBER_DYNAMIC: the dynamic optimised Theta model
 * @CAPACITY_MEMBER_ARMA: the best of five small autoregressive moving-average models
 * @CAPACITY_MEMBER_CROSTON: Croston's method with the correction of Syntetos and Boylan; after a long silence
 *   that of Teunter, Syntetos and Babai
 * @CAPACITY_MEMBER_DAMPED: exponential smoothing with a damped trend
 * @CAPACITY_MEMBER_AIRLINE: the seasonal model of Box and Jenkins
 *
 * What a forecast is the mean of. The values are stored in files: never renumber.
 */
typedef enum
{
  CAPACITY_MEMBER_LEVEL = 1 << 0,
  CAPACITY_MEMBER_THETA = 1 << 1,
  CAPACITY_MEMBER_DYNAMIC = 1 << 2,
  CAPACITY_MEMBER_ARMA = 1 << 3,
  CAPACITY_MEMBER_CROSTON = 1 << 4,
  CAPACITY_MEMBER_DAMPED = 1 << 5,
  CAPACITY_MEMBER_AIRLINE = 1 << 6,
} CapacityMember;

#define CAPACITY_MEMBERS_ALL ((1u << 7) - 1)

/**
 * CapacityEventKind:
 * @CAPACITY_EVENT_PEAK: one period unlike its neighbours and its season
 * @CAPACITY_EVENT_SHIFT: from this period on the level is another one
 */
typedef enum
{
  CAPACITY_EVENT_PEAK = 0,
  CAPACITY_EVENT_SHIFT = 1,
} CapacityEventKind;

/**
 * CapacityEvent:
 * @kind: what was found
 * @index: in which period
 * @factor: by how much the value is (peak), or the level became (shift), larger than was to be expected: 2
 *   is twice
 *
 * Something in the history that is kept out of season and trend.
 */
typedef struct
{
  CapacityEventKind kind;
  int               index;
  double            factor;
} CapacityEvent;

/**
 * CapacityForecast:
 * @outcome: whether there is one
 * @method: which kind
 * @kind: length of the periods
 * @counted: length of the periods of the history; longer than @kind where they were divided
 * @first: index of the first forecast period: the one after the last measured
 * @horizon: number of forecast periods; 0 where there is no forecast
 * @n_used: measured periods of history that were used
 * @n_missing: periods of history without a measurement
 * @members: bit set of #CapacityMember that were combined
 * @mase: mean absolute scaled error of the forecast of the last 12 periods of the history made without them; NaN if not
 *   made
 * @mase_snaive: the same of the seasonal naïve
 * @covered80: share of those periods inside their 80 % interval; NaN if not made
 * @working_days: how far volumes follow the number of working days of a month: 0 not at all (or not known),
 *   1 wholly
 * @n_events: peaks and shifts found in the history
 * @events: (array length=n_events): the peaks and shifts, by time, in the periods of the history
 * @median: (array length=horizon): the likely course
 * @low80: (array length=horizon): lower bound of the 80 % interval
 * @high80: (array length=horizon): upper bound of the 80 % interval
 * @low95: (array length=horizon): lower bound of the 95 % interval
 * @high95: (array length=horizon): upper bound of the 95 % interval
 *
 * What a volume is likely to be, and how far to trust it. Immutable and reference-counted; the arrays lie in
 * the same block. Every value is ≥ 0; @low95 ≤ @low80 ≤ @median ≤ @high80 ≤ @high95.
 */
typedef struct
{
  CapacityForecastOutcome outcome;
  CapacityForecastMethod  method;
  CapacityPeriodKind      kind;
  CapacityPeriodKind      counted;
  int                     first;
  guint                   horizon;
  guint                   n_used;
  guint                   n_missing;
  guint                   members;
  double                  mase;
  double                  mase_snaive;
  double                  covered80;
  double                  working_days;
  guint                   n_events;
  const CapacityEvent    *events;
  const double           *median;
  const double           *low80;
  const double           *high80;
  const double           *low95;
  const double           *high95;
} CapacityForecast;

#define CAPACITY_TYPE_FORECAST (capacity_forecast_get_type ())

GType             capacity_forecast_get_type (void) G_GNUC_CONST;

CapacityForecast *capacity_forecast_new      (const CapacitySeries   *history,
                                              const CapacityCalendar *calendar,
                                              const GPtrArray        *refusals,
                                              guint                   horizon);
CapacityForecast *capacity_forecast_ref      (const CapacityForecast *self);
void              capacity_forecast_unref    (CapacityForecast       *self);

GBytes           *capacity_forecast_to_bytes (const CapacityForecast *self);
CapacityForecast *capacity_forecast_parse    (GBytes                 *bytes);

/**
 * CapacityForecastCache:
 *
 * Forecasts by the digest of what they were made from (series, calendar, refusals, horizon and version of the
 * method),
 * so that only what changed is forecast again. Safe to use from several threads. The store keeps what it has
 * learnt.
 */
typedef struct _CapacityForecastCache CapacityForecastCache;

typedef void (*CapacityForecastCacheFunc) (guint64                 digest,
                                           const CapacityForecast *forecast,
                                           gpointer                user_data);

CapacityForecastCache *capacity_forecast_cache_new          (void);
CapacityForecastCache *capacity_forecast_cache_ref          (CapacityForecastCache     *self);
void                   capacity_forecast_cache_unref        (CapacityForecastCache     *self);
CapacityForecast      *capacity_forecast_cache_get          (CapacityForecastCache     *self,
                                                             const CapacitySeries      *history,
                                                             const CapacityCalendar    *calendar,
                                                             const GPtrArray           *refusals,
                                                             guint                      horizon);
void                   capacity_forecast_cache_keep         (CapacityForecastCache     *self,
                                                             guint64                    digest,
                                                             CapacityForecast          *forecast);
void                   capacity_forecast_cache_foreach_new  (CapacityForecastCache     *self,
                                                             guint                      n_most,
                                                             CapacityForecastCacheFunc  func,
                                                             gpointer                   user_data);
void                   capacity_forecast_cache_forget       (CapacityForecastCache     *self,
                                                             guint                      n_most);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityForecast, capacity_forecast_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityForecastCache, capacity_forecast_cache_unref)

G_END_DECLS
