/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-services.h"

#include <glib/gi18n.h>

#include "capacity-between-frames.h"
#include "capacity-combo.h"
#include "capacity-format.h"
#include "capacity-gradual.h"
#include "capacity-import-match.h"

/* The services of a file and where each of them goes: to the service of that code or name, to another one, to
 * a new one, or nowhere. Those that are new come first. */
struct _CapacityImportServices
{
  AdwBin           parent_instance;

  GtkWidget       *group;
  GtkStringList   *targets; /* the services of the portfolio, after the two choices before them */
  GPtrArray       *rows;    /* of the group, for as many of the shown as there are rows yet */
  GPtrArray       *named;   /* all services of the file */
  GPtrArray       *shown;   /* those of them that get a row */
  GHashTable      *choices; /* of the dialog */
  guint            fill_id;
};

/* More than a person looks through; the rest goes by code and name. */
#define N_SHOWN 50

/* A frame gets no more than this. */
#define FILL_US 4000

enum
{
  TARGET_OWN,
  TARGET_NONE,
  N_TARGETS,
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CapacityImportServices, capacity_import_services, ADW_TYPE_BIN)

static void
selected_cb (AdwComboRow            *row,
             GParamSpec             *pspec,
             CapacityImportServices *self)
{
  const char *name = g_object_get_data (G_OBJECT (row), "capacity-name");
  guint selected = adw_combo_row_get_selected (row);
  const char *target = selected >= N_TARGETS ? gtk_string_list_get_string (self->targets, selected) : "";

  if (selected != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, name, selected == TARGET_OWN ? NULL : target);
}

static guint
find_target (CapacityImportServices *self,
             const char             *chosen)
{
  if (chosen == NULL)
    return TARGET_OWN;
  for (guint i = N_TARGETS; i < g_list_model_get_n_items (G_LIST_MODEL (self->targets)); i++)
    if (g_strcmp0 (gtk_string_list_get_string (self->targets, i), chosen) == 0)
      return i;

  return *chosen == '\0' ? TARGET_NONE : TARGET_OWN;
}

static char *
row_subtitle (const CapacityImportNamed *named,
              const char                *chosen)
{
  if (chosen != NULL)
    return g_strdup ("");
  if (named->is_doubtful)
    return g_strdup (_("Left out: the file names two services"));
  if (named->service == NULL)
    return g_strdup (_("New service"));
  if (g_strcmp0 (named->service->name, named->name) == 0)
    return g_strdup (_("Service you have"));

  /* Translators: the name of a service. */
  return g_strdup_printf (_("Service you have: %s"), named->service->name);
}

static GtkWidget *
row_new (CapacityImportServices    *self,
         const CapacityImportNamed *named,
         const char                *chosen)
{
  g_autoptr (GtkExpression) text = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  g_autofree char *subtitle = row_subtitle (named, chosen);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), named->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  capacity_combo_name_choice (ADW_COMBO_ROW (row));
  adw_combo_row_set_expression (ADW_COMBO_ROW (row), text);
  adw_combo_row_set_enable_search (ADW_COMBO_ROW (row), TRUE);
  adw_combo_row_set_search_match_mode (ADW_COMBO_ROW (row), GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  capacity_combo_set_choices (ADW_COMBO_ROW (row), G_LIST_MODEL (self->targets), find_target (self, chosen));
  g_object_set_data_full (G_OBJECT (row), "capacity-name", g_strdup (named->name), g_free);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, 0);

  return row;
}

static void
fill_targets (CapacityImportServices  *self,
              const CapacityPortfolio *portfolio)
{
  g_clear_object (&self->targets);
  self->targets = gtk_string_list_new (NULL);
  gtk_string_list_append (self->targets, _("By its name"));
  gtk_string_list_append (self->targets, _("Leave out"));
  for (guint i = 0; i < portfolio->services->len; i++)
    gtk_string_list_append (self->targets, ((CapacityService *) portfolio->services->pdata[i])->name);
}

static void
clear_rows (CapacityImportServices *self)
{
  capacity_gradual_release_all (self->rows);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->group), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

/* The services to show: those that are new before those that are known. */
static GPtrArray *
list_shown (GPtrArray *named)
{
  GPtrArray *shown = g_ptr_array_new ();

  for (guint are_known = 0; are_known < 2; are_known++)
    for (guint i = 0; i < named->len && shown->len < N_SHOWN; i++)
      if ((((CapacityImportNamed *) named->pdata[i])->service != NULL) == (are_known == 1))
        g_ptr_array_add (shown, named->pdata[i]);

  return shown;
}

