/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource-words.h"

#include "capacity-format.h"

#include <glib/gi18n.h>
#include <math.h>

/* More names would be too long for a cell. */
#define MAX_USERS 10

#define NBSP "\302\240"

/**
 * capacity_words_resource_unit:
 * @resource: a resource
 *
 * Returns: in what it is counted
 */
const char *
capacity_words_resource_unit (const CapacityResource *resource)
{
  if (resource->unit != NULL)
    return resource->unit;

  return resource->kind == CAPACITY_RESOURCE_PEOPLE ? _("hours") : _("units");
}

static char *
unknown_headline (const CapacityResourceAssessment *self)
{
  if (self->services->len == 0)
    return g_strdup (_("No service says that it needs this. Say what a case of each service takes of it."));
  if (self->reason == CAPACITY_REASON_NO_CAPACITY)
    return g_strdup (_("Say how much there is to see whether that suffices."));

  return g_strdup (_("The services that need this have no volumes to judge by."));
}

static char *
risk_headline (const CapacityResourceAssessment *self)
{
  g_autofree char *when = NULL;

  if (self->exhaustion.state != CAPACITY_EXHAUSTION_WITHIN || self->exhaustion.likely == 0)
    return g_strdup (self->modes[CAPACITY_MODE_REGULAR].verdict == CAPACITY_VERDICT_AT_RISK
                       || self->modes[CAPACITY_MODE_PEAK].verdict != CAPACITY_VERDICT_AT_RISK
                       ? _("There is enough, but little is left in reserve.")
                       : _("There is enough on ordinary days, but little is left in reserve in the peaks."));

  when = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, self->exhaustion.likely });

  /* Translators: %s is when, such as "in May 2027" */
  return g_strdup_printf (_("There is likely to be too little %s."), when);
}

static char *
insufficient_headline (const CapacityResourceAssessment *self)
{
  g_autofree char *when = NULL;

  if (self->modes[CAPACITY_MODE_REGULAR].reason == CAPACITY_REASON_LATE)
    return g_strdup (_("There is enough for the work, but people wait longer than was promised."));
  if (self->modes[CAPACITY_MODE_REGULAR].verdict == CAPACITY_VERDICT_INSUFFICIENT)
    return g_strdup (_("There is too little already now."));
  if (self->modes[CAPACITY_MODE_PEAK].verdict == CAPACITY_VERDICT_INSUFFICIENT)
    return g_strdup (_("There is enough on ordinary days, but too little in the peaks."));
  when = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, self->short_month });

  /* Translators: %s is when, such as "in May 2027" */
  return g_strdup_printf (_("There will be too little %s, and no more can be added by then."), when);
}

static char *
verdict_headline (const CapacityResourceAssessment *self)
{
  switch (self->verdict)
    {
    case CAPACITY_VERDICT_SUFFICIENT:
      return g_strdup (_("There is enough for the services that need it."));
    case CAPACITY_VERDICT_EXCESSIVE:
      return g_strdup (_("There is more than the services need."));
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
 * capacity_words_resource_headline:
 * @self: a resource's assessment
 *
 * Returns: (transfer full): a calm sentence for the manager: whether there is enough of it, and when not; with one more
 *   about the services whose demand is not known, where that may change it
 */
char *
capacity_words_resource_headline (const CapacityResourceAssessment *self)
{
  g_autofree char *headline = verdict_headline (self);
  g_autofree char *unknown = NULL;

  if (self->n_unknown == 0 || self->verdict == CAPACITY_VERDICT_UNKNOWN)
    return g_steal_pointer (&headline);
  unknown = g_strdup_printf (ngettext ("How much %u service needs is not known.",
                                       "How much %u services need is not known.", self->n_unknown), self->n_unknown);

  return g_strconcat (headline, " ", unknown, NULL);
}

/**
 * capacity_words_resource_gap:
 * @self: a resource's assessment
 *
 * Returns: (transfer full): how much is short or left over for the prudent use, in units a month and in posts
 */
char *
capacity_words_resource_gap (const CapacityResourceAssessment *self)
{
  const char *unit = capacity_words_resource_unit (self->resource);
  g_autofree char *units = NULL;
  g_autofree char *posts = NULL;
  g_autofree char *text = NULL;

  if (isnan (self->gap))
    return g_strdup ("–");

  units = capacity_format_rate (fabs (self->gap), unit, CAPACITY_PERIOD_MONTH);
  if (self->gap <= 0)
    /* Translators: %s is such as "120 hours a month" */
    text = g_strdup_printf (_("%s to spare"), units);
  else if (self->utilisation <= 1)
    /* Translators: what there is suffices, but less is left in reserve than is prudent */
    text = g_strdup_printf (_("%s short of a prudent reserve"), units);
  else
    text = g_strdup_printf (_("short of %s"), units);
  if (isnan (self->gap_posts))
    return g_steal_pointer (&text);

  posts = capacity_format_number (fabs (self->gap_posts), 1);

  /* Translators: %1$s is how much is short, %2$s the same in posts (slodzes) */
  return g_strdup_printf (_("%1$s (%2$s posts)"), text, posts);
}

/**
 * capacity_words_resource_users:
 * @self: a resource's assessment
 *
 * Returns: (transfer full): the names of the services that need it, the first few of many
 */
char *
capacity_words_resource_users (const CapacityResourceAssessment *self)
{
  guint n = MIN (self->services->len, MAX_USERS);
  g_autoptr (GString) names = g_string_new (n == 0 ? "–" : NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "; " : "", ((const CapacityService *) self->services->pdata[i])->name);
  if (n == self->services->len)
    return g_string_free_and_steal (g_steal_pointer (&names));

  /* Translators: %1$s are names of services, %2$u how many more there are */
  return g_strdup_printf (_("%1$s; and %2$u more"), names->str, self->services->len - n);
}

/**
 * capacity_words_resource_user:
 * @user: a service that needs a resource
 * @resource: the resource
 *
 * Returns: (transfer full): how much of it the service takes in the month, and from when that is too little
 */
char *
capacity_words_resource_user (const CapacityResourceUser *user,
                              const CapacityResource     *resource)
{
  g_autofree char *count = capacity_format_count (user->load);
  g_autofree char *when = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, user->month });
  g_autofree char *load = g_strdup_printf ("%s" NBSP "%s", count, capacity_words_resource_unit (resource));
  g_autofree char *part = capacity_format_percent (user->part);
  g_autofree char *gets = capacity_format_count (user->gets);
  g_autofree char *hit = NULL;

  if (user->hit_from == 0)
    /* Translators: %1$s is such as "120 hours", %2$s such as "in May 2027", %3$s a percentage */
    return g_strdup_printf (_("Takes %1$s %2$s, %3$s of all that is needed"), load, when, part);

  hit = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, user->hit_from });
  if (user->gets >= user->load)
    /* Translators: %1$s is such as "120 hours", %2$s and %4$s such as "in May 2027", %3$s a percentage */
    return g_strdup_printf (_("Takes %1$s %2$s, %3$s of all that is needed; there will be too little %4$s"), load, when, part,
                            hit);

  /* Translators: %1$s is such as "120 hours", %2$s such as "in May 2027", %3$s a percentage, %4$s a number of the same unit */
  return g_strdup_printf (_("Takes %1$s %2$s, %3$s of all that is needed, and gets %4$s: too little"), load, when, part, gets);
}

