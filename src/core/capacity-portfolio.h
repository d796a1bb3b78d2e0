/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-calendar.h"
#include "capacity-fact.h"
#include "capacity-id.h"
#include "capacity-series.h"

G_BEGIN_DECLS

/* The values of every enumeration here are stored in files: never renumber, only append. */

/**
 * CapacityRequestKind:
 *
 * The eight kinds of applications of the method card. %CAPACITY_REQUEST_ALL stands for volumes counted without
 * telling the kinds apart; it is never added to the kinds themselves.
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

/**
 * CapacityMode:
 *
 * The three modes in which the card wants a service to be adequate.
 */
typedef enum
{
  CAPACITY_MODE_REGULAR = 0,
  CAPACITY_MODE_PEAK = 1,
  CAPACITY_MODE_LONG_TERM = 2,
} CapacityMode;

#define CAPACITY_N_MODES 3

typedef enum
{
  CAPACITY_BASIS_ESTIMATE = 0,
  CAPACITY_BASIS_MEASURED = 1,
  CAPACITY_BASIS_NORM = 2,
  CAPACITY_BASIS_CONTRACT = 3,
} CapacityBasis;

#define CAPACITY_N_BASES 4

typedef enum
{
  CAPACITY_RESOURCE_PEOPLE = 0,
  CAPACITY_RESOURCE_PREMISES = 1,
  CAPACITY_RESOURCE_EQUIPMENT = 2,
  CAPACITY_RESOURCE_ICT = 3,
  CAPACITY_RESOURCE_SYSTEM = 4,
  CAPACITY_RESOURCE_PLATFORM = 5,
  CAPACITY_RESOURCE_SUPPLIER = 6,
  CAPACITY_RESOURCE_MONEY = 7,
  CAPACITY_RESOURCE_COMPETENCE = 8,
  CAPACITY_RESOURCE_PROCESS = 9,
} CapacityResourceKind;

#define CAPACITY_N_RESOURCE_KINDS 10

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
 * CapacityReach:
 *
 * Whose a resource is.
 */
typedef enum
{
  CAPACITY_REACH_OWN = 0,    /* the institution's */
  CAPACITY_REACH_SECTOR = 1, /* of the sector or municipality */
  CAPACITY_REACH_STATE = 2,  /* of the state */
} CapacityReach;

#define CAPACITY_N_REACHES 3

/**
 * CapacitySharing:
 *
 * How services share a resource of which there is not enough for all.
 */
typedef enum
{
  CAPACITY_SHARING_FAIR = 0,     /* each gets the same part of what it needs */
  CAPACITY_SHARING_SHARE = 1,    /* each gets its share */
  CAPACITY_SHARING_PRIORITY = 2, /* those of the first priority get all they need, then those of the next */
} CapacitySharing;

#define CAPACITY_N_SHARINGS 3

/**
 * CapacityLimitState:
 *
 * How far a capacity is decided. What is only planned counts in plans, not in the assessment of today.
 */
typedef enum
{
  CAPACITY_LIMIT_PLANNED = 0,
  CAPACITY_LIMIT_APPROVED = 1,
  CAPACITY_LIMIT_ACTUAL = 2,
} CapacityLimitState;

#define CAPACITY_N_LIMIT_STATES 3

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
 * CapacityLimit:
 * @id: identifier of the fact
 * @mode: regular or peak
 * @value: the most that can be delivered in a period of the kind @per, in the unit of the service or resource; ≥ 0
 * @per: the period
 * @from: the day from which it holds, or %CAPACITY_DATE_NONE for "always so far"
 * @until: the last day on which it holds, or %CAPACITY_DATE_NONE for "until further notice"
 * @basis: how it is known
 * @note: (nullable): in the manager's words
 * @state: how far it is decided
 * @in_posts: whether @value is a number of posts, whatever @per; of people only
 *
 * Capacity (veiktspēja) of a service or resource with its validity. Of several that hold on a day the one with the
 * latest @from counts; those that are only planned never do. Where no peak limit holds, the regular one counts in the peak too.
 */
