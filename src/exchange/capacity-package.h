/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CapacityXmlAttributes:
 *
 * The attributes of an element, by their names without a namespace's prefix. Valid while the element is told.
 */
typedef struct _CapacityXmlAttributes CapacityXmlAttributes;

/**
 * CapacityXmlHandler:
 * @start: (nullable): an element begins; @name has no prefix
 * @end: (nullable): an element ends
 * @text: (nullable): a piece of text, not terminated; a text may come in several pieces
 *
 * Who is told what a part holds. Each function may set the error and so end the reading.
 */
typedef struct
{
  void (*start) (gpointer                      user_data,
                 const char                   *name,
                 const CapacityXmlAttributes  *attributes,
                 GError                      **error);
  void (*end)   (gpointer                      user_data,
                 const char                   *name,
                 GError                      **error);
  void (*text)  (gpointer                      user_data,
                 const char                   *text,
                 gsize                         length);
} CapacityXmlHandler;

/**
 * CapacityPackage:
 *
 * A document made of parts in XML, packed as a zip archive: a spreadsheet of today. What is unpacked is never
 * held as a whole, and there are limits to it, so that a small file cannot make the program unpack without
 * end. No part may declare entities, and nothing is ever fetched.
 */
typedef struct _CapacityPackage CapacityPackage;

CapacityPackage *capacity_package_new       (GBytes                       *bytes,
                                             GCancellable                 *cancellable,
                                             GError                      **error);
void             capacity_package_free      (CapacityPackage              *self);
gboolean         capacity_package_has_part  (const CapacityPackage        *self,
                                             const char                   *name);
gboolean         capacity_package_read_part (CapacityPackage              *self,
                                             const char                   *name,
                                             const CapacityXmlHandler     *handler,
                                             gpointer                      user_data,
                                             GError                      **error);

gboolean         capacity_xml_attributes_equal (const CapacityXmlAttributes *self,
                                                const char                  *name,
                                                const char                  *value);
char            *capacity_xml_attributes_dup   (const CapacityXmlAttributes *self,
                                                const char                  *name);
gint64           capacity_xml_attributes_get   (const CapacityXmlAttributes *self,
                                                const char                  *name,
                                                gint64                       otherwise);
const char      *capacity_xml_attributes_peek  (const CapacityXmlAttributes *self,
                                                const char                  *name,
                                                gsize                       *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityPackage, capacity_package_free)

G_END_DECLS
