/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "import-tools.h"

#include <string.h>

/* One letter for each role, in the order of the columns: "ds-v" is date, service, not used, volumes. */
static char *
roles_of (const CapacityImportPlan *plan)
{
  static const char letters[CAPACITY_N_IMPORT_ROLES] = { '-', 'd', 'y', 'm', 's', 'k', 'c', 'w', 'v', 'p', 'x', 'h',
                                                          'i' };
  GString *roles = g_string_new (NULL);

  for (guint i = 0; i < plan->n_columns; i++)
    g_string_append_c (roles, letters[plan->columns[i].role]);
  return g_string_free_and_steal (roles);
}

static void
assert_roles (const char           *text,
              CapacityImportLayout  layout,
              const char           *expected)
{
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autofree char *roles = roles_of (plan);

  g_assert_cmpstr (roles, ==, expected);
  g_assert_cmpint (plan->layout, ==, layout);
}

static void
test_roles (void)
{
  assert_roles ("Datums;Pieprasījumi;Apkalpoti;Neapkalpoti;Līmenis, %\n01.11.2026.;5;4;1;80,0\n02.11.2026.;6;6;0;100,0\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "dvv--");
  assert_roles ("Pakalpojums,Gads,Mēnesis,Skaits\nA,2026,janvāris,5\nB,2026,janvāris,6\nA,2026,februāris,7\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "symv");
  assert_roles ("Gads;Mēnesis;Pieprasījumi\n2026;1;5\n2026;2;6\n", CAPACITY_IMPORT_LAYOUT_LONG, "ymv");
  assert_roles ("period,service,value\n2026-01,S1,5\n2026-01,S2,6\n2026-02,S1,7\n2026-02,S2,8\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "dsv");
  assert_roles ("Year,Value\n2020,5\n2021,6\n2022,7\n", CAPACITY_IMPORT_LAYOUT_LONG, "dv");
  assert_roles ("month,type1,type2,total\n2026-01,5,6,11\n2026-02,7,8,15\n", CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS,
                "dvv-");
  assert_roles ("Pakalpojums;2026Q1;2026Q2;Kopā\nA;5;6;11\nB;7;8;15\n", CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS, "svv-");
  assert_roles ("Service,2019,2020,2021\nA,2000,2001,1999\nB,7,8,9\n", CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS, "svvv");
  assert_roles ("Mēnesis;Kanāls;Veids;Pakalpojums;Skaits\n2026-01;klātienē;Incidenti;Pases;5\n"
                "2026-01;e-pasts;Sūdzības;Pases;6\n2026-02;klātienē;Incidenti;Pases;7\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "dcksv");
  assert_roles ("Mēnesis;Rādītājs;Vērtība\n2026-01;Pieprasījumi;5\n2026-01;Izpildīti;4\n2026-02;Pieprasījumi;6\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "dwv");
  assert_roles ("Kods;Pakalpojuma nosaukums;Mēnesis;Skaits\nA1;Pases;2026-01;5\nA2;Vīzas;2026-01;6\nA1;Pases;2026-02;7\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "isdv");
  assert_roles ("Pakalpojums;Kods;Mēnesis;Skaits\nPases;101;2026-01;5\nVīzas;102;2026-01;6\nPases;101;2026-02;7\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "sidv");
  assert_roles ("Kods;Pakalpojums;2026-01;2026-02\n101;Pases;5;7\n102;Vīzas;6;8\n", CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS,
                "isvv");
  assert_roles ("Nodaļas kods;Pakalpojums;Mēnesis;Skaits\nN;Pases;2026-01;5\nN;Vīzas;2026-01;6\nM;Kartes;2026-02;7\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "-sdv");
  assert_roles ("Kods;Mēnesis;Skaits\nA1;2026-01;5\nA2;2026-01;6\nA1;2026-02;7\n", CAPACITY_IMPORT_LAYOUT_LONG, "sdv");
  assert_roles ("Novads;Pakalpojums;Mēnesis;Skaits\nX;Pases;2026-01;5\nY;Pases;2026-01;6\nX;Pases;2026-02;7\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "psdv");
}

/* A large file sorted by period: its beginning shows each service once, and they are services all the same. */
static void
test_many_services (void)
{
  static const char *const headers[] = { "period,service,value", "period,name of unit,value", "period,x,value" };

  for (guint i = 0; i < G_N_ELEMENTS (headers); i++)
    {
      g_autoptr (GString) text = g_string_new (headers[i]);

      for (guint row = 0; row < 12000; row++)
        g_string_append_printf (text, "\n2026-%02u,Unit %u,%u", row / 3000 + 1, row % 3000, row);
      assert_roles (text->str, CAPACITY_IMPORT_LAYOUT_LONG, "dsv");
    }
  assert_roles ("Mēnesis;Nodaļa;Skaits\n2026-01;A;5\n2026-01;B;5\n2026-01;C;5\n2026-01;D;5\n2026-01;E;5\n2026-01;F;5\n",
                CAPACITY_IMPORT_LAYOUT_LONG, "dsv");
}

static void
test_measures (void)
{
  g_autoptr (CapacityImportPlan) plan = guess_of ("Month,New,Calls,Completed,Incomplete\n2026-01,1,2,3,4\n2026-02,1,2,3,4\n");

  g_assert_cmpint (plan->columns[1].role, ==, CAPACITY_IMPORT_ROLE_VALUE);
  g_assert_cmpint (plan->columns[1].measure, ==, CAPACITY_MEASURE_ARRIVALS);
  g_assert_cmpint (plan->columns[2].role, ==, CAPACITY_IMPORT_ROLE_IGNORE);
  g_assert_cmpint (plan->columns[2].reason, ==, CAPACITY_IMPORT_REASON_BETTER_COLUMN);
  g_assert_cmpint (plan->columns[3].measure, ==, CAPACITY_MEASURE_COMPLETIONS);
  g_assert_cmpint (plan->columns[4].measure, ==, CAPACITY_MEASURE_STOCK);
}

static void
assert_decimal (const char *cells,
                char        decimal,
                gboolean    is_certain)
{
  g_auto (GStrv) rows = g_strsplit (cells, " ", -1);
  g_autoptr (GString) text = g_string_new ("Datums;Skaits\n");
  g_autoptr (CapacityImportPlan) plan = NULL;

  for (guint i = 0; rows[i] != NULL; i++)
    g_string_append_printf (text, "2026-11-%02u;%s\n", i + 1, rows[i]);
  plan = guess_of (text->str);
  g_test_message ("%s", cells);
  g_assert_cmpint (plan->decimal, ==, decimal);
  g_assert_cmpint (plan->decimal_is_certain, ==, is_certain);
}

static void
test_decimal (void)
{
  assert_decimal ("1,5 2,25", ',', TRUE);
  assert_decimal ("1.5 2.25", '.', TRUE);
  assert_decimal ("1.234,5 2.000", ',', TRUE);
  assert_decimal ("1,234.5 2,000", '.', TRUE);
  assert_decimal ("1,234 2,000", '.', FALSE);
  assert_decimal ("1.234 2.000", ',', FALSE);
  assert_decimal ("1,234 2000 12345", ',', FALSE);
  assert_decimal ("0.710 0.840", '.', TRUE);
  assert_decimal ("1 2 3", ',', TRUE);
}

static void
assert_dates (const char              *cells,
              CapacityImportDateOrder  order,
              gboolean                 is_certain,
              CapacityPeriodKind       kind)
{
  g_auto (GStrv) rows = g_strsplit (cells, " ", -1);
  g_autoptr (GString) text = g_string_new ("Datums;Skaits\n");
  g_autoptr (CapacityImportPlan) plan = NULL;

  for (guint i = 0; rows[i] != NULL; i++)
    g_string_append_printf (text, "%s;%u\n", rows[i], i);
  plan = guess_of (text->str);
  g_test_message ("%s", cells);
  g_assert_cmpint (plan->date_order, ==, order);
  g_assert_cmpint (plan->date_order_is_certain, ==, is_certain);
  g_assert_cmpint (plan->period_kind, ==, kind);
}

static void
test_dates (void)
{
  assert_dates ("13/02/2026 01/03/2026", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_DAY);
  assert_dates ("02/13/2026 03/01/2026", CAPACITY_IMPORT_DATE_ORDER_MDY, TRUE, CAPACITY_PERIOD_DAY);
  assert_dates ("02/03/2026 03/03/2026", CAPACITY_IMPORT_DATE_ORDER_DMY, FALSE, CAPACITY_PERIOD_DAY);
  assert_dates ("01/01/2026 02/01/2026 03/01/2026", CAPACITY_IMPORT_DATE_ORDER_MDY, FALSE, CAPACITY_PERIOD_MONTH);
  assert_dates ("01/01/2026 01/02/2026 01/03/2026", CAPACITY_IMPORT_DATE_ORDER_DMY, FALSE, CAPACITY_PERIOD_MONTH);
  assert_dates ("02.03.2026. 03.03.2026.", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_DAY);
  assert_dates ("2026-01-01 2026-02-01", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_MONTH);
  assert_dates ("2026-01-31 2026-02-28 2026-03-31", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_MONTH);
  assert_dates ("2026-01-01 2026-04-01 2026-07-01 2026-10-01", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE,
                CAPACITY_PERIOD_QUARTER);
  assert_dates ("2024-01-01 2025-01-01 2026-01-01", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_YEAR);
  assert_dates ("2026-01-05 2026-01-12 2026-01-19 2026-02-02", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE,
                CAPACITY_PERIOD_WEEK);
  assert_dates ("2026-11-02 2026-11-03 2026-11-05", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_DAY);
  assert_dates ("11.2026. 12.2026.", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_MONTH);
  assert_dates ("2026Q1 2026Q2", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_QUARTER);
  assert_dates ("2026-W01 2026-W02", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_WEEK);
  assert_dates ("2025 2026", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_YEAR);
  assert_dates ("46023 46054 46082", CAPACITY_IMPORT_DATE_ORDER_SERIAL, FALSE, CAPACITY_PERIOD_MONTH);
  assert_dates ("46027 46028 46030", CAPACITY_IMPORT_DATE_ORDER_SERIAL, FALSE, CAPACITY_PERIOD_DAY);
  assert_dates ("46027.375 46028.5 46030", CAPACITY_IMPORT_DATE_ORDER_SERIAL, FALSE, CAPACITY_PERIOD_DAY);
  assert_dates ("05.01.2026. 46028 07.01.2026. 08.01.2026.", CAPACITY_IMPORT_DATE_ORDER_SERIAL, FALSE,
                CAPACITY_PERIOD_DAY);
  assert_dates ("202601 202602", CAPACITY_IMPORT_DATE_ORDER_DMY, TRUE, CAPACITY_PERIOD_MONTH);
}

/* The numbers of days are days only below the heading of one. */
static void
test_serials (void)
{
  assert_roles ("Datums;Skaits\n46023;45292\n46054;45300\n46082;45310\n", CAPACITY_IMPORT_LAYOUT_LONG, "dv");
  assert_roles ("Mēnesis;Skaits\n46023;5\n46054;6\n46082;7\n", CAPACITY_IMPORT_LAYOUT_LONG, "dv");
  assert_roles ("Skaits;Saņemšanas datums\n45292;46023\n45300;46054\n45310;46082\n", CAPACITY_IMPORT_LAYOUT_LONG, "vd");
  assert_roles ("Mēnesis;Pieteikumi dienā\n2026-01;46023\n2026-02;46054\n", CAPACITY_IMPORT_LAYOUT_LONG, "dv");
  assert_roles ("Numurs;Iesniegšanas datums;Slēgšanas datums\nA1;46023;46024\nA2;46023;46030\nA3;46040;46041\n",
                CAPACITY_IMPORT_LAYOUT_TICKETS, "sdx");
}

static void
assert_header (const char *text,
               char        delimiter,
               guint       n_title_rows,
               guint       n_header_rows,
               const char *second_name)
{
  g_autoptr (CapacityImportPlan) plan = guess_of (text);

  g_test_message ("%s", text);
  g_assert_cmpint (plan->delimiter, ==, delimiter);
  g_assert_cmpuint (plan->n_title_rows, ==, n_title_rows);
  g_assert_cmpuint (plan->n_header_rows, ==, n_header_rows);
  g_assert_cmpstr (plan->columns[1].name, ==, second_name);
}

static void
test_header (void)
{
  assert_header ("Datums;Skaits\n2026-01;1,5\n2026-02;2,5\n", ';', 0, 1, "Skaits");
  assert_header ("Datums\tSkaits\n2026-01\t1,5\n2026-02\t2,5\n", '\t', 0, 1, "Skaits");
  assert_header ("Datums|Skaits\n2026-01|1,5\n2026-02|2,5\n", '|', 0, 1, "Skaits");
  assert_header ("Date,Count\n2026-01,1.5\n2026-02,2.5\n", ',', 0, 1, "Count");
  assert_header ("2026-01;5\n2026-02;6\n", ';', 0, 0, "");
  assert_header ("Pārskats par 2026. gadu\n\nDatums;Skaits\n2026-01;5\n2026-02;6\n", ';', 2, 1, "Skaits");
  assert_header ("Pārskats;;\n;;\nDatums;Skaits;Apkalpoti\n2026-01;5;5\n2026-02;6;6\n", ';', 2, 1, "Skaits");
  assert_header ("\"Title; with, signs\"\nDatums;Skaits\n2026-01;5\n", ';', 1, 1, "Skaits");
  assert_header (";2026;;2027;\nPakalpojums;jan;feb;jan;feb\nA;1;2;3;4\nB;5;6;7;8\n", ';', 0, 2, "2026 jan");
  assert_header ("Title;\n;2026. gads;;;\nPakalpojums;I;II;III;IV\nA;1;2;3;4\nB;5;6;7;8\n", ';', 1, 2, "2026. gads I");
}

/* What a quotation holds says nothing of what separates cells, however many rows have it. */
static void
test_quoted_delimiter (void)
{
  static const struct
  {
    const char *header;
    const char *row;
    char        delimiter;
  } cases[] = {
    { "Datums,Piezīme,Skaits", "2026-%02u,\"a; b\",5", ',' },
    { "\"Datums\",\"Piezīme; viss\",\"Skaits\"", "\"2026-%02u\",\"a; b\",\"1,5\"", ',' },
    { "Datums,Piezīme,Skaits", "2026-%02u,\"a; b\",\"1,5\"", ',' },
    { "Datums,Piezīme,Skaits", "2026-%02u,\"a | b\",5", ',' },
    { "Datums;Piezīme;Skaits", "2026-%02u;\"a, b\";\"1,5\"", ';' },
    { "Datums\tPiezīme\tSkaits", "2026-%02u\t\"a; b\"\t5", '\t' },
    { "Datums;Caurule;Skaits", "2026-%02u;5\" caurule;1,5", ';' },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (cases[i].header);
      g_autoptr (CapacityImportPlan) plan = NULL;

      for (guint month = 1; month <= 12; month++)
        {
          g_auto (GStrv) parts = g_strsplit (cases[i].row, "%02u", 2);

          g_string_append_printf (text, "\n%s%02u%s", parts[0], month, parts[1]);
        }
      plan = guess_of (text->str);
      g_test_message ("%s", cases[i].row);
      g_assert_cmpint (plan->delimiter, ==, cases[i].delimiter);
      g_assert_cmpuint (plan->n_columns, ==, 3);
    }
}

static void
test_keep (void)
{
  g_autoptr (CapacityImportFile) file = file_of ("x;y\nDatums;Skaits\n2026-01;5\n2026-02;6\n");
  g_autoptr (CapacityImportPlan) first = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, NULL);
  g_autoptr (CapacityImportPlan) second = NULL;
  g_autoptr (CapacityImportPlan) third = NULL;
  g_autoptr (GError) error = NULL;

  first->n_title_rows = 1;
  first->n_header_rows = 1;
  second = capacity_import_guess (file, first, CAPACITY_IMPORT_KEEP_HEADER | CAPACITY_IMPORT_KEEP_DELIMITER, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (second->columns[0].name, ==, "Datums");
  second->delimiter = ',';
  third = capacity_import_guess (file, second, CAPACITY_IMPORT_KEEP_DELIMITER, &error);
  g_assert_true (third == NULL || third->delimiter == ',');
}

/* A person who says where the table begins has not said how many rows its header has: no row of data is swallowed. */
static void
test_chosen_first_row (void)
{
  static const char text[] = "Pārskats;;\nIestāde;Gads 2025;\n;janvāris;februāris\nPakalpojums;01.2025;02.2025\n"
                             "Pases;5;6\nVīzas;7;8\n";
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportPlan) moved = NULL;
  g_autoptr (CapacityImportPlan) none = NULL;

  plan->n_title_rows = 3;
  plan->n_header_rows = 2;
  moved = capacity_import_guess (file, plan, CAPACITY_IMPORT_KEEP_TITLE, NULL);
  g_assert_cmpuint (moved->n_title_rows, ==, 3);
  g_assert_cmpuint (moved->n_header_rows, ==, 1);
  g_assert_cmpstr (moved->columns[2].name, ==, "02.2025");
  moved->n_title_rows = 4;
  none = capacity_import_guess (file, moved, CAPACITY_IMPORT_KEEP_TITLE, NULL);
  g_assert_cmpuint (none->n_header_rows, ==, 0);
}

/* Lines that look like a header are taken for it, until a person says where it is; then columns and volumes follow. */
static void
test_chosen_header (void)
{
  static const char text[] = "Sagatavoja;Anna;Skaits\nPārbaudīja;Juris;2\nPakalpojums;Mēnesis;Pieteikumi\n"
                             "Pase;2026-01;5\nPase;2026-02;6\nVīza;2026-01;7\n";
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (CapacityImportPlan) wrong = guess_of (text);
  g_autoptr (CapacityImportPlan) right = NULL;
  g_autoptr (CapacityImportPlan) none = NULL;
  g_autoptr (CapacityImportPlan) beyond = NULL;
  g_autoptr (CapacityImportResult) result = NULL;
  g_autofree char *roles = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (wrong->n_title_rows, ==, 0);
  wrong->n_title_rows = 2;
  right = capacity_import_guess (file, wrong, CAPACITY_IMPORT_KEEP_HEADER, NULL);
  roles = roles_of (right);
  g_assert_cmpstr (roles, ==, "sdv");
  g_assert_cmpstr (right->columns[2].name, ==, "Pieteikumi");
  result = read_plan (text, right);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpfloat (value_at (result, "Pase", CAPACITY_MEASURE_ARRIVALS, "2026-02"), ==, 6);

  wrong->n_title_rows = 3;
  wrong->n_header_rows = 0;
  none = capacity_import_guess (file, wrong, CAPACITY_IMPORT_KEEP_HEADER, NULL);
  g_assert_cmpuint (none->n_header_rows, ==, 0);
  g_assert_cmpstr (none->columns[2].name, ==, "");

  wrong->n_title_rows = CAPACITY_IMPORT_MAX_TITLE_ROWS;
  beyond = capacity_import_guess (file, wrong, CAPACITY_IMPORT_KEEP_HEADER, &error);
  g_assert_null (beyond);
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_DATA);
}

/* A group named in a row of its own is that of the rows below when a person says so; what looks merged is not, when not.
 * The preview shows it. */
static void
test_chosen_filling (void)
{
  static const char headed[] = "Nodaļa;Pakalpojums;Mēnesis;Skaits\nNovads;;;\n;Pase;2026-01;5\n;Pase;2026-02;6\n"
                               "Pilsēta;;;\n;Vīza;2026-01;7\n;Vīza;2026-02;8\n";
  static const char merged[] = "Pakalpojums;Kods;Mēnesis;Skaits\nPase;a;2026-01;5\n;a;2026-02;6\nVīza;b;2026-01;7\n"
                               ";b;2026-02;8\n";
  g_autoptr (CapacityImportFile) file = file_of (headed);
  g_autoptr (CapacityImportFile) other = file_of (merged);
  g_autoptr (CapacityImportPlan) plan = guess_of (headed);
  g_autoptr (CapacityImportPlan) filled = NULL;
  g_autoptr (CapacityImportPlan) blocks = guess_of (merged);
  g_autoptr (CapacityImportPlan) unfilled = NULL;
  g_autoptr (CapacityImportResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *roles = NULL;

  g_assert_false (plan->fill_down);
  plan->fill_down = TRUE;
  plan->fill_down_is_chosen = TRUE;
  filled = capacity_import_guess (file, plan, CAPACITY_IMPORT_KEEP_HEADER, NULL);
  roles = roles_of (filled);
  g_assert_cmpstr (roles, ==, "psdv");
  result = read_plan (headed, filled);
  g_assert_cmpstr (find_series (result, "Pase", CAPACITY_MEASURE_ARRIVALS)->site, ==, "Novads");
  g_assert_cmpstr (find_series (result, "Vīza", CAPACITY_MEASURE_ARRIVALS)->site, ==, "Pilsēta");
  rows = capacity_import_preview (file, filled, 4, NULL);
  g_assert_cmpstr (((CapacityImportRow *) rows->pdata[2])->cells[0], ==, "Novads");

  g_assert_true (blocks->fill_down);
  blocks->fill_down = FALSE;
  blocks->fill_down_is_chosen = TRUE;
  unfilled = capacity_import_guess (other, blocks, CAPACITY_IMPORT_KEEP_HEADER, NULL);
  g_assert_false (unfilled->fill_down);
}

/* What a person said of columns stays when empty cells are to be filled. */
static void
test_chosen_columns (void)
{
  static const char text[] = "Pagasts;Pakalpojums;Grupa;2026-01;2026-02\nCarnikavas pagasts;;;;\n;Pase;x;5;6\n;Vīza;y;1;2\n"
                             "Kopā Carnikavas pagasts;;;6;8\nĀdažu pilsēta;;;;\n;Pase;x;7;8\n;Vīza;y;3;4\n";
  g_autoptr (CapacityImportFile) file = file_of (text);
  g_autoptr (CapacityImportPlan) plan = guess_of (text);
  g_autoptr (CapacityImportPlan) filled = NULL;
  g_autoptr (CapacityImportPlan) other = NULL;
  g_autoptr (CapacityImportResult) result = NULL;

  g_assert_false (plan->fill_down);
  capacity_import_plan_set_role (plan, 0, CAPACITY_IMPORT_ROLE_SITE);
  capacity_import_plan_set_role (plan, 2, CAPACITY_IMPORT_ROLE_IGNORE);
  plan->fill_down = TRUE;
  plan->fill_down_is_chosen = TRUE;
  filled = capacity_import_guess (file, plan, CAPACITY_IMPORT_KEEP_TABLE | CAPACITY_IMPORT_KEEP_HEADER, NULL);
  g_assert_true (filled->fill_down);
  g_assert_cmpint (filled->columns[0].role, ==, CAPACITY_IMPORT_ROLE_SITE);
  g_assert_cmpint (filled->columns[1].role, ==, CAPACITY_IMPORT_ROLE_SERVICE);
  g_assert_cmpint (filled->columns[2].role, ==, CAPACITY_IMPORT_ROLE_IGNORE);
  g_assert_cmpint (filled->columns[2].reason, ==, CAPACITY_IMPORT_REASON_USER);
  result = read_plan (text, filled);
  g_assert_cmpuint (result->n_problems, ==, 0);
  g_assert_cmpuint (result->batch->series->len, ==, 4);
  for (guint i = 0; i < result->batch->series->len; i++)
    {
      const CapacityBatchSeries *series = result->batch->series->pdata[i];

      g_assert_true (g_str_equal (series->service, "Pase") || g_str_equal (series->service, "Vīza"));
      g_assert_cmpstr (series->site, ==, i < 2 ? "Carnikavas pagasts" : "Ādažu pilsēta");
    }

  other = capacity_import_guess (file, plan, CAPACITY_IMPORT_KEEP_TABLE, NULL);
  g_assert_cmpint (other->columns[0].role, !=, CAPACITY_IMPORT_ROLE_SITE);
}

static void
test_service_name (void)
{
  g_autoptr (CapacityImportPlan) plan = guess_of ("Datums;Skaits\n2026-01;5\n2026-02;6\n");
  g_autoptr (CapacityImportPlan) copy = capacity_import_plan_copy (plan);

  g_assert_cmpstr (copy->service, ==, "Passports 2026");
  capacity_import_plan_set_service (copy, "Pases");
  g_assert_cmpstr (copy->service, ==, "Pases");
  g_assert_cmpstr (plan->service, ==, "Passports 2026");
}

static void
test_set_role (void)
{
  g_autoptr (CapacityImportPlan) plan = guess_of ("Datums;Laiks;Skaits\n2026-01;2026-02;5\n2026-02;2026-03;6\n");
  g_autoptr (GError) error = NULL;

  capacity_import_plan_set_role (plan, 1, CAPACITY_IMPORT_ROLE_PERIOD);
  g_assert_cmpint (plan->columns[0].role, ==, CAPACITY_IMPORT_ROLE_IGNORE);
  g_assert_cmpint (plan->columns[0].reason, ==, CAPACITY_IMPORT_REASON_USER);
  g_assert_true (capacity_import_plan_check (plan, NULL));
  capacity_import_plan_set_role (plan, 2, CAPACITY_IMPORT_ROLE_IGNORE);
  g_assert_false (capacity_import_plan_check (plan, &error));
  g_assert_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_VALUES);
}

static void
test_preview (void)
{
  g_autoptr (CapacityImportFile) file = file_of ("Title\n\nDatums;Skaits\n2026-01;\"a\nb\"\nKopā;6\n2026-02;6\n");
  g_autoptr (CapacityImportPlan) plan = capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, NULL);
  g_autoptr (GPtrArray) rows = capacity_import_preview (file, plan, 4, NULL);
  static const CapacityImportRowKind kinds[] = {
    CAPACITY_IMPORT_ROW_TITLE, CAPACITY_IMPORT_ROW_HEADER, CAPACITY_IMPORT_ROW_DATA, CAPACITY_IMPORT_ROW_TOTAL,
  };
  static const guint64 lines[] = { 1, 3, 4, 6 };

  g_assert_cmpuint (rows->len, ==, 4);
  for (guint i = 0; i < rows->len; i++)
    {
      const CapacityImportRow *row = g_ptr_array_index (rows, i);

      g_assert_cmpint (row->kind, ==, kinds[i]);
      g_assert_cmpuint (row->line, ==, lines[i]);
      g_assert_cmpuint (g_strv_length (row->cells), ==, 2);
    }
  g_assert_cmpstr (((CapacityImportRow *) rows->pdata[2])->cells[1], ==, "a b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/guess/roles", test_roles);
  g_test_add_func ("/exchange/guess/many-services", test_many_services);
  g_test_add_func ("/exchange/guess/measures", test_measures);
  g_test_add_func ("/exchange/guess/decimal", test_decimal);
  g_test_add_func ("/exchange/guess/dates", test_dates);
  g_test_add_func ("/exchange/guess/serials", test_serials);
  g_test_add_func ("/exchange/guess/header", test_header);
  g_test_add_func ("/exchange/guess/quoted-delimiter", test_quoted_delimiter);
  g_test_add_func ("/exchange/guess/keep", test_keep);
  g_test_add_func ("/exchange/guess/chosen-first-row", test_chosen_first_row);
  g_test_add_func ("/exchange/guess/chosen-header", test_chosen_header);
  g_test_add_func ("/exchange/guess/chosen-filling", test_chosen_filling);
  g_test_add_func ("/exchange/guess/chosen-columns", test_chosen_columns);
  g_test_add_func ("/exchange/guess/service-name", test_service_name);
  g_test_add_func ("/exchange/guess/set-role", test_set_role);
  g_test_add_func ("/exchange/guess/preview", test_preview);
  return g_test_run ();
}
