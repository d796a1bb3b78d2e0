/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

void capacity_sheets_export (GtkWidget                *widget,
                             const CapacityAssessment *assessment,
                             GPtrArray                *services);

G_END_DECLS
