/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-page.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_DATA_PAGE (capacity_data_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityDataPage, capacity_data_page, CAPACITY, DATA_PAGE, CapacityPage)

G_END_DECLS
