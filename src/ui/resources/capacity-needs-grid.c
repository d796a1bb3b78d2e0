/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-needs-grid.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-apply.h"
#include "capacity-columns.h"
#include "capacity-feedback.h"
#include "capacity-format.h"
#include "capacity-gradual.h"
#include "capacity-resource-words.h"
#include "capacity-search.h"
#include "capacity-text-cell.h"

/* What one case of each service takes of each resource: services in rows, resources in columns. A cell is the need
 * for all applications alike; needs by kind or channel are edited on the pages and marked here. Typing edits the cell
 * that has the focus, Delete empties it, Ctrl+V pastes a block of numbers from it on. */
struct _CapacityNeedsGrid
{
  AdwBin              parent_instance;

  CapacityWorkspace  *workspace;
  GPtrArray          *resources; /* element-type CapacityResourceItem: all that are asked for */
  GtkFilter          *filter;    /* of services */
  GtkFilterListModel *filtered;
  GStrv               words;

  GtkColumnView      *view;
  GtkSearchEntry     *search_entry;
  GtkLabel           *cut_label;
  GtkWidget          *editor;   /* nullable: the popover over a cell */
  GtkWidget          *entry;    /* in it */
  GtkLabel           *hint;     /* in it: what may be written */
};

#define CELL "capacity-cell"
#define RESOURCE "capacity-resource"
#define TITLE "capacity-title"
#define STALE "capacity-stale" /* set while a cell is not as its item */
#define CELL_WIDTH 96
#define NAME_WIDTH 180
/* A cell is a widget, and as many services as the table keeps have one for each column. */
#define MAX_COLUMNS 30
#define N_AT_ONCE 1 /* row, which is long */

G_DEFINE_FINAL_TYPE (CapacityNeedsGrid, capacity_needs_grid, ADW_TYPE_BIN)

static const CapacityNeed *
find_need (const CapacityService *service,
           const CapacityId      *resource,
           gboolean              *has_more)
{
  const CapacityNeed *found = NULL;

  *has_more = FALSE;
  for (guint i = 0; i < service->needs->len; i++)
    {
      const CapacityNeed *need = service->needs->pdata[i];

      if (!capacity_id_equal (&need->resource, resource))
        continue;
      if (need->kind == CAPACITY_REQUEST_ALL && need->channel == NULL)
        found = need;
      else
        *has_more = TRUE;
    }

  return found;
}

/* The amount, with a star where there are others by kind or channel. */
static char *
cell_text (CapacityServiceItem *item,
           const CapacityId    *resource)
{
  gboolean has_more = FALSE;
  const CapacityNeed *need = find_need (capacity_service_item_get_service (item), resource, &has_more);
  g_autofree char *amount = need != NULL ? capacity_format_exact (need->amount) : g_strdup ("");

  return has_more ? g_strconcat (amount, " ✱", NULL) : g_steal_pointer (&amount);
}

/* Adds to @change that a service needs @amount, or nothing where it is NaN; returns whether that is new. */
static gboolean
set_need (CapacityChange        *change,
          const CapacityService *service,
          const CapacityId      *resource,
          double                 amount)
{
  gboolean has_more = FALSE;
  const CapacityNeed *before = find_need (service, resource, &has_more);
  g_autoptr (CapacityNeed) need = NULL;

  if (isnan (amount))
    {
      if (before != NULL)
        capacity_change_remove_need (change, &before->id);
      return before != NULL;
    }
  if (before != NULL && before->amount == amount)
    return FALSE;

  need = before != NULL ? capacity_need_copy (before) : capacity_need_new (resource, CAPACITY_REQUEST_ALL, amount);
  need->amount = amount;
  capacity_change_set_need (change, &service->id, need);

  return TRUE;
}

static void
commit (CapacityNeedsGrid   *self,
        CapacityServiceItem *item,
        const CapacityId    *resource,
        double               amount)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();

  if (set_need (change, capacity_service_item_get_service (item), resource, amount))
    capacity_apply_in_place (GTK_WIDGET (self), self->workspace, change, _("The Need Was Not Changed"));
}

/* An empty text stands for "nothing". */
static gboolean
parse_amount (const char *text,
              double     *amount)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  *amount = *stripped != '\0' ? capacity_format_parse_number (stripped) : NAN;

  return *stripped == '\0' || *amount > 0;
}

static void
close_editor (CapacityNeedsGrid *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  if (editor == NULL)
    return;

  gtk_popover_popdown (GTK_POPOVER (editor));
  gtk_widget_unparent (editor);
}

