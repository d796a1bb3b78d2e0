/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-department-dialog.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-departments.h"
#include "capacity-entry.h"
#include "capacity-names.h"
#include "capacity-register-words.h"
#include "capacity-suggestions.h"

/* One unit of the institution. */
struct _CapacityDepartmentDialog
{
  AdwDialog            parent_instance;

  CapacityWorkspace   *workspace;
  CapacityDepartment  *department; /* nullable: a new one */

  AdwEntryRow         *name_row;
  AdwEntryRow         *head_row;
  AdwEntryRow         *note_row;
  AdwPreferencesGroup *remove_group;
};

G_DEFINE_FINAL_TYPE (CapacityDepartmentDialog, capacity_department_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityDepartmentDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
is_taken (CapacityDepartmentDialog *self,
          const char               *name)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);

  for (guint i = 0; i < portfolio->departments->len; i++)
    {
      const CapacityDepartment *other = portfolio->departments->pdata[i];

      if (g_str_equal (other->name, name)
          && (self->department == NULL || !capacity_id_equal (&other->id, &self->department->id)))
        return TRUE;
    }

  return FALSE;
}

static void
save_cb (CapacityDepartmentDialog *self)
{
  g_autofree char *name = capacity_entry_dup_text (self->name_row);
  g_autoptr (CapacityDepartment) department = NULL;
  g_autoptr (CapacityChange) change = NULL;

  if (name == NULL || is_taken (self, name))
    {
      capacity_entry_set_problem (self->name_row, name == NULL ? _("Give the unit a name") : _("Another unit has this name"));
      return;
    }

  department = capacity_department_new (name);
  if (self->department != NULL)
    department->id = self->department->id;
  department->head = capacity_entry_dup_text (self->head_row);
  department->note = capacity_entry_dup_text (self->note_row);
  change = capacity_change_new ();
  capacity_change_set_department (change, department);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Unit Was Not Changed"), NULL);
}

static char *
dup_use (CapacityDepartmentDialog *self)
{
  guint n_services = 0;
  guint n_resources = 0;

  capacity_departments_count (capacity_workspace_get_portfolio (self->workspace), self->department->name,
                              &n_services, &n_resources);

  return capacity_words_named_by (n_services, n_resources);
}

static void
remove_cb (CapacityDepartmentDialog *self)
{
  g_autofree char *use = dup_use (self);
  /* Translators: the name of a unit, and what still names it: "12 services, 3 resources" */
  g_autofree char *done = g_strdup_printf (_("“%1$s” deleted, named by: %2$s"), self->department->name, use);
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_remove_department (change, &self->department->id);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Unit Was Not Deleted"), done);
}

static void
fill (CapacityDepartmentDialog *self)
{
  g_autofree char *use = dup_use (self);
  /* Translators: %s is such as "12 services, 3 resources" */
  g_autofree char *text = g_strdup_printf (_("Named by: %s. They keep the name when the unit is deleted."), use);

  capacity_entry_set_text (self->name_row, self->department->name);
  capacity_entry_set_text (self->head_row, self->department->head);
  capacity_entry_set_text (self->note_row, self->department->note);
  adw_preferences_group_set_description (self->remove_group, text);
}

static void
capacity_department_dialog_dispose (GObject *object)
{
  CapacityDepartmentDialog *self = CAPACITY_DEPARTMENT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->department, capacity_department_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_DEPARTMENT_DIALOG);

  G_OBJECT_CLASS (capacity_department_dialog_parent_class)->dispose (object);
}

static void
capacity_department_dialog_class_init (CapacityDepartmentDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_department_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/institution/capacity-department-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityDepartmentDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityDepartmentDialog, head_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityDepartmentDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityDepartmentDialog, remove_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_department_dialog_init (CapacityDepartmentDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_department_dialog_new:
 * @workspace: the portfolio
 * @department: (nullable): the unit to change, or %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_department_dialog_new (CapacityWorkspace        *workspace,
                                const CapacityDepartment *department)
{
  CapacityDepartmentDialog *self = g_object_new (CAPACITY_TYPE_DEPARTMENT_DIALOG, NULL);
  g_auto (GStrv) people = capacity_names_people (capacity_workspace_get_portfolio (workspace));

  self->workspace = g_object_ref (workspace);
  capacity_suggestions_add (self->head_row, (const char *const *) people);
  if (department != NULL)
    {
      self->department = capacity_department_copy (department);
      fill (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->remove_group), department != NULL);

  return ADW_DIALOG (self);
}
