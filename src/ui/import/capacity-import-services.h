/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-portfolio.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_IMPORT_SERVICES (capacity_import_services_get_type ())

G_DECLARE_FINAL_TYPE (CapacityImportServices, capacity_import_services, CAPACITY, IMPORT_SERVICES, AdwBin)

void capacity_import_services_show (CapacityImportServices  *self,
                                    GPtrArray               *named,
                                    const CapacityPortfolio *portfolio,
                                    GHashTable              *choices);

G_END_DECLS