static void
entered_cb (CapacityNeedsGrid *self)
{
  GtkListItem *cell = g_object_get_data (G_OBJECT (self->editor), CELL);
  const CapacityId *resource = g_object_get_data (G_OBJECT (cell), RESOURCE);
  GtkWidget *place = gtk_widget_get_parent (gtk_list_item_get_child (cell));
  double amount = NAN;

  if (!parse_amount (gtk_editable_get_text (GTK_EDITABLE (self->entry)), &amount))
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_set_css_classes (GTK_WIDGET (self->hint), (const char *[]){ "error", NULL });
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE,
                                   -1);
      return;
    }

  commit (self, gtk_list_item_get_item (cell), resource, amount);
  close_editor (self);
  gtk_widget_grab_focus (place);
  gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_DOWN);
}

static void
typed_cb (CapacityNeedsGrid *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
  gtk_widget_set_css_classes (GTK_WIDGET (self->hint), (const char *[]){ "dimmed", NULL });
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* What may be written is said from the start: a popover that grows may close. */
static GtkWidget *
editor_new (CapacityNeedsGrid *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entry = gtk_entry_new ();
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  self->hint = GTK_LABEL (gtk_label_new (_("Write a number above zero, such as 0.5, or nothing")));
  gtk_label_set_wrap (self->hint, TRUE);
  gtk_label_set_max_width_chars (self->hint, 24);
  gtk_widget_add_css_class (GTK_WIDGET (self->hint), "dimmed");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->hint));
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entered_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);

  return box;
}

static void
edit (CapacityNeedsGrid *self,
      GtkListItem       *cell,
      const char        *typed)
{
  const CapacityId *resource = g_object_get_data (G_OBJECT (cell), RESOURCE);
  CapacityServiceItem *item = gtk_list_item_get_item (cell);
  gboolean has_more = FALSE;
  const CapacityNeed *need = find_need (capacity_service_item_get_service (item), resource, &has_more);
  g_autofree char *amount = need != NULL ? capacity_format_exact (need->amount) : g_strdup ("");
  g_autofree char *name = NULL;

  if (capacity_workspace_is_read_only (self->workspace))
    return;

  close_editor (self);
  self->editor = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->editor), editor_new (self));
  g_object_set_data_full (G_OBJECT (self->editor), CELL, g_object_ref (cell), g_object_unref);
  gtk_widget_set_parent (self->editor, gtk_list_item_get_child (cell));
  /* Translators: what is typed in the table of needs; %s is a service */
  name = g_strdup_printf (_("What a case of “%s” takes"), capacity_service_item_get_name (item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), typed != NULL ? typed : amount);
  gtk_popover_popup (GTK_POPOVER (self->editor));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

/* The cell whose widget @place is, or NULL where that is another. */
static GtkListItem *
cell_of (GtkWidget *place)
{
  GtkWidget *child = place != NULL ? gtk_widget_get_first_child (place) : NULL;

  return child != NULL ? g_object_get_data (G_OBJECT (child), CELL) : NULL;
}

/* The cell that has the focus, or NULL where that is a service's name. */
static GtkListItem *
focused_cell (CapacityNeedsGrid *self)
{
  return cell_of (gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
}

static GtkColumnViewColumn *
column_of (CapacityNeedsGrid *self,
           GtkListItem       *cell,
           guint             *index)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  const CapacityId *resource = g_object_get_data (G_OBJECT (cell), RESOURCE);

  for (guint i = 1; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (g_object_get_data (G_OBJECT (column), RESOURCE) == resource)
        {
          *index = i;
          return column;
        }
    }

  return NULL;
}

/* Pastes one line of a block from a column on, over the columns that are shown; says what is no number. */
static char *
paste_line (CapacityNeedsGrid   *self,
            CapacityChange      *change,
            CapacityServiceItem *item,
            guint                first,
            const char          *line,
            guint               *n_changed)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  g_auto (GStrv) texts = g_strsplit (line, "\t", -1);

  for (guint i = 0; texts[i] != NULL && first + i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, first + i);
      double amount = NAN;

      if (!parse_amount (texts[i], &amount))
        /* Translators: %1$s is what was pasted, %2$s a service, %3$s a resource */
        return g_strdup_printf (_("“%1$s” is not a number above zero (%2$s, %3$s)."), texts[i],
                                capacity_service_item_get_name (item), gtk_column_view_column_get_title (column));
      *n_changed += set_need (change, capacity_service_item_get_service (item),
                              g_object_get_data (G_OBJECT (column), RESOURCE), amount);
    }

  return NULL;
}

