/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-money.h"
#include "capacity-portfolio.h"

G_BEGIN_DECLS

/* How a year goes: which months bring more, which bring less. */
typedef enum
{
  SEASON_OFFICE, /* fewer in July and December */
  SEASON_WINTER,
  SEASON_SPRING,
  SEASON_SUMMER,
  SEASON_SCHOOL, /* nothing in the holidays */
  SEASON_ENROLMENT,
  SEASON_TAX, /* the notices of February */
  SEASON_NONE,
} SampleSeason;

/* How the volume is told apart. */
typedef enum
{
  SPLIT_NONE,
  SPLIT_CHANNELS, /* at the counter, by phone, as an e-service, whose share grows */
  SPLIT_KINDS,    /* the eight kinds of applications */
  SPLIT_SUPPORT,  /* what a help desk gets: incidents, problems, changes, work */
} SampleSplit;

typedef struct
{
  const char *resource; /* its code */
  double      amount;   /* units for one case */
} SampleNeed;

/* The volume of one service is level · growth · season · events · noise; amounts are cases a month. */
typedef struct
{
  const char     *code;
  const char     *name;
  const char     *unit;
  const char     *owner;
  const char     *department;
  const char     *note;
  CapacityBenefit benefit;

  double          level;        /* in the last month, season apart */
  double          growth;       /* a year: 0.05 is 5 % more */
  SampleSeason    season;
  double          noise;        /* share by which months differ from what is usual */
  double          chance;       /* share of months with any case at all; 0 means every month */
  int             n_months;     /* length of the history; 0 means five years, -1 none */
  int             n_late;       /* months that have not been sent at the end */
  int             shift_at;     /* months before the end at which the level changed … */
  double          shift;        /* … to this times what it was */
  int             peak_at;      /* months before the end of one month out of the ordinary … */
  double          peak;         /* … with this times the usual */
  int             gap_at;       /* months before the end where the gap begins … */
  int             gap;          /* … and how many months are missing */
  gboolean        is_hourly;    /* counted in every hour it is open */
  SampleSplit     split;
  double          queue;        /* cases waiting five years ago; 0 where nobody counts what waits */

  double          regular;      /* capacity a month in regular mode; 0 where it is not given */
  double          rush;         /* in peak mode; 0 where it is the same */
  double          before;       /* regular capacity until change_at months ago; 0 where it was always the same */
  int             change_at;    /* negative for a change that is approved */
  CapacityBasis   basis;
  int             lead_days;    /* 0 for the institution's */
  int             term_days;    /* 0 for a month */

  SampleNeed      needs[3];

  const char     *driver;       /* what is counted where nobody applies */
  double          driver_rate;  /* cases each of them brings */
} SampleService;

typedef struct
{
  const char          *code;
  const char          *name;
  CapacityResourceKind kind;
  const char          *unit;
  const char          *owner;
  double               posts;     /* people only */
  CapacityMoney        cost;      /* a year, in cents; 0 where it is not known */
  double               capacity;  /* units a month; 0 where it is not known, or follows from posts */
  double               before;    /* until change_at months ago; 0 where it was always the same */
  int                  change_at; /* negative for a change that is approved */
  double               target;    /* 0 for the institution's */
} SampleResource;

extern const SampleService  sample_services[];
extern const guint          sample_n_services;
extern const SampleResource sample_resources[];
extern const guint          sample_n_resources;

void capacity_sample_take_registers (CapacityPortfolio *portfolio,
                                     int                last);

G_END_DECLS
