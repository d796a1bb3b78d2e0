/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-block.h"

#include "capacity-pdf.h"

#define COLUMN_GAP 22
#define PANEL_PAD_X 14
#define PANEL_PAD_Y 10
#define PANEL_BAR 4
#define PANEL_SIGN 30
#define SIGNATURE_LABEL 24

/* Blocks under each other in columns beside each other: one slice. A panel is one column on a tinted
 * ground. */
typedef struct
{
  CapacityBlock    parent;
  GPtrArray       *columns;
  double          *weights;
  gboolean         is_panel;
  CapacityRgb      color;
  CapacityDrawFunc sign;
  gpointer         user_data;
  double           height;
} GroupBlock;

static double
layout_column (GPtrArray          *column,
               CapacityTypesetter *setter,
               double              width,
               double              max_height)
{
  double height = 0, space = 0;

  for (guint i = 0; i < column->len; i++)
    {
      CapacityBlock *block = column->pdata[i];

      block->width = width;
      block->klass->layout (block, setter, width, max_height);
      height += i > 0 ? MAX (space, block->before) : 0;
      height += capacity_block_get_height (block, 0, block->n_slices);
      space = block->after;
    }

  return height;
}

/* By how much the blocks of a column can grow together. */
static double
column_stretch (const GPtrArray *column)
{
  double stretch = 0;

  for (guint i = 0; i < column->len; i++)
    stretch += ((const CapacityBlock *) column->pdata[i])->stretch;

  return stretch;
}

static void
grow_column (GPtrArray *column,
             double     by)
{
  for (guint i = 0; i < column->len && by > 0; i++)
    {
      CapacityBlock *block = column->pdata[i];
      double part = MIN (block->stretch, by);

      if (part <= 0)
        continue;
      block->klass->grow (block, part);
      by -= part;
    }
}

static void
draw_column (GPtrArray         *column,
             const CapacityPen *pen,
             double             x,
             double             y)
{
  double space = 0;

  for (guint i = 0; i < column->len; i++)
    {
      CapacityBlock *block = column->pdata[i];

      y += i > 0 ? MAX (space, block->before) : 0;
      block->klass->draw (block, pen, x, y, 0, block->n_slices);
      y += capacity_block_get_height (block, 0, block->n_slices);
      space = block->after;
    }
}

static double
column_width (const GroupBlock *self,
              guint             column,
              double            width)
{
  double sum = 0;

  if (self->is_panel)
    return width - 2 * PANEL_PAD_X - PANEL_SIGN;
  for (guint i = 0; i < self->columns->len; i++)
    sum += self->weights[i];

  return (width - COLUMN_GAP * (self->columns->len - 1)) * self->weights[column] / sum;
}

static void
group_block_layout (CapacityBlock      *block,
                    CapacityTypesetter *setter,
                    double              width,
                    double              max_height)
{
  GroupBlock *self = (GroupBlock *) block;

  self->height = 0;
  for (guint i = 0; i < self->columns->len; i++)
    {
      double height = layout_column (self->columns->pdata[i], setter, column_width (self, i, width),
                                     max_height);

      self->height = MAX (self->height, height);
    }
  if (self->is_panel)
    self->height += 2 * PANEL_PAD_Y;
  else if (self->columns->len == 1)
    block->stretch = column_stretch (self->columns->pdata[0]);
  block->n_slices = block->min_head = block->min_tail = 1;
}

static double
group_block_get_height (const CapacityBlock *block,
                        guint                slice)
{
  return ((const GroupBlock *) block)->height;
}

static void
group_block_grow (CapacityBlock *block,
                  double         by)
{
  GroupBlock *self = (GroupBlock *) block;

  grow_column (self->columns->pdata[0], by);
  self->height += by;
  block->stretch -= by;
}

