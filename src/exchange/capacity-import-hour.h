/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CAPACITY_IMPORT_NO_HOUR (-1)

int capacity_import_hour_parse (const char *text,
                                gsize       length);

G_END_DECLS
