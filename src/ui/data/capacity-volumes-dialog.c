/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-volumes-dialog.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-quality-words.h"
#include "capacity-volume-column-dialog.h"
#include "capacity-volume-edit.h"
#include "capacity-words.h"

/*
 * CapacityVolumesDialog:
 *
 * The volumes of a service by month, to be written in like a spreadsheet: Enter keeps a number and goes on to the next
 * month, a block that was copied elsewhere is pasted from the cell on. Each is one step of undo. Months that something
 * may be wrong with are marked.
 */
struct _CapacityVolumesDialog
{
  AdwDialog           parent_instance;

  CapacityWorkspace  *workspace;
  CapacityVolumeEdit *edit;
  GHashTable         *findings; /* index of a month → what may be wrong */
  GPtrArray          *cells;    /* element-type GtkListItem, those on the screen; owned by the table */

  GtkStack           *stack;
  GtkColumnView      *table;
  GtkWidget          *add_button;
  AdwBanner          *banner;   /* what the last block had too much */
  GtkStringList      *months;   /* a name for each row; owned by the table */

  CapacityId          service;
  int                 first;     /* month of the first row */
  int                 month;     /* where to begin */
  guint               column;
  guint               n_writing; /* changes on their way into the portfolio */
  guint               n_frames;
};

#define COLUMN "capacity-column"
#define SHOWN "capacity-shown" /* the text that was put into a cell last */

/* Frames until the dialog has its size, and until a row far away is there. */
#define N_SIZE_FRAMES 3
#define N_FRAMES 6

G_DEFINE_FINAL_TYPE (CapacityVolumesDialog, capacity_volumes_dialog, ADW_TYPE_DIALOG)

static int
month_of (CapacityVolumesDialog *self,
          guint                  position)
{
  return capacity_volume_edit_first (self->edit) + (int) position;
}

static int
this_month (CapacityVolumesDialog *self)
{
  return capacity_period_of_date (CAPACITY_PERIOD_MONTH, capacity_workspace_get_today (self->workspace)).index;
}

static char *
month_name (int month)
{
  return capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

/* What a column counts: what sets it apart from the others. */
static char *
column_title (const CapacityVolume *volume)
{
  g_autofree char *part = capacity_words_part (volume);

  return g_strjoin (" · ", capacity_words_measure (volume->measure), part, NULL);
}

static guint
column_of (GtkListItem *cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), COLUMN));
}

static void
set_problem (GtkWidget  *entry,
             const char *problem)
{
  if (problem != NULL)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, problem);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_value (CapacityVolumesDialog *self,
            GtkListItem           *cell)
{
  GtkWidget *entry = gtk_list_item_get_child (cell);
  int month = month_of (self, gtk_list_item_get_position (cell));
  double value = capacity_volume_edit_get (self->edit, column_of (cell), month);
  const char *finding = g_hash_table_lookup (self->findings, GINT_TO_POINTER (month));
  g_autofree char *text = capacity_format_exact (value);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_object_set_data_full (G_OBJECT (entry), SHOWN, g_steal_pointer (&text), g_free);
  set_problem (entry, NULL);
  if (finding != NULL)
    gtk_widget_add_css_class (entry, "warning");
  else
    gtk_widget_remove_css_class (entry, "warning");
  if (finding != NULL)
    gtk_widget_set_tooltip_text (entry, finding);
}

/* Whether somebody has written in the cell what has not been entered. */
static gboolean
is_typed (GtkListItem *cell)
{
  GtkWidget *entry = gtk_list_item_get_child (cell);

  return !g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entry)), g_object_get_data (G_OBJECT (entry), SHOWN));
}

static void follow (CapacityVolumesDialog *self);

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (CapacityVolumesDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  if (outcome == NULL)
    capacity_feedback_error (GTK_WIDGET (self), _("The Volumes Were Not Changed"), error);
  self->n_writing--;
  if (self->workspace != NULL && self->n_writing == 0)
    follow (self);
}

