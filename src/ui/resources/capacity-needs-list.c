/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-needs-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-arrow.h"
#include "capacity-bottleneck-words.h"
#include "capacity-causes.h"
#include "capacity-format.h"
#include "capacity-gradual.h"
#include "capacity-need-dialog.h"
#include "capacity-resource-words.h"
#include "capacity-words.h"

/* What a service needs of resources, or which services need a resource: the same facts from both sides. The amount is
 * edited where it stands, the rest in a dialog. */
struct _CapacityNeedsList
{
  AdwPreferencesGroup parent_instance;

  CapacityWorkspace  *workspace;
  GPtrArray          *rows;  /* element-type GtkWidget, in the group */
  GtkWidget          *add_button;

  CapacityId          subject; /* a service or a resource */
};

#define ROW "capacity-need-row"

/* A resource may be needed by thousands of services: what there is of them comes little by little. */
#define N_AT_ONCE 4
#define N_A_TIME 2

/* What a row is about. */
typedef struct
{
  CapacityNeedsList *list;  /* not owned */
  GtkWidget         *entry;   /* in the row */
  GtkWidget         *problem; /* below it, what is wrong with its text */
  CapacityNeed      *need;
  CapacityId         service;
} NeedRow;

G_DEFINE_FINAL_TYPE (CapacityNeedsList, capacity_needs_list, ADW_TYPE_PREFERENCES_GROUP)

static void
need_row_free (gpointer data)
{
  NeedRow *row = data;

  capacity_need_free (row->need);
  g_free (row);
}

static void
set_problem (NeedRow  *row,
             gboolean  is_wrong)
{
  gtk_widget_set_visible (row->problem, is_wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  if (is_wrong)
    gtk_widget_add_css_class (row->entry, "error");
  else
    gtk_widget_remove_css_class (row->entry, "error");
}

static void
entered_cb (GtkWidget *entry)
{
  NeedRow *row = g_object_get_data (G_OBJECT (entry), ROW);
  double amount = capacity_format_parse_number (gtk_editable_get_text (GTK_EDITABLE (entry)));
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityNeed) need = NULL;

  if (!(amount > 0))
    {
      set_problem (row, TRUE);
      return;
    }
  if (amount == row->need->amount)
    return;

  change = capacity_change_new ();
  need = capacity_need_copy (row->need);
  need->amount = amount;
  capacity_change_set_need (change, &row->service, need);
  capacity_apply_in_place (GTK_WIDGET (row->list), row->list->workspace, change, _("The Need Was Not Changed"));
}

static void
typed_cb (GtkWidget *entry)
{
  set_problem (g_object_get_data (G_OBJECT (entry), ROW), FALSE);
}

static void
activated_cb (GtkWidget *widget)
{
  NeedRow *row = g_object_get_data (G_OBJECT (widget), ROW);

  adw_dialog_present (capacity_need_dialog_new (row->list->workspace, &row->service, &row->need->resource, row->need),
                      widget);
}

static void
add_cb (CapacityNeedsList *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  gboolean is_resource = capacity_portfolio_get_resource (portfolio, &self->subject) != NULL;

  adw_dialog_present (capacity_need_dialog_new (self->workspace, is_resource ? NULL : &self->subject,
                                                is_resource ? &self->subject : NULL, NULL),
                      GTK_WIDGET (self));
}

static GArray *
list_users (const CapacityAssessment *assessment,
            const CapacityId         *resource)
{
  const CapacityResourceAssessment *whole = capacity_assessment_get_resource (assessment, resource);

  return capacity_assessment_list_users (assessment, whole, whole->first);
}

/* How a service uses a resource now, one of whose @users it is, and from when it is hit. */
static char *
use_text (const GArray           *users,
          const CapacityService  *service,
          const CapacityResource *resource)
{
  for (guint i = 0; i < users->len; i++)
    {
      const CapacityResourceUser *user = &g_array_index (users, CapacityResourceUser, i);

      if (user->service->service == service && !isnan (user->load))
        return capacity_words_resource_user (user, resource);
    }

  return NULL;
}

/* What a service uses of a resource is said once, however many kinds and channels need it. */
static gboolean
is_first_of_resource (const CapacityService *service,
                      const CapacityNeed    *need)
{
  for (guint i = 0; i < service->needs->len; i++)
    {
      const CapacityNeed *other = service->needs->pdata[i];

      if (capacity_id_equal (&other->resource, &need->resource))
        return other == need;
    }

  return FALSE;
}

/* Which cases it is that take it. */
static char *
which_of (const CapacityNeed *need)
{
  if (need->channel == NULL)
    return g_strdup (capacity_words_request_kind (need->kind));

  return g_strdup_printf ("%s, %s", capacity_words_request_kind (need->kind), need->channel);
}

