/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-change-private.h"

struct _CapacityChange
{
  GPtrArray *steps; /* element-type CapacityStep */
};

G_DEFINE_BOXED_TYPE (CapacityChange, capacity_change, capacity_change_ref, capacity_change_unref)

static void
step_free (CapacityStep *step)
{
  if (step->value != NULL)
    step->free_value (step->value);
  g_free (step);
}

static CapacityStep *
add (CapacityChange *self,
     CapacityVerb    verb,
     gpointer        value,
     GDestroyNotify  free_value)
{
  CapacityStep *step = g_new0 (CapacityStep, 1);

  step->verb = verb;
  step->value = value;
  step->free_value = free_value;
  g_ptr_array_add (self->steps, step);

  return step;
}

static void
remove_fact (CapacityChange   *self,
             CapacityVerb      verb,
             const CapacityId *id)
{
  CapacityStep *step = add (self, verb, NULL, NULL);

  step->id = *id;
}

static void
institution_free (CapacityInstitution *institution)
{
  capacity_institution_clear (institution);
  g_free (institution);
}

static void
volume_free (CapacityVolume *volume)
{
  g_free (volume->channel);
  g_free (volume->site);
  capacity_series_unref (volume->series);
  g_free (volume);
}

/**
 * capacity_change_new:
 *
 * Returns: (transfer full): a change that does nothing yet
 */
CapacityChange *
capacity_change_new (void)
{
  CapacityChange *self = g_atomic_rc_box_new0 (CapacityChange);

  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);

  return self;
}

/**
 * capacity_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): the same change
 */
CapacityChange *
capacity_change_ref (CapacityChange *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
change_clear (gpointer data)
{
  CapacityChange *self = data;

  g_ptr_array_unref (self->steps);
}

/**
 * capacity_change_unref:
 * @self: (transfer full): a change
 */
void
capacity_change_unref (CapacityChange *self)
{
  g_atomic_rc_box_release_full (self, change_clear);
}

/**
 * capacity_change_get_steps:
 * @self: a change
 *
 * Returns: (transfer none) (element-type CapacityStep): what to do, in order
 */
const GPtrArray *
capacity_change_get_steps (CapacityChange *self)
{
  return self->steps;
}

/**
 * capacity_change_set_institution:
 * @self: a change
 * @institution: the institution and its thresholds; its identifier stays what it is
 */
void
capacity_change_set_institution (CapacityChange            *self,
                                 const CapacityInstitution *institution)
{
  CapacityInstitution *copy = g_new (CapacityInstitution, 1);

  capacity_institution_copy (institution, copy);
  add (self, CAPACITY_VERB_SET_INSTITUTION, copy, (GDestroyNotify) institution_free);
}

/**
 * capacity_change_set_moved_days:
 * @self: a change
 * @moved: (array length=n_moved): all moved working days there shall be
 * @n_moved: how many
 */
void
capacity_change_set_moved_days (CapacityChange         *self,
                                const CapacityMovedDay *moved,
                                guint                   n_moved)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (CapacityMovedDay));

  g_array_append_vals (copy, moved, n_moved);
  add (self, CAPACITY_VERB_SET_MOVED_DAYS, copy, (GDestroyNotify) g_array_unref);
}

/**
 * capacity_change_add_service:
 * @self: a change
 * @service: a service that is not kept yet, whole: with its volumes, limits and needs
 */
void
capacity_change_add_service (CapacityChange        *self,
                             const CapacityService *service)
{
  add (self, CAPACITY_VERB_ADD_SERVICE, capacity_service_ref (service),
       (GDestroyNotify) capacity_service_unref);
}

/**
 * capacity_change_set_service:
 * @self: a change
 * @service: a service that is kept, as it shall be; its volumes, limits and needs are not looked at
 */
void
capacity_change_set_service (CapacityChange        *self,
                             const CapacityService *service)
{
  add (self, CAPACITY_VERB_SET_SERVICE, capacity_service_ref (service),
       (GDestroyNotify) capacity_service_unref);
}

