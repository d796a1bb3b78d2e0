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
  g_assert_cmpint (capacity_volume_edit_first (edit), ==, FIRST + 25 - 59);
  g_assert_cmpint (capacity_volume_edit_last (edit), ==, FIRST + 25);
  g_assert_cmpint (capacity_volume_edit_next (edit), ==, FIRST + 24);
  g_assert_cmpfloat (capacity_volume_edit_get (edit, 0, FIRST + 3), ==, 103);
  g_assert_true (isnan (capacity_volume_edit_get (edit, 0, FIRST + 7)));
  g_assert_true (isnan (capacity_volume_edit_get (edit, 0, FIRST + 24)));
  capacity_volume_edit_set (edit, 0, FIRST + 24, 130);
  g_assert_cmpfloat (capacity_volume_edit_get (edit, 0, FIRST + 24), ==, 130);
  g_assert_cmpint (capacity_volume_edit_next (edit), ==, FIRST + 25);
  capacity_volume_edit_set (edit, 1, FIRST + 25, 20);
  g_assert_cmpint (capacity_volume_edit_next (edit), ==, FIRST + 25);
}

/* There is a year to write in before a long history; the table grows to what is written beyond it. */
static void
test_range (void)
{
  g_autoptr (CapacityService) service = service_new ();
  g_autoptr (CapacityVolumeEdit) edit = capacity_volume_edit_new (service, FIRST + 60);

  g_assert_cmpint (capacity_volume_edit_first (edit), ==, FIRST - 12);
  g_assert_cmpint (capacity_volume_edit_next (edit), ==, FIRST + 60 - 11);
  capacity_volume_edit_set (edit, 0, FIRST + 62, 1);
  g_assert_cmpint (capacity_volume_edit_last (edit), ==, FIRST + 62);
  capacity_volume_edit_set (edit, 0, FIRST - 13, 1);
  g_assert_cmpint (capacity_volume_edit_first (edit), ==, FIRST - 13);
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
  g_assert_cmpint (capacity_volume_edit_last (edit) - capacity_volume_edit_first (edit), ==, 59);
  g_assert_cmpint (capacity_volume_edit_next (edit), ==, FIRST - 11);
}

