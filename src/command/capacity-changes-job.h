/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-period.h"

G_BEGIN_DECLS

gboolean capacity_changes_job_export (const char   *portfolio,
                                      CapacityDate  since,
                                      const char   *path);
gboolean capacity_changes_job_apply  (const char   *portfolio,
                                      const char   *path);

G_END_DECLS
