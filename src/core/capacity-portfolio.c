/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-portfolio.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (CapacityPortfolio, capacity_portfolio, capacity_portfolio_ref, capacity_portfolio_unref)

/* The calendar that new portfolios share: making one takes milliseconds, and most get another at once. */
static CapacityCalendar *
plain_calendar (void)
{
  static CapacityCalendar *calendar;

  if (g_once_init_enter_pointer (&calendar))
    g_once_init_leave_pointer (&calendar, capacity_calendar_new (NULL, 0, NULL, 0));

  return calendar;
}

/**
 * capacity_portfolio_new:
 *
 * Returns: (transfer full): a portfolio without services, with the default thresholds and no moved working days
 */
CapacityPortfolio *
capacity_portfolio_new (void)
{
  CapacityPortfolio *self = g_atomic_rc_box_new0 (CapacityPortfolio);

  self->institution.id = capacity_id_new ();
  self->institution.target_people = 0.85;
  self->institution.target_shared = 0.80;
  self->institution.low = 0.55;
  self->institution.lead_days = 90;
  self->institution.horizon_months = 36;
  self->institution.day_hours = 8;
  self->institution.target_peak = NAN;
  self->calendar = capacity_calendar_ref (plain_calendar ());
  self->services = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_service_unref);
  self->resources = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_resource_unref);
  self->events = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_known_event_free);
  self->departments = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_department_free);
  self->profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_import_profile_free);
  self->filters = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_saved_filter_free);
  self->report_texts = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_report_text_free);

  return self;
}

/**
 * capacity_portfolio_ref:
 * @self: a portfolio
 *
 * Returns: (transfer full): the same portfolio
 */
CapacityPortfolio *
capacity_portfolio_ref (const CapacityPortfolio *self)
{
  return g_atomic_rc_box_acquire ((CapacityPortfolio *) self);
}

/**
 * capacity_institution_copy:
 * @self: an institution
 * @copy: where to put a copy; what it held before is not freed
 */
void
capacity_institution_copy (const CapacityInstitution *self,
                           CapacityInstitution       *copy)
{
  *copy = *self;
  copy->name = g_strdup (self->name);
  copy->registration_number = g_strdup (self->registration_number);
  copy->portfolio_owner = g_strdup (self->portfolio_owner);
  copy->portfolio_substitute = g_strdup (self->portfolio_substitute);
  copy->resource_owner = g_strdup (self->resource_owner);
  copy->resource_substitute = g_strdup (self->resource_substitute);
  copy->emblem = self->emblem != NULL ? g_bytes_ref (self->emblem) : NULL;
}

/**
 * capacity_institution_clear:
 * @self: an institution
 *
 * Frees what it holds.
 */
void
capacity_institution_clear (CapacityInstitution *self)
{
  g_free (self->name);
  g_free (self->registration_number);
  g_free (self->portfolio_owner);
  g_free (self->portfolio_substitute);
  g_free (self->resource_owner);
  g_free (self->resource_substitute);
  g_clear_pointer (&self->emblem, g_bytes_unref);
}

static void
portfolio_clear (gpointer data)
{
  CapacityPortfolio *self = data;

  capacity_institution_clear (&self->institution);
  capacity_calendar_unref (self->calendar);
  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->resources);
  g_ptr_array_unref (self->events);
  g_clear_pointer (&self->plan, capacity_plan_free);
  g_ptr_array_unref (self->departments);
  g_ptr_array_unref (self->profiles);
  g_ptr_array_unref (self->filters);
  g_ptr_array_unref (self->report_texts);
}

/**
 * capacity_portfolio_unref:
 * @self: (transfer full): a portfolio
 */
void
capacity_portfolio_unref (CapacityPortfolio *self)
{
  g_atomic_rc_box_release_full (self, portfolio_clear);
}

static gpointer
copy_event (gconstpointer event,
            gpointer      unused)
{
  return capacity_known_event_copy (event);
}

static gpointer
share_service (gconstpointer service,
               gpointer      unused)
{
  return capacity_service_ref (service);
}

static gpointer
share_resource (gconstpointer resource,
                gpointer      unused)
{
  return capacity_resource_ref (resource);
}

static gpointer
copy_department (gconstpointer department,
                 gpointer      unused)
{
  return capacity_department_copy (department);
}

