/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-csv-reader.h"
#include "capacity-import.h"

G_BEGIN_DECLS

/**
 * CapacityImportRemarks:
 * @plan: the plan, whose columns have the names
 * @problems: (element-type CapacityImportProblem): the first problems
 * @n_problems: number of all problems
 * @besides: (element-type CapacityImportProblem): rows whose service is named in several cells
 * @notes: (element-type CapacityImportNote): what is noted
 *
 * Gathers what reading a file has to say.
 */
typedef struct
{
  const CapacityImportPlan *plan;
  GPtrArray                *problems;
  guint64                   n_problems;
  GPtrArray                *besides;
  GPtrArray                *notes;
} CapacityImportRemarks;

void                   capacity_import_remarks_init        (CapacityImportRemarks     *self,
                                                            const CapacityImportPlan  *plan);
void                   capacity_import_remarks_clear       (CapacityImportRemarks     *self);
CapacityImportProblem *capacity_import_remarks_add_problem (CapacityImportRemarks     *self,
                                                            CapacityImportProblemCode  code,
                                                            guint64                    line,
                                                            guint                      column,
                                                            const CapacityCsvCell     *cell);
void                   capacity_import_remarks_add_beside  (CapacityImportRemarks     *self,
                                                            const char                *service,
                                                            const char                *text,
                                                            guint64                    line,
                                                            guint                      column);
CapacityImportNote    *capacity_import_remarks_count       (CapacityImportRemarks     *self,
                                                            CapacityImportNoteCode     code,
                                                            guint64                    line,
                                                            guint                      column,
                                                            const CapacityCsvCell     *cell);
void                   capacity_import_remarks_finish      (CapacityImportRemarks     *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapacityImportRemarks, capacity_import_remarks_clear)

G_END_DECLS
