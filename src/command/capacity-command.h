/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void     capacity_command_add_options       (GApplication *application);
gboolean capacity_command_is_asked          (GVariantDict *options);
int      capacity_command_run               (GVariantDict *options);
char    *capacity_command_default_portfolio (void);

G_END_DECLS
