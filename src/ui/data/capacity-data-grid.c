/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-data-grid.h"

#include <glib/gi18n.h>

#include "capacity-format.h"
#include "capacity-quality-words.h"
#include "capacity-quality.h"
#include "capacity-words.h"

static void
add_row (CapacityGrid                    *grid,
         const CapacityServiceAssessment *service,
         const char                      *what,
         const char                      *detail)
{
  g_autofree char *score = capacity_format_percent (service->quality.score);

  capacity_grid_add_text (grid, service->service->name);
  capacity_grid_add_text (grid, service->service->owner);
  capacity_grid_add_text (grid, what);
  capacity_grid_add_text (grid, detail);
  capacity_grid_add_number (grid, service->quality.score, score);
  capacity_grid_end_row (grid);
}

static void
add_lacks (CapacityGrid             *grid,
           const CapacityAssessment *assessment,
           CapacityLack              lack)
{
  g_autofree char *what = g_strdup_printf (_("Missing: %s"), capacity_words_lack (lack));

  for (guint i = 0; i < assessment->services->len; i++)
    {
      const CapacityServiceAssessment *service = assessment->services->pdata[i];
      g_autofree char *quality = NULL;

      if (!capacity_quality_lacks (service, lack))
        continue;
      quality = capacity_words_quality (&service->quality);
      add_row (grid, service, what, quality);
    }
}

static void
add_finding (CapacityGrid             *grid,
             const CapacityAssessment *assessment,
             const CapacityFinding    *finding)
{
  const CapacityServiceAssessment *service = capacity_assessment_get_service (assessment, &finding->service);
  g_autofree char *about = capacity_words_finding_about (finding, assessment->portfolio);
  g_autofree char *title = capacity_words_finding_title (finding);
  g_autofree char *detail = capacity_words_finding_detail (finding, about);

  if (service != NULL)
    add_row (grid, service, title, detail);
}

/**
 * capacity_data_grid_new:
 * @assessment: what is known
 * @findings: (nullable) (element-type CapacityFinding): what may be wrong, in the order in which it is shown
 *
 * Returns: (transfer full): what is missing and what may be wrong in the data, with whom to ask, as a table to be saved or
 *   copied
 */
CapacityGrid *
capacity_data_grid_new (const CapacityAssessment *assessment,
                        const GArray             *findings)
{
  const char *headings[] = { C_("column", "Service"), _("Owner"), C_("column", "Remark"), C_("column", "Details"),
                             C_("column", "Data quality") };
  CapacityGrid *grid = capacity_grid_new (_("Data"));

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    capacity_grid_add_text (grid, headings[i]);
  capacity_grid_end_row (grid);
  for (int lack = 0; lack < CAPACITY_N_LACKS; lack++)
    add_lacks (grid, assessment, (CapacityLack) lack);
  for (guint i = 0; findings != NULL && i < findings->len; i++)
    add_finding (grid, assessment, &g_array_index (findings, CapacityFinding, i));

  return grid;
}
