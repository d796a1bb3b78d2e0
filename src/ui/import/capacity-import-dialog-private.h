/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import-columns.h"
#include "capacity-import-dialog.h"
#include "capacity-import-findings.h"
#include "capacity-import-reading.h"
#include "capacity-import-services.h"
#include "capacity-import-tasks.h"

G_BEGIN_DECLS

struct _CapacityImportDialog
{
  AdwDialog               parent_instance;

  CapacityWorkspace      *workspace;
  CapacityImportFile     *file;
  CapacityImportPlan     *plan;
  CapacityImportOutlook  *outlook;
  GPtrArray              *outlooks;    /* of several files */
  CapacityImportPlan     *guess;       /* the first one, which tells files of this kind */
  GHashTable             *choices;     /* what services of the file are called instead */
  CapacityImportProgress *progress;
  GCancellable           *cancellable;
  char                   *column;      /* numbers alone, which were pasted */
  char                   *service;
  char                   *name;        /* of what is being read */
  GtkWidget              *window;      /* that shows what was imported */

  GtkWidget              *import_button;
  AdwBanner              *profile_banner;
  GtkStack               *stack;
  AdwStatusPage          *failed_page;
  GtkProgressBar         *progress_bar;
  GtkLabel               *file_label;
  GtkLabel               *summary_label;
  GtkLabel               *change_label;
  GtkLabel               *persons_label;
  GtkLabel               *error_label;
  GtkWidget              *table_group;
  AdwComboRow            *table_row;
  GtkWidget              *last_group;
  AdwComboRow            *last_row;
  GtkWidget              *service_group;
  AdwEntryRow            *service_row;
  GtkWidget              *preview_box;
  CapacityImportColumns  *columns;
  CapacityImportReading  *reading;
  CapacityImportServices *services;
  CapacityImportFindings *findings;
  AdwPreferencesGroup    *files_group;
  GtkListBox             *files_list;

  gboolean                is_unfolded; /* the preview was shown */
  gboolean                is_pasted;   /* rather than from files */
  guint                   loading_id;
  guint                   progress_id;
  gboolean                is_filling; /* the controls are being set, nobody has chosen anything */
};

GCancellable *capacity_import_dialog_begin      (CapacityImportDialog       *self);
void          capacity_import_dialog_end        (CapacityImportDialog       *self,
                                                 const char                 *page);
void          capacity_import_dialog_fail       (CapacityImportDialog       *self,
                                                 const GError               *error);
void          capacity_import_dialog_show_error (CapacityImportDialog       *self,
                                                 const char                 *text);
void          capacity_import_dialog_apply      (CapacityImportDialog       *self,
                                                 CapacityChange             *change);
char         *capacity_import_dialog_say_effect (CapacityImportDialog        *self,
                                                 const CapacityImportOutlook *outlook);

/* Where the volumes come from. */
void          capacity_import_dialog_choose_files  (CapacityImportDialog    *self);
void          capacity_import_dialog_choose_folder (CapacityImportDialog    *self);

/* Several files at once. */
void          capacity_import_dialog_read_files    (CapacityImportDialog    *self,
                                                    GPtrArray               *files);
void          capacity_import_dialog_import_files  (CapacityImportDialog    *self);

G_END_DECLS
