/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-reports-dialog.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-paper.h"
#include "capacity-report-export.h"
#include "capacity-report-order.h"
#include "capacity-report-print.h"
#include "capacity-report-text-dialog.h"
#include "capacity-stack.h"

/* A report before it is printed or written: which one, which of its sections, and its pages as they will be. The
 * pages are made in a thread, which is stopped where other ones are wanted before it has ended. Where that takes longer, a
 * bar shows how far it is. */
struct _CapacityReportsDialog
{
  AdwDialog            parent_instance;

  CapacityWorkspace   *workspace;
  CapacityAssessment  *assessment;
  CapacityId           subject;
  GArray              *kinds;    /* CapacityReportKind: those that are offered */
  GPtrArray           *left_out; /* names of sections */
  CapacityPages       *pages;    /* nullable: shown */
  CapacityReportOrder *order;    /* nullable: being made */
  GCancellable        *making;
  guint                tick;
  guint                n_ticks;

  AdwComboRow         *kind_row;
  AdwComboRow         *since_row;
  AdwPreferencesGroup *sections;
  GPtrArray           *section_rows; /* the first is that of the beginning */
  GPtrArray           *section_names;
  GPtrArray           *text_buttons;
  GtkStack            *stack;
  GtkStringList       *numbers;
  GtkWidget           *making_bar;
  GtkProgressBar      *progress;
};

/* How often the bar is brought up to date, and after how many times it shows: most reports are there before. */
#define TICK_MS 100
#define N_PATIENT_TICKS 3

G_DEFINE_FINAL_TYPE (CapacityReportsDialog, capacity_reports_dialog, ADW_TYPE_DIALOG)

/* How many days an audit extract may go back; 0 for all, in the order of their names in the template. */
static const int since_days[] = { 30, 90, 365, 0 };

static CapacityReportKind
chosen_kind (CapacityReportsDialog *self)
{
  return g_array_index (self->kinds, CapacityReportKind, adw_combo_row_get_selected (self->kind_row));
}

/* The first day of what an audit extract tells. */
static CapacityDate
chosen_since (CapacityReportsDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->since_row);

  if (chosen_kind (self) != CAPACITY_REPORT_AUDIT || since_days[selected] == 0)
    return CAPACITY_DATE_NONE;

  return capacity_workspace_get_today (self->workspace) - since_days[selected];
}

static void
section_cb (CapacityReportsDialog *self)
{
  g_ptr_array_set_size (self->left_out, 0);
  for (guint i = 1; i < self->section_rows->len; i++)
    if (!adw_switch_row_get_active (self->section_rows->pdata[i]))
      g_ptr_array_add (self->left_out, g_strdup (self->section_names->pdata[i]));
  gtk_widget_activate_action (GTK_WIDGET (self), "reports.make", NULL);
}

static const CapacityReportText *
find_text (CapacityReportsDialog *self,
           const char            *section)
{
  return capacity_report_find_text (self->assessment->portfolio, chosen_kind (self), &self->subject, section);
}

/* Where there are own words already, the button says so. */
static void
update_text_buttons (CapacityReportsDialog *self)
{
  for (guint i = 0; i < self->section_rows->len; i++)
    {
      GtkWidget *button = self->text_buttons->pdata[i];
      gboolean has_text = find_text (self, self->section_names->pdata[i]) != NULL;
      const char *title = adw_preferences_row_get_title (self->section_rows->pdata[i]);
      /* Translators: %s is the heading of a section */
      g_autofree char *label = g_strdup_printf (has_text ? _("Change the Own Text of “%s”") : _("Add Own Text to “%s”"),
                                                title);

      gtk_widget_set_tooltip_text (button, label);
      if (has_text)
        gtk_widget_add_css_class (button, "accent");
      else
        gtk_widget_remove_css_class (button, "accent");
    }
}

