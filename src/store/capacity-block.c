/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-block-private.h"

#include <math.h>
#include <string.h>

/**
 * capacity_block_is_in_calendar:
 * @kind: length of the periods
 * @first: index of the first
 * @n: how many
 *
 * Returns: whether all of them lie in the calendar that is supported
 */
gboolean
capacity_block_is_in_calendar (CapacityPeriodKind kind,
                               gint64             first,
                               gint64             n)
{
  CapacityDate begin = capacity_date_from_ymd (CAPACITY_YEAR_MIN, 1, 1);
  CapacityDate end = capacity_date_from_ymd (CAPACITY_YEAR_MAX, 12, 31);

  return first >= capacity_period_of_date (kind, begin).index && n >= 0
         && first + n - 1 <= capacity_period_of_date (kind, end).index + (kind == CAPACITY_PERIOD_HOUR ? CAPACITY_DAY_HOURS - 1 : 0);
}

/**
 * capacity_block_clear:
 * @values: (array fixed-size=32): a block, in which nothing is measured afterwards
 */
void
capacity_block_clear (double *values)
{
  for (guint i = 0; i < CAPACITY_BLOCK_SIZE; i++)
    values[i] = NAN;
}

/**
 * capacity_block_pack:
 * @values: (array fixed-size=32): a block, NaN for not measured
 * @bytes: (out caller-allocated) (array fixed-size=256): what the file keeps
 *
 * Writes IEEE 754 doubles with the least significant byte first; every NaN as the same one, so that equal
 * volumes are equal bytes.
 */
void
capacity_block_pack (const double *values,
                     guint8       *bytes)
{
  for (guint i = 0; i < CAPACITY_BLOCK_SIZE; i++)
    {
      double value = isnan (values[i]) ? (double) NAN : values[i];
      guint64 bits;

      memcpy (&bits, &value, sizeof bits);
      bits = GUINT64_TO_LE (bits);
      memcpy (bytes + i * sizeof bits, &bits, sizeof bits);
    }
}

/**
 * capacity_block_unpack:
 * @bytes: (array fixed-size=256): what the file keeps
 * @values: (out caller-allocated) (array fixed-size=32): the block
 *
 * Reads what capacity_block_pack() wrote.
 */
void
capacity_block_unpack (gconstpointer  bytes,
                       double        *values)
{
  for (guint i = 0; i < CAPACITY_BLOCK_SIZE; i++)
    {
      guint64 bits;

      memcpy (&bits, (const guint8 *) bytes + i * sizeof bits, sizeof bits);
      bits = GUINT64_FROM_LE (bits);
      memcpy (values + i, &bits, sizeof bits);
    }
}
