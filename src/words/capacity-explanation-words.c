/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation-words.h"

#include "capacity-format.h"
#include "capacity-register-words.h"
#include "capacity-resource-words.h"
#include "capacity-words.h"

#include <glib/gi18n.h>
#include <math.h>

#define NBSP "\302\240"
#define UNKNOWN "–"

/* Constant words by enumeration; where a figure has a mode, one for each. */

static const char *const mode_titles[][CAPACITY_N_MODES] = {
  [CAPACITY_FIGURE_VERDICT] = { N_("Verdict on ordinary days"), N_("Verdict in the peaks"),
                                N_("Verdict in the long term") },
  [CAPACITY_FIGURE_UTILISATION] = { N_("Use on ordinary days"), N_("Use in the peaks"),
                                    N_("Use in the long term") },
  [CAPACITY_FIGURE_DEMAND] = { N_("Demand on ordinary days"), N_("Demand in the peaks"),
                               N_("Demand in the long term") },
  [CAPACITY_FIGURE_CAPACITY] = { N_("Capacity on ordinary days"), N_("Capacity in the peaks"),
                                 N_("Capacity in the long term") },
  [CAPACITY_FIGURE_HEADROOM] = { N_("Reserve on ordinary days"), N_("Reserve in the peaks"),
                                 N_("Reserve in the long term") },
  [CAPACITY_FIGURE_RESOURCE_MODE_VERDICT] = { N_("Verdict on ordinary days"), N_("Verdict in the peaks"),
                                              N_("Verdict in the long term") },
  [CAPACITY_FIGURE_RESOURCE_LEFT] = { N_("Left over on ordinary days"), N_("Left over in the peaks"),
                                      N_("Left over in the long term") },
};

static const char *const titles[CAPACITY_N_FIGURES] = {
  [CAPACITY_FIGURE_OVERALL] = N_("Verdict"),
  [CAPACITY_FIGURE_EXHAUSTION] = N_("When capacity stops sufficing"),
  [CAPACITY_FIGURE_DECIDE_BY] = N_("Last day to decide"),
  [CAPACITY_FIGURE_LAST12] = N_("Volume of the last 12 months"),
  [CAPACITY_FIGURE_CHANGE12] = N_("Change against the 12 months before"),
  [CAPACITY_FIGURE_TREND] = N_("Trend"),
  [CAPACITY_FIGURE_QUEUE_STOCK] = N_("Waiting"),
  [CAPACITY_FIGURE_QUEUE_GROWTH] = N_("Growth of the queue"),
  [CAPACITY_FIGURE_QUEUE_CLEARANCE] = N_("Time to clear the queue"),
  [CAPACITY_FIGURE_QUEUE_ALLOWED] = N_("May wait"),
  [CAPACITY_FIGURE_QUEUE_RELIEF] = N_("Capacity that works off the queue"),
  [CAPACITY_FIGURE_CASE_COST] = N_("Cost of a case"),
  [CAPACITY_FIGURE_FORECAST_ERROR] = N_("Error of the forecast"),
  [CAPACITY_FIGURE_FORESEEN] = N_("Known events in the next 12 months"),
  [CAPACITY_FIGURE_SEASON] = N_("The fullest month of a usual year, against the mean"),
  [CAPACITY_FIGURE_SIGNALS] = N_("Months that show more than chance"),
  [CAPACITY_FIGURE_CONTROL_LOWER] = N_("Lower limit of chance"),
  [CAPACITY_FIGURE_CONTROL_UPPER] = N_("Upper limit of chance"),
  [CAPACITY_FIGURE_QUALITY] = N_("Quality of the data"),
  [CAPACITY_FIGURE_RESOURCE_VERDICT] = N_("Verdict"),
  [CAPACITY_FIGURE_RESOURCE_LOAD] = N_("Load by all services"),
  [CAPACITY_FIGURE_RESOURCE_CAPACITY] = N_("Capacity of the resource"),
  [CAPACITY_FIGURE_RESOURCE_UTILISATION] = N_("Use of the resource"),
  [CAPACITY_FIGURE_RESOURCE_GAP] = N_("Short by"),
  [CAPACITY_FIGURE_RESOURCE_GAP_POSTS] = N_("Short by"),
  [CAPACITY_FIGURE_RESOURCE_POST_HOURS] = N_("Hours of one post"),
  [CAPACITY_FIGURE_RESOURCE_EXHAUSTION] = N_("When capacity stops sufficing"),
  [CAPACITY_FIGURE_RESOURCE_DECIDE_BY] = N_("Last day to decide"),
  [CAPACITY_FIGURE_RESOURCE_SAVING] = N_("Possible saving"),
  [CAPACITY_FIGURE_WAIT_VISITS] = N_("People who come"),
  [CAPACITY_FIGURE_WAIT_OPEN] = N_("Hours open in the month"),
  [CAPACITY_FIGURE_WAIT_ARRIVALS] = N_("People in an open hour"),
  [CAPACITY_FIGURE_WAIT_SERVICE_TIME] = N_("Mean time to serve one"),
  [CAPACITY_FIGURE_WAIT_PLACES] = N_("Places open at once"),
  [CAPACITY_FIGURE_WAIT_WAITS] = N_("People who wait"),
  [CAPACITY_FIGURE_WAIT_MEAN] = N_("Mean wait of all"),
  [CAPACITY_FIGURE_WAIT_GROWTH] = N_("Growth of the line"),
  [CAPACITY_FIGURE_WAIT_IN_TIME] = N_("People whose turn comes in time"),
  [CAPACITY_FIGURE_WAIT_NEEDED] = N_("Places needed for the promise"),
  [CAPACITY_FIGURE_WAIT_POSTS] = N_("Posts that staff these places"),
  [CAPACITY_FIGURE_PLAN_POSTS] = N_("Posts that are short"),
  [CAPACITY_FIGURE_PLAN_MONEY] = N_("Cost of what is short, a year"),
  [CAPACITY_FIGURE_RESOURCE_HOURS] = N_("Hours"),
  [CAPACITY_FIGURE_NEED] = N_("What one case takes"),
  [CAPACITY_FIGURE_DRIVEN] = N_("Cases"),
};

