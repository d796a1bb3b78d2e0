/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/**
 * Fault:
 * @FAULT_NONE: all goes well
 * @FAULT_FULL: there is no room for one write
 * @FAULT_STAYS_FULL: there is no room for that write and every later one
 * @FAULT_IO: one call fails
 * @FAULT_STAYS_IO: that call and every later one fail
 * @FAULT_SHORT_READ: one read finds nothing
 * @FAULT_POWER: the power goes: every later call fails, and of what was written since the last sync each
 *   sector of 512 bytes reached the disk, or did not
 * @FAULT_MEMORY: one allocation fails
 * @FAULT_KILL: the program is killed before a write, a sync or a deletion
 *
 * What the disk or the memory of a test does.
 */
typedef enum
{
  FAULT_NONE,
  FAULT_FULL,
  FAULT_STAYS_FULL,
  FAULT_IO,
  FAULT_STAYS_IO,
  FAULT_SHORT_READ,
  FAULT_POWER,
  FAULT_MEMORY,
  FAULT_KILL,
} Fault;

#define N_SURVIVED_FAULTS FAULT_KILL

/* Becomes the default file system and memory of SQLite; to be called before anything else of SQLite. */
void     fault_install (void);

/* From now on the @nth call of those that @fault is about goes wrong, counted from 1. */
void     fault_arm     (Fault fault,
                        int   nth);

/* All goes well again. After FAULT_POWER, which comes now at the latest, the files are what the disk has.
 * Returns whether the fault has happened before. */
gboolean fault_disarm  (void);
