/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-chart-style.h"

#include <math.h>

#define RGB(hex) { ((hex) >> 16 & 255) / 255.0, ((hex) >> 8 & 255) / 255.0, ((hex) & 255) / 255.0 }

/* Colours as 0xrrggbb. Those of tints are mixed from the others and stand as 0 here. */
typedef struct
{
  unsigned background;
  unsigned colors[CAPACITY_N_CHART_ROLES];
  unsigned heat[CAPACITY_N_HEAT_CLASSES];
  double   band_shares[3];
} Palette;

static const Palette palette_light = {
  .background = 0xffffff,
  .colors = {
    [CAPACITY_CHART_ROLE_DEMAND] = 0x1c71d8,
    [CAPACITY_CHART_ROLE_FORECAST] = 0x1c71d8,
    [CAPACITY_CHART_ROLE_LIMIT] = 0x3d3846,
    [CAPACITY_CHART_ROLE_PEAK_LIMIT] = 0x77767b,
    [CAPACITY_CHART_ROLE_TARGET] = 0xb35a00,
    [CAPACITY_CHART_ROLE_PEAK_TARGET] = 0xb35a00,
    [CAPACITY_CHART_ROLE_SCENARIO] = 0x813d9c,
    [CAPACITY_CHART_ROLE_COMPARISON] = 0x8e8d92,
    [CAPACITY_CHART_ROLE_CENTRE] = 0x5e5c64,
    [CAPACITY_CHART_ROLE_CONTROL] = 0x77767b,
    [CAPACITY_CHART_ROLE_THRESHOLD] = 0xb35a00,
    [CAPACITY_CHART_ROLE_HEADROOM] = 0xb5dfc8,
    [CAPACITY_CHART_ROLE_DEFICIT] = 0xc01c28,
    [CAPACITY_CHART_ROLE_TODAY] = 0x5e5c64,
    [CAPACITY_CHART_ROLE_EXHAUSTION] = 0xc01c28,
    [CAPACITY_CHART_ROLE_EVENT] = 0x813d9c,
    [CAPACITY_CHART_ROLE_OUTLIER] = 0xc64600,
    [CAPACITY_CHART_ROLE_SIGNAL] = 0xc64600,
    [CAPACITY_CHART_ROLE_RISE] = 0x1c71d8,
    [CAPACITY_CHART_ROLE_FALL] = 0xc64600,
    [CAPACITY_CHART_ROLE_TOTAL] = 0x3d3846,
    [CAPACITY_CHART_ROLE_CELL] = 0x3d3846,
    [CAPACITY_CHART_ROLE_TEXT] = 0x2f2f34,
    [CAPACITY_CHART_ROLE_DIM_TEXT] = 0x67666b,
    [CAPACITY_CHART_ROLE_AXIS] = 0x77767b,
    [CAPACITY_CHART_ROLE_GRID] = 0xe6e6e9,
    [CAPACITY_CHART_ROLE_CURSOR] = 0x2f2f34,
    [CAPACITY_CHART_ROLE_GOOD] = 0x1d7f50,
    [CAPACITY_CHART_ROLE_EXCESS] = 0x1a5fb4,
    [CAPACITY_CHART_ROLE_RISK] = 0xb35a00,
    [CAPACITY_CHART_ROLE_BAD] = 0xc01c28,
    [CAPACITY_CHART_ROLE_UNKNOWN] = 0x67666b,
  },
  .heat = { 0xf1f4f8, 0xfbe6c9, 0xf7c48c, 0xe98f4f, 0xb8430f },
  .band_shares = { 0.40, 0.25, 0.12 },
};

