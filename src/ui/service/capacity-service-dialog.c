/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-entry.h"
#include "capacity-gradual.h"
#include "capacity-labels-row.h"
#include "capacity-names.h"
#include "capacity-register-words.h"
#include "capacity-suggestions.h"

/* What is known of a service, typed by hand: a new one, for which a name is enough, or one to change. What is
 * seldom asked for is folded; a problem unfolds it. */
struct _CapacityServiceDialog
{
  AdwDialog            parent_instance;

  CapacityWorkspace   *workspace;
  CapacityService     *service; /* nullable: a new one */
  CapacityId           added;   /* the new one, once it was to be added */

  AdwEntryRow         *name_row;
  AdwEntryRow         *unit_row;
  AdwEntryRow         *capacity_row;
  AdwExpanderRow      *whose_row;
  AdwEntryRow         *owner_row;
  AdwEntryRow         *substitute_row;
  AdwEntryRow         *provider_row;
  AdwEntryRow         *department_row;
  AdwExpanderRow      *kind_row;
  AdwComboRow         *benefit_row;
  AdwComboRow         *phase_row;
  AdwEntryRow         *code_row;
  AdwEntryRow         *external_id_row;
  AdwEntryRow         *target_row;
  AdwEntryRow         *target_peak_row;
  AdwEntryRow         *low_row;
  AdwEntryRow         *lead_row;
  AdwEntryRow         *term_row;
  AdwEntryRow         *driver_row;
  AdwEntryRow         *rate_row;
  AdwEntryRow         *note_row;
  AdwPreferencesGroup *labels_group;
  CapacityLabelsRow   *labels_rows[CAPACITY_N_LABEL_KINDS]; /* NULL for a kind that services do not have */
  GtkButton           *save_button;
};

static const CapacityLabelKind label_kinds[] = {
  CAPACITY_LABEL_RECIPIENTS, CAPACITY_LABEL_LIFE_SITUATION, CAPACITY_LABEL_CHANNEL, CAPACITY_LABEL_TAG,
  CAPACITY_LABEL_ATTACHMENT,
};

G_DEFINE_FINAL_TYPE (CapacityServiceDialog, capacity_service_dialog, ADW_TYPE_DIALOG)