static gboolean
are_shown (CapacityImportServices *self,
           const GPtrArray        *shown)
{
  for (guint i = 0; i < MIN (shown->len, self->shown->len); i++)
    if (g_strcmp0 (((CapacityImportNamed *) self->shown->pdata[i])->name,
                   ((CapacityImportNamed *) shown->pdata[i])->name) != 0)
      return FALSE;

  return shown->len == self->shown->len;
}

/* The rows stay when only a choice has changed, so that the focus does. */
static void
update_rows (CapacityImportServices *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CapacityImportNamed *named = self->shown->pdata[i];
      g_autofree char *subtitle = row_subtitle (named, g_hash_table_lookup (self->choices, named->name));

      adw_action_row_set_subtitle (ADW_ACTION_ROW (self->rows->pdata[i]), subtitle);
    }
}

static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  CapacityImportServices *self = CAPACITY_IMPORT_SERVICES (widget);
  gint64 end = g_get_monotonic_time () + FILL_US;

  while (self->rows->len < self->shown->len && g_get_monotonic_time () < end)
    {
      const CapacityImportNamed *named = self->shown->pdata[self->rows->len];
      GtkWidget *row = row_new (self, named, g_hash_table_lookup (self->choices, named->name));

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), row);
      g_ptr_array_add (self->rows, row);
    }
  if (self->rows->len < self->shown->len)
    return G_SOURCE_CONTINUE;
  self->fill_id = 0;

  return G_SOURCE_REMOVE;
}

static void
take_shown (CapacityImportServices *self,
            GPtrArray              *named,
            GPtrArray              *shown,
            GHashTable             *choices)
{
  g_ptr_array_ref (named);
  g_clear_pointer (&self->named, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);
  self->named = named;
  self->shown = shown;
  self->choices = g_hash_table_ref (choices);
}

static void
capacity_import_services_dispose (GObject *object)
{
  CapacityImportServices *self = CAPACITY_IMPORT_SERVICES (object);

  if (self->rows != NULL)
    capacity_gradual_release_all (self->rows);
  g_clear_object (&self->targets);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->named, g_ptr_array_unref);
  g_clear_pointer (&self->choices, g_hash_table_unref);

  G_OBJECT_CLASS (capacity_import_services_parent_class)->dispose (object);
}

static void
capacity_import_services_class_init (CapacityImportServicesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_import_services_dispose;

  /* chosen: where a service of the file goes, as (its name, what it is called instead); "" leaves it out, NULL
   * leaves it its name */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL,
                                         G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
capacity_import_services_init (CapacityImportServices *self)
{
  self->rows = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->group = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _("Services"));
  adw_bin_set_child (ADW_BIN (self), self->group);
}

/**
 * capacity_import_services_show:
 * @named: (element-type CapacityImportNamed): the services of a file
 * @portfolio: where they go
 * @choices: (element-type utf8 utf8): what was chosen for them so far
 *
 * Shows where the services of a file go, to choose otherwise.
 */
void
capacity_import_services_show (CapacityImportServices  *self,
                               GPtrArray               *named,
                               const CapacityPortfolio *portfolio,
                               GHashTable              *choices)
{
  GPtrArray *shown = NULL;
  g_autofree char *count = NULL;
  g_autofree char *description = NULL;
  gboolean are_known = FALSE;

  g_return_if_fail (CAPACITY_IS_IMPORT_SERVICES (self));

  shown = list_shown (named);
  are_known = are_shown (self, shown);
  take_shown (self, named, shown, choices);
  if (are_known)
    {
      update_rows (self);
    }
  else
    {
      clear_rows (self);
      fill_targets (self, portfolio);
      if (self->fill_id == 0)
        self->fill_id = capacity_between_frames_add (GTK_WIDGET (self), fill_cb, NULL, NULL);
    }
  count = capacity_format_number (named->len - shown->len, 0);
  if (named->len > shown->len)
    description = g_strdup_printf (ngettext ("%s more service goes by its code or name.",
                                             "%s more services go by their codes or names.",
                                             named->len - shown->len),
                                   count);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->group), description);
}
