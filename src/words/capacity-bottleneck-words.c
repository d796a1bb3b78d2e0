/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-bottleneck-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"

/* More changes than this are counted instead of told one by one: the months themselves stand in a table. */
#define MAX_STRETCHES 3

/* Months in a row that the same limits. */
typedef struct
{
  const char *name;
  int         last;
  guint       n;
} Stretch;

/**
 * capacity_words_bottleneck:
 * @self: what limits a service in a month
 *
 * Returns: (nullable): the name of the resource, or that it is the capacity given; %NULL where nothing is known
 */
const char *
capacity_words_bottleneck (const CapacityBottleneck *self)
{
  if (capacity_bottleneck_is_given (self))
    /* Translators: what limits a service, as the name of a resource would stand there */
    return _("the capacity given");

  return self->resource != NULL ? self->resource->resource->name : NULL;
}

static GArray *
find_stretches (const GArray *bottlenecks)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));

  for (guint i = 0; i < bottlenecks->len; i++)
    {
      const CapacityBottleneck *bottleneck = &g_array_index (bottlenecks, CapacityBottleneck, i);
      Stretch stretch = { capacity_words_bottleneck (bottleneck), bottleneck->month, 1 };
      Stretch *before = stretches->len > 0 ? &g_array_index (stretches, Stretch, stretches->len - 1) : NULL;

      if (stretch.name == NULL)
        continue;
      if (before != NULL && g_str_equal (before->name, stretch.name))
        {
          before->last = stretch.last;
          before->n++;
        }
      else
        {
          g_array_append_val (stretches, stretch);
        }
    }

  return stretches;
}

/* One after another, such as "Advisers until March 2027, then Counters". */
static char *
list_in_turn (const GArray *stretches)
{
  g_autofree char *text = NULL;

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      g_autofree char *last = capacity_format_to_month (stretch->last);
      g_autofree char *item = NULL;
      g_autofree char *before = g_steal_pointer (&text);

      if (i + 1 < stretches->len)
        /* Translators: %1$s is what limits a service, %2$s a month from the context "to month" */
        item = g_strdup_printf (_("%1$s until %2$s"), stretch->name, last);
      else
        item = g_strdup (stretch->name);
      /* Translators: what limits a service, one after the other, such as "Advisers until March 2027, then Counters" */
      text = before != NULL ? g_strdup_printf (_("%1$s, then %2$s"), before, item) : g_steal_pointer (&item);
    }

  return g_steal_pointer (&text);
}

/* Each once with its months, those of the first first. */
static char *
list_counted (const GArray *stretches)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < stretches->len; i++)
    {
      const Stretch *stretch = &g_array_index (stretches, Stretch, i);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, stretch->name));

      g_hash_table_insert (counts, (gpointer) stretch->name, GUINT_TO_POINTER (n + stretch->n));
    }
  for (guint i = 0; i < stretches->len; i++)
    {
      const char *name = g_array_index (stretches, Stretch, i).name;
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, name));

      if (n == 0)
        continue;
      g_string_append (text, text->len > 0 ? ", " : "");
      /* Translators: %1$s is what limits a service, %2$u a number of months */
      g_string_append_printf (text, ngettext ("%1$s in %2$u month", "%1$s in %2$u months", n), name, n);
      g_hash_table_insert (counts, (gpointer) name, GUINT_TO_POINTER (0));
    }

  return g_string_free_and_steal (text);
}

static char *
list_stretches (const GArray *stretches)
{
  return stretches->len > MAX_STRETCHES ? list_counted (stretches) : list_in_turn (stretches);
}

/**
 * capacity_words_binding:
 * @assessment: what is concluded
 * @service: the part of it about one service
 *
 * Returns: (transfer full) (nullable): what limits the service in the months ahead, and which resource would next; %NULL
 *   where nothing is known, or it is the capacity given throughout
 */
char *
capacity_words_binding (const CapacityAssessment        *assessment,
                        const CapacityServiceAssessment *service)
{
  const CapacityResource *next = capacity_portfolio_get_resource (assessment->portfolio, &service->next_binding);
  g_autoptr (GArray) bottlenecks = capacity_bottleneck_list (assessment, service);
  g_autoptr (GArray) stretches = find_stretches (bottlenecks);
  g_autofree char *list = NULL;

  if (stretches->len == 0
      || (stretches->len == 1 && capacity_bottleneck_is_given (&g_array_index (bottlenecks, CapacityBottleneck, 0))))
    return NULL;

  list = list_stretches (stretches);
  if (next == NULL)
    return g_strdup_printf (_("What limits it: %s."), list);

  /* Translators: the name of a resource, or several with their months; the name of the resource that would limit it next */
  return g_strdup_printf (_("What limits it: %1$s. The next limit: %2$s."), list, next->name);
}

/**
 * capacity_words_contradiction:
 * @assessment: what is concluded
 * @service: the part of it about one service
 *
 * Returns: (transfer full) (nullable): that a resource would allow less than the capacity that was given, in the first
 *   month ahead in which it would, and which of them counts; %NULL where they do not contradict each other
 */
char *
capacity_words_contradiction (const CapacityAssessment        *assessment,
                              const CapacityServiceAssessment *service)
{
  g_autoptr (GArray) bottlenecks = capacity_bottleneck_list (assessment, service);

  for (guint i = 0; i < bottlenecks->len; i++)
    {
      const CapacityBottleneck *bottleneck = &g_array_index (bottlenecks, CapacityBottleneck, i);
      g_autofree char *given = capacity_format_rate (bottleneck->given, service->service->unit, CAPACITY_PERIOD_MONTH);
      g_autofree char *allowed = capacity_format_count (bottleneck->allowed);
      g_autofree char *when = NULL;

      if (!capacity_bottleneck_contradicts (bottleneck))
        continue;
      if (i == 0)
        /* Translators: %1$s is such as "500 applications a month", %2$s the name of a resource, %3$s a number */
        return g_strdup_printf (_("The capacity given is %1$s, but if as many came, “%2$s” would allow only %3$s. "
                                  "The verdicts go by the capacity given."),
                                given, bottleneck->resource->resource->name, allowed);
      when = capacity_format_in_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, bottleneck->month });

      /* Translators: %1$s is such as "500 applications a month", %2$s the name of a resource, %3$s such as "in May 2027",
       * %4$s a number */
      return g_strdup_printf (_("The capacity given is %1$s, but if as many came %3$s, “%2$s” would allow only %4$s. "
                                "The verdicts go by the capacity given."),
                              given, bottleneck->resource->resource->name, when, allowed);
    }

  return NULL;
}
