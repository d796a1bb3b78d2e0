/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

void capacity_attendant_look   (GApplication             *application,
                                const CapacityAssessment *assessment);
void capacity_attendant_see    (const CapacityAssessment *assessment,
                                const CapacityAssessment *seen);
void capacity_attendant_forget (const char               *service);
void capacity_attendant_check  (GApplication             *application);

G_END_DECLS
