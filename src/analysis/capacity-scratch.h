/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityScratch:
 * @block: (array length=size): the memory, owned by who made the scratch memory
 * @size: numbers it holds
 * @used: how many of them are taken
 *
 * Memory for the intermediate arrays of one forecast, taken and given back like a stack, so that nothing is
 * allocated while numbers are made. Give back by setting @used to what it was before.
 */
typedef struct
{
  double *block;
  gsize   size;
  gsize   used;
} CapacityScratch;

/**
 * capacity_scratch_take:
 * @self: the scratch memory
 * @n: how many numbers
 *
 * Returns: (array length=n): memory that is not initialised, valid until @used is set back
 */
static inline double *
capacity_scratch_take (CapacityScratch *self,
                       gsize            n)
{
  double *taken = self->block + self->used;

  g_assert (n <= self->size - self->used);
  self->used += n;
  return taken;
}

G_END_DECLS
