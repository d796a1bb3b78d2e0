/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-resource-columns.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-assessment.h"
#include "capacity-format.h"
#include "capacity-register-words.h"
#include "capacity-resource-words.h"
#include "capacity-words.h"

typedef const CapacityResourceAssessment Assessment;

typedef struct
{
  CapacityColumn base;
  char        *(*text) (Assessment *resource);
  int          (*compare) (Assessment *a, Assessment *b); /* NULL to sort by the text */
  guint          key;                                     /* which sort key the text is */
  const char  *(*sort_text) (Assessment *resource);       /* may give NULL */
  double       (*value) (Assessment *resource);           /* NULL where the text is no number */
  void         (*draw) (cairo_t *cr, const CapacityChartStyle *style, Assessment *resource, int width);
} Column;

static char *
name_text (Assessment *resource)
{
  return g_strdup (resource->resource->name);
}

static char *
kind_text (Assessment *resource)
{
  return g_strdup (capacity_words_resource_kind (resource->resource->kind));
}

static char *
verdict_text (Assessment *resource)
{
  return g_strdup (capacity_words_verdict (resource->verdict));
}

static double
use_value (Assessment *resource)
{
  return resource->utilisation;
}

static double
load_value (Assessment *resource)
{
  return resource->load;
}

static double
services_value (Assessment *resource)
{
  return resource->services->len;
}

static char *
use_text (Assessment *resource)
{
  return capacity_format_percent (resource->utilisation);
}

static char *
gap_text (Assessment *resource)
{
  return capacity_words_resource_gap (resource);
}

static char *
exhaustion_text (Assessment *resource)
{
  return capacity_words_exhaustion (&resource->exhaustion);
}

static char *
decide_text (Assessment *resource)
{
  if (resource->exhaustion.decide_by == CAPACITY_DATE_NONE)
    return g_strdup ("–");

  return capacity_format_date (resource->exhaustion.decide_by);
}

static char *
capacity_text (Assessment *resource)
{
  if (isnan (resource->capacity))
    return g_strdup ("–");

  return capacity_format_rate (resource->capacity, capacity_words_resource_unit (resource->resource),
                               CAPACITY_PERIOD_MONTH);
}

static char *
load_text (Assessment *resource)
{
  return capacity_format_count (resource->load);
}

static char *
services_text (Assessment *resource)
{
  return capacity_format_count (resource->services->len);
}

static char *
users_text (Assessment *resource)
{
  return capacity_words_resource_users (resource);
}

static char *
saving_text (Assessment *resource)
{
  char *saving = capacity_words_resource_saving (resource);

  return saving != NULL ? saving : g_strdup ("–");
}

static char *
owner_text (Assessment *resource)
{
  return g_strdup (resource->resource->owner != NULL ? resource->resource->owner : "–");
}

static void
draw_verdict (cairo_t                  *cr,
              const CapacityChartStyle *style,
              Assessment               *resource,
              int                       width)
{
  capacity_columns_draw_verdict (cr, style, resource->verdict);
}

static void
draw_use (cairo_t                  *cr,
          const CapacityChartStyle *style,
          Assessment               *resource,
          int                       width)
{
  capacity_columns_draw_use (cr, style, &resource->modes[CAPACITY_MODE_REGULAR], width);
}

static const char *
name_of (Assessment *resource)
{
  return resource->resource->name;
}

static const char *
owner_of (Assessment *resource)
{
  return resource->resource->owner;
}

static int
compare_kinds (Assessment *a,
               Assessment *b)
{
  return (int) a->resource->kind - (int) b->resource->kind;
}

/* The worst first, as a person who sorts by it wants to see. */
static int
compare_verdicts (Assessment *a,
                  Assessment *b)
{
  return (int) b->verdict - (int) a->verdict;
}

static int
compare_uses (Assessment *a,
              Assessment *b)
{
  return capacity_columns_compare_numbers (a->utilisation, b->utilisation);
}

static int
compare_gaps (Assessment *a,
              Assessment *b)
{
  return capacity_columns_compare_numbers (a->gap, b->gap);
}

