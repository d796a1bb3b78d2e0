/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-util.h"

#include <math.h>

/* Every kind of fact goes into the file and comes back the same. */

static CapacityOutcome *
apply (CapacityStore  *store,
       CapacityChange *change)
{
  g_autoptr (GError) error = NULL;
  CapacityOutcome *outcome = capacity_store_apply (store, change, NULL, &error);

  g_assert_no_error (error);

  return outcome;
}

static void
apply_failing (CapacityStore  *store,
               CapacityChange *change,
               int             code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (capacity_store_apply (store, change, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, code);
}

/* What the file holds, read by a store that has no snapshot to share. */
static CapacityPortfolio *
reread (CapacityStore *store)
{
  g_autoptr (CapacityStore) reader = capacity_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_store_open (reader, capacity_store_get_path (store), CAPACITY_STORE_READ_ONLY, NULL,
                                 &error);
  g_assert_no_error (error);

  return capacity_portfolio_ref (outcome->portfolio);
}

static void
test_empty (Place         *place,
            gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityPortfolio) portfolio = reread (store);

  g_assert_null (portfolio->institution.name);
  g_assert_false (portfolio->institution.is_sample);
  g_assert_cmpfloat (portfolio->institution.target_people, ==, 0.85);
  g_assert_cmpint (portfolio->institution.horizon_months, ==, 36);
  g_assert_cmpint (portfolio->institution.id.bytes[6] >> 4, ==, 7);
  g_assert_cmpuint (portfolio->services->len, ==, 0);
  g_assert_true (capacity_calendar_is_working_day (portfolio->calendar,
                                                   capacity_date_from_ymd (2026, 6, 27)));
  g_assert_false (capacity_calendar_is_working_day (portfolio->calendar,
                                                    capacity_date_from_ymd (2026, 6, 22)));
  g_assert_false (capacity_calendar_is_working_day (portfolio->calendar,
                                                    capacity_date_from_ymd (2009, 1, 2)));
}

static void
test_institution (Place         *place,
                  gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  CapacityInstitution institution = { .name = (char *) "Ādažu dome",
                                      .registration_number = (char *) "90000048472",
                                      .is_sample = TRUE, .target_people = 0.8, .target_shared = 0.7,
                                      .low = 0.4, .lead_days = 120, .horizon_months = 24,
                                      .portfolio_owner = (char *) "Māra (izdomāta)",
                                      .resource_substitute = (char *) "Jānis (izdomāts)",
                                      .day_hours = 7.5, .target_peak = 0.9 };
  g_autoptr (GBytes) emblem = g_bytes_new_static ("not a picture, but many bytes", 30);

  institution.emblem = emblem;
  capacity_change_set_institution (change, &institution);
  outcome = apply (store, change);
  g_assert_cmpint (outcome->action->verb, ==, CAPACITY_VERB_SET_INSTITUTION);
  g_assert_cmpstr (outcome->action->subject, ==, "Ādažu dome");
  portfolio = reread (store);
  g_assert_cmpstr (portfolio->institution.name, ==, "Ādažu dome");
  g_assert_cmpstr (portfolio->institution.registration_number, ==, "90000048472");
  g_assert_true (portfolio->institution.is_sample);
  g_assert_cmpfloat (portfolio->institution.low, ==, 0.4);
  g_assert_cmpint (portfolio->institution.lead_days, ==, 120);
  g_assert_cmpstr (portfolio->institution.portfolio_owner, ==, "Māra (izdomāta)");
  g_assert_null (portfolio->institution.portfolio_substitute);
  g_assert_null (portfolio->institution.resource_owner);
  g_assert_cmpstr (portfolio->institution.resource_substitute, ==, "Jānis (izdomāts)");
  g_assert_cmpfloat (portfolio->institution.day_hours, ==, 7.5);
  g_assert_cmpfloat (portfolio->institution.target_peak, ==, 0.9);
  g_assert_true (g_bytes_equal (portfolio->institution.emblem, emblem));
}

