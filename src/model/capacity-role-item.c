/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-role-item.h"

/* One role in one place: who owns this service, who uses that resource. Never changes; after a change of the
 * portfolio the list is made anew. */
struct _CapacityRoleItem
{
  GObject       parent_instance;

  char         *name;       /* nullable: of the service or resource; NULL for the institution */
  char         *person;     /* nullable: nobody has it */
  char         *substitute; /* nullable */

  CapacityRole  role;
  CapacityId    id; /* of the service or resource */
};

G_DEFINE_FINAL_TYPE (CapacityRoleItem, capacity_role_item, G_TYPE_OBJECT)

static void
capacity_role_item_finalize (GObject *object)
{
  CapacityRoleItem *self = CAPACITY_ROLE_ITEM (object);

  g_free (self->name);
  g_free (self->person);
  g_free (self->substitute);

  G_OBJECT_CLASS (capacity_role_item_parent_class)->finalize (object);
}

static void
capacity_role_item_class_init (CapacityRoleItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = capacity_role_item_finalize;
}

static void
capacity_role_item_init (CapacityRoleItem *self)
{
}

static void
add (GPtrArray        *items,
     CapacityRole      role,
     const CapacityId *id,
     const char       *name,
     const char       *person,
     const char       *substitute)
{
  CapacityRoleItem *self = g_object_new (CAPACITY_TYPE_ROLE_ITEM, NULL);

  self->role = role;
  self->id = *id;
  self->name = g_strdup (name);
  self->person = g_strdup (person);
  self->substitute = g_strdup (substitute);
  g_ptr_array_add (items, self);
}

static char *
join_labels (const GPtrArray   *labels,
             CapacityLabelKind  kind)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < labels->len; i++)
    {
      const CapacityLabel *label = labels->pdata[i];

      if (label->kind == kind)
        g_strv_builder_add (builder, label->name);
    }
  names = g_strv_builder_unref_to_strv (builder);

  return names[0] != NULL ? g_strjoinv (", ", names) : NULL;
}

static void
add_service (GPtrArray             *items,
             const CapacityService *service)
{
  g_autofree char *recipients = join_labels (service->labels, CAPACITY_LABEL_RECIPIENTS);
  /* Where nobody else is said to, the unit provides its services. */
  const char *provider = service->provider != NULL ? service->provider : service->department;

  add (items, CAPACITY_ROLE_SERVICE_OWNER, &service->id, service->name, service->owner, service->substitute);
  add (items, CAPACITY_ROLE_PROVIDER, &service->id, service->name, provider, NULL);
  add (items, CAPACITY_ROLE_RECIPIENT, &service->id, service->name, recipients, NULL);
}

static void
add_resource (GPtrArray              *items,
              const CapacityResource *resource)
{
  g_autofree char *users = join_labels (resource->labels, CAPACITY_LABEL_USER);

  add (items, CAPACITY_ROLE_RESOURCE_OWNER, &resource->id, resource->name, resource->owner, resource->substitute);
  add (items, CAPACITY_ROLE_RESOURCE_USER, &resource->id, resource->name, users, NULL);
}

static GPtrArray *
items_new (const CapacityPortfolio *portfolio)
{
  const CapacityInstitution *institution = &portfolio->institution;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  add (items, CAPACITY_ROLE_PORTFOLIO_OWNER, &institution->id, NULL, institution->portfolio_owner,
       institution->portfolio_substitute);
  add (items, CAPACITY_ROLE_POOL_OWNER, &institution->id, NULL, institution->resource_owner,
       institution->resource_substitute);
  for (guint i = 0; i < portfolio->services->len; i++)
    add_service (items, portfolio->services->pdata[i]);
  for (guint i = 0; i < portfolio->resources->len; i++)
    add_resource (items, portfolio->resources->pdata[i]);

  return items;
}

static gboolean
is_equal (CapacityRoleItem *a,
          CapacityRoleItem *b)
{
  return a->role == b->role && capacity_id_equal (&a->id, &b->id) && g_strcmp0 (a->name, b->name) == 0
         && g_strcmp0 (a->person, b->person) == 0 && g_strcmp0 (a->substitute, b->substitute) == 0;
}

