/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/**
 * CapacityFigure:
 *
 * What can be asked "why?" of. Those up to %CAPACITY_FIGURE_QUALITY belong to a service, those of a plan to its
 * outlook, the rest to a resource.
 */
typedef enum
{
  CAPACITY_FIGURE_OVERALL,              /* the verdict that leads */
  CAPACITY_FIGURE_VERDICT,              /* of a mode */
  CAPACITY_FIGURE_UTILISATION,          /* of a mode */
  CAPACITY_FIGURE_DEMAND,               /* of a mode, a month */
  CAPACITY_FIGURE_CAPACITY,             /* of a mode, a month */
  CAPACITY_FIGURE_HEADROOM,             /* of a mode, cases a month */
  CAPACITY_FIGURE_EXHAUSTION,           /* the likely month */
  CAPACITY_FIGURE_DECIDE_BY,            /* the last day to decide */
  CAPACITY_FIGURE_LAST12,               /* arrivals of the last 12 measured months */
  CAPACITY_FIGURE_CHANGE12,             /* them against the 12 before */
  CAPACITY_FIGURE_TREND,                /* a year */
  CAPACITY_FIGURE_QUEUE_STOCK,          /* cases that wait */
  CAPACITY_FIGURE_QUEUE_GROWTH,         /* cases a month */
  CAPACITY_FIGURE_QUEUE_CLEARANCE,      /* working days */
  CAPACITY_FIGURE_QUEUE_ALLOWED,        /* cases that may wait */
  CAPACITY_FIGURE_QUEUE_RELIEF,         /* cases a month that bring the queue down to what may wait */
  CAPACITY_FIGURE_CASE_COST,            /* money a case */
  CAPACITY_FIGURE_FORECAST_ERROR,       /* against that of repeating last year */
  CAPACITY_FIGURE_FORESEEN,             /* cases by which known events change the next 12 months */
  CAPACITY_FIGURE_SEASON,               /* the fullest month of a usual year against the mean */
  CAPACITY_FIGURE_SIGNALS,              /* months that show more than chance */
  CAPACITY_FIGURE_CONTROL_LOWER,        /* cases a month that chance alone brings at least */
  CAPACITY_FIGURE_CONTROL_UPPER,        /* cases a month that chance alone brings at most */
  CAPACITY_FIGURE_QUALITY,              /* of the data, 0…1 */
  CAPACITY_FIGURE_RESOURCE_VERDICT,
  CAPACITY_FIGURE_RESOURCE_LOAD,        /* units a month */
  CAPACITY_FIGURE_RESOURCE_CAPACITY,    /* units a month */
  CAPACITY_FIGURE_RESOURCE_UTILISATION,
  CAPACITY_FIGURE_RESOURCE_GAP,         /* units a month */
  CAPACITY_FIGURE_RESOURCE_GAP_POSTS,   /* posts; people only */
  CAPACITY_FIGURE_RESOURCE_POST_HOURS,  /* hours a month of one post; people only */
  CAPACITY_FIGURE_RESOURCE_EXHAUSTION,  /* the likely month */
  CAPACITY_FIGURE_RESOURCE_DECIDE_BY,   /* the last day to decide */
  CAPACITY_FIGURE_RESOURCE_SAVING,      /* money a year */
  CAPACITY_FIGURE_WAIT_VISITS,          /* people who come to a resource in a month */
  CAPACITY_FIGURE_WAIT_OPEN,            /* hours of a month on which it is open */
  CAPACITY_FIGURE_WAIT_ARRIVALS,        /* people who come in an open hour */
  CAPACITY_FIGURE_WAIT_SERVICE_TIME,    /* minutes one is served */
  CAPACITY_FIGURE_WAIT_PLACES,          /* places open at once */
  CAPACITY_FIGURE_WAIT_WAITS,           /* part of people who wait */
  CAPACITY_FIGURE_WAIT_MEAN,            /* minutes, mean of all */
  CAPACITY_FIGURE_WAIT_GROWTH,          /* people an hour by which the line grows */
  CAPACITY_FIGURE_WAIT_IN_TIME,         /* part of people whose turn comes in time */
  CAPACITY_FIGURE_WAIT_NEEDED,          /* places that keep the promise */
  CAPACITY_FIGURE_WAIT_POSTS,           /* posts that staff them */
  CAPACITY_FIGURE_PLAN_POSTS,           /* short in a month of a plan */
  CAPACITY_FIGURE_PLAN_MONEY,           /* a year of what is short in a month of a plan */
  CAPACITY_FIGURE_RESOURCE_MODE_VERDICT, /* of a mode; this and the following only within another explanation */
  CAPACITY_FIGURE_RESOURCE_LEFT,        /* of a mode, units a month */
  CAPACITY_FIGURE_RESOURCE_HOURS,       /* a part of the hours of people */
  CAPACITY_FIGURE_NEED,                 /* units one case of a service takes */
  CAPACITY_FIGURE_DRIVEN,               /* cases that a driver brings */
} CapacityFigure;

