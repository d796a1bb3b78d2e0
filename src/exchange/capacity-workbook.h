/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean   capacity_workbook_is_one (GBytes        *bytes);
GPtrArray *capacity_workbook_read   (GBytes        *bytes,
                                     GCancellable  *cancellable,
                                     GError       **error);

G_END_DECLS
