/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-history-buttons.h"

#include <glib/gi18n.h>

#include "capacity-store-words.h"
#include "capacity-workspace.h"

/* Undo and redo, with what they would take back or do again in the tooltip. Redo shows only after an undo. */
struct _CapacityHistoryButtons
{
  AdwBin             parent_instance;

  CapacityWorkspace *workspace;

  GtkWidget         *undo_button;
  GtkWidget         *redo_button;
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CapacityHistoryButtons, capacity_history_buttons, ADW_TYPE_BIN)

static void
set_tooltip (GtkWidget            *button,
             const char           *verb,
             const CapacityAction *action)
{
  g_autofree char *what = action != NULL ? capacity_store_words_action (action) : NULL;
  g_autofree char *text = what != NULL ? g_strdup_printf ("%s: %s", verb, what) : g_strdup (verb);

  /* Setting it looks for what is below the pointer. */
  if (g_strcmp0 (gtk_widget_get_tooltip_text (button), text) != 0)
    gtk_widget_set_tooltip_text (button, text);
}

/* Each page has these buttons: only those that are seen follow. */
static void
update_cb (CapacityHistoryButtons *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  set_tooltip (self->undo_button, _("Undo"), capacity_workspace_get_undo (self->workspace));
  set_tooltip (self->redo_button, _("Redo"), capacity_workspace_get_redo (self->workspace));
}

static void
capacity_history_buttons_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (capacity_history_buttons_parent_class)->map (widget);

  update_cb (CAPACITY_HISTORY_BUTTONS (widget));
}

static void
capacity_history_buttons_dispose (GObject *object)
{
  CapacityHistoryButtons *self = CAPACITY_HISTORY_BUTTONS (object);

  g_clear_object (&self->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_HISTORY_BUTTONS);

  G_OBJECT_CLASS (capacity_history_buttons_parent_class)->dispose (object);
}

static void
capacity_history_buttons_set_property (GObject      *object,
                                       guint         prop_id,
                                       const GValue *value,
                                       GParamSpec   *pspec)
{
  CapacityHistoryButtons *self = CAPACITY_HISTORY_BUTTONS (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)) && self->workspace != NULL)
        {
          g_signal_connect_object (self->workspace, "notify::assessment", G_CALLBACK (update_cb), self,
                                   G_CONNECT_SWAPPED);
          update_cb (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_history_buttons_class_init (CapacityHistoryButtonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_history_buttons_dispose;
  object_class->set_property = capacity_history_buttons_set_property;

  widget_class->map = capacity_history_buttons_map;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, CAPACITY_TYPE_WORKSPACE,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/widgets/capacity-history-buttons.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryButtons, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CapacityHistoryButtons, redo_button);
}

static void
capacity_history_buttons_init (CapacityHistoryButtons *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
