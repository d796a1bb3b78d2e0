/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-edit-private.h"

#include "capacity-change-private.h"
#include "capacity-facts-private.h"
#include "capacity-history-private.h"
#include "capacity-importer-private.h"
#include "capacity-snapshot-private.h"
#include "capacity-touched-private.h"

static const char *const fact_tables[] = {
  "institution", "moved_day", "day_off",    "department", "service", "resource", "capacity",       "need",
  "allocation",  "label",     "channel",    "import",     "series",  "volume",   "event",          "refusal",
  "plan",        "import_profile", "saved_filter", "report_text", NULL,
};

/**
 * capacity_edit_list_fact_tables:
 *
 * Returns: the tables whose rows undo, audit and merging work on, parents before children; history and kept
 *   forecasts are not among them
 */
const char *const *
capacity_edit_list_fact_tables (void)
{
  return fact_tables;
}

/**
 * Edit:
 * @db: the file
 * @change: (nullable): what to apply
 * @patch: (nullable): how else the facts change; where both are %NULL the edit undoes or redoes
 * @undoes: whether to undo rather than redo
 * @user: who does it
 * @time: when, in seconds since 1970, UTC
 * @outcome: what comes of it; without an action nothing changes
 *
 * One transaction that changes facts.
 */
typedef struct
{
  CapacityDb          *db;
  CapacityChange      *change;
  const CapacityPatch *patch;
  gboolean             undoes;
  const char          *user;
  gint64               time;
  CapacityOutcome     *outcome;
} Edit;

static gboolean
write_steps (Edit    *edit,
             GError **error)
{
  const GPtrArray *steps = capacity_change_get_steps (edit->change);

  for (guint i = 0; i < steps->len; i++)
    {
      const CapacityStep *step = steps->pdata[i];
      CapacityImport *import;

      if (step->verb != CAPACITY_VERB_IMPORT)
        {
          if (!capacity_facts_write (edit->db, step, error))
            return FALSE;
          continue;
        }
      import = capacity_importer_write (edit->db, step->value, edit->user, edit->time, error);
      if (import == NULL)
        return FALSE;
      g_ptr_array_add (edit->outcome->imports, import);
    }

  return TRUE;
}

static gboolean
write_facts (Edit    *edit,
             GError **error)
{
  if (edit->patch != NULL)
    return edit->patch->write (edit->db, edit->patch->data, error);

  return write_steps (edit, error);
}

/* An action is named after its first step, and counts those like it. */
static void
name_after_steps (Edit           *edit,
                  CapacityAction *action)
{
  const GPtrArray *steps = capacity_change_get_steps (edit->change);
  const CapacityStep *first = steps->pdata[0];

  action->verb = first->verb;
  action->subject = capacity_facts_dup_subject (edit->db, first);
  for (guint i = 0; i < steps->len; i++)
    action->n += ((const CapacityStep *) steps->pdata[i])->verb == first->verb;
}

static CapacityAction *
name_action (Edit *edit)
{
  CapacityAction *action = capacity_action_new ();

  if (edit->patch == NULL)
    {
      name_after_steps (edit, action);
    }
  else
    {
      action->verb = edit->patch->verb;
      action->subject = g_strdup (edit->patch->subject);
      action->n = 1;
    }
  action->who = g_strdup (edit->user);
  action->time = edit->time;

  return action;
}

/**
 * capacity_edit_start_session:
 * @db: a portfolio's connection
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what records the changes of all facts from now on; free it with
 *   sqlite3session_delete()
 */
sqlite3_session *
capacity_edit_start_session (CapacityDb  *db,
                             GError     **error)
{
  g_autoptr (sqlite3_session) session = NULL;
  int rc = sqlite3session_create (db->handle, "main", &session);

  for (guint i = 0; rc == SQLITE_OK && fact_tables[i] != NULL; i++)
    rc = sqlite3session_attach (session, fact_tables[i]);
  if (rc != SQLITE_OK)
    {
      capacity_set_sqlite_error (error, db->handle, rc, "session");
      return NULL;
    }

  return g_steal_pointer (&session);
}

