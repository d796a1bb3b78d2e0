/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-item-list.h"

/*
 * CapacityItemList:
 *
 * The services or the resources of an assessment as a list of #CapacityItem, in the order of the portfolio. A new
 * assessment keeps the items of those that stay, so that views lose neither selection nor place; only the stretch that
 * differs is announced. Lives in the main thread.
 */
struct _CapacityItemList
{
  GObject parent_instance;

  CapacityItemClass *item_class;
  GPtrArray *items;  /* element-type CapacityItem */
  GHashTable *by_id; /* CapacityId → CapacityItem, owned by items */
};

static void capacity_item_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (CapacityItemList, capacity_item_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, capacity_item_list_model_init))

static GType
capacity_item_list_get_item_type (GListModel *model)
{
  return G_TYPE_FROM_CLASS (CAPACITY_ITEM_LIST (model)->item_class);
}

static guint
capacity_item_list_get_n_items (GListModel *model)
{
  return CAPACITY_ITEM_LIST (model)->items->len;
}

static gpointer
capacity_item_list_get_nth (GListModel *model,
                            guint       position)
{
  CapacityItemList *self = CAPACITY_ITEM_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
capacity_item_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = capacity_item_list_get_item_type;
  iface->get_n_items = capacity_item_list_get_n_items;
  iface->get_item = capacity_item_list_get_nth;
}

/* Mostly nothing comes or goes. */
static CapacityItem *
find_item (CapacityItemList *self,
           guint             index,
           const CapacityId *id)
{
  if (index < self->items->len && capacity_id_equal (capacity_item_get_id (self->items->pdata[index]), id))
    return self->items->pdata[index];

  return g_hash_table_lookup (self->by_id, id);
}

/* The items for new assessments: those of before where the service or resource stays, new ones otherwise. */
static GPtrArray *
items_for (CapacityItemList *self,
           const GPtrArray  *assessments)
{
  GPtrArray *items = g_ptr_array_new_full (assessments->len, g_object_unref);

  for (guint i = 0; i < assessments->len; i++)
    {
      CapacityItem *item = find_item (self, i, self->item_class->get_id (assessments->pdata[i]));

      g_ptr_array_add (items, item != NULL ? g_object_ref (item)
                                           : g_object_new (G_TYPE_FROM_CLASS (self->item_class), NULL));
    }

  return items;
}

/* Knows the @n items from @start on, and none of the @n_before that @before had there. */
static void
index_items (CapacityItemList *self,
             guint             start,
             const GPtrArray  *before,
             guint             n_before,
             guint             n)
{
  for (guint i = start; i < start + n_before; i++)
    g_hash_table_remove (self->by_id, capacity_item_get_id (before->pdata[i]));
  for (guint i = start; i < start + n; i++)
    {
      CapacityItem *item = self->items->pdata[i];

      g_hash_table_insert (self->by_id, g_memdup2 (capacity_item_get_id (item), sizeof (CapacityId)), item);
    }
}

static void
capacity_item_list_finalize (GObject *object)
{
  CapacityItemList *self = CAPACITY_ITEM_LIST (object);

  g_clear_pointer (&self->item_class, g_type_class_unref);
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (capacity_item_list_parent_class)->finalize (object);
}

static void
capacity_item_list_class_init (CapacityItemListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = capacity_item_list_finalize;
}

static void
capacity_item_list_init (CapacityItemList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, g_free, NULL);
}

/**
 * capacity_item_list_new:
 * @item_type: class of the items, a #CapacityItem
 *
 * Returns: (transfer full): an empty list
 */
CapacityItemList *
capacity_item_list_new (GType item_type)
{
  CapacityItemList *self = g_object_new (CAPACITY_TYPE_ITEM_LIST, NULL);

  self->item_class = g_type_class_ref (item_type);

  return self;
}

/**
 * capacity_item_list_set_assessments:
 * @self: a list
 * @assessments: what to show from now on, of the kind that the items are faces of
 */
void
capacity_item_list_set_assessments (CapacityItemList *self,
                                    const GPtrArray  *assessments)
{
  g_autoptr (GPtrArray) before = NULL;
  GPtrArray *after;
  guint start = 0, end = 0;

  g_return_if_fail (CAPACITY_IS_ITEM_LIST (self));

  after = items_for (self, assessments);
  before = g_steal_pointer (&self->items);
  while (start < MIN (before->len, after->len) && before->pdata[start] == after->pdata[start])
    start++;
  while (end < MIN (before->len, after->len) - start
         && before->pdata[before->len - 1 - end] == after->pdata[after->len - 1 - end])
    end++;
  self->items = after;
  for (guint i = 0; i < after->len; i++)
    capacity_item_set_assessment (after->pdata[i], assessments->pdata[i]);
  if (start + end == before->len && before->len == after->len)
    return;
  index_items (self, start, before, before->len - start - end, after->len - start - end);
  g_list_model_items_changed (G_LIST_MODEL (self), start, before->len - start - end, after->len - start - end);
}

/**
 * capacity_item_list_get_item:
 * @self: a list
 * @id: identifier of a service or resource
 *
 * Returns: (transfer none) (nullable): its item
 */
CapacityItem *
capacity_item_list_get_item (CapacityItemList *self,
                             const CapacityId *id)
{
  g_return_val_if_fail (CAPACITY_IS_ITEM_LIST (self), NULL);

  return g_hash_table_lookup (self->by_id, id);
}