static void
paste (CapacityNeedsGrid *self,
       GtkListItem       *cell,
       const char        *text)
{
  GListModel *rows = G_LIST_MODEL (self->filtered);
  g_autoptr (CapacityChange) change = capacity_change_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *problem = NULL;
  guint column = 0, n_changed = 0, row = gtk_list_item_get_position (cell);

  column_of (self, cell, &column);
  for (guint i = 0; lines[i] != NULL && problem == NULL && row + i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CapacityServiceItem) item = g_list_model_get_item (rows, row + i);

      g_strchomp (lines[i]);
      if (lines[i][0] != '\0' || lines[i + 1] != NULL)
        problem = paste_line (self, change, item, column, lines[i], &n_changed);
    }

  if (problem != NULL)
    {
      g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_INVALID_DATA, problem);

      capacity_feedback_error (GTK_WIDGET (self), _("Nothing Was Pasted"), error);
    }
  else if (n_changed > 0)
    {
      capacity_apply_in_place (GTK_WIDGET (self), self->workspace, change, _("The Need Was Not Changed"));
    }
}

typedef struct
{
  CapacityNeedsGrid *self;
  GtkListItem       *cell;
} Paste;

static void
pasted_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Paste *data = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text != NULL && gtk_list_item_get_item (data->cell) != NULL)
    paste (data->self, data->cell, text);
  g_object_unref (data->self);
  g_object_unref (data->cell);
  g_free (data);
}

static void
paste_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  CapacityNeedsGrid *self = CAPACITY_NEEDS_GRID (widget);
  GtkListItem *cell = focused_cell (self);
  Paste *data = NULL;

  if (cell == NULL || capacity_workspace_is_read_only (self->workspace))
    return;

  data = g_new (Paste, 1);
  *data = (Paste){ g_object_ref (self), g_object_ref (cell) };
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, pasted_cb, data);
}

static gboolean
key_pressed_cb (CapacityNeedsGrid *self,
                guint              keyval,
                guint              keycode,
                GdkModifierType    state)
{
  GtkListItem *cell = focused_cell (self);
  gunichar typed = gdk_keyval_to_unicode (keyval);
  char text[7] = "";

  if (cell == NULL || self->workspace == NULL || capacity_workspace_is_read_only (self->workspace))
    return GDK_EVENT_PROPAGATE;
  if ((state & GDK_CONTROL_MASK) != 0 && (keyval == GDK_KEY_v || keyval == GDK_KEY_V))
    {
      paste_action (GTK_WIDGET (self), NULL, NULL);
      return GDK_EVENT_STOP;
    }
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_F2 || keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    edit (self, cell, NULL);
  else if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_BackSpace)
    commit (self, gtk_list_item_get_item (cell), g_object_get_data (G_OBJECT (cell), RESOURCE), NAN);
  else if (g_unichar_isdigit (typed) || typed == ',' || typed == '.')
    edit (self, cell, (text[g_unichar_to_utf8 (typed, text)] = '\0', text));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
