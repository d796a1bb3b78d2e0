/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <math.h>
#include <xlsxwriter.h>

#include "capacity-xlsx-writer.h"
#include "import-tools.h"
#include "sheet-tools.h"

/* Workbooks as institutions have them, written by another program, from the file to the series. */

typedef struct
{
  char               *folder;
  char               *path;
  lxw_workbook       *book;
  lxw_format         *day;
  lxw_format         *month;
  CapacityImportFile *file;
} Book;

static void
book_init (Book *self)
{
  self->folder = g_dir_make_tmp ("book-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "Pieteikumi 2026.xlsx", NULL);
  self->book = workbook_new (self->path);
  self->day = workbook_add_format (self->book);
  format_set_num_format (self->day, "dd\\.mm\\.yyyy\\.");
  self->month = workbook_add_format (self->book);
  format_set_num_format (self->month, "mmm\\ yyyy");
}

static CapacityImportPlan *
book_guess (Book *self)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->path);
  g_autoptr (GError) error = NULL;
  CapacityImportPlan *plan;

  g_assert_cmpint (workbook_close (self->book), ==, LXW_NO_ERROR);
  self->file = capacity_import_file_open (file, NULL, &error);
  g_assert_no_error (error);
  plan = capacity_import_guess (self->file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, &error);
  g_assert_no_error (error);

  return plan;
}

static CapacityImportResult *
book_read (Book                     *self,
           const CapacityImportPlan *plan)
{
  g_autoptr (GError) error = NULL;
  CapacityImportResult *result = capacity_import_read (self->file, plan, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return result;
}

static void
book_clear (Book *self)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_clear_pointer (&self->file, capacity_import_file_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Book, book_clear)

static void
write_row (lxw_worksheet     *sheet,
           lxw_row_t          row,
           const char *const *texts)
{
  for (lxw_col_t i = 0; texts[i] != NULL; i++)
    if (texts[i][0] != '\0')
      worksheet_write_string (sheet, row, i, texts[i], NULL);
}

static void
write_date (lxw_worksheet *sheet,
            lxw_row_t      row,
            lxw_col_t      column,
            int            year,
            int            month,
            int            day,
            lxw_format    *format)
{
  lxw_datetime date = { .year = year, .month = month, .day = day };

  worksheet_write_datetime (sheet, row, column, &date, format);
}

/* A title, a header of two rows with merged cells, services merged over their months, marks among the numbers,
 * a total, a note; and before it a sheet of explanations, after it a hidden one. */
static void
write_report (Book *self)
{
  lxw_worksheet *cover = workbook_add_worksheet (self->book, "Par pārskatu");
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, "Pārskats");
  lxw_worksheet *hidden = workbook_add_worksheet (self->book, "Melnraksts");

  worksheet_write_string (cover, 1, 0, "Sagatavots no reģistra datiem", NULL);
  worksheet_hide (hidden);
  for (lxw_row_t i = 0; i < 60; i++)
    {
      write_date (hidden, i, 0, 2020 + (int) i / 12, (int) i % 12 + 1, 1, self->day);
      worksheet_write_number (hidden, i, 1, i, NULL);
    }
  worksheet_merge_range (sheet, 0, 0, 0, 5, "Pakalpojumu pārskats par 2026. gadu", NULL);
  write_row (sheet, 2, (const char *const[]) { "Pakalpojums", "Mēnesis", "Pieteikumi", "", "Termiņā", NULL });
  worksheet_merge_range (sheet, 2, 0, 3, 0, "Pakalpojums", NULL);
  worksheet_merge_range (sheet, 2, 1, 3, 1, "Mēnesis", NULL);
  worksheet_merge_range (sheet, 2, 2, 2, 3, "Pieteikumi", NULL);
  worksheet_write_string (sheet, 3, 2, "saņemti", NULL);
  worksheet_write_string (sheet, 3, 3, "izpildīti", NULL);
  worksheet_write_string (sheet, 3, 4, "%", NULL);
  for (lxw_row_t i = 0; i < 6; i++)
    {
      write_date (sheet, 4 + i, 1, 2026, (int) i % 3 + 1, 1, self->month);
      worksheet_write_number (sheet, 4 + i, 2, 1000.0 + i, NULL);
      worksheet_write_formula_num (sheet, 4 + i, 3, "=C5-1", NULL, 990.0 + i);
      worksheet_write_number (sheet, 4 + i, 4, 0.5, NULL);
    }
  worksheet_merge_range (sheet, 4, 0, 6, 0, "Pases", NULL);
  worksheet_merge_range (sheet, 7, 0, 9, 0, "Vīzas", NULL);
  worksheet_write_string (sheet, 5, 2, "-", NULL);
  worksheet_write_string (sheet, 6, 3, "52+", NULL);
  worksheet_write_string (sheet, 7, 3, "…", NULL);
  worksheet_write_string (sheet, 10, 0, "Kopā", NULL);
  worksheet_write_number (sheet, 10, 2, 6000, NULL);
  worksheet_write_string (sheet, 12, 0, "Piezīme: dati var mainīties.", NULL);
}

