/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-item.h"

#include "capacity-search.h"

/*
 * CapacityItem:
 *
 * One service or resource in a list: the face of its assessment. It stays the same object while the service or resource
 * is there, so a selection survives a change; `assessment` tells when something of it changed. Lives in the main thread.
 */
typedef struct
{
  gpointer assessment; /* boxed */
  char    *search_key;
  char    *sort_keys[CAPACITY_N_SORT_KEYS]; /* made when asked for: a sort asks many times */
} CapacityItemPrivate;

enum
{
  PROP_0,
  PROP_ASSESSMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CapacityItem, capacity_item, G_TYPE_OBJECT)

static void
clear_keys (CapacityItemPrivate *priv)
{
  g_clear_pointer (&priv->search_key, g_free);
  for (guint i = 0; i < CAPACITY_N_SORT_KEYS; i++)
    g_clear_pointer (&priv->sort_keys[i], g_free);
}

static void
capacity_item_finalize (GObject *object)
{
  CapacityItemPrivate *priv = capacity_item_get_instance_private (CAPACITY_ITEM (object));

  if (priv->assessment != NULL)
    g_boxed_free (CAPACITY_ITEM_GET_CLASS (object)->get_assessment_type (), priv->assessment);
  clear_keys (priv);

  G_OBJECT_CLASS (capacity_item_parent_class)->finalize (object);
}

static void
capacity_item_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CapacityItem *self = CAPACITY_ITEM (object);

  switch (prop_id)
    {
    case PROP_ASSESSMENT:
      g_value_set_pointer (value, (gpointer) capacity_item_get_assessment (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_item_class_init (CapacityItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = capacity_item_finalize;
  object_class->get_property = capacity_item_get_property;

  properties[PROP_ASSESSMENT] = g_param_spec_pointer ("assessment", NULL, NULL,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
capacity_item_init (CapacityItem *self)
{
}

/**
 * capacity_item_get_assessment:
 * @self: an item
 *
 * Returns: (transfer none): what is concluded of it now
 */
gconstpointer
capacity_item_get_assessment (CapacityItem *self)
{
  CapacityItemPrivate *priv = capacity_item_get_instance_private (self);

  g_return_val_if_fail (CAPACITY_IS_ITEM (self), NULL);

  return priv->assessment;
}

/**
 * capacity_item_set_assessment:
 * @self: an item
 * @assessment: what is concluded now of the same service or resource
 */
void
capacity_item_set_assessment (CapacityItem *self,
                              gconstpointer assessment)
{
  CapacityItemPrivate *priv = capacity_item_get_instance_private (self);
  GType type;

  g_return_if_fail (CAPACITY_IS_ITEM (self));
  g_return_if_fail (assessment != NULL);

  if (priv->assessment == assessment)
    return;
  type = CAPACITY_ITEM_GET_CLASS (self)->get_assessment_type ();
  if (priv->assessment != NULL)
    g_boxed_free (type, priv->assessment);
  priv->assessment = g_boxed_copy (type, assessment);
  clear_keys (priv);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSMENT]);
}

/**
 * capacity_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): identifier of the service or resource
 */
const CapacityId *
capacity_item_get_id (CapacityItem *self)
{
  CapacityItemPrivate *priv = capacity_item_get_instance_private (self);

  g_return_val_if_fail (CAPACITY_IS_ITEM (self), NULL);

  return CAPACITY_ITEM_GET_CLASS (self)->get_id (priv->assessment);
}

/**
 * capacity_item_get_search_key:
 * @self: an item
 *
 * Returns: (transfer none): all texts by which a person may look for it, as capacity_search_fold() makes them
 */
const char *
capacity_item_get_search_key (CapacityItem *self)
{
  CapacityItemPrivate *priv = capacity_item_get_instance_private (self);

  g_return_val_if_fail (CAPACITY_IS_ITEM (self), NULL);

  if (priv->search_key == NULL)
    {
      g_autofree char *text = CAPACITY_ITEM_GET_CLASS (self)->dup_search_text (priv->assessment);

      priv->search_key = capacity_search_fold (text);
    }

  return priv->search_key;
}

/**
 * capacity_item_get_sort_key:
 * @self: an item
 * @n: which of its keys, below %CAPACITY_N_SORT_KEYS; the same text each time
 * @text: a text of it
 *
 * Returns: (transfer none): @text in a form that strcmp() puts in the order of the user's language; kept until the item
 *   changes
 */
const char *
capacity_item_get_sort_key (CapacityItem *self,
                            guint         n,
                            const char   *text)
{
  CapacityItemPrivate *priv = capacity_item_get_instance_private (self);

  g_return_val_if_fail (CAPACITY_IS_ITEM (self), NULL);
  g_return_val_if_fail (n < CAPACITY_N_SORT_KEYS, NULL);
  g_return_val_if_fail (text != NULL, NULL);

  if (priv->sort_keys[n] == NULL)
    priv->sort_keys[n] = g_utf8_collate_key (text, -1);

  return priv->sort_keys[n];
}

/**
 * capacity_item_compare_texts:
 * @a: an item
 * @b: another
 * @n: which of their keys, below %CAPACITY_N_SORT_KEYS
 * @text_a: (nullable): a text of @a, the same each time
 * @text_b: (nullable): the same text of @b
 *
 * Returns: the order of the texts in the user's language; what is not there comes last
 */
int
capacity_item_compare_texts (CapacityItem *a,
                             CapacityItem *b,
                             guint         n,
                             const char   *text_a,
                             const char   *text_b)
{
  if (text_a == NULL || text_b == NULL)
    return (text_a == NULL) - (text_b == NULL);

  return strcmp (capacity_item_get_sort_key (a, n, text_a), capacity_item_get_sort_key (b, n, text_b));
}
