/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-plan.h"
#include "capacity-import-sample.h"

G_BEGIN_DECLS

/**
 * CapacityImportGuess:
 * @sample: rows of the file
 * @first_row: index of the first row of data
 * @facts: (array): what each column is like
 * @plan: the plan that is being made; title and header rows are known
 *
 * A guess that is being made.
 */
typedef struct
{
  CapacityImportSample *sample;
  guint                 first_row;
  CapacityImportFacts  *facts;
  CapacityImportPlan   *plan;
} CapacityImportGuess;

guint                   capacity_import_guess_usual_n_cells
                                                          (const CapacityImportSample *sample,
                                                           gboolean                    only_filled,
                                                           guint                      *n_rows);
void                    capacity_import_guess_find_header (const CapacityImportSample *sample,
                                                           CapacityImportPlan         *plan);
void                    capacity_import_guess_find_header_rows
                                                          (const CapacityImportSample *sample,
                                                           CapacityImportPlan         *plan);
char                   *capacity_import_guess_dup_group   (const CapacityImportSample *sample,
                                                           guint                       row,
                                                           guint                       n_rows,
                                                           guint                       column);
char                   *capacity_import_guess_dup_header  (const CapacityImportSample *sample,
                                                           guint                       row,
                                                           guint                       n_rows,
                                                           guint                       column);
guint                   capacity_import_guess_month_number
                                                          (const char                 *text,
                                                           gsize                       length);
void                    capacity_import_guess_roles       (CapacityImportGuess       *self,
                                                           gboolean                   keep_layout);
gboolean                capacity_import_guess_is_personal (const CapacityImportGuess *self,
                                                           guint                      column,
                                                           gboolean                   is_list);
gboolean                capacity_import_guess_tickets     (CapacityImportGuess       *self,
                                                           gboolean                   is_chosen);
gboolean                capacity_import_guess_groups      (CapacityImportGuess       *self);
void                    capacity_import_guess_services    (CapacityImportGuess       *self);
void                    capacity_import_guess_serials     (CapacityImportGuess       *self);
void                    capacity_import_guess_sums        (CapacityImportGuess       *self);
void                    capacity_import_guess_romans      (CapacityImportGuess       *self);
void                    capacity_import_guess_whole       (CapacityImportGuess       *self,
                                                           const char                *sheet,
                                                           const char                *name);
void                    capacity_import_guess_decimal     (CapacityImportGuess       *self);
void                    capacity_import_guess_dates       (CapacityImportGuess       *self);

CapacityVocabularyFlags capacity_import_guess_header      (const CapacityImportGuess *self,
                                                           guint                      column);
void                    capacity_import_guess_set_role    (CapacityImportGuess       *self,
                                                           guint                      column,
                                                           CapacityImportRole         role);
void                    capacity_import_guess_leave_out   (CapacityImportGuess       *self,
                                                           guint                      column,
                                                           CapacityImportReason       reason);
gboolean                capacity_import_guess_is_week     (const CapacityImportGuess *self,
                                                           guint                      column);
gboolean                capacity_import_guess_is_hour     (const CapacityImportGuess *self,
                                                           guint                      column);
gboolean                capacity_import_guess_is_numeric  (const CapacityImportGuess *self,
                                                           guint                      column);
guint                   capacity_import_guess_rate_period (const CapacityImportGuess *self,
                                                           guint                      column);

G_END_DECLS
