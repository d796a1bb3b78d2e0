/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store-changes.h"
#include "store-util.h"
#include "system-fault.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

/* Two colleagues start from one portfolio, and the changes of one reach the other. */

typedef struct
{
  Place            place;
  char            *their_path;
  char            *parcel;
  CapacityStore   *mine;
  CapacityStore   *theirs;
  CapacityService *service;
} Pair;

static void
set_volume (CapacityStore    *store,
            const CapacityId *service,
            int               month,
            double            value)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityBatch) batch = capacity_batch_new ("skaiti.csv");
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  capacity_batch_take_series (batch, "Kopīgs", CAPACITY_REQUEST_ALL, NULL, CAPACITY_MEASURE_ARRIVALS,
                              series_of (capacity_month (2024, month), &value, 1));
  capacity_change_import (change, batch);
  outcome = capacity_store_apply (store, change, NULL, &error);
  g_assert_no_error (error);
}

static void
set_up (Pair          *pair,
        gconstpointer  unused)
{
  g_autofree char *contents = NULL;
  gsize size;

  place_set_up (&pair->place, NULL);
  pair->their_path = place_name (&pair->place, "their.capacity");
  pair->parcel = place_name (&pair->place, "0001.capacity-changes");
  pair->service = service_named ("Kopīgs");
  pair->mine = open_store (pair->place.path);
  capacity_outcome_unref (apply_service (pair->mine, pair->service));
  set_volume (pair->mine, &pair->service->id, 1, 10);
  capacity_store_close (pair->mine, NULL);
  g_assert_true (g_file_get_contents (pair->place.path, &contents, &size, NULL));
  g_assert_true (g_file_set_contents (pair->their_path, contents, (gssize) size, NULL));
  execute (pair->their_path, "UPDATE action SET time = 1"); /* they were made long ago */
  g_clear_object (&pair->mine);
  pair->mine = open_store (pair->place.path);
  pair->theirs = open_store (pair->their_path);
  capacity_store_set_user (pair->mine, "anna");
  capacity_store_set_user (pair->theirs, "juris");
}

static void
tear_down (Pair          *pair,
           gconstpointer  unused)
{
  capacity_store_close (pair->mine, NULL);
  capacity_store_close (pair->theirs, NULL);
  g_object_unref (pair->mine);
  g_object_unref (pair->theirs);
  capacity_service_unref (pair->service);
  g_free (pair->their_path);
  g_free (pair->parcel);
  place_tear_down (&pair->place, NULL);
}

static void
change_note (CapacityStore         *store,
             const CapacityService *service,
             const char            *note,
             const char            *owner)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityService) copy = capacity_service_copy (service);
  g_autoptr (CapacityOutcome) outcome = NULL;

  g_set_str (&copy->note, note);
  g_set_str (&copy->owner, owner);
  capacity_change_set_service (change, copy);
  outcome = capacity_store_apply (store, change, NULL, NULL);
  g_assert_nonnull (outcome);
}

static void
export (Pair *pair)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (capacity_store_export_changes (pair->theirs, 1000, pair->parcel, NULL, &error));
  g_assert_no_error (error);
}

