/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-money.h"

#include <math.h>

/**
 * capacity_money_parse:
 * @text: euros in canonical form: `1234`, `1234.5` or `-1234.50`
 * @money: (out): the cents
 *
 * Returns: whether @text was an amount with at most two decimals; otherwise @money is unchanged
 */
gboolean
capacity_money_parse (const char    *text,
                      CapacityMoney *money)
{
  gboolean is_negative = *text == '-';
  const char *p = text + is_negative;
  gint64 cents = 0;
  int decimals = -1;

  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; *p != '\0'; p++)
    {
      if (*p == '.' && decimals < 0)
        decimals = 0;
      else if (g_ascii_isdigit (*p) && decimals < 2 && cents < G_MAXINT64 / 10000)
        {
          cents = cents * 10 + *p - '0';
          decimals += decimals >= 0;
        }
      else
        return FALSE;
    }
  for (decimals = MAX (decimals, 0); decimals < 2; decimals++)
    cents *= 10;
  *money = is_negative ? -cents : cents;

  return TRUE;
}

/**
 * capacity_money_to_string:
 * @money: cents
 *
 * Returns: (transfer full): euros in canonical form, such as `1234.50`
 */
char *
capacity_money_to_string (CapacityMoney money)
{
  guint64 cents = money < 0 ? -(guint64) money : (guint64) money;

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02d", money < 0 ? "-" : "", cents / 100, (int) (cents % 100));
}

/**
 * capacity_money_share:
 * @money: cents
 * @share: any finite factor
 *
 * Returns: @money times @share, rounded to whole cents, half away from zero
 */
CapacityMoney
capacity_money_share (CapacityMoney money,
                      double        share)
{
  g_return_val_if_fail (isfinite (share), 0);

  return (CapacityMoney) llround ((double) money * share);
}
