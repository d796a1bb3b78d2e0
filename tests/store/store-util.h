/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-store.h"

/* A folder of its own for each test, removed with all that is in it. */
typedef struct
{
  char *folder;
  char *path;
} Place;

void             place_set_up     (Place            *place,
                                   gconstpointer     unused);
void             place_tear_down  (Place            *place,
                                   gconstpointer     unused);
char            *place_name       (const Place      *place,
                                   const char       *name);

/* Copies a file of tests/data. */
void             copy_test_file   (const char       *name,
                                   const char       *path);
CapacityStore   *open_store       (const char       *path);
/* As a restart does: what the store remembers is only what the file has. */
void             reopen_store     (CapacityStore   **store,
                                   const char       *path);
CapacityService *service_named    (const char       *name);
CapacitySeries  *series_of        (CapacityPeriod    first,
                                   const double     *values,
                                   guint             n);
CapacityOutcome *apply_service    (CapacityStore    *store,
                                   CapacityService  *service);

/* All rows of the facts as text, in an order of their own, read by a connection of the test's. */
char            *dump_facts       (const char       *path);
/* The same of those columns only that the file at @model_path has. */
char            *dump_facts_as    (const char       *path,
                                   const char       *model_path);
char            *query            (const char       *path,
                                   const char       *sql);
void             execute          (const char       *path,
                                   const char       *sql);

/* Turns the latest action back or forth, after a restart, and looks whether the facts are then those expected. */
void             check_turned     (CapacityStore   **store,
                                   const char       *path,
                                   CapacityOutcome  *(*turn) (CapacityStore *, GCancellable *, GError **),
                                   const char       *expected);