static char *
subtitle_of (const GArray           *users,
             const CapacityService  *service,
             const CapacityResource *resource,
             const CapacityNeed     *need)
{
  g_autofree char *use = is_first_of_resource (service, need) ? use_text (users, service, resource) : NULL;
  g_autofree char *which = which_of (need);
  g_autofree char *basis = capacity_words_need_basis (need);

  return g_strconcat (which, " · ", basis, use != NULL ? "\n" : NULL, use, NULL);
}

static GtkWidget *
amount_new (CapacityNeedsList  *self,
            const CapacityNeed *need)
{
  GtkWidget *entry = gtk_entry_new ();
  g_autofree char *amount = capacity_format_exact (need->amount);

  gtk_editable_set_text (GTK_EDITABLE (entry), amount);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_editable (GTK_EDITABLE (entry), !capacity_workspace_is_read_only (self->workspace));
  gtk_entry_set_alignment (GTK_ENTRY (entry), 1);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect (entry, "activate", G_CALLBACK (entered_cb), NULL);
  g_signal_connect (entry, "changed", G_CALLBACK (typed_cb), NULL);

  return entry;
}

static GtkWidget *
problem_new (void)
{
  GtkWidget *label = gtk_label_new (_("Write a number above zero, such as 0.5"));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 20);
  gtk_widget_set_visible (label, FALSE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "error");

  return label;
}

/* A service may have a row for each kind and channel. */
static void
name_amount (GtkWidget              *row,
             const CapacityResource *resource,
             const CapacityNeed     *need)
{
  NeedRow *data = g_object_get_data (G_OBJECT (row), ROW);
  g_autofree char *which = which_of (need);
  g_autofree char *what = g_strdup_printf ("%s, %s", adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), which);
  /* Translators: %1$s is a unit such as "hours", %2$s a service or resource and which cases of it */
  g_autofree char *label = g_strdup_printf (_("%1$s a case: %2$s"), capacity_words_resource_unit (resource), what);

  gtk_accessible_update_property (GTK_ACCESSIBLE (data->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
cut_rows (CapacityNeedsList *self,
          guint              n)
{
  while (self->rows->len > n)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[self->rows->len - 1]);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
}

static GtkWidget *
row_new (CapacityNeedsList      *self,
         const CapacityService  *service,
         const CapacityResource *resource,
         const CapacityNeed     *need)
{
  const char *name = capacity_id_equal (&service->id, &self->subject) ? resource->name : service->name;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *unit = gtk_label_new (capacity_words_resource_unit (resource));
  GtkWidget *amount = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "align", 1.0f,
                                    NULL); /* in little room the unit goes below */
  GtkWidget *box = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 3,
                                 "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *arrow = capacity_arrow_new ();
  NeedRow *data = g_new (NeedRow, 1);

  *data = (NeedRow){ self, amount_new (self, need), problem_new (), capacity_need_copy (need), service->id };
  g_object_set_data_full (G_OBJECT (row), ROW, data, need_row_free);
  g_object_set_data (G_OBJECT (data->entry), ROW, data);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  gtk_widget_add_css_class (unit, "dimmed");
  adw_wrap_box_append (ADW_WRAP_BOX (amount), data->entry);
  adw_wrap_box_append (ADW_WRAP_BOX (amount), unit);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (data->entry), GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, data->problem,
                                  NULL, -1);
  gtk_box_append (GTK_BOX (box), amount);
  gtk_box_append (GTK_BOX (box), data->problem);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), box);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (activated_cb), NULL);

  return row;
}

/* The row of a need is used again, so that the one being edited keeps the focus; those after it go where the order has
 * changed. */
static void
show_row (CapacityNeedsList     *self,
          guint                  index,
          const GArray          *users,
          const CapacityService *service,
          const CapacityNeed    *need)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  const CapacityResource *resource = capacity_portfolio_get_resource (portfolio, &need->resource);
  g_autofree char *subtitle = subtitle_of (users, service, resource, need);
  NeedRow *data = NULL;

  if (index < self->rows->len)
    data = g_object_get_data (G_OBJECT (self->rows->pdata[index]), ROW);
  if (data != NULL && !capacity_id_equal (&data->need->id, &need->id))
    {
      cut_rows (self, index);
      data = NULL;
    }
  if (data == NULL)
    {
      GtkWidget *row = row_new (self, service, resource, need);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  else if (data->need->amount != need->amount)
    {
      g_autofree char *amount = capacity_format_exact (need->amount);

      gtk_editable_set_text (GTK_EDITABLE (data->entry), amount);
    }
  data = g_object_get_data (G_OBJECT (self->rows->pdata[index]), ROW);
  capacity_need_free (data->need);
  data->need = capacity_need_copy (need);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows->pdata[index]), subtitle);
  name_amount (self->rows->pdata[index], resource, need);
}

