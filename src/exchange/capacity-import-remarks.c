/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-remarks.h"

#define MAX_EXCERPT 60

static void
problem_free (CapacityImportProblem *problem)
{
  g_free (problem->column_name);
  g_free (problem->text);
  g_free (problem->service);
  g_free (problem);
}

static void
note_free (CapacityImportNote *note)
{
  g_free (note->column_name);
  g_free (note->text);
  g_free (note);
}

/**
 * capacity_import_remarks_init:
 * @self: memory for the remarks
 * @plan: the plan, which must outlive them
 */
void
capacity_import_remarks_init (CapacityImportRemarks    *self,
                              const CapacityImportPlan *plan)
{
  self->plan = plan;
  self->problems = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  self->n_problems = 0;
  self->besides = g_ptr_array_new_with_free_func ((GDestroyNotify) problem_free);
  self->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) note_free);
}

/**
 * capacity_import_remarks_clear:
 * @self: remarks
 */
void
capacity_import_remarks_clear (CapacityImportRemarks *self)
{
  g_clear_pointer (&self->problems, g_ptr_array_unref);
  g_clear_pointer (&self->besides, g_ptr_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
}

static char *
dup_column_name (const CapacityImportRemarks *self,
                 guint                        column)
{
  if (column == 0 || column > self->plan->n_columns || self->plan->columns[column - 1].name[0] == '\0')
    return NULL;
  return g_strdup (self->plan->columns[column - 1].name);
}

static CapacityImportProblem *
problem_new (const CapacityImportRemarks *self,
             CapacityImportProblemCode    code,
             guint64                      line,
             guint                        column,
             const CapacityCsvCell       *cell)
{
  CapacityImportProblem *problem = g_new0 (CapacityImportProblem, 1);

  problem->code = code;
  problem->line = line;
  problem->column = column;
  problem->column_name = dup_column_name (self, column);
  problem->text = cell != NULL ? capacity_csv_cell_dup (*cell, MAX_EXCERPT) : NULL;
  return problem;
}

/**
 * capacity_import_remarks_add_problem:
 * @self: remarks
 * @code: what is wrong
 * @line: line of the file, from 1
 * @column: column of the table, from 1, or 0 for the whole row
 * @cell: (nullable): the cell
 *
 * Adds a problem, or only counts it when there are very many.
 *
 * Returns: (transfer none) (nullable): the problem
 */
CapacityImportProblem *
capacity_import_remarks_add_problem (CapacityImportRemarks     *self,
                                     CapacityImportProblemCode  code,
                                     guint64                    line,
                                     guint                      column,
                                     const CapacityCsvCell     *cell)
{
  CapacityImportProblem *problem;

  self->n_problems++;
  if (self->problems->len == CAPACITY_IMPORT_MAX_PROBLEMS)
    return NULL;

  problem = problem_new (self, code, line, column, cell);
  g_ptr_array_add (self->problems, problem);
  return problem;
}

/**
 * capacity_import_remarks_add_beside:
 * @self: remarks
 * @service: the row's service
 * @text: all that names it in the row, joined with " · "
 * @line: line of the file, from 1
 * @column: column of the table, from 1
 *
 * Keeps what may be a problem once it is known which services there are.
 */
void
capacity_import_remarks_add_beside (CapacityImportRemarks *self,
                                    const char            *service,
                                    const char            *text,
                                    guint64                line,
                                    guint                  column)
{
  CapacityImportProblem *problem = problem_new (self, CAPACITY_IMPORT_PROBLEM_TWO_SERVICES, line, column, NULL);

  problem->service = g_strdup (service);
  problem->text = g_strdup (text);
  g_ptr_array_add (self->besides, problem);
}

/**
 * capacity_import_remarks_count:
 * @self: remarks
 * @code: what is noted
 * @line: line of the file, from 1, or 0
 * @column: column of the table, from 1, or 0
 * @cell: (nullable): the cell
 *
 * Counts one more case of a note; the line and text of the first are kept.
 *
 * Returns: (transfer none): the note
 */
CapacityImportNote *
capacity_import_remarks_count (CapacityImportRemarks  *self,
                               CapacityImportNoteCode  code,
                               guint64                 line,
                               guint                   column,
                               const CapacityCsvCell  *cell)
{
  CapacityImportNote *note;

  for (guint i = self->notes->len; i > 0; i--)
    {
      note = g_ptr_array_index (self->notes, i - 1);
      if (note->code == code && note->column == column)
        {
          note->count++;
          return note;
        }
    }
  note = g_new0 (CapacityImportNote, 1);
  note->code = code;
  note->count = 1;
  note->line = line;
  note->column = column;
  note->column_name = dup_column_name (self, column);
  note->text = cell != NULL ? capacity_csv_cell_dup (*cell, MAX_EXCERPT) : NULL;
  g_ptr_array_add (self->notes, note);
  return note;
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const CapacityImportProblem *problem = *(CapacityImportProblem *const *) a;
  const CapacityImportProblem *other = *(CapacityImportProblem *const *) b;

  if (problem->line != other->line)
    return problem->line < other->line ? -1 : 1;
  return (problem->column > other->column) - (problem->column < other->column);
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const CapacityImportNote *note = *(CapacityImportNote *const *) a;
  const CapacityImportNote *other = *(CapacityImportNote *const *) b;

  if (note->code != other->code)
    return note->code < other->code ? -1 : 1;
  return (note->column > other->column) - (note->column < other->column);
}

/**
 * capacity_import_remarks_finish:
 * @self: remarks
 *
 * Puts problems in the order of the file and notes in the order of their codes.
 */
void
capacity_import_remarks_finish (CapacityImportRemarks *self)
{
  g_ptr_array_sort (self->problems, compare_problems);
  g_ptr_array_sort (self->notes, compare_notes);
}
