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
  int          (*compare) (Assessment *a, Assessment *b); /* NULL to sort by the text */
  guint          key;                                     /* which sort key the text is */
  const char  *(*sort_text) (Assessment *resource);       /* may give NULL */
} Column;

static char *
name_text (CapacityColumnRow row)
{
  return g_strdup (row.resource->resource->name);
}

static char *
kind_text (CapacityColumnRow row)
{
  return g_strdup (capacity_words_resource_kind (row.resource->resource->kind));
}

static char *
verdict_text (CapacityColumnRow row)
{
  return g_strdup (capacity_words_verdict (row.resource->verdict));
}

static double
use_value (CapacityColumnRow row)
{
  return row.resource->utilisation;
}

static double
load_value (CapacityColumnRow row)
{
  return row.resource->load;
}

static double
services_value (CapacityColumnRow row)
{
  return row.resource->services->len;
}

static char *
use_text (CapacityColumnRow row)
{
  return capacity_format_percent (row.resource->utilisation);
}

static char *
gap_text (CapacityColumnRow row)
{
  return capacity_words_resource_gap (row.resource);
}

static char *
exhaustion_text (CapacityColumnRow row)
{
  return capacity_words_exhaustion (&row.resource->exhaustion);
}

static char *
decide_text (CapacityColumnRow row)
{
  if (row.resource->exhaustion.decide_by == CAPACITY_DATE_NONE)
    return g_strdup ("–");

  return capacity_format_date (row.resource->exhaustion.decide_by);
}

static char *
capacity_text (CapacityColumnRow row)
{
  if (isnan (row.resource->capacity))
    return g_strdup ("–");

  return capacity_format_rate (row.resource->capacity, capacity_words_resource_unit (row.resource->resource),
                               CAPACITY_PERIOD_MONTH);
}

static char *
load_text (CapacityColumnRow row)
{
  return capacity_format_count (row.resource->load);
}

static char *
services_text (CapacityColumnRow row)
{
  return capacity_format_count (row.resource->services->len);
}

static char *
users_text (CapacityColumnRow row)
{
  return capacity_words_resource_users (row.resource);
}

static char *
saving_text (CapacityColumnRow row)
{
  char *saving = capacity_words_resource_saving (row.resource);

  return saving != NULL ? saving : g_strdup ("–");
}

static char *
owner_text (CapacityColumnRow row)
{
  return g_strdup (row.resource->resource->owner != NULL ? row.resource->resource->owner : "–");
}

static void
draw_verdict (CapacityColumnRow         row,
              cairo_t                  *cr,
              const CapacityChartStyle *style,
              int                       width)
{
  capacity_columns_draw_verdict (cr, style, row.resource->verdict);
}

static void
draw_use (CapacityColumnRow         row,
          cairo_t                  *cr,
          const CapacityChartStyle *style,
          int                       width)
{
  capacity_columns_draw_use (cr, style, &row.resource->modes[CAPACITY_MODE_REGULAR], width);
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
  return resource->saving > 0 ? -(double) resource->saving : NAN;
}

static int
compare_savings (Assessment *a,
                 Assessment *b)
{
  return capacity_columns_compare_numbers (saving_key (a), saving_key (b));
}

static const Column columns[] = {
  { { "name", N_("Resource"), 220, .text = name_text }, NULL, 0, name_of },
  { { "verdict", N_("Verdict"), 0, CAPACITY_COLUMNS_VERDICT,
      .text = verdict_text, .draw = draw_verdict }, compare_verdicts },
  { { "use", N_("Use"), 0, CAPACITY_COLUMNS_USE,
      .text = use_text, .value = use_value, .draw = draw_use }, compare_uses },
  { { "gap", N_("Short or to Spare"), 230, .text = gap_text }, compare_gaps },
  { { "exhaustion", N_("Runs Short"), 200, .text = exhaustion_text }, compare_exhaustions },
  { { "decide", N_("Last Day to Decide"), 110, .text = decide_text }, compare_decides },
  { { "capacity", N_("What There Is"), 170, .text = capacity_text }, compare_capacities },
  { { "load", N_("What Is Needed"), 100, .text = load_text, .value = load_value }, compare_loads },
  { { "services", N_("Services That Need It"), 100,
      .text = services_text, .value = services_value }, compare_services },
  { { "users", N_("Which Services"), 220, .text = users_text }, compare_services },
  { { "saving", N_("Possible Saving"), 150, .text = saving_text }, compare_savings },
  { { "kind", N_("Kind"), 150, .text = kind_text }, compare_kinds },
  { { "owner", N_("Resource Owner"), 150, .text = owner_text }, NULL, 1, owner_of },
};

static const CapacityColumn *
get_column (guint index)
{
  return &columns[index].base;
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
  G_N_ELEMENTS (columns), get_column, compare_items,
};
