/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityReportError:
 * @CAPACITY_REPORT_ERROR_NOT_FOUND: the portfolio has no such service
 * @CAPACITY_REPORT_ERROR_DRAWING: Cairo could not draw the pages
 * @CAPACITY_REPORT_ERROR_STRUCTURE: what Cairo wrote is not laid out as expected, so it was not made
 *   accessible
 *
 * Why there is no report. Errors of writing the file are of the domain %G_IO_ERROR.
 */
typedef enum
{
  CAPACITY_REPORT_ERROR_NOT_FOUND,
  CAPACITY_REPORT_ERROR_DRAWING,
  CAPACITY_REPORT_ERROR_STRUCTURE,
} CapacityReportError;

#define CAPACITY_REPORT_ERROR (capacity_report_error_quark ())

GQuark capacity_report_error_quark (void);

G_END_DECLS
