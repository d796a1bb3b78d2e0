/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-limits-list.h"

#include <glib/gi18n.h>

#include "capacity-limit-row.h"

/* The capacities of a service or resource, each edited where it stands. What is likely a slip of the hand is kept all the
 * same, and said below. */
struct _CapacityLimitsList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray          *rows;    /* element-type CapacityLimitRow, in the group */
  GtkWidget          *warning; /* below them */
};

G_DEFINE_FINAL_TYPE (CapacityLimitsList, capacity_limits_list, ADW_TYPE_PREFERENCES_GROUP)

static gboolean
has_limit (const GPtrArray *limits,
           CapacityMode     mode)
{
  for (guint i = 0; i < limits->len; i++)
    if (((const CapacityLimit *) g_ptr_array_index (limits, i))->mode == mode)
      return TRUE;

  return FALSE;
}

static void
show_warning (CapacityLimitsList       *self,
              const CapacityAssessment *assessment,
              const GPtrArray          *limits)
{
  const CapacityPortfolio *portfolio = assessment->portfolio;
  gboolean is_below = capacity_limits_have_low_peak (limits, assessment->as_of, portfolio->calendar,
                                                     portfolio->institution.day_hours);

  if (is_below && !gtk_widget_get_visible (self->warning) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (GTK_LABEL (self->warning)),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_set_visible (self->warning, is_below);
}

static CapacityLimitRow *
take_row (CapacityLimitsList *self,
          CapacityWorkspace  *workspace,
          const CapacityId   *subject,
          guint               index)
{
  if (index == self->rows->len)
    {
      GtkWidget *row = capacity_limit_row_new (workspace, subject);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }

  return g_ptr_array_index (self->rows, index);
}

static void
capacity_limits_list_dispose (GObject *object)
{
  g_clear_pointer (&CAPACITY_LIMITS_LIST (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (capacity_limits_list_parent_class)->dispose (object);
}

static void
capacity_limits_list_class_init (CapacityLimitsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_limits_list_dispose;
}

static void
capacity_limits_list_init (CapacityLimitsList *self)
{
  self->rows = g_ptr_array_new ();
  self->warning = gtk_label_new (_("At peak times less is given than on ordinary days. Check whether that is so."));
  gtk_label_set_wrap (GTK_LABEL (self->warning), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->warning), 0);
  gtk_widget_set_margin_top (self->warning, 6);
  gtk_widget_set_visible (self->warning, FALSE);
  gtk_widget_add_css_class (self->warning, "warning");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->warning);
}

/**
 * capacity_limits_list_show:
 * @workspace: the portfolio
 * @subject: the service or resource, always the same
 * @limits: (element-type CapacityLimit): its capacities
 *
 * Shows one row for each capacity and an empty one for each mode without; rows are used again, so that the one being
 * edited keeps the focus.
 */
void
capacity_limits_list_show (CapacityLimitsList *self,
                           CapacityWorkspace  *workspace,
                           const CapacityId   *subject,
                           const GPtrArray    *limits)
{
  guint n = 0;

  g_return_if_fail (CAPACITY_IS_LIMITS_LIST (self));

  for (CapacityMode mode = CAPACITY_MODE_REGULAR; mode <= CAPACITY_MODE_PEAK; mode++)
    {
      for (guint i = 0; i < limits->len; i++)
        {
          const CapacityLimit *limit = g_ptr_array_index (limits, i);

          if (limit->mode == mode)
            capacity_limit_row_set_limit (take_row (self, workspace, subject, n++), mode, limit);
        }
      if (!has_limit (limits, mode))
        capacity_limit_row_set_limit (take_row (self, workspace, subject, n++), mode, NULL);
    }

  while (self->rows->len > n)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self),
                                    g_ptr_array_index (self->rows, self->rows->len - 1));
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
  show_warning (self, capacity_workspace_get_assessment (workspace), limits);
}

/**
 * capacity_limits_list_begin:
 *
 * Goes to the first capacity, for the user to type it. There is one once capacity_limits_list_show() was called.
 */
void
capacity_limits_list_begin (CapacityLimitsList *self)
{
  g_return_if_fail (CAPACITY_IS_LIMITS_LIST (self) && self->rows->len > 0);

  gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}
