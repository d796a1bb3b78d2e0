/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#define NBSP "\302\240"

/* @made is a new text, which is freed. */
#define assert_text(made, expected)        \
  G_STMT_START                             \
  {                                        \
    g_autofree char *text = made;          \
    g_assert_cmpstr (text, ==, expected);  \
  }                                        \
  G_STMT_END
