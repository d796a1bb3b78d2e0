/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-background.h"

/* Asks the desktop, by its Background portal, to start the program without a window when the user signs in. */

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  GDBusConnection *connection;
  char            *token;
  gboolean         starts;
  char            *reason;
  guint            subscription_id;
} Request;

static void
request_free (Request *request)
{
  if (request->subscription_id != 0)
    g_dbus_connection_signal_unsubscribe (request->connection, request->subscription_id);
  g_clear_object (&request->connection);
  g_free (request->token);
  g_free (request->reason);
  g_free (request);
}

static void
response_cb (GDBusConnection *connection,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *parameters,
             gpointer         user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  gboolean starts = FALSE;
  guint32 response = 0;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "autostart", "b", &starts);
  g_dbus_connection_signal_unsubscribe (connection, g_steal_handle_id (&request->subscription_id));
  g_task_return_boolean (task, response == 0 && starts == request->starts);
}

/* Where the portal will answer: it makes the path of who asks and of our token. */
static char *
response_path (Request *request)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (request->connection) + 1);

  g_strdelimit (sender, ".", '_');

  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, request->token);
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) reply = NULL;
  GError *error = NULL;

  reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (reply != NULL || request->subscription_id == 0)
    {
      g_clear_error (&error);
      return;
    }

  /* No answer will come: give back the reference that waits for it. */
  g_dbus_connection_signal_unsubscribe (request->connection, g_steal_handle_id (&request->subscription_id));
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
call_portal (GTask *task)
{
  Request *request = g_task_get_task_data (task);
  const char *command[] = { "capacity", "--check", NULL };
  g_autofree char *path = response_path (request);
  GVariantBuilder options;

  request->subscription_id =
      g_dbus_connection_signal_subscribe (request->connection, PORTAL_NAME, "org.freedesktop.portal.Request", "Response", path,
                                          NULL, G_DBUS_SIGNAL_FLAGS_NONE, response_cb, g_object_ref (task), NULL);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (request->token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (request->reason));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (request->starts));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_dbus_connection_call (request->connection, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1,
                          g_task_get_cancellable (task), called_cb, g_object_ref (task));
}

static void
connected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Request *request = g_task_get_task_data (task);
  GError *error = NULL;

  request->connection = g_bus_get_finish (result, &error);
  if (request->connection == NULL)
    g_task_return_error (task, error);
  else
    call_portal (task);
}

/**
 * capacity_background_request_async:
 * @starts: whether to start at sign-in, or to start no longer
 * @reason: why, for the user to read
 * @cancellable: (nullable): to stop it
 * @callback: called with the user's answer
 * @user_data: for @callback
 *
 * Asks for the program to be started with `--check` when the user signs in.
 */
void
capacity_background_request_async (gboolean             starts,
                                   const char          *reason,
                                   GCancellable        *cancellable,
                                   GAsyncReadyCallback  callback,
                                   gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->starts = starts;
  request->reason = g_strdup (reason);
  request->token = g_strdup_printf ("capacity%u", g_random_int ());
  g_task_set_source_tag (task, capacity_background_request_async);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_bus_get (G_BUS_TYPE_SESSION, cancellable, connected_cb, task);
}

/**
 * capacity_background_request_finish:
 * @result: what the callback got
 * @error: return location; set where the desktop has no such portal
 *
 * Returns: whether it was granted
 */
gboolean
capacity_background_request_finish (GAsyncResult  *result,
                                    GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
