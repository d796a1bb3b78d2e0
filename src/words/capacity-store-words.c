/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-store-words.h"

#include <glib/gi18n.h>

#include "capacity-format.h"
#include "capacity-store.h"

static const char *
verb_words (CapacityVerb  verb,
            const char   *subject)
{
  switch (verb)
    {
    case CAPACITY_VERB_SET_INSTITUTION:
      return _("Change the Institution");
    case CAPACITY_VERB_SET_MOVED_DAYS:
      return _("Change Moved Working Days");
    case CAPACITY_VERB_ADD_SERVICE:
    case CAPACITY_VERB_ADD_RESOURCE:
      return _("Add “%s”");
    case CAPACITY_VERB_SET_SERVICE:
    case CAPACITY_VERB_SET_RESOURCE:
      return _("Change “%s”");
    case CAPACITY_VERB_REMOVE_SERVICE:
    case CAPACITY_VERB_REMOVE_RESOURCE:
      return _("Delete “%s”");
    case CAPACITY_VERB_SET_LIMIT:
      return _("Change Capacity of “%s”");
    case CAPACITY_VERB_REMOVE_LIMIT:
      return _("Remove Capacity of “%s”");
    case CAPACITY_VERB_SET_NEED:
      return _("Change Needs of “%s”");
    case CAPACITY_VERB_REMOVE_NEED:
      return _("Remove a Need of “%s”");
    case CAPACITY_VERB_SET_VOLUME:
      return _("Change Volumes of “%s”");
    case CAPACITY_VERB_IMPORT:
      return _("Import “%s”");
    case CAPACITY_VERB_REVERT_IMPORT:
      return _("Undo the Import of “%s”");
    case CAPACITY_VERB_RESTORE:
      return _("Restore the Backup of %s");
    case CAPACITY_VERB_MERGE:
      return _("Apply Changes of “%s”");
    case CAPACITY_VERB_SET_DAYS_OFF:
      return _("Change Days Off");
    case CAPACITY_VERB_SET_DEPARTMENT:
    case CAPACITY_VERB_SET_LABELS:
    case CAPACITY_VERB_SET_EVENT:
    case CAPACITY_VERB_SET_PROFILE:
    case CAPACITY_VERB_SET_FILTER:
      return _("Change “%s”");
    case CAPACITY_VERB_REMOVE_DEPARTMENT:
    case CAPACITY_VERB_REMOVE_EVENT:
    case CAPACITY_VERB_REMOVE_PROFILE:
    case CAPACITY_VERB_REMOVE_FILTER:
      return _("Delete “%s”");
    case CAPACITY_VERB_SET_ALLOCATION:
    case CAPACITY_VERB_REMOVE_ALLOCATION:
      return _("Change What “%s” Gets");
    case CAPACITY_VERB_SET_REFUSAL:
    case CAPACITY_VERB_REMOVE_REFUSAL:
      return _("Judge Data of “%s”");
    case CAPACITY_VERB_SET_PLAN:
      return subject != NULL ? _("Change the Plan of “%s”") : _("Change the Institution’s Plan");
    case CAPACITY_VERB_SET_REPORT_TEXT:
      return subject != NULL ? _("Change the Report Text of “%s”") : _("Change a Text of the Reports");
    case CAPACITY_VERB_REMOVE_PLAN:
      return subject != NULL ? _("Delete the Plan of “%s”") : _("Delete the Institution’s Plan");
    default:
      return _("Change “%s”");
    }
}

