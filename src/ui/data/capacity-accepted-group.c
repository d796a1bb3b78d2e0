/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-accepted-group.h"

#include <glib/gi18n.h>
#include <stdlib.h>

#include "capacity-apply.h"
#include "capacity-quality-words.h"
#include "capacity-rows.h"

/* What a person has said to be right, so that it can be looked at again. */
struct _CapacityAcceptedGroup
{
  AdwBin             parent_instance;

  CapacityWorkspace *workspace; /* nullable until it shows something */

  GtkWidget         *group;
  GtkWidget         *list;
};

/* More than a person looks through. */
#define N_SHOWN 50

/* What a row says and does, parted in its key. */
#define FIELD "\037"

enum
{
  ACCEPTED_SERVICE,
  ACCEPTED_FIRST,
  ACCEPTED_N,
  ACCEPTED_NAME,
  ACCEPTED_CAN_CHANGE,
};

#define KEY "capacity-key" /* of a button: that of its row */

G_DEFINE_FINAL_TYPE (CapacityAcceptedGroup, capacity_accepted_group, ADW_TYPE_BIN)

static void
show_again_cb (CapacityAcceptedGroup *self,
               GtkWidget             *button)
{
  g_auto (GStrv) fields = g_strsplit (g_object_get_data (G_OBJECT (button), KEY), FIELD, -1);
  int first = atoi (fields[ACCEPTED_FIRST]);
  int end = first + atoi (fields[ACCEPTED_N]);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  const CapacityService *service = NULL;
  CapacityId id;

  if (capacity_id_parse (fields[ACCEPTED_SERVICE], &id))
    service = capacity_portfolio_get_service (capacity_workspace_get_portfolio (self->workspace), &id);
  if (service == NULL)
    return;

  for (guint i = 0; i < service->refusals->len; i++)
    {
      const CapacityRefusal *refusal = service->refusals->pdata[i];

      if (refusal->month >= first && refusal->month < end)
        capacity_change_remove_refusal (change, &refusal->id);
    }
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Volumes Were Not Changed"), NULL);
}

static GtkWidget *
button_new (CapacityAcceptedGroup *self,
            const char            *key,
            const char            *name,
            const char            *months)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show _Again"));
  /* Translators: %1$s is a service, %2$s the months whose volumes were accepted */
  g_autofree char *label = g_strdup_printf (_("Show Again: %1$s, %2$s"), name, months);

  g_object_set_data_full (G_OBJECT (button), KEY, g_strdup (key), g_free);
  /* Its text is that of every row. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_again_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static GtkWidget *
row_new (const char *key,
         guint       index,
         gpointer    user_data)
{
  g_auto (GStrv) fields = g_strsplit (key, FIELD, -1);
  g_autofree char *months = capacity_words_months (atoi (fields[ACCEPTED_FIRST]), (guint) atoi (fields[ACCEPTED_N]));
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fields[ACCEPTED_NAME]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), months);
  if (*fields[ACCEPTED_CAN_CHANGE] != '\0')
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button_new (user_data, key, fields[ACCEPTED_NAME], months));

  return row;
}

static int
compare_months (gconstpointer a,
                gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Adds a row for each run of months of a service. */
static void
add_service (GPtrArray             *keys,
             const CapacityService *service,
             gboolean               can_change)
{
  g_autofree char *id = capacity_id_to_string (&service->id);
  g_autofree int *months = g_new (int, service->refusals->len + 1);
  guint n = 0;

  for (guint i = 0; i < service->refusals->len; i++)
    months[i] = ((const CapacityRefusal *) service->refusals->pdata[i])->month;
  qsort (months, service->refusals->len, sizeof *months, compare_months);
  for (guint i = 0; i < service->refusals->len && keys->len < N_SHOWN; i += n)
    {
      for (n = 1; i + n < service->refusals->len && months[i + n] <= months[i + n - 1] + 1;)
        n++;
      g_ptr_array_add (keys, g_strdup_printf ("%s" FIELD "%d" FIELD "%d" FIELD "%s" FIELD "%s", id, months[i],
                                              months[i + n - 1] - months[i] + 1, service->name, can_change ? "1" : ""));
    }
}

static void
capacity_accepted_group_dispose (GObject *object)
{
  g_clear_object (&CAPACITY_ACCEPTED_GROUP (object)->workspace);

  G_OBJECT_CLASS (capacity_accepted_group_parent_class)->dispose (object);
}

static void
capacity_accepted_group_class_init (CapacityAcceptedGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_accepted_group_dispose;
}

static void
capacity_accepted_group_init (CapacityAcceptedGroup *self)
{
  self->group = adw_preferences_group_new ();
  self->list = gtk_list_box_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), C_("data", "Accepted"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group),
                                         _("You said that these are right; nothing is asked about them."));
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("data", "Accepted"), -1);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->list);
  adw_bin_set_child (ADW_BIN (self), self->group);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * capacity_accepted_group_show:
 * @workspace: an open portfolio
 *
 * Shows the months whose volumes were accepted as they are, each with a way to be asked about them again. Where there are
 * none the group is hidden.
 */
void
capacity_accepted_group_show (CapacityAcceptedGroup *self,
                              CapacityWorkspace     *workspace)
{
  const GPtrArray *services = capacity_workspace_get_portfolio (workspace)->services;
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (CAPACITY_IS_ACCEPTED_GROUP (self));

  g_set_object (&self->workspace, workspace);
  for (guint i = 0; i < services->len; i++)
    if (((const CapacityService *) services->pdata[i])->refusals->len > 0)
      add_service (keys, services->pdata[i], !capacity_workspace_is_read_only (workspace));
  capacity_rows_show (GTK_LIST_BOX (self->list), keys, row_new, self);
  gtk_widget_set_visible (GTK_WIDGET (self), keys->len > 0);
}