static void
cancel_cb (CapacityServiceDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
take_text (AdwEntryRow  *row,
           char        **text)
{
  g_free (*text);
  *text = capacity_entry_dup_text (row);
}

static void
read_texts (CapacityServiceDialog *self,
            CapacityService       *service)
{
  take_text (self->name_row, &service->name);
  take_text (self->unit_row, &service->unit);
  take_text (self->owner_row, &service->owner);
  take_text (self->substitute_row, &service->substitute);
  take_text (self->provider_row, &service->provider);
  take_text (self->department_row, &service->department);
  take_text (self->code_row, &service->code);
  take_text (self->external_id_row, &service->external_id);
  take_text (self->driver_row, &service->driver);
  take_text (self->note_row, &service->note);
  service->benefit = adw_combo_row_get_selected (self->benefit_row);
  service->phase = adw_combo_row_get_selected (self->phase_row);
}

static gboolean
read_numbers (CapacityServiceDialog *self,
              CapacityService       *service)
{
  const char *percentage = _("Write a percentage from 1 to 100");
  double target = NAN;
  double target_peak = NAN;
  double low = NAN;
  double lead = NAN;
  double term = NAN;

  if (!capacity_entry_read_number (self->target_row, 1, 100, percentage, &target)
      || !capacity_entry_read_number (self->target_peak_row, 1, 100, percentage, &target_peak)
      || !capacity_entry_read_number (self->low_row, 0, 100, percentage, &low)
      || !capacity_entry_read_number (self->lead_row, 0, 3650, _("Write a number of days, up to ten years"), &lead)
      || !capacity_entry_read_number (self->term_row, 1, 2500, _("Write a number of working days, up to ten years"), &term)
      || !capacity_entry_read_number (self->rate_row, 1e-6, 1e9, _("Write a number above zero, such as 0.2"),
                                      &service->driver_rate))
    return FALSE;

  service->target = target / 100;
  service->target_peak = target_peak / 100;
  service->low = low / 100;
  service->lead_days = isnan (lead) ? -1 : (int) lead;
  service->term_days = isnan (term) ? -1 : (int) term;

  return TRUE;
}

/* A rate without a driver says nothing; a driver without a rate brings one case each. */
static gboolean
check_driver (CapacityServiceDialog *self,
              const CapacityService *service)
{
  if (service->driver != NULL || isnan (service->driver_rate))
    return TRUE;

  capacity_entry_set_problem (self->driver_row, _("Say what brings the cases"));

  return FALSE;
}

/* They are made when they are first seen or needed. */
static void
ensure_labels_rows (CapacityServiceDialog *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  g_autoptr (CapacityService) blank = capacity_service_new ();
  const GPtrArray *labels = self->service != NULL ? self->service->labels : blank->labels;

  for (gsize i = 0; i < G_N_ELEMENTS (label_kinds) && self->labels_rows[label_kinds[i]] == NULL; i++)
    {
      GtkWidget *row = capacity_labels_row_new (portfolio, label_kinds[i], labels);

      self->labels_rows[label_kinds[i]] = CAPACITY_LABELS_ROW (row);
      adw_preferences_group_add (self->labels_group, row);
    }
}

static void
labels_shown_cb (CapacityServiceDialog *self)
{
  if (self->labels_rows[label_kinds[0]] != NULL)
    return;

  ensure_labels_rows (self);
  capacity_gradual_reveal (GTK_WIDGET (self->labels_group), 2);
}

static void
read_labels (CapacityServiceDialog *self,
             CapacityService       *service)
{
  ensure_labels_rows (self);
  g_ptr_array_set_size (service->labels, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (label_kinds); i++)
    capacity_labels_row_collect (self->labels_rows[label_kinds[i]], service->labels);
}

/* Two of one name are told apart by their codes only, also by what is imported. */
static gboolean
is_name_taken (CapacityServiceDialog *self,
               const CapacityService *service)
{
  const CapacityService *other = capacity_portfolio_find_service (capacity_workspace_get_portfolio (self->workspace),
                                                                  service->name);

  return service->code == NULL && other != NULL && !capacity_id_equal (&other->id, &service->id);
}

static CapacityService *
read_service (CapacityServiceDialog *self)
{
  g_autoptr (CapacityService) service = NULL;

  service = self->service != NULL ? capacity_service_copy (self->service) : capacity_service_new ();
  read_texts (self, service);
  if (service->name == NULL)
    {
      capacity_entry_set_problem (self->name_row, _("Give the service a name"));
      return NULL;
    }
  if (is_name_taken (self, service))
    {
      capacity_entry_set_problem (self->name_row, _("Another service has this name: give a code too"));
      return NULL;
    }
  if (!read_numbers (self, service) || !check_driver (self, service))
    return NULL;
  read_labels (self, service);

  return g_steal_pointer (&service);
}

static CapacityChange *
change_new (CapacityServiceDialog *self,
            const CapacityService *service,
            double                 capacity)
{
  CapacityChange *change = capacity_change_new ();

  if (self->service != NULL)
    {
      capacity_change_set_service (change, service);
      capacity_change_set_service_labels (change, &service->id, service->labels);
    }
  else
    {
      capacity_change_add_service (change, service);
    }
  if (!isnan (capacity))
    {
      g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, capacity,
                                                            CAPACITY_PERIOD_MONTH,
                                                            CAPACITY_DATE_NONE, CAPACITY_DATE_NONE);

      capacity_change_set_service_limit (change, &service->id, limit);
    }

  return change;
}

static void
save_cb (CapacityServiceDialog *self)
{
  g_autoptr (CapacityChange) change = NULL;
  g_autoptr (CapacityService) service = NULL;
  double capacity = NAN;

  if (!capacity_entry_read_number (self->capacity_row, 0, G_MAXDOUBLE, _("Write a number, such as 1200"), &capacity))
    return;
  service = read_service (self);
  if (service == NULL)
    return;

  change = change_new (self, service, capacity);
  self->added = service->id;
  capacity_apply_coded (ADW_DIALOG (self), self->workspace, change, _("The Service Was Not Changed"),
                        self->code_row, _("Another service has this code"));
}

static void
fill (CapacityServiceDialog *self,
      const CapacityService *service)
{
  capacity_entry_set_text (self->name_row, service->name);
  capacity_entry_set_text (self->unit_row, service->unit);
  capacity_entry_set_text (self->owner_row, service->owner);
  capacity_entry_set_text (self->substitute_row, service->substitute);
  capacity_entry_set_text (self->provider_row, service->provider);
  capacity_entry_set_text (self->department_row, service->department);
  capacity_entry_set_text (self->code_row, service->code);
  capacity_entry_set_text (self->external_id_row, service->external_id);
  capacity_entry_set_text (self->driver_row, service->driver);
  capacity_entry_set_text (self->note_row, service->note);
  capacity_entry_set_number (self->target_row, service->target * 100);
  capacity_entry_set_number (self->target_peak_row, service->target_peak * 100);
  capacity_entry_set_number (self->low_row, service->low * 100);
  capacity_entry_set_number (self->lead_row, service->lead_days >= 0 ? service->lead_days : NAN);
  capacity_entry_set_number (self->term_row, service->term_days > 0 ? service->term_days : NAN);
  capacity_entry_set_number (self->rate_row, service->driver_rate);
  adw_combo_row_set_selected (self->benefit_row, service->benefit);
  adw_combo_row_set_selected (self->phase_row, service->phase);
}

