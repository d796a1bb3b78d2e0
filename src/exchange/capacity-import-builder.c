/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-builder.h"

#include <math.h>
#include <string.h>

/* A typing error in a year must not make a series of a thousand years for each service. */
#define MAX_PERIODS 60000000

/**
 * Entry:
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
} Entry;

/* Where the text of a row's cells leads: the same group may be written in several ways. */
typedef struct
{
  const char *text;
  guint32     length;
  guint32     hash;
  guint32     group;
} Key;

typedef struct
{
  CapacityImportGroup public;
  guint64             n_rows;
  guint64             first_line;
  guint32             n_entries;
  gboolean            has_values;
} Group;

struct _CapacityImportBuilder
{
  GArray       *groups;      /* Group */
  GHashTable   *group_names; /* what tells groups apart → index + 1 */
  GArray       *keys;        /* Key */
  GStringChunk *key_texts;
  guint32      *table;       /* open addressing: index of a key + 1, or 0 */
  guint         table_mask;
  Entry        *entries;
  gsize         n_entries;
  gsize         n_allocated;
};

static void
group_clear (gpointer data)
{
  Group *group = data;

  g_free (group->public.service);
  g_free (group->public.channel);
}

/**
 * capacity_import_builder_new:
 *
 * Returns: (transfer full): a builder without values
 */
CapacityImportBuilder *
capacity_import_builder_new (void)
{
  CapacityImportBuilder *self = g_new0 (CapacityImportBuilder, 1);

  self->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_array_set_clear_func (self->groups, group_clear);
  self->group_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->keys = g_array_new (FALSE, FALSE, sizeof (Key));
  self->key_texts = g_string_chunk_new (4096);
  self->table_mask = 255;
  self->table = g_new0 (guint32, self->table_mask + 1);

  return self;
}

/**
 * capacity_import_builder_free:
 * @self: (transfer full): a builder
 */
void
capacity_import_builder_free (CapacityImportBuilder *self)
{
  g_array_unref (self->groups);
  g_hash_table_unref (self->group_names);
  g_array_unref (self->keys);
  g_string_chunk_free (self->key_texts);
  g_free (self->table);
  g_free (self->entries);
  g_free (self);
}

/* FNV-1a, finished by a multiplication so that the low bits, which index the table, depend on all. */
static inline guint32
hash_bytes (const char *text,
            gsize       length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (1099511628211);
  return (guint32) ((hash ^ (hash >> 32)) * 2654435761u >> 3);
}

/**
 * capacity_import_builder_find:
 * @self: a builder
 * @key: (array length=length): the text of the cells that tell rows apart
 * @length: number of bytes
 *
 * Returns: the index of their group, or %CAPACITY_IMPORT_NO_GROUP
 */
guint
capacity_import_builder_find (CapacityImportBuilder *self,
                              const char            *key,
                              gsize                  length)
{
  guint32 hash = hash_bytes (key, length);

  for (guint at = hash & self->table_mask; self->table[at] != 0; at = (at + 1) & self->table_mask)
    {
      const Key *known = &g_array_index (self->keys, Key, self->table[at] - 1);

      if (known->hash == hash && known->length == length && memcmp (known->text, key, length) == 0)
        return known->group;
    }
  return CAPACITY_IMPORT_NO_GROUP;
}

static void
insert_key (CapacityImportBuilder *self,
            guint                  index)
{
  guint at = g_array_index (self->keys, Key, index).hash & self->table_mask;

  while (self->table[at] != 0)
    at = (at + 1) & self->table_mask;
  self->table[at] = index + 1;
}

static void
grow_table (CapacityImportBuilder *self)
{
  self->table_mask = self->table_mask * 2 + 1;
  g_free (self->table);
  self->table = g_new0 (guint32, self->table_mask + 1);
  for (guint i = 0; i < self->keys->len; i++)
    insert_key (self, i);
}