static CapacityMerge *
preview (Pair *pair)
{
  g_autofree char *before = dump_facts (pair->place.path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  CapacityMerge *merge = capacity_store_preview_changes (pair->mine, pair->parcel, NULL, &error);

  g_assert_no_error (error);
  after = dump_facts (pair->place.path);
  g_assert_cmpstr (before, ==, after);

  return merge;
}

static CapacityOutcome *
merge (Pair               *pair,
       const char *const  *theirs)
{
  g_autoptr (GError) error = NULL;
  CapacityOutcome *outcome = capacity_store_merge (pair->mine, pair->parcel, theirs, NULL, &error);

  g_assert_no_error (error);

  return outcome;
}

static void
test_apply (Pair          *pair,
            gconstpointer  unused)
{
  g_autoptr (CapacityService) other = service_named ("Jauns");
  g_autoptr (CapacityOutcome) added = apply_service (pair->theirs, other);
  g_autofree char *before = dump_facts (pair->place.path);
  g_autofree char *theirs = NULL;
  g_autofree char *merged = NULL;
  g_autoptr (CapacityMerge) seen = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityOutcome) again = NULL;

  set_volume (pair->theirs, &pair->service->id, 2, 20);
  change_note (pair->theirs, pair->service, "Viņu", NULL);
  theirs = dump_facts (pair->their_path);
  export (pair);

  seen = preview (pair);
  g_assert_cmpstr (seen->who, ==, "juris");
  g_assert_cmpuint (seen->n_actions, ==, 3);
  g_assert_cmpuint (seen->conflicts->len, ==, 0);
  g_assert_cmpuint (seen->details->len, >=, 3);
  outcome = merge (pair, NULL);
  g_assert_cmpint (outcome->action->verb, ==, CAPACITY_VERB_MERGE);
  g_assert_cmpuint (outcome->services->len, ==, 2);
  merged = dump_facts (pair->place.path);
  g_assert_cmpstr (merged, ==, theirs);

  again = merge (pair, NULL); /* the same file twice changes nothing */
  g_assert_null (again->action);
  for (int i = 0; i < 2; i++)
    {
      check_turned (&pair->mine, pair->place.path, capacity_store_undo, before);
      check_turned (&pair->mine, pair->place.path, capacity_store_redo, merged);
    }
}

/* What only one of them changed is no conflict, field by field and month by month. */
static void
test_disjoint (Pair          *pair,
               gconstpointer  unused)
{
  g_autoptr (CapacityMerge) seen = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  const CapacityService *service;
  const CapacitySeries *series;

  set_volume (pair->theirs, &pair->service->id, 3, 30);
  change_note (pair->theirs, pair->service, "Viņu", NULL);
  set_volume (pair->mine, &pair->service->id, 2, 20);
  change_note (pair->mine, pair->service, NULL, "Mana");
  export (pair);
  seen = preview (pair);
  g_assert_cmpuint (seen->conflicts->len, ==, 0);
  outcome = merge (pair, NULL);
  service = outcome->portfolio->services->pdata[0];
  series = ((CapacityVolume *) service->volumes->pdata[0])->series;
  g_assert_cmpstr (service->note, ==, "Viņu");
  g_assert_cmpstr (service->owner, ==, "Mana");
  g_assert_cmpuint (series->n, ==, 3);
  g_assert_cmpfloat (series->values[0], ==, 10);
  g_assert_cmpfloat (series->values[1], ==, 20);
  g_assert_cmpfloat (series->values[2], ==, 30);
}

static const CapacityConflict *
conflict_about (const CapacityMerge *seen,
                const char          *column)
{
  for (guint i = 0; i < seen->conflicts->len; i++)
    {
      const CapacityConflict *conflict = seen->conflicts->pdata[i];

      for (guint k = 0; k < conflict->details->len; k++)
        if (g_str_equal (((CapacityDetail *) conflict->details->pdata[k])->column, column))
          return conflict;
    }

  return NULL;
}

static void
test_conflict (Pair          *pair,
               gconstpointer  unused)
{
  g_autoptr (CapacityMerge) seen = NULL;
  g_autoptr (CapacityOutcome) kept = NULL;
  g_autoptr (CapacityOutcome) undone = NULL;
  g_autoptr (CapacityOutcome) taken = NULL;
  const CapacityConflict *note;
  const CapacityConflict *count;
  const CapacityDetail *detail;
  const char *theirs[3] = { NULL, NULL, NULL };
  const CapacityService *service;

  set_volume (pair->theirs, &pair->service->id, 1, 11);
  change_note (pair->theirs, pair->service, "Viņu", "Viņu vadītājs");
  set_volume (pair->mine, &pair->service->id, 1, 12);
  change_note (pair->mine, pair->service, "Mana", NULL);
  export (pair);

  seen = preview (pair);
  g_assert_cmpuint (seen->conflicts->len, >=, 2);
  note = conflict_about (seen, "note");
  g_assert_cmpint (note->kind, ==, CAPACITY_CONFLICT_CHANGED);
  g_assert_cmpuint (note->details->len, ==, 1);
  g_assert_cmpstr (note->my_who, ==, "anna");
  g_assert_cmpstr (note->their_who, ==, "juris");
  detail = note->details->pdata[0];
  g_assert_cmpstr (g_variant_get_string (detail->before, NULL), ==, "Mana");
  g_assert_cmpstr (g_variant_get_string (detail->after, NULL), ==, "Viņu");
  count = conflict_about (seen, "counts");
  detail = count->details->pdata[0];
  g_assert_cmpfloat (g_variant_get_double (detail->before), ==, 12);
  g_assert_cmpfloat (g_variant_get_double (detail->after), ==, 11);

  kept = merge (pair, NULL);
  service = kept->portfolio->services->pdata[0];
  g_assert_cmpstr (service->note, ==, "Mana");
  g_assert_cmpstr (service->owner, ==, "Viņu vadītājs");
  undone = capacity_store_undo (pair->mine, NULL, NULL);
  g_assert_nonnull (undone);
  theirs[0] = note->key;
  theirs[1] = count->key;
  taken = merge (pair, theirs);
  service = taken->portfolio->services->pdata[0];
  g_assert_cmpstr (service->note, ==, "Viņu");
  g_assert_cmpfloat (((CapacityVolume *) service->volumes->pdata[0])->series->values[0], ==, 11);
}

