/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import.h"
#include "fuzz.h"

/* Text tables and spreadsheets: guess how the file is read, look at it and read it. What fails says why. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CapacityImportFile) file = capacity_import_file_new_for_bytes ("x", bytes);
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (CapacityImportResult) result = NULL;
  g_autoptr (GPtrArray) preview = NULL;
  g_autoptr (GError) guess_error = NULL;
  g_autoptr (GError) preview_error = NULL;
  g_autoptr (GError) read_error = NULL;

  plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, &guess_error);
  g_assert_true ((plan == NULL) == (guess_error != NULL));
  if (plan == NULL)
    return 0;
  preview = capacity_import_preview (file, plan, 20, &preview_error);
  g_assert_true ((preview == NULL) == (preview_error != NULL));
  result = capacity_import_read (file, plan, NULL, NULL, NULL, &read_error);
  g_assert_true ((result == NULL) == (read_error != NULL));

  return 0;
}
