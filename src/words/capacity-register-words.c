/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-register-words.h"

#include "capacity-format.h"
#include "capacity-words.h"

#include <glib/gi18n.h>
#include <math.h>

/* The words in the order of the values. */

static const char *const phases[CAPACITY_N_PHASES] = {
  NC_("phase", "Planning"),
  NC_("phase", "Creation or acquisition"),
  NC_("phase", "Introduction or adaptation"),
  NC_("phase", "Provision or use"),
  NC_("phase", "Maintenance and improvement"),
  NC_("phase", "Liquidation"),
};

static const char *const benefits[CAPACITY_N_BENEFITS] = {
  NC_("benefit", "Individual benefit"),
  NC_("benefit", "General benefit"),
  NC_("benefit", "Between institutions"),
};

static const char *const resource_kinds[CAPACITY_N_RESOURCE_KINDS] = {
  NC_("resource", "People"),
  NC_("resource", "Premises and counters"),
  NC_("resource", "Equipment"),
  NC_("resource", "ICT"),
  NC_("resource", "Information system"),
  NC_("resource", "Shared platform"),
  NC_("resource", "Supplier"),
  NC_("resource", "Money"),
  NC_("resource", "Competence"),
  NC_("resource", "Process"),
};

/* Translators: whose a resource is */
static const char *const reaches[CAPACITY_N_REACHES] = {
  NC_("reach", "The institution’s"),
  NC_("reach", "The sector’s or municipality’s"),
  NC_("reach", "The state’s"),
};

/* Translators: how services share a resource of which there is not enough for all */
static const char *const sharings[CAPACITY_N_SHARINGS] = {
  NC_("sharing", "Each gets the same part of its need"),
  NC_("sharing", "Each gets its share"),
  NC_("sharing", "In order of priority"),
};

/* Translators: how far a capacity is decided */
static const char *const limit_states[CAPACITY_N_LIMIT_STATES] = {
  NC_("capacity", "Planned"),
  NC_("capacity", "Approved"),
  NC_("capacity", "Actual"),
};

static const char *const label_kinds[CAPACITY_N_LABEL_KINDS] = {
  NC_("label", "Recipient group"),
  NC_("label", "Life situation"),
  NC_("label", "Channel"),
  NC_("label", "Resource user"),
  NC_("label", "Tag"),
  NC_("label", "Attachment"),
};

static const char *const event_kinds[CAPACITY_N_KNOWN_EVENT_KINDS] = {
  NC_("event", "Other"),
  NC_("event", "Change of law"),
  NC_("event", "Deadline"),
  NC_("event", "Campaign"),
  NC_("event", "Notice of change"),
};

static const char *const plan_states[CAPACITY_N_PLAN_STATES] = {
  NC_("plan", "Draft"),
  NC_("plan", "Proposed"),
  NC_("plan", "Approved"),
  NC_("plan", "Rejected"),
};

/* Translators: the roles of the method card, with both names of a role: of the role and of the person who has it */
static const char *const roles[CAPACITY_N_ROLES] = {
  NC_("role", "Service recipient"),
  NC_("role", "Service provider"),
  NC_("role", "Service owner (service manager)"),
  NC_("role", "Owner of all services (service portfolio manager)"),
  NC_("role", "Owner of all resources (resource pool manager)"),
  NC_("role", "Resource owner (resource manager)"),
  NC_("role", "Resource user"),
};

/* A file may come from a later version, so no value is taken for granted. */
static const char *
word (const char        *context,
      const char *const *words,
      gsize              n_words,
      int                value)
{
  if (value < 0 || (gsize) value >= n_words)
    return _("Not known");

  return g_dpgettext2 (NULL, context, words[value]);
}

/**
 * capacity_words_phase:
 * @phase: a phase of the life cycle
 *
 * Returns: its name after the method card
 */
const char *
capacity_words_phase (CapacityPhase phase)
{
  return word ("phase", phases, G_N_ELEMENTS (phases), (int) phase);
}

/**
 * capacity_words_benefit:
 * @benefit: whom a service benefits
 *
 * Returns: its name
 */
const char *
capacity_words_benefit (CapacityBenefit benefit)
{
  return word ("benefit", benefits, G_N_ELEMENTS (benefits), (int) benefit);
}

/**
 * capacity_words_resource_kind:
 * @kind: a kind of resources or capabilities
 *
 * Returns: its name
 */
const char *
capacity_words_resource_kind (CapacityResourceKind kind)
{
  return word ("resource", resource_kinds, G_N_ELEMENTS (resource_kinds), (int) kind);
}

/**
 * capacity_words_reach:
 * @reach: whose a resource is
 *
 * Returns: its name
 */
const char *
capacity_words_reach (CapacityReach reach)
{
  return word ("reach", reaches, G_N_ELEMENTS (reaches), (int) reach);
}

