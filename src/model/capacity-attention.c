/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-attention.h"

/* What was seen of a service, as a number that is kept between runs: how bad the verdict was, and whether data was old. */
enum
{
  SEEN_AT_RISK = 1,
  SEEN_INSUFFICIENT = 2,
  SEEN_STALE = 4,
};

#define SEEN_VERDICT (SEEN_AT_RISK | SEEN_INSUFFICIENT)

static guint32
state_of (const CapacityServiceAssessment *service)
{
  guint32 state = service->quality.is_stale ? SEEN_STALE : 0;

  if (service->overall == CAPACITY_VERDICT_AT_RISK)
    state |= SEEN_AT_RISK;
  else if (service->overall == CAPACITY_VERDICT_INSUFFICIENT)
    state |= SEEN_INSUFFICIENT;

  return state;
}

/* By service: the list alone would be gone through for each of them. */
static GHashTable *
table_of (GVariant *seen)
{
  GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);
  GVariantIter iter;
  const char *id;
  guint32 state;

  g_variant_iter_init (&iter, seen);
  while (g_variant_iter_next (&iter, "{&su}", &id, &state))
    g_hash_table_insert (table, (gpointer) id, GUINT_TO_POINTER (state));

  return table;
}

/**
 * capacity_attention_free:
 * @self: what needs attention
 */
void
capacity_attention_free (CapacityAttention *self)
{
  capacity_service_assessment_unref (self->service);
  g_free (self);
}

/**
 * capacity_attention_list:
 * @assessment: how things are
 * @seen: what capacity_attention_remember() gave when someone last looked
 *
 * A service that was not there then is not listed: whoever added it has seen it.
 *
 * Returns: (transfer container) (element-type CapacityAttention): what has become worse since
 */
GPtrArray *
capacity_attention_list (const CapacityAssessment *assessment,
                         GVariant                 *seen)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_attention_free);
  g_autoptr (GHashTable) states = table_of (seen);

  for (guint i = 0; i < assessment->services->len; i++)
    {
      CapacityServiceAssessment *service = assessment->services->pdata[i];
      g_autofree char *id = capacity_id_to_string (&service->service->id);
      guint32 now = state_of (service);
      gpointer state = NULL;
      guint32 before = 0;
      CapacityAttention *attention = NULL;

      if (!g_hash_table_lookup_extended (states, id, NULL, &state))
        continue;
      before = GPOINTER_TO_UINT (state);
      if ((now & SEEN_VERDICT) <= (before & SEEN_VERDICT) && (now & SEEN_STALE) <= (before & SEEN_STALE))
        continue;

      attention = g_new0 (CapacityAttention, 1);
      attention->service = capacity_service_assessment_ref (service);
      attention->is_verdict_worse = (now & SEEN_VERDICT) > (before & SEEN_VERDICT);
      attention->is_stale = (now & SEEN_STALE) > (before & SEEN_STALE);
      g_ptr_array_add (list, attention);
    }

  return list;
}

/**
 * capacity_attention_remember:
 * @assessment: what is looked at
 *
 * Returns: (transfer floating): what was seen of each service, of type `a{su}`
 */
GVariant *
capacity_attention_remember (const CapacityAssessment *assessment)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];
      GVariant *id = g_variant_new_take_string (capacity_id_to_string (&service->service->id));

      g_variant_builder_add_value (&builder, g_variant_new_dict_entry (id, g_variant_new_uint32 (state_of (service))));
    }

  return g_variant_builder_end (&builder);
}

/**
 * capacity_attention_is_same:
 * @assessment: what is looked at
 * @other: what was looked at before
 *
 * Returns: whether the same is to be remembered of both
 */
gboolean
capacity_attention_is_same (const CapacityAssessment *assessment,
                            const CapacityAssessment *other)
{
  if (assessment->services->len != other->services->len)
    return FALSE;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *a = assessment->services->pdata[i];
      const CapacityServiceAssessment *b = other->services->pdata[i];

      if (!capacity_id_equal (&a->service->id, &b->service->id) || state_of (a) != state_of (b))
        return FALSE;
    }

  return TRUE;
}

/**
 * capacity_attention_forget:
 * @seen: what was seen of each service
 * @id: a service
 *
 * Returns: (transfer floating): @seen as if all had been well with the service, so that it comes up again
 */
GVariant *
capacity_attention_forget (GVariant   *seen,
                           const char *id)
{
  GVariantBuilder builder;
  GVariantIter iter;
  const char *key;
  guint32 state;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{su}"));
  g_variant_iter_init (&iter, seen);
  while (g_variant_iter_next (&iter, "{&su}", &key, &state))
    g_variant_builder_add (&builder, "{su}", key, g_str_equal (key, id) ? 0 : state);

  return g_variant_builder_end (&builder);
}