/* A folded group says the most important of what is in it. */
static void
summarise (AdwExpanderRow *row,
           const char     *first,
           const char     *second)
{
  g_autofree char *both = first != NULL && second != NULL ? g_strdup_printf ("%s · %s", first, second) : NULL;

  adw_expander_row_set_subtitle (row, both != NULL ? both : first != NULL ? first : second != NULL ? second : "");
}

static void
suggest_names (CapacityServiceDialog   *self,
               const CapacityPortfolio *portfolio)
{
  g_auto (GStrv) units = capacity_names_units (portfolio);
  g_auto (GStrv) people = capacity_names_people (portfolio);
  g_auto (GStrv) providers = capacity_names_providers (portfolio);
  g_auto (GStrv) departments = capacity_names_departments (portfolio);

  capacity_suggestions_add (self->unit_row, (const char *const *) units);
  capacity_suggestions_add (self->owner_row, (const char *const *) people);
  capacity_suggestions_add (self->substitute_row, (const char *const *) people);
  capacity_suggestions_add (self->provider_row, (const char *const *) providers);
  capacity_suggestions_add (self->department_row, (const char *const *) departments);
}

static void
capacity_service_dialog_dispose (GObject *object)
{
  CapacityServiceDialog *self = CAPACITY_SERVICE_DIALOG (object);

  g_clear_object (&self->workspace);
  g_clear_pointer (&self->service, capacity_service_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SERVICE_DIALOG);

  G_OBJECT_CLASS (capacity_service_dialog_parent_class)->dispose (object);
}

static void
capacity_service_dialog_class_init (CapacityServiceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_service_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/service/capacity-service-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, unit_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, capacity_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, whose_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, substitute_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, provider_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, department_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, benefit_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, phase_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, code_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, external_id_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, target_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, target_peak_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, low_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, lead_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, term_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, driver_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, rate_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, note_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, labels_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityServiceDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_entry_forget_problem);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
capacity_service_dialog_init (CapacityServiceDialog *self)
{
  g_autoptr (GtkStringList) benefits = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) phases = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->whose_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->kind_row), FALSE);
  for (int i = 0; i < CAPACITY_N_BENEFITS; i++)
    gtk_string_list_append (benefits, capacity_words_benefit ((CapacityBenefit) i));
  for (int i = 0; i < CAPACITY_N_PHASES; i++)
    gtk_string_list_append (phases, capacity_words_phase ((CapacityPhase) i));
  adw_combo_row_set_model (self->benefit_row, G_LIST_MODEL (benefits));
  adw_combo_row_set_model (self->phase_row, G_LIST_MODEL (phases));
}

/**
 * capacity_service_dialog_new:
 * @workspace: the portfolio
 * @service: (nullable): the service to change, or %NULL for a new one
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_service_dialog_new (CapacityWorkspace     *workspace,
                             const CapacityService *service)
{
  CapacityServiceDialog *self = g_object_new (CAPACITY_TYPE_SERVICE_DIALOG, NULL);
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (workspace);
  g_autoptr (CapacityService) blank = capacity_service_new ();

  self->workspace = g_object_ref (workspace);
  fill (self, service != NULL ? service : blank);
  suggest_names (self, portfolio);
  g_signal_connect_object (self->labels_group, "map", G_CALLBACK (labels_shown_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self->capacity_row), service == NULL);
  if (service != NULL)
    {
      self->service = capacity_service_ref (service);
      summarise (self->whose_row, service->owner, service->department);
      summarise (self->kind_row, capacity_words_phase (service->phase), service->code);
      adw_dialog_set_title (ADW_DIALOG (self), _("Edit Service"));
      gtk_button_set_label (self->save_button, _("_Save"));
    }

  capacity_gradual_reveal (GTK_WIDGET (self), 3);

  return ADW_DIALOG (self);
}

/**
 * capacity_service_dialog_get_added:
 *
 * Returns: (transfer none) (nullable): the new service, if the dialog was closed by adding it
 */
const CapacityService *
capacity_service_dialog_get_added (CapacityServiceDialog *self)
{
  g_return_val_if_fail (CAPACITY_IS_SERVICE_DIALOG (self), NULL);

  return self->service == NULL
         ? capacity_portfolio_get_service (capacity_workspace_get_portfolio (self->workspace), &self->added) : NULL;
}
