/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-change.h"

G_BEGIN_DECLS

/**
 * CapacityStep:
 * @verb: what to do
 * @id: the fact, where @value does not say
 * @service: the service it belongs to, or none
 * @resource: the resource it belongs to, or none
 * @value: (nullable): the fact: an institution, service, resource and so on, a batch, or an array of days or
 *   labels
 * @free_value: what frees it
 *
 * One fact of a change.
 */
typedef struct
{
  CapacityVerb   verb;
  CapacityId     id;
  CapacityId     service;
  CapacityId     resource;
  gpointer       value;
  GDestroyNotify free_value;
} CapacityStep;

const GPtrArray *capacity_change_get_steps (CapacityChange *self);

G_END_DECLS
