/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-assessment.h"

G_BEGIN_DECLS

/* K15: whether a volume rises or falls, by how much, and what of it is noise. */

#define CAPACITY_SEASON_LENGTH 12

/* Trend and outliers are those of the last five years: what was before says little about what comes. */
#define CAPACITY_TREND_YEARS 5
#define CAPACITY_TREND_MONTHS (CAPACITY_TREND_YEARS * CAPACITY_SEASON_LENGTH)
#define CAPACITY_TREND_MIN_PERIODS 12
#define CAPACITY_TREND_SIGNIFICANCE 0.05

/* Modified z-score above which a value is an outlier: Iglewicz & Hoaglin (1993), in NIST e-Handbook
 * 1.3.5.17. */
#define CAPACITY_OUTLIER_SCORE 3.5

/**
 * CapacityMannKendall:
 * @n: measured values
 * @s: Kendall's S: pairs that rise less pairs that fall
 * @variance: its variance when there is no trend, with ties
 * @z: the standardised S with continuity correction
 * @p_value: two-sided; 1 when nothing varies, NaN with less than two values
 */
typedef struct
{
  guint  n;
  double s;
  double variance;
  double z;
  double p_value;
} CapacityMannKendall;

/**
 * CapacityXmr:
 * @mean: centre line
 * @mean_range: mean moving range
 * @lower: lower limit; not below 0 for counts
 * @upper: upper limit
 *
 * The limits of a control chart of individual values; all NaN with less than two neighbours measured.
 */
typedef struct
{
  double mean;
  double mean_range;
  double lower;
  double upper;
} CapacityXmr;

/**
 * CapacityXmrSignal:
 *
 * Bits: which of the four rules of NHS England, "Making data count", marks a point.
 */
typedef enum
{
  CAPACITY_XMR_NOISE = 0,
  CAPACITY_XMR_OUTSIDE = 1 << 0,   /* outside the limits */
  CAPACITY_XMR_SHIFT = 1 << 1,     /* in a run of seven or more on one side of the mean */
  CAPACITY_XMR_TREND = 1 << 2,     /* in a run of seven or more that only rise or only fall */
  CAPACITY_XMR_NEAR_LIMIT = 1 << 3, /* among two of three in a row in the outer third on one side */
} CapacityXmrSignal;

#define CAPACITY_XMR_RUN 7

CapacityMannKendall capacity_mann_kendall     (const double *values,
                                               guint         n);
double              capacity_theil_sen        (const double *values,
                                               guint         n,
                                               double       *intercept);
gboolean            capacity_seasonal_indices (const double *values,
                                               guint         n,
                                               guint         length,
                                               gboolean      is_ratio,
                                               double       *indices);
void                capacity_seasonal_adjust  (const double *values,
                                               guint         n,
                                               guint         length,
                                               double       *adjusted);
guint               capacity_mark_outliers    (const double *values,
                                               guint         n,
                                               guint         length,
                                               gboolean     *is_outlier);
guint               capacity_trend_n          (guint         n,
                                               guint         length);
CapacityTrend       capacity_trend            (const double *adjusted,
                                               guint         n,
                                               guint         length);
CapacityXmr         capacity_xmr_limits       (const double *values,
                                               guint         n);
void                capacity_xmr_signals      (const double *values,
                                               guint         n,
                                               CapacityXmr   limits,
                                               guint        *signals);

G_END_DECLS
