/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-limit-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-combo.h"
#include "capacity-format.h"
#include "capacity-limit-dialog.h"
#include "capacity-register-words.h"
#include "capacity-words.h"

/* How much can be delivered, edited where it stands. Enter keeps it; what is no number is said in the row's
 * title and the text stays as it was typed. */
struct _CapacityLimitRow
{
  AdwEntryRow        parent_instance;

  CapacityWorkspace *workspace;
  CapacityLimit     *limit; /* nullable: none was given yet */

  GtkDropDown       *per;
  GtkWidget         *details;

  CapacityId         subject;
  CapacityMode       mode;
  gboolean           is_filling;
  gboolean           is_shown; /* a limit, or that there is none, has been set */
};

/* The choice after the periods. */
#define IN_POSTS CAPACITY_N_PERIOD_KINDS

G_DEFINE_FINAL_TYPE (CapacityLimitRow, capacity_limit_row, ADW_TYPE_ENTRY_ROW)

static char *
mode_title (CapacityMode         mode,
            const CapacityLimit *limit)
{
  gboolean is_peak = mode == CAPACITY_MODE_PEAK;
  g_autofree char *from = limit != NULL ? capacity_format_date (limit->from) : NULL;
  g_autofree char *until = limit != NULL ? capacity_format_date (limit->until) : NULL;

  if (limit == NULL)
    return g_strdup (is_peak ? _("At Peak Times, if Different") : _("Regularly"));
  if (limit->from != CAPACITY_DATE_NONE && limit->until != CAPACITY_DATE_NONE)
    /* Translators: the first and the last day */
    return g_strdup_printf (is_peak ? _("At Peak Times, %1$s to %2$s") : _("Regularly, %1$s to %2$s"), from, until);
  if (limit->from != CAPACITY_DATE_NONE)
    return g_strdup_printf (is_peak ? _("At Peak Times, From %s") : _("Regularly, From %s"), from);
  if (limit->until != CAPACITY_DATE_NONE)
    return g_strdup_printf (is_peak ? _("At Peak Times, Until %s") : _("Regularly, Until %s"), until);

  return g_strdup (is_peak ? _("At Peak Times") : _("Regularly"));
}

/* What does not count yet says so, and what has a note says why it is so. */
static char *
title_of (CapacityMode         mode,
          const CapacityLimit *limit)
{
  g_autofree char *title = mode_title (mode, limit);
  g_autofree char *stated = NULL;

  if (limit == NULL)
    return g_steal_pointer (&title);
  if (limit->state == CAPACITY_LIMIT_PLANNED)
    /* Translators: a capacity and, in lower case, how far it is decided: "From 01.01.2027: Planned" */
    stated = g_strdup_printf (_("%1$s: %2$s"), title, capacity_words_limit_state (limit->state));

  return g_strconcat (stated != NULL ? stated : title, limit->note != NULL ? " · " : NULL, limit->note, NULL);
}

static void
show_title (CapacityLimitRow *self,
            const char       *problem)
{
  g_autofree char *title = title_of (self->mode, self->limit);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), problem != NULL ? problem : title);
  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* There is a row for each capacity. */
static void
name_controls (CapacityLimitRow *self)
{
  g_autofree char *title = title_of (self->mode, self->limit);
  /* Translators: %s is a capacity, such as "Regularly" or "At Peak Times, From 01.01.2027" */
  g_autofree char *period = g_strdup_printf (_("Period: %s"), title);
  /* Translators: %s is a capacity, such as "Regularly" or "At Peak Times, From 01.01.2027" */
  g_autofree char *details = g_strdup_printf (_("Validity and Source: %s"), title);

  capacity_combo_set_name (self->per, period);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->details), GTK_ACCESSIBLE_PROPERTY_LABEL, details, -1);
}

static gboolean
limits_are_equal (const CapacityLimit *a,
                  const CapacityLimit *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return capacity_id_equal (&a->id, &b->id) && a->value == b->value && a->per == b->per && a->from == b->from
         && a->until == b->until && a->basis == b->basis && a->state == b->state && a->in_posts == b->in_posts
         && g_strcmp0 (a->note, b->note) == 0;
}

/* Text that says the same number stays as it was typed. */
static void
show_value (CapacityLimitRow *self,
            double            value)
{
  g_autofree char *text = NULL;

  if (capacity_format_parse_number (gtk_editable_get_text (GTK_EDITABLE (self))) == value)
    return;

  text = capacity_format_exact (value);
  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/* Makes the choices; what is given in posts can be seen and changed also where there are no people any more. */
static void
fill_units (CapacityLimitRow    *self,
            const CapacityLimit *limit)
{
  g_autoptr (GtkStringList) names = NULL;
  GListModel *before = gtk_drop_down_get_model (self->per);
  gboolean has_posts = (limit != NULL && limit->in_posts) || capacity_limit_is_of_people (self->workspace, &self->subject);

  if (before != NULL && (g_list_model_get_n_items (before) > IN_POSTS) == has_posts)
    return;
  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < CAPACITY_N_PERIOD_KINDS; i++)
    gtk_string_list_append (names, capacity_words_per (capacity_period_kind_of_rank ((int) i)));
  if (has_posts)
    gtk_string_list_append (names, _("posts"));
  gtk_drop_down_set_model (self->per, G_LIST_MODEL (names));
}

