/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdlib.h>
#include <string.h>

#include "capacity-store-changes.h"
#include "fuzz.h"
#include "store-util.h"

#define MAGIC "Capacity changes 1\n"
#define DIGEST_LENGTH 64
#define HEAD_LENGTH (strlen (MAGIC) + DIGEST_LENGTH + 1)

/* The portfolio that the kept files of changes are about. It is open all the time: nothing is done to it. */
static Place place;
static CapacityStore *store;

static void
close_portfolio (void)
{
  g_clear_object (&store);
  place_tear_down (&place, NULL);
}

static void
open_portfolio (void)
{
  g_autofree char *contents = NULL;
  gsize size;

  place_set_up (&place, NULL);
  g_assert_true (g_file_get_contents (PORTFOLIO, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (place.path, contents, (gssize) size, NULL));
  store = open_store (place.path);
  atexit (close_portfolio);
}

/* A checksum cannot be guessed, and whoever means harm makes a right one. */
static void
write_parcel (const char    *path,
              const uint8_t *data,
              size_t         size)
{
  g_autofree char *contents = g_memdup2 (data, size);
  g_autofree char *digest = NULL;

  if (size > HEAD_LENGTH && memcmp (contents, MAGIC, strlen (MAGIC)) == 0)
    {
      digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) contents + HEAD_LENGTH, size - HEAD_LENGTH);
      memcpy (contents + strlen (MAGIC), digest, DIGEST_LENGTH);
    }
  g_assert_true (g_file_set_contents_full (path, contents != NULL ? contents : "", (gssize) size,
                                           G_FILE_SET_CONTENTS_NONE, 0600, NULL));
}

/* A file of changes comes from a colleague: it is looked at, and refused or shown with what it would change. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *parcel = NULL;
  g_autoptr (CapacityMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  if (store == NULL)
    open_portfolio ();
  parcel = place_name (&place, "x.capacity-changes");
  write_parcel (parcel, data, size);
  merge = capacity_store_preview_changes (store, parcel, NULL, &error);
  g_assert_true ((merge == NULL) == (error != NULL));

  return 0;
}
