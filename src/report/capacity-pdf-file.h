/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityPdfFile:
 *
 * The objects of a PDF file that Cairo wrote, to be changed and written again.
 */
typedef struct _CapacityPdfFile CapacityPdfFile;

CapacityPdfFile *capacity_pdf_file_parse      (GBytes           *bytes,
                                               GError          **error);
void             capacity_pdf_file_free       (CapacityPdfFile  *self);

guint            capacity_pdf_file_get_size   (const CapacityPdfFile *self);
guint            capacity_pdf_file_get_root   (const CapacityPdfFile *self);
gboolean         capacity_pdf_file_get_name   (const CapacityPdfFile *self,
                                               guint                  number,
                                               const char            *key,
                                               const char           **name,
                                               gsize                 *length);
guint            capacity_pdf_file_get_link   (const CapacityPdfFile *self,
                                               guint                  number,
                                               const char            *key,
                                               const char            *inner);

void             capacity_pdf_file_add_entry  (CapacityPdfFile  *self,
                                               guint             number,
                                               const char       *entry);
guint            capacity_pdf_file_add        (CapacityPdfFile  *self,
                                               char             *text,
                                               GBytes           *stream);
void             capacity_pdf_file_set_info   (CapacityPdfFile  *self,
                                               char             *text);
GBytes          *capacity_pdf_file_write      (CapacityPdfFile  *self);

GBytes          *capacity_pdf_deflate         (const void       *data,
                                               gsize             length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityPdfFile, capacity_pdf_file_free)

G_END_DECLS
