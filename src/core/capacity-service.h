/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-fact.h"
#include "capacity-limit.h"
#include "capacity-series.h"

G_BEGIN_DECLS

/* The values of every enumeration here are stored in files: never renumber, only append. */

/**
 * CapacityRequestKind:
 *
 * The eight kinds of applications of the method card. %CAPACITY_REQUEST_ALL stands for volumes counted without
 * telling the kinds apart; capacity_service_dup_parts() says how they go with the kinds themselves.
 */
typedef enum
{
  CAPACITY_REQUEST_ALL = 0,
  CAPACITY_REQUEST_SERVICE = 1,     /* pakalpojuma pieprasījums */
  CAPACITY_REQUEST_INFORMATION = 2, /* informācijas pieprasījums */
  CAPACITY_REQUEST_WORK = 3,        /* darbu pieprasījums */
  CAPACITY_REQUEST_AGREEMENT = 4,   /* vienošanās pieteikums */
  CAPACITY_REQUEST_INCIDENT = 5,    /* incidenta pieteikums */
  CAPACITY_REQUEST_PROBLEM = 6,     /* problēmas pieteikums */
  CAPACITY_REQUEST_COMPLAINT = 7,   /* sūdzība un ierosinājums */
  CAPACITY_REQUEST_CHANGE = 8,      /* izmaiņu pieprasījums */
} CapacityRequestKind;

#define CAPACITY_N_REQUEST_KINDS 9

/**
 * CapacityMeasure:
 *
 * What a volume series counts. Arrivals, completions and stock are different series and never mixed.
 */
typedef enum
{
  CAPACITY_MEASURE_ARRIVALS = 0,    /* asked for in the period */
  CAPACITY_MEASURE_COMPLETIONS = 1, /* delivered in the period */
  CAPACITY_MEASURE_STOCK = 2,       /* waiting at the end of the period */
} CapacityMeasure;

#define CAPACITY_N_MEASURES 3

typedef enum
{
  CAPACITY_BENEFIT_INDIVIDUAL = 0,
  CAPACITY_BENEFIT_GENERAL = 1,
  CAPACITY_BENEFIT_INTER_INSTITUTION = 2,
} CapacityBenefit;

#define CAPACITY_N_BENEFITS 3

/**
 * CapacityPhase:
 *
 * The phases of the life cycle that the card has for services.
 */
typedef enum
{
  CAPACITY_PHASE_PLANNING = 0,
  CAPACITY_PHASE_CREATION = 1,
  CAPACITY_PHASE_INTRODUCTION = 2,
  CAPACITY_PHASE_PROVISION = 3,
  CAPACITY_PHASE_MAINTENANCE = 4,
  CAPACITY_PHASE_LIQUIDATION = 5,
} CapacityPhase;

#define CAPACITY_N_PHASES 6

/**
 * CapacityVolume:
 * @kind: which applications
 * @channel: (nullable): name of the channel, %NULL where channels are not told apart
 * @measure: what is counted
 * @series: (owned): the measurements
 * @source: (nullable): where they came from, in words: the import's file name and date, or %NULL for typed by hand
 * @site: (nullable): name of the place, %NULL where places are not told apart
 *
 * One volume series of a service.
 */
typedef struct
{
  CapacityRequestKind kind;
  char               *channel;
  CapacityMeasure     measure;
  CapacitySeries     *series;
  char               *source;
  char               *site;
} CapacityVolume;

/**
 * CapacityNeed:
 * @id: identifier of the fact
 * @resource: the resource
 * @kind: for which applications; %CAPACITY_REQUEST_ALL for all alike
 * @amount: units of the resource for one case, > 0
 * @channel: (nullable): for the cases of this channel; %NULL for all alike
 * @basis: how it is known
 * @norm: where it was measured, what the norm is; > 0, NaN where there is none or it was not measured
 *
 * What one case of a service takes of a resource: @amount is what counts, the norm stands beside it.
 */
