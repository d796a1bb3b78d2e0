/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"
#include "capacity-outcome.h"

G_BEGIN_DECLS

CapacityOutcome *capacity_edit_look  (CapacityDb      *db,
                                      GError         **error);
CapacityOutcome *capacity_edit_apply (CapacityDb      *db,
                                      CapacityChange  *change,
                                      const char      *user,
                                      GError         **error);
CapacityOutcome *capacity_edit_undo  (CapacityDb      *db,
                                      const char      *user,
                                      GError         **error);
CapacityOutcome *capacity_edit_redo  (CapacityDb      *db,
                                      const char      *user,
                                      GError         **error);

G_END_DECLS
