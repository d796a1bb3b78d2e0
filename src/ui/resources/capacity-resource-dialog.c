/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-entry.h"
#include "capacity-format.h"
#include "capacity-gradual.h"
#include "capacity-register-words.h"
#include "capacity-staffing.h"

/* What is known of a resource or capability, typed by hand: a new one, or one to change. Which fields there are
 * depends on its kind. */
struct _CapacityResourceDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  CapacityResource  *resource; /* nullable: a new one */
  CapacityId         added;    /* the new one, once it was to be added */

  AdwComboRow       *kind_row;
  AdwEntryRow       *name_row;
  AdwEntryRow       *unit_row;
  AdwEntryRow       *capacity_row;

  GtkWidget         *people_group;
  AdwEntryRow       *posts_row;
  AdwEntryRow       *leave_row;
  AdwEntryRow       *sick_row;
  AdwEntryRow       *training_row;
  AdwEntryRow       *duties_row;
  AdwActionRow      *net_row;

  GtkWidget         *things_group;
  AdwComboRow       *reach_row;
  AdwEntryRow       *provider_row;
  AdwEntryRow       *availability_row;

  GtkWidget         *waiting_group;
  AdwEntryRow       *open_row;
  AdwEntryRow       *wait_row;
  AdwEntryRow       *promise_row;

  AdwEntryRow       *owner_row;
  AdwEntryRow       *substitute_row;
  AdwEntryRow       *department_row;
  AdwEntryRow       *code_row;
  AdwEntryRow       *cost_row;
  AdwEntryRow       *users_row;
  AdwEntryRow       *note_row;
  AdwComboRow       *sharing_row;

  AdwEntryRow       *target_row;
  AdwEntryRow       *target_peak_row;
  AdwEntryRow       *low_row;
  AdwEntryRow       *lead_row;
  GtkButton         *save_button;
};

/* Which row holds which member of the resource. */
typedef struct
{
  gsize       row;
  gsize       member;
  double      factor; /* of what is typed, to what is kept */
  double      least;
  double      most;
  const char *problem;
} Number;

#define ROW(name) G_STRUCT_OFFSET (CapacityResourceDialog, name##_row)
#define MEMBER(name) G_STRUCT_OFFSET (CapacityResource, name)

static const struct
{
  gsize row;
  gsize member;
} texts[] = {
  { ROW (name), MEMBER (name) },       { ROW (unit), MEMBER (unit) },
  { ROW (owner), MEMBER (owner) },     { ROW (substitute), MEMBER (substitute) },
  { ROW (code), MEMBER (code) },       { ROW (department), MEMBER (department) },
  { ROW (note), MEMBER (note) },       { ROW (provider), MEMBER (provider) },
};

#define PERCENT_PROBLEM N_("Write a percentage from 1 to 100")
#define DAYS_PROBLEM N_("Write a number of days, up to 366")

static const Number numbers[] = {
  { ROW (posts), MEMBER (posts), 1, 0, 1e6, N_("Write a number of posts, such as 4.5") },
  { ROW (leave), MEMBER (leave_days), 1, 0, 366, DAYS_PROBLEM },
  { ROW (sick), MEMBER (sick_days), 1, 0, 366, DAYS_PROBLEM },
  { ROW (training), MEMBER (training_days), 1, 0, 366, DAYS_PROBLEM },
  { ROW (duties), MEMBER (other_duties), 0.01, 0, 99, N_("Write a percentage from 0 to 99") },
  { ROW (availability), MEMBER (availability), 0.01, 0, 100, N_("Write a percentage from 0 to 100") },
  { ROW (target), MEMBER (target), 0.01, 1, 100, PERCENT_PROBLEM },
  { ROW (target_peak), MEMBER (target_peak), 0.01, 1, 100, PERCENT_PROBLEM },
  { ROW (low), MEMBER (low), 0.01, 0, 100, N_("Write a percentage from 0 to 100") },
  { ROW (open), MEMBER (open_hours), 1, 0.25, 24, N_("Write a number of hours, up to 24") },
  { ROW (wait), MEMBER (wait_minutes), 1, 0, 1440, N_("Write a number of minutes, up to a day") },
  { ROW (promise), MEMBER (wait_share), 0.01, 1, 99, N_("Write a percentage from 1 to 99") },
};

