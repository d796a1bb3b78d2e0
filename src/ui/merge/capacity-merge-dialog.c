/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-merge-dialog.h"

#include <glib/gi18n.h>

#include "capacity-detail-rows.h"
#include "capacity-detail-words.h"
#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-store-changes.h"
#include "capacity-store-words.h"

/* What a colleague changed: what comes of applying it, and for each fact that both changed a choice between mine
 * and theirs. Applying is one action. */
struct _CapacityMergeDialog
{
  AdwDialog            parent_instance;

  CapacityWorkspace   *workspace;
  GCancellable        *cancellable;
  CapacityMerge       *merge;   /* nullable */
  GPtrArray           *choices; /* element-type AdwComboRow, in the order of the conflicts to choose in */
  char                *path;    /* of the file */

  GtkWidget           *apply_button;
  AdwPreferencesGroup *about_group;
  AdwPreferencesGroup *conflict_group;
  AdwPreferencesGroup *left_out_group;
  AdwPreferencesGroup *change_group;
};

G_DEFINE_FINAL_TYPE (CapacityMergeDialog, capacity_merge_dialog, ADW_TYPE_DIALOG)

/* "12, 13 (anna, 25.11.2026 10:15)" */
static char *
side_words (const CapacityConflict *conflict,
            const char             *whose,
            gboolean                is_mine)
{
  const char *who = is_mine ? conflict->my_who : conflict->their_who;
  g_autofree char *time = capacity_format_time (is_mine ? conflict->my_time : conflict->their_time);
  g_autoptr (GString) words = g_string_new (whose);

  for (guint i = 0; i < conflict->details->len; i++)
    {
      const CapacityDetail *detail = conflict->details->pdata[i];
      g_autofree char *value = is_mine ? capacity_detail_words_before (detail) : capacity_detail_words_after (detail);

      g_string_append_printf (words, "%s %s", i > 0 ? "," : ":", value);
    }
  if (who != NULL)
    g_string_append_printf (words, " (%s, %s)", who, time);

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/* "Passports: Note, Manager" */
static char *
title_words (const CapacityConflict *conflict)
{
  const CapacityDetail *first = conflict->details->pdata[0];
  g_autoptr (GString) words = g_string_new (first->subject);

  for (guint i = 0; i < conflict->details->len; i++)
    {
      g_autofree char *field = capacity_detail_words_field (conflict->details->pdata[i]);
      const char *join = i > 0 ? ", " : words->len > 0 ? ": " : "";

      if (field != NULL)
        g_string_append_printf (words, "%s%s", join, field);
    }

  return g_string_free_and_steal (g_steal_pointer (&words));
}

static GtkWidget *
choice_row_new (const CapacityConflict *conflict)
{
  g_autofree char *title = title_words (conflict);
  g_autofree char *mine = side_words (conflict, _("Mine"), TRUE);
  g_autofree char *theirs = side_words (conflict, _("Theirs"), FALSE);
  g_autoptr (GtkStringList) sides = gtk_string_list_new ((const char *[]){ mine, theirs, NULL });

  return g_object_new (ADW_TYPE_COMBO_ROW,
                       "title", title,
                       "use-markup", FALSE,
                       "model", sides,
                       "use-subtitle", TRUE,
                       NULL);
}

static GtkWidget *
left_out_row_new (const CapacityConflict *conflict)
{
  g_autofree char *title = title_words (conflict);
  const char *why = conflict->kind == CAPACITY_CONFLICT_GONE ? _("It was deleted here.")
                                                             : _("Something else stands in its place here.");

  return g_object_new (ADW_TYPE_ACTION_ROW, "title", title, "subtitle", why, "use-markup", FALSE, NULL);
}

static void
fill_conflicts (CapacityMergeDialog *self)
{
  for (guint i = 0; i < self->merge->conflicts->len; i++)
    {
      const CapacityConflict *conflict = self->merge->conflicts->pdata[i];
      gboolean is_choice = conflict->kind == CAPACITY_CONFLICT_CHANGED;
      GtkWidget *row = is_choice ? choice_row_new (conflict) : left_out_row_new (conflict);
      AdwPreferencesGroup *group = is_choice ? self->conflict_group : self->left_out_group;

      if (is_choice)
        g_ptr_array_add (self->choices, row);
      adw_preferences_group_add (group, row);
      gtk_widget_set_visible (GTK_WIDGET (group), TRUE);
    }
  if (self->merge->n_left_out > 0)
    {
      g_autofree char *text = NULL;

      text = g_strdup_printf (g_dngettext (NULL, "%u fact belongs to something that is not here any more.",
                                           "%u facts belong to something that is not here any more.",
                                           self->merge->n_left_out),
                              self->merge->n_left_out);
      adw_preferences_group_set_description (self->left_out_group, text);
      gtk_widget_set_visible (GTK_WIDGET (self->left_out_group), TRUE);
    }
}

static void
fill (CapacityMergeDialog *self)
{
  g_autoptr (GPtrArray) rows = capacity_detail_rows_new (self->merge->details);
  g_autofree char *time = capacity_format_time (self->merge->time);
  g_autofree char *about = g_strdup_printf ("%s · %s", self->merge->who, time);
  gboolean has_anything = rows->len > 0 || self->merge->conflicts->len > 0;

  adw_preferences_group_set_title (self->about_group, about);
  adw_preferences_group_set_description (self->about_group,
                                         has_anything ? _("Applying can be undone.")
                                                      : _("Everything in this file is here already."));
  gtk_widget_set_sensitive (self->apply_button, has_anything);
  fill_conflicts (self);
  gtk_widget_set_visible (GTK_WIDGET (self->change_group), rows->len > 0);
  for (guint i = 0; i < rows->len; i++)
    adw_preferences_group_add (self->change_group, rows->pdata[i]);
}

static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (CapacityMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  CapacityMerge *merge = capacity_store_preview_changes_finish (CAPACITY_STORE (source), result, &error);

  if (merge == NULL)
    {
      capacity_feedback_error (GTK_WIDGET (self), _("The Changes Could Not Be Read"), error);
      return;
    }
  self->merge = merge;
  fill (self);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CapacityMergeDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;
  g_autofree char *done = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  if (outcome == NULL)
    {
      gtk_widget_set_sensitive (self->apply_button, TRUE);
      capacity_feedback_error (GTK_WIDGET (self), _("The Changes Were Not Applied"), error);
      return;
    }
  if (outcome->action != NULL)
    {
      done = capacity_store_words_done (outcome->action);
      capacity_feedback_undo (GTK_WIDGET (self), done);
    }
  adw_dialog_close (ADW_DIALOG (self));
}

static GStrv
list_theirs (CapacityMergeDialog *self)
{
  g_autoptr (GStrvBuilder) keys = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; i < self->merge->conflicts->len; i++)
    {
      const CapacityConflict *conflict = self->merge->conflicts->pdata[i];

      if (conflict->kind == CAPACITY_CONFLICT_CHANGED && adw_combo_row_get_selected (self->choices->pdata[n++]) == 1)
        g_strv_builder_add (keys, conflict->key);
    }

  return g_strv_builder_end (keys);
}

