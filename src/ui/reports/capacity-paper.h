/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-pages.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_PAPER (capacity_paper_get_type ())
G_DECLARE_FINAL_TYPE (CapacityPaper, capacity_paper, CAPACITY, PAPER, GtkWidget)

void capacity_paper_set_page (CapacityPaper *self,
                              CapacityPages *pages,
                              guint          page);

G_END_DECLS
