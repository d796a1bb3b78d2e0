/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-events-page.h"

#include <glib/gi18n.h>

#include "capacity-arrow.h"
#include "capacity-event-dialog.h"
#include "capacity-register-words.h"

/* What is known in advance of the demand: of every service, and of one or of each. */
struct _CapacityEventsPage
{
  AdwBin               parent_instance;

  CapacityWorkspace   *workspace;

  AdwPreferencesPage  *page;
  AdwPreferencesGroup *general;
  AdwPreferencesGroup *single;

  gboolean             has_service; /* only those of one service */
  CapacityId           service;
};

G_DEFINE_FINAL_TYPE (CapacityEventsPage, capacity_events_page, ADW_TYPE_BIN)

/* What a row is about. */
typedef struct
{
  CapacityKnownEvent *event;
  CapacityId          service;
  gboolean            is_general;
} RowData;

static void
row_data_free (RowData *self)
{
  capacity_known_event_free (self->event);
  g_free (self);
}

static void
row_activated_cb (AdwActionRow       *row,
                  CapacityEventsPage *self)
{
  const RowData *data = g_object_get_data (G_OBJECT (row), "capacity-event");

  adw_dialog_present (capacity_event_dialog_new (self->workspace, data->is_general ? NULL : &data->service, data->event),
                      GTK_WIDGET (self));
}

static void
add_general_cb (CapacityEventsPage *self)
{
  adw_dialog_present (capacity_event_dialog_new (self->workspace, NULL, NULL), GTK_WIDGET (self));
}

static void
add_single_cb (CapacityEventsPage *self)
{
  adw_dialog_present (capacity_event_dialog_new (self->workspace, &self->service, NULL), GTK_WIDGET (self));
}

static char *
describe (const CapacityKnownEvent *event,
          const char               *service)
{
  g_autofree char *when = capacity_words_event_time (event);
  g_autofree char *effect = capacity_words_event_effect (event);
  g_autofree char *text = g_strjoin (" · ", capacity_words_event_kind (event->kind), when, effect, NULL);

  return service != NULL ? g_strjoin (" · ", service, text, NULL) : g_steal_pointer (&text);
}

static void
add_row (CapacityEventsPage       *self,
         AdwPreferencesGroup      *group,
         const CapacityService    *service,
         const CapacityKnownEvent *event)
{
  GtkWidget *row = adw_action_row_new ();
  RowData *data = g_new0 (RowData, 1);
  g_autofree char *subtitle = describe (event, service != NULL && !self->has_service ? service->name : NULL);

  data->event = capacity_known_event_copy (event);
  data->is_general = service == NULL;
  if (service != NULL)
    data->service = service->id;
  g_object_set_data_full (G_OBJECT (row), "capacity-event", data, (GDestroyNotify) row_data_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), event->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), capacity_arrow_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (row_activated_cb), self);
  adw_preferences_group_add (group, row);
}

static AdwPreferencesGroup *
group_new (CapacityEventsPage *self,
           const char         *title,
           const char         *description,
           GCallback           add)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  adw_preferences_group_set_description (group, description);
  if (add != NULL)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add…"));

      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, title, -1);
      g_signal_connect_swapped (button, "clicked", add, self);
      adw_preferences_group_set_header_suffix (group, button);
    }
  adw_preferences_page_add (self->page, group);

  return group;
}

static guint
add_events (CapacityEventsPage    *self,
            AdwPreferencesGroup   *group,
            const CapacityService *service,
            const GPtrArray       *events)
{
  for (guint i = 0; i < events->len; i++)
    add_row (self, group, service, events->pdata[i]);

  return events->len;
}

static void
show_single (CapacityEventsPage      *self,
             const CapacityPortfolio *portfolio)
{
  guint n = 0;

  if (self->has_service)
    self->single = group_new (self, _("Of This Service"), _("Such as a change of law from a day on, or a campaign in two months."),
                              G_CALLBACK (add_single_cb));
  else
    self->single = group_new (self, _("Of Single Services"), _("They are added on the page of the service."), NULL);
  for (guint i = 0; i < portfolio->services->len; i++)
    {
      const CapacityService *service = portfolio->services->pdata[i];

      if (!self->has_service || capacity_id_equal (&service->id, &self->service))
        n += add_events (self, self->single, service, service->events);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->single), self->has_service || n > 0);
}

static void
show_general (CapacityEventsPage      *self,
              const CapacityPortfolio *portfolio)
{
  self->general = group_new (self, _("Of Every Service"), _("What changes the demand for all services of the institution."),
                             G_CALLBACK (add_general_cb));
  add_events (self, self->general, NULL, portfolio->events);
}

static void
update_cb (CapacityEventsPage *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);

  if (portfolio == NULL)
    return;
  if (self->general != NULL)
    {
      adw_preferences_page_remove (self->page, self->general);
      adw_preferences_page_remove (self->page, self->single);
    }
  if (self->has_service)
    {
      show_single (self, portfolio);
      show_general (self, portfolio);
    }
  else
    {
      show_general (self, portfolio);
      show_single (self, portfolio);
    }
}

static void
capacity_events_page_dispose (GObject *object)
{
  CapacityEventsPage *self = CAPACITY_EVENTS_PAGE (object);

  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (capacity_events_page_parent_class)->dispose (object);
}

static void
capacity_events_page_class_init (CapacityEventsPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_events_page_dispose;
}

static void
capacity_events_page_init (CapacityEventsPage *self)
{
  self->page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->page));
}

static GtkWidget *
page_new (CapacityWorkspace *workspace,
          const CapacityId  *service)
{
  CapacityEventsPage *self = g_object_new (CAPACITY_TYPE_EVENTS_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->has_service = service != NULL;
  if (service != NULL)
    self->service = *service;
  update_cb (self);
  g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * capacity_events_page_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new page with all known events
 */
GtkWidget *
capacity_events_page_new (CapacityWorkspace *workspace)
{
  return page_new (workspace, NULL);
}

/**
 * capacity_events_page_present:
 * @workspace: an open portfolio
 * @service: a service
 * @parent: where it is asked for
 *
 * Shows the known events of a service, and those of every service, in a dialog.
 *
 * Returns: (transfer none): the dialog
 */
AdwDialog *
capacity_events_page_present (CapacityWorkspace *workspace,
                              const CapacityId  *service,
                              GtkWidget         *parent)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page_new (workspace, service));
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), view);
  adw_dialog_set_title (dialog, _("Known Events"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 560);
  adw_dialog_set_child (dialog, toasts);
  g_signal_connect_object (workspace, "changed", G_CALLBACK (adw_toast_overlay_dismiss_all), toasts, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, parent);

  return dialog;
}