#define N_PEOPLE_NUMBERS 5
#define AVAILABILITY 5
#define FIRST_WAITING 9

G_DEFINE_FINAL_TYPE (CapacityResourceDialog, capacity_resource_dialog, ADW_TYPE_DIALOG)

static AdwEntryRow *
get_row (CapacityResourceDialog *self,
         gsize                   offset)
{
  return G_STRUCT_MEMBER (AdwEntryRow *, self, offset);
}

static gboolean
is_people (CapacityResourceDialog *self)
{
  return adw_combo_row_get_selected (self->kind_row) == CAPACITY_RESOURCE_PEOPLE;
}

/* People wait before a counter, or for those who answer the telephone. */
static gboolean
has_line (CapacityResourceDialog *self)
{
  return is_people (self) || adw_combo_row_get_selected (self->kind_row) == CAPACITY_RESOURCE_PREMISES;
}

static void
cancel_cb (CapacityResourceDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static double
peek_number (AdwEntryRow *row)
{
  double value = capacity_format_parse_number (gtk_editable_get_text (GTK_EDITABLE (row)));

  return value >= 0 ? value : 0;
}

/* The hours of this month, before anything is saved. */
static CapacityNetHours
net_hours (CapacityResourceDialog *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  CapacityDate today = capacity_workspace_get_today (self->workspace);
  CapacityPeriod month = capacity_period_of_date (CAPACITY_PERIOD_MONTH, today);
  CapacityPeriod year = capacity_period_of_date (CAPACITY_PERIOD_YEAR, today);
  g_autoptr (CapacityResource) people = capacity_resource_new ();

  people->leave_days = peek_number (self->leave_row);
  people->sick_days = peek_number (self->sick_row);
  people->training_days = peek_number (self->training_row);
  people->other_duties = MIN (peek_number (self->duties_row) / 100, 1);

  return capacity_staffing (people, peek_number (self->posts_row), portfolio->institution.day_hours,
                            capacity_calendar_working_days (portfolio->calendar, month),
                            capacity_calendar_working_days (portfolio->calendar, year)).hours;
}

static void
show_net_hours (CapacityResourceDialog *self)
{
  CapacityNetHours hours = net_hours (self);
  double posts = peek_number (self->posts_row);
  g_autofree char *net = capacity_format_number (hours.net, 0);
  g_autofree char *gross = capacity_format_number (hours.gross, 0);
  g_autofree char *each = capacity_format_number (posts > 0 ? hours.net / posts : NAN, 0);
  g_autofree char *text = NULL;

  /* Translators: hours a month: what is left for services, of how many, and of one post */
  text = g_strdup_printf (_("%1$s of %2$s hours, %3$s of each post"), net, gross, each);
  adw_action_row_set_subtitle (self->net_row, posts > 0 ? text : _("Say how many posts there are"));
}

static void
people_changed_cb (CapacityResourceDialog *self,
                   AdwEntryRow            *row)
{
  capacity_entry_set_problem (row, NULL);
  show_net_hours (self);
}

static void
kind_changed_cb (CapacityResourceDialog *self)
{
  gboolean people = is_people (self);
  g_autofree char *unit = capacity_entry_dup_text (self->unit_row);

  gtk_widget_set_visible (self->people_group, people);
  gtk_widget_set_visible (self->things_group, !people);
  gtk_widget_set_visible (self->waiting_group, has_line (self));
  gtk_widget_set_visible (GTK_WIDGET (self->capacity_row), !people && self->resource == NULL);
  if (self->resource == NULL && people && unit == NULL)
    capacity_entry_set_text (self->unit_row, _("hours"));
  else if (self->resource == NULL && !people && g_strcmp0 (unit, _("hours")) == 0)
    capacity_entry_set_text (self->unit_row, NULL);
}

static gboolean
read_numbers (CapacityResourceDialog *self,
              CapacityResource       *resource)
{
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      const Number *number = &numbers[i];
      double *member = &G_STRUCT_MEMBER (double, resource, number->member);
      double value = NAN;

      if ((i < N_PEOPLE_NUMBERS && !is_people (self)) || (i == AVAILABILITY && is_people (self))
          || (i >= FIRST_WAITING && !has_line (self)))
        *member = NAN;
      else if (!capacity_entry_read_number (get_row (self, number->row), number->least, number->most,
                                            _(number->problem), &value))
        return FALSE;
      else
        *member = value * number->factor;
    }

  return TRUE;
}

