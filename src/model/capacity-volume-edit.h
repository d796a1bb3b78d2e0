/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-change.h"

G_BEGIN_DECLS

/**
 * CapacityVolumeEdit:
 *
 * The monthly volumes of a service as a table that can be written in: a column for each series, a row for each
 * month. What is written is gathered and made into one change, and stands over what the service has until that is kept.
 * Lives in the main thread.
 */
typedef struct _CapacityVolumeEdit CapacityVolumeEdit;

CapacityVolumeEdit   *capacity_volume_edit_new       (const CapacityService    *service,
                                                      int                       last);
void                  capacity_volume_edit_free      (CapacityVolumeEdit       *self);
guint                 capacity_volume_edit_n_columns (const CapacityVolumeEdit *self);
gboolean              capacity_volume_edit_add       (CapacityVolumeEdit       *self,
                                                      const CapacityVolume     *volume);
const CapacityVolume *capacity_volume_edit_column    (const CapacityVolumeEdit *self,
                                                      guint                     column);
int                   capacity_volume_edit_first     (const CapacityVolumeEdit *self);
int                   capacity_volume_edit_last      (const CapacityVolumeEdit *self);
int                   capacity_volume_edit_next      (const CapacityVolumeEdit *self);
double                capacity_volume_edit_get       (const CapacityVolumeEdit *self,
                                                      guint                     column,
                                                      int                       month);
void                  capacity_volume_edit_set       (CapacityVolumeEdit       *self,
                                                      guint                     column,
                                                      int                       month,
                                                      double                    value);
void                  capacity_volume_edit_follow    (CapacityVolumeEdit       *self,
                                                      const CapacityService    *service);
void                  capacity_volume_edit_settle    (CapacityVolumeEdit       *self);
guint                 capacity_volume_edit_fill      (CapacityVolumeEdit       *self,
                                                      int                       month);
guint                 capacity_volume_edit_clear     (CapacityVolumeEdit       *self,
                                                      int                       month);
CapacityChange       *capacity_volume_edit_to_change (CapacityVolumeEdit       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityVolumeEdit, capacity_volume_edit_free)

G_END_DECLS
