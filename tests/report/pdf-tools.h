/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

char    *pdf_tools_run       (GBytes     *pdf,
                              const char *program,
                              const char *arguments,
                              gboolean    must_succeed);
void     pdf_tools_check     (GBytes     *pdf);
gboolean pdf_tools_has_order (const char *text,
                              ...) G_GNUC_NULL_TERMINATED;
