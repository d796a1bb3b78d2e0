/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of a form: its text without the blanks around it, and what is wrong with it said in its title. */

char *capacity_entry_dup_text    (AdwEntryRow *row);
void  capacity_entry_set_text    (AdwEntryRow *row,
                                  const char  *text);
void  capacity_entry_set_problem (AdwEntryRow *row,
                                  const char  *problem);

G_END_DECLS
