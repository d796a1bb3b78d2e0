/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-dialog-private.h"

#include <glib/gi18n.h>

#include "capacity-format.h"
#include "capacity-import-words.h"

/* What a file would bring, or why it brings nothing. Cells that could not be read are counted. */
static char *
say_outlook (CapacityImportDialog        *self,
             const CapacityImportOutlook *outlook)
{
  g_autofree char *summary = NULL;
  g_autofree char *effect = NULL;
  g_autofree char *number = NULL;
  g_autofree char *problems = NULL;

  if (outlook->error != NULL)
    return capacity_import_words_error (outlook->error, outlook->name);

  summary = capacity_import_words_summary (outlook->result);
  effect = capacity_import_dialog_say_effect (self, outlook);
  number = capacity_format_number ((double) outlook->result->n_problems, 0);
  problems = g_strdup_printf (ngettext ("%s cell could not be read and is left out.",
                                        "%s cells could not be read and are left out.",
                                        (gulong) outlook->result->n_problems),
                              number);

  return g_strjoin ("\n", summary, effect, outlook->result->n_problems > 0 ? problems : NULL, NULL);
}

static GtkWidget *
row_new (CapacityImportDialog        *self,
         const CapacityImportOutlook *outlook)
{
  GtkWidget *row = adw_action_row_new ();
  const char *icon_name = outlook->error != NULL ? "dialog-warning-symbolic" : "object-select-symbolic";
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "icon-name", icon_name,
                                  NULL);
  g_autofree char *text = say_outlook (self, outlook);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), outlook->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);

  return row;
}

static guint
count_good (const GPtrArray *outlooks)
{
  guint n = 0;

  for (guint i = 0; i < outlooks->len; i++)
    n += ((CapacityImportOutlook *) outlooks->pdata[i])->error == NULL;

  return n;
}

static void
show_files (CapacityImportDialog *self)
{
  guint n_good = count_good (self->outlooks);
  g_autofree char *good = capacity_format_number (n_good, 0);
  g_autofree char *all = capacity_format_number (self->outlooks->len, 0);
  g_autofree char *description = NULL;

  gtk_list_box_remove_all (self->files_list);
  for (guint i = 0; i < self->outlooks->len; i++)
    gtk_list_box_append (self->files_list, row_new (self, self->outlooks->pdata[i]));
  /* Translators: two numbers of files. */
  description = g_strdup_printf (_("%s of %s files will be imported, all of them in one step."), good, all);
  adw_preferences_group_set_description (self->files_group, description);
  capacity_import_dialog_end (self, "files");
  gtk_widget_set_sensitive (self->import_button, n_good > 0);
}

static void
files_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (CapacityImportDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *outlooks = capacity_import_tasks_read_files_finish (result, &error);

  if (outlooks == NULL)
    {
      capacity_import_dialog_fail (self, error);
      return;
    }

  g_clear_pointer (&self->outlooks, g_ptr_array_unref);
  self->outlooks = outlooks;
  show_files (self);
}

/* Reads several files, each as it is guessed or as the last of its kind was, and shows what they would bring. */
void
capacity_import_dialog_read_files (CapacityImportDialog *self,
                                   GPtrArray            *files)
{
  GCancellable *cancellable = capacity_import_dialog_begin (self);

  capacity_import_tasks_read_files (files, capacity_workspace_get_portfolio (self->workspace), self->progress,
                                    cancellable, files_read_cb, g_object_ref (self));
}

/* Imports all that could be read, in one step. */
void
capacity_import_dialog_import_files (CapacityImportDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  for (guint i = 0; i < self->outlooks->len; i++)
    {
      CapacityImportOutlook *outlook = self->outlooks->pdata[i];

      if (outlook->error == NULL)
        capacity_change_import (change, outlook->batch);
    }
  capacity_import_dialog_apply (self, change);
}