/**
 * capacity_words_sharing:
 * @sharing: how services share a resource
 *
 * Returns: its name
 */
const char *
capacity_words_sharing (CapacitySharing sharing)
{
  return word ("sharing", sharings, G_N_ELEMENTS (sharings), (int) sharing);
}

/**
 * capacity_words_limit_state:
 * @state: how far a capacity is decided
 *
 * Returns: its name
 */
const char *
capacity_words_limit_state (CapacityLimitState state)
{
  return word ("capacity", limit_states, G_N_ELEMENTS (limit_states), (int) state);
}

/**
 * capacity_words_posts:
 * @posts: how many posts of people
 *
 * Returns: (transfer full): such as `2.5 posts`, with two decimals at most
 */
char *
capacity_words_posts (double posts)
{
  double rounded = round (posts * 100) / 100;
  g_autofree char *number = capacity_format_exact (rounded);
  /* Parts of one are said as several are. */
  gulong n = rounded == floor (rounded) ? (gulong) fabs (rounded) : 2;

  /* Translators: posts of people (slodzes), such as "2.5 posts" */
  return g_strdup_printf (g_dngettext (NULL, "%s post", "%s posts", n), number);
}

/**
 * capacity_words_limit_amount:
 * @limit: a capacity
 *
 * Returns: (transfer full): how much it is, such as `1,200 a month` or `2.5 posts`
 */
char *
capacity_words_limit_amount (const CapacityLimit *limit)
{
  g_autofree char *value = capacity_format_exact (limit->value);

  return limit->in_posts ? capacity_words_posts (limit->value)
                         : g_strdup_printf ("%s %s", value, capacity_words_per (limit->per));
}

/* On which days something holds; without a first day it has begun. */
static char *
days_words (CapacityDate from,
            CapacityDate until)
{
  g_autofree char *first = capacity_format_date (from);
  g_autofree char *last = capacity_format_date (until);

  if (from == CAPACITY_DATE_NONE)
    /* Translators: %s is a date, the last day on which something holds */
    return until == CAPACITY_DATE_NONE ? g_strdup (_("Already now")) : g_strdup_printf (_("Until %s"), last);
  if (until == CAPACITY_DATE_NONE)
    /* Translators: %s is a date */
    return g_strdup_printf (_("From %s"), first);
  if (until == from)
    return g_steal_pointer (&first);

  /* Translators: the first and the last day */
  return g_strdup_printf (_("%s to %s"), first, last);
}

/**
 * capacity_words_limit_time:
 * @limit: a capacity
 *
 * Returns: (transfer full): on which days it holds
 */
char *
capacity_words_limit_time (const CapacityLimit *limit)
{
  return days_words (limit->from, limit->until);
}

/**
 * capacity_words_label_kind:
 * @kind: what a label says
 *
 * Returns: its name
 */
const char *
capacity_words_label_kind (CapacityLabelKind kind)
{
  return word ("label", label_kinds, G_N_ELEMENTS (label_kinds), (int) kind);
}

/**
 * capacity_words_label_details:
 * @label: a label
 *
 * Returns: (transfer full): how many there are and the level they need, whichever is given; empty where neither is
 */
char *
capacity_words_label_details (const CapacityLabel *label)
{
  g_autofree char *size = isnan (label->size) ? NULL : capacity_format_count (label->size);

  if (size == NULL)
    return g_strdup (label->level != NULL ? label->level : "");

  return label->level != NULL ? g_strdup_printf ("%s · %s", size, label->level) : g_steal_pointer (&size);
}

/**
 * capacity_words_event_kind:
 * @kind: what a known event is
 *
 * Returns: its name
 */
const char *
capacity_words_event_kind (CapacityKnownEventKind kind)
{
  return word ("event", event_kinds, G_N_ELEMENTS (event_kinds), (int) kind);
}

/**
 * capacity_words_plan_state:
 * @state: where a plan stands
 *
 * Returns: its name
 */
const char *
capacity_words_plan_state (CapacityPlanState state)
{
  return word ("plan", plan_states, G_N_ELEMENTS (plan_states), (int) state);
}

/**
 * capacity_words_role:
 * @role: a role of the method card
 *
 * Returns: both its names
 */
const char *
capacity_words_role (CapacityRole role)
{
  return word ("role", roles, G_N_ELEMENTS (roles), (int) role);
}

/**
 * capacity_words_named_by:
 * @n_services: how many services name something
 * @n_resources: how many resources do
 *
 * Returns: (transfer full): such as "12 services, 3 resources"
 */
char *
capacity_words_named_by (guint n_services,
                         guint n_resources)
{
  g_autofree char *services = g_strdup_printf (ngettext ("%u service", "%u services", n_services), n_services);
  g_autofree char *resources = g_strdup_printf (ngettext ("%u resource", "%u resources", n_resources), n_resources);

  if (n_services == 0 && n_resources == 0)
    return g_strdup (_("no service or resource"));
  if (n_services == 0 || n_resources == 0)
    return g_strdup (n_services > 0 ? services : resources);

  return g_strdup_printf ("%s, %s", services, resources);
}

