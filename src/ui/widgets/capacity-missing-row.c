/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-missing-row.h"

#include "capacity-arrow.h"
#include "capacity-quality-words.h"
#include "capacity-words.h"

/* The services of which something is missing, folded away under their number. Their rows are made when they are unfolded,
 * and again when other services stand there. */
struct _CapacityMissingRow
{
  AdwExpanderRow  parent_instance;

  GPtrArray      *services; /* element-type CapacityServiceAssessment, to be listed */
  GPtrArray      *shown;    /* the same of those that have rows */
  GPtrArray      *rows;     /* element-type GtkWidget, in the expander */

  CapacityLack    lack;
};

/* More rows than anyone would read one by one; the table of services can be sorted instead. */
#define MAX_ROWS 50

G_DEFINE_FINAL_TYPE (CapacityMissingRow, capacity_missing_row, ADW_TYPE_EXPANDER_ROW)

static void
add_service (CapacityMissingRow              *self,
             const CapacityServiceAssessment *service)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *id = capacity_id_to_string (&service->service->id);
  const char *owner = service->service->owner;
  g_autofree char *quality = capacity_words_quality (&service->quality);
  /* Whom to ask for what is missing. */
  g_autofree char *subtitle = owner != NULL ? g_strdup_printf ("%s · %s", quality, owner) : g_strdup (quality);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), service->service->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), capacity_arrow_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-service");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
is_shown (CapacityMissingRow *self)
{
  return self->shown->len == self->services->len
         && (self->shown->len == 0
             || memcmp (self->shown->pdata, self->services->pdata, self->shown->len * sizeof *self->shown->pdata) == 0);
}

static void
show_services (CapacityMissingRow *self)
{
  if (!adw_expander_row_get_expanded (ADW_EXPANDER_ROW (self)) || is_shown (self))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < self->services->len; i++)
    add_service (self, g_ptr_array_index (self->services, i));
  g_ptr_array_unref (self->shown);
  self->shown = g_ptr_array_ref (self->services);
}

static void
capacity_missing_row_finalize (GObject *object)
{
  CapacityMissingRow *self = CAPACITY_MISSING_ROW (object);

  g_ptr_array_unref (self->services);
  g_ptr_array_unref (self->shown);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (capacity_missing_row_parent_class)->finalize (object);
}

static void
capacity_missing_row_class_init (CapacityMissingRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = capacity_missing_row_finalize;
}

static void
capacity_missing_row_init (CapacityMissingRow *self)
{
  self->services = g_ptr_array_new ();
  self->shown = g_ptr_array_ref (self->services);
  self->rows = g_ptr_array_new ();
  g_signal_connect (self, "notify::expanded", G_CALLBACK (show_services), NULL);
}

/**
 * capacity_missing_row_new:
 * @lack: what is missing
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
capacity_missing_row_new (CapacityLack lack)
{
  CapacityMissingRow *self = g_object_new (CAPACITY_TYPE_MISSING_ROW, NULL);

  self->lack = lack;

  return GTK_WIDGET (self);
}

/**
 * capacity_missing_row_set_assessment:
 * @assessment: an assessment
 *
 * Lists the services of @assessment; hides itself where there are none.
 *
 * Returns: their number
 */
guint
capacity_missing_row_set_assessment (CapacityMissingRow       *self,
                                     const CapacityAssessment *assessment)
{
  g_autofree char *title = NULL;
  GPtrArray *services = NULL;
  guint n = 0;

  g_return_val_if_fail (CAPACITY_IS_MISSING_ROW (self), 0);
  g_return_val_if_fail (assessment != NULL, 0);

  services = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_service_assessment_unref);
  for (guint i = 0; i < assessment->services->len; i++)
    {
      CapacityServiceAssessment *service = g_ptr_array_index (assessment->services, i);

      if (capacity_quality_lacks (service, self->lack) && n++ < MAX_ROWS)
        g_ptr_array_add (services, capacity_service_assessment_ref (service));
    }
  g_ptr_array_unref (self->services);
  self->services = services;
  show_services (self);

  title = capacity_words_n_lacking (self->lack, n);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);

  return n;
}
