/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CapacityId:
 * @bytes: the sixteen bytes of a UUID of version 7 (RFC 9562, 5.7), most significant first
 *
 * The identifier of any fact. A plain value: copy it by assignment. All zeros means "none".
 *
 * Identifiers made later sort later, and two colleagues never make the same one, so their changes can be merged.
 */
typedef struct
{
  guint8 bytes[16];
} CapacityId;

#define CAPACITY_ID_NONE ((CapacityId){ { 0 } })
#define CAPACITY_ID_TEXT_LENGTH 36

CapacityId  capacity_id_new       (void);
gboolean    capacity_id_is_none   (const CapacityId *id);
gboolean    capacity_id_equal     (gconstpointer     a,
                                   gconstpointer     b);
guint       capacity_id_hash      (gconstpointer     id);
int         capacity_id_compare   (const CapacityId *a,
                                   const CapacityId *b);
char       *capacity_id_to_string (const CapacityId *id);
gboolean    capacity_id_parse     (const char       *text,
                                   CapacityId       *id);

G_END_DECLS