/* What there is none of is not said. */
static void
take_part (GStrvBuilder *parts,
           guint         n,
           char         *text)
{
  if (n > 0)
    g_strv_builder_take (parts, text);
  else
    g_free (text);
}

/**
 * capacity_words_service_gone:
 * @service: a service that was deleted
 *
 * Returns: (transfer full): that it was, and what went with it
 */
char *
capacity_words_service_gone (const CapacityService *service)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *joined = NULL;

  take_part (builder, service->volumes->len,
             g_strdup_printf (ngettext ("%u series of volumes", "%u series of volumes", service->volumes->len), service->volumes->len));
  take_part (builder, service->limits->len,
             g_strdup_printf (ngettext ("%u capacity", "%u capacities", service->limits->len), service->limits->len));
  take_part (builder, service->needs->len,
             g_strdup_printf (ngettext ("%u need", "%u needs", service->needs->len), service->needs->len));
  take_part (builder, service->events->len,
             g_strdup_printf (ngettext ("%u event", "%u events", service->events->len), service->events->len));
  parts = g_strv_builder_unref_to_strv (builder);
  joined = g_strjoinv (", ", parts);
  if (parts[0] == NULL)
    return g_strdup_printf (_("“%s” deleted"), service->name);

  /* Translators: the name of a service, and what went with it: "2 series of volumes, 1 capacity" */
  return g_strdup_printf (_("“%1$s” deleted with its data: %2$s"), service->name, joined);
}

/**
 * capacity_words_resource_gone:
 * @resource: a resource that was deleted
 * @n_services: how many services needed it
 *
 * Returns: (transfer full): that it was, and what went with it
 */
char *
capacity_words_resource_gone (const CapacityResource *resource,
                              guint                   n_services)
{
  if (n_services == 0)
    return g_strdup_printf (_("“%s” deleted"), resource->name);

  /* Translators: the name of a resource, and how many services needed it */
  return g_strdup_printf (ngettext ("“%1$s” deleted, and what %2$u service needed of it",
                                    "“%1$s” deleted, and what %2$u services needed of it", n_services),
                          resource->name, n_services);
}

/**
 * capacity_words_event_time:
 * @event: a known event
 *
 * Returns: (transfer full): on which days it acts
 */
char *
capacity_words_event_time (const CapacityKnownEvent *event)
{
  return days_words (event->from, event->until);
}

/**
 * capacity_words_event_dated:
 * @event: a known event
 *
 * Returns: (transfer full): its name with the days on which it acts, for the middle of a sentence
 */
char *
capacity_words_event_dated (const CapacityKnownEvent *event)
{
  g_autofree char *from = capacity_format_date (event->from);
  g_autofree char *until = capacity_format_date (event->until);

  if (event->until == CAPACITY_DATE_NONE)
    /* Translators: %1$s is the name of an event, %2$s a date */
    return g_strdup_printf (_("%1$s from %2$s on"), event->name, from);
  if (event->until == event->from)
    /* Translators: %1$s is the name of an event, %2$s a date */
    return g_strdup_printf (_("%1$s on %2$s"), event->name, from);

  /* Translators: %1$s is the name of an event, %2$s and %3$s are its first and last day */
  return g_strdup_printf (_("%1$s from %2$s to %3$s"), event->name, from, until);
}

static char *
share_words (double share)
{
  g_autofree char *change = capacity_format_change (share, fabs (share * 100 - round (share * 100)) > 0.05 ? 1 : 0);

  /* Translators: %s is such as "+30 %" */
  return g_strdup_printf (_("demand %s"), change);
}

static char *
cases_words (double cases)
{
  g_autofree char *count = capacity_format_count (fabs (cases));
  gulong n = (gulong) MIN (fabs (cases), 1e9);

  return cases < 0 ? g_strdup_printf (ngettext ("%s case a month fewer", "%s cases a month fewer", n), count)
                   : g_strdup_printf (ngettext ("%s case a month more", "%s cases a month more", n), count);
}

/**
 * capacity_words_event_effect:
 * @event: a known event
 *
 * Returns: (transfer full): how it changes the demand
 */
char *
capacity_words_event_effect (const CapacityKnownEvent *event)
{
  g_autofree char *share = isnan (event->share) ? NULL : share_words (event->share);
  g_autofree char *cases = isnan (event->cases) ? NULL : cases_words (event->cases);

  if (share == NULL && cases == NULL)
    return g_strdup (_("effect not known"));
  if (share == NULL || cases == NULL)
    return g_strdup (share != NULL ? share : cases);

  return g_strdup_printf ("%s, %s", share, cases);
}
