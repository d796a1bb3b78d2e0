/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-page.h"

#include <glib/gi18n.h>

#include "capacity-between-frames.h"
#include "capacity-gradual.h"
#include "capacity-grid-export.h"
#include "capacity-history-buttons.h"
#include "capacity-late-menu.h"
#include "capacity-state-banner.h"
#include "capacity-title.h"

/*
 * CapacityPage:
 *
 * What every page about the portfolio has: a header with undo and redo, the banner that says what state the portfolio
 * is in, and the content below. A page is brought up to date when the assessment changed, but not before it is seen,
 * so that a change costs only the page that shows it.
 *
 * In a .ui file a child of type `start` or `end` goes into the header, one of type `top` below it and one of type
 * `bottom` below the content; a breakpoint belongs to the whole page; a child without type is the content.
 */
typedef struct
{
  CapacityWorkspace *workspace;
  GCancellable      *cancellable; /* cancelled when the page goes */

  AdwBreakpointBin  *bin;
  AdwToolbarView    *toolbar_view;
  AdwHeaderBar      *header;
  GtkWidget         *history_buttons;
  GtkWidget         *banner;

  gboolean           is_stale; /* the assessment changed since the last update */
  guint              part;     /* that is shown next */
  guint              parts_id; /* of what shows it */
} CapacityPagePrivate;

/* AdwBreakpointBin asks for the least it may get; the window is never smaller. */
#define MIN_WIDTH 300
#define MIN_HEIGHT 200

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable_iface;

static void capacity_page_buildable_init (GtkBuildableIface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (CapacityPage, capacity_page, ADW_TYPE_NAVIGATION_PAGE,
                                  G_ADD_PRIVATE (CapacityPage)
                                  G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, capacity_page_buildable_init))

static void
stop_parts (CapacityPage *self)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);

  if (priv->parts_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), priv->parts_id);
}

static void
parts_stopped_cb (gpointer data)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (data);

  priv->parts_id = 0;
}

static gboolean
part_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  CapacityPage *self = CAPACITY_PAGE (widget);
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);

  return CAPACITY_PAGE_GET_CLASS (self)->update_more (self, capacity_workspace_get_assessment (priv->workspace),
                                                      priv->part++);
}

static void
changed_cb (CapacityPage *self)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);

  priv->is_stale = TRUE;
  stop_parts (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    capacity_page_update (self);
}

static void
capacity_page_map (GtkWidget *widget)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (CAPACITY_PAGE (widget));

  if (priv->is_stale)
    capacity_page_update (CAPACITY_PAGE (widget));

  GTK_WIDGET_CLASS (capacity_page_parent_class)->map (widget);
}

/* A page that is not in front stays in the window. What is not visible has no style to be found anew each time something
 * above it changes, as when a dialog opens; that matters with tables of thousands of cells. */
static void
capacity_page_showing (AdwNavigationPage *page)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (CAPACITY_PAGE (page));

  gtk_widget_set_visible (GTK_WIDGET (priv->bin), TRUE);

  ADW_NAVIGATION_PAGE_CLASS (capacity_page_parent_class)->showing (page);
}

static void
capacity_page_hidden (AdwNavigationPage *page)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (CAPACITY_PAGE (page));

  gtk_widget_set_visible (GTK_WIDGET (priv->bin), FALSE);
  /* A page that is left for good goes only when what comes instead of it is there. */
  capacity_gradual_release (GTK_WIDGET (page));

  ADW_NAVIGATION_PAGE_CLASS (capacity_page_parent_class)->hidden (page);
}

static void
capacity_page_add_child (GtkBuildable *buildable,
                         GtkBuilder   *builder,
                         GObject      *child,
                         const char   *type)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (CAPACITY_PAGE (buildable));

  if (ADW_IS_BREAKPOINT (child))
    adw_breakpoint_bin_add_breakpoint (priv->bin, g_object_ref (ADW_BREAKPOINT (child)));
  else if (g_strcmp0 (type, "start") == 0)
    adw_header_bar_pack_start (priv->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    adw_header_bar_pack_end (priv->header, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "top") == 0)
    adw_toolbar_view_add_top_bar (priv->toolbar_view, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "bottom") == 0)
    adw_toolbar_view_add_bottom_bar (priv->toolbar_view, GTK_WIDGET (child));
  else if (type == NULL && GTK_IS_WIDGET (child))
    adw_toolbar_view_set_content (priv->toolbar_view, GTK_WIDGET (child));
  else
    parent_buildable_iface->add_child (buildable, builder, child, type);
}

