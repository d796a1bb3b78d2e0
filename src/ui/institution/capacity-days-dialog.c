/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-days-dialog.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-entry.h"

/* One exception of the working calendar: a day off, and for a moved working day also the day worked in its place. */
struct _CapacityDaysDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;

  AdwEntryRow       *off_row;
  AdwEntryRow       *worked_row;

  gboolean           is_moved;
};

G_DEFINE_FINAL_TYPE (CapacityDaysDialog, capacity_days_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityDaysDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static const CapacityCalendar *
get_calendar (CapacityDaysDialog *self)
{
  return capacity_workspace_get_portfolio (self->workspace)->calendar;
}

/* A day that is worked now is given free, and the other way round: anything else would say nothing. */
static gboolean
read_day (CapacityDaysDialog *self,
          AdwEntryRow        *row,
          gboolean            is_worked,
          const char         *problem,
          CapacityDate       *day)
{
  if (!capacity_entry_read_date (row, day))
    return FALSE;
  if (*day == CAPACITY_DATE_NONE)
    {
      capacity_entry_set_problem (row, _("Write a date, such as 23.11.2026."));
      return FALSE;
    }
  if (capacity_calendar_is_working_day (get_calendar (self), *day) != is_worked)
    {
      capacity_entry_set_problem (row, problem);
      return FALSE;
    }

  return TRUE;
}

static void
add_moved (CapacityDaysDialog *self,
           CapacityChange     *change,
           CapacityMovedDay    day)
{
  guint n = 0;
  const CapacityMovedDay *moved = capacity_calendar_get_moved (get_calendar (self), &n);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (CapacityMovedDay));

  g_array_append_vals (all, moved, n);
  g_array_append_val (all, day);
  capacity_change_set_moved_days (change, (const CapacityMovedDay *) (gpointer) all->data, all->len);
}

static void
add_day_off (CapacityDaysDialog *self,
             CapacityChange     *change,
             CapacityDate        day)
{
  guint n = 0;
  const CapacityDate *days = capacity_calendar_get_days_off (get_calendar (self), &n);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (CapacityDate));

  g_array_append_vals (all, days, n);
  g_array_append_val (all, day);
  capacity_change_set_days_off (change, (const CapacityDate *) (gpointer) all->data, all->len);
}

static void
save_cb (CapacityDaysDialog *self)
{
  g_autoptr (CapacityChange) change = NULL;
  CapacityMovedDay day = { 0 };

  if (!read_day (self, self->off_row, TRUE, _("This day is free already"), &day.day_off))
    return;
  if (self->is_moved && !read_day (self, self->worked_row, FALSE, _("This day is worked already"), &day.worked))
    return;

  change = capacity_change_new ();
  if (self->is_moved)
    add_moved (self, change, day);
  else
    add_day_off (self, change, day.day_off);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Calendar Was Not Changed"), NULL);
}

static void
capacity_days_dialog_dispose (GObject *object)
{
  CapacityDaysDialog *self = CAPACITY_DAYS_DIALOG (object);

  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_DAYS_DIALOG);

  G_OBJECT_CLASS (capacity_days_dialog_parent_class)->dispose (object);
}

static void
capacity_days_dialog_class_init (CapacityDaysDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_days_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/institution/capacity-days-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityDaysDialog, off_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityDaysDialog, worked_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_days_dialog_init (CapacityDaysDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_days_dialog_new:
 * @workspace: the portfolio
 * @is_moved: whether another day is worked in place of the one that is free
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_days_dialog_new (CapacityWorkspace *workspace,
                          gboolean           is_moved)
{
  CapacityDaysDialog *self = g_object_new (CAPACITY_TYPE_DAYS_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->is_moved = is_moved;
  adw_dialog_set_title (ADW_DIALOG (self), is_moved ? _("Moved Working Day") : _("Day Off"));
  gtk_widget_set_visible (GTK_WIDGET (self->worked_row), is_moved);

  return ADW_DIALOG (self);
}