#define CAPACITY_N_FIGURES 52

/**
 * CapacityFormula:
 *
 * How a figure follows from its inputs.
 */
typedef enum
{
  CAPACITY_FORMULA_FACT,             /* given as it is */
  CAPACITY_FORMULA_WORST,            /* the worst of the modes' verdicts (K16) */
  CAPACITY_FORMULA_VERDICT,          /* by the rule that decided (K16), see the reason */
  CAPACITY_FORMULA_QUOTIENT,         /* demand / capacity (K2) */
  CAPACITY_FORMULA_MEDIAN,           /* median of the months' arrivals */
  CAPACITY_FORMULA_PERCENTILE_90,    /* 90th percentile of the months' arrivals */
  CAPACITY_FORMULA_FULLEST_MONTH,    /* the level of the forecast in the month in which it takes most of the capacity */
  CAPACITY_FORMULA_LIMIT_IN_MONTH,   /* the limit that holds, given for another period, as a month's rate */
  CAPACITY_FORMULA_LEAST_RESOURCE,   /* what the tightest resource allows (K5) */
  CAPACITY_FORMULA_FAIR_SHARE,       /* resource · own load / load of all / need per case (K5) */
  CAPACITY_FORMULA_HEADROOM,         /* capacity · target − demand (K2) */
  CAPACITY_FORMULA_FIRST_CROSSING,   /* first month with forecast, or its level, > target · capacity (K3) */
  CAPACITY_FORMULA_NOW_ABOVE_TARGET, /* demand already > target · capacity (K3) */
  CAPACITY_FORMULA_MONTH_LESS_LEAD,  /* first day of the month − lead time */
  CAPACITY_FORMULA_SUM,              /* sum of the months' arrivals */
  CAPACITY_FORMULA_CHANGE,           /* last / previous − 1 */
  CAPACITY_FORMULA_THEIL_SEN,        /* median slope of the adjusted months / their median · 12 (K15) */
  CAPACITY_FORMULA_LAST_STOCK,       /* the last stock counted */
  CAPACITY_FORMULA_STOCK_FROM_FLOWS, /* stock counted + arrivals − completions since (K7) */
  CAPACITY_FORMULA_MEAN_GROWTH,      /* mean of arrivals − completions, or of the stock's steps (K7) */
  CAPACITY_FORMULA_CLEARANCE,        /* stock / capacity · working days of the month (K7) */
  CAPACITY_FORMULA_RELIEF,           /* demand + (stock − what may wait) / 12 (K10) */
  CAPACITY_FORMULA_RELATIVE_ERROR,   /* forecast's own error / that of repeating last year (K14) */
  CAPACITY_FORMULA_QUALITY,          /* share of months measured and not far off, less when stale */
  CAPACITY_FORMULA_WORKLOAD,         /* Σ volume · need per case (K1) */
  CAPACITY_FORMULA_GAP,              /* load / target − capacity (K4) */
  CAPACITY_FORMULA_GAP_POSTS,        /* gap / hours of a post (K4) */
  CAPACITY_FORMULA_POST_HOURS,       /* capacity / posts */
  CAPACITY_FORMULA_BY_DAYS,          /* Σ capacity of a part of the month · its working days / those of the month */
  CAPACITY_FORMULA_AVAILABILITY,     /* capacity · availability */
  CAPACITY_FORMULA_NET_HOURS,        /* gross hours less each subtraction (K6) */
  CAPACITY_FORMULA_GROSS_HOURS,      /* posts · working days · hours of a day (K6) */
  CAPACITY_FORMULA_ABSENT_HOURS,     /* posts · hours of a day · days a year · working days / those of the year */
  CAPACITY_FORMULA_OTHER_HOURS,      /* hours present · share of other duties (K6) */
  CAPACITY_FORMULA_PART,             /* (resource − what others get before) · part / need per case (K5) */
  CAPACITY_FORMULA_MEAN_NEED,        /* Σ cases · need / Σ cases, by kind and channel (K1) */
  CAPACITY_FORMULA_CASE_COST,        /* Σ annual cost · need / capacity of a year (K11) */
  CAPACITY_FORMULA_LEFT,             /* capacity − load / target (K4) */
  CAPACITY_FORMULA_SAVING,           /* annual cost · least left of any mode / capacity (K11) */
  CAPACITY_FORMULA_DRIVEN,           /* driver's count · cases each brings */
  CAPACITY_FORMULA_FORESEEN,         /* Σ over events: days of the month · (share · plain forecast + cases) */
  CAPACITY_FORMULA_TOTAL,            /* Σ over what is short */
  CAPACITY_FORMULA_CASES_GAP,        /* (demand / target − capacity) · need per case (K4) */
  CAPACITY_FORMULA_GAP_COST,         /* cost of a year · gap / capacity */
  CAPACITY_FORMULA_GAP_POSTS_COST,   /* the same · whole posts / posts that are short, of all groups (K9) */
  CAPACITY_FORMULA_VISITS,           /* Σ volume · part of it that comes */
  CAPACITY_FORMULA_OPEN_HOURS,       /* working days · hours open */
  CAPACITY_FORMULA_PER_OPEN_HOUR,    /* visits / hours open */
  CAPACITY_FORMULA_SERVICE_TIME,     /* load / visits · 60 */
  CAPACITY_FORMULA_PLACES,           /* whole part of capacity / hours open */
  CAPACITY_FORMULA_WAITS,            /* P_w (K8) */
  CAPACITY_FORMULA_MEAN_WAIT,        /* W_q (K8) */
  CAPACITY_FORMULA_LINE_GROWTH,      /* λ − c / t̄ where ρ ≥ 1 (K8) */
  CAPACITY_FORMULA_IN_TIME,          /* SL (T) (K8) */
  CAPACITY_FORMULA_PLACES_NEEDED,    /* least c with SL (T) ≥ goal and ρ ≤ U* (K9) */
  CAPACITY_FORMULA_PLACES_POSTS,     /* places · hours open / hours of a post (K9) */
  CAPACITY_FORMULA_SEASON,           /* the highest of the months' indices, less 1 */
  CAPACITY_FORMULA_SIGNALS,          /* months that one of the rules marks (K15) */
  CAPACITY_FORMULA_XMR_LOWER,        /* mean − 2.66 · mean range, not below 0 (K15) */
  CAPACITY_FORMULA_XMR_UPPER,        /* mean + 2.66 · mean range (K15) */
  CAPACITY_FORMULA_LIMIT_ALL_THE_SAME, /* as LIMIT_IN_MONTH, though a resource allows less */
  CAPACITY_FORMULA_MONTH_STOCK,      /* demand of a month, where no term was given (K10) */
  CAPACITY_FORMULA_TERM_STOCK,       /* demand · 12 · term / working days of the year (K10) */
} CapacityFormula;