static gpointer
copy_profile (gconstpointer profile,
              gpointer      unused)
{
  return capacity_import_profile_copy (profile);
}

static gpointer
copy_filter (gconstpointer filter,
             gpointer      unused)
{
  return capacity_saved_filter_copy (filter);
}

static gpointer
copy_report_text (gconstpointer text,
                  gpointer      unused)
{
  return capacity_report_text_copy (text);
}

/**
 * capacity_portfolio_copy:
 * @self: a portfolio
 *
 * Returns: (transfer full): a portfolio with the same services and resources, for putting others in their places
 *   before it is shared: a scenario is made so
 */
CapacityPortfolio *
capacity_portfolio_copy (const CapacityPortfolio *self)
{
  CapacityPortfolio *copy = g_atomic_rc_box_dup (sizeof *self, (CapacityPortfolio *) self);

  capacity_institution_copy (&self->institution, &copy->institution);
  capacity_calendar_ref (copy->calendar);
  copy->services = g_ptr_array_copy (self->services, share_service, NULL);
  copy->resources = g_ptr_array_copy (self->resources, share_resource, NULL);
  copy->events = g_ptr_array_copy (self->events, copy_event, NULL);
  copy->plan = self->plan != NULL ? capacity_plan_copy (self->plan) : NULL;
  copy->departments = g_ptr_array_copy (self->departments, copy_department, NULL);
  copy->profiles = g_ptr_array_copy (self->profiles, copy_profile, NULL);
  copy->filters = g_ptr_array_copy (self->filters, copy_filter, NULL);
  copy->report_texts = g_ptr_array_copy (self->report_texts, copy_report_text, NULL);

  return copy;
}

/**
 * capacity_portfolio_get_service:
 * @self: a portfolio
 * @id: an identifier
 *
 * Returns: (transfer none) (nullable): the service
 */
CapacityService *
capacity_portfolio_get_service (const CapacityPortfolio *self,
                                const CapacityId        *id)
{
  for (guint i = 0; i < self->services->len; i++)
    {
      CapacityService *service = self->services->pdata[i];

      if (capacity_id_equal (&service->id, id))
        return service;
    }

  return NULL;
}

static gboolean
same_text (const char *text,
           const char *folded)
{
  g_autofree char *own = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return g_strcmp0 (own, folded) == 0;
}

/**
 * capacity_portfolio_find_service:
 * @self: a portfolio
 * @code_or_name: what a person calls it; case does not matter
 *
 * Returns: (transfer none) (nullable): the service of that code, else of that name
 */
CapacityService *
capacity_portfolio_find_service (const CapacityPortfolio *self,
                                 const char              *code_or_name)
{
  g_autofree char *folded = g_utf8_casefold (code_or_name, -1);
  CapacityService *by_name = NULL;

  for (guint i = 0; i < self->services->len; i++)
    {
      CapacityService *service = self->services->pdata[i];

      if (same_text (service->code, folded))
        return service;
      if (by_name == NULL && same_text (service->name, folded))
        by_name = service;
    }

  return by_name;
}

/**
 * capacity_portfolio_get_resource:
 * @self: a portfolio
 * @id: an identifier
 *
 * Returns: (transfer none) (nullable): the resource
 */
CapacityResource *
capacity_portfolio_get_resource (const CapacityPortfolio *self,
                                 const CapacityId        *id)
{
  for (guint i = 0; i < self->resources->len; i++)
    {
      CapacityResource *resource = self->resources->pdata[i];

      if (capacity_id_equal (&resource->id, id))
        return resource;
    }

  return NULL;
}

/**
 * capacity_portfolio_find_resource:
 * @self: a portfolio
 * @code_or_name: what a person calls it; case does not matter
 *
 * Returns: (transfer none) (nullable): the resource of that code, else of that name
 */
CapacityResource *
capacity_portfolio_find_resource (const CapacityPortfolio *self,
                                  const char              *code_or_name)
{
  g_autofree char *folded = g_utf8_casefold (code_or_name, -1);
  CapacityResource *by_name = NULL;

  for (guint i = 0; i < self->resources->len; i++)
    {
      CapacityResource *resource = self->resources->pdata[i];

      if (same_text (resource->code, folded))
        return resource;
      if (by_name == NULL && same_text (resource->name, folded))
        by_name = resource;
    }

  return by_name;
}