static gboolean
record (Edit            *edit,
        CapacityAction  *action,
        gconstpointer    changeset,
        int              size,
        GError         **error)
{
  CapacityOutcome *outcome = edit->outcome;

  if (!capacity_history_record (edit->db, action, changeset, (gsize) size, error)
      || !capacity_touched_find (edit->db, changeset, size, outcome->services, outcome->resources, error)
      || !capacity_history_keep_touched (edit->db, action->number, outcome->services, outcome->resources,
                                         error))
    return FALSE;
  outcome->action = capacity_action_ref (action);

  return TRUE;
}

static gboolean
apply (Edit    *edit,
       GError **error)
{
  g_autoptr (CapacityAction) action = NULL;
  g_autoptr (sqlite3_session) session = NULL;
  void *changeset = NULL;
  int size = 0;
  gboolean is_recorded = TRUE;
  int rc;

  if (edit->patch == NULL && capacity_change_get_steps (edit->change)->len == 0)
    return TRUE;
  action = name_action (edit);
  session = capacity_edit_start_session (edit->db, error);
  if (session == NULL || !write_facts (edit, error))
    return FALSE;

  rc = sqlite3session_changeset (session, &size, &changeset);
  g_clear_pointer (&session, sqlite3session_delete);
  if (rc != SQLITE_OK)
    {
      capacity_set_sqlite_error (error, edit->db->handle, rc, "session");
      return FALSE;
    }
  if (size > 0)
    is_recorded = record (edit, action, changeset, size, error);
  sqlite3_free (changeset);

  return is_recorded;
}

static gboolean
turn (Edit    *edit,
      GError **error)
{
  g_autoptr (CapacityAction) action = NULL;
  CapacityOutcome *outcome = edit->outcome;
  CapacityActionState state = edit->undoes ? CAPACITY_ACTION_UNDONE : CAPACITY_ACTION_DONE;

  if (edit->undoes ? !capacity_history_read_undo (edit->db, &action, error)
                   : !capacity_history_read_redo (edit->db, &action, error))
    return FALSE;
  if (action == NULL)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_NOTHING, "%s: nothing to %s",
                   edit->db->path,
                   edit->undoes ? "undo" : "redo");
      return FALSE;
    }
  outcome->action = capacity_action_ref (action);

  return capacity_history_apply (edit->db, action, edit->undoes, error)
         && capacity_history_turn (edit->db, action, state, edit->user, edit->time, error)
         && capacity_history_read_touched (edit->db, action->number, outcome->services, outcome->resources,
                                           error);
}

/* Forgets the snapshot if another program has written the file since it was read. */
static gboolean
look_for_others (CapacityDb  *db,
                 GError     **error)
{
  gint64 data_version = 0;

  if (!capacity_db_read_int (db, "PRAGMA data_version", &data_version, error))
    return FALSE;
  if (data_version != db->data_version)
    g_clear_pointer (&db->portfolio, capacity_portfolio_unref);
  db->data_version = data_version;

  return TRUE;
}

/* Says how things stand now. A snapshot is read before the commit, so that what cannot be read is not kept
 * either. */
static gboolean
settle (CapacityDb       *db,
        CapacityOutcome  *outcome,
        GError          **error)
{
  if (db->portfolio != NULL && outcome->action == NULL)
    outcome->portfolio = capacity_portfolio_ref (db->portfolio);
  else
    outcome->portfolio = capacity_snapshot_read (db, outcome->services, outcome->resources, error);

  return outcome->portfolio != NULL
         && capacity_history_read_undo (db, &outcome->undo, error)
         && capacity_history_read_redo (db, &outcome->redo, error);
}

static void
keep_snapshot (CapacityDb        *db,
               CapacityPortfolio *portfolio)
{
  g_clear_pointer (&db->portfolio, capacity_portfolio_unref);
  db->portfolio = capacity_portfolio_ref (portfolio);
}

