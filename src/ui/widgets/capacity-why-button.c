/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-why-button.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-explanation-words.h"

/* "Why?" beside a figure, or beside what is said of several. The explanation is made when it is asked for: the button keeps the assessment it
 * belongs to and nothing else. */
struct _CapacityWhyButton
{
  GtkWidget                   parent_instance;

  GtkWidget                  *button;
  CapacityAssessment         *assessment;
  CapacityServiceAssessment  *service;  /* nullable: it is about the resource */
  CapacityResourceAssessment *resource; /* nullable: it is about the service */

  CapacityFigure             *figures;
  guint                       n_figures;
  CapacityMode                mode;
};

#define MAX_DEPTH 2
#define INDENT 12
#define ROW_GAP 6
#define FIGURE_GAP 12
#define POPOVER_WIDTH 340
#define POPOVER_MAX_HEIGHT 420

G_DEFINE_FINAL_TYPE (CapacityWhyButton, capacity_why_button, GTK_TYPE_WIDGET)

static GtkWidget *
label_new (const char *text,
           const char *style_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), FALSE);
  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);

  return label;
}

static void
append_row (GtkWidget                    *grid,
            const CapacityExplanationRow *row,
            int                          *line)
{
  GtkWidget *name = label_new (row->label, row->depth > 0 ? "dimmed" : NULL);
  GtkWidget *value = label_new (row->value, "numeric");

  gtk_widget_set_margin_start (name, (int) row->depth * INDENT);
  gtk_widget_set_margin_top (name, ROW_GAP);
  gtk_widget_set_margin_top (value, ROW_GAP);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_set_valign (name, GTK_ALIGN_START);
  gtk_widget_set_valign (value, GTK_ALIGN_START);
  gtk_label_set_xalign (GTK_LABEL (value), 1);
  gtk_label_set_justify (GTK_LABEL (value), GTK_JUSTIFY_RIGHT);
  gtk_grid_attach (GTK_GRID (grid), name, 0, *line, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), value, 1, (*line)++, 1, 1);

  if (row->source != NULL)
    {
      GtkWidget *source = label_new (row->source, "caption");

      gtk_widget_add_css_class (source, "dimmed");
      gtk_widget_set_margin_start (source, (int) row->depth * INDENT);
      gtk_grid_attach (GTK_GRID (grid), source, 0, (*line)++, 2, 1);
    }
}

static GtkWidget *
explanation_widget_new (const CapacityExplanation *explanation)
{
  g_autofree char *title = capacity_explanation_title (explanation);
  g_autofree char *value = capacity_explanation_value (explanation);
  g_autofree char *formula = capacity_explanation_formula (explanation);
  g_autoptr (GPtrArray) rows = capacity_explanation_rows (explanation, MAX_DEPTH);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *grid = gtk_grid_new ();
  int line = 0;

  gtk_widget_add_css_class (box, "explanation");
  gtk_box_append (GTK_BOX (box), label_new (title, "dimmed"));
  gtk_box_append (GTK_BOX (box), label_new (value, "title-3"));
  gtk_box_append (GTK_BOX (box), label_new (formula, NULL));

  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 0);
  for (guint i = 0; i < rows->len; i++)
    append_row (grid, g_ptr_array_index (rows, i), &line);
  gtk_box_append (GTK_BOX (box), grid);

  return box;
}

/* What is not known is not explained beside what is. */
static void
append_figure (CapacityWhyButton *self,
               GtkBox            *box,
               CapacityFigure     figure)
{
  g_autoptr (CapacityExplanation) explanation = NULL;

  if (self->resource != NULL)
    explanation = capacity_explanation_new_resource (self->assessment, self->resource, figure);
  else
    explanation = capacity_explanation_new_service (self->assessment, self->service, figure, self->mode);
  if (self->n_figures == 1 || !isnan (explanation->value))
    gtk_box_append (box, explanation_widget_new (explanation));
}

static void
create_popover_cb (GtkMenuButton *button,
                   gpointer       user_data)
{
  CapacityWhyButton *self = user_data;
  /* A generic role could not be named. */
  GtkWidget *popover = g_object_new (GTK_TYPE_POPOVER, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, FIGURE_GAP);
  GtkWidget *scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                                      "hscrollbar-policy", GTK_POLICY_NEVER,
                                      "propagate-natural-height", TRUE,
                                      "max-content-height", POPOVER_MAX_HEIGHT,
                                      "width-request", POPOVER_WIDTH,
                                      NULL);

  for (guint i = 0; i < self->n_figures; i++)
    append_figure (self, GTK_BOX (box), self->figures[i]);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Explanation"),
                                  -1);
  gtk_menu_button_set_popover (button, popover);
}

