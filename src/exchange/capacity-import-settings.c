/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-settings.h"

#include <string.h>

#define GROUP "import"
#define SERVICES "services"

static const char delimiters[] = { ';', ',', '\t', '|' };

/* Adds the letters of a text: numbers, such as the month in the name of a file, change from one file to the
 * next. */
static void
add_letters (GChecksum  *checksum,
             const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_checksum_update (checksum, (const guchar *) p, g_utf8_next_char (p) - p);
  g_checksum_update (checksum, (const guchar *) "\037", 1);
}

static gboolean
is_period_of_column (const CapacityImportPlan *plan,
                     guint                     column)
{
  return plan->layout == CAPACITY_IMPORT_LAYOUT_PERIODS_ACROSS
         && plan->columns[column].role == CAPACITY_IMPORT_ROLE_VALUE;
}

/**
 * capacity_import_settings_fingerprint:
 * @file: a file
 * @guess: how it was guessed to be read
 *
 * Tells files of one kind: those with the same columns, and where they do not name a service, with the same
 * letters in their names. The months of a table with periods across are left out, for the next file has others.
 *
 * Returns: (transfer full): what files of the kind have in common
 */
char *
capacity_import_settings_fingerprint (const CapacityImportFile *file,
                                      const CapacityImportPlan *guess)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 layout = (guint8) guess->layout;

  g_checksum_update (checksum, &layout, 1);
  for (guint i = 0; i < guess->n_columns; i++)
    if (!is_period_of_column (guess, i))
      add_letters (checksum, guess->columns[i].name);
  if (capacity_import_plan_needs_service (guess) || guess->n_header_rows == 0)
    add_letters (checksum, capacity_import_file_get_name (file));
  return g_strdup (g_checksum_get_string (checksum));
}

/* How the file's form is recognised anew each time holds, unless it is recognised as it was when a person corrected it:
 * a correction is kept beside what it corrects. */
static void
save_correction (GKeyFile   *keys,
                 const char *name,
                 int         guessed,
                 int         corrected)
{
  int both[] = { guessed, corrected };

  if (guessed != corrected)
    g_key_file_set_integer_list (keys, GROUP, name, both, G_N_ELEMENTS (both));
}

/* What @guessed is to be instead. */
static int
load_correction (GKeyFile   *keys,
                 const char *name,
                 int         guessed)
{
  gsize n = 0;
  g_autofree int *both = g_key_file_get_integer_list (keys, GROUP, name, &n, NULL);

  return n == 2 && both[0] == guessed ? both[1] : guessed;
}

/* Where the header is, likewise: what was guessed and what it is, in rows before it and rows of it. */
static void
save_header (GKeyFile                 *keys,
             const CapacityImportPlan *guess,
             const CapacityImportPlan *plan)
{
  int both[] = { (int) guess->n_title_rows, (int) guess->n_header_rows, (int) plan->n_title_rows,
                 (int) plan->n_header_rows };

  if (both[0] != both[2] || both[1] != both[3])
    g_key_file_set_integer_list (keys, GROUP, "header", both, G_N_ELEMENTS (both));
}

/* Returns whether a person has said where the header is. */
static gboolean
load_header (GKeyFile                 *keys,
             const CapacityImportPlan *guess,
             CapacityImportPlan       *plan)
{
  gsize n = 0;
  g_autofree int *both = g_key_file_get_integer_list (keys, GROUP, "header", &n, NULL);

  if (n != 4 || both[0] != (int) guess->n_title_rows || both[1] != (int) guess->n_header_rows
      || both[2] < 0 || both[2] > CAPACITY_IMPORT_MAX_TITLE_ROWS
      || both[3] < 0 || both[3] > CAPACITY_IMPORT_MAX_HEADER_ROWS)
    return FALSE;
  plan->n_title_rows = (guint) both[2];
  plan->n_header_rows = (guint) both[3];

  return TRUE;
}

static void
save_columns (const CapacityImportPlan *plan,
              GKeyFile                 *keys)
{
  g_autofree int *roles = g_new (int, plan->n_columns);
  g_autofree int *measures = g_new (int, plan->n_columns);
  g_autofree int *reasons = g_new (int, plan->n_columns);
  g_autofree const char **names = g_new (const char *, plan->n_columns);

  for (guint i = 0; i < plan->n_columns; i++)
    {
      names[i] = plan->columns[i].name;
      roles[i] = (int) plan->columns[i].role;
      measures[i] = (int) plan->columns[i].measure;
      reasons[i] = (int) plan->columns[i].reason;
    }
  g_key_file_set_string_list (keys, GROUP, "names", names, plan->n_columns);
  g_key_file_set_integer_list (keys, GROUP, "roles", roles, plan->n_columns);
  g_key_file_set_integer_list (keys, GROUP, "measures", measures, plan->n_columns);
  g_key_file_set_integer_list (keys, GROUP, "reasons", reasons, plan->n_columns);
}

