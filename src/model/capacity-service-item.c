/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-item.h"

/*
 * CapacityServiceItem:
 *
 * One service in a list: the face of its assessment. It stays the same object while the service is there, so a
 * selection survives a change; `assessment` tells when something of it changed. Lives in the main thread.
 */
struct _CapacityServiceItem
{
  GObject parent_instance;

  CapacityServiceAssessment *assessment;
  char *search_key;
};

enum
{
  PROP_0,
  PROP_ASSESSMENT,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CapacityServiceItem, capacity_service_item, G_TYPE_OBJECT)

static void
capacity_service_item_finalize (GObject *object)
{
  CapacityServiceItem *self = CAPACITY_SERVICE_ITEM (object);

  g_clear_pointer (&self->assessment, capacity_service_assessment_unref);
  g_free (self->search_key);

  G_OBJECT_CLASS (capacity_service_item_parent_class)->finalize (object);
}

static void
capacity_service_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  CapacityServiceItem *self = CAPACITY_SERVICE_ITEM (object);

  switch (prop_id)
    {
    case PROP_ASSESSMENT:
      g_value_set_boxed (value, self->assessment);
      break;
    case PROP_NAME:
      g_value_set_string (value, capacity_service_item_get_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_service_item_class_init (CapacityServiceItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = capacity_service_item_finalize;
  object_class->get_property = capacity_service_item_get_property;

  properties[PROP_ASSESSMENT] = g_param_spec_boxed ("assessment", NULL, NULL, CAPACITY_TYPE_SERVICE_ASSESSMENT,
                                                    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
capacity_service_item_init (CapacityServiceItem *self)
{
}

/**
 * capacity_service_item_new:
 * @assessment: what is concluded of the service
 *
 * Returns: (transfer full): an item
 */
CapacityServiceItem *
capacity_service_item_new (const CapacityServiceAssessment *assessment)
{
  CapacityServiceItem *self = g_object_new (CAPACITY_TYPE_SERVICE_ITEM, NULL);

  self->assessment = capacity_service_assessment_ref (assessment);

  return self;
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
  g_return_val_if_fail (CAPACITY_IS_SERVICE_ITEM (self), NULL);

  return self->assessment;
}

/**
 * capacity_service_item_set_assessment:
 * @self: an item
 * @assessment: what is concluded of the same service now
 */
void
capacity_service_item_set_assessment (CapacityServiceItem             *self,
                                      const CapacityServiceAssessment *assessment)
{
  g_return_if_fail (CAPACITY_IS_SERVICE_ITEM (self));

  if (self->assessment == assessment)
    return;
  capacity_service_assessment_unref (self->assessment);
  self->assessment = capacity_service_assessment_ref (assessment);
  g_clear_pointer (&self->search_key, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
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
  g_return_val_if_fail (CAPACITY_IS_SERVICE_ITEM (self), NULL);

  return self->assessment->service;
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
 * capacity_service_item_get_search_key:
 * @self: an item
 *
 * Returns: (transfer none): name, code, owner and department, casefolded, for a search to look in
 */
const char *
capacity_service_item_get_search_key (CapacityServiceItem *self)
{
  g_return_val_if_fail (CAPACITY_IS_SERVICE_ITEM (self), NULL);

  if (self->search_key == NULL)
    {
      const CapacityService *service = self->assessment->service;
      g_autofree char *all = g_strjoin ("\n", service->name, service->code != NULL ? service->code : "",
                                        service->owner != NULL ? service->owner : "",
                                        service->department != NULL ? service->department : "", NULL);

      self->search_key = g_utf8_casefold (all, -1);
    }

  return self->search_key;
}
