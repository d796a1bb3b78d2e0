/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-outlook.h"

G_BEGIN_DECLS

/* The steps of an import on another thread; results come back to the main context they were asked from. */

/**
 * CapacityImportProgress:
 *
 * How much is read, in thousandths. Reference-counted (g_atomic_rc_box); a thread writes it and the window
 * looks at it.
 */
typedef int CapacityImportProgress;

void                   capacity_import_tasks_list              (GPtrArray                 *files,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
GPtrArray             *capacity_import_tasks_list_finish       (GAsyncResult              *result,
                                                                GError                   **error);
void                   capacity_import_tasks_open              (GFile                     *file,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
CapacityImportFile    *capacity_import_tasks_open_finish       (GAsyncResult              *result,
                                                                GError                   **error);
void                   capacity_import_tasks_guess             (CapacityImportFile        *file,
                                                                const CapacityImportPlan  *earlier,
                                                                CapacityImportKeep         keep,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
CapacityImportPlan    *capacity_import_tasks_guess_finish      (GAsyncResult              *result,
                                                                GError                   **error);
void                   capacity_import_tasks_read              (CapacityImportFile        *file,
                                                                const CapacityImportPlan  *plan,
                                                                GHashTable                *choices,
                                                                const CapacityPortfolio   *portfolio,
                                                                CapacityImportProgress    *progress,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
CapacityImportOutlook *capacity_import_tasks_read_finish       (GAsyncResult              *result,
                                                                GError                   **error);
void                   capacity_import_tasks_read_files        (GPtrArray                 *files,
                                                                const CapacityPortfolio   *portfolio,
                                                                CapacityImportProgress    *progress,
                                                                GCancellable              *cancellable,
                                                                GAsyncReadyCallback        callback,
                                                                gpointer                   user_data);
GPtrArray             *capacity_import_tasks_read_files_finish (GAsyncResult              *result,
                                                                GError                   **error);

G_END_DECLS
