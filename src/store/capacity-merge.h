/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-detail.h"
#include "capacity-outcome.h"

G_BEGIN_DECLS

/**
 * CapacityConflictKind:
 * @CAPACITY_CONFLICT_CHANGED: both changed the fact, each in a different way; either can be kept
 * @CAPACITY_CONFLICT_GONE: they changed a fact that is no longer here; it stays away
 * @CAPACITY_CONFLICT_TAKEN: what they say cannot stand beside what is here, such as a code that another service
 *   has; it is left out
 */
typedef enum
{
  CAPACITY_CONFLICT_CHANGED,
  CAPACITY_CONFLICT_GONE,
  CAPACITY_CONFLICT_TAKEN,
} CapacityConflictKind;

/**
 * CapacityConflict:
 * @kind: what is the matter
 * @key: which fact, for capacity_store_merge()
 * @details: (element-type CapacityDetail): what of it differs: before is mine, after is theirs
 * @my_who: (nullable): who changed it here last
 * @my_time: when, in seconds since 1970, UTC; 0 where nobody did
 * @their_who: (nullable): who changed it there last
 * @their_time: when
 *
 * A fact of which two people say different things. Immutable and reference-counted.
 */
typedef struct
{
  CapacityConflictKind kind;
  char                *key;
  GPtrArray           *details;
  char                *my_who;
  gint64               my_time;
  char                *their_who;
  gint64               their_time;
} CapacityConflict;

/**
 * CapacityMerge:
 * @who: who made the file
 * @time: when, in seconds since 1970, UTC
 * @since: the time from which on it has the changes
 * @n_actions: how many actions are in it
 * @details: (element-type CapacityDetail): what applying it would change, as long as mine is kept in conflicts
 * @conflicts: (element-type CapacityConflict): of what a choice is to be made
 * @n_left_out: rows of theirs that belong to something that is gone here
 *
 * What would come of applying a colleague's changes. Immutable and reference-counted.
 */
typedef struct
{
  char      *who;
  gint64     time;
  gint64     since;
  guint      n_actions;
  GPtrArray *details;
  GPtrArray *conflicts;
  guint      n_left_out;
} CapacityMerge;

#define CAPACITY_TYPE_CONFLICT (capacity_conflict_get_type ())
#define CAPACITY_TYPE_MERGE (capacity_merge_get_type ())

GType             capacity_conflict_get_type (void) G_GNUC_CONST;
CapacityConflict *capacity_conflict_ref      (CapacityConflict *self);
void              capacity_conflict_unref    (CapacityConflict *self);

GType             capacity_merge_get_type    (void) G_GNUC_CONST;
CapacityMerge    *capacity_merge_ref         (CapacityMerge    *self);
void              capacity_merge_unref       (CapacityMerge    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityConflict, capacity_conflict_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityMerge, capacity_merge_unref)

G_END_DECLS
