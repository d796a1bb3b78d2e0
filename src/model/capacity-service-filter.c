/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-service-filter.h"

#include "capacity-search.h"

/* The words of a query, in files for ever: never change one. */
static const char *const verdict_words[CAPACITY_N_VERDICTS] = {
  [CAPACITY_VERDICT_UNKNOWN] = "unknown",
  [CAPACITY_VERDICT_SUFFICIENT] = "sufficient",
  [CAPACITY_VERDICT_EXCESSIVE] = "excessive",
  [CAPACITY_VERDICT_AT_RISK] = "at-risk",
  [CAPACITY_VERDICT_INSUFFICIENT] = "insufficient",
};

static const char *const trend_words[CAPACITY_N_TREND_CHOICES] = {
  [CAPACITY_TREND_CHOICE_GROWS] = "grows",
  [CAPACITY_TREND_CHOICE_FALLS] = "falls",
  [CAPACITY_TREND_CHOICE_NONE] = "none",
};

static const char *const phase_words[CAPACITY_N_PHASES] = {
  [CAPACITY_PHASE_PLANNING] = "planning",
  [CAPACITY_PHASE_CREATION] = "creation",
  [CAPACITY_PHASE_INTRODUCTION] = "introduction",
  [CAPACITY_PHASE_PROVISION] = "provision",
  [CAPACITY_PHASE_MAINTENANCE] = "maintenance",
  [CAPACITY_PHASE_LIQUIDATION] = "liquidation",
};

static const char *const lack_words[CAPACITY_N_LACKS] = {
  [CAPACITY_LACK_DATA] = "data",
  [CAPACITY_LACK_NEW_DATA] = "new-data",
  [CAPACITY_LACK_CAPACITY] = "capacity",
  [CAPACITY_LACK_OWNER] = "owner",
  [CAPACITY_LACK_DEPARTMENT] = "department",
  [CAPACITY_LACK_UNIT] = "unit",
  [CAPACITY_LACK_TARGET] = "target",
};

/* One of several known words in a filter: where it is kept and what it may be. */
typedef struct
{
  const char        *key;
  gsize              offset; /* of the int in CapacityServiceFilter */
  const char *const *words;
  int                n_words;
} Choice;

static const Choice choices[] = {
  { "verdict", G_STRUCT_OFFSET (CapacityServiceFilter, verdict), verdict_words, CAPACITY_N_VERDICTS },
  { "regular", G_STRUCT_OFFSET (CapacityServiceFilter, modes[CAPACITY_MODE_REGULAR]), verdict_words, CAPACITY_N_VERDICTS },
  { "peak", G_STRUCT_OFFSET (CapacityServiceFilter, modes[CAPACITY_MODE_PEAK]), verdict_words, CAPACITY_N_VERDICTS },
  { "long-term", G_STRUCT_OFFSET (CapacityServiceFilter, modes[CAPACITY_MODE_LONG_TERM]), verdict_words,
    CAPACITY_N_VERDICTS },
  { "trend", G_STRUCT_OFFSET (CapacityServiceFilter, trend), trend_words, CAPACITY_N_TREND_CHOICES },
  { "phase", G_STRUCT_OFFSET (CapacityServiceFilter, phase), phase_words, CAPACITY_N_PHASES },
  { "lack", G_STRUCT_OFFSET (CapacityServiceFilter, lack), lack_words, CAPACITY_N_LACKS },
};

#define choice_of(self, choice) G_STRUCT_MEMBER (int, (self), (choice)->offset)

/* One text of the services in a filter. */
typedef struct
{
  const char *key;
  gsize       offset; /* of the text in CapacityServiceFilter */
} Text;

static const Text texts[] = {
  { "department", G_STRUCT_OFFSET (CapacityServiceFilter, department) },
  { "owner", G_STRUCT_OFFSET (CapacityServiceFilter, owner) },
  { "tag", G_STRUCT_OFFSET (CapacityServiceFilter, tag) },
  { "life-situation", G_STRUCT_OFFSET (CapacityServiceFilter, life_situation) },
};

#define text_of(self, text) G_STRUCT_MEMBER (char *, (self), (text)->offset)

/**
 * capacity_service_filter_new:
 *
 * Returns: (transfer full): a filter to which every service fits
 */
