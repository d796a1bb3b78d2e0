/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-batch.h"
#include "capacity-import-remarks.h"

G_BEGIN_DECLS

/**
 * CapacityImportGroup:
 * @service: (owned): name of the service, "" where the cell is empty
 * @kind: which applications
 * @channel: (owned) (nullable): the channel
 * @site: (owned) (nullable): the place
 * @code: (owned) (nullable): code of the service, by which it is told from others
 * @measure: what the rows count, where a cell of theirs says so
 * @has_measure: whether one does
 * @sum: whether the rows count what others count too
 * @problem_column: column of the cell that has no meaning, from 1, or 0
 * @problem: what is wrong with it
 * @is_other_measure: whether the rows count something else
 *
 * Rows that belong together: what their cells of text say.
 */
typedef struct
{
  char                     *service;
  CapacityRequestKind       kind;
  char                     *channel;
  char                     *site;
  char                     *code;
  CapacityMeasure           measure;
  gboolean                  has_measure;
  CapacityImportSum         sum;
  guint                     problem_column;
  CapacityImportProblemCode problem;
  gboolean                  is_other_measure;
} CapacityImportGroup;

/**
 * CapacityImportSlot:
 * @measure: what the values count, unless the group says it
 * @suffix: (nullable): what is added to the service's name, or is the name
 * @channel: (nullable): the channel, unless the group says it
 * @kind: which applications, unless the group says it
 * @column: a column of the slot, from 1
 *
 * One of the series that each group may have.
 */
typedef struct
{
  CapacityMeasure     measure;
  const char         *suffix;
  const char         *channel;
  CapacityRequestKind kind;
  guint               column;
} CapacityImportSlot;

/**
 * CapacityImportBuilder:
 *
 * Gathers values in the order of the file and makes series of them.
 */
typedef struct _CapacityImportBuilder CapacityImportBuilder;

void                   capacity_import_group_clear       (CapacityImportGroup       *group);
CapacityImportBuilder *capacity_import_builder_new       (void);
void                   capacity_import_builder_free      (CapacityImportBuilder     *self);
guint                  capacity_import_builder_find      (CapacityImportBuilder     *self,
                                                          const char                *key,
                                                          gsize                      length);
guint                  capacity_import_builder_add_group (CapacityImportBuilder     *self,
                                                          const char                *key,
                                                          gsize                      length,
                                                          CapacityImportGroup       *group);
guint                  capacity_import_builder_get_n_groups (CapacityImportBuilder *self);
gboolean               capacity_import_builder_has_rows  (CapacityImportBuilder     *self,
                                                          guint                      group);
const CapacityImportGroup *
                       capacity_import_builder_get_group (CapacityImportBuilder     *self,
                                                          guint                      group);
gboolean               capacity_import_builder_add_value (CapacityImportBuilder     *self,
                                                          guint                      group,
                                                          guint                      slot,
                                                          int                        period,
                                                          double                     value,
                                                          guint64                    line);
void                   capacity_import_builder_add_row   (CapacityImportBuilder     *self,
                                                          guint                      group,
                                                          guint64                    line);
gboolean               capacity_import_builder_build     (CapacityImportBuilder     *self,
                                                          const CapacityImportSlot  *slots,
                                                          CapacityImportRemarks     *remarks,
                                                          CapacityImportResult      *result,
                                                          GError                   **error);

#define CAPACITY_IMPORT_NO_GROUP G_MAXUINT

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImportBuilder, capacity_import_builder_free)

G_END_DECLS
