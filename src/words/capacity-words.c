/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-words.h"

#include "capacity-case-cost.h"
#include "capacity-divide.h"
#include "capacity-format.h"
#include "capacity-quality-words.h"
#include "capacity-trend.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * capacity_words_verdict:
 * @verdict: a verdict
 *
 * Returns: its word, such as "pietiek"
 */
const char *
capacity_words_verdict (CapacityVerdict verdict)
{
  switch (verdict)
    {
    case CAPACITY_VERDICT_SUFFICIENT:
      return C_("verdict", "Suffices");
    case CAPACITY_VERDICT_EXCESSIVE:
      return C_("verdict", "Too much");
    case CAPACITY_VERDICT_AT_RISK:
      return C_("verdict", "At risk");
    case CAPACITY_VERDICT_INSUFFICIENT:
      return C_("verdict", "Does not suffice");
    case CAPACITY_VERDICT_UNKNOWN:
    default:
      return C_("verdict", "Not known");
    }
}

/**
 * capacity_words_mode:
 * @mode: a mode
 *
 * Returns: its name
 */
const char *
capacity_words_mode (CapacityMode mode)
{
  switch (mode)
    {
    case CAPACITY_MODE_REGULAR:
      return C_("mode", "Regular");
    case CAPACITY_MODE_PEAK:
      return C_("mode", "Peak");
    case CAPACITY_MODE_LONG_TERM:
    default:
      return C_("mode", "Long term");
    }
}

/**
 * capacity_words_request_kind:
 * @kind: a kind of applications
 *
 * Returns: its name after the method card
 */
const char *
capacity_words_request_kind (CapacityRequestKind kind)
{
  switch (kind)
    {
    case CAPACITY_REQUEST_SERVICE:
      return _("Service requests");
    case CAPACITY_REQUEST_INFORMATION:
      return _("Information requests");
    case CAPACITY_REQUEST_WORK:
      return _("Work requests");
    case CAPACITY_REQUEST_AGREEMENT:
      return _("Agreement applications");
    case CAPACITY_REQUEST_INCIDENT:
      return _("Incident reports");
    case CAPACITY_REQUEST_PROBLEM:
      return _("Problem reports");
    case CAPACITY_REQUEST_COMPLAINT:
      return _("Complaints and suggestions");
    case CAPACITY_REQUEST_CHANGE:
      return _("Change requests");
    case CAPACITY_REQUEST_ALL:
    default:
      return _("All applications");
    }
}

/**
 * capacity_words_measure:
 * @measure: what a series counts
 *
 * Returns: its name
 */
const char *
capacity_words_measure (CapacityMeasure measure)
{
  switch (measure)
    {
    case CAPACITY_MEASURE_COMPLETIONS:
      return _("Delivered");
    case CAPACITY_MEASURE_STOCK:
      return _("Waiting at the end of the period");
    case CAPACITY_MEASURE_ARRIVALS:
    default:
      return _("Applied for");
    }
}

/**
 * capacity_words_part:
 * @volume: a series of volumes
 *
 * Returns: (transfer full) (nullable): the kind, channel and place by which it is told apart from the others of its
 *   service, such as `Complaints · By phone`; %NULL where it is not
 */
char *
capacity_words_part (const CapacityVolume *volume)
{
  const char *kind = volume->kind != CAPACITY_REQUEST_ALL ? capacity_words_request_kind (volume->kind) : NULL;
  const char *all[] = { kind, volume->channel, volume->site };
  const char *told[G_N_ELEMENTS (all) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL)
      told[n++] = all[i];

  return n > 0 ? g_strjoinv (" · ", (char **) told) : NULL;
}

/**
 * capacity_words_basis:
 * @basis: how a capacity is known
 *
 * Returns: its name
 */
const char *
capacity_words_basis (CapacityBasis basis)
{
  switch (basis)
    {
    case CAPACITY_BASIS_MEASURED:
      return C_("basis", "Measured");
    case CAPACITY_BASIS_NORM:
      return C_("basis", "Norm");
    case CAPACITY_BASIS_CONTRACT:
      return C_("basis", "Contract");
    case CAPACITY_BASIS_ESTIMATE:
    default:
      return C_("basis", "Estimate");
    }
}

