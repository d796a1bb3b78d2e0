/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-parts-chart.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-service-chart.h"
#include "capacity-words.h"
#include "capacity-workload.h"

/* Three years show the season of a part and whether it grows. */
#define N_MONTHS 36
#define N_YEAR 12

/* More rows than this nobody compares. */
#define N_ROWS 10
#define N_NAMED 3

/* What came of one kind, in one channel or at one place. */
typedef struct
{
  const char         *name;
  CapacityRequestKind kind; /* where parts are kinds */
  CapacitySeries     *months;
  double              cases; /* in the last year */
} Part;

static void
part_clear (gpointer data)
{
  capacity_series_unref (((Part *) data)->months);
}

/* Which part a volume belongs to; NULL where it is not told apart. */
static const char *
name_of (const CapacityVolume *volume,
         CapacityPartsBy       by)
{
  if (volume->measure != CAPACITY_MEASURE_ARRIVALS)
    return NULL;
  if (by == CAPACITY_PARTS_BY_KIND)
    return volume->kind != CAPACITY_REQUEST_ALL ? capacity_words_request_kind (volume->kind) : NULL;

  return by == CAPACITY_PARTS_BY_CHANNEL ? volume->channel : volume->site;
}

/* The months of the measured series of a part, summed as those of a service that has no others. */
static CapacitySeries *
months_of (const CapacityService *service,
           CapacityPartsBy        by,
           const char            *name)
{
  g_autoptr (CapacityService) alone = capacity_service_new ();

  for (guint i = 0; i < service->volumes->len; i++)
    {
      const CapacityVolume *volume = service->volumes->pdata[i];

      if (g_strcmp0 (name_of (volume, by), name) == 0)
        capacity_service_take_volume (alone, volume->kind, volume->channel, volume->measure,
                                      capacity_series_ref (volume->series), NULL)->site = g_strdup (volume->site);
    }

  return capacity_service_dup_total (alone, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  double first = ((const Part *) a)->cases;
  double second = ((const Part *) b)->cases;

  return (first < second) - (first > second);
}

/* The parts of which anything came in the months up to @last, the largest of the last year first. */
static GArray *
list_parts (const CapacityService *service,
            CapacityPartsBy        by,
            int                    last)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  g_array_set_clear_func (parts, part_clear);
  for (guint i = 0; i < service->volumes->len; i++)
    {
      const CapacityVolume *volume = service->volumes->pdata[i];
      Part part = { .name = name_of (volume, by), .kind = volume->kind };
      double cases;

      if (part.name == NULL || !g_hash_table_add (seen, (gpointer) part.name))
        continue;
      part.months = months_of (service, by, part.name);
      if (part.months == NULL)
        continue;
      cases = capacity_series_sum (part.months, last - N_YEAR + 1, N_YEAR, NULL);
      part.cases = isnan (cases) ? 0 : cases;
      if (capacity_series_sum (part.months, last - N_MONTHS + 1, N_MONTHS, NULL) > 0)
        g_array_append_val (parts, part);
      else
        part_clear (&part);
    }
  g_array_sort (parts, compare_parts);

  return parts;
}

static double
sum_of (const GArray *parts)
{
  double sum = 0;

  for (guint i = 0; i < parts->len; i++)
    sum += g_array_index (parts, Part, i).cases;

  return sum;
}

/* "Requests for service 62 %, complaints 12 %" */
static char *
largest_words (const GArray *parts,
               double        sum)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (parts->len, N_NAMED); i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      g_autofree char *share = capacity_format_percent (part->cases / sum);

      g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", part->name, share);
    }

  return g_string_free_and_steal (text);
}

/* How much came because something went wrong; NULL where kinds do not tell. */
static char *
failure_words (const GArray *parts)
{
  double cases[CAPACITY_N_REQUEST_KINDS];
  double share;
  g_autofree char *percent = NULL;

  for (guint i = 0; i < CAPACITY_N_REQUEST_KINDS; i++)
    cases[i] = NAN;
  for (guint i = 0; i < parts->len; i++)
    cases[g_array_index (parts, Part, i).kind] = g_array_index (parts, Part, i).cases;
  share = capacity_failure_demand_share (cases);
  if (isnan (share))
    return NULL;
  percent = capacity_format_percent (share);

  /* Translators: %s is a percentage */
  return g_strdup_printf (_("Failure demand, which comes because something went wrong (incidents, problems, complaints): %s."),
                          percent);
}

