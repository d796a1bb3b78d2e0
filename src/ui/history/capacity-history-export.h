/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-store.h"

G_BEGIN_DECLS

void capacity_history_export (GtkWidget     *widget,
                              CapacityStore *store,
                              GPtrArray     *actions,
                              GCancellable  *cancellable);

G_END_DECLS
