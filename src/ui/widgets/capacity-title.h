/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAPACITY_TYPE_TITLE (capacity_title_get_type ())

G_DECLARE_FINAL_TYPE (CapacityTitle, capacity_title, CAPACITY, TITLE, AdwBin)

G_END_DECLS
