/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CapacityPeriodKind:
 *
 * The calendar lengths in which volumes are counted. The values are stored in files: never renumber. They do not tell
 * which is longer; capacity_period_kind_rank() does.
 */
typedef enum
{
  CAPACITY_PERIOD_DAY = 0,
  CAPACITY_PERIOD_WEEK = 1,
  CAPACITY_PERIOD_MONTH = 2,
  CAPACITY_PERIOD_QUARTER = 3,
  CAPACITY_PERIOD_YEAR = 4,
  CAPACITY_PERIOD_HOUR = 5,
} CapacityPeriodKind;

#define CAPACITY_N_PERIOD_KINDS 6

#define CAPACITY_DAY_HOURS 24
#define CAPACITY_WEEK_DAYS 7

/**
 * CapacityDate:
 *
 * A calendar day as the number of days since the day before 1 January of year 1 (proleptic Gregorian; that day is 1,
 * as in `g_date_get_julian()`). 0 means "no date".
 */
typedef int CapacityDate;

#define CAPACITY_DATE_NONE 0

/**
 * CapacityPeriod:
 * @kind: the length
 * @index: which one: for hours date * 24 + the hour of the wall clock, 0…23, for days the #CapacityDate, for weeks
 *   (date - 1) / 7 (weeks start on Monday), for months year * 12 + month - 1, for quarters year * 4 + quarter - 1, for years
 *   the year
 *
 * One calendar period. A plain value; the index is what the file stores.
 */
typedef struct
{
  CapacityPeriodKind kind;
  int                index;
} CapacityPeriod;

/* The calendar that is supported: 1 January 1800 to 31 December 2999. */
#define CAPACITY_YEAR_MIN 1800
#define CAPACITY_YEAR_MAX 2999

gboolean       capacity_date_is_valid      (int                 year,
                                            int                 month,
                                            int                 day);
CapacityDate   capacity_date_from_ymd      (int                 year,
                                            int                 month,
                                            int                 day);
void           capacity_date_to_ymd        (CapacityDate        date,
                                            int                *year,
                                            int                *month,
                                            int                *day);
int            capacity_date_weekday       (CapacityDate        date);
CapacityDate   capacity_date_from_unix     (gint64              seconds);
gint64         capacity_date_midnight      (CapacityDate        date);
CapacityDate   capacity_date_parse         (const char         *text);
char          *capacity_date_to_string     (CapacityDate        date);

CapacityPeriod capacity_period_of_date     (CapacityPeriodKind  kind,
                                            CapacityDate        date);
CapacityPeriod capacity_month              (int                 year,
                                            int                 month);
CapacityPeriod capacity_hour               (CapacityDate        date,
                                            int                 hour);
int            capacity_period_hour        (CapacityPeriod      period);
CapacityDate   capacity_period_first_day   (CapacityPeriod      period);
CapacityDate   capacity_period_last_day    (CapacityPeriod      period);
int            capacity_period_n_days      (CapacityPeriod      period);
int            capacity_period_year        (CapacityPeriod      period);
CapacityPeriod capacity_period_convert     (CapacityPeriod      period,
                                            CapacityPeriodKind  kind);
CapacityPeriod capacity_period_add         (CapacityPeriod      period,
                                            int                 n);
gboolean       capacity_period_parse       (const char         *text,
                                            CapacityPeriod     *period);
char          *capacity_period_to_string   (CapacityPeriod      period);

guint          capacity_period_kind_months    (CapacityPeriodKind  kind);
int            capacity_period_kind_rank      (CapacityPeriodKind  kind);
CapacityPeriodKind
               capacity_period_kind_of_rank   (int                 rank);
const char    *capacity_period_kind_to_nick   (CapacityPeriodKind  kind);
gboolean       capacity_period_kind_from_nick (const char         *nick,
                                               CapacityPeriodKind *kind);

G_END_DECLS
