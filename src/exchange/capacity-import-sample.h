/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-csv-reader.h"
#include "capacity-import-decode.h"
#include "capacity-vocabulary.h"

G_BEGIN_DECLS

/* Different texts of a column are counted as far as this. */
#define CAPACITY_IMPORT_MAX_DISTINCT 500

/**
 * CapacityImportSample:
 *
 * Rows of a text: those at its beginning, and of a long text also some from all over it.
 */
typedef struct
{
  GArray  *cells;    /* CapacityCsvCell, trimmed */
  GArray  *rows;     /* CapacityImportSampleRow */
  guint    n_head;   /* how many of the rows are the first of the text */
  gboolean is_whole; /* whether they are all of it */
  gboolean is_grid;  /* whether the text is a spreadsheet's */
} CapacityImportSample;

typedef struct
{
  guint first_cell;
  guint n_cells;
  guint n_filled; /* cells that are not empty */
} CapacityImportSampleRow;

/**
 * CapacityImportFacts:
 * @n: cells that are not empty
 * @n_missing: of these, cells that say that there is no value
 * @n_numbers: cells that are numbers, whichever the decimal sign
 * @n_counts: cells that may count something: numbers of telephones and persons are longer
 * @n_dates: cells that are periods, whichever the order of their numbers, or have the form of one
 * @n_days: cells that are days
 * @n_years: cells that are years
 * @n_serials: cells that may be the numbers by which a spreadsheet keeps days
 * @n_parts: cells that are months or quarters without a year
 * @n_hours: cells with a time of day, the first hour of which does not count
 * @n_only_comma: numbers only if the decimal sign is a comma
 * @n_only_point: numbers only if it is a point
 * @n_either_comma: different numbers either way, written with a comma
 * @n_either_point: different numbers either way, written with a point
 * @n_percents: numbers with a percent sign
 * @n_ungrouped: whole numbers of four digits and more without marks between thousands
 * @n_distinct: different texts, as far as they were counted
 * @n_kinds: different texts that name kinds of applications
 * @n_channels: different texts that name channels
 * @n_measures: different texts that name measures
 * @n_personal: cells that have the form of a personal code, a telephone number, an e-mail address or a bank account
 * @n_long: cells of many words
 *
 * What the cells of a column are like.
 */
typedef struct
{
  guint n;
  guint n_missing;
  guint n_numbers;
  guint n_counts;
  guint n_dates;
  guint n_days;
  guint n_years;
  guint n_serials;
  guint n_parts;
  guint n_hours;
  guint n_only_comma;
  guint n_only_point;
  guint n_either_comma;
  guint n_either_point;
  guint n_percents;
  guint n_ungrouped;
  guint n_distinct;
  guint n_kinds;
  guint n_channels;
  guint n_measures;
  guint n_personal;
  guint n_long;
} CapacityImportFacts;

CapacityImportSample *capacity_import_sample_new      (const CapacityImportText   *text,
                                                       char                        delimiter,
                                                       guint                       n_rows,
                                                       gboolean                    everywhere,
                                                       GError                    **error);
void                  capacity_import_sample_free     (CapacityImportSample       *self);
guint                 capacity_import_sample_n_rows   (const CapacityImportSample *self);
const CapacityImportSampleRow *
                      capacity_import_sample_get_row  (const CapacityImportSample *self,
                                                       guint                       row);
CapacityCsvCell       capacity_import_sample_get_cell (const CapacityImportSample *self,
                                                       guint                       row,
                                                       guint                       column);
gboolean              capacity_import_sample_is_total (const CapacityImportSample *self,
                                                       guint                       row);
gboolean              capacity_import_sample_fill_down (CapacityImportSample      *self,
                                                        guint                       first_row,
                                                        guint                       n_columns,
                                                        gboolean                    is_chosen);
CapacityImportFacts  *capacity_import_sample_get_facts (const CapacityImportSample *self,
                                                        guint                       first_row,
                                                        guint                       n_columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityImportSample, capacity_import_sample_free)

G_END_DECLS
