/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-table.h"

#include <glib/gi18n.h>
#include <string.h>

#include "capacity-pdf.h"

#define PAD_X 4
#define PAD_Y 1.8
#define PICTURE_GAP 4

/* Of the edges of a filled cell that stay white. */
#define CELL_GAP 0.5

/* No column of a table that need not fill the width gets more room than this beyond what it needs. */
#define MAX_SPREAD 14

/* Of its width, what a title needs to be broken into two lines. */
#define TITLE_SHARE 0.62

/* A column takes no more than this share of the width for the sake of one long text. */
#define MAX_TEXT_SHARE 0.5

typedef struct
{
  char              *title;
  CapacityColumnKind kind;
  double             grows;
  double             natural;
  double             narrowest;
  double             x;
  double             width;
  double             tail; /* the widest of what follows the whole numbers, where any has decimals */
  GArray            *title_lines;
} Column;

typedef struct
{
  const char *text;
  double      width;
  double      tail;    /* of it what follows the whole number */
  gboolean    is_dark; /* what it is filled with */
  GArray     *lines;   /* NULL for one line */
} Cell;

typedef struct
{
  gboolean is_marked;
  guint    first_picture;
  guint    n_pictures;
} Row;

typedef struct
{
  guint            column;
  double           width; /* 0 for one that fills the cell */
  CapacityDrawFunc draw;
  gpointer         user_data;
  GDestroyNotify   destroy;
} Picture;

/* What is drawn as one row: a row of the table, or some lines of one that is higher than a page. */
typedef struct
{
  guint row;
  guint first_line;
  guint n_lines;
} Strip;

struct _CapacityTable
{
  CapacityBlock parent;
  GStringChunk *texts;
  Column       *columns;
  guint         n_columns;
  GArray       *cells;
  GArray       *rows;
  GArray       *pictures;
  GArray       *strips;
  GPtrArray    *aligned; /* nullable: the tables whose columns are as wide, this one among them */
  gboolean      is_measured;
  double        line_height;
  double        head_line_height;
  double        head_height;
  double        width;
};

