/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GVariant *capacity_seen_get (void);
void      capacity_seen_set (GVariant *now);

G_END_DECLS