static void
test_report (void)
{
  g_auto (Book) book = { NULL };
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (CapacityImportResult) result = NULL;

  book_init (&book);
  write_report (&book);
  plan = book_guess (&book);
  g_assert_cmpstr (capacity_import_file_get_table (book.file, plan->table)->sheet, ==, "Pārskats");
  g_assert_cmpuint (plan->n_title_rows, ==, 2);
  g_assert_cmpuint (plan->n_header_rows, ==, 2);
  g_assert_cmpstr (plan->columns[0].name, ==, "Pakalpojums");
  g_assert_cmpstr (plan->columns[3].name, ==, "Pieteikumi izpildīti");
  g_assert_cmpint (plan->period_kind, ==, CAPACITY_PERIOD_MONTH);
  result = book_read (&book, plan);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 4);
  g_assert_cmpfloat (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, "2026-01"), ==, 1000);
  g_assert_true (isnan (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, "2026-02")));
  g_assert_cmpfloat (value_at (result, "Vīzas", CAPACITY_MEASURE_COMPLETIONS, "2026-03"), ==, 995);
  g_assert_nonnull (find_note (result, CAPACITY_IMPORT_NOTE_CENSORED_VALUES));
  g_assert_nonnull (find_note (result, CAPACITY_IMPORT_NOTE_TOTAL_ROWS));
  g_assert_nonnull (find_note (result, CAPACITY_IMPORT_NOTE_TEXT_ROWS));
}

