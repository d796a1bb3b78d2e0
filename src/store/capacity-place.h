/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityPlace:
 * @CAPACITY_PLACE_OWN: on a disk of this computer
 * @CAPACITY_PLACE_SHARED: on a network share or the like, whose locks cannot be relied on
 * @CAPACITY_PLACE_SYNCHRONISED: in a folder that a program copies to elsewhere while it is being written
 *
 * Where a portfolio lies. Work in the latter two is at risk; a copy in the first is not.
 */
typedef enum
{
  CAPACITY_PLACE_OWN,
  CAPACITY_PLACE_SHARED,
  CAPACITY_PLACE_SYNCHRONISED,
} CapacityPlace;

CapacityPlace capacity_place_of (const char *path);

G_END_DECLS
