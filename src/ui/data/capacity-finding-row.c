/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-finding-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-quality-words.h"

static void
append_action (GMenu      *menu,
               const char *label,
               const char *action,
               const char *name)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", name);
  g_menu_append_item (menu, item);
}

/* What can be done about it. */
static GMenu *
menu_new (const CapacityFinding *finding)
{
  GMenu *menu = g_menu_new ();
  g_autofree char *name = capacity_finding_row_dup_name (finding);
  gboolean is_without = finding->kind == CAPACITY_FINDING_GAP || finding->kind == CAPACITY_FINDING_PART;
  gboolean is_typed = finding->by == CAPACITY_PERIOD_MONTH; /* volumes by longer periods are imported only */

  if (capacity_finding_is_likeness (finding->kind))
    {
      append_action (menu, _("That Is _Right"), "data.accept", name);
      return menu;
    }

  if (is_typed && is_without && !isnan (finding->expected))
    append_action (menu, _("_Fill With What Is Likely"), "data.fill", name);
  if (is_typed)
    append_action (menu, _("_Correct…"), "data.correct", name);
  if (finding->kind == CAPACITY_FINDING_GAP)
    append_action (menu, _("_Nothing Was Measured"), "data.accept", name);
  else
    append_action (menu, _("It Is _Real"), "data.accept", name);
  if (is_typed && !is_without)
    append_action (menu, _("_Take Out"), "data.clear", name);

  return menu;
}

/* Most menus of a long list are never opened. */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  g_autoptr (GMenu) menu = menu_new (user_data);

  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * capacity_finding_row_dup_name:
 * @finding: something to look at
 *
 * Returns: (transfer full): by what the actions know @finding, also once others have come or gone
 */
char *
capacity_finding_row_dup_name (const CapacityFinding *finding)
{
  g_autofree char *service = capacity_id_to_string (&finding->service);
  g_autofree char *other = capacity_id_to_string (&finding->other);

  return g_strdup_printf ("%d %s %s %d %u %u", (int) finding->kind, service, other, finding->first, finding->n,
                          finding->volume);
}

/**
 * capacity_finding_row_new:
 * @finding: something to look at
 * @service: the name of the service
 * @about: (nullable): what capacity_words_finding_about() says
 * @can_change: whether something can be done about it
 *
 * Returns: (transfer floating): a row that says what may be wrong and offers what can be done: the actions
 *   `data.fill`, `data.correct`, `data.accept` and `data.clear` with the name of @finding
 */
GtkWidget *
capacity_finding_row_new (const CapacityFinding *finding,
                          const char            *service,
                          const char            *about,
                          gboolean               can_change)
{
  g_autofree char *title = capacity_words_finding_title (finding);
  g_autofree char *detail = capacity_words_finding_detail (finding, about);
  g_autofree char *subtitle = *detail != '\0' ? g_strdup_printf ("%s\n%s", title, detail) : g_strdup (title);
  g_autofree char *id = capacity_id_to_string (&finding->service);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), service);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-service");
  if (can_change && (finding->n > 0 || capacity_finding_is_likeness (finding->kind)))
    {
      GtkWidget *button = gtk_menu_button_new ();
      /* Translators: %1$s is a service, %2$s what may be wrong with its data */
      g_autofree char *label = g_strdup_printf (_("Mend “%1$s”: %2$s"), service, title);

      gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu_cb,
                                             g_memdup2 (finding, sizeof *finding), g_free);
      gtk_widget_set_tooltip_text (button, label);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }

  return row;
}