static const char *const formulas[CAPACITY_N_FORMULAS] = {
  [CAPACITY_FORMULA_FACT] = N_("As it was given"),
  [CAPACITY_FORMULA_WORST] =
    N_("The worst of the three modes; too much capacity leads only where no mode needs it"),
  [CAPACITY_FORMULA_QUOTIENT] = N_("What is needed, divided by what can be delivered"),
  [CAPACITY_FORMULA_MEDIAN] = N_("The middle value (median) of the last 12 measured months"),
  [CAPACITY_FORMULA_PERCENTILE_90] =
    N_("The value that nine of ten of the last 12 measured months do not exceed"),
  [CAPACITY_FORMULA_FULLEST_MONTH] =
    N_("The forecast without its season, in the month in which that takes most of the capacity"),
  [CAPACITY_FORMULA_LIMIT_IN_MONTH] = N_("The capacity that was given, turned into that of a month"),
  [CAPACITY_FORMULA_LEAST_RESOURCE] = N_("The least that any of the resources allows"),
  [CAPACITY_FORMULA_FAIR_SHARE] =
    N_("The part of the resource that matches this service's part of its load, "
       "divided by what one case takes"),
  [CAPACITY_FORMULA_HEADROOM] = N_("Capacity × target, less demand"),
  [CAPACITY_FORMULA_FIRST_CROSSING] =
    N_("The first month in which the forecast without its season exceeds capacity × target"),
  [CAPACITY_FORMULA_NOW_ABOVE_TARGET] = N_("Use exceeds the target already now"),
  [CAPACITY_FORMULA_MONTH_LESS_LEAD] =
    N_("The first day of that month, less the time it takes to add capacity"),
  [CAPACITY_FORMULA_SUM] = N_("The sum of the last 12 measured months"),
  [CAPACITY_FORMULA_CHANGE] = N_("The last 12 months divided by the 12 before, less 100 percent"),
  [CAPACITY_FORMULA_THEIL_SEN] =
    N_("The middle one of the slopes between all pairs of months (Theil–Sen), the season taken out, "
       "as a share of the middle month; certain when chance alone gives it in less than 5 of 100 cases (Mann–Kendall)"),
  [CAPACITY_FORMULA_LAST_STOCK] = N_("The last count"),
  [CAPACITY_FORMULA_STOCK_FROM_FLOWS] =
    N_("The last count, and since then what came less what was delivered"),
  [CAPACITY_FORMULA_MEAN_GROWTH] = N_("The mean of the last six months: what came less what was delivered"),
  [CAPACITY_FORMULA_CLEARANCE] =
    N_("What waits divided by the capacity of a working day, if nothing new came"),
  [CAPACITY_FORMULA_RELIEF] =
    N_("What comes in a month, and a twelfth of what waits beyond the cases that may wait"),
  [CAPACITY_FORMULA_MONTH_STOCK] =
    N_("What comes in a month, the term of the Administrative Procedure Law where the service has none of its own"),
  [CAPACITY_FORMULA_TERM_STOCK] =
    N_("What comes within the term of the service: twelve times the demand of a month × the term ÷ the working days of "
       "the year"),
  [CAPACITY_FORMULA_RELATIVE_ERROR] =
    N_("How far the forecast of the last 12 months, made without them, was off, divided by how "
       "far repeating the year before was"),
  [CAPACITY_FORMULA_QUALITY] =
    N_("The share of months that were measured and are not far off the rest; less with under two "
       "years of history; half when the data is more than three months old"),
  [CAPACITY_FORMULA_WORKLOAD] = N_("The sum over services: cases × what one case takes"),
  [CAPACITY_FORMULA_GAP] = N_("Load divided by the target, less capacity"),
  [CAPACITY_FORMULA_GAP_POSTS] = N_("What is short, divided by the capacity of one post"),
  [CAPACITY_FORMULA_POST_HOURS] = N_("Capacity divided by the number of posts"),
  [CAPACITY_FORMULA_BY_DAYS] = N_("Each part of the month by its working days"),
  [CAPACITY_FORMULA_AVAILABILITY] = N_("Capacity × the part of the time in which it can be used"),
  [CAPACITY_FORMULA_NET_HOURS] = N_("The hours of the posts, less every absence and other duties"),
  [CAPACITY_FORMULA_GROSS_HOURS] = N_("Posts × working days × hours of a working day"),
  [CAPACITY_FORMULA_ABSENT_HOURS] =
    N_("Posts × hours of a working day × the part of the year's days that falls into the month"),
  [CAPACITY_FORMULA_OTHER_HOURS] = N_("Hours present × the part that goes to other duties"),
  [CAPACITY_FORMULA_PART] =
    N_("What others leave of the resource × the part of this service, divided by what one case takes"),
  [CAPACITY_FORMULA_MEAN_NEED] = N_("The mean of what the kinds and channels take, by the cases of the last 12 months"),
  [CAPACITY_FORMULA_CASE_COST] =
    N_("The sum over resources: the cost of a year × what one case takes ÷ the capacity of a year"),
  [CAPACITY_FORMULA_LEFT] = N_("Capacity, less load divided by the target"),
  [CAPACITY_FORMULA_SAVING] = N_("Cost of a year × the least that is left over in any mode, divided by what there is"),
  [CAPACITY_FORMULA_DRIVEN] = N_("How many there are × the cases each brings"),
  [CAPACITY_FORMULA_TOTAL] = N_("The sum of all resources that are short"),
  [CAPACITY_FORMULA_CASES_GAP] =
    N_("Demand divided by the target, less the cases that the resource allows, times what one case takes"),
  [CAPACITY_FORMULA_GAP_COST] = N_("Cost of a year × what is short, divided by the capacity of today"),
  [CAPACITY_FORMULA_GAP_POSTS_COST] =
    N_("Cost of a year × what is short, divided by the capacity of today, times the whole posts that are missing in all, "
       "divided by the posts that are short in all"),
  [CAPACITY_FORMULA_VISITS] = N_("The sum over services: cases × the part of them that takes the resource"),
  [CAPACITY_FORMULA_OPEN_HOURS] = N_("Working days × hours open on each"),
  [CAPACITY_FORMULA_PER_OPEN_HOUR] = N_("People who come, divided by the hours open"),
  [CAPACITY_FORMULA_SERVICE_TIME] = N_("Load divided by the people who come, in minutes"),
  [CAPACITY_FORMULA_PLACES] = N_("Capacity divided by the hours open, rounded down to whole places"),
  [CAPACITY_FORMULA_WAITS] = N_("Erlang’s formula (Erlang C) for people who come at random, evenly over the open hours"),
  [CAPACITY_FORMULA_MEAN_WAIT] =
    N_("The part of people who wait × the time to serve one ÷ the places that are free on average (Erlang C)"),
  [CAPACITY_FORMULA_LINE_GROWTH] = N_("People in an hour, less those that the places can serve in it"),
  [CAPACITY_FORMULA_IN_TIME] = N_("All but those who wait longer, by Erlang’s formula (Erlang C)"),
  [CAPACITY_FORMULA_PLACES_NEEDED] =
    N_("The fewest places with which the turn comes in time for as many as was promised, and use does not exceed the "
       "target"),
  [CAPACITY_FORMULA_PLACES_POSTS] = N_("Places × hours open, divided by the hours of one post"),
  [CAPACITY_FORMULA_SEASON] =
    N_("By month of the year: the mean of each month divided by the mean of the year around it, "
       "so that the twelve are 100 percent on average; the highest of them"),
  [CAPACITY_FORMULA_SIGNALS] =
    N_("Months outside the limits, in a row of seven or more on one side of the mean, in a row of seven or more "
       "that only rise or only fall, or two of three near a limit"),
  [CAPACITY_FORMULA_XMR_LOWER] =
    N_("The mean, less 2.66 times the mean difference between neighbouring months; not below zero"),
  [CAPACITY_FORMULA_XMR_UPPER] = N_("The mean and 2.66 times the mean difference between neighbouring months"),
  [CAPACITY_FORMULA_LIMIT_ALL_THE_SAME] =
    N_("The capacity that was given, as that of a month; it counts although a resource would allow less if as many came"),
  [CAPACITY_FORMULA_FORESEEN] =
    N_("The sum over events: the part of the month on which each acts × its share of what comes without it or its "
       "cases; the forecast is made from months of which the same was taken out"),
};