/* What they did to a service that is deleted here is told and left out; nothing hangs in the air. */
static void
test_gone (Pair          *pair,
           gconstpointer  unused)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (CapacityChange) theirs = capacity_change_new ();
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 5, CAPACITY_PERIOD_MONTH, 0, 0);
  g_autoptr (CapacityOutcome) removed = NULL;
  g_autoptr (CapacityOutcome) limited = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (CapacityMerge) seen = NULL;
  g_autofree char *orphans = NULL;

  capacity_change_set_service_limit (theirs, &pair->service->id, limit);
  limited = capacity_store_apply (pair->theirs, theirs, NULL, NULL);
  change_note (pair->theirs, pair->service, "Viņu", NULL);
  capacity_change_remove_service (change, &pair->service->id);
  removed = capacity_store_apply (pair->mine, change, NULL, NULL);
  export (pair);
  seen = preview (pair);
  g_assert_cmpuint (seen->conflicts->len, ==, 1);
  g_assert_cmpint (((CapacityConflict *) seen->conflicts->pdata[0])->kind, ==, CAPACITY_CONFLICT_GONE);
  g_assert_cmpuint (seen->n_left_out, ==, 1);
  outcome = merge (pair, NULL);
  g_assert_cmpuint (outcome->portfolio->services->len, ==, 0);
  orphans = query (pair->place.path, "SELECT count (*) FROM pragma_foreign_key_check");
  g_assert_cmpstr (orphans, ==, "0");
}

