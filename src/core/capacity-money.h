/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityMoney:
 *
 * An amount of euros in whole cents, so that sums are exact.
 */
typedef gint64 CapacityMoney;

gboolean      capacity_money_parse     (const char    *text,
                                        CapacityMoney *money);
char         *capacity_money_to_string (CapacityMoney  money);
CapacityMoney capacity_money_share     (CapacityMoney  money,
                                        double         share);

G_END_DECLS