static const char *const reasons[] = {
  [CAPACITY_REASON_NO_DATA] = N_("No volumes have been measured."),
  [CAPACITY_REASON_STALE_DATA] = N_("The data ended too long ago to say anything about today."),
  [CAPACITY_REASON_NO_CAPACITY] = N_("Nobody has said how much can be delivered."),
  [CAPACITY_REASON_NO_FORECAST] = N_("There is too little history for a forecast."),
  [CAPACITY_REASON_WITHIN_TARGET] = N_("Use does not exceed the target"),
  [CAPACITY_REASON_ABOVE_TARGET] = N_("Use exceeds the target"),
  [CAPACITY_REASON_ABOVE_CAPACITY] = N_("More is needed than can be delivered"),
  [CAPACITY_REASON_UNDER_USE] = N_("Use stays below the lower limit"),
  [CAPACITY_REASON_EXHAUSTION_SOON] = N_("Capacity stops sufficing before there is time to add more"),
  [CAPACITY_REASON_EXHAUSTION_LATER] =
    N_("Capacity stops sufficing within the period of the forecast, with time to act"),
  [CAPACITY_REASON_SHORT_BEFORE_LEAD] =
    N_("All capacity, that of the peaks included, is passed before there is time to add more"),
  [CAPACITY_REASON_STOCK_TOO_LARGE] =
    N_("More cases wait than may, and capacity does not bring that down within a year"),
  [CAPACITY_REASON_LATE] = N_("The turn comes in time for fewer people than was promised"),
};

