/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-search.h"

#include <string.h>

/* Search over a snapshot, for those who have no window: the shell of the desktop; and how every search reads text. */

/**
 * capacity_find_free:
 * @self: what was found
 */
void
capacity_find_free (CapacityFind *self)
{
  g_free (self->name);
  g_free (self->about);
  g_free (self);
}

/**
 * capacity_search_fold:
 * @text: what is looked for, or where
 *
 * Neither case nor the marks of Latvian letters matter to one who types in haste.
 *
 * Returns: (transfer full): @text without both
 */
char *
capacity_search_fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  char *parts = g_utf8_normalize (folded, -1, G_NORMALIZE_ALL);
  char *end = parts;

  if (parts == NULL)
    return g_strdup ("");
  for (const char *p = parts, *next = NULL; *p != '\0'; p = next)
    {
      next = g_utf8_next_char (p);
      if ((guchar) *p >= 0x80 && g_unichar_ismark (g_utf8_get_char (p)))
        continue;
      while (p < next)
        *end++ = *p++;
    }
  *end = '\0';

  return parts;
}

static char *
join (const char *first,
      const char *second,
      const char *third)
{
  GString *text = g_string_new (first);

  for (guint i = 0; i < 2; i++)
    {
      const char *part = i == 0 ? second : third;

      if (part != NULL && *part != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
    }

  return g_string_free_and_steal (text);
}

static CapacityFind *
find_new (gboolean          is_resource,
          const CapacityId *id,
          const char       *name,
          char             *about)
{
  CapacityFind *self = g_new0 (CapacityFind, 1);

  self->is_resource = is_resource;
  self->id = *id;
  self->name = g_strdup (name);
  self->about = about;

  return self;
}

static CapacityFind *
find_service (const CapacityService *service)
{
  return find_new (FALSE, &service->id, service->name, join (service->code, service->owner, service->department));
}

static CapacityFind *
find_resource (const CapacityResource *resource)
{
  return find_new (TRUE, &resource->id, resource->name, join (resource->code, resource->owner, NULL));
}

static gboolean
matches (const CapacityFind *find,
         const GPtrArray    *terms)
{
  g_autofree char *text = g_strconcat (find->name, "\n", find->about, NULL);
  g_autofree char *folded = capacity_search_fold (text);

  for (guint i = 0; i < terms->len; i++)
    if (strstr (folded, terms->pdata[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
take (GPtrArray       *finds,
      CapacityFind    *find,
      const GPtrArray *terms)
{
  if (matches (find, terms))
    g_ptr_array_add (finds, find);
  else
    capacity_find_free (find);
}

/**
 * capacity_search:
 * @portfolio: where to look
 * @terms: (array zero-terminated=1): words, all of which must be found
 *
 * Returns: (transfer container) (element-type CapacityFind): the services, then the resources, whose name, code, person
 *   or department has all of @terms; nothing where there is no term
 */
GPtrArray *
capacity_search (const CapacityPortfolio *portfolio,
                 const char *const       *terms)
{
  GPtrArray *finds = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_find_free);
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; terms[i] != NULL; i++)
    g_ptr_array_add (folded, capacity_search_fold (terms[i]));
  if (folded->len == 0)
    return finds;

  for (guint i = 0; i < portfolio->services->len; i++)
    take (finds, find_service (portfolio->services->pdata[i]), folded);
  for (guint i = 0; i < portfolio->resources->len; i++)
    take (finds, find_resource (portfolio->resources->pdata[i]), folded);

  return finds;
}

/**
 * capacity_search_describe:
 * @portfolio: where to look
 * @id: a service or resource
 *
 * Returns: (transfer full) (nullable): it, as a search would find it; %NULL when it is there no longer
 */
CapacityFind *
capacity_search_describe (const CapacityPortfolio *portfolio,
                          const CapacityId        *id)
{
  const CapacityService *service = capacity_portfolio_get_service (portfolio, id);
  const CapacityResource *resource = service == NULL ? capacity_portfolio_get_resource (portfolio, id) : NULL;

  if (service != NULL)
    return find_service (service);

  return resource != NULL ? find_resource (resource) : NULL;
}