/* What only the second version of the file knows. */
static void
add_registers (CapacityService  *service,
               const CapacityId *resource)
{
  CapacityLabel *label = capacity_label_new (CAPACITY_LABEL_RECIPIENTS, "Būvnieki");
  CapacityAllocation allocation = { capacity_id_new (), *resource, 0.25, 2 };
  CapacityRefusal refusal = { capacity_id_new (), capacity_month (2023, 12).index };
  CapacityKnownEvent *event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_LAW, "Jauns likums",
                                                        capacity_date_from_ymd (2026, 7, 1), CAPACITY_DATE_NONE);

  service->substitute = g_strdup ("Juris (izdomāts)");
  service->provider = g_strdup ("Būvinspektori");
  service->phase = CAPACITY_PHASE_MAINTENANCE;
  service->driver = g_strdup ("objekti");
  service->driver_rate = 0.2;
  service->target_peak = 0.95;
  service->low = 0.4;
  service->term_days = 15;
  label->size = 1200;
  label->level = g_strdup ("30 dienas");
  g_ptr_array_add (service->labels, label);
  g_ptr_array_add (service->allocations, g_memdup2 (&allocation, sizeof allocation));
  g_ptr_array_add (service->refusals, g_memdup2 (&refusal, sizeof refusal));
  event->share = 0.3;
  event->note = g_strdup ("no 1. jūlija");
  g_ptr_array_add (service->events, event);
  service->plan = capacity_plan_new (3);
  service->plan->state = CAPACITY_PLAN_APPROVED;
  service->plan->assumptions = g_strdup ("pieņēmums");
  service->plan->recommendation = g_strdup ("ieteikums");
  service->plan->decided = capacity_date_from_ymd (2026, 11, 23);
  service->plan->decided_by = g_strdup ("Vadība");
}

static void
check_registers (const CapacityService *service)
{
  const CapacityLabel *label;
  const CapacityAllocation *allocation;
  const CapacityKnownEvent *event;

  g_assert_cmpstr (service->substitute, ==, "Juris (izdomāts)");
  g_assert_cmpstr (service->provider, ==, "Būvinspektori");
  g_assert_cmpint (service->phase, ==, CAPACITY_PHASE_MAINTENANCE);
  g_assert_cmpstr (service->driver, ==, "objekti");
  g_assert_cmpfloat (service->driver_rate, ==, 0.2);
  g_assert_cmpfloat (service->target_peak, ==, 0.95);
  g_assert_cmpfloat (service->low, ==, 0.4);
  g_assert_cmpint (service->term_days, ==, 15);

  g_assert_cmpuint (service->labels->len, ==, 1);
  label = service->labels->pdata[0];
  g_assert_cmpint (label->kind, ==, CAPACITY_LABEL_RECIPIENTS);
  g_assert_cmpstr (label->name, ==, "Būvnieki");
  g_assert_cmpfloat (label->size, ==, 1200);
  g_assert_cmpstr (label->level, ==, "30 dienas");

  g_assert_cmpuint (service->allocations->len, ==, 1);
  allocation = service->allocations->pdata[0];
  g_assert_cmpfloat (allocation->share, ==, 0.25);
  g_assert_cmpint (allocation->priority, ==, 2);
  g_assert_cmpuint (service->refusals->len, ==, 1);
  g_assert_cmpint (((CapacityRefusal *) service->refusals->pdata[0])->month, ==, capacity_month (2023, 12).index);

  g_assert_cmpuint (service->events->len, ==, 1);
  event = service->events->pdata[0];
  g_assert_cmpint (event->kind, ==, CAPACITY_KNOWN_EVENT_LAW);
  g_assert_cmpstr (event->name, ==, "Jauns likums");
  g_assert_cmpint (event->from, ==, capacity_date_from_ymd (2026, 7, 1));
  g_assert_cmpint (event->until, ==, CAPACITY_DATE_NONE);
  g_assert_cmpfloat (event->share, ==, 0.3);
  g_assert_true (isnan (event->cases));
  g_assert_cmpstr (event->note, ==, "no 1. jūlija");

  g_assert_nonnull (service->plan);
  g_assert_cmpint (service->plan->years, ==, 3);
  g_assert_cmpint (service->plan->state, ==, CAPACITY_PLAN_APPROVED);
  g_assert_cmpstr (service->plan->assumptions, ==, "pieņēmums");
  g_assert_cmpstr (service->plan->recommendation, ==, "ieteikums");
  g_assert_cmpint (service->plan->decided, ==, capacity_date_from_ymd (2026, 11, 23));
  g_assert_cmpstr (service->plan->decided_by, ==, "Vadība");
}

