/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

void capacity_apply (GtkWidget         *widget,
                     CapacityWorkspace *workspace,
                     CapacityChange    *change,
                     const char        *failed,
                     const char        *done);

G_END_DECLS
