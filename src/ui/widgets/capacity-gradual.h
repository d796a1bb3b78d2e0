/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GListModel *capacity_gradual_new    (GListModel *rows);
void        capacity_gradual_finish (GListModel *shown);

G_END_DECLS
