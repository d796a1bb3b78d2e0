/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-data-page.h"

#include <glib/gi18n.h>

#include "capacity-accepted-group.h"
#include "capacity-apply.h"
#include "capacity-arrow.h"
#include "capacity-data-grid.h"
#include "capacity-feedback.h"
#include "capacity-finding-row.h"
#include "capacity-format.h"
#include "capacity-missing-row.h"
#include "capacity-quality-words.h"
#include "capacity-rows.h"
#include "capacity-store-words.h"
#include "capacity-volume-edit.h"
#include "capacity-volumes-dialog.h"
#include "capacity-words.h"

/* Dati: can the numbers be trusted, and what to do where they cannot. */
struct _CapacityDataPage
{
  CapacityPage           parent_instance;

  GCancellable          *search;   /* of what may be wrong in the assessment that is shown */
  GArray                *findings; /* nullable until they are there */
  guint                  n_shown;

  AdwPreferencesGroup   *lacks;
  CapacityMissingRow    *missing_rows[CAPACITY_N_LACKS];
  GtkListBox            *findings_list;
  GtkWidget             *no_findings;
  GtkWidget             *searching;
  GtkWidget             *more_button;
  CapacityAcceptedGroup *accepted;
  AdwPreferencesGroup   *scores_group;
  GtkListBox            *scores;
  AdwPreferencesGroup   *imports_group;
  GtkListBox            *imports;
};

/* What a person looks through at a time. */
#define N_AT_A_TIME 20
#define N_SCORES 10
#define N_IMPORTS 50
#define GOOD_SCORE 0.9

G_DEFINE_FINAL_TYPE (CapacityDataPage, capacity_data_page, CAPACITY_TYPE_PAGE)

static GtkWidget *
row_new (const char *title,
         const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);

  return row;
}

/* What a row says, in the key that tells it apart. */
#define FIELD "\037"

enum
{
  FINDING_NAME,
  FINDING_SERVICE,
  FINDING_ABOUT,
  FINDING_CAN_CHANGE,
};

static GtkWidget *
finding_row_new (const char *key,
                 guint       index,
                 gpointer    user_data)
{
  CapacityDataPage *self = user_data;
  g_auto (GStrv) fields = g_strsplit (key, FIELD, -1);

  return capacity_finding_row_new (&g_array_index (self->findings, CapacityFinding, index), fields[FINDING_SERVICE],
                                   *fields[FINDING_ABOUT] != '\0' ? fields[FINDING_ABOUT] : NULL,
                                   *fields[FINDING_CAN_CHANGE] != '\0');
}

static const char *
name_of (const CapacityPortfolio *portfolio,
         const CapacityId        *service)
{
  const CapacityService *found = capacity_portfolio_get_service (portfolio, service);

  return found != NULL ? found->name : "";
}

static void
show_findings (CapacityDataPage *self)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (workspace);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  guint n = MIN (self->findings->len, self->n_shown);

  for (guint i = 0; i < n; i++)
    {
      const CapacityFinding *finding = &g_array_index (self->findings, CapacityFinding, i);
      g_autofree char *name = capacity_finding_row_dup_name (finding);
      g_autofree char *about = capacity_words_finding_about (finding, portfolio);
      g_autofree char *text = g_strdup_printf ("%.0f %.0f", finding->value, finding->expected);

      g_ptr_array_add (keys, g_strjoin (FIELD, name, name_of (portfolio, &finding->service),
                                        about != NULL ? about : "",
                                        capacity_workspace_is_read_only (workspace) ? "" : "1", text, NULL));
    }
  capacity_rows_show (self->findings_list, keys, finding_row_new, self);
  gtk_widget_set_visible (self->searching, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->findings_list), self->findings->len > 0);
  gtk_widget_set_visible (self->no_findings, self->findings->len == 0);
  gtk_widget_set_visible (self->more_button, self->findings->len > n);
}

static void
find_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_task_return_pointer (task, capacity_quality_find (task_data), (GDestroyNotify) g_array_unref);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  CapacityDataPage *self = CAPACITY_DATA_PAGE (source);
  g_autoptr (GArray) findings = g_task_propagate_pointer (G_TASK (result), NULL);

  if (findings == NULL)
    return;

  g_clear_pointer (&self->findings, g_array_unref);
  self->findings = g_steal_pointer (&findings);
  show_findings (self);
}