static void
capacity_page_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);

  iface->add_child = capacity_page_add_child;
}

static void
capacity_page_constructed (GObject *object)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (CAPACITY_PAGE (object));

  G_OBJECT_CLASS (capacity_page_parent_class)->constructed (object);

  g_object_set (priv->history_buttons, "workspace", priv->workspace, NULL);
  g_object_set (priv->banner, "workspace", priv->workspace, NULL);
  g_signal_connect_object (priv->workspace, "notify::assessment", G_CALLBACK (changed_cb), object,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (priv->workspace, "notify::read-only", G_CALLBACK (changed_cb), object,
                           G_CONNECT_SWAPPED);
}

static void
capacity_page_dispose (GObject *object)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (CAPACITY_PAGE (object));

  g_cancellable_cancel (priv->cancellable);
  g_clear_object (&priv->cancellable);
  g_clear_object (&priv->workspace);

  G_OBJECT_CLASS (capacity_page_parent_class)->dispose (object);
}

static void
capacity_page_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (CAPACITY_PAGE (object));

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      g_value_set_object (value, priv->workspace);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_page_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (CAPACITY_PAGE (object));

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      priv->workspace = g_value_dup_object (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_page_class_init (CapacityPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwNavigationPageClass *page_class = ADW_NAVIGATION_PAGE_CLASS (klass);

  object_class->constructed = capacity_page_constructed;
  object_class->dispose = capacity_page_dispose;
  object_class->get_property = capacity_page_get_property;
  object_class->set_property = capacity_page_set_property;

  widget_class->map = capacity_page_map;

  page_class->showing = capacity_page_showing;
  page_class->hidden = capacity_page_hidden;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, CAPACITY_TYPE_WORKSPACE,
                                                    G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                                    | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
capacity_page_init (CapacityPage *self)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);

  priv->cancellable = g_cancellable_new ();
  priv->is_stale = TRUE;

  priv->history_buttons = g_object_new (CAPACITY_TYPE_HISTORY_BUTTONS, NULL);
  priv->header = ADW_HEADER_BAR (adw_header_bar_new ());
  adw_header_bar_set_title_widget (priv->header, g_object_new (CAPACITY_TYPE_TITLE, NULL));
  adw_header_bar_pack_start (priv->header, priv->history_buttons);

  priv->banner = g_object_new (CAPACITY_TYPE_STATE_BANNER, NULL);
  priv->toolbar_view = ADW_TOOLBAR_VIEW (adw_toolbar_view_new ());
  adw_toolbar_view_add_top_bar (priv->toolbar_view, GTK_WIDGET (priv->header));
  adw_toolbar_view_add_top_bar (priv->toolbar_view, priv->banner);

  priv->bin = g_object_new (ADW_TYPE_BREAKPOINT_BIN,
                            "width-request", MIN_WIDTH,
                            "height-request", MIN_HEIGHT,
                            "child", priv->toolbar_view,
                            NULL);
  adw_navigation_page_set_child (ADW_NAVIGATION_PAGE (self), GTK_WIDGET (priv->bin));
}

/**
 * capacity_page_get_workspace:
 *
 * Returns: (transfer none): the portfolio the page is about
 */
CapacityWorkspace *
capacity_page_get_workspace (CapacityPage *self)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);

  g_return_val_if_fail (CAPACITY_IS_PAGE (self), NULL);

  return priv->workspace;
}

/**
 * capacity_page_get_cancellable:
 *
 * Returns: (transfer none): cancelled when the page goes
 */
