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

void capacity_import_guess_roles   (CapacityImportGuess *self,
                                    gboolean             keep_layout);
void capacity_import_guess_decimal (CapacityImportGuess *self);
void capacity_import_guess_dates   (CapacityImportGuess *self);

G_END_DECLS
