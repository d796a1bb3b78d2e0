/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import.h"

G_BEGIN_DECLS

/* What an import says, in the user's language. Constant strings belong to the program; the rest is new. */

const char *capacity_import_words_encoding   (CapacityImportEncoding       encoding);
const char *capacity_import_words_delimiter  (char                         delimiter);
const char *capacity_import_words_decimal    (char                         decimal);
const char *capacity_import_words_layout     (CapacityImportLayout         layout);
const char *capacity_import_words_role       (CapacityImportRole           role);
const char *capacity_import_words_date_order (CapacityImportDateOrder      order);
const char *capacity_import_words_duplicates (CapacityImportDuplicates     duplicates);

char       *capacity_import_words_table      (const CapacityImportTable   *table);
char       *capacity_import_words_problem    (const CapacityImportProblem *problem);
char       *capacity_import_words_note       (const CapacityImportNote    *note);
char       *capacity_import_words_summary    (const CapacityImportResult  *result);
char       *capacity_import_words_future     (const CapacityBatch         *batch,
                                              CapacityDate                 today);
char       *capacity_import_words_error      (const GError                *error,
                                              const char                  *file_name);

G_END_DECLS
