/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-changes-job.h"

#include <glib/gi18n.h>

#include "capacity-detail-words.h"
#include "capacity-store-backups.h"
#include "capacity-store-changes.h"
#include "capacity-store-words.h"

/* Changes to and from colleagues, without a window. */

static void
say (char *sentence)
{
  g_printerr ("%s\n", sentence);
  g_free (sentence);
}

static gboolean
failed (const GError *error,
        const char   *path)
{
  say (capacity_store_words_error (error, path));

  return FALSE;
}

static CapacityStore *
open_portfolio (const char         *path,
                CapacityStoreFlags  flags)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = capacity_store_open (store, path, flags, NULL, &error);

  if (outcome != NULL)
    return g_steal_pointer (&store);
  failed (error, path);

  return NULL;
}

/**
 * capacity_changes_job_export:
 * @portfolio: path of the portfolio
 * @since: the day from which on changes are taken
 * @path: where to; nothing must be there
 *
 * Writes a file of changes for a colleague; how that went is said on stderr.
 *
 * Returns: whether the file is there
 */
gboolean
capacity_changes_job_export (const char   *portfolio,
                             CapacityDate  since,
                             const char   *path)
{
  g_autoptr (CapacityStore) store = open_portfolio (portfolio, CAPACITY_STORE_READ_ONLY);
  g_autoptr (GError) error = NULL;
  gboolean is_written;

  if (store == NULL)
    return FALSE;
  is_written = capacity_store_export_changes (store, capacity_date_midnight (since), path, NULL, &error);
  capacity_store_close (store, NULL);
  if (is_written)
    say (g_strdup_printf (_("Changes written to %s."), path));
  else if (g_error_matches (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOTHING))
    say (g_strdup (_("Nothing was changed since then.")));
  else
    failed (error, path);

  return is_written;
}

static void
say_conflicts (const CapacityMerge *merge)
{
  for (guint i = 0; i < merge->conflicts->len; i++)
    {
      const CapacityConflict *conflict = merge->conflicts->pdata[i];

      for (guint k = 0; k < conflict->details->len; k++)
        {
          const CapacityDetail *detail = conflict->details->pdata[k];
          g_autofree char *field = capacity_detail_words_field (detail);
          g_autofree char *theirs = capacity_detail_words_after (detail);

          /* Translators: a service, a field of it, and what a colleague says of it */
          if (field != NULL)
            say (g_strdup_printf (_("%s, %s: kept as it is here; theirs is %s"),
                                  detail->subject != NULL ? detail->subject : "–", field, theirs));
        }
    }
}

static gboolean
apply (CapacityStore *store,
       const char    *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityMerge) merge = capacity_store_preview_changes (store, path, NULL, &error);
  g_autoptr (CapacityOutcome) outcome = NULL;

  if (merge != NULL)
    outcome = capacity_store_merge (store, path, NULL, NULL, &error);
  if (outcome == NULL)
    return failed (error, path);
  say_conflicts (merge);
  if (outcome->action != NULL)
    say (capacity_store_words_done (outcome->action));
  else
    say (g_strdup (_("Everything in this file is here already.")));
  if (!capacity_store_back_up (store, NULL, &error))
    say (g_strdup_printf (_("No backup was made: %s"), error->message));

  return TRUE;
}

/**
 * capacity_changes_job_apply:
 * @portfolio: path of the portfolio
 * @path: a file of changes
 *
 * Applies a colleague's changes, and keeps what is here where both changed the same; what was done is said on
 * stderr.
 *
 * Returns: whether they were applied
 */
gboolean
capacity_changes_job_apply (const char *portfolio,
                            const char *path)
{
  g_autoptr (CapacityStore) store = open_portfolio (portfolio, CAPACITY_STORE_OPEN_EXISTING);
  gboolean is_applied = store != NULL && apply (store, path);

  if (store != NULL)
    capacity_store_close (store, NULL);

  return is_applied;
}
