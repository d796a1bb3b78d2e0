/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-entry.h"
#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-store-words.h"

/* What is known of a service, typed by hand: a new one, or one to change. */
struct _CapacityServiceDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  CapacityService   *service; /* nullable: a new one */

  AdwEntryRow       *name_row;
  AdwEntryRow       *unit_row;
  AdwEntryRow       *capacity_row;
  AdwEntryRow       *owner_row;
  AdwEntryRow       *department_row;
  AdwEntryRow       *code_row;
  AdwEntryRow       *note_row;
  AdwEntryRow       *target_row;
  AdwEntryRow       *lead_row;
  GtkButton         *save_button;
};

G_DEFINE_FINAL_TYPE (CapacityServiceDialog, capacity_service_dialog, ADW_TYPE_DIALOG)

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CapacityServiceDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  if (outcome != NULL)
    {
      if (outcome->action != NULL)
        {
          g_autofree char *text = capacity_store_words_done (outcome->action);

          capacity_feedback_undo (GTK_WIDGET (self), text);
        }
      adw_dialog_force_close (ADW_DIALOG (self));
    }
  else if (g_error_matches (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CODE_TAKEN))
    {
      capacity_entry_set_problem (self->code_row, _("Another service has this code"));
    }
  else
    {
      capacity_feedback_error (GTK_WIDGET (self), _("The Service Was Not Changed"), error);
    }
}

static void
cancel_cb (CapacityServiceDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
changed_cb (CapacityServiceDialog *self,
            AdwEntryRow           *row)
{
  capacity_entry_set_problem (row, NULL);
}

/* Reads a number that may be left empty; says beside the field what is wrong with it. */
static gboolean
read_number (AdwEntryRow *row,
             double       least,
             double       most,
             const char  *problem,
             double      *value)
{
  g_autofree char *text = capacity_entry_dup_text (row);

  *value = text != NULL ? capacity_format_parse_number (text) : NAN;
  if (text == NULL || (*value >= least && *value <= most))
    return TRUE;

  capacity_entry_set_problem (row, problem);

  return FALSE;
}

static CapacityService *
read_service (CapacityServiceDialog *self)
{
  g_autoptr (CapacityService) service = NULL;
  double target = NAN;
  double lead = NAN;

  if (!read_number (self->target_row, 1, 100, _("Write a percentage from 1 to 100"), &target)
      || !read_number (self->lead_row, 0, 3650, _("Write a number of days, up to ten years"), &lead))
    return NULL;

  service = self->service != NULL ? capacity_service_copy (self->service) : capacity_service_new ();
  g_free (service->name);
  g_free (service->unit);
  g_free (service->owner);
  g_free (service->department);
  g_free (service->code);
  g_free (service->note);
  service->name = capacity_entry_dup_text (self->name_row);
  service->unit = capacity_entry_dup_text (self->unit_row);
  service->owner = capacity_entry_dup_text (self->owner_row);
  service->department = capacity_entry_dup_text (self->department_row);
  service->code = capacity_entry_dup_text (self->code_row);
  service->note = capacity_entry_dup_text (self->note_row);
  service->target = target / 100;
  service->lead_days = isnan (lead) ? -1 : (int) lead;

  return g_steal_pointer (&service);
}

static void
save_cb (CapacityServiceDialog *self)
{
  g_autofree char *name = capacity_entry_dup_text (self->name_row);
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityService) service = NULL;
  double capacity = NAN;

  if (name == NULL)
    {
      capacity_entry_set_problem (self->name_row, _("Give the service a name"));
      return;
    }
  if (!read_number (self->capacity_row, 0, G_MAXDOUBLE, _("Write a number, such as 1200"), &capacity))
    return;
  service = read_service (self);
  if (service == NULL)
    return;

  change = capacity_change_new ();
  if (self->service != NULL)
    capacity_change_set_service (change, service);
  else
    capacity_change_add_service (change, service);
  if (!isnan (capacity))
    {
      g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, capacity,
                                                            CAPACITY_PERIOD_MONTH,
                                                            CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);

      capacity_change_set_service_limit (change, &service->id, limit);
    }
  capacity_workspace_apply_async (self->workspace, change, NULL, applied_cb, g_object_ref (self));
}

static void
fill (CapacityServiceDialog *self,
      const CapacityService *service)
{
  capacity_entry_set_text (self->name_row, service->name);
  capacity_entry_set_text (self->unit_row, service->unit);
  capacity_entry_set_text (self->owner_row, service->owner);
  capacity_entry_set_text (self->department_row, service->department);
  capacity_entry_set_text (self->code_row, service->code);
  capacity_entry_set_text (self->note_row, service->note);
  if (!isnan (service->target))
    {
      g_autofree char *target = capacity_format_count (service->target * 100);

      capacity_entry_set_text (self->target_row, target);
    }
  if (service->lead_days >= 0)
    {
      g_autofree char *lead = capacity_format_count (service->lead_days);

      capacity_entry_set_text (self->lead_row, lead);
    }
}

static void
capacity_service_dialog_dispose (GObject *object)
{
  CapacityServiceDialog *self = CAPACITY_SERVICE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->service, capacity_service_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SERVICE_DIALOG);

  G_OBJECT_CLASS (capacity_service_dialog_parent_class)->dispose (object);
}

static void
capacity_service_dialog_class_init (CapacityServiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_service_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-service-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, capacity_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, department_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, lead_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_service_dialog_init (CapacityServiceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_service_dialog_new:
 * @workspace: the portfolio
 * @service: (nullable): the service to change, or %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_service_dialog_new (CapacityWorkspace     *workspace,
                             const CapacityService *service)
{
  CapacityServiceDialog *self = g_object_new (CAPACITY_TYPE_SERVICE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  if (service != NULL)
    {
      self->service = capacity_service_ref (service);
      fill (self, service);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit Service"));
      gtk_button_set_label (self->save_button, _("_Save"));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->capacity_row), service == NULL);

  return ADW_DIALOG (self);
}
