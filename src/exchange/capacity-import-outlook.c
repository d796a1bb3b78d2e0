/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-outlook.h"

#include "capacity-import-settings.h"

static const char *const endings[] = { ".xlsx", ".xlsm", ".ods", ".csv", ".tsv", ".txt" };

/**
 * capacity_import_outlook_read:
 * @file: a file
 * @plan: how to read it
 * @choices: (element-type utf8 utf8): what its services are called instead, see capacity_import_rename()
 * @portfolio: where it would go
 * @progress: (nullable) (scope call): told now and then how much is read, in the calling thread
 * @progress_data: for @progress
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Reads a file, see capacity_import_read(), and finds out what it would bring. Nothing is kept anywhere.
 *
 * Returns: (transfer full): the outlook, or %NULL
 */
CapacityImportOutlook *
capacity_import_outlook_read (const CapacityImportFile  *file,
                              const CapacityImportPlan  *plan,
                              GHashTable                *choices,
                              const CapacityPortfolio   *portfolio,
                              GFileProgressCallback      progress,
                              gpointer                   progress_data,
                              GCancellable              *cancellable,
                              GError                   **error)
{
  CapacityImportResult *result = capacity_import_read (file, plan, progress, progress_data, cancellable, error);
  g_autoptr (GHashTable) chosen = NULL;
  CapacityImportOutlook *self;

  if (result == NULL)
    return NULL;
  self = g_new0 (CapacityImportOutlook, 1);
  self->name = g_strdup (capacity_import_file_get_name (file));
  self->result = result;
  self->named = capacity_import_match (result->batch, portfolio);
  chosen = capacity_import_doubt (result, portfolio, choices);
  self->batch = capacity_import_rename (result->batch, chosen);
  for (guint i = 0; i < self->named->len; i++)
    {
      CapacityImportNamed *named = self->named->pdata[i];

      named->is_doubtful = g_strcmp0 (g_hash_table_lookup (chosen, named->name), "") == 0
                            && !g_hash_table_contains (choices, named->name);
    }
  capacity_import_compare (&self->batch, 1, portfolio, &self->effect);

  return self;
}

/**
 * capacity_import_outlook_compare:
 * @outlooks: (element-type CapacityImportOutlook): files that would be imported in one step, one after the other
 * @portfolio: where they would go
 *
 * Finds out anew what each of several files would bring after those before it.
 */
void
capacity_import_outlook_compare (GPtrArray               *outlooks,
                                 const CapacityPortfolio *portfolio)
{
  g_autoptr (GPtrArray) batches = g_ptr_array_new ();
  g_autofree CapacityImportEffect *effects = g_new (CapacityImportEffect, outlooks->len);
  guint n = 0;

  for (guint i = 0; i < outlooks->len; i++)
    if (((CapacityImportOutlook *) outlooks->pdata[i])->batch != NULL)
      g_ptr_array_add (batches, ((CapacityImportOutlook *) outlooks->pdata[i])->batch);
  capacity_import_compare ((CapacityBatch *const *) batches->pdata, batches->len, portfolio, effects);
  for (guint i = 0; i < outlooks->len; i++)
    if (((CapacityImportOutlook *) outlooks->pdata[i])->batch != NULL)
      ((CapacityImportOutlook *) outlooks->pdata[i])->effect = effects[n++];
}

/* The table of a sheet of that name. */
static gboolean
find_sheet (const CapacityImportFile  *file,
            const char                *sheet,
            CapacityImportPlan        *plan,
            GError                   **error)
{
  for (guint i = 0; i < capacity_import_file_get_n_tables (file); i++)
    if (g_strcmp0 (capacity_import_file_get_table (file, i)->sheet, sheet) == 0)
      {
        plan->table = i;
        return TRUE;
      }
  g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_NO_SHEET, "%s", sheet);
  return FALSE;
}

/**
 * capacity_import_guess_sheet:
 * @file: a file
 * @sheet: (nullable): name of a sheet, or %NULL for the best table
 * @error: return location for an error
 *
 * Guesses how a file is to be read, see capacity_import_guess(); also fails with
 * %CAPACITY_EXCHANGE_ERROR_NO_SHEET.
 *
 * Returns: (transfer full): the plan, or %NULL
 */