static void
apply_cb (CapacityMergeDialog *self)
{
  g_auto (GStrv) theirs = list_theirs (self);

  gtk_widget_set_sensitive (self->apply_button, FALSE);
  capacity_workspace_merge_async (self->workspace, self->path, (const char *const *) theirs, NULL, applied_cb,
                                  g_object_ref (self));
}

static void
cancel_cb (CapacityMergeDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
capacity_merge_dialog_dispose (GObject *object)
{
  CapacityMergeDialog *self = CAPACITY_MERGE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->merge, capacity_merge_unref);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_pointer (&self->path, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_MERGE_DIALOG);

  G_OBJECT_CLASS (capacity_merge_dialog_parent_class)->dispose (object);
}

static void
capacity_merge_dialog_class_init (CapacityMergeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_merge_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/merge/capacity-merge-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityMergeDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityMergeDialog, about_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityMergeDialog, conflict_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityMergeDialog, left_out_group);
  gtk_widget_class_bind_template_child (widget_class, CapacityMergeDialog, change_group);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
capacity_merge_dialog_init (CapacityMergeDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_merge_dialog_new:
 * @workspace: an open portfolio
 * @path: a file of changes
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_merge_dialog_new (CapacityWorkspace *workspace,
                           const char        *path)
{
  CapacityMergeDialog *self = g_object_new (CAPACITY_TYPE_MERGE_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  self->path = g_strdup (path);
  capacity_store_preview_changes_async (capacity_workspace_get_store (workspace), path, self->cancellable,
                                        previewed_cb, g_object_ref (self));

  return ADW_DIALOG (self);
}