static Cell *
cell_at (const CapacityTable *self,
         guint                row,
         guint                column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

static CapacityTextStyle
cell_style (const CapacityTable *self,
            guint                row,
            guint                column)
{
  if (cell_at (self, row, column)->is_dark)
    return CAPACITY_TEXT_CELL_LIGHT;

  return g_array_index (self->rows, Row, row).is_marked ? CAPACITY_TEXT_CELL_STRONG : CAPACITY_TEXT_CELL;
}

static const Picture *
picture_at (const CapacityTable *self,
            guint                row,
            guint                column)
{
  const Row *r = &g_array_index (self->rows, Row, row);

  for (guint i = 0; i < r->n_pictures; i++)
    {
      const Picture *picture = &g_array_index (self->pictures, Picture, r->first_picture + i);

      if (picture->column == column)
        return picture;
    }

  return NULL;
}

static double
picture_room (const CapacityTable *self,
              guint                row,
              guint                column)
{
  const Picture *picture = picture_at (self, row, column);

  return picture == NULL || picture->width <= 0 ? 0 : picture->width + (*cell_at (self, row,
                                                           column)->text != '\0' ? PICTURE_GAP : 0);
}

static gboolean
is_flexible (const Column *column)
{
  return column->kind == CAPACITY_COLUMN_LABEL || column->kind == CAPACITY_COLUMN_TEXT;
}

static double
left_pad (guint column)
{
  return column == 0 ? 0 : PAD_X;
}

static double
right_pad (const CapacityTable *self,
           guint                column)
{
  return column + 1 == self->n_columns && self->columns[column].kind != CAPACITY_COLUMN_CELL ? 0 : PAD_X;
}

/* The part of a number from its decimal sign on; what is no number has none. */
static const char *
find_tail (const char *text,
           gboolean   *has_decimals)
{
  const char *sign = C_("decimal sign", ".");
  const char *point = g_strrstr (text, sign);
  const char *end = text + strlen (text);

  *has_decimals = point != NULL && point > text && g_ascii_isdigit (point[-1]) &&
                  g_ascii_isdigit (point[strlen (sign)]);
  if (*has_decimals)
    return point;
  while (end > text && !g_ascii_isdigit (end[-1]))
    end--;

  return end > text ? end : text + strlen (text);
}

/* Numbers stand with their decimal signs under each other. */
static void
align_numbers (CapacityTable      *self,
               CapacityTypesetter *setter,
               guint               column)
{
  Column *c = &self->columns[column];
  gboolean any = FALSE;
  double head = 0;

  c->tail = 0;
  for (guint row = 0; row < self->rows->len; row++)
    {
      Cell *cell = cell_at (self, row, column);
      gboolean has_decimals;
      const char *tail = find_tail (cell->text, &has_decimals);

      any |= has_decimals;
      cell->tail = *tail != '\0' ? capacity_typesetter_measure (setter, cell_style (self, row, column), tail) : 0;
      head = MAX (head, cell->width - cell->tail + picture_room (self, row, column));
      c->tail = MAX (c->tail, cell->tail);
    }
  if (any)
    c->natural = MAX (c->natural, head + c->tail);
  for (guint row = 0; row < self->rows->len && !any; row++)
    cell_at (self, row, column)->tail = c->tail;
}

static void
measure_column (CapacityTable      *self,
                CapacityTypesetter *setter,
                guint               column)
{
  Column *c = &self->columns[column];

  c->narrowest = capacity_typesetter_measure_word (setter, CAPACITY_TEXT_CELL_HEAD, c->title);
  c->natural = c->narrowest;
  for (guint row = 0; row < self->rows->len; row++)
    {
      Cell *cell = cell_at (self, row, column);
      double room = picture_room (self, row, column);

      cell->width = capacity_typesetter_measure (setter, cell_style (self, row, column), cell->text);
      if (is_flexible (c) && cell->width + room > c->natural)
        {
          double word = capacity_typesetter_measure_word (setter, cell_style (self, row, column), cell->text);

          c->narrowest = MAX (c->narrowest, room + word);
        }
      c->natural = MAX (c->natural, cell->width + room);
    }
  if (c->kind == CAPACITY_COLUMN_NUMBER)
    align_numbers (self, setter, column);
  if (!is_flexible (c))
    c->narrowest = c->natural;
  /* Where there is room, a title takes two lines at most. */
  c->natural = MAX (c->natural,
                    TITLE_SHARE * capacity_typesetter_measure (setter, CAPACITY_TEXT_CELL_HEAD, c->title));
}

static void
measure_columns (CapacityTable      *self,
                 CapacityTypesetter *setter)
{
  for (guint i = 0; i < self->n_columns && !self->is_measured; i++)
    measure_column (self, setter, i);
  self->is_measured = TRUE;
}

/* What one of the tables needs, all of them get. */
static void
align_columns (CapacityTable      *self,
               CapacityTypesetter *setter)
{
  for (guint i = 0; i < self->aligned->len; i++)
    {
      CapacityTable *other = self->aligned->pdata[i];

      measure_columns (other, setter);
      for (guint j = 0; j < self->n_columns; j++)
        {
          self->columns[j].narrowest = MAX (self->columns[j].narrowest, other->columns[j].narrowest);
          self->columns[j].natural = MAX (self->columns[j].natural, other->columns[j].natural);
        }
    }
}

/* Room that is left goes to the columns that want it; a table without such columns stays narrow. */
static void
widen_columns (CapacityTable *self,
               double         spare)
{
  double sum = 0;

  for (guint i = 0; i < self->n_columns; i++)
    sum += self->columns[i].grows;
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = self->columns[i].natural +
                             (sum > 0 ? spare * self->columns[i].grows / sum
                                      : MIN (spare / self->n_columns, MAX_SPREAD));
}

static double
text_wish (const Column *column,
           double        room)
{
  return MAX (MIN (column->natural, room * MAX_TEXT_SHARE), 1);
}

/* Not even the longest words fit: a column that needs less than its share gets that, the others share the
 * rest. */
static void
squeeze_columns (CapacityTable *self,
                 double         room)
{
  guint n_left = self->n_columns;
  gboolean has_changed = TRUE;

  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = 0;
  while (has_changed && n_left > 0)
    {
      double share = room / n_left;

      has_changed = FALSE;
      for (guint i = 0; i < self->n_columns; i++)
        {
          Column *column = &self->columns[i];

          if (column->width > 0 || column->narrowest > share)
            continue;
          column->width = column->narrowest;
          room -= column->width;
          n_left--;
          has_changed = TRUE;
        }
    }
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].width <= 0)
      self->columns[i].width = room / n_left;
}