static void
clear_subject (CapacityWhyButton *self)
{
  g_clear_pointer (&self->service, capacity_service_assessment_unref);
  g_clear_pointer (&self->resource, capacity_resource_assessment_unref);
  g_clear_pointer (&self->assessment, capacity_assessment_unref);
}

static void
capacity_why_button_dispose (GObject *object)
{
  CapacityWhyButton *self = CAPACITY_WHY_BUTTON (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);
  clear_subject (self);

  G_OBJECT_CLASS (capacity_why_button_parent_class)->dispose (object);
}

static void
capacity_why_button_finalize (GObject *object)
{
  g_free (CAPACITY_WHY_BUTTON (object)->figures);

  G_OBJECT_CLASS (capacity_why_button_parent_class)->finalize (object);
}

static void
capacity_why_button_class_init (CapacityWhyButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = capacity_why_button_dispose;
  object_class->finalize = capacity_why_button_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
capacity_why_button_init (CapacityWhyButton *self)
{
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), gtk_label_new (_("Why?")));
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_sensitive (self->button, FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), create_popover_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * capacity_why_button_new:
 * @figure: the figure to explain
 * @mode: its mode, where it has one
 *
 * Returns: (transfer floating): a new button, insensitive until it is told of which service or resource
 */
GtkWidget *
capacity_why_button_new (CapacityFigure figure,
                         CapacityMode   mode)
{
  CapacityWhyButton *self = g_object_new (CAPACITY_TYPE_WHY_BUTTON, NULL);

  self->mode = mode;
  capacity_why_button_set_figures (self, &figure, 1);

  return GTK_WIDGET (self);
}

/* There are many on a page: who hears them is told what each explains. */
static void
update_name (CapacityWhyButton *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *list = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < self->n_figures; i++)
    g_strv_builder_add (builder, capacity_explanation_words_figure (self->figures[i], self->mode));
  names = g_strv_builder_end (builder);
  list = g_strjoinv (", ", names);
  /* Translators: %s is what is explained, such as "Queue" */
  name = g_strdup_printf (_("Why? %s"), list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * capacity_why_button_set_figures:
 * @figures: (array length=n_figures): figures of one service or resource
 * @n_figures: their number
 *
 * Explains each of several figures, one below the other; those that are not known are left out.
 */
void
capacity_why_button_set_figures (CapacityWhyButton    *self,
                                 const CapacityFigure *figures,
                                 guint                 n_figures)
{
  g_return_if_fail (CAPACITY_IS_WHY_BUTTON (self));
  g_return_if_fail (figures != NULL && n_figures > 0);

  g_free (self->figures);
  self->figures = g_memdup2 (figures, n_figures * sizeof *figures);
  self->n_figures = n_figures;
  update_name (self);
}

/**
 * capacity_why_button_set_service:
 * @assessment: the assessment the figure is from
 * @service: the part of it about one service
 *
 * Says whose figure the button explains.
 */
void
capacity_why_button_set_service (CapacityWhyButton               *self,
                                 const CapacityAssessment        *assessment,
                                 const CapacityServiceAssessment *service)
{
  g_return_if_fail (CAPACITY_IS_WHY_BUTTON (self));
  g_return_if_fail (assessment != NULL && service != NULL);

  clear_subject (self);
  self->service = capacity_service_assessment_ref (service);
  self->assessment = capacity_assessment_ref (assessment);
  gtk_widget_set_sensitive (self->button, TRUE);
}

/**
 * capacity_why_button_set_resource:
 * @assessment: the assessment the figure is from
 * @resource: the part of it about one resource
 *
 * Says whose figure the button explains.
 */
void
capacity_why_button_set_resource (CapacityWhyButton                *self,
                                  const CapacityAssessment         *assessment,
                                  const CapacityResourceAssessment *resource)
{
  g_return_if_fail (CAPACITY_IS_WHY_BUTTON (self));
  g_return_if_fail (assessment != NULL && resource != NULL);

  clear_subject (self);
  self->resource = capacity_resource_assessment_ref (resource);
  self->assessment = capacity_assessment_ref (assessment);
  gtk_widget_set_sensitive (self->button, TRUE);
}
