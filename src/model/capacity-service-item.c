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

/* Channels and files are the same for too many. */
static gboolean
is_searched (CapacityLabelKind kind)
{
  return kind == CAPACITY_LABEL_TAG || kind == CAPACITY_LABEL_LIFE_SITUATION || kind == CAPACITY_LABEL_RECIPIENTS;
}

static char *
capacity_service_item_dup_search_text (gconstpointer assessment)
{
  const CapacityService *service = ((const CapacityServiceAssessment *) assessment)->service;
  const char *texts[] = { service->code, service->external_id, service->owner, service->department };
  GString *all = g_string_new (service->name);

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      g_string_append_printf (all, "\n%s", texts[i]);
  for (guint i = 0; i < service->labels->len; i++)
    {
      const CapacityLabel *label = service->labels->pdata[i];

      if (is_searched (label->kind))
        g_string_append_printf (all, "\n%s", label->name);
    }

  return g_string_free_and_steal (all);
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
