/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-application.h"
#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_WINDOW (capacity_window_get_type ())

G_DECLARE_FINAL_TYPE (CapacityWindow, capacity_window, CAPACITY, WINDOW, AdwApplicationWindow)

CapacityWindow    *capacity_window_new           (CapacityApplication *application);
CapacityWorkspace *capacity_window_get_workspace (CapacityWindow      *self);
const char        *capacity_window_get_path      (CapacityWindow      *self);
void               capacity_window_open          (CapacityWindow      *self,
                                                  const char          *path,
                                                  CapacityStoreFlags   flags);
void               capacity_window_open_sample   (CapacityWindow      *self,
                                                  const char          *path);
void               capacity_window_import        (CapacityWindow      *self,
                                                  GFile               *file);
void               capacity_window_activate      (CapacityWindow      *self,
                                                  const char          *action,
                                                  GVariant            *target);

G_END_DECLS
