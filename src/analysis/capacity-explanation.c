/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-explanation-private.h"

#include "capacity-mix.h"
#include "capacity-offer.h"
#include "capacity-statistics.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (CapacityExplanation, capacity_explanation, capacity_explanation_ref,
                     capacity_explanation_unref)

static void
input_free (CapacityExplanationInput *input)
{
  g_free (input->unit_name);
  g_free (input->name);
  g_free (input->values);
  g_free (input->source);
  g_clear_pointer (&input->child, capacity_explanation_unref);
  g_free (input);
}

/**
 * capacity_explanation_new:
 * @figure: what is explained
 * @mode: of which mode
 * @formula: how it follows from its inputs
 * @value: the figure
 * @unit: in what
 * @unit_name: (nullable): the word for the unit
 *
 * Returns: (transfer full): an explanation without inputs
 */
CapacityExplanation *
capacity_explanation_new (CapacityFigure  figure,
                          CapacityMode    mode,
                          CapacityFormula formula,
                          double          value,
                          CapacityUnit    unit,
                          const char     *unit_name)
{
  CapacityExplanation *self = g_atomic_rc_box_new0 (CapacityExplanation);

  self->figure = figure;
  self->mode = mode;
  self->formula = formula;
  self->value = value;
  self->unit = unit;
  self->unit_name = g_strdup (unit_name);
  self->inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) input_free);

  return self;
}

/**
 * capacity_explanation_ref:
 * @self: an explanation
 *
 * Returns: (transfer full): the same explanation
 */
CapacityExplanation *
capacity_explanation_ref (const CapacityExplanation *self)
{
  return g_atomic_rc_box_acquire ((CapacityExplanation *) self);
}

static void
explanation_clear (gpointer data)
{
  CapacityExplanation *self = data;

  g_free (self->unit_name);
  g_ptr_array_unref (self->inputs);
}

/**
 * capacity_explanation_unref:
 * @self: (transfer full): an explanation
 */
void
capacity_explanation_unref (CapacityExplanation *self)
{
  g_atomic_rc_box_release_full (self, explanation_clear);
}

/**
 * capacity_explanation_find:
 * @self: an explanation
 * @term: what is looked for
 *
 * Returns: (transfer none) (nullable): the first input that is this
 */
const CapacityExplanationInput *
capacity_explanation_find (const CapacityExplanation *self,
                           CapacityTerm               term)
{
  for (guint i = 0; i < self->inputs->len; i++)
    {
      const CapacityExplanationInput *input = self->inputs->pdata[i];

      if (input->term == term)
        return input;
    }

  return NULL;
}

/**
 * capacity_explanation_add:
 * @self: an explanation that is not shared yet
 * @term: what the input is
 * @value: how much
 * @unit: in what
 *
 * Returns: (transfer none): the input, to be completed
 */
CapacityExplanationInput *
capacity_explanation_add (CapacityExplanation *self,
                          CapacityTerm         term,
                          double               value,
                          CapacityUnit         unit)
{
  CapacityExplanationInput *input = g_new0 (CapacityExplanationInput, 1);

  input->term = term;
  input->value = value;
  input->unit = unit;
  g_ptr_array_add (self->inputs, input);

  return input;
}

/**
 * capacity_explanation_add_setting:
 * @self: an explanation that is not shared yet
 * @term: what the input is
 * @value: how much
 * @unit: in what
 * @is_own: whether it was typed for the service or resource itself; else it is as the institution has it
 */
void
capacity_explanation_add_setting (CapacityExplanation *self,
                                  CapacityTerm         term,
                                  double               value,
                                  CapacityUnit         unit,
                                  gboolean             is_own)
{
  CapacityExplanationInput *input = capacity_explanation_add (self, term, value, unit);

  input->origin = is_own ? CAPACITY_ORIGIN_TYPED : CAPACITY_ORIGIN_INSTITUTION;
}

/**
 * capacity_explanation_add_child:
 * @self: an explanation that is not shared yet
 * @term: what the input is
 * @child: (transfer full): why the input is what it is
 *
 * Returns: (transfer none): the input with the value of @child
 */
CapacityExplanationInput *
capacity_explanation_add_child (CapacityExplanation *self,
                                CapacityTerm         term,
                                CapacityExplanation *child)
{
  CapacityExplanationInput *input = capacity_explanation_add (self, term, child->value, child->unit);

  input->unit_name = g_strdup (child->unit_name);
  input->child = child;

  return input;
}

/**
 * capacity_explanation_add_months:
 * @self: an explanation that is not shared yet
 * @term: what the input is
 * @unit: in what each value is
 * @first: index of the first month
 * @values: (array length=n): a value a month
 * @n: number of months, at least one
 *
 * Returns: (transfer none): the input with the sum of the values
 */
