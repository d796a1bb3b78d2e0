/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-columns.h"

G_BEGIN_DECLS

/* The columns of a table of #CapacityResourceItem. */
extern const CapacityColumns capacity_resource_columns;

G_END_DECLS
