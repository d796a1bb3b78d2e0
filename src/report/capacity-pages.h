/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "capacity-pdf.h"
#include "capacity-progress.h"
#include "capacity-table.h"

G_BEGIN_DECLS

/* The paper: A4 in points, and its margins. */
#define CAPACITY_PAGE_WIDTH 595.276
#define CAPACITY_PAGE_HEIGHT 841.89
#define CAPACITY_PAGE_MARGIN 54
#define CAPACITY_PAGE_TEXT_WIDTH (CAPACITY_PAGE_WIDTH - 2 * CAPACITY_PAGE_MARGIN)

/**
 * CapacityPages:
 *
 * A document of A4 pages: gathers headings, texts, lists, tables and pictures, breaks them over pages and
 * draws them as tagged PDF or on any Cairo context. One thread.
 */
typedef struct _CapacityPages CapacityPages;

CapacityPages *capacity_pages_new            (const CapacityPdfInfo *info,
                                              const char            *header,
                                              const char            *header_end,
                                              const char            *footer);
CapacityPages *capacity_pages_ref            (CapacityPages         *self);
void           capacity_pages_unref          (CapacityPages         *self);
void           capacity_pages_set_emblem     (CapacityPages         *self,
                                              GBytes                *png);

void           capacity_pages_add_heading    (CapacityPages         *self,
                                              guint                  level,
                                              const char            *text);
void           capacity_pages_add_section    (CapacityPages         *self,
                                              const char            *name,
                                              const char            *title);
void           capacity_pages_add_text       (CapacityPages         *self,
                                              CapacityTextStyle      style,
                                              const char            *text);
void           capacity_pages_add_list       (CapacityPages         *self,
                                              const char *const     *items,
                                              gboolean               is_numbered);
void           capacity_pages_add_table      (CapacityPages         *self,
                                              CapacityTable         *table);
void           capacity_pages_add_picture    (CapacityPages         *self,
                                              const char            *alt,
                                              double                 min_height,
                                              double                 max_height,
                                              CapacityDrawFunc       draw,
                                              gpointer               user_data,
                                              GDestroyNotify         destroy);
void           capacity_pages_add_signatures (CapacityPages         *self,
                                              const char *const     *labels);
void           capacity_pages_add_contents   (CapacityPages         *self,
                                              const char            *title);
void           capacity_pages_keep_next      (CapacityPages         *self);
void           capacity_pages_break          (CapacityPages         *self);
void           capacity_pages_begin_columns  (CapacityPages         *self,
                                              double                 weight);
void           capacity_pages_next_column    (CapacityPages         *self,
                                              double                 weight);
void           capacity_pages_end_columns    (CapacityPages         *self);
void           capacity_pages_begin_panel    (CapacityPages         *self);
void           capacity_pages_end_panel      (CapacityPages         *self,
                                              CapacityRgb            color,
                                              CapacityDrawFunc       sign,
                                              gpointer               user_data);

guint          capacity_pages_get_n_sections (const CapacityPages   *self);
const char    *capacity_pages_get_section    (const CapacityPages   *self,
                                              guint                  section);
const char    *capacity_pages_get_section_name
                                             (const CapacityPages   *self,
                                              guint                  section);
void           capacity_pages_leave_out      (CapacityPages         *self,
                                              const char            *name);
gboolean       capacity_pages_insert_text    (CapacityPages         *self,
                                              const char            *section,
                                              const char            *text);
gboolean       capacity_pages_compose        (CapacityPages         *self,
                                              CapacityProgress      *progress,
                                              GCancellable          *cancellable,
                                              GError               **error);
guint          capacity_pages_get_n_pages    (CapacityPages         *self);
gboolean       capacity_pages_draw           (CapacityPages         *self,
                                              guint                  page,
                                              cairo_t               *cr);
GBytes        *capacity_pages_to_pdf         (CapacityPages         *self,
                                              CapacityProgress      *progress,
                                              GCancellable          *cancellable,
                                              GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityPages, capacity_pages_unref)

G_END_DECLS
