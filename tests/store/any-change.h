/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-store.h"

#define LAST_CHANGE_VERB CAPACITY_VERB_SET_REPORT_TEXT

/* Restoring and merging are no changes that are put together. */
#define N_CHANGE_VERBS (LAST_CHANGE_VERB - 2)

/* Services are made up with so many names, so that imports find some that are there. */
#define N_ANY_NAMES 60

/* The verbs of changes, counted from 0. */
CapacityVerb    nth_change_verb (guint                  i);

/* A change of that verb, about facts found or made up by chance; NULL where there is nothing to remove. */
CapacityChange *any_change_of (const CapacityPortfolio *portfolio,
                               CapacityVerb             verb);

/* Applies such a change, and before it what it needs. */
void            do_any_of     (CapacityStore           *store,
                               CapacityVerb             verb);

/* Does @n of them: each verb in turn as long as there are such, in an order by chance. */
void            do_anything   (CapacityStore           *store,
                               guint                    n);

/* Undoes or redoes as long as there is something; returns how much that was. */
guint           turn_all      (CapacityStore           *store,
                               CapacityOutcome         *(*turn) (CapacityStore *, GCancellable *, GError **));