static const char *const terms[CAPACITY_N_TERMS] = {
  [CAPACITY_TERM_AS_OF] = N_("Day of the verdict"),
  [CAPACITY_TERM_ARRIVALS] = N_("Applied for"),
  [CAPACITY_TERM_COMPLETIONS] = N_("Delivered"),
  [CAPACITY_TERM_STOCK] = N_("Waiting"),
  [CAPACITY_TERM_DEMAND] = N_("Demand"),
  [CAPACITY_TERM_CAPACITY] = N_("Available capacity"),
  [CAPACITY_TERM_PEAK_CAPACITY] = N_("Capacity in the peaks"),
  [CAPACITY_TERM_LIMIT] = N_("Given capacity"),
  [CAPACITY_TERM_TARGET] = N_("Target use"),
  [CAPACITY_TERM_LOW] = N_("Lower limit of use"),
  [CAPACITY_TERM_UTILISATION] = N_("Use"),
  [CAPACITY_TERM_RECENT_UTILISATION] = N_("Use by month"),
  [CAPACITY_TERM_FORECAST] = N_("Forecast"),
  [CAPACITY_TERM_FORECAST_LOW] = N_("Forecast, lower bound"),
  [CAPACITY_TERM_FORECAST_HIGH] = N_("Forecast, upper bound"),
  [CAPACITY_TERM_CAPACITY_BY_MONTH] = N_("Capacity by month"),
  [CAPACITY_TERM_CAPACITY_LEVEL] = N_("Capacity by month, short months left out"),
  [CAPACITY_TERM_EXHAUSTION] = N_("When capacity stops sufficing"),
  [CAPACITY_TERM_EARLIEST] = N_("Earliest (upper bound of the forecast)"),
  [CAPACITY_TERM_LATEST] = N_("Latest (lower bound of the forecast)"),
  [CAPACITY_TERM_HORIZON_END] = N_("End of the forecast"),
  [CAPACITY_TERM_LEAD_DAYS] = N_("Time it takes to add capacity"),
  [CAPACITY_TERM_LAST12] = N_("Last 12 months"),
  [CAPACITY_TERM_PREVIOUS12] = N_("12 months before"),
  [CAPACITY_TERM_ADJUSTED] = N_("Volume without its season"),
  [CAPACITY_TERM_P_VALUE] = N_("Probability that chance alone gives such a trend"),
  [CAPACITY_TERM_QUEUE_TARGET] = N_("May wait"),
  [CAPACITY_TERM_WORKING_DAYS] = N_("Working days"),
  [CAPACITY_TERM_RESOURCE_ALLOWS] = N_("Allowed by the resource"),
  [CAPACITY_TERM_RESOURCE_CAPACITY] = N_("Capacity of the resource"),
  [CAPACITY_TERM_RESOURCE_LOAD] = N_("Load by all services"),
  [CAPACITY_TERM_NEED] = N_("What one case takes"),
  [CAPACITY_TERM_VOLUME] = N_("Cases"),
  [CAPACITY_TERM_GAP] = N_("Short by"),
  [CAPACITY_TERM_LEFT] = N_("Left over"),
  [CAPACITY_TERM_POSTS] = N_("Posts"),
  [CAPACITY_TERM_ERROR] = N_("Error of the forecast"),
  [CAPACITY_TERM_ERROR_SNAIVE] = N_("Error of repeating the year before"),
  [CAPACITY_TERM_COVERED80] = N_("Months inside the 80% interval"),
  [CAPACITY_TERM_N_MONTHS] = N_("Months of history"),
  [CAPACITY_TERM_N_QUARTERS] = N_("Quarters of history"),
  [CAPACITY_TERM_N_YEARS] = N_("Years of history"),
  [CAPACITY_TERM_N_MISSING] = N_("Not measured"),
  [CAPACITY_TERM_N_OUTLIERS] = N_("Far off the rest"),
  [CAPACITY_TERM_LAST_MONTH] = N_("Last measured month"),
  [CAPACITY_TERM_LEVEL] = N_("Forecast without its season: mean of the year around each month"),
  [CAPACITY_TERM_POST_HOURS] = N_("Hours of one post"),
  [CAPACITY_TERM_AVAILABILITY] = N_("Availability"),
  [CAPACITY_TERM_DAY_HOURS] = N_("Hours of a working day"),
  [CAPACITY_TERM_YEAR_DAYS] = N_("Working days of the year"),
  [CAPACITY_TERM_DAYS_A_YEAR] = N_("Absent, a post and year"),
  [CAPACITY_TERM_GROSS_HOURS] = N_("Hours of the posts"),
  [CAPACITY_TERM_LEAVE] = N_("Leave"),
  [CAPACITY_TERM_SICK] = N_("Illness"),
  [CAPACITY_TERM_TRAINING] = N_("Training"),
  [CAPACITY_TERM_OTHER_DUTIES] = N_("Other duties"),
  [CAPACITY_TERM_PRESENT] = N_("Hours present"),
  [CAPACITY_TERM_OTHER_SHARE] = N_("Part for other duties"),
  [CAPACITY_TERM_BEFORE] = N_("Others get first"),
  [CAPACITY_TERM_PART] = N_("Part of this service"),
  [CAPACITY_TERM_MIX] = N_("Cases"),
  [CAPACITY_TERM_ANNUAL_COST] = N_("Cost of a year"),
  [CAPACITY_TERM_DRIVER] = N_("What brings cases"),
  [CAPACITY_TERM_DRIVER_RATE] = N_("Cases each brings"),
  [CAPACITY_TERM_FORESEEN] = N_("Known events in the next 12 months"),
  [CAPACITY_TERM_EVENT] = N_("Known event"),
  [CAPACITY_TERM_MEMBERS] = N_("Made with"),
  [CAPACITY_TERM_FOLLOWS_DAYS] = N_("Follows the number of working days"),
  [CAPACITY_TERM_PEAK_FOUND] = N_("One-off, kept out of trend and season"),
  [CAPACITY_TERM_SHIFT_FOUND] = N_("Change of level, kept out of the season"),
  [CAPACITY_TERM_SEASON] = N_("Against the mean"),
  [CAPACITY_TERM_CENTRE] = N_("Mean of the months"),
  [CAPACITY_TERM_MEAN_RANGE] = N_("Mean difference between neighbouring months"),
  [CAPACITY_TERM_CONTROL_LOWER] = N_("Lower limit of chance"),
  [CAPACITY_TERM_CONTROL_UPPER] = N_("Upper limit of chance"),
  [CAPACITY_TERM_SIGNAL] = N_("More than chance"),
  [CAPACITY_TERM_VISITS] = N_("People who come"),
  [CAPACITY_TERM_VISITS_PART] = N_("Part that takes the resource"),
  [CAPACITY_TERM_OPEN_HOURS] = N_("Hours open on a working day"),
  [CAPACITY_TERM_OPEN_MONTH] = N_("Hours open in the month"),
  [CAPACITY_TERM_ARRIVALS_HOUR] = N_("People in an open hour"),
  [CAPACITY_TERM_SERVICE_TIME] = N_("Mean time to serve one"),
  [CAPACITY_TERM_PLACES] = N_("Places open at once"),
  [CAPACITY_TERM_WAIT_LIMIT] = N_("The turn should come within"),
  [CAPACITY_TERM_WAIT_GOAL] = N_("For this part of people"),
  [CAPACITY_TERM_TERM_DAYS] = N_("Term within which a case is to be done"),
  [CAPACITY_TERM_WAIT_IN_TIME] = N_("People whose turn comes in time"),
  [CAPACITY_TERM_POSTS_SHORT] = N_("Posts that are short in all"),
  [CAPACITY_TERM_WHOLE_POSTS] = N_("Whole posts that are missing in all"),
};