CapacityImportPlan *
capacity_import_guess_sheet (const CapacityImportFile  *file,
                             const char                *sheet,
                             GError                   **error)
{
  g_autoptr (CapacityImportPlan) earlier = NULL;

  if (sheet == NULL)
    return capacity_import_guess (file, NULL, CAPACITY_IMPORT_KEEP_NOTHING, error);
  earlier = capacity_import_plan_new (0);
  return find_sheet (file, sheet, earlier, error)
           ? capacity_import_guess (file, earlier, CAPACITY_IMPORT_KEEP_TABLE, error) : NULL;
}

static CapacityImportOutlook *
open_and_read (GFile                    *file,
               const CapacityPortfolio  *portfolio,
               GCancellable             *cancellable,
               GError                  **error)
{
  g_autoptr (CapacityImportFile) opened = capacity_import_file_open (file, cancellable, error);
  g_autoptr (CapacityImportPlan) guess = NULL;
  g_autoptr (CapacityImportPlan) recalled = NULL;
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (opened != NULL)
    guess = capacity_import_guess (opened, NULL, CAPACITY_IMPORT_KEEP_NOTHING, error);
  if (guess == NULL)
    return NULL;
  recalled = capacity_import_settings_recall (portfolio, opened, guess, choices);
  return capacity_import_outlook_read (opened, recalled != NULL ? recalled : guess, choices, portfolio, NULL, NULL,
                                       cancellable, error);
}

/**
 * capacity_import_outlook_open:
 * @file: a file of volumes
 * @portfolio: where it would go; files of a kind that it remembers are read as the last of them was
 * @cancellable: (nullable): to stop
 *
 * Opens, guesses and reads a file without asking anything.
 *
 * Returns: (transfer full): the outlook, with the reason where the file cannot be imported
 */
CapacityImportOutlook *
capacity_import_outlook_open (GFile                   *file,
                              const CapacityPortfolio *portfolio,
                              GCancellable            *cancellable)
{
  g_autoptr (GError) error = NULL;
  CapacityImportOutlook *self = open_and_read (file, portfolio, cancellable, &error);

  if (self != NULL)
    return self;
  self = g_new0 (CapacityImportOutlook, 1);
  self->name = g_file_get_basename (file);
  self->error = g_steal_pointer (&error);

  return self;
}

/**
 * capacity_import_outlook_free:
 * @self: (transfer full): an outlook
 */
void
capacity_import_outlook_free (CapacityImportOutlook *self)
{
  g_free (self->name);
  g_clear_error (&self->error);
  g_clear_pointer (&self->result, capacity_import_result_free);
  g_clear_pointer (&self->batch, capacity_batch_unref);
  g_clear_pointer (&self->named, g_ptr_array_unref);
  g_free (self);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *name = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *other = g_file_get_basename (*(GFile *const *) b);

  return g_utf8_collate (name, other);
}

static gboolean
is_table (GFileInfo *info)
{
  g_autofree char *name = g_ascii_strdown (g_file_info_get_name (info), -1);

  /* Programs leave such a file beside one that is open. */
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR || name[0] == '.' || name[0] == '~')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (name, endings[i]))
      return TRUE;
  return FALSE;
}

/**
 * capacity_import_list_files:
 * @file: a file or folder
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Lists the tables that lie in a folder, not those in folders inside. The error is
 * %CAPACITY_EXCHANGE_ERROR_EMPTY_FOLDER where there are none.
 *
 * Returns: (transfer full) (element-type GFile): the files by name; @file alone if it is no folder
 */
GPtrArray *
capacity_import_list_files (GFile         *file,
                            GCancellable  *cancellable,
                            GError       **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GFileInfo *info;
  GFile *child;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, cancellable) != G_FILE_TYPE_DIRECTORY)
    {
      g_ptr_array_add (files, g_object_ref (file));
      return g_steal_pointer (&files);
    }
  enumerator = g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                          G_FILE_QUERY_INFO_NONE, cancellable, error);
  if (enumerator == NULL)
    return NULL;
  while (g_file_enumerator_iterate (enumerator, &info, &child, cancellable, error) && info != NULL)
    if (is_table (info))
      g_ptr_array_add (files, g_object_ref (child));
  if (error != NULL && *error != NULL)
    return NULL;
  g_ptr_array_sort (files, compare_names);
  if (files->len > 0)
    return g_steal_pointer (&files);
  g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_EMPTY_FOLDER, "No tables");
  return NULL;
}