static void
apply (CapacityVolumesDialog *self)
{
  g_autoptr (CapacityChange) change = capacity_volume_edit_to_change (self->edit);

  adw_banner_set_revealed (self->banner, FALSE);
  self->n_writing++;
  capacity_workspace_apply_async (self->workspace, change, NULL, applied_cb, g_object_ref (self));
}

/* Whether @text is a value; an empty one is "not measured". */
static gboolean
parse_value (const char *text,
             double     *value)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *value = *stripped != '\0' ? capacity_format_parse_number (stripped) : NAN;

  return *stripped == '\0' || *value >= 0;
}

/* Whether what was typed in the cell is a value; it is then kept. */
static gboolean
keep (CapacityVolumesDialog *self,
      GtkListItem           *cell)
{
  GtkWidget *entry = gtk_list_item_get_child (cell);
  int month = month_of (self, gtk_list_item_get_position (cell));
  double before = capacity_volume_edit_get (self->edit, column_of (cell), month);
  double value = NAN;

  if (!is_typed (cell))
    return TRUE;
  if (!parse_value (gtk_editable_get_text (GTK_EDITABLE (entry)), &value))
    {
      set_problem (entry, _("Write a number, such as 1200"));
      return FALSE;
    }
  if (value != before && !(isnan (value) && isnan (before)))
    {
      capacity_volume_edit_set (self->edit, column_of (cell), month, value);
      apply (self);
    }
  show_value (self, cell);

  return TRUE;
}

static void
leave_cb (GtkEventController *controller,
          GtkListItem        *cell)
{
  GtkWidget *dialog = gtk_widget_get_ancestor (gtk_event_controller_get_widget (controller),
                                               CAPACITY_TYPE_VOLUMES_DIALOG);

  if (dialog != NULL)
    keep (CAPACITY_VOLUMES_DIALOG (dialog), cell);
}

static gboolean
focus_cell (CapacityVolumesDialog *self,
            guint                  column,
            guint                  position)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkListItem *cell = g_ptr_array_index (self->cells, i);

      if (column_of (cell) == column && gtk_list_item_get_position (cell) == position)
        return gtk_widget_grab_focus (gtk_list_item_get_child (cell));
    }

  return FALSE;
}

/* On to the next month, as in a spreadsheet. */
static void
activate_cb (GtkWidget   *entry,
             GtkListItem *cell)
{
  CapacityVolumesDialog *self = CAPACITY_VOLUMES_DIALOG (gtk_widget_get_ancestor (entry, CAPACITY_TYPE_VOLUMES_DIALOG));

  if (keep (self, cell))
    focus_cell (self, column_of (cell), gtk_list_item_get_position (cell) + 1);
}

/* The values of a row of a block, from @column on; whether they are values. */
static gboolean
put_row (CapacityVolumesDialog *self,
         guint                  column,
         int                    month,
         const char            *line,
         gboolean               is_writing,
         guint                 *n_left_out)
{
  g_auto (GStrv) fields = g_strsplit (line, "\t", -1);
  gboolean is_to_come = month > MAX (capacity_volume_edit_last (self->edit), this_month (self));

  for (guint i = 0; fields[i] != NULL; i++)
    {
      double value = NAN;

      if (is_to_come || column + i >= capacity_volume_edit_n_columns (self->edit))
        *n_left_out += *g_strstrip (fields[i]) != '\0';
      else if (!parse_value (fields[i], &value))
        return FALSE;
      else if (is_writing)
        capacity_volume_edit_set (self->edit, column + i, month, value);
    }

  return TRUE;
}

/* Shows what was pasted, also where something was typed before: to the right of @from and below it. */
static void
show_pasted (CapacityVolumesDialog *self,
             GtkListItem           *from)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      GtkListItem *cell = g_ptr_array_index (self->cells, i);

      if (column_of (cell) >= column_of (from) && gtk_list_item_get_position (cell) >= gtk_list_item_get_position (from))
        show_value (self, cell);
    }
}

