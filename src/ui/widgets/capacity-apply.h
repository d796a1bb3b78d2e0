/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

/* Changes the portfolio where a person asked for it. */

void capacity_apply          (GtkWidget         *widget,
                              CapacityWorkspace *workspace,
                              CapacityChange    *change,
                              const char        *failed,
                              const char        *done);
void capacity_apply_coded    (AdwDialog         *dialog,
                              CapacityWorkspace *workspace,
                              CapacityChange    *change,
                              const char        *failed,
                              AdwEntryRow       *code_row,
                              const char        *taken);
void capacity_apply_in_place (GtkWidget         *widget,
                              CapacityWorkspace *workspace,
                              CapacityChange    *change,
                              const char        *failed);

G_END_DECLS