static const Palette palette_dark = {
  .background = 0x2e2e32,
  .colors = {
    [CAPACITY_CHART_ROLE_DEMAND] = 0x6aa8f0,
    [CAPACITY_CHART_ROLE_FORECAST] = 0x6aa8f0,
    [CAPACITY_CHART_ROLE_LIMIT] = 0xf6f5f4,
    [CAPACITY_CHART_ROLE_PEAK_LIMIT] = 0xa5a4a9,
    [CAPACITY_CHART_ROLE_TARGET] = 0xffa348,
    [CAPACITY_CHART_ROLE_PEAK_TARGET] = 0xffa348,
    [CAPACITY_CHART_ROLE_SCENARIO] = 0xe6bdf2,
    [CAPACITY_CHART_ROLE_COMPARISON] = 0x8f8e94,
    [CAPACITY_CHART_ROLE_CENTRE] = 0xc0bfc4,
    [CAPACITY_CHART_ROLE_CONTROL] = 0xa5a4a9,
    [CAPACITY_CHART_ROLE_THRESHOLD] = 0xffa348,
    [CAPACITY_CHART_ROLE_HEADROOM] = 0x3f6350,
    [CAPACITY_CHART_ROLE_DEFICIT] = 0xff7b78,
    [CAPACITY_CHART_ROLE_TODAY] = 0xc0bfc4,
    [CAPACITY_CHART_ROLE_EXHAUSTION] = 0xff7b78,
    [CAPACITY_CHART_ROLE_EVENT] = 0xe6bdf2,
    [CAPACITY_CHART_ROLE_OUTLIER] = 0xffa348,
    [CAPACITY_CHART_ROLE_SIGNAL] = 0xffa348,
    [CAPACITY_CHART_ROLE_RISE] = 0x6aa8f0,
    [CAPACITY_CHART_ROLE_FALL] = 0xffa348,
    [CAPACITY_CHART_ROLE_TOTAL] = 0xdeddda,
    [CAPACITY_CHART_ROLE_CELL] = 0xdeddda,
    [CAPACITY_CHART_ROLE_TEXT] = 0xf2f2f3,
    [CAPACITY_CHART_ROLE_DIM_TEXT] = 0xb3b2b8,
    [CAPACITY_CHART_ROLE_AXIS] = 0x96959b,
    [CAPACITY_CHART_ROLE_GRID] = 0x434348,
    [CAPACITY_CHART_ROLE_CURSOR] = 0xf2f2f3,
    [CAPACITY_CHART_ROLE_GOOD] = 0x57d993,
    [CAPACITY_CHART_ROLE_EXCESS] = 0x99c1f1,
    [CAPACITY_CHART_ROLE_RISK] = 0xffa348,
    [CAPACITY_CHART_ROLE_BAD] = 0xff7b78,
    [CAPACITY_CHART_ROLE_UNKNOWN] = 0xb3b2b8,
  },
  .heat = { 0x38393e, 0x57452f, 0x7d5426, 0xd08a3f, 0xffc48a },
  .band_shares = { 0.46, 0.29, 0.15 },
};

static const Palette palette_contrast_light = {
  .background = 0xffffff,
  .colors = {
    [CAPACITY_CHART_ROLE_DEMAND] = 0x0d5cc4,
    [CAPACITY_CHART_ROLE_FORECAST] = 0x0d5cc4,
    [CAPACITY_CHART_ROLE_LIMIT] = 0x000000,
    [CAPACITY_CHART_ROLE_PEAK_LIMIT] = 0x4a494e,
    [CAPACITY_CHART_ROLE_TARGET] = 0x8a4200,
    [CAPACITY_CHART_ROLE_PEAK_TARGET] = 0x8a4200,
    [CAPACITY_CHART_ROLE_SCENARIO] = 0x6a2a85,
    [CAPACITY_CHART_ROLE_COMPARISON] = 0x67666b,
    [CAPACITY_CHART_ROLE_CENTRE] = 0x2f2f34,
    [CAPACITY_CHART_ROLE_CONTROL] = 0x4a494e,
    [CAPACITY_CHART_ROLE_THRESHOLD] = 0x8a4200,
    [CAPACITY_CHART_ROLE_HEADROOM] = 0x6fae8a,
    [CAPACITY_CHART_ROLE_DEFICIT] = 0xa51d2d,
    [CAPACITY_CHART_ROLE_TODAY] = 0x000000,
    [CAPACITY_CHART_ROLE_EXHAUSTION] = 0xa51d2d,
    [CAPACITY_CHART_ROLE_EVENT] = 0x6a2a85,
    [CAPACITY_CHART_ROLE_OUTLIER] = 0x9c3800,
    [CAPACITY_CHART_ROLE_SIGNAL] = 0x9c3800,
    [CAPACITY_CHART_ROLE_RISE] = 0x0d5cc4,
    [CAPACITY_CHART_ROLE_FALL] = 0x9c3800,
    [CAPACITY_CHART_ROLE_TOTAL] = 0x000000,
    [CAPACITY_CHART_ROLE_CELL] = 0x000000,
    [CAPACITY_CHART_ROLE_TEXT] = 0x000000,
    [CAPACITY_CHART_ROLE_DIM_TEXT] = 0x3d3d42,
    [CAPACITY_CHART_ROLE_AXIS] = 0x3d3d42,
    [CAPACITY_CHART_ROLE_GRID] = 0xc0bfc4,
    [CAPACITY_CHART_ROLE_CURSOR] = 0x000000,
    [CAPACITY_CHART_ROLE_GOOD] = 0x0f5f39,
    [CAPACITY_CHART_ROLE_EXCESS] = 0x124a91,
    [CAPACITY_CHART_ROLE_RISK] = 0x8a4200,
    [CAPACITY_CHART_ROLE_BAD] = 0xa51d2d,
    [CAPACITY_CHART_ROLE_UNKNOWN] = 0x3d3d42,
  },
  .heat = { 0xffffff, 0xfbe6c9, 0xf7c48c, 0xe98f4f, 0x8a2f06 },
  .band_shares = { 0.46, 0.28, 0.14 },
};

