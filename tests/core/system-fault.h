/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/* What the system answers, to the test program and to the libraries below it, about files that are written. */
typedef enum
{
  SYSTEM_FAULT_NONE,
  SYSTEM_FAULT_FULL,       /* the Nth write finds no room, the next one does */
  SYSTEM_FAULT_STAYS_FULL, /* it and all after it find none */
  SYSTEM_FAULT_SHORT,      /* it writes half of what it is given */
  SYSTEM_FAULT_IO,         /* the Nth write, sync or move fails */
  SYSTEM_FAULT_STAYS_IO,   /* it and all after it fail */
  N_SYSTEM_FAULTS,
} SystemFault;

void     system_fault_arm    (SystemFault fault,
                              int         nth);

/* Returns whether the fault was met. */
gboolean system_fault_disarm (void);