static void
draw_ground (const GroupBlock  *self,
             const CapacityPen *pen,
             double             x,
             double             y)
{
  capacity_tags_begin (pen->tags, CAPACITY_TAG_ARTIFACT);
  cairo_save (pen->cr);
  capacity_tags_pin (pen->tags, x, y);
  capacity_ink_set (pen->cr, CAPACITY_INK_TINT);
  cairo_rectangle (pen->cr, x, y, self->parent.width, self->height);
  cairo_fill (pen->cr);
  cairo_set_source_rgb (pen->cr, self->color.red, self->color.green, self->color.blue);
  cairo_rectangle (pen->cr, x, y, PANEL_BAR, self->height);
  cairo_fill (pen->cr);
  cairo_translate (pen->cr, x + PANEL_PAD_X, y + PANEL_PAD_Y);
  self->sign (pen->cr, capacity_typesetter_get_context (pen->setter), PANEL_SIGN - 10, PANEL_SIGN - 10,
              self->user_data);
  cairo_restore (pen->cr);
  capacity_tags_end (pen->tags, CAPACITY_TAG_ARTIFACT);
}

static void
group_block_draw (CapacityBlock     *block,
                  const CapacityPen *pen,
                  double             x,
                  double             y,
                  guint              first,
                  guint              end)
{
  GroupBlock *self = (GroupBlock *) block;

  if (self->is_panel)
    {
      draw_ground (self, pen, x, y);
      draw_column (self->columns->pdata[0], pen, x + PANEL_PAD_X + PANEL_SIGN, y + PANEL_PAD_Y);
      return;
    }
  for (guint i = 0; i < self->columns->len; i++)
    {
      draw_column (self->columns->pdata[i], pen, x, y);
      x += column_width (self, i, block->width) + COLUMN_GAP;
    }
}

static void
group_block_free (CapacityBlock *block)
{
  GroupBlock *self = (GroupBlock *) block;

  g_ptr_array_unref (self->columns);
  g_free (self->weights);
  g_free (self);
}

static const CapacityBlockClass group_class = {
  .layout = group_block_layout,
  .get_height = group_block_get_height,
  .grow = group_block_grow,
  .draw = group_block_draw,
  .free = group_block_free,
};

/**
 * capacity_columns_block_new:
 * @columns: (transfer full) (element-type GPtrArray): for each column its blocks
 * @weights: (array): share of the width of each column
 *
 * Puts blocks beside each other. They are read column by column.
 *
 * Returns: (transfer full): a block
 */
CapacityBlock *
capacity_columns_block_new (GPtrArray    *columns,
                            const double *weights)
{
  GroupBlock *self = g_new0 (GroupBlock, 1);

  self->parent.klass = &group_class;
  self->columns = columns;
  self->weights = g_memdup2 (weights, columns->len * sizeof *weights);

  return &self->parent;
}

/**
 * capacity_panel_block_new:
 * @children: (transfer full) (element-type CapacityBlock): its blocks
 * @color: of the bar at its side
 * @sign: draws a sign beside the text, in a square
 * @user_data: for @sign
 *
 * Sets blocks off from the page by a tinted ground, a coloured bar and a sign. What colour and sign mean must
 * also stand in the text.
 *
 * Returns: (transfer full): a block
 */
CapacityBlock *
capacity_panel_block_new (GPtrArray        *children,
                          CapacityRgb       color,
                          CapacityDrawFunc  sign,
                          gpointer          user_data)
{
  GroupBlock *self = g_new0 (GroupBlock, 1);

  self->parent.klass = &group_class;
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (self->columns, children);
  self->is_panel = TRUE;
  self->color = color;
  self->sign = sign;
  self->user_data = user_data;

  return &self->parent;
}

/* Lines to sign on, each with a label below: one slice. */
typedef struct
{
  CapacityBlock parent;
  char        **labels;
  guint         n_labels;
  double        label_width;
  double        height;
} SignatureBlock;

