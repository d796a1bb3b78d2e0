/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_INSTITUTION_DIALOG (capacity_institution_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CapacityInstitutionDialog, capacity_institution_dialog, CAPACITY, INSTITUTION_DIALOG, AdwDialog)

AdwDialog *capacity_institution_dialog_new (CapacityWorkspace *workspace);

G_END_DECLS