/**
 * capacity_change_remove_service:
 * @self: a change
 * @service: a service to remove with its volumes, limits and needs
 */
void
capacity_change_remove_service (CapacityChange   *self,
                                const CapacityId *service)
{
  CapacityStep *step = add (self, CAPACITY_VERB_REMOVE_SERVICE, NULL, NULL);

  step->id = *service;
  step->service = *service;
}

/**
 * capacity_change_add_resource:
 * @self: a change
 * @resource: a resource that is not kept yet, whole: with its limits
 */
void
capacity_change_add_resource (CapacityChange         *self,
                              const CapacityResource *resource)
{
  add (self, CAPACITY_VERB_ADD_RESOURCE, capacity_resource_ref (resource),
       (GDestroyNotify) capacity_resource_unref);
}

/**
 * capacity_change_set_resource:
 * @self: a change
 * @resource: a resource that is kept, as it shall be; its limits are not looked at
 */
void
capacity_change_set_resource (CapacityChange         *self,
                              const CapacityResource *resource)
{
  add (self, CAPACITY_VERB_SET_RESOURCE, capacity_resource_ref (resource),
       (GDestroyNotify) capacity_resource_unref);
}

/**
 * capacity_change_remove_resource:
 * @self: a change
 * @resource: a resource to remove with its limits and what services need of it
 */
void
capacity_change_remove_resource (CapacityChange   *self,
                                 const CapacityId *resource)
{
  CapacityStep *step = add (self, CAPACITY_VERB_REMOVE_RESOURCE, NULL, NULL);

  step->id = *resource;
  step->resource = *resource;
}

/**
 * capacity_change_set_service_limit:
 * @self: a change
 * @service: the service it belongs to
 * @limit: a limit, new or replacing the one of the same identifier
 */
void
capacity_change_set_service_limit (CapacityChange      *self,
                                   const CapacityId    *service,
                                   const CapacityLimit *limit)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_LIMIT, capacity_limit_copy (limit),
                            (GDestroyNotify) capacity_limit_free);

  step->service = *service;
}

/**
 * capacity_change_set_resource_limit:
 * @self: a change
 * @resource: the resource it belongs to
 * @limit: a limit, new or replacing the one of the same identifier
 */
void
capacity_change_set_resource_limit (CapacityChange      *self,
                                    const CapacityId    *resource,
                                    const CapacityLimit *limit)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_LIMIT, capacity_limit_copy (limit),
                            (GDestroyNotify) capacity_limit_free);

  step->resource = *resource;
}

/**
 * capacity_change_remove_limit:
 * @self: a change
 * @limit: a limit of a service or resource
 */
void
capacity_change_remove_limit (CapacityChange   *self,
                              const CapacityId *limit)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_LIMIT, limit);
}

/**
 * capacity_change_set_need:
 * @self: a change
 * @service: the service it belongs to
 * @need: a need, new or replacing the one of the same identifier; a service has one for each resource,
 *   kind and channel
 */
void
capacity_change_set_need (CapacityChange     *self,
                          const CapacityId   *service,
                          const CapacityNeed *need)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_NEED, capacity_need_copy (need),
                            (GDestroyNotify) capacity_need_free);

  step->service = *service;
}

/**
 * capacity_change_remove_need:
 * @self: a change
 * @need: a need of a service
 */
void
capacity_change_remove_need (CapacityChange   *self,
                             const CapacityId *need)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_NEED, need);
}

/**
 * capacity_change_set_volume:
 * @self: a change
 * @service: the service it belongs to
 * @kind: which applications
 * @channel: (nullable): name of the channel
 * @site: (nullable): name of the place
 * @measure: what is counted
 * @series: all values there shall be, typed by hand; one without a measured value removes the volumes
 */