static void
check_refused (Pair *pair,
               int   code)
{
  g_autofree char *before = dump_facts (pair->place.path);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (capacity_store_preview_changes (pair->mine, pair->parcel, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, code);
  g_clear_error (&error);
  g_assert_null (capacity_store_merge (pair->mine, pair->parcel, NULL, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, code);
  after = dump_facts (pair->place.path);
  g_assert_cmpstr (after, ==, before);
}

/* A file that was touched on its way, or is about something else, is refused; it is never written over. */
static void
test_refused (Pair          *pair,
              gconstpointer  unused)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_assert_false (capacity_store_export_changes (pair->theirs, G_MAXINT64, pair->parcel, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOTHING);
  g_clear_error (&error);
  check_refused (pair, CAPACITY_STORE_ERROR_NOT_FOUND);
  change_note (pair->theirs, pair->service, "Viņu", NULL);
  export (pair);
  g_assert_false (capacity_store_export_changes (pair->theirs, 1000, pair->parcel, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_IO);
  g_assert_true (g_file_get_contents (pair->parcel, &contents, &size, NULL));
  for (gsize i = 0; i < size; i += 7)
    {
      contents[i] ^= 4;
      g_assert_true (g_file_set_contents (pair->parcel, contents, (gssize) size, NULL));
      check_refused (pair, CAPACITY_STORE_ERROR_NOT_CHANGES);
      contents[i] ^= 4;
    }
  g_assert_true (g_file_set_contents (pair->parcel, contents, (gssize) size / 2, NULL));
  check_refused (pair, CAPACITY_STORE_ERROR_NOT_CHANGES);
  g_assert_true (g_file_set_contents (pair->parcel, contents, (gssize) size, NULL));
  execute (pair->place.path, "UPDATE institution SET id = randomblob (16)");
  check_refused (pair, CAPACITY_STORE_ERROR_OTHER_PORTFOLIO);
}

/* Bytes that anyone could have written, with the right checksum: refused or applied, but never a crash and never
 * a fact that breaks a rule of the schema. */
static void
test_hostile (Pair          *pair,
              gconstpointer  unused)
{
  g_autofree char *contents = NULL;
  gsize size;
  gsize head = strlen ("Capacity changes 1\n") + 65;

  change_note (pair->theirs, pair->service, "Viņu", NULL);
  set_volume (pair->theirs, &pair->service->id, 2, 20);
  export (pair);
  g_assert_true (g_file_get_contents (pair->parcel, &contents, &size, NULL));
  for (int i = 0; i < (g_test_thorough () ? 10000 : 300); i++)
    {
      g_autofree char *flipped = g_memdup2 (contents, size);
      g_autofree char *digest = NULL;
      g_autofree char *integrity = NULL;
      g_autoptr (CapacityOutcome) outcome = NULL;
      g_autoptr (CapacityMerge) seen = NULL;

      for (int k = 0; k < 3; k++)
        flipped[g_test_rand_int_range ((gint) head, (gint) size)] ^= (char) (1 << g_test_rand_int_range (0, 8));
      digest = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) flipped + head, size - head);
      memcpy (flipped + strlen ("Capacity changes 1\n"), digest, 64);
      g_assert_true (g_file_set_contents (pair->parcel, flipped, (gssize) size, NULL));
      seen = capacity_store_preview_changes (pair->mine, pair->parcel, NULL, NULL);
      outcome = capacity_store_merge (pair->mine, pair->parcel, NULL, NULL, NULL);
      integrity = query (pair->place.path, "SELECT * FROM pragma_integrity_check, (SELECT count (*) FROM"
                                           " pragma_foreign_key_check)");
      g_assert_cmpstr (integrity, ==, "ok|0");
    }
}

/* Whichever call to the system fails, the file is there as a whole or not at all, and what is wrong is told. */
static gboolean
try_to_export (Pair        *pair,
               SystemFault  fault,
               int          nth)
{
  g_autofree char *unfinished = g_strconcat (pair->parcel, ".part", NULL);
  g_autoptr (CapacityMerge) seen = NULL;
  g_autoptr (GError) error = NULL;
  int code = fault == SYSTEM_FAULT_FULL || fault == SYSTEM_FAULT_STAYS_FULL ? CAPACITY_STORE_ERROR_FULL
                                                                            : CAPACITY_STORE_ERROR_IO;
  gboolean is_exported;
  gboolean is_met;

  system_fault_arm (fault, nth);
  is_exported = capacity_store_export_changes (pair->theirs, 1000, pair->parcel, NULL, &error);
  is_met = system_fault_disarm ();
  g_assert_cmpint (g_file_test (pair->parcel, G_FILE_TEST_EXISTS), ==, is_exported);
  g_assert_false (g_file_test (unfinished, G_FILE_TEST_EXISTS));
  if (is_exported)
    seen = preview (pair);
  else
    g_assert_error (error, CAPACITY_STORE_ERROR, code);
  g_assert_true (is_exported || is_met);
  g_remove (pair->parcel);

  return is_met;
}

static void
test_export_faults (Pair          *pair,
                    gconstpointer  unused)
{
  change_note (pair->theirs, pair->service, "Viņu", NULL);
  for (int fault = SYSTEM_FAULT_FULL; fault < N_SYSTEM_FAULTS; fault++)
    {
      int n = 0;

      while (try_to_export (pair, (SystemFault) fault, n + 1))
        n++;
      g_assert_cmpint (n, >=, 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/merge/" name, Pair, NULL, set_up, func, tear_down)
  TEST ("apply", test_apply);
  TEST ("disjoint", test_disjoint);
  TEST ("conflict", test_conflict);
  TEST ("gone", test_gone);
  TEST ("refused", test_refused);
  TEST ("hostile", test_hostile);
  TEST ("export-faults", test_export_faults);

  return g_test_run ();
}
