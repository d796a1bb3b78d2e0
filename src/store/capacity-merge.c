/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-merge.h"

G_DEFINE_BOXED_TYPE (CapacityConflict, capacity_conflict, capacity_conflict_ref, capacity_conflict_unref)
G_DEFINE_BOXED_TYPE (CapacityMerge, capacity_merge, capacity_merge_ref, capacity_merge_unref)

/**
 * capacity_conflict_ref:
 * @self: a conflict
 *
 * Returns: (transfer full): the same conflict
 */
CapacityConflict *
capacity_conflict_ref (CapacityConflict *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
conflict_clear (gpointer data)
{
  CapacityConflict *self = data;

  g_free (self->key);
  g_clear_pointer (&self->details, g_ptr_array_unref);
  g_free (self->my_who);
  g_free (self->their_who);
}

/**
 * capacity_conflict_unref:
 * @self: (transfer full): a conflict
 */
void
capacity_conflict_unref (CapacityConflict *self)
{
  g_atomic_rc_box_release_full (self, conflict_clear);
}

/**
 * capacity_merge_ref:
 * @self: a merge
 *
 * Returns: (transfer full): the same merge
 */
CapacityMerge *
capacity_merge_ref (CapacityMerge *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
merge_clear (gpointer data)
{
  CapacityMerge *self = data;

  g_free (self->who);
  g_clear_pointer (&self->details, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
}

/**
 * capacity_merge_unref:
 * @self: (transfer full): a merge
 */
void
capacity_merge_unref (CapacityMerge *self)
{
  g_atomic_rc_box_release_full (self, merge_clear);
}