static gboolean
read_cost (CapacityResourceDialog *self,
           CapacityResource       *resource)
{
  double cost = NAN;

  if (!capacity_entry_read_number (self->cost_row, 0, 1e12, _("Write an amount, such as 26000"), &cost))
    return FALSE;

  resource->annual_cost = isnan (cost) ? -1 : (CapacityMoney) round (cost * 100);

  return TRUE;
}

static gboolean
read_lead (CapacityResourceDialog *self,
           CapacityResource       *resource)
{
  double lead = NAN;

  if (!capacity_entry_read_number (self->lead_row, 0, 3650, _("Write a number of days, up to ten years"), &lead))
    return FALSE;

  resource->lead_days = isnan (lead) ? -1 : (int) lead;

  return TRUE;
}

static const CapacityLabel *
find_user (const GPtrArray *labels,
           const char      *name)
{
  for (guint i = 0; i < labels->len; i++)
    {
      const CapacityLabel *label = labels->pdata[i];

      if (label->kind == CAPACITY_LABEL_USER && g_str_equal (label->name, name))
        return label;
    }

  return NULL;
}

/* The other labels stay, and so do the users that are still named. */
static GPtrArray *
read_labels (CapacityResourceDialog *self)
{
  g_auto (GStrv) names = g_strsplit (gtk_editable_get_text (GTK_EDITABLE (self->users_row)), ";", -1);
  GPtrArray *before = self->resource != NULL ? self->resource->labels : NULL;
  GPtrArray *labels = capacity_label_list_new ();

  for (guint i = 0; before != NULL && i < before->len; i++)
    if (((const CapacityLabel *) before->pdata[i])->kind != CAPACITY_LABEL_USER)
      g_ptr_array_add (labels, capacity_label_copy (before->pdata[i]));
  for (guint i = 0; names[i] != NULL; i++)
    {
      const CapacityLabel *user = NULL;

      if (*g_strstrip (names[i]) == '\0' || find_user (labels, names[i]) != NULL)
        continue;
      user = before != NULL ? find_user (before, names[i]) : NULL;
      g_ptr_array_add (labels, user != NULL ? capacity_label_copy (user)
                                            : capacity_label_new (CAPACITY_LABEL_USER, names[i]));
    }

  return labels;
}

/* Two of one name are told apart by their codes only. */
static gboolean
is_name_taken (CapacityResourceDialog *self,
               const CapacityResource *resource)
{
  const CapacityResource *other = capacity_portfolio_find_resource (capacity_workspace_get_portfolio (self->workspace),
                                                                    resource->name);

  return resource->code == NULL && other != NULL && !capacity_id_equal (&other->id, &resource->id);
}