static const Palette palette_contrast_dark = {
  .background = 0x1b1b1e,
  .colors = {
    [CAPACITY_CHART_ROLE_DEMAND] = 0x80b8f8,
    [CAPACITY_CHART_ROLE_FORECAST] = 0x80b8f8,
    [CAPACITY_CHART_ROLE_LIMIT] = 0xffffff,
    [CAPACITY_CHART_ROLE_PEAK_LIMIT] = 0xc9c8cd,
    [CAPACITY_CHART_ROLE_TARGET] = 0xffc078,
    [CAPACITY_CHART_ROLE_PEAK_TARGET] = 0xffc078,
    [CAPACITY_CHART_ROLE_SCENARIO] = 0xf0d2fa,
    [CAPACITY_CHART_ROLE_COMPARISON] = 0xb3b2b8,
    [CAPACITY_CHART_ROLE_CENTRE] = 0xe6e6e9,
    [CAPACITY_CHART_ROLE_CONTROL] = 0xc9c8cd,
    [CAPACITY_CHART_ROLE_THRESHOLD] = 0xffc078,
    [CAPACITY_CHART_ROLE_HEADROOM] = 0x4f8064,
    [CAPACITY_CHART_ROLE_DEFICIT] = 0xff9d9a,
    [CAPACITY_CHART_ROLE_TODAY] = 0xffffff,
    [CAPACITY_CHART_ROLE_EXHAUSTION] = 0xff9d9a,
    [CAPACITY_CHART_ROLE_EVENT] = 0xf0d2fa,
    [CAPACITY_CHART_ROLE_OUTLIER] = 0xffc078,
    [CAPACITY_CHART_ROLE_SIGNAL] = 0xffc078,
    [CAPACITY_CHART_ROLE_RISE] = 0x80b8f8,
    [CAPACITY_CHART_ROLE_FALL] = 0xffc078,
    [CAPACITY_CHART_ROLE_TOTAL] = 0xffffff,
    [CAPACITY_CHART_ROLE_CELL] = 0xffffff,
    [CAPACITY_CHART_ROLE_TEXT] = 0xffffff,
    [CAPACITY_CHART_ROLE_DIM_TEXT] = 0xdeddda,
    [CAPACITY_CHART_ROLE_AXIS] = 0xdeddda,
    [CAPACITY_CHART_ROLE_GRID] = 0x5e5c64,
    [CAPACITY_CHART_ROLE_CURSOR] = 0xffffff,
    [CAPACITY_CHART_ROLE_GOOD] = 0x8ff0b8,
    [CAPACITY_CHART_ROLE_EXCESS] = 0xb8d6f8,
    [CAPACITY_CHART_ROLE_RISK] = 0xffc078,
    [CAPACITY_CHART_ROLE_BAD] = 0xff9d9a,
    [CAPACITY_CHART_ROLE_UNKNOWN] = 0xdeddda,
  },
  .heat = { 0x1b1b1e, 0x57452f, 0x855a2a, 0xc07a33, 0xffcf9c },
  .band_shares = { 0.46, 0.29, 0.16 },
};

