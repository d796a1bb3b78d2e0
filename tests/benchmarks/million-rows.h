/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

GFile *million_rows_new (const char  *folder,
                         GError     **error);