show_need (GtkListItem      *cell,
           const CapacityId *resource)
{
  CapacityServiceItem *item = gtk_list_item_get_item (cell);
  GtkWidget *child = gtk_list_item_get_child (cell);
  g_autofree char *text = cell_text (item, resource);
  g_autofree char *name = g_strdup_printf ("%s, %s: %s", capacity_service_item_get_name (item),
                                           (const char *) g_object_get_data (G_OBJECT (cell), TITLE),
                                           *text != '\0' ? text : "–");

  capacity_text_cell_set_text (CAPACITY_TEXT_CELL (child), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (child)), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* A cell follows its item only while it is seen. */
static void
show_cell (GtkListItem *cell)
{
  CapacityServiceItem *item = gtk_list_item_get_item (cell);
  GtkWidget *child = gtk_list_item_get_child (cell);
  const CapacityId *resource = g_object_get_data (G_OBJECT (cell), RESOURCE);
  gboolean is_seen = gtk_widget_get_mapped (child);

  g_object_set_data (G_OBJECT (cell), STALE, is_seen ? NULL : cell);
  if (!is_seen)
    return;

  if (resource != NULL)
    show_need (cell, resource);
  else
    capacity_text_cell_set_text (CAPACITY_TEXT_CELL (child), capacity_service_item_get_name (item));
}

static void
mapped_cb (GtkWidget   *child,
           GtkListItem *cell)
{
  if (g_object_get_data (G_OBJECT (cell), STALE) != NULL && gtk_list_item_get_item (cell) != NULL)
    show_cell (cell);
}

/* The name follows its service for the whole row: each cell that did would be a call for each change. */
static void
show_row (GtkListItem *name)
{
  GtkWidget *first = gtk_widget_get_parent (gtk_list_item_get_child (name));

  show_cell (name);
  for (GtkWidget *place = gtk_widget_get_next_sibling (first); place != NULL; place = gtk_widget_get_next_sibling (place))
    {
      GtkListItem *cell = cell_of (place);

      if (cell != NULL && gtk_list_item_get_item (cell) != NULL)
        show_cell (cell);
    }
}

static void
name_mapped_cb (GtkWidget   *child,
                GtkListItem *name)
{
  if (g_object_get_data (G_OBJECT (name), STALE) != NULL && gtk_list_item_get_item (name) != NULL)
    show_row (name);
}

static void
item_changed_cb (CapacityItem *item,
                 GParamSpec   *pspec,
                 GtkListItem  *name)
{
  if (gtk_widget_get_mapped (gtk_list_item_get_child (name)))
    show_row (name);
  else
    g_object_set_data (G_OBJECT (name), STALE, name);
}

/* The cell at a place of the table, or NULL where there is none that can be edited. */
static GtkListItem *
cell_at (CapacityNeedsGrid *self,
         double             x,
         double             y)
{
  GtkWidget *view = GTK_WIDGET (self->view);
  GtkListItem *cell = NULL;

  for (GtkWidget *widget = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT); cell == NULL && widget != NULL && widget != view;
       widget = gtk_widget_get_parent (widget))
    cell = cell_of (widget);

  return cell;
}

/* One gesture for all cells: one for each would cost more than the cell. What is pressed in the editor is not for them. */
static void
pressed_cb (GtkGestureClick   *gesture,
            int                n_press,
            double             x,
            double             y,
            CapacityNeedsGrid *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GtkListItem *cell = cell_at (self, x, y);

  if (cell == NULL || gdk_event_get_surface (event) != gtk_native_get_surface (native))
    return;

  gtk_widget_grab_focus (gtk_widget_get_parent (gtk_list_item_get_child (cell)));
  if (n_press == 2)
    {
      /* Or the row would open its service. */
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      edit (self, cell, NULL);
    }
}

static void
cell_setup_cb (GtkListItemFactory *factory,
               GtkListItem        *cell,
               const CapacityId   *resource)
{
  GtkWidget *child = capacity_text_cell_new (CELL_WIDTH, TRUE);

  gtk_list_item_set_child (cell, child);
  g_signal_connect (child, "map", G_CALLBACK (mapped_cb), cell);
  gtk_column_view_cell_set_focusable (GTK_COLUMN_VIEW_CELL (cell), TRUE);
  g_object_set_data (G_OBJECT (cell), RESOURCE, (gpointer) resource);
  g_object_set_data (G_OBJECT (cell), TITLE, g_object_get_data (G_OBJECT (factory), TITLE));
  g_object_set_data (G_OBJECT (child), CELL, cell);
}

static void
cell_bind_cb (GtkListItemFactory *factory,
              GtkListItem        *cell,
              gpointer            user_data)
{
  show_cell (cell);
}

static void
name_bind_cb (GtkListItemFactory *factory,
              GtkListItem        *name,
              gpointer            user_data)
{
  show_cell (name);
  g_signal_connect (gtk_list_item_get_item (name), "notify::assessment", G_CALLBACK (item_changed_cb), name);
}

static void
name_unbind_cb (GtkListItemFactory *factory,
                GtkListItem        *name,
                gpointer            user_data)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (name), item_changed_cb, name);
}

static void
name_setup_cb (GtkListItemFactory *factory,
               GtkListItem        *name,
               gpointer            user_data)
{
  GtkWidget *child = capacity_text_cell_new (NAME_WIDTH, FALSE);

  gtk_list_item_set_child (name, child);
  g_signal_connect (child, "map", G_CALLBACK (name_mapped_cb), name);
}

/* The cells are what moves and is edited, not the rows. */
static void
row_setup_cb (GtkListItemFactory *factory,
              GtkColumnViewRow   *row,
              gpointer            user_data)
{
  gtk_column_view_row_set_focusable (row, FALSE);
}