static guint
find_or_take_group (CapacityImportBuilder *self,
                    CapacityImportGroup   *group)
{
  g_autofree char *name = g_strdup_printf ("%s\037%d\037%s\037%d\037%d", group->service, (int) group->kind,
                                           group->channel != NULL ? group->channel : "",
                                           group->has_measure ? (int) group->measure : -1, group->is_total);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->group_names, name));
  Group made = { .public = *group };

  /* A row that is at fault stays apart from those that are not. */
  if (known > 0 && group->problem_column == 0 && !group->is_other_measure)
    {
      g_free (group->service);
      g_free (group->channel);
      return known - 1;
    }
  g_array_append_val (self->groups, made);
  if (group->problem_column == 0 && !group->is_other_measure)
    g_hash_table_insert (self->group_names, g_steal_pointer (&name), GUINT_TO_POINTER (self->groups->len));
  return self->groups->len - 1;
}

/**
 * capacity_import_builder_add_group:
 * @self: a builder
 * @key: (array length=length): text that capacity_import_builder_find() does not find yet
 * @length: number of bytes
 * @group: (transfer full): what the text says; its members are taken
 *
 * Returns: the index of the group
 */
guint
capacity_import_builder_add_group (CapacityImportBuilder *self,
                                   const char            *key,
                                   gsize                  length,
                                   CapacityImportGroup   *group)
{
  Key made = {
    .text = g_string_chunk_insert_len (self->key_texts, key, (gssize) length),
    .length = (guint32) length,
    .hash = hash_bytes (key, length),
    .group = find_or_take_group (self, group),
  };

  g_array_append_val (self->keys, made);
  if (self->keys->len * 2 > self->table_mask)
    grow_table (self);
  else
    insert_key (self, self->keys->len - 1);
  return made.group;
}

/**
 * capacity_import_builder_get_group:
 * @self: a builder
 * @group: index of a group
 *
 * Returns: the group, until the next one is added
 */
const CapacityImportGroup *
capacity_import_builder_get_group (CapacityImportBuilder *self,
                                   guint                  group)
{
  return &g_array_index (self->groups, Group, group).public;
}

/**
 * capacity_import_builder_add_row:
 * @self: a builder
 * @group: index of the row's group
 * @line: line of the file
 *
 * Counts a row.
 */
void
capacity_import_builder_add_row (CapacityImportBuilder *self,
                                 guint                  group,
                                 guint64                line)
{
  Group *counted = &g_array_index (self->groups, Group, group);

  if (counted->n_rows++ == 0)
    counted->first_line = line;
}

/**
 * capacity_import_builder_add_value:
 * @self: a builder
 * @group: index of the row's group
 * @slot: index of the slot
 * @period: index of the period
 * @value: the value, or NaN where the row has none
 * @line: line of the file
 *
 * Adds a value.
 *
 * Returns: whether there was room for it
 */
gboolean
capacity_import_builder_add_value (CapacityImportBuilder *self,
                                   guint                  group,
                                   guint                  slot,
                                   int                    period,
                                   double                 value,
                                   guint64                line)
{
  Group *counted = &g_array_index (self->groups, Group, group);

  if (self->n_entries == self->n_allocated)
    {
      if (self->n_entries >= CAPACITY_IMPORT_MAX_VALUES)
        return FALSE;
      self->n_allocated = MAX (1024, self->n_allocated * 2);
      self->entries = g_renew (Entry, self->entries, self->n_allocated);
    }
  self->entries[self->n_entries++] = (Entry) {
    .value = value, .line = (guint32) line, .group = group, .period = period, .slot = (guint16) slot,
  };
  counted->n_entries++;
  counted->has_values |= !isnan (value);
  return TRUE;
}

/* Indices of the entries, group after group, each in the order of the file. */
static guint32 *
order_by_group (const CapacityImportBuilder *self)
{
  guint32 *order = g_new (guint32, self->n_entries + 1);
  g_autofree guint32 *next = g_new (guint32, self->groups->len + 1);
  guint32 sum = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      next[i] = sum;
      sum += g_array_index (self->groups, Group, i).n_entries;
    }
  for (gsize i = 0; i < self->n_entries; i++)
    order[next[self->entries[i].group]++] = (guint32) i;
  return order;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const Entry *entry = a;
  const Entry *other = b;

  if (entry->slot != other->slot)
    return entry->slot < other->slot ? -1 : 1;
  if (entry->period != other->period)
    return entry->period < other->period ? -1 : 1;
  return (entry->line > other->line) - (entry->line < other->line);
}