static CapacityService *
whole_service (const CapacityId *resource)
{
  CapacityService *service = service_named ("Būvatļauja");
  const double values[] = { 10, NAN, 12.5, 0 };
  CapacityVolume *volume;
  CapacityLimit *limit = capacity_limit_new (CAPACITY_MODE_PEAK, 1500, CAPACITY_PERIOD_WEEK,
                                             capacity_date_from_ymd (2024, 1, 1), CAPACITY_DATE_NONE);
  CapacityNeed *need = capacity_need_new (resource, CAPACITY_REQUEST_COMPLAINT, 0.75);

  service->code = g_strdup ("B-7");
  service->external_id = g_strdup ("PK-0001");
  service->unit = g_strdup ("lietas");
  service->owner = g_strdup ("Anna (izdomāta)");
  service->department = g_strdup ("Būvvalde");
  service->note = g_strdup ("piezīme");
  service->benefit = CAPACITY_BENEFIT_GENERAL;
  service->target = 0.9;
  service->lead_days = 30;
  limit->basis = CAPACITY_BASIS_CONTRACT;
  limit->note = g_strdup ("līgums");
  g_ptr_array_add (service->limits, limit);
  limit->state = CAPACITY_LIMIT_APPROVED;
  limit->in_posts = TRUE;
  need->channel = g_strdup ("Portāls");
  need->basis = CAPACITY_BASIS_MEASURED;
  need->norm = 0.5;
  g_ptr_array_add (service->needs, need);
  volume = capacity_service_take_volume (service, CAPACITY_REQUEST_SERVICE, "portāls", CAPACITY_MEASURE_ARRIVALS,
                                         series_of (capacity_month (2023, 11), values, G_N_ELEMENTS (values)),
                                         NULL);
  volume->site = g_strdup ("Sala");
  add_registers (service, resource);

  return service;
}

static void
check_whole_service (const CapacityService *service)
{
  const CapacityLimit *limit;
  const CapacityVolume *volume;

  g_assert_cmpstr (service->code, ==, "B-7");
  g_assert_cmpstr (service->external_id, ==, "PK-0001");
  g_assert_cmpstr (service->name, ==, "Būvatļauja");
  g_assert_cmpstr (service->unit, ==, "lietas");
  g_assert_cmpstr (service->owner, ==, "Anna (izdomāta)");
  g_assert_cmpstr (service->department, ==, "Būvvalde");
  g_assert_cmpstr (service->note, ==, "piezīme");
  g_assert_cmpint (service->benefit, ==, CAPACITY_BENEFIT_GENERAL);
  g_assert_cmpfloat (service->target, ==, 0.9);
  g_assert_cmpint (service->lead_days, ==, 30);

  g_assert_cmpuint (service->limits->len, ==, 1);
  limit = service->limits->pdata[0];
  g_assert_cmpint (limit->mode, ==, CAPACITY_MODE_PEAK);
  g_assert_cmpfloat (limit->value, ==, 1500);
  g_assert_cmpint (limit->per, ==, CAPACITY_PERIOD_WEEK);
  g_assert_cmpint (limit->from, ==, capacity_date_from_ymd (2024, 1, 1));
  g_assert_cmpint (limit->until, ==, CAPACITY_DATE_NONE);
  g_assert_cmpint (limit->basis, ==, CAPACITY_BASIS_CONTRACT);
  g_assert_cmpstr (limit->note, ==, "līgums");
  g_assert_cmpint (limit->state, ==, CAPACITY_LIMIT_APPROVED);
  g_assert_true (limit->in_posts);

  g_assert_cmpuint (service->needs->len, ==, 1);
  g_assert_cmpint (((CapacityNeed *) service->needs->pdata[0])->kind, ==, CAPACITY_REQUEST_COMPLAINT);
  g_assert_cmpfloat (((CapacityNeed *) service->needs->pdata[0])->amount, ==, 0.75);
  g_assert_cmpint (((CapacityNeed *) service->needs->pdata[0])->basis, ==, CAPACITY_BASIS_MEASURED);
  g_assert_cmpfloat (((CapacityNeed *) service->needs->pdata[0])->norm, ==, 0.5);
  g_assert_cmpint (g_ascii_strcasecmp (((CapacityNeed *) service->needs->pdata[0])->channel, "Portāls"), ==, 0);

  g_assert_cmpuint (service->volumes->len, ==, 1);
  volume = service->volumes->pdata[0];
  g_assert_cmpint (volume->kind, ==, CAPACITY_REQUEST_SERVICE);
  g_assert_cmpint (g_ascii_strcasecmp (volume->channel, "portāls"), ==, 0);
  g_assert_cmpstr (volume->site, ==, "Sala");
  g_assert_null (volume->source);
  g_assert_cmpint (volume->series->first, ==, capacity_month (2023, 11).index);
  g_assert_cmpuint (volume->series->n, ==, 4);
  g_assert_true (isnan (volume->series->values[1]));
  g_assert_cmpfloat (volume->series->values[2], ==, 12.5);
  g_assert_cmpfloat (volume->series->values[3], ==, 0);
  check_registers (service);
}

