/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "any-change.h"
#include "store-util.h"

/* Whatever is done can be undone to the last byte, and done again, also after a restart. */

#define N_ACTIONS (g_test_thorough () ? 200u : 90u)

static void
check_volumes (const CapacityService *a,
               const CapacityService *b)
{
  g_assert_cmpuint (a->volumes->len, ==, b->volumes->len);
  for (guint i = 0; i < a->volumes->len; i++)
    {
      const CapacityVolume *first = a->volumes->pdata[i];
      const CapacityVolume *second = b->volumes->pdata[i];

      g_assert_cmpstr (first->channel, ==, second->channel);
      g_assert_cmpstr (first->source, ==, second->source);
      g_assert_cmpuint (capacity_series_digest (first->series), ==, capacity_series_digest (second->series));
    }
}

/* The snapshot that was brought up to date part by part is the one that is read anew. */
static void
check_snapshot (const CapacityPortfolio *portfolio,
                const char              *path)
{
  g_autoptr (CapacityStore) reader = capacity_store_new ();
  g_autoptr (CapacityOutcome) outcome = capacity_store_open (reader, path, CAPACITY_STORE_READ_ONLY, NULL,
                                                             NULL);
  const CapacityPortfolio *anew = outcome->portfolio;

  g_assert_cmpuint (portfolio->services->len, ==, anew->services->len);
  g_assert_cmpuint (portfolio->resources->len, ==, anew->resources->len);
  g_assert_cmpuint (portfolio->departments->len, ==, anew->departments->len);
  g_assert_cmpuint (portfolio->profiles->len, ==, anew->profiles->len);
  g_assert_cmpuint (portfolio->filters->len, ==, anew->filters->len);
  g_assert_cmpuint (portfolio->events->len, ==, anew->events->len);
  g_assert_true ((portfolio->plan == NULL) == (anew->plan == NULL));
  for (guint i = 0; i < anew->services->len; i++)
    {
      const CapacityService *a = portfolio->services->pdata[i];
      const CapacityService *b = anew->services->pdata[i];

      g_assert_true (capacity_id_equal (&a->id, &b->id));
      g_assert_cmpstr (a->name, ==, b->name);
      g_assert_cmpstr (a->note, ==, b->note);
      g_assert_cmpuint (a->limits->len, ==, b->limits->len);
      g_assert_cmpuint (a->needs->len, ==, b->needs->len);
      g_assert_cmpuint (a->labels->len, ==, b->labels->len);
      g_assert_cmpuint (a->allocations->len, ==, b->allocations->len);
      g_assert_cmpuint (a->events->len, ==, b->events->len);
      g_assert_cmpuint (a->refusals->len, ==, b->refusals->len);
      g_assert_true ((a->plan == NULL) == (b->plan == NULL));
      check_volumes (a, b);
    }
}

/* Which verbs there were, by the history. */
static void
check_verbs (const char *path)
{
  g_autofree char *n = query (path, "SELECT count (DISTINCT verb) FROM action");

  g_assert_cmpint (g_ascii_strtoll (n, NULL, 10), ==, N_CHANGE_VERBS);
}

static void
test_property (Place         *place,
               gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autofree char *start = dump_facts (place->path);
  g_autofree char *end = NULL;
  g_autofree char *n_done = NULL;
  guint n;

  do_anything (store, N_ACTIONS);
  check_verbs (place->path);
  end = dump_facts (place->path);
  n_done = query (place->path, "SELECT count (*) FROM action");
  n = (guint) g_ascii_strtoull (n_done, NULL, 10);
  g_assert_cmpuint (n, >=, N_ACTIONS);

  for (int round = 0; round < 2; round++)
    {
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;

      g_assert_cmpuint (turn_all (store, capacity_store_undo), ==, n);
      undone = dump_facts (place->path);
      g_assert_cmpstr (undone, ==, start);
      reopen_store (&store, place->path);
      g_assert_cmpuint (turn_all (store, capacity_store_redo), ==, n);
      redone = dump_facts (place->path);
      g_assert_cmpstr (redone, ==, end);
    }
}

