/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libintl.h>
#include <locale.h>

/* Lets messages be Latvian; where the system has no Latvian locale, says so to who runs the tests. */
static inline gboolean
latvian_begin (void)
{
  if (setlocale (LC_ALL, "lv_LV.UTF-8") == NULL)
    {
      g_print ("1..0 # SKIP the system has no Latvian locale\n");
      return FALSE;
    }
  bindtextdomain ("capacity", g_getenv ("LOCALE_DIR"));
  bind_textdomain_codeset ("capacity", "UTF-8");
  textdomain ("capacity");
  g_setenv ("LANGUAGE", "lv", TRUE);

  return TRUE;
}
