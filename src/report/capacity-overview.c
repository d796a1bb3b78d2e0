/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-kinds.h"

#include <glib/gi18n.h>

#include "capacity-institution-parts.h"

/* The page of the whole institution: how many services have which verdict, what will not suffice and when,
 * and where it was tight in the last year. */

#define MAX_RANKED 14
#define MIN_RANKED 2
#define MAX_CHART_ROWS 7

static CapacityPages *
make_pages (const CapacityAssessment    *assessment,
            const CapacityReportOptions *options,
            guint                        n_rows)
{
  CapacityPages *pages = capacity_report_pages_new (assessment, options, _("Capacity of services"),
                                                    _("Overview of the institution"));

  capacity_institution_add_title (pages, assessment, _("Overview of the institution"));
  capacity_institution_add_verdicts (pages, assessment);
  capacity_institution_add_ranking (pages, assessment, n_rows);
  capacity_institution_add_heat_map (pages, assessment, MIN (n_rows, MAX_CHART_ROWS));
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
 * Makes the page of the institution for its head. It lists as many services as a page holds.
 *
 * Returns: (transfer full): one page, or more where texts are very long
 */
CapacityPages *
capacity_report_overview_pages (const CapacityAssessment    *assessment,
                                gconstpointer                unused,
                                const CapacityReportOptions *options)
{
  g_autoptr (CapacityPages) pages = make_pages (assessment, options, MAX_RANKED);

  guint n_rows = MAX_RANKED;

  while (n_rows > MIN_RANKED && capacity_pages_get_n_pages (pages) > 1)
    {
      capacity_pages_unref (pages);
      pages = make_pages (assessment, options, --n_rows);
    }

  return g_steal_pointer (&pages);
}
