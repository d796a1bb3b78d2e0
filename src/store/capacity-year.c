/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-year-private.h"

#include <math.h>
#include <string.h>

/* The table "volume" keeps one row for each series and calendar year, with a place for every period of that year. */

/**
 * capacity_year_n_values:
 * @kind: length of the periods
 *
 * Returns: how many places a year has; those of a leap day and of a 53rd week stay empty in most years
 */
guint
capacity_year_n_values (CapacityPeriodKind kind)
{
  static const guint n_values[CAPACITY_N_PERIOD_KINDS] = { CAPACITY_YEAR_MAX_VALUES, 53, 12, 4, 1 };

  return n_values[kind];
}

/**
 * capacity_year_first:
 * @kind: length of the periods
 * @year: a calendar year
 *
 * Returns: index of the period that has the first place in the year
 */
int
capacity_year_first (CapacityPeriodKind kind,
                     int                year)
{
  /* The fourth of January lies in the first week of its year, as in the first month, quarter and year. */
  int day = kind == CAPACITY_PERIOD_DAY ? 1 : 4;

  return capacity_period_of_date (kind, capacity_date_from_ymd (year, 1, day)).index;
}

/**
 * capacity_year_of:
 * @kind: length of the periods
 * @index: a period
 *
 * Returns: the year in which it has its place
 */
int
capacity_year_of (CapacityPeriodKind kind,
                  int                index)
{
  return capacity_period_year ((CapacityPeriod){ kind, index });
}

/**
 * capacity_year_pack:
 * @values: (array length=n): values, NaN for not measured
 * @n: how many
 * @bytes: (out caller-allocated) (array): @n times 8 bytes
 *
 * Writes IEEE 754 doubles with the least significant byte first; every NaN as the same one, so that equal volumes are
 * equal bytes.
 */
void
capacity_year_pack (const double *values,
                    guint         n,
                    guint8       *bytes)
{
  for (guint i = 0; i < n; i++)
    {
      double value = isnan (values[i]) ? (double) NAN : values[i];
      guint64 bits;

      memcpy (&bits, &value, sizeof bits);
      bits = GUINT64_TO_LE (bits);
      memcpy (bytes + i * sizeof bits, &bits, sizeof bits);
    }
}

/**
 * capacity_year_unpack:
 * @bytes: (array): @n times 8 bytes
 * @n: how many values
 * @values: (out caller-allocated) (array length=n): the values
 *
 * Reads what capacity_year_pack() wrote.
 */
void
capacity_year_unpack (gconstpointer  bytes,
                      guint          n,
                      double        *values)
{
  for (guint i = 0; i < n; i++)
    {
      guint64 bits;

      memcpy (&bits, (const guint8 *) bytes + i * sizeof bits, sizeof bits);
      bits = GUINT64_FROM_LE (bits);
      memcpy (values + i, &bits, sizeof bits);
    }
}
