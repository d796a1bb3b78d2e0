/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-workspace.h"

#include "capacity-role-item.h"

#include <glib/gstdio.h>
#include <math.h>

/* A workspace on a file of its own, and what the callbacks gave. */
typedef struct
{
  CapacityWorkspace *workspace;
  GAsyncResult *result;
  char *folder;
  char *path;
  guint n_changed;
} Fixture;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  ((Fixture *) user_data)->result = g_object_ref (result);
}

static void
changed_cb (CapacityWorkspace *workspace,
            CapacityOutcome   *outcome,
            Fixture           *fixture)
{
  g_assert_nonnull (outcome->action);
  fixture->n_changed++;
}

static GAsyncResult *
wait_for (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_steal_pointer (&fixture->result);
}

static void
open_workspace (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  fixture->workspace = capacity_workspace_new ();
  capacity_workspace_set_today (fixture->workspace, capacity_date_from_ymd (2026, 11, 23));
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (changed_cb), fixture);
  capacity_workspace_open_async (fixture->workspace, fixture->path, CAPACITY_STORE_CREATE, NULL, done_cb, fixture);
  g_assert_cmpint (capacity_workspace_get_state (fixture->workspace), ==, CAPACITY_WORKSPACE_LOADING);
  result = wait_for (fixture);
  g_assert_true (capacity_workspace_open_finish (fixture->workspace, result, &error));
  g_assert_no_error (error);
}

static void
close_workspace (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;

  capacity_workspace_close_async (fixture->workspace, done_cb, fixture);
  result = wait_for (fixture);
  g_assert_true (capacity_workspace_close_finish (fixture->workspace, result, NULL));
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (g_steal_pointer (&fixture->workspace));
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("workspace-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "test.capacity", NULL);
  open_workspace (fixture);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  close_workspace (fixture);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static CapacityOutcome *
apply (Fixture        *fixture,
        CapacityChange *made)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  CapacityOutcome *outcome;

  capacity_workspace_apply_async (fixture->workspace, made, NULL, done_cb, fixture);
  result = wait_for (fixture);
  outcome = capacity_workspace_change_finish (fixture->workspace, result, &error);
  g_assert_no_error (error);

  return outcome;
}

static CapacityId
add_service (Fixture    *fixture,
             const char *name)
{
  g_autoptr (CapacityService) service = capacity_service_new ();
  g_autoptr (CapacityChange) made = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;

  g_set_str (&service->name, name);
  capacity_change_add_service (made, service);
  outcome = apply (fixture, made);

  return service->id;
}

/* Sixty months to October 2026 of the same volume. */
static void
set_volume (Fixture          *fixture,
            const CapacityId *service,
            double            value)
{
  g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2021, 11).index, NULL, 60);
  g_autoptr (CapacityChange) made = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;

  for (guint i = 0; i < series->n; i++)
    series->values[i] = value + i % 3;
  capacity_change_set_volume (made, service, CAPACITY_REQUEST_ALL, NULL, NULL, CAPACITY_MEASURE_ARRIVALS, series);
  outcome = apply (fixture, made);
}

static void
set_limit (Fixture          *fixture,
           const CapacityId *service,
           double            value)
{
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, value, CAPACITY_PERIOD_MONTH, 0, 0);
  g_autoptr (CapacityChange) made = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;

  capacity_change_set_service_limit (made, service, limit);
  outcome = apply (fixture, made);
}

static CapacityVerdict
verdict (Fixture          *fixture,
         const CapacityId *id)
{
  CapacityServiceItem *item = capacity_workspace_get_service (fixture->workspace, id);

  return capacity_service_item_get_assessment (item)->modes[CAPACITY_MODE_REGULAR].verdict;
}