/* How much wider than its longest word a column of text wants to be. */
static double
extra_wish (const Column *column,
            double        room)
{
  return is_flexible (column) ? MAX (text_wish (column, room) - column->narrowest, 0) : 0;
}

/* Where there is too little room, texts wrap: who wants little gets all of it, the others share the rest evenly. */
static void
narrow_columns (CapacityTable *self,
                double         room)
{
  double spare = room, share = 0;
  guint n_left = self->n_columns, n_before;

  for (guint i = 0; i < self->n_columns; i++)
    spare -= self->columns[i].narrowest;
  if (spare <= 0)
    {
      squeeze_columns (self, room);
      return;
    }
  do
    {
      double rest = spare;

      n_before = n_left;
      n_left = 0;
      for (guint i = 0; i < self->n_columns; i++)
        if (extra_wish (&self->columns[i], room) > share)
          n_left++;
        else
          rest -= extra_wish (&self->columns[i], room);
      share = n_left > 0 ? rest / n_left : share;
    }
  while (n_left < n_before && n_left > 0);
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = self->columns[i].narrowest + MIN (extra_wish (&self->columns[i], room), share);
}

static void
place_columns (CapacityTable      *self,
               CapacityTypesetter *setter,
               double              width)
{
  double natural = 0, room = width, x = 0;

  measure_columns (self, setter);
  if (self->aligned != NULL)
    align_columns (self, setter);
  for (guint i = 0; i < self->n_columns; i++)
    {
      natural += self->columns[i].natural;
      room -= left_pad (i) + right_pad (self, i);
    }
  if (natural <= room)
    widen_columns (self, room - natural);
  else
    narrow_columns (self, room);
  for (guint i = 0; i < self->n_columns; i++)
    {
      self->columns[i].x = x + left_pad (i);
      x += left_pad (i) + self->columns[i].width + right_pad (self, i);
    }
  self->width = x;
}

static void
layout_head (CapacityTable      *self,
             CapacityTypesetter *setter)
{
  guint n_lines = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Column *column = &self->columns[i];

      g_clear_pointer (&column->title_lines, g_array_unref);
      column->title_lines = capacity_typesetter_break (setter, CAPACITY_TEXT_CELL_HEAD, column->title,
                                                       column->width);
      n_lines = MAX (n_lines, column->title_lines->len);
    }
  self->head_line_height = capacity_typesetter_get_line_height (setter, CAPACITY_TEXT_CELL_HEAD);
  self->head_height = n_lines * self->head_line_height + 2 * PAD_Y;
}

static guint
break_cells (CapacityTable      *self,
             CapacityTypesetter *setter,
             guint               row)
{
  guint n_lines = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      Cell *cell = cell_at (self, row, i);
      double room = self->columns[i].width - picture_room (self, row, i);

      g_clear_pointer (&cell->lines, g_array_unref);
      if (cell->width <= room + 0.01)
        continue;
      cell->lines = capacity_typesetter_break (setter, cell_style (self, row, i), cell->text, room);
      n_lines = MAX (n_lines, cell->lines->len);
    }

  return n_lines;
}