static void
save_choices (GHashTable *choices,
              GKeyFile   *keys)
{
  g_autoptr (GPtrArray) names = g_hash_table_get_keys_as_ptr_array (choices);
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();

  g_ptr_array_sort_values (names, (GCompareFunc) strcmp);
  for (guint i = 0; i < names->len; i++)
    g_ptr_array_add (targets, g_hash_table_lookup (choices, names->pdata[i]));
  g_key_file_set_string_list (keys, SERVICES, "names", (const char *const *) names->pdata, names->len);
  g_key_file_set_string_list (keys, SERVICES, "targets", (const char *const *) targets->pdata, targets->len);
}

/**
 * capacity_import_settings_save:
 * @guess: how a file was guessed to be read at first
 * @plan: how it was read
 * @choices: (element-type utf8 utf8): what its services are called instead, see capacity_import_rename()
 *
 * Returns: (transfer full): the settings
 */
char *
capacity_import_settings_save (const CapacityImportPlan *guess,
                               const CapacityImportPlan *plan,
                               GHashTable               *choices)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_integer (keys, GROUP, "layout", (int) plan->layout);
  g_key_file_set_integer (keys, GROUP, "period", (int) plan->period_kind);
  if (plan->date_order_is_certain)
    g_key_file_set_integer (keys, GROUP, "date-order", (int) plan->date_order);
  if (plan->decimal_is_shown)
    g_key_file_set_integer (keys, GROUP, "decimal", plan->decimal);
  save_correction (keys, "encoding", (int) guess->encoding, (int) plan->encoding);
  save_correction (keys, "delimiter", guess->delimiter, plan->delimiter);
  save_header (keys, guess, plan);
  if (capacity_import_plan_needs_year (plan))
    save_correction (keys, "year", guess->year, plan->year);
  g_key_file_set_integer (keys, GROUP, "duplicates", (int) plan->duplicates);
  g_key_file_set_boolean (keys, GROUP, "skip-totals", plan->skip_totals);
  if (plan->fill_down_is_chosen)
    g_key_file_set_boolean (keys, GROUP, "fill-down", plan->fill_down);
  if (capacity_import_plan_needs_service (plan) && plan->service != NULL)
    g_key_file_set_string (keys, GROUP, "service", plan->service);
  save_columns (plan, keys);
  save_choices (choices, keys);

  return g_key_file_to_data (keys, NULL, NULL);
}

/* Reads a number that must be below @n; leaves @value alone otherwise. */
static gboolean
load_choice (GKeyFile   *keys,
             const char *name,
             int         n,
             guint      *value)
{
  g_autoptr (GError) error = NULL;
  int found = g_key_file_get_integer (keys, GROUP, name, &error);

  if (error != NULL || found < 0 || found >= n)
    return FALSE;
  *value = (guint) found;
  return TRUE;
}

/* The columns as they were, one list for each of their members. */
typedef struct
{
  char **names;
  int   *roles;
  int   *measures;
  int   *reasons;
  gsize  n;
} Columns;

static void
columns_clear (Columns *self)
{
  g_strfreev (self->names);
  g_free (self->roles);
  g_free (self->measures);
  g_free (self->reasons);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Columns, columns_clear)

/* Reads the lists; there are none of them where they do not fit each other. */
static void
columns_load (Columns  *self,
              GKeyFile *keys)
{
  gsize n_names = 0, n_measures = 0, n_reasons = 0;

  self->names = g_key_file_get_string_list (keys, GROUP, "names", &n_names, NULL);
  self->roles = g_key_file_get_integer_list (keys, GROUP, "roles", &self->n, NULL);
  self->measures = g_key_file_get_integer_list (keys, GROUP, "measures", &n_measures, NULL);
  self->reasons = g_key_file_get_integer_list (keys, GROUP, "reasons", &n_reasons, NULL);
  if (n_measures != self->n || n_reasons != self->n)
    self->n = 0;
  if (n_names != self->n)
    g_clear_pointer (&self->names, g_strfreev);
}

/* The column of that name from @first on; @n where there is none. */
static gsize
columns_find (const Columns *self,
              const char    *name,
              gsize          first)
{
  for (gsize i = first; i < self->n; i++)
    if (g_str_equal (self->names[i], name))
      return i;
  return self->n;
}

