/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-batch.h"

G_BEGIN_DECLS

/**
 * CapacityVerb:
 *
 * What a user's action did, for its label in the undo menu and the audit trail. The values are stored in
 * files: never renumber, only append.
 */
typedef enum
{
  CAPACITY_VERB_SET_INSTITUTION = 1,
  CAPACITY_VERB_SET_MOVED_DAYS = 2,
  CAPACITY_VERB_ADD_SERVICE = 3,
  CAPACITY_VERB_SET_SERVICE = 4,
  CAPACITY_VERB_REMOVE_SERVICE = 5,
  CAPACITY_VERB_ADD_RESOURCE = 6,
  CAPACITY_VERB_SET_RESOURCE = 7,
  CAPACITY_VERB_REMOVE_RESOURCE = 8,
  CAPACITY_VERB_SET_LIMIT = 9,
  CAPACITY_VERB_REMOVE_LIMIT = 10,
  CAPACITY_VERB_SET_NEED = 11,
  CAPACITY_VERB_REMOVE_NEED = 12,
  CAPACITY_VERB_SET_VOLUME = 13,
  CAPACITY_VERB_IMPORT = 14,
  CAPACITY_VERB_SET_DAYS_OFF = 15,
  CAPACITY_VERB_SET_DEPARTMENT = 16,
  CAPACITY_VERB_REMOVE_DEPARTMENT = 17,
  CAPACITY_VERB_SET_LABELS = 18,
  CAPACITY_VERB_SET_ALLOCATION = 19,
  CAPACITY_VERB_REMOVE_ALLOCATION = 20,
  CAPACITY_VERB_SET_EVENT = 21,
  CAPACITY_VERB_REMOVE_EVENT = 22,
  CAPACITY_VERB_SET_REFUSAL = 23,
  CAPACITY_VERB_REMOVE_REFUSAL = 24,
  CAPACITY_VERB_SET_PLAN = 25,
  CAPACITY_VERB_REMOVE_PLAN = 26,
  CAPACITY_VERB_SET_PROFILE = 27,
  CAPACITY_VERB_REMOVE_PROFILE = 28,
  CAPACITY_VERB_SET_FILTER = 29,
  CAPACITY_VERB_REMOVE_FILTER = 30,
  CAPACITY_VERB_RESTORE = 31,
  CAPACITY_VERB_MERGE = 32,
  CAPACITY_VERB_SET_REPORT_TEXT = 33,
  CAPACITY_VERB_REVERT_IMPORT = 34,
} CapacityVerb;

/**
 * CapacityChange:
 *
 * One user's action: some facts to set or remove, in order. The store writes all of it or nothing, as one
 * step of undo that is named after the first thing in it. What is given is copied or shared, and must be
 * complete: a setter replaces the whole fact. Fill it on one thread, then hand it to
 * capacity_store_apply_async() and leave it.
 */
typedef struct _CapacityChange CapacityChange;

#define CAPACITY_TYPE_CHANGE (capacity_change_get_type ())

GType           capacity_change_get_type           (void) G_GNUC_CONST;
CapacityChange *capacity_change_new                (void);
CapacityChange *capacity_change_ref                (CapacityChange            *self);
void            capacity_change_unref              (CapacityChange            *self);

void            capacity_change_set_institution    (CapacityChange            *self,
                                                    const CapacityInstitution *institution);
void            capacity_change_set_moved_days     (CapacityChange            *self,
                                                    const CapacityMovedDay    *moved,
                                                    guint                      n_moved);
void            capacity_change_add_service        (CapacityChange            *self,
                                                    const CapacityService     *service);
void            capacity_change_set_service        (CapacityChange            *self,
                                                    const CapacityService     *service);
void            capacity_change_remove_service     (CapacityChange            *self,
                                                    const CapacityId          *service);
void            capacity_change_add_resource       (CapacityChange            *self,
                                                    const CapacityResource    *resource);
void            capacity_change_set_resource       (CapacityChange            *self,
                                                    const CapacityResource    *resource);
void            capacity_change_remove_resource    (CapacityChange            *self,
                                                    const CapacityId          *resource);
void            capacity_change_set_service_limit  (CapacityChange            *self,
                                                    const CapacityId          *service,
                                                    const CapacityLimit       *limit);
void            capacity_change_set_resource_limit (CapacityChange            *self,
                                                    const CapacityId          *resource,
                                                    const CapacityLimit       *limit);
void            capacity_change_remove_limit       (CapacityChange            *self,
                                                    const CapacityId          *limit);
void            capacity_change_set_need           (CapacityChange            *self,
                                                    const CapacityId          *service,
                                                    const CapacityNeed        *need);
void            capacity_change_remove_need        (CapacityChange            *self,
                                                    const CapacityId          *need);
void            capacity_change_set_volume         (CapacityChange            *self,
                                                    const CapacityId          *service,
                                                    CapacityRequestKind        kind,
                                                    const char                *channel,
                                                    const char                *site,
                                                    CapacityMeasure            measure,
                                                    const CapacitySeries      *series);
void            capacity_change_import             (CapacityChange            *self,
                                                    CapacityBatch             *batch);
void            capacity_change_set_days_off       (CapacityChange            *self,
                                                    const CapacityDate        *days,
                                                    guint                      n_days);
void            capacity_change_set_department     (CapacityChange            *self,
                                                    const CapacityDepartment  *department);
void            capacity_change_remove_department  (CapacityChange            *self,
                                                    const CapacityId          *department);
void            capacity_change_set_service_labels (CapacityChange            *self,
                                                    const CapacityId          *service,
                                                    const GPtrArray           *labels);
void            capacity_change_set_resource_labels (CapacityChange            *self,
                                                    const CapacityId          *resource,
                                                    const GPtrArray           *labels);
void            capacity_change_set_allocation     (CapacityChange            *self,
                                                    const CapacityId          *service,
                                                    const CapacityAllocation  *allocation);
void            capacity_change_remove_allocation  (CapacityChange            *self,
                                                    const CapacityId          *allocation);
void            capacity_change_set_event          (CapacityChange            *self,
                                                    const CapacityId          *service,
                                                    const CapacityKnownEvent  *event);
void            capacity_change_remove_event       (CapacityChange            *self,
                                                    const CapacityId          *event);
void            capacity_change_set_refusal        (CapacityChange            *self,
                                                    const CapacityId          *service,
                                                    const CapacityRefusal     *refusal);
void            capacity_change_remove_refusal     (CapacityChange            *self,
                                                    const CapacityId          *refusal);
void            capacity_change_set_plan           (CapacityChange            *self,
                                                    const CapacityId          *service,
                                                    const CapacityPlan        *plan);
void            capacity_change_remove_plan        (CapacityChange            *self,
                                                    const CapacityId          *plan);
void            capacity_change_set_profile        (CapacityChange            *self,
                                                    const CapacityImportProfile*profile);
void            capacity_change_remove_profile     (CapacityChange            *self,
                                                    const CapacityId          *profile);
void            capacity_change_set_filter         (CapacityChange            *self,
                                                    const CapacitySavedFilter *filter);
void            capacity_change_remove_filter      (CapacityChange            *self,
                                                    const CapacityId          *filter);
void            capacity_change_set_report_text    (CapacityChange            *self,
                                                    const CapacityReportText  *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityChange, capacity_change_unref)

G_END_DECLS