static void
start_search (CapacityDataPage         *self,
              const CapacityAssessment *assessment)
{
  g_autoptr (GTask) task = NULL;

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->search = g_cancellable_new ();
  task = g_task_new (self, self->search, found_cb, NULL);
  g_task_set_source_tag (task, start_search);
  g_task_set_task_data (task, capacity_assessment_ref (assessment), (GDestroyNotify) capacity_assessment_unref);
  g_task_run_in_thread (task, find_in_thread);
}

static int
compare_scores (gconstpointer a,
                gconstpointer b)
{
  const CapacityServiceAssessment *first = *(const CapacityServiceAssessment *const *) a;
  const CapacityServiceAssessment *second = *(const CapacityServiceAssessment *const *) b;

  return (first->quality.score > second->quality.score) - (first->quality.score < second->quality.score);
}

enum
{
  SCORE_ID,
  SCORE_NAME,
  SCORE_QUALITY,
  SCORE_SCORE,
};

static char *
score_key (const CapacityServiceAssessment *service)
{
  g_autofree char *id = capacity_id_to_string (&service->service->id);
  g_autofree char *quality = capacity_words_quality (&service->quality);
  g_autofree char *score = capacity_format_percent (service->quality.score);

  return g_strjoin (FIELD, id, service->service->name, quality, score, NULL);
}

static GtkWidget *
score_row_new (const char *key,
               guint       index,
               gpointer    user_data)
{
  g_auto (GStrv) fields = g_strsplit (key, FIELD, -1);
  GtkWidget *row = row_new (fields[SCORE_NAME], fields[SCORE_QUALITY]);
  GtkWidget *label = gtk_label_new (fields[SCORE_SCORE]);

  gtk_widget_add_css_class (label, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), capacity_arrow_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", fields[SCORE_ID]);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-service");

  return row;
}

/* The services whose numbers can be trusted least; those without numbers stand among what is missing. */
static void
show_scores (CapacityDataPage         *self,
             const CapacityAssessment *assessment)
{
  g_autoptr (GPtrArray) services = g_ptr_array_new ();
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *summary = NULL;
  guint n_measured = 0;

  for (guint i = 0; i < assessment->services->len; i++)
    {
      CapacityServiceAssessment *service = g_ptr_array_index (assessment->services, i);

      n_measured += service->quality.n_periods > 0;
      if (service->quality.n_periods > 0 && service->quality.score < GOOD_SCORE)
        g_ptr_array_add (services, service);
    }
  g_ptr_array_sort (services, compare_scores);
  for (guint i = 0; i < MIN (services->len, N_SCORES); i++)
    g_ptr_array_add (keys, score_key (services->pdata[i]));
  capacity_rows_show (self->scores, keys, score_row_new, self);
  summary = g_strdup_printf (ngettext ("Of %1$u measured service %2$u can be trusted fully.",
                                       "Of %1$u measured services %2$u can be trusted fully.", n_measured),
                             n_measured, n_measured - services->len);
  adw_preferences_group_set_description (self->scores_group, summary);
  gtk_widget_set_visible (GTK_WIDGET (self->scores), services->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->scores_group), n_measured > 0);
}

enum
{
  IMPORT_ID,
  IMPORT_FILE,
  IMPORT_TEXT,
  IMPORT_ACTION,
};

/* How an import is taken back: the latest step by going back, so that it can be done again. None where it is no step. */
static const char *
undo_action_of (CapacityWorkspace    *workspace,
                const CapacityImport *import,
                gboolean              is_latest)
{
  const CapacityAction *undo = capacity_workspace_get_undo (workspace);

  if (capacity_workspace_is_read_only (workspace) || !import->is_step)
    return "";

  return is_latest && undo != NULL && undo->verb == CAPACITY_VERB_IMPORT ? "win.undo" : "data.revert-import";
}

static char *
import_key (const CapacityImport *import,
            const char           *action)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (import->time);
  CapacityDate day = capacity_date_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                                             g_date_time_get_day_of_month (time));
  g_autofree char *date = capacity_format_date (day);
  g_autofree char *counts = capacity_store_words_import (import);
  g_autofree char *text = g_strdup_printf ("%s · %s\n%s", date, import->who, counts);
  g_autofree char *id = capacity_id_to_string (&import->id);

  return g_strjoin (FIELD, id, import->file, text, action, NULL);
}

