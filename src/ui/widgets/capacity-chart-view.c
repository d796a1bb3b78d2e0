/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-view.h"

#include <adwaita.h>

#include "capacity-chart-layout.h"
#include "capacity-screen-style.h"

/* A chart on the screen: the layout says where things are, this widget asks it to paint and to follow the
 * pointer and the keyboard. Both move one cursor, and a bubble beside it says what is there; what the
 * bubble says is announced when a key was pressed. */
struct _CapacityChartView
{
  GtkWidget            parent_instance;

  CapacityChart       *chart;
  CapacityChartLayout *layout;
  GtkWidget           *bubble;

  CapacityChartCursor  cursor;
  double               pointer_x;
  double               pointer_y;
  int                  laid_out_width;
  int                  laid_out_height;
};

#define MIN_WIDTH 240
#define NATURAL_WIDTH 640
#define BUBBLE_GAP 12

enum
{
  PROP_CHART = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CapacityChartView, capacity_chart_view, GTK_TYPE_WIDGET)

static void
append_label (GtkWidget  *grid,
              const char *text,
              const char *style_class,
              float       xalign,
              int         column,
              int         row,
              int         width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_widget_add_css_class (label, style_class);
  gtk_grid_attach (GTK_GRID (grid), label, column, row, width, 1);
}

/* Fills the bubble with what lies under the cursor. */
static void
fill_bubble (CapacityChartView *self)
{
  g_autofree char *heading = capacity_chart_layout_dup_heading (self->layout, &self->cursor);
  g_autoptr (GArray) values = capacity_chart_layout_list_values (self->layout, &self->cursor);
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->bubble)) != NULL)
    gtk_grid_remove (GTK_GRID (self->bubble), child);

  append_label (self->bubble, heading, "caption-heading", 0, 0, 0, 2);
  for (guint i = 0; i < values->len; i++)
    {
      const CapacityChartValue *value = &g_array_index (values, CapacityChartValue, i);
      gboolean is_here = value->series == self->cursor.series && values->len > 1;
      const char *style_class = is_here ? "caption-heading" : "caption";

      append_label (self->bubble, value->label, style_class, 0, 0, (int) i + 1, 1);
      append_label (self->bubble, value->text, style_class, 1, 1, (int) i + 1, 1);
    }
}

/* Says what the bubble shows, the value of the cursor's own series first. */
static void
announce (CapacityChartView *self)
{
  g_autofree char *heading = capacity_chart_layout_dup_heading (self->layout, &self->cursor);
  g_autoptr (GArray) values = capacity_chart_layout_list_values (self->layout, &self->cursor);
  g_autoptr (GString) spoken = g_string_new (heading);
  g_autoptr (GString) others = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++)
    {
      const CapacityChartValue *value = &g_array_index (values, CapacityChartValue, i);

      g_string_append_printf (value->series == self->cursor.series ? spoken : others, "; %s: %s", value->label, value->text);
    }
  g_string_append (spoken, others->str);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), spoken->str, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
capacity_chart_view_set_cursor (CapacityChartView   *self,
                                CapacityChartCursor  cursor)
{
  if (cursor.index == self->cursor.index && cursor.series == self->cursor.series)
    return;

  self->cursor = cursor;
  gtk_widget_set_visible (self->bubble, cursor.index >= 0);
  if (cursor.index >= 0)
    fill_bubble (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
motion_cb (CapacityChartView *self,
           double             x,
           double             y)
{
  CapacityChartCursor cursor = CAPACITY_CHART_CURSOR_NONE;

  /* A pointer that rests is told of again when the window changes; it must not take the cursor from the keyboard. */
  if (x == self->pointer_x && y == self->pointer_y)
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->layout == NULL || !capacity_chart_layout_hit (self->layout, x, y, &cursor))
    cursor = CAPACITY_CHART_CURSOR_NONE;
  capacity_chart_view_set_cursor (self, cursor);
}

static void
leave_cb (CapacityChartView *self)
{
  if (!gtk_widget_has_focus (GTK_WIDGET (self)))
    capacity_chart_view_set_cursor (self, CAPACITY_CHART_CURSOR_NONE);
}

static void
focus_leave_cb (CapacityChartView *self)
{
  capacity_chart_view_set_cursor (self, CAPACITY_CHART_CURSOR_NONE);
}

static void
pressed_cb (CapacityChartView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  CapacityChartView *self = CAPACITY_CHART_VIEW (widget);
  CapacityChartMove move = (CapacityChartMove) g_variant_get_int32 (args);
  CapacityChartCursor cursor = self->cursor;

  if (self->layout == NULL)
    return FALSE;

  if (capacity_chart_layout_move (self->layout, move, &cursor))
    capacity_chart_view_set_cursor (self, cursor);
  else
    gtk_widget_error_bell (widget);
  if (self->cursor.index >= 0)
    announce (self);

  return TRUE;
}

static gboolean
dismiss_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  CapacityChartView *self = CAPACITY_CHART_VIEW (widget);

  if (self->cursor.index < 0)
    return FALSE;

  capacity_chart_view_set_cursor (self, CAPACITY_CHART_CURSOR_NONE);

  return TRUE;
}

