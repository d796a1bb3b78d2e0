/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-portfolio.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_VOLUME_COLUMN_DIALOG (capacity_volume_column_dialog_get_type ())

G_DECLARE_FINAL_TYPE (CapacityVolumeColumnDialog, capacity_volume_column_dialog, CAPACITY, VOLUME_COLUMN_DIALOG, AdwDialog)

AdwDialog *capacity_volume_column_dialog_new (const CapacityPortfolio *portfolio);

G_END_DECLS
