/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-views.h"

#include <glib/gi18n.h>

#include "capacity-data-page.h"
#include "capacity-overview-page.h"
#include "capacity-plans-page.h"
#include "capacity-resources-page.h"
#include "capacity-services-page.h"

/* To add a view is to add a line: the sidebar, the actions and the keys follow. */
static const CapacityView views[] = {
  { "overview", N_("Overview"), "capacity-overview-symbolic", FALSE, capacity_overview_page_get_type },
  { "services", N_("Services"), "capacity-services-symbolic", FALSE, capacity_services_page_get_type },
  { "resources", N_("Resources"), "capacity-resources-symbolic", FALSE, capacity_resources_page_get_type },
  { "plans", N_("Capacity Plans"), "capacity-plans-symbolic", FALSE, capacity_plans_page_get_type },
  { "data", N_("Data"), "capacity-data-symbolic", TRUE, capacity_data_page_get_type },
};

/**
 * capacity_views_list:
 * @n_views: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_views): the views in the order of the sidebar
 */
const CapacityView *
capacity_views_list (guint *n_views)
{
  g_return_val_if_fail (n_views != NULL, NULL);

  *n_views = G_N_ELEMENTS (views);

  return views;
}

/**
 * capacity_views_action:
 *
 * Returns: (transfer none): name of the window's action that shows @view
 */
const char *
capacity_views_action (const CapacityView *view)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (view != NULL, NULL);

  name = g_strconcat ("win.show-", view->name, NULL);

  return g_intern_string (name);
}