/* The last column of volumes; @n where there is none. */
static gsize
columns_find_value (const Columns *self)
{
  for (gsize i = self->n; i > 0; i--)
    if (self->roles[i - 1] == CAPACITY_IMPORT_ROLE_VALUE)
      return i - 1;
  return self->n;
}

static void
columns_give (const Columns        *self,
              gsize                 index,
              CapacityImportColumn *column)
{
  if (index >= self->n || self->roles[index] < 0 || self->roles[index] >= CAPACITY_N_IMPORT_ROLES
      || self->measures[index] < 0 || self->measures[index] >= CAPACITY_N_MEASURES
      || self->reasons[index] < 0 || self->reasons[index] >= CAPACITY_N_IMPORT_REASONS)
    return;
  column->is_chosen |= self->roles[index] != (int) column->role || self->measures[index] != (int) column->measure;
  column->role = (CapacityImportRole) self->roles[index];
  column->measure = (CapacityMeasure) self->measures[index];
  column->reason = (CapacityImportReason) self->reasons[index];
}

/* A table with periods across grows by a column each month: then the columns are known by their names, which come in
 * the same order, and the new month counts what the last one did. */
static void
load_columns (GKeyFile           *keys,
              CapacityImportPlan *plan)
{
  g_auto (Columns) columns = { NULL };
  gsize next = 0;

  columns_load (&columns, keys);
  for (guint i = 0; i < plan->n_columns && columns.n == plan->n_columns; i++)
    columns_give (&columns, i, &plan->columns[i]);
  if (columns.names == NULL || columns.n == plan->n_columns)
    return;
  for (guint i = 0; i < plan->n_columns; i++)
    {
      gsize found = columns_find (&columns, plan->columns[i].name, next);

      if (found < columns.n)
        next = found + 1;
      else if (is_period_of_column (plan, i))
        found = columns_find_value (&columns);
      columns_give (&columns, found, &plan->columns[i]);
    }
}

static void
load_choices (GKeyFile   *keys,
              GHashTable *choices)
{
  gsize n_names = 0, n_targets = 0;
  g_auto (GStrv) names = g_key_file_get_string_list (keys, SERVICES, "names", &n_names, NULL);
  g_auto (GStrv) targets = g_key_file_get_string_list (keys, SERVICES, "targets", &n_targets, NULL);

  g_hash_table_remove_all (choices);
  for (gsize i = 0; i < MIN (n_names, n_targets); i++)
    g_hash_table_insert (choices, g_strdup (names[i]), g_strdup (targets[i]));
}

/* What this file does not show itself is as it was in the earlier one. */
static void
load_signs (GKeyFile           *keys,
            CapacityImportPlan *plan)
{
  guint date_order;
  int decimal = g_key_file_get_integer (keys, GROUP, "decimal", NULL);
  int year = load_correction (keys, "year", plan->year);

  if (!plan->date_order_is_certain && plan->date_order != CAPACITY_IMPORT_DATE_ORDER_SERIAL
      && load_choice (keys, "date-order", CAPACITY_N_IMPORT_DATE_ORDERS, &date_order))
    {
      plan->date_order = (CapacityImportDateOrder) date_order;
      plan->date_order_is_certain = TRUE;
    }
  if (!plan->decimal_is_shown && (decimal == ',' || decimal == '.'))
    {
      plan->decimal = (char) decimal;
      plan->decimal_is_shown = TRUE;
      plan->decimal_is_certain = TRUE;
    }
  if (year >= CAPACITY_YEAR_MIN && year <= CAPACITY_YEAR_MAX)
    plan->year = year;
}

/**
 * capacity_import_settings_load:
 * @settings: what capacity_import_settings_save() made of an earlier file of the kind
 * @plan: how this file was guessed to be read
 * @choices: (element-type utf8 utf8): where to put what the services are called instead; it owns its texts
 *
 * Reads this file as the earlier one was, but with the encoding and delimiter that its columns were found with.
 *
 * Returns: whether the settings could be read; nothing is changed if not
 */
