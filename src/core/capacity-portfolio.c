/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-portfolio.h"

#include "capacity-quantity.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (CapacityService, capacity_service, capacity_service_ref, capacity_service_unref)
G_DEFINE_BOXED_TYPE (CapacityResource, capacity_resource, capacity_resource_ref, capacity_resource_unref)
G_DEFINE_BOXED_TYPE (CapacityPortfolio, capacity_portfolio, capacity_portfolio_ref, capacity_portfolio_unref)

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
 * Returns: (transfer full): a need with a new identifier, an estimate, of all channels
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
 * capacity_limit_new:
 * @mode: regular or peak
 * @value: the most that can be delivered in a period
 * @per: of this length
 * @from: first day, or %CAPACITY_DATE_NONE
 * @until: last day, or %CAPACITY_DATE_NONE
 *
 * Returns: (transfer full): a limit with a new identifier, an estimate without a note, actual and in units
 */
CapacityLimit *
capacity_limit_new (CapacityMode       mode,
                    double             value,
                    CapacityPeriodKind per,
                    CapacityDate       from,
                    CapacityDate       until)
{
  CapacityLimit *limit = g_new0 (CapacityLimit, 1);

  limit->id = capacity_id_new ();
  limit->mode = mode;
  limit->value = value;
  limit->per = per;
  limit->from = from;
  limit->until = until;
  limit->state = CAPACITY_LIMIT_ACTUAL;

  return limit;
}

/**
 * capacity_limit_copy:
 * @self: a limit
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityLimit *
capacity_limit_copy (const CapacityLimit *self)
{
  CapacityLimit *copy = g_memdup2 (self, sizeof *self);

  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * capacity_limit_free:
 * @self: (transfer full): a limit
 */
void
capacity_limit_free (CapacityLimit *self)
{
  g_free (self->note);
  g_free (self);
}

/* The limit of one mode that holds on a day, or NULL. */
static const CapacityLimit *
limit_on (const GPtrArray *limits,
          CapacityMode     mode,
          CapacityDate     day)
{
  const CapacityLimit *best = NULL;

  for (guint i = 0; i < limits->len; i++)
    {
      const CapacityLimit *limit = limits->pdata[i];

      if (limit->mode == mode && limit->state != CAPACITY_LIMIT_PLANNED && limit->from <= day
          && (limit->until == CAPACITY_DATE_NONE || day <= limit->until)
          && (best == NULL || limit->from >= best->from))
        best = limit;
    }

  return best;
}

/* How much of a limit given for periods of the length @per falls into @period. Below a month, working days count. */
static double
share_of (CapacityPeriodKind      per,
          CapacityPeriod          period,
          const CapacityCalendar *calendar)
{
  double unit_days;

  if (per == period.kind)
    return 1;
  if (per >= CAPACITY_PERIOD_MONTH && period.kind >= CAPACITY_PERIOD_MONTH)
    return capacity_rate_convert (1, per, period.kind);

  if (per == CAPACITY_PERIOD_DAY)
    unit_days = 1;
  else if (per == CAPACITY_PERIOD_WEEK)
    unit_days = 5;
  else
    unit_days = capacity_calendar_working_days (calendar, capacity_period_convert (period, per));

  return capacity_calendar_working_days (calendar, period) / unit_days;
}

/**
 * capacity_limits_find:
 * @limits: (element-type CapacityLimit): limits of a service or resource
 * @mode: regular or peak
 * @period: a period
 *
 * The limit that holds on the first day of the period; where none holds yet on that day, on its last day. In the peak
 * the regular one counts where no peak limit holds.
 *
 * Returns: (transfer none) (nullable): the limit; %NULL where none is given
 */