static GtkWidget *
import_row_new (const char *key,
                guint       index,
                gpointer    user_data)
{
  g_auto (GStrv) fields = g_strsplit (key, FIELD, -1);
  GtkWidget *row = row_new (fields[IMPORT_FILE], fields[IMPORT_TEXT]);

  if (*fields[IMPORT_ACTION] != '\0')
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Undo"));
      g_autofree char *label = g_strdup_printf (_("Undo the Import of “%s”"), fields[IMPORT_FILE]);

      /* Its text is that of every row. */
      gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      if (!g_str_equal (fields[IMPORT_ACTION], "win.undo"))
        gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", fields[IMPORT_ID]);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), fields[IMPORT_ACTION]);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  return row;
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityDataPage) self = user_data;
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  g_autoptr (GPtrArray) imports = capacity_store_list_imports_finish (CAPACITY_STORE (source), result, NULL);
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);

  if (imports == NULL || workspace == NULL)
    return;

  for (guint i = 0; i < MIN (imports->len, N_IMPORTS); i++)
    {
      const CapacityImport *import = g_ptr_array_index (imports, i);

      g_ptr_array_add (keys, import_key (import, undo_action_of (workspace, import, i == 0)));
    }
  capacity_rows_show (self->imports, keys, import_row_new, self);
  gtk_widget_set_visible (GTK_WIDGET (self->imports_group), imports->len > 0);
}

static void
add_missing_rows (CapacityDataPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->missing_rows); i++)
    {
      self->missing_rows[i] = CAPACITY_MISSING_ROW (capacity_missing_row_new ((CapacityLack) i));
      adw_preferences_group_add (self->lacks, GTK_WIDGET (self->missing_rows[i]));
    }
}

static void
show_lacks (CapacityDataPage         *self,
            const CapacityAssessment *assessment)
{
  guint n_missing = 0;

  if (self->missing_rows[0] == NULL)
    add_missing_rows (self);
  for (guint i = 0; i < G_N_ELEMENTS (self->missing_rows); i++)
    n_missing += capacity_missing_row_set_assessment (self->missing_rows[i], assessment);
  gtk_widget_set_visible (GTK_WIDGET (self->lacks), n_missing > 0);
}

static void
show_accepted (CapacityDataPage         *self,
               const CapacityAssessment *assessment)
{
  capacity_accepted_group_show (self->accepted, capacity_page_get_workspace (CAPACITY_PAGE (self)));
}

static void
capacity_data_page_update (CapacityPage             *page,
                           const CapacityAssessment *assessment)
{
  CapacityDataPage *self = CAPACITY_DATA_PAGE (page);

  start_search (self, assessment);
  capacity_store_list_imports_async (capacity_workspace_get_store (capacity_page_get_workspace (page)), NULL, listed_cb,
                                     g_object_ref (self));
}

/* In the order in which they stand. */
static void (*const parts[]) (CapacityDataPage         *self,
                              const CapacityAssessment *assessment) = { show_lacks, show_accepted, show_scores };

static gboolean
capacity_data_page_update_more (CapacityPage             *page,
                                const CapacityAssessment *assessment,
                                guint                     part)
{
  parts[part](CAPACITY_DATA_PAGE (page), assessment);

  return part + 1 < G_N_ELEMENTS (parts);
}

static CapacityGrid *
capacity_data_page_make_grid (CapacityPage *page)
{
  return capacity_data_grid_new (capacity_workspace_get_assessment (capacity_page_get_workspace (page)),
                                 CAPACITY_DATA_PAGE (page)->findings);
}

static const CapacityFinding *
get_finding (CapacityDataPage *self,
             GVariant         *parameter)
{
  for (guint i = 0; self->findings != NULL && i < self->findings->len; i++)
    {
      const CapacityFinding *finding = &g_array_index (self->findings, CapacityFinding, i);
      g_autofree char *name = capacity_finding_row_dup_name (finding);

      if (g_str_equal (name, g_variant_get_string (parameter, NULL)))
        return finding;
    }

  return NULL;
}

typedef guint (*MendFunc) (CapacityVolumeEdit *edit,
                           int                 month);

/* Does to each month of a finding what @mend does. */
static void
mend (CapacityDataPage *self,
      GVariant         *parameter,
      MendFunc          mend_month)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  const CapacityFinding *finding = get_finding (self, parameter);
  CapacityServiceItem *item = finding != NULL ? capacity_workspace_get_service (workspace, &finding->service) : NULL;
  g_autoptr (CapacityVolumeEdit) edit = NULL;
  g_autoptr (CapacityChange) change = NULL;
  guint n = 0;

  if (item == NULL)
    return;

  edit = capacity_volume_edit_new (capacity_service_item_get_service (item), finding->first + (int) finding->n - 1);
  for (int month = finding->first; month < finding->first + (int) finding->n; month++)
    n += mend_month (edit, month);
  if (n == 0)
    {
      adw_dialog_present (capacity_volumes_dialog_new (workspace, &finding->service, finding->first),
                          GTK_WIDGET (self));
      return;
    }
  change = capacity_volume_edit_to_change (edit);
  capacity_apply (GTK_WIDGET (self), workspace, change, _("The Volumes Were Not Changed"), NULL);
}