#define CAPACITY_N_FORMULAS 63

/**
 * CapacityTerm:
 *
 * What an input is.
 */
typedef enum
{
  CAPACITY_TERM_AS_OF,             /* the day of the assessment */
  CAPACITY_TERM_VERDICT,           /* of the mode named by the child */
  CAPACITY_TERM_ARRIVALS,          /* months */
  CAPACITY_TERM_COMPLETIONS,       /* months */
  CAPACITY_TERM_STOCK,             /* months, or the last */
  CAPACITY_TERM_DEMAND,
  CAPACITY_TERM_CAPACITY,
  CAPACITY_TERM_PEAK_CAPACITY,
  CAPACITY_TERM_LIMIT,             /* as it was given, in its own period */
  CAPACITY_TERM_TARGET,            /* U* */
  CAPACITY_TERM_LOW,               /* U_low */
  CAPACITY_TERM_UTILISATION,
  CAPACITY_TERM_RECENT_UTILISATION, /* months */
  CAPACITY_TERM_FORECAST,          /* months: median */
  CAPACITY_TERM_FORECAST_LOW,      /* months: lower 80 % bound */
  CAPACITY_TERM_FORECAST_HIGH,     /* months: upper 80 % bound */
  CAPACITY_TERM_CAPACITY_BY_MONTH, /* months */
  CAPACITY_TERM_CAPACITY_LEVEL,    /* months: the middle one of the eleven around each */
  CAPACITY_TERM_EXHAUSTION,        /* the month */
  CAPACITY_TERM_EARLIEST,          /* the month */
  CAPACITY_TERM_LATEST,            /* the month */
  CAPACITY_TERM_HORIZON_END,       /* the month */
  CAPACITY_TERM_LEAD_DAYS,
  CAPACITY_TERM_LAST12,
  CAPACITY_TERM_PREVIOUS12,
  CAPACITY_TERM_ADJUSTED,          /* months: arrivals without their season */
  CAPACITY_TERM_P_VALUE,
  CAPACITY_TERM_QUEUE_TARGET,
  CAPACITY_TERM_WORKING_DAYS,
  CAPACITY_TERM_RESOURCE_ALLOWS,   /* cases a month that the resource named allows */
  CAPACITY_TERM_RESOURCE_CAPACITY, /* units a month */
  CAPACITY_TERM_RESOURCE_LOAD,     /* units a month of all services */
  CAPACITY_TERM_NEED,              /* units a case */
  CAPACITY_TERM_VOLUME,            /* cases a month of the service named */
  CAPACITY_TERM_GAP,
  CAPACITY_TERM_LEFT,              /* of the mode named by the child */
  CAPACITY_TERM_POSTS,
  CAPACITY_TERM_ERROR,             /* mean absolute scaled error */
  CAPACITY_TERM_ERROR_SNAIVE,      /* the same of repeating last year */
  CAPACITY_TERM_COVERED80,
  CAPACITY_TERM_N_MONTHS,
  CAPACITY_TERM_N_MISSING,
  CAPACITY_TERM_N_OUTLIERS,
  CAPACITY_TERM_LAST_MONTH,        /* the last month measured */
  CAPACITY_TERM_LEVEL,             /* months: mean of the year around each */
  CAPACITY_TERM_POST_HOURS,        /* units a month of one post */
  CAPACITY_TERM_AVAILABILITY,
  CAPACITY_TERM_DAY_HOURS,         /* hours of a post's working day */
  CAPACITY_TERM_YEAR_DAYS,         /* working days of the year */
  CAPACITY_TERM_DAYS_A_YEAR,       /* of absence, a post */
  CAPACITY_TERM_GROSS_HOURS,
  CAPACITY_TERM_LEAVE,             /* hours */
  CAPACITY_TERM_SICK,              /* hours */
  CAPACITY_TERM_TRAINING,          /* hours */
  CAPACITY_TERM_OTHER_DUTIES,      /* hours */
  CAPACITY_TERM_PRESENT,           /* hours */
  CAPACITY_TERM_OTHER_SHARE,
  CAPACITY_TERM_BEFORE,            /* units a month that others get first */
  CAPACITY_TERM_PART,              /* of a resource */
  CAPACITY_TERM_MIX,               /* cases a year of the kind and channel named */
  CAPACITY_TERM_ANNUAL_COST,
  CAPACITY_TERM_DRIVER,            /* how many there are of what brings cases */
  CAPACITY_TERM_DRIVER_RATE,       /* cases each brings */
  CAPACITY_TERM_FORESEEN,          /* cases of all known events */
  CAPACITY_TERM_EVENT,             /* months: cases of the event named */
  CAPACITY_TERM_MEMBERS,           /* what the forecast is the mean of */
  CAPACITY_TERM_FOLLOWS_DAYS,      /* how far volumes follow the working days of a month */
  CAPACITY_TERM_PEAK_FOUND,        /* a month kept out of trend and season: how far it was off */
  CAPACITY_TERM_SHIFT_FOUND,       /* a month from which on the level is another: by how much */
  CAPACITY_TERM_SEASON,            /* how a month of the year differs from the mean */
  CAPACITY_TERM_CENTRE,            /* mean of the months */
  CAPACITY_TERM_MEAN_RANGE,        /* mean difference between neighbouring months */
  CAPACITY_TERM_CONTROL_LOWER,
  CAPACITY_TERM_CONTROL_UPPER,
  CAPACITY_TERM_SIGNAL,            /* a month that shows more than chance */
  CAPACITY_TERM_VISITS,            /* people a month */
  CAPACITY_TERM_VISITS_PART,       /* of the cases of the service named, which come to the resource */
  CAPACITY_TERM_OPEN_HOURS,        /* of a working day */
  CAPACITY_TERM_OPEN_MONTH,        /* hours of the month */
  CAPACITY_TERM_ARRIVALS_HOUR,     /* people in an open hour */
  CAPACITY_TERM_SERVICE_TIME,      /* minutes */
  CAPACITY_TERM_PLACES,
  CAPACITY_TERM_WAIT_LIMIT,        /* minutes within which the turn should come */
  CAPACITY_TERM_WAIT_GOAL,         /* for which part of people */
  CAPACITY_TERM_WAIT_IN_TIME,      /* part of people whose turn comes in time */
  CAPACITY_TERM_TERM_DAYS,         /* working days within which a case is to be done */
  CAPACITY_TERM_N_QUARTERS,
  CAPACITY_TERM_N_YEARS,
  CAPACITY_TERM_POSTS_SHORT,       /* of all groups of people */
  CAPACITY_TERM_WHOLE_POSTS,       /* the same, rounded up */
} CapacityTerm;

