/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-resource.h"
#include "capacity-service.h"

G_BEGIN_DECLS

/* Periods of all series together, measured or not. A wrong year must not make a series of a thousand years for each
 * service. */
#define CAPACITY_PORTFOLIO_MAX_PERIODS 60000000

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
  GBytes    *emblem;               /* nullable: a PNG picture for reports */
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
  GPtrArray          *services;    /* element-type CapacityService, by name */
  GPtrArray          *resources;   /* element-type CapacityResource, by name */
  GPtrArray          *events;      /* element-type CapacityKnownEvent: of every service, by from */
  CapacityPlan       *plan;        /* nullable: the institution's */
  GPtrArray          *departments; /* element-type CapacityDepartment, by name */
  GPtrArray          *profiles;    /* element-type CapacityImportProfile, by name */
  GPtrArray          *filters;     /* element-type CapacitySavedFilter, by page and name */
  GPtrArray          *report_texts; /* element-type CapacityReportText, by report and section */
} CapacityPortfolio;

#define CAPACITY_TYPE_PORTFOLIO (capacity_portfolio_get_type ())

GType              capacity_portfolio_get_type     (void) G_GNUC_CONST;
void               capacity_institution_copy       (const CapacityInstitution *self,
                                                    CapacityInstitution     *copy);
void               capacity_institution_clear      (CapacityInstitution     *self);
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
CapacityResource  *capacity_portfolio_find_resource
                                                   (const CapacityPortfolio *self,
                                                    const char              *code_or_name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityPortfolio, capacity_portfolio_unref)

G_END_DECLS
