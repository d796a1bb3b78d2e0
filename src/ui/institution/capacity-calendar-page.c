/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-calendar-page.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-days-dialog.h"
#include "capacity-format.h"

/* The working calendar, a year at a time: working days by month, the holidays of the law, working days moved by
 * order and the institution's own days off. */
struct _CapacityCalendarPage
{
  AdwBin               parent_instance;

  CapacityWorkspace   *workspace;

  GtkSpinButton       *year;
  AdwExpanderRow      *months_row;
  AdwExpanderRow      *holidays_row;
  AdwPreferencesGroup *moved_group;
  AdwPreferencesGroup *off_group;
  GPtrArray           *folded; /* element-type GtkWidget: rows in the expanders */
  GPtrArray           *moved;  /* element-type GtkWidget: rows in the group */
  GPtrArray           *off;
};

G_DEFINE_FINAL_TYPE (CapacityCalendarPage, capacity_calendar_page, ADW_TYPE_BIN)

static int
get_year (CapacityCalendarPage *self)
{
  return gtk_spin_button_get_value_as_int (self->year);
}

static const CapacityCalendar *
get_calendar (CapacityCalendarPage *self)
{
  return capacity_workspace_get_portfolio (self->workspace)->calendar;
}

static GtkWidget *
row_new (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

static void
add_folded (CapacityCalendarPage *self,
            AdwExpanderRow       *expander,
            GtkWidget            *row)
{
  adw_expander_row_add_row (expander, row);
  g_ptr_array_add (self->folded, row);
}

static void
remove_folded (CapacityCalendarPage *self)
{
  for (guint i = 0; i < self->folded->len; i++)
    {
      GtkWidget *row = self->folded->pdata[i];
      gboolean is_month = gtk_widget_is_ancestor (row, GTK_WIDGET (self->months_row));

      adw_expander_row_remove (is_month ? self->months_row : self->holidays_row, row);
    }
  g_ptr_array_set_size (self->folded, 0);
}

static char *
days_words (int n)
{
  return g_strdup_printf (ngettext ("%d working day", "%d working days", (gulong) n), n);
}

static void
show_months (CapacityCalendarPage *self)
{
  int sum = 0;
  g_autofree char *all = NULL;

  for (int month = 0; month < 12; month++)
    {
      CapacityPeriod period = { CAPACITY_PERIOD_MONTH, get_year (self) * 12 + month };
      int n = capacity_calendar_working_days (get_calendar (self), period);
      g_autofree char *name = capacity_format_period (period);
      g_autofree char *days = days_words (n);
      GtkWidget *row = row_new (name, NULL);
      GtkWidget *label = gtk_label_new (days);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
      add_folded (self, self->months_row, row);
      sum += n;
    }
  all = days_words (sum);
  adw_expander_row_set_subtitle (self->months_row, all);
}

static void
show_holidays (CapacityCalendarPage *self)
{
  guint n = 0;
  g_autofree char *all = NULL;

  for (CapacityDate day = capacity_date_from_ymd (get_year (self), 1, 1);
       day <= capacity_date_from_ymd (get_year (self), 12, 31); day++)
    {
      const char *name = capacity_calendar_holiday (day);
      g_autofree char *date = capacity_format_long_date (day);

      if (name == NULL)
        continue;
      add_folded (self, self->holidays_row, row_new (_(name), date));
      n++;
    }
  all = g_strdup_printf (ngettext ("%u day", "%u days", n), n);
  adw_expander_row_set_subtitle (self->holidays_row, all);
}

static void
remove_moved_cb (CapacityCalendarPage *self,
                 GtkButton            *button)
{
  guint n = 0;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "capacity-index"));
  const CapacityMovedDay *moved = capacity_calendar_get_moved (get_calendar (self), &n);
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (CapacityMovedDay));
  g_autoptr (CapacityChange) change = capacity_change_new ();

  g_array_append_vals (rest, moved, n);
  g_array_remove_index (rest, index);
  capacity_change_set_moved_days (change, (const CapacityMovedDay *) (gpointer) rest->data, rest->len);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Calendar Was Not Changed"), NULL);
}

static void
remove_off_cb (CapacityCalendarPage *self,
               GtkButton            *button)
{
  guint n = 0;
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "capacity-index"));
  const CapacityDate *days = capacity_calendar_get_days_off (get_calendar (self), &n);
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (CapacityDate));
  g_autoptr (CapacityChange) change = capacity_change_new ();

  g_array_append_vals (rest, days, n);
  g_array_remove_index (rest, index);
  capacity_change_set_days_off (change, (const CapacityDate *) (gpointer) rest->data, rest->len);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Calendar Was Not Changed"), NULL);
}