/* That another service may be like one is known as long as both are there; they may come in one step. */
static void
test_alike (Place         *place,
            gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) first = service_named ("Būvatļauja");
  g_autoptr (CapacityService) second = service_named ("Būvatļauja");
  CapacityRefusal name = { capacity_id_new (), CAPACITY_NO_MONTH, second->id, CAPACITY_LIKENESS_NAME };
  CapacityRefusal volumes = { capacity_id_new (), CAPACITY_NO_MONTH, second->id, CAPACITY_LIKENESS_VOLUMES };
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityChange) removal = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityOutcome) removed = NULL;
  g_autoptr (CapacityOutcome) undone = NULL;
  const CapacityService *kept;

  g_ptr_array_add (first->refusals, g_memdup2 (&name, sizeof name));
  g_ptr_array_add (first->refusals, g_memdup2 (&volumes, sizeof volumes));
  capacity_change_add_service (change, first);
  capacity_change_add_service (change, second);
  outcome = apply (store, change);
  kept = capacity_portfolio_get_service (outcome->portfolio, &first->id);
  g_assert_cmpuint (kept->refusals->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const CapacityRefusal *refusal = kept->refusals->pdata[i];

      g_assert_cmpint (refusal->month, ==, CAPACITY_NO_MONTH);
      g_assert_true (capacity_id_equal (&refusal->other, &second->id));
      g_assert_cmpint (refusal->alike, ==, i == 0 ? CAPACITY_LIKENESS_NAME : CAPACITY_LIKENESS_VOLUMES);
    }

  capacity_change_remove_service (removal, &second->id);
  removed = apply (store, removal);
  kept = capacity_portfolio_get_service (removed->portfolio, &first->id);
  g_assert_cmpuint (kept->refusals->len, ==, 0);
  undone = capacity_store_undo (store, NULL, NULL);
  g_assert_nonnull (undone);
  kept = capacity_portfolio_get_service (undone->portfolio, &first->id);
  g_assert_cmpuint (kept->refusals->len, ==, 2);
}

static void
test_service_and_resource (Place         *place,
                           gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityResource) resource = capacity_resource_new ();
  g_autoptr (CapacityService) service = whole_service (&resource->id);
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  const CapacityResource *kept;

  g_set_str (&resource->name, "Inspektori");
  resource->kind = CAPACITY_RESOURCE_PEOPLE;
  resource->posts = 2.5;
  resource->annual_cost = 4500000;
  resource->substitute = g_strdup ("Ilze (izdomāta)");
  resource->department = g_strdup ("Būvvalde");
  resource->provider = g_strdup ("Aģentūra");
  resource->reach = CAPACITY_REACH_STATE;
  resource->sharing = CAPACITY_SHARING_PRIORITY;
  resource->availability = 0.99;
  resource->leave_days = 20;
  resource->sick_days = 8;
  resource->training_days = 5;
  resource->other_duties = 0.1;
  resource->target_peak = 0.97;
  resource->low = 0.3;
  resource->lead_days = 60;
  resource->open_hours = 7.5;
  resource->wait_minutes = 15;
  resource->wait_share = 0.8;
  g_ptr_array_add (resource->labels, capacity_label_new (CAPACITY_LABEL_USER, "Kaimiņu pašvaldība"));
  g_ptr_array_add (resource->limits,
                   capacity_limit_new (CAPACITY_MODE_REGULAR, 320, CAPACITY_PERIOD_MONTH, 0, 0));
  capacity_change_add_resource (change, resource);
  capacity_change_add_service (change, service);
  outcome = apply (store, change);
  g_assert_cmpint (outcome->action->verb, ==, CAPACITY_VERB_ADD_RESOURCE);
  g_assert_cmpuint (outcome->action->n, ==, 1);
  g_assert_cmpuint (outcome->services->len, ==, 1);
  g_assert_cmpuint (outcome->resources->len, ==, 1);
  g_assert_true (capacity_id_equal (outcome->services->data, &service->id));

  portfolio = reread (store);
  check_whole_service (outcome->portfolio->services->pdata[0]);
  check_whole_service (portfolio->services->pdata[0]);
  kept = portfolio->resources->pdata[0];
  g_assert_cmpstr (kept->name, ==, "Inspektori");
  g_assert_null (kept->code);
  g_assert_cmpfloat (kept->posts, ==, 2.5);
  g_assert_cmpint (kept->annual_cost, ==, 4500000);
  g_assert_true (isnan (kept->target));
  g_assert_cmpstr (kept->substitute, ==, "Ilze (izdomāta)");
  g_assert_cmpstr (kept->department, ==, "Būvvalde");
  g_assert_cmpstr (kept->provider, ==, "Aģentūra");
  g_assert_cmpint (kept->reach, ==, CAPACITY_REACH_STATE);
  g_assert_cmpint (kept->sharing, ==, CAPACITY_SHARING_PRIORITY);
  g_assert_cmpfloat (kept->availability, ==, 0.99);
  g_assert_cmpfloat (kept->leave_days, ==, 20);
  g_assert_cmpfloat (kept->sick_days, ==, 8);
  g_assert_cmpfloat (kept->training_days, ==, 5);
  g_assert_cmpfloat (kept->other_duties, ==, 0.1);
  g_assert_cmpfloat (kept->target_peak, ==, 0.97);
  g_assert_cmpfloat (kept->low, ==, 0.3);
  g_assert_cmpint (kept->lead_days, ==, 60);
  g_assert_cmpfloat (kept->open_hours, ==, 7.5);
  g_assert_cmpfloat (kept->wait_minutes, ==, 15);
  g_assert_cmpfloat (kept->wait_share, ==, 0.8);
  g_assert_cmpuint (kept->labels->len, ==, 1);
  g_assert_cmpstr (((CapacityLabel *) kept->labels->pdata[0])->name, ==, "Kaimiņu pašvaldība");
  g_assert_cmpuint (kept->limits->len, ==, 1);
}