/* Each undo and redo gives back the very state before, with the snapshot to match. */
static void
test_each_step (Place         *place,
                gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);

  do_anything (store, N_CHANGE_VERBS); /* so that there is something of everything, or was */
  for (guint i = 0; i < N_CHANGE_VERBS; i++)
    {
      CapacityVerb verb = nth_change_verb (i);
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      g_autoptr (CapacityOutcome) undo = NULL;
      g_autoptr (CapacityOutcome) redo = NULL;

      do_any_of (store, verb);
      after = dump_facts (place->path);
      undo = capacity_store_undo (store, NULL, NULL);
      g_assert_cmpint (undo->redo->verb, ==, verb);
      check_snapshot (undo->portfolio, place->path);
      before = dump_facts (place->path);
      g_assert_cmpstr (before, !=, after);
      redo = capacity_store_redo (store, NULL, NULL);
      redone = dump_facts (place->path);
      g_assert_cmpstr (redone, ==, after);
      g_assert_null (redo->redo);
      check_snapshot (redo->portfolio, place->path);
      g_clear_pointer (&undo, capacity_outcome_unref);
      undo = capacity_store_undo (store, NULL, NULL);
      undone = dump_facts (place->path);
      g_assert_cmpstr (undone, ==, before);
    }
}

static void
add_named (CapacityStore *store,
           const char    *name)
{
  g_autoptr (CapacityService) service = service_named (name);
  g_autoptr (CapacityOutcome) outcome = apply_service (store, service);
}

static void
test_branch (Place         *place,
             gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityOutcome) undone = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  const CapacityAction *action;

  capacity_store_set_user (store, "Ilze");
  add_named (store, "Viens");
  add_named (store, "Divi");
  capacity_store_set_user (store, "Jānis");
  undone = capacity_store_undo (store, NULL, NULL);
  g_assert_cmpstr (undone->undo->subject, ==, "Viens");
  g_assert_cmpstr (undone->redo->subject, ==, "Divi");
  add_named (store, "Trīs");
  g_assert_null (capacity_store_redo (store, NULL, NULL));

  actions = capacity_store_list_actions (store, NULL, NULL, NULL);
  g_assert_cmpuint (actions->len, ==, 3);
  action = actions->pdata[0];
  g_assert_cmpstr (action->subject, ==, "Trīs");
  g_assert_cmpstr (action->who, ==, "Jānis");
  action = actions->pdata[1];
  g_assert_cmpstr (action->subject, ==, "Divi");
  g_assert_cmpint (action->state, ==, CAPACITY_ACTION_DROPPED);
  g_assert_cmpstr (action->who, ==, "Ilze");
  g_assert_cmpstr (action->turned_by, ==, "Jānis");
  g_assert_cmpint (action->turned_time, >=, action->time);
}

static void
test_history_of_service (Place         *place,
                         gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (CapacityService) service = service_named ("Viens");
  g_autoptr (CapacityOutcome) added = apply_service (store, service);
  g_autoptr (CapacityOutcome) removed = NULL;
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_autoptr (GPtrArray) actions = NULL;

  add_named (store, "Divi");
  capacity_change_remove_service (change, &service->id);
  removed = capacity_store_apply (store, change, NULL, NULL);
  g_assert_cmpstr (removed->action->subject, ==, "Viens");
  actions = capacity_store_list_actions (store, &service->id, NULL, NULL);
  g_assert_cmpuint (actions->len, ==, 2);
  g_assert_cmpint (((CapacityAction *) actions->pdata[0])->verb, ==, CAPACITY_VERB_REMOVE_SERVICE);
}

/* Facts that another program has changed meanwhile are not overwritten by an undo that knows nothing of
 * it. */
static void
test_conflict (Place         *place,
               gconstpointer  unused)
{
  g_autoptr (CapacityStore) store = open_store (place->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) now = NULL;

  add_named (store, "Viens");
  execute (place->path, "UPDATE service SET name = 'Cits'");
  g_assert_null (capacity_store_undo (store, NULL, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CONFLICT);
  now = capacity_store_look (store, NULL, NULL);
  g_assert_cmpstr (((CapacityService *) now->portfolio->services->pdata[0])->name, ==, "Cits");
  g_assert_nonnull (now->undo);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(name, func) g_test_add ("/store/undo/" name, Place, NULL, place_set_up, func, place_tear_down)
  TEST ("property", test_property);
  TEST ("each-step", test_each_step);
  TEST ("branch", test_branch);
  TEST ("history-of-service", test_history_of_service);
  TEST ("conflict", test_conflict);

  return g_test_run ();
}
