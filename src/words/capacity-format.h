/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-money.h"
#include "capacity-period.h"

G_BEGIN_DECLS

/* Numbers, dates and periods in the user's language: the one place that writes them, for screen and paper. All
 * results are new strings in UTF-8; groups of digits and units are joined with no-break spaces. NaN gives "–". */

char *capacity_format_number     (double             value,
                                  int                decimals);
char *capacity_format_count      (double             value);
char *capacity_format_exact      (double             value);
char *capacity_format_percent    (double             ratio);
char *capacity_format_change     (double             ratio,
                                  int                decimals);
char *capacity_format_money      (CapacityMoney      money);
char *capacity_format_estimate   (CapacityMoney      money);
char *capacity_format_date       (CapacityDate       date);
char *capacity_format_long_date  (CapacityDate       date);
char *capacity_format_time       (gint64             time);
char *capacity_format_hour       (int                hour);
char *capacity_format_period     (CapacityPeriod     period);
char *capacity_format_in_period  (CapacityPeriod     period);
char *capacity_format_to_month   (int                month);
const char *capacity_format_in_month (guint          number);
char *capacity_format_short_month (int               month);
const char *capacity_format_weekday (guint           number);
const char *capacity_format_on_weekday (guint        number);
char *capacity_format_rate       (double             value,
                                  const char        *unit,
                                  CapacityPeriodKind per);
double       capacity_format_parse_number (const char *text);
CapacityDate capacity_format_parse_date   (const char *text);

G_END_DECLS
