/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-filter.h"

static void
take_label (CapacityService  *service,
            CapacityLabelKind kind,
            const char       *name)
{
  g_ptr_array_add (service->labels, capacity_label_new (kind, name));
}

/* A service of an owner and a unit, without data. */
static CapacityServiceItem *
item_new (void)
{
  g_autoptr (CapacityPortfolio) portfolio = capacity_portfolio_new ();
  g_autoptr (CapacityAssessment) assessment = NULL;
  CapacityService *service = capacity_service_new ();
  CapacityServiceItem *item = NULL;

  g_set_str (&service->name, "Būvatļauja privātmājai");
  service->code = g_strdup ("B-1");
  service->owner = g_strdup ("Anna Ozola");
  service->department = g_strdup ("Būvvalde");
  service->external_id = g_strdup ("PPK-7731");
  service->phase = CAPACITY_PHASE_PROVISION;
  take_label (service, CAPACITY_LABEL_TAG, "Ģimenēm");
  take_label (service, CAPACITY_LABEL_LIFE_SITUATION, "Mājokļa iegāde");
  take_label (service, CAPACITY_LABEL_RECIPIENTS, "Jaunās ģimenes");
  take_label (service, CAPACITY_LABEL_CHANNEL, "Klātienē");
  g_ptr_array_add (portfolio->services, service);
  assessment = capacity_assess (portfolio, capacity_date_from_ymd (2026, 11, 23), NULL, NULL, NULL);

  item = g_object_new (CAPACITY_TYPE_SERVICE_ITEM, NULL);
  capacity_item_set_assessment (CAPACITY_ITEM (item), g_ptr_array_index (assessment->services, 0));

  return item;
}

static gboolean
matches (const char *query)
{
  g_autoptr (CapacityServiceFilter) filter = capacity_service_filter_parse (query);
  g_autoptr (CapacityServiceItem) item = item_new ();

  return capacity_service_filter_matches (filter, item);
}

static void
test_matches (void)
{
  g_assert_true (matches (""));
  g_assert_true (matches ("verdict=unknown"));
  g_assert_false (matches ("verdict=insufficient"));
  g_assert_true (matches ("regular=unknown\npeak=unknown\nlong-term=unknown"));
  g_assert_false (matches ("regular=unknown\npeak=insufficient"));
  g_assert_false (matches ("long-term=insufficient"));
  g_assert_true (matches ("text=PRIVĀTMĀJ būv"));
  g_assert_true (matches ("text=b-1"));
  g_assert_false (matches ("text=būv jumts"));
  g_assert_true (matches ("owner=Anna Ozola\ndepartment=Būvvalde"));
  g_assert_false (matches ("owner=Anna Ozola\ndepartment=Bāriņtiesa"));
  g_assert_true (matches ("phase=provision"));
  g_assert_false (matches ("phase=planning"));
  g_assert_true (matches ("lack=data"));
  g_assert_false (matches ("lack=owner"));
  g_assert_true (matches ("trend=none"));
  g_assert_false (matches ("trend=grows"));
}

/* By what a register says of a service too, however hastily it is typed; not by what is the same for most. */
static void
test_search (void)
{
  g_assert_true (matches ("text=buvatlauja PRIVATMAJAI"));
  g_assert_true (matches ("text=gimenem"));
  g_assert_true (matches ("text=majokla iegade"));
  g_assert_true (matches ("text=jaunās ģimenes būvvalde"));
  g_assert_true (matches ("text=ppk-7731"));
  g_assert_false (matches ("text=klātienē"));
}

static void
test_labels (void)
{
  g_assert_true (matches ("tag=Ģimenēm\nlife-situation=Mājokļa iegāde"));
  g_assert_false (matches ("tag=Mājokļa iegāde"));
  g_assert_false (matches ("life-situation=Ģimenēm"));
  g_assert_false (matches ("tag=ģimenēm"));
}

/* What a newer program wrote is left out, what is known holds. */
static void
test_unknown (void)
{
  g_assert_true (matches ("colour=blue\nverdict=splendid\nno equals sign"));
  g_assert_false (matches ("colour=blue\nphase=planning"));
}

static void
test_query (void)
{
  const char *queries[] = {
    "", "verdict=at-risk", "text=a b\ntrend=falls\nphase=liquidation\nlack=target\ndepartment=D = E\nowner=Ž"
    "\ntag=T\nlife-situation=L", "regular=sufficient\npeak=insufficient\nlong-term=at-risk",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (CapacityServiceFilter) filter = capacity_service_filter_parse (queries[i]);
      g_autofree char *query = capacity_service_filter_to_query (filter);

      g_assert_cmpstr (query, ==, queries[i]);
      g_assert_true (capacity_service_filter_is_empty (filter) == (i == 0));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service-filter/matches", test_matches);
  g_test_add_func ("/service-filter/search", test_search);
  g_test_add_func ("/service-filter/labels", test_labels);
  g_test_add_func ("/service-filter/unknown", test_unknown);
  g_test_add_func ("/service-filter/query", test_query);

  return g_test_run ();
}
