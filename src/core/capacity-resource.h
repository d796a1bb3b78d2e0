/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-fact.h"
#include "capacity-limit.h"

G_BEGIN_DECLS

/* The values of every enumeration here are stored in files: never renumber, only append. */

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
  double               open_hours;    /* hours of a working day on which people are served in line; NaN for no line */
  double               wait_minutes;  /* within which their turn should come; NaN for no promise */
  double               wait_share;    /* for which part of them, 0 to 1; NaN for no promise */
  GPtrArray           *labels;        /* element-type CapacityLabel */
} CapacityResource;

#define CAPACITY_TYPE_RESOURCE (capacity_resource_get_type ())

GType              capacity_resource_get_type      (void) G_GNUC_CONST;
CapacityResource  *capacity_resource_new           (void);
CapacityResource  *capacity_resource_ref           (const CapacityResource  *self);
void               capacity_resource_unref         (CapacityResource        *self);
CapacityResource  *capacity_resource_copy          (const CapacityResource  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityResource, capacity_resource_unref)

G_END_DECLS
