/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-kinds.h"

#include <glib/gi18n.h>

#include "capacity-institution-parts.h"

/* The page of the whole institution: how many services have which verdict, what will not suffice and when,
 * and where it was tight in the last year. */

#define MAX_RANKED 14
#define MAX_CHART_ROWS 7
#define FEW_CHART_ROWS 4
#define MIN_ROWS 2

/* How many services each part of the page tells of. */
typedef struct
{
  guint n_ranked;
  guint n_reasons;
  guint n_chart_rows;
} Room;

/* Leaves one service out where it is missed least: what does not suffice is named before all else. */
static gboolean
shrink (Room *room,
        guint n_short)
{
  const struct
  {
    guint *part;
    guint  least;
  } steps[] = {
    { &room->n_chart_rows, FEW_CHART_ROWS }, { &room->n_ranked, MAX (n_short, MIN_ROWS) },
    { &room->n_chart_rows, MIN_ROWS },       { &room->n_reasons, 0 },
    { &room->n_ranked, MIN_ROWS },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (*steps[i].part > steps[i].least)
      {
        --*steps[i].part;
        room->n_reasons = MIN (room->n_reasons, room->n_ranked);
        return TRUE;
      }

  return FALSE;
}

static CapacityPages *
make_pages (const CapacityAssessment    *assessment,
            const CapacityReportOptions *options,
            const Room                  *room)
{
  CapacityPages *pages = capacity_report_pages_new (assessment, options, _("Capacity of services"),
                                                    _("Overview of the institution"));

  capacity_institution_add_title (pages, assessment, _("Overview of the institution"));
  capacity_institution_add_verdicts (pages, assessment);
  capacity_institution_add_ranking (pages, assessment, room->n_ranked, room->n_reasons);
  capacity_institution_add_heat_map (pages, assessment, room->n_chart_rows);
  capacity_institution_add_doubts (pages, assessment);
  capacity_report_add_signatures (pages, options);

  return pages;
}

/**
 * capacity_report_overview_pages:
 * @assessment: what is known of all services
 * @unused: pays no heed to it
 * @options: (nullable): options of the report
 *
 * Makes the page of the institution for its head. It lists as many services as a page holds, and leaves out reasons before
 * services that do not suffice.
 *
 * Returns: (transfer full): one page, or more where texts are very long
 */
CapacityPages *
capacity_report_overview_pages (const CapacityAssessment    *assessment,
                                gconstpointer                unused,
                                const CapacityReportOptions *options)
{
  Room room = { MAX_RANKED, MAX_RANKED, MAX_CHART_ROWS };
  g_autoptr (CapacityPages) pages = make_pages (assessment, options, &room);

  while (capacity_pages_get_n_pages (pages) > 1 && shrink (&room, assessment->n_by_verdict[CAPACITY_VERDICT_INSUFFICIENT]))
    {
      capacity_pages_unref (pages);
      pages = make_pages (assessment, options, &room);
    }

  return g_steal_pointer (&pages);
}
