/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-notes.h"

#include <glib/gi18n.h>

#include "capacity-explanation-words.h"
#include "capacity-ranking.h"
#include "capacity-words.h"

/* A note names no more inputs than these: a list of all has no end. */
#define MAX_INPUTS 6

/* What a note says of what a figure was made from; the rest is asked on the screen. */
static gboolean
is_telling (CapacityTerm term)
{
  switch (term)
    {
    case CAPACITY_TERM_DEMAND:
    case CAPACITY_TERM_CAPACITY:
    case CAPACITY_TERM_TARGET:
    case CAPACITY_TERM_LEAD_DAYS:
    case CAPACITY_TERM_RESOURCE_LOAD:
    case CAPACITY_TERM_RESOURCE_CAPACITY:
    case CAPACITY_TERM_GAP:
    case CAPACITY_TERM_POST_HOURS:
    case CAPACITY_TERM_ANNUAL_COST:
      return TRUE;
    default:
      return FALSE;
    }
}

/* " (demand – 42; capacity – 55)". */
static void
append_inputs (GString                   *text,
               const CapacityExplanation *explanation)
{
  g_autoptr (GPtrArray) rows = capacity_explanation_rows (explanation, 0);
  guint n = 0;

  for (guint i = 0; i < MIN (rows->len, explanation->inputs->len) && n <= MAX_INPUTS; i++)
    {
      const CapacityExplanationInput *input = explanation->inputs->pdata[i];
      const CapacityExplanationRow *row = rows->pdata[i];

      if (!is_telling (input->term) || row->value == NULL)
        continue;
      g_string_append (text, n == 0 ? " (" : "; ");
      if (n++ < MAX_INPUTS)
        g_string_append_printf (text, "%s – %s", row->label, row->value);
      else
        g_string_append (text, "…");
    }
  if (n > 0)
    g_string_append_c (text, ')');
}

/**
 * capacity_notes_new:
 *
 * Returns: (transfer full) (element-type utf8): no notes yet
 */
GPtrArray *
capacity_notes_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/**
 * capacity_notes_add:
 * @self: notes
 * @explanation: (transfer full) (nullable): why a figure is what it is; pays no heed to %NULL
 *
 * Adds a note that says what the figure is, its formula, and what it was made from.
 */
void
capacity_notes_add (GPtrArray           *self,
                    CapacityExplanation *explanation)
{
  g_autofree char *title = NULL;
  g_autofree char *formula = NULL;
  GString *text;

  if (explanation == NULL)
    return;
  title = capacity_explanation_title (explanation);
  formula = capacity_explanation_formula (explanation);
  text = g_string_new (title);
  g_string_append_printf (text, ": %s", formula);
  append_inputs (text, explanation);
  g_string_append_c (text, '.');
  g_ptr_array_add (self, g_string_free_and_steal (text));
  capacity_explanation_unref (explanation);
}

/**
 * capacity_notes_add_service:
 * @self: notes
 * @assessment: what is known of all services
 * @service: the part of it about one service
 * @mode: the mode whose use is explained
 *
 * Adds why a service is as full as it is, when it runs short, and by when to decide, as far as these are known.
 */
void
capacity_notes_add_service (GPtrArray                       *self,
                            const CapacityAssessment        *assessment,
                            const CapacityServiceAssessment *service,
                            CapacityMode                     mode)
{
  capacity_notes_add (self, capacity_explanation_new_service (assessment, service, CAPACITY_FIGURE_UTILISATION, mode));
  if (service->exhaustion.state == CAPACITY_EXHAUSTION_WITHIN)
    capacity_notes_add (self, capacity_explanation_new_service (assessment, service, CAPACITY_FIGURE_EXHAUSTION,
                                                                CAPACITY_MODE_LONG_TERM));
  if (service->exhaustion.decide_by != CAPACITY_DATE_NONE)
    capacity_notes_add (self, capacity_explanation_new_service (assessment, service, CAPACITY_FIGURE_DECIDE_BY,
                                                                CAPACITY_MODE_LONG_TERM));
}

/**
 * capacity_notes_add_verdict:
 * @self: notes
 * @service: what is known of a service
 *
 * Adds a note that says why the verdict of a service is what it is, where it needs attention.
 *
 * Returns: (transfer full): the verdict, with the number of the note
 */
char *
capacity_notes_add_verdict (GPtrArray                       *self,
                            const CapacityServiceAssessment *service)
{
  const char *verdict = capacity_words_verdict (service->overall);
  g_autofree char *why = NULL;

  if (!capacity_ranking_needs_attention (service))
    return g_strdup (verdict);
  why = capacity_words_mode_sentence (service, capacity_ranking_leading_mode (service));
  /* Translators: a note: the name of a service, and sentences about it */
  g_ptr_array_add (self, g_strdup_printf (_("%1$s. %2$s"), service->service->name, why));

  /* Translators: %1$s is a verdict such as "At risk", %2$u the number of the note that says why */
  return g_strdup_printf (_("%1$s (%2$u)"), verdict, self->len);
}

/**
 * capacity_notes_end:
 * @self: (transfer full): notes
 * @pages: a document
 * @level: of the heading
 *
 * Adds the section that says why; nothing where there are no notes.
 */
void
capacity_notes_end (GPtrArray     *self,
                    CapacityPages *pages,
                    guint          level)
{
  if (self->len > 0)
    {
      g_ptr_array_add (self, NULL);
      capacity_pages_add_heading (pages, level, _("Why?"));
      capacity_pages_add_list (pages, (const char *const *) self->pdata, TRUE);
    }
  g_ptr_array_unref (self);
}
