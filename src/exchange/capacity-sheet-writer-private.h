/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-sheet-writer.h"

G_BEGIN_DECLS

/**
 * CapacitySheetRow:
 * @start: where its text begins
 * @length: number of bytes, without a line's end
 * @line: line of the sheet, from 1
 * @n_filled: cells that are not empty
 * @n_dates: of these, dates
 * @n_numbers: of these, numbers
 * @n_years: of these, numbers that may be years
 *
 * A row that is not empty.
 */
typedef struct
{
  gsize   start;
  gsize   length;
  guint64 line;
  guint16 n_filled;
  guint16 n_dates;
  guint16 n_numbers;
  guint16 n_years;
} CapacitySheetRow;

/* A cell that reaches over the rows below. */
typedef struct
{
  guint64 line;
  guint64 n_rows;
  guint   column;
} CapacitySheetMerge;

struct _CapacitySheetWriter
{
  char            *name;
  gboolean         is_hidden;
  GString         *text;
  GArray          *rows;   /* CapacitySheetRow, by line */
  GArray          *merges; /* CapacitySheetMerge */
  GArray          *repeats; /* guint64, see CapacityImportTable */
  CapacitySheetRow row;    /* that is being written */
  guint            n_columns;
  gboolean         is_too_wide;
};

void capacity_sheet_writer_fill_merges (CapacitySheetWriter *self);

G_END_DECLS