typedef struct
{
  CapacityId         id;
  CapacityMode       mode;
  double             value;
  CapacityPeriodKind per;
  CapacityDate       from;
  CapacityDate       until;
  CapacityBasis      basis;
  char              *note;
  CapacityLimitState state;
  gboolean           in_posts;
} CapacityLimit;

/**
 * CapacityNeed:
 * @id: identifier of the fact
 * @resource: the resource
 * @kind: for which applications; %CAPACITY_REQUEST_ALL for all alike
 * @amount: units of the resource for one case, > 0
 * @channel: (nullable): for the cases of this channel; %NULL for all alike
 * @basis: how it is known
 *
 * What one case of a service takes of a resource.
 */
typedef struct
{
  CapacityId          id;
  CapacityId          resource;
  CapacityRequestKind kind;
  double              amount;
  char               *channel;
  CapacityBasis       basis;
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
  GPtrArray      *labels;      /* element-type CapacityLabel */
  GPtrArray      *allocations; /* element-type CapacityAllocation */
  GPtrArray      *events;      /* element-type CapacityKnownEvent, by from */
  GPtrArray      *refusals;    /* element-type CapacityRefusal */
  CapacityPlan   *plan;        /* nullable */
} CapacityService;

/**
 * CapacityResource:
 *
 * One resource or capability. Immutable and reference-counted like #CapacityService.
 */
typedef struct
{
  CapacityId           id;
  char                *code;   /* nullable; unique in the portfolio */
  char                *name;   /* never NULL */
  CapacityResourceKind kind;
  char                *unit;   /* nullable: in what it is counted, such as "stundas" */
  char                *owner;  /* nullable: the person (resursa vadītājs) */
  char                *note;   /* nullable */
  double               posts;  /* people only: number of posts (slodzes); NaN otherwise */
  gint64               annual_cost; /* CapacityMoney; -1 when not known */
  double               target; /* NaN for the institution's */
  GPtrArray           *limits; /* element-type CapacityLimit */
  char                *substitute;    /* nullable: who stands in for the owner */
  char                *department;    /* nullable: the institution's unit */
  char                *provider;      /* nullable: who owns it where that is not the institution */
  CapacityReach        reach;
  CapacitySharing      sharing;
  double               availability;  /* part of the time it can be used, 0 to 1; NaN for all of it */
  double               leave_days;    /* people: working days a post and year; NaN for none */
  double               sick_days;
  double               training_days;
  double               other_duties;  /* people: part of the remaining hours for other work, 0 to 1; NaN for none */
  double               target_peak;   /* NaN for the institution's */
  double               low;           /* NaN for the institution's */
  int                  lead_days;     /* -1 for the institution's */
  GPtrArray           *labels;        /* element-type CapacityLabel */
} CapacityResource;

/**
 * CapacityInstitution:
 *
 * The institution and the thresholds that hold where a service or resource has none of its own. A plain value
 * inside #CapacityPortfolio.
 */
typedef struct
{
  CapacityId id;
  char      *name;                /* nullable until it is given */
  char      *registration_number; /* nullable */
  gboolean   is_sample;           /* an invented institution */
  double     target_people;       /* target utilisation, default 0.85 */
  double     target_shared;       /* of shared ICT, default 0.80 */
  double     low;                 /* under-use below this utilisation, default 0.55 */
  int        lead_days;           /* default 90 */
  int        horizon_months;      /* how far to forecast, default 36 */
  char      *portfolio_owner;      /* nullable: who manages all services (pakalpojumu kopuma vadītājs) */
  char      *portfolio_substitute; /* nullable */
  char      *resource_owner;       /* nullable: who manages all resources (resursu kopuma vadītājs) */
  char      *resource_substitute;  /* nullable */
  double     day_hours;            /* hours of a post's working day, default 8 */
  double     target_peak;          /* target utilisation in the peak; NaN for the regular one */
} CapacityInstitution;

