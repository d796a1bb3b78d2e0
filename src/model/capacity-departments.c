/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-departments.h"

#include "capacity-names.h"

/**
 * capacity_departments_count:
 * @portfolio: a portfolio
 * @name: name of a unit
 * @n_services: (out): how many services name it
 * @n_resources: (out): how many resources do
 */
void
capacity_departments_count (const CapacityPortfolio *portfolio,
                            const char              *name,
                            guint                   *n_services,
                            guint                   *n_resources)
{
  *n_services = 0;
  *n_resources = 0;
  for (guint i = 0; i < portfolio->services->len; i++)
    if (g_strcmp0 (((const CapacityService *) portfolio->services->pdata[i])->department, name) == 0)
      ++*n_services;
  for (guint i = 0; i < portfolio->resources->len; i++)
    if (g_strcmp0 (((const CapacityResource *) portfolio->resources->pdata[i])->department, name) == 0)
      ++*n_resources;
}

static gboolean
is_registered (const CapacityPortfolio *portfolio,
               const char              *name)
{
  for (guint i = 0; i < portfolio->departments->len; i++)
    if (g_str_equal (((const CapacityDepartment *) portfolio->departments->pdata[i])->name, name))
      return TRUE;

  return FALSE;
}

/**
 * capacity_departments_list_missing:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full): the units that services and resources name and the register does not have
 */
char **
capacity_departments_list_missing (const CapacityPortfolio *portfolio)
{
  g_auto (GStrv) names = capacity_names_departments (portfolio);
  GStrvBuilder *missing = g_strv_builder_new ();

  for (guint i = 0; names[i] != NULL; i++)
    if (!is_registered (portfolio, names[i]))
      g_strv_builder_add (missing, names[i]);

  return g_strv_builder_unref_to_strv (missing);
}
