/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-detail-words.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-quality-words.h"
#include "capacity-register-words.h"
#include "capacity-words.h"

/* How a value of a field is written. */
typedef enum
{
  PLAIN,
  PERCENT,
  MONEY,
  DAY,
  MONTH,
  YES_OR_NO,
  HIDDEN,
  REQUEST,
  MEASURE,
  MODE,
  BASIS,
  PERIOD,
  BENEFIT,
  RESOURCE_KIND,
  PHASE,
  REACH,
  SHARING,
  LIMIT_STATE,
  PLAN_STATE,
  EVENT_KIND,
  LABEL_KIND,
  LIKENESS,
} Form;

/* What a field is called. Those without a table are called so wherever they are not told apart above. */
static const struct
{
  const char *table;
  const char *column;
  const char *words;
  Form        form;
} fields[] = {
  { "service", "name", N_("Name"), PLAIN },
  { "service", "benefit", N_("Benefit"), BENEFIT },
  { "resource", "kind", N_("Kind of Resource"), RESOURCE_KIND },
  { "institution", "name", N_("Name of the Institution"), PLAIN },
  { "institution", "emblem", N_("Emblem, Bytes"), PLAIN },
  { "institution", "low", N_("Too Little Use"), PERCENT },
  { "department", "name", N_("Department"), PLAIN },
  { "capacity", "amount", N_("Capacity"), PLAIN },
  { "capacity", "state", N_("State of the Capacity"), LIMIT_STATE },
  { "need", "amount", N_("Need of a Case"), PLAIN },
  { "label", "kind", N_("Kind of Note"), LABEL_KIND },
  { "label", "name", N_("Noted"), PLAIN },
  { "event", "kind", N_("Kind of Event"), EVENT_KIND },
  { "event", "name", N_("Event"), PLAIN },
  { "plan", "state", N_("State of the Plan"), PLAN_STATE },
  { "channel", "name", N_("Channel"), PLAIN },
  { "import", "file", N_("Imported File"), PLAIN },
  { "import", NULL, NULL, HIDDEN },
  { "refusal", "other", N_("Is Like"), PLAIN },
  { "refusal", "alike", N_("What Is the Same"), LIKENESS },
  { "series", "request", N_("Volumes Of"), REQUEST },
  { "series", "import", NULL, HIDDEN },
  { "import_profile", "name", N_("Way of Importing"), PLAIN },
  { "import_profile", NULL, NULL, HIDDEN },
  { "saved_filter", "name", N_("Saved Filter"), PLAIN },
  { "saved_filter", NULL, NULL, HIDDEN },
  { "report_text", "text", N_("Text in the Report"), PLAIN },
  { "report_text", NULL, NULL, HIDDEN },
  { "moved_day", "day_off", N_("Day Off"), DAY },
  { "moved_day", "worked", N_("Worked Instead On"), DAY },
  { "day_off", "day", N_("Day Off"), DAY },
  { "volume", "counts", N_("Volume"), PLAIN },
  { NULL, "annual_cost", N_("Cost a Year"), MONEY },
  { NULL, "assumptions", N_("Assumptions"), PLAIN },
  { NULL, "availability", N_("Availability"), PERCENT },
  { NULL, "basis", N_("How It Is Known"), BASIS },
  { NULL, "cases", N_("Cases a Month"), PLAIN },
  { NULL, "channel", N_("Channel"), PLAIN },
  { NULL, "code", N_("Code"), PLAIN },
  { NULL, "day_hours", N_("Hours of a Working Day"), PLAIN },
  { NULL, "decided_by", N_("Decided By"), PLAIN },
  { NULL, "decided_day", N_("Decided On"), DAY },
  { NULL, "department", N_("Department"), PLAIN },
  { NULL, "driver", N_("Driver"), PLAIN },
  { NULL, "driver_rate", N_("Cases for Each of the Driver"), PLAIN },
  { NULL, "external_id", N_("Identifier Elsewhere"), PLAIN },
  { NULL, "from_day", N_("Valid From"), DAY },
  { NULL, "head", N_("Head"), PLAIN },
  { NULL, "horizon_months", N_("Months of Forecast"), PLAIN },
  { NULL, "in_posts", N_("Counted in Posts"), YES_OR_NO },
  { NULL, "is_sample", NULL, HIDDEN },
  { NULL, "lead_days", N_("Days to Add Capacity"), PLAIN },
  { NULL, "leave_days", N_("Days of Leave"), PLAIN },
  { NULL, "level", N_("Level Needed"), PLAIN },
  { NULL, "low", N_("Too Little Use"), PERCENT },
  { NULL, "measure", N_("What Is Counted"), MEASURE },
  { NULL, "mode", N_("Mode"), MODE },
  { NULL, "month", N_("Nothing Out of the Ordinary In"), MONTH },
  { NULL, "norm", N_("Norm"), PLAIN },
  { NULL, "note", N_("Note"), PLAIN },
  { NULL, "open_hours", N_("Hours Open on a Working Day"), PLAIN },
  { NULL, "other_duties", N_("Other Duties"), PERCENT },
  { NULL, "owner", N_("Manager"), PLAIN },
  { NULL, "per", N_("Period"), PERIOD },
  { NULL, "period", N_("Period"), PERIOD },
  { NULL, "phase", N_("Phase"), PHASE },
  { NULL, "portfolio_owner", N_("Portfolio Manager"), PLAIN },
  { NULL, "portfolio_substitute", N_("Stands in for the Portfolio Manager"), PLAIN },
  { NULL, "posts", N_("Posts"), PLAIN },
  { NULL, "priority", N_("Priority"), PLAIN },
  { NULL, "provider", N_("Provider"), PLAIN },
  { NULL, "reach", N_("Whose It Is"), REACH },
  { NULL, "recommendation", N_("Recommendation"), PLAIN },
  { NULL, "registration_number", N_("Registration Number"), PLAIN },
  { NULL, "request", N_("Kind of Applications"), REQUEST },
  { NULL, "resource", N_("Resource"), PLAIN },
  { NULL, "resource_owner", N_("Resource Manager"), PLAIN },
  { NULL, "resource_substitute", N_("Stands in for the Resource Manager"), PLAIN },
  { NULL, "service", N_("Service"), PLAIN },
  { NULL, "share", N_("Share"), PERCENT },
  { NULL, "sharing", N_("How It Is Shared"), SHARING },
  { NULL, "sick_days", N_("Days of Sickness"), PLAIN },
  { NULL, "site", N_("Place"), PLAIN },
  { NULL, "size", N_("Size"), PLAIN },
  { NULL, "substitute", N_("Stands In"), PLAIN },
  { NULL, "target", N_("Target Use"), PERCENT },
  { NULL, "target_peak", N_("Target Use in a Peak"), PERCENT },
  { NULL, "target_people", N_("Target Use of People"), PERCENT },
  { NULL, "target_shared", N_("Target Use of Shared Systems"), PERCENT },
  { NULL, "term_days", N_("Done Within, Working Days"), PLAIN },
  { NULL, "training_days", N_("Days of Training"), PLAIN },
  { NULL, "unit", N_("Unit"), PLAIN },
  { NULL, "until_day", N_("Valid Until"), DAY },
  { NULL, "wait_minutes", N_("Turn Comes Within, Minutes"), PLAIN },
  { NULL, "wait_share", N_("For How Many the Turn Comes in Time"), PERCENT },
  { NULL, "years", N_("Years of the Plan"), PLAIN },
  { NULL, "name", N_("Name"), PLAIN },
};

