/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-combo.h"

#include <glib/gi18n.h>

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 24);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (GTK_STRING_OBJECT (gtk_list_item_get_item (item)));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_list_item_set_accessible_label (item, text);
}

/**
 * capacity_combo_name_choice:
 * @row: a row whose model holds strings
 *
 * Gives the choice that is shown in the row a name for screen readers, which the toolkit does not; the list
 * that opens stays what it is.
 */
void
capacity_combo_name_choice (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  adw_combo_row_set_list_factory (row, adw_combo_row_get_factory (row));
  adw_combo_row_set_factory (row, factory);
}

/* What a list shows before it has opened. */
#define N_FEW 2

static void
opened_cb (GtkWidget         *popover,
           GParamSpec        *pspec,
           GtkSliceListModel *choices)
{
  if (gtk_widget_get_visible (popover))
    gtk_slice_list_model_set_size (choices, G_MAXUINT);
}

/**
 * capacity_combo_set_choices:
 * @row: a row
 * @choices: what can be chosen, of whatever length
 * @selected: which of @choices is chosen
 *
 * Offers @choices. The row itself would make widgets for two hundred of them although its list may never open; here it does
 * so when it opens.
 */
void
capacity_combo_set_choices (AdwComboRow *row,
                            GListModel  *choices,
                            guint        selected)
{
  GObject *popover = NULL;
  g_autoptr (GtkSliceListModel) few = NULL;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));
  g_return_if_fail (G_IS_LIST_MODEL (choices));

  popover = gtk_widget_get_template_child (GTK_WIDGET (row), ADW_TYPE_COMBO_ROW, "popover");
  few = gtk_slice_list_model_new (g_object_ref (choices), 0, MAX (N_FEW, selected + 1));
  g_signal_connect_object (popover, "notify::visible", G_CALLBACK (opened_cb), few, 0);
  adw_combo_row_set_model (row, G_LIST_MODEL (few));
  adw_combo_row_set_selected (row, selected);
}

#define NAME "capacity-name"

static void
selected_cb (GtkDropDown *drop_down)
{
  GtkStringObject *choice = gtk_drop_down_get_selected_item (drop_down);
  const char *name = g_object_get_data (G_OBJECT (drop_down), NAME);
  g_autofree char *label = choice != NULL
                             /* Translators: what is chosen, and what it is: "Kind: People" */
                             ? g_strdup_printf (_("%1$s: %2$s"), name, gtk_string_object_get_string (choice))
                             : g_strdup (name);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * capacity_combo_set_name:
 * @drop_down: a drop-down list whose model holds strings
 * @name: what is chosen in it
 *
 * Names @drop_down for screen readers by what is chosen in it and by the choice. The toolkit names it by the choice alone,
 * whatever label it is given.
 */
void
capacity_combo_set_name (GtkDropDown *drop_down,
                         const char  *name)
{
  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down));

  if (g_object_get_data (G_OBJECT (drop_down), NAME) == NULL)
    g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  g_object_set_data_full (G_OBJECT (drop_down), NAME, g_strdup (name), g_free);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  selected_cb (drop_down);
}
