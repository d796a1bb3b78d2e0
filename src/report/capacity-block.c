/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-block.h"

/**
 * capacity_block_free:
 *
 * Frees a block with what it owns.
 */
void
capacity_block_free (CapacityBlock *self)
{
  if (self != NULL)
    self->klass->free (self);
}

/**
 * capacity_block_get_height:
 * @first: first slice
 * @end: slice behind the last
 *
 * Returns: height of some slices together, in points, without what is repeated above them
 */
double
capacity_block_get_height (const CapacityBlock *self,
                           guint                first,
                           guint                end)
{
  double height = 0;

  for (guint i = first; i < end; i++)
    height += self->klass->get_height (self, i);

  return height;
}
