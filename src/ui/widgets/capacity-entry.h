/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "capacity-period.h"

G_BEGIN_DECLS

/* A row of a form: its text without the blanks around it, and what is wrong with it said in its title. */

char     *capacity_entry_dup_text       (AdwEntryRow  *row);
void      capacity_entry_set_text       (AdwEntryRow  *row,
                                         const char   *text);
void      capacity_entry_follow_text    (AdwEntryRow  *row,
                                         const char   *text);
gboolean  capacity_entry_read_number    (AdwEntryRow  *row,
                                         double        least,
                                         double        most,
                                         const char   *problem,
                                         double       *value);
void      capacity_entry_set_number     (AdwEntryRow  *row,
                                         double        value);
void      capacity_entry_follow_number  (AdwEntryRow  *row,
                                         double        value);
gboolean  capacity_entry_read_date      (AdwEntryRow  *row,
                                         CapacityDate *date);
void      capacity_entry_set_date       (AdwEntryRow  *row,
                                         CapacityDate  date);
void      capacity_entry_follow_date    (AdwEntryRow  *row,
                                         CapacityDate  date);
void      capacity_entry_set_problem    (AdwEntryRow  *row,
                                         const char   *problem);
void      capacity_entry_forget_problem (AdwEntryRow  *row);

G_END_DECLS
