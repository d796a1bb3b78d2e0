/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

void capacity_service_export (GtkWidget                       *widget,
                              const CapacityAssessment        *assessment,
                              const CapacityServiceAssessment *service,
                              GCancellable                    *cancellable);

G_END_DECLS
