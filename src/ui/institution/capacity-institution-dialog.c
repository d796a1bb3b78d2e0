/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-institution-dialog.h"

#include <glib/gi18n.h>

#include "capacity-between-frames.h"
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
  AdwViewSwitcher        *switcher;
  AdwViewSwitcherBar     *switcher_bar;
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

/* Each page has lists of its own, and is made in the frame after it is first seen. */
static gboolean
make_page_cb (GtkWidget     *bin,
              GdkFrameClock *clock,
              gpointer       data)
{
  CapacityInstitutionDialog *self = data;
  const char *name = adw_view_stack_page_get_name (adw_view_stack_get_page (self->stack, bin));

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    if (g_str_equal (pages[i].name, name))
      adw_bin_set_child (ADW_BIN (bin), pages[i].page_new (self->workspace));
  capacity_gradual_reveal (bin, 0);

  return G_SOURCE_REMOVE;
}

static void
mapped_cb (GtkWidget                 *bin,
           CapacityInstitutionDialog *self)
{
  g_signal_handlers_disconnect_by_func (bin, mapped_cb, self);
  capacity_between_frames_add (bin, make_page_cb, self, NULL);
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
  gtk_widget_class_bind_template_child (widget_class, CapacityInstitutionDialog, switcher);
  gtk_widget_class_bind_template_child (widget_class, CapacityInstitutionDialog, switcher_bar);
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
  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *bin = adw_bin_new ();

      g_signal_connect (bin, "map", G_CALLBACK (mapped_cb), self);
      adw_view_stack_add_titled_with_icon (self->stack, bin, pages[i].name, _(pages[i].title), pages[i].icon_name);
    }
  /* Either makes all its buttons anew when a page is added. */
  adw_view_switcher_set_stack (self->switcher, self->stack);
  adw_view_switcher_bar_set_stack (self->switcher_bar, self->stack);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