CapacityServiceFilter *
capacity_service_filter_new (void)
{
  CapacityServiceFilter *self = g_new0 (CapacityServiceFilter, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    choice_of (self, &choices[i]) = CAPACITY_FILTER_ANY;

  return self;
}

/**
 * capacity_service_filter_free:
 * @self: a filter
 */
void
capacity_service_filter_free (CapacityServiceFilter *self)
{
  g_free (self->text);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (text_of (self, &texts[i]));
  g_strfreev (self->words);
  g_free (self);
}

static void
parse_line (CapacityServiceFilter *self,
            const char            *key,
            const char            *value)
{
  if (g_str_equal (key, "text"))
    capacity_service_filter_set_text (self, value);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (g_str_equal (key, texts[i].key))
      g_set_str (&text_of (self, &texts[i]), value);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    for (int j = 0; g_str_equal (key, choices[i].key) && j < choices[i].n_words; j++)
      if (g_str_equal (value, choices[i].words[j]))
        choice_of (self, &choices[i]) = j;
}

/**
 * capacity_service_filter_parse:
 * @query: lines of the form key=value, as capacity_service_filter_to_query() writes them
 *
 * Returns: (transfer full): the filter; lines that are not understood, as of a newer program, are left out
 */
CapacityServiceFilter *
capacity_service_filter_parse (const char *query)
{
  CapacityServiceFilter *self = capacity_service_filter_new ();
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (query != NULL, self);

  lines = g_strsplit (query, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *value = strchr (lines[i], '=');

      if (value == NULL)
        continue;
      *value = '\0';
      parse_line (self, lines[i], value + 1);
    }

  return self;
}

static void
append_text (GString    *query,
             const char *key,
             const char *value)
{
  g_autofree char *line = value != NULL ? g_strdelimit (g_strdup (value), "\n", ' ') : NULL;

  if (line != NULL)
    g_string_append_printf (query, "%s%s=%s", query->len > 0 ? "\n" : "", key, line);
}

/**
 * capacity_service_filter_to_query:
 * @self: a filter
 *
 * Returns: (transfer full): @self as text to keep
 */
char *
capacity_service_filter_to_query (const CapacityServiceFilter *self)
{
  GString *query = g_string_new (NULL);

  append_text (query, "text", self->text);
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      int choice = choice_of (self, &choices[i]);

      append_text (query, choices[i].key, choice != CAPACITY_FILTER_ANY ? choices[i].words[choice] : NULL);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    append_text (query, texts[i].key, text_of (self, &texts[i]));

  return g_string_free_and_steal (query);
}

/**
 * capacity_service_filter_set_text:
 * @self: a filter
 * @text: (nullable): words that must all be found, in any order
 */
void
capacity_service_filter_set_text (CapacityServiceFilter *self,
                                  const char            *text)
{
  g_autofree char *folded = NULL;

  g_clear_pointer (&self->words, g_strfreev);
  g_set_str (&self->text, text != NULL && *text != '\0' ? text : NULL);
  if (self->text == NULL)
    return;

  folded = capacity_search_fold (self->text);
  self->words = g_strsplit_set (folded, " ", -1);
}

/**
 * capacity_service_filter_is_empty:
 * @self: a filter
 *
 * Returns: whether every service fits
 */
gboolean
capacity_service_filter_is_empty (const CapacityServiceFilter *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choice_of (self, &choices[i]) != CAPACITY_FILTER_ANY)
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (text_of (self, &texts[i]) != NULL)
      return FALSE;

  return self->text == NULL;
}

static gboolean
modes_match (const CapacityModeAssessment *modes,
             const int                    *choices_by_mode)
{
  for (int mode = 0; mode < CAPACITY_N_MODES; mode++)
    if (choices_by_mode[mode] != CAPACITY_FILTER_ANY && (int) modes[mode].verdict != choices_by_mode[mode])
      return FALSE;

  return TRUE;
}

static gboolean
trend_matches (const CapacityTrend *trend,
               int                  choice)
{
  switch (choice)
    {
    case CAPACITY_TREND_CHOICE_GROWS:
      return trend->is_certain && trend->per_year > 0;
    case CAPACITY_TREND_CHOICE_FALLS:
      return trend->is_certain && trend->per_year < 0;
    default:
      return !trend->is_certain;
    }
}

static gboolean
has_label (const CapacityService *service,
           CapacityLabelKind      kind,
           const char            *name)
{
  for (guint i = 0; i < service->labels->len; i++)
    {
      const CapacityLabel *label = service->labels->pdata[i];

      if (label->kind == kind && g_str_equal (label->name, name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
text_matches (const CapacityServiceFilter *self,
              CapacityServiceItem         *item)
{
  const char *key = capacity_item_get_search_key (CAPACITY_ITEM (item));

  for (guint i = 0; self->words[i] != NULL; i++)
    if (strstr (key, self->words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/**
 * capacity_service_filter_matches:
 * @self: a filter
 * @item: a service
 *
 * Returns: whether it is wanted
 */
gboolean
capacity_service_filter_matches (const CapacityServiceFilter *self,
                                 CapacityServiceItem         *item)
{
  const CapacityServiceAssessment *service = capacity_service_item_get_assessment (item);

  return (self->verdict == CAPACITY_FILTER_ANY || (int) service->overall == self->verdict)
         && modes_match (service->modes, self->modes)
         && (self->trend == CAPACITY_FILTER_ANY || trend_matches (&service->trend, self->trend))
         && (self->phase == CAPACITY_FILTER_ANY || (int) service->service->phase == self->phase)
         && (self->lack == CAPACITY_FILTER_ANY || capacity_quality_lacks (service, (CapacityLack) self->lack))
         && (self->department == NULL || g_strcmp0 (self->department, service->service->department) == 0)
         && (self->owner == NULL || g_strcmp0 (self->owner, service->service->owner) == 0)
         && (self->tag == NULL || has_label (service->service, CAPACITY_LABEL_TAG, self->tag))
         && (self->life_situation == NULL
             || has_label (service->service, CAPACITY_LABEL_LIFE_SITUATION, self->life_situation))
         && (self->words == NULL || text_matches (self, item));
}
