/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-names.h"

static void
add (GHashTable *names,
     const char *name)
{
  if (name != NULL && *name != '\0')
    g_hash_table_add (names, (gpointer) name);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The names are borrowed from the portfolio until here. */
static char **
sorted (GHashTable *names)
{
  g_autoptr (GPtrArray) keys = g_hash_table_get_keys_as_ptr_array (names);
  GStrvBuilder *builder = g_strv_builder_new ();

  g_ptr_array_sort (keys, compare);
  for (guint i = 0; i < keys->len; i++)
    g_strv_builder_add (builder, keys->pdata[i]);

  return g_strv_builder_unref_to_strv (builder);
}

/**
 * capacity_names_people:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full): everyone who manages something in it, stands in for someone or heads a unit
 */
char **
capacity_names_people (const CapacityPortfolio *portfolio)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  add (names, portfolio->institution.portfolio_owner);
  add (names, portfolio->institution.portfolio_substitute);
  add (names, portfolio->institution.resource_owner);
  add (names, portfolio->institution.resource_substitute);
  for (guint i = 0; i < portfolio->services->len; i++)
    {
      const CapacityService *service = portfolio->services->pdata[i];

      add (names, service->owner);
      add (names, service->substitute);
    }
  for (guint i = 0; i < portfolio->resources->len; i++)
    {
      const CapacityResource *resource = portfolio->resources->pdata[i];

      add (names, resource->owner);
      add (names, resource->substitute);
    }
  for (guint i = 0; i < portfolio->departments->len; i++)
    add (names, ((const CapacityDepartment *) portfolio->departments->pdata[i])->head);

  return sorted (names);
}

/**
 * capacity_names_departments:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full): the units of the register and those that services and resources name
 */
char **
capacity_names_departments (const CapacityPortfolio *portfolio)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < portfolio->departments->len; i++)
    add (names, ((const CapacityDepartment *) portfolio->departments->pdata[i])->name);
  for (guint i = 0; i < portfolio->services->len; i++)
    add (names, ((const CapacityService *) portfolio->services->pdata[i])->department);
  for (guint i = 0; i < portfolio->resources->len; i++)
    add (names, ((const CapacityResource *) portfolio->resources->pdata[i])->department);

  return sorted (names);
}

/**
 * capacity_names_providers:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full): who provides its services and resources
 */
char **
capacity_names_providers (const CapacityPortfolio *portfolio)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < portfolio->services->len; i++)
    add (names, ((const CapacityService *) portfolio->services->pdata[i])->provider);
  for (guint i = 0; i < portfolio->resources->len; i++)
    add (names, ((const CapacityResource *) portfolio->resources->pdata[i])->provider);

  return sorted (names);
}

/**
 * capacity_names_units:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full): what its services count
 */
char **
capacity_names_units (const CapacityPortfolio *portfolio)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < portfolio->services->len; i++)
    add (names, ((const CapacityService *) portfolio->services->pdata[i])->unit);

  return sorted (names);
}

/**
 * capacity_names_places:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full): the places that its volumes name
 */
char **
capacity_names_places (const CapacityPortfolio *portfolio)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < portfolio->services->len; i++)
    {
      const CapacityService *service = portfolio->services->pdata[i];

      for (guint j = 0; j < service->volumes->len; j++)
        add (names, ((const CapacityVolume *) service->volumes->pdata[j])->site);
    }

  return sorted (names);
}

static void
add_labels (GHashTable        *names,
            const GPtrArray   *labels,
            CapacityLabelKind  kind)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const CapacityLabel *label = labels->pdata[i];

      if (label->kind == kind)
        add (names, label->name);
    }
}

/**
 * capacity_names_labels:
 * @portfolio: a portfolio
 * @kind: a kind of labels
 *
 * Returns: (transfer full): those that its services and resources bear; of channels also those that volumes name
 */
char **
capacity_names_labels (const CapacityPortfolio *portfolio,
                       CapacityLabelKind        kind)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < portfolio->services->len; i++)
    {
      const CapacityService *service = portfolio->services->pdata[i];

      add_labels (names, service->labels, kind);
      for (guint j = 0; kind == CAPACITY_LABEL_CHANNEL && j < service->volumes->len; j++)
        add (names, ((const CapacityVolume *) service->volumes->pdata[j])->channel);
    }
  for (guint i = 0; i < portfolio->resources->len; i++)
    add_labels (names, ((const CapacityResource *) portfolio->resources->pdata[i])->labels, kind);

  return sorted (names);
}