/* Someone chooses another sheet than the one that was taken. */
static void
test_other_sheet (void)
{
  g_auto (Book) book = { NULL };
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (CapacityImportPlan) other = NULL;
  g_autoptr (CapacityImportResult) result = NULL;
  g_autoptr (GError) error = NULL;

  book_init (&book);
  write_report (&book);
  plan = book_guess (&book);
  plan->table = 2;
  other = capacity_import_guess (book.file, plan, CAPACITY_IMPORT_KEEP_TABLE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (other->table, ==, 2);
  g_assert_cmpuint (other->n_header_rows, ==, 0);
  g_assert_cmpstr (other->service, ==, "Melnraksts");
  result = book_read (&book, other);
  g_assert_cmpuint (result->batch->n_values, ==, 60);
}

/* Services above, what is counted below: a series for each column. */
static void
test_services_and_measures_across (void)
{
  g_auto (Book) book = { NULL };
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (CapacityImportResult) result = NULL;
  lxw_worksheet *sheet;

  book_init (&book);
  sheet = workbook_add_worksheet (book.book, NULL);
  worksheet_write_string (sheet, 0, 0, "Mēnesis", NULL);
  worksheet_merge_range (sheet, 0, 1, 0, 2, "Pases", NULL);
  worksheet_merge_range (sheet, 0, 3, 0, 4, "ID kartes", NULL);
  write_row (sheet, 1, (const char *const[]) { "", "Saņemti", "Izpildīti", "Saņemti", "Izpildīti", NULL });
  for (lxw_row_t i = 0; i < 12; i++)
    {
      write_date (sheet, 2 + i, 0, 2025, (int) i + 1, 1, book.month);
      for (lxw_col_t j = 1; j < 5; j++)
        worksheet_write_number (sheet, 2 + i, j, 100.0 * j + i, NULL);
    }
  plan = book_guess (&book);
  g_assert_cmpint (plan->layout, ==, CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS);
  g_assert_cmpuint (plan->n_header_rows, ==, 2);
  result = book_read (&book, plan);
  g_assert_cmpuint (result->batch->series->len, ==, 4);
  g_assert_cmpfloat (value_at (result, "Pases", CAPACITY_MEASURE_COMPLETIONS, "2025-02"), ==, 201);
  g_assert_cmpfloat (value_at (result, "ID kartes", CAPACITY_MEASURE_ARRIVALS, "2025-12"), ==, 311);
}

/* Months of a year across, as dates; a price with three digits after the point is no thousand. */
static void
test_months_across (void)
{
  g_auto (Book) book = { NULL };
  g_autoptr (CapacityImportPlan) plan = NULL;
  g_autoptr (CapacityImportResult) result = NULL;
  lxw_worksheet *sheet;

  book_init (&book);
  sheet = workbook_add_worksheet (book.book, NULL);
  worksheet_write_string (sheet, 0, 0, "Pakalpojums", NULL);
  worksheet_write_string (sheet, 1, 0, "Pases", NULL);
  worksheet_write_string (sheet, 2, 0, "ID kartes", NULL);
  for (lxw_col_t i = 1; i <= 12; i++)
    {
      write_date (sheet, 0, i, 2025, i, 1, book.day);
      worksheet_write_number (sheet, 1, i, 1.125, NULL);
      worksheet_write_number (sheet, 2, i, 1000 + i, NULL);
    }
  plan = book_guess (&book);
  g_assert_cmpint (plan->layout, ==, CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS);
  g_assert_cmpint (plan->decimal, ==, '.');
  result = book_read (&book, plan);
  g_assert_cmpfloat (value_at (result, "Pases", CAPACITY_MEASURE_ARRIVALS, "2025-06"), ==, 1.125);
  g_assert_cmpfloat (value_at (result, "ID kartes", CAPACITY_MEASURE_ARRIVALS, "2025-12"), ==, 1012);
}

/* What is written is read again as it was; text that looks like a formula stays text. */
static void
test_writer (void)
{
  g_autoptr (CapacityXlsxWriter) writer = capacity_xlsx_writer_new ("Pieprasījums [2026]/diagramma ar pārāk garu nosaukumu");
  g_autoptr (CapacityImportFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  capacity_xlsx_writer_add_text (writer, "Mēnesis");
  capacity_xlsx_writer_add_text (writer, "Apjoms");
  capacity_xlsx_writer_end_row (writer);
  capacity_xlsx_writer_add_text (writer, "=1+1");
  capacity_xlsx_writer_add_number (writer, 1234.5);
  capacity_xlsx_writer_end_row (writer);
  capacity_xlsx_writer_add_text (writer, "bojāts \377");
  capacity_xlsx_writer_add_number (writer, NAN);
  capacity_xlsx_writer_add_number (writer, -2);
  capacity_xlsx_writer_end_row (writer);
  bytes = capacity_xlsx_writer_end (writer);
  g_assert_nonnull (bytes);
  file = open_bytes (bytes, "table.xlsx", &error);
  g_assert_no_error (error);
  text = table_text (file, 0);
  g_assert_cmpstr (text, ==, "Mēnesis\tApjoms\n=1+1\t1234.5\nbojāts \357\277\275\t\t-2\n");
}

/* A writer may be left before its end, and may have nothing to write. */
static void
test_writer_left (void)
{
  g_autoptr (CapacityXlsxWriter) left = capacity_xlsx_writer_new ("");
  g_autoptr (CapacityXlsxWriter) empty = capacity_xlsx_writer_new ("///");
  g_autoptr (GBytes) bytes = capacity_xlsx_writer_end (empty);

  capacity_xlsx_writer_add_text (left, "viens");
  g_assert_nonnull (bytes);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/spreadsheet/report", test_report);
  g_test_add_func ("/spreadsheet/other-sheet", test_other_sheet);
  g_test_add_func ("/spreadsheet/services-and-measures-across", test_services_and_measures_across);
  g_test_add_func ("/spreadsheet/months-across", test_months_across);

  g_test_add_func ("/spreadsheet/writer", test_writer);
  g_test_add_func ("/spreadsheet/writer-left", test_writer_left);

  return g_test_run ();
}
