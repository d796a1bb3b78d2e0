/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-screen-style.h"

#include <adwaita.h>

/* How charts and small drawings look on the screen, from what the desktop and the person at it have chosen.
 * Made again only when one of these changes; belongs to the main thread. */

static CapacityChartTheme
theme_of (AdwStyleManager *manager)
{
  gboolean is_dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return is_dark ? CAPACITY_CHART_THEME_CONTRAST_DARK : CAPACITY_CHART_THEME_CONTRAST_LIGHT;
  else
    return is_dark ? CAPACITY_CHART_THEME_DARK : CAPACITY_CHART_THEME_LIGHT;
}

/* The height of text the theme gives the widget, in pixels, enlarged text included. */
static double
font_size_of (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double) PANGO_SCALE;
  double points_to_pixels = pango_cairo_context_get_resolution (context) / 72;

  return pango_font_description_get_size_is_absolute (font) ? size : size * points_to_pixels;
}

/**
 * capacity_screen_style_get:
 * @widget: where something will be drawn
 *
 * Returns: (transfer none): the looks for drawing in @widget; valid until the next call
 */
const CapacityChartStyle *
capacity_screen_style_get (GtkWidget *widget)
{
  static CapacityChartStyle style;
  static CapacityChartTheme style_theme = CAPACITY_CHART_THEME_PRINT;
  AdwStyleManager *manager = adw_style_manager_get_default ();
  CapacityChartTheme theme = theme_of (manager);

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  if (theme != style_theme)
    {
      capacity_chart_style_init (&style, theme);
      style.paints_background = FALSE;
      style.shows_title = FALSE;
      style_theme = theme;
    }
  style.font_size = font_size_of (widget) * 0.85;
  style.device_scale = gtk_widget_get_scale_factor (widget);

  return &style;
}