const CapacityLimit *
capacity_limits_find (const GPtrArray *limits,
                      CapacityMode     mode,
                      CapacityPeriod   period)
{
  const CapacityLimit *limit = limit_on (limits, mode, capacity_period_first_day (period));

  if (limit == NULL)
    limit = limit_on (limits, mode, capacity_period_last_day (period));
  if (limit == NULL && mode == CAPACITY_MODE_PEAK)
    return capacity_limits_find (limits, CAPACITY_MODE_REGULAR, period);

  return limit;
}

/**
 * capacity_limits_at:
 * @limits: (element-type CapacityLimit): limits of a service or resource
 * @mode: regular or peak
 * @period: a period
 * @calendar: the working days
 *
 * What can be delivered in the period, by the limit that capacity_limits_find() finds. A limit per day or week is one
 * per working day or week of five working days; longer ones are converted by the average lengths of the calendar.
 *
 * Returns: the amount in the whole period; NaN where none is given
 */
double
capacity_limits_at (const GPtrArray        *limits,
                    CapacityMode            mode,
                    CapacityPeriod          period,
                    const CapacityCalendar *calendar)
{
  const CapacityLimit *limit = capacity_limits_find (limits, mode, period);

  return limit != NULL ? limit->value * share_of (limit->per, period, calendar) : NAN;
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

/* Copies for g_ptr_array_copy() and g_ptr_array_extend(). */

static gpointer
copy_limit (gconstpointer limit,
            gpointer      unused)
{
  return capacity_limit_copy (limit);
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
  copy->plan = self->plan != NULL ? capacity_plan_copy (self->plan) : NULL;
  copy_list (&copy->volumes, self->volumes, copy_volume);
  copy_list (&copy->limits, self->limits, copy_limit);
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

/* Volumes counted without telling kinds apart lead; the kinds are only summed where there are none. */
static gboolean
has_undivided (const CapacityService *self,
               CapacityMeasure        measure)
{
  for (guint i = 0; i < self->volumes->len; i++)
    {
      const CapacityVolume *volume = self->volumes->pdata[i];

      if (volume->measure == measure && volume->kind == CAPACITY_REQUEST_ALL)
        return TRUE;
    }

  return FALSE;
}

static CapacitySeries *
lengthen (const CapacitySeries *series,
          CapacityMeasure       measure,
          CapacityPeriodKind    kind)
{
  return measure == CAPACITY_MEASURE_STOCK ? capacity_series_last_of (series, kind)
                                           : capacity_series_aggregate (series, kind);
}

static gboolean
counts_the_same (const CapacityVolume *a,
                 const CapacityVolume *b)
{
  return a->measure == b->measure && a->kind == b->kind && g_strcmp0 (a->channel, b->channel) == 0
         && g_strcmp0 (a->site, b->site) == 0;
}

/* Puts a part into the whole, either as one more or where it was not known so far; the whole takes its place. */
static void
put (CapacitySeries **whole,
     CapacitySeries  *part,
     CapacitySeries *(*how) (const CapacitySeries *, const CapacitySeries *))
{
  g_autoptr (CapacitySeries) before = g_steal_pointer (whole);
  g_autoptr (CapacitySeries) owned = part;

  if (before == NULL || owned == NULL)
    *whole = before != NULL ? g_steal_pointer (&before) : g_steal_pointer (&owned);
  else
    *whole = how (before, owned);
}

/* What the volume at @position counts, in periods of @kind. The same thing may also have been counted by other
 * lengths, by days here and by months before: the shortest leads, the others fill what it does not cover. The series
 * of the shortest periods does this for all of them; for the others the answer is NULL. */
static CapacitySeries *
counted_once (const CapacityService *self,
              guint                  position,
              CapacityPeriodKind     kind)
{
  const CapacityVolume *volume = self->volumes->pdata[position];
  CapacitySeries *whole = NULL;

  for (int length = CAPACITY_PERIOD_DAY; length <= (int) kind; length++)
    for (guint i = 0; i < self->volumes->len; i++)
      {
        const CapacityVolume *other = self->volumes->pdata[i];

        if ((int) other->series->kind != length || !counts_the_same (volume, other))
          continue;
        if (whole == NULL && i != position)
          return NULL;
        put (&whole, lengthen (other->series, other->measure, kind), capacity_series_fill);
      }

  return whole;
}

/**
 * capacity_service_dup_total:
 * @self: a service
 * @measure: what is counted
 * @kind: length of the periods wanted
 *
 * Sums the volumes of all channels, places and kinds of applications. Volumes counted without telling the kinds apart stand
 * for all of them and are not added to the kinds; nor is what was counted by days and by months counted twice. Series
 * counted in longer periods than @kind are left out.
 *
 * Returns: (transfer full) (nullable): the sums; %NULL where nothing fits
 */
CapacitySeries *
capacity_service_dup_total (const CapacityService *self,
                            CapacityMeasure        measure,
                            CapacityPeriodKind     kind)
{
  CapacitySeries *total = NULL;
  gboolean undivided = has_undivided (self, measure);

  for (guint i = 0; i < self->volumes->len; i++)
    {
      const CapacityVolume *volume = self->volumes->pdata[i];

      if (volume->measure == measure && (volume->kind == CAPACITY_REQUEST_ALL) == undivided)
        put (&total, counted_once (self, i, kind), capacity_series_add);
    }

  return total;
}

/**
 * capacity_resource_new:
 *
 * Returns: (transfer full): a resource with a new identifier, an empty name and the institution's thresholds
 */
CapacityResource *
capacity_resource_new (void)
{
  CapacityResource *self = g_atomic_rc_box_new0 (CapacityResource);

  self->id = capacity_id_new ();
  self->name = g_strdup ("");
  self->posts = NAN;
  self->annual_cost = -1;
  self->target = NAN;
  self->limits = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_limit_free);
  self->availability = NAN;
  self->leave_days = NAN;
  self->sick_days = NAN;
  self->training_days = NAN;
  self->other_duties = NAN;
  self->target_peak = NAN;
  self->low = NAN;
  self->lead_days = -1;
  self->labels = capacity_label_list_new ();

  return self;
}

/**
 * capacity_resource_ref:
 * @self: a resource
 *
 * Returns: (transfer full): the same resource
 */
CapacityResource *
capacity_resource_ref (const CapacityResource *self)
{
  return g_atomic_rc_box_acquire ((CapacityResource *) self);
}

static void
resource_clear (gpointer data)
{
  CapacityResource *self = data;

  g_free (self->code);
  g_free (self->name);
  g_free (self->unit);
  g_free (self->owner);
  g_free (self->note);
  g_ptr_array_unref (self->limits);
  g_free (self->substitute);
  g_free (self->department);
  g_free (self->provider);
  g_ptr_array_unref (self->labels);
}

/**
 * capacity_resource_unref:
 * @self: (transfer full): a resource
 */
void
capacity_resource_unref (CapacityResource *self)
{
  g_atomic_rc_box_release_full (self, resource_clear);
}

/**
 * capacity_resource_copy:
 * @self: a resource
 *
 * Returns: (transfer full): a copy with the same identifier, for changing before it is shared
 */
CapacityResource *
capacity_resource_copy (const CapacityResource *self)
{
  CapacityResource *copy = g_atomic_rc_box_dup (sizeof *self, (CapacityResource *) self);

  copy->code = g_strdup (self->code);
  copy->name = g_strdup (self->name);
  copy->unit = g_strdup (self->unit);
  copy->owner = g_strdup (self->owner);
  copy->note = g_strdup (self->note);
  copy->limits = g_ptr_array_copy (self->limits, copy_limit, NULL);
  copy->substitute = g_strdup (self->substitute);
  copy->department = g_strdup (self->department);
  copy->provider = g_strdup (self->provider);
  copy->labels = capacity_label_list_copy (self->labels);

  return copy;
}

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
