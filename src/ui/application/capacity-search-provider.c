/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "capacity-search-provider.h"

#include "capacity-command.h"
#include "capacity-search.h"
#include "capacity-store.h"

/* Answers the search of the desktop's shell with services and resources of the user's own portfolio: with what the window
 * shows while it is open, else with a snapshot read from the file. Lives in the main thread. */
struct _CapacitySearchProvider
{
  GObject            parent_instance;

  GApplication      *application; /* not owned: it owns us */
  GDBusConnection   *connection;
  CapacityPortfolio *portfolio;   /* the latest snapshot */
  char              *read_version; /* which state of the file was read; NULL for what a window shows */

  guint              registration_id;
};

G_DEFINE_FINAL_TYPE (CapacitySearchProvider, capacity_search_provider, G_TYPE_OBJECT)

/* The interface as the shell asks for it. */
static const char interface_xml[] =
    "<node>"
    "  <interface name='org.gnome.Shell.SearchProvider2'>"
    "    <method name='GetInitialResultSet'>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='as' name='results' direction='out'/>"
    "    </method>"
    "    <method name='GetSubsearchResultSet'>"
    "      <arg type='as' name='previous' direction='in'/>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='as' name='results' direction='out'/>"
    "    </method>"
    "    <method name='GetResultMetas'>"
    "      <arg type='as' name='identifiers' direction='in'/>"
    "      <arg type='aa{sv}' name='metas' direction='out'/>"
    "    </method>"
    "    <method name='ActivateResult'>"
    "      <arg type='s' name='identifier' direction='in'/>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='u' name='timestamp' direction='in'/>"
    "    </method>"
    "    <method name='LaunchSearch'>"
    "      <arg type='as' name='terms' direction='in'/>"
    "      <arg type='u' name='timestamp' direction='in'/>"
    "    </method>"
    "  </interface>"
    "</node>";

/* When the file was written: another answer means that it has changed. */
static char *
file_version (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC, G_FILE_QUERY_INFO_NONE,
                            NULL, NULL);
  if (info == NULL)
    return g_strdup ("");

  return g_strdup_printf ("%" G_GUINT64_FORMAT ".%u",
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC));
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (CapacityStore) store = capacity_store_new ();
  g_autoptr (CapacityOutcome) outcome = NULL;
  GError *error = NULL;

  outcome = capacity_store_open (store, task_data, CAPACITY_STORE_READ_ONLY, cancellable, &error);
  if (outcome == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_task_return_pointer (task, capacity_portfolio_ref (outcome->portfolio), (GDestroyNotify) capacity_portfolio_unref);
  capacity_store_close (store, NULL);
}

static GVariant *
list_results (CapacitySearchProvider *self,
              GVariant               *parameters)
{
  g_autoptr (GVariant) terms = g_variant_get_child_value (parameters, g_variant_n_children (parameters) - 1);
  g_autofree const char **words = g_variant_get_strv (terms, NULL);
  g_autoptr (GPtrArray) finds = capacity_search (self->portfolio, words);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < finds->len; i++)
    g_variant_builder_add_value (&builder, g_variant_new_take_string (capacity_id_to_string (&((CapacityFind *) finds->pdata[i])->id)));

  return g_variant_new ("(as)", &builder);
}

static void
add_meta (GVariantBuilder    *builder,
          const char         *identifier,
          const CapacityFind *find)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);
  g_autoptr (GVariant) shown = g_icon_serialize (icon);

  g_variant_builder_open (builder, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (builder, "{sv}", "id", g_variant_new_string (identifier));
  g_variant_builder_add (builder, "{sv}", "name", g_variant_new_string (find->name));
  if (find->about != NULL && *find->about != '\0')
    g_variant_builder_add (builder, "{sv}", "description", g_variant_new_string (find->about));
  g_variant_builder_add (builder, "{sv}", "icon", shown);
  g_variant_builder_add (builder, "{sv}", "clipboardText", g_variant_new_string (find->name));
  g_variant_builder_close (builder);
}

static GVariant *
list_metas (CapacitySearchProvider *self,
            GVariant               *parameters)
{
  g_autofree const char **identifiers = NULL;
  GVariantBuilder builder;

  g_variant_get (parameters, "(^a&s)", &identifiers);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; identifiers[i] != NULL; i++)
    {
      g_autoptr (CapacityFind) find = NULL;
      CapacityId id;

      if (capacity_id_parse (identifiers[i], &id))
        find = capacity_search_describe (self->portfolio, &id);
      if (find != NULL)
        add_meta (&builder, identifiers[i], find);
    }

  return g_variant_new ("(aa{sv})", &builder);
}

