/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * CapacityView:
 * @name: of the page and of the action that shows it, `win.show-…`
 * @title: not yet translated
 * @icon_name: beside the title in the sidebar
 * @starts_section: whether a line parts it from the one before
 * @get_type: of the page, a #CapacityPage
 */
typedef struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  gboolean    starts_section;
  GType     (*get_type) (void);
} CapacityView;

const CapacityView *capacity_views_list   (guint              *n_views);
const char         *capacity_views_action (const CapacityView *view);

G_END_DECLS