static const char *
done_words (CapacityVerb  verb,
            const char   *subject)
{
  switch (verb)
    {
    case CAPACITY_VERB_SET_INSTITUTION:
      return _("Institution changed");
    case CAPACITY_VERB_SET_MOVED_DAYS:
      return _("Moved working days changed");
    case CAPACITY_VERB_ADD_SERVICE:
    case CAPACITY_VERB_ADD_RESOURCE:
      return _("“%s” added");
    case CAPACITY_VERB_REMOVE_SERVICE:
    case CAPACITY_VERB_REMOVE_RESOURCE:
      return _("“%s” deleted");
    case CAPACITY_VERB_SET_LIMIT:
    case CAPACITY_VERB_REMOVE_LIMIT:
      return _("Capacity of “%s” changed");
    case CAPACITY_VERB_SET_NEED:
    case CAPACITY_VERB_REMOVE_NEED:
      return _("Needs of “%s” changed");
    case CAPACITY_VERB_SET_VOLUME:
      return _("Volumes of “%s” changed");
    case CAPACITY_VERB_IMPORT:
      return _("“%s” imported");
    case CAPACITY_VERB_REVERT_IMPORT:
      return _("Import of “%s” undone");
    case CAPACITY_VERB_RESTORE:
      return _("Backup of %s restored");
    case CAPACITY_VERB_MERGE:
      return _("Changes of “%s” applied");
    case CAPACITY_VERB_SET_DAYS_OFF:
      return _("Days off changed");
    case CAPACITY_VERB_REMOVE_DEPARTMENT:
    case CAPACITY_VERB_REMOVE_EVENT:
    case CAPACITY_VERB_REMOVE_PROFILE:
    case CAPACITY_VERB_REMOVE_FILTER:
      return _("“%s” deleted");
    case CAPACITY_VERB_SET_ALLOCATION:
    case CAPACITY_VERB_REMOVE_ALLOCATION:
      return _("What “%s” gets changed");
    case CAPACITY_VERB_SET_REFUSAL:
    case CAPACITY_VERB_REMOVE_REFUSAL:
      return _("Data of “%s” judged");
    case CAPACITY_VERB_SET_PLAN:
      return subject != NULL ? _("Plan of “%s” changed") : _("The institution’s plan changed");
    case CAPACITY_VERB_SET_REPORT_TEXT:
      return subject != NULL ? _("Report text of “%s” changed") : _("Text of the reports changed");
    case CAPACITY_VERB_REMOVE_PLAN:
      return subject != NULL ? _("Plan of “%s” deleted") : _("The institution’s plan deleted");
    case CAPACITY_VERB_SET_DEPARTMENT:
    case CAPACITY_VERB_SET_LABELS:
    case CAPACITY_VERB_SET_EVENT:
    case CAPACITY_VERB_SET_PROFILE:
    case CAPACITY_VERB_SET_FILTER:
    case CAPACITY_VERB_SET_SERVICE:
    case CAPACITY_VERB_SET_RESOURCE:
    default:
      return _("“%s” changed");
    }
}

/* The phrases are translations, not text from outside; those without a subject have no %s in them. */
static char *
with_subject (const char *phrase,
              const char *subject)
{
  g_auto (GStrv) parts = g_strsplit (phrase, "%s", 2);

  return g_strjoinv (subject != NULL ? subject : "–", parts);
}

/**
 * capacity_store_words_action:
 * @action: a user's action
 *
 * Returns: what @action is, as a title: "Import “volumes.csv”"
 */
char *
capacity_store_words_action (const CapacityAction *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  return with_subject (verb_words (action->verb, action->subject), action->subject);
}

/**
 * capacity_store_words_done:
 * @action: a user's action
 *
 * Returns: that it was done: "“volumes.csv” imported"
 */
char *
capacity_store_words_done (const CapacityAction *action)
{
  g_return_val_if_fail (action != NULL, NULL);

  return with_subject (done_words (action->verb, action->subject), action->subject);
}

/**
 * capacity_store_words_state:
 * @state: whether an action holds
 *
 * Returns: (transfer none): "done" or "undone"
 */
const char *
capacity_store_words_state (CapacityActionState state)
{
  return state == CAPACITY_ACTION_DONE ? _("done") : _("undone");
}

static void
add_count (GPtrArray  *parts,
           const char *format,
           guint64     n)
{
  g_autofree char *count = capacity_format_count ((double) n);
  GString *part = g_string_new (format);

  g_string_replace (part, "%s", count, 1);
  if (n > 0)
    g_ptr_array_add (parts, g_string_free_and_steal (part));
  else
    g_string_free (part, TRUE);
}

/**
 * capacity_store_words_import:
 * @import: an import
 *
 * Returns: how many services and values it brought
 */
char *
capacity_store_words_import (const CapacityImport *import)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_null_terminated (3, g_free, TRUE);

  g_return_val_if_fail (import != NULL, NULL);

  add_count (parts, ngettext ("%s service added", "%s services added", (gulong) import->n_services_new),
             import->n_services_new);
  add_count (parts, ngettext ("%s value added", "%s values added", (gulong) import->n_new), import->n_new);
  add_count (parts, ngettext ("%s value changed", "%s values changed", (gulong) import->n_changed), import->n_changed);
  if (parts->len == 0)
    return g_strdup (_("Nothing new: all values were there already"));

  return g_strjoinv (", ", (char **) parts->pdata);
}