static CapacityResource *
read_resource (CapacityResourceDialog *self)
{
  g_autoptr (CapacityResource) resource = NULL;

  resource = self->resource != NULL ? capacity_resource_copy (self->resource) : capacity_resource_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char **member = &G_STRUCT_MEMBER (char *, resource, texts[i].member);

      g_free (*member);
      *member = capacity_entry_dup_text (get_row (self, texts[i].row));
    }
  if (resource->name == NULL)
    {
      resource->name = g_strdup ("");
      capacity_entry_set_problem (self->name_row, _("Give the resource a name"));
      return NULL;
    }
  if (is_name_taken (self, resource))
    {
      capacity_entry_set_problem (self->name_row, _("Another resource has this name: give a code too"));
      return NULL;
    }
  resource->kind = adw_combo_row_get_selected (self->kind_row);
  resource->reach = is_people (self) ? CAPACITY_REACH_OWN : adw_combo_row_get_selected (self->reach_row);
  resource->sharing = adw_combo_row_get_selected (self->sharing_row);
  if (is_people (self))
    g_clear_pointer (&resource->provider, g_free);
  if (!read_numbers (self, resource) || !read_cost (self, resource) || !read_lead (self, resource))
    return NULL;

  return g_steal_pointer (&resource);
}

static void
save_cb (CapacityResourceDialog *self)
{
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityResource) resource = read_resource (self);
  g_autoptr (GPtrArray) labels = NULL;
  double capacity = NAN;

  if (resource == NULL
      || (gtk_widget_get_visible (GTK_WIDGET (self->capacity_row))
          && !capacity_entry_read_number (self->capacity_row, 0, G_MAXDOUBLE, _("Write a number, such as 1200"),
                                          &capacity)))
    return;

  change = capacity_change_new ();
  if (self->resource != NULL)
    capacity_change_set_resource (change, resource);
  else
    capacity_change_add_resource (change, resource);
  if (!isnan (capacity))
    {
      g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, capacity,
                                                            CAPACITY_PERIOD_MONTH,
                                                            CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);

      capacity_change_set_resource_limit (change, &resource->id, limit);
    }
  self->added = resource->id;
  labels = read_labels (self);
  if (labels->len > 0 || (self->resource != NULL && self->resource->labels->len > 0))
    capacity_change_set_resource_labels (change, &resource->id, labels);
  capacity_apply_coded (ADW_DIALOG (self), self->workspace, change, _("The Resource Was Not Changed"),
                        self->code_row, _("Another resource has this code"));
}

static void
fill_users (CapacityResourceDialog *self,
            const GPtrArray        *labels)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      const CapacityLabel *label = labels->pdata[i];

      if (label->kind == CAPACITY_LABEL_USER)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", label->name);
    }
  capacity_entry_set_text (self->users_row, text->str);
}

static void
fill (CapacityResourceDialog *self,
      const CapacityResource *resource)
{
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    capacity_entry_set_text (get_row (self, texts[i].row), G_STRUCT_MEMBER (char *, resource, texts[i].member));
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    capacity_entry_set_number (get_row (self, numbers[i].row),
                               G_STRUCT_MEMBER (double, resource, numbers[i].member) / numbers[i].factor);
  capacity_entry_set_number (self->cost_row, resource->annual_cost >= 0 ? (double) resource->annual_cost / 100 : NAN);
  capacity_entry_set_number (self->lead_row, resource->lead_days >= 0 ? resource->lead_days : NAN);
  fill_users (self, resource->labels);
  adw_combo_row_set_selected (self->kind_row, resource->kind);
  adw_combo_row_set_selected (self->reach_row, resource->reach);
  adw_combo_row_set_selected (self->sharing_row, resource->sharing);
}

