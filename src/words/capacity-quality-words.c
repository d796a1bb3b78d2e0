/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-quality-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-words.h"

static const char *const lacks[CAPACITY_N_LACKS] = {
  [CAPACITY_LACK_DATA] = NC_("missing", "Volumes"),
  [CAPACITY_LACK_NEW_DATA] = NC_("missing", "New volumes"),
  [CAPACITY_LACK_CAPACITY] = NC_("missing", "Capacity"),
  [CAPACITY_LACK_OWNER] = NC_("missing", "Owner"),
  [CAPACITY_LACK_DEPARTMENT] = NC_("missing", "Unit of the institution"),
  [CAPACITY_LACK_UNIT] = NC_("missing", "What is counted"),
  [CAPACITY_LACK_TARGET] = NC_("missing", "A target of its own"),
};

/**
 * capacity_words_lack:
 * @lack: what may be missing
 *
 * Returns: its name
 */
const char *
capacity_words_lack (CapacityLack lack)
{
  return g_dpgettext2 (NULL, "missing", lacks[lack]);
}

/**
 * capacity_words_n_lacking:
 * @lack: what is missing
 * @n: how many services are without it
 *
 * Returns: (transfer full): that they are
 */
char *
capacity_words_n_lacking (CapacityLack lack,
                          guint        n)
{
  switch (lack)
    {
    case CAPACITY_LACK_DATA:
      return g_strdup_printf (ngettext ("%u service without volumes", "%u services without volumes", n), n);
    case CAPACITY_LACK_NEW_DATA:
      return g_strdup_printf (ngettext ("%u service with old volumes", "%u services with old volumes", n), n);
    case CAPACITY_LACK_CAPACITY:
      return g_strdup_printf (ngettext ("%u service without a capacity", "%u services without a capacity", n), n);
    case CAPACITY_LACK_OWNER:
      return g_strdup_printf (ngettext ("%u service without an owner", "%u services without an owner", n), n);
    case CAPACITY_LACK_DEPARTMENT:
      return g_strdup_printf (ngettext ("%u service without a unit of the institution",
                                        "%u services without a unit of the institution", n), n);
    case CAPACITY_LACK_UNIT:
      return g_strdup_printf (ngettext ("%u service that does not say what is counted",
                                        "%u services that do not say what is counted", n), n);
    case CAPACITY_LACK_TARGET:
    default:
      return g_strdup_printf (ngettext ("%u service without a target of its own",
                                        "%u services without a target of their own", n), n);
    }
}

static char *
month_name (int month)
{
  return capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, month });
}

/**
 * capacity_words_months:
 * @first: index of the first month
 * @n: number of months, at least 1
 *
 * Returns: (transfer full): such as `March 2026`, or `March 2026 – May 2026`
 */
char *
capacity_words_months (int   first,
                       guint n)
{
  g_autofree char *name = month_name (first);
  g_autofree char *last = month_name (first + (int) n - 1);

  return n == 1 ? g_steal_pointer (&name) : g_strdup_printf ("%s – %s", name, last);
}

/* The periods that a finding is about, in what was counted. */
static char *
finding_periods (const CapacityFinding *finding)
{
  int n = (int) (finding->n / capacity_period_kind_months (finding->by));
  CapacityPeriod period = capacity_period_convert ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, finding->first }, finding->by);
  g_autofree char *first = capacity_format_period (period);
  g_autofree char *last = capacity_format_period (capacity_period_add (period, n - 1));

  return n == 1 ? g_steal_pointer (&first) : g_strdup_printf ("%s – %s", first, last);
}

/**
 * capacity_words_likeness:
 * @alike: in what two services are the same
 *
 * Returns: its name
 */
const char *
capacity_words_likeness (CapacityLikeness alike)
{
  return alike == CAPACITY_LIKENESS_VOLUMES ? C_("alike", "Volumes") : C_("alike", "Name");
}

/**
 * capacity_words_like:
 * @refusal: a refusal that is about another service
 * @portfolio: the facts it is of
 *
 * Returns: (transfer full): what the other service has in common, and its name
 */
char *
capacity_words_like (const CapacityRefusal   *refusal,
                     const CapacityPortfolio *portfolio)
{
  const CapacityService *other = capacity_portfolio_get_service (portfolio, &refusal->other);
  const char *name = other != NULL ? other->name : "–";

  if (refusal->alike == CAPACITY_LIKENESS_VOLUMES)
    /* Translators: %s is a service */
    return g_strdup_printf (_("The same volumes as “%s”"), name);

  /* Translators: %s is a service */
  return g_strdup_printf (_("The same name as “%s”"), name);
}

