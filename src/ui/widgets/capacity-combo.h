/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void capacity_combo_name_choice (AdwComboRow *row);

G_END_DECLS
