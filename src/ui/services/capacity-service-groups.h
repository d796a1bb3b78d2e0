/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Services of a list in groups: by `department`, `owner`, `phase` or `verdict`. */

GtkSorter          *capacity_service_groups_sorter_new  (const char *group_by);
GtkListItemFactory *capacity_service_groups_factory_new (const char *group_by);

G_END_DECLS