static void
test_set_and_remove (Place         *place,
                     gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityResource) resource = capacity_resource_new ();
  g_autoptr (CapacityService) service = whole_service (&resource->id);
  g_autoptr (CapacityService) renamed = NULL;
  g_autoptr (CapacityLimit) limit = NULL;
  g_autoptr (CapacityChange) add = capacity_change_new ();
  g_autoptr (CapacityChange) set = capacity_change_new ();
  g_autoptr (CapacityChange) remove = capacity_change_new ();
  g_autoptr (CapacityOutcome) added = NULL;
  g_autoptr (CapacityOutcome) changed = NULL;
  g_autoptr (CapacityOutcome) removed = NULL;

  g_set_str (&resource->name, "Inspektori");
  capacity_change_add_resource (add, resource);
  capacity_change_add_service (add, service);
  added = apply (store, add);

  renamed = capacity_service_copy (service);
  g_set_str (&renamed->name, "Būvatļaujas");
  limit = capacity_limit_copy (service->limits->pdata[0]);
  limit->value = 1600;
  capacity_change_set_service_limit (set, &service->id, limit);
  capacity_change_set_service (set, renamed);
  changed = apply (store, set);
  g_assert_cmpint (changed->action->verb, ==, CAPACITY_VERB_SET_LIMIT);
  g_assert_cmpstr (changed->action->subject, ==, "Būvatļauja");
  g_assert_cmpstr (((CapacityService *) changed->portfolio->services->pdata[0])->name, ==, "Būvatļaujas");
  service = (capacity_service_unref (service), capacity_service_ref (changed->portfolio->services->pdata[0]));
  g_assert_cmpuint (service->limits->len, ==, 1);
  g_assert_cmpfloat (((CapacityLimit *) service->limits->pdata[0])->value, ==, 1600);
  g_assert_true (added->portfolio->resources->pdata[0] == changed->portfolio->resources->pdata[0]);

  /* A resource takes what services need of it along. */
  capacity_change_remove_resource (remove, &resource->id);
  removed = apply (store, remove);
  g_assert_cmpuint (removed->portfolio->resources->len, ==, 0);
  g_assert_cmpuint (removed->services->len, ==, 1);
  g_assert_cmpuint (((CapacityService *) removed->portfolio->services->pdata[0])->needs->len, ==, 0);
}

static void
test_refused (Place         *place,
              gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) first = service_named ("Pirmais");
  g_autoptr (CapacityService) second = service_named ("Otrais");
  g_autoptr (CapacityOutcome) added = NULL;
  g_autoptr (CapacityChange) same_code = capacity_change_new ();
  g_autoptr (CapacityChange) gone = capacity_change_new ();
  g_autoptr (CapacityChange) negative = capacity_change_new ();
  g_autoptr (CapacityChange) orphan = capacity_change_new ();
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, -1, CAPACITY_PERIOD_MONTH, 0,
                                                        0);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  first->code = g_strdup ("K");
  second->code = g_strdup ("K");
  added = apply_service (store, first);
  before = dump_facts (place->path);

  capacity_change_add_service (same_code, second);
  apply_failing (store, same_code, CAPACITY_STORE_ERROR_CODE_TAKEN);
  capacity_change_set_service (gone, second);
  apply_failing (store, gone, CAPACITY_STORE_ERROR_GONE);
  capacity_change_set_service_limit (negative, &first->id, limit);
  apply_failing (store, negative, CAPACITY_STORE_ERROR_INVALID);
  limit->value = 1;
  capacity_change_set_service_limit (orphan, &second->id, limit);
  apply_failing (store, orphan, CAPACITY_STORE_ERROR_GONE);

  after = dump_facts (place->path);
  g_assert_cmpstr (before, ==, after);
}

