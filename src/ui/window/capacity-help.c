/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-help.h"

/* Which page of the help explains a view, a dialog or a part of one. Classes are named, so that this file need not know
 * them all; a test opens each and presses F1. */
static const struct
{
  const char *class_name;
  const char *page;
} topics[] = {
  { "CapacityBackupsDialog", "backups" },
  { "CapacityDataPage", "data-quality" },
  { "CapacityEventDialog", "events" },
  { "CapacityEventsPage", "events" },
  { "CapacityFilterDialog", "services" },
  { "CapacityGoToDialog", "keyboard" },
  { "CapacityHistoryDialog", "undo" },
  { "CapacityImportDialog", "import" },
  { "CapacityInstitutionDialog", "institution" },
  { "CapacityDaysDialog", "institution" },
  { "CapacityDepartmentDialog", "institution" },
  { "CapacityLabelDialog", "describe-service" },
  { "CapacityLabelsDialog", "describe-service" },
  { "CapacityLimitDialog", "capacity" },
  { "CapacityMergeDialog", "sharing" },
  { "CapacityMaintenanceDialog", "resources" },
  { "CapacityNeedDialog", "resources" },
  { "CapacityOverviewPage", "overview" },
  { "CapacityPlanPage", "plans" },
  { "CapacityPlansPage", "plans" },
  { "CapacityPreferencesDialog", "reminders" },
  { "CapacityReportTextDialog", "report" },
  { "CapacityReportsDialog", "report" },
  { "CapacityResourceDialog", "resources" },
  { "CapacityResourcePage", "resources" },
  { "CapacityResourcesPage", "resources" },
  { "CapacityRoleDialog", "roles" },
  { "CapacityRolesPage", "roles" },
  { "CapacitySendDialog", "sharing" },
  { "CapacityServiceDialog", "describe-service" },
  { "CapacityServicePage", "service" },
  { "CapacityServicesEditDialog", "services" },
  { "CapacityServicesPage", "services" },
  { "CapacityShortcutsDialog", "keyboard" },
  { "CapacityVolumeColumnDialog", "data-quality" },
  { "CapacityVolumesDialog", "data-quality" },
};

static const char *
find_page (const char *class_name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    if (g_str_equal (topics[i].class_name, class_name))
      return topics[i].page;

  return NULL;
}

/**
 * capacity_help_find:
 * @widget: what is in front
 *
 * Returns: (nullable): the page of the help about the part of @widget that is shown, or else about all of it
 */
const char *
capacity_help_find (GtkWidget *widget)
{
  const char *page = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && page == NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child))
      page = capacity_help_find (child);

  return page != NULL ? page : find_page (G_OBJECT_TYPE_NAME (widget));
}
