/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-db-private.h"
#include "capacity-outcome.h"

G_BEGIN_DECLS

/**
 * CapacityVolumeKey:
 * @service: the service
 * @kind: which applications
 * @channel: (nullable): name of the channel
 * @site: (nullable): name of the place
 * @measure: what is counted
 *
 * Which volume series of a portfolio, but for the length of its periods.
 */
typedef struct
{
  CapacityId          service;
  CapacityRequestKind kind;
  const char         *channel;
  const char         *site;
  CapacityMeasure     measure;
} CapacityVolumeKey;

gboolean capacity_volumes_find_channel (CapacityDb               *db,
                                        const char               *name,
                                        CapacityId               *id,
                                        GError                  **error);
gboolean capacity_volumes_replace      (CapacityDb               *db,
                                        const CapacityVolumeKey  *key,
                                        const CapacitySeries     *series,
                                        GError                  **error);
gboolean capacity_volumes_merge        (CapacityDb               *db,
                                        const CapacityVolumeKey  *key,
                                        const CapacitySeries     *series,
                                        CapacityImport           *import,
                                        GError                  **error);

G_END_DECLS
