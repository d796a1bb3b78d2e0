/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-guess-private.h"

#include <string.h>

/* The two parts of a name in a header of several rows. */
typedef struct
{
  char *group; /* of the rows above */
  char *name;  /* of the last row */
} Parts;

static Parts
dup_parts (const CapacityImportGuess *self,
           guint                      column)
{
  guint row = self->plan->n_title_rows;
  guint n = self->plan->n_header_rows;

  return (Parts) { capacity_import_guess_dup_group (self->sample, row, n - 1, column),
                   capacity_import_guess_dup_header (self->sample, row + n - 1, 1, column) };
}

static void
parts_clear (Parts *parts)
{
  g_free (parts->group);
  g_free (parts->name);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

typedef enum
{
  COLUMN_SERVICE,
  COLUMN_ASIDE, /* no volumes, or the total of others */
  COLUMN_OTHER,
} ColumnKind;

static CapacityVocabularyFlags
flags_of (const char *text)
{
  return capacity_vocabulary_header (text, strlen (text), NULL);
}

/* Tells the service of a column and what is counted of it. */
static ColumnKind
split_name (const CapacityImportGuess *self,
            guint                      column,
            gboolean                   service_is_above,
            char                     **service,
            CapacityMeasure           *measure)
{
  g_auto (Parts) parts = dup_parts (self, column);
  const char *counted = service_is_above ? parts.name : parts.group;
  CapacityMeasure other;

  if (self->plan->columns[column].role != CAPACITY_IMPORT_ROLE_IGNORE
      || !capacity_import_guess_is_numeric (self, column) || (flags_of (counted) & CAPACITY_VOCABULARY_OTHER)
      || ((flags_of (parts.group) | flags_of (parts.name)) & CAPACITY_VOCABULARY_TOTAL))
    return COLUMN_ASIDE;
  if (parts.group[0] == '\0' || parts.name[0] == '\0' || strcmp (parts.group, parts.name) == 0
      || !capacity_vocabulary_measure (counted, strlen (counted), measure, NULL)
      /* "Pieteikumi" over "saņemti" and "izpildīti" are no services. */
      || (!service_is_above && capacity_vocabulary_measure (parts.name, strlen (parts.name), &other, NULL)))
    return COLUMN_OTHER;
  *service = service_is_above ? g_steal_pointer (&parts.group) : g_steal_pointer (&parts.name);
  return COLUMN_SERVICE;
}

/* Whether the columns of numbers are two services or more, counted in the same ways. */
static gboolean
are_services (const CapacityImportGuess *self,
              gboolean                   service_is_above)
{
  g_autoptr (GHashTable) services = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean has_measure[CAPACITY_N_MEASURES] = { FALSE };
  gboolean is_repeated = FALSE;

  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      char *service;
      CapacityMeasure measure;
      ColumnKind kind = split_name (self, i, service_is_above, &service, &measure);

      if (kind == COLUMN_OTHER)
        return FALSE;
      if (kind == COLUMN_ASIDE)
        continue;
      g_hash_table_add (services, service);
      is_repeated |= has_measure[measure];
      has_measure[measure] = TRUE;
    }
  return g_hash_table_size (services) >= 2 && is_repeated;
}

static void
take_services (CapacityImportGuess *self,
               gboolean             service_is_above)
{
  self->plan->layout = CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS;
  for (guint i = 0; i < self->plan->n_columns; i++)
    {
      CapacityImportColumn *column = &self->plan->columns[i];
      char *service;
      CapacityMeasure measure;

      if (split_name (self, i, service_is_above, &service, &measure) != COLUMN_SERVICE)
        continue;
      g_free (column->name);
      column->name = service;
      column->measure = measure;
      capacity_import_guess_set_role (self, i, CAPACITY_IMPORT_ROLE_VALUE);
    }
}

/**
 * capacity_import_guess_groups:
 * @self: a guess whose columns of periods have their roles
 *
 * Knows a header whose one row names services and whose other row names what is counted of each: "Pases" over
 * "saņemti" and "izpildīti", or the other way round.
 *
 * Returns: whether it is such; the columns of volumes have their roles then
 */
gboolean
capacity_import_guess_groups (CapacityImportGuess *self)
{
  if (self->plan->n_header_rows < 2)
    return FALSE;
  for (guint i = 0; i < 2; i++)
    if (are_services (self, i == 0))
      {
        take_services (self, i == 0);
        return TRUE;
      }
  return FALSE;
}
