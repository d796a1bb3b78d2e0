/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-shortcuts-dialog.h"

#include <glib/gi18n.h>

#include "capacity-views.h"

/* The keys of the program, in one table: it sets the accelerators and it is what this dialog shows. */
struct _CapacityShortcutsDialog
{
  AdwDialog           parent_instance;

  AdwPreferencesPage *page;
};

typedef struct
{
  const char *action; /* NULL where a widget has the key itself */
  const char *key;
  const char *title;
  const char *group;
} Shortcut;

static const Shortcut shortcuts[] = {
  { "win.new-service", "<Control>n", N_("New Service"), N_("Services") },
  { "win.import", "<Control>o", N_("Import Data"), N_("Services") },
  { "win.paste", "<Control><Shift>v", N_("Import From Clipboard"), N_("Services") },
  { "win.copy-table", "<Control><Shift>c", N_("Copy as Table"), N_("Services") },
  { NULL, "<Control>c", N_("Copy Selected Rows"), N_("Services") },
  { NULL, "<Control>e", N_("Export Service Sheet"), N_("Services") },
  { NULL, "F2", N_("Edit Service"), N_("Services") },
  { NULL, "<Control>d", N_("Edit Volumes"), N_("Services") },
  { NULL, "<Control><Shift>f", N_("Choose Services"), N_("Services") },
  { NULL, "Delete", N_("Delete Selected Services"), N_("Services") },
  { "win.reports", "<Control><Shift>p", N_("Reports"), N_("Services") },
  { "win.print", "<Control>p", N_("Print"), N_("Services") },
  { "win.undo", "<Control>z", N_("Undo"), N_("Changes") },
  { "win.redo", "<Control><Shift>z", N_("Redo"), N_("Changes") },
  { NULL, "Left", N_("Previous Period"), N_("Chart") },
  { NULL, "Right", N_("Next Period"), N_("Chart") },
  { NULL, "Home", N_("First Period"), N_("Chart") },
  { NULL, "End", N_("Last Period"), N_("Chart") },
  { NULL, "Page_Up", N_("A Year Back"), N_("Chart") },
  { NULL, "Page_Down", N_("A Year Ahead"), N_("Chart") },
  { NULL, "Up", N_("Previous Series"), N_("Chart") },
  { NULL, "Down", N_("Next Series"), N_("Chart") },
  { NULL, "n", N_("Next Notable Period"), N_("Chart") },
  { NULL, "<Shift>n", N_("Previous Notable Period"), N_("Chart") },
  { NULL, "t", N_("Table or Chart"), N_("Chart") },
  { NULL, "d", N_("Read the Summary"), N_("Chart") },
  { NULL, "Escape", N_("Hide the Values"), N_("Chart") },
  { "win.search", "<Control>f", N_("Search"), N_("Moving Around") },
  { "win.go-to", "<Control>k", N_("Go To"), N_("Moving Around") },
  { NULL, "<Alt>Left", N_("Back"), N_("Moving Around") },
  { "win.menu", "F10", N_("Main Menu"), N_("General") },
  { "win.institution", "<Control>i", N_("Institution"), N_("General") },
  { "app.preferences", "<Control>comma", N_("Preferences"), N_("General") },
  { "app.shortcuts", "<Control>question", N_("Keyboard Shortcuts"), N_("General") },
  { "win.help", "F1", N_("Help"), N_("General") },
  { "window.close", "<Control>w", N_("Close Window"), N_("General") },
  { "app.quit", "<Control>q", N_("Quit"), N_("General") },
};

G_DEFINE_FINAL_TYPE (CapacityShortcutsDialog, capacity_shortcuts_dialog, ADW_TYPE_DIALOG)

/* The views are reached by their place in the sidebar; the tenth by 0. */
static char *
view_key (guint index)
{
  return g_strdup_printf ("<Alt>%u", (index + 1) % 10);
}

static GtkWidget *
row_new (const char *key_name,
         const char *title)
{
  g_autofree char *keys = NULL;
  GdkModifierType modifiers = 0;
  guint key = 0;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = NULL;

  gtk_accelerator_parse (key_name, &key, &modifiers);
  keys = gtk_accelerator_get_label (key, modifiers);

  label = gtk_label_new (keys);
  gtk_widget_add_css_class (label, "keycap");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  return row;
}

static AdwPreferencesGroup *
add_group (CapacityShortcutsDialog *self,
           const char              *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_page_add (self->page, group);

  return group;
}

static void
add_views (CapacityShortcutsDialog *self)
{
  AdwPreferencesGroup *group = add_group (self, _("Views"));
  guint n_views = 0;
  const CapacityView *views = capacity_views_list (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      g_autofree char *key = view_key (i);

      adw_preferences_group_add (group, row_new (key, _(views[i].title)));
    }
}

static void
capacity_shortcuts_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_SHORTCUTS_DIALOG);

  G_OBJECT_CLASS (capacity_shortcuts_dialog_parent_class)->dispose (object);
}

static void
capacity_shortcuts_dialog_class_init (CapacityShortcutsDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_shortcuts_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/application/capacity-shortcuts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityShortcutsDialog, page);
}

static void
capacity_shortcuts_dialog_init (CapacityShortcutsDialog *self)
{
  AdwPreferencesGroup *group = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      if (i == 0 || g_strcmp0 (shortcuts[i].group, shortcuts[i - 1].group) != 0)
        group = add_group (self, _(shortcuts[i].group));
      adw_preferences_group_add (group, row_new (shortcuts[i].key, _(shortcuts[i].title)));
    }
  add_views (self);
}

/**
 * capacity_shortcuts_dialog_new:
 *
 * Returns: (transfer floating): a dialog that lists the keys of the program
 */
AdwDialog *
capacity_shortcuts_dialog_new (void)
{
  return g_object_new (CAPACITY_TYPE_SHORTCUTS_DIALOG, NULL);
}

static void
set_key (GtkApplication *application,
         const char     *action,
         const char     *key)
{
  const char *keys[] = { key, NULL };

  gtk_application_set_accels_for_action (application, action, keys);
}

/**
 * capacity_shortcuts_install:
 * @application: the application
 *
 * Gives every action of the table and every view its key.
 */
void
capacity_shortcuts_install (GtkApplication *application)
{
  guint n_views = 0;
  const CapacityView *views = capacity_views_list (&n_views);

  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (gsize i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    if (shortcuts[i].action != NULL)
      set_key (application, shortcuts[i].action, shortcuts[i].key);
  for (guint i = 0; i < n_views; i++)
    {
      g_autofree char *key = view_key (i);

      set_key (application, capacity_views_action (&views[i]), key);
    }
}