static void
show_needs (CapacityNeedsList        *self,
            const CapacityAssessment *assessment,
            const CapacityService    *service)
{
  for (guint i = 0; i < service->needs->len; i++)
    {
      const CapacityNeed *need = service->needs->pdata[i];
      g_autoptr (GArray) users = list_users (assessment, &need->resource);

      show_row (self, i, users, service, need);
    }
  cut_rows (self, service->needs->len);
}

/* Shows those who use the resource from the @start-th to before the @end-th, if there are so many; who they are is found once
 * for all rows. Returns how many there are. */
static guint
show_users (CapacityNeedsList        *self,
            const CapacityAssessment *assessment,
            guint                     start,
            guint                     end)
{
  const GPtrArray *services = assessment->portfolio->services;
  g_autoptr (GArray) users = list_users (assessment, &self->subject);
  guint n = 0;

  for (guint i = 0; i < services->len; i++)
    {
      const CapacityService *service = services->pdata[i];

      for (guint j = 0; j < service->needs->len; j++)
        {
          const CapacityNeed *need = service->needs->pdata[j];

          if (!capacity_id_equal (&need->resource, &self->subject))
            continue;
          if (n >= start && n < end)
            show_row (self, n, users, service, need);
          n++;
        }
    }

  return n;
}

static char *
description_of (const CapacityAssessment        *assessment,
                const CapacityServiceAssessment *service)
{
  g_autofree char *binding = NULL;
  g_autofree char *contradiction = NULL;

  if (service == NULL)
    return g_strdup (_("When there is too little of it, these services are hit."));
  if (assessment->portfolio->resources->len == 0)
    return g_strdup (_("What one case takes of each resource. Add the resources first, under Resources and Capabilities."));
  binding = capacity_words_binding (assessment, service);
  contradiction = capacity_words_contradiction (assessment, service);

  return g_strjoin (" ", _("What one case takes of each resource."), binding != NULL ? binding : contradiction,
                    binding != NULL ? contradiction : NULL, NULL);
}

static void
capacity_needs_list_dispose (GObject *object)
{
  CapacityNeedsList *self = CAPACITY_NEEDS_LIST (object);

  g_clear_object (&self->workspace);
  if (self->rows != NULL)
    capacity_gradual_release_all (self->rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (capacity_needs_list_parent_class)->dispose (object);
}

static void
capacity_needs_list_class_init (CapacityNeedsListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_needs_list_dispose;
}

static void
capacity_needs_list_init (CapacityNeedsList *self)
{
  self->rows = g_ptr_array_new ();
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_set_tooltip_text (self->add_button, _("Add a Need"));
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->add_button, "flat");
  g_signal_connect_swapped (self->add_button, "clicked", G_CALLBACK (add_cb), self);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
}

static gboolean
can_add (const CapacityPortfolio *portfolio,
         gboolean                 is_resource)
{
  return is_resource ? portfolio->services->len > 0 : portfolio->resources->len > 0;
}

/**
 * capacity_needs_list_show:
 * @workspace: the portfolio
 * @subject: a service, to show what it needs, or a resource, to show who needs it
 *
 * Shows the needs as they are now.
 */
void
capacity_needs_list_show (CapacityNeedsList *self,
                          CapacityWorkspace *workspace,
                          const CapacityId  *subject)
{
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (workspace);
  const CapacityPortfolio *portfolio = assessment->portfolio;
  const CapacityServiceAssessment *service = capacity_assessment_get_service (assessment, subject);
  g_autofree char *description = description_of (assessment, service);

  g_return_if_fail (CAPACITY_IS_NEEDS_LIST (self));

  g_set_object (&self->workspace, workspace);
  self->subject = *subject;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self),
                                   service != NULL ? _("What It Needs") : _("Who Needs It"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), description);
  gtk_widget_set_sensitive (self->add_button,
                            !capacity_workspace_is_read_only (workspace) && can_add (portfolio, service == NULL));
  if (service != NULL)
    show_needs (self, assessment, service->service);
  else
    cut_rows (self, show_users (self, assessment, 0, MAX (self->rows->len, N_AT_ONCE)));
}

/**
 * capacity_needs_list_show_more:
 *
 * Shows some more of those who need the resource that is shown.
 *
 * Returns: whether there are still more
 */
gboolean
capacity_needs_list_show_more (CapacityNeedsList *self)
{
  guint n = 0;

  g_return_val_if_fail (CAPACITY_IS_NEEDS_LIST (self), FALSE);

  n = show_users (self, capacity_workspace_get_assessment (self->workspace), self->rows->len, self->rows->len + N_A_TIME);

  return self->rows->len < n;
}
