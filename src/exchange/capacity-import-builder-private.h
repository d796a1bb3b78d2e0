/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-builder.h"

G_BEGIN_DECLS

/**
 * CapacityImportEntry:
 * @value: the value; NaN where the row is there and its value is not
 * @line: line of the file
 * @group: index of the group
 * @period: index of the period
 * @slot: index of the slot
 */
typedef struct
{
  double  value;
  guint32 line;
  guint32 group;
  gint32  period;
  guint16 slot;
} CapacityImportEntry;

/* Where the text of a row's cells leads: the same group may be written in several ways. */
typedef struct
{
  const char *text;
  guint32     length;
  guint32     hash;
  guint32     group;
} CapacityImportKey;

typedef struct
{
  CapacityImportGroup public;
  guint64             n_rows;
  guint64             first_line;
  guint32             n_entries;
  gboolean            has_values;
} CapacityImportBuilderGroup;

struct _CapacityImportBuilder
{
  GArray              *groups;      /* CapacityImportBuilderGroup */
  GHashTable          *group_names; /* what tells groups apart → index + 1 */
  GHashTable          *spellings;   /* folded code or name of a service → the first spelling of it */
  GHashTable          *code_names;  /* code → name of its service */
  GArray              *keys;        /* CapacityImportKey */
  GStringChunk        *key_texts;
  guint32             *table;       /* open addressing: index of a key + 1, or 0 */
  guint                table_mask;
  CapacityImportEntry *entries;     /* in the order of the file */
  gsize                n_entries;
  gsize                n_allocated;
};

G_END_DECLS