static char *
parts_sentence (const GArray   *parts,
                CapacityPartsBy by)
{
  double sum = sum_of (parts);
  g_autofree char *largest = sum > 0 ? largest_words (parts, sum) : NULL;
  g_autofree char *failure = by == CAPACITY_PARTS_BY_KIND ? failure_words (parts) : NULL;
  GString *text = g_string_new (NULL);

  if (largest != NULL)
    /* Translators: %s names parts with their shares: "Counter 62 %, telephone 20 %" */
    g_string_append_printf (text, _("Of what came in the last 12 months: %s."), largest);
  else
    g_string_append (text, _("Nothing came in the last 12 months."));
  if (failure != NULL)
    g_string_append_printf (text, " %s", failure);
  g_string_append_printf (text, " %s", _("All rows have the same scale; the number is the last that was counted."));
  if (parts->len > N_ROWS)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("Shown are the %1$u largest of %2$u part.",
                                              "Shown are the %1$u largest of %2$u parts.", parts->len),
                              (guint) N_ROWS, parts->len);
    }

  return g_string_free_and_steal (text);
}

static const char *
title_of (CapacityPartsBy by)
{
  switch (by)
    {
    case CAPACITY_PARTS_BY_KIND:
      return _("Volumes by kind");
    case CAPACITY_PARTS_BY_CHANNEL:
      return _("Volumes by channel");
    case CAPACITY_PARTS_BY_SITE:
    default:
      return _("Volumes by place");
    }
}

/* The last whole month in which anything was counted, with which the year ends; the last there was where nothing was. */
static int
last_month (const CapacityService *service,
            CapacityDate           as_of)
{
  g_autoptr (CapacitySeries) total = capacity_service_dup_total (service, CAPACITY_MEASURE_ARRIVALS, CAPACITY_PERIOD_MONTH);
  int whole = capacity_period_of_date (CAPACITY_PERIOD_MONTH, as_of).index - 1;
  int last = whole;

  while (total != NULL && last >= total->first && isnan (capacity_series_at (total, last)))
    last--;

  return total != NULL && last >= total->first ? last : whole;
}

/* The first month of which anything is known. */
static int
first_month (const GArray *parts,
             int           last)
{
  int first = last;

  for (guint i = 0; i < parts->len; i++)
    first = MIN (first, g_array_index (parts, Part, i).months->first);

  return MAX (first, last - N_MONTHS + 1);
}

/**
 * capacity_parts_chart_new:
 * @service: a service
 * @as_of: today
 * @by: what its volumes are told apart by
 *
 * Makes the chart of what came of each kind, in each channel or at each place, as it was counted, month by month over the
 * last three years; what was counted without telling them apart is in none.
 *
 * Returns: (transfer full) (nullable): the chart; %NULL where there are not at least two parts
 */
CapacityChart *
capacity_parts_chart_new (const CapacityService *service,
                          CapacityDate           as_of,
                          CapacityPartsBy        by)
{
  int last = last_month (service, as_of);
  g_autoptr (GArray) parts = list_parts (service, by, last);
  g_autofree char *summary = NULL;
  g_autofree char *unit = NULL;
  CapacityChartBuilder *builder;
  int first;

  if (parts->len < 2)
    return NULL;

  first = first_month (parts, last);
  summary = parts_sentence (parts, by);
  unit = g_strdup_printf (_("%s a month"), service->unit != NULL ? service->unit : _("cases"));
  builder = capacity_chart_builder_new (CAPACITY_CHART_ROWS, CAPACITY_PERIOD_MONTH, first, (guint) (last - first + 1));
  capacity_chart_set_words (builder);
  capacity_chart_builder_set_title (builder, title_of (by));
  capacity_chart_builder_set_summary (builder, summary);
  capacity_chart_builder_set_unit (builder, unit);
  for (guint i = 0; i < MIN (parts->len, N_ROWS); i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      capacity_chart_builder_add_series (builder, CAPACITY_CHART_ROLE_DEMAND, part->name, part->months->first,
                                         part->months->values, part->months->n);
    }

  return capacity_chart_builder_end (builder);
}
