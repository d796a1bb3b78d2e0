/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-state-banner.h"

#include <glib/gi18n.h>

#include "capacity-workspace.h"

/* What holds for all of the portfolio: that the institution is invented, or that nothing can be changed. */
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

static void
update_cb (CapacityStateBanner *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  gboolean is_sample = portfolio != NULL && portfolio->institution.is_sample;

  if (is_sample)
    adw_banner_set_title (self->banner, _("An invented institution to try things on"));
  else
    adw_banner_set_title (self->banner, _("This portfolio can only be read"));
  adw_banner_set_revealed (self->banner, is_sample || capacity_workspace_is_read_only (self->workspace));
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
