/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     capacity_background_request_async  (gboolean             starts,
                                             const char          *reason,
                                             GCancellable        *cancellable,
                                             GAsyncReadyCallback  callback,
                                             gpointer             user_data);
gboolean capacity_background_request_finish (GAsyncResult        *result,
                                             GError             **error);

G_END_DECLS