static void
fill_choices (CapacityResourceDialog *self)
{
  g_autoptr (GtkStringList) kinds = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) reaches = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) sharings = gtk_string_list_new (NULL);

  for (int i = 0; i < CAPACITY_N_RESOURCE_KINDS; i++)
    gtk_string_list_append (kinds, capacity_words_resource_kind ((CapacityResourceKind) i));
  for (int i = 0; i < CAPACITY_N_REACHES; i++)
    gtk_string_list_append (reaches, capacity_words_reach ((CapacityReach) i));
  for (int i = 0; i < CAPACITY_N_SHARINGS; i++)
    gtk_string_list_append (sharings, capacity_words_sharing ((CapacitySharing) i));
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (kinds));
  adw_combo_row_set_model (self->reach_row, G_LIST_MODEL (reaches));
  adw_combo_row_set_model (self->sharing_row, G_LIST_MODEL (sharings));
}

static void
capacity_resource_dialog_dispose (GObject *object)
{
  CapacityResourceDialog *self = CAPACITY_RESOURCE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->resource, capacity_resource_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_RESOURCE_DIALOG);

  G_OBJECT_CLASS (capacity_resource_dialog_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gsize       offset;
  } children[] = {
    { "kind_row", ROW (kind) },
    { "name_row", ROW (name) },
    { "unit_row", ROW (unit) },
    { "capacity_row", ROW (capacity) },
    { "people_group", G_STRUCT_OFFSET (CapacityResourceDialog, people_group) },
    { "posts_row", ROW (posts) },
    { "leave_row", ROW (leave) },
    { "sick_row", ROW (sick) },
    { "training_row", ROW (training) },
    { "duties_row", ROW (duties) },
    { "net_row", ROW (net) },
    { "things_group", G_STRUCT_OFFSET (CapacityResourceDialog, things_group) },
    { "reach_row", ROW (reach) },
    { "provider_row", ROW (provider) },
    { "availability_row", ROW (availability) },
    { "waiting_group", G_STRUCT_OFFSET (CapacityResourceDialog, waiting_group) },
    { "open_row", ROW (open) },
    { "wait_row", ROW (wait) },
    { "promise_row", ROW (promise) },
    { "owner_row", ROW (owner) },
    { "substitute_row", ROW (substitute) },
    { "department_row", ROW (department) },
    { "code_row", ROW (code) },
    { "cost_row", ROW (cost) },
    { "users_row", ROW (users) },
    { "note_row", ROW (note) },
    { "sharing_row", ROW (sharing) },
    { "target_row", ROW (target) },
    { "target_peak_row", ROW (target_peak) },
    { "low_row", ROW (low) },
    { "lead_row", ROW (lead) },
    { "save_button", G_STRUCT_OFFSET (CapacityResourceDialog, save_button) },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE, (gssize) children[i].offset);
}

static void
capacity_resource_dialog_class_init (CapacityResourceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_resource_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/resources/capacity-resource-dialog.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, kind_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, people_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_resource_dialog_init (CapacityResourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_resource_dialog_new:
 * @workspace: the portfolio
 * @resource: (nullable): the resource to change, or %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_resource_dialog_new (CapacityWorkspace      *workspace,
                              const CapacityResource *resource)
{
  CapacityResourceDialog *self = g_object_new (CAPACITY_TYPE_RESOURCE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  fill_choices (self);
  if (resource != NULL)
    {
      self->resource = capacity_resource_ref (resource);
      fill (self, resource);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit Resource"));
      gtk_button_set_label (self->save_button, _("_Save"));
    }
  kind_changed_cb (self);
  show_net_hours (self);
  capacity_gradual_reveal (GTK_WIDGET (self), 3);

  return ADW_DIALOG (self);
}

/**
 * capacity_resource_dialog_get_added:
 *
 * Returns: (transfer none) (nullable): the new resource, if the dialog was closed by adding it
 */
const CapacityResource *
capacity_resource_dialog_get_added (CapacityResourceDialog *self)
{
  g_return_val_if_fail (CAPACITY_IS_RESOURCE_DIALOG (self), NULL);

  return self->resource == NULL
         ? capacity_portfolio_get_resource (capacity_workspace_get_portfolio (self->workspace), &self->added) : NULL;
}
