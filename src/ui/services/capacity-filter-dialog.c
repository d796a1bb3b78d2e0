/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-filter-dialog.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-entry.h"
#include "capacity-quality-words.h"
#include "capacity-register-words.h"
#include "capacity-words.h"

/*
 * CapacityFilterDialog:
 *
 * Which services the table shows: chosen here, seen behind it at once, and kept by name. It tells with `query` what is
 * chosen.
 */
struct _CapacityFilterDialog
{
  AdwDialog              parent_instance;

  CapacityWorkspace     *workspace;
  CapacityServiceFilter *filter;
  char                  *query;
  GPtrArray             *kept_rows; /* element-type GtkWidget, in the group */

  AdwPreferencesGroup   *kept_group;
  AdwComboRow           *verdict_row;
  AdwComboRow           *mode_rows[CAPACITY_N_MODES];
  AdwComboRow           *trend_row;
  AdwComboRow           *department_row;
  AdwComboRow           *owner_row;
  AdwComboRow           *tag_row;
  AdwComboRow           *life_situation_row;
  AdwComboRow           *phase_row;
  AdwComboRow           *lack_row;
  AdwEntryRow           *name_row;

  gboolean               is_filling;
};

#define PAGE "services"

enum
{
  PROP_QUERY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CapacityFilterDialog, capacity_filter_dialog, ADW_TYPE_DIALOG)

typedef const char *(*NameFunc) (int value);

static const char *
verdict_name (int verdict)
{
  return capacity_words_verdict ((CapacityVerdict) verdict);
}

static const char *
trend_name (int trend)
{
  switch (trend)
    {
    case CAPACITY_TREND_CHOICE_GROWS:
      return _("Grows");
    case CAPACITY_TREND_CHOICE_FALLS:
      return _("Falls");
    default:
      return _("No proven trend");
    }
}

static const char *
phase_name (int phase)
{
  return capacity_words_phase ((CapacityPhase) phase);
}

static const char *
lack_name (int lack)
{
  return capacity_words_lack ((CapacityLack) lack);
}

/* The first line of each row stands for everything. */
static GtkStringList *
list_new (void)
{
  const char *all[] = { _("All"), NULL };

  return gtk_string_list_new (all);
}

static void
fill_choices (AdwComboRow *row,
              NameFunc     name,
              int          n)
{
  g_autoptr (GtkStringList) list = list_new ();

  for (int i = 0; i < n; i++)
    gtk_string_list_append (list, name (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Each once, in the order of the language. */
static void
fill_row (AdwComboRow *row,
          GHashTable  *seen)
{
  g_autoptr (GPtrArray) texts = g_hash_table_get_keys_as_ptr_array (seen);
  g_autoptr (GtkStringList) list = list_new ();

  g_ptr_array_sort (texts, compare_texts);
  for (guint i = 0; i < texts->len; i++)
    gtk_string_list_append (list, g_ptr_array_index (texts, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (list));
}

/* What the services have as @text. */
static void
fill_texts (CapacityFilterDialog *self,
            AdwComboRow          *row,
            CapacityServiceText   text)
{
  GListModel *services = capacity_workspace_get_services (self->workspace);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (services); i++)
    {
      g_autoptr (CapacityServiceItem) item = g_list_model_get_item (services, i);
      const char *string = capacity_service_item_get_text (item, text);

      if (string != NULL)
        g_hash_table_add (seen, (gpointer) string);
    }
  fill_row (row, seen);
}

/* What the services have as labels of a kind; where none has any, there is nothing to choose. */
static void
fill_labels (CapacityFilterDialog *self,
             AdwComboRow          *row,
             CapacityLabelKind     kind)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < portfolio->services->len; i++)
    {
      const GPtrArray *labels = ((const CapacityService *) portfolio->services->pdata[i])->labels;

      for (guint j = 0; j < labels->len; j++)
        {
          const CapacityLabel *label = labels->pdata[j];

          if (label->kind == kind)
            g_hash_table_add (seen, label->name);
        }
    }
  fill_row (row, seen);
  gtk_widget_set_visible (GTK_WIDGET (row), g_hash_table_size (seen) > 0);
}

static void
select_text (AdwComboRow *row,
             const char  *text)
{
  GtkStringList *list = GTK_STRING_LIST (adw_combo_row_get_model (row));
  guint position = text != NULL ? gtk_string_list_find (list, text) : 0;

  adw_combo_row_set_selected (row, position != G_MAXUINT ? position : 0);
}

static void
show_filter (CapacityFilterDialog *self)
{
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->verdict_row, (guint) (self->filter->verdict + 1));
  for (int mode = 0; mode < CAPACITY_N_MODES; mode++)
    adw_combo_row_set_selected (self->mode_rows[mode], (guint) (self->filter->modes[mode] + 1));
  adw_combo_row_set_selected (self->trend_row, (guint) (self->filter->trend + 1));
  adw_combo_row_set_selected (self->phase_row, (guint) (self->filter->phase + 1));
  adw_combo_row_set_selected (self->lack_row, (guint) (self->filter->lack + 1));
  select_text (self->department_row, self->filter->department);
  select_text (self->owner_row, self->filter->owner);
  select_text (self->tag_row, self->filter->tag);
  select_text (self->life_situation_row, self->filter->life_situation);
  self->is_filling = FALSE;
}

