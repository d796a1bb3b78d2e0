/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-plan-outlook.h"
#include "capacity-resource-item.h"
#include "capacity-service-item.h"
#include "capacity-store.h"

G_BEGIN_DECLS

/**
 * CapacityWorkspaceState:
 * @CAPACITY_WORKSPACE_CLOSED: no portfolio is open
 * @CAPACITY_WORKSPACE_LOADING: one is being opened and assessed
 * @CAPACITY_WORKSPACE_READY: it is there to see and change
 */
typedef enum
{
  CAPACITY_WORKSPACE_CLOSED,
  CAPACITY_WORKSPACE_LOADING,
  CAPACITY_WORKSPACE_READY,
} CapacityWorkspaceState;

#define CAPACITY_TYPE_WORKSPACE (capacity_workspace_get_type ())
G_DECLARE_FINAL_TYPE (CapacityWorkspace, capacity_workspace, CAPACITY, WORKSPACE, GObject)

CapacityWorkspace        *capacity_workspace_new            (void);

CapacityWorkspaceState    capacity_workspace_get_state      (CapacityWorkspace    *self);
const char               *capacity_workspace_get_path       (CapacityWorkspace    *self);
gboolean                  capacity_workspace_is_read_only   (CapacityWorkspace    *self);
const CapacityPortfolio  *capacity_workspace_get_portfolio  (CapacityWorkspace    *self);
const CapacityAssessment *capacity_workspace_get_assessment (CapacityWorkspace    *self);
GListModel               *capacity_workspace_get_services   (CapacityWorkspace    *self);
CapacityServiceItem      *capacity_workspace_get_service    (CapacityWorkspace    *self,
                                                             const CapacityId     *id);
GListModel               *capacity_workspace_get_resources  (CapacityWorkspace    *self);
CapacityResourceItem     *capacity_workspace_get_resource   (CapacityWorkspace    *self,
                                                             const CapacityId     *id);
const CapacityAction     *capacity_workspace_get_undo       (CapacityWorkspace    *self);
const CapacityAction     *capacity_workspace_get_redo       (CapacityWorkspace    *self);
CapacityDate              capacity_workspace_get_today      (CapacityWorkspace    *self);
void                      capacity_workspace_set_today      (CapacityWorkspace    *self,
                                                             CapacityDate          today);
CapacityStore            *capacity_workspace_get_store      (CapacityWorkspace    *self);
gboolean                  capacity_workspace_is_copy        (CapacityWorkspace    *self);
void                      capacity_workspace_set_is_copy    (CapacityWorkspace    *self,
                                                             gboolean              is_copy);
const GError             *capacity_workspace_get_backup_error (CapacityWorkspace  *self);
void                      capacity_workspace_back_up        (CapacityWorkspace    *self);

void                      capacity_workspace_open_async     (CapacityWorkspace    *self,
                                                             const char           *path,
                                                             CapacityStoreFlags    flags,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
gboolean                  capacity_workspace_open_finish    (CapacityWorkspace    *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);
void                      capacity_workspace_apply_async    (CapacityWorkspace    *self,
                                                             CapacityChange       *change,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
void                      capacity_workspace_undo_async     (CapacityWorkspace    *self,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
void                      capacity_workspace_redo_async     (CapacityWorkspace    *self,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
void                      capacity_workspace_restore_async  (CapacityWorkspace    *self,
                                                             const char           *backup,
                                                             const char           *name,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
void                      capacity_workspace_merge_async    (CapacityWorkspace    *self,
                                                             const char           *path,
                                                             const char *const    *theirs,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
void                      capacity_workspace_revert_import_async
                                                            (CapacityWorkspace    *self,
                                                             const CapacityId     *import,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
CapacityOutcome          *capacity_workspace_change_finish  (CapacityWorkspace    *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);
void                      capacity_workspace_outlook_async  (CapacityWorkspace    *self,
                                                             const CapacityId     *service,
                                                             int                   years,
                                                             GCancellable         *cancellable,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
CapacityPlanOutlook      *capacity_workspace_outlook_finish (CapacityWorkspace    *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);
void                      capacity_workspace_close_async    (CapacityWorkspace    *self,
                                                             GAsyncReadyCallback   callback,
                                                             gpointer              user_data);
gboolean                  capacity_workspace_close_finish   (CapacityWorkspace    *self,
                                                             GAsyncResult         *result,
                                                             GError              **error);

G_END_DECLS
