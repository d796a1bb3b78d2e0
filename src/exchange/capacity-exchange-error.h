/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityExchangeError:
 * @CAPACITY_EXCHANGE_ERROR_READ: the system could not give the file's bytes
 * @CAPACITY_EXCHANGE_ERROR_DIRECTORY: it is a folder, a device or a socket, not a file
 * @CAPACITY_EXCHANGE_ERROR_EMPTY: the file has no bytes, or nothing but white space
 * @CAPACITY_EXCHANGE_ERROR_TOO_LARGE: the file, or what it unpacks to, is larger than %CAPACITY_IMPORT_MAX_BYTES
 * @CAPACITY_EXCHANGE_ERROR_BINARY: the bytes are neither text nor a spreadsheet
 * @CAPACITY_EXCHANGE_ERROR_SPREADSHEET: the bytes are a spreadsheet of a form that is not read here
 * @CAPACITY_EXCHANGE_ERROR_ENCRYPTED: the spreadsheet has a password
 * @CAPACITY_EXCHANGE_ERROR_DAMAGED: the spreadsheet is cut off, or not put together as its form says
 * @CAPACITY_EXCHANGE_ERROR_ENCODING: a byte has no meaning in the encoding; line and column say where
 * @CAPACITY_EXCHANGE_ERROR_NOT_A_TABLE: no delimiter splits the lines into columns
 * @CAPACITY_EXCHANGE_ERROR_NO_DATA: there is one row at most, so a header without data or data without
 *   meaning
 * @CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS: more than %CAPACITY_IMPORT_MAX_COLUMNS
 * @CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS: more than %CAPACITY_IMPORT_MAX_ROWS
 * @CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES: more than %CAPACITY_IMPORT_MAX_VALUES, or periods so far apart
 *   that the series between them would be longer
 * @CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG: a cell is longer than %CAPACITY_IMPORT_MAX_FIELD bytes
 * @CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE: a quotation opened on the line is never closed
 * @CAPACITY_EXCHANGE_ERROR_NO_PERIOD: the plan names no column that says which period a row is of
 * @CAPACITY_EXCHANGE_ERROR_NO_YEAR: the periods name no year, and the plan does not either
 * @CAPACITY_EXCHANGE_ERROR_NO_VALUES: the plan names no column of volumes
 * @CAPACITY_EXCHANGE_ERROR_NOT_A_PERIOD: the column that the message names should be of a period and is of none
 * @CAPACITY_EXCHANGE_ERROR_NO_SHEET: the spreadsheet has no sheet of the name that the message says
 * @CAPACITY_EXCHANGE_ERROR_EMPTY_FOLDER: the folder has no tables
 * @CAPACITY_EXCHANGE_ERROR_HALF_YEARS: there is nothing but volumes of half-years, which are not divided
 * @CAPACITY_EXCHANGE_ERROR_NOTHING_READ: not one value of the file could be read; the line and column of the
 *   first reason are given
 *
 * Why a file could not be read at all. Single cells that cannot be read are #CapacityImportProblem instead.
 */
typedef enum
{
  CAPACITY_EXCHANGE_ERROR_READ,
  CAPACITY_EXCHANGE_ERROR_DIRECTORY,
  CAPACITY_EXCHANGE_ERROR_EMPTY,
  CAPACITY_EXCHANGE_ERROR_TOO_LARGE,
  CAPACITY_EXCHANGE_ERROR_BINARY,
  CAPACITY_EXCHANGE_ERROR_SPREADSHEET,
  CAPACITY_EXCHANGE_ERROR_ENCRYPTED,
  CAPACITY_EXCHANGE_ERROR_DAMAGED,
  CAPACITY_EXCHANGE_ERROR_ENCODING,
  CAPACITY_EXCHANGE_ERROR_NOT_A_TABLE,
  CAPACITY_EXCHANGE_ERROR_NO_DATA,
  CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS,
  CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS,
  CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES,
  CAPACITY_EXCHANGE_ERROR_FIELD_TOO_LONG,
  CAPACITY_EXCHANGE_ERROR_UNCLOSED_QUOTE,
  CAPACITY_EXCHANGE_ERROR_NO_PERIOD,
  CAPACITY_EXCHANGE_ERROR_NO_YEAR,
  CAPACITY_EXCHANGE_ERROR_NO_VALUES,
  CAPACITY_EXCHANGE_ERROR_NOT_A_PERIOD,
  CAPACITY_EXCHANGE_ERROR_NO_SHEET,
  CAPACITY_EXCHANGE_ERROR_EMPTY_FOLDER,
  CAPACITY_EXCHANGE_ERROR_HALF_YEARS,
  CAPACITY_EXCHANGE_ERROR_NOTHING_READ,
} CapacityExchangeError;

#define CAPACITY_EXCHANGE_ERROR (capacity_exchange_error_quark ())

/* What is read at most; a larger file is refused before its bytes are touched. */
#define CAPACITY_IMPORT_MAX_BYTES (G_GINT64_CONSTANT (256) * 1024 * 1024)
#define CAPACITY_IMPORT_MAX_COLUMNS 4096
#define CAPACITY_IMPORT_MAX_ROWS 5000000
#define CAPACITY_IMPORT_MAX_VALUES 20000000
#define CAPACITY_IMPORT_MAX_FIELD (1024 * 1024)

GQuark   capacity_exchange_error_quark    (void);
GError  *capacity_exchange_error_new_at   (CapacityExchangeError  code,
                                           guint64                line,
                                           guint                  column,
                                           const char            *format,
                                           ...) G_GNUC_PRINTF (4, 5);
guint64  capacity_exchange_error_get_line   (const GError         *error);
guint    capacity_exchange_error_get_column (const GError         *error);

G_END_DECLS