/* From nothing to a verdict, the way of a manager's first ten minutes. */
static void
test_volume_and_capacity_give_a_verdict (Fixture      *fixture,
                                         gconstpointer data)
{
  CapacityId id = add_service (fixture, "Pases");

  g_assert_cmpint (verdict (fixture, &id), ==, CAPACITY_VERDICT_UNKNOWN);
  set_volume (fixture, &id, 100);
  set_limit (fixture, &id, 150);
  g_assert_cmpint (verdict (fixture, &id), ==, CAPACITY_VERDICT_SUFFICIENT);
  set_limit (fixture, &id, 90);
  g_assert_cmpint (verdict (fixture, &id), ==, CAPACITY_VERDICT_INSUFFICIENT);
  g_assert_cmpuint (fixture->n_changed, ==, 4);
}

static void
undo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autoptr (GError) error = NULL;

  capacity_workspace_undo_async (fixture->workspace, NULL, done_cb, fixture);
  result = wait_for (fixture);
  outcome = capacity_workspace_change_finish (fixture->workspace, result, &error);
  g_assert_no_error (error);
}

static void
redo (Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  capacity_workspace_redo_async (fixture->workspace, NULL, done_cb, fixture);
  result = wait_for (fixture);
  outcome = capacity_workspace_change_finish (fixture->workspace, result, NULL);
  g_assert_nonnull (outcome);
}

static void
test_undo_after_restart (Fixture      *fixture,
                         gconstpointer data)
{
  CapacityId id = add_service (fixture, "Pases");

  set_volume (fixture, &id, 100);
  set_limit (fixture, &id, 150);
  close_workspace (fixture);
  open_workspace (fixture);
  g_assert_cmpint (verdict (fixture, &id), ==, CAPACITY_VERDICT_SUFFICIENT);
  g_assert_nonnull (capacity_workspace_get_undo (fixture->workspace));
  undo (fixture);
  g_assert_cmpint (verdict (fixture, &id), ==, CAPACITY_VERDICT_UNKNOWN);
  redo (fixture);
  g_assert_cmpint (verdict (fixture, &id), ==, CAPACITY_VERDICT_SUFFICIENT);
}

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       n_removed,
                  guint       n_added,
                  guint      *sum)
{
  *sum += n_removed + n_added;
}

/* A change of one service keeps every item, so that no view loses its selection. */
static void
test_items_stay (Fixture      *fixture,
                 gconstpointer data)
{
  CapacityId first = add_service (fixture, "Adrešu piešķiršana");
  CapacityId second = add_service (fixture, "Pases");
  GListModel *services = capacity_workspace_get_services (fixture->workspace);
  CapacityServiceItem *item = capacity_workspace_get_service (fixture->workspace, &second);
  guint n_announced = 0;

  g_signal_connect (services, "items-changed", G_CALLBACK (items_changed_cb), &n_announced);
  set_volume (fixture, &first, 10);
  g_assert_cmpuint (n_announced, ==, 0);
  add_service (fixture, "Būvatļaujas");
  g_assert_cmpuint (n_announced, ==, 1);
  g_assert_true (capacity_workspace_get_service (fixture->workspace, &second) == item);
  g_assert_cmpuint (g_list_model_get_n_items (services), ==, 3);
  g_signal_handlers_disconnect_by_func (services, items_changed_cb, &n_announced);
}

