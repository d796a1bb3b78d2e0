/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-assessment.h"

G_BEGIN_DECLS

void capacity_attendant_look_async (GApplication             *application,
                                    const CapacityAssessment *assessment,
                                    CapacityAssessment       *seen,
                                    GAsyncReadyCallback       callback,
                                    gpointer                  user_data);
void capacity_attendant_forget     (const char               *service);
void capacity_attendant_check      (GApplication             *application);

G_END_DECLS