static void
check_series (CapacityStore  *store,
              CapacityPeriod  first,
              guint           n)
{
  g_autofree double *values = g_new (double, n);
  g_autoptr (CapacitySeries) series = NULL;
  g_autoptr (CapacityService) service = service_named ("Diena");
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  const CapacitySeries *kept;

  for (guint i = 0; i < n; i++)
    values[i] = i % 7 == 3 && i + 1 < n ? (double) NAN : i;
  series = series_of (first, values, n);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK,
                                capacity_series_ref (series), NULL);
  outcome = apply_service (store, service);
  portfolio = reread (store);
  kept = ((CapacityVolume *) capacity_portfolio_get_service (portfolio,
                                                             &service->id)->volumes->pdata[0])->series;
  g_assert_cmpint (kept->kind, ==, first.kind);
  g_assert_cmpint (kept->first, ==, first.index);
  g_assert_cmpuint (kept->n, ==, n);
  g_assert_cmpuint (capacity_series_digest (kept), ==, capacity_series_digest (series));
}

/* Across leap years, 53rd weeks and the ends of years, whatever the length of the periods. */
static void
test_periods (Place         *place,
              gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  CapacityDate day = capacity_date_from_ymd (2019, 12, 28);

  for (int kind = CAPACITY_PERIOD_DAY; kind <= CAPACITY_PERIOD_YEAR; kind++)
    check_series (store, capacity_period_of_date ((CapacityPeriodKind) kind, day), 800 >> kind * 2);
  check_series (store, capacity_hour (day, 9), 800 * CAPACITY_DAY_HOURS);
  check_series (store, capacity_hour (capacity_date_from_ymd (CAPACITY_YEAR_MIN, 1, 1), 0), 1);
  check_series (store, capacity_hour (capacity_date_from_ymd (CAPACITY_YEAR_MAX, 12, 31), 23), 1);
  check_series (store, capacity_period_of_date (CAPACITY_PERIOD_DAY, capacity_date_from_ymd (2020, 2, 29)),
                1);
  check_series (store, capacity_period_of_date (CAPACITY_PERIOD_WEEK, capacity_date_from_ymd (2021, 1, 1)),
                3);
  check_series (store, capacity_period_of_date (CAPACITY_PERIOD_WEEK, capacity_date_from_ymd (2015, 1, 1)),
                600);
}

static void
test_typed_volume (Place         *place,
                   gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) service = service_named ("Ar roku");
  g_autoptr (CapacityOutcome) added = apply_service (store, service);
  const double many[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 };
  const double few[] = { 40, 50 };
  g_autoptr (CapacitySeries) first = series_of (capacity_month (2022, 1), many, 15);
  g_autoptr (CapacitySeries) second = series_of (capacity_month (2022, 2), few, 2);
  g_autoptr (CapacitySeries) none = series_of (capacity_month (2022, 2), NULL, 2);
  const CapacitySeries *all[] = { first, second, none };
  const CapacityService *kept;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_autoptr (CapacityChange) change = capacity_change_new ();
      g_autoptr (CapacityOutcome) outcome = NULL;

      capacity_change_set_volume (change, &service->id, CAPACITY_REQUEST_ALL, NULL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  all[i]);
      outcome = apply (store, change);
      kept = outcome->portfolio->services->pdata[0];
      g_assert_cmpuint (kept->volumes->len, ==, i < 2 ? 1 : 0);
      if (i < 2)
        g_assert_cmpuint (capacity_series_digest (((CapacityVolume *) kept->volumes->pdata[0])->series), ==,
                          capacity_series_digest (all[i]));
    }
}

static void
add_far_apart (CapacityChange *change,
               CapacitySeries *series,
               const char     *name)
{
  g_autoptr (CapacityService) service = service_named (name);

  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_ref (series), NULL);
  capacity_change_add_service (change, service);
}

/* Volumes a thousand years apart are kept, but not of so many services that they would fill the memory: what is kept can
 * be read again, and a file that has more is not read. */
