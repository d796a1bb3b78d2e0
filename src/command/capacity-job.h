/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-portfolio.h"
#include "capacity-quantity.h"
#include "capacity-report-job.h"

G_BEGIN_DECLS

/**
 * CapacityJob:
 * @portfolio: path of the portfolio
 * @import: (nullable): path of a file of volumes, or of a folder of them
 * @sheet: (nullable): name of the sheet to read
 * @skip_problems: whether to import what can be read of a file with problems
 * @service: (nullable): code or name of the service that the rest is about
 * @unit: (nullable): what is counted
 * @limits: what can be delivered, by #CapacityMode: regular and peak; NaN where not given
 * @from: since when, or %CAPACITY_DATE_NONE
 * @as_of: the day to judge for
 * @resource: (nullable): code or name of the resource that the report is about
 * @report: the report to write; without an output none
 *
 * What the command line asks to be done without a window.
 */
typedef struct
{
  char             *portfolio;
  char             *import;
  char             *sheet;
  gboolean          skip_problems;
  char             *service;
  char             *unit;
  CapacityQuantity  limits[2];
  CapacityDate      from;
  CapacityDate      as_of;
  char             *resource;
  CapacityReportJob report;
} CapacityJob;

void     capacity_job_clear (CapacityJob *self);
gboolean capacity_job_do    (CapacityJob *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CapacityJob, capacity_job_clear)

G_END_DECLS