gboolean
capacity_import_settings_load (const char         *settings,
                               CapacityImportPlan *plan,
                               GHashTable         *choices)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *service = NULL;
  guint layout, period, duplicates;

  if (!g_key_file_load_from_data (keys, settings, strlen (settings), G_KEY_FILE_NONE, NULL)
      || !load_choice (keys, "layout", CAPACITY_N_IMPORT_LAYOUTS, &layout)
      || !load_choice (keys, "period", CAPACITY_N_PERIOD_KINDS, &period)
      || !load_choice (keys, "duplicates", CAPACITY_IMPORT_DUPLICATES_SUM + 1, &duplicates))
    return FALSE;
  plan->layout = (CapacityImportLayout) layout;
  plan->period_kind = (CapacityPeriodKind) period;
  plan->duplicates = (CapacityImportDuplicates) duplicates;
  plan->skip_totals = g_key_file_get_boolean (keys, GROUP, "skip-totals", NULL);
  if (g_key_file_has_key (keys, GROUP, "fill-down", NULL))
    {
      plan->fill_down = g_key_file_get_boolean (keys, GROUP, "fill-down", NULL);
      plan->fill_down_is_chosen = TRUE;
    }
  load_signs (keys, plan);
  service = g_key_file_get_string (keys, GROUP, "service", NULL);
  if (service != NULL)
    capacity_import_plan_set_service (plan, service);
  load_columns (keys, plan);
  load_choices (keys, choices);
  return TRUE;
}

/**
 * capacity_import_settings_find:
 * @portfolio: a portfolio
 * @fingerprint: what files of a kind have in common
 *
 * Returns: (nullable) (transfer none): how files of the kind are read
 */
const CapacityImportProfile *
capacity_import_settings_find (const CapacityPortfolio *portfolio,
                               const char              *fingerprint)
{
  for (guint i = 0; i < portfolio->profiles->len; i++)
    if (g_str_equal (((CapacityImportProfile *) portfolio->profiles->pdata[i])->fingerprint, fingerprint))
      return portfolio->profiles->pdata[i];
  return NULL;
}

/* Guesses anew where the file was guessed to have a form that a person corrected in the earlier one. */
static CapacityImportPlan *
guess_form (const CapacityImportFile *file,
            const CapacityImportPlan *guess,
            GKeyFile                 *keys)
{
  CapacityImportKeep keep = CAPACITY_IMPORT_KEEP_TABLE | CAPACITY_IMPORT_KEEP_ENCODING | CAPACITY_IMPORT_KEEP_DELIMITER;
  g_autoptr (CapacityImportPlan) plan = capacity_import_plan_copy (guess);
  g_autoptr (CapacityImportPlan) corrected = NULL;
  guint layout;
  int encoding = load_correction (keys, "encoding", (int) guess->encoding);
  int delimiter = load_correction (keys, "delimiter", guess->delimiter);

  if (encoding >= 0 && encoding < CAPACITY_N_IMPORT_ENCODINGS)
    plan->encoding = (CapacityImportEncoding) encoding;
  if (memchr (delimiters, delimiter, sizeof delimiters) != NULL)
    plan->delimiter = (char) delimiter;
  if (load_header (keys, guess, plan))
    keep |= CAPACITY_IMPORT_KEEP_HEADER;
  if (plan->encoding != guess->encoding || plan->delimiter != guess->delimiter || (keep & CAPACITY_IMPORT_KEEP_HEADER))
    {
      corrected = capacity_import_guess (file, plan, keep, NULL);
      if (corrected == NULL)
        return NULL;
      g_clear_pointer (&plan, capacity_import_plan_free);
      plan = g_steal_pointer (&corrected);
    }
  if (!load_choice (keys, "layout", CAPACITY_N_IMPORT_LAYOUTS, &layout) || layout == plan->layout)
    return g_steal_pointer (&plan);
  plan->layout = (CapacityImportLayout) layout;
  return capacity_import_guess (file, plan, keep | CAPACITY_IMPORT_KEEP_HEADER | CAPACITY_IMPORT_KEEP_LAYOUT, NULL);
}

/**
 * capacity_import_settings_recall:
 * @portfolio: a portfolio
 * @file: a file
 * @guess: how it was guessed to be read
 * @choices: (element-type utf8 utf8): where to put what the services are called instead
 *
 * Returns: (nullable) (transfer full): how it is read as the last of its kind was; %NULL where there is nothing to recall
 */
CapacityImportPlan *
capacity_import_settings_recall (const CapacityPortfolio  *portfolio,
                                 const CapacityImportFile *file,
                                 const CapacityImportPlan *guess,
                                 GHashTable               *choices)
{
  g_autofree char *fingerprint = capacity_import_settings_fingerprint (file, guess);
  const CapacityImportProfile *profile = capacity_import_settings_find (portfolio, fingerprint);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autoptr (CapacityImportPlan) plan = NULL;

  if (profile == NULL
      || !g_key_file_load_from_data (keys, profile->settings, strlen (profile->settings), G_KEY_FILE_NONE, NULL))
    return NULL;
  plan = guess_form (file, guess, keys);
  if (plan == NULL || !capacity_import_settings_load (profile->settings, plan, choices))
    return NULL;
  return g_steal_pointer (&plan);
}
