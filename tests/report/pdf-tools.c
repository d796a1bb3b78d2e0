/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-tools.h"

#include <glib/gstdio.h>
#include <stdarg.h>
#include <string.h>

static char *
write_temporary (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  gsize length;
  const char *data = g_bytes_get_data (pdf, &length);
  int fd = g_file_open_tmp ("report-XXXXXX.pdf", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, data, (gssize) length, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

/* What @program says of the file, with @arguments in which % is the file's path; NULL where it is not
 * installed. */
char *
pdf_tools_run (GBytes     *pdf,
               const char *program,
               const char *arguments,
               gboolean    must_succeed)
{
  g_autofree char *tool = g_find_program_in_path (program);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *command = NULL;
  g_auto (GStrv) parts = NULL;
  g_auto (GStrv) argv = NULL;
  char *out = NULL;
  int status = 0;

  if (tool == NULL)
    return NULL;
  path = write_temporary (pdf);
  parts = g_strsplit (arguments, "%", -1);
  command = g_strjoinv (path, parts);
  g_assert_true (g_shell_parse_argv (command, NULL, &argv, NULL));
  parts = (g_strfreev (parts), g_new0 (char *, g_strv_length (argv) + 2));
  parts[0] = g_strdup (tool);
  for (guint i = 0; argv[i] != NULL; i++)
    parts[i + 1] = g_strdup (argv[i]);
  g_spawn_sync (NULL, parts, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  if (must_succeed)
    {
      g_spawn_check_wait_status (status, &error);
      if (error != NULL)
        g_test_message ("%s", out);
      g_assert_no_error (error);
    }
  g_unlink (path);

  return out;
}

/* The checks that need no more than qpdf and poppler; and those of veraPDF where CAPACITY_VERAPDF names it.
 * */
void
pdf_tools_check (GBytes *pdf)
{
  const char *verapdf = g_getenv ("CAPACITY_VERAPDF");
  g_autofree char *check = pdf_tools_run (pdf, "qpdf", "--check %", TRUE);
  g_autofree char *info = pdf_tools_run (pdf, "pdfinfo", "%", TRUE);
  g_autofree char *fonts = pdf_tools_run (pdf, "pdffonts", "%", TRUE);

  if (check != NULL)
    g_assert_null (strstr (check, "WARNING"));
  if (info != NULL)
    g_assert_nonnull (strstr (info, "Tagged:          yes"));
  if (fonts != NULL)
    g_assert_null (strstr (fonts, " no  no "));
  for (guint i = 0; verapdf != NULL && i < 2; i++)
    {
      g_autofree char *report = pdf_tools_run (pdf, verapdf, i == 0 ? "ua1 %" : "2a %", FALSE);

      g_test_message ("%s", report);
      g_assert_nonnull (strstr (report, "failed rules=0"));
    }
}

/* Whether the given texts occur one after the other. */
gboolean
pdf_tools_has_order (const char *text,
                     ...)
{
  const char *wanted;
  va_list list;

  va_start (list, text);
  while ((wanted = va_arg (list, const char *)) != NULL)
    {
      text = strstr (text, wanted);
      if (text == NULL)
        {
          g_test_message ("missing: %s", wanted);
          break;
        }
      text += strlen (wanted);
    }
  va_end (list);

  return text != NULL;
}
