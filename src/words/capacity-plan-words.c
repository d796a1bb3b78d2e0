/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-plan-words.h"

#include <glib/gi18n.h>

#include "capacity-format.h"
#include "capacity-register-words.h"
#include "capacity-words.h"

/**
 * capacity_words_course:
 * @course: which changes are taken to happen
 *
 * Returns: its name
 */
const char *
capacity_words_course (CapacityCourse course)
{
  switch (course)
    {
    case CAPACITY_COURSE_APPROVED:
      return C_("course", "With approved changes");
    case CAPACITY_COURSE_PLANNED:
      return C_("course", "With planned changes too");
    case CAPACITY_COURSE_UNCHANGED:
    default:
      return C_("course", "Without changes");
    }
}

static void
append_part (GString *text,
             char    *part)
{
  if (part != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/* Of the institution: which service is the first. */
static char *
first_short (const CapacityPlanCourse *course)
{
  const CapacityService *service = NULL;

  if (!capacity_id_is_none (&course->first_short))
    service = capacity_portfolio_get_service (course->assessment->portfolio, &course->first_short);

  /* Translators: %s is the name of the service whose capacity runs short first */
  return service != NULL ? g_strdup_printf (_("First: %s"), service->name) : NULL;
}

static char *
missing_posts (guint posts)
{
  if (posts == 0)
    return NULL;

  return g_strdup_printf (ngettext ("%u post missing", "%u posts missing", posts), posts);
}

static char *
missing_money (CapacityMoney money)
{
  g_autofree char *amount = money > 0 ? capacity_format_estimate (money) : NULL;

  /* Translators: %s is an amount of money: what it costs a year to have what is missing */
  return amount != NULL ? g_strdup_printf (_("%s a year"), amount) : NULL;
}

/**
 * capacity_words_plan_course:
 * @outlook: what a plan looks like
 * @course: which changes are taken to happen
 * @as_of: today
 *
 * Returns: (transfer full): until when capacity suffices, by when to decide, and what is missing in the month that
 *   needs most
 */
char *
capacity_words_plan_course (const CapacityPlanOutlook *outlook,
                            CapacityCourse             course,
                            CapacityDate               as_of)
{
  const CapacityPlanCourse *self = &outlook->courses[course];
  g_autofree char *when = capacity_words_exhaustion (&self->exhaustion);
  GString *text = g_string_new (NULL);

  /* Translators: %s is a month, "already now" or that it is not reached */
  append_part (text, g_strdup_printf (_("Runs short: %s"), when));
  if (capacity_id_is_none (&outlook->service))
    append_part (text, first_short (self));
  append_part (text, capacity_words_decide_by (&self->exhaustion, as_of));
  append_part (text, missing_posts (self->posts));
  append_part (text, missing_money (self->money));

  return g_string_free_and_steal (text);
}

/**
 * capacity_words_plan:
 * @outlook: what a plan looks like
 * @as_of: today
 *
 * Returns: (transfer full): the same of every course, for those who cannot see the chart
 */
char *
capacity_words_plan (const CapacityPlanOutlook *outlook,
                     CapacityDate               as_of)
{
  GString *text = g_string_new (NULL);

  for (CapacityCourse course = 0; course < CAPACITY_N_COURSES; course++)
    {
      g_autofree char *words = capacity_words_plan_course (outlook, course, as_of);

      g_string_append_printf (text, "%s%s: %s.", text->len > 0 ? " " : "", capacity_words_course (course), words);
    }

  return g_string_free_and_steal (text);
}

/**
 * capacity_words_plan_stand:
 * @plan: (nullable): a plan
 *
 * Returns: (transfer full): where it stands, and since when it is decided
 */
char *
capacity_words_plan_stand (const CapacityPlan *plan)
{
  g_autofree char *date = NULL;

  if (plan == NULL)
    return g_strdup (C_("plan", "No plan"));
  if (plan->decided == CAPACITY_DATE_NONE)
    return g_strdup (capacity_words_plan_state (plan->state));
  date = capacity_format_date (plan->decided);

  /* Translators: %1$s is the state of a plan such as "Approved", %2$s the date of the decision */
  return g_strdup_printf (_("%1$s, %2$s"), capacity_words_plan_state (plan->state), date);
}
