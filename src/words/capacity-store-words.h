/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-outcome.h"
#include "capacity-store-error.h"

G_BEGIN_DECLS

/* What was done to a portfolio, and why something could not be, in the user's language. All results are new. */

char *capacity_store_words_action (const CapacityAction *action);
char *capacity_store_words_done   (const CapacityAction *action);
const char *capacity_store_words_state (CapacityActionState state);
char *capacity_store_words_import (const CapacityImport *import);
char *capacity_store_words_obstacle
                                  (const CapacityAction *obstacle);
char *capacity_store_words_error  (const GError         *error,
                                   const char           *path);

G_END_DECLS