static guint
find_field (const CapacityDetail *detail)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if ((fields[i].table == NULL || g_str_equal (fields[i].table, detail->table))
        && (fields[i].column == NULL || g_str_equal (fields[i].column, detail->column)))
      return i;

  return G_N_ELEMENTS (fields);
}

static gboolean
is_below (gint64 i,
          gint64 n)
{
  return i >= 0 && i < n;
}

/* An enumeration: how many words it has, and each of them. Numbers in a file may be anything. */
#define CHOOSE(n, words, type) is_below (i, n) ? words ((type) i) : "–"

static const char *
choose_words (Form   form,
              gint64 i)
{
  switch (form)
    {
    case REQUEST:
      return CHOOSE (CAPACITY_N_REQUEST_KINDS, capacity_words_request_kind, CapacityRequestKind);
    case MEASURE:
      return CHOOSE (CAPACITY_N_MEASURES, capacity_words_measure, CapacityMeasure);
    case MODE:
      return CHOOSE (CAPACITY_N_MODES, capacity_words_mode, CapacityMode);
    case BASIS:
      return CHOOSE (CAPACITY_N_BASES, capacity_words_basis, CapacityBasis);
    case PERIOD:
      return CHOOSE (CAPACITY_N_PERIOD_KINDS, capacity_words_period_kind, CapacityPeriodKind);
    case BENEFIT:
      return CHOOSE (CAPACITY_N_BENEFITS, capacity_words_benefit, CapacityBenefit);
    case RESOURCE_KIND:
      return CHOOSE (CAPACITY_N_RESOURCE_KINDS, capacity_words_resource_kind, CapacityResourceKind);
    case PHASE:
      return CHOOSE (CAPACITY_N_PHASES, capacity_words_phase, CapacityPhase);
    case REACH:
      return CHOOSE (CAPACITY_N_REACHES, capacity_words_reach, CapacityReach);
    case SHARING:
      return CHOOSE (CAPACITY_N_SHARINGS, capacity_words_sharing, CapacitySharing);
    case LIMIT_STATE:
      return CHOOSE (CAPACITY_N_LIMIT_STATES, capacity_words_limit_state, CapacityLimitState);
    case PLAN_STATE:
      return CHOOSE (CAPACITY_N_PLAN_STATES, capacity_words_plan_state, CapacityPlanState);
    case EVENT_KIND:
      return CHOOSE (CAPACITY_N_KNOWN_EVENT_KINDS, capacity_words_event_kind, CapacityKnownEventKind);
    case LABEL_KIND:
      return CHOOSE (CAPACITY_N_LABEL_KINDS, capacity_words_label_kind, CapacityLabelKind);
    case LIKENESS:
      return CHOOSE (CAPACITY_N_LIKENESSES, capacity_words_likeness, CapacityLikeness);
    default:
      return NULL;
    }
}

