/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows that tell a change field by field, for a list or the expander of one. */

GPtrArray *capacity_detail_rows_new (GPtrArray *details);

G_END_DECLS
