/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-units-page.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-arrow.h"
#include "capacity-department-dialog.h"
#include "capacity-departments.h"
#include "capacity-register-words.h"

/* The units of the institution, and those that services and resources name without them being in the register. */
struct _CapacityUnitsPage
{
  AdwBin               parent_instance;

  CapacityWorkspace   *workspace;

  AdwPreferencesPage  *page;
  AdwPreferencesGroup *units;
  AdwPreferencesGroup *missing;
};

G_DEFINE_FINAL_TYPE (CapacityUnitsPage, capacity_units_page, ADW_TYPE_BIN)

static char *
dup_use (const CapacityPortfolio *portfolio,
         const char              *name)
{
  guint n_services = 0;
  guint n_resources = 0;

  capacity_departments_count (portfolio, name, &n_services, &n_resources);

  return capacity_words_named_by (n_services, n_resources);
}

static void
add_cb (CapacityUnitsPage *self)
{
  adw_dialog_present (capacity_department_dialog_new (self->workspace, NULL), GTK_WIDGET (self));
}

static void
row_activated_cb (AdwActionRow      *row,
                  CapacityUnitsPage *self)
{
  const CapacityDepartment *department = g_object_get_data (G_OBJECT (row), "capacity-department");

  adw_dialog_present (capacity_department_dialog_new (self->workspace, department), GTK_WIDGET (self));
}

static void
register_missing_cb (CapacityUnitsPage *self)
{
  g_auto (GStrv) names = capacity_departments_list_missing (capacity_workspace_get_portfolio (self->workspace));
  g_autoptr (CapacityChange) change = capacity_change_new ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (CapacityDepartment) department = capacity_department_new (names[i]);

      capacity_change_set_department (change, department);
    }
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Units Were Not Added"), _("Units added"));
}

static GtkWidget *
row_new (const char *name,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static GtkWidget *
unit_row_new (CapacityUnitsPage        *self,
              const CapacityPortfolio  *portfolio,
              const CapacityDepartment *department)
{
  g_autofree char *use = dup_use (portfolio, department->name);
  g_autofree char *subtitle = department->head != NULL ? g_strdup_printf ("%s · %s", department->head, use) : g_strdup (use);
  GtkWidget *row = row_new (department->name, subtitle);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), capacity_arrow_new ());
  g_object_set_data_full (G_OBJECT (row), "capacity-department", capacity_department_copy (department),
                          (GDestroyNotify) capacity_department_free);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);

  return row;
}

static GtkWidget *
button_new (const char *label,
            GCallback   callback,
            gpointer    self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);

  return button;
}

static void
show_units (CapacityUnitsPage       *self,
            const CapacityPortfolio *portfolio)
{
  self->units = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->units, _("Units of the Institution"));
  adw_preferences_group_set_header_suffix (self->units, button_new (_("_Add…"), G_CALLBACK (add_cb), self));
  if (portfolio->departments->len == 0)
    adw_preferences_group_set_description (self->units, _("Departments, offices and branches that services and resources belong to."));
  for (guint i = 0; i < portfolio->departments->len; i++)
    adw_preferences_group_add (self->units, unit_row_new (self, portfolio, portfolio->departments->pdata[i]));
  adw_preferences_page_add (self->page, self->units);
}

static void
show_missing (CapacityUnitsPage       *self,
              const CapacityPortfolio *portfolio)
{
  g_auto (GStrv) names = capacity_departments_list_missing (portfolio);

  if (names[0] == NULL)
    return;

  self->missing = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->missing, _("Named but Not Registered"));
  adw_preferences_group_set_description (self->missing, _("Services and resources name these units."));
  adw_preferences_group_set_header_suffix (self->missing,
                                           button_new (_("_Register All"), G_CALLBACK (register_missing_cb), self));
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *use = dup_use (portfolio, names[i]);

      adw_preferences_group_add (self->missing, row_new (names[i], use));
    }
  adw_preferences_page_add (self->page, self->missing);
}

static void
update_cb (CapacityUnitsPage *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);

  if (portfolio == NULL)
    return;
  if (self->units != NULL)
    adw_preferences_page_remove (self->page, self->units);
  if (self->missing != NULL)
    adw_preferences_page_remove (self->page, self->missing);
  self->units = NULL;
  self->missing = NULL;
  show_units (self, portfolio);
  show_missing (self, portfolio);
}

static void
capacity_units_page_dispose (GObject *object)
{
  CapacityUnitsPage *self = CAPACITY_UNITS_PAGE (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (capacity_units_page_parent_class)->dispose (object);
}

static void
capacity_units_page_class_init (CapacityUnitsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_units_page_dispose;
}

static void
capacity_units_page_init (CapacityUnitsPage *self)
{
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

/**
 * capacity_units_page_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
capacity_units_page_new (CapacityWorkspace *workspace)
{
  CapacityUnitsPage *self = g_object_new (CAPACITY_TYPE_UNITS_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  update_cb (self);
  g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
