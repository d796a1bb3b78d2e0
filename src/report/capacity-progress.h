/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityProgress:
 * @permille: how far it is; read by any thread
 * @from: where the step that is under way begins, in thousandths of all; of the worker alone
 * @to: where it ends
 *
 * How far a long work is that one thread does and another shows. Begins as all zeros.
 */
typedef struct
{
  int    permille;
  double from;
  double to;
} CapacityProgress;

void   capacity_progress_step (CapacityProgress       *self,
                               double                  from,
                               double                  to);
void   capacity_progress_set  (CapacityProgress       *self,
                               double                  fraction);
double capacity_progress_get  (const CapacityProgress *self);

G_END_DECLS
