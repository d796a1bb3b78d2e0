/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-portfolio.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SEARCH_PROVIDER (capacity_search_provider_get_type ())

G_DECLARE_FINAL_TYPE (CapacitySearchProvider, capacity_search_provider, CAPACITY, SEARCH_PROVIDER, GObject)

CapacitySearchProvider *capacity_search_provider_new       (GApplication             *application);
void                    capacity_search_provider_show      (CapacitySearchProvider   *self,
                                                            const CapacityPortfolio  *portfolio);
gboolean                capacity_search_provider_export    (CapacitySearchProvider   *self,
                                                            GDBusConnection          *connection,
                                                            const char               *path,
                                                            GError                  **error);
void                    capacity_search_provider_unexport  (CapacitySearchProvider   *self);

G_END_DECLS
