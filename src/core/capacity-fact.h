/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-id.h"
#include "capacity-period.h"

G_BEGIN_DECLS

/* The small facts of a portfolio, each of which has an identifier and is replaced as a whole. The values of every
 * enumeration here are stored in files: never renumber, only append. */

/**
 * CapacityLabelKind:
 *
 * What a label says of a service or, for the last two, also of a resource.
 */
typedef enum
{
  CAPACITY_LABEL_RECIPIENTS = 0,     /* a group of recipients (pakalpojuma saņēmēji), with its size and needed level */
  CAPACITY_LABEL_LIFE_SITUATION = 1, /* dzīves situācija */
  CAPACITY_LABEL_CHANNEL = 2,        /* a channel in which the service is offered */
  CAPACITY_LABEL_USER = 3,           /* an institution that uses a resource (resursa lietotājs) */
  CAPACITY_LABEL_TAG = 4,
  CAPACITY_LABEL_ATTACHMENT = 5,     /* a file, named by its path or address */
} CapacityLabelKind;

#define CAPACITY_N_LABEL_KINDS 6

/**
 * CapacityLabel:
 * @id: identifier of the fact
 * @kind: what it says
 * @name: never %NULL
 * @size: how many there are, such as people of a group; NaN where not known
 * @level: (nullable): the level they need, in words
 */
typedef struct
{
  CapacityId        id;
  CapacityLabelKind kind;
  char             *name;
  double            size;
  char             *level;
} CapacityLabel;

/**
 * CapacityAllocation:
 * @id: identifier of the fact
 * @resource: the resource
 * @share: part of the resource that the service gets, 0 to 1; NaN for none given
 * @priority: place in the order, 1 first, to 9; 0 for none given
 *
 * What a service gets of a resource that is not shared by need. A plain value.
 */
typedef struct
{
  CapacityId id;
  CapacityId resource;
  double     share;
  int        priority;
} CapacityAllocation;

typedef enum
{
  CAPACITY_KNOWN_EVENT_OTHER = 0,
  CAPACITY_KNOWN_EVENT_LAW = 1,      /* a law changes */
  CAPACITY_KNOWN_EVENT_DEADLINE = 2,
  CAPACITY_KNOWN_EVENT_CAMPAIGN = 3,
  CAPACITY_KNOWN_EVENT_NOTICE = 4,   /* a recipient or resource user has given notice */
} CapacityKnownEventKind;

#define CAPACITY_N_KNOWN_EVENT_KINDS 5

/**
 * CapacityKnownEvent:
 * @id: identifier of the fact
 * @kind: what it is
 * @name: never %NULL
 * @from: the first day on which it acts
 * @until: the last, or %CAPACITY_DATE_NONE for "from then on"
 * @share: by which part demand changes, 0.3 for 30 % more, at least -1; NaN for none given
 * @cases: by how many cases a month it changes; NaN for none given
 * @note: (nullable): in the manager's words
 *
 * Something known in advance that changes the demand of a service, or of every service.
 */
typedef struct
{
  CapacityId             id;
  CapacityKnownEventKind kind;
  char                  *name;
  CapacityDate           from;
  CapacityDate           until;
  double                 share;
  double                 cases;
  char                  *note;
} CapacityKnownEvent;

/**
 * CapacityLikeness:
 *
 * In what two services are the same.
 */
typedef enum
{
  CAPACITY_LIKENESS_NAME = 0,
  CAPACITY_LIKENESS_VOLUMES = 1,
} CapacityLikeness;

#define CAPACITY_N_LIKENESSES 2

/* The month of a refusal that is about another service. */
#define CAPACITY_NO_MONTH (-1)

/**
 * CapacityRefusal:
 * @id: identifier of the fact
 * @month: index of a month, or %CAPACITY_NO_MONTH
 * @other: the other service that it is about; none where it is about a month
 * @alike: what the other service has in common
 *
 * A person's "no": the volumes of that month are ordinary, whatever the forecast finds in them, or the other service may
 * be like this one. A plain value.
 */
typedef struct
{
  CapacityId       id;
  int              month;
  CapacityId       other;
  CapacityLikeness alike;
} CapacityRefusal;

typedef enum
{
  CAPACITY_PLAN_DRAFT = 0,
  CAPACITY_PLAN_PROPOSED = 1,
  CAPACITY_PLAN_APPROVED = 2,
  CAPACITY_PLAN_REJECTED = 3,
} CapacityPlanState;

#define CAPACITY_N_PLAN_STATES 4