CapacityExplanationInput *
capacity_explanation_add_months (CapacityExplanation *self,
                                 CapacityTerm         term,
                                 CapacityUnit         unit,
                                 int                  first,
                                 const double        *values,
                                 guint                n)
{
  double sum = capacity_mean (values, n) * capacity_n_measured (values, n);
  CapacityExplanationInput *input = capacity_explanation_add (self, term, sum, unit);

  input->first = first;
  input->last = first + (int) n - 1;
  input->n_values = n;
  input->values = g_memdup2 (values, n * sizeof *values);

  return input;
}

/* Where a service's volumes come from: the names of the imports, each once. */
static char *
sources_of (const CapacityService *service,
            CapacityMeasure        measure)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < service->volumes->len; i++)
    {
      const CapacityVolume *volume = service->volumes->pdata[i];

      if (volume->measure == measure && volume->source != NULL
          && !g_ptr_array_find_with_equal_func (names, volume->source, g_str_equal, NULL))
        g_ptr_array_add (names, volume->source);
    }
  if (names->len == 0)
    return NULL;
  g_ptr_array_add (names, NULL);

  return g_strjoinv (", ", (char **) names->pdata);
}

/* Cases that follow from how many there are of what brings them. */
static CapacityExplanation *
explain_driven (const CapacityService *service,
                double                 cases)
{
  CapacityExplanation *self = capacity_explanation_new (CAPACITY_FIGURE_DRIVEN, CAPACITY_MODE_REGULAR,
                                                        CAPACITY_FORMULA_DRIVEN, cases, CAPACITY_UNIT_CASES,
                                                        service->unit);
  CapacityExplanationInput *input;

  input = capacity_explanation_add (self, CAPACITY_TERM_DRIVER, cases / service->driver_rate, CAPACITY_UNIT_COUNT);
  input->name = g_strdup (service->driver);
  input->source = sources_of (service, CAPACITY_MEASURE_ARRIVALS);
  input->origin = input->source != NULL ? CAPACITY_ORIGIN_IMPORT : CAPACITY_ORIGIN_TYPED;
  input = capacity_explanation_add (self, CAPACITY_TERM_DRIVER_RATE, service->driver_rate, CAPACITY_UNIT_RATIO);
  input->origin = CAPACITY_ORIGIN_TYPED;

  return self;
}

/**
 * capacity_explanation_add_series:
 * @self: an explanation that is not shared yet
 * @term: what the input is
 * @service: the service that was measured
 * @measure: what was counted
 * @series: months of it
 * @first: index of the first month wanted
 * @last: index of the last month wanted
 *
 * Returns: (transfer none): the input with those months and their source
 */
CapacityExplanationInput *
capacity_explanation_add_series (CapacityExplanation   *self,
                                 CapacityTerm           term,
                                 const CapacityService *service,
                                 CapacityMeasure        measure,
                                 const CapacitySeries  *series,
                                 int                    first,
                                 int                    last)
{
  g_autoptr (CapacitySeries) months = capacity_series_slice (series, first, (guint) (last - first + 1));
  CapacityExplanationInput *input;

  input = capacity_explanation_add_months (self, term, CAPACITY_UNIT_CASES, first, months->values, months->n);
  input->unit_name = g_strdup (service->unit);
  input->source = sources_of (service, measure);
  input->origin = input->source != NULL ? CAPACITY_ORIGIN_IMPORT : CAPACITY_ORIGIN_TYPED;
  if (measure == CAPACITY_MEASURE_ARRIVALS && service->driver != NULL && service->driver_rate > 0)
    input->child = explain_driven (service, input->value);

  return input;
}

static CapacityExplanationInput *
add_said (CapacityExplanation    *self,
          const CapacityNeed     *need,
          const CapacityResource *resource)
{
  CapacityExplanationInput *input = capacity_explanation_add (self, CAPACITY_TERM_NEED, need != NULL ? need->amount : 0,
                                                              CAPACITY_UNIT_UNITS_PER_CASE);

  input->unit_name = g_strdup (resource->unit);
  input->basis = need != NULL ? need->basis : CAPACITY_BASIS_ESTIMATE;
  input->origin = need != NULL ? CAPACITY_ORIGIN_TYPED : CAPACITY_ORIGIN_COMPUTED;

  return input;
}

/* The mean of what the kinds and channels take, by the cases of the last year. */
static CapacityExplanation *
explain_mean_need (const CapacityService  *service,
                   const CapacityResource *resource,
                   const GArray           *mix,
                   double                  per_case)
{
  CapacityExplanation *self = capacity_explanation_new (CAPACITY_FIGURE_NEED, CAPACITY_MODE_REGULAR,
                                                        CAPACITY_FORMULA_MEAN_NEED, per_case,
                                                        CAPACITY_UNIT_UNITS_PER_CASE, resource->unit);

  for (guint i = 0; i < mix->len; i++)
    {
      const CapacityMixPart *part = &g_array_index (mix, CapacityMixPart, i);
      const CapacityNeed *need = capacity_mix_find (service->needs, &resource->id, part->kind, part->channel);
      CapacityExplanationInput *input;

      input = capacity_explanation_add (self, CAPACITY_TERM_MIX, part->cases, CAPACITY_UNIT_CASES);
      input->kind = part->kind;
      input->name = g_strdup (part->channel);
      input->unit_name = g_strdup (service->unit);
      input = add_said (self, need, resource);
      input->kind = part->kind;
      input->name = g_strdup (part->channel);
    }

  return self;
}