/**
 * capacity_role_item_list:
 * @portfolio: a portfolio
 *
 * Returns: (transfer full) (element-type CapacityRoleItem): every role of the method card in every place, those of
 *   the institution first, then by service and by resource
 */
GListStore *
capacity_role_item_list (const CapacityPortfolio *portfolio)
{
  g_autoptr (GPtrArray) items = items_new (portfolio);
  GListStore *store = g_list_store_new (CAPACITY_TYPE_ROLE_ITEM);

  g_list_store_splice (store, 0, 0, items->pdata, items->len);

  return store;
}

/* The parts of a portfolio as they shall be, each copied once however many of its roles change. */
typedef struct
{
  const CapacityPortfolio *portfolio;
  CapacityInstitution      institution;
  gboolean                 has_institution;
  GHashTable              *services;  /* CapacityId → CapacityService */
  GHashTable              *resources; /* CapacityId → CapacityResource */
  const char              *person;
  const char              *substitute;
  gboolean                 keeps_empty;
} Assignment;

static void
set_name (const Assignment  *self,
          const char        *name,
          char             **target)
{
  if (name != NULL || !self->keeps_empty)
    g_set_str (target, name);
}

static CapacityService *
ensure_service (Assignment       *self,
                const CapacityId *id)
{
  CapacityService *service = g_hash_table_lookup (self->services, id);
  const CapacityService *old = capacity_portfolio_get_service (self->portfolio, id);

  if (service == NULL && old != NULL)
    {
      service = capacity_service_copy (old);
      g_hash_table_insert (self->services, &service->id, service);
    }

  return service;
}

static CapacityResource *
ensure_resource (Assignment       *self,
                 const CapacityId *id)
{
  CapacityResource *resource = g_hash_table_lookup (self->resources, id);
  const CapacityResource *old = capacity_portfolio_get_resource (self->portfolio, id);

  if (resource == NULL && old != NULL)
    {
      resource = capacity_resource_copy (old);
      g_hash_table_insert (self->resources, &resource->id, resource);
    }

  return resource;
}

static void
assign_service (Assignment       *self,
                CapacityRoleItem *item)
{
  CapacityService *service = ensure_service (self, &item->id);

  if (service == NULL)
    return;
  if (item->role == CAPACITY_ROLE_PROVIDER)
    {
      set_name (self, self->person, &service->provider);
      return;
    }
  set_name (self, self->person, &service->owner);
  set_name (self, self->substitute, &service->substitute);
}

static void
assign_resource (Assignment       *self,
                 CapacityRoleItem *item)
{
  CapacityResource *resource = ensure_resource (self, &item->id);

  if (resource == NULL)
    return;
  set_name (self, self->person, &resource->owner);
  set_name (self, self->substitute, &resource->substitute);
}

static void
assign (Assignment       *self,
        CapacityRoleItem *item)
{
  switch (item->role)
    {
    case CAPACITY_ROLE_PORTFOLIO_OWNER:
      set_name (self, self->person, &self->institution.portfolio_owner);
      set_name (self, self->substitute, &self->institution.portfolio_substitute);
      self->has_institution = TRUE;
      break;
    case CAPACITY_ROLE_POOL_OWNER:
      set_name (self, self->person, &self->institution.resource_owner);
      set_name (self, self->substitute, &self->institution.resource_substitute);
      self->has_institution = TRUE;
      break;
    case CAPACITY_ROLE_SERVICE_OWNER:
    case CAPACITY_ROLE_PROVIDER:
      assign_service (self, item);
      break;
    case CAPACITY_ROLE_RESOURCE_OWNER:
      assign_resource (self, item);
      break;
    case CAPACITY_ROLE_RECIPIENT:
    case CAPACITY_ROLE_RESOURCE_USER:
    default:
      break;
    }
}

