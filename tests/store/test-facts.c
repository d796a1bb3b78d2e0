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
                                      .low = 0.4, .lead_days = 120, .horizon_months = 24 };

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
}

static CapacityService *
whole_service (const CapacityId *resource)
{
  CapacityService *service = service_named ("Būvatļauja");
  const double values[] = { 10, NAN, 12.5, 0 };
  CapacityLimit *limit = capacity_limit_new (CAPACITY_MODE_PEAK, 1500, CAPACITY_PERIOD_WEEK,
                                             capacity_date_from_ymd (2024, 1, 1), CAPACITY_DATE_NONE);
  CapacityNeed need = { capacity_id_new (), *resource, CAPACITY_REQUEST_COMPLAINT, 0.75 };

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
  g_ptr_array_add (service->needs, g_memdup2 (&need, sizeof need));
  capacity_service_take_volume (service, CAPACITY_REQUEST_SERVICE, "portāls", CAPACITY_MEASURE_ARRIVALS,
                                series_of (capacity_month (2023, 11), values, G_N_ELEMENTS (values)), NULL);

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

  g_assert_cmpuint (service->needs->len, ==, 1);
  g_assert_cmpint (((CapacityNeed *) service->needs->pdata[0])->kind, ==, CAPACITY_REQUEST_COMPLAINT);
  g_assert_cmpfloat (((CapacityNeed *) service->needs->pdata[0])->amount, ==, 0.75);

  g_assert_cmpuint (service->volumes->len, ==, 1);
  volume = service->volumes->pdata[0];
  g_assert_cmpint (volume->kind, ==, CAPACITY_REQUEST_SERVICE);
  g_assert_cmpstr (volume->channel, ==, "portāls");
  g_assert_null (volume->source);
  g_assert_cmpint (volume->series->first, ==, capacity_month (2023, 11).index);
  g_assert_cmpuint (volume->series->n, ==, 4);
  g_assert_true (isnan (volume->series->values[1]));
  g_assert_cmpfloat (volume->series->values[2], ==, 12.5);
  g_assert_cmpfloat (volume->series->values[3], ==, 0);
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

      capacity_change_set_volume (change, &service->id, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
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
  TEST ("set-and-remove", test_set_and_remove);
  TEST ("refused", test_refused);
  TEST ("periods", test_periods);
  TEST ("typed-volume", test_typed_volume);
  TEST ("moved-days", test_moved_days);
  TEST ("shared-parts", test_shared_parts);

  return g_test_run ();
}
