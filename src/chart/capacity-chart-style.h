/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityChartRole:
 *
 * What a thing in a chart stands for. Its looks follow from it: colour, dash, hatch and shape, so that
 * nothing is told by colour alone.
 */
typedef enum
{
  CAPACITY_CHART_ROLE_DEMAND,     /* what was measured: solid line */
  CAPACITY_CHART_ROLE_FORECAST,   /* what is likely: dashed line of the same hue */
  CAPACITY_CHART_ROLE_BAND_50,    /* where half of the outcomes lie: the darkest tint */
  CAPACITY_CHART_ROLE_BAND_80,
  CAPACITY_CHART_ROLE_BAND_95,    /* the lightest tint */
  CAPACITY_CHART_ROLE_LIMIT,      /* regular capacity: step line */
  CAPACITY_CHART_ROLE_PEAK_LIMIT, /* peak capacity: dash-dotted step line */
  CAPACITY_CHART_ROLE_TARGET,     /* the share of capacity to be used: thin dotted step line */
  CAPACITY_CHART_ROLE_PEAK_TARGET, /* the same of peak capacity: thin dash-dotted step line */
  CAPACITY_CHART_ROLE_SCENARIO,   /* a what-if beside the forecast: long dashes */
  CAPACITY_CHART_ROLE_COMPARISON, /* an earlier or other course to compare with: thin line */
  CAPACITY_CHART_ROLE_CENTRE,     /* the mean of a control chart: thin line */
  CAPACITY_CHART_ROLE_CONTROL,    /* the limits of a control chart: thin dashed line */
  CAPACITY_CHART_ROLE_THRESHOLD,  /* a level or share beyond which something else begins: thin line of long dashes */
  CAPACITY_CHART_ROLE_HEADROOM,   /* capacity above demand: sparse hatch */
  CAPACITY_CHART_ROLE_DEFICIT,    /* demand above capacity: cross-hatch */
  CAPACITY_CHART_ROLE_TODAY,      /* the rule between what was and what may be */
  CAPACITY_CHART_ROLE_EXHAUSTION, /* when capacity no longer suffices: diamond, with its span */
  CAPACITY_CHART_ROLE_EVENT,      /* something known to change demand: dotted rule with a number, named below */
  CAPACITY_CHART_ROLE_OUTLIER,    /* a measurement far from the likely: open circle */
  CAPACITY_CHART_ROLE_SIGNAL,     /* a point a control rule has marked: filled square */
  CAPACITY_CHART_ROLE_RISE,       /* a bar that adds: plain */
  CAPACITY_CHART_ROLE_FALL,       /* a bar that takes away: hatched */
  CAPACITY_CHART_ROLE_TOTAL,      /* a bar that stands on zero */
  CAPACITY_CHART_ROLE_CELL,       /* a row of a heat map */
  CAPACITY_CHART_ROLE_TEXT,       /* chrome from here on */
  CAPACITY_CHART_ROLE_DIM_TEXT,
  CAPACITY_CHART_ROLE_AXIS,
  CAPACITY_CHART_ROLE_GRID,
  CAPACITY_CHART_ROLE_CURSOR,
  CAPACITY_CHART_ROLE_GOOD,       /* status shapes and bars */
  CAPACITY_CHART_ROLE_EXCESS,
  CAPACITY_CHART_ROLE_RISK,
  CAPACITY_CHART_ROLE_BAD,
  CAPACITY_CHART_ROLE_UNKNOWN,
} CapacityChartRole;

#define CAPACITY_N_CHART_ROLES (CAPACITY_CHART_ROLE_UNKNOWN + 1)
#define CAPACITY_N_HEAT_CLASSES 5

/**
 * CapacityChartTheme:
 *
 * The ready styles.
 */
typedef enum
{
  CAPACITY_CHART_THEME_LIGHT,
  CAPACITY_CHART_THEME_DARK,
  CAPACITY_CHART_THEME_CONTRAST_LIGHT,
  CAPACITY_CHART_THEME_CONTRAST_DARK,
  CAPACITY_CHART_THEME_PRINT,
} CapacityChartTheme;

#define CAPACITY_N_CHART_THEMES 5

/**
 * CapacityRgb:
 *
 * An opaque sRGB colour, each part 0…1. Charts know no transparency: tints are mixed with the background
 * beforehand, which keeps paper simple and lets a test measure every colour.
 */
typedef struct
{
  double red;
  double green;
  double blue;
} CapacityRgb;

/**
 * CapacityChartStyle:
 * @background: colour the chart lies on; tints are mixed with it
 * @colors: colour of each role
 * @heat: the classes of a heat map, from little to full
 * @band_shares: how much of the forecast's colour is in the bands of 50, 80 and 95 %
 * @font_family: (nullable): family of all text, not owned; %NULL for that of the #PangoContext
 * @font_size: height of text, in units of the layout (pixels on a screen, points on paper)
 * @title_size: of the title
 * @line_width: of the lines that carry data
 * @rule_width: of axes, grid and hatches
 * @device_scale: device pixels a unit, to which thin rules are snapped; 0 where there are no pixels (paper)
 * @paints_background: whether drawing begins with @background
 * @shows_title: whether the title is drawn; a page that has it as a heading says no
 *
 * How a chart looks. A plain value: init it with a theme, then change what the place demands.
 */
typedef struct
{
  CapacityRgb background;
  CapacityRgb colors[CAPACITY_N_CHART_ROLES];
  CapacityRgb heat[CAPACITY_N_HEAT_CLASSES];
  double      band_shares[3];
  const char *font_family;
  double      font_size;
  double      title_size;
  double      line_width;
  double      rule_width;
  double      device_scale;
  gboolean    paints_background;
  gboolean    shows_title;
} CapacityChartStyle;

void        capacity_chart_style_init           (CapacityChartStyle *self,
                                                 CapacityChartTheme  theme);
void        capacity_chart_style_set_background (CapacityChartStyle *self,
                                                 CapacityRgb         background);
void        capacity_chart_style_set_accent     (CapacityChartStyle *self,
                                                 CapacityRgb         accent);

CapacityRgb capacity_chart_style_get_text_color (const CapacityChartStyle *self,
                                                 CapacityChartRole         role);

CapacityRgb capacity_rgb_mix                    (CapacityRgb         a,
                                                 CapacityRgb         b,
                                                 double              share);
double      capacity_rgb_contrast               (CapacityRgb         a,
                                                 CapacityRgb         b);
double      capacity_rgb_lightness              (CapacityRgb         color);

G_END_DECLS
