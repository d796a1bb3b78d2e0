/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "capacity-pages.h"
#include "pdf-tools.h"

static CapacityPages *
new_pages (const char *title)
{
  CapacityPdfInfo info = { title, "Par ietilpību", "Anna Bērziņa", "lv", "Capacity", 0 };

  info.date = capacity_date_from_ymd (2026, 11, 23);

  return capacity_pages_new (&info, "Izdomātā novada pašvaldība", "Izdomāts paraugs", "Capacity");
}

static GBytes *
make_pdf (CapacityPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = capacity_pages_to_pdf (pages, NULL, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static void
add_table (CapacityPages *pages,
           guint          n_rows)
{
  static const CapacityColumn columns[] = {
    { "Pakalpojums", CAPACITY_COLUMN_LABEL, 1 },
    { "Mēnesis", CAPACITY_COLUMN_WORD, 0 },
    { "Pieprasījums", CAPACITY_COLUMN_NUMBER, 0 },
  };
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *name = g_strdup_printf ("Ģimenes pakalpojums %u", i);
      g_autofree char *number = g_strdup_printf ("%u,5", i * 37 % 1000);
      const char *cells[] = { name, "novembris", number };

      capacity_table_add_row (table, cells);
    }
  capacity_pages_add_table (pages, table);
}

static void
draw_square (cairo_t      *cr,
             PangoContext *context,
             double        width,
             double        height,
             gpointer      user_data)
{
  cairo_set_source_rgb (cr, 0.2, 0.4, 0.7);
  cairo_rectangle (cr, 0, 0, height, height);
  cairo_fill (cr);
}

/* One of everything. */
static CapacityPages *
new_sample (void)
{
  CapacityPages *pages = new_pages ("Paraugs");
  const char *items[] = { "pirmais",
                          "otrais ar garu skaidrojumu, kas aizņem vairāk nekā vienu rindu un tāpēc "
                          "turpinās nākamajā rindā, bet paliek viens un tas pats saraksta punkts", NULL };
  const char *labels[] = { "Amats, vārds", "Datums", NULL };

  capacity_pages_add_heading (pages, 1, "Paraugs: āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ");
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, "Office affluent, iet\302\255ilpība.");
  capacity_pages_begin_panel (pages);
  capacity_pages_add_text (pages, CAPACITY_TEXT_LEAD, "Galvenais teikums");
  capacity_pages_end_panel (pages, (CapacityRgb){ 0.6, 0.1, 0.1 }, draw_square, NULL);
  capacity_pages_add_heading (pages, 2, "Attēls");
  capacity_pages_add_picture (pages, "Zils kvadrāts", 60, 90, draw_square, NULL, NULL);
  capacity_pages_begin_columns (pages, 1);
  capacity_pages_add_heading (pages, 2, "Kreisais");
  add_table (pages, 3);
  capacity_pages_next_column (pages, 1);
  capacity_pages_add_heading (pages, 2, "Labais");
  capacity_pages_add_list (pages, items, TRUE);
  capacity_pages_end_columns (pages);
  capacity_pages_add_signatures (pages, labels);

  return pages;
}

static void
test_everything (void)
{
  g_autoptr (CapacityPages) pages = new_sample ();
  g_autoptr (GBytes) bytes = make_pdf (pages);
  g_autofree char *text = pdf_tools_run (bytes, "pdftotext", "% -", TRUE);
  g_autofree char *structure = pdf_tools_run (bytes, "pdfinfo", "-struct-text %", TRUE);

  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 1);
  pdf_tools_check (bytes);
  if (text == NULL || structure == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_true (pdf_tools_has_order (text, "āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ", "Office affluent, ietilpība.",
                                      "Galvenais",
                                      NULL));
  g_assert_true (pdf_tools_has_order (structure, "Document", "H1", "Paraugs", "P", "Office", "P", "Galvenais",
                                      "H2",
                                      "Attēls", "Figure", "H2", "Kreisais", "Table", "TR", "TH", "/Scope /Column",
                                      "TR", "TH", "/Scope /Row", "H2", "Labais", "L", "/ListNumbering /Decimal", "LI",
                                      "Lbl", "1.", "LBody", "pirmais", "viens un tas pats", "Datums", NULL));
}