/**
 * capacity_words_need_basis:
 * @need: what a case takes of a resource
 *
 * Returns: (transfer full): how it is known and, of what was measured, how it stands to the norm
 */
char *
capacity_words_need_basis (const CapacityNeed *need)
{
  g_autofree char *norm = capacity_format_exact (need->norm);
  g_autofree char *apart = capacity_format_percent (fabs (need->amount / need->norm - 1));

  if (isnan (need->norm))
    return g_strdup (capacity_words_basis (need->basis));
  if (need->amount == need->norm)
    return g_strdup (_("Measured, the same as the norm"));

  /* Translators: %1$s is a share such as "12 %", %2$s the norm, a number */
  return g_strdup_printf (need->amount > need->norm ? _("Measured, %1$s more than the norm, which is %2$s")
                                                    : _("Measured, %1$s less than the norm, which is %2$s"),
                          apart, norm);
}

/**
 * capacity_words_period_kind:
 * @kind: the length of a period
 *
 * Returns: its name, such as "mēnesis"
 */
const char *
capacity_words_period_kind (CapacityPeriodKind kind)
{
  switch (kind)
    {
    case CAPACITY_PERIOD_HOUR:
      return C_("period", "Hour");
    case CAPACITY_PERIOD_DAY:
      return C_("period", "Day");
    case CAPACITY_PERIOD_WEEK:
      return C_("period", "Week");
    case CAPACITY_PERIOD_QUARTER:
      return C_("period", "Quarter");
    case CAPACITY_PERIOD_YEAR:
      return C_("period", "Year");
    case CAPACITY_PERIOD_MONTH:
    default:
      return C_("period", "Month");
    }
}

/**
 * capacity_words_per:
 * @kind: the length of a period
 *
 * Returns: how a rate says it, such as "mēnesī"
 */
const char *
capacity_words_per (CapacityPeriodKind kind)
{
  switch (kind)
    {
    case CAPACITY_PERIOD_HOUR:
      return _("an hour");
    case CAPACITY_PERIOD_DAY:
      return _("a working day");
    case CAPACITY_PERIOD_WEEK:
      return _("a week");
    case CAPACITY_PERIOD_QUARTER:
      return _("a quarter");
    case CAPACITY_PERIOD_YEAR:
      return _("a year");
    case CAPACITY_PERIOD_MONTH:
    default:
      return _("a month");
    }
}

