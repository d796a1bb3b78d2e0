/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-builder-private.h"

#include <math.h>
#include <string.h>

/**
 * capacity_import_group_clear:
 * @group: a group
 *
 * Frees its members.
 */
void
capacity_import_group_clear (CapacityImportGroup *group)
{
  g_clear_pointer (&group->service, g_free);
  g_clear_pointer (&group->channel, g_free);
  g_clear_pointer (&group->site, g_free);
  g_clear_pointer (&group->code, g_free);
}

static void
group_clear (gpointer data)
{
  CapacityImportBuilderGroup *group = data;

  capacity_import_group_clear (&group->public);
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

  self->groups = g_array_new (FALSE, TRUE, sizeof (CapacityImportBuilderGroup));
  g_array_set_clear_func (self->groups, group_clear);
  self->group_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spellings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->code_names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->keys = g_array_new (FALSE, FALSE, sizeof (CapacityImportKey));
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
  g_hash_table_unref (self->spellings);
  g_hash_table_unref (self->code_names);
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
      const CapacityImportKey *known = &g_array_index (self->keys, CapacityImportKey, self->table[at] - 1);

      if (known->hash == hash && known->length == length && memcmp (known->text, key, length) == 0)
        return known->group;
    }
  return CAPACITY_IMPORT_NO_GROUP;
}

static void
insert_key (CapacityImportBuilder *self,
            guint                  index)
{
  guint at = g_array_index (self->keys, CapacityImportKey, index).hash & self->table_mask;

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

/* "PASE" is the service "Pase", as it is of the portfolio: the first spelling is taken. */
static void
take_spelling (CapacityImportBuilder  *self,
               char                  **text)
{
  g_autofree char *folded = *text != NULL ? g_utf8_casefold (*text, -1) : NULL;
  const char *known = folded != NULL ? g_hash_table_lookup (self->spellings, folded) : NULL;

  if (known != NULL)
    g_set_str (text, known);
  else if (folded != NULL)
    g_hash_table_insert (self->spellings, g_steal_pointer (&folded), g_strdup (*text));
}

/* One code is one service, whatever its rows call it: the first name is taken. */
static void
take_name_of_code (CapacityImportBuilder *self,
                   CapacityImportGroup   *group)
{
  const char *name = g_hash_table_lookup (self->code_names, group->code);

  if (name != NULL)
    g_set_str (&group->service, name);
  else
    g_hash_table_insert (self->code_names, g_strdup (group->code), g_strdup (group->service));
}

static guint
find_or_take_group (CapacityImportBuilder *self,
                    CapacityImportGroup   *group)
{
  g_autofree char *channel = g_utf8_casefold (group->channel != NULL ? group->channel : "", -1);
  g_autofree char *name = g_strdup_printf ("%s\037%s\037%d\037%s\037%s\037%d\037%d",
                                           group->code != NULL ? group->code : "", group->service, (int) group->kind,
                                           channel,
                                           group->site != NULL ? group->site : "",
                                           group->has_measure ? (int) group->measure : -1, (int) group->sum);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->group_names, name));
  CapacityImportBuilderGroup made = { .public = *group };

  /* A row that is at fault stays apart from those that are not. */
  if (known > 0 && group->problem_column == 0 && !group->is_other_measure)
    {
      capacity_import_group_clear (group);
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
  CapacityImportKey made = { .length = (guint32) length, .hash = hash_bytes (key, length) };

  take_spelling (self, &group->code);
  take_spelling (self, &group->service);
  if (group->code != NULL)
    take_name_of_code (self, group);
  made.text = g_string_chunk_insert_len (self->key_texts, key, (gssize) length);
  made.group = find_or_take_group (self, group);
  g_array_append_val (self->keys, made);
  if (self->keys->len * 2 > self->table_mask)
    grow_table (self);
  else
    insert_key (self, self->keys->len - 1);
  return made.group;
}

/**
 * capacity_import_builder_get_n_groups:
 * @self: a builder
 *
 * Returns: number of its groups
 */
guint
capacity_import_builder_get_n_groups (CapacityImportBuilder *self)
{
  return self->groups->len;
}

/**
 * capacity_import_builder_has_rows:
 * @self: a builder
 * @group: index of a group
 *
 * Returns: whether rows were counted for it
 */
gboolean
capacity_import_builder_has_rows (CapacityImportBuilder *self,
                                  guint                  group)
{
  return g_array_index (self->groups, CapacityImportBuilderGroup, group).n_rows > 0;
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
  return &g_array_index (self->groups, CapacityImportBuilderGroup, group).public;
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
  CapacityImportBuilderGroup *counted = &g_array_index (self->groups, CapacityImportBuilderGroup, group);

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
  CapacityImportBuilderGroup *counted = &g_array_index (self->groups, CapacityImportBuilderGroup, group);

  if (self->n_entries == self->n_allocated)
    {
      if (self->n_entries >= CAPACITY_IMPORT_MAX_VALUES)
        return FALSE;
      self->n_allocated = MAX (1024, self->n_allocated * 2);
      self->entries = g_renew (CapacityImportEntry, self->entries, self->n_allocated);
    }
  self->entries[self->n_entries++] = (CapacityImportEntry) {
    .value = value, .line = (guint32) line, .group = group, .period = period, .slot = (guint16) slot,
  };
  counted->n_entries++;
  counted->has_values |= !isnan (value);
  return TRUE;
}
