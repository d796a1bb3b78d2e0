/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

void capacity_suggestions_add (AdwEntryRow       *row,
                               const char *const *names);

G_END_DECLS