/* After a commit that failed nobody knows which state the disk has until it is read again. */
static gboolean
commit (CapacityDb  *db,
        GError     **error)
{
  if (capacity_db_commit (db, error))
    return TRUE;
  g_clear_pointer (&db->portfolio, capacity_portfolio_unref);

  return FALSE;
}

static gboolean
transact (Edit    *edit,
          GError **error)
{
  return look_for_others (edit->db, error)
         && (edit->change != NULL || edit->patch != NULL ? apply (edit, error) : turn (edit, error))
         && settle (edit->db, edit->outcome, error)
         && (edit->outcome->action == NULL || commit (edit->db, error));
}

static CapacityOutcome *
run (CapacityDb           *db,
     CapacityChange       *change,
     const CapacityPatch  *patch,
     gboolean              undoes,
     const char           *user,
     GError              **error)
{
  g_autoptr (CapacityOutcome) outcome = capacity_outcome_new ();
  Edit edit = { db, change, patch, undoes, user, g_get_real_time () / G_USEC_PER_SEC, outcome };
  gboolean is_kept;

  if (!capacity_db_begin (db, error))
    return NULL;
  is_kept = transact (&edit, error);
  capacity_db_roll_back (db); /* what failed, or what turned out to change nothing */
  if (!is_kept)
    return NULL;
  keep_snapshot (db, outcome->portfolio);

  return g_steal_pointer (&outcome);
}

/**
 * capacity_edit_look:
 * @db: a portfolio's connection
 * @error: return location
 *
 * Returns: (transfer full) (nullable): how things stand, read again only as far as need be
 */
CapacityOutcome *
capacity_edit_look (CapacityDb  *db,
                    GError     **error)
{
  g_autoptr (CapacityOutcome) outcome = capacity_outcome_new ();
  gboolean is_read;

  if (!capacity_db_begin_reading (db, error))
    return NULL;
  is_read = look_for_others (db, error) && settle (db, outcome, error);
  capacity_db_roll_back (db);
  if (!is_read)
    return NULL;
  keep_snapshot (db, outcome->portfolio);

  return g_steal_pointer (&outcome);
}

/**
 * capacity_edit_apply:
 * @db: a portfolio's connection
 * @change: what to change
 * @user: who changes it
 * @error: return location
 *
 * Makes a change as one action: all of it, or none. What is there already is no change and leaves no action.
 *
 * Returns: (transfer full) (nullable): how things stand
 */
CapacityOutcome *
capacity_edit_apply (CapacityDb      *db,
                     CapacityChange  *change,
                     const char      *user,
                     GError         **error)
{
  return run (db, change, NULL, FALSE, user, error);
}

/**
 * capacity_edit_patch:
 * @db: a portfolio's connection
 * @patch: how the facts change
 * @user: who changes them
 * @error: return location
 *
 * Changes facts in a way of its own as one action: all of it, or none.
 *
 * Returns: (transfer full) (nullable): how things stand
 */
CapacityOutcome *
capacity_edit_patch (CapacityDb           *db,
                     const CapacityPatch  *patch,
                     const char           *user,
                     GError              **error)
{
  return run (db, NULL, patch, FALSE, user, error);
}

/**
 * capacity_edit_undo:
 * @db: a portfolio's connection
 * @user: who undoes
 * @error: return location
 *
 * Takes back the latest action that holds.
 *
 * Returns: (transfer full) (nullable): how things stand
 */
CapacityOutcome *
capacity_edit_undo (CapacityDb  *db,
                    const char  *user,
                    GError     **error)
{
  return run (db, NULL, NULL, TRUE, user, error);
}

/**
 * capacity_edit_redo:
 * @db: a portfolio's connection
 * @user: who redoes
 * @error: return location
 *
 * Does the action again that was undone last.
 *
 * Returns: (transfer full) (nullable): how things stand
 */
CapacityOutcome *
capacity_edit_redo (CapacityDb  *db,
                    const char  *user,
                    GError     **error)
{
  return run (db, NULL, NULL, FALSE, user, error);
}