static CapacityChange *
to_change (Assignment *self)
{
  CapacityChange *change = capacity_change_new ();
  GHashTableIter iter;
  gpointer part = NULL;

  if (self->has_institution)
    capacity_change_set_institution (change, &self->institution);
  g_hash_table_iter_init (&iter, self->services);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    capacity_change_set_service (change, part);
  g_hash_table_iter_init (&iter, self->resources);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    capacity_change_set_resource (change, part);

  return change;
}

/**
 * capacity_role_item_assign:
 * @portfolio: the portfolio they are of
 * @items: (element-type CapacityRoleItem): the roles to give; those that are no person's are left as they are
 * @person: (nullable): who shall have them; %NULL for nobody
 * @substitute: (nullable): who shall stand in; %NULL for nobody
 * @keeps_empty: whether %NULL means "as it was" instead
 *
 * Returns: (transfer full): what to do
 */
CapacityChange *
capacity_role_item_assign (const CapacityPortfolio *portfolio,
                           GListModel              *items,
                           const char              *person,
                           const char              *substitute,
                           gboolean                 keeps_empty)
{
  g_autoptr (GHashTable) services = NULL;
  g_autoptr (GHashTable) resources = NULL;
  Assignment assignment = { .portfolio = portfolio, .person = person, .substitute = substitute,
                            .keeps_empty = keeps_empty };
  CapacityChange *change = NULL;

  services = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, NULL, (GDestroyNotify) capacity_service_unref);
  resources = g_hash_table_new_full (capacity_id_hash, capacity_id_equal, NULL, (GDestroyNotify) capacity_resource_unref);
  assignment.services = services;
  assignment.resources = resources;
  capacity_institution_copy (&portfolio->institution, &assignment.institution);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (CapacityRoleItem) item = g_list_model_get_item (items, i);

      assign (&assignment, item);
    }
  change = to_change (&assignment);
  capacity_institution_clear (&assignment.institution);

  return change;
}

/**
 * capacity_role_item_update:
 * @store: (element-type CapacityRoleItem): a list made earlier
 * @portfolio: the portfolio as it is now
 *
 * Brings the list up to date; what did not change stays the same item.
 */
void
capacity_role_item_update (GListStore              *store,
                           const CapacityPortfolio *portfolio)
{
  g_autoptr (GPtrArray) items = items_new (portfolio);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (store));

  if (n != items->len)
    {
      g_list_store_splice (store, 0, n, items->pdata, items->len);
      return;
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CapacityRoleItem) old = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (!is_equal (old, items->pdata[i]))
        g_list_store_splice (store, i, 1, &items->pdata[i], 1);
    }
}

/**
 * capacity_role_item_get_role:
 *
 * Returns: which role it is
 */
CapacityRole
capacity_role_item_get_role (CapacityRoleItem *self)
{
  return self->role;
}

/**
 * capacity_role_item_get_id:
 *
 * Returns: (transfer none): of which service or resource
 */
const CapacityId *
capacity_role_item_get_id (CapacityRoleItem *self)
{
  return &self->id;
}

/**
 * capacity_role_item_get_name:
 *
 * Returns: (transfer none) (nullable): name of the service or resource; %NULL for the institution
 */
const char *
capacity_role_item_get_name (CapacityRoleItem *self)
{
  return self->name;
}

/**
 * capacity_role_item_get_person:
 *
 * Returns: (transfer none) (nullable): who has the role; %NULL for nobody
 */
const char *
capacity_role_item_get_person (CapacityRoleItem *self)
{
  return self->person;
}

/**
 * capacity_role_item_get_substitute:
 *
 * Returns: (transfer none) (nullable): who stands in
 */
const char *
capacity_role_item_get_substitute (CapacityRoleItem *self)
{
  return self->substitute;
}

/**
 * capacity_role_item_is_named:
 *
 * Returns: whether a person or unit is named for the role; recipients and users of a resource are groups and
 *   institutions instead
 */
gboolean
capacity_role_item_is_named (CapacityRoleItem *self)
{
  return self->role != CAPACITY_ROLE_RECIPIENT && self->role != CAPACITY_ROLE_RESOURCE_USER;
}
