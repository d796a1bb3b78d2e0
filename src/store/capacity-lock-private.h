/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CapacityLock CapacityLock;

CapacityLock *capacity_lock_take       (const char    *path,
                                        const char    *holder,
                                        GError       **error);
void          capacity_lock_free       (CapacityLock  *self);
char         *capacity_lock_dup_holder (const char    *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityLock, capacity_lock_free)

G_END_DECLS
