/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "capacity-glyphs.h"
#include "capacity-chart-style.h"

static CapacityChartStyle
style_of (int theme)
{
  CapacityChartStyle style;

  capacity_chart_style_init (&style, theme);
  return style;
}

/* Areas and the grid are told apart by their edges and by what is drawn on them. */
static gboolean
is_faint (CapacityChartRole role)
{
  return (role >= CAPACITY_CHART_ROLE_BAND_50 && role <= CAPACITY_CHART_ROLE_BAND_95)
    || role == CAPACITY_CHART_ROLE_HEADROOM || role == CAPACITY_CHART_ROLE_GRID;
}

static void
test_contrast (void)
{
  for (int theme = 0; theme < CAPACITY_N_CHART_THEMES; theme++)
    {
      CapacityChartStyle style = style_of (theme);

      for (int role = 0; role < CAPACITY_N_CHART_ROLES; role++)
        {
          CapacityRgb text = capacity_chart_style_get_text_color (&style, role);

          if (!is_faint (role) && capacity_rgb_contrast (style.colors[role], style.background) < 3)
            g_error ("role %d of theme %d has %.2f : 1", role, theme,
                     capacity_rgb_contrast (style.colors[role], style.background));
          g_assert_cmpfloat (capacity_rgb_contrast (text, style.background), >=, 4.5);
        }
      g_assert_cmpfloat (capacity_rgb_contrast (style.colors[CAPACITY_CHART_ROLE_DIM_TEXT],
                                                style.background), >=, 4.5);
    }
}

static void
test_high_contrast (void)
{
  static const int themes[] = { CAPACITY_CHART_THEME_CONTRAST_LIGHT, CAPACITY_CHART_THEME_CONTRAST_DARK };

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    {
      CapacityChartStyle style = style_of (themes[i]);

      for (int role = 0; role < CAPACITY_N_CHART_ROLES; role++)
        if (!is_faint (role))
          g_assert_cmpfloat (capacity_rgb_contrast (style.colors[role], style.background), >=, 4.5);
      g_assert_cmpfloat (capacity_rgb_contrast (style.colors[CAPACITY_CHART_ROLE_TEXT], style.background),
                         >=, 7);
    }
}

static double
lightness (const CapacityChartStyle *style,
           CapacityChartRole         role)
{
  return capacity_rgb_lightness (style->colors[role]);
}

static void
assert_apart (const CapacityChartStyle *style,
              CapacityChartRole         a,
              CapacityChartRole         b,
              double                    distance)
{
  g_assert_cmpfloat (fabs (lightness (style, a) - lightness (style, b)), >=, distance);
}

/* On paper without colours neighbours must still differ. */
static void
test_greyscale (void)
{
  CapacityChartStyle style = style_of (CAPACITY_CHART_THEME_PRINT);
  double paper = capacity_rgb_lightness (style.background);

  assert_apart (&style, CAPACITY_CHART_ROLE_DEMAND, CAPACITY_CHART_ROLE_LIMIT, 20);
  assert_apart (&style, CAPACITY_CHART_ROLE_FORECAST, CAPACITY_CHART_ROLE_BAND_50, 20);
  assert_apart (&style, CAPACITY_CHART_ROLE_DEFICIT, CAPACITY_CHART_ROLE_BAND_50, 20);
  assert_apart (&style, CAPACITY_CHART_ROLE_BAND_50, CAPACITY_CHART_ROLE_BAND_80, 6);
  assert_apart (&style, CAPACITY_CHART_ROLE_BAND_80, CAPACITY_CHART_ROLE_BAND_95, 6);
  g_assert_cmpfloat (paper - lightness (&style, CAPACITY_CHART_ROLE_BAND_95), >=, 6);
  g_assert_cmpfloat (style.rule_width, >=, 0.5);
  g_assert_cmpfloat (style.font_size, >=, 8);
}

/* The number printed in each class of a heat map can be read, and the classes go one way. */
static void
test_heat (void)
{
  static const double shares[CAPACITY_N_HEAT_CLASSES] = { 0.6, 0.8, 0.9, 1, 1.01 };

  for (int theme = 0; theme < CAPACITY_N_CHART_THEMES; theme++)
    {
      CapacityChartStyle style = style_of (theme);
      CapacityRgb text = style.colors[CAPACITY_CHART_ROLE_TEXT];
      double sign = capacity_rgb_lightness (style.background) > 50 ? -1 : 1;

      for (guint i = 0; i < CAPACITY_N_HEAT_CLASSES; i++)
        {
          double best = MAX (capacity_rgb_contrast (text, style.heat[i]),
                             capacity_rgb_contrast (style.background, style.heat[i]));
          double d;

          g_assert_cmpint (capacity_heat_cell_is_dark (&style, shares[i]), ==, best > capacity_rgb_contrast (text, style.heat[i]));
          if (best < 4.5)
            g_error ("class %u of theme %d has %.2f : 1", i, theme, best);
          if (i == 0)
            continue;
          d = capacity_rgb_lightness (style.heat[i]) - capacity_rgb_lightness (style.heat[i - 1]);
          g_assert_cmpfloat (sign * d, >=, 3);
        }
    }
}

