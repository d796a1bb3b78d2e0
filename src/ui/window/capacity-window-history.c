/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-window-private.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-store-words.h"

static void
history_changed_cb (CapacityWindow *self)
{
  gboolean can_undo = FALSE;
  gboolean can_redo = FALSE;

  g_object_get (self->workspace, "can-undo", &can_undo, "can-redo", &can_redo, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
}

/* An "Undo" that is still on the screen would now take back something else. */
static void
changed_cb (CapacityWindow *self)
{
  adw_toast_overlay_dismiss_all (self->toasts);
}

static void
turned_cb (CapacityWindow *self,
           GAsyncResult   *result,
           const char     *format)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = capacity_workspace_change_finish (self->workspace, result, &error);

  if (outcome == NULL)
    {
      capacity_feedback_error (GTK_WIDGET (self), _("Nothing Was Changed"), error);
    }
  else if (outcome->action != NULL)
    {
      g_autofree char *what = capacity_store_words_action (outcome->action);
      g_autofree char *text = g_strdup_printf ("%s: %s", format, what);

      capacity_feedback_done (GTK_WIDGET (self), text);
    }
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityWindow) self = user_data;

  turned_cb (self, result, _("Undone"));
}

static void
redone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityWindow) self = user_data;

  turned_cb (self, result, _("Redone"));
}

static void
undo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);

  capacity_workspace_undo_async (self->workspace, NULL, undone_cb, g_object_ref (self));
}

static void
redo_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  CapacityWindow *self = CAPACITY_WINDOW (widget);

  capacity_workspace_redo_async (self->workspace, NULL, redone_cb, g_object_ref (self));
}

/* What class_init does for undo and redo. */
void
capacity_window_install_history (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
}

void
capacity_window_connect_history (CapacityWindow *self)
{
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::can-undo", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->workspace, "notify::can-redo", G_CALLBACK (history_changed_cb), self,
                           G_CONNECT_SWAPPED);
  history_changed_cb (self);
}
