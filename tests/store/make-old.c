/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "any-change.h"
#include "store-util.h"

#include <math.h>

/* make-old FILE: writes a small portfolio with an action of every verb, some taken back, for
 * tests/data/schema-N.capacity. Run it once for each released schema; the files are never made again. */

static CapacityService *
make_service (void)
{
  CapacityService *service = service_named ("Laulības reģistrēšana");
  double values[] = { 20, 24, 31, 18 };

  g_set_str (&service->code, "L-1");
  g_set_str (&service->owner, "Vadītāja A");
  service->term_days = 10;
  g_ptr_array_add (service->limits,
                   capacity_limit_new (CAPACITY_MODE_REGULAR, 60, CAPACITY_PERIOD_MONTH, 0, 0));
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "klātiene", CAPACITY_MEASURE_ARRIVALS,
                                series_of (capacity_month (2024, 1), values, 4), NULL);

  return service;
}

static CapacityResource *
make_resource (void)
{
  CapacityResource *resource = capacity_resource_new ();

  g_set_str (&resource->name, "Dzimtsarakstu nodaļas speciālisti");
  resource->posts = 3;
  resource->open_hours = 8;

  return resource;
}

static void
apply (CapacityStore  *store,
       CapacityChange *change)
{
  g_autoptr (CapacityChange) own = change;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = capacity_store_apply (store, own, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outcome->action);
}

static void
set_institution (CapacityStore *store)
{
  g_autoptr (CapacityOutcome) now = capacity_store_look (store, NULL, NULL);
  CapacityInstitution institution = now->portfolio->institution;
  CapacityMovedDay moved = { capacity_date_from_ymd (2025, 5, 2), capacity_date_from_ymd (2025, 5, 10) };
  CapacityChange *change = capacity_change_new ();
  CapacityChange *days = capacity_change_new ();

  institution.name = (char *) "Izdomātā pilsēta";
  capacity_change_set_institution (change, &institution);
  apply (store, change);
  capacity_change_set_moved_days (days, &moved, 1);
  apply (store, days);
}

static void
add_facts (CapacityStore    *store,
           CapacityService  *service,
           CapacityResource *resource)
{
  CapacityNeed need = { capacity_id_new (), resource->id, CAPACITY_REQUEST_ALL, 0.5, .norm = NAN };
  g_autoptr (CapacityLimit) peak = capacity_limit_new (CAPACITY_MODE_PEAK, 12, CAPACITY_PERIOD_HOUR, 0, 0);
  CapacityChange *change;

  change = capacity_change_new ();
  capacity_change_add_service (change, service);
  apply (store, change);
  change = capacity_change_new ();
  capacity_change_add_resource (change, resource);
  apply (store, change);
  change = capacity_change_new ();
  capacity_change_set_service_limit (change, &service->id, peak);
  apply (store, change);
  change = capacity_change_new ();
  capacity_change_set_need (change, &service->id, &need);
  apply (store, change);
  change = capacity_change_new ();
  capacity_change_remove_need (change, &need.id);
  apply (store, change);
  change = capacity_change_new ();
  capacity_change_remove_limit (change, &peak->id);
  apply (store, change);
}

static void
set_facts (CapacityStore    *store,
           CapacityService  *service,
           CapacityResource *resource)
{
  g_autoptr (CapacityService) changed = capacity_service_copy (service);
  g_autoptr (CapacityResource) dearer = make_resource ();
  g_autoptr (CapacitySeries) typed = series_of (capacity_month (2024, 5), (double[]){ 22, 25 }, 2);
  g_autoptr (CapacitySeries) hours
    = series_of (capacity_hour (capacity_date_from_ymd (2024, 7, 1), 9), (double[]){ 3, 5, 4 }, 3);
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("pieteikumi.csv");
  CapacityChange *change;

  change = capacity_change_new ();
  g_set_str (&changed->note, "Telpas tiek remontētas");
  capacity_change_set_service (change, changed);
  apply (store, change);
  change = capacity_change_new ();
  dearer->id = resource->id;
  dearer->annual_cost = 5400000;
  capacity_change_set_resource (change, dearer);
  apply (store, change);
  change = capacity_change_new ();
  capacity_change_set_volume (change, &service->id, CAPACITY_REQUEST_ALL, NULL, NULL, CAPACITY_MEASURE_ARRIVALS,
                              typed);
  apply (store, change);
  change = capacity_change_new ();
  capacity_change_set_volume (change, &service->id, CAPACITY_REQUEST_ALL, "telefons", NULL, CAPACITY_MEASURE_ARRIVALS,
                              hours);
  apply (store, change);
  change = capacity_change_new ();
  capacity_batch_take_series (batch, "Izziņas", CAPACITY_REQUEST_ALL, "Portāls", CAPACITY_MEASURE_ARRIVALS,
                              series_of (capacity_month (2023, 11), (double[]){ 300, 280, 351 }, 3));
  capacity_change_import (change, batch);
  apply (store, change);
}

static void
remove_facts (CapacityStore    *store,
              CapacityService  *service,
              CapacityResource *resource)
{
  g_autoptr (CapacityOutcome) first = NULL;
  g_autoptr (CapacityOutcome) second = NULL;
  CapacityChange *change;

  change = capacity_change_new ();
  capacity_change_remove_resource (change, &resource->id);
  apply (store, change);
  first = capacity_store_undo (store, NULL, NULL);
  change = capacity_change_new ();
  capacity_change_remove_resource (change, &resource->id);
  apply (store, change);
  change = capacity_change_new ();
  capacity_change_remove_service (change, &service->id);
  apply (store, change);
  second = capacity_store_undo (store, NULL, NULL);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityService) service = make_service ();
  g_autoptr (CapacityResource) resource = make_resource ();
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  capacity_store_set_user (store, "anna");
  opened = capacity_store_open (store, argv[1], CAPACITY_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  set_institution (store);
  add_facts (store, service, resource);
  set_facts (store, service, resource);
  for (guint i = CAPACITY_VERB_SET_DAYS_OFF - 1; i < N_CHANGE_VERBS; i++)
    do_any_of (store, nth_change_verb (i));
  remove_facts (store, service, resource);

  return capacity_store_close (store, NULL) ? 0 : 1;
}