/* A column that was not there is empty, and lies in the change once something is written in it. */
static void
test_add (void)
{
  g_autoptr (CapacityService) service = service_new ();
  g_autoptr (CapacityVolumeEdit) edit = capacity_volume_edit_new (service, FIRST + 25);
  CapacityVolume there = { CAPACITY_REQUEST_ALL, (char *) "Klātienē", CAPACITY_MEASURE_ARRIVALS, NULL, NULL, NULL };
  CapacityVolume other = { CAPACITY_REQUEST_ALL, (char *) "Klātienē", CAPACITY_MEASURE_STOCK, NULL, NULL, NULL };

  g_assert_false (capacity_volume_edit_add (edit, &there));
  g_assert_true (capacity_volume_edit_add (edit, &other));
  g_assert_false (capacity_volume_edit_add (edit, &other));
  g_assert_cmpuint (capacity_volume_edit_n_columns (edit), ==, 3);
  g_assert_cmpint (capacity_volume_edit_column (edit, 2)->measure, ==, CAPACITY_MEASURE_STOCK);
  g_assert_true (isnan (capacity_volume_edit_get (edit, 2, FIRST + 3)));
  capacity_volume_edit_follow (edit, service);
  g_assert_cmpuint (capacity_volume_edit_n_columns (edit), ==, 3);
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

static CapacityService *
counted_new (CapacityService *service,
             double           value,
             guint            n_columns)
{
  CapacityService *counted = capacity_service_new ();

  counted->id = service->id;
  for (guint i = 0; i < n_columns; i++)
    {
      const CapacityVolume *volume = g_ptr_array_index (service->volumes, i);

      capacity_service_take_volume (counted, volume->kind, volume->channel, volume->measure,
                                    capacity_series_new (CAPACITY_PERIOD_MONTH, FIRST + 23, &value, 1), NULL);
    }

  return counted;
}

/* What is not kept yet stands over what the service has, until that is settled. */
static void
test_follow (void)
{
  g_autoptr (CapacityService) service = service_new ();
  g_autoptr (CapacityService) counted = counted_new (service, 7, 2);
  g_autoptr (CapacityVolumeEdit) edit = capacity_volume_edit_new (service, FIRST + 25);

  capacity_volume_edit_set (edit, 0, FIRST + 24, 130);
  capacity_volume_edit_set (edit, 0, FIRST + 3, NAN);
  capacity_volume_edit_follow (edit, counted);
  g_assert_cmpfloat (capacity_volume_edit_get (edit, 0, FIRST + 24), ==, 130);
  g_assert_true (isnan (capacity_volume_edit_get (edit, 0, FIRST + 3)));
  g_assert_true (isnan (capacity_volume_edit_get (edit, 0, FIRST + 4)));
  g_assert_cmpfloat (capacity_volume_edit_get (edit, 0, FIRST + 23), ==, 7);
  capacity_volume_edit_settle (edit);
  g_assert_true (isnan (capacity_volume_edit_get (edit, 0, FIRST + 24)));
  capacity_volume_edit_follow (edit, service);
  g_assert_cmpfloat (capacity_volume_edit_get (edit, 0, FIRST + 3), ==, 103);
}

/* Months and columns stay where they are when there is nothing in them any more; new ones come. */
static void
test_stay (void)
{
  g_autoptr (CapacityService) service = service_new ();
  g_autoptr (CapacityService) less = counted_new (service, 7, 1);
  g_autoptr (CapacityService) none = counted_new (service, 7, 0);
  g_autoptr (CapacityVolumeEdit) edit = capacity_volume_edit_new (less, FIRST + 60);
  int first = capacity_volume_edit_first (edit);

  capacity_volume_edit_follow (edit, service);
  g_assert_cmpuint (capacity_volume_edit_n_columns (edit), ==, 2);
  g_assert_cmpint (capacity_volume_edit_first (edit), ==, FIRST - 12);
  g_assert_cmpint (capacity_volume_edit_first (edit), <, first);
  capacity_volume_edit_follow (edit, none);
  g_clear_pointer (&service, capacity_service_unref);
  g_clear_pointer (&less, capacity_service_unref);
  g_assert_cmpuint (capacity_volume_edit_n_columns (edit), ==, 2);
  g_assert_cmpint (capacity_volume_edit_first (edit), ==, FIRST - 12);
  g_assert_cmpstr (capacity_volume_edit_column (edit, 0)->channel, ==, "Klātienē");
  g_assert_true (isnan (capacity_volume_edit_get (edit, 1, FIRST + 3)));
}

/* What is written lies in the file, with what was written before and is not there yet; the months around it as they were. */
static void
test_change (void)
{
  g_autoptr (CapacityService) service = service_new ();
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityChange) add = capacity_change_new ();
  g_autoptr (CapacityVolumeEdit) edit = NULL;
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityChange) on_its_way = NULL;
  g_autoptr (CapacityChange) next = NULL;
  g_autoptr (CapacityOutcome) opened = NULL;
  g_autoptr (CapacityOutcome) added = NULL;
  g_autoptr (CapacityOutcome) changed = NULL;
  g_autoptr (CapacityOutcome) undone = NULL;
  g_autoptr (CapacityOutcome) next_changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("volume-edit-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "test.capacity", NULL);
  const CapacityVolume *volume;
  const GPtrArray *volumes;

  opened = capacity_store_open (store, path, CAPACITY_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  capacity_change_add_service (add, service);
  capacity_change_set_volume (add, &service->id, CAPACITY_REQUEST_ALL, "Klātienē", NULL, CAPACITY_MEASURE_ARRIVALS,
                              ((CapacityVolume *) g_ptr_array_index (service->volumes, 0))->series);
  added = capacity_store_apply (store, add, NULL, &error);
  g_assert_no_error (error);

  edit = capacity_volume_edit_new (g_ptr_array_index (added->portfolio->services, 0), FIRST + 24);
  capacity_volume_edit_set (edit, 0, FIRST + 7, 0);
  on_its_way = capacity_volume_edit_to_change (edit);
  capacity_volume_edit_follow (edit, g_ptr_array_index (added->portfolio->services, 0));
  capacity_volume_edit_set (edit, 0, FIRST + 24, 130);
  change = capacity_volume_edit_to_change (edit);
  changed = capacity_store_apply (store, change, NULL, &error);
  g_assert_no_error (error);
  volume = g_ptr_array_index (((CapacityService *) g_ptr_array_index (changed->portfolio->services, 0))->volumes, 0);
  g_assert_cmpuint (volume->series->n, ==, 25);
  g_assert_cmpfloat (capacity_series_at (volume->series, FIRST + 6), ==, 106);
  g_assert_cmpfloat (capacity_series_at (volume->series, FIRST + 7), ==, 0);
  g_assert_cmpfloat (capacity_series_at (volume->series, FIRST + 24), ==, 130);

  /* What is in a change already is not in the next one. */
  undone = capacity_store_undo (store, NULL, &error);
  g_assert_no_error (error);
  capacity_volume_edit_set (edit, 1, FIRST + 24, 5);
  next = capacity_volume_edit_to_change (edit);
  next_changed = capacity_store_apply (store, next, NULL, &error);
  g_assert_no_error (error);
  volumes = ((CapacityService *) g_ptr_array_index (next_changed->portfolio->services, 0))->volumes;
  g_assert_true (isnan (capacity_series_at (((CapacityVolume *) g_ptr_array_index (volumes, 0))->series, FIRST + 24)));
  g_assert_cmpfloat (capacity_series_at (((CapacityVolume *) g_ptr_array_index (volumes, 1))->series, FIRST + 24), ==, 5);
  g_assert_true (capacity_store_close (store, &error));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/volume-edit/table", test_table);
  g_test_add_func ("/volume-edit/range", test_range);
  g_test_add_func ("/volume-edit/fill", test_fill);
  g_test_add_func ("/volume-edit/empty", test_empty);
  g_test_add_func ("/volume-edit/add", test_add);
  g_test_add_func ("/volume-edit/days", test_days);
  g_test_add_func ("/volume-edit/follow", test_follow);
  g_test_add_func ("/volume-edit/stay", test_stay);
  g_test_add_func ("/volume-edit/change", test_change);

  return g_test_run ();
}