static void
sort_entries (Entry *entries,
              gsize  n)
{
  for (gsize i = 1; i < n; i++)
    if (compare_entries (&entries[i - 1], &entries[i], NULL) > 0)
      {
        g_sort_array (entries, n, sizeof (Entry), compare_entries, NULL);
        return;
      }
}

/* State of one build. */
typedef struct
{
  const CapacityImportSlot *slots;
  CapacityImportRemarks    *remarks;
  CapacityImportResult     *result;
  double                   *values;   /* of the series that is being made */
  guint8                   *presence; /* whether the group has a row of the period */
  gsize                     n_room;
  guint64                   n_periods;
} Build;

static void
make_room (Build *build,
           gsize  n)
{
  if (n <= build->n_room)
    return;
  build->n_room = MAX (n, build->n_room * 2);
  build->values = g_renew (double, build->values, build->n_room);
  build->presence = g_renew (guint8, build->presence, build->n_room);
}

static void
merge_duplicate (Build       *build,
                 const Entry *entry,
                 double      *kept)
{
  CapacityImportRemarks *remarks = build->remarks;
  guint column = build->slots[entry->slot].column;
  CapacityImportProblem *problem;

  if (remarks->plan->duplicates == CAPACITY_IMPORT_DUPLICATES_SUM)
    {
      *kept += entry->value;
      capacity_import_remarks_count (remarks, CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED, entry->line, 0, NULL);
      return;
    }
  if (*kept == entry->value)
    {
      capacity_import_remarks_count (remarks, CAPACITY_IMPORT_NOTE_DUPLICATES_SAME, entry->line, 0, NULL);
      return;
    }
  *kept = entry->value;
  problem = capacity_import_remarks_add_problem (remarks, CAPACITY_IMPORT_PROBLEM_DUPLICATE, entry->line, column, NULL);
  if (problem != NULL)
    problem->period = (CapacityPeriod) { remarks->plan->period_kind, entry->period };
}

static void
widen_range (Build *build,
             int    first,
             int    last)
{
  CapacityPeriodKind kind = build->remarks->plan->period_kind;
  CapacityImportResult *result = build->result;
  gboolean is_first_series = result->batch->series->len == 0;

  if (is_first_series || first < result->first.index)
    result->first = (CapacityPeriod) { kind, first };
  if (is_first_series || last > result->last.index)
    result->last = (CapacityPeriod) { kind, last };
}

static void
take_series (Build                     *build,
             const CapacityImportGroup *group,
             guint                      slot,
             int                        first,
             guint                      n)
{
  const CapacityImportSlot *from = &build->slots[slot];
  g_autofree char *service = NULL;

  if (from->suffix == NULL)
    service = g_strdup (group->service);
  else if (group->service[0] == '\0')
    service = g_strdup (from->suffix);
  else
    service = g_strconcat (group->service, " · ", from->suffix, NULL);
  widen_range (build, first, first + (int) n - 1);
  capacity_batch_take_series (build->result->batch, service, group->kind, group->channel,
                              group->has_measure ? group->measure : from->measure,
                              capacity_series_new (build->remarks->plan->period_kind, first, build->values, n));
}

/* Makes the series of the @n entries of one slot, which are in the order of their periods. */
static void
build_series (Build                     *build,
              const CapacityImportGroup *group,
              const Entry               *entries,
              gsize                      n)
{
  gsize begin = 0;
  gsize end = n;
  int first;

  while (begin < end && isnan (entries[begin].value))
    begin++;
  while (end > begin && isnan (entries[end - 1].value))
    end--;
  if (begin == end)
    return;

  first = entries[begin].period;
  for (int i = 0; i <= entries[end - 1].period - first; i++)
    build->values[i] = NAN;
  for (gsize i = begin; i < end; i++)
    {
      double *kept = &build->values[entries[i].period - first];

      if (isnan (*kept))
        *kept = entries[i].value;
      else if (!isnan (entries[i].value))
        merge_duplicate (build, &entries[i], kept);
    }
  take_series (build, group, entries[begin].slot, first, (guint) (entries[end - 1].period - first + 1));
}

