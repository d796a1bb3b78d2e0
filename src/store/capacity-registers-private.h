/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"

G_BEGIN_DECLS

gboolean capacity_registers_set_days_off   (CapacityDb                   *db,
                                            const GArray                 *days,
                                            GError                      **error);
gboolean capacity_registers_set_department (CapacityDb                   *db,
                                            const CapacityDepartment     *department,
                                            GError                      **error);
gboolean capacity_registers_set_labels     (CapacityDb                   *db,
                                            const CapacityId             *service,
                                            const CapacityId             *resource,
                                            const GPtrArray              *labels,
                                            GError                      **error);
gboolean capacity_registers_set_allocation (CapacityDb                   *db,
                                            const CapacityId             *service,
                                            const CapacityAllocation     *allocation,
                                            GError                      **error);
gboolean capacity_registers_set_event      (CapacityDb                   *db,
                                            const CapacityId             *service,
                                            const CapacityKnownEvent     *event,
                                            GError                      **error);
gboolean capacity_registers_set_refusal    (CapacityDb                   *db,
                                            const CapacityId             *service,
                                            const CapacityRefusal        *refusal,
                                            GError                      **error);
gboolean capacity_registers_set_plan       (CapacityDb                   *db,
                                            const CapacityId             *service,
                                            const CapacityPlan           *plan,
                                            GError                      **error);
gboolean capacity_registers_set_profile    (CapacityDb                   *db,
                                            const CapacityImportProfile  *profile,
                                            GError                      **error);
gboolean capacity_registers_set_report_text (CapacityDb                   *db,
                                             const CapacityReportText     *text,
                                             GError                      **error);
gboolean capacity_registers_set_filter     (CapacityDb                   *db,
                                            const CapacitySavedFilter    *filter,
                                            GError                      **error);

G_END_DECLS
