/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "capacity-pages.h"
#include "fuzz.h"

#define MAX_TEXTS 24

static void
draw_nothing (cairo_t      *cr,
              PangoContext *context,
              double        width,
              double        height,
              gpointer      user_data)
{
}

static void
add_table (CapacityPages      *pages,
           const char *const  *texts)
{
  const CapacityColumn columns[] = {
    { texts[0], CAPACITY_COLUMN_LABEL, 1 },
    { texts[1], CAPACITY_COLUMN_WORD, 0 },
    { texts[2], CAPACITY_COLUMN_NUMBER, 0 },
    { texts[3], CAPACITY_COLUMN_CELL, 0 },
  };
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < MAX_TEXTS; i += G_N_ELEMENTS (columns))
    capacity_table_add_row (table, texts + i);
  capacity_pages_add_table (pages, table);
}

/* One of everything that has words: what is said of the document, headings, texts, lists, tables, alternative texts. */
static CapacityPages *
pages_new (const char *const *texts)
{
  CapacityPdfInfo info = { texts[0], texts[1], texts[2], "lv", texts[3], 739943 };
  CapacityPages *pages = capacity_pages_new (&info, texts[4], texts[5], texts[6]);

  capacity_pages_add_heading (pages, 1, texts[0]);
  capacity_pages_add_contents (pages, texts[7]);
  capacity_pages_begin_panel (pages);
  capacity_pages_add_text (pages, CAPACITY_TEXT_LEAD, texts[8]);
  capacity_pages_end_panel (pages, (CapacityRgb){ 0, 0, 0 }, draw_nothing, NULL);
  capacity_pages_add_section (pages, texts[9], texts[10]);
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, texts[11]);
  capacity_pages_add_list (pages, (const char *[]){ texts[12], texts[13], NULL }, TRUE);
  add_table (pages, texts);
  capacity_pages_add_picture (pages, texts[14], 20, 20, draw_nothing, NULL, NULL);
  capacity_pages_add_signatures (pages, (const char *[]){ texts[15], texts[16], NULL });
  capacity_pages_insert_text (pages, texts[9], texts[17]);

  return pages;
}

static void
check_metadata (const char *const *texts)
{
  CapacityPdfInfo info = { texts[0], texts[1], texts[2], "lv", texts[3], 739943 };
  GMarkupParser parser = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, NULL, NULL);
  g_autofree char *xmp = capacity_xmp_new (&info);

  g_assert_true (g_markup_parse_context_parse (context, xmp, -1, NULL));
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
}

/* Texts of a portfolio, one a line, come from anybody: whatever they are, a report is made of them, and its parts agree. */
int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree char *all = g_strndup ((const char *) data, size);
  g_auto (GStrv) lines = g_strsplit (all, "\n", MAX_TEXTS);
  guint n = g_strv_length (lines);
  const char *texts[MAX_TEXTS];
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const char *pdf;
  gsize length;

  for (guint i = 0; i < MAX_TEXTS; i++)
    texts[i] = n > 0 ? lines[i % n] : "";
  check_metadata (texts);
  pages = pages_new (texts);
  bytes = capacity_pages_to_pdf (pages, NULL, NULL, &error);
  g_assert_no_error (error);
  pdf = g_bytes_get_data (bytes, &length);
  g_assert_true (length > 1000 && memcmp (pdf, "%PDF-", 5) == 0 && memcmp (pdf + length - 6, "%%EOF\n", 6) == 0);

  return 0;
}