/* How colours look without one kind of cone: Machado, Oliveira, Fernandes 2009, severity 1, on linear
 * light. */
static const double deficiencies[3][9] = {
  { 0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998 },
  { 0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881 },
  { 1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900 },
};

static double
to_linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static void
to_lab (CapacityRgb   color,
        const double *m,
        double        lab[3])
{
  static const double xyz[9] = { 0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750,
                                 0.0193339, 0.1191920, 0.9503041 };
  static const double white[3] = { 0.95047, 1, 1.08883 };
  double in[3] = { to_linear (color.red), to_linear (color.green), to_linear (color.blue) };
  double seen[3], f[3];

  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (m[3 * i] * in[0] + m[3 * i + 1] * in[1] + m[3 * i + 2] * in[2], 0, 1);
  for (int i = 0; i < 3; i++)
    {
      double t = (xyz[3 * i] * seen[0] + xyz[3 * i + 1] * seen[1] + xyz[3 * i + 2] * seen[2]) / white[i];

      f[i] = t > 216.0 / 24389 ? cbrt (t) : (t * 24389 / 27 + 16) / 116;
    }
  lab[0] = 116 * f[1] - 16;
  lab[1] = 500 * (f[0] - f[1]);
  lab[2] = 200 * (f[1] - f[2]);
}

static double
difference (CapacityRgb   a,
            CapacityRgb   b,
            const double *m)
{
  double la[3], lb[3];

  to_lab (a, m, la);
  to_lab (b, m, lb);
  return sqrt (pow (la[0] - lb[0], 2) + pow (la[1] - lb[1], 2) + pow (la[2] - lb[2], 2));
}

static void
test_colour_blind (void)
{
  static const CapacityChartRole roles[] = {
    CAPACITY_CHART_ROLE_DEMAND,
    CAPACITY_CHART_ROLE_LIMIT,
    CAPACITY_CHART_ROLE_TARGET,
    CAPACITY_CHART_ROLE_SCENARIO,
  };

  for (int theme = 0; theme < CAPACITY_N_CHART_THEMES; theme++)
    {
      CapacityChartStyle style = style_of (theme);

      for (guint kind = 0; kind < 3; kind++)
        for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
          for (guint j = i + 1; j < G_N_ELEMENTS (roles); j++)
            {
              double d = difference (style.colors[roles[i]], style.colors[roles[j]], deficiencies[kind]);

              if (d < 10)
                g_error ("roles %d and %d of theme %d differ by %.1f (%u)", roles[i], roles[j], theme, d,
                         kind);
            }
    }
}

static void
test_accent (void)
{
  CapacityChartStyle style = style_of (CAPACITY_CHART_THEME_LIGHT);
  CapacityRgb yellow = { 1, 0.9, 0.3 };
  CapacityRgb purple = { 0.5, 0.2, 0.6 };

  capacity_chart_style_set_accent (&style, purple);
  g_assert_cmpfloat (style.colors[CAPACITY_CHART_ROLE_FORECAST].blue, ==, 0.6);
  capacity_chart_style_set_accent (&style, yellow);
  g_assert_cmpfloat (capacity_rgb_contrast (style.colors[CAPACITY_CHART_ROLE_DEMAND], style.background), >=,
                     3);
  capacity_chart_style_set_background (&style, (CapacityRgb) { 0.98, 0.98, 0.98 });
  g_assert_cmpfloat (capacity_rgb_lightness (style.colors[CAPACITY_CHART_ROLE_BAND_95]), <, 98);
}

static void
test_measures (void)
{
  CapacityRgb black = { 0, 0, 0 };
  CapacityRgb white = { 1, 1, 1 };
  CapacityRgb grey = { 0.5, 0.5, 0.5 };

  g_assert_cmpfloat_with_epsilon (capacity_rgb_contrast (black, white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (capacity_rgb_lightness (white), 100, 1e-9);
  g_assert_cmpfloat_with_epsilon (capacity_rgb_lightness (grey), 53.39, 0.01);
  g_assert_cmpfloat_with_epsilon (capacity_rgb_mix (black, white, 0.25).green, 0.25, 1e-12);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart-style/measures", test_measures);
  g_test_add_func ("/chart-style/contrast", test_contrast);
  g_test_add_func ("/chart-style/high-contrast", test_high_contrast);
  g_test_add_func ("/chart-style/greyscale", test_greyscale);
  g_test_add_func ("/chart-style/heat", test_heat);
  g_test_add_func ("/chart-style/colour-blind", test_colour_blind);
  g_test_add_func ("/chart-style/accent", test_accent);
  return g_test_run ();
}
