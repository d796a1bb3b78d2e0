/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "capacity-chart-style.h"

G_BEGIN_DECLS

/**
 * CapacityTextStyle:
 *
 * The few kinds of text that a page has. Size, weight, colour and leading follow from them.
 */
typedef enum
{
  CAPACITY_TEXT_TITLE,
  CAPACITY_TEXT_HEADING,
  CAPACITY_TEXT_SUBHEADING,
  CAPACITY_TEXT_LEAD,
  CAPACITY_TEXT_BODY,
  CAPACITY_TEXT_NOTE,
  CAPACITY_TEXT_CELL,
  CAPACITY_TEXT_CELL_STRONG,
  CAPACITY_TEXT_CELL_HEAD,
  CAPACITY_TEXT_CELL_LIGHT, /* on a dark ground */
} CapacityTextStyle;

#define CAPACITY_N_TEXT_STYLES 10

typedef enum
{
  CAPACITY_INK_TEXT,
  CAPACITY_INK_MUTED,
  CAPACITY_INK_STRONG_RULE,
  CAPACITY_INK_RULE,
  CAPACITY_INK_TINT,
  CAPACITY_INK_PAPER,
} CapacityInk;

/**
 * CapacityTextLine:
 * @start: byte at which the line begins
 * @length: its bytes, without the space at its end
 *
 * One line of a text that was broken to a width.
 */
typedef struct
{
  int start;
  int length;
} CapacityTextLine;

typedef struct _CapacityTypesetter CapacityTypesetter;

CapacityTypesetter *capacity_typesetter_new             (const char         *language);
void                capacity_typesetter_free            (CapacityTypesetter *self);
PangoContext       *capacity_typesetter_get_context     (CapacityTypesetter *self);
double              capacity_typesetter_get_line_height (CapacityTypesetter *self,
                                                         CapacityTextStyle   style);
double              capacity_typesetter_measure         (CapacityTypesetter *self,
                                                         CapacityTextStyle   style,
                                                         const char         *text);
double              capacity_typesetter_measure_word    (CapacityTypesetter *self,
                                                         CapacityTextStyle   style,
                                                         const char         *text);
GArray             *capacity_typesetter_break           (CapacityTypesetter *self,
                                                         CapacityTextStyle   style,
                                                         const char         *text,
                                                         double              width);
void                capacity_typesetter_draw_line       (CapacityTypesetter *self,
                                                         cairo_t            *cr,
                                                         CapacityTextStyle   style,
                                                         const char         *text,
                                                         CapacityTextLine    line,
                                                         double              x,
                                                         double              y);
void                capacity_typesetter_draw_right      (CapacityTypesetter *self,
                                                         cairo_t            *cr,
                                                         CapacityTextStyle   style,
                                                         const char         *text,
                                                         double              right,
                                                         double              y);
void                capacity_ink_set                    (cairo_t            *cr,
                                                         CapacityInk         ink);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityTypesetter, capacity_typesetter_free)

G_END_DECLS