/**
 * CapacityPlan:
 * @id: identifier of the fact
 * @years: how many years it looks ahead, 1 to 5
 * @assumptions: (nullable): in the manager's words
 * @recommendation: (nullable): likewise
 * @state: where it stands
 * @decided: day of the decision, or %CAPACITY_DATE_NONE
 * @decided_by: (nullable): who decided
 *
 * The capacity plan of a service or of the institution: what its dated changes of capacity do not say themselves.
 */
typedef struct
{
  CapacityId        id;
  int               years;
  char             *assumptions;
  char             *recommendation;
  CapacityPlanState state;
  CapacityDate      decided;
  char             *decided_by;
} CapacityPlan;

/**
 * CapacityDepartment:
 * @id: identifier of the fact
 * @name: never %NULL; services and resources name it
 * @head: (nullable): who leads it
 * @note: (nullable): in the manager's words
 *
 * A unit of the institution.
 */
typedef struct
{
  CapacityId id;
  char      *name;
  char      *head;
  char      *note;
} CapacityDepartment;

/**
 * CapacityImportProfile:
 * @id: identifier of the fact
 * @name: never %NULL: what a person calls such files
 * @fingerprint: never %NULL; by what such a file is known again
 * @settings: never %NULL; how it is read
 *
 * How files of a kind were read the last time.
 */
typedef struct
{
  CapacityId id;
  char      *name;
  char      *fingerprint;
  char      *settings;
} CapacityImportProfile;

/**
 * CapacitySavedFilter:
 * @id: identifier of the fact
 * @page: never %NULL: name of the view
 * @name: never %NULL; unique in the view
 * @query: never %NULL: which rows, as the view writes it
 *
 * A choice of rows in a view that was kept by name.
 */
typedef struct
{
  CapacityId id;
  char      *page;
  char      *name;
  char      *query;
} CapacitySavedFilter;

/**
 * CapacityReportText:
 * @id: identifier of the fact
 * @subject: the service or resource that the report is about; the one of zeros for the institution
 * @report: never %NULL: which report, as the command line calls it
 * @section: never %NULL: which of its sections, by a name that is the same in every language; "" for the beginning
 * @text: never %NULL: paragraphs, each a line
 *
 * What people add to a report in their own words. It is printed at its place whenever the report is made.
 */
typedef struct
{
  CapacityId id;
  CapacityId subject;
  char      *report;
  char      *section;
  char      *text;
} CapacityReportText;

CapacityLabel         *capacity_label_new           (CapacityLabelKind            kind,
                                                     const char                  *name);
CapacityLabel         *capacity_label_copy          (const CapacityLabel         *self);
void                   capacity_label_free          (CapacityLabel               *self);
GPtrArray             *capacity_label_list_new      (void);
GPtrArray             *capacity_label_list_copy     (const GPtrArray             *labels);

CapacityKnownEvent    *capacity_known_event_new     (CapacityKnownEventKind       kind,
                                                     const char                  *name,
                                                     CapacityDate                 from,
                                                     CapacityDate                 until);
CapacityKnownEvent    *capacity_known_event_copy    (const CapacityKnownEvent    *self);
void                   capacity_known_event_free    (CapacityKnownEvent          *self);

CapacityPlan          *capacity_plan_new            (int                          years);
CapacityPlan          *capacity_plan_copy           (const CapacityPlan          *self);
void                   capacity_plan_free           (CapacityPlan                *self);

CapacityDepartment    *capacity_department_new      (const char                  *name);
CapacityDepartment    *capacity_department_copy     (const CapacityDepartment    *self);
void                   capacity_department_free     (CapacityDepartment          *self);

CapacityImportProfile *capacity_import_profile_new  (const char                  *name,
                                                     const char                  *fingerprint,
                                                     const char                  *settings);
CapacityImportProfile *capacity_import_profile_copy (const CapacityImportProfile *self);
void                   capacity_import_profile_free (CapacityImportProfile       *self);

CapacitySavedFilter   *capacity_saved_filter_new    (const char                  *page,
                                                     const char                  *name,
                                                     const char                  *query);
CapacitySavedFilter   *capacity_saved_filter_copy   (const CapacitySavedFilter   *self);
void                   capacity_saved_filter_free   (CapacitySavedFilter         *self);

CapacityReportText    *capacity_report_text_new     (const CapacityId            *subject,
                                                     const char                  *report,
                                                     const char                  *section,
                                                     const char                  *text);
CapacityReportText    *capacity_report_text_copy    (const CapacityReportText    *self);
void                   capacity_report_text_free    (CapacityReportText          *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityLabel, capacity_label_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityKnownEvent, capacity_known_event_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityPlan, capacity_plan_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityDepartment, capacity_department_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImportProfile, capacity_import_profile_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacitySavedFilter, capacity_saved_filter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityReportText, capacity_report_text_free)

G_END_DECLS