static const Palette palette_print = {
  .background = 0xffffff,
  .colors = {
    [CAPACITY_CHART_ROLE_DEMAND] = 0x1a5fb4,
    [CAPACITY_CHART_ROLE_FORECAST] = 0x1a5fb4,
    [CAPACITY_CHART_ROLE_LIMIT] = 0x1d1a22,
    [CAPACITY_CHART_ROLE_PEAK_LIMIT] = 0x5e5c64,
    [CAPACITY_CHART_ROLE_TARGET] = 0x9c4f00,
    [CAPACITY_CHART_ROLE_PEAK_TARGET] = 0x9c4f00,
    [CAPACITY_CHART_ROLE_SCENARIO] = 0x61247d,
    [CAPACITY_CHART_ROLE_COMPARISON] = 0x8e8d92,
    [CAPACITY_CHART_ROLE_CENTRE] = 0x3d3846,
    [CAPACITY_CHART_ROLE_CONTROL] = 0x5e5c64,
    [CAPACITY_CHART_ROLE_THRESHOLD] = 0x9c4f00,
    [CAPACITY_CHART_ROLE_HEADROOM] = 0xa8d6bc,
    [CAPACITY_CHART_ROLE_DEFICIT] = 0xa51d2d,
    [CAPACITY_CHART_ROLE_TODAY] = 0x3d3846,
    [CAPACITY_CHART_ROLE_EXHAUSTION] = 0xa51d2d,
    [CAPACITY_CHART_ROLE_EVENT] = 0x61247d,
    [CAPACITY_CHART_ROLE_OUTLIER] = 0xb33f00,
    [CAPACITY_CHART_ROLE_SIGNAL] = 0xb33f00,
    [CAPACITY_CHART_ROLE_RISE] = 0x1a5fb4,
    [CAPACITY_CHART_ROLE_FALL] = 0xb33f00,
    [CAPACITY_CHART_ROLE_TOTAL] = 0x1d1a22,
    [CAPACITY_CHART_ROLE_CELL] = 0x1d1a22,
    [CAPACITY_CHART_ROLE_TEXT] = 0x1d1a22,
    [CAPACITY_CHART_ROLE_DIM_TEXT] = 0x55545a,
    [CAPACITY_CHART_ROLE_AXIS] = 0x67666b,
    [CAPACITY_CHART_ROLE_GRID] = 0xdcdcdf,
    [CAPACITY_CHART_ROLE_CURSOR] = 0x1d1a22,
    [CAPACITY_CHART_ROLE_GOOD] = 0x186c44,
    [CAPACITY_CHART_ROLE_EXCESS] = 0x1a5fb4,
    [CAPACITY_CHART_ROLE_RISK] = 0x9c4f00,
    [CAPACITY_CHART_ROLE_BAD] = 0xa51d2d,
    [CAPACITY_CHART_ROLE_UNKNOWN] = 0x55545a,
  },
  .heat = { 0xf6f7f9, 0xfbe6c9, 0xf7c48c, 0xe98f4f, 0xa83a0a },
  .band_shares = { 0.40, 0.25, 0.12 },
};

static const Palette *palettes[CAPACITY_N_CHART_THEMES] = {
  [CAPACITY_CHART_THEME_LIGHT] = &palette_light,
  [CAPACITY_CHART_THEME_DARK] = &palette_dark,
  [CAPACITY_CHART_THEME_CONTRAST_LIGHT] = &palette_contrast_light,
  [CAPACITY_CHART_THEME_CONTRAST_DARK] = &palette_contrast_dark,
  [CAPACITY_CHART_THEME_PRINT] = &palette_print,
};

static CapacityRgb
rgb_from_hex (unsigned hex)
{
  CapacityRgb color = RGB (hex);

  return color;
}

static void
mix_bands (CapacityChartStyle *self)
{
  for (guint i = 0; i < 3; i++)
    self->colors[CAPACITY_CHART_ROLE_BAND_50 + i] =
      capacity_rgb_mix (self->background, self->colors[CAPACITY_CHART_ROLE_FORECAST], self->band_shares[i]);
}

/**
 * capacity_chart_style_init:
 * @self: (out caller-allocated): the style
 * @theme: which look
 *
 * Sets every member to a ready style. %CAPACITY_CHART_THEME_PRINT measures in points, the others in pixels.
 */
void
capacity_chart_style_init (CapacityChartStyle *self,
                           CapacityChartTheme  theme)
{
  const Palette *palette = palettes[theme];
  gboolean is_paper = theme == CAPACITY_CHART_THEME_PRINT;
  gboolean is_strong = theme == CAPACITY_CHART_THEME_CONTRAST_LIGHT
    || theme == CAPACITY_CHART_THEME_CONTRAST_DARK;

  g_return_if_fail (self != NULL);

  *self = (CapacityChartStyle) {
    .background = rgb_from_hex (palette->background),
    .font_size = is_paper ? 8.5 : 12,
    .title_size = is_paper ? 11 : 15,
    .line_width = is_paper ? 1.4 : is_strong ? 2.75 : 2,
    .rule_width = is_paper ? 0.5 : is_strong ? 1.5 : 1,
    .device_scale = is_paper ? 0 : 1,
    .paints_background = !is_paper,
    .shows_title = TRUE,
  };
  for (guint i = 0; i < CAPACITY_N_CHART_ROLES; i++)
    self->colors[i] = rgb_from_hex (palette->colors[i]);
  for (guint i = 0; i < CAPACITY_N_HEAT_CLASSES; i++)
    self->heat[i] = rgb_from_hex (palette->heat[i]);
  for (guint i = 0; i < 3; i++)
    self->band_shares[i] = palette->band_shares[i];
  mix_bands (self);
}

