/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <gio/gio.h>

/* replay FOLDER: give a target every file of the folder. */
int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = argc == 2 ? g_dir_open (argv[1], 0, &error) : NULL;
  const char *name;
  guint n = 0;

  if (folder == NULL)
    g_error ("usage: replay FOLDER: %s", error != NULL ? error->message : "no folder");
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (argv[1], name, NULL);
      g_autofree char *contents = NULL;
      gsize size;

      if (!g_file_get_contents (path, &contents, &size, &error))
        g_error ("%s", error->message);
      g_print ("# %s\n", name);
      LLVMFuzzerTestOneInput ((const uint8_t *) contents, size);
      g_print ("ok %u - %s\n", ++n, name);
    }
  g_print ("1..%u\n", n);

  return 0;
}
