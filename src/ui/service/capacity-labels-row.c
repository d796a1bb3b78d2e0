/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-labels-row.h"

#include <glib/gi18n.h>

#include "capacity-entry.h"
#include "capacity-format.h"
#include "capacity-label-dialog.h"
#include "capacity-names.h"
#include "capacity-register-words.h"
#include "capacity-suggestions.h"

/* The labels of one kind that a service or resource bears, folded into a row that counts them. They are
 * written by whoever owns the row: see capacity_labels_row_collect(). */
struct _CapacityLabelsRow
{
  AdwExpanderRow     parent_instance;

  GPtrArray         *labels; /* element-type CapacityLabel */
  GPtrArray         *rows;   /* element-type GtkWidget: one for each label */
  AdwEntryRow       *add_row;
  char             **names;  /* to offer */

  CapacityLabelKind  kind;
};

G_DEFINE_FINAL_TYPE (CapacityLabelsRow, capacity_labels_row, ADW_TYPE_EXPANDER_ROW)

static const struct
{
  const char *title;
  const char *add;
} texts[CAPACITY_N_LABEL_KINDS] = {
  [CAPACITY_LABEL_RECIPIENTS] = { N_("Recipient Groups"), N_("Add a Group") },
  [CAPACITY_LABEL_LIFE_SITUATION] = { N_("Life Situations"), N_("Add a Life Situation") },
  [CAPACITY_LABEL_CHANNEL] = { N_("Channels"), N_("Add a Channel") },
  [CAPACITY_LABEL_USER] = { N_("Institutions That Use It"), N_("Add an Institution") },
  [CAPACITY_LABEL_TAG] = { N_("Tags"), N_("Add a Tag") },
  [CAPACITY_LABEL_ATTACHMENT] = { N_("Attachments"), N_("Add a Path or an Address") },
};

static void show_labels (CapacityLabelsRow *self);

static GtkWidget *
suffix_new (AdwActionRow *row,
            const char   *icon_name,
            const char   *tooltip,
            GCallback     callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  g_autofree char *label = g_strdup_printf ("%s: %s", tooltip, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect (button, "clicked", callback, row);
  adw_action_row_add_suffix (row, button);

  return button;
}

static CapacityLabelsRow *
owner_of (GtkWidget *row,
          guint     *index)
{
  CapacityLabelsRow *self = CAPACITY_LABELS_ROW (gtk_widget_get_ancestor (row, CAPACITY_TYPE_LABELS_ROW));

  g_ptr_array_find (self->rows, row, index);

  return self;
}

static void
remove_cb (GtkButton *button,
           GtkWidget *row)
{
  guint index = 0;
  CapacityLabelsRow *self = owner_of (row, &index);

  g_ptr_array_remove_index (self->labels, index);
  show_labels (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

/* What is no address is a path on this computer. */
static void
open_cb (GtkButton *button,
         GtkWidget *row)
{
  const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (row));
  g_autofree char *scheme = g_uri_parse_scheme (name);

  if (scheme != NULL && !g_str_equal (scheme, "file"))
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (name);

      gtk_uri_launcher_launch (launcher, window, NULL, NULL, NULL);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
      g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

      gtk_file_launcher_launch (launcher, window, NULL, NULL, NULL);
    }
}

static void
edited_cb (CapacityLabelsRow *self)
{
  show_labels (self);
}

static void
edit_cb (GtkWidget *row)
{
  guint index = 0;
  CapacityLabelsRow *self = owner_of (row, &index);
  AdwDialog *dialog = capacity_label_dialog_new (g_ptr_array_index (self->labels, index));

  g_signal_connect_object (dialog, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static GtkWidget *
label_row_new (CapacityLabelsRow   *self,
               const CapacityLabel *label)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = capacity_words_label_details (label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), label->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (self->kind == CAPACITY_LABEL_RECIPIENTS)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row),
                                           suffix_new (ADW_ACTION_ROW (row), "document-edit-symbolic", _("Size and Level"),
                                                       G_CALLBACK (edit_cb)));
  if (self->kind == CAPACITY_LABEL_ATTACHMENT)
    adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row),
                                           suffix_new (ADW_ACTION_ROW (row), "document-open-symbolic", _("Open"),
                                                       G_CALLBACK (open_cb)));
  suffix_new (ADW_ACTION_ROW (row), "list-remove-symbolic", _("Remove"), G_CALLBACK (remove_cb));

  return row;
}

