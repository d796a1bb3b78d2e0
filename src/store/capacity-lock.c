/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-lock-private.h"

#include "capacity-store-error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

/**
 * CapacityLock:
 *
 * Says that one program writes a portfolio, and who runs it. SQLite's own locks guard single transactions;
 * this one guards the snapshot between them, lets a second window read, and knows its holder. It is an
 * advisory lock on the file `PORTFOLIO-lock`, so the system takes it back from a program that died, and a
 * file left behind means nothing.
 */
struct _CapacityLock
{
  char *path;
  int   fd;
};

static char *
lock_name (const char *portfolio)
{
  return g_strconcat (portfolio, "-lock", NULL);
}

/**
 * capacity_lock_dup_holder:
 * @path: a portfolio
 *
 * Returns: (transfer full) (nullable): who writes it: the user and the computer; %NULL where nobody says so
 */
char *
capacity_lock_dup_holder (const char *path)
{
  g_autofree char *name = lock_name (path);
  int fd = g_open (name, O_RDONLY | O_CLOEXEC, 0);
  char text[256] = { 0 };
  ssize_t n_read = fd >= 0 ? pread (fd, text, sizeof text - 1, 0) : 0;

  if (fd >= 0)
    close (fd);

  return n_read > 0 ? g_utf8_make_valid (g_strchomp (text), -1) : NULL;
}

static void
write_holder (int         fd,
              const char *holder)
{
  g_autofree char *text = g_strdup_printf ("%s, %s\n", holder, g_get_host_name ());

  /* Who holds the lock is only a courtesy to the next one who asks: the lock holds without it. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("No holder in the lock file: %s", g_strerror (errno));
}

/* A holder that lets go removes its file; one who opened that file just before must look again. */
static gboolean
is_still_there (int         fd,
                const char *path)
{
  struct stat locked;
  struct stat named;

  return fstat (fd, &locked) == 0 && stat (path, &named) == 0 && locked.st_dev == named.st_dev
         && locked.st_ino == named.st_ino;
}

static int
error_code (int system_error)
{
  switch (system_error)
    {
    case ENOSPC:
    case EDQUOT:
      return CAPACITY_STORE_ERROR_FULL;
    case EACCES:
    case EPERM:
    case EROFS:
      return CAPACITY_STORE_ERROR_READ_ONLY;
    case ENOENT:
    case ENOTDIR:
      return CAPACITY_STORE_ERROR_NOT_FOUND;
    default:
      return CAPACITY_STORE_ERROR_IO;
    }
}

/* Returns a locked descriptor, -1 with an error, or -2 for "try again". */
static int
try_lock (const char  *path,
          const char  *portfolio,
          GError     **error)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    {
      g_set_error (error, CAPACITY_STORE_ERROR, error_code (errno), "%s: %s", portfolio, g_strerror (errno));
      return -1;
    }
  if (flock (fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      g_autofree char *holder = capacity_lock_dup_holder (portfolio);

      g_set_error (error, CAPACITY_STORE_ERROR, CAPACITY_STORE_ERROR_BUSY, "%s: in use by %s", portfolio,
                   holder != NULL ? holder : "another program");
      close (fd);
      return -1;
    }
  if (!is_still_there (fd, path))
    {
      close (fd);
      return -2;
    }

  return fd;
}

/**
 * capacity_lock_take:
 * @path: a portfolio
 * @holder: name of the user
 * @error: return location
 *
 * Takes the right to write a portfolio. On a file system that knows no such locks SQLite's own have to do.
 *
 * Errors: %CAPACITY_STORE_ERROR_BUSY where another has it, %CAPACITY_STORE_ERROR_READ_ONLY where the folder
 * cannot be written, %CAPACITY_STORE_ERROR_NOT_FOUND where there is no such folder.
 *
 * Returns: (transfer full) (nullable): the lock
 */
CapacityLock *
capacity_lock_take (const char  *path,
                    const char  *holder,
                    GError     **error)
{
  g_autofree char *lock_path = lock_name (path);
  CapacityLock *self;
  int fd;

  do
    fd = try_lock (lock_path, path, error);
  while (fd == -2);
  if (fd < 0)
    return NULL;

  write_holder (fd, holder);
  self = g_new0 (CapacityLock, 1);
  self->path = g_steal_pointer (&lock_path);
  self->fd = fd;

  return self;
}

/**
 * capacity_lock_free:
 * @self: (transfer full): a lock
 *
 * Lets go of the portfolio.
 */
void
capacity_lock_free (CapacityLock *self)
{
  g_unlink (self->path);
  close (self->fd);
  g_free (self->path);
  g_free (self);
}
