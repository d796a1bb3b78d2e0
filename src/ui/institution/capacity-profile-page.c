/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-profile-page.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-emblem-row.h"
#include "capacity-entry.h"

/* Who the institution is, and the thresholds that hold for all of it. */
struct _CapacityProfilePage
{
  AdwBin             parent_instance;

  CapacityWorkspace *workspace;

  AdwEntryRow       *name_row;
  AdwEntryRow       *number_row;
  AdwEntryRow       *people_row;
  AdwEntryRow       *shared_row;
  AdwEntryRow       *peak_row;
  AdwEntryRow       *low_row;
  AdwEntryRow       *lead_row;
  AdwEntryRow       *horizon_row;
  AdwEntryRow       *hours_row;
  CapacityEmblemRow *emblem_row;
};

G_DEFINE_FINAL_TYPE (CapacityProfilePage, capacity_profile_page, ADW_TYPE_BIN)

/* Number of digits of a registration number in the registers of Latvia. */
#define N_DIGITS 11

/* Blanks between the digits are how people write them. Leaves @number as it is where they are not that many. */
static void
read_registration_number (AdwEntryRow  *row,
                          char        **number)
{
  g_autofree char *text = capacity_entry_dup_text (row);
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *c = text; c != NULL && *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (digits, *c);
  if (text != NULL && (digits->len != N_DIGITS || strspn (digits->str, "0123456789") != N_DIGITS))
    {
      capacity_entry_set_problem (row, _("Write the 11 digits of the number"));
      return;
    }
  g_set_str (number, text != NULL ? digits->str : NULL);
}

/* A number that may not be left empty; @otherwise where it is none. */
static double
read_number (AdwEntryRow *row,
             double       least,
             double       most,
             const char  *problem,
             double       otherwise)
{
  double number = NAN;

  if (!capacity_entry_read_number (row, least, most, problem, &number))
    return otherwise;
  if (isnan (number))
    {
      capacity_entry_set_problem (row, problem);
      return otherwise;
    }

  return number;
}

static double
read_share (AdwEntryRow *row,
            double       otherwise)
{
  return read_number (row, 1, 100, _("Write a percentage from 1 to 100"), otherwise * 100) / 100;
}

/* Each field for itself: what is wrong in one is said there, and what is right in the others holds. */
static void
read_thresholds (CapacityProfilePage *self,
                 CapacityInstitution *institution)
{
  double peak = NAN;

  institution->target_people = read_share (self->people_row, institution->target_people);
  institution->target_shared = read_share (self->shared_row, institution->target_shared);
  if (capacity_entry_read_number (self->peak_row, 1, 100, _("Write a percentage from 1 to 100"), &peak))
    institution->target_peak = peak / 100;
  institution->low = read_share (self->low_row, institution->low);
  institution->lead_days = (int) read_number (self->lead_row, 0, 3650, _("Write a number of days, up to ten years"),
                                              institution->lead_days);
  institution->horizon_months = (int) read_number (self->horizon_row, 12, 120,
                                                   _("Write a number of months from 12 to 120"),
                                                   institution->horizon_months);
  institution->day_hours = read_number (self->hours_row, 0.25, 24, _("Write a number of hours, such as 8"),
                                        institution->day_hours);
}

static gboolean
is_same_number (double a,
                double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static gboolean
is_same (const CapacityInstitution *a,
         const CapacityInstitution *b)
{
  return g_strcmp0 (a->name, b->name) == 0 && g_strcmp0 (a->registration_number, b->registration_number) == 0
         && a->target_people == b->target_people && a->target_shared == b->target_shared
         && is_same_number (a->target_peak, b->target_peak) && a->low == b->low && a->lead_days == b->lead_days
         && a->horizon_months == b->horizon_months && a->day_hours == b->day_hours;
}

static void
apply_cb (CapacityProfilePage *self)
{
  const CapacityInstitution *before = &capacity_workspace_get_portfolio (self->workspace)->institution;
  g_autoptr (CapacityChange) change = NULL;
  g_autofree char *name = capacity_entry_dup_text (self->name_row);
  g_autofree char *number = g_strdup (before->registration_number);
  CapacityInstitution institution = *before;

  read_registration_number (self->number_row, &number);
  read_thresholds (self, &institution);
  /* The members are borrowed: the change copies what it is given. */
  institution.name = name;
  institution.registration_number = number;
  if (is_same (&institution, before))
    return;

  change = capacity_change_new ();
  capacity_change_set_institution (change, &institution);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Institution Was Not Changed"), NULL);
}

static void
update_cb (CapacityProfilePage *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  const CapacityInstitution *institution = NULL;

  if (portfolio == NULL)
    return;
  institution = &portfolio->institution;
  capacity_entry_follow_text (self->name_row, institution->name);
  capacity_entry_follow_text (self->number_row, institution->registration_number);
  capacity_entry_follow_number (self->people_row, institution->target_people * 100);
  capacity_entry_follow_number (self->shared_row, institution->target_shared * 100);
  capacity_entry_follow_number (self->peak_row, institution->target_peak * 100);
  capacity_entry_follow_number (self->low_row, institution->low * 100);
  capacity_entry_follow_number (self->lead_row, institution->lead_days);
  capacity_entry_follow_number (self->horizon_row, institution->horizon_months);
  capacity_entry_follow_number (self->hours_row, institution->day_hours);
  capacity_emblem_row_show (self->emblem_row, self->workspace);
}

/* What was typed holds also where another page or view is gone to without entering it. */
static void
capacity_profile_page_unmap (GtkWidget *widget)
{
  CapacityProfilePage *self = CAPACITY_PROFILE_PAGE (widget);

  if (capacity_workspace_get_portfolio (self->workspace) != NULL && !capacity_workspace_is_read_only (self->workspace))
    apply_cb (self);

  GTK_WIDGET_CLASS (capacity_profile_page_parent_class)->unmap (widget);
}

static void
capacity_profile_page_dispose (GObject *object)
{
  CapacityProfilePage *self = CAPACITY_PROFILE_PAGE (object);

  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_PROFILE_PAGE);

  G_OBJECT_CLASS (capacity_profile_page_parent_class)->dispose (object);
}

static void
capacity_profile_page_class_init (CapacityProfilePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_profile_page_dispose;
  widget_class->unmap = capacity_profile_page_unmap;

  g_type_ensure (CAPACITY_TYPE_EMBLEM_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/institution/capacity-profile-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, name_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, number_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, people_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, shared_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, peak_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, low_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, lead_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, horizon_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, hours_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityProfilePage, emblem_row);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
}

static void
capacity_profile_page_init (CapacityProfilePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_profile_page_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
capacity_profile_page_new (CapacityWorkspace *workspace)
{
  CapacityProfilePage *self = g_object_new (CAPACITY_TYPE_PROFILE_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  update_cb (self);
  g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