static void
table_layout (CapacityBlock      *block,
              CapacityTypesetter *setter,
              double              width,
              double              max_height)
{
  CapacityTable *self = (CapacityTable *) block;
  guint max_lines;

  self->line_height = capacity_typesetter_get_line_height (setter, CAPACITY_TEXT_CELL);
  place_columns (self, setter, width);
  layout_head (self, setter);
  max_lines = (guint) MAX ((max_height - self->head_height - 2 * PAD_Y) / self->line_height, 1);
  g_array_set_size (self->strips, 0);
  for (guint row = 0; row < self->rows->len; row++)
    {
      guint n_lines = break_cells (self, setter, row);

      for (guint line = 0; line < n_lines; line += max_lines)
        {
          Strip strip = { row, line, MIN (max_lines, n_lines - line) };

          g_array_append_val (self->strips, strip);
        }
    }
  /* The first slice is the heading, which does not stand alone. */
  block->n_slices = self->strips->len + 1;
  block->min_head = MIN (block->n_slices, 3);
  block->min_tail = MIN (block->n_slices, 2);
}

static double
table_get_height (const CapacityBlock *block,
                  guint                slice)
{
  const CapacityTable *self = (const CapacityTable *) block;

  if (slice == 0)
    return self->head_height;

  return g_array_index (self->strips, Strip, slice - 1).n_lines * self->line_height + 2 * PAD_Y;
}

static double
table_get_repeat (const CapacityBlock *block)
{
  return ((const CapacityTable *) block)->head_height;
}

static void
draw_rule (cairo_t     *cr,
           CapacityInk  ink,
           double       line_width,
           double       x,
           double       y,
           double       width)
{
  capacity_ink_set (cr, ink);
  cairo_set_line_width (cr, line_width);
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, width, 0);
  cairo_stroke (cr);
}

/* A picture stands before the text in the first line, or behind it in the whole cell. */
static void
draw_picture (const CapacityTable *self,
              const CapacityPen   *pen,
              const Picture       *picture,
              double               x,
              double               y,
              double               height)
{
  PangoContext *context = capacity_typesetter_get_context (pen->setter);
  const Column *column = &self->columns[picture->column];
  double left = left_pad (picture->column) - CELL_GAP;

  cairo_save (pen->cr);
  if (picture->width > 0)
    {
      cairo_translate (pen->cr, x + column->x, y + PAD_Y);
      picture->draw (pen->cr, context, picture->width, self->line_height, picture->user_data);
    }
  else
    {
      cairo_translate (pen->cr, x + column->x - left, y + CELL_GAP);
      picture->draw (pen->cr, context, left + column->width + right_pad (self, picture->column) - CELL_GAP,
                     height - 2 * CELL_GAP, picture->user_data);
    }
  cairo_restore (pen->cr);
}

static void
draw_pictures (const CapacityTable *self,
               const CapacityPen   *pen,
               guint                row,
               double               x,
               double               y,
               double               height)
{
  const Row *r = &g_array_index (self->rows, Row, row);

  for (guint i = 0; i < r->n_pictures; i++)
    draw_picture (self, pen, &g_array_index (self->pictures, Picture, r->first_picture + i), x, y, height);
}

/* Cells that are filled need no rule between them. */
static double
ruled_width (const CapacityTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].kind == CAPACITY_COLUMN_CELL)
      return self->columns[i].x - left_pad (i);

  return self->width;
}

