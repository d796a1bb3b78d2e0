/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-grid.h"
#include "capacity-workspace.h"

G_BEGIN_DECLS

#define CAPACITY_TYPE_PAGE (capacity_page_get_type ())

G_DECLARE_DERIVABLE_TYPE (CapacityPage, capacity_page, CAPACITY, PAGE, AdwNavigationPage)

/**
 * CapacityPageClass:
 * @update: shows what the portfolio holds now; runs only while the page is seen
 * @update_more: (nullable): shows what is further down, the next part of it in each of the frames after @update, counted from
 *   0; returns whether there is more
 * @search: (nullable): opens the page's search
 * @make_grid: (nullable): what the page shows, as a table to be saved or copied
 */
struct _CapacityPageClass
{
  AdwNavigationPageClass parent_class;

  void          (*update)      (CapacityPage             *self,
                                const CapacityAssessment *assessment);
  gboolean      (*update_more) (CapacityPage             *self,
                                const CapacityAssessment *assessment,
                                guint                     part);
  void          (*search)      (CapacityPage             *self);
  CapacityGrid *(*make_grid)   (CapacityPage             *self);
};

CapacityWorkspace *capacity_page_get_workspace   (CapacityPage *self);
GCancellable      *capacity_page_get_cancellable (CapacityPage *self);
void               capacity_page_update          (CapacityPage *self);
void               capacity_page_update_more     (CapacityPage *self);
void               capacity_page_leave           (CapacityPage *self);
void               capacity_page_set_narrow      (CapacityPage *self,
                                                  gboolean      is_narrow);
void               capacity_page_add_table_menu  (CapacityPage *self,
                                                  GMenu        *menu);

G_END_DECLS