static void
show_unit (CapacityLimitRow    *self,
           const CapacityLimit *limit)
{
  CapacityPeriodKind per = limit != NULL ? limit->per : CAPACITY_PERIOD_MONTH;

  gtk_drop_down_set_selected (self->per,
                              limit != NULL && limit->in_posts ? IN_POSTS : (guint) capacity_period_kind_rank (per));
}

static void
commit (CapacityLimitRow *self,
        double            value)
{
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityLimit) limit = NULL;
  guint unit = gtk_drop_down_get_selected (self->per);
  CapacityPeriodKind per = unit == IN_POSTS ? CAPACITY_PERIOD_MONTH : capacity_period_kind_of_rank ((int) unit);

  if (self->limit != NULL)
    limit = capacity_limit_copy (self->limit);
  else
    limit = capacity_limit_new (self->mode, value, per, CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);
  limit->value = value;
  limit->per = per;
  limit->in_posts = unit == IN_POSTS;
  change = capacity_limit_change_new (self->workspace, &self->subject, limit);
  capacity_apply_in_place (GTK_WIDGET (self), self->workspace, change, _("The Capacity Was Not Changed"));
}

static void
remove_limit (CapacityLimitRow *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_remove_limit (change, &self->limit->id);
  capacity_apply_in_place (GTK_WIDGET (self), self->workspace, change, _("The Capacity Was Not Changed"));
}

static void
apply_cb (CapacityLimitRow *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  double value = capacity_format_parse_number (text);

  if (*text == '\0' && self->limit != NULL)
    remove_limit (self);
  else if (*text != '\0' && isnan (value))
    show_title (self, _("Write a number, such as 1200"));
  else if (value < 0)
    show_title (self, _("Capacity cannot be less than zero"));
  else if (*text != '\0')
    commit (self, value);
}

static void
changed_cb (CapacityLimitRow *self)
{
  if (!self->is_filling)
    show_title (self, NULL);
}

static void
per_changed_cb (CapacityLimitRow *self)
{
  if (!self->is_filling && self->limit != NULL)
    apply_cb (self);
}

static void
details_cb (CapacityLimitRow *self)
{
  adw_dialog_present (capacity_limit_dialog_new (self->workspace, &self->subject, self->limit),
                      GTK_WIDGET (self));
}

static void
capacity_limit_row_dispose (GObject *object)
{
  CapacityLimitRow *self = CAPACITY_LIMIT_ROW (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->limit, capacity_limit_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_LIMIT_ROW);

  G_OBJECT_CLASS (capacity_limit_row_parent_class)->dispose (object);
}

static void
capacity_limit_row_class_init (CapacityLimitRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_limit_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-limit-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitRow, per);
  gtk_widget_class_bind_template_child (widget_class, CapacityLimitRow, details);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, details_cb);
  gtk_widget_class_bind_template_callback (widget_class, per_changed_cb);
}

static void
capacity_limit_row_init (CapacityLimitRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_limit_row_new:
 * @workspace: the portfolio
 * @subject: the service or resource whose capacity it is
 *
 * Returns: (transfer floating): a new row for a capacity that is not given yet
 */
GtkWidget *
capacity_limit_row_new (CapacityWorkspace *workspace,
                        const CapacityId  *subject)
{
  CapacityLimitRow *self = g_object_new (CAPACITY_TYPE_LIMIT_ROW, NULL);

  self->workspace = g_object_ref (workspace);
  self->subject = *subject;

  return GTK_WIDGET (self);
}

/**
 * capacity_limit_row_set_limit:
 * @mode: regular or peak
 * @limit: (nullable): the capacity as it is kept, or %NULL where none was given for @mode
 *
 * Shows @limit, unless it is what the row shows already: text that is being typed stays.
 */
void
capacity_limit_row_set_limit (CapacityLimitRow    *self,
                              CapacityMode         mode,
                              const CapacityLimit *limit)
{
  gboolean is_new = FALSE;

  g_return_if_fail (CAPACITY_IS_LIMIT_ROW (self));

  if (self->is_shown && self->mode == mode && limits_are_equal (self->limit, limit))
    return;

  is_new = !self->is_shown;
  self->is_filling = TRUE;
  self->is_shown = TRUE;
  self->mode = mode;
  g_clear_pointer (&self->limit, capacity_limit_free);
  if (limit != NULL)
    self->limit = capacity_limit_copy (limit);
  fill_units (self, limit);
  if (limit != NULL || is_new)
    show_unit (self, limit);
  show_value (self, limit != NULL ? limit->value : NAN);
  gtk_widget_set_visible (self->details, limit != NULL);
  gtk_editable_set_editable (GTK_EDITABLE (self), !capacity_workspace_is_read_only (self->workspace));
  show_title (self, NULL);
  name_controls (self);
  self->is_filling = FALSE;
}
