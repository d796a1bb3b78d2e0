/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-list.h"

/*
 * CapacityServiceList:
 *
 * The services of an assessment as a list of #CapacityServiceItem, in the order of the portfolio. A new assessment
 * keeps the items of the services that stay, so that views lose neither selection nor place; only the stretch that
 * differs is announced. Lives in the main thread.
 */
struct _CapacityServiceList
{
  GObject parent_instance;

  GPtrArray *items;  /* element-type CapacityServiceItem */
  GHashTable *by_id; /* CapacityId → CapacityServiceItem, both owned by items */
};

static void capacity_service_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CapacityServiceList, capacity_service_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, capacity_service_list_model_init))

static GType
capacity_service_list_get_item_type (GListModel *model)
{
  return CAPACITY_TYPE_SERVICE_ITEM;
}

static guint
capacity_service_list_get_n_items (GListModel *model)
{
  return CAPACITY_SERVICE_LIST (model)->items->len;
}

static gpointer
capacity_service_list_get_nth (GListModel *model,
                               guint       position)
{
  CapacityServiceList *self = CAPACITY_SERVICE_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
capacity_service_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = capacity_service_list_get_item_type;
  iface->get_n_items = capacity_service_list_get_n_items;
  iface->get_item = capacity_service_list_get_nth;
}

/* The items for a new assessment: those of before where the service stays, new ones otherwise. */
static GPtrArray *
items_for (CapacityServiceList      *self,
           const CapacityAssessment *assessment)
{
  GPtrArray *items = g_ptr_array_new_full (assessment->services->len, g_object_unref);

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];
      CapacityServiceItem *item = g_hash_table_lookup (self->by_id, &service->service->id);

      g_ptr_array_add (items, item != NULL ? g_object_ref (item) : capacity_service_item_new (service));
    }

  return items;
}

static void
index_items (CapacityServiceList *self)
{
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < self->items->len; i++)
    {
      CapacityServiceItem *item = self->items->pdata[i];

      g_hash_table_insert (self->by_id, g_memdup2 (&capacity_service_item_get_service (item)->id, sizeof (CapacityId)),
                           item);
    }
}

static void
capacity_service_list_finalize (GObject *object)
{
  CapacityServiceList *self = CAPACITY_SERVICE_LIST (object);

  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (capacity_service_list_parent_class)->finalize (object);
}

static void
capacity_service_list_class_init (CapacityServiceListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = capacity_service_list_finalize;
}

static void
capacity_service_list_init (CapacityServiceList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free, NULL);
}

/**
 * capacity_service_list_new:
 *
 * Returns: (transfer full): an empty list
 */
CapacityServiceList *
capacity_service_list_new (void)
{
  return g_object_new (CAPACITY_TYPE_SERVICE_LIST, NULL);
}

/**
 * capacity_service_list_set_assessment:
 * @self: a list
 * @assessment: what to show from now on
 */
void
capacity_service_list_set_assessment (CapacityServiceList      *self,
                                      const CapacityAssessment *assessment)
{
  g_autoptr (GPtrArray) before = NULL;
  GPtrArray *after;
  guint start = 0, end = 0;

  g_return_if_fail (CAPACITY_IS_SERVICE_LIST (self));

  after = items_for (self, assessment);
  before = g_steal_pointer (&self->items);
  while (start < MIN (before->len, after->len) && before->pdata[start] == after->pdata[start])
    start++;
  while (end < MIN (before->len, after->len) - start
         && before->pdata[before->len - 1 - end] == after->pdata[after->len - 1 - end])
    end++;
  self->items = after;
  for (guint i = 0; i < after->len; i++)
    capacity_service_item_set_assessment (after->pdata[i], assessment->services->pdata[i]);
  if (start + end == before->len && before->len == after->len)
    return;
  index_items (self);
  g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, after->len - start - end);
}

/**
 * capacity_service_list_get_item:
 * @self: a list
 * @id: identifier of a service
 *
 * Returns: (transfer none) (nullable): its item
 */
CapacityServiceItem *
capacity_service_list_get_item (CapacityServiceList *self,
                                const CapacityId    *id)
{
  g_return_val_if_fail (CAPACITY_IS_SERVICE_LIST (self), NULL);

  return g_hash_table_lookup (self->by_id, id);
}