/* In the order of their bits. */
static const char *const members[] = {
  N_("exponential smoothing of the level"),
  N_("the Theta method"),
  N_("the dynamic Theta method"),
  N_("an ARIMA model"),
  N_("Croston’s method"),
  N_("a damped trend"),
  N_("the seasonal model of Box and Jenkins"),
};

G_STATIC_ASSERT (CAPACITY_MEMBERS_ALL == (1u << G_N_ELEMENTS (members)) - 1);

static char *
amount_text (double      value,
             const char *unit_name,
             const char *otherwise)
{
  g_autofree char *number = capacity_format_count (value);

  return g_strconcat (number, NBSP, unit_name != NULL ? unit_name : otherwise, NULL);
}

static char *
days_text (double   value,
           gboolean are_working)
{
  g_autofree char *number = capacity_format_count (value);
  unsigned long n = isfinite (value) && value >= 0 ? (unsigned long) MIN (round (value), G_MAXINT) : 0;

  if (!isfinite (value))
    return g_strdup (UNKNOWN);
  if (are_working)
    return g_strdup_printf (ngettext ("%s working day", "%s working days", n), number);

  return g_strdup_printf (ngettext ("%s day", "%s days", n), number);
}

static char *
per_case_text (double      value,
               const char *unit_name)
{
  g_autofree char *number = capacity_format_number (value, 2);
  g_autofree char *amount = g_strconcat (number, NBSP, unit_name != NULL ? unit_name : _("units"), NULL);

  /* Translators: how much of a resource one case takes, such as "0.50 h a case" */
  return g_strdup_printf (_("%s a case"), amount);
}