/**
 * capacity_chart_style_set_background:
 * @self: a style
 * @background: colour of what lies behind the chart
 *
 * Mixes the tints with another background, that of the card the chart is on.
 */
void
capacity_chart_style_set_background (CapacityChartStyle *self,
                                     CapacityRgb         background)
{
  g_return_if_fail (self != NULL);

  self->background = background;
  mix_bands (self);
}

/**
 * capacity_chart_style_set_accent:
 * @self: a style
 * @accent: the user's accent colour, as it is used for text on the background
 *
 * Draws demand and forecast in another hue. A hue with less than 3 : 1 against the background is mixed with
 * the text colour until it has that.
 */
void
capacity_chart_style_set_accent (CapacityChartStyle *self,
                                 CapacityRgb         accent)
{
  CapacityRgb color = accent;

  g_return_if_fail (self != NULL);

  for (double share = 0.1; share <= 1 && capacity_rgb_contrast (color, self->background) < 3; share += 0.1)
    color = capacity_rgb_mix (accent, self->colors[CAPACITY_CHART_ROLE_TEXT], share);
  self->colors[CAPACITY_CHART_ROLE_DEMAND] = color;
  self->colors[CAPACITY_CHART_ROLE_FORECAST] = color;
  self->colors[CAPACITY_CHART_ROLE_RISE] = color;
  mix_bands (self);
}

/**
 * capacity_chart_style_get_text_color:
 * @self: a style
 * @role: a role
 *
 * The colour of @role for words: mixed with the text colour where it has less than 4.5 : 1 against the
 * background; tints are too faint for words and give those of secondary text.
 *
 * Returns: the colour
 */
CapacityRgb
capacity_chart_style_get_text_color (const CapacityChartStyle *self,
                                     CapacityChartRole         role)
{
  CapacityRgb color;

  if (role >= CAPACITY_CHART_ROLE_BAND_50 && role <= CAPACITY_CHART_ROLE_BAND_95)
    role = CAPACITY_CHART_ROLE_DIM_TEXT;
  color = self->colors[role];
  for (double share = 0.1; share <= 1 && capacity_rgb_contrast (color, self->background) < 4.5; share += 0.1)
    color = capacity_rgb_mix (self->colors[role], self->colors[CAPACITY_CHART_ROLE_TEXT], share);
  return color;
}

/**
 * capacity_rgb_mix:
 * @a: a colour
 * @b: another
 * @share: how much of @b, 0…1
 *
 * Returns: what @b with the opacity @share looks like over @a
 */
CapacityRgb
capacity_rgb_mix (CapacityRgb a,
                  CapacityRgb b,
                  double      share)
{
  return (CapacityRgb) {
    a.red + (b.red - a.red) * share,
    a.green + (b.green - a.green) * share,
    a.blue + (b.blue - a.blue) * share,
  };
}

static double
linear (double part)
{
  return part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4);
}

static double
luminance (CapacityRgb color)
{
  return 0.2126 * linear (color.red) + 0.7152 * linear (color.green) + 0.0722 * linear (color.blue);
}

/**
 * capacity_rgb_contrast:
 * @a: a colour
 * @b: another
 *
 * Source: WCAG 2.1, contrast ratio.
 *
 * Returns: the contrast, 1…21
 */
double
capacity_rgb_contrast (CapacityRgb a,
                       CapacityRgb b)
{
  double la = luminance (a);
  double lb = luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

/**
 * capacity_rgb_lightness:
 * @color: a colour
 *
 * How light a colour is in print without colours. Source: CIE 1976 L*.
 *
 * Returns: 0 (black) … 100 (white)
 */
double
capacity_rgb_lightness (CapacityRgb color)
{
  double y = luminance (color);

  return y > 216.0 / 24389 ? 116 * cbrt (y) - 16 : y * 24389 / 27;
}
