/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-window.h"

G_BEGIN_DECLS

/* One window shows one portfolio: its views in the sidebar, the chosen one beside it. */
struct _CapacityWindow
{
  AdwApplicationWindow    parent_instance;

  CapacityWorkspace      *workspace;
  GSettings              *settings;
  GCancellable           *cancellable;
  GFile                  *waiting_import; /* to be imported when the portfolio is there */
  char                   *waiting_action; /* to be activated then */
  GVariant               *waiting_target;
  char                   *path;

  AdwBreakpoint          *narrow;
  AdwToastOverlay        *toasts;
  GtkStack               *stack;
  AdwStatusPage          *failed_page;
  AdwNavigationSplitView *split_view;
  AdwNavigationPage      *sidebar_page;
  AdwNavigationPage      *content_page;
  AdwNavigationView      *navigation;
  GtkListBox             *sidebar;
  GtkMenuButton          *menu_button;
  GtkMenuButton          *start_menu_button;
  GMenu                  *recent_menu;

  CapacityStoreFlags      flags;
  guint                   loading_id;
  guint                   view; /* index of the one that is shown */
  gboolean                is_opening; /* a portfolio, whose view would take the place of any that is shown before */
  gboolean                is_making_sample; /* the portfolio is empty for a moment */
};

/* capacity-window-navigation.c */
void capacity_window_bind_navigation  (GtkWidgetClass *widget_class);
void capacity_window_fill_sidebar     (CapacityWindow *self);
void capacity_window_show_view        (CapacityWindow *self,
                                       const char     *name);
void capacity_window_show_last        (CapacityWindow *self);

/* capacity-window-history.c */
void capacity_window_install_history  (GtkWidgetClass *widget_class);
void capacity_window_connect_history  (CapacityWindow *self);

/* capacity-window-recent.c */
void capacity_window_fill_recent      (CapacityWindow *self);
void capacity_window_remember         (CapacityWindow *self);

/* capacity-window-keeping.c */
void capacity_window_install_keeping  (GtkWidgetClass *widget_class);
void capacity_window_connect_keeping  (CapacityWindow *self);

G_END_DECLS