static const char *
store_error_words (CapacityStoreError code)
{
  switch (code)
    {
    case CAPACITY_STORE_ERROR_NOT_FOUND:
      return _("There is no such file. It may have been moved or renamed.");
    case CAPACITY_STORE_ERROR_NOT_A_PORTFOLIO:
      return _("This file is not a portfolio. To read volumes from a table, import it.");
    case CAPACITY_STORE_ERROR_NEWER:
      return _("A newer version of Capacity made this portfolio. Update the program to open it.");
    case CAPACITY_STORE_ERROR_DAMAGED:
      return _("The portfolio is damaged. Restore a backup of it.");
    case CAPACITY_STORE_ERROR_READ_ONLY:
      return _("The portfolio can only be read. Copy it to a folder of your own to change it.");
    case CAPACITY_STORE_ERROR_BUSY:
      return _("Someone else has the portfolio open. Try again when they have closed it.");
    case CAPACITY_STORE_ERROR_FULL:
      return _("There is no room left on the disk. Make room and try again.");
    case CAPACITY_STORE_ERROR_IO:
      return _("The system could not read or write the file. Try again; if that fails too, the disk or the connection to it may be broken.");
    case CAPACITY_STORE_ERROR_CONFLICT:
      return _("Something else has changed since, so this cannot be taken back.");
    case CAPACITY_STORE_ERROR_INVALID:
      return _("The change says something that cannot be.");
    case CAPACITY_STORE_ERROR_CODE_TAKEN:
      return _("Another service or resource has this code already. Choose another one.");
    case CAPACITY_STORE_ERROR_GONE:
      return _("What you are changing is no longer there.");
    case CAPACITY_STORE_ERROR_NOTHING:
      return _("There is nothing to undo or redo.");
    case CAPACITY_STORE_ERROR_NOT_CHANGES:
      return _("This file holds no changes of a colleague, or was damaged on its way. Ask for it again.");
    case CAPACITY_STORE_ERROR_OTHER_PORTFOLIO:
      return _("These changes are of another portfolio. Colleagues who exchange changes start from a copy of one portfolio.");
    case CAPACITY_STORE_ERROR_TOO_LARGE:
      return _("The periods of the volumes are too far apart. See if the years are right.");
    case CAPACITY_STORE_ERROR_CLOSED:
    default:
      return _("The portfolio is not open.");
    }
}

/* Why a file could not be read or written; %NULL where the system says it best. */
static const char *
file_error_words (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return store_error_words (CAPACITY_STORE_ERROR_FULL);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    return _("You may not read or write there. Choose another file or folder.");

  return NULL;
}

/* Who has it open, where that is known. */
static char *
busy_words (const char *path)
{
  g_autofree char *holder = capacity_store_dup_holder (path);

  if (holder == NULL)
    return g_strdup (store_error_words (CAPACITY_STORE_ERROR_BUSY));

  /* Translators: %s is a user and a computer, such as "anna, pc-12" */
  return g_strdup_printf (_("The portfolio is open elsewhere: %s. Try again when it has been closed there."), holder);
}

/**
 * capacity_store_words_obstacle:
 * @obstacle: what builds upon an import that was to be taken back
 *
 * Returns: (transfer full): why it was not, and what to do, in whole sentences
 */
char *
capacity_store_words_obstacle (const CapacityAction *obstacle)
{
  g_autofree char *what = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (obstacle != NULL, NULL);

  what = capacity_store_words_action (obstacle);
  time = capacity_format_time (obstacle->time);

  /* Translators: %1$s is a change, such as “Import “volumes.csv””, %2$s is when it was made, %3$s is who made it */
  return g_strdup_printf (_("A later change builds upon it: %1$s (%2$s, %3$s). Undo that first; nothing was changed."),
                          what, time, obstacle->who);
}

/**
 * capacity_store_words_error:
 * @error: why the store, or the system with a file, could not do something
 * @path: (nullable): the portfolio's file
 *
 * Returns: why, and what to do, in whole sentences
 */
char *
capacity_store_words_error (const GError *error,
                            const char   *path)
{
  g_autofree char *words = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (error != NULL, NULL);

  if (g_error_matches (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_BUSY) && path != NULL)
    words = busy_words (path);
  else
    words = g_strdup (error->domain == CAPACITY_STORE_ERROR ? store_error_words (error->code) : file_error_words (error));
  if (words == NULL)
    words = g_strdup (error->message);
  if (path == NULL)
    return g_steal_pointer (&words);

  name = g_filename_display_basename (path);

  return g_strdup_printf ("%s\n\n%s", words, name);
}
