/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-match.h"

#include <math.h>
#include <string.h>

#define JOINT " · "

static void
named_free (gpointer data)
{
  CapacityImportNamed *named = data;

  g_free (named->name);
  g_clear_pointer (&named->service, capacity_service_unref);
  g_free (named);
}

static void
add_name (GHashTable      *names,
          const char      *text,
          CapacityService *service)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  if (folded != NULL && !g_hash_table_contains (names, folded))
    g_hash_table_insert (names, g_steal_pointer (&folded), service);
}

/* The services of a portfolio by what a file may call them; a code goes before a name. */
static GHashTable *
index_services (const CapacityPortfolio *portfolio)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < portfolio->services->len; i++)
    add_name (names, ((CapacityService *) portfolio->services->pdata[i])->code, portfolio->services->pdata[i]);
  for (guint i = 0; i < portfolio->services->len; i++)
    add_name (names, ((CapacityService *) portfolio->services->pdata[i])->name, portfolio->services->pdata[i]);

  return names;
}

static CapacityService *
find_service (GHashTable *names,
              const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  return g_hash_table_lookup (names, folded);
}

/* The service that a text means, or that all texts mean of which it is joined; none where they mean several. */
static CapacityService *
find_joined (GHashTable *names,
             const char *text,
             gboolean   *is_doubtful)
{
  g_auto (GStrv) parts = g_strsplit (text, JOINT, -1);
  CapacityService *found = find_service (names, text);

  *is_doubtful = FALSE;
  if (found != NULL)
    return found;
  for (guint i = 0; parts[i] != NULL; i++)
    {
      CapacityService *service = find_service (names, parts[i]);

      if (service == NULL)
        {
          *is_doubtful = FALSE;
          return NULL;
        }
      *is_doubtful |= found != NULL && found != service;
      found = service;
    }
  return *is_doubtful ? NULL : found;
}

/**
 * Finder:
 * @names: the services of the portfolio, see index_services()
 * @claimed: (element-type utf8): the folded codes that the file has itself
 *
 * Finds the services that a file means.
 */
typedef struct
{
  GHashTable *names;
  GHashTable *claimed;
} Finder;

static void
finder_clear (Finder *finder)
{
  g_clear_pointer (&finder->names, g_hash_table_unref);
  g_clear_pointer (&finder->claimed, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Finder, finder_clear)

static void
finder_init (Finder                  *finder,
             const CapacityBatch     *batch,
             const CapacityPortfolio *portfolio)
{
  finder->names = index_services (portfolio);
  finder->claimed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < batch->series->len; i++)
    {
      const CapacityBatchSeries *series = batch->series->pdata[i];

      if (series->code != NULL)
        g_hash_table_add (finder->claimed, g_utf8_casefold (series->code, -1));
    }
}

static gboolean
is_claimed (const Finder          *finder,
            const CapacityService *service)
{
  g_autofree char *folded = service->code != NULL ? g_utf8_casefold (service->code, -1) : NULL;

  return folded != NULL && g_hash_table_contains (finder->claimed, folded);
}

/* The service that a code and a name mean; none where they mean two, or where another code of the file means the service of
 * that name. */
static CapacityService *
find_meant (const Finder *finder,
            const char   *code,
            const char   *name,
            gboolean     *is_doubtful)
{
  CapacityService *named = find_joined (finder->names, name, is_doubtful);
  CapacityService *coded = code != NULL ? find_service (finder->names, code) : NULL;

  if (*is_doubtful)
    return NULL;
  *is_doubtful = named != NULL && code != NULL && named != coded && (coded != NULL || is_claimed (finder, named));
  if (*is_doubtful)
    return NULL;

  return coded != NULL ? coded : named;
}

/**
 * capacity_import_match:
 * @batch: what a file has
 * @portfolio: where it goes
 *
 * Finds the services of the portfolio that a file means, as the import will find them.
 *
 * Returns: (transfer full) (element-type CapacityImportNamed): each service of the file once, in its order
 */
GPtrArray *
capacity_import_match (const CapacityBatch     *batch,
                       const CapacityPortfolio *portfolio)
{
  g_auto (Finder) finder = { NULL, NULL };
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *found = g_ptr_array_new_with_free_func (named_free);

  finder_init (&finder, batch, portfolio);
  for (guint i = 0; i < batch->series->len; i++)
    {
      const CapacityBatchSeries *series = batch->series->pdata[i];
      g_autofree char *name = capacity_batch_series_dup_name (series);
      CapacityImportNamed *named = g_hash_table_lookup (known, name);

      if (named == NULL)
        {
          gboolean is_doubtful;
          CapacityService *service = find_meant (&finder, series->code, series->service, &is_doubtful);

          named = g_new0 (CapacityImportNamed, 1);
          named->name = g_steal_pointer (&name);
          named->service = service != NULL ? capacity_service_ref (service) : NULL;
          g_hash_table_insert (known, named->name, named);
          g_ptr_array_add (found, named);
        }
      named->n_series++;
    }
  return found;
}

