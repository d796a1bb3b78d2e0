/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-order.h"

#include <locale.h>

static void
add_service (CapacityPortfolio *portfolio,
             const char        *name,
             const char        *owner,
             double             volume,
             double             capacity)
{
  CapacityService *service = capacity_service_new ();
  double values[24];

  for (guint i = 0; i < 24; i++)
    values[i] = volume + i % 2;
  g_set_str (&service->name, name);
  service->owner = g_strdup (owner);
  if (volume > 0)
    capacity_service_take_volume (service, CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  capacity_series_new (CAPACITY_PERIOD_MONTH, 2024 * 12 + 10, values, 24), NULL);
  if (capacity > 0)
    g_ptr_array_add (service->limits, capacity_limit_new (CAPACITY_MODE_REGULAR, capacity, CAPACITY_PERIOD_MONTH,
                                                          CAPACITY_DATE_NONE, CAPACITY_DATE_NONE));
  g_ptr_array_add (portfolio->services, service);
}

static GPtrArray *
items_new (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  add_service (portfolio, "Šķirošana", NULL, 0, 0);
  add_service (portfolio, "Sūdzības", "Zane", 50, 100);
  add_service (portfolio, "Ēdināšana", "Ģirts", 90, 80);
  add_service (portfolio, "Dzimtsaraksti", "Guntis", 70, 80);
  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);
  for (guint i = 0; i < assessment->services->len; i++)
    {
      CapacityItem *item = g_object_new (CAPACITY_TYPE_SERVICE_ITEM, NULL);

      capacity_item_set_assessment (item, g_ptr_array_index (assessment->services, i));
      g_ptr_array_add (items, item);
    }

  return items;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  return capacity_service_order_compare (GPOINTER_TO_INT (user_data), *(CapacityServiceItem *const *) a,
                                         *(CapacityServiceItem *const *) b);
}

/* The initials of the services in an order. */
static void
assert_order (CapacityServiceOrder order,
              const char          *expected)
{
  g_autoptr (GPtrArray) items = items_new ();
  g_autoptr (GString) initials = g_string_new (NULL);

  g_ptr_array_sort_with_data (items, compare, GINT_TO_POINTER (order));
  for (guint i = 0; i < items->len; i++)
    g_string_append_unichar (initials, g_utf8_get_char (capacity_service_item_get_name (g_ptr_array_index (items, i))));
  g_assert_cmpstr (initials->str, ==, expected);
}

/* Š comes after all of S, and Ģ after G: the letters of the language. */
static void
test_texts (void)
{
  assert_order (CAPACITY_SERVICE_ORDER_NAME, "DĒSŠ");
  assert_order (CAPACITY_SERVICE_ORDER_OWNER, "DĒSŠ");
}

static void
test_numbers (void)
{
  assert_order (CAPACITY_SERVICE_ORDER_VOLUME, "SDĒŠ");
  assert_order (CAPACITY_SERVICE_ORDER_REGULAR_USE, "SDĒŠ");
  assert_order (CAPACITY_SERVICE_ORDER_REGULAR, "ĒDSŠ");
  assert_order (CAPACITY_SERVICE_ORDER_QUALITY, "ŠSĒD");
}

/* A kept key follows a changed name. */
static void
test_keys (void)
{
  g_autoptr (GPtrArray) items = items_new ();
  CapacityServiceItem *first = g_ptr_array_index (items, 0);
  CapacityServiceItem *second = g_ptr_array_index (items, 1);

  g_assert_cmpint (capacity_service_order_compare (CAPACITY_SERVICE_ORDER_NAME, first, second), >, 0);
  capacity_item_set_assessment (CAPACITY_ITEM (first), capacity_item_get_assessment (g_ptr_array_index (items, 3)));
  g_assert_cmpint (capacity_service_order_compare (CAPACITY_SERVICE_ORDER_NAME, first, second), <, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (setlocale (LC_ALL, "lv_LV.UTF-8") == NULL)
    {
      g_print ("1..0 # SKIP no Latvian locale\n");
      return 77;
    }
  g_test_add_func ("/service-order/texts", test_texts);
  g_test_add_func ("/service-order/numbers", test_numbers);
  g_test_add_func ("/service-order/keys", test_keys);

  return g_test_run ();
}