static void
add_day_row (CapacityCalendarPage *self,
             AdwPreferencesGroup  *group,
             GPtrArray            *rows,
             GtkWidget            *row,
             guint                 index,
             GCallback             remove)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = g_strdup_printf ("%s: %s", _("Remove"), adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Remove"));
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "capacity-index", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", remove, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (rows, row);
}

static gboolean
is_in_year (CapacityCalendarPage *self,
            CapacityDate          day)
{
  int year = 0, month = 0, day_of_month = 0;

  capacity_date_to_ymd (day, &year, &month, &day_of_month);

  return year == get_year (self);
}

static void
clear_rows (AdwPreferencesGroup *group,
            GPtrArray           *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_remove (group, rows->pdata[i]);
  g_ptr_array_set_size (rows, 0);
}

static void
show_moved (CapacityCalendarPage *self)
{
  guint n = 0;
  const CapacityMovedDay *moved = capacity_calendar_get_moved (get_calendar (self), &n);

  clear_rows (self->moved_group, self->moved);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *off = capacity_format_long_date (moved[i].day_off);
      g_autofree char *worked = capacity_format_long_date (moved[i].worked);
      g_autofree char *subtitle = g_strdup_printf (_("Worked instead: %s"), worked);

      if (is_in_year (self, moved[i].day_off) || is_in_year (self, moved[i].worked))
        add_day_row (self, self->moved_group, self->moved, row_new (off, subtitle), i, G_CALLBACK (remove_moved_cb));
    }
}

static void
show_off (CapacityCalendarPage *self)
{
  guint n = 0;
  const CapacityDate *days = capacity_calendar_get_days_off (get_calendar (self), &n);

  clear_rows (self->off_group, self->off);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *date = capacity_format_long_date (days[i]);

      if (is_in_year (self, days[i]))
        add_day_row (self, self->off_group, self->off, row_new (date, NULL), i, G_CALLBACK (remove_off_cb));
    }
}

static void
update_cb (CapacityCalendarPage *self)
{
  if (capacity_workspace_get_portfolio (self->workspace) == NULL)
    return;

  remove_folded (self);
  show_months (self);
  show_holidays (self);
  show_moved (self);
  show_off (self);
}

static void
year_changed_cb (CapacityCalendarPage *self)
{
  if (self->workspace != NULL)
    update_cb (self);
}

static void
add_moved_cb (CapacityCalendarPage *self)
{
  adw_dialog_present (capacity_days_dialog_new (self->workspace, TRUE), GTK_WIDGET (self));
}

static void
add_off_cb (CapacityCalendarPage *self)
{
  adw_dialog_present (capacity_days_dialog_new (self->workspace, FALSE), GTK_WIDGET (self));
}

static void
capacity_calendar_page_dispose (GObject *object)
{
  CapacityCalendarPage *self = CAPACITY_CALENDAR_PAGE (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->folded, g_ptr_array_unref);
  g_clear_pointer (&self->moved, g_ptr_array_unref);
  g_clear_pointer (&self->off, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_CALENDAR_PAGE);

  G_OBJECT_CLASS (capacity_calendar_page_parent_class)->dispose (object);
}

static void
capacity_calendar_page_class_init (CapacityCalendarPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_calendar_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/institution/capacity-calendar-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityCalendarPage, year);
  gtk_widget_class_bind_template_child (widget_class, CapacityCalendarPage, months_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityCalendarPage, holidays_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityCalendarPage, moved_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityCalendarPage, off_group);
  gtk_widget_class_bind_template_callback (widget_class, add_moved_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_off_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
}

static void
capacity_calendar_page_init (CapacityCalendarPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->folded = g_ptr_array_new ();
  self->moved = g_ptr_array_new ();
  self->off = g_ptr_array_new ();
}

/**
 * capacity_calendar_page_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new page that shows this year
 */
GtkWidget *
capacity_calendar_page_new (CapacityWorkspace *workspace)
{
  CapacityCalendarPage *self = g_object_new (CAPACITY_TYPE_CALENDAR_PAGE, NULL);
  int year = 0, month = 0, day = 0;

  capacity_date_to_ymd (capacity_workspace_get_today (workspace), &year, &month, &day);
  gtk_spin_button_set_value (self->year, year);
  self->workspace = g_object_ref (workspace);
  update_cb (self);
  g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
