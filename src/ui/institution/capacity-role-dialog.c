/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-role-dialog.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-entry.h"
#include "capacity-names.h"
#include "capacity-register-words.h"
#include "capacity-role-item.h"
#include "capacity-suggestions.h"

/* Who has a role, or several at once. */
struct _CapacityRoleDialog
{
  AdwDialog            parent_instance;

  CapacityWorkspace   *workspace;
  GListModel          *items; /* element-type CapacityRoleItem */

  AdwPreferencesGroup *group;
  AdwEntryRow         *person_row;
  AdwEntryRow         *substitute_row;
};

G_DEFINE_FINAL_TYPE (CapacityRoleDialog, capacity_role_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityRoleDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
save_cb (CapacityRoleDialog *self)
{
  g_autofree char *person = capacity_entry_dup_text (self->person_row);
  g_autofree char *substitute = capacity_entry_dup_text (self->substitute_row);
  guint n = g_list_model_get_n_items (self->items);
  g_autoptr (CapacityChange) change = NULL;
  g_autofree char *done = g_strdup_printf (ngettext ("%u role given", "%u roles given", n), n);

  change = capacity_role_item_assign (capacity_workspace_get_portfolio (self->workspace), self->items, person, substitute,
                                      n > 1);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Roles Were Not Given"), n > 1 ? done : NULL);
}

static void
show_one (CapacityRoleDialog *self,
          CapacityRoleItem   *item)
{
  const char *name = capacity_role_item_get_name (item);

  capacity_entry_set_text (self->person_row, capacity_role_item_get_person (item));
  capacity_entry_set_text (self->substitute_row, capacity_role_item_get_substitute (item));
  adw_preferences_group_set_title (self->group, capacity_words_role (capacity_role_item_get_role (item)));
  adw_preferences_group_set_description (self->group, name);
  gtk_widget_set_visible (GTK_WIDGET (self->substitute_row),
                          capacity_role_item_get_role (item) != CAPACITY_ROLE_PROVIDER);
}

static void
show_many (CapacityRoleDialog *self,
           guint               n)
{
  g_autofree char *title = g_strdup_printf (ngettext ("%u role", "%u roles", n), n);

  adw_preferences_group_set_title (self->group, title);
  adw_preferences_group_set_description (self->group, _("What you leave empty stays as it is."));
}

static void
capacity_role_dialog_dispose (GObject *object)
{
  CapacityRoleDialog *self = CAPACITY_ROLE_DIALOG (object);

  g_clear_object (&self->items);
  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_ROLE_DIALOG);

  G_OBJECT_CLASS (capacity_role_dialog_parent_class)->dispose (object);
}

static void
capacity_role_dialog_class_init (CapacityRoleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_role_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/institution/capacity-role-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityRoleDialog, group);
  gtk_widget_class_bind_template_child (widget_class, CapacityRoleDialog, person_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityRoleDialog, substitute_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_role_dialog_init (CapacityRoleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_role_dialog_new:
 * @workspace: the portfolio
 * @items: (element-type CapacityRoleItem): the roles to give, at least one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_role_dialog_new (CapacityWorkspace *workspace,
                          GListModel        *items)
{
  CapacityRoleDialog *self = g_object_new (CAPACITY_TYPE_ROLE_DIALOG, NULL);
  g_autoptr (CapacityRoleItem) first = g_list_model_get_item (items, 0);
  g_auto (GStrv) people = capacity_names_people (capacity_workspace_get_portfolio (workspace));

  self->workspace = g_object_ref (workspace);
  self->items = g_object_ref (items);
  if (g_list_model_get_n_items (items) == 1)
    show_one (self, first);
  else
    show_many (self, g_list_model_get_n_items (items));
  capacity_suggestions_add (self->person_row, (const char *const *) people);
  capacity_suggestions_add (self->substitute_row, (const char *const *) people);

  return ADW_DIALOG (self);
}