static void
signature_block_layout (CapacityBlock      *block,
                        CapacityTypesetter *setter,
                        double              width,
                        double              max_height)
{
  SignatureBlock *self = (SignatureBlock *) block;
  guint n_lines = 1;

  self->label_width = (width - COLUMN_GAP * (self->n_labels - 1)) / self->n_labels;
  for (guint i = 0; i < self->n_labels; i++)
    {
      g_autoptr (GArray) lines = capacity_typesetter_break (setter, CAPACITY_TEXT_NOTE, self->labels[i],
                                                            self->label_width);

      n_lines = MAX (n_lines, lines->len);
    }
  self->height = SIGNATURE_LABEL + 2;
  self->height += n_lines * capacity_typesetter_get_line_height (setter, CAPACITY_TEXT_NOTE);
  block->n_slices = block->min_head = block->min_tail = 1;
}

static double
signature_block_get_height (const CapacityBlock *block,
                            guint                slice)
{
  return ((const SignatureBlock *) block)->height;
}

static void
signature_block_draw_lines (const CapacityPen *pen,
                            double             x,
                            double             y,
                            double             width,
                            guint              n)
{
  capacity_tags_begin (pen->tags, CAPACITY_TAG_ARTIFACT);
  capacity_tags_pin (pen->tags, x, y);
  capacity_ink_set (pen->cr, CAPACITY_INK_STRONG_RULE);
  cairo_set_line_width (pen->cr, 0.5);
  for (guint i = 0; i < n; i++)
    {
      cairo_move_to (pen->cr, x + i * (width + COLUMN_GAP), y + SIGNATURE_LABEL);
      cairo_rel_line_to (pen->cr, width, 0);
      cairo_stroke (pen->cr);
    }
  capacity_tags_end (pen->tags, CAPACITY_TAG_ARTIFACT);
}

static void
signature_block_draw_label (const SignatureBlock *self,
                            const CapacityPen    *pen,
                            const char           *label,
                            double                x,
                            double                y)
{
  g_autoptr (GArray) lines = capacity_typesetter_break (pen->setter, CAPACITY_TEXT_NOTE, label,
                                                        self->label_width);
  double line_height = capacity_typesetter_get_line_height (pen->setter, CAPACITY_TEXT_NOTE);

  capacity_tags_begin (pen->tags, CAPACITY_TAG_P);
  for (guint i = 0; i < lines->len; i++)
    capacity_typesetter_draw_line (pen->setter, pen->cr, CAPACITY_TEXT_NOTE, label,
                                   g_array_index (lines, CapacityTextLine, i), x,
                                   y + i * line_height);
  capacity_tags_end (pen->tags, CAPACITY_TAG_P);
}

static void
signature_block_draw (CapacityBlock     *block,
                      const CapacityPen *pen,
                      double             x,
                      double             y,
                      guint              first,
                      guint              end)
{
  SignatureBlock *self = (SignatureBlock *) block;

  signature_block_draw_lines (pen, x, y, self->label_width, self->n_labels);
  for (guint i = 0; i < self->n_labels; i++)
    signature_block_draw_label (self, pen, self->labels[i], x + i * (self->label_width + COLUMN_GAP),
                                y + SIGNATURE_LABEL + 2);
}

static void
signature_block_free (CapacityBlock *block)
{
  SignatureBlock *self = (SignatureBlock *) block;

  g_strfreev (self->labels);
  g_free (self);
}

static const CapacityBlockClass signature_class = {
  .layout = signature_block_layout,
  .get_height = signature_block_get_height,
  .draw = signature_block_draw,
  .free = signature_block_free,
};

/**
 * capacity_signature_block_new:
 * @labels: (array zero-terminated=1): what is to be written on each line
 *
 * Makes room for signatures.
 *
 * Returns: (transfer full): a block
 */
CapacityBlock *
capacity_signature_block_new (const char *const *labels)
{
  SignatureBlock *self = g_new0 (SignatureBlock, 1);

  self->parent.klass = &signature_class;
  self->n_labels = g_strv_length ((char **) labels);
  self->labels = g_new0 (char *, self->n_labels + 1);
  for (guint i = 0; i < self->n_labels; i++)
    self->labels[i] = capacity_pdf_clean_text (labels[i]);

  return &self->parent;
}