static void
add_section_row (CapacityReportsDialog *self,
                 GtkWidget             *row,
                 const char            *name,
                 const char            *title)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("document-edit-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_visible (button, !capacity_workspace_is_read_only (self->workspace));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "reports.edit-text");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->sections, row);
  g_ptr_array_add (self->section_rows, row);
  g_ptr_array_add (self->section_names, g_strdup (name));
  g_ptr_array_add (self->text_buttons, button);
}

/* The sections of a report that was made with all of them. */
static void
list_sections (CapacityReportsDialog *self)
{
  /* Translators: where in a report a text stands */
  add_section_row (self, adw_action_row_new (), "", _("Beginning"));
  for (guint i = 0; i < capacity_pages_get_n_sections (self->pages); i++)
    {
      GtkWidget *row = adw_switch_row_new ();

      adw_switch_row_set_active (ADW_SWITCH_ROW (row), TRUE);
      g_signal_connect_object (row, "notify::active", G_CALLBACK (section_cb), self, G_CONNECT_SWAPPED);
      add_section_row (self, row, capacity_pages_get_section_name (self->pages, i),
                       capacity_pages_get_section (self->pages, i));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->sections), TRUE);
}

static void
show_pages (CapacityReportsDialog *self,
            CapacityPages         *pages)
{
  guint n = pages != NULL ? capacity_pages_get_n_pages (pages) : 0;

  gtk_string_list_splice (self->numbers, 0, g_list_model_get_n_items (G_LIST_MODEL (self->numbers)), NULL);
  g_clear_pointer (&self->pages, capacity_pages_unref);
  self->pages = pages;
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);

      gtk_string_list_append (self->numbers, number);
    }
}

/* What is being made is not wanted any more, or it is there. */
static void
stop_making (CapacityReportsDialog *self)
{
  g_cancellable_cancel (self->making);
  g_clear_object (&self->making);
  g_clear_pointer (&self->order, capacity_report_order_unref);
  g_clear_handle_id (&self->tick, g_source_remove);
  self->n_ticks = 0;
  if (self->making_bar != NULL)
    gtk_widget_set_visible (self->making_bar, FALSE);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  CapacityReportsDialog *self = CAPACITY_REPORTS_DIALOG (source);
  g_autoptr (GError) error = NULL;
  CapacityPages *pages = capacity_report_order_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_making (self);
  show_pages (self, pages);
  if (pages != NULL && self->section_rows->len == 0)
    list_sections (self);
  update_text_buttons (self);
  capacity_stack_show (self->stack, pages != NULL ? "pages" : "failure");
}

static GStrv
copy_left_out (CapacityReportsDialog *self)
{
  GStrv copy = g_new0 (char *, self->left_out->len + 1);

  for (guint i = 0; i < self->left_out->len; i++)
    copy[i] = g_strdup (self->left_out->pdata[i]);

  return copy;
}

static gboolean
tick_cb (gpointer user_data)
{
  CapacityReportsDialog *self = user_data;

  /* The pages are one half of what an order is for. */
  gtk_progress_bar_set_fraction (self->progress, MIN (2 * capacity_report_order_get_progress (self->order), 1));
  gtk_widget_set_visible (self->making_bar, ++self->n_ticks >= N_PATIENT_TICKS);

  return G_SOURCE_CONTINUE;
}

static void
make_pages (CapacityReportsDialog *self)
{
  g_auto (GStrv) left_out = copy_left_out (self);
  CapacityReportOptions options = { .left_out = (const char *const *) left_out, .since = chosen_since (self) };

  stop_making (self);
  self->making = g_cancellable_new ();
  self->order = capacity_report_order_new (self->workspace, chosen_kind (self), &self->subject, &options);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  if (self->pages == NULL)
    capacity_stack_show (self->stack, "making");
  capacity_report_order_make_async (self->order, self, NULL, self->making, made_cb, NULL);
}

/* Called too while the dialog is put together. */
static void
since_cb (CapacityReportsDialog *self)
{
  if (self->workspace != NULL)
    make_pages (self);
}

