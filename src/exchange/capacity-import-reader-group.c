/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-reader-private.h"

#include <string.h>

#include "capacity-import-number.h"
#include "capacity-vocabulary.h"

/* The text that tells the row's group: of one column as it lies in the file, of several joined. */
static const char *
get_key (CapacityImportReader *self,
         gsize                *length)
{
  CapacityCsvCell cell;

  if (self->key_columns->len == 1)
    {
      cell = capacity_import_reader_get_cell (self, g_array_index (self->key_columns, int, 0));
      *length = cell.length;
      return cell.text;
    }
  g_byte_array_set_size (self->key, 0);
  for (guint i = 0; i < self->key_columns->len; i++)
    {
      cell = capacity_import_reader_get_cell (self, g_array_index (self->key_columns, int, i));
      g_byte_array_append (self->key, (const guint8 *) cell.text, cell.length);
      g_byte_array_append (self->key, (const guint8 *) "\037", 1);
    }
  *length = self->key->len;
  return self->key->len > 0 ? (const char *) self->key->data : "";
}

static void
add_to_service (CapacityImportGroup *group,
                CapacityCsvCell      cell)
{
  g_autofree char *before = g_steal_pointer (&group->service);
  g_autofree char *text = capacity_csv_cell_dup (cell, 0);

  if (before == NULL || before[0] == '\0')
    group->service = g_steal_pointer (&text);
  else if (text[0] == '\0')
    group->service = g_steal_pointer (&before);
  else
    group->service = g_strconcat (before, " · ", text, NULL);
}

static void
read_key_cell (CapacityImportReader *self,
               int                   column,
               CapacityImportGroup  *group)
{
  CapacityCsvCell cell = capacity_import_reader_get_cell (self, column);
  CapacityImportSum sum = capacity_import_plan_sum (self->plan, (guint) column, cell.text, cell.length);

  if (self->plan->skip_totals)
    group->sum = MAX (group->sum, sum);
  switch (self->plan->columns[column].role)
    {
    case CAPACITY_IMPORT_ROLE_SERVICE:
      add_to_service (group, cell);
      break;
    case CAPACITY_IMPORT_ROLE_CODE:
      group->code = cell.length > 0 ? capacity_csv_cell_dup (cell, 0) : NULL;
      break;
    case CAPACITY_IMPORT_ROLE_CHANNEL:
      group->channel = cell.length > 0 ? capacity_csv_cell_dup (cell, 0) : NULL;
      break;
    case CAPACITY_IMPORT_ROLE_SITE:
      group->site = cell.length > 0 ? capacity_csv_cell_dup (cell, 0) : NULL;
      break;
    case CAPACITY_IMPORT_ROLE_KIND:
      if (!capacity_import_number_is_missing (cell.text, cell.length) && sum != CAPACITY_IMPORT_SUM_TOTAL
          && !capacity_vocabulary_request_kind (cell.text, cell.length, &group->kind))
        {
          group->problem = CAPACITY_IMPORT_PROBLEM_UNKNOWN_KIND;
          group->problem_column = (guint) column + 1;
        }
      break;
    case CAPACITY_IMPORT_ROLE_MEASURE:
      group->has_measure = capacity_vocabulary_measure (cell.text, cell.length, &group->measure, NULL);
      group->is_other_measure = !group->has_measure;
      break;
    default:
      g_assert_not_reached ();
    }
}

/* Keeps all that names the service in the first row of a group, where it is more than one cell. */
static void
keep_beside (CapacityImportReader      *self,
             const CapacityImportGroup *group,
             int                        service_column)
{
  CapacityBatchSeries series = { .service = group->service, .code = group->code };
  g_autofree char *name = capacity_batch_series_dup_name (&series);
  g_autofree char *other = capacity_csv_cell_dup (capacity_import_reader_get_cell (self, self->beside_column), 0);
  g_autofree char *text = g_strjoin (" · ", name, other[0] != '\0' ? other : NULL, NULL);

  if (strstr (text, " · ") != NULL)
    capacity_import_remarks_add_beside (&self->remarks, name, text, self->csv.line,
                                        (guint) (other[0] != '\0' ? self->beside_column : service_column) + 1);
}

