/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityStoreError:
 * @CAPACITY_STORE_ERROR_NOT_FOUND: there is no such file
 * @CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO: the file is something else: empty, a folder, no SQLite file or
 *   another program's, or its tables are not those of a portfolio
 * @CAPACITY_STORE_ERROR_NEWER: a newer version of the program made the file
 * @CAPACITY_STORE_ERROR_DAMAGED: the file is a portfolio, and broken
 * @CAPACITY_STORE_ERROR_READ_ONLY: the file cannot be written, so nothing was changed
 * @CAPACITY_STORE_ERROR_BUSY: another window, user or program has the file; the message says who
 * @CAPACITY_STORE_ERROR_FULL: there is no room left on the disk
 * @CAPACITY_STORE_ERROR_IO: the system could not read or write
 * @CAPACITY_STORE_ERROR_CONFLICT: the facts are no longer as they were when the change was made, so it cannot
 *   be undone or redone
 * @CAPACITY_STORE_ERROR_INVALID: the change says something that cannot be, such as a negative volume
 * @CAPACITY_STORE_ERROR_CODE_TAKEN: another service or resource has that code already
 * @CAPACITY_STORE_ERROR_GONE: the change is about a fact that is no longer there
 * @CAPACITY_STORE_ERROR_NOTHING: there is nothing to undo or redo
 * @CAPACITY_STORE_ERROR_CLOSED: the store is not open
 * @CAPACITY_STORE_ERROR_NOT_CHANGES: the file holds no changes of a colleague, or is damaged
 * @CAPACITY_STORE_ERROR_OTHER_PORTFOLIO: the changes are of another portfolio
 * @CAPACITY_STORE_ERROR_TOO_LARGE: the volumes would span more than %CAPACITY_PORTFOLIO_MAX_PERIODS periods
 *
 * Why the store could not do something. Whatever it is, the file is as it was before.
 */
typedef enum
{
  CAPACITY_STORE_ERROR_NOT_FOUND,
  CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO,
  CAPACITY_STORE_ERROR_NEWER,
  CAPACITY_STORE_ERROR_DAMAGED,
  CAPACITY_STORE_ERROR_READ_ONLY,
  CAPACITY_STORE_ERROR_BUSY,
  CAPACITY_STORE_ERROR_FULL,
  CAPACITY_STORE_ERROR_IO,
  CAPACITY_STORE_ERROR_CONFLICT,
  CAPACITY_STORE_ERROR_INVALID,
  CAPACITY_STORE_ERROR_CODE_TAKEN,
  CAPACITY_STORE_ERROR_GONE,
  CAPACITY_STORE_ERROR_NOTHING,
  CAPACITY_STORE_ERROR_CLOSED,
  CAPACITY_STORE_ERROR_NOT_CHANGES,
  CAPACITY_STORE_ERROR_OTHER_PORTFOLIO,
  CAPACITY_STORE_ERROR_TOO_LARGE,
} CapacityStoreError;

#define CAPACITY_STORE_ERROR (capacity_store_error_quark ())

GQuark capacity_store_error_quark (void);

G_END_DECLS