/**
 * capacity_explanation_add_need:
 * @self: an explanation that is not shared yet
 * @service: what is concluded of a service
 * @resource: a resource it needs
 * @per_case: units one case takes on average
 *
 * Returns: (transfer none): the input: what was said where that is one number, else how it follows from kinds and
 *   channels
 */
CapacityExplanationInput *
capacity_explanation_add_need (CapacityExplanation             *self,
                               const CapacityServiceAssessment *service,
                               const CapacityResource          *resource,
                               double                           per_case)
{
  g_autoptr (GArray) mix = capacity_mix_of (service->service, service->quality.last_month);
  const CapacityMixPart *first = &g_array_index (mix, CapacityMixPart, 0);
  const CapacityNeed *need = capacity_mix_find (service->service->needs, &resource->id, first->kind, first->channel);
  gboolean is_one = TRUE;

  for (guint i = 1; i < mix->len; i++)
    {
      const CapacityMixPart *part = &g_array_index (mix, CapacityMixPart, i);

      is_one = is_one && need == capacity_mix_find (service->service->needs, &resource->id, part->kind, part->channel);
    }
  if (is_one && need != NULL)
    return add_said (self, need, resource);

  return capacity_explanation_add_child (self, CAPACITY_TERM_NEED,
                                         explain_mean_need (service->service, resource, mix, per_case));
}

/**
 * capacity_explanation_new_limit:
 * @figure: what is explained
 * @mode: of which mode
 * @limit: (nullable): the limit of a service or resource that holds
 * @month: index of the month
 * @portfolio: the facts
 * @resource: (nullable): whose limit it is; %NULL for one of a service
 * @unit: cases or units a month
 * @unit_name: (nullable): the word for the unit
 *
 * Returns: (transfer full): why capacity is what it is where it was given
 */
CapacityExplanation *
capacity_explanation_new_limit (CapacityFigure          figure,
                                CapacityMode            mode,
                                const CapacityLimit    *limit,
                                int                     month,
                                const CapacityPortfolio *portfolio,
                                const CapacityResource *resource,
                                CapacityUnit            unit,
                                const char             *unit_name)
{
  CapacityPeriod period = { CAPACITY_PERIOD_MONTH, month };
  double day_hours = portfolio->institution.day_hours;
  double open_hours = resource != NULL ? capacity_offer_open_hours (resource, day_hours) : day_hours;
  CapacityExplanation *self;
  CapacityExplanationInput *input;

  self = capacity_explanation_new (figure, mode, CAPACITY_FORMULA_LIMIT_IN_MONTH,
                                   limit != NULL ? capacity_limit_in (limit, period, portfolio->calendar, open_hours) : NAN,
                                   unit, unit_name);
  if (limit == NULL)
    return self;
  input = capacity_explanation_add (self, CAPACITY_TERM_LIMIT, limit->value,
                                    unit == CAPACITY_UNIT_CASES_PER_MONTH ? CAPACITY_UNIT_CASES_PER_PERIOD
                                                                          : CAPACITY_UNIT_UNITS_PER_PERIOD);
  input->per = limit->per;
  input->basis = limit->basis;
  input->origin = CAPACITY_ORIGIN_TYPED;
  input->unit_name = g_strdup (unit_name);
  input->source = g_strdup (limit->note);
  if (limit->per == CAPACITY_PERIOD_MONTH)
    self->formula = CAPACITY_FORMULA_FACT;
  if (limit->per == CAPACITY_PERIOD_HOUR)
    {
      gboolean is_own = resource != NULL && !isnan (resource->open_hours);

      input = capacity_explanation_add (self, is_own ? CAPACITY_TERM_OPEN_HOURS : CAPACITY_TERM_DAY_HOURS, open_hours,
                                        CAPACITY_UNIT_HOURS);
      input->origin = is_own ? CAPACITY_ORIGIN_TYPED : CAPACITY_ORIGIN_INSTITUTION;
    }
  if (capacity_limit_is_by_days (limit))
    {
      input = capacity_explanation_add (self, CAPACITY_TERM_WORKING_DAYS,
                                        capacity_calendar_working_days (portfolio->calendar, period),
                                        CAPACITY_UNIT_WORKING_DAYS);
      input->origin = CAPACITY_ORIGIN_CALENDAR;
      input->first = input->last = month;
    }

  return self;
}
