/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-verdict-table.h"

#include <glib/gi18n.h>

#include "capacity-format.h"
#include "capacity-service-filter.h"
#include "capacity-verdict-label.h"
#include "capacity-words.h"

/* How many services have each verdict in each mode; each number shows which they are. */
struct _CapacityVerdictTable
{
  GtkWidget  parent_instance;

  GtkWidget *grid;
  GtkWidget *counts[CAPACITY_N_VERDICTS][CAPACITY_N_MODES];
};

/* From what needs a manager to what does not. */
static const CapacityVerdict order[CAPACITY_N_VERDICTS] = {
  CAPACITY_VERDICT_INSUFFICIENT, CAPACITY_VERDICT_AT_RISK, CAPACITY_VERDICT_EXCESSIVE,
  CAPACITY_VERDICT_SUFFICIENT,   CAPACITY_VERDICT_UNKNOWN,
};

G_DEFINE_FINAL_TYPE (CapacityVerdictTable, capacity_verdict_table, GTK_TYPE_WIDGET)

static void
capacity_verdict_table_dispose (GObject *object)
{
  g_clear_pointer (&CAPACITY_VERDICT_TABLE (object)->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (capacity_verdict_table_parent_class)->dispose (object);
}

static void
capacity_verdict_table_class_init (CapacityVerdictTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_verdict_table_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "verdicts");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
heading_new (CapacityMode mode)
{
  GtkWidget *label = gtk_label_new (capacity_words_mode (mode));

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_widget_add_css_class (label, "dimmed");

  return label;
}

/* It shows the services that it counts. */
static GtkWidget *
count_new (CapacityVerdict verdict,
           CapacityMode    mode)
{
  GtkWidget *count = gtk_button_new_with_label ("");
  g_autoptr (CapacityServiceFilter) filter = capacity_service_filter_new ();
  g_autofree char *query = NULL;

  filter->modes[mode] = (int) verdict;
  query = capacity_service_filter_to_query (filter);
  gtk_widget_set_halign (count, GTK_ALIGN_END);
  gtk_widget_set_halign (gtk_button_get_child (GTK_BUTTON (count)), GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (count, _("Show These Services"));
  gtk_widget_add_css_class (count, "flat");
  gtk_widget_add_css_class (count, "numeric");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (count), "s", query);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (count), "win.choose-services");
  /* Its text is a number alone. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_RELATION_LABELLED_BY);

  return count;
}

static void
capacity_verdict_table_init (CapacityVerdictTable *self)
{
  self->grid = g_object_new (GTK_TYPE_GRID, "row-spacing", 0, "column-spacing", 4, NULL);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

  for (int mode = 0; mode < CAPACITY_N_MODES; mode++)
    gtk_grid_attach (GTK_GRID (self->grid), heading_new ((CapacityMode) mode), mode + 1, 0, 1, 1);
  for (int i = 0; i < CAPACITY_N_VERDICTS; i++)
    {
      GtkWidget *name = capacity_verdict_label_new (order[i]);

      gtk_widget_set_hexpand (name, TRUE);
      gtk_grid_attach (GTK_GRID (self->grid), name, 0, i + 1, 1, 1);
      for (int mode = 0; mode < CAPACITY_N_MODES; mode++)
        {
          GtkWidget *count = count_new (order[i], (CapacityMode) mode);

          gtk_grid_attach (GTK_GRID (self->grid), count, mode + 1, i + 1, 1, 1);
          self->counts[order[i]][mode] = count;
        }
    }
}

static void
show_count (CapacityVerdictTable *self,
            CapacityVerdict       verdict,
            CapacityMode          mode,
            guint                 n)
{
  GtkWidget *count = self->counts[verdict][mode];
  g_autofree char *text = capacity_format_count (n);
  g_autofree char *spoken = NULL;

  spoken = g_strdup_printf ("%s, %s: %s", capacity_words_mode (mode), capacity_words_verdict (verdict), text);
  gtk_button_set_label (GTK_BUTTON (count), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (count), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_can_target (count, n > 0);
  gtk_widget_set_focusable (count, n > 0);
  if (n == 0)
    gtk_widget_add_css_class (count, "dimmed");
  else
    gtk_widget_remove_css_class (count, "dimmed");
}

/**
 * capacity_verdict_table_set_assessment:
 * @assessment: an assessment
 *
 * Shows how many services of @assessment have each verdict.
 */
void
capacity_verdict_table_set_assessment (CapacityVerdictTable     *self,
                                       const CapacityAssessment *assessment)
{
  guint counts[CAPACITY_N_VERDICTS][CAPACITY_N_MODES] = { { 0 } };

  g_return_if_fail (CAPACITY_IS_VERDICT_TABLE (self));
  g_return_if_fail (assessment != NULL);

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = g_ptr_array_index (assessment->services, i);

      for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
        counts[service->modes[mode].verdict][mode]++;
    }
  for (guint i = 0; i < CAPACITY_N_VERDICTS; i++)
    for (guint mode = 0; mode < CAPACITY_N_MODES; mode++)
      show_count (self, (CapacityVerdict) i, (CapacityMode) mode, counts[i][mode]);
}