static void
say_left_out (CapacityVolumesDialog *self,
              guint                  n)
{
  g_autofree char *message = g_strdup_printf (ngettext ("%u value did not fit into the table",
                                                        "%u values did not fit into the table", n), n);

  adw_banner_set_title (self->banner, message);
  adw_banner_set_revealed (self->banner, TRUE);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->banner), message, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* A block of lines and tabs, from @cell on. What is no number makes nothing of it be taken. */
static gboolean
put_block (CapacityVolumesDialog *self,
           GtkListItem           *cell,
           const char            *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  int month = month_of (self, gtk_list_item_get_position (cell));
  guint n_left_out = 0;

  for (guint is_writing = 0; is_writing < 2; is_writing++)
    {
      n_left_out = 0;
      for (guint i = 0; lines[i] != NULL && (lines[i + 1] != NULL || *lines[i] != '\0'); i++)
        if (!put_row (self, column_of (cell), month + (int) i, lines[i], is_writing != 0, &n_left_out))
          return FALSE;
    }
  apply (self);
  show_pasted (self, cell);
  if (n_left_out > 0)
    say_left_out (self, n_left_out);

  return TRUE;
}

typedef struct
{
  GtkWidget   *entry;
  GtkListItem *cell;
} Paste;

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autofree Paste *paste = user_data;
  g_autoptr (GtkWidget) entry = paste->entry;
  g_autoptr (GtkListItem) cell = paste->cell;
  GtkWidget *dialog = gtk_widget_get_ancestor (entry, CAPACITY_TYPE_VOLUMES_DIALOG);
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  int position = 0;

  if (text == NULL || dialog == NULL || !g_ptr_array_find (CAPACITY_VOLUMES_DIALOG (dialog)->cells, cell, NULL))
    return;
  if (strpbrk (text, "\t\n") == NULL)
    {
      gtk_editable_delete_selection (GTK_EDITABLE (entry));
      position = gtk_editable_get_position (GTK_EDITABLE (entry));
      gtk_editable_insert_text (GTK_EDITABLE (entry), text, -1, &position);
      gtk_editable_set_position (GTK_EDITABLE (entry), position);
    }
  else if (!put_block (CAPACITY_VOLUMES_DIALOG (dialog), cell, text))
    {
      set_problem (entry, _("What was copied is not numbers only"));
    }
}

static void
paste_cb (GtkText     *text,
          GtkListItem *cell)
{
  Paste *paste = NULL;

  if (!gtk_editable_get_editable (GTK_EDITABLE (text)))
    return;

  paste = g_new (Paste, 1);
  g_signal_stop_emission_by_name (text, "paste-clipboard");
  *paste = (Paste){ g_object_ref (gtk_list_item_get_child (cell)), g_object_ref (cell) };
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (text)), NULL, pasted_cb, paste);
}

static void
month_setup_cb (GtkListItemFactory *factory,
                GtkListItem        *cell,
                gpointer            user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_focusable (cell, FALSE);
  gtk_list_item_set_child (cell, label);
}

static void
month_bind_cb (GtkListItemFactory *factory,
               GtkListItem        *cell,
               gpointer            user_data)
{
  GtkStringObject *month = gtk_list_item_get_item (cell);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (cell)), gtk_string_object_get_string (month));
}

static void
value_setup_cb (GtkListItemFactory *factory,
                GtkListItem        *cell,
                gpointer            user_data)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_object_set_data (G_OBJECT (cell), COLUMN, user_data);
  gtk_entry_set_has_frame (GTK_ENTRY (entry), FALSE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 9);
  gtk_widget_add_css_class (entry, "numeric");
  g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), cell);
  g_signal_connect (gtk_editable_get_delegate (GTK_EDITABLE (entry)), "paste-clipboard", G_CALLBACK (paste_cb), cell);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), cell);
  gtk_widget_add_controller (entry, focus);
  gtk_list_item_set_focusable (cell, FALSE);
  gtk_list_item_set_child (cell, entry);
}

