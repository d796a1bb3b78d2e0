/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "sheet-tools.h"

#define assert_table(file, index, expected)                   \
  G_STMT_START                                                \
  {                                                           \
    g_autofree char *table_found = table_text (file, index);  \
    g_assert_cmpstr (table_found, ==, expected);              \
  }                                                           \
  G_STMT_END

#define STYLES                                                                                          \
  "<styleSheet xmlns='m'><numFmts><numFmt numFmtId='164' formatCode='dd\\.mm\\.yyyy\\.'/>"              \
  "<numFmt numFmtId='165' formatCode='[h]:mm'/></numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>" \
  "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='9'/><xf numFmtId='20'/>" \
  "<xf numFmtId='165'/><xf numFmtId='22'/></cellXfs></styleSheet>"
#define STRINGS                                                                                        \
  "<sst xmlns='m'><si><t>Pases</t></si><si><r><t>ID </t></r><r><t>kartes</t></r><rPh><t>nē</t></rPh></si>" \
  "<si><t>\"Brīvā\" &amp; tā\tturpmāk\n</t></si></sst>"

static CapacityImportFile *
open_book (const char *workbook,
           const char *sheet)
{
  g_autoptr (GBytes) bytes = pack_xlsx (workbook, STYLES, STRINGS, sheet);
  g_autoptr (GError) error = NULL;
  CapacityImportFile *file = open_bytes (bytes, "book.xlsx", &error);

  g_assert_no_error (error);
  return file;
}

static void
test_cells (void)
{
  g_autoptr (CapacityImportFile) file = open_book (NULL,
    "<worksheet xmlns='m'><cols/><sheetData>"
    "<row r='2'><c r='A2' t='s'><v>0</v></c><c r='C2' t='s'><v>1</v></c><c r='D2' t='s'><v>2</v></c>"
    "<c r='E2' t='s'><v>9</v></c></row>"
    "<row r='3'/><row r='4'><c t='inlineStr'><is><t>šeit</t></is></c><c t='str'><f>A1&amp;B1</f><v>kopā</v></c>"
    "<c><f>SUM(A1)</f><v>0.125</v></c><c><v>1234.5</v></c><c t='b'><v>1</v></c><c t='e'><v>#DIV/0!</v></c></row>"
    "<row r='5'><c s='1'><v>60</v></c><c s='1'><v>61</v></c><c s='2'><v>46349</v></c><c s='6'><v>46349.25</v></c>"
    "<c s='3'><v>0.25</v></c><c s='4'><v>0.5</v></c><c s='5'><v>1.5</v></c><c t='d'><v>2026-11-23</v></c></row>"
    "<row r='6'><c s='1'><v>-1</v></c><c><v>nav</v></c><c/><c><v>1e-7</v></c></row>"
    "</sheetData></worksheet>");

  g_assert_cmpuint (capacity_import_file_get_n_tables (file), ==, 1);
  g_assert_cmpuint (capacity_import_file_get_table (file, 0)->first_line, ==, 2);
  assert_table (file, 0,
                "Pases\t\tID kartes\t\"\"\"Brīvā\"\" & tā turpmāk\"\n"
                "\n"
                "šeit\tkopā\t0.1250\t1234.5\t1\t#DIV/0!\n"
                "1900-02-28\t1900-03-01\t2026-11-23\t2026-11-23 06:00\t25%\t12:00\t1.5\t2026-11-23\n"
                "-1\t\t\t1e-07\n");
}

static void
test_calendar_of_1904 (void)
{
  g_autoptr (CapacityImportFile) file = open_book (
    "<workbook xmlns='m' xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='D' sheetId='1' r:id='rId1'/></sheets>"
    "</workbook>",
    "<worksheet xmlns='m'><sheetData><row><c s='1'><v>0</v></c><c s='1'><v>44887</v></c></row></sheetData></worksheet>");

  assert_table (file, 0, "1904-01-01\t2026-11-23\n");
}

