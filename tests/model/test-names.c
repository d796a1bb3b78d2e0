/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-departments.h"
#include "capacity-names.h"

static void
assert_names (char       **names,
              const char  *expected)
{
  g_autofree char *joined = g_strjoinv (", ", names);

  g_assert_cmpstr (joined, ==, expected);
  g_strfreev (names);
}

static CapacityPortfolio *
portfolio_new (void)
{
  CapacityPortfolio *portfolio = capacity_portfolio_new ();
  CapacityService *service = capacity_service_new ();
  CapacityResource *resource = capacity_resource_new ();

  portfolio->institution.portfolio_owner = g_strdup ("Anna");
  g_ptr_array_add (portfolio->departments, capacity_department_new ("Arhīvs"));
  g_set_str (&service->name, "Izziņas");
  service->owner = g_strdup ("Ilze");
  service->substitute = g_strdup ("Anna");
  service->department = g_strdup ("Birojs");
  service->provider = g_strdup ("Kanceleja");
  service->unit = g_strdup ("izziņas");
  g_ptr_array_add (service->labels, capacity_label_new (CAPACITY_LABEL_TAG, "steidzami"));
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "Pa pastu", CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, 24000, (double[]){ 1 }, 1), NULL);
  ((CapacityVolume *) service->volumes->pdata[0])->site = g_strdup ("Rīga");
  g_ptr_array_add (portfolio->services, service);
  g_set_str (&resource->name, "Lietveži");
  resource->department = g_strdup ("Arhīvs");
  g_ptr_array_add (resource->labels, capacity_label_new (CAPACITY_LABEL_TAG, "steidzami"));
  g_ptr_array_add (portfolio->resources, resource);

  return portfolio;
}

static void
test_each_once (void)
{
  g_autoptr (CapacityPortfolio) portfolio = portfolio_new ();

  assert_names (capacity_names_people (portfolio), "Anna, Ilze");
  assert_names (capacity_names_departments (portfolio), "Arhīvs, Birojs");
  assert_names (capacity_names_providers (portfolio), "Kanceleja");
  assert_names (capacity_names_units (portfolio), "izziņas");
  assert_names (capacity_names_places (portfolio), "Rīga");
  assert_names (capacity_names_labels (portfolio, CAPACITY_LABEL_TAG), "steidzami");
  assert_names (capacity_names_labels (portfolio, CAPACITY_LABEL_CHANNEL), "Pa pastu");
}

static void
test_none (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();

  assert_names (capacity_names_people (portfolio), "");
  assert_names (capacity_names_labels (portfolio, CAPACITY_LABEL_RECIPIENTS), "");
}

/* The unit that is only named by a service is missing; the registered one that a resource names is not. */
static void
test_departments (void)
{
  g_autoptr (CapacityPortfolio) portfolio = portfolio_new ();
  guint n_services = 0;
  guint n_resources = 0;

  assert_names (capacity_departments_list_missing (portfolio), "Birojs");
  capacity_departments_count (portfolio, "Arhīvs", &n_services, &n_resources);
  g_assert_cmpuint (n_services, ==, 0);
  g_assert_cmpuint (n_resources, ==, 1);
  capacity_departments_count (portfolio, "Birojs", &n_services, &n_resources);
  g_assert_cmpuint (n_services, ==, 1);
  g_assert_cmpuint (n_resources, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/names/each-once", test_each_once);
  g_test_add_func ("/names/none", test_none);
  g_test_add_func ("/names/departments", test_departments);

  return g_test_run ();
}