static void
make_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  make_pages (CAPACITY_REPORTS_DIALOG (widget));
}

/* What was shown may be another report: it goes too. */
static void
cancel_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  CapacityReportsDialog *self = CAPACITY_REPORTS_DIALOG (widget);

  stop_making (self);
  show_pages (self, NULL);
  capacity_stack_show (self->stack, "cancelled");
}

static void
assessment_cb (CapacityReportsDialog *self)
{
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (self->workspace);

  if (assessment == NULL || assessment == self->assessment)
    return;
  capacity_assessment_unref (self->assessment);
  self->assessment = capacity_assessment_ref (assessment);
  make_pages (self);
}

static const char *
title_of_section (CapacityReportsDialog *self,
                  const char            *section)
{
  guint i = 0;

  while (!g_str_equal (self->section_names->pdata[i], section))
    i++;

  return adw_preferences_row_get_title (self->section_rows->pdata[i]);
}

static void
edit_text_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  CapacityReportsDialog *self = CAPACITY_REPORTS_DIALOG (widget);
  const char *section = g_variant_get_string (parameter, NULL);
  const CapacityReportText *text = find_text (self, section);
  CapacityReportKind kind = chosen_kind (self);
  gboolean has_subject = capacity_report_get_subject (kind) != CAPACITY_REPORT_ABOUT_INSTITUTION;
  g_autoptr (CapacityReportText) empty = capacity_report_text_new (has_subject ? &self->subject : NULL,
                                                                   capacity_report_get_name (kind), section, "");

  adw_dialog_present (capacity_report_text_dialog_new (self->workspace, text != NULL ? text : empty,
                                                       title_of_section (self, section)),
                      widget);
}

static void
kind_cb (CapacityReportsDialog *self)
{
  if (adw_combo_row_get_selected (self->kind_row) == GTK_INVALID_LIST_POSITION)
    return;
  for (guint i = 0; i < self->section_rows->len; i++)
    adw_preferences_group_remove (self->sections, self->section_rows->pdata[i]);
  g_ptr_array_set_size (self->section_rows, 0);
  g_ptr_array_set_size (self->section_names, 0);
  g_ptr_array_set_size (self->text_buttons, 0);
  g_ptr_array_set_size (self->left_out, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->sections), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->since_row), chosen_kind (self) == CAPACITY_REPORT_AUDIT);
  make_pages (self);
}

static void
export_cb (CapacityReportsDialog *self)
{
  g_auto (GStrv) left_out = copy_left_out (self);
  CapacityReportOptions options = { .left_out = (const char *const *) left_out, .since = chosen_since (self) };

  capacity_report_export (GTK_WIDGET (self), chosen_kind (self), self->workspace, &self->subject, &options, NULL);
}

static void
print_cb (CapacityReportsDialog *self)
{
  g_auto (GStrv) left_out = copy_left_out (self);
  CapacityReportOptions options = { .left_out = (const char *const *) left_out, .since = chosen_since (self) };

  capacity_report_print (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), chosen_kind (self), self->workspace,
                         &self->subject, &options);
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  gtk_list_item_set_child (item, g_object_new (CAPACITY_TYPE_PAPER, "margin-top", 6, "margin-bottom", 6,
                                               "margin-start", 12, "margin-end", 12, NULL));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkListItemFactory    *factory,
         GtkListItem           *item,
         CapacityReportsDialog *self)
{
  GtkWidget *paper = gtk_list_item_get_child (item);
  g_autofree char *name = NULL;
  guint page = gtk_list_item_get_position (item) + 1;

  capacity_paper_set_page (CAPACITY_PAPER (paper), self->pages, page);
  name = g_strdup_printf (_("Page %u of %u"), page, capacity_pages_get_n_pages (self->pages));
  gtk_list_item_set_accessible_label (item, name);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  capacity_paper_set_page (CAPACITY_PAPER (gtk_list_item_get_child (item)), NULL, 0);
}