/**
 * CapacityPortfolio:
 *
 * An immutable snapshot of the facts, made of shared parts: after a change only the touched services and resources
 * are new, the rest is the same as in the snapshot before.
 */
typedef struct
{
  CapacityInstitution institution;
  CapacityCalendar   *calendar;
  GPtrArray          *services;  /* element-type CapacityService, by name */
  GPtrArray          *resources; /* element-type CapacityResource, by name */
  GPtrArray          *events;      /* element-type CapacityKnownEvent: of every service, by from */
  CapacityPlan       *plan;        /* nullable: the institution's */
  GPtrArray          *departments; /* element-type CapacityDepartment, by name */
  GPtrArray          *profiles;    /* element-type CapacityImportProfile, by name */
  GPtrArray          *filters;     /* element-type CapacitySavedFilter, by page and name */
} CapacityPortfolio;

#define CAPACITY_TYPE_SERVICE (capacity_service_get_type ())
#define CAPACITY_TYPE_RESOURCE (capacity_resource_get_type ())
#define CAPACITY_TYPE_PORTFOLIO (capacity_portfolio_get_type ())

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
CapacitySeries    *capacity_service_dup_total      (const CapacityService   *self,
                                                    CapacityMeasure          measure,
                                                    CapacityPeriodKind       kind);

GType              capacity_resource_get_type      (void) G_GNUC_CONST;
CapacityResource  *capacity_resource_new           (void);
CapacityResource  *capacity_resource_ref           (const CapacityResource  *self);
void               capacity_resource_unref         (CapacityResource        *self);
CapacityResource  *capacity_resource_copy          (const CapacityResource  *self);

CapacityNeed      *capacity_need_new               (const CapacityId        *resource,
                                                    CapacityRequestKind      kind,
                                                    double                   amount);
CapacityNeed      *capacity_need_copy              (const CapacityNeed      *self);
void               capacity_need_free              (CapacityNeed            *self);

CapacityLimit     *capacity_limit_new              (CapacityMode             mode,
                                                    double                   value,
                                                    CapacityPeriodKind       per,
                                                    CapacityDate             from,
                                                    CapacityDate             until);
CapacityLimit     *capacity_limit_copy             (const CapacityLimit     *self);
void               capacity_limit_free             (CapacityLimit           *self);
const CapacityLimit *
                   capacity_limits_find            (const GPtrArray         *limits,
                                                    CapacityMode             mode,
                                                    CapacityPeriod           period);
double             capacity_limits_at              (const GPtrArray         *limits,
                                                    CapacityMode             mode,
                                                    CapacityPeriod           period,
                                                    const CapacityCalendar  *calendar);

void               capacity_institution_copy       (const CapacityInstitution *self,
                                                    CapacityInstitution     *copy);
void               capacity_institution_clear      (CapacityInstitution     *self);

GType              capacity_portfolio_get_type     (void) G_GNUC_CONST;
CapacityPortfolio *capacity_portfolio_new          (void);
CapacityPortfolio *capacity_portfolio_ref          (const CapacityPortfolio *self);
void               capacity_portfolio_unref        (CapacityPortfolio       *self);
CapacityPortfolio *capacity_portfolio_copy         (const CapacityPortfolio *self);
CapacityService   *capacity_portfolio_get_service  (const CapacityPortfolio *self,
                                                    const CapacityId        *id);
CapacityService   *capacity_portfolio_find_service (const CapacityPortfolio *self,
                                                    const char              *code_or_name);
CapacityResource  *capacity_portfolio_get_resource (const CapacityPortfolio *self,
                                                    const CapacityId        *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityService, capacity_service_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityResource, capacity_resource_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityNeed, capacity_need_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityLimit, capacity_limit_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityPortfolio, capacity_portfolio_unref)

G_END_DECLS
