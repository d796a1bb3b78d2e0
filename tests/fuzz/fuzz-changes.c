/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store-changes.h"
#include "fuzz.h"
#include "store-util.h"

/* A file of changes comes from a colleague: it is looked at, and nothing is done to the portfolio. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  Place place;
  g_autofree char *parcel = NULL;
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityMerge) merge = NULL;
  g_autoptr (GError) error = NULL;

  place_set_up (&place, NULL);
  parcel = place_name (&place, "x.capacity-changes");
  g_assert_true (g_file_set_contents (parcel, (const char *) data, (gssize) size, NULL));
  outcome = capacity_store_open (store, place.path, CAPACITY_STORE_CREATE, NULL, &error);
  g_assert_no_error (error);
  merge = capacity_store_preview_changes (store, parcel, NULL, &error);
  g_assert_true ((merge == NULL) == (error != NULL));
  g_clear_object (&store);
  place_tear_down (&place, NULL);

  return 0;
}