/* The reports there are about what is shown, and about the institution. */
static void
offer_kinds (CapacityReportsDialog *self,
             CapacityReportKind     chosen)
{
  CapacityReportSubject subject = capacity_report_get_subject (chosen);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint selected = 0;

  for (int i = 0; i < CAPACITY_N_REPORT_KINDS; i++)
    {
      CapacityReportKind kind = (CapacityReportKind) i;
      CapacityReportSubject about = capacity_report_get_subject (kind);

      if (about != subject && about != CAPACITY_REPORT_ABOUT_INSTITUTION)
        continue;
      if (kind == chosen)
        selected = self->kinds->len;
      g_array_append_val (self->kinds, kind);
      gtk_string_list_append (titles, capacity_report_get_title (kind));
    }
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->kind_row, selected);
  g_signal_connect_object (self->kind_row, "notify::selected", G_CALLBACK (kind_cb), self, G_CONNECT_SWAPPED);
}

static void
capacity_reports_dialog_dispose (GObject *object)
{
  CapacityReportsDialog *self = CAPACITY_REPORTS_DIALOG (object);

  stop_making (self);
  if (self->numbers != NULL)
    show_pages (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_REPORTS_DIALOG);
  g_clear_pointer (&self->assessment, capacity_assessment_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (capacity_reports_dialog_parent_class)->dispose (object);
}

static void
capacity_reports_dialog_finalize (GObject *object)
{
  CapacityReportsDialog *self = CAPACITY_REPORTS_DIALOG (object);

  g_array_unref (self->kinds);
  g_ptr_array_unref (self->left_out);
  g_ptr_array_unref (self->section_rows);
  g_ptr_array_unref (self->section_names);
  g_ptr_array_unref (self->text_buttons);

  G_OBJECT_CLASS (capacity_reports_dialog_parent_class)->finalize (object);
}

static void
capacity_reports_dialog_class_init (CapacityReportsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_reports_dialog_dispose;
  object_class->finalize = capacity_reports_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/reports/capacity-reports-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityReportsDialog, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityReportsDialog, since_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityReportsDialog, sections);
  gtk_widget_class_bind_template_child (widget_class, CapacityReportsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityReportsDialog, numbers);
  gtk_widget_class_bind_template_child (widget_class, CapacityReportsDialog, making_bar);
  gtk_widget_class_bind_template_child (widget_class, CapacityReportsDialog, progress);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, since_cb);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_install_action (widget_class, "reports.make", NULL, make_action);
  gtk_widget_class_install_action (widget_class, "reports.cancel", NULL, cancel_action);
  gtk_widget_class_install_action (widget_class, "reports.edit-text", "s", edit_text_action);
}

static void
capacity_reports_dialog_init (CapacityReportsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->kinds = g_array_new (FALSE, FALSE, sizeof (CapacityReportKind));
  self->left_out = g_ptr_array_new_with_free_func (g_free);
  self->section_rows = g_ptr_array_new ();
  self->section_names = g_ptr_array_new_with_free_func (g_free);
  self->text_buttons = g_ptr_array_new ();
}

/**
 * capacity_reports_dialog_new:
 * @workspace: the portfolio that is reported
 * @kind: the report to begin with
 * @subject: (nullable): the service or resource it is about
 *
 * Returns: (transfer full): a dialog that shows reports and prints or writes them
 */
AdwDialog *
capacity_reports_dialog_new (CapacityWorkspace  *workspace,
                             CapacityReportKind  kind,
                             const CapacityId   *subject)
{
  CapacityReportsDialog *self = g_object_new (CAPACITY_TYPE_REPORTS_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->assessment = capacity_assessment_ref (capacity_workspace_get_assessment (workspace));
  self->subject = subject != NULL ? *subject : CAPACITY_ID_NONE;
  offer_kinds (self, kind);
  make_pages (self);
  g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