#define CAPACITY_N_TERMS 90

/**
 * CapacityUnit:
 *
 * In what a value of an explanation is counted.
 */
typedef enum
{
  CAPACITY_UNIT_CASES,
  CAPACITY_UNIT_CASES_PER_MONTH,
  CAPACITY_UNIT_CASES_PER_PERIOD, /* of the kind beside it */
  CAPACITY_UNIT_UNITS_PER_MONTH,  /* of a resource */
  CAPACITY_UNIT_UNITS_PER_PERIOD, /* of the kind beside it */
  CAPACITY_UNIT_UNITS_PER_CASE,
  CAPACITY_UNIT_SHARE,
  CAPACITY_UNIT_CHANGE,           /* a share with its sign */
  CAPACITY_UNIT_CHANGE_PER_YEAR,  /* the same */
  CAPACITY_UNIT_RATIO,            /* a number without a unit */
  CAPACITY_UNIT_MONTH,            /* index of a month; 0 for none */
  CAPACITY_UNIT_DATE,             /* a CapacityDate; 0 for none */
  CAPACITY_UNIT_DAYS,
  CAPACITY_UNIT_WORKING_DAYS,
  CAPACITY_UNIT_COUNT,
  CAPACITY_UNIT_POSTS,
  CAPACITY_UNIT_VERDICT,          /* a CapacityVerdict */
  CAPACITY_UNIT_MONEY,            /* of CapacityMoney, a year or a case, as the figure says */
  CAPACITY_UNIT_MONEY_ESTIMATE,   /* the same of what may be saved or is short, not exact to the cent */
  CAPACITY_UNIT_MEMBERS,          /* a bit set of CapacityMember */
  CAPACITY_UNIT_HOURS,
  CAPACITY_UNIT_MINUTES,
  CAPACITY_UNIT_PER_HOUR,         /* people in an open hour */
} CapacityUnit;

