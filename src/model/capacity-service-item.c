/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-item.h"

/*
 * CapacityServiceItem:
 *
 * One service in a list.
 */
struct _CapacityServiceItem
{
  CapacityItem parent_instance;
};

G_DEFINE_FINAL_TYPE (CapacityServiceItem, capacity_service_item, CAPACITY_TYPE_ITEM)

static const CapacityId *
capacity_service_item_get_id (gconstpointer assessment)
{
  return &((const CapacityServiceAssessment *) assessment)->service->id;
}

static char *
capacity_service_item_dup_search_text (gconstpointer assessment)
{
  const CapacityService *service = ((const CapacityServiceAssessment *) assessment)->service;

  return g_strjoin ("\n", service->name, service->code != NULL ? service->code : "",
                    service->owner != NULL ? service->owner : "",
                    service->department != NULL ? service->department : "", NULL);
}

static void
capacity_service_item_class_init (CapacityServiceItemClass *klass)
{
  CapacityItemClass *item_class = CAPACITY_ITEM_CLASS (klass);

  item_class->get_assessment_type = capacity_service_assessment_get_type;
  item_class->get_id = capacity_service_item_get_id;
  item_class->dup_search_text = capacity_service_item_dup_search_text;
}

static void
capacity_service_item_init (CapacityServiceItem *self)
{
}

/**
 * capacity_service_item_get_assessment:
 * @self: an item
 *
 * Returns: (transfer none): what is concluded of the service now
 */
const CapacityServiceAssessment *
capacity_service_item_get_assessment (CapacityServiceItem *self)
{
  return capacity_item_get_assessment (CAPACITY_ITEM (self));
}

/**
 * capacity_service_item_get_service:
 * @self: an item
 *
 * Returns: (transfer none): the service's facts
 */
const CapacityService *
capacity_service_item_get_service (CapacityServiceItem *self)
{
  return capacity_service_item_get_assessment (self)->service;
}

/**
 * capacity_service_item_get_name:
 * @self: an item
 *
 * Returns: (transfer none): the service's name
 */
const char *
capacity_service_item_get_name (CapacityServiceItem *self)
{
  return capacity_service_item_get_service (self)->name;
}

/**
 * capacity_service_item_get_text:
 * @self: an item
 * @text: which
 *
 * Returns: (transfer none) (nullable): that text of the service, if it has one
 */
const char *
capacity_service_item_get_text (CapacityServiceItem *self,
                                CapacityServiceText  text)
{
  const CapacityService *service = capacity_service_item_get_service (self);

  switch (text)
    {
    case CAPACITY_SERVICE_TEXT_CODE:
      return service->code;
    case CAPACITY_SERVICE_TEXT_OWNER:
      return service->owner;
    case CAPACITY_SERVICE_TEXT_DEPARTMENT:
      return service->department;
    case CAPACITY_SERVICE_TEXT_NAME:
    default:
      return service->name;
    }
}
