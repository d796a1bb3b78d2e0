/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-place.h"
#include "store-util.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/vfs.h>

/* Shares and synchronised folders are recognised; statfs() says here what the test wants it to. */

static long type;

int
statfs (const char    *path,
        struct statfs *info)
{
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      errno = ENOENT;
      return -1;
    }
  info->f_type = type;

  return 0;
}

static void
test_shares (Place         *place,
             gconstpointer  unused)
{
  static const struct
  {
    long          type;
    CapacityPlace place;
  } cases[] = {
    { 0xef53, CAPACITY_PLACE_OWN },           /* ext4 */
    { 0x9123683e, CAPACITY_PLACE_OWN },       /* btrfs */
    { 0x6969, CAPACITY_PLACE_SHARED },        /* NFS */
    { (int) 0xff534d42, CAPACITY_PLACE_SHARED }, /* CIFS */
    { 0x65735546, CAPACITY_PLACE_SHARED },    /* FUSE */
  };

  g_autofree char *deeper = place_name (place, "no/such/folder.capacity");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      type = cases[i].type;
      g_assert_cmpint (capacity_place_of (place->path), ==, cases[i].place);
      g_assert_cmpint (capacity_place_of (deeper), ==, cases[i].place);
      g_assert_cmpint (capacity_place_of (place->folder), ==, cases[i].place);
    }
}

static void
test_synchronised (Place         *place,
                   gconstpointer  unused)
{
  static const char *const inside[] = {
    "/home/a/Nextcloud/portfolio.capacity", "/home/a/Nextcloud2/x/portfolio.capacity",
    "/home/a/OneDrive - Iestāde/portfolio.capacity", "/home/a/Dropbox/b/c.capacity",
  };
  static const char *const outside[] = { "/home/a/Dropboxes/c.capacity", "/home/a/Dokumenti/nextcloud.capacity" };
  g_autofree char *marker = place_name (place, ".stfolder");

  type = 0xef53;
  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    g_assert_cmpint (capacity_place_of (inside[i]), ==, CAPACITY_PLACE_SYNCHRONISED);
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_cmpint (capacity_place_of (outside[i]), ==, CAPACITY_PLACE_OWN);
  g_assert_cmpint (capacity_place_of (place->path), ==, CAPACITY_PLACE_OWN);
  g_assert_cmpint (g_mkdir (marker, 0700), ==, 0);
  g_assert_cmpint (capacity_place_of (place->path), ==, CAPACITY_PLACE_SYNCHRONISED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/place/" name, Place, NULL, place_set_up, func, place_tear_down)
  TEST ("shares", test_shares);
  TEST ("synchronised", test_synchronised);

  return g_test_run ();
}
