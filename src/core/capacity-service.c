/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (CapacityService, capacity_service, capacity_service_ref, capacity_service_unref)

static CapacityVolume *
volume_new (CapacityRequestKind kind,
            const char         *channel,
            CapacityMeasure     measure,
            CapacitySeries     *series,
            const char         *source)
{
  CapacityVolume *volume = g_new0 (CapacityVolume, 1);

  volume->kind = kind;
  volume->channel = g_strdup (channel);
  volume->measure = measure;
  volume->series = series;
  volume->source = g_strdup (source);

  return volume;
}

static void
volume_free (CapacityVolume *volume)
{
  g_free (volume->channel);
  capacity_series_unref (volume->series);
  g_free (volume->source);
  g_free (volume->site);
  g_free (volume);
}

/**
 * capacity_need_new:
 * @resource: the resource
 * @kind: for which applications
 * @amount: units of the resource for one case
 *
 * Returns: (transfer full): a need with a new identifier, an estimate, of all channels, without a norm
 */
CapacityNeed *
capacity_need_new (const CapacityId    *resource,
                   CapacityRequestKind  kind,
                   double               amount)
{
  CapacityNeed *need = g_new0 (CapacityNeed, 1);

  need->id = capacity_id_new ();
  need->resource = *resource;
  need->kind = kind;
  need->amount = amount;
  need->norm = NAN;

  return need;
}

/**
 * capacity_need_copy:
 * @self: a need
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityNeed *
capacity_need_copy (const CapacityNeed *self)
{
  CapacityNeed *copy = g_memdup2 (self, sizeof *self);

  copy->channel = g_strdup (self->channel);

  return copy;
}

/**
 * capacity_need_free:
 * @self: (transfer full): a need
 */
void
capacity_need_free (CapacityNeed *self)
{
  g_free (self->channel);
  g_free (self);
}

/**
 * capacity_service_new:
 *
 * Returns: (transfer full): a service with a new identifier, an empty name and the institution's thresholds
 */
CapacityService *
capacity_service_new (void)
{
  CapacityService *self = g_atomic_rc_box_new0 (CapacityService);

  self->id = capacity_id_new ();
  self->name = g_strdup ("");
  self->target = NAN;
  self->lead_days = -1;
  self->volumes = g_ptr_array_new_with_free_func ((GDestroyNotify) volume_free);
  self->limits = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);
  self->needs = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_need_free);
  self->phase = CAPACITY_PHASE_PROVISION;
  self->driver_rate = NAN;
  self->target_peak = NAN;
  self->low = NAN;
  self->term_days = -1;
  self->labels = capacity_label_list_new ();
  self->allocations = g_ptr_array_new_with_free_func (g_free);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_known_event_free);
  self->refusals = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * capacity_service_ref:
 * @self: a service
 *
 * Returns: (transfer full): the same service
 */
CapacityService *
capacity_service_ref (const CapacityService *self)
{
  return g_atomic_rc_box_acquire ((CapacityService *) self);
}

static void
service_clear (gpointer data)
{
  CapacityService *self = data;

  g_free (self->code);
  g_free (self->external_id);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->owner);
  g_free (self->department);
  g_free (self->note);
  g_ptr_array_unref (self->volumes);
  g_ptr_array_unref (self->limits);
  g_ptr_array_unref (self->needs);
  g_free (self->substitute);
  g_free (self->provider);
  g_free (self->driver);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->allocations);
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->refusals);
  g_clear_pointer (&self->plan, capacity_plan_free);
}

/**
 * capacity_service_unref:
 * @self: (transfer full): a service
 */
void
capacity_service_unref (CapacityService *self)
{
  g_atomic_rc_box_release_full (self, service_clear);
}

static gpointer
copy_need (gconstpointer need,
           gpointer      unused)
{
  return capacity_need_copy (need);
}

static gpointer
copy_allocation (gconstpointer allocation,
                 gpointer      unused)
{
  return g_memdup2 (allocation, sizeof (CapacityAllocation));
}

static gpointer
copy_event (gconstpointer event,
            gpointer      unused)
{
  return capacity_known_event_copy (event);
}

static gpointer
copy_refusal (gconstpointer refusal,
              gpointer      unused)
{
  return g_memdup2 (refusal, sizeof (CapacityRefusal));
}

static gpointer
copy_volume (gconstpointer data,
             gpointer      unused)
{
  const CapacityVolume *volume = data;
  CapacityVolume *copy = volume_new (volume->kind, volume->channel, volume->measure,
                                     capacity_series_ref (volume->series), volume->source);

  copy->site = g_strdup (volume->site);

  return copy;
}

/* Puts copies of the elements of @source in the place of those of @list. */
static void
copy_list (GPtrArray **list,
           GPtrArray  *source,
           GCopyFunc   copy)
{
  g_ptr_array_unref (*list);
  *list = g_ptr_array_copy (source, copy, NULL);
}

/**
 * capacity_service_copy:
 * @self: a service
 *
 * Returns: (transfer full): a copy with the same identifier, for changing before it is shared
 */
CapacityService *
capacity_service_copy (const CapacityService *self)
{
  CapacityService *copy = capacity_service_new ();

  copy->id = self->id;
  copy->code = g_strdup (self->code);
  copy->external_id = g_strdup (self->external_id);
  g_set_str (&copy->name, self->name);
  copy->unit = g_strdup (self->unit);
  copy->owner = g_strdup (self->owner);
  copy->department = g_strdup (self->department);
  copy->note = g_strdup (self->note);
  copy->benefit = self->benefit;
  copy->target = self->target;
  copy->lead_days = self->lead_days;
  copy->substitute = g_strdup (self->substitute);
  copy->provider = g_strdup (self->provider);
  copy->phase = self->phase;
  copy->driver = g_strdup (self->driver);
  copy->driver_rate = self->driver_rate;
  copy->target_peak = self->target_peak;
  copy->low = self->low;
  copy->term_days = self->term_days;
  copy->plan = self->plan != NULL ? capacity_plan_copy (self->plan) : NULL;
  copy_list (&copy->volumes, self->volumes, copy_volume);
  g_ptr_array_unref (copy->limits);
  copy->limits = capacity_limits_copy (self->limits);
  copy_list (&copy->needs, self->needs, copy_need);
  copy_list (&copy->allocations, self->allocations, copy_allocation);
  copy_list (&copy->events, self->events, copy_event);
  copy_list (&copy->refusals, self->refusals, copy_refusal);
  g_ptr_array_unref (copy->labels);
  copy->labels = capacity_label_list_copy (self->labels);

  return copy;
}

/**
 * capacity_service_take_volume:
 * @self: a service that is not shared yet
 * @kind: which applications
 * @channel: (nullable): name of the channel
 * @measure: what is counted
 * @series: (transfer full): the measurements
 * @source: (nullable): where they came from
 *
 * Adds a volume series.
 *
 * Returns: (transfer none): the volume, for saying its site
 */
CapacityVolume *
capacity_service_take_volume (CapacityService    *self,
                              CapacityRequestKind kind,
                              const char         *channel,
                              CapacityMeasure     measure,
                              CapacitySeries     *series,
                              const char         *source)
{
  CapacityVolume *volume = volume_new (kind, channel, measure, series, source);

  g_ptr_array_add (self->volumes, volume);

  return volume;
}