/* The codes of the file by all that it calls their services. */
static GHashTable *
index_codes (const CapacityBatch *batch)
{
  GHashTable *codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < batch->series->len; i++)
    {
      const CapacityBatchSeries *series = batch->series->pdata[i];

      g_hash_table_insert (codes, capacity_batch_series_dup_name (series), series->code);
    }

  return codes;
}

/* What is called by code and name, without the code. */
static const char *
skip_code (const char *text,
           const char *code)
{
  gsize length = code != NULL ? strlen (code) : 0;

  return code != NULL && g_str_has_prefix (text, code) && g_str_has_prefix (text + length, JOINT)
           ? text + length + strlen (JOINT) : text;
}

/**
 * capacity_import_doubt:
 * @result: what a file has; it gets a problem for each doubt, before the others
 * @portfolio: where it goes
 * @choices: (element-type utf8 utf8): what to call its services instead, see capacity_import_rename()
 *
 * Looks at the services that several cells of a row name, as by code and name. Where these are one service of the
 * portfolio it is meant; where they are two, the service is left out unless a person has chosen what is meant.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the choices, and what to call those services instead
 */
GHashTable *
capacity_import_doubt (CapacityImportResult    *result,
                       const CapacityPortfolio *portfolio,
                       GHashTable              *choices)
{
  g_auto (Finder) finder = { NULL, NULL };
  g_autoptr (GHashTable) codes = index_codes (result->batch);
  GHashTable *chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, choice;

  finder_init (&finder, result->batch, portfolio);
  for (guint i = result->besides->len; i > 0; i--)
    {
      const CapacityImportProblem *beside = result->besides->pdata[i - 1];
      const char *code = g_hash_table_lookup (codes, beside->service);
      gboolean is_doubtful;
      const CapacityService *service = find_meant (&finder, code, skip_code (beside->text, code), &is_doubtful);

      if (g_hash_table_contains (choices, beside->service))
        continue;
      if (is_doubtful)
        {
          g_hash_table_insert (chosen, g_strdup (beside->service), g_strdup (""));
          g_ptr_array_insert (result->problems, 0, g_ptr_array_steal_index (result->besides, i - 1));
          result->n_problems++;
        }
      else if (service != NULL && find_service (finder.names, beside->service) == NULL)
        {
          g_hash_table_insert (chosen, g_strdup (beside->service),
                               g_strdup (service->code != NULL ? service->code : service->name));
        }
    }
  g_hash_table_iter_init (&iter, choices);
  while (g_hash_table_iter_next (&iter, &name, &choice))
    g_hash_table_insert (chosen, g_strdup (name), g_strdup (choice));

  return chosen;
}

/* What tells series apart. The size of letters does not, except in places. */
static char *
dup_key (const CapacityBatchSeries *series,
         const char                *service,
         const char                *code)
{
  g_autofree char *names = g_strjoin ("\037", code != NULL ? code : "", service,
                                      series->channel != NULL ? series->channel : "", NULL);
  g_autofree char *folded = g_utf8_casefold (names, -1);

  return g_strdup_printf ("%s\037%s\037%d\037%d\037%d", folded, series->site != NULL ? series->site : "", (int) series->kind,
                          (int) series->measure, (int) series->series->kind);
}

/* The values of both; in the periods of both their sum, or those of @b. */
static CapacitySeries *
join_series (const CapacitySeries *a,
             const CapacitySeries *b,
             gboolean              sum)
{
  int first = MIN (a->first, b->first);
  int end = MAX (a->first + (int) a->n, b->first + (int) b->n);
  g_autofree double *values = g_new (double, end - first);

  for (int i = first; i < end; i++)
    {
      double x = capacity_series_at (a, i);
      double y = capacity_series_at (b, i);

      values[i - first] = isnan (x) ? y : isnan (y) ? x : sum ? x + y : y;
    }
  return capacity_series_new (a->kind, first, values, (guint) (end - first));
}

static void
take (CapacityBatch             *renamed,
      GHashTable                *known,
      const CapacityBatchSeries *series,
      const char                *service,
      const char                *code)
{
  g_autofree char *key = dup_key (series, service, code);
  CapacityBatchSeries *before = g_hash_table_lookup (known, key);

  /* Two series of a file that go to one of the portfolio are parts of it. */
  if (before != NULL)
    {
      CapacitySeries *sum = join_series (before->series, series->series, TRUE);

      capacity_series_unref (before->series);
      before->series = sum;
      return;
    }
  before = capacity_batch_take_series (renamed, service, series->kind, series->channel, series->measure,
                                       capacity_series_ref (series->series));
  before->site = g_strdup (series->site);
  before->code = g_strdup (code);
  g_hash_table_insert (known, g_steal_pointer (&key), before);
}

/**
 * capacity_import_rename:
 * @batch: what a file has
 * @choices: (element-type utf8 utf8): what to call the services of the file instead; "" leaves one out
 *
 * Applies what a person has chosen for the services of a file.
 *
 * Returns: (transfer full): the batch to import; @batch itself where nothing was chosen
 */