/**
 * capacity_words_finding_title:
 * @finding: something to look at
 *
 * Returns: (transfer full): what it is and when
 */
char *
capacity_words_finding_title (const CapacityFinding *finding)
{
  g_autofree char *months = finding->n > 0 ? finding_periods (finding) : NULL;

  switch (finding->kind)
    {
    case CAPACITY_FINDING_GAP:
      /* Translators: %s is a month, quarter or year, or "month – month" */
      return g_strdup_printf (_("Nothing measured: %s"), months);
    case CAPACITY_FINDING_PART:
      /* Translators: %s is a month or "month – month" */
      return g_strdup_printf (_("A part of the volumes is missing: %s"), months);
    case CAPACITY_FINDING_OUTLIER:
      return g_strdup_printf (_("Far from what is likely: %s"), months);
    case CAPACITY_FINDING_REPEATED:
      return g_strdup_printf (_("The same as a year before: %s"), months);
    case CAPACITY_FINDING_SAME_DATA:
      return g_strdup (_("The same volumes as another service"));
    case CAPACITY_FINDING_CAPACITY:
      return g_strdup (_("A resource allows less than the capacity given"));
    case CAPACITY_FINDING_SAME_NAME:
    default:
      return g_strdup (_("The same name as another service"));
    }
}

/**
 * capacity_words_finding_about:
 * @finding: something to look at
 * @portfolio: the facts in which it was found, or later ones
 *
 * Returns: (transfer full) (nullable): the name of the other service, of the resource or of the series it is about; %NULL
 *   where it is about a service alone
 */
char *
capacity_words_finding_about (const CapacityFinding   *finding,
                              const CapacityPortfolio *portfolio)
{
  const CapacityService *service = capacity_portfolio_get_service (portfolio, &finding->service);
  const CapacityService *other = capacity_portfolio_get_service (portfolio, &finding->other);
  const CapacityResource *resource = capacity_portfolio_get_resource (portfolio, &finding->other);

  if (other != NULL)
    return g_strdup (other->name);
  if (resource != NULL)
    return g_strdup (resource->name);
  if (finding->kind == CAPACITY_FINDING_PART && service != NULL && finding->volume < service->volumes->len)
    {
      char *part = capacity_words_part (service->volumes->pdata[finding->volume]);

      return part != NULL ? part : g_strdup (_("Volumes that are not told apart"));
    }

  return NULL;
}

static char *
capacity_detail (const CapacityFinding *finding,
                 const char            *resource)
{
  g_autofree char *given = capacity_format_count (finding->value);
  g_autofree char *allowed = capacity_format_count (finding->expected);

  /* Translators: %1$s is a resource, %2$s and %3$s are numbers of cases in a month */
  return g_strdup_printf (_("%1$s: would allow %2$s a month, given are %3$s"), resource, allowed, given);
}

/**
 * capacity_words_finding_detail:
 * @finding: something to look at
 * @about: (nullable): what capacity_words_finding_about() says
 *
 * Returns: (transfer full): the numbers that tell a person what to think of it; empty where there are none
 */
char *
capacity_words_finding_detail (const CapacityFinding *finding,
                               const char            *about)
{
  g_autofree char *value = capacity_format_count (round (finding->value));
  g_autofree char *expected = capacity_format_count (round (finding->expected));

  if (finding->kind == CAPACITY_FINDING_CAPACITY && about != NULL)
    return capacity_detail (finding, about);
  if (about != NULL)
    return g_strdup (about);
  if (finding->kind == CAPACITY_FINDING_GAP && !isnan (finding->expected))
    /* Translators: %s is a number of cases in a month, quarter or year */
    return g_strdup_printf (_("About %s would be likely"), expected);
  if (finding->kind == CAPACITY_FINDING_OUTLIER && !isnan (finding->expected))
    /* Translators: numbers of cases in a month, quarter or year */
    return g_strdup_printf (_("Measured %1$s, about %2$s would be likely"), value, expected);
  if (finding->kind == CAPACITY_FINDING_REPEATED)
    return g_strdup (_("Perhaps numbers were copied from one year to the next"));

  return g_strdup ("");
}
