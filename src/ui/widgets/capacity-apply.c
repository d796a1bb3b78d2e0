/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-apply.h"

#include <adwaita.h>

#include "capacity-feedback.h"
#include "capacity-store-words.h"

typedef struct
{
  GtkWidget *widget;
  char      *failed;
  char      *done;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->widget);
  g_free (self->failed);
  g_free (self->done);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

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
      capacity_feedback_error (self->widget, self->failed, error);
      return;
    }
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

  request = g_new0 (Request, 1);
  request->widget = g_object_ref (widget);
  request->failed = g_strdup (failed);
  request->done = g_strdup (done);
  capacity_workspace_apply_async (workspace, change, NULL, applied_cb, request);
}