/* Rules, tints and pictures of some rows, which repeat what the words say. */
static void
draw_ornaments (const CapacityTable *self,
                const CapacityPen   *pen,
                double               x,
                double               y,
                guint                first,
                guint                end)
{

  capacity_tags_begin (pen->tags, CAPACITY_TAG_ARTIFACT);
  capacity_tags_pin (pen->tags, x, y);
  draw_rule (pen->cr, CAPACITY_INK_STRONG_RULE, 0.75, x, y + self->head_height, self->width);
  y += self->head_height;
  for (guint i = MAX (first, 1); i < end; i++)
    {
      const Strip *strip = &g_array_index (self->strips, Strip, i - 1);
      double height = table_get_height (&self->parent, i);

      if (g_array_index (self->rows, Row, strip->row).is_marked)
        {
          capacity_ink_set (pen->cr, CAPACITY_INK_TINT);
          cairo_rectangle (pen->cr, x, y + 0.4, self->width, height - 0.4);
          cairo_fill (pen->cr);
        }
      if (strip->first_line == 0)
        draw_pictures (self, pen, strip->row, x, y, height);
      y += height;
      draw_rule (pen->cr, CAPACITY_INK_RULE, 0.5, x, y, ruled_width (self));
    }
  capacity_tags_end (pen->tags, CAPACITY_TAG_ARTIFACT);
}

static void
draw_centred (const CapacityTable *self,
              const CapacityPen   *pen,
              const Column        *column,
              CapacityTextStyle    style,
              const char          *text,
              double               x,
              double               y)
{
  double spare = column->width - capacity_typesetter_measure (pen->setter, style, text);

  capacity_typesetter_draw_right (pen->setter, pen->cr, style, text, x + column->x + column->width - spare / 2, y);
}

static void
draw_title (const CapacityTable *self,
            const CapacityPen   *pen,
            const Column        *column,
            double               x,
            double               y)
{
  y += self->head_height - PAD_Y - column->title_lines->len * self->head_line_height;
  for (guint i = 0; i < column->title_lines->len; i++)
    {
      CapacityTextLine line = g_array_index (column->title_lines, CapacityTextLine, i);
      g_autofree char *part = g_strndup (column->title + line.start, (gsize) line.length);

      if (column->kind == CAPACITY_COLUMN_NUMBER)
        capacity_typesetter_draw_right (pen->setter, pen->cr, CAPACITY_TEXT_CELL_HEAD, part,
                                        x + column->x + column->width, y);
      else if (column->kind == CAPACITY_COLUMN_CELL)
        draw_centred (self, pen, column, CAPACITY_TEXT_CELL_HEAD, part, x, y);
      else
        capacity_typesetter_draw_line (pen->setter, pen->cr, CAPACITY_TEXT_CELL_HEAD, column->title, line,
                                       x + column->x, y);
      y += self->head_line_height;
    }
}

/* The heading: the row itself where the table begins, an artifact where it is repeated. */
static void
draw_head (const CapacityTable *self,
           const CapacityPen   *pen,
           double               x,
           double               y,
           gboolean             is_repeat)
{
  capacity_tags_begin (pen->tags, is_repeat ? CAPACITY_TAG_ARTIFACT : CAPACITY_TAG_TR);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (!is_repeat)
        capacity_tags_begin_as (pen->tags, CAPACITY_TAG_TH, CAPACITY_TRAIT_SCOPE_COLUMN);
      draw_title (self, pen, &self->columns[i], x, y);
      if (!is_repeat)
        capacity_tags_end (pen->tags, CAPACITY_TAG_TH);
    }
  capacity_tags_end (pen->tags, is_repeat ? CAPACITY_TAG_ARTIFACT : CAPACITY_TAG_TR);
}

static void
draw_cell (const CapacityTable *self,
           const CapacityPen   *pen,
           const Strip         *strip,
           guint                column,
           double               x,
           double               y)
{
  const Cell *cell = cell_at (self, strip->row, column);
  const Column *c = &self->columns[column];
  CapacityTextStyle style = cell_style (self, strip->row, column);
  double left = x + c->x + picture_room (self, strip->row, column);

  if (cell->lines == NULL)
    {
      if (*cell->text == '\0' || strip->first_line > 0)
        return;
      if (c->kind == CAPACITY_COLUMN_NUMBER)
        capacity_typesetter_draw_right (pen->setter, pen->cr, style, cell->text,
                                        x + c->x + c->width - (c->tail - cell->tail), y);
      else if (c->kind == CAPACITY_COLUMN_CELL)
        draw_centred (self, pen, c, style, cell->text, x, y);
      else
        capacity_typesetter_draw_line (pen->setter, pen->cr, style, cell->text,
                                       (CapacityTextLine){ 0, (int) strlen (cell->text) }, left, y);
      return;
    }
  for (guint i = strip->first_line; i < MIN (strip->first_line + strip->n_lines, cell->lines->len); i++)
    {
      capacity_typesetter_draw_line (pen->setter, pen->cr, style, cell->text,
                                     g_array_index (cell->lines, CapacityTextLine, i), left, y);
      y += self->line_height;
    }
}