static void
value_bind_cb (GtkListItemFactory *factory,
               GtkListItem        *cell,
               gpointer            user_data)
{
  CapacityVolumesDialog *self = g_object_get_data (G_OBJECT (factory), "capacity-dialog");
  GtkWidget *entry = gtk_list_item_get_child (cell);
  g_autofree char *title = column_title (capacity_volume_edit_column (self->edit, column_of (cell)));
  g_autofree char *month = month_name (month_of (self, gtk_list_item_get_position (cell)));
  g_autofree char *label = g_strdup_printf ("%s, %s", month, title);

  g_ptr_array_add (self->cells, cell);
  gtk_editable_set_editable (GTK_EDITABLE (entry), !capacity_workspace_is_read_only (self->workspace));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  show_value (self, cell);
}

static void
value_unbind_cb (GtkListItemFactory *factory,
                 GtkListItem        *cell,
                 gpointer            user_data)
{
  CapacityVolumesDialog *self = g_object_get_data (G_OBJECT (factory), "capacity-dialog");

  if (self->cells != NULL)
    g_ptr_array_remove_fast (self->cells, cell);
}

static void
add_value_column (CapacityVolumesDialog *self,
                  guint                  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = column_title (capacity_volume_edit_column (self->edit, column));
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_object_set_data (G_OBJECT (factory), "capacity-dialog", self);
  g_signal_connect (factory, "setup", G_CALLBACK (value_setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (value_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (value_unbind_cb), NULL);
  view_column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_append_column (self->table, view_column);
}

static void
add_month_column (CapacityVolumesDialog *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) month = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (month_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (month_bind_cb), NULL);
  month = gtk_column_view_column_new (_("Month"), factory);
  gtk_column_view_column_set_expand (month, TRUE);
  gtk_column_view_append_column (self->table, month);
}

static void
find_problems (CapacityVolumesDialog           *self,
               const CapacityServiceAssessment *service)
{
  g_autoptr (GArray) findings = capacity_quality_find_service (service);

  g_hash_table_remove_all (self->findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const CapacityFinding *finding = &g_array_index (findings, CapacityFinding, i);

      for (int month = finding->first; month < finding->first + (int) finding->n; month++)
        g_hash_table_insert (self->findings, GINT_TO_POINTER (month), capacity_words_finding_title (finding));
    }
}

static void
insert_months (CapacityVolumesDialog *self,
               guint                  position,
               int                    first,
               int                    end)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (int month = first; month < end; month++)
    g_strv_builder_take (builder, month_name (month));
  names = g_strv_builder_end (builder);
  gtk_string_list_splice (self->months, position, 0, (const char *const *) names);
}

/* Adds what the table does not have yet; the rows and columns that are there stay where they are. */
static void
grow (CapacityVolumesDialog *self)
{
  int first = capacity_volume_edit_first (self->edit);
  guint n_columns = g_list_model_get_n_items (gtk_column_view_get_columns (self->table)) - 1;
  guint n_months = 0;

  insert_months (self, 0, first, self->first);
  self->first = first;
  n_months = g_list_model_get_n_items (G_LIST_MODEL (self->months));
  insert_months (self, n_months, first + (int) n_months, capacity_volume_edit_last (self->edit) + 1);
  for (guint i = n_columns; i < capacity_volume_edit_n_columns (self->edit); i++)
    add_value_column (self, i);
  gtk_stack_set_visible_child_name (self->stack, capacity_volume_edit_n_columns (self->edit) > 0 ? "table" : "other");
}

/* What was changed here, or taken back, shows in the cells, but where somebody is typing. */
static void
follow (CapacityVolumesDialog *self)
{
  CapacityServiceItem *item = capacity_workspace_get_service (self->workspace, &self->service);

  if (item == NULL)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }

  if (self->n_writing == 0)
    capacity_volume_edit_settle (self->edit);
  capacity_volume_edit_follow (self->edit, capacity_service_item_get_service (item));
  find_problems (self, capacity_service_item_get_assessment (item));
  grow (self);
  for (guint i = 0; i < self->cells->len; i++)
    if (!is_typed (g_ptr_array_index (self->cells, i)))
      show_value (self, g_ptr_array_index (self->cells, i));
}

