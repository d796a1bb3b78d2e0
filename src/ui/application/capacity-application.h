/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CAPACITY_TYPE_APPLICATION (capacity_application_get_type ())

G_DECLARE_FINAL_TYPE (CapacityApplication, capacity_application, CAPACITY, APPLICATION, AdwApplication)

CapacityApplication *capacity_application_new (void);

G_END_DECLS