static void
take_query (CapacityFilterDialog *self,
            char                 *query)
{
  g_free (self->query);
  self->query = query;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_QUERY]);
}

static void
take_text (AdwComboRow  *row,
           char        **text)
{
  GtkStringObject *string = adw_combo_row_get_selected_item (row);

  g_set_str (text, adw_combo_row_get_selected (row) > 0 ? gtk_string_object_get_string (string) : NULL);
}

static void
chosen_cb (CapacityFilterDialog *self)
{
  if (self->is_filling)
    return;

  self->filter->verdict = (int) adw_combo_row_get_selected (self->verdict_row) - 1;
  for (int mode = 0; mode < CAPACITY_N_MODES; mode++)
    self->filter->modes[mode] = (int) adw_combo_row_get_selected (self->mode_rows[mode]) - 1;
  self->filter->trend = (int) adw_combo_row_get_selected (self->trend_row) - 1;
  self->filter->phase = (int) adw_combo_row_get_selected (self->phase_row) - 1;
  self->filter->lack = (int) adw_combo_row_get_selected (self->lack_row) - 1;
  take_text (self->department_row, &self->filter->department);
  take_text (self->owner_row, &self->filter->owner);
  take_text (self->tag_row, &self->filter->tag);
  take_text (self->life_situation_row, &self->filter->life_situation);
  take_query (self, capacity_service_filter_to_query (self->filter));
}

static void
set_filter (CapacityFilterDialog *self,
            const char           *query)
{
  capacity_service_filter_free (self->filter);
  self->filter = capacity_service_filter_parse (query);
  show_filter (self);
  take_query (self, capacity_service_filter_to_query (self->filter));
}

static void
show_all_cb (CapacityFilterDialog *self)
{
  set_filter (self, "");
}

static const CapacitySavedFilter *
find_kept (CapacityFilterDialog *self,
           const char           *name)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);

  for (guint i = 0; i < portfolio->filters->len; i++)
    {
      const CapacitySavedFilter *filter = g_ptr_array_index (portfolio->filters, i);

      if (g_str_equal (filter->page, PAGE) && g_str_equal (filter->name, name))
        return filter;
    }

  return NULL;
}

/* A name that is there already gets the new choice. */
static void
keep_cb (CapacityFilterDialog *self)
{
  g_autofree char *name = capacity_entry_dup_text (self->name_row);
  const CapacitySavedFilter *kept = name != NULL ? find_kept (self, name) : NULL;
  g_autoptr (CapacitySavedFilter) filter = NULL;
  g_autoptr (CapacityChange) change = NULL;

  if (name == NULL)
    {
      capacity_entry_set_problem (self->name_row, _("Give the choice a name"));
      return;
    }

  filter = capacity_saved_filter_new (PAGE, name, self->query);
  if (kept != NULL)
    filter->id = kept->id;
  change = capacity_change_new ();
  capacity_change_set_filter (change, filter);
  capacity_apply_in_place (GTK_WIDGET (self), self->workspace, change, _("The Filter Was Not Kept"));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), "");
}

static void
name_changed_cb (CapacityFilterDialog *self)
{
  capacity_entry_set_problem (self->name_row, NULL);
}

