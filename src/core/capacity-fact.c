/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-fact.h"

#include <math.h>

/**
 * capacity_label_new:
 * @kind: what it says
 * @name: the name
 *
 * Returns: (transfer full): a label with a new identifier, without size and level
 */
CapacityLabel *
capacity_label_new (CapacityLabelKind  kind,
                    const char        *name)
{
  CapacityLabel *self = g_new0 (CapacityLabel, 1);

  self->id = capacity_id_new ();
  self->kind = kind;
  self->name = g_strdup (name);
  self->size = NAN;

  return self;
}

/**
 * capacity_label_copy:
 * @self: a label
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityLabel *
capacity_label_copy (const CapacityLabel *self)
{
  CapacityLabel *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->level = g_strdup (self->level);

  return copy;
}

/**
 * capacity_label_free:
 * @self: (transfer full): a label
 */
void
capacity_label_free (CapacityLabel *self)
{
  g_free (self->name);
  g_free (self->level);
  g_free (self);
}

/**
 * capacity_label_list_new:
 *
 * Returns: (transfer full) (element-type CapacityLabel): no labels
 */
GPtrArray *
capacity_label_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_label_free);
}

static gpointer
copy_label (gconstpointer label,
            gpointer      unused)
{
  return capacity_label_copy (label);
}

/**
 * capacity_label_list_copy:
 * @labels: (element-type CapacityLabel): labels
 *
 * Returns: (transfer full) (element-type CapacityLabel): copies with the same identifiers
 */
GPtrArray *
capacity_label_list_copy (const GPtrArray *labels)
{
  return g_ptr_array_copy ((GPtrArray *) labels, copy_label, NULL);
}

/**
 * capacity_known_event_new:
 * @kind: what it is
 * @name: the name
 * @from: the first day on which it acts
 * @until: the last, or %CAPACITY_DATE_NONE
 *
 * Returns: (transfer full): an event with a new identifier that changes nothing yet
 */
CapacityKnownEvent *
capacity_known_event_new (CapacityKnownEventKind  kind,
                          const char             *name,
                          CapacityDate            from,
                          CapacityDate            until)
{
  CapacityKnownEvent *self = g_new0 (CapacityKnownEvent, 1);

  self->id = capacity_id_new ();
  self->kind = kind;
  self->name = g_strdup (name);
  self->from = from;
  self->until = until;
  self->share = NAN;
  self->cases = NAN;

  return self;
}

/**
 * capacity_known_event_copy:
 * @self: an event
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityKnownEvent *
capacity_known_event_copy (const CapacityKnownEvent *self)
{
  CapacityKnownEvent *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * capacity_known_event_free:
 * @self: (transfer full): an event
 */
void
capacity_known_event_free (CapacityKnownEvent *self)
{
  g_free (self->name);
  g_free (self->note);
  g_free (self);
}

/**
 * capacity_plan_new:
 * @years: how many years it looks ahead
 *
 * Returns: (transfer full): a draft with a new identifier
 */
CapacityPlan *
capacity_plan_new (int years)
{
  CapacityPlan *self = g_new0 (CapacityPlan, 1);

  self->id = capacity_id_new ();
  self->years = years;

  return self;
}

/**
 * capacity_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityPlan *
capacity_plan_copy (const CapacityPlan *self)
{
  CapacityPlan *copy = g_memdup2 (self, sizeof *self);

  copy->assumptions = g_strdup (self->assumptions);
  copy->recommendation = g_strdup (self->recommendation);
  copy->decided_by = g_strdup (self->decided_by);

  return copy;
}

/**
 * capacity_plan_free:
 * @self: (transfer full): a plan
 */
void
capacity_plan_free (CapacityPlan *self)
{
  g_free (self->assumptions);
  g_free (self->recommendation);
  g_free (self->decided_by);
  g_free (self);
}

/**
 * capacity_department_new:
 * @name: the name
 *
 * Returns: (transfer full): a unit with a new identifier
 */
CapacityDepartment *
capacity_department_new (const char *name)
{
  CapacityDepartment *self = g_new0 (CapacityDepartment, 1);

  self->id = capacity_id_new ();
  self->name = g_strdup (name);

  return self;
}

