/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import.h"

#include <string.h>

#include "capacity-import-number.h"

#define MIN_VALUES 2
#define MAX_VALUES 600 /* fifty years */

/* Whether the line is the cell of a volume, also of one that is not known; those that are add to @n_known. */
static gboolean
is_volume (const char *line,
           char        decimal,
           guint      *n_known)
{
  double value;

  switch (capacity_import_number_parse (line, strlen (line), decimal, &value))
    {
    case CAPACITY_IMPORT_NUMBER_VALUE:
      ++*n_known;
      return TRUE;
    case CAPACITY_IMPORT_NUMBER_MISSING:
    case CAPACITY_IMPORT_NUMBER_CENSORED:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_heading (const char *line)
{
  guint n_known = 0;

  return !is_volume (line, '.', &n_known) && !is_volume (line, ',', &n_known);
}

/* Whether all lines are volumes with that decimal sign, and enough of them known. */
static gboolean
are_volumes (char **lines,
             guint  n,
             char   decimal)
{
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    if (!is_volume (lines[i], decimal, &n_known) || strpbrk (lines[i], "\t;|") != NULL)
      return FALSE;
  return n_known >= MIN_VALUES;
}

static gboolean
have_comma (char **lines,
            guint  n)
{
  for (guint i = 0; i < n; i++)
    if (strchr (lines[i], ',') != NULL)
      return TRUE;
  return FALSE;
}

/* The lines of a column without its heading and without empty ones around it, or NULL for a table or other text. */
static char **
dup_column (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_VALUES + 3);
  g_autoptr (GStrvBuilder) values = g_strv_builder_new ();
  guint first = 0;
  guint end = g_strv_length (lines);
  gboolean are_two;

  for (guint i = 0; i < end; i++)
    g_strstrip (lines[i]);
  while (end > 0 && *lines[end - 1] == '\0')
    end--;
  while (first < end && *lines[first] == '\0')
    first++;
  if (first < end && is_heading (lines[first]))
    first++;
  /* A comma in the heading too stands between two columns. */
  are_two = first > 0 && strchr (lines[first - 1], ',') != NULL && have_comma (lines + first, end - first);
  if (end - first > MAX_VALUES || are_two
      || (!are_volumes (lines + first, end - first, '.') && !are_volumes (lines + first, end - first, ',')))
    return NULL;
  for (guint i = first; i < end; i++)
    g_strv_builder_add (values, lines[i]);

  return g_strv_builder_end (values);
}

/**
 * capacity_import_column_to_table:
 * @text: text that was pasted
 * @last: the month of the last number
 * @month: (not nullable): what to call the months, in words that are known to mean that
 * @count: (not nullable): what to call the numbers, likewise
 *
 * Makes a table of a column of numbers alone: each is a month later than the one above. An empty line between them is a
 * month that was not measured.
 *
 * Returns: (transfer full) (nullable): the table, or %NULL where @text is something else
 */
char *
capacity_import_column_to_table (const char     *text,
                                 CapacityPeriod  last,
                                 const char     *month,
                                 const char     *count)
{
  g_auto (GStrv) values = NULL;
  g_autoptr (GString) table = NULL;
  guint n;

  g_return_val_if_fail (text != NULL && month != NULL && count != NULL, NULL);
  g_return_val_if_fail (last.kind == CAPACITY_PERIOD_MONTH, NULL);

  values = dup_column (text);
  if (values == NULL)
    return NULL;
  table = g_string_new (NULL);
  g_string_append_printf (table, "%s\t%s\n", month, count);
  n = g_strv_length (values);
  for (guint i = 0; i < n; i++)
    {
      CapacityPeriod at = { CAPACITY_PERIOD_MONTH, last.index - (int) (n - 1 - i) };
      g_autofree char *period = capacity_period_to_string (at);

      g_string_append_printf (table, "%s\t%s\n", period, values[i]);
    }

  return g_string_free_and_steal (g_steal_pointer (&table));
}
