/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-settings.h"

#include <string.h>

#define GROUP "import"
#define SERVICES "services"

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

static void
save_columns (const CapacityImportPlan *plan,
              GKeyFile                 *keys)
{
  g_autofree int *roles = g_new (int, plan->n_columns);
  g_autofree int *measures = g_new (int, plan->n_columns);
  g_autofree int *reasons = g_new (int, plan->n_columns);

  for (guint i = 0; i < plan->n_columns; i++)
    {
      roles[i] = (int) plan->columns[i].role;
      measures[i] = (int) plan->columns[i].measure;
      reasons[i] = (int) plan->columns[i].reason;
    }
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
 * @plan: how a file was read
 * @choices: (element-type utf8 utf8): what its services are called instead, see capacity_import_rename()
 *
 * Returns: (transfer full): the settings
 */
char *
capacity_import_settings_save (const CapacityImportPlan *plan,
                               GHashTable               *choices)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_integer (keys, GROUP, "layout", (int) plan->layout);
  g_key_file_set_integer (keys, GROUP, "period", (int) plan->period_kind);
  g_key_file_set_integer (keys, GROUP, "date-order", (int) plan->date_order);
  g_key_file_set_integer (keys, GROUP, "duplicates", (int) plan->duplicates);
  g_key_file_set_boolean (keys, GROUP, "skip-totals", plan->skip_totals);
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

static void
load_columns (GKeyFile           *keys,
              CapacityImportPlan *plan)
{
  gsize n_roles = 0, n_measures = 0, n_reasons = 0;
  g_autofree int *roles = g_key_file_get_integer_list (keys, GROUP, "roles", &n_roles, NULL);
  g_autofree int *measures = g_key_file_get_integer_list (keys, GROUP, "measures", &n_measures, NULL);
  g_autofree int *reasons = g_key_file_get_integer_list (keys, GROUP, "reasons", &n_reasons, NULL);

  /* Files with periods across grow by a column each month; what was guessed of them holds. */
  if (n_roles != plan->n_columns || n_measures != n_roles || n_reasons != n_roles)
    return;
  for (guint i = 0; i < plan->n_columns; i++)
    if (roles[i] >= 0 && roles[i] < CAPACITY_N_IMPORT_ROLES && measures[i] >= 0 && measures[i] < CAPACITY_N_MEASURES
        && reasons[i] >= 0 && reasons[i] < CAPACITY_N_IMPORT_REASONS)
      {
        plan->columns[i].role = (CapacityImportRole) roles[i];
        plan->columns[i].measure = (CapacityMeasure) measures[i];
        plan->columns[i].reason = (CapacityImportReason) reasons[i];
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

/**
 * capacity_import_settings_load:
 * @settings: what capacity_import_settings_save() made of an earlier file of the kind
 * @plan: how this file was guessed to be read
 * @choices: (element-type utf8 utf8): where to put what the services are called instead; it owns its texts
 *
 * Reads this file as the earlier one was.
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
  guint layout, period, date_order, duplicates;

  if (!g_key_file_load_from_data (keys, settings, strlen (settings), G_KEY_FILE_NONE, NULL)
      || !load_choice (keys, "layout", CAPACITY_N_IMPORT_LAYOUTS, &layout)
      || !load_choice (keys, "period", CAPACITY_N_PERIOD_KINDS, &period)
      || !load_choice (keys, "date-order", CAPACITY_N_IMPORT_DATE_ORDERS, &date_order)
      || !load_choice (keys, "duplicates", CAPACITY_IMPORT_DUPLICATES_SUM + 1, &duplicates))
    return FALSE;
  plan->layout = (CapacityImportLayout) layout;
  plan->period_kind = (CapacityPeriodKind) period;
  plan->date_order = (CapacityImportDateOrder) date_order;
  plan->date_order_is_certain = TRUE;
  plan->duplicates = (CapacityImportDuplicates) duplicates;
  plan->skip_totals = g_key_file_get_boolean (keys, GROUP, "skip-totals", NULL);
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

/**
 * capacity_import_settings_recall:
 * @portfolio: a portfolio
 * @file: a file
 * @plan: how it was guessed to be read; changed to how the last of its kind was
 * @choices: (element-type utf8 utf8): where to put what the services are called instead
 *
 * Returns: (nullable) (transfer none): how files of its kind are read; %NULL where there is nothing to recall
 */
const CapacityImportProfile *
capacity_import_settings_recall (const CapacityPortfolio  *portfolio,
                                 const CapacityImportFile *file,
                                 CapacityImportPlan       *plan,
                                 GHashTable               *choices)
{
  g_autofree char *fingerprint = capacity_import_settings_fingerprint (file, plan);
  const CapacityImportProfile *profile = capacity_import_settings_find (portfolio, fingerprint);

  return profile != NULL && capacity_import_settings_load (profile->settings, plan, choices) ? profile : NULL;
}
