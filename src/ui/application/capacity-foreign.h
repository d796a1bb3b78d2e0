/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define CAPACITY_PORTFOLIO_SUFFIX ".capacity"

gboolean capacity_foreign_is_portfolio (GFile               *file);
void     capacity_foreign_copy_async   (GFile               *file,
                                        GCancellable        *cancellable,
                                        GAsyncReadyCallback  callback,
                                        gpointer             user_data);
char    *capacity_foreign_copy_finish  (GAsyncResult        *result,
                                        GError             **error);

G_END_DECLS