static void
test_far_apart (Place         *place,
                gconstpointer  unused)
{
  static const char *const names[] = { "Viens", "Divi", "Trīs", "Četri", "Pieci" };
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityChange) some = capacity_change_new ();
  g_autoptr (CapacityChange) more = capacity_change_new ();
  g_autoptr (CapacityOutcome) kept = NULL;
  g_autoptr (CapacitySeries) series = NULL;
  g_autoptr (GError) error = NULL;
  CapacityPeriod first = capacity_hour (capacity_date_from_ymd (CAPACITY_YEAR_MIN, 1, 1), 0);
  guint n = (guint) (capacity_hour (capacity_date_from_ymd (CAPACITY_YEAR_MAX, 12, 31), 23).index - first.index) + 1;
  g_autofree double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = i == 0 || i == n - 1 ? 1 : (double) NAN;
  series = series_of (first, values, n);
  g_clear_pointer (&values, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    add_far_apart (some, series, names[i]);
  kept = apply (store, some);
  g_assert_cmpuint (kept->portfolio->services->len, ==, G_N_ELEMENTS (names));

  add_far_apart (more, series, "Seši");
  apply_failing (store, more, CAPACITY_STORE_ERROR_TOO_LARGE);
  g_clear_pointer (&kept, capacity_outcome_unref);
  reopen_store (&store, place->path);
  g_assert_true (capacity_store_close (store, NULL));

  execute (place->path, "INSERT INTO series SELECT randomblob (16), service, 1, channel, measure, period, import, site FROM series");
  execute (place->path, "INSERT INTO volume SELECT other.id, block, counts FROM volume"
           " JOIN series AS first ON first.id = series JOIN series AS other ON other.service = first.service AND other.request = 1");
  g_assert_null (capacity_store_open (store, place->path, CAPACITY_STORE_OPEN_EXISTING, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_TOO_LARGE);
}

/* The institution's own registers: set, replaced, removed, and all of it undone. */
static void
test_registers (Place         *place,
                gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityChange) removal = capacity_change_new ();
  g_autoptr (CapacityChange) renaming = capacity_change_new ();
  g_autoptr (CapacityService) service = service_named ("Arhīvs");
  g_autoptr (CapacityDepartment) department = capacity_department_new ("Kanceleja");
  g_autoptr (CapacityKnownEvent) event = capacity_known_event_new (CAPACITY_KNOWN_EVENT_CAMPAIGN, "Dienas", 700000,
                                                                   700010);
  g_autoptr (CapacityPlan) plan = capacity_plan_new (2);
  g_autoptr (CapacityImportProfile) profile = capacity_import_profile_new ("Mēneša datne", "abc", "columns=3");
  g_autoptr (CapacitySavedFilter) filter = capacity_saved_filter_new ("services", "Riskā", "verdict=risk");
  g_autoptr (CapacityReportText) text = capacity_report_text_new (&service->id, "service", "modes", "Mūsu vārdi");
  CapacityDate off = capacity_date_from_ymd (2027, 3, 15);
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityPortfolio) kept = NULL;

  g_set_str (&service->department, "Kanceleja");
  event->cases = -12;
  capacity_change_add_service (change, service);
  capacity_change_set_department (change, department);
  capacity_change_set_event (change, NULL, event);
  capacity_change_set_plan (change, NULL, plan);
  capacity_change_set_profile (change, profile);
  capacity_change_set_filter (change, filter);
  capacity_change_set_report_text (change, text);
  capacity_change_set_days_off (change, &off, 1);
  outcome = apply (store, change);
  kept = reread (store);
  g_assert_cmpuint (kept->departments->len, ==, 1);
  g_assert_cmpuint (kept->events->len, ==, 1);
  g_assert_cmpfloat (((CapacityKnownEvent *) kept->events->pdata[0])->cases, ==, -12);
  g_assert_cmpint (kept->plan->years, ==, 2);
  g_assert_cmpstr (((CapacityImportProfile *) kept->profiles->pdata[0])->settings, ==, "columns=3");
  g_assert_cmpstr (((CapacitySavedFilter *) kept->filters->pdata[0])->query, ==, "verdict=risk");
  g_assert_cmpstr (((CapacityReportText *) kept->report_texts->pdata[0])->text, ==, "Mūsu vārdi");
  g_assert_true (capacity_id_equal (&((CapacityReportText *) kept->report_texts->pdata[0])->subject, &service->id));
  g_assert_false (capacity_calendar_is_working_day (kept->calendar, off));
  g_assert_true (outcome->portfolio->calendar != kept->calendar);

  g_set_str (&department->name, "Lietvedība");
  capacity_change_set_department (renaming, department);
  g_clear_pointer (&outcome, capacity_outcome_unref);
  outcome = apply (store, renaming);
  g_assert_cmpuint (outcome->services->len, ==, 1);
  g_assert_cmpstr (((CapacityService *) outcome->portfolio->services->pdata[0])->department, ==, "Lietvedība");

  capacity_change_remove_department (removal, &department->id);
  capacity_change_remove_event (removal, &event->id);
  capacity_change_remove_plan (removal, &plan->id);
  capacity_change_remove_profile (removal, &profile->id);
  capacity_change_remove_filter (removal, &filter->id);
  g_set_str (&text->text, "");
  capacity_change_set_report_text (removal, text);
  capacity_change_set_days_off (removal, NULL, 0);
  g_clear_pointer (&outcome, capacity_outcome_unref);
  outcome = apply (store, removal);
  g_assert_cmpstr (outcome->action->subject, ==, "Lietvedība");
  g_assert_null (outcome->portfolio->plan);
  g_assert_cmpuint (outcome->portfolio->departments->len + outcome->portfolio->events->len, ==, 0);
  g_assert_cmpuint (outcome->portfolio->report_texts->len, ==, 0);
  g_assert_true (capacity_calendar_is_working_day (outcome->portfolio->calendar, off));

  for (int i = 0; i < 3; i++)
    {
      g_clear_pointer (&outcome, capacity_outcome_unref);
      outcome = capacity_store_undo (store, NULL, NULL);
      g_assert_nonnull (outcome);
    }
  g_assert_cmpuint (outcome->portfolio->services->len, ==, 0);
  g_assert_cmpuint (outcome->portfolio->departments->len, ==, 0);
}