static double
exhaustion_key (Assessment *resource)
{
  const CapacityExhaustion *exhaustion = &resource->exhaustion;

  switch (exhaustion->state)
    {
    case CAPACITY_EXHAUSTION_ALREADY:
      return 0;
    case CAPACITY_EXHAUSTION_WITHIN:
      return exhaustion->likely != 0 ? exhaustion->likely : exhaustion->earliest + 0.5;
    case CAPACITY_EXHAUSTION_NOT_WITHIN_HORIZON:
      return exhaustion->horizon_end + 1;
    case CAPACITY_EXHAUSTION_UNKNOWN:
    default:
      return NAN;
    }
}

static int
compare_exhaustions (Assessment *a,
                     Assessment *b)
{
  return capacity_columns_compare_numbers (exhaustion_key (a), exhaustion_key (b));
}

static double
decide_key (Assessment *resource)
{
  return resource->exhaustion.decide_by != CAPACITY_DATE_NONE ? resource->exhaustion.decide_by : NAN;
}

static int
compare_decides (Assessment *a,
                 Assessment *b)
{
  return capacity_columns_compare_numbers (decide_key (a), decide_key (b));
}

static int
compare_capacities (Assessment *a,
                    Assessment *b)
{
  return capacity_columns_compare_numbers (a->capacity, b->capacity);
}

static int
compare_loads (Assessment *a,
               Assessment *b)
{
  return capacity_columns_compare_numbers (a->load, b->load);
}

static int
compare_services (Assessment *a,
                  Assessment *b)
{
  return (a->services->len > b->services->len) - (a->services->len < b->services->len);
}

static double
saving_key (Assessment *resource)
{
  if (resource->verdict != CAPACITY_VERDICT_EXCESSIVE || resource->resource->annual_cost < 0)
    return NAN;

  return (double) resource->resource->annual_cost * resource->gap / resource->capacity;
}

static int
compare_savings (Assessment *a,
                 Assessment *b)
{
  return capacity_columns_compare_numbers (saving_key (a), saving_key (b));
}

static const Column columns[] = {
  { { "name", N_("Resource"), 220 }, name_text, NULL, 0, name_of },
  { { "verdict", N_("Verdict"), 0, CAPACITY_COLUMNS_VERDICT }, verdict_text, compare_verdicts, .draw = draw_verdict },
  { { "use", N_("Use"), 0, CAPACITY_COLUMNS_USE }, use_text, compare_uses, .value = use_value,
    .draw = draw_use },
  { { "gap", N_("Short or to Spare"), 230 }, gap_text, compare_gaps },
  { { "exhaustion", N_("Runs Short"), 200 }, exhaustion_text, compare_exhaustions },
  { { "decide", N_("Last Day to Decide"), 110 }, decide_text, compare_decides },
  { { "capacity", N_("What There Is"), 170 }, capacity_text, compare_capacities },
  { { "load", N_("What Is Needed"), 100 }, load_text, compare_loads, .value = load_value },
  { { "services", N_("Services That Need It"), 100 }, services_text, compare_services,
    .value = services_value },
  { { "users", N_("Which Services"), 220 }, users_text, compare_services },
  { { "saving", N_("Possible Saving"), 150 }, saving_text, compare_savings },
  { { "kind", N_("Kind"), 150 }, kind_text, compare_kinds },
  { { "owner", N_("Owner"), 150 }, owner_text, NULL, 1, owner_of },
};

static const CapacityColumn *
get_column (guint index)
{
  return &columns[index].base;
}

static void
draw (guint                     index,
      cairo_t                  *cr,
      const CapacityChartStyle *style,
      CapacityItem             *item,
      int                       width)
{
  columns[index].draw (cr, style, capacity_item_get_assessment (item), width);
}

static char *
dup_text (guint         index,
          CapacityItem *item)
{
  return columns[index].text (capacity_item_get_assessment (item));
}

static gboolean
get_value (guint         index,
           CapacityItem *item,
           double       *value)
{
  if (columns[index].value != NULL)
    *value = columns[index].value (capacity_item_get_assessment (item));

  return columns[index].value != NULL;
}

static int
compare_items (guint         index,
               CapacityItem *a,
               CapacityItem *b)
{
  const Column *column = &columns[index];
  Assessment *first = capacity_item_get_assessment (a);
  Assessment *second = capacity_item_get_assessment (b);

  if (column->compare != NULL)
    return column->compare (first, second);

  return capacity_item_compare_texts (a, b, column->key, column->sort_text (first), column->sort_text (second));
}

const CapacityColumns capacity_resource_columns = {
  G_N_ELEMENTS (columns), get_column, draw, dup_text, get_value, compare_items,
};
