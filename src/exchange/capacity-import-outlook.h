/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-match.h"
#include "capacity-import.h"

G_BEGIN_DECLS

/**
 * CapacityImportOutlook:
 * @name: name of the file
 * @error: (nullable): why it cannot be imported
 * @result: (nullable): what was read
 * @batch: (nullable): what would be imported
 * @named: (nullable) (element-type CapacityImportNamed): the services of the file
 * @effect: what would come of it
 *
 * What a file would bring to a portfolio.
 */
typedef struct
{
  char                 *name;
  GError               *error;
  CapacityImportResult *result;
  CapacityBatch        *batch;
  GPtrArray            *named;
  CapacityImportEffect  effect;
} CapacityImportOutlook;

CapacityImportOutlook *capacity_import_outlook_read (const CapacityImportFile  *file,
                                                     const CapacityImportPlan  *plan,
                                                     GHashTable                *choices,
                                                     const CapacityPortfolio   *portfolio,
                                                     GFileProgressCallback      progress,
                                                     gpointer                   progress_data,
                                                     GCancellable              *cancellable,
                                                     GError                   **error);
CapacityImportOutlook *capacity_import_outlook_open (GFile                     *file,
                                                     const CapacityPortfolio   *portfolio,
                                                     GCancellable              *cancellable);
void                   capacity_import_outlook_compare
                                                    (GPtrArray                 *outlooks,
                                                     const CapacityPortfolio   *portfolio);
void                   capacity_import_outlook_free (CapacityImportOutlook     *self);

CapacityImportPlan    *capacity_import_guess_sheet  (const CapacityImportFile  *file,
                                                     const char                *sheet,
                                                     GError                   **error);
GPtrArray             *capacity_import_list_files   (GFile                     *file,
                                                     GCancellable              *cancellable,
                                                     GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImportOutlook, capacity_import_outlook_free)

G_END_DECLS