static void
test_moved_days (Place         *place,
                 gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityOutcome) undone = NULL;
  guint n_moved = 0;
  CapacityMovedDay day = { capacity_date_from_ymd (2027, 5, 3), capacity_date_from_ymd (2027, 5, 8) };

  capacity_change_set_moved_days (change, &day, 1);
  outcome = apply (store, change);
  g_assert_true (capacity_calendar_is_working_day (outcome->portfolio->calendar, day.worked));
  g_assert_false (capacity_calendar_is_working_day (outcome->portfolio->calendar,
                                                    capacity_date_from_ymd (2026, 6, 27)));
  g_assert_cmpint (capacity_calendar_get_moved (outcome->portfolio->calendar, &n_moved)->worked, ==, day.worked);
  g_assert_cmpuint (n_moved, ==, 1);
  undone = capacity_store_undo (store, NULL, NULL);
  g_assert_false (capacity_calendar_is_working_day (undone->portfolio->calendar, day.worked));
}

/* After a change the untouched parts are the same objects as before. */
static void
test_shared_parts (Place         *place,
                   gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) a = service_named ("A");
  g_autoptr (CapacityService) b = service_named ("b");
  g_autoptr (CapacityService) c = service_named ("C");
  g_autoptr (CapacityService) renamed = NULL;
  g_autoptr (CapacityOutcome) one = apply_service (store, c);
  g_autoptr (CapacityOutcome) two = apply_service (store, a);
  g_autoptr (CapacityOutcome) three = apply_service (store, b);
  g_autoptr (CapacityOutcome) four = NULL;
  g_autoptr (CapacityOutcome) five = NULL;
  g_autoptr (CapacityChange) change = capacity_change_new ();

  g_assert_true (one->portfolio->services->pdata[0] == three->portfolio->services->pdata[2]);
  g_assert_true (one->portfolio->calendar == three->portfolio->calendar);
  renamed = capacity_service_copy (a);
  g_set_str (&renamed->name, "D");
  capacity_change_set_service (change, renamed);
  four = apply (store, change);
  g_assert_cmpuint (four->portfolio->services->len, ==, 3);
  g_assert_true (four->portfolio->services->pdata[0] == three->portfolio->services->pdata[1]);
  g_assert_true (four->portfolio->services->pdata[1] == three->portfolio->services->pdata[2]);
  g_assert_cmpstr (((CapacityService *) four->portfolio->services->pdata[2])->name, ==, "D");

  /* What is so already is no change. */
  five = apply (store, change);
  g_assert_null (five->action);
  g_assert_true (five->portfolio == four->portfolio);
  g_assert_cmpint (five->undo->number, ==, 4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/facts/" name, Place, NULL, place_set_up, func, place_tear_down)
  TEST ("empty", test_empty);
  TEST ("institution", test_institution);
  TEST ("service-and-resource", test_service_and_resource);
  TEST ("alike", test_alike);
  TEST ("set-and-remove", test_set_and_remove);
  TEST ("refused", test_refused);
  TEST ("periods", test_periods);
  TEST ("typed-volume", test_typed_volume);
  TEST ("far-apart", test_far_apart);
  TEST ("moved-days", test_moved_days);
  TEST ("registers", test_registers);
  TEST ("shared-parts", test_shared_parts);

  return g_test_run ();
}