GCancellable *
capacity_page_get_cancellable (CapacityPage *self)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);

  g_return_val_if_fail (CAPACITY_IS_PAGE (self), NULL);

  return priv->cancellable;
}

/**
 * capacity_page_update:
 *
 * Brings the page up to date now, if there is something to show.
 */
void
capacity_page_update (CapacityPage *self)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);
  const CapacityAssessment *assessment = NULL;

  g_return_if_fail (CAPACITY_IS_PAGE (self));

  assessment = capacity_workspace_get_assessment (priv->workspace);
  if (assessment == NULL)
    return;

  priv->is_stale = FALSE;
  capacity_page_update_more (self);
  CAPACITY_PAGE_GET_CLASS (self)->update (self, assessment);
}

/**
 * capacity_page_update_more:
 *
 * Shows again what the page shows part by part, after the next frames, if there is something to show.
 */
void
capacity_page_update_more (CapacityPage *self)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);

  g_return_if_fail (CAPACITY_IS_PAGE (self));

  if (CAPACITY_PAGE_GET_CLASS (self)->update_more == NULL || capacity_workspace_get_assessment (priv->workspace) == NULL)
    return;

  priv->part = 0;
  if (priv->parts_id == 0)
    priv->parts_id = capacity_between_frames_add (GTK_WIDGET (self), part_cb, self, parts_stopped_cb);
}

static void
leave_cb (gpointer user_data)
{
  AdwNavigationPage *page = user_data;
  GtkWidget *navigation = gtk_widget_get_ancestor (GTK_WIDGET (page), ADW_TYPE_NAVIGATION_VIEW);

  if (navigation != NULL && adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (navigation)) == page)
    adw_navigation_view_pop (ADW_NAVIGATION_VIEW (navigation));
  g_object_unref (page);
}

/**
 * capacity_page_leave:
 *
 * Goes back from a page whose subject is no more. It may be found out while the page is being mapped, when the
 * navigation must not change, so it happens a moment later.
 */
void
capacity_page_leave (CapacityPage *self)
{
  g_return_if_fail (CAPACITY_IS_PAGE (self));

  stop_parts (self);
  g_idle_add_once (leave_cb, g_object_ref (self));
}

static char *
dup_narrow_layout (GtkSettings *settings)
{
  g_autofree char *layout = NULL;
  g_autoptr (GString) narrow = NULL;

  g_object_get (settings, "gtk-decoration-layout", &layout, NULL);
  narrow = g_string_new (layout);
  g_string_replace (narrow, "minimize", "", 0);
  g_string_replace (narrow, "maximize", "", 0);

  return g_string_free (g_steal_pointer (&narrow), FALSE);
}

/**
 * capacity_page_set_narrow:
 * @is_narrow: whether there is little room beside the buttons in the header
 *
 * Leaves only the button that closes the window of those that desktops may put there.
 */
void
capacity_page_set_narrow (CapacityPage *self,
                          gboolean      is_narrow)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);
  g_autofree char *layout = NULL;

  g_return_if_fail (CAPACITY_IS_PAGE (self));

  layout = is_narrow ? dup_narrow_layout (gtk_widget_get_settings (GTK_WIDGET (self))) : NULL;
  adw_header_bar_set_decoration_layout (priv->header, layout);
}

/**
 * capacity_page_add_table_menu:
 * @menu: (nullable): the menu in the header of the page; %NULL to give it one
 *
 * Lets the page's table be copied and saved.
 */
void
capacity_page_add_table_menu (CapacityPage *self,
                              GMenu        *menu)
{
  CapacityPagePrivate *priv = capacity_page_get_instance_private (self);
  g_autoptr (GMenuModel) section = capacity_grid_menu_new ();
  GtkWidget *button = NULL;

  g_return_if_fail (CAPACITY_IS_PAGE (self));

  if (menu != NULL)
    {
      g_menu_append_section (menu, NULL, section);
      return;
    }
  button = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  capacity_late_menu_attach (GTK_MENU_BUTTON (button), section);
  gtk_widget_set_tooltip_text (button, _("Copy or Save the Table"));
  adw_header_bar_pack_end (priv->header, button);
}
