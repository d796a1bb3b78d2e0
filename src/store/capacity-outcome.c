/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-outcome.h"

G_DEFINE_BOXED_TYPE (CapacityAction, capacity_action, capacity_action_ref, capacity_action_unref)
G_DEFINE_BOXED_TYPE (CapacityImport, capacity_import, capacity_import_ref, capacity_import_unref)
G_DEFINE_BOXED_TYPE (CapacityOutcome, capacity_outcome, capacity_outcome_ref, capacity_outcome_unref)

/**
 * capacity_action_new:
 *
 * Returns: (transfer full): an action to be filled before it is shared
 */
CapacityAction *
capacity_action_new (void)
{
  return g_atomic_rc_box_new0 (CapacityAction);
}

/**
 * capacity_action_ref:
 * @self: an action
 *
 * Returns: (transfer full): the same action
 */
CapacityAction *
capacity_action_ref (CapacityAction *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
action_clear (gpointer data)
{
  CapacityAction *self = data;

  g_free (self->subject);
  g_free (self->who);
  g_free (self->turned_by);
}

/**
 * capacity_action_unref:
 * @self: (transfer full): an action
 */
void
capacity_action_unref (CapacityAction *self)
{
  g_atomic_rc_box_release_full (self, action_clear);
}

/**
 * capacity_import_new:
 *
 * Returns: (transfer full): an import to be filled before it is shared
 */
CapacityImport *
capacity_import_new (void)
{
  return g_atomic_rc_box_new0 (CapacityImport);
}

/**
 * capacity_import_ref:
 * @self: an import
 *
 * Returns: (transfer full): the same import
 */
CapacityImport *
capacity_import_ref (CapacityImport *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
import_clear (gpointer data)
{
  CapacityImport *self = data;

  g_free (self->file);
  g_free (self->who);
}

/**
 * capacity_import_unref:
 * @self: (transfer full): an import
 */
void
capacity_import_unref (CapacityImport *self)
{
  g_atomic_rc_box_release_full (self, import_clear);
}

/**
 * capacity_outcome_new:
 *
 * Returns: (transfer full): an outcome that touched nothing, to be filled before it is shared
 */
CapacityOutcome *
capacity_outcome_new (void)
{
  CapacityOutcome *self = g_atomic_rc_box_new0 (CapacityOutcome);

  self->services = g_array_new (FALSE, FALSE, sizeof (CapacityId));
  self->resources = g_array_new (FALSE, FALSE, sizeof (CapacityId));
  self->imports = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_import_unref);

  return self;
}

/**
 * capacity_outcome_ref:
 * @self: an outcome
 *
 * Returns: (transfer full): the same outcome
 */
CapacityOutcome *
capacity_outcome_ref (CapacityOutcome *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
outcome_clear (gpointer data)
{
  CapacityOutcome *self = data;

  g_clear_pointer (&self->portfolio, capacity_portfolio_unref);
  g_clear_pointer (&self->action, capacity_action_unref);
  g_clear_pointer (&self->undo, capacity_action_unref);
  g_clear_pointer (&self->redo, capacity_action_unref);
  g_array_unref (self->services);
  g_array_unref (self->resources);
  g_ptr_array_unref (self->imports);
  g_clear_pointer (&self->obstacle, capacity_action_unref);
}

/**
 * capacity_outcome_unref:
 * @self: (transfer full): an outcome
 */
void
capacity_outcome_unref (CapacityOutcome *self)
{
  g_atomic_rc_box_release_full (self, outcome_clear);
}