static void
test_same_bytes (void)
{
  g_autoptr (CapacityPages) first = new_sample ();
  g_autoptr (CapacityPages) second = new_sample ();
  g_autoptr (GBytes) a = make_pdf (first);
  g_autoptr (GBytes) b = make_pdf (second);
  g_autoptr (GBytes) again = make_pdf (first);

  g_assert_true (g_bytes_equal (a, b));
  g_assert_true (g_bytes_equal (a, again));
}

static void
test_long_table (void)
{
  g_autoptr (CapacityPages) pages = new_pages ("Garš");
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  g_autofree char *structure = NULL;
  g_auto (GStrv) rows = NULL;

  capacity_pages_add_heading (pages, 1, "Garš");
  capacity_pages_add_contents (pages, "Saturs");
  for (guint i = 0; i < 4; i++)
    {
      capacity_pages_add_heading (pages, 2, "Nodaļa");
      add_table (pages, 60);
    }
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), >, 4);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "-f 2 -l 2 % -", TRUE);
  structure = pdf_tools_run (bytes, "pdfinfo", "-struct %", TRUE);
  if (text == NULL || structure == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  /* The heading row is drawn again on the second page, but it is no second row of the table. */
  g_assert_true (pdf_tools_has_order (text, "Pakalpojums", "Ģimenes", NULL));
  g_assert_true (pdf_tools_has_order (structure, "TOC", "TOCI", "Link", "H2", "Table", "TR", "TH", NULL));
  rows = g_strsplit (structure, "    TR\n", -1);
  g_assert_cmpuint (g_strv_length (rows), ==, 4 * (60 + 1) + 1);
}

/* 60 000 cells: the size that PDF 1.4 needed for them was 10 MB. */
static void
test_size (void)
{
  g_autoptr (CapacityPages) pages = new_pages ("Liels");
  g_autoptr (GBytes) bytes = NULL;
  double seconds;

  capacity_pages_add_heading (pages, 1, "Liels");
  add_table (pages, 10000);
  g_test_timer_start ();
  bytes = make_pdf (pages);
  seconds = g_test_timer_elapsed ();
  g_test_message ("%u pages, %.2f s, %" G_GSIZE_FORMAT " bytes", capacity_pages_get_n_pages (pages), seconds,
                  g_bytes_get_size (bytes));
  g_assert_cmpuint (g_bytes_get_size (bytes), <, 5000000);
  pdf_tools_check (bytes);
}

static void
test_hostile_texts (void)
{
  const char *hostile = "<&>\"'@title@ (\\) endobj\nendstream >> \001\377 \xf0\x9f\x98\x80 "
                        "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d \xef\xbf\xbe %PDF";
  g_autoptr (CapacityPages) pages = new_pages (hostile);
  g_autoptr (GBytes) bytes = NULL;
  const char *items[] = { hostile, "", NULL };

  capacity_pages_add_heading (pages, 1, hostile);
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, "");
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, hostile);
  capacity_pages_add_list (pages, items, FALSE);
  capacity_pages_add_picture (pages, hostile, 20, 20, draw_square, NULL, NULL);
  bytes = make_pdf (pages);
  pdf_tools_check (bytes);
}

static void
test_no_room (void)
{
  static const CapacityColumn columns[] = {
    { "Nosaukums", CAPACITY_COLUMN_LABEL, 1 },
    { "Ļotigaršvārdsbezatstarpēm", CAPACITY_COLUMN_NUMBER, 0 },
  };
  g_autoptr (CapacityPages) pages = new_pages ("Šaurs");
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *long_word = g_strnfill (400, 'w');

  for (guint i = 0; i < 3000; i++)
    g_string_append_printf (words, "vārds%u ", i);
  g_string_append (words, "beigas");
  capacity_table_add_row (table, (const char *[]){ words->str, long_word });
  capacity_table_add_row (table, (const char *[]){ long_word, "1" });
  capacity_pages_add_heading (pages, 1, long_word);
  capacity_pages_add_table (pages, table);
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, words->str);
  capacity_pages_add_picture (pages, "Par augstu", 5000, 5000, draw_square, NULL, NULL);
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), >, 3);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "% -", TRUE);
  if (text != NULL)
    g_assert_true (pdf_tools_has_order (text, "vārds0", "vārds2999", "beigas", "vārds0", "vārds2999",
                                        "beigas", NULL));
}