static char *
in_month (int month)
{
  return capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

static char *
month_name (int month)
{
  return capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

static char *
unknown_headline (const CapacityServiceAssessment *self)
{
  switch (self->modes[CAPACITY_MODE_REGULAR].reason)
    {
    case CAPACITY_REASON_NO_CAPACITY:
      return g_strdup (_("Say how much the service can deliver to see whether that suffices."));
    case CAPACITY_REASON_STALE_DATA:
      return g_strdup (_("The data is too old to judge. Import newer volumes."));
    default:
      return g_strdup (_("There is no data to judge by. Import the volumes of the service."));
    }
}

static char *
risk_headline (const CapacityServiceAssessment *self)
{
  g_autofree char *when = NULL;

  if (self->exhaustion.state == CAPACITY_EXHAUSTION_WITHIN && self->exhaustion.likely != 0)
    {
      when = in_month (self->exhaustion.likely);
      /* Translators: %s is when, such as "in May 2027" */
      return g_strdup_printf (_("Capacity is likely to stop sufficing %s."), when);
    }
  if (self->exhaustion.state == CAPACITY_EXHAUSTION_WITHIN)
    {
      when = in_month (self->exhaustion.earliest);
      return g_strdup_printf (_("Capacity may stop sufficing as early as %s."), when);
    }
  if (self->modes[CAPACITY_MODE_REGULAR].verdict == CAPACITY_VERDICT_AT_RISK)
    return g_strdup (_("Capacity still suffices, but little is left in reserve."));

  return g_strdup (_("Capacity suffices on ordinary days, but little is left in reserve in the peaks."));
}

static char *
insufficient_headline (const CapacityServiceAssessment *self)
{
  g_autofree char *when = NULL;

  if (self->modes[CAPACITY_MODE_REGULAR].verdict == CAPACITY_VERDICT_INSUFFICIENT)
    return g_strdup (_("Capacity does not suffice already now."));
  if (self->modes[CAPACITY_MODE_PEAK].verdict == CAPACITY_VERDICT_INSUFFICIENT)
    return g_strdup (_("Capacity suffices on ordinary days, but not in the peaks."));
  when = in_month (self->short_month);

  /* Translators: %s is when, such as "in May 2027" */
  return g_strdup_printf (_("Capacity will not suffice %s, and no more can be added by then."), when);
}

static char *
verdict_headline (const CapacityServiceAssessment *self)
{
  switch (self->overall)
    {
    case CAPACITY_VERDICT_SUFFICIENT:
      return g_strdup (_("Capacity suffices."));
    case CAPACITY_VERDICT_EXCESSIVE:
      return g_strdup (_("There is more capacity than is used."));
    case CAPACITY_VERDICT_AT_RISK:
      return risk_headline (self);
    case CAPACITY_VERDICT_INSUFFICIENT:
      return insufficient_headline (self);
    case CAPACITY_VERDICT_UNKNOWN:
    default:
      return unknown_headline (self);
    }
}

/**
 * capacity_words_headline:
 * @self: a service's assessment
 *
 * Returns: (transfer full): a calm sentence for the manager: whether it suffices, and when it will not; with one more
 *   about the age of the data where that is old
 */
char *
capacity_words_headline (const CapacityServiceAssessment *self)
{
  g_autofree char *headline = verdict_headline (self);
  g_autofree char *last = NULL;

  if (!self->quality.is_stale || self->overall == CAPACITY_VERDICT_UNKNOWN)
    return g_steal_pointer (&headline);
  last = month_name (self->quality.last_month);

  /* Translators: %1$s is a sentence, %2$s a month such as "September 2024" */
  return g_strdup_printf (_("%1$s The latest data is of %2$s."), headline, last);
}

static char *
compared (const CapacityServiceAssessment *self,
          const CapacityModeAssessment    *mode,
          const char                      *format)
{
  g_autofree char *demand = capacity_format_rate (mode->demand, self->service->unit, CAPACITY_PERIOD_MONTH);
  g_autofree char *capacity = capacity_format_count (mode->capacity);
  g_autofree char *utilisation = capacity_format_percent (mode->utilisation);
  g_autofree char *target = capacity_format_percent (mode->target);
  g_autofree char *month = in_month (mode->month);
  GString *text = g_string_new (format);

  g_string_replace (text, "{demand}", demand, 0);
  g_string_replace (text, "{capacity}", capacity, 0);
  g_string_replace (text, "{utilisation}", utilisation, 0);
  g_string_replace (text, "{target}", target, 0);
  g_string_replace (text, "{month}", month, 0);

  return g_string_free_and_steal (text);
}

/* The month in which all capacity is passed before more can be added. */
static char *
short_sentence (const CapacityServiceAssessment *self)
{
  guint place = (guint) (self->short_month - self->limit_first);
  const double *limits = isnan (self->limits_peak[place]) ? self->limits_regular : self->limits_peak;
  CapacityModeAssessment month = {
    .month = self->short_month,
    .demand = capacity_service_assessment_demand_in (self, self->short_month),
    .capacity = MAX (limits[place], self->limits_regular[place]),
  };

  return compared (self, &month, _("{demand} is what to expect {month}, more than all capacity, that of the peaks included: {capacity}. No more can be added by then."));
}

/* What is said of peaks where single months were not counted. */
static char *
peak_of_longer (const CapacityServiceAssessment *self,
                char                            *taken)
{
  g_autofree char *sentence = taken;
  CapacityPeriodKind kind = capacity_divide_kind_at (self->divisions, self->quality.last_month);

  if (kind == CAPACITY_PERIOD_QUARTER)
    /* Translators: %s is a sentence about the peaks; this is what they are taken from */
    return g_strdup_printf (_("%s Counted by the quarter: this is the fullest quarter, the peaks within it are not known."),
                            sentence);
  if (kind == CAPACITY_PERIOD_YEAR)
    return g_strdup_printf (_("%s Counted by the year: the peaks within it are not known."), sentence);

  return g_steal_pointer (&sentence);
}

/* Says of which months of one length, where there are any, that they were made. */
static void
append_counted (GString                         *text,
                const CapacityServiceAssessment *self,
                CapacityPeriodKind               kind)
{
  guint n = 0, n_known = self->demand->n - capacity_series_n_missing (self->demand);
  int first = 0, end = 0;
  g_autofree char *months = NULL;

  for (guint i = 0; i < self->divisions->len; i++)
    {
      const CapacityDivision *division = &g_array_index (self->divisions, CapacityDivision, i);

      if (division->kind != kind)
        continue;
      first = n == 0 ? division->first : first;
      end = division->first + (int) division->n;
      n += division->n;
    }
  if (n == 0)
    return;
  months = capacity_words_months (first, (guint) (end - first));
  g_string_append (text, text->len > 0 ? " " : "");
  if (n == n_known)
    g_string_append (text, kind == CAPACITY_PERIOD_QUARTER
                             ? _("Counted by the quarter: each month is its share by working days.")
                             : _("Counted by the year: each month is its share by working days."));
  else
    /* Translators: %s is "month – month" */
    g_string_append_printf (text, kind == CAPACITY_PERIOD_QUARTER
                                    ? _("Counted by the quarter (%s): each of these months is its share by working days.")
                                    : _("Counted by the year (%s): each of these months is its share by working days."),
                            months);
}

/**
 * capacity_words_counted:
 * @self: a service's assessment
 *
 * Returns: (transfer full) (nullable): which months were not counted themselves, and how they were made; %NULL where all
 *   were
 */
char *
capacity_words_counted (const CapacityServiceAssessment *self)
{
  GString *text;

  if (self->divisions == NULL)
    return NULL;
  text = g_string_new (NULL);
  append_counted (text, self, CAPACITY_PERIOD_YEAR);
  append_counted (text, self, CAPACITY_PERIOD_QUARTER);

  return g_string_free_and_steal (text);
}

static char *
mode_sentence (const CapacityServiceAssessment *self,
               const CapacityModeAssessment    *m)
{
  switch (m->reason)
    {
    case CAPACITY_REASON_NO_DATA:
      return g_strdup (_("No volumes have been measured."));
    case CAPACITY_REASON_STALE_DATA:
      return g_strdup (_("The data ended too long ago to say anything about today."));
    case CAPACITY_REASON_NO_CAPACITY:
      return g_strdup (_("Nobody has said how much can be delivered."));
    case CAPACITY_REASON_NO_FORECAST:
      return g_strdup (_("There is too little history for a forecast."));
    /* Translators: {demand} is such as "1 240 applications a month", {capacity} a number, {utilisation} and {target}
     * percentages, {month} is such as "in May 2027". Keep the names in braces as they are. */
    case CAPACITY_REASON_WITHIN_TARGET:
      return compared (self, m, _("{demand} against {capacity} that can be delivered: {utilisation} is used, up to {target} is prudent."));
    case CAPACITY_REASON_ABOVE_TARGET:
      return compared (self, m, _("{demand} against {capacity} that can be delivered: {utilisation} is used, more than the prudent {target}."));
    case CAPACITY_REASON_ABOVE_CAPACITY:
      return compared (self, m, _("{demand} is more than the {capacity} that can be delivered ({utilisation})."));
    case CAPACITY_REASON_UNDER_USE:
      return compared (self, m, _("{demand} against {capacity} that can be delivered: only {utilisation} has been used for half a year."));
    case CAPACITY_REASON_EXHAUSTION_SOON:
      return compared (self, m, _("Demand passes the prudent {target} of capacity before there is time to add more; it takes most {month}: {utilisation}."));
    case CAPACITY_REASON_EXHAUSTION_LATER:
      return compared (self, m, _("Demand grows past the prudent {target} of capacity, but there is time to act; it takes most {month}: {utilisation}."));
    case CAPACITY_REASON_SHORT_BEFORE_LEAD:
      return short_sentence (self);
    case CAPACITY_REASON_STOCK_TOO_LARGE:
      return g_strdup (_("The queue is larger than capacity can work off in time."));
    default:
      return g_strdup ("");
    }
}

/**
 * capacity_words_mode_sentence:
 * @self: a service's assessment
 * @mode: one of its modes
 *
 * Returns: (transfer full): why the verdict in that mode is what it is, with the figures that decided
 */
char *
capacity_words_mode_sentence (const CapacityServiceAssessment *self,
                              CapacityMode                     mode)
{
  g_autofree char *sentence = mode_sentence (self, &self->modes[mode]);

  if (mode == CAPACITY_MODE_PEAK && !isnan (self->modes[mode].utilisation))
    return peak_of_longer (self, g_steal_pointer (&sentence));

  return g_steal_pointer (&sentence);
}

/**
 * capacity_words_exhaustion:
 * @self: when demand passes what is to be used of the capacity
 *
 * Returns: (transfer full): the likely date, or why there is none
 */
char *
capacity_words_exhaustion (const CapacityExhaustion *self)
{
  g_autofree char *until = NULL;

  switch (self->state)
    {
    case CAPACITY_EXHAUSTION_ALREADY:
      /* Translators: demand already takes of the capacity that is to be kept in reserve, though it still fits */
      return g_strdup (self->is_reserve ? _("Already uses the reserve") : _("Already now"));
    case CAPACITY_EXHAUSTION_WITHIN:
      if (self->likely != 0)
        return month_name (self->likely);
      until = month_name (self->earliest);
      /* Translators: %s is a month, such as "May 2027" */
      return g_strdup_printf (_("At the earliest %s"), until);
    case CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON:
      until = capacity_format_to_month (self->horizon_end);
      /* Translators: %s is a month from the context "to month", such as "December 2029" */
      return g_strdup_printf (_("Not reached by %s"), until);
    case CAPACITY_EXHAUSTION_UNKNOWN:
    default:
      return g_strdup (_("Not known"));
    }
}

/**
 * capacity_words_exhaustion_range:
 * @self: when demand passes what is to be used of the capacity
 *
 * Returns: (transfer full) (nullable): the earliest and the latest month; %NULL where there is no range
 */
char *
capacity_words_exhaustion_range (const CapacityExhaustion *self)
{
  g_autofree char *earliest = NULL;
  g_autofree char *latest = NULL;

  if (self->state != CAPACITY_EXHAUSTION_WITHIN || self->likely == 0 || self->earliest == 0)
    return NULL;
  earliest = month_name (self->earliest);
  if (self->latest == 0)
    {
      latest = month_name (self->horizon_end);
      return g_strdup_printf (_("Earliest %s, latest after %s"), earliest, latest);
    }
  latest = month_name (self->latest);

  return g_strdup_printf (_("Earliest %s, latest %s"), earliest, latest);
}

/**
 * capacity_words_decide_by:
 * @self: when demand passes what is to be used of the capacity
 * @as_of: today
 *
 * Returns: (transfer full) (nullable): the last day to decide, or that it has passed; %NULL where nothing is to be
 *   decided
 */
char *
capacity_words_decide_by (const CapacityExhaustion *self,
                          CapacityDate              as_of)
{
  g_autofree char *date = capacity_format_date (self->decide_by);

  if (self->state == CAPACITY_EXHAUSTION_ALREADY)
    return g_strdup (_("Decide now"));
  if (self->decide_by == CAPACITY_DATE_NONE)
    return NULL;
  if (self->decide_by < as_of)
    return g_strdup_printf (_("The last day to decide, %s, has passed"), date);

  return g_strdup_printf (_("Decide by %s"), date);
}

/**
 * capacity_words_trend:
 * @self: a trend
 *
 * Returns: (transfer full): direction, size and certainty
 */
char *
capacity_words_trend (const CapacityTrend *self)
{
  g_autofree char *size = capacity_format_percent (fabs (self->per_year));
  g_autofree char *fine = capacity_format_number (fabs (self->per_year) * 100, 1);

  if (!self->is_known)
    return g_strdup (_("Too little history for a trend"));
  if (!self->is_certain)
    return g_strdup (_("No proven trend"));
  if (fabs (self->per_year) < 0.0995)
    {
      g_free (size);
      size = g_strdup_printf (C_("percentage", "%s%%"), fine);
    }

  return self->per_year >= 0 ? g_strdup_printf (_("Grows by %s a year"), size)
                             : g_strdup_printf (_("Falls by %s a year"), size);
}

/**
 * capacity_words_queue:
 * @self: a queue
 *
 * Returns: (transfer full): how much waits, how long it takes to clear and whether it grows
 */
char *
capacity_words_queue (const CapacityQueue *self)
{
  g_autofree char *stock = capacity_format_count (self->stock);
  g_autofree char *growth = capacity_format_count (fabs (self->growth));
  GString *text = g_string_new (NULL);

  if (!self->is_known || (isnan (self->stock) && isnan (self->growth)))
    {
      g_string_free (text, TRUE);
      return g_strdup (_("The queue is not measured"));
    }
  if (!isnan (self->stock))
    g_string_append_printf (text, g_dngettext (NULL, "%s case waits", "%s cases wait", (gulong) MAX (self->stock, 0)), stock);
  if (!isnan (self->clearance_days))
    {
      gulong days = (gulong) ceil (MAX (self->clearance_days, 0));

      g_string_append (text, ", ");
      g_string_append_printf (text, g_dngettext (NULL, "%lu working day to clear", "%lu working days to clear", days), days);
    }
  if (!isnan (self->growth) && fabs (self->growth) >= 0.5)
    {
      if (text->len > 0)
        g_string_append (text, ". ");
      g_string_append_printf (text, self->growth > 0 ? _("The queue grows by %s a month") : _("The queue shrinks by %s a month"),
                              growth);
    }

  return g_string_free_and_steal (text);
}

/**
 * capacity_words_signal:
 * @signals: the #CapacityXmrSignal bits of a month, at least one
 *
 * Returns: why a month shows more than chance, by the strongest rule where several mark it
 */
const char *
capacity_words_signal (guint signals)
{
  if (signals & CAPACITY_XMR_OUTSIDE)
    return C_("signal", "outside the limits");
  if (signals & CAPACITY_XMR_SHIFT)
    return C_("signal", "in a row of seven or more on one side of the mean");
  if (signals & CAPACITY_XMR_TREND)
    return C_("signal", "in a row of seven or more that only rise or only fall");

  return C_("signal", "two of three near a limit");
}

/**
 * capacity_words_relief:
 * @self: a service's assessment
 *
 * Returns: (transfer full) (nullable): how many wait beyond those that may, and the capacity it takes to work them off;
 *   %NULL where no more wait than may, or it is not known
 */
char *
capacity_words_relief (const CapacityServiceAssessment *self)
{
  const CapacityQueue *queue = &self->queue;
  double capacity = self->modes[CAPACITY_MODE_REGULAR].capacity;
  g_autofree char *allowed = capacity_format_count (queue->allowed);
  g_autofree char *beyond = capacity_format_count (queue->stock - queue->allowed);
  g_autofree char *relief = capacity_format_rate (queue->relief, self->service->unit, CAPACITY_PERIOD_MONTH);
  g_autofree char *more = capacity_format_count (queue->relief - capacity);

  if (isnan (queue->relief))
    return NULL;
  /* Translators: %1$s, %2$s and %4$s are numbers of cases, %3$s is such as "1 240 applications a month" */
  if (queue->relief > capacity)
    return g_strdup_printf (_("Up to %1$s may wait, but %2$s more do. To work them off within a year takes capacity for %3$s: %4$s more than there is."),
                            allowed, beyond, relief, more);

  return g_strdup_printf (_("Up to %1$s may wait, but %2$s more do. To work them off within a year takes capacity for %3$s."),
                          allowed, beyond, relief);
}

static char *
money_of_cents (double cents)
{
  if (isnan (cents))
    return NULL;

  return capacity_format_money ((CapacityMoney) round (cents));
}

/**
 * capacity_words_case_cost:
 * @assessment: what is concluded
 * @self: the part of it about one service
 *
 * Returns: (transfer full) (nullable): what a case costs on average, and by channel where that differs; %NULL where no
 *   cost is known
 */
char *
capacity_words_case_cost (const CapacityAssessment        *assessment,
                          const CapacityServiceAssessment *self)
{
  gboolean is_least;
  double cost = capacity_case_cost (assessment, self, &is_least);
  g_autoptr (GArray) channels = capacity_case_cost_by_channel (assessment, self);
  g_autofree char *mean = money_of_cents (cost);
  g_autoptr (GString) by_channel = g_string_new (NULL);
  gboolean is_different = FALSE;
  g_autofree char *text = NULL;

  if (mean == NULL)
    return NULL;

  for (guint i = 0; i < channels->len; i++)
    {
      const CapacityChannelCost *channel = &g_array_index (channels, CapacityChannelCost, i);
      g_autofree char *amount = money_of_cents (channel->cost);

      if (amount != NULL)
        g_string_append_printf (by_channel, "\n%s: %s", channel->channel, amount);
      is_different = is_different || g_strcmp0 (amount, mean) != 0;
    }
  /* Translators: %s is an amount of money */
  text = g_strdup_printf (is_least ? _("At least %s: the cost of a resource it needs is not known") : "%s", mean);

  return g_strconcat (text, is_different ? by_channel->str : NULL, NULL);
}

static const char *by_kind (CapacityPeriodKind kind,
                            const char        *months,
                            const char        *quarters,
                            const char        *years) G_GNUC_FORMAT (2) G_GNUC_FORMAT (3) G_GNUC_FORMAT (4);

/* The text about months, quarters or years, by what was counted. */
static const char *
by_kind (CapacityPeriodKind kind,
         const char        *months,
         const char        *quarters,
         const char        *years)
{
  return kind == CAPACITY_PERIOD_QUARTER ? quarters : kind == CAPACITY_PERIOD_YEAR ? years : months;
}

/**
 * capacity_words_quality:
 * @self: how far data can be trusted
 *
 * Returns: (transfer full): how many months, or quarters or years, what is missing or odd, and how old the last one is
 */
char *
capacity_words_quality (const CapacityQuality *self)
{
  g_autofree char *last = NULL;
  GString *text;

  if (self->last_month == 0)
    return g_strdup (_("No data"));
  last = capacity_format_to_month (self->last_month);
  text = g_string_new (NULL);
  /* Translators: %s is a month from the context "to month" */
  g_string_append_printf (text, by_kind (self->kind, g_dngettext (NULL, "%u month to %s", "%u months to %s", self->n_periods),
                                         g_dngettext (NULL, "%u quarter to %s", "%u quarters to %s", self->n_periods),
                                         g_dngettext (NULL, "%u year to %s", "%u years to %s", self->n_periods)),
                          self->n_periods, last);
  if (self->n_missing > 0)
    g_string_append_printf (text, g_dngettext (NULL, ", %u missing", ", %u missing", self->n_missing), self->n_missing);
  if (self->n_outliers > 0)
    g_string_append_printf (text, g_dngettext (NULL, ", %u unusual", ", %u unusual", self->n_outliers), self->n_outliers);
  if (self->is_stale)
    g_string_append (text, _("; out of date"));

  return g_string_free_and_steal (text);
}

static const char *
refusal (const CapacityForecast *self)
{
  switch (self->outcome)
    {
    case CAPACITY_FORECAST_TOO_SHORT:
      return by_kind (self->counted, _("No forecast: fewer than six months have been measured."),
                      _("No forecast: fewer than six quarters have been measured."),
                      _("No forecast: fewer than six years have been measured."));
    case CAPACITY_FORECAST_NOT_FINITE:
      return _("No forecast: a volume is negative or not a number.");
    case CAPACITY_FORECAST_TOO_SPARSE:
      return by_kind (self->counted, _("No forecast: most of the recent months have not been measured."),
                      _("No forecast: most of the recent quarters have not been measured."),
                      _("No forecast: most of the recent years have not been measured."));
    case CAPACITY_FORECAST_ALL_MISSING:
    default:
      return _("No forecast: nothing has been measured.");
    }
}

static const char *
method (const CapacityForecast *self)
{
  switch (self->method)
    {
    case CAPACITY_METHOD_LEVEL:
      return _("The forecast continues the present level: there is too little history for a trend.");
    case CAPACITY_METHOD_TREND:
      return _("The forecast continues level and trend: there is too little history for a season.");
    case CAPACITY_METHOD_SHORT_SEASON:
      return _("The forecast uses trend and a season learnt from a short history.");
    case CAPACITY_METHOD_INTERMITTENT:
      return by_kind (self->counted, _("The forecast is made for rare cases: many months have none."),
                      _("The forecast is made for rare cases: many quarters have none."),
                      _("The forecast is made for rare cases: many years have none."));
    case CAPACITY_METHOD_COMBINATION:
    default:
      if (self->counted == CAPACITY_PERIOD_YEAR)
        return _("The forecast is the mean of several methods with trend.");
      return _("The forecast is the mean of several methods with trend and season.");
    }
}

static void
add_events (GString                *text,
            const CapacityForecast *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) events = NULL;
  g_autofree char *list = NULL;

  if (self->n_events == 0)
    return;
  for (guint i = 0; i < self->n_events; i++)
    {
      g_autofree char *when = capacity_format_period ((CapacityPeriod) { self->counted, self->events[i].index });

      g_strv_builder_take (builder, g_strdup_printf (self->events[i].kind == CAPACITY_EVENT_SHIFT
                                                       /* Translators: %s is a month in which the level of volumes changed */
                                                       ? _("%s (another level from then on)")
                                                       /* Translators: %s is a month with an unusual volume */
                                                       : _("%s (one-off)"),
                                                     when));
    }
  events = g_strv_builder_end (builder);
  list = g_strjoinv (", ", events);
  g_string_append_c (text, ' ');
  /* Translators: %s is a list of months */
  g_string_append_printf (text, _("Kept out of trend and season: %s."), list);
}

/**
 * capacity_words_forecast:
 * @self: a forecast
 *
 * Returns: (transfer full): how it was made, what was kept out of it and how it would have done in the last 12 periods,
 *   or why there is none
 */
char *
capacity_words_forecast (const CapacityForecast *self)
{
  GString *text;

  if (self->outcome != CAPACITY_FORECAST_OK)
    return g_strdup (refusal (self));
  text = g_string_new (method (self));
  add_events (text, self);
  if (self->working_days > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append (text, _("It follows the number of working days of each month."));
    }
  if (!isnan (self->mase) && !isnan (self->mase_snaive) && self->mase_snaive > 0)
    {
      double gain = 1 - self->mase / self->mase_snaive;
      g_autofree char *share = capacity_format_percent (fabs (gain));

      g_string_append_c (text, ' ');
      if (fabs (gain) < 0.02)
        g_string_append (text, by_kind (self->counted,
                                        _("In the last 12 months it would have erred as much as repeating the year before."),
                                        _("In the last 12 quarters it would have erred as much as repeating the year before."),
                                        _("In the last 12 years it would have erred as much as repeating the year before.")));
      else if (gain > 0)
        g_string_append_printf (text, by_kind (self->counted,
                                               _("In the last 12 months it would have erred %s less than repeating the year before."),
                                               _("In the last 12 quarters it would have erred %s less than repeating the year before."),
                                               _("In the last 12 years it would have erred %s less than repeating the year before.")),
                                share);
      else
        g_string_append_printf (text, by_kind (self->counted,
                                               _("In the last 12 months it would have erred %s more than repeating the year before."),
                                               _("In the last 12 quarters it would have erred %s more than repeating the year before."),
                                               _("In the last 12 years it would have erred %s more than repeating the year before.")),
                                share);
    }
  if (!isnan (self->covered80))
    {
      g_autofree char *share = capacity_format_percent (self->covered80);

      g_string_append_c (text, ' ');
      /* Translators: %s is a percentage of the months that were compared */
      g_string_append_printf (text, by_kind (self->counted, _("%s of the months compared lay within the 80%% interval."),
                                             _("%s of the quarters compared lay within the 80%% interval."),
                                             _("%s of the years compared lay within the 80%% interval.")),
                              share);
    }

  return g_string_free_and_steal (text);
}
