/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-place.h"

#include <errno.h>
#include <string.h>
#include <sys/vfs.h>

/* File systems by their numbers in statfs (2) that are not of this computer alone. */
static const guint32 shared_systems[] = {
  0x6969,     /* NFS */
  0x517b,     /* SMB */
  0xff534d42, /* CIFS */
  0xfe534d42, /* SMB2 */
  0x65735546, /* FUSE: sshfs, gvfs, cloud drives */
  0x01021997, /* 9P */
  0x5346414f, /* AFS */
  0x73757245, /* Coda */
  0x00c36400, /* Ceph */
};

/* Folders of programs that synchronise, by their names and by what they put into them. */
static const char *const synchronised_names[] = {
  "nextcloud", "owncloud", "onedrive", "dropbox", "google drive", "googledrive", "icloud drive", "seafile", "mega",
};

static const char *const markers[] = {
  ".stfolder", ".nextcloudsync.log", ".owncloudsync.log", ".dropbox", ".sync",
};

/* Of a portfolio that is still to be made the nearest folder that is there is asked. */
static gboolean
ask_system (const char    *path,
            struct statfs *info)
{
  g_autofree char *asked = g_strdup (path);

  while (statfs (asked, info) != 0)
    {
      char *parent = g_path_get_dirname (asked);

      if (errno != ENOENT || g_str_equal (parent, asked))
        {
          g_free (parent);
          return FALSE;
        }
      g_free (asked);
      asked = parent;
    }

  return TRUE;
}

static gboolean
is_on_shared_system (const char *path)
{
  struct statfs info;

  if (!ask_system (path, &info))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (shared_systems); i++)
    if ((guint32) info.f_type == shared_systems[i])
      return TRUE;

  return FALSE;
}

/* Names are such as "OneDrive - Iestāde" and "Nextcloud2". */
static gboolean
has_synchronised_name (const char *folder)
{
  g_autofree char *name = g_path_get_basename (folder);
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (synchronised_names); i++)
    {
      gsize length = strlen (synchronised_names[i]);

      if (strncmp (folded, synchronised_names[i], length) == 0 && !g_ascii_isalpha (folded[length]))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_marker (const char *folder)
{
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    {
      g_autofree char *path = g_build_filename (folder, markers[i], NULL);

      if (g_file_test (path, G_FILE_TEST_EXISTS))
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_synchronised (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  while (strlen (folder) > 1)
    {
      char *parent = g_path_get_dirname (folder);

      if (has_synchronised_name (folder) || has_marker (folder))
        {
          g_free (parent);
          return TRUE;
        }
      g_free (folder);
      folder = parent;
    }

  return FALSE;
}

/**
 * capacity_place_of:
 * @path: a portfolio
 *
 * Returns: where it lies, as far as can be told
 */
CapacityPlace
capacity_place_of (const char *path)
{
  g_autofree char *whole = NULL;

  g_return_val_if_fail (path != NULL, CAPACITY_PLACE_OWN);

  whole = g_canonicalize_filename (path, NULL);
  if (is_synchronised (whole))
    return CAPACITY_PLACE_SYNCHRONISED;

  return is_on_shared_system (whole) ? CAPACITY_PLACE_SHARED : CAPACITY_PLACE_OWN;
}