void
capacity_change_set_volume (CapacityChange       *self,
                            const CapacityId     *service,
                            CapacityRequestKind   kind,
                            const char           *channel,
                            const char           *site,
                            CapacityMeasure       measure,
                            const CapacitySeries *series)
{
  CapacityVolume *volume = g_new0 (CapacityVolume, 1);
  CapacityStep *step = add (self, CAPACITY_VERB_SET_VOLUME, volume, (GDestroyNotify) volume_free);

  volume->kind = kind;
  volume->channel = g_strdup (channel);
  volume->site = g_strdup (site);
  volume->measure = measure;
  volume->series = capacity_series_ref (series);
  step->service = *service;
}

/**
 * capacity_change_import:
 * @self: a change
 * @batch: volumes from a file
 *
 * Writes all volumes of a batch. A service is the one of that code, else of that name, whatever the case of
 * the letters; else a new one of that name. A value that the batch does not have stays what it is.
 */
void
capacity_change_import (CapacityChange *self,
                        CapacityBatch  *batch)
{
  add (self, CAPACITY_VERB_IMPORT, capacity_batch_ref (batch), (GDestroyNotify) capacity_batch_unref);
}

/**
 * capacity_change_set_days_off:
 * @self: a change
 * @days: (array length=n_days): all days off of the institution there shall be
 * @n_days: how many
 */
void
capacity_change_set_days_off (CapacityChange     *self,
                              const CapacityDate *days,
                              guint               n_days)
{
  GArray *copy = g_array_new (FALSE, FALSE, sizeof (CapacityDate));

  g_array_append_vals (copy, days, n_days);
  add (self, CAPACITY_VERB_SET_DAYS_OFF, copy, (GDestroyNotify) g_array_unref);
}

/**
 * capacity_change_set_department:
 * @self: a change
 * @department: a unit, new or replacing the one of the same identifier; a new name goes to its services and
 *   resources too
 */
void
capacity_change_set_department (CapacityChange           *self,
                                const CapacityDepartment *department)
{
  add (self, CAPACITY_VERB_SET_DEPARTMENT, capacity_department_copy (department),
       (GDestroyNotify) capacity_department_free);
}

/**
 * capacity_change_remove_department:
 * @self: a change
 * @department: a unit to take from the register; services and resources that name it still do
 */
void
capacity_change_remove_department (CapacityChange   *self,
                                   const CapacityId *department)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_DEPARTMENT, department);
}

/**
 * capacity_change_set_service_labels:
 * @self: a change
 * @service: the service they belong to
 * @labels: (element-type CapacityLabel): all labels it shall have
 */
void
capacity_change_set_service_labels (CapacityChange   *self,
                                    const CapacityId *service,
                                    const GPtrArray  *labels)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_LABELS, capacity_label_list_copy (labels),
                            (GDestroyNotify) g_ptr_array_unref);

  step->service = *service;
}

/**
 * capacity_change_set_resource_labels:
 * @self: a change
 * @resource: the resource they belong to
 * @labels: (element-type CapacityLabel): all labels it shall have
 */
void
capacity_change_set_resource_labels (CapacityChange   *self,
                                     const CapacityId *resource,
                                     const GPtrArray  *labels)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_LABELS, capacity_label_list_copy (labels),
                            (GDestroyNotify) g_ptr_array_unref);

  step->resource = *resource;
}

/**
 * capacity_change_set_allocation:
 * @self: a change
 * @service: the service it belongs to
 * @allocation: an allocation, new or replacing the one of the same identifier; a service has one for each resource
 */
void
capacity_change_set_allocation (CapacityChange           *self,
                                const CapacityId         *service,
                                const CapacityAllocation *allocation)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_ALLOCATION, g_memdup2 (allocation, sizeof *allocation), g_free);

  step->service = *service;
}

/**
 * capacity_change_remove_allocation:
 * @self: a change
 * @allocation: an allocation of a service
 */
void
capacity_change_remove_allocation (CapacityChange   *self,
                                   const CapacityId *allocation)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_ALLOCATION, allocation);
}

