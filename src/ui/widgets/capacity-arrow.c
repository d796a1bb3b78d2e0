/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-arrow.h"

/**
 * capacity_arrow_new:
 *
 * Returns: (transfer floating): the sign at the end of a row that leads on; decoration for who sees it
 */
GtkWidget *
capacity_arrow_new (void)
{
  return g_object_new (GTK_TYPE_IMAGE,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "icon-name", "go-next-symbolic",
                       NULL);
}
