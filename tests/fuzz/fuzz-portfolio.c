/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"
#include "store-util.h"

/* Any file may be given as a portfolio: it is opened or refused with a sentence. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  Place place;
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  place_set_up (&place, NULL);
  g_assert_true (g_file_set_contents (place.path, (const char *) data, (gssize) size, NULL));
  outcome = capacity_store_open (store, place.path, CAPACITY_STORE_OPEN_EXISTING, NULL, &error);
  g_assert_true ((outcome == NULL) == (error != NULL));
  g_clear_object (&store);
  place_tear_down (&place, NULL);

  return 0;
}