/**
 * capacity_change_set_event:
 * @self: a change
 * @service: (nullable): the service it belongs to; %NULL for every service
 * @event: an event, new or replacing the one of the same identifier
 */
void
capacity_change_set_event (CapacityChange           *self,
                           const CapacityId         *service,
                           const CapacityKnownEvent *event)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_EVENT, capacity_known_event_copy (event),
                            (GDestroyNotify) capacity_known_event_free);

  if (service != NULL)
    step->service = *service;
}

/**
 * capacity_change_remove_event:
 * @self: a change
 * @event: an event
 */
void
capacity_change_remove_event (CapacityChange   *self,
                              const CapacityId *event)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_EVENT, event);
}

/**
 * capacity_change_set_refusal:
 * @self: a change
 * @service: the service it belongs to
 * @refusal: a refusal; a service has one for each month, and one for each way in which another service is like it
 */
void
capacity_change_set_refusal (CapacityChange        *self,
                             const CapacityId      *service,
                             const CapacityRefusal *refusal)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_REFUSAL, g_memdup2 (refusal, sizeof *refusal), g_free);

  step->service = *service;
}

/**
 * capacity_change_remove_refusal:
 * @self: a change
 * @refusal: a refusal of a service
 */
void
capacity_change_remove_refusal (CapacityChange   *self,
                                const CapacityId *refusal)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_REFUSAL, refusal);
}

/**
 * capacity_change_set_plan:
 * @self: a change
 * @service: (nullable): the service it belongs to; %NULL for the institution
 * @plan: a plan, new or replacing the one of the same identifier; a service, and the institution, has one
 */
void
capacity_change_set_plan (CapacityChange     *self,
                          const CapacityId   *service,
                          const CapacityPlan *plan)
{
  CapacityStep *step = add (self, CAPACITY_VERB_SET_PLAN, capacity_plan_copy (plan),
                            (GDestroyNotify) capacity_plan_free);

  if (service != NULL)
    step->service = *service;
}

/**
 * capacity_change_remove_plan:
 * @self: a change
 * @plan: a plan
 */
void
capacity_change_remove_plan (CapacityChange   *self,
                             const CapacityId *plan)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_PLAN, plan);
}

/**
 * capacity_change_set_profile:
 * @self: a change
 * @profile: a profile, new or replacing the one of the same identifier
 */
void
capacity_change_set_profile (CapacityChange              *self,
                             const CapacityImportProfile *profile)
{
  add (self, CAPACITY_VERB_SET_PROFILE, capacity_import_profile_copy (profile),
       (GDestroyNotify) capacity_import_profile_free);
}

/**
 * capacity_change_remove_profile:
 * @self: a change
 * @profile: a profile
 */
void
capacity_change_remove_profile (CapacityChange   *self,
                                const CapacityId *profile)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_PROFILE, profile);
}

/**
 * capacity_change_set_filter:
 * @self: a change
 * @filter: a filter, new or replacing the one of the same identifier
 */
void
capacity_change_set_filter (CapacityChange            *self,
                            const CapacitySavedFilter *filter)
{
  add (self, CAPACITY_VERB_SET_FILTER, capacity_saved_filter_copy (filter),
       (GDestroyNotify) capacity_saved_filter_free);
}

/**
 * capacity_change_remove_filter:
 * @self: a change
 * @filter: a filter
 */
void
capacity_change_remove_filter (CapacityChange   *self,
                               const CapacityId *filter)
{
  remove_fact (self, CAPACITY_VERB_REMOVE_FILTER, filter);
}

/**
 * capacity_change_set_report_text:
 * @self: a change
 * @text: a text, new or replacing the one of the same identifier; an empty one removes it
 */
void
capacity_change_set_report_text (CapacityChange           *self,
                                 const CapacityReportText *text)
{
  add (self, CAPACITY_VERB_SET_REPORT_TEXT, capacity_report_text_copy (text),
       (GDestroyNotify) capacity_report_text_free);
}