CapacityBatch *
capacity_import_rename (CapacityBatch *batch,
                        GHashTable    *choices)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  CapacityBatch *renamed;

  if (g_hash_table_size (choices) == 0)
    return capacity_batch_ref (batch);
  renamed = capacity_batch_new (batch->source);
  renamed->n_rows = batch->n_rows;
  for (guint i = 0; i < batch->series->len; i++)
    {
      const CapacityBatchSeries *series = batch->series->pdata[i];
      g_autofree char *name = capacity_batch_series_dup_name (series);
      const char *chosen = g_hash_table_lookup (choices, name);

      if (chosen == NULL)
        take (renamed, known, series, series->service, series->code);
      else if (*chosen != '\0')
        take (renamed, known, series, chosen, NULL);
    }
  return renamed;
}

/* Whether two channels are one, as they are for the portfolio. */
static gboolean
is_same_channel (const char *a,
                 const char *b)
{
  g_autofree char *folded = g_utf8_casefold (a != NULL ? a : "", -1);
  g_autofree char *other = g_utf8_casefold (b != NULL ? b : "", -1);

  return g_str_equal (folded, other);
}

static const CapacitySeries *
find_kept (const CapacityService     *service,
           const CapacityBatchSeries *series)
{
  for (guint i = 0; i < service->volumes->len; i++)
    {
      const CapacityVolume *volume = service->volumes->pdata[i];

      if (volume->kind == series->kind && volume->measure == series->measure
          && volume->series->kind == series->series->kind && is_same_channel (volume->channel, series->channel)
          && g_strcmp0 (volume->site, series->site) == 0)
        return volume->series;
    }
  return NULL;
}

static double
value_at (const CapacitySeries *series,
          int                   period)
{
  return series != NULL ? capacity_series_at (series, period) : NAN;
}

static void
compare_series (const CapacitySeries *series,
                const CapacitySeries *kept,
                const CapacitySeries *earlier,
                CapacityImportEffect *effect)
{
  for (guint i = 0; i < series->n; i++)
    {
      int period = series->first + (int) i;
      double value = capacity_series_at (series, period);
      double of_import = value_at (earlier, period);
      double before = isnan (of_import) ? value_at (kept, period) : of_import;

      if (isnan (value))
        continue;
      if (isnan (before))
        effect->n_new++;
      else if (before == value)
        effect->n_same++;
      else
        effect->n_changed++;
      effect->n_contradicting += !isnan (of_import) && of_import != value;
    }
}

/**
 * Comparison:
 * @portfolio: where the files go
 * @services: (element-type utf8): the new services of the files so far
 * @series: (element-type utf8 CapacitySeries): what they bring, by what tells series apart
 *
 * Files that are compared one after the other.
 */
typedef struct
{
  const CapacityPortfolio *portfolio;
  GHashTable              *services;
  GHashTable              *series;
} Comparison;

/* What tells the service from others: the one that it is of the portfolio, or its code or name. */
static char *
dup_identity (const CapacityService     *service,
              const CapacityBatchSeries *series)
{
  if (service != NULL)
    return capacity_id_to_string (&service->id);

  return g_utf8_casefold (series->code != NULL ? series->code : series->service, -1);
}

static void
compare_batch (Comparison           *comparison,
               const CapacityBatch  *batch,
               CapacityImportEffect *effect)
{
  g_auto (Finder) finder = { NULL, NULL };
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  finder_init (&finder, batch, comparison->portfolio);
  for (guint i = 0; i < batch->series->len; i++)
    {
      const CapacityBatchSeries *series = batch->series->pdata[i];
      gboolean is_doubtful;
      const CapacityService *service = find_meant (&finder, series->code, series->service, &is_doubtful);
      g_autofree char *identity = dup_identity (service, series);
      g_autofree char *key = dup_key (series, identity, NULL);
      CapacitySeries *earlier = g_hash_table_lookup (comparison->series, key);
      CapacitySeries *joined = earlier != NULL ? join_series (earlier, series->series, FALSE)
                                               : capacity_series_ref (series->series);

      compare_series (series->series, service != NULL ? find_kept (service, series) : NULL, earlier, effect);
      g_hash_table_replace (comparison->series, g_steal_pointer (&key), joined);
      if (!g_hash_table_add (seen, g_strdup (identity)))
        continue;
      if (service == NULL && g_hash_table_add (comparison->services, g_steal_pointer (&identity)))
        effect->n_services_new++;
      else
        effect->n_services_known++;
    }
}

/**
 * capacity_import_compare:
 * @batches: (array length=n): what would be imported in one step, one after the other
 * @n: number of batches
 * @portfolio: where they would go
 * @effects: (array length=n) (out caller-allocates): what would come of each
 *
 * Counts what an import would change, also of what the batches before bring. Nothing is kept anywhere.
 */
void
capacity_import_compare (CapacityBatch *const    *batches,
                         guint                    n,
                         const CapacityPortfolio *portfolio,
                         CapacityImportEffect    *effects)
{
  g_autoptr (GHashTable) services = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) series = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                         (GDestroyNotify) capacity_series_unref);
  Comparison comparison = { portfolio, services, series };

  for (guint i = 0; i < n; i++)
    {
      effects[i] = (CapacityImportEffect) { 0 };
      compare_batch (&comparison, batches[i], &effects[i]);
    }
}
