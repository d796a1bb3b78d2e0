/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sharing-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-entry.h"
#include "capacity-format.h"
#include "capacity-gradual.h"
#include "capacity-register-words.h"

/* How services share a resource: the rule, and each service's share or priority, edited where it stands. */
struct _CapacitySharingList
{
  AdwPreferencesGroup parent_instance;

  CapacityWorkspace  *workspace;
  CapacityResource   *resource;
  AdwComboRow        *rule;
  GPtrArray          *rows; /* element-type AdwEntryRow, in the group */
  gboolean            is_filling;
};

#define SERVICE "capacity-service"

/* As of a list of needs: what there is comes little by little. */
#define N_AT_ONCE 4
#define N_A_TIME 2

G_DEFINE_FINAL_TYPE (CapacitySharingList, capacity_sharing_list, ADW_TYPE_PREFERENCES_GROUP)

static const CapacityAllocation *
find_allocation (const CapacityService  *service,
                 const CapacityResource *resource)
{
  for (guint i = 0; i < service->allocations->len; i++)
    {
      const CapacityAllocation *allocation = service->allocations->pdata[i];

      if (capacity_id_equal (&allocation->resource, &resource->id))
        return allocation;
    }

  return NULL;
}

static gboolean
needs_it (const CapacityService  *service,
          const CapacityResource *resource)
{
  for (guint i = 0; i < service->needs->len; i++)
    if (capacity_id_equal (&((const CapacityNeed *) service->needs->pdata[i])->resource, &resource->id))
      return TRUE;

  return FALSE;
}

/* The share in percent or the priority; NaN where none is given. */
static double
value_of (const CapacityService  *service,
          const CapacityResource *resource)
{
  const CapacityAllocation *allocation = find_allocation (service, resource);

  if (allocation == NULL)
    return NAN;
  if (resource->sharing == CAPACITY_SHARING_PRIORITY)
    return allocation->priority > 0 ? allocation->priority : NAN;

  return allocation->share * 100;
}

static gboolean
is_valid (const CapacityResource *resource,
          double                  value)
{
  if (resource->sharing == CAPACITY_SHARING_PRIORITY)
    return value >= 1 && value <= 9 && value == floor (value);

  return value >= 0 && value <= 100;
}

static void
apply_cb (CapacitySharingList *self,
          AdwEntryRow         *row)
{
  const CapacityId *id = g_object_get_data (G_OBJECT (row), SERVICE);
  const CapacityService *service = capacity_portfolio_get_service (capacity_workspace_get_portfolio (self->workspace), id);
  const CapacityAllocation *before = service != NULL ? find_allocation (service, self->resource) : NULL;
  CapacityAllocation allocation = { .resource = self->resource->id, .share = NAN };
  g_autofree char *text = capacity_entry_dup_text (row);
  double value = text != NULL ? capacity_format_parse_number (text) : NAN;
  g_autoptr (CapacityChange) change = NULL;

  if (service == NULL)
    return;
  if (text != NULL && !is_valid (self->resource, value))
    {
      capacity_entry_set_problem (row, self->resource->sharing == CAPACITY_SHARING_PRIORITY
                                         ? _("Write a whole number from 1 to 9") : _("Write a percentage from 0 to 100"));
      return;
    }

  allocation.id = before != NULL ? before->id : capacity_id_new ();
  if (before != NULL)
    allocation = *before;
  if (self->resource->sharing == CAPACITY_SHARING_PRIORITY)
    allocation.priority = text != NULL ? (int) value : 0;
  else
    allocation.share = value / 100;
  change = capacity_change_new ();
  if (isnan (allocation.share) && allocation.priority == 0)
    {
      if (before == NULL)
        return;
      capacity_change_remove_allocation (change, &before->id);
    }
  else
    {
      capacity_change_set_allocation (change, id, &allocation);
    }
  capacity_apply_in_place (GTK_WIDGET (self), self->workspace, change, _("The Sharing Was Not Changed"));
}

static void
rule_changed_cb (CapacitySharingList *self)
{
  g_autoptr (CapacityResource) resource = NULL;
  g_autoptr (CapacityChange) change = NULL;

  if (self->is_filling || self->resource == NULL)
    return;

  resource = capacity_resource_copy (self->resource);
  resource->sharing = adw_combo_row_get_selected (self->rule);
  change = capacity_change_new ();
  capacity_change_set_resource (change, resource);
  capacity_apply_in_place (GTK_WIDGET (self), self->workspace, change, _("The Sharing Was Not Changed"));
}

static GtkWidget *
row_new (CapacitySharingList *self)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  adw_entry_row_set_input_purpose (ADW_ENTRY_ROW (row), GTK_INPUT_PURPOSE_NUMBER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_signal_connect_swapped (row, "apply", G_CALLBACK (apply_cb), self);
  g_signal_connect (row, "changed", G_CALLBACK (capacity_entry_forget_problem), NULL);

  return row;
}