/* A row that has only one of code and name is called by it. */
static void
name_service (CapacityImportGroup *group)
{
  if (group->code != NULL && (group->service == NULL || group->service[0] == '\0'))
    g_set_str (&group->service, group->code);
}

/* A sum that names no service, as of a place, is called by what says that it is one. */
static void
name_sum (CapacityImportReader *self,
          CapacityImportGroup  *group)
{
  for (guint i = 0; i < self->key_columns->len && (group->service == NULL || group->service[0] == '\0'); i++)
    {
      int column = g_array_index (self->key_columns, int, i);
      CapacityCsvCell cell = capacity_import_reader_get_cell (self, column);

      if (capacity_import_plan_sum (self->plan, (guint) column, cell.text, cell.length) == group->sum)
        {
          g_free (group->service);
          group->service = capacity_csv_cell_dup (cell, 0);
        }
    }
}

static guint
make_group (CapacityImportReader *self,
            const char           *key,
            gsize                 length)
{
  CapacityImportGroup group = { 0 };
  guint n_known = capacity_import_builder_get_n_groups (self->builder);
  guint index;
  int service_column = capacity_import_plan_find_role (self->plan, CAPACITY_IMPORT_ROLE_SERVICE);

  if (service_column == CAPACITY_IMPORT_NO_COLUMN)
    service_column = capacity_import_plan_find_role (self->plan, CAPACITY_IMPORT_ROLE_CODE);
  for (guint i = 0; i < self->key_columns->len; i++)
    read_key_cell (self, g_array_index (self->key_columns, int, i), &group);
  name_service (&group);
  if (group.sum != CAPACITY_IMPORT_SUM_NONE && service_column != CAPACITY_IMPORT_NO_COLUMN)
    name_sum (self, &group);
  if (service_column == CAPACITY_IMPORT_NO_COLUMN)
    group.service = g_strdup (self->plan->layout == CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS
                              && !capacity_import_plan_names_parts (self->plan) ? "" : self->service);
  else if ((group.service == NULL || group.service[0] == '\0') && self->plan->layout != CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS)
    {
      group.problem = CAPACITY_IMPORT_PROBLEM_NO_SERVICE;
      group.problem_column = (guint) service_column + 1;
    }
  index = capacity_import_builder_add_group (self->builder, key, length, &group);
  if (index >= n_known && service_column != CAPACITY_IMPORT_NO_COLUMN
      && self->plan->layout != CAPACITY_IMPORT_LAYOUT_SERVICES_ACROSS)
    keep_beside (self, capacity_import_builder_get_group (self->builder, index), service_column);
  return index;
}

/* Whether the row's group can be used; says why if not. */
static gboolean
check_group (CapacityImportReader *self,
             guint                 index)
{
  const CapacityImportGroup *group = capacity_import_builder_get_group (self->builder, index);

  if (group->problem_column > 0)
    {
      capacity_import_reader_add_problem (self, group->problem, (int) group->problem_column - 1);
      return FALSE;
    }
  if (group->is_other_measure)
    {
      int column = capacity_import_plan_find_role (self->plan, CAPACITY_IMPORT_ROLE_MEASURE);
      CapacityCsvCell cell = capacity_import_reader_get_cell (self, column);

      capacity_import_remarks_count (&self->remarks, CAPACITY_IMPORT_NOTE_UNKNOWN_MEASURE, self->csv.line, 0, &cell);
      return FALSE;
    }
  return TRUE;
}

/**
 * capacity_import_reader_find_group:
 * @self: a reader
 *
 * Finds the group that the row's texts tell, or makes it. A group that cannot be used is listed as a problem
 * of the row, or noted when it counts something else.
 *
 * Returns: index of the group, or %CAPACITY_IMPORT_NO_GROUP
 */
guint
capacity_import_reader_find_group (CapacityImportReader *self)
{
  gsize length;
  const char *key = get_key (self, &length);
  guint group = capacity_import_builder_find (self->builder, key, length);

  if (group == CAPACITY_IMPORT_NO_GROUP)
    group = make_group (self, key, length);
  return check_group (self, group) ? group : CAPACITY_IMPORT_NO_GROUP;
}