/* The row is made only when the table has scrolled there, some frames later. The newest months are in view with it, if
 * there is room for them. */
static gboolean
begin_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  CapacityVolumesDialog *self = CAPACITY_VOLUMES_DIALOG (widget);
  guint newest = g_list_model_get_n_items (G_LIST_MODEL (self->months)) - 1;
  guint position = (guint) (self->month - self->first);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->table)))
    return G_SOURCE_CONTINUE;

  gtk_column_view_scroll_to (self->table, self->n_frames < N_SIZE_FRAMES ? newest : position, NULL,
                             GTK_LIST_SCROLL_NONE, NULL);
  if (++self->n_frames < N_FRAMES)
    return G_SOURCE_CONTINUE;
  focus_cell (self, self->column, position);

  return G_SOURCE_REMOVE;
}

static void
begin (CapacityVolumesDialog *self,
       guint                  column)
{
  self->column = column;
  self->n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), begin_cb, NULL, NULL);
}

static gboolean
chosen_cb (CapacityVolumesDialog *self,
           const CapacityVolume  *column)
{
  if (!capacity_volume_edit_add (self->edit, column))
    return FALSE;

  grow (self);
  self->month = capacity_volume_edit_next (self->edit);
  begin (self, capacity_volume_edit_n_columns (self->edit) - 1);

  return TRUE;
}

static void
add_column_cb (CapacityVolumesDialog *self)
{
  AdwDialog *dialog = capacity_volume_column_dialog_new (capacity_workspace_get_portfolio (self->workspace));

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
capacity_volumes_dialog_dispose (GObject *object)
{
  CapacityVolumesDialog *self = CAPACITY_VOLUMES_DIALOG (object);

  if (self->table != NULL)
    gtk_column_view_set_model (self->table, NULL);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_hash_table_unref);
  g_clear_pointer (&self->edit, capacity_volume_edit_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_VOLUMES_DIALOG);

  G_OBJECT_CLASS (capacity_volumes_dialog_parent_class)->dispose (object);
}

static void
capacity_volumes_dialog_class_init (CapacityVolumesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_volumes_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/data/capacity-volumes-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityVolumesDialog, add_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityVolumesDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, CapacityVolumesDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityVolumesDialog, table);
  gtk_widget_class_bind_template_callback (widget_class, add_column_cb);
}

static void
capacity_volumes_dialog_init (CapacityVolumesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->cells = g_ptr_array_new ();
  self->findings = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->months = gtk_string_list_new (NULL);
  gtk_column_view_set_model (self->table, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->months))));
  add_month_column (self);
}

/**
 * capacity_volumes_dialog_new:
 * @workspace: the portfolio
 * @service: a service of it
 * @month: index of a month to begin at; 0 for the one to go on with
 *
 * Returns: (transfer floating): a dialog to correct the volumes of @service
 */
AdwDialog *
capacity_volumes_dialog_new (CapacityWorkspace *workspace,
                             const CapacityId  *service,
                             int                month)
{
  CapacityVolumesDialog *self = g_object_new (CAPACITY_TYPE_VOLUMES_DIALOG, NULL);
  CapacityServiceItem *item = capacity_workspace_get_service (workspace, service);

  self->workspace = g_object_ref (workspace);
  self->service = *service;
  self->edit = capacity_volume_edit_new (capacity_service_item_get_service (item), this_month (self) - 1);
  self->first = capacity_volume_edit_first (self->edit);
  self->month = month >= self->first && month <= capacity_volume_edit_last (self->edit)
                  ? month : capacity_volume_edit_next (self->edit);
  adw_dialog_set_title (ADW_DIALOG (self), capacity_service_item_get_name (item));
  find_problems (self, capacity_service_item_get_assessment (item));
  grow (self);
  if (capacity_volume_edit_n_columns (self->edit) > 0)
    begin (self, 0);
  gtk_widget_set_visible (self->add_button, !capacity_workspace_is_read_only (workspace));
  g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (follow), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