/* What does not fit at the foot of a page is shortened, with a mark that it is. */
static void
test_long_footer (void)
{
  CapacityPdfInfo info = { "Virsraksts", "Par ietilpību", "Anna Bērziņa", "lv", "Capacity", 0 };
  const char *name = "Ļoti gara pakalpojuma nosaukuma paraugs, kas nevar ietilpt vienā lappuses apakšējā rindā, jo tajā ir "
                     "ļoti daudz vārdu, no kuriem pēdējais ir beigas";
  g_autoptr (CapacityPages) pages = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  info.date = capacity_date_from_ymd (2026, 11, 23);
  pages = capacity_pages_new (&info, "Iestāde", "", name);
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, "Teksts");
  bytes = make_pdf (pages);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "-layout % -", TRUE);
  if (text != NULL)
    g_assert_true (strstr (text, "…") != NULL && strstr (text, "beigas") == NULL);
}

/* Where a word begins or ends on its page, as @edge of pdftotext's boxes says. */
static double
find_edge (const char *boxes,
           const char *word,
           const char *edge)
{
  g_autofree char *end = g_strdup_printf (">%s</word>", word);
  const char *found = strstr (boxes, end);
  g_autofree char *start = NULL;

  g_assert_nonnull (found);
  start = g_strndup (boxes, (gsize) (found - boxes));

  return g_ascii_strtod (g_strrstr (g_strrstr (start, "<word"), edge) + strlen (edge) + 2, NULL);
}

/* Decimal signs stand under each other, whatever follows them. */
static void
test_decimals (void)
{
  static const CapacityColumn columns[] = {
    { "Kas", CAPACITY_COLUMN_LABEL, 1 },
    { "Cik", CAPACITY_COLUMN_NUMBER, 0 },
  };
  g_autoptr (CapacityPages) pages = new_pages ("Skaitļi");
  CapacityTable *table = capacity_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *boxes = NULL;

  capacity_table_add_row (table, (const char *[]){ "viens", "8.9" });
  capacity_table_add_row (table, (const char *[]){ "otrs", "120" });
  capacity_table_add_row (table, (const char *[]){ "trešais", "77.25" });
  capacity_pages_add_table (pages, table);
  bytes = make_pdf (pages);
  boxes = pdf_tools_run (bytes, "pdftotext", "-bbox % -", TRUE);
  if (boxes == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_cmpfloat (find_edge (boxes, "120", "xMax"), <, find_edge (boxes, "8.9", "xMax") - 3);
  g_assert_cmpfloat (find_edge (boxes, "8.9", "xMax"), <, find_edge (boxes, "77.25", "xMax") - 3);
  g_assert_cmpfloat (find_edge (boxes, "120", "xMin"), <, find_edge (boxes, "77.25", "xMin") - 3);
}

/* Pictures take what a page has left over, and signatures are never alone on one. */
static void
test_full_pages (void)
{
  g_autoptr (CapacityPages) pages = new_pages ("Pilnas lapas");
  const char *items[] = { "viens", "divi", NULL };
  const char *labels[] = { "Paraksts", NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *boxes = NULL;
  g_autofree char *last = NULL;

  capacity_pages_add_heading (pages, 1, "Lapas");
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nodaļa%u", i);

      capacity_pages_add_heading (pages, 2, name);
      capacity_pages_add_picture (pages, "Kvadrāts", 300, 330, draw_square, NULL, NULL);
    }
  capacity_pages_add_picture (pages, "Kvadrāts", 330, 330, draw_square, NULL, NULL);
  capacity_pages_add_heading (pages, 2, "Piezīmes");
  capacity_pages_add_list (pages, items, TRUE);
  capacity_pages_add_signatures (pages, labels);
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 4);
  boxes = pdf_tools_run (bytes, "pdftotext", "-f 1 -l 1 -bbox % -", TRUE);
  last = pdf_tools_run (bytes, "pdftotext", "-f 4 -l 4 % -", TRUE);
  if (boxes == NULL || last == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_cmpfloat (find_edge (boxes, "Nodaļa1", "yMin") - find_edge (boxes, "Nodaļa0", "yMin"), >, 325);
  g_assert_true (pdf_tools_has_order (last, "Piezīmes", "viens", "Paraksts", NULL));
}

/* A last page that would hold little takes over a section that begins low on the one before, so that neither is empty. */
static void
test_balanced_end (void)
{
  g_autoptr (CapacityPages) pages = new_pages ("Beigas");
  const char *labels[] = { "Paraksts", NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  capacity_pages_add_heading (pages, 1, "Lapas");
  capacity_pages_add_picture (pages, "Kvadrāts", 250, 400, draw_square, NULL, NULL);
  capacity_pages_add_heading (pages, 2, "Vidus");
  capacity_pages_add_picture (pages, "Kvadrāts", 400, 400, draw_square, NULL, NULL);
  capacity_pages_add_heading (pages, 2, "Piezīmes");
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, "Viena rinda");
  capacity_pages_add_signatures (pages, labels);
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 2);
  first = pdf_tools_run (bytes, "pdftotext", "-f 1 -l 1 % -", TRUE);
  last = pdf_tools_run (bytes, "pdftotext", "-f 2 -l 2 % -", TRUE);
  if (first == NULL || last == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_null (strstr (first, "Vidus"));
  g_assert_true (pdf_tools_has_order (last, "Vidus", "Piezīmes", "Paraksts", NULL));
}

static guint
count (const char *text,
       const char *word)
{
  g_auto (GStrv) parts = g_strsplit (text, word, -1);

  return MAX (g_strv_length (parts), 1) - 1;
}

/* A heading, a table of eleven rows, and a sentence with its picture, after that many lines. */
static CapacityPages *
new_after (guint n)
{
  CapacityPages *pages = new_pages ("Lapas beigas");

  capacity_pages_add_heading (pages, 1, "Lapas beigas");
  for (guint i = 0; i < n; i++)
    capacity_pages_add_text (pages, CAPACITY_TEXT_NOTE, "Rinda");
  capacity_pages_add_heading (pages, 2, "Virsraksts");
  add_table (pages, 11);
  capacity_pages_add_heading (pages, 2, "Nodaļa");
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, "Teikums");
  capacity_pages_keep_next (pages);
  capacity_pages_add_picture (pages, "Kvadrāts", 200, 200, draw_square, NULL, NULL);
  capacity_pages_keep_next (pages);
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, "Zem attēla");

  return pages;
}

