/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "million-rows.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>

#define N_ROWS 1000000
#define N_MONTHS 120

/**
 * million_rows_new:
 * @folder: where to make it
 * @error: return location for an error
 *
 * Writes a file of volumes with a million rows, of services that are called “Pakalpojums” and a number.
 *
 * Returns: (transfer full): the file, or %NULL
 */
GFile *
million_rows_new (const char  *folder,
                  GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "volumes.csv", NULL);
  FILE *file = g_fopen (path, "w");

  if (!file)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path, g_strerror (errno));
      return NULL;
    }

  fputs ("Pakalpojums;Periods;Apjoms\n", file);
  for (int i = 0; i < N_ROWS; i++)
    {
      int month = i % N_MONTHS;

      fprintf (file, "Pakalpojums %05d;%04d-%02d;%d\n", i / N_MONTHS, 2016 + month / 12, month % 12 + 1,
               100 + i % 900 * 7919 % 900);
    }
  fclose (file);

  return g_file_new_for_path (path);
}