#define CAPACITY_N_UNITS 23

/**
 * CapacityOrigin:
 *
 * Where a value comes from.
 */
typedef enum
{
  CAPACITY_ORIGIN_COMPUTED,    /* from what stands beside it; often with an explanation of its own */
  CAPACITY_ORIGIN_FORECAST,
  CAPACITY_ORIGIN_IMPORT,      /* a file; its name is the source */
  CAPACITY_ORIGIN_TYPED,       /* typed by hand; the source is the manager's note, if any */
  CAPACITY_ORIGIN_INSTITUTION, /* the institution's setting */
  CAPACITY_ORIGIN_CALENDAR,    /* Latvian working days */
} CapacityOrigin;

typedef struct _CapacityExplanation CapacityExplanation;

/**
 * CapacityExplanationInput:
 * @term: what it is
 * @value: how much; of several months the sum; NaN if unknown
 * @unit: in what
 * @per: the period of a `_PER_PERIOD` unit, which is also that of each of several values; for months of
 *   %CAPACITY_TERM_ARRIVALS what was counted, of which they are shares if it is quarters or years
 * @unit_name: (nullable): the word for the unit of the service or resource
 * @name: (nullable): of the resource or service it belongs to, where that is another one
 * @first: first month it covers, or 0
 * @last: last month it covers, or 0
 * @n_values: number of @values; 0 for a single value
 * @values: (array length=n_values): by month (or the period @per of its unit) from @first, where the formula needs each; NaN where none was
 *   measured
 * @origin: where it comes from
 * @source: (nullable): the import's name, or a note
 * @basis: how it is known; only for %CAPACITY_TERM_LIMIT and %CAPACITY_TERM_NEED
 * @kind: which applications, for %CAPACITY_TERM_MIX and the need after it; @name is then their channel
 * @signals: the #CapacityXmrSignal bits, for %CAPACITY_TERM_SIGNAL
 * @child: (nullable): its own explanation
 *
 * One thing that a figure was made from.
 */
