/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-event-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-entry.h"
#include "capacity-register-words.h"

/* Something known in advance that changes the demand of a service, or of every service. */
struct _CapacityEventDialog
{
  AdwDialog           parent_instance;

  CapacityWorkspace  *workspace;
  CapacityKnownEvent *event; /* nullable: a new one */

  AdwEntryRow        *name_row;
  AdwComboRow        *kind_row;
  AdwEntryRow        *from_row;
  AdwEntryRow        *until_row;
  AdwEntryRow        *share_row;
  AdwEntryRow        *cases_row;
  AdwEntryRow        *note_row;
  GtkWidget          *remove_group;

  gboolean            is_general; /* of every service */
  CapacityId          service;
};

G_DEFINE_FINAL_TYPE (CapacityEventDialog, capacity_event_dialog, ADW_TYPE_DIALOG)

#define MAX_CASES 1e9

static void
cancel_cb (CapacityEventDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static gboolean
read_days (CapacityEventDialog *self,
           CapacityKnownEvent  *event)
{
  if (!capacity_entry_read_date (self->from_row, &event->from)
      || !capacity_entry_read_date (self->until_row, &event->until))
    return FALSE;

  if (event->from == CAPACITY_DATE_NONE)
    capacity_entry_set_problem (self->from_row, _("Write a date, such as 23.11.2026."));
  else if (event->until != CAPACITY_DATE_NONE && event->until < event->from)
    capacity_entry_set_problem (self->until_row, _("This is before the first day"));
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_effect (CapacityEventDialog *self,
             CapacityKnownEvent  *event)
{
  double percentage = NAN;

  if (!capacity_entry_read_number (self->share_row, -100, 10000, _("Write a percentage, such as 30 or −20"), &percentage)
      || !capacity_entry_read_number (self->cases_row, -MAX_CASES, MAX_CASES, _("Write a number, such as 200 or −50"),
                                      &event->cases))
    return FALSE;

  event->share = percentage / 100;

  return TRUE;
}

static CapacityKnownEvent *
read_event (CapacityEventDialog *self)
{
  g_autofree char *name = capacity_entry_dup_text (self->name_row);
  g_autoptr (CapacityKnownEvent) event = NULL;

  if (name == NULL)
    {
      capacity_entry_set_problem (self->name_row, _("Give the event a name"));
      return NULL;
    }
  event = capacity_known_event_new (adw_combo_row_get_selected (self->kind_row), name, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  if (!read_days (self, event) || !read_effect (self, event))
    return NULL;
  if (self->event != NULL)
    event->id = self->event->id;
  event->note = capacity_entry_dup_text (self->note_row);

  return g_steal_pointer (&event);
}

static void
save_cb (CapacityEventDialog *self)
{
  g_autoptr (CapacityKnownEvent) event = read_event (self);
  g_autoptr (CapacityChange) change = NULL;

  if (event == NULL)
    return;
  change = capacity_change_new ();
  capacity_change_set_event (change, self->is_general ? NULL : &self->service, event);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Event Was Not Changed"), NULL);
}

static void
remove_cb (CapacityEventDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_remove_event (change, &self->event->id);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Event Was Not Deleted"), NULL);
}

static void
fill (CapacityEventDialog      *self,
      const CapacityKnownEvent *event)
{
  capacity_entry_set_text (self->name_row, event->name);
  capacity_entry_set_text (self->note_row, event->note);
  capacity_entry_set_date (self->from_row, event->from);
  capacity_entry_set_date (self->until_row, event->until);
  capacity_entry_set_number (self->share_row, event->share * 100);
  capacity_entry_set_number (self->cases_row, event->cases);
  adw_combo_row_set_selected (self->kind_row, event->kind);
}

static void
capacity_event_dialog_dispose (GObject *object)
{
  CapacityEventDialog *self = CAPACITY_EVENT_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->event, capacity_known_event_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_EVENT_DIALOG);

  G_OBJECT_CLASS (capacity_event_dialog_parent_class)->dispose (object);
}

static void
capacity_event_dialog_class_init (CapacityEventDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_event_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityEventDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityEventDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityEventDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityEventDialog, until_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityEventDialog, share_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityEventDialog, cases_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityEventDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityEventDialog, remove_group);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_event_dialog_init (CapacityEventDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (int i = 0; i < CAPACITY_N_KNOWN_EVENT_KINDS; i++)
    gtk_string_list_append (kinds, capacity_words_event_kind ((CapacityKnownEventKind) i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
}

/**
 * capacity_event_dialog_new:
 * @workspace: the portfolio
 * @service: (nullable): the service whose demand it changes, or %NULL for every service
 * @event: (nullable): the event to change, or %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_event_dialog_new (CapacityWorkspace        *workspace,
                           const CapacityId         *service,
                           const CapacityKnownEvent *event)
{
  CapacityEventDialog *self = g_object_new (CAPACITY_TYPE_EVENT_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->is_general = service == NULL;
  if (service != NULL)
    self->service = *service;
  if (event != NULL)
    {
      self->event = capacity_known_event_copy (event);
      fill (self, event);
    }
  gtk_widget_set_visible (self->remove_group, event != NULL);

  return ADW_DIALOG (self);
}
