/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "system-fault.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* These functions stand before those of the C library, also for GLib and GIO. */

static SystemFault armed;
static int calls_left;
static gboolean has_happened;

/* Whether this call is the one that goes wrong, or one after it. */
static gboolean
goes_wrong (gboolean is_write)
{
  gboolean stays = armed == SYSTEM_FAULT_STAYS_FULL || armed == SYSTEM_FAULT_STAYS_IO;
  gboolean is_concerned = armed != SYSTEM_FAULT_NONE
                          && (is_write || armed == SYSTEM_FAULT_IO || armed == SYSTEM_FAULT_STAYS_IO);

  if (!is_concerned)
    return FALSE;
  if (has_happened)
    return stays;
  has_happened = --calls_left == 0;

  return has_happened;
}

/* Threads wake each other by writing, and tests tell how they went; neither is to a file. */
static gboolean
is_file (int fd)
{
  struct stat info;

  return armed != SYSTEM_FAULT_NONE && fstat (fd, &info) == 0 && S_ISREG (info.st_mode);
}

static int
fail (int error)
{
  errno = error;

  return -1;
}

ssize_t
write (int         fd,
       const void *bytes,
       size_t      size)
{
  ssize_t (*next) (int, const void *, size_t) = (ssize_t (*) (int, const void *, size_t)) dlsym (RTLD_NEXT, "write");

  if (!is_file (fd) || !goes_wrong (TRUE))
    return next (fd, bytes, size);
  switch (armed)
    {
    case SYSTEM_FAULT_SHORT:
      return next (fd, bytes, (size + 1) / 2);
    case SYSTEM_FAULT_FULL:
    case SYSTEM_FAULT_STAYS_FULL:
      return fail (ENOSPC);
    default:
      return fail (EIO);
    }
}

int
fsync (int fd)
{
  int (*next) (int) = (int (*) (int)) dlsym (RTLD_NEXT, "fsync");

  return is_file (fd) && goes_wrong (FALSE) ? fail (EIO) : next (fd);
}

int
rename (const char *from,
        const char *to)
{
  int (*next) (const char *, const char *) = (int (*) (const char *, const char *)) dlsym (RTLD_NEXT, "rename");

  return goes_wrong (FALSE) ? fail (EIO) : next (from, to);
}

int
renameat2 (int          from_folder,
           const char  *from,
           int          to_folder,
           const char  *to,
           unsigned int flags)
{
  int (*next) (int, const char *, int, const char *, unsigned int) =
    (int (*) (int, const char *, int, const char *, unsigned int)) dlsym (RTLD_NEXT, "renameat2");

  return goes_wrong (FALSE) ? fail (EIO) : next (from_folder, from, to_folder, to, flags);
}

void
system_fault_arm (SystemFault fault,
                  int         nth)
{
  calls_left = nth;
  has_happened = FALSE;
  armed = fault;
}

gboolean
system_fault_disarm (void)
{
  armed = SYSTEM_FAULT_NONE;

  return has_happened;
}
