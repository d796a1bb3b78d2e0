/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-page.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_SERVICES_PAGE (capacity_services_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityServicesPage, capacity_services_page, CAPACITY, SERVICES_PAGE,
                      CapacityPage)

G_END_DECLS