/* Wherever a page ends: no heading is without two rows of what it is about, no row alone at the head of a page, and a
 * sentence stands with the picture it tells. */
static void
test_page_ends (void)
{
  guint n_broken = 0;

  for (guint n = 0; n < 45; n++)
    {
      g_autoptr (CapacityPages) pages = new_after (n);
      g_autoptr (GBytes) bytes = make_pdf (pages);
      g_autofree char *text = pdf_tools_run (bytes, "pdftotext", "% -", TRUE);
      g_auto (GStrv) each = NULL;
      guint n_with_rows = 0;

      if (text == NULL)
        {
          g_test_skip ("poppler-utils is not installed");
          return;
        }
      each = g_strsplit (text, "\f", -1);
      for (guint i = 0; each[i] != NULL; i++)
        {
          guint n_rows = count (each[i], "Ģimenes pakalpojums");

          g_assert_cmpuint (n_rows, !=, 1);
          g_assert_true (strstr (each[i], "Virsraksts") == NULL || n_rows >= 2);
g_test_message ("%u %u: %s", n, i, each[i]);
          g_assert_true (n_rows == 0 || count (each[i], "Pieprasījums") == 1);
          g_assert_cmpuint (count (each[i], "Nodaļa"), ==, count (each[i], "Teikums"));
          g_assert_cmpuint (count (each[i], "Teikums"), ==, count (each[i], "Zem attēla"));
          n_with_rows += n_rows > 0;
        }
      g_assert_cmpuint (count (text, "Ģimenes pakalpojums"), ==, 11);
      n_broken += n_with_rows > 1;
    }
  g_assert_cmpuint (n_broken, >, 5);
}

static CapacityRgb
ink_of (cairo_t     *cr,
        CapacityInk  ink)
{
  CapacityRgb color;

  capacity_ink_set (cr, ink);
  cairo_pattern_get_rgba (cairo_get_source (cr), &color.red, &color.green, &color.blue, NULL);

  return color;
}

