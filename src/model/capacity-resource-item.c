/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource-item.h"

/*
 * CapacityResourceItem:
 *
 * One resource or capability in a list.
 */
struct _CapacityResourceItem
{
  CapacityItem parent_instance;
};

G_DEFINE_FINAL_TYPE (CapacityResourceItem, capacity_resource_item, CAPACITY_TYPE_ITEM)

static const CapacityId *
capacity_resource_item_get_id (gconstpointer assessment)
{
  return &((const CapacityResourceAssessment *) assessment)->resource->id;
}

static char *
capacity_resource_item_dup_search_text (gconstpointer assessment)
{
  const CapacityResource *resource = ((const CapacityResourceAssessment *) assessment)->resource;

  return g_strjoin ("\n", resource->name, resource->code != NULL ? resource->code : "",
                    resource->owner != NULL ? resource->owner : "",
                    resource->department != NULL ? resource->department : "",
                    resource->provider != NULL ? resource->provider : "", NULL);
}

static void
capacity_resource_item_class_init (CapacityResourceItemClass *klass)
{
  CapacityItemClass *item_class = CAPACITY_ITEM_CLASS (klass);

  item_class->get_assessment_type = capacity_resource_assessment_get_type;
  item_class->get_id = capacity_resource_item_get_id;
  item_class->dup_search_text = capacity_resource_item_dup_search_text;
}

static void
capacity_resource_item_init (CapacityResourceItem *self)
{
}

/**
 * capacity_resource_item_get_assessment:
 * @self: an item
 *
 * Returns: (transfer none): what is concluded of the resource now
 */
const CapacityResourceAssessment *
capacity_resource_item_get_assessment (CapacityResourceItem *self)
{
  return capacity_item_get_assessment (CAPACITY_ITEM (self));
}

/**
 * capacity_resource_item_get_resource:
 * @self: an item
 *
 * Returns: (transfer none): the resource's facts
 */
const CapacityResource *
capacity_resource_item_get_resource (CapacityResourceItem *self)
{
  return capacity_resource_item_get_assessment (self)->resource;
}

/**
 * capacity_resource_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): the resource's name
 */
const char *
capacity_resource_item_get_name (CapacityResourceItem *self)
{
  return capacity_resource_item_get_resource (self)->name;
}