static void
show_labels (CapacityLabelsRow *self)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);

  /* The entry stays last, so that the next one can be typed at once. */
  g_object_ref (self->add_row);
  adw_expander_row_remove (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->add_row));
  for (guint i = 0; i < self->labels->len; i++)
    {
      const CapacityLabel *label = self->labels->pdata[i];
      GtkWidget *row = label_row_new (self, label);

      g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", label->name);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
      g_ptr_array_add (self->rows, row);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->add_row));
  g_object_unref (self->add_row);

  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), names->str);
  g_string_free (names, TRUE);
}

static gboolean
has_label (CapacityLabelsRow *self,
           const char        *name)
{
  for (guint i = 0; i < self->labels->len; i++)
    if (g_str_equal (((const CapacityLabel *) self->labels->pdata[i])->name, name))
      return TRUE;

  return FALSE;
}

static gboolean
take_typed (CapacityLabelsRow *self)
{
  g_autofree char *name = capacity_entry_dup_text (self->add_row);

  if (name == NULL || has_label (self, name))
    return FALSE;
  g_ptr_array_add (self->labels, capacity_label_new (self->kind, name));

  return TRUE;
}

static void
add_cb (CapacityLabelsRow *self)
{
  if (!take_typed (self))
    return;
  show_labels (self);
  capacity_entry_set_text (self->add_row, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->add_row));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (CapacityLabelsRow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autofree char *name = NULL;

  if (file == NULL)
    return;
  name = g_file_get_parse_name (file);
  capacity_entry_set_text (self->add_row, name);
  add_cb (self);
}

static void
choose_cb (CapacityLabelsRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Choose a File"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb, g_object_ref (self));
}

static void
add_choose_button (CapacityLabelsRow *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("folder-open-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Choose a File"));
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_cb), self);
  adw_entry_row_add_suffix (self->add_row, button);
}

static void
capacity_labels_row_finalize (GObject *object)
{
  CapacityLabelsRow *self = CAPACITY_LABELS_ROW (object);

  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->rows);
  g_strfreev (self->names);

  G_OBJECT_CLASS (capacity_labels_row_parent_class)->finalize (object);
}

static void
capacity_labels_row_class_init (CapacityLabelsRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = capacity_labels_row_finalize;
}

static void
capacity_labels_row_init (CapacityLabelsRow *self)
{
  self->labels = capacity_label_list_new ();
  self->rows = g_ptr_array_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_expander_row_set_subtitle_lines (ADW_EXPANDER_ROW (self), 1);
}

/**
 * capacity_labels_row_new:
 * @portfolio: whose labels to offer
 * @kind: which ones
 * @labels: (element-type CapacityLabel): all labels of the service or resource; those of other kinds are not shown
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
capacity_labels_row_new (const CapacityPortfolio *portfolio,
                         CapacityLabelKind        kind,
                         const GPtrArray         *labels)
{
  CapacityLabelsRow *self = g_object_new (CAPACITY_TYPE_LABELS_ROW, "title", _(texts[kind].title), NULL);

  self->kind = kind;
  self->names = capacity_names_labels (portfolio, kind);
  for (guint i = 0; i < labels->len; i++)
    if (((const CapacityLabel *) labels->pdata[i])->kind == kind)
      g_ptr_array_add (self->labels, capacity_label_copy (labels->pdata[i]));

  self->add_row = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->add_row), _(texts[kind].add));
  adw_entry_row_set_show_apply_button (self->add_row, TRUE);
  g_signal_connect_swapped (self->add_row, "apply", G_CALLBACK (add_cb), self);
  capacity_suggestions_add (self->add_row, (const char *const *) self->names);
  if (kind == CAPACITY_LABEL_ATTACHMENT)
    add_choose_button (self);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), GTK_WIDGET (self->add_row));
  show_labels (self);

  return GTK_WIDGET (self);
}

/**
 * capacity_labels_row_collect:
 * @labels: (element-type CapacityLabel): where to add the labels as they are in the row
 *
 * What is typed and not yet added counts as added, so that nothing is lost.
 */
void
capacity_labels_row_collect (CapacityLabelsRow *self,
                             GPtrArray         *labels)
{
  g_return_if_fail (CAPACITY_IS_LABELS_ROW (self));

  if (take_typed (self))
    {
      capacity_entry_set_text (self->add_row, NULL);
      show_labels (self);
    }
  for (guint i = 0; i < self->labels->len; i++)
    g_ptr_array_add (labels, capacity_label_copy (self->labels->pdata[i]));
}
