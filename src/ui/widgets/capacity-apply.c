/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-apply.h"

#include "capacity-entry.h"
#include "capacity-feedback.h"
#include "capacity-store.h"
#include "capacity-store-words.h"

typedef struct
{
  GtkWidget   *widget;
  char        *failed;
  char        *done;
  gboolean     is_in_place;
  AdwEntryRow *code_row;
  char        *taken;
} Request;

static Request *
request_new (GtkWidget  *widget,
             const char *failed)
{
  Request *self = g_new0 (Request, 1);

  self->widget = g_object_ref (widget);
  self->failed = g_strdup (failed);

  return self;
}

static void
request_free (Request *self)
{
  g_object_unref (self->widget);
  g_clear_object (&self->code_row);
  g_free (self->failed);
  g_free (self->done);
  g_free (self->taken);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

#define APPLYING "capacity-applying" /* of a dialog, until its change has failed or it is closed */

/* Whether a dialog is still doing what it was asked: its button is pressed twice. */
static gboolean
is_busy (GtkWidget *widget)
{
  if (!ADW_IS_DIALOG (widget))
    return FALSE;
  if (g_object_get_data (G_OBJECT (widget), APPLYING) != NULL)
    return TRUE;
  g_object_set_data (G_OBJECT (widget), APPLYING, widget);

  return FALSE;
}

static void
say_failed (Request      *self,
            const GError *error)
{
  if (self->code_row != NULL && g_error_matches (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_CODE_TAKEN))
    capacity_entry_set_problem (self->code_row, self->taken);
  else
    capacity_feedback_error (self->widget, self->failed, error);
}

static void
say_done (Request              *self,
          const CapacityAction *action)
{
  g_autofree char *done = self->done != NULL ? g_strdup (self->done) : capacity_store_words_done (action);

  capacity_feedback_undo (self->widget, done);
}

static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Request) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = NULL;

  outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);
  if (outcome == NULL)
    {
      g_object_set_data (G_OBJECT (self->widget), APPLYING, NULL);
      say_failed (self, error);
      return;
    }
  if (self->is_in_place)
    return;
  if (outcome->action != NULL)
    say_done (self, outcome->action);
  if (ADW_IS_DIALOG (self->widget))
    adw_dialog_force_close (ADW_DIALOG (self->widget));
}

/**
 * capacity_apply:
 * @widget: where the person asked for it; a dialog is closed when it is done
 * @workspace: the portfolio
 * @change: what to do
 * @failed: that it was not done, as a title
 * @done: (nullable): that it was done; %NULL for the usual words
 *
 * Changes the portfolio and says so, with a way back; or says why not, and then a dialog stays as it is.
 */
void
capacity_apply (GtkWidget         *widget,
                CapacityWorkspace *workspace,
                CapacityChange    *change,
                const char        *failed,
                const char        *done)
{
  Request *request = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (change != NULL);

  if (is_busy (widget))
    return;
  request = request_new (widget, failed);
  request->done = g_strdup (done);
  capacity_workspace_apply_async (workspace, change, NULL, applied_cb, request);
}

/**
 * capacity_apply_coded:
 * @dialog: where the person asked for it
 * @workspace: the portfolio
 * @change: what to do
 * @failed: that it was not done, as a title
 * @code_row: where the code of what is changed is written
 * @taken: that something else has this code
 *
 * As capacity_apply(); but that the code is taken is said beside it.
 */
void
capacity_apply_coded (AdwDialog         *dialog,
                      CapacityWorkspace *workspace,
                      CapacityChange    *change,
                      const char        *failed,
                      AdwEntryRow       *code_row,
                      const char        *taken)
{
  Request *request = NULL;

  g_return_if_fail (ADW_IS_DIALOG (dialog));
  g_return_if_fail (change != NULL);

  if (is_busy (GTK_WIDGET (dialog)))
    return;
  request = request_new (GTK_WIDGET (dialog), failed);
  request->code_row = g_object_ref (code_row);
  request->taken = g_strdup (taken);
  capacity_workspace_apply_async (workspace, change, NULL, applied_cb, request);
}

/**
 * capacity_apply_in_place:
 * @widget: where the person changed it, and sees it changed
 * @workspace: the portfolio
 * @change: what to do
 * @failed: that it was not done, as a title
 *
 * Changes the portfolio, and says only if that failed.
 */
void
capacity_apply_in_place (GtkWidget         *widget,
                         CapacityWorkspace *workspace,
                         CapacityChange    *change,
                         const char        *failed)
{
  Request *request = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (change != NULL);

  request = request_new (widget, failed);
  request->is_in_place = TRUE;
  capacity_workspace_apply_async (workspace, change, NULL, applied_cb, request);
}