/* A resource has an item that tells of changes, by its own name and by what services need of it. */
static void
test_resource (Fixture      *fixture,
               gconstpointer data)
{
  CapacityId service = add_service (fixture, "Pases");
  g_autoptr (CapacityResource) resource = capacity_resource_new ();
  g_autoptr (CapacityNeed) need = capacity_need_new (&resource->id, CAPACITY_REQUEST_ALL, 0.5);
  g_autoptr (CapacityChange) made = capacity_change_new ();
  g_autoptr (CapacityChange) needed = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  CapacityResourceItem *item;

  set_volume (fixture, &service, 100);
  g_set_str (&resource->name, "Reģistratori");
  resource->provider = g_strdup ("Paraugu aģentūra");
  capacity_change_add_resource (made, resource);
  g_clear_pointer (&outcome, capacity_outcome_unref);
  outcome = apply (fixture, made);
  item = capacity_workspace_get_resource (fixture->workspace, &resource->id);
  g_assert_true (CAPACITY_IS_RESOURCE_ITEM (item));
  g_assert_cmpuint (g_list_model_get_n_items (capacity_workspace_get_resources (fixture->workspace)), ==, 1);
  g_assert_nonnull (strstr (capacity_item_get_search_key (CAPACITY_ITEM (item)), "paraugu"));

  capacity_change_set_need (needed, &service, need);
  g_clear_pointer (&outcome, capacity_outcome_unref);
  outcome = apply (fixture, needed);
  g_assert_true (capacity_workspace_get_resource (fixture->workspace, &resource->id) == item);
  g_assert_cmpfloat (capacity_resource_item_get_assessment (item)->load, ==, 50.5);
}

/* What was asked at once is done in order, and the last one is what is shown. */
static void
test_changes_in_a_row (Fixture      *fixture,
                       gconstpointer data)
{
  CapacityId id = add_service (fixture, "Pases");
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 1, CAPACITY_PERIOD_MONTH, 0, 0);
  CapacityServiceItem *item;

  set_volume (fixture, &id, 100);
  for (int i = 1; i <= 20; i++)
    {
      g_autoptr (CapacityChange) made = capacity_change_new ();

      limit->value = 100 + i;
      capacity_change_set_service_limit (made, &id, limit);
      capacity_workspace_apply_async (fixture->workspace, made, NULL, NULL, NULL);
    }
  while (fixture->n_changed < 22)
    g_main_context_iteration (NULL, TRUE);
  item = capacity_workspace_get_service (fixture->workspace, &id);
  g_assert_cmpfloat (capacity_service_item_get_assessment (item)->modes[CAPACITY_MODE_REGULAR].capacity, ==, 120);
}

static void
test_not_a_portfolio (void)
{
  g_autoptr (CapacityWorkspace) workspace = capacity_workspace_new ();
  Fixture fixture = { .workspace = workspace };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  capacity_workspace_open_async (workspace, g_get_tmp_dir (), CAPACITY_STORE_OPEN_EXISTING, NULL, done_cb, &fixture);
  result = wait_for (&fixture);
  g_assert_false (capacity_workspace_open_finish (workspace, result, &error));
  g_assert_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO);
  g_assert_cmpint (capacity_workspace_get_state (workspace), ==, CAPACITY_WORKSPACE_CLOSED);
}

/* The first change of an institution, whose row is older than some of its columns. */
static void
test_institution (Fixture      *fixture,
                  gconstpointer data)
{
  CapacityInstitution institution = capacity_workspace_get_portfolio (fixture->workspace)->institution;
  g_autoptr (CapacityChange) made = capacity_change_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;

  institution.portfolio_owner = (char *) "Anna";
  capacity_change_set_institution (made, &institution);
  outcome = apply (fixture, made);
  undo (fixture);
  g_assert_null (capacity_workspace_get_portfolio (fixture->workspace)->institution.portfolio_owner);
}

static guint
count_vacant (GListStore *roles)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (roles)); i++)
    {
      g_autoptr (CapacityRoleItem) item = g_list_model_get_item (G_LIST_MODEL (roles), i);

      if (capacity_role_item_is_named (item) && capacity_role_item_get_person (item) == NULL)
        n++;
    }

  return n;
}

