/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-change.h"

G_BEGIN_DECLS

/**
 * CapacityActionState:
 * @CAPACITY_ACTION_DONE: it holds; the latest of these is what undo takes back
 * @CAPACITY_ACTION_UNDONE: it was taken back; the earliest of these is what redo does again
 * @CAPACITY_ACTION_DROPPED: it was taken back and something else was done since, so it cannot be redone
 *
 * The values are stored in files: never renumber.
 */
typedef enum
{
  CAPACITY_ACTION_DONE = 0,
  CAPACITY_ACTION_UNDONE = 1,
  CAPACITY_ACTION_DROPPED = 2,
} CapacityActionState;

/**
 * CapacityAction:
 * @number: which action of the file, counted from 1 in the order of commit
 * @verb: what was done
 * @subject: (nullable): to what: name of the service, resource or file, as it was then
 * @n: to how many such things
 * @who: the user's name
 * @time: when, in seconds since 1970, UTC
 * @state: whether it holds
 * @turned_by: (nullable): who undid or redid it last
 * @turned_time: when; 0 for never
 *
 * One user's action in the audit trail. Immutable and reference-counted.
 */
typedef struct
{
  gint64              number;
  CapacityVerb        verb;
  char               *subject;
  guint               n;
  char               *who;
  gint64              time;
  CapacityActionState state;
  char               *turned_by;
  gint64              turned_time;
} CapacityAction;

/**
 * CapacityImport:
 * @id: identifier of the fact
 * @file: name of the file
 * @who: the user's name
 * @time: when, in seconds since 1970, UTC
 * @n_rows: rows of data that were used
 * @n_series: volume series that were in it
 * @n_services_new: services that the portfolio did not have
 * @n_new: values where none was kept
 * @n_changed: values that replaced another one
 * @n_same: values that were kept already
 * @is_step: in a list of imports: whether a step of the history brought it, so that it can be taken back
 *
 * One import of volumes. Immutable and reference-counted.
 */
typedef struct
{
  CapacityId id;
  char      *file;
  char      *who;
  gint64     time;
  guint64    n_rows;
  guint64    n_series;
  guint64    n_services_new;
  guint64    n_new;
  guint64    n_changed;
  guint64    n_same;
  gboolean   is_step;
} CapacityImport;

/**
 * CapacityOutcome:
 * @portfolio: the facts as they are now
 * @action: (nullable): what was applied, undone or redone; %NULL after opening and where nothing changed
 * @undo: (nullable): what undo would take back
 * @redo: (nullable): what redo would do again
 * @services: (element-type CapacityId): the services that were touched, also those removed
 * @resources: (element-type CapacityId): the resources that were touched, also those removed
 * @imports: (element-type CapacityImport): what the imports in the change did
 * @obstacle: (nullable): the latest action that builds upon the import that was to be taken back, so that nothing was done
 *
 * How things stand after the store has opened a file or changed it. Immutable and reference-counted.
 */
typedef struct
{
  CapacityPortfolio *portfolio;
  CapacityAction    *action;
  CapacityAction    *undo;
  CapacityAction    *redo;
  GArray            *services;
  GArray            *resources;
  GPtrArray         *imports;
  CapacityAction    *obstacle;
} CapacityOutcome;

#define CAPACITY_TYPE_ACTION (capacity_action_get_type ())
#define CAPACITY_TYPE_IMPORT (capacity_import_get_type ())
#define CAPACITY_TYPE_OUTCOME (capacity_outcome_get_type ())

GType            capacity_action_get_type  (void) G_GNUC_CONST;
CapacityAction  *capacity_action_new       (void);
CapacityAction  *capacity_action_ref       (CapacityAction  *self);
void             capacity_action_unref     (CapacityAction  *self);

GType            capacity_import_get_type  (void) G_GNUC_CONST;
CapacityImport  *capacity_import_new       (void);
CapacityImport  *capacity_import_ref       (CapacityImport  *self);
void             capacity_import_unref     (CapacityImport  *self);

GType            capacity_outcome_get_type (void) G_GNUC_CONST;
CapacityOutcome *capacity_outcome_new      (void);
CapacityOutcome *capacity_outcome_ref      (CapacityOutcome *self);
void             capacity_outcome_unref    (CapacityOutcome *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityAction, capacity_action_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImport, capacity_import_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityOutcome, capacity_outcome_unref)

G_END_DECLS