static void
fill_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  mend (CAPACITY_DATA_PAGE (widget), parameter, capacity_volume_edit_fill);
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  mend (CAPACITY_DATA_PAGE (widget), parameter, capacity_volume_edit_clear);
}

static void
correct_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  CapacityDataPage *self = CAPACITY_DATA_PAGE (widget);
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (self));
  const CapacityFinding *finding = get_finding (self, parameter);

  if (finding != NULL && capacity_workspace_get_service (workspace, &finding->service) != NULL)
    adw_dialog_present (capacity_volumes_dialog_new (workspace, &finding->service, finding->first), widget);
}

static void
accept_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityDataPage *self = CAPACITY_DATA_PAGE (widget);
  const CapacityFinding *finding = get_finding (self, parameter);
  g_autoptr (CapacityChange) change = capacity_change_new ();

  if (finding == NULL)
    return;

  if (capacity_finding_is_likeness (finding->kind))
    {
      CapacityRefusal refusal = { capacity_id_new (), CAPACITY_NO_MONTH, finding->other,
                                  capacity_finding_get_likeness (finding->kind) };

      capacity_change_set_refusal (change, &finding->service, &refusal);
    }
  for (int month = finding->first; month < finding->first + (int) finding->n; month++)
    {
      CapacityRefusal refusal = { .id = capacity_id_new (), .month = month };

      capacity_change_set_refusal (change, &finding->service, &refusal);
    }
  capacity_apply (widget, capacity_page_get_workspace (CAPACITY_PAGE (self)), change,
                  _("This Was Not Changed"), NULL);
}

static void
reverted_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  g_autofree char *text = NULL;

  if (outcome == NULL)
    {
      capacity_feedback_error (self, _("The Import Was Not Undone"), error);
    }
  else if (outcome->obstacle != NULL)
    {
      text = capacity_store_words_obstacle (outcome->obstacle);
      capacity_feedback_refusal (self, _("The Import Was Not Undone"), text);
    }
  else if (outcome->action != NULL)
    {
      text = capacity_store_words_done (outcome->action);
      capacity_feedback_undo (self, text);
    }
}

static void
revert_import_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  CapacityWorkspace *workspace = capacity_page_get_workspace (CAPACITY_PAGE (widget));
  CapacityId import;

  if (capacity_id_parse (g_variant_get_string (parameter, NULL), &import))
    capacity_workspace_revert_import_async (workspace, &import, NULL, reverted_cb, g_object_ref (widget));
}

static void
more_cb (CapacityDataPage *self)
{
  self->n_shown += N_AT_A_TIME;
  show_findings (self);
}

static void
capacity_data_page_dispose (GObject *object)
{
  CapacityDataPage *self = CAPACITY_DATA_PAGE (object);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_pointer (&self->findings, g_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_DATA_PAGE);

  G_OBJECT_CLASS (capacity_data_page_parent_class)->dispose (object);
}

static void
capacity_data_page_class_init (CapacityDataPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  CapacityPageClass *page_class = CAPACITY_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_data_page_dispose;

  g_type_ensure (CAPACITY_TYPE_ACCEPTED_GROUP);
  page_class->update = capacity_data_page_update;
  page_class->update_more = capacity_data_page_update_more;
  page_class->make_grid = capacity_data_page_make_grid;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/data/capacity-data-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, lacks);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, findings_list);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, no_findings);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, searching);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, more_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, accepted);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, scores_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, scores);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, imports_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityDataPage, imports);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_install_action (widget_class, "data.fill", "s", fill_action);
  gtk_widget_class_install_action (widget_class, "data.clear", "s", clear_action);
  gtk_widget_class_install_action (widget_class, "data.correct", "s", correct_action);
  gtk_widget_class_install_action (widget_class, "data.accept", "s", accept_action);
  gtk_widget_class_install_action (widget_class, "data.revert-import", "s", revert_import_action);
}

static void
capacity_data_page_init (CapacityDataPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->n_shown = N_AT_A_TIME;
  capacity_page_add_table_menu (CAPACITY_PAGE (self), NULL);
}