static char *
day_words (gint64 day)
{
  return capacity_format_date (is_below (day, 1200000) ? (CapacityDate) day : CAPACITY_DATE_NONE);
}

static char *
integer_words (Form   form,
               gint64 value)
{
  const char *choice = choose_words (form, value);

  switch (form)
    {
    case MONEY:
      return capacity_format_money (value);
    case DAY:
      return day_words (value);
    case MONTH:
      return capacity_format_period ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, (int) CLAMP (value, 0, 119999) });
    case YES_OR_NO:
      return g_strdup (value != 0 ? _("Yes") : _("No"));
    default:
      return choice != NULL ? g_strdup (choice) : capacity_format_count ((double) value);
    }
}

static char *
value_words (const CapacityDetail *detail,
             GVariant             *value)
{
  guint field = find_field (detail);
  Form form = field < G_N_ELEMENTS (fields) ? fields[field].form : PLAIN;
  double number;

  if (value == NULL)
    return g_strdup ("–");
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return integer_words (form, g_variant_get_int64 (value));

  number = g_variant_get_double (value);

  return form == PERCENT ? capacity_format_percent (number)
                         : capacity_format_number (number, number == trunc (number) ? 0 : 2);
}

static char *
volume_words (const CapacityDetail *detail)
{
  g_autofree char *period = capacity_format_period (detail->period);
  const char *measure = is_below (detail->measure, CAPACITY_N_MEASURES) ? capacity_words_measure (detail->measure) : "–";
  g_autoptr (GString) words = g_string_new (NULL);

  g_string_append_printf (words, "%s, %s", period, measure);
  if (detail->request != CAPACITY_REQUEST_ALL && is_below (detail->request, CAPACITY_N_REQUEST_KINDS))
    g_string_append_printf (words, ", %s", capacity_words_request_kind (detail->request));
  if (detail->channel != NULL)
    g_string_append_printf (words, ", %s", detail->channel);

  return g_string_free_and_steal (g_steal_pointer (&words));
}

/**
 * capacity_detail_words_field:
 * @detail: one field of a change
 *
 * Returns: (transfer full) (nullable): what the field is called; %NULL for one that no person needs to see
 */
char *
capacity_detail_words_field (const CapacityDetail *detail)
{
  guint field = find_field (detail);

  if (g_str_equal (detail->table, "volume"))
    return volume_words (detail);
  if (field == G_N_ELEMENTS (fields) || fields[field].form == HIDDEN)
    return NULL;

  return g_strdup (_(fields[field].words));
}

/**
 * capacity_detail_words_before:
 * @detail: one field of a change
 *
 * Returns: (transfer full): what it was; "–" for nothing
 */
char *
capacity_detail_words_before (const CapacityDetail *detail)
{
  return value_words (detail, detail->before);
}

/**
 * capacity_detail_words_after:
 * @detail: one field of a change
 *
 * Returns: (transfer full): what it became; "–" for nothing
 */
char *
capacity_detail_words_after (const CapacityDetail *detail)
{
  return value_words (detail, detail->after);
}

/**
 * capacity_detail_words_change:
 * @detail: one field of a change
 *
 * Returns: (transfer full): what it was and became: "20 → 25"
 */
char *
capacity_detail_words_change (const CapacityDetail *detail)
{
  g_autofree char *before = capacity_detail_words_before (detail);
  g_autofree char *after = capacity_detail_words_after (detail);

  if (detail->kind == CAPACITY_DETAIL_ADDED)
    return g_steal_pointer (&after);
  if (detail->kind == CAPACITY_DETAIL_REMOVED)
    /* Translators: %s is a value that is no longer there */
    return g_strdup_printf (_("%s (removed)"), before);

  return g_strdup_printf ("%s → %s", before, after);
}