static void
draw_strip (const CapacityTable *self,
            const CapacityPen   *pen,
            const Strip         *strip,
            double               x,
            double               y)
{
  capacity_tags_begin (pen->tags, CAPACITY_TAG_TR);
  for (guint i = 0; i < self->n_columns; i++)
    {
      CapacityTag tag = self->columns[i].kind == CAPACITY_COLUMN_LABEL ? CAPACITY_TAG_TH : CAPACITY_TAG_TD;

      capacity_tags_begin_as (pen->tags, tag,
                              tag == CAPACITY_TAG_TH ? CAPACITY_TRAIT_SCOPE_ROW : CAPACITY_TRAIT_NONE);
      draw_cell (self, pen, strip, i, x, y + PAD_Y);
      capacity_tags_end (pen->tags, tag);
    }
  capacity_tags_end (pen->tags, CAPACITY_TAG_TR);
}

static void
table_draw (CapacityBlock     *block,
            const CapacityPen *pen,
            double             x,
            double             y,
            guint              first,
            guint              end)
{
  CapacityTable *self = (CapacityTable *) block;

  draw_ornaments (self, pen, x, y, first, end);
  if (first == 0)
    capacity_tags_begin (pen->tags, CAPACITY_TAG_TABLE);
  draw_head (self, pen, x, y, first > 0);
  y += self->head_height;
  for (guint i = MAX (first, 1); i < end; i++)
    {
      draw_strip (self, pen, &g_array_index (self->strips, Strip, i - 1), x, y);
      y += table_get_height (block, i);
    }
  if (end == block->n_slices)
    capacity_tags_end (pen->tags, CAPACITY_TAG_TABLE);
}

static void
clear_cell (gpointer data)
{
  g_clear_pointer (&((Cell *) data)->lines, g_array_unref);
}

static void
clear_picture (gpointer data)
{
  Picture *picture = data;

  if (picture->destroy != NULL)
    picture->destroy (picture->user_data);
}

static void
table_free (CapacityBlock *block)
{
  CapacityTable *self = (CapacityTable *) block;

  if (self->aligned != NULL)
    {
      g_ptr_array_remove (self->aligned, self);
      g_ptr_array_unref (self->aligned);
    }
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_free (self->columns[i].title);
      g_clear_pointer (&self->columns[i].title_lines, g_array_unref);
    }
  g_free (self->columns);
  g_array_unref (self->cells);
  g_array_unref (self->rows);
  g_array_unref (self->pictures);
  g_array_unref (self->strips);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static const CapacityBlockClass table_class = {
  .layout = table_layout,
  .get_height = table_get_height,
  .get_repeat = table_get_repeat,
  .draw = table_draw,
  .free = table_free,
};

/**
 * capacity_table_new:
 * @columns: (array length=n_columns): what is in each column
 * @n_columns: their number, at least 1
 *
 * Starts a table.
 *
 * Returns: (transfer full): a table without rows
 */
CapacityTable *
capacity_table_new (const CapacityColumn *columns,
                    guint                 n_columns)
{
  CapacityTable *self = g_new0 (CapacityTable, 1);

  self->parent.klass = &table_class;
  self->n_columns = n_columns;
  self->columns = g_new0 (Column, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->columns[i].title = capacity_pdf_clean_text (columns[i].title);
      self->columns[i].kind = columns[i].kind;
      self->columns[i].grows = columns[i].grows;
    }
  self->texts = g_string_chunk_new (4096);
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  self->pictures = g_array_new (FALSE, TRUE, sizeof (Picture));
  g_array_set_clear_func (self->pictures, clear_picture);
  self->strips = g_array_new (FALSE, TRUE, sizeof (Strip));

  return self;
}

