/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-state-banner.h"

#include <glib/gi18n.h>

#include "capacity-place.h"
#include "capacity-workspace.h"

/* What holds for all of the portfolio: that the institution is invented, that nothing can be changed, or that
 * the file is not as safe as it could be. */
struct _CapacityStateBanner
{
  AdwBin             parent_instance;

  CapacityWorkspace *workspace;
  AdwBanner         *banner;
};

enum
{
  PROP_WORKSPACE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (CapacityStateBanner, capacity_state_banner, ADW_TYPE_BIN)

static char *
read_only_words (CapacityStateBanner *self)
{
  const char *path = capacity_workspace_get_path (self->workspace);
  g_autofree char *holder = path != NULL ? capacity_store_dup_holder (path) : NULL;

  if (holder == NULL)
    return g_strdup (_("This portfolio can only be read"));

  /* Translators: %s is a user and a computer, such as "anna, pc-12" */
  return g_strdup_printf (_("This portfolio can only be read: it is open elsewhere (%s)"), holder);
}

/* Where the file lies is told only of one that can be changed there. */
static char *
place_words (CapacityStateBanner *self)
{
  const char *path = capacity_workspace_get_path (self->workspace);

  switch (path != NULL ? capacity_place_of (path) : CAPACITY_PLACE_OWN)
    {
    case CAPACITY_PLACE_SHARED:
      return g_strdup (_("This portfolio lies on a network share, where it can be damaged"));
    case CAPACITY_PLACE_SYNCHRONISED:
      return g_strdup (_("This portfolio lies in a synchronised folder, where it can be damaged"));
    case CAPACITY_PLACE_OWN:
    default:
      return NULL;
    }
}

/* What can be done about a state, in words; there may be nothing. */
static void
show (CapacityStateBanner *self,
      const char          *words,
      const char          *label,
      const char          *action)
{
  adw_banner_set_revealed (self->banner, words != NULL);
  adw_banner_set_title (self->banner, words != NULL ? words : "");
  adw_banner_set_button_label (self->banner, label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner), action);
}

static void
update_cb (CapacityStateBanner *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  g_autofree char *words = NULL;

  if (portfolio != NULL && portfolio->institution.is_sample)
    show (self, _("An invented institution to try things on"), NULL, NULL);
  else if (capacity_workspace_is_read_only (self->workspace))
    show (self, words = read_only_words (self), NULL, NULL);
  else if (capacity_workspace_get_backup_error (self->workspace) != NULL)
    show (self, _("No backup could be made. Make room, or see that the folder of backups can be written."), NULL, NULL);
  else if (capacity_workspace_is_copy (self->workspace))
    show (self, _("This is a copy. The file you opened stays as it is."), _("_Got It"), "win.forget-copy");
  else if ((words = place_words (self)) != NULL)
    show (self, words, _("_Work on a Copy"), "win.work-on-copy");
  else
    show (self, NULL, NULL, NULL);
}

static void
capacity_state_banner_dispose (GObject *object)
{
  g_clear_object (&CAPACITY_STATE_BANNER (object)->workspace);

  G_OBJECT_CLASS (capacity_state_banner_parent_class)->dispose (object);
}

static void
capacity_state_banner_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  CapacityStateBanner *self = CAPACITY_STATE_BANNER (object);

  switch (prop_id)
    {
    case PROP_WORKSPACE:
      if (g_set_object (&self->workspace, g_value_get_object (value)) && self->workspace != NULL)
        {
          g_signal_connect_object (self->workspace, "notify::assessment", G_CALLBACK (update_cb), self,
                                   G_CONNECT_SWAPPED);
          g_signal_connect_object (self->workspace, "notify::read-only", G_CALLBACK (update_cb), self,
                                   G_CONNECT_SWAPPED);
          g_signal_connect_object (self->workspace, "notify::backup-error", G_CALLBACK (update_cb), self,
                                   G_CONNECT_SWAPPED);
          g_signal_connect_object (self->workspace, "notify::is-copy", G_CALLBACK (update_cb), self,
                                   G_CONNECT_SWAPPED);
          update_cb (self);
        }
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
capacity_state_banner_class_init (CapacityStateBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = capacity_state_banner_dispose;
  object_class->set_property = capacity_state_banner_set_property;

  properties[PROP_WORKSPACE] = g_param_spec_object ("workspace", NULL, NULL, CAPACITY_TYPE_WORKSPACE,
                                                    G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
capacity_state_banner_init (CapacityStateBanner *self)
{
  self->banner = ADW_BANNER (adw_banner_new (""));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->banner));
}
