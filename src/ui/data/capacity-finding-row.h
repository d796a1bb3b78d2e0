/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-quality.h"

G_BEGIN_DECLS

char      *capacity_finding_row_dup_name (const CapacityFinding *finding);
GtkWidget *capacity_finding_row_new      (const CapacityFinding *finding,
                                          const char            *service,
                                          const char            *about,
                                          gboolean               can_change);

G_END_DECLS
