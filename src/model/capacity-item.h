/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "capacity-id.h"

G_BEGIN_DECLS

#define CAPACITY_N_SORT_KEYS 4

#define CAPACITY_TYPE_ITEM (capacity_item_get_type ())
G_DECLARE_DERIVABLE_TYPE (CapacityItem, capacity_item, CAPACITY, ITEM, GObject)

/**
 * CapacityItemClass:
 * @get_assessment_type: boxed type of the assessments that items of the class are faces of
 * @get_id: identifier of what an assessment is about
 * @dup_search_text: what a search looks in, a line for each text
 */
struct _CapacityItemClass
{
  GObjectClass parent_class;

  GType             (*get_assessment_type) (void);
  const CapacityId *(*get_id)              (gconstpointer assessment);
  char             *(*dup_search_text)     (gconstpointer assessment);
};

gconstpointer     capacity_item_get_assessment (CapacityItem  *self);
void              capacity_item_set_assessment (CapacityItem  *self,
                                                gconstpointer  assessment);
const CapacityId *capacity_item_get_id         (CapacityItem  *self);
const char       *capacity_item_get_search_key (CapacityItem  *self);
const char       *capacity_item_get_sort_key   (CapacityItem  *self,
                                                guint          n,
                                                const char    *text);
int               capacity_item_compare_texts  (CapacityItem  *a,
                                                CapacityItem  *b,
                                                guint          n,
                                                const char    *text_a,
                                                const char    *text_b);

G_END_DECLS
