/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-id.h"

#include <string.h>

static void
test_version_and_variant (void)
{
  CapacityId id = capacity_id_new ();

  g_assert_cmpint (id.bytes[6] >> 4, ==, 7);
  g_assert_cmpint (id.bytes[8] >> 6, ==, 2);
  g_assert_false (capacity_id_is_none (&id));
}

/* The first 48 bits are milliseconds since 1970 (RFC 9562, 5.7). */
static void
test_time (void)
{
  gint64 before = g_get_real_time () / 1000;
  CapacityId id = capacity_id_new ();
  gint64 stamp = 0;

  for (int i = 0; i < 6; i++)
    stamp = stamp << 8 | id.bytes[i];
  g_assert_cmpint (stamp, >=, before);
  g_assert_cmpint (stamp, <=, before + 10000);
}

static void
test_order (void)
{
  CapacityId last = capacity_id_new ();

  for (int i = 0; i < 20000; i++)
    {
      CapacityId id = capacity_id_new ();

      g_assert_cmpint (capacity_id_compare (&last, &id), <, 0);
      last = id;
    }
}

static gpointer
make_many (gpointer data)
{
  CapacityId *ids = g_new (CapacityId, 5000);

  for (int i = 0; i < 5000; i++)
    ids[i] = capacity_id_new ();

  return ids;
}

static void
test_threads (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (capacity_id_hash, capacity_id_equal);
  GThread *threads[4];
  CapacityId *ids[4];

  for (int i = 0; i < 4; i++)
    threads[i] = g_thread_new ("ids", make_many, NULL);
  for (int i = 0; i < 4; i++)
    {
      ids[i] = g_thread_join (threads[i]);
      for (int k = 0; k < 5000; k++)
        g_assert_true (g_hash_table_add (seen, &ids[i][k]));
    }
  g_hash_table_remove_all (seen);
  for (int i = 0; i < 4; i++)
    g_free (ids[i]);
}

/* The example of RFC 9562, appendix A.6. */
static void
test_text (void)
{
  const char *text = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
  g_autofree char *again = NULL;
  CapacityId id;

  g_assert_true (capacity_id_parse (text, &id));
  g_assert_cmphex (id.bytes[0], ==, 0x01);
  g_assert_cmphex (id.bytes[15], ==, 0x8f);
  again = capacity_id_to_string (&id);
  g_assert_cmpstr (again, ==, text);
  g_assert_false (capacity_id_parse ("", &id));
  g_assert_false (capacity_id_parse ("017f22e2-79b0-7cc3-98c4-dc0c0c07398", &id));
  g_assert_false (capacity_id_parse ("017f22e2-79b0-7cc3-98c4-dc0c0c07398f0", &id));
  g_assert_false (capacity_id_parse ("017f22e2x79b0-7cc3-98c4-dc0c0c07398f", &id));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/id/version-and-variant", test_version_and_variant);
  g_test_add_func ("/id/time", test_time);
  g_test_add_func ("/id/order", test_order);
  g_test_add_func ("/id/threads", test_threads);
  g_test_add_func ("/id/text", test_text);

  return g_test_run ();
}