static void
test_merges (void)
{
  g_autoptr (CapacityImportFile) file = open_book (NULL,
    "<worksheet xmlns='m'><sheetData>"
    "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>1</v></c></row>"
    "<row r='2'><c r='B2'><v>2</v></c><c r='C2'><v>7</v></c></row>"
    "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3'><v>3</v></c></row>"
    "<row r='5'><c r='B5'><v>4</v></c></row></sheetData>"
    "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='A3:A5'/><mergeCell ref='C2:C3'/><mergeCell ref='B1:C1'/>"
    "<mergeCell ref='ZZZZ1:'/></mergeCells></worksheet>");

  assert_table (file, 0, "Pases\t1\nPases\t2\t7\nID kartes\t3\t7\n\nID kartes\t4\n");
}

/* A number that was merged over three months is counted once; the year and the code beside it name them all. */
static void
test_merged_volumes (void)
{
  g_autoptr (CapacityImportFile) file = open_xlsx (
    "<row r='1'><c t='str'><v>Gads</v></c><c t='str'><v>Mēnesis</v></c><c t='str'><v>Skaits</v></c></row>"
    "<row r='2'><c><v>2026</v></c><c t='str'><v>janvāris</v></c><c><v>300</v></c></row>"
    "<row r='3'><c r='B3' t='str'><v>februāris</v></c></row>"
    "<row r='4'><c r='B4' t='str'><v>marts</v></c></row>"
    "<row r='5'><c r='B5' t='str'><v>aprīlis</v></c><c r='C5'><v>90</v></c></row>"
    "</sheetData><mergeCells><mergeCell ref='A2:A5'/><mergeCell ref='C2:C4'/></mergeCells><sheetData>");
  g_autoptr (CapacityImportPlan) plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, NULL);
  g_autoptr (CapacityImportResult) result = capacity_import_read (file, plan, NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) rows = capacity_import_preview (file, plan, 9, NULL);
  const CapacityBatchSeries *series = result->batch->series->pdata[0];

  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->n_values, ==, 2);
  g_assert_cmpfloat (capacity_series_at (series->series, capacity_month (2026, 1).index), ==, 300);
  g_assert_cmpfloat (capacity_series_at (series->series, capacity_month (2026, 4).index), ==, 90);
  g_assert_cmpstr (((CapacityImportRow *) rows->pdata[2])->cells[0], ==, "2026");
  g_assert_cmpstr (((CapacityImportRow *) rows->pdata[2])->cells[2], ==, "");
}

static void
test_blocks (void)
{
  g_autoptr (CapacityImportFile) file = open_xlsx (
    "<row r='1'><c t='str'><v>Pases</v></c></row>"
    "<row r='3'><c t='str'><v>Mēnesis</v></c><c t='str'><v>Skaits</v></c></row>"
    "<row r='4'><c t='str'><v>janvāris</v></c><c><v>5</v></c></row>"
    "<row r='6'><c t='str'><v>februāris</v></c><c><v>6</v></c></row>"
    "<row r='8'><c t='str'><v>Vīzas</v></c></row>"
    "<row r='9'><c t='str'><v>Mēnesis</v></c><c t='str'><v>Skaits</v></c></row>"
    "<row r='10'><c t='str'><v>janvāris</v></c><c><v>7</v></c></row>"
    "<row r='12'><c t='str'><v>Piezīme: bez vēstniecībām</v></c></row>");

  g_assert_cmpuint (capacity_import_file_get_n_tables (file), ==, 2);
  assert_table (file, 0, "Pases\n\nMēnesis\tSkaits\njanvāris\t5\n\nfebruāris\t6\n");
  assert_table (file, 1, "Vīzas\nMēnesis\tSkaits\njanvāris\t7\n\nPiezīme: bez vēstniecībām\n");
  g_assert_cmpuint (capacity_import_file_get_table (file, 1)->first_line, ==, 8);
  g_assert_cmpuint (capacity_import_file_get_table (file, 1)->last_line, ==, 12);
  g_assert_true (capacity_import_file_get_table (file, 1)->is_part);
}

