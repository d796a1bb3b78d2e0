/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAPACITY_TYPE_START_PAGE (capacity_start_page_get_type ())

G_DECLARE_FINAL_TYPE (CapacityStartPage, capacity_start_page, CAPACITY, START_PAGE, AdwBin)

G_END_DECLS
