/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-suggestions.h"

/* Names offered below a row while one is typed. The focus stays in the row: Down and Up choose, Enter takes what is
 * chosen, Escape sends the names away and leaves what was typed. */
typedef struct
{
  GtkEditable        *row; /* owns this */
  char              **names;
  GtkWidget          *popover; /* nullable, as are the others: made when there is first something to offer */
  GtkStringFilter    *filter;
  GtkSingleSelection *selection;
} Suggestions;

/* More would not be read; who types on sees the others. */
#define MAX_HEIGHT 220

static void
hide (Suggestions *self)
{
  if (self->popover == NULL)
    return;
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
take (Suggestions *self,
      guint        position)
{
  g_autoptr (GtkStringObject) name = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (name == NULL)
    return;
  gtk_editable_set_text (self->row, gtk_string_object_get_string (name));
  gtk_editable_set_position (self->row, -1);
  hide (self);
}

static gboolean
has_focus (Suggestions *self)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (self->row)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* Whether there is anything to offer but what was typed. */
static gboolean
is_useful (Suggestions *self,
           const char  *text)
{
  g_autoptr (GtkStringObject) first = g_list_model_get_item (G_LIST_MODEL (self->selection), 0);

  if (first == NULL || *text == '\0')
    return FALSE;

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 1
         || !g_str_equal (gtk_string_object_get_string (first), text);
}

static void build (Suggestions *self);

static void
changed_cb (Suggestions *self)
{
  const char *text = gtk_editable_get_text (self->row);

  if (self->popover == NULL && (self->names == NULL || !has_focus (self)))
    return;
  if (self->popover == NULL)
    build (self);
  gtk_string_filter_set_search (self->filter, text);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  if (has_focus (self) && is_useful (self, text))
    {
      gtk_widget_set_size_request (self->popover, gtk_widget_get_width (GTK_WIDGET (self->row)) - 24, -1);
      gtk_popover_popup (GTK_POPOVER (self->popover));
    }
  else
    {
      hide (self);
    }
}

static void
step (Suggestions *self,
      int          by)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GtkStringObject) name = NULL;

  if (selected == GTK_INVALID_LIST_POSITION)
    selected = by > 0 ? 0 : n - 1;
  else
    selected = (selected + n + (guint) by) % n;
  gtk_single_selection_set_selected (self->selection, selected);
  name = g_list_model_get_item (G_LIST_MODEL (self->selection), selected);
  gtk_accessible_announce (GTK_ACCESSIBLE (self->row), gtk_string_object_get_string (name),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
key_pressed_cb (Suggestions *self,
                guint        keyval)
{
  guint selected = GTK_INVALID_LIST_POSITION;

  if (self->popover == NULL || !gtk_widget_get_visible (self->popover))
    return FALSE;

  selected = gtk_single_selection_get_selected (self->selection);
  switch (keyval)
    {
    case GDK_KEY_Down:
      step (self, 1);
      return TRUE;
    case GDK_KEY_Up:
      step (self, -1);
      return TRUE;
    case GDK_KEY_Escape:
      hide (self);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      take (self, selected);
      return selected != GTK_INVALID_LIST_POSITION;
    default:
      return FALSE;
    }
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
list_new (Suggestions *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list = gtk_list_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)), factory);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (list), TRUE);
  g_signal_connect_swapped (list, "activate", G_CALLBACK (take), self);
  gtk_widget_set_can_focus (list, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scrolled), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scrolled), MAX_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), list);

  return scrolled;
}

static void
suggestions_free (Suggestions *self)
{
  g_clear_object (&self->filter);
  g_clear_object (&self->selection);
  g_strfreev (self->names);
  g_free (self);
}

/* The row does not know of the popover, so it is taken away before the row goes. */
static void
destroy_cb (Suggestions *self)
{
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->names, g_strfreev);
}

static void
build (Suggestions *self)
{
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkFilterListModel *filtered = NULL;

  self->filter = gtk_string_filter_new (expression);
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (gtk_string_list_new ((const char *const *) self->names)),
                                        GTK_FILTER (g_object_ref (self->filter)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);

  self->popover = gtk_popover_new ();
  gtk_popover_set_autohide (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
  gtk_popover_set_child (GTK_POPOVER (self->popover), list_new (self));
  gtk_widget_add_css_class (self->popover, "menu");
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self->row));
}

static void
connect (Suggestions *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (hide), self);
  gtk_widget_add_controller (GTK_WIDGET (self->row), keys);
  gtk_widget_add_controller (GTK_WIDGET (self->row), focus);
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->row, "destroy", G_CALLBACK (destroy_cb), self);
}

/**
 * capacity_suggestions_add:
 * @row: a row in which a name is typed
 * @names: (array zero-terminated=1): the names to offer; any other may be typed
 *
 * Offers names below the row while one is typed. To be called once for a row.
 */
void
capacity_suggestions_add (AdwEntryRow       *row,
                          const char *const *names)
{
  Suggestions *self = NULL;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));
  g_return_if_fail (names != NULL);

  if (names[0] == NULL)
    return;

  self = g_new0 (Suggestions, 1);
  self->row = GTK_EDITABLE (row);
  self->names = g_strdupv ((char **) names);
  connect (self);
  g_object_set_data_full (G_OBJECT (row), "capacity-suggestions", self, (GDestroyNotify) suggestions_free);
}