static void
test_ods (void)
{
  g_autoptr (CapacityImportFile) file = open_ods (
    ODS_BEGIN
    "<office:automatic-styles><style:style style:name='ta2'><style:table-properties table:display='false'/></style:style>"
    "</office:automatic-styles>" ODS_BODY
    "<table:table table:name='Dati' table:style-name='ta1'>"
    "<table:table-row><table:table-cell office:value-type='string'><text:p>Gads</text:p></table:table-cell>"
    "<table:table-cell table:number-columns-repeated='2'/>"
    "<table:table-cell><office:annotation><text:p>Jānis: pārbaudīt</text:p></office:annotation>"
    "<text:p>Saņemti<text:s/>un</text:p><text:p>izpildīti</text:p></table:table-cell>"
    "<table:table-cell table:number-columns-repeated='16380'/></table:table-row>"
    "<table:table-row table:number-rows-repeated='2'><table:table-cell table:number-rows-spanned='2'"
    " office:value-type='date' office:date-value='2026-11-23'><text:p>23.11.26</text:p></table:table-cell>"
    "<table:table-cell table:number-columns-repeated='2' office:value-type='float' office:value='1.5'><text:p>1,5</text:p>"
    "</table:table-cell><table:covered-table-cell><text:p>slēpts</text:p></table:covered-table-cell>"
    "<table:table-cell office:value-type='percentage' office:value='0.125'><text:p>13%</text:p></table:table-cell>"
    "</table:table-row>"
    "<table:table-row table:number-rows-repeated='1048000'><table:table-cell/></table:table-row>"
    "</table:table><table:table table:name='Slēpta' table:style-name='ta2'><table:table-row><table:table-cell>"
    "<text:p>x</text:p></table:table-cell></table:table-row></table:table>" ODS_END);

  g_assert_cmpuint (capacity_import_file_get_n_tables (file), ==, 2);
  assert_table (file, 0, "Gads\t\t\tSaņemti un izpildīti\n2026-11-23\t1.5\t1.5\t\t12.5%\n2026-11-23\t1.5\t1.5\t\t12.5%\n");
  g_assert_cmpstr (capacity_import_file_get_table (file, 1)->sheet, ==, "Slēpta");
  g_assert_true (capacity_import_file_get_table (file, 1)->is_hidden);
}

static void
assert_refused (GBytes                *bytes,
                CapacityExchangeError  code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityImportFile) file = open_bytes (bytes, "x.xlsx", &error);

  g_assert_null (file);
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, (int) code);
}

