/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "capacity-application.h"

int
main (int    argc,
      char **argv)
{
  g_autoptr (CapacityApplication) application = NULL;

  /* A system may lack the locale that is asked for; the program then speaks English. */
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = capacity_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
