/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-volume-edit.h"

#include <math.h>

#include "capacity-store.h"

#define FIRST (2024 * 12)

static CapacityService *
service_new (void)
{
  CapacityService *service = capacity_service_new ();
  double values[24];

  for (guint i = 0; i < 24; i++)
    values[i] = 100 + i;
  values[7] = NAN;
  g_set_str (&service->name, "Būvatļauja");
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, "Klātienē", CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, FIRST, values, 24), NULL);
  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_STOCK,
                                capacity_series_new (CAPACITY_PERIOD_MONTH, FIRST, values, 24), NULL);

  return service;
}

static void
test_table (void)
{
  g_autoptr (CapacityService) service = service_new ();
  g_autoptr (CapacityVolumeEdit) edit = capacity_volume_edit_new (service, FIRST + 25);

  g_assert_cmpuint (capacity_volume_edit_n_columns (edit), ==, 2);
  g_assert_cmpstr (capacity_volume_edit_column (edit, 0)->channel, ==, "Klātienē");
  g_assert_cmpint (capacity_volume_edit_first (edit), ==, FIRST);
  g_assert_cmpint (capacity_volume_edit_last (edit), ==, FIRST + 25);
  g_assert_cmpfloat (capacity_volume_edit_get (edit, 0, FIRST + 3), ==, 103);
  g_assert_true (isnan (capacity_volume_edit_get (edit, 0, FIRST + 7)));
  g_assert_true (isnan (capacity_volume_edit_get (edit, 0, FIRST + 24)));
  capacity_volume_edit_set (edit, 0, FIRST + 24, 130);
  g_assert_cmpfloat (capacity_volume_edit_get (edit, 0, FIRST + 24), ==, 130);
}

/* Only arrivals are filled and taken out, not what waits. */
static void
test_fill (void)
{
  g_autoptr (CapacityService) service = service_new ();
  g_autoptr (CapacityVolumeEdit) edit = capacity_volume_edit_new (service, FIRST + 23);

  g_assert_cmpuint (capacity_volume_edit_fill (edit, FIRST + 7), ==, 1);
  g_assert_cmpfloat_with_epsilon (capacity_volume_edit_get (edit, 0, FIRST + 7), 107, 3);
  g_assert_true (isnan (capacity_volume_edit_get (edit, 1, FIRST + 7)));
  g_assert_cmpuint (capacity_volume_edit_clear (edit, FIRST + 3), ==, 1);
  g_assert_true (isnan (capacity_volume_edit_get (edit, 0, FIRST + 3)));
  g_assert_cmpfloat (capacity_volume_edit_get (edit, 1, FIRST + 3), ==, 103);
}

static void
test_empty (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (CapacityVolumeEdit) edit = capacity_volume_edit_new (service, FIRST);

  g_assert_cmpuint (capacity_volume_edit_n_columns (edit), ==, 1);
  g_assert_cmpint (capacity_volume_edit_last (edit) - capacity_volume_edit_first (edit), ==, 11);
}

static void
test_days (void)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (CapacityVolumeEdit) edit = NULL;
  double value = 1;

  capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                capacity_series_new (CAPACITY_PERIOD_DAY, 20000, &value, 1), NULL);
  edit = capacity_volume_edit_new (service, FIRST);
  g_assert_cmpuint (capacity_volume_edit_n_columns (edit), ==, 0);
}

/* What is written lies in the file, the months around it as they were. */
static void
test_change (void)
{
  g_autoptr (CapacityService) service = service_new ();
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityChange) add = capacity_change_new ();
  g_autoptr (CapacityVolumeEdit) edit = NULL;
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (CapacityOutcome) added = NULL;
  g_autoptr (CapacityOutcome) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("volume-edit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.capacity", NULL);
  const CapacityVolume *volume;

  opened = capacity_store_open (store, path, CAPACITY_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  capacity_change_add_service (add, service);
  capacity_change_set_volume (add, &service->id, CAPACITY_REQUEST_ALL, "Klātienē", NULL, CAPACITY_MEASURE_ARRIVALS,
                              ((CapacityVolume *) g_ptr_array_index (service->volumes, 0))->series);
  added = capacity_store_apply (store, add, NULL, &error);
  g_assert_no_error (error);

  edit = capacity_volume_edit_new (g_ptr_array_index (added->portfolio->services, 0), FIRST + 24);
  capacity_volume_edit_set (edit, 0, FIRST + 7, 0);
  capacity_volume_edit_set (edit, 0, FIRST + 24, 130);
  change = capacity_volume_edit_to_change (edit);
  changed = capacity_store_apply (store, change, NULL, &error);
  g_assert_no_error (error);
  volume = g_ptr_array_index (((CapacityService *) g_ptr_array_index (changed->portfolio->services, 0))->volumes, 0);
  g_assert_cmpuint (volume->series->n, ==, 25);
  g_assert_cmpfloat (capacity_series_at (volume->series, FIRST + 6), ==, 106);
  g_assert_cmpfloat (capacity_series_at (volume->series, FIRST + 7), ==, 0);
  g_assert_cmpfloat (capacity_series_at (volume->series, FIRST + 24), ==, 130);
  g_assert_true (capacity_store_close (store, &error));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/volume-edit/table", test_table);
  g_test_add_func ("/volume-edit/fill", test_fill);
  g_test_add_func ("/volume-edit/empty", test_empty);
  g_test_add_func ("/volume-edit/days", test_days);
  g_test_add_func ("/volume-edit/change", test_change);

  return g_test_run ();
}