static void
test_refused (void)
{
  static const char old[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and W\0o\0r\0k\0b\0o\0o\0k\0";
  static const char locked[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
  const Part letter[] = { { "_rels/.rels", "<Relationships><Relationship Id='r' Target='word/document.xml'"
                                           " Type='x/officeDocument'/></Relationships>" } };
  const Part binary[] = { { "_rels/.rels", "<Relationships><Relationship Id='r' Target='xl/workbook.bin'"
                                           " Type='x/officeDocument'/></Relationships>" } };
  const Part photos[] = { { "photo.txt", "a photo" } };
  const Part secret[] = { { "META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>" },
                          { "content.xml", "\001\002\003" } };
  g_autoptr (GBytes) old_bytes = g_bytes_new_static (old, sizeof old);
  g_autoptr (GBytes) locked_bytes = g_bytes_new_static (locked, sizeof locked);
  g_autoptr (GBytes) letter_bytes = pack (letter, 1);
  g_autoptr (GBytes) binary_bytes = pack (binary, 1);
  g_autoptr (GBytes) photo_bytes = pack (photos, 1);
  g_autoptr (GBytes) secret_bytes = pack (secret, 2);
  g_autoptr (GBytes) empty = pack_xlsx (NULL, NULL, NULL, "<worksheet xmlns='m'><sheetData/></worksheet>");
  g_autoptr (GBytes) torn = pack_xlsx (NULL, NULL, NULL, "<worksheet xmlns='m'><sheetData><row><c><v>1</v>");
  g_autoptr (GBytes) wide = pack_xlsx (NULL, NULL, NULL, "<worksheet xmlns='m'><sheetData><row><c r='XFD1'><v>1</v></c>"
                                                         "</row></sheetData></worksheet>");
  g_autoptr (GBytes) stub = g_bytes_new_static ("PK\003\004 and nothing more", 20);

  assert_refused (old_bytes, CAPACITY_EXCHANGE_ERROR_SPREADSHEET);
  assert_refused (locked_bytes, CAPACITY_EXCHANGE_ERROR_ENCRYPTED);
  assert_refused (letter_bytes, CAPACITY_EXCHANGE_ERROR_BINARY);
  assert_refused (binary_bytes, CAPACITY_EXCHANGE_ERROR_SPREADSHEET);
  assert_refused (photo_bytes, CAPACITY_EXCHANGE_ERROR_BINARY);
  assert_refused (secret_bytes, CAPACITY_EXCHANGE_ERROR_ENCRYPTED);
  assert_refused (empty, CAPACITY_EXCHANGE_ERROR_EMPTY);
  assert_refused (torn, CAPACITY_EXCHANGE_ERROR_DAMAGED);
  assert_refused (wide, CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS);
  assert_refused (stub, CAPACITY_EXCHANGE_ERROR_DAMAGED);
}

static void
test_hostile (void)
{
  g_autoptr (GBytes) laughs = pack_xlsx (NULL, NULL,
    "<!DOCTYPE sst [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;'>]><sst><si><t>&c;</t></si></sst>",
    "<worksheet xmlns='m'><sheetData><row><c t='s'><v>0</v></c></row></sheetData></worksheet>");
  g_autoptr (GBytes) outside = pack_xlsx (NULL, NULL,
    "<!DOCTYPE sst SYSTEM 'http://127.0.0.1:9/x.dtd'><sst/>", "<worksheet xmlns='m'/>");
  g_autoptr (GBytes) many_rows = pack_ods (
    ODS_BEGIN ODS_BODY "<table:table table:name='a'><table:table-row table:number-rows-repeated='999999999999999'>"
    "<table:table-cell><text:p>1</text:p></table:table-cell></table:table-row></table:table>" ODS_END);
  g_autoptr (GBytes) many_columns = pack_ods (
    ODS_BEGIN ODS_BODY "<table:table table:name='a'><table:table-row>"
    "<table:table-cell table:number-columns-repeated='999999999'><text:p>1</text:p></table:table-cell>"
    "</table:table-row></table:table>" ODS_END);

  assert_refused (laughs, CAPACITY_EXCHANGE_ERROR_DAMAGED);
  assert_refused (outside, CAPACITY_EXCHANGE_ERROR_DAMAGED);
  assert_refused (many_rows, CAPACITY_EXCHANGE_ERROR_TOO_MANY_ROWS);
  assert_refused (many_columns, CAPACITY_EXCHANGE_ERROR_TOO_MANY_COLUMNS);
}

/* Wherever a file is cut off or bent, it is refused or read, never more. */
static void
test_bent (void)
{
  g_autoptr (GBytes) whole = pack_xlsx (NULL, STYLES, STRINGS,
    "<worksheet xmlns='m'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1'><v>1</v></c></row></sheetData>"
    "<mergeCells><mergeCell ref='A1:A3'/></mergeCells></worksheet>");
  gsize length = g_bytes_get_size (whole);

  for (gsize i = 4; i < length; i += 7)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (whole, 0, i);
      g_autofree guint8 *bent = g_memdup2 (g_bytes_get_data (whole, NULL), length);
      g_autoptr (GBytes) bent_bytes = NULL;
      g_autoptr (GError) cut_error = NULL;
      g_autoptr (GError) bent_error = NULL;
      g_autoptr (CapacityImportFile) of_cut = open_bytes (cut, "x.xlsx", &cut_error);
      g_autoptr (CapacityImportFile) of_bent = NULL;

      g_assert_true ((of_cut == NULL) == (cut_error != NULL));
      bent[i] ^= 0x55;
      bent_bytes = g_bytes_new (bent, length);
      of_bent = open_bytes (bent_bytes, "x.xlsx", &bent_error);
      g_assert_true ((of_bent == NULL) == (bent_error != NULL));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/workbook/cells", test_cells);
  g_test_add_func ("/workbook/calendar-of-1904", test_calendar_of_1904);
  g_test_add_func ("/workbook/merges", test_merges);
  g_test_add_func ("/workbook/merged-volumes", test_merged_volumes);
  g_test_add_func ("/workbook/blocks", test_blocks);
  g_test_add_func ("/workbook/ods", test_ods);
  g_test_add_func ("/workbook/refused", test_refused);
  g_test_add_func ("/workbook/hostile", test_hostile);
  g_test_add_func ("/workbook/bent", test_bent);

  return g_test_run ();
}