/**
 * capacity_department_copy:
 * @self: a unit of the institution
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityDepartment *
capacity_department_copy (const CapacityDepartment *self)
{
  CapacityDepartment *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->head = g_strdup (self->head);
  copy->note = g_strdup (self->note);

  return copy;
}

/**
 * capacity_department_free:
 * @self: (transfer full): a unit of the institution
 */
void
capacity_department_free (CapacityDepartment *self)
{
  g_free (self->name);
  g_free (self->head);
  g_free (self->note);
  g_free (self);
}

/**
 * capacity_import_profile_new:
 * @name: what a person calls such files
 * @fingerprint: by what such a file is known again
 * @settings: how it is read
 *
 * Returns: (transfer full): a profile with a new identifier
 */
CapacityImportProfile *
capacity_import_profile_new (const char *name,
                             const char *fingerprint,
                             const char *settings)
{
  CapacityImportProfile *self = g_new0 (CapacityImportProfile, 1);

  self->id = capacity_id_new ();
  self->name = g_strdup (name);
  self->fingerprint = g_strdup (fingerprint);
  self->settings = g_strdup (settings);

  return self;
}

/**
 * capacity_import_profile_copy:
 * @self: a profile
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityImportProfile *
capacity_import_profile_copy (const CapacityImportProfile *self)
{
  CapacityImportProfile *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  copy->fingerprint = g_strdup (self->fingerprint);
  copy->settings = g_strdup (self->settings);

  return copy;
}

/**
 * capacity_import_profile_free:
 * @self: (transfer full): a profile
 */
void
capacity_import_profile_free (CapacityImportProfile *self)
{
  g_free (self->name);
  g_free (self->fingerprint);
  g_free (self->settings);
  g_free (self);
}

/**
 * capacity_saved_filter_new:
 * @page: name of the view
 * @name: the name
 * @query: which rows
 *
 * Returns: (transfer full): a filter with a new identifier
 */
CapacitySavedFilter *
capacity_saved_filter_new (const char *page,
                           const char *name,
                           const char *query)
{
  CapacitySavedFilter *self = g_new0 (CapacitySavedFilter, 1);

  self->id = capacity_id_new ();
  self->page = g_strdup (page);
  self->name = g_strdup (name);
  self->query = g_strdup (query);

  return self;
}

/**
 * capacity_saved_filter_copy:
 * @self: a filter
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacitySavedFilter *
capacity_saved_filter_copy (const CapacitySavedFilter *self)
{
  CapacitySavedFilter *copy = g_memdup2 (self, sizeof *self);

  copy->page = g_strdup (self->page);
  copy->name = g_strdup (self->name);
  copy->query = g_strdup (self->query);

  return copy;
}

/**
 * capacity_saved_filter_free:
 * @self: (transfer full): a filter
 */
void
capacity_saved_filter_free (CapacitySavedFilter *self)
{
  g_free (self->page);
  g_free (self->name);
  g_free (self->query);
  g_free (self);
}

/**
 * capacity_report_text_new:
 * @subject: (nullable): the service or resource that the report is about; %NULL for the institution
 * @report: which report
 * @section: which of its sections
 * @text: the text
 *
 * Returns: (transfer full): a text with a new identifier
 */
CapacityReportText *
capacity_report_text_new (const CapacityId *subject,
                          const char       *report,
                          const char       *section,
                          const char       *text)
{
  CapacityReportText *self = g_new0 (CapacityReportText, 1);

  self->id = capacity_id_new ();
  self->subject = subject != NULL ? *subject : CAPACITY_ID_NONE;
  self->report = g_strdup (report);
  self->section = g_strdup (section);
  self->text = g_strdup (text);

  return self;
}

/**
 * capacity_report_text_copy:
 * @self: a text
 *
 * Returns: (transfer full): a copy with the same identifier
 */
CapacityReportText *
capacity_report_text_copy (const CapacityReportText *self)
{
  CapacityReportText *copy = g_memdup2 (self, sizeof *self);

  copy->report = g_strdup (self->report);
  copy->section = g_strdup (self->section);
  copy->text = g_strdup (self->text);

  return copy;
}

/**
 * capacity_report_text_free:
 * @self: (transfer full): a text
 */
void
capacity_report_text_free (CapacityReportText *self)
{
  g_free (self->report);
  g_free (self->section);
  g_free (self->text);
  g_free (self);
}