typedef struct
{
  CapacityTerm         term;
  double               value;
  CapacityUnit         unit;
  CapacityPeriodKind   per;
  char                *unit_name;
  char                *name;
  int                  first;
  int                  last;
  guint                n_values;
  double              *values;
  CapacityOrigin       origin;
  char                *source;
  CapacityBasis        basis;
  CapacityRequestKind  kind;
  guint                signals;
  CapacityExplanation *child;
} CapacityExplanationInput;

/**
 * CapacityExplanation:
 * @figure: what is explained
 * @mode: of which mode, for figures of a mode
 * @formula: how it follows from @inputs
 * @reason: the rule that decided, for verdicts
 * @value: the figure; NaN if unknown
 * @unit: in what it is
 * @unit_name: (nullable): the word for the unit of the service or resource
 * @inputs: (element-type CapacityExplanationInput): what it was made from, in the order of the formula
 *
 * Why a figure is what it is: a tree that is made when asked for. Immutable and reference-counted. Who takes
 * @inputs and does what @formula says gets @value.
 */
struct _CapacityExplanation
{
  CapacityFigure  figure;
  CapacityMode    mode;
  CapacityFormula formula;
  CapacityReason  reason;
  double          value;
  CapacityUnit    unit;
  char           *unit_name;
  GPtrArray      *inputs;
};

#define CAPACITY_TYPE_EXPLANATION (capacity_explanation_get_type ())

GType                capacity_explanation_get_type     (void) G_GNUC_CONST;
CapacityExplanation *capacity_explanation_new_service  (const CapacityAssessment         *assessment,
                                                        const CapacityServiceAssessment  *service,
                                                        CapacityFigure                    figure,
                                                        CapacityMode                      mode);
CapacityExplanation *capacity_explanation_new_resource (const CapacityAssessment         *assessment,
                                                        const CapacityResourceAssessment *resource,
                                                        CapacityFigure                    figure);
CapacityExplanation *capacity_explanation_ref          (const CapacityExplanation        *self);
void                 capacity_explanation_unref        (CapacityExplanation              *self);
const CapacityExplanationInput *
                     capacity_explanation_find         (const CapacityExplanation        *self,
                                                        CapacityTerm                      term);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityExplanation, capacity_explanation_unref)

G_END_DECLS