static void
append_names (CapacityNeedsGrid *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (_("Service"), factory);

  g_signal_connect (factory, "setup", G_CALLBACK (name_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (name_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (name_unbind_cb), NULL);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_append_column (self->view, column);
}

static char *
title_of (const CapacityResource *resource)
{
  return g_strdup_printf ("%s, %s", resource->name, capacity_words_resource_unit (resource));
}

static void
insert_resource (CapacityNeedsGrid      *self,
                 guint                   position,
                 const CapacityResource *resource)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autofree char *title = title_of (resource);
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);
  CapacityId *id = g_memdup2 (&resource->id, sizeof resource->id);

  g_object_set_data_full (G_OBJECT (column), RESOURCE, id, g_free);
  g_object_set_data_full (G_OBJECT (factory), TITLE, g_strdup (title), g_free);
  g_signal_connect (factory, "setup", G_CALLBACK (cell_setup_cb), id);
  g_signal_connect (factory, "bind", G_CALLBACK (cell_bind_cb), NULL);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_fixed_width (column, CELL_WIDTH + 48);
  gtk_column_view_insert_column (self->view, position, column);
}

/* The toolkit cuts a heading that does not fit and has no property for another way, but the heading is a label. */
static void
shorten_headings (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    shorten_headings (child);
  if (!GTK_IS_LABEL (widget))
    return;

  gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (widget, gtk_label_get_text (GTK_LABEL (widget)));
}

static gboolean
is_column_of (GtkColumnViewColumn  *column,
              CapacityResourceItem *item)
{
  return capacity_id_equal (g_object_get_data (G_OBJECT (column), RESOURCE), capacity_item_get_id (CAPACITY_ITEM (item)));
}

static gboolean
is_asked_for (CapacityNeedsGrid   *self,
              GtkColumnViewColumn *column)
{
  for (guint i = 0; i < MIN (self->resources->len, MAX_COLUMNS); i++)
    if (is_column_of (column, self->resources->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Takes away the columns after the first @n, and from the others those that are not asked for. */
static void
remove_columns (CapacityNeedsGrid *self,
                guint              n)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  for (guint i = g_list_model_get_n_items (columns); i > 1; i--)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      if (i <= n && is_asked_for (self, column))
        continue;
      close_editor (self);
      gtk_column_view_remove_column (self->view, column);
    }
}

static void
show_columns (CapacityNeedsGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n = MIN (self->resources->len, MAX_COLUMNS);

  remove_columns (self, G_MAXUINT);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i + 1);

      if (column == NULL || !is_column_of (column, self->resources->pdata[i]))
        insert_resource (self, i + 1, capacity_resource_item_get_resource (self->resources->pdata[i]));
    }
  remove_columns (self, n + 1);
  shorten_headings (gtk_widget_get_first_child (GTK_WIDGET (self->view)));
}

static void
show_cut (CapacityNeedsGrid *self)
{
  guint n = self->resources->len;
  g_autofree char *text = NULL;

  /* Translators: how many columns a table shows, of how many */
  text = g_strdup_printf (ngettext ("The first %1$u of %2$u resource: choose a kind or search for the others.",
                                    "The first %1$u of %2$u resources: choose a kind or search for the others.", n),
                          MAX_COLUMNS, n);
  gtk_label_set_label (self->cut_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->cut_label), n > MAX_COLUMNS);
}

/* The page shows them again. */
static void
resources_changed_cb (CapacityNeedsGrid *self)
{
  g_ptr_array_set_size (self->resources, 0);
  remove_columns (self, 1);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  CapacityNeedsGrid *self = user_data;
  const char *key = capacity_item_get_search_key (item);

  for (guint i = 0; self->words != NULL && self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static void
search_changed_cb (CapacityNeedsGrid *self)
{
  g_autofree char *text = capacity_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  g_strfreev (self->words);
  self->words = g_strsplit_set (text, " ", -1);
  if (self->filtered == NULL)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  capacity_feedback_found (GTK_WIDGET (self->search_entry), g_list_model_get_n_items (G_LIST_MODEL (self->filtered)));
}

static void
activate_cb (CapacityNeedsGrid *self,
             guint              position)
{
  GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (self->view));
  g_autoptr (CapacityItem) item = g_list_model_get_item (rows, position);
  g_autofree char *id = capacity_id_to_string (capacity_item_get_id (item));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-service", "s", id);
}

static void
capacity_needs_grid_dispose (GObject *object)
{
  CapacityNeedsGrid *self = CAPACITY_NEEDS_GRID (object);

  close_editor (self);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->resources, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_strfreev);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_NEEDS_GRID);

  G_OBJECT_CLASS (capacity_needs_grid_parent_class)->dispose (object);
}