/* Notes the periods between the first and last of a group that have no row. */
static void
note_gaps (Build       *build,
           const Entry *entries,
           gsize        n,
           int          first,
           int          last)
{
  CapacityImportNote *note = NULL;
  guint64 n_gaps = 0;

  memset (build->presence, 0, (gsize) (last - first) + 1);
  for (gsize i = 0; i < n; i++)
    build->presence[entries[i].period - first] = 1;
  for (int i = first; i <= last; i++)
    if (!build->presence[i - first])
      {
        if (n_gaps++ == 0)
          {
            note = capacity_import_remarks_count (build->remarks, CAPACITY_IMPORT_NOTE_GAPS, 0, 0, NULL);
            note->n_series++;
            note->count--;
          }
        if (note->n_periods < CAPACITY_IMPORT_NOTE_MAX_PERIODS && note->n_series == 1)
          note->periods[note->n_periods++] = (CapacityPeriod) { build->remarks->plan->period_kind, i };
      }
  if (note != NULL)
    note->count += n_gaps;
}

static gboolean
build_group (Build                     *build,
             const CapacityImportGroup *group,
             Entry                     *entries,
             gsize                      n,
             GError                   **error)
{
  int first = G_MAXINT, last = G_MININT;
  gsize n_slots = 0;

  sort_entries (entries, n);
  for (gsize i = 0; i < n; i++)
    {
      first = MIN (first, entries[i].period);
      last = MAX (last, entries[i].period);
      n_slots += i == 0 || entries[i].slot != entries[i - 1].slot;
    }
  build->n_periods += ((guint64) (last - first) + 1) * n_slots;
  if (build->n_periods > MAX_PERIODS)
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES,
                   "The periods are too far apart: %" G_GUINT64_FORMAT " would lie between them", build->n_periods);
      return FALSE;
    }
  make_room (build, (gsize) (last - first) + 1);
  note_gaps (build, entries, n, first, last);
  for (gsize begin = 0, end; begin < n; begin = end)
    {
      for (end = begin + 1; end < n && entries[end].slot == entries[begin].slot;)
        end++;
      build_series (build, group, entries + begin, end - begin);
    }
  return TRUE;
}

static void
note_total (CapacityImportRemarks *remarks,
            const Group           *group)
{
  CapacityCsvCell cell = { group->public.service, (guint) strlen (group->public.service), FALSE };
  CapacityImportNote *note = capacity_import_remarks_count (remarks, CAPACITY_IMPORT_NOTE_TOTAL_ROWS,
                                                            group->first_line, 0, &cell);

  note->count += group->n_rows - 1;
}

/* Whether anything but totals was read; a file that has only a total is read as it is. */
static gboolean
has_more_than_totals (const CapacityImportBuilder *self)
{
  for (guint i = 0; i < self->groups->len; i++)
    if (!g_array_index (self->groups, Group, i).public.is_total && g_array_index (self->groups, Group, i).has_values)
      return TRUE;
  return FALSE;
}

static gboolean
build_groups (CapacityImportBuilder *self,
              Build                 *build,
              const guint32         *order,
              GError               **error)
{
  gboolean skip_totals = has_more_than_totals (self);
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  gsize at = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);

      g_array_set_size (entries, 0);
      for (guint j = 0; j < group->n_entries; j++)
        g_array_append_val (entries, self->entries[order[at + j]]);
      at += group->n_entries;
      if (group->public.is_total && (skip_totals || !group->has_values))
        {
          note_total (build->remarks, group);
          continue;
        }
      if (!group->has_values)
        continue;
      if (!build_group (build, &group->public, (Entry *) (gpointer) entries->data, entries->len, error))
        return FALSE;
      build->result->batch->n_rows += group->n_rows;
    }
  return TRUE;
}

/**
 * capacity_import_builder_build:
 * @self: a builder
 * @slots: what the slots are
 * @remarks: gets totals, duplicates and gaps
 * @result: gets the series in its batch, and the first and last period
 * @error: return location for an error
 *
 * Makes the series. The error is %CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES.
 *
 * Returns: whether all series were made
 */
gboolean
capacity_import_builder_build (CapacityImportBuilder    *self,
                               const CapacityImportSlot *slots,
                               CapacityImportRemarks    *remarks,
                               CapacityImportResult     *result,
                               GError                  **error)
{
  g_autofree guint32 *order = order_by_group (self);
  Build build = { .slots = slots, .remarks = remarks, .result = result };
  gboolean is_built = build_groups (self, &build, order, error);

  g_free (build.values);
  g_free (build.presence);
  return is_built;
}
