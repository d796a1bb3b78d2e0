/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import.h"

G_BEGIN_DECLS

/**
 * CapacityImportNamed:
 * @name: (owned): what the file calls the service
 * @n_series: number of its series
 * @service: (nullable) (owned): the service of the portfolio that has this code, else this name; also of the code and
 *   name that are joined
 * @is_doubtful: whether it is left out until a person chooses, see capacity_import_doubt()
 *
 * A service of a file.
 */
typedef struct
{
  char            *name;
  guint            n_series;
  CapacityService *service;
  gboolean         is_doubtful;
} CapacityImportNamed;

/**
 * CapacityImportEffect:
 * @n_services_new: services that the portfolio does not have
 * @n_services_known: services that it has, or gets before in the same step
 * @n_new: values of periods that had none
 * @n_changed: values that differ from those that are kept, or come before in the same step
 * @n_same: values that are kept already, or come before
 * @n_contradicting: of those changed, values that differ from one that comes before
 *
 * What would come of an import.
 */
typedef struct
{
  guint   n_services_new;
  guint   n_services_known;
  guint64 n_new;
  guint64 n_changed;
  guint64 n_same;
  guint64 n_contradicting;
} CapacityImportEffect;

GPtrArray     *capacity_import_match   (const CapacityBatch     *batch,
                                        const CapacityPortfolio *portfolio);
GHashTable    *capacity_import_doubt   (CapacityImportResult    *result,
                                        const CapacityPortfolio *portfolio,
                                        GHashTable              *choices);
CapacityBatch *capacity_import_rename  (CapacityBatch           *batch,
                                        GHashTable              *choices);
void           capacity_import_compare (CapacityBatch *const    *batches,
                                        guint                    n,
                                        const CapacityPortfolio *portfolio,
                                        CapacityImportEffect    *effects);

G_END_DECLS