static char *
per_year_text (double value)
{
  g_autofree char *change = capacity_format_change (value, 1);

  /* Translators: a change, such as "+3.2% a year" */
  return g_strdup_printf (_("%s a year"), change);
}

static char *
hours_text (double value)
{
  g_autofree char *number = capacity_format_count (value);

  /* Translators: hours; Latvian: "st." */
  return g_strconcat (number, NBSP, C_("unit of time", "h"), NULL);
}

static char *
per_hour_text (double value)
{
  g_autofree char *number = capacity_format_number (value, 1);

  /* Translators: people, such as "12.5 an hour" */
  return g_strdup_printf (_("%s an hour"), number);
}

static char *
members_text (guint set)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if ((set & 1u << i) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", _(members[i]));

  return g_string_free_and_steal (text);
}

static char *
value_text (double             value,
            CapacityUnit       unit,
            CapacityPeriodKind per,
            const char        *unit_name)
{
  if (isnan (value))
    return g_strdup (UNKNOWN);

  switch (unit)
    {
    case CAPACITY_UNIT_CASES:
      return amount_text (value, unit_name, _("cases"));
    case CAPACITY_UNIT_CASES_PER_MONTH:
      return capacity_format_rate (value, unit_name, CAPACITY_PERIOD_MONTH);
    case CAPACITY_UNIT_CASES_PER_PERIOD:
      return capacity_format_rate (value, unit_name, per);
    case CAPACITY_UNIT_UNITS_PER_MONTH:
      return capacity_format_rate (value, unit_name != NULL ? unit_name : _("units"), CAPACITY_PERIOD_MONTH);
    case CAPACITY_UNIT_UNITS_PER_PERIOD:
      return capacity_format_rate (value, unit_name != NULL ? unit_name : _("units"), per);
    case CAPACITY_UNIT_UNITS_PER_CASE:
      return per_case_text (value, unit_name);
    case CAPACITY_UNIT_SHARE:
      return capacity_format_percent (value);
    case CAPACITY_UNIT_CHANGE:
      return capacity_format_change (value, 1);
    case CAPACITY_UNIT_CHANGE_PER_YEAR:
      return per_year_text (value);
    case CAPACITY_UNIT_MONTH:
      return value > 0 ? capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, (int) value })
                       : g_strdup (UNKNOWN);
    case CAPACITY_UNIT_DATE:
      return capacity_format_date ((CapacityDate) value);
    case CAPACITY_UNIT_DAYS:
    case CAPACITY_UNIT_WORKING_DAYS:
      return days_text (value, unit == CAPACITY_UNIT_WORKING_DAYS);
    case CAPACITY_UNIT_COUNT:
      return capacity_format_number (value, 0);
    case CAPACITY_UNIT_POSTS:
      return capacity_words_posts (value);
    case CAPACITY_UNIT_MONEY:
      return capacity_format_money ((CapacityMoney) round (value));
    case CAPACITY_UNIT_MONEY_ESTIMATE:
      return capacity_format_estimate ((CapacityMoney) round (value));
    case CAPACITY_UNIT_HOURS:
      return hours_text (value);
    case CAPACITY_UNIT_MINUTES:
      return capacity_words_minutes (value);
    case CAPACITY_UNIT_PER_HOUR:
      return per_hour_text (value);
    case CAPACITY_UNIT_MEMBERS:
      return members_text ((guint) value);
    case CAPACITY_UNIT_VERDICT:
      return g_strdup (capacity_words_verdict ((CapacityVerdict) value));
    case CAPACITY_UNIT_RATIO:
    default:
      return capacity_format_number (value, 3);
    }
}

/* The smallest and the largest of several months, "from – to", or one value where they are the same. */
static char *
range_text (const CapacityExplanationInput *input)
{
  double low = INFINITY;
  double high = -INFINITY;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  for (guint i = 0; i < input->n_values; i++)
    if (!isnan (input->values[i]))
      {
        low = MIN (low, input->values[i]);
        high = MAX (high, input->values[i]);
      }
  if (low > high)
    return g_strdup (UNKNOWN);
  from = input->unit == CAPACITY_UNIT_SHARE ? capacity_format_percent (low) : capacity_format_count (low);
  to = value_text (high, input->unit == CAPACITY_UNIT_CASES ? CAPACITY_UNIT_CASES_PER_MONTH : input->unit,
                   input->per,
                   input->unit_name);

  return low == high ? g_steal_pointer (&to) : g_strconcat (from, NBSP "–" NBSP, to, NULL);
}

