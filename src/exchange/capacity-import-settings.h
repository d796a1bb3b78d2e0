/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import.h"

G_BEGIN_DECLS

/* How files of a kind are read and where their services go, as a text that is kept for the next such file.
 * It holds names of columns and services, nothing else of any file. */

char     *capacity_import_settings_fingerprint (const CapacityImportFile  *file,
                                                const CapacityImportPlan  *guess);
const CapacityImportProfile *
          capacity_import_settings_find        (const CapacityPortfolio   *portfolio,
                                                const char                *fingerprint);
CapacityImportPlan *
          capacity_import_settings_recall      (const CapacityPortfolio   *portfolio,
                                                const CapacityImportFile  *file,
                                                const CapacityImportPlan  *guess,
                                                GHashTable                *choices);
char     *capacity_import_settings_save        (const CapacityImportPlan  *guess,
                                                const CapacityImportPlan  *plan,
                                                GHashTable                *choices);
gboolean  capacity_import_settings_load        (const char                *settings,
                                                CapacityImportPlan        *plan,
                                                GHashTable                *choices);

G_END_DECLS