static void
answer (CapacitySearchProvider *self,
        GDBusMethodInvocation  *invocation)
{
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);
  gboolean is_metas = g_str_equal (g_dbus_method_invocation_get_method_name (invocation), "GetResultMetas");

  g_dbus_method_invocation_return_value (invocation, is_metas ? list_metas (self, parameters) : list_results (self, parameters));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  CapacitySearchProvider *self = CAPACITY_SEARCH_PROVIDER (source);
  g_autoptr (GDBusMethodInvocation) invocation = user_data;
  g_autoptr (CapacityPortfolio) portfolio = NULL;
  g_autoptr (GError) error = NULL;

  g_application_release (self->application);
  portfolio = g_task_propagate_pointer (G_TASK (result), &error);
  if (portfolio == NULL)
    g_debug ("The portfolio cannot be searched: %s", error->message);
  else if (self->portfolio == NULL || self->read_version != NULL)
    {
      g_clear_pointer (&self->portfolio, capacity_portfolio_unref);
      self->portfolio = g_steal_pointer (&portfolio);
    }

  /* Nobody's portfolio has nothing in it. */
  if (self->portfolio == NULL)
    self->portfolio = capacity_portfolio_new ();
  answer (self, g_steal_pointer (&invocation));
}

/* Answers at once where the snapshot is fresh, else after the file has been read. */
static void
answer_from_snapshot (CapacitySearchProvider *self,
                      GDBusMethodInvocation  *invocation)
{
  g_autofree char *path = capacity_command_default_portfolio ();
  g_autofree char *version = file_version (path);
  g_autoptr (GTask) task = NULL;

  if (self->portfolio != NULL && (self->read_version == NULL || g_str_equal (self->read_version, version)))
    {
      answer (self, invocation);
      return;
    }

  g_set_str (&self->read_version, version);
  g_application_hold (self->application);
  task = g_task_new (self, NULL, read_cb, invocation);
  g_task_set_source_tag (task, answer_from_snapshot);
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, read_in_thread);
}

static void
call_cb (GDBusConnection       *connection,
         const char            *sender,
         const char            *object_path,
         const char            *interface_name,
         const char            *method_name,
         GVariant              *parameters,
         GDBusMethodInvocation *invocation,
         gpointer               user_data)
{
  CapacitySearchProvider *self = user_data;

  if (g_str_equal (method_name, "ActivateResult"))
    {
      g_autoptr (GVariant) identifier = g_variant_get_child_value (parameters, 0);

      g_action_group_activate_action (G_ACTION_GROUP (self->application), "show", identifier);
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else if (g_str_equal (method_name, "LaunchSearch"))
    {
      g_autofree const char **terms = NULL;
      g_autofree char *text = NULL;

      g_variant_get (parameters, "(^a&su)", &terms, NULL);
      text = g_strjoinv (" ", (char **) terms);
      g_action_group_activate_action (G_ACTION_GROUP (self->application), "search", g_variant_new_string (text));
      g_dbus_method_invocation_return_value (invocation, NULL);
    }
  else
    {
      answer_from_snapshot (self, invocation);
    }
}

static void
capacity_search_provider_finalize (GObject *object)
{
  CapacitySearchProvider *self = CAPACITY_SEARCH_PROVIDER (object);

  capacity_search_provider_unexport (self);
  g_clear_pointer (&self->portfolio, capacity_portfolio_unref);
  g_clear_pointer (&self->read_version, g_free);

  G_OBJECT_CLASS (capacity_search_provider_parent_class)->finalize (object);
}

static void
capacity_search_provider_class_init (CapacitySearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = capacity_search_provider_finalize;
}

static void
capacity_search_provider_init (CapacitySearchProvider *self)
{
}

/**
 * capacity_search_provider_new:
 * @application: whose actions `show` and `search` lead to what was found; it outlives the provider
 *
 * Returns: (transfer full): a new provider
 */
CapacitySearchProvider *
capacity_search_provider_new (GApplication *application)
{
  CapacitySearchProvider *self = g_object_new (CAPACITY_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;

  return self;
}

/**
 * capacity_search_provider_show:
 * @portfolio: (nullable): the snapshot that a window shows, or %NULL when it shows it no longer
 *
 * Says what to search: what a window shows is newer than any file.
 */
void
capacity_search_provider_show (CapacitySearchProvider  *self,
                               const CapacityPortfolio *portfolio)
{
  g_return_if_fail (CAPACITY_IS_SEARCH_PROVIDER (self));

  g_clear_pointer (&self->portfolio, capacity_portfolio_unref);
  g_clear_pointer (&self->read_version, g_free);
  if (portfolio != NULL)
    self->portfolio = capacity_portfolio_ref (portfolio);
}

/**
 * capacity_search_provider_export:
 * @connection: the session bus
 * @path: the object's path
 * @error: return location
 *
 * Returns: whether the shell can now ask
 */
gboolean
capacity_search_provider_export (CapacitySearchProvider  *self,
                                 GDBusConnection         *connection,
                                 const char              *path,
                                 GError                 **error)
{
  static const GDBusInterfaceVTable vtable = { call_cb, NULL, NULL, { NULL } };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);

  g_return_val_if_fail (CAPACITY_IS_SEARCH_PROVIDER (self), FALSE);

  self->connection = g_object_ref (connection);
  self->registration_id = g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable, self, NULL, error);

  return self->registration_id != 0;
}

/**
 * capacity_search_provider_unexport:
 *
 * The shell can ask no longer.
 */
void
capacity_search_provider_unexport (CapacitySearchProvider *self)
{
  g_return_if_fail (CAPACITY_IS_SEARCH_PROVIDER (self));

  if (self->registration_id != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration_id);
  self->registration_id = 0;
  g_clear_object (&self->connection);
}
