/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-quantity.h"

#include <math.h>
#include <string.h>

/* Average lengths in days, by CapacityPeriodKind: 400 Gregorian years have 146 097 days. */
static const double mean_days[CAPACITY_N_PERIOD_KINDS] = { 1, 7, 365.2425 / 12, 365.2425 / 4, 365.2425,
                                                           1.0 / CAPACITY_DAY_HOURS };

/**
 * capacity_number_parse:
 * @text: a number in canonical form: digits with a decimal point, no exponent needed
 * @value: (out): the number
 *
 * Returns: whether all of @text was one finite number; otherwise @value is unchanged
 */
gboolean
capacity_number_parse (const char *text,
                       double     *value)
{
  char *end;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || g_ascii_isspace (*text) || !isfinite (number) || strpbrk (text, "xXpP") != NULL)
    return FALSE;
  *value = number;

  return TRUE;
}

/**
 * capacity_quantity_parse:
 * @text: a quantity in canonical form: `1200`, `1200.5` or with its period, `1200/month`
 * @quantity: (out caller-allocated): where to put it
 *
 * Returns: whether @text was one; otherwise @quantity is unchanged
 */
gboolean
capacity_quantity_parse (const char       *text,
                         CapacityQuantity *quantity)
{
  const char *slash = strchr (text, '/');
  g_autofree char *number = slash != NULL ? g_strndup (text, (gsize) (slash - text)) : g_strdup (text);
  CapacityQuantity result = { 0 };

  if (!capacity_number_parse (number, &result.value))
    return FALSE;
  result.has_per = slash != NULL;
  if (slash != NULL && !capacity_period_kind_from_nick (slash + 1, &result.per))
    return FALSE;
  *quantity = result;

  return TRUE;
}

/**
 * capacity_quantity_to_string:
 * @quantity: a known quantity
 *
 * Returns: (transfer full): its canonical form, see capacity_quantity_parse()
 */
char *
capacity_quantity_to_string (CapacityQuantity quantity)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (number, sizeof number, quantity.value);
  if (!quantity.has_per)
    return g_strdup (number);

  return g_strdup_printf ("%s/%s", number, capacity_period_kind_to_nick (quantity.per));
}

/**
 * capacity_rate_convert:
 * @value: an amount in a period
 * @from: of this length
 * @to: the length wanted
 *
 * Converts a rate by the average lengths of the Gregorian calendar. For a certain month, count its days or working
 * days instead.
 *
 * Returns: the amount in a period of the length @to
 */
double
capacity_rate_convert (double             value,
                       CapacityPeriodKind from,
                       CapacityPeriodKind to)
{
  g_return_val_if_fail ((guint) from < CAPACITY_N_PERIOD_KINDS && (guint) to < CAPACITY_N_PERIOD_KINDS, NAN);

  return from == to ? value : value * mean_days[to] / mean_days[from];
}