/* A probability too small for its decimals is not nothing. */
static char *
probability_text (double value)
{
  g_autofree char *number = capacity_format_number (MAX (value, 0.001), 3);

  /* Translators: a probability smaller than the number, such as "less than 0.001" */
  return value < 0.001 ? g_strdup_printf (_("less than %s"), number) : g_steal_pointer (&number);
}

static char *
input_value (const CapacityExplanationInput *input)
{
  g_autofree char *range = NULL;
  g_autofree char *sum = NULL;

  if (input->child != NULL)
    return capacity_explanation_value (input->child);
  if (input->term == CAPACITY_TERM_P_VALUE && !isnan (input->value))
    return probability_text (input->value);
  if (input->n_values < 2)
    return value_text (input->value, input->unit, input->per, input->unit_name);
  range = range_text (input);
  if (input->term != CAPACITY_TERM_ARRIVALS && input->term != CAPACITY_TERM_COMPLETIONS
      && input->term != CAPACITY_TERM_PREVIOUS12 && input->term != CAPACITY_TERM_EVENT)
    return g_steal_pointer (&range);
  sum = capacity_format_count (input->value);

  /* Translators: volumes of several months: their range, such as "810 – 1 020 cases a month", and their
   * sum */
  return g_strdup_printf (_("%1$s; %2$s in all"), range, sum);
}

static char *
input_period (const CapacityExplanationInput *input)
{
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (input->first == 0)
    return NULL;
  /* A month of any year. */
  if (input->term == CAPACITY_TERM_SEASON)
    return capacity_format_short_month (input->first);
  first = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, input->first });
  if (input->first == input->last)
    return g_steal_pointer (&first);
  last = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, input->last });

  return g_strconcat (first, " – ", last, NULL);
}

/* Kind and channel of cases, as far as they are told apart. */
static char *
mix_label (const CapacityExplanationInput *input,
           const char                     *label)
{
  const char *kind = input->kind != CAPACITY_REQUEST_ALL ? capacity_words_request_kind (input->kind) : input->name;

  if (kind == NULL)
    return g_strdup (label);
  if (kind == input->name || input->name == NULL)
    return g_strconcat (label, ": ", kind, NULL);

  return g_strconcat (label, ": ", kind, ", ", input->name, NULL);
}

static char *
input_label (const CapacityExplanationInput *input)
{
  g_autofree char *period = input_period (input);
  g_autofree char *label = (input->term == CAPACITY_TERM_VERDICT || input->term == CAPACITY_TERM_LEFT) && input->child != NULL
                             ? capacity_explanation_title (input->child)
                             : g_strdup (_(terms[input->term]));

  if (input->term == CAPACITY_TERM_MIX)
    return mix_label (input, label);
  if (input->term == CAPACITY_TERM_ARRIVALS && input->per == CAPACITY_PERIOD_QUARTER && period != NULL)
    /* Translators: %1$s is a figure, %2$s months that were not counted themselves */
    return g_strdup_printf (_("%1$s, %2$s (counted by the quarter)"), label, period);
  if (input->term == CAPACITY_TERM_ARRIVALS && input->per == CAPACITY_PERIOD_YEAR && period != NULL)
    return g_strdup_printf (_("%1$s, %2$s (counted by the year)"), label, period);
  if (input->name != NULL)
    return g_strconcat (label, ": ", input->name, NULL);

  return period != NULL ? g_strconcat (label, ", ", period, NULL) : g_steal_pointer (&label);
}

static char *
typed_source (const CapacityExplanationInput *input)
{
  gboolean has_note = input->source != NULL && *input->source != '\0';

  gboolean has_basis = input->term == CAPACITY_TERM_LIMIT || input->term == CAPACITY_TERM_NEED;

  if (has_basis && has_note)
    return g_strconcat (capacity_words_basis (input->basis), ": ", input->source, NULL);
  if (has_basis)
    return g_strdup (capacity_words_basis (input->basis));

  return g_strdup (has_note ? input->source : _("Entered by hand"));
}

static char *
input_source (const CapacityExplanationInput *input)
{
  switch (input->origin)
    {
    case CAPACITY_ORIGIN_IMPORT:
      return g_strdup (input->source);
    case CAPACITY_ORIGIN_TYPED:
      return typed_source (input);
    case CAPACITY_ORIGIN_INSTITUTION:
      return g_strdup (_("The institution's setting"));
    case CAPACITY_ORIGIN_CALENDAR:
      return input->unit == CAPACITY_UNIT_WORKING_DAYS ? g_strdup (_("Calendar of Latvian working days"))
                                                       : NULL;
    case CAPACITY_ORIGIN_FORECAST:
      return g_strdup (_("The program's forecast"));
    case CAPACITY_ORIGIN_COMPUTED:
    default:
      if (input->term == CAPACITY_TERM_SIGNAL)
        return g_strdup (capacity_words_signal (input->signals));
      return input->child != NULL ? capacity_explanation_formula (input->child) : NULL;
    }
}

