/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "capacity-report.h"
#include "capacity-workspace.h"

G_BEGIN_DECLS

/**
 * CapacityReportOrder:
 *
 * A report that is to be made by a thread: all that it is made of, and how far it is. Making is cancelled between two
 * parts of it.
 */
typedef struct _CapacityReportOrder CapacityReportOrder;

CapacityReportOrder *capacity_report_order_new          (CapacityWorkspace           *workspace,
                                                         CapacityReportKind           kind,
                                                         const CapacityId            *subject,
                                                         const CapacityReportOptions *options);
CapacityReportOrder *capacity_report_order_ref          (CapacityReportOrder         *self);
void                 capacity_report_order_unref        (CapacityReportOrder         *self);
double               capacity_report_order_get_progress (const CapacityReportOrder   *self);
const char          *capacity_report_order_get_about    (const CapacityReportOrder   *self);

/* In a thread, and how it ended. */
void                 capacity_report_order_make_async   (CapacityReportOrder         *self,
                                                         gpointer                     source,
                                                         GFile                       *file,
                                                         GCancellable                *cancellable,
                                                         GAsyncReadyCallback          callback,
                                                         gpointer                     user_data);
CapacityPages       *capacity_report_order_make_finish  (GAsyncResult                *result,
                                                         GError                     **error);

/* The same with a word in the window when it takes longer, and a way to stop it. */
void                 capacity_report_order_show_async   (CapacityReportOrder         *self,
                                                         GtkWidget                   *window,
                                                         GFile                       *file,
                                                         GAsyncReadyCallback          callback,
                                                         gpointer                     user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityReportOrder, capacity_report_order_unref)

G_END_DECLS
