/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-detail-rows.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "capacity-detail-words.h"

/* More rows than this nobody reads; how many there are besides is said. */
#define ROWS_MOST 200

static GtkWidget *
row_new (const char *title,
         const char *subtitle)
{
  return g_object_new (ADW_TYPE_ACTION_ROW,
                       "title", title,
                       "subtitle", subtitle,
                       "use-markup", FALSE,
                       "subtitle-selectable", TRUE,
                       NULL);
}

static GtkWidget *
detail_row_new (const CapacityDetail *detail,
                const char           *field)
{
  g_autofree char *change = capacity_detail_words_change (detail);
  g_autofree char *title = detail->subject != NULL ? g_strdup_printf ("%s: %s", detail->subject, field) : g_strdup (field);

  return row_new (title, change);
}

static GtkWidget *
rest_row_new (guint n_more)
{
  g_autofree char *text = g_strdup_printf (g_dngettext (NULL, "… and %u more field", "… and %u more fields", n_more), n_more);

  return row_new (text, NULL);
}

/**
 * capacity_detail_rows_new:
 * @details: (element-type CapacityDetail): the fields of a change
 *
 * Returns: (transfer full) (element-type GtkWidget): a row for each field that a person needs to see, floating
 */
GPtrArray *
capacity_detail_rows_new (GPtrArray *details)
{
  GPtrArray *rows = g_ptr_array_new ();
  guint n_more = 0;

  for (guint i = 0; i < details->len; i++)
    {
      g_autofree char *field = capacity_detail_words_field (details->pdata[i]);

      if (field == NULL)
        continue;
      if (rows->len < ROWS_MOST)
        g_ptr_array_add (rows, detail_row_new (details->pdata[i], field));
      else
        n_more++;
    }
  if (n_more > 0)
    g_ptr_array_add (rows, rest_row_new (n_more));

  return rows;
}