static void
show_row (CapacitySharingList   *self,
          guint                  index,
          const CapacityService *service)
{
  gboolean is_priority = self->resource->sharing == CAPACITY_SHARING_PRIORITY;
  double value = value_of (service, self->resource);
  /* Translators: %s is a service */
  g_autofree char *title = g_strdup_printf (is_priority ? _("%s, priority from 1 to 9") : _("%s, share in %%"),
                                            service->name);
  AdwEntryRow *row = NULL;
  CapacityId *before = NULL;
  gboolean is_same = FALSE;

  if (index == self->rows->len)
    {
      g_ptr_array_add (self->rows, row_new (self));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->rows->pdata[index]);
    }
  row = self->rows->pdata[index];
  before = g_object_get_data (G_OBJECT (row), SERVICE);
  is_same = before != NULL && capacity_id_equal (before, &service->id)
            && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
  if (!is_same)
    {
      capacity_entry_set_problem (row, NULL);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      capacity_entry_set_number (row, value);
    }
  capacity_entry_follow_number (row, value);
  g_object_set_data_full (G_OBJECT (row), SERVICE, g_memdup2 (&service->id, sizeof service->id), g_free);
  gtk_editable_set_editable (GTK_EDITABLE (row), !capacity_workspace_is_read_only (self->workspace));
}

static void
cut_rows (CapacitySharingList *self,
          guint                n)
{
  while (self->rows->len > n)
    {
      adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[self->rows->len - 1]);
      g_ptr_array_set_size (self->rows, (int) self->rows->len - 1);
    }
}

/* Shows the services that share the resource from the @start-th to before the @end-th, if there are so many. Returns how many
 * there are. */
static guint
show_services (CapacitySharingList *self,
               guint                start,
               guint                end)
{
  const GPtrArray *services = capacity_workspace_get_portfolio (self->workspace)->services;
  guint n = 0;

  for (guint i = 0; self->resource->sharing != CAPACITY_SHARING_FAIR && i < services->len; i++)
    {
      const CapacityService *service = services->pdata[i];

      if (!needs_it (service, self->resource))
        continue;
      if (n >= start && n < end)
        show_row (self, n, service);
      n++;
    }

  return n;
}

/* What is wrong with the shares as a whole, where something is. */
static void
show_sum (CapacitySharingList *self,
          double               shares)
{
  g_autofree char *percent = capacity_format_percent (shares);
  g_autofree char *text = NULL;

  if (shares > 1 + 1e-8)
    text = g_strdup_printf (_("The shares add up to %s: more than there is."), percent);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         text != NULL ? text : _("When there is not enough of it for all"));
}

static void
capacity_sharing_list_dispose (GObject *object)
{
  CapacitySharingList *self = CAPACITY_SHARING_LIST (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->resource, capacity_resource_unref);
  if (self->rows != NULL)
    capacity_gradual_release_all (self->rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (capacity_sharing_list_parent_class)->dispose (object);
}

static void
capacity_sharing_list_class_init (CapacitySharingListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_sharing_list_dispose;
}

static void
capacity_sharing_list_init (CapacitySharingList *self)
{
  g_autoptr (GtkStringList) rules = gtk_string_list_new (NULL);

  self->rows = g_ptr_array_new ();
  self->rule = ADW_COMBO_ROW (adw_combo_row_new ());
  for (int i = 0; i < CAPACITY_N_SHARINGS; i++)
    gtk_string_list_append (rules, capacity_words_sharing ((CapacitySharing) i));
  adw_combo_row_set_model (self->rule, G_LIST_MODEL (rules));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->rule), _("Rule"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("Sharing"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->rule));
  g_signal_connect_swapped (self->rule, "notify::selected", G_CALLBACK (rule_changed_cb), self);
}

/**
 * capacity_sharing_list_show:
 * @workspace: the portfolio
 * @resource: the resource that is shared
 *
 * Shows how the services that need @resource share it.
 */
void
capacity_sharing_list_show (CapacitySharingList              *self,
                            CapacityWorkspace                *workspace,
                            const CapacityResourceAssessment *resource)
{
  g_return_if_fail (CAPACITY_IS_SHARING_LIST (self));

  g_set_object (&self->workspace, workspace);
  g_clear_pointer (&self->resource, capacity_resource_unref);
  self->resource = capacity_resource_ref (resource->resource);
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->rule, self->resource->sharing);
  gtk_widget_set_sensitive (GTK_WIDGET (self->rule), !capacity_workspace_is_read_only (workspace));
  self->is_filling = FALSE;
  cut_rows (self, show_services (self, 0, MAX (self->rows->len, N_AT_ONCE)));
  show_sum (self, resource->shares);
}

/**
 * capacity_sharing_list_show_more:
 *
 * Shows some more of the services that share the resource that is shown.
 *
 * Returns: whether there are still more
 */
gboolean
capacity_sharing_list_show_more (CapacitySharingList *self)
{
  guint n = 0;

  g_return_val_if_fail (CAPACITY_IS_SHARING_LIST (self), FALSE);

  n = show_services (self, self->rows->len, self->rows->len + N_A_TIME);

  return self->rows->len < n;
}