/* Escape dismisses the bubble wherever the focus is, as the pointer may have brought it, and before it leaves the page. */
static void
add_dismissal (CapacityChartView *self)
{
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (shortcuts), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_event_controller_set_propagation_phase (shortcuts, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, GDK_NO_MODIFIER_MASK),
                                                          gtk_callback_action_new (dismiss_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), shortcuts);
}

static GtkSizeRequestMode
capacity_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
capacity_chart_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  CapacityChartView *self = CAPACITY_CHART_VIEW (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else if (self->chart != NULL)
    {
      /* Where there is much room, charts grow in width alone, so that more of the page is seen at once. */
      int width = for_size < 0 ? NATURAL_WIDTH : CLAMP (for_size, MIN_WIDTH, NATURAL_WIDTH);

      *natural = (int) capacity_chart_natural_height (self->chart, capacity_screen_style_get (widget), width);
      *minimum = *natural;
    }
}

/* Beside the cursor, on the side with more room, and never outside. */
static void
allocate_bubble (CapacityChartView *self,
                 int                width,
                 int                height)
{
  CapacityChartBox point = { 0 };
  GtkRequisition size;
  GtkAllocation place;

  gtk_widget_get_preferred_size (self->bubble, NULL, &size);
  capacity_chart_layout_get_point (self->layout, &self->cursor, &point);
  place.width = MIN (size.width, width);
  place.height = size.height;
  if (point.x < width / 2.0)
    place.x = (int) (point.x + point.width) + BUBBLE_GAP;
  else
    place.x = (int) point.x - BUBBLE_GAP - place.width;
  place.x = CLAMP (place.x, 0, width - place.width);
  place.y = CLAMP ((int) point.y - place.height / 2, 0, MAX (0, height - place.height));
  gtk_widget_size_allocate (self->bubble, &place, -1);
}

static void
capacity_chart_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  CapacityChartView *self = CAPACITY_CHART_VIEW (widget);

  if (self->chart == NULL)
    return;

  if (self->layout == NULL || width != self->laid_out_width || height != self->laid_out_height)
    {
      g_clear_pointer (&self->layout, capacity_chart_layout_unref);
      self->layout = capacity_chart_layout_new (self->chart, capacity_screen_style_get (widget), width,
                                                height,
                                                gtk_widget_get_pango_context (widget));
      self->laid_out_width = width;
      self->laid_out_height = height;
    }
  if (gtk_widget_get_visible (self->bubble))
    allocate_bubble (self, width, height);
}

static void
capacity_chart_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  CapacityChartView *self = CAPACITY_CHART_VIEW (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = NULL;

  if (self->layout == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  capacity_chart_layout_draw (self->layout, cr);
  if (self->cursor.index >= 0)
    capacity_chart_layout_draw_cursor (self->layout, &self->cursor, cr);
  cairo_destroy (cr);

  gtk_widget_snapshot_child (widget, self->bubble, snapshot);
}

static void
capacity_chart_view_relayout (CapacityChartView *self)
{
  g_clear_pointer (&self->layout, capacity_chart_layout_unref);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
capacity_chart_view_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (capacity_chart_view_parent_class)->css_changed (widget, change);
  capacity_chart_view_relayout (CAPACITY_CHART_VIEW (widget));
}

static void
capacity_chart_view_direction_changed (GtkWidget        *widget,
                                       GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (capacity_chart_view_parent_class)->direction_changed (widget, previous);
  capacity_chart_view_relayout (CAPACITY_CHART_VIEW (widget));
}

static void
capacity_chart_view_dispose (GObject *object)
{
  CapacityChartView *self = CAPACITY_CHART_VIEW (object);

  g_clear_pointer (&self->bubble, gtk_widget_unparent);
  g_clear_pointer (&self->layout, capacity_chart_layout_unref);
  g_clear_pointer (&self->chart, capacity_chart_unref);

  G_OBJECT_CLASS (capacity_chart_view_parent_class)->dispose (object);
}

static void
capacity_chart_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  CapacityChartView *self = CAPACITY_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_CHART:
      g_value_set_boxed (value, self->chart);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_chart_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  CapacityChartView *self = CAPACITY_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_CHART:
      capacity_chart_view_set_chart (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
add_move (GtkWidgetClass    *widget_class,
          guint              key,
          GdkModifierType    modifiers,
          CapacityChartMove  move)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, move_cb, "i", (int) move);
}

