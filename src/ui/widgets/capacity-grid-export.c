/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-grid-export.h"

#include <glib/gi18n.h>

#include "capacity-feedback.h"
#include "capacity-save.h"

/* The forms of a file; the first three words are the targets of actions: never change them. */
static const struct
{
  const char *name;
  const char *suffix;
  const char *label;
} forms[] = {
  { "xlsx", "xlsx", N_("Save Table as _XLSX…") },
  { "csv", "csv", N_("Save Table as CS_V…") },
  { "canonical-csv", "csv", N_("Save Table for P_rograms…") },
};

typedef struct
{
  GtkWidget    *window; /* outlives the page */
  CapacityGrid *grid;
  guint         form;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->window);
  capacity_grid_free (export->grid);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static GBytes *
content_of (const Export *export)
{
  switch (export->form)
    {
    case 0:
      return capacity_grid_to_xlsx (export->grid);
    case 1:
      return capacity_grid_to_csv (export->grid, CAPACITY_CSV_LATVIAN);
    default:
      return capacity_grid_to_csv (export->grid, CAPACITY_CSV_CANONICAL);
    }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (file == NULL)
    return;

  bytes = content_of (export);
  if (bytes == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_FAILED, "The file could not be made");
  else if (capacity_save (file, bytes, NULL, &error))
    capacity_feedback_saved (export->window, file);
  if (error != NULL)
    capacity_feedback_error (export->window, _("The Table Could Not Be Saved"), error);
}

/**
 * capacity_grid_menu_new:
 *
 * Returns: (transfer full): a section of a menu that copies and saves the table of the page in front
 */
GMenuModel *
capacity_grid_menu_new (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _("Copy as _Table"), "win.copy-table");
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autoptr (GMenuItem) item = g_menu_item_new (_(forms[i].label), NULL);

      g_menu_item_set_action_and_target (item, "win.save-table", "s", forms[i].name);
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/**
 * capacity_grid_add_copy_key:
 * @rows: a table or list of a page that gives a table
 *
 * Lets Ctrl+C copy the table of the page in front while the focus is in @rows.
 */
void
capacity_grid_add_copy_key (GtkWidget *rows)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_return_if_fail (GTK_IS_WIDGET (rows));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                                                          gtk_named_action_new ("win.copy-table")));
  gtk_widget_add_controller (rows, keys);
}

/**
 * capacity_grid_copy:
 * @widget: where it was asked for
 * @grid: (transfer none): a table
 *
 * Copies the table: spreadsheets take it as HTML, everything else as text with tabs.
 */
void
capacity_grid_copy (GtkWidget    *widget,
                    CapacityGrid *grid)
{
  guint n = capacity_grid_get_n_rows (grid);
  g_autofree char *message = g_strdup_printf (ngettext ("%u row copied", "%u rows copied", n), n);
  g_autofree char *text = capacity_grid_to_text (grid);
  char *html = capacity_grid_to_html (grid);
  g_autoptr (GBytes) bytes = g_bytes_new_take (html, strlen (html));
  GdkContentProvider *providers[] = {
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
    gdk_content_provider_new_for_bytes ("text/html", bytes),
  };
  g_autoptr (GdkContentProvider) all = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), all);
  capacity_feedback_done (widget, message);
}

/**
 * capacity_grid_save:
 * @widget: where it was asked for
 * @grid: (transfer full): a table
 * @form: `xlsx`, `csv` for spreadsheets of Latvian users, or `canonical-csv` for programs
 *
 * Asks for a file and writes the table to it; says in the window of @widget how that went.
 */
void
capacity_grid_save (GtkWidget    *widget,
                    CapacityGrid *grid,
                    const char   *form)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = NULL;
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (window);
  export->grid = grid;
  while (export->form + 1 < G_N_ELEMENTS (forms) && !g_str_equal (forms[export->form].name, form))
    export->form++;
  name = g_strdup_printf ("%s.%s", capacity_grid_get_title (grid), forms[export->form].suffix);

  gtk_file_dialog_set_title (dialog, _("Save Table"));
  gtk_file_dialog_set_accept_label (dialog, _("_Save"));
  gtk_file_dialog_set_initial_name (dialog, g_strdelimit (name, "/", '-'));
  gtk_file_dialog_save (dialog, GTK_WINDOW (window), NULL, chosen_cb, export);
}
