/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-figure-row.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-explanation-words.h"
#include "capacity-format.h"
#include "capacity-why-button.h"
#include "capacity-words.h"

/* One figure of a service, in words, with "Why?". */
struct _CapacityFigureRow
{
  AdwActionRow       parent_instance;

  CapacityWhyButton *why;

  CapacityFigure     figure;
};

G_DEFINE_FINAL_TYPE (CapacityFigureRow, capacity_figure_row, ADW_TYPE_ACTION_ROW)

static const char *
title_of (CapacityFigure figure)
{
  switch (figure)
    {
    case CAPACITY_FIGURE_EXHAUSTION:
      return _("Runs Short");
    case CAPACITY_FIGURE_DECIDE_BY:
      return _("Last Day to Decide");
    case CAPACITY_FIGURE_LAST12:
      return _("Last 12 Months");
    case CAPACITY_FIGURE_CHANGE12:
      return _("Against the Year Before");
    case CAPACITY_FIGURE_TREND:
      return _("Trend");
    case CAPACITY_FIGURE_HEADROOM:
      return _("Headroom");
    case CAPACITY_FIGURE_QUEUE_CLEARANCE:
      return _("Queue");
    case CAPACITY_FIGURE_QUEUE_RELIEF:
      return _("Working Off the Queue");
    case CAPACITY_FIGURE_CASE_COST:
      return _("Cost of a Case");
    case CAPACITY_FIGURE_FORECAST_ERROR:
      return _("Forecast");
    case CAPACITY_FIGURE_QUALITY:
    default:
      return _("Data");
    }
}

static char *
exhaustion_text (const CapacityServiceAssessment *service)
{
  g_autofree char *likely = capacity_words_exhaustion (&service->exhaustion);
  g_autofree char *range = capacity_words_exhaustion_range (&service->exhaustion);

  return range != NULL ? g_strdup_printf ("%s\n%s", likely, range) : g_steal_pointer (&likely);
}

static char *
text_of (CapacityFigure                   figure,
         const CapacityAssessment        *assessment,
         const CapacityServiceAssessment *service)
{
  g_autoptr (CapacityExplanation) explanation = NULL;

  switch (figure)
    {
    case CAPACITY_FIGURE_EXHAUSTION:
      return exhaustion_text (service);
    case CAPACITY_FIGURE_DECIDE_BY:
      return capacity_words_decide_by (&service->exhaustion, assessment->as_of);
    case CAPACITY_FIGURE_TREND:
      return capacity_words_trend (&service->trend);
    case CAPACITY_FIGURE_QUEUE_CLEARANCE:
      return capacity_words_queue (&service->queue);
    case CAPACITY_FIGURE_QUEUE_RELIEF:
      return capacity_words_relief (service);
    case CAPACITY_FIGURE_CASE_COST:
      return capacity_words_case_cost (assessment, service);
    case CAPACITY_FIGURE_FORECAST_ERROR:
      return service->forecast != NULL ? capacity_words_forecast (service->forecast) : NULL;
    case CAPACITY_FIGURE_QUALITY:
      return capacity_words_quality (&service->quality);
    default:
      explanation = capacity_explanation_new_service (assessment, service, figure, CAPACITY_MODE_REGULAR);
      if (figure == CAPACITY_FIGURE_CHANGE12 && isnan (explanation->value))
        return NULL;
      return capacity_explanation_value (explanation);
    }
}

static void
capacity_figure_row_class_init (CapacityFigureRowClass *klass)
{
}

static void
capacity_figure_row_init (CapacityFigureRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "property");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (self), TRUE);
}

/**
 * capacity_figure_row_new:
 * @figure: what to show
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
capacity_figure_row_new (CapacityFigure figure)
{
  CapacityFigureRow *self = g_object_new (CAPACITY_TYPE_FIGURE_ROW, NULL);

  self->figure = figure;
  self->why = CAPACITY_WHY_BUTTON (capacity_why_button_new (figure, CAPACITY_MODE_REGULAR));
  gtk_widget_set_valign (GTK_WIDGET (self->why), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->why));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title_of (figure));

  return GTK_WIDGET (self);
}

/**
 * capacity_figure_row_set_service:
 * @assessment: the assessment
 * @service: the part of it about one service
 *
 * Shows the figure of @service; a figure there is nothing to say about hides the row.
 */
void
capacity_figure_row_set_service (CapacityFigureRow               *self,
                                 const CapacityAssessment        *assessment,
                                 const CapacityServiceAssessment *service)
{
  g_autofree char *text = NULL;

  g_return_if_fail (CAPACITY_IS_FIGURE_ROW (self));
  g_return_if_fail (assessment != NULL && service != NULL);

  text = text_of (self->figure, assessment, service);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
  capacity_why_button_set_service (self->why, assessment, service);
}
