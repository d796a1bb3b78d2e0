/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import.h"

/* Files made of text, and the questions that many tests ask of what was read. */

CapacityImportFile        *file_of        (const char                 *text);
CapacityImportPlan        *guess_of       (const char                 *text);
CapacityImportResult      *read_of        (const char                 *text);
CapacityImportResult      *read_plan      (const char                 *text,
                                           const CapacityImportPlan   *plan);
char                      *shared_path    (const char                 *name);
CapacityImportFile        *shared_file    (const char                 *name);
const CapacityImportNote  *find_note      (const CapacityImportResult *result,
                                           CapacityImportNoteCode      code);
const CapacityBatchSeries *find_series    (const CapacityImportResult *result,
                                           const char                 *service,
                                           CapacityMeasure             measure);
double                     value_at       (const CapacityImportResult *result,
                                           const char                 *service,
                                           CapacityMeasure             measure,
                                           const char                 *period);
void                       assert_problem (const CapacityImportResult *result,
                                           guint                       index,
                                           CapacityImportProblemCode   code,
                                           guint64                     line,
                                           guint                       column);