static void
capacity_needs_grid_class_init (CapacityNeedsGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_needs_grid_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/resources/capacity-needs-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedsGrid, view);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedsGrid, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CapacityNeedsGrid, cut_label);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_install_action (widget_class, "needs.paste", NULL, paste_action);
}

static void
capacity_needs_grid_init (CapacityNeedsGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  g_autoptr (GtkListItemFactory) rows = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->resources = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (rows, "setup", G_CALLBACK (row_setup_cb), NULL);
  gtk_column_view_set_row_factory (self->view, rows);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  append_names (self);
}

static void
take_workspace (CapacityNeedsGrid *self,
                CapacityWorkspace *workspace)
{
  GListModel *services = capacity_workspace_get_services (workspace);
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->workspace = g_object_ref (workspace);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (services), g_object_ref (self->filter));
  selection = GTK_SELECTION_MODEL (gtk_no_selection_new (capacity_gradual_new (G_LIST_MODEL (self->filtered),
                                                                                N_AT_ONCE,
                                                                                GTK_WIDGET (self))));
  gtk_column_view_set_model (self->view, selection);
  g_signal_connect_object (capacity_workspace_get_resources (workspace), "items-changed",
                           G_CALLBACK (resources_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * capacity_needs_grid_show:
 * @workspace: the portfolio; the same each time
 * @resources: which #CapacityResourceItem to show
 *
 * Shows what services need of the resources that @resources lets through, or of the first of them where there are too many
 * for a table. It costs a cell for each, so it is to be called when it is seen.
 */
void
capacity_needs_grid_show (CapacityNeedsGrid *self,
                          CapacityWorkspace *workspace,
                          GtkFilter         *resources)
{
  GListModel *all = capacity_workspace_get_resources (workspace);

  g_return_if_fail (CAPACITY_IS_NEEDS_GRID (self));

  g_ptr_array_set_size (self->resources, 0);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (CapacityResourceItem) item = g_list_model_get_item (all, i);

      if (gtk_filter_match (resources, item))
        g_ptr_array_add (self->resources, g_steal_pointer (&item));
    }
  show_columns (self);
  show_cut (self);
  if (self->workspace == NULL)
    take_workspace (self, workspace);
}

/* An amount that stands for all is a number; with a star it is only a part of what is needed. */
static void
add_amount (CapacityGrid        *grid,
            CapacityServiceItem *item,
            const CapacityId    *resource)
{
  gboolean has_more = FALSE;
  const CapacityNeed *need = find_need (capacity_service_item_get_service (item), resource, &has_more);
  g_autofree char *text = cell_text (item, resource);

  if (need != NULL && !has_more)
    capacity_grid_add_number (grid, need->amount, text);
  else
    capacity_grid_add_text (grid, text);
}

static void
add_headings (CapacityNeedsGrid *self,
              CapacityGrid      *grid)
{
  capacity_grid_add_text (grid, _("Service"));
  for (guint i = 0; i < self->resources->len; i++)
    {
      g_autofree char *title = title_of (capacity_resource_item_get_resource (self->resources->pdata[i]));

      capacity_grid_add_text (grid, title);
    }
  capacity_grid_end_row (grid);
}

static void
add_service (CapacityNeedsGrid   *self,
             CapacityGrid        *grid,
             CapacityServiceItem *item)
{
  capacity_grid_add_text (grid, capacity_service_item_get_name (item));
  for (guint i = 0; i < self->resources->len; i++)
    add_amount (grid, item, capacity_item_get_id (self->resources->pdata[i]));
  capacity_grid_end_row (grid);
}

/**
 * capacity_needs_grid_make_grid:
 *
 * Returns: (transfer full): what was asked for, also where it is too much for a table; to be saved or copied
 */
CapacityGrid *
capacity_needs_grid_make_grid (CapacityNeedsGrid *self)
{
  CapacityGrid *grid = capacity_grid_new (_("Needs of services"));

  add_headings (self, grid);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->filtered)); i++)
    {
      g_autoptr (CapacityServiceItem) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), i);

      add_service (self, grid, item);
    }

  return grid;
}
