/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-go-to-dialog.h"

#include <glib/gi18n.h>

#include "capacity-dialogs.h"
#include "capacity-rows.h"
#include "capacity-search.h"
#include "capacity-title.h"
#include "capacity-views.h"

/* Goes to a view, a service or a resource by a few letters of its name: before any is typed the views are offered. */
struct _CapacityGoToDialog
{
  AdwDialog          parent_instance;

  CapacityWorkspace *workspace;
  GCancellable      *search;
  char              *first;      /* key of the first row */
  gboolean           is_entered; /* to go to what is found first, once it is */

  GtkSearchEntry    *search_entry;
  GtkStack          *stack;
  GtkListBox        *list;
  GtkLabel          *more;
};

/* More than a person looks through. */
#define N_SHOWN 20

/* What a row is made of, parted in its key. */
#define FIELD "\037"

enum
{
  ROW_ACTION,
  ROW_TARGET,
  ROW_NAME,
  ROW_ABOUT,
};

#define KEY "capacity-key" /* of a row */

G_DEFINE_FINAL_TYPE (CapacityGoToDialog, capacity_go_to_dialog, ADW_TYPE_DIALOG)

/* What is searched for, and where. */
typedef struct
{
  CapacityPortfolio *portfolio;
  char              *text;
} Search;

static void
search_free (gpointer data)
{
  Search *self = data;

  capacity_portfolio_unref (self->portfolio);
  g_free (self->text);
  g_free (self);
}

static void
add_views (GPtrArray  *keys,
           const char *text)
{
  guint n_views = 0;
  const CapacityView *views = capacity_views_list (&n_views);

  for (guint i = 0; i < n_views; i++)
    if (*text == '\0' || g_str_match_string (text, _(views[i].title), TRUE))
      g_ptr_array_add (keys, g_strjoin (FIELD, capacity_views_action (&views[i]), "", _(views[i].title), _("View"), NULL));
}

static void
add_finds (GPtrArray       *keys,
           const GPtrArray *finds)
{
  for (guint i = 0; i < finds->len && keys->len < N_SHOWN; i++)
    {
      const CapacityFind *find = finds->pdata[i];
      g_autofree char *id = capacity_id_to_string (&find->id);
      const char *kind = find->is_resource ? _("Resource") : _("Service");
      g_autofree char *about = *find->about != '\0' ? g_strconcat (kind, " · ", find->about, NULL) : g_strdup (kind);

      g_ptr_array_add (keys, g_strjoin (FIELD, "win.show", id, find->name, about, NULL));
    }
}

static GtkWidget *
row_new (const char *key,
         guint       index,
         gpointer    user_data)
{
  g_auto (GStrv) fields = g_strsplit (key, FIELD, -1);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), fields[ROW_NAME]);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), fields[ROW_ABOUT]);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), KEY, g_strdup (key), g_free);

  return row;
}

static void
show (CapacityGoToDialog *self,
      const char         *text,
      const GPtrArray    *finds)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *more = NULL;
  guint n_views, n_more;

  add_views (keys, text);
  n_views = keys->len;
  add_finds (keys, finds);
  n_more = n_views + finds->len - keys->len;
  g_set_str (&self->first, keys->len > 0 ? keys->pdata[0] : NULL);
  capacity_rows_show (self->list, keys, row_new, self);
  if (n_more > 0)
    more = g_strdup_printf (ngettext ("And %u more: type more of the name.", "And %u more: type more of the name.", n_more),
                            n_more);
  gtk_label_set_label (self->more, more != NULL ? more : "");
  gtk_widget_set_visible (GTK_WIDGET (self->more), n_more > 0);
  gtk_stack_set_visible_child_name (self->stack, keys->len > 0 ? "list" : "none");
}

/* The window does what the row says: the dialog that asks is gone by then. */
static void
go_to (CapacityGoToDialog *self,
       const char         *key)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_auto (GStrv) fields = g_strsplit (key, FIELD, -1);

  adw_dialog_close (ADW_DIALOG (self));
  if (*fields[ROW_TARGET] != '\0')
    gtk_widget_activate_action (window, fields[ROW_ACTION], "s", fields[ROW_TARGET]);
  else
    gtk_widget_activate_action (window, fields[ROW_ACTION], NULL);
}

/* A snapshot never changes: it may be looked through in a thread. */
static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Search *search = task_data;
  g_auto (GStrv) terms = g_strsplit_set (search->text, " ", -1);

  g_task_return_pointer (task, capacity_search (search->portfolio, (const char *const *) terms),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  CapacityGoToDialog *self = CAPACITY_GO_TO_DIALOG (source);
  const Search *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) finds = g_task_propagate_pointer (G_TASK (result), NULL);

  if (finds == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  show (self, search->text, finds);
  if (self->is_entered && self->first != NULL)
    go_to (self, self->first);
  self->is_entered = FALSE;
}

static void
search_cb (CapacityGoToDialog *self)
{
  g_autoptr (GTask) task = NULL;
  Search *search = g_new0 (Search, 1);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  self->search = g_cancellable_new ();
  search->portfolio = capacity_portfolio_ref (capacity_workspace_get_portfolio (self->workspace));
  search->text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search_entry))));
  task = g_task_new (self, self->search, found_cb, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

static void
row_activated_cb (CapacityGoToDialog *self,
                  GtkListBoxRow      *row)
{
  go_to (self, g_object_get_data (G_OBJECT (row), KEY));
}

/* Enter goes to what fits the words that are there now, also those typed just before. */
static void
activate_cb (CapacityGoToDialog *self)
{
  search_cb (self);
  self->is_entered = TRUE;
}

static void
capacity_go_to_dialog_dispose (GObject *object)
{
  CapacityGoToDialog *self = CAPACITY_GO_TO_DIALOG (object);

  g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->first, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_GO_TO_DIALOG);

  G_OBJECT_CLASS (capacity_go_to_dialog_parent_class)->dispose (object);
}

static void
capacity_go_to_dialog_class_init (CapacityGoToDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_go_to_dialog_dispose;

  g_type_ensure (CAPACITY_TYPE_TITLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/window/capacity-go-to-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityGoToDialog, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CapacityGoToDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityGoToDialog, list);
  gtk_widget_class_bind_template_child (widget_class, CapacityGoToDialog, more);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_dialogs_stop_search);
}

static void
capacity_go_to_dialog_init (CapacityGoToDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_go_to_dialog_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new dialog
 */
AdwDialog *
capacity_go_to_dialog_new (CapacityWorkspace *workspace)
{
  CapacityGoToDialog *self = g_object_new (CAPACITY_TYPE_GO_TO_DIALOG, NULL);

  self->workspace = g_object_ref (workspace);
  search_cb (self);

  return ADW_DIALOG (self);
}