/**
 * capacity_explanation_row_free:
 * @row: (transfer full): a row
 */
void
capacity_explanation_row_free (CapacityExplanationRow *row)
{
  g_free (row->label);
  g_free (row->value);
  g_free (row->source);
  g_free (row);
}

/**
 * capacity_explanation_words_figure:
 * @figure: a figure
 * @mode: its mode, where it has one
 *
 * Returns: what it is called
 */
const char *
capacity_explanation_words_figure (CapacityFigure figure,
                                   CapacityMode   mode)
{
  if (figure < G_N_ELEMENTS (mode_titles) && mode_titles[figure][mode] != NULL)
    return _(mode_titles[figure][mode]);

  return _(titles[figure]);
}

/**
 * capacity_explanation_title:
 * @self: an explanation
 *
 * Returns: (transfer full): what is explained
 */
char *
capacity_explanation_title (const CapacityExplanation *self)
{
  return g_strdup (capacity_explanation_words_figure (self->figure, self->mode));
}

/* There may be no likely month: then it is only possible from some month on, or not within the forecast. */
static char *
exhaustion_text (const CapacityExplanation *self)
{
  const CapacityExplanationInput *earliest = capacity_explanation_find (self, CAPACITY_TERM_EARLIEST);
  const CapacityExplanationInput *end = capacity_explanation_find (self, CAPACITY_TERM_HORIZON_END);
  g_autofree char *month = NULL;

  if (self->value > 0 || end == NULL)
    return value_text (self->value, CAPACITY_UNIT_MONTH, CAPACITY_PERIOD_MONTH, NULL);
  if (earliest != NULL)
    {
      month = capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, (int) earliest->value });
      return g_strdup_printf (_("At the earliest %s"), month);
    }
  month = capacity_format_to_month ((int) end->value);

  return g_strdup_printf (_("Not reached by %s"), month);
}

/**
 * capacity_explanation_value:
 * @self: an explanation
 *
 * Returns: (transfer full): the figure with its unit
 */
char *
capacity_explanation_value (const CapacityExplanation *self)
{
  if (self->figure == CAPACITY_FIGURE_EXHAUSTION || self->figure == CAPACITY_FIGURE_RESOURCE_EXHAUSTION)
    return exhaustion_text (self);

  return value_text (self->value, self->unit, CAPACITY_PERIOD_MONTH, self->unit_name);
}

/**
 * capacity_explanation_formula:
 * @self: an explanation
 *
 * Returns: (transfer full): how the figure follows from what it was made from; for a verdict the rule that
 *   decided
 */
char *
capacity_explanation_formula (const CapacityExplanation *self)
{
  return g_strdup (_(self->formula == CAPACITY_FORMULA_VERDICT ? reasons[self->reason]
                                                               : formulas[self->formula]));
}

static void
add_rows (GPtrArray                 *rows,
          const CapacityExplanation *explanation,
          guint                      depth,
          guint                      max_depth)
{
  for (guint i = 0; i < explanation->inputs->len; i++)
    {
      const CapacityExplanationInput *input = explanation->inputs->pdata[i];
      CapacityExplanationRow *row = g_new0 (CapacityExplanationRow, 1);

      row->depth = depth;
      row->label = input_label (input);
      row->value = input_value (input);
      row->source = input_source (input);
      g_ptr_array_add (rows, row);
      if (input->child != NULL && depth < max_depth)
        add_rows (rows, input->child, depth + 1, max_depth);
    }
}

/**
 * capacity_explanation_rows:
 * @self: an explanation
 * @max_depth: how deep to go; 0 gives only what the figure itself was made from
 *
 * Returns: (transfer full) (element-type CapacityExplanationRow): what it was made from, each with what that
 *   was made from behind it
 */
GPtrArray *
capacity_explanation_rows (const CapacityExplanation *self,
                           guint                      max_depth)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_explanation_row_free);

  add_rows (rows, self, 0, max_depth);

  return rows;
}

/**
 * capacity_explanation_to_text:
 * @self: an explanation
 *
 * Returns: (transfer full): all of it as plain text, to be copied
 */
char *
capacity_explanation_to_text (const CapacityExplanation *self)
{
  g_autofree char *title = capacity_explanation_title (self);
  g_autofree char *value = capacity_explanation_value (self);
  g_autofree char *formula = capacity_explanation_formula (self);
  g_autoptr (GPtrArray) rows = capacity_explanation_rows (self, G_MAXUINT);
  GString *text = g_string_new (NULL);

  g_string_printf (text, "%s: %s\n%s\n", title, value, formula);
  for (guint i = 0; i < rows->len; i++)
    {
      const CapacityExplanationRow *row = rows->pdata[i];

      g_string_append_printf (text, "%*s%s: %s", (int) (2 * MIN (row->depth, 20) + 2), "", row->label,
                              row->value);
      if (row->source != NULL)
        g_string_append_printf (text, " (%s)", row->source);
      g_string_append_c (text, '\n');
    }

  return g_string_free_and_steal (text);
}
