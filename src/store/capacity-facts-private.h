/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-change-private.h"
#include "capacity-db-private.h"

G_BEGIN_DECLS

gboolean capacity_facts_insert_service (CapacityDb             *db,
                                        const CapacityService  *service,
                                        GError                **error);
gboolean capacity_facts_write          (CapacityDb             *db,
                                        const CapacityStep     *step,
                                        GError                **error);
char    *capacity_facts_dup_subject    (CapacityDb             *db,
                                        const CapacityStep     *step);

G_END_DECLS
