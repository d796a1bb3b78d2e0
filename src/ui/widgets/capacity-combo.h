/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void capacity_combo_name_choice (AdwComboRow *row);
void capacity_combo_set_choices (AdwComboRow *row,
                                 GListModel  *choices,
                                 guint        selected);
void capacity_combo_set_name    (GtkDropDown *drop_down,
                                 const char  *name);

G_END_DECLS