/**
 * capacity_table_free:
 *
 * Frees a table that was not given to a page.
 */
void
capacity_table_free (CapacityTable *self)
{
  if (self != NULL)
    table_free (&self->parent);
}

/**
 * capacity_table_add_row:
 * @cells: (array): a text for each column
 *
 * Adds a row.
 */
void
capacity_table_add_row (CapacityTable     *self,
                        const char *const *cells)
{
  Row row = { FALSE, self->pictures->len, 0 };

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *text = capacity_pdf_clean_text (cells[i]);
      Cell cell = { g_string_chunk_insert (self->texts, text), 0, 0, FALSE, NULL };

      g_array_append_val (self->cells, cell);
    }
  g_array_append_val (self->rows, row);
}

/**
 * capacity_table_mark_row:
 *
 * Sets off the row that was added last, such as a total.
 */
void
capacity_table_mark_row (CapacityTable *self)
{
  g_array_index (self->rows, Row, self->rows->len - 1).is_marked = TRUE;
}

/**
 * capacity_table_draw_in:
 * @column: which column
 * @width: of the picture, in points; it is as high as a line
 * @draw: draws it
 * @user_data: for @draw
 * @destroy: (nullable): frees @user_data
 *
 * Puts a small picture before the text of a cell of the row that was added last. It counts as ornament: the
 * text must say the same.
 */
void
capacity_table_draw_in (CapacityTable    *self,
                        guint             column,
                        double            width,
                        CapacityDrawFunc  draw,
                        gpointer          user_data,
                        GDestroyNotify    destroy)
{
  Picture picture = { column, width, draw, user_data, destroy };

  g_array_append_val (self->pictures, picture);
  g_array_index (self->rows, Row, self->rows->len - 1).n_pictures++;
}

/**
 * capacity_table_fill_cell:
 * @column: which column, of the kind %CAPACITY_COLUMN_CELL
 * @draw: draws what lies behind the text
 * @user_data: for @draw
 * @destroy: (nullable): frees @user_data
 * @is_dark: whether the text on it is to be white
 *
 * Fills a cell of the row that was added last. It counts as ornament: the text must say the same.
 */
void
capacity_table_fill_cell (CapacityTable    *self,
                          guint             column,
                          CapacityDrawFunc  draw,
                          gpointer          user_data,
                          GDestroyNotify    destroy,
                          gboolean          is_dark)
{
  capacity_table_draw_in (self, column, 0, draw, user_data, destroy);
  cell_at (self, self->rows->len - 1, column)->is_dark = is_dark;
}

/**
 * capacity_table_align_with:
 * @other: a table with as many columns, in the same document
 *
 * Makes the columns of both tables, and of all that are aligned with @other, equally wide.
 */
void
capacity_table_align_with (CapacityTable *self,
                           CapacityTable *other)
{
  g_return_if_fail (self->aligned == NULL && self->n_columns == other->n_columns);

  if (other->aligned == NULL)
    {
      other->aligned = g_ptr_array_new ();
      g_ptr_array_add (other->aligned, other);
    }
  self->aligned = g_ptr_array_ref (other->aligned);
  g_ptr_array_add (self->aligned, self);
}

/**
 * capacity_table_get_n_rows:
 *
 * Returns: how many rows it has beside the heading
 */
guint
capacity_table_get_n_rows (const CapacityTable *self)
{
  return self->rows->len;
}

/**
 * capacity_table_get_block:
 *
 * Returns: (transfer none): the table as a block; freeing one frees the other
 */
CapacityBlock *
capacity_table_get_block (CapacityTable *self)
{
  return &self->parent;
}