/* Text can be read, on the paper and on a tinted row, also by those who see little. */
static void
test_inks (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);
  cairo_t *cr = cairo_create (surface);
  const CapacityRgb grounds[] = { { 1, 1, 1 }, ink_of (cr, CAPACITY_INK_TINT) };

  for (guint i = 0; i < G_N_ELEMENTS (grounds); i++)
    {
      g_assert_cmpfloat (capacity_rgb_contrast (ink_of (cr, CAPACITY_INK_TEXT), grounds[i]), >=, 7);
      g_assert_cmpfloat (capacity_rgb_contrast (ink_of (cr, CAPACITY_INK_MUTED), grounds[i]), >=, 4.5);
      g_assert_cmpfloat (capacity_rgb_contrast (ink_of (cr, CAPACITY_INK_STRONG_RULE), grounds[i]), >=, 3);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Any title makes a file that opens. */
static void
test_any_text (void)
{
  guint n = g_test_slow () ? 300 : 12;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (CapacityPages) pages = NULL;
      g_autoptr (GBytes) bytes = NULL;

      for (int left = g_test_rand_int_range (0, 200); left > 0; left--)
        switch (g_test_rand_int_range (0, 4))
          {
          case 0:
            g_string_append_c (text, (char) g_test_rand_int_range (1, 256));
            break;
          case 1:
            g_string_append_unichar (text, (gunichar) g_test_rand_int_range (1, 0xd800));
            break;
          case 2:
            g_string_append_unichar (text, (gunichar) g_test_rand_int_range (0xe000, 0x110000));
            break;
          default:
            g_string_append_c (text, "()<>\\[]/%&'\"\n"[g_test_rand_int_range (0, 13)]);
          }
      pages = new_pages (text->str);
      capacity_pages_add_heading (pages, 1, text->str);
      capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, text->str);
      capacity_pages_add_picture (pages, text->str, 20, 20, draw_square, NULL, NULL);
      bytes = make_pdf (pages);
      pdf_tools_check (bytes);
    }
}

/* A section that is left out takes with it what stands under its heading, but not the signatures. */
static void
test_left_out (void)
{
  g_autoptr (CapacityPages) short_pages = new_pages ("Īss");
  const char *items[] = { "viens", NULL };
  const char *labels[] = { "Paraksts", NULL };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  capacity_pages_add_heading (short_pages, 1, "Īss");
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("Nodaļa%u", i);
      g_autofree char *under = g_strdup_printf ("Teksts%u", i);

      capacity_pages_add_heading (short_pages, 2, name);
      capacity_pages_add_text (short_pages, CAPACITY_TEXT_BODY, under);
      capacity_pages_add_list (short_pages, items, FALSE);
    }
  capacity_pages_begin_columns (short_pages, 1);
  capacity_pages_add_heading (short_pages, 2, "Blakus");
  capacity_pages_end_columns (short_pages);
  capacity_pages_add_signatures (short_pages, labels);
  g_assert_cmpuint (capacity_pages_get_n_sections (short_pages), ==, 3);
  g_assert_cmpstr (capacity_pages_get_section (short_pages, 1), ==, "Nodaļa1");
  g_assert_cmpuint (capacity_pages_get_n_pages (short_pages), ==, 1);
  capacity_pages_leave_out (short_pages, "Nodaļa0");
  capacity_pages_leave_out (short_pages, "Nodaļa2");
  capacity_pages_leave_out (short_pages, "Nav tādas");
  g_assert_cmpuint (capacity_pages_get_n_sections (short_pages), ==, 1);
  bytes = make_pdf (short_pages);
  pdf_tools_check (bytes);
  text = pdf_tools_run (bytes, "pdftotext", "% -", TRUE);
  if (text == NULL)
    {
      g_test_skip ("poppler-utils is not installed");
      return;
    }
  g_assert_true (pdf_tools_has_order (text, "Nodaļa1", "Teksts1", "viens", "Blakus", "Paraksts", NULL));
  g_assert_null (strstr (text, "Teksts0"));
  g_assert_null (strstr (text, "Nodaļa2"));
}

static void
test_empty (void)
{
  g_autoptr (CapacityPages) pages = new_pages ("Tukšs");
  g_autoptr (GBytes) bytes = NULL;
  const char *items[] = { NULL };

  capacity_pages_add_list (pages, items, TRUE);
  bytes = make_pdf (pages);
  g_assert_cmpuint (capacity_pages_get_n_pages (pages), ==, 1);
  pdf_tools_check (bytes);
}

