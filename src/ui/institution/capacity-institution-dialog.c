/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-institution-dialog.h"

#include <glib/gi18n.h>

#include "capacity-calendar-page.h"
#include "capacity-events-page.h"
#include "capacity-gradual.h"
#include "capacity-history-buttons.h"
#include "capacity-profile-page.h"
#include "capacity-roles-page.h"
#include "capacity-units-page.h"

/* The institution: who it is, its units and working calendar, who has which role, and what is known of the demand to
 * come. What is changed here holds at once and can be undone, here too. */
struct _CapacityInstitutionDialog
{
  AdwDialog               parent_instance;

  CapacityWorkspace      *workspace;
  AdwToastOverlay        *toasts;
  CapacityHistoryButtons *history_buttons;
  AdwViewStack           *stack;
};

static const struct
{
  const char *name;
  const char *title;
  const char *icon_name;
  GtkWidget *(*page_new) (CapacityWorkspace *workspace);
} pages[] = {
  { "profile", N_("Profile"), "document-properties-symbolic", capacity_profile_page_new },
  { "units", N_("Units"), "network-workgroup-symbolic", capacity_units_page_new },
  { "calendar", N_("Calendar"), "x-office-calendar-symbolic", capacity_calendar_page_new },
  { "roles", N_("Roles"), "system-users-symbolic", capacity_roles_page_new },
  { "events", N_("Events"), "alarm-symbolic", capacity_events_page_new },
};

G_DEFINE_FINAL_TYPE (CapacityInstitutionDialog, capacity_institution_dialog, ADW_TYPE_DIALOG)

/* An "Undo" that is still on the screen would now take back something else. */
static void
changed_cb (CapacityInstitutionDialog *self)
{
  adw_toast_overlay_dismiss_all (self->toasts);
}

/* A page is made when it is first seen: each has lists of its own. */
static void
shown_cb (CapacityInstitutionDialog *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);
  GtkWidget *bin = adw_view_stack_get_visible_child (self->stack);

  if (self->workspace == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_strcmp0 (pages[i].name, name) == 0 && adw_bin_get_child (ADW_BIN (bin)) == NULL)
      adw_bin_set_child (ADW_BIN (bin), pages[i].page_new (self->workspace));
}

static void
capacity_institution_dialog_dispose (GObject *object)
{
  g_clear_object (&CAPACITY_INSTITUTION_DIALOG (object)->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_INSTITUTION_DIALOG);

  G_OBJECT_CLASS (capacity_institution_dialog_parent_class)->dispose (object);
}

static void
capacity_institution_dialog_class_init (CapacityInstitutionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_institution_dialog_dispose;

  g_type_ensure (CAPACITY_TYPE_HISTORY_BUTTONS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/institution/capacity-institution-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityInstitutionDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, CapacityInstitutionDialog, history_buttons);
  gtk_widget_class_bind_template_child (widget_class, CapacityInstitutionDialog, stack);
}

static void
capacity_institution_dialog_init (CapacityInstitutionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_institution_dialog_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_institution_dialog_new (CapacityWorkspace *workspace)
{
  CapacityInstitutionDialog *self = g_object_new (CAPACITY_TYPE_INSTITUTION_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  g_object_set (self->history_buttons, "workspace", workspace, NULL);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (shown_cb), self, G_CONNECT_SWAPPED);
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    adw_view_stack_add_titled_with_icon (self->stack, adw_bin_new (), pages[i].name, _(pages[i].title),
                                         pages[i].icon_name);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  capacity_gradual_reveal (GTK_WIDGET (self), 3);

  return ADW_DIALOG (self);
}
