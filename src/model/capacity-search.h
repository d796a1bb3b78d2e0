/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/**
 * CapacityFind:
 * @is_resource: whether it is a resource; otherwise a service
 * @id: which one
 * @name: its name
 * @about: (nullable): code, person and department, whichever there are
 *
 * A service or resource that was searched for.
 */
typedef struct
{
  gboolean   is_resource;
  CapacityId id;
  char      *name;
  char      *about;
} CapacityFind;

void          capacity_find_free       (CapacityFind            *self);

char         *capacity_search_fold     (const char              *text);
GPtrArray    *capacity_search          (const CapacityPortfolio *portfolio,
                                        const char *const       *terms);
CapacityFind *capacity_search_describe (const CapacityPortfolio *portfolio,
                                        const CapacityId        *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityFind, capacity_find_free)

G_END_DECLS
