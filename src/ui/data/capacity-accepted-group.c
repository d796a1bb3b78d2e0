/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-accepted-group.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-format.h"
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
  ACCEPTED_NAME,
  ACCEPTED_WHAT,
  ACCEPTED_REFUSALS,
  ACCEPTED_CAN_CHANGE,
};

#define REFUSALS "capacity-refusals" /* of a button: those that it takes back */

G_DEFINE_FINAL_TYPE (CapacityAcceptedGroup, capacity_accepted_group, ADW_TYPE_BIN)

static void
show_again_cb (CapacityAcceptedGroup *self,
               GtkWidget             *button)
{
  g_auto (GStrv) refusals = g_strsplit (g_object_get_data (G_OBJECT (button), REFUSALS), " ", -1);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  CapacityId id;

  for (guint i = 0; refusals[i] != NULL; i++)
    if (capacity_id_parse (refusals[i], &id))
      capacity_change_remove_refusal (change, &id);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("This Was Not Changed"), NULL);
}

static GtkWidget *
button_new (CapacityAcceptedGroup *self,
            const char            *refusals,
            const char            *name,
            const char            *what)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("Show _Again"));
  /* Translators: %1$s is a service, %2$s what was accepted of it: months, or the service that it is like */
  g_autofree char *label = g_strdup_printf (_("Show Again: %1$s, %2$s"), name, what);

  g_object_set_data_full (G_OBJECT (button), REFUSALS, g_strdup (refusals), g_free);
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
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fields[ACCEPTED_NAME]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fields[ACCEPTED_WHAT]);
  if (*fields[ACCEPTED_CAN_CHANGE] != '\0')
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button_new (user_data, fields[ACCEPTED_REFUSALS],
                                                                 fields[ACCEPTED_NAME], fields[ACCEPTED_WHAT]));

  return row;
}

/* What was measured in the month of a refusal; NaN for nothing. */
static double
measured (const CapacitySeries  *demand,
          const CapacityRefusal *refusal)
{
  return demand != NULL ? capacity_series_at (demand, refusal->month) : NAN;
}

/* How many refusals from @first on are of one run of months, measured or not; one that is about another service stands
 * alone. */
static guint
count_run (const GPtrArray      *refusals,
           guint                 first,
           const CapacitySeries *demand)
{
  guint n = 1;

  for (; first + n < refusals->len; n++)
    {
      const CapacityRefusal *before = refusals->pdata[first + n - 1];
      const CapacityRefusal *next = refusals->pdata[first + n];

      if (before->month == CAPACITY_NO_MONTH || next->month > before->month + 1
          || isnan (measured (demand, before)) != isnan (measured (demand, next)))
        break;
    }

  return n;
}

static char *
dup_ids (const GPtrArray *refusals,
         guint            first,
         guint            n)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = first; i < first + n; i++)
    {
      g_autofree char *id = capacity_id_to_string (&((const CapacityRefusal *) refusals->pdata[i])->id);

      g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "", id);
    }

  return g_string_free_and_steal (g_steal_pointer (&ids));
}

/* The values of a run of months, the least and the most of several. */
static char *
say_values (const GPtrArray      *refusals,
            guint                 first,
            guint                 n,
            const CapacitySeries *demand)
{
  double least = INFINITY, most = -INFINITY;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = first; i < first + n; i++)
    {
      least = MIN (least, measured (demand, refusals->pdata[i]));
      most = MAX (most, measured (demand, refusals->pdata[i]));
    }
  from = capacity_format_count (least);
  to = capacity_format_count (most);

  return least < most ? g_strdup_printf ("%s–%s", from, to) : g_steal_pointer (&from);
}

/* The months and what was measured in them, or what the other service has in common. */
static char *
say_what (CapacityAcceptedGroup *self,
          const GPtrArray       *refusals,
          guint                  first,
          guint                  n,
          const CapacitySeries  *demand)
{
  const CapacityRefusal *refusal = refusals->pdata[first];
  const CapacityRefusal *last = refusals->pdata[first + n - 1];
  g_autofree char *months = NULL;
  g_autofree char *values = NULL;

  if (refusal->month == CAPACITY_NO_MONTH)
    return capacity_words_like (refusal, capacity_workspace_get_portfolio (self->workspace));

  months = capacity_words_months (refusal->month, (guint) (last->month - refusal->month) + 1);
  if (isnan (measured (demand, refusal)))
    /* Translators: %s is a month or "month – month" */
    return g_strdup_printf (_("Nothing was measured: %s"), months);
  values = say_values (refusals, first, n, demand);

  /* Translators: %1$s are months, %2$s what was measured in them, such as "1 240" or "1 240–1 300" */
  return g_strdup_printf (_("Real: %1$s, measured %2$s"), months, values);
}

/* Adds a row for each run of months of a service, and for each service that is like it. */
static void
add_service (CapacityAcceptedGroup *self,
             GPtrArray             *keys,
             const CapacityService *service)
{
  const GPtrArray *refusals = service->refusals;
  const char *can_change = capacity_workspace_is_read_only (self->workspace) ? "" : "1";
  CapacityServiceItem *item = capacity_workspace_get_service (self->workspace, &service->id);
  const CapacitySeries *demand = capacity_service_item_get_assessment (item)->demand;
  guint n;

  for (guint i = 0; i < refusals->len && keys->len < N_SHOWN; i += n)
    {
      g_autofree char *what = NULL;
      g_autofree char *ids = NULL;

      n = count_run (refusals, i, demand);
      what = say_what (self, refusals, i, n, demand);
      ids = dup_ids (refusals, i, n);
      g_ptr_array_add (keys, g_strjoin (FIELD, service->name, what, ids, can_change, NULL));
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
 * Shows the months whose volumes were accepted as they are, and the services that may be like another, each with a way to be
 * asked about them again. Where there are none the group is hidden.
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
      add_service (self, keys, services->pdata[i]);
  capacity_rows_show (GTK_LIST_BOX (self->list), keys, row_new, self);
  gtk_widget_set_visible (GTK_WIDGET (self), keys->len > 0);
}
