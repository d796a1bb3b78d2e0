/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the program answers to an action, wherever in the window it was started: a toast for what was done,
 * a dialog for what could not be. */

void      capacity_feedback_done     (GtkWidget    *widget,
                                      const char   *message);
void      capacity_feedback_undo     (GtkWidget    *widget,
                                      const char   *message);
void      capacity_feedback_saved    (GtkWidget    *widget,
                                      GFile        *file);
void      capacity_feedback_found    (GtkWidget    *widget,
                                      guint         n);
AdwToast *capacity_feedback_progress (GtkWidget    *widget,
                                      const char   *message,
                                      GCancellable *cancellable);
void      capacity_feedback_set_fraction
                                     (AdwToast     *toast,
                                      double        fraction);
void      capacity_feedback_refusal  (GtkWidget    *widget,
                                      const char   *heading,
                                      const char   *text);
void      capacity_feedback_error    (GtkWidget    *widget,
                                      const char   *heading,
                                      const GError *error);

G_END_DECLS
