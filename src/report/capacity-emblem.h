/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What the file of an emblem may have, in bytes. */
#define CAPACITY_EMBLEM_MAX_SIZE (256 * 1024)

cairo_surface_t *capacity_emblem_read (GBytes          *png);
void             capacity_emblem_draw (cairo_surface_t *emblem,
                                       cairo_t         *cr,
                                       double           x,
                                       double           y,
                                       double           height);
double           capacity_emblem_get_width (cairo_surface_t *emblem,
                                            double           height);

G_END_DECLS
