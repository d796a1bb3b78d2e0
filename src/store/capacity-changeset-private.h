/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean capacity_changeset_is_sound (const guint8 *bytes,
                                      gsize         size);

G_END_DECLS
