/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (CapacityResource, capacity_resource, capacity_resource_ref, capacity_resource_unref)

/**
 * capacity_resource_new:
 *
 * Returns: (transfer full): a resource with a new identifier, an empty name and the institution's thresholds
 */
CapacityResource *
capacity_resource_new (void)
{
  CapacityResource *self = g_atomic_rc_box_new0 (CapacityResource);

  self->id = capacity_id_new ();
  self->name = g_strdup ("");
  self->posts = NAN;
  self->annual_cost = -1;
  self->target = NAN;
  self->limits = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);
  self->availability = NAN;
  self->leave_days = NAN;
  self->sick_days = NAN;
  self->training_days = NAN;
  self->other_duties = NAN;
  self->target_peak = NAN;
  self->low = NAN;
  self->lead_days = -1;
  self->open_hours = NAN;
  self->wait_minutes = NAN;
  self->wait_share = NAN;
  self->labels = capacity_label_list_new ();

  return self;
}

/**
 * capacity_resource_ref:
 * @self: a resource
 *
 * Returns: (transfer full): the same resource
 */
CapacityResource *
capacity_resource_ref (const CapacityResource *self)
{
  return g_atomic_rc_box_acquire ((CapacityResource *) self);
}

static void
resource_clear (gpointer data)
{
  CapacityResource *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->owner);
  g_free (self->note);
  g_ptr_array_unref (self->limits);
  g_free (self->substitute);
  g_free (self->department);
  g_free (self->provider);
  g_ptr_array_unref (self->labels);
}

/**
 * capacity_resource_unref:
 * @self: (transfer full): a resource
 */
void
capacity_resource_unref (CapacityResource *self)
{
  g_atomic_rc_box_release_full (self, resource_clear);
}

/**
 * capacity_resource_copy:
 * @self: a resource
 *
 * Returns: (transfer full): a copy with the same identifier, for changing before it is shared
 */
CapacityResource *
capacity_resource_copy (const CapacityResource *self)
{
  CapacityResource *copy = g_atomic_rc_box_dup (sizeof *self, (CapacityResource *) self);

  copy->code = g_strdup (self->code);
  copy->name = g_strdup (self->name);
  copy->unit = g_strdup (self->unit);
  copy->owner = g_strdup (self->owner);
  copy->note = g_strdup (self->note);
  copy->limits = capacity_limits_copy (self->limits);
  copy->substitute = g_strdup (self->substitute);
  copy->department = g_strdup (self->department);
  copy->provider = g_strdup (self->provider);
  copy->labels = capacity_label_list_copy (self->labels);

  return copy;
}
