/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/* What libFuzzer calls with every input it thinks of, and replay.c with every input that is kept. */
int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);
