/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-settings.h"
#include "fuzz.h"

#define N_COLUMNS 6

/* Remembered settings of an import come back from a portfolio, which may be anybody's. What is loaded can be saved. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *settings = g_strndup ((const char *) data, size);
  g_autoptr (CapacityImportPlan) plan = capacity_import_plan_new (N_COLUMNS);
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (capacity_import_settings_load (settings, plan, choices))
    {
      g_autofree char *saved = capacity_import_settings_save (plan, plan, choices);

      g_assert_true (capacity_import_settings_load (saved, plan, choices));
    }

  return 0;
}