static void
test_cancel (void)
{
  g_autoptr (CapacityPages) pages = new_sample ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_cancellable_cancel (cancellable);
  bytes = capacity_pages_to_pdf (pages, NULL, cancellable, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (bytes);
}

/* A page for the preview has the ink that the page of the PDF has. */
static void
test_preview (void)
{
  g_autoptr (CapacityPages) pages = new_sample ();
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double x, y, width, height;

  g_assert_true (capacity_pages_draw (pages, 1, cr));
  g_assert_false (capacity_pages_draw (pages, 2, cr));
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
  g_assert_cmpfloat (x, >=, CAPACITY_PAGE_MARGIN - 2);
  g_assert_cmpfloat (y, >, 20);
  g_assert_cmpfloat (x + width, <=, CAPACITY_PAGE_WIDTH - CAPACITY_PAGE_MARGIN + 2);
  g_assert_cmpfloat (y + height, <, CAPACITY_PAGE_HEIGHT - 20);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static double
find_left (const char *boxes,
           const char *word)
{
  g_autofree char *pattern = g_strdup_printf ("xMin=\"([0-9.]+)\"[^>]*>%s</word>", word);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *left = NULL;

  g_assert_true (g_regex_match (regex, boxes, 0, &match));
  left = g_match_info_fetch (match, 1);

  return g_ascii_strtod (left, NULL);
}

/* What stands under each other in aligned tables begins at the same place, however wide each needs its columns; what is
 * left out no longer counts. */
static void
test_aligned (void)
{
  static const CapacityColumn columns[] = { { "Name", CAPACITY_COLUMN_LABEL, 0 }, { "Word", CAPACITY_COLUMN_WORD, 0 } };

  for (int i = 0; i < 3; i++)
    {
      g_autoptr (CapacityPages) pages = new_pages ("Aligned");
      CapacityTable *wide = capacity_table_new (columns, 2);
      CapacityTable *narrow = capacity_table_new (columns, 2);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *boxes = NULL;

      capacity_table_add_row (wide, (const char *[]){ "A rather long name", "alpha" });
      capacity_table_add_row (narrow, (const char *[]){ "Short", "omega" });
      if (i != 1)
        capacity_table_align_with (narrow, wide);
      capacity_pages_add_heading (pages, 1, "Aligned");
      capacity_pages_add_section (pages, "wide", "Wide");
      capacity_pages_add_table (pages, wide);
      capacity_pages_add_section (pages, "narrow", "Narrow");
      capacity_pages_add_table (pages, narrow);
      if (i == 2)
        capacity_pages_leave_out (pages, "wide");
      bytes = capacity_pages_to_pdf (pages, NULL, NULL, NULL);
      pdf_tools_check (bytes);
      boxes = pdf_tools_run (bytes, "pdftotext", "-bbox % -", TRUE);
      if (boxes == NULL)
        {
          g_test_skip ("poppler-utils is not installed");
          return;
        }
      if (i == 0)
        g_assert_cmpfloat (find_left (boxes, "alpha"), ==, find_left (boxes, "omega"));
      if (i == 1)
        g_assert_cmpfloat (find_left (boxes, "alpha"), >, find_left (boxes, "omega") + 20);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/pages/everything", test_everything);
  g_test_add_func ("/report/pages/same-bytes", test_same_bytes);
  g_test_add_func ("/report/pages/long-table", test_long_table);
  g_test_add_func ("/report/pages/size", test_size);
  g_test_add_func ("/report/pages/hostile-texts", test_hostile_texts);
  g_test_add_func ("/report/pages/no-room", test_no_room);
  g_test_add_func ("/report/pages/long-footer", test_long_footer);
  g_test_add_func ("/report/pages/decimals", test_decimals);
  g_test_add_func ("/report/pages/full-pages", test_full_pages);
  g_test_add_func ("/report/pages/balanced-end", test_balanced_end);
  g_test_add_func ("/report/pages/page-ends", test_page_ends);
  g_test_add_func ("/report/pages/inks", test_inks);
  g_test_add_func ("/report/pages/any-text", test_any_text);
  g_test_add_func ("/report/pages/left-out", test_left_out);
  g_test_add_func ("/report/pages/empty", test_empty);
  g_test_add_func ("/report/pages/cancel", test_cancel);
  g_test_add_func ("/report/pages/preview", test_preview);
  g_test_add_func ("/report/pages/aligned", test_aligned);

  return g_test_run ();
}