typedef struct
{
  CapacityId          id;
  CapacityId          resource;
  CapacityRequestKind kind;
  double              amount;
  char               *channel;
  CapacityBasis       basis;
  double              norm;
} CapacityNeed;

/**
 * CapacityService:
 *
 * One service with all that is known of it. Immutable and reference-counted: snapshots share it. Read the members,
 * never write them, except between capacity_service_new() and the first time it is shared.
 */
typedef struct
{
  CapacityId      id;
  char           *code;        /* nullable; unique in the portfolio */
  char           *external_id; /* nullable; free text, such as an identifier of the catalogue */
  char           *name;        /* never NULL */
  char           *unit;        /* nullable: what is counted, such as "pieteikumi" */
  char           *owner;       /* nullable: the person (pakalpojuma vadītājs) */
  char           *department;  /* nullable: the institution's unit */
  char           *note;        /* nullable */
  CapacityBenefit benefit;
  double          target;      /* target utilisation U*, 0 < target ≤ 1; NaN for the institution's */
  int             lead_days;   /* days it takes to add capacity; -1 for the institution's */
  GPtrArray      *volumes;     /* element-type CapacityVolume */
  GPtrArray      *limits;      /* element-type CapacityLimit, by mode and then by from */
  GPtrArray      *needs;       /* element-type CapacityNeed */
  char           *substitute;  /* nullable: who stands in for the owner */
  char           *provider;    /* nullable: who provides it (pakalpojuma sniedzējs) */
  CapacityPhase   phase;
  char           *driver;      /* nullable: what drives the demand of a service without requests; arrivals count it */
  double          driver_rate; /* cases that each of the driver brings; NaN for one each */
  double          target_peak; /* target utilisation in the peak; NaN for the institution's */
  double          low;         /* under-use below this utilisation; NaN for the institution's */
  int             term_days;   /* working days within which a case is to be done, > 0; -1 for a month */
  GPtrArray      *labels;      /* element-type CapacityLabel */
  GPtrArray      *allocations; /* element-type CapacityAllocation */
  GPtrArray      *events;      /* element-type CapacityKnownEvent, by from */
  GPtrArray      *refusals;    /* element-type CapacityRefusal, by month */
  CapacityPlan   *plan;        /* nullable */
} CapacityService;

#define CAPACITY_TYPE_SERVICE (capacity_service_get_type ())

GType              capacity_service_get_type       (void) G_GNUC_CONST;
CapacityService   *capacity_service_new            (void);
CapacityService   *capacity_service_ref            (const CapacityService   *self);
void               capacity_service_unref          (CapacityService         *self);
CapacityService   *capacity_service_copy           (const CapacityService   *self);
CapacityVolume    *capacity_service_take_volume    (CapacityService         *self,
                                                    CapacityRequestKind      kind,
                                                    const char              *channel,
                                                    CapacityMeasure          measure,
                                                    CapacitySeries          *series,
                                                    const char              *source);
GPtrArray         *capacity_service_dup_parts      (const CapacityService   *self,
                                                    CapacityMeasure          measure,
                                                    CapacityPeriodKind       kind);
CapacitySeries    *capacity_service_dup_total      (const CapacityService   *self,
                                                    CapacityMeasure          measure,
                                                    CapacityPeriodKind       kind);
CapacitySeries    *capacity_service_dup_counted    (const CapacityService   *self,
                                                    CapacityMeasure          measure,
                                                    CapacityPeriodKind       kind);
CapacityNeed      *capacity_need_new               (const CapacityId        *resource,
                                                    CapacityRequestKind      kind,
                                                    double                   amount);
CapacityNeed      *capacity_need_copy              (const CapacityNeed      *self);
void               capacity_need_free              (CapacityNeed            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityService, capacity_service_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityNeed, capacity_need_free)

G_END_DECLS