/* Everything is vacant; all is given in one step, of one service two roles, and taken back in one. */
static void
test_roles (Fixture      *fixture,
            gconstpointer data)
{
  CapacityId id = add_service (fixture, "Pases");
  g_autoptr (GListStore) roles = capacity_role_item_list (capacity_workspace_get_portfolio (fixture->workspace));
  g_autoptr (CapacityRoleItem) recipients = g_list_model_get_item (G_LIST_MODEL (roles), 4);
  g_autoptr (CapacityRoleItem) still_recipients = NULL;
  g_autoptr (CapacityChange) made = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  const CapacityService *service = NULL;

  g_assert_cmpuint (count_vacant (roles), ==, 4);
  made = capacity_role_item_assign (capacity_workspace_get_portfolio (fixture->workspace), G_LIST_MODEL (roles),
                                    "Anna", NULL, TRUE);
  outcome = apply (fixture, made);
  service = capacity_service_item_get_service (capacity_workspace_get_service (fixture->workspace, &id));
  g_assert_cmpstr (service->owner, ==, "Anna");
  g_assert_cmpstr (service->provider, ==, "Anna");
  g_assert_null (service->substitute);
  g_assert_cmpstr (outcome->portfolio->institution.portfolio_owner, ==, "Anna");
  g_assert_cmpstr (outcome->portfolio->institution.resource_owner, ==, "Anna");

  capacity_role_item_update (roles, outcome->portfolio);
  g_assert_cmpuint (count_vacant (roles), ==, 0);
  still_recipients = g_list_model_get_item (G_LIST_MODEL (roles), 4);
  g_assert_true (still_recipients == recipients);

  undo (fixture);
  capacity_role_item_update (roles, capacity_workspace_get_portfolio (fixture->workspace));
  g_assert_cmpuint (count_vacant (roles), ==, 4);
}

/* Forecasts of many services are written a part at a time, so that a change need not wait for all; whoever closes the
 * file at once loses none. */
static void
test_keeps_forecasts (Fixture      *fixture,
                      gconstpointer data)
{
  const guint n_services = 600;
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) outcome = NULL, opened = NULL;
  g_autoptr (CapacityChange) made = capacity_change_new ();
  g_autoptr (GHashTable) kept = NULL;

  for (guint i = 0; i < n_services; i++)
    {
      g_autoptr (CapacityService) service = capacity_service_new ();
      g_autoptr (CapacitySeries) series = capacity_series_new (CAPACITY_PERIOD_MONTH, capacity_month (2025, 11).index,
                                                               NULL, 12);

      g_set_str (&service->name, "Pases");
      for (guint j = 0; j < series->n; j++)
        series->values[j] = i + j;
      capacity_change_add_service (made, service);
      capacity_change_set_volume (made, &service->id, CAPACITY_REQUEST_ALL, NULL, NULL, CAPACITY_MEASURE_ARRIVALS,
                                  series);
    }
  outcome = apply (fixture, made);
  close_workspace (fixture);

  opened = capacity_store_open (store, fixture->path, CAPACITY_STORE_CREATE, NULL, NULL);
  kept = capacity_store_read_forecasts (store, NULL, NULL);
  g_assert_cmpuint (g_hash_table_size (kept), ==, n_services);
  capacity_store_close (store, NULL);
  open_workspace (fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/workspace/volume-and-capacity-give-a-verdict", Fixture, NULL, set_up, test_volume_and_capacity_give_a_verdict, tear_down);
  g_test_add ("/workspace/undo-after-restart", Fixture, NULL, set_up, test_undo_after_restart, tear_down);
  g_test_add ("/workspace/resource", Fixture, NULL, set_up, test_resource, tear_down);
  g_test_add ("/workspace/items-stay", Fixture, NULL, set_up, test_items_stay, tear_down);
  g_test_add ("/workspace/changes-in-a-row", Fixture, NULL, set_up, test_changes_in_a_row, tear_down);
  g_test_add ("/workspace/institution", Fixture, NULL, set_up, test_institution, tear_down);
  g_test_add ("/workspace/roles", Fixture, NULL, set_up, test_roles, tear_down);
  g_test_add ("/workspace/keeps-forecasts", Fixture, NULL, set_up, test_keeps_forecasts, tear_down);
  g_test_add_func ("/workspace/not-a-portfolio", test_not_a_portfolio);

  return g_test_run ();
}