static void
capacity_chart_view_class_init (CapacityChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_chart_view_dispose;
  object_class->get_property = capacity_chart_view_get_property;
  object_class->set_property = capacity_chart_view_set_property;

  widget_class->get_request_mode = capacity_chart_view_get_request_mode;
  widget_class->measure = capacity_chart_view_measure;
  widget_class->size_allocate = capacity_chart_view_size_allocate;
  widget_class->snapshot = capacity_chart_view_snapshot;
  widget_class->css_changed = capacity_chart_view_css_changed;
  widget_class->direction_changed = capacity_chart_view_direction_changed;

  properties[PROP_CHART] =
    g_param_spec_boxed ("chart", NULL, NULL, CAPACITY_TYPE_CHART,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);

  add_move (widget_class, GDK_KEY_Left, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_PREVIOUS);
  add_move (widget_class, GDK_KEY_Right, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_NEXT);
  add_move (widget_class, GDK_KEY_Up, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_PREVIOUS_SERIES);
  add_move (widget_class, GDK_KEY_Down, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_NEXT_SERIES);
  add_move (widget_class, GDK_KEY_Home, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_FIRST);
  add_move (widget_class, GDK_KEY_End, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_LAST);
  add_move (widget_class, GDK_KEY_Page_Up, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_PREVIOUS_YEAR);
  add_move (widget_class, GDK_KEY_Page_Down, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_NEXT_YEAR);
  add_move (widget_class, GDK_KEY_n, GDK_NO_MODIFIER_MASK, CAPACITY_CHART_MOVE_NEXT_NOTABLE);
  add_move (widget_class, GDK_KEY_n, GDK_SHIFT_MASK, CAPACITY_CHART_MOVE_PREVIOUS_NOTABLE);
}

static void
capacity_chart_view_init (CapacityChartView *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->cursor = CAPACITY_CHART_CURSOR_NONE;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);

  self->pointer_x = -1;
  self->pointer_y = -1;
  add_dismissal (self);

  self->bubble = g_object_new (GTK_TYPE_GRID,
                               "visible", FALSE,
                               "column-spacing", 12,
                               "row-spacing", 3,
                               "can-target", FALSE,
                               NULL);
  gtk_widget_add_css_class (self->bubble, "chart-bubble");
  gtk_widget_add_css_class (self->bubble, "numeric");
  gtk_widget_set_parent (self->bubble, GTK_WIDGET (self));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (capacity_chart_view_relayout), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (capacity_chart_view_relayout), self, G_CONNECT_SWAPPED);
}

/**
 * capacity_chart_view_new:
 *
 * Returns: (transfer full): a new, empty view
 */
GtkWidget *
capacity_chart_view_new (void)
{
  return g_object_new (CAPACITY_TYPE_CHART_VIEW, NULL);
}

/**
 * capacity_chart_view_get_chart:
 *
 * Returns: (transfer none) (nullable): what is shown
 */
CapacityChart *
capacity_chart_view_get_chart (CapacityChartView *self)
{
  g_return_val_if_fail (CAPACITY_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * capacity_chart_view_set_chart:
 * @chart: (nullable): what to show
 *
 * Shows another chart. Its title and summary become the name and description of the widget.
 */
void
capacity_chart_view_set_chart (CapacityChartView *self,
                               CapacityChart     *chart)
{
  g_return_if_fail (CAPACITY_IS_CHART_VIEW (self));

  if (self->chart == chart)
    return;

  capacity_chart_view_set_cursor (self, CAPACITY_CHART_CURSOR_NONE);
  g_clear_pointer (&self->chart, capacity_chart_unref);
  if (chart != NULL)
    {
      self->chart = capacity_chart_ref (chart);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, capacity_chart_get_title (chart),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, capacity_chart_get_summary (chart),
                                      -1);
    }
  capacity_chart_view_relayout (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}