/**
 * capacity_words_resource_saving:
 * @self: a resource's assessment
 *
 * Returns: (transfer full) (nullable): what a year of that which no mode needs costs, where there is too much and the
 *   cost is known
 */
char *
capacity_words_resource_saving (const CapacityResourceAssessment *self)
{
  g_autofree char *money = NULL;

  if (self->saving <= 0)
    return NULL;

  money = capacity_format_estimate (self->saving);

  /* Translators: %s is an amount of money: what could be saved in a year */
  return g_strdup_printf (_("up to %s a year"), money);
}

/**
 * capacity_words_minutes:
 * @minutes: a time
 *
 * Returns: (transfer full): such as `1.4 min`
 */
char *
capacity_words_minutes (double minutes)
{
  g_autofree char *number = capacity_format_number (minutes, minutes < 10 && minutes != round (minutes) ? 1 : 0);

  /* Translators: minutes */
  return g_strconcat (number, NBSP, C_("unit of time", "min"), NULL);
}

/* What was promised, and how it is kept. */
static char *
promise_text (const CapacityResource *resource,
              const CapacityWaiting  *waiting)
{
  g_autofree char *in_time = capacity_format_percent (waiting->in_time);
  g_autofree char *limit = capacity_words_minutes (resource->wait_minutes);
  g_autofree char *goal = capacity_format_percent (resource->wait_share);

  if (isnan (waiting->in_time))
    return NULL;
  if (isnan (resource->wait_share))
    /* Translators: %1$s is a percentage of people, %2$s is such as "15 min" */
    return g_strdup_printf (_("The turn of %1$s comes within %2$s."), in_time, limit);

  /* Translators: %1$s and %3$s are percentages of people, %2$s is such as "15 min" */
  return g_strdup_printf (_("The turn of %1$s comes within %2$s; %3$s were promised."), in_time, limit, goal);
}

/**
 * capacity_words_waiting:
 * @resource: the facts about a resource
 * @waiting: the line before it
 *
 * Returns: (transfer full): how many wait, how long, and whether the turn comes in time; or that the line grows
 */
char *
capacity_words_waiting (const CapacityResource *resource,
                        const CapacityWaiting  *waiting)
{
  g_autofree char *growth = capacity_format_number (waiting->line.growth, 1);
  g_autofree char *waits = NULL;
  g_autofree char *mean = NULL;
  g_autofree char *promise = NULL;
  g_autofree char *text = NULL;

  if (waiting->line.state == CAPACITY_LINE_GROWS)
    /* Translators: %s is a number of people */
    return g_strdup_printf (_("More people come than can be served: the line grows by %s an hour."), growth);

  waits = capacity_format_percent (waiting->line.waits);
  mean = capacity_words_minutes (waiting->line.mean_wait * 60);
  promise = promise_text (resource, waiting);
  /* Translators: %1$s is a percentage, %2$s is such as "1.4 min" */
  text = g_strdup_printf (_("%1$s of people wait; the mean of all is %2$s."), waits, mean);

  return promise != NULL ? g_strconcat (text, " ", promise, NULL) : g_steal_pointer (&text);
}

/**
 * capacity_words_places:
 * @waiting: the line before a resource
 *
 * Returns: (transfer full): how many places are open at once, and how many keep what was promised
 */
char *
capacity_words_places (const CapacityWaiting *waiting)
{
  g_autofree char *posts = capacity_format_number (waiting->posts, 1);

  if (waiting->needed == 0)
    return g_strdup_printf (_("Open at once: %u."), waiting->places);
  if (isnan (waiting->posts))
    return g_strdup_printf (_("Open at once: %1$u. Needed for what was promised: %2$u."), waiting->places, waiting->needed);

  /* Translators: two numbers of places, and %3$s is how many posts (slodzes) staff them */
  return g_strdup_printf (_("Open at once: %1$u. Needed for what was promised: %2$u (%3$s posts)."), waiting->places,
                          waiting->needed, posts);
}