static void
kept_activated_cb (CapacityFilterDialog *self,
                   GtkWidget            *row)
{
  set_filter (self, g_object_get_data (G_OBJECT (row), "capacity-query"));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
forget_cb (CapacityFilterDialog *self,
           GtkWidget            *button)
{
  const CapacitySavedFilter *kept = find_kept (self, g_object_get_data (G_OBJECT (button), "capacity-name"));
  g_autoptr (CapacityChange) change = capacity_change_new ();

  if (kept == NULL)
    return;

  capacity_change_remove_filter (change, &kept->id);
  capacity_apply_in_place (GTK_WIDGET (self), self->workspace, change, _("The Filter Was Not Kept"));
}

static GtkWidget *
kept_row_new (CapacityFilterDialog      *self,
              const CapacitySavedFilter *filter)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *forget = g_strdup_printf (_("Forget “%s”"), filter->name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), filter->name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "capacity-query", g_strdup (filter->query), g_free);
  g_signal_connect_swapped (row, "activated", G_CALLBACK (kept_activated_cb), self);

  gtk_widget_set_tooltip_text (button, forget);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_sensitive (button, !capacity_workspace_is_read_only (self->workspace));
  g_object_set_data_full (G_OBJECT (button), "capacity-name", g_strdup (filter->name), g_free);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (forget_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
show_kept_cb (CapacityFilterDialog *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);

  for (guint i = 0; i < self->kept_rows->len; i++)
    adw_preferences_group_remove (self->kept_group, g_ptr_array_index (self->kept_rows, i));
  g_ptr_array_set_size (self->kept_rows, 0);

  for (guint i = 0; i < portfolio->filters->len; i++)
    {
      const CapacitySavedFilter *filter = g_ptr_array_index (portfolio->filters, i);
      GtkWidget *row = NULL;

      if (!g_str_equal (filter->page, PAGE))
        continue;
      row = kept_row_new (self, filter);
      adw_preferences_group_add (self->kept_group, row);
      g_ptr_array_add (self->kept_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->kept_group), self->kept_rows->len > 0);
}

static void
capacity_filter_dialog_dispose (GObject *object)
{
  CapacityFilterDialog *self = CAPACITY_FILTER_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->filter, capacity_service_filter_free);
  g_clear_pointer (&self->query, g_free);
  g_clear_pointer (&self->kept_rows, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_FILTER_DIALOG);

  G_OBJECT_CLASS (capacity_filter_dialog_parent_class)->dispose (object);
}

static void
capacity_filter_dialog_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  CapacityFilterDialog *self = CAPACITY_FILTER_DIALOG (object);

  switch (prop_id)
    {
    case PROP_QUERY:
      g_value_set_string (value, self->query);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
bind_mode_row (GtkWidgetClass *widget_class,
               const char     *name,
               CapacityMode    mode)
{
  gtk_widget_class_bind_template_child_full (widget_class, name, FALSE,
                                             G_STRUCT_OFFSET (CapacityFilterDialog, mode_rows[mode]));
}

static void
capacity_filter_dialog_class_init (CapacityFilterDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_filter_dialog_dispose;
  object_class->get_property = capacity_filter_dialog_get_property;

  properties[PROP_QUERY] = g_param_spec_string ("query", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/services/capacity-filter-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, kept_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, verdict_row);
  bind_mode_row (widget_class, "regular_row", CAPACITY_MODE_REGULAR);
  bind_mode_row (widget_class, "peak_row", CAPACITY_MODE_PEAK);
  bind_mode_row (widget_class, "long_term_row", CAPACITY_MODE_LONG_TERM);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, trend_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, department_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, tag_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, life_situation_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, phase_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, lack_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityFilterDialog, name_row);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
capacity_filter_dialog_init (CapacityFilterDialog *self)
{
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  self->kept_rows = g_ptr_array_new ();
  fill_choices (self->verdict_row, verdict_name, CAPACITY_N_VERDICTS);
  for (int mode = 0; mode < CAPACITY_N_MODES; mode++)
    fill_choices (self->mode_rows[mode], verdict_name, CAPACITY_N_VERDICTS);
  fill_choices (self->trend_row, trend_name, CAPACITY_N_TREND_CHOICES);
  fill_choices (self->phase_row, phase_name, CAPACITY_N_PHASES);
  fill_choices (self->lack_row, lack_name, CAPACITY_N_LACKS);
}

/**
 * capacity_filter_dialog_new:
 * @workspace: the portfolio
 * @query: what is chosen now
 *
 * Returns: (transfer floating): a dialog to choose which services are shown
 */
AdwDialog *
capacity_filter_dialog_new (CapacityWorkspace *workspace,
                            const char        *query)
{
  CapacityFilterDialog *self = g_object_new (CAPACITY_TYPE_FILTER_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->filter = capacity_service_filter_parse (query);
  self->query = g_strdup (query);
  fill_texts (self, self->department_row, CAPACITY_SERVICE_TEXT_DEPARTMENT);
  fill_texts (self, self->owner_row, CAPACITY_SERVICE_TEXT_OWNER);
  fill_labels (self, self->tag_row, CAPACITY_LABEL_TAG);
  fill_labels (self, self->life_situation_row, CAPACITY_LABEL_LIFE_SITUATION);
  show_filter (self);
  show_kept_cb (self);
  gtk_widget_set_visible (GTK_WIDGET (self->name_row), !capacity_workspace_is_read_only (workspace));
  g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (show_kept_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}

/**
 * capacity_filter_dialog_get_query:
 *
 * Returns: (transfer none): what is chosen
 */
const char *
capacity_filter_dialog_get_query (CapacityFilterDialog *self)
{
  g_return_val_if_fail (CAPACITY_IS_FILTER_DIALOG (self), NULL);

  return self->query;
}
