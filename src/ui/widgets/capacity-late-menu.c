/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-late-menu.h"

static void
create_menu_cb (GtkMenuButton *button,
                gpointer       menu)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, menu);
}

/**
 * capacity_late_menu_attach:
 * @button: a button without a menu
 * @menu: its menu
 *
 * Gives @button a menu whose widgets are made when it is first opened: most menus of a page never are, and they take as long
 * to make as much of the rest of it.
 */
void
capacity_late_menu_attach (GtkMenuButton *button,
                           GMenuModel    *menu)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (menu));

  gtk_menu_button_set_create_popup_func (button, create_menu_cb, g_object_ref (menu), g_object_unref);
}
