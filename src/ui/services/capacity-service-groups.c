/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-groups.h"

#include <glib/gi18n.h>

#include "capacity-register-words.h"
#include "capacity-service-order.h"
#include "capacity-words.h"

typedef struct
{
  const char          *name;
  CapacityServiceOrder order;
  const char        *(*title) (CapacityServiceItem *item);
} Grouping;

static const char *
department_title (CapacityServiceItem *item)
{
  const char *department = capacity_service_item_get_service (item)->department;

  return department != NULL ? department : _("Without a unit of the institution");
}

static const char *
owner_title (CapacityServiceItem *item)
{
  const char *owner = capacity_service_item_get_service (item)->owner;

  return owner != NULL ? owner : _("Without an owner");
}

static const char *
phase_title (CapacityServiceItem *item)
{
  return capacity_words_phase (capacity_service_item_get_service (item)->phase);
}

static const char *
verdict_title (CapacityServiceItem *item)
{
  return capacity_words_verdict (capacity_service_item_get_assessment (item)->overall);
}

static const Grouping groupings[] = {
  { "department", CAPACITY_SERVICE_ORDER_DEPARTMENT, department_title },
  { "owner", CAPACITY_SERVICE_ORDER_OWNER, owner_title },
  { "phase", CAPACITY_SERVICE_ORDER_PHASE, phase_title },
  { "verdict", CAPACITY_SERVICE_ORDER_OVERALL, verdict_title },
};

static const Grouping *
find_grouping (const char *group_by)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groupings); i++)
    if (g_strcmp0 (groupings[i].name, group_by) == 0)
      return &groupings[i];

  return NULL;
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer      user_data)
{
  const Grouping *grouping = user_data;

  return capacity_service_order_compare (grouping->order, (CapacityServiceItem *) a, (CapacityServiceItem *) b);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListHeader      *header,
          gpointer            user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListHeader      *header,
         const Grouping     *grouping)
{
  CapacityServiceItem *item = gtk_list_header_get_item (header);
  g_autofree char *text = NULL;

  /* Translators: %s is the name of a group of services, %u how many they are */
  text = g_strdup_printf (C_("group", "%s (%u)"), grouping->title (item), gtk_list_header_get_n_items (header));
  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), text);
}

/**
 * capacity_service_groups_sorter_new:
 * @group_by: by what
 *
 * Returns: (transfer full) (nullable): what puts the services of a group together; %NULL where there are no groups
 */
GtkSorter *
capacity_service_groups_sorter_new (const char *group_by)
{
  const Grouping *grouping = find_grouping (group_by);

  if (grouping == NULL)
    return NULL;

  return GTK_SORTER (gtk_custom_sorter_new (compare_cb, (gpointer) grouping, NULL));
}

/**
 * capacity_service_groups_factory_new:
 * @group_by: by what; one of the groupings there are
 *
 * Returns: (transfer full): what makes the headings of the groups
 */
GtkListItemFactory *
capacity_service_groups_factory_new (const char *group_by)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) find_grouping (group_by));

  return factory;
}
