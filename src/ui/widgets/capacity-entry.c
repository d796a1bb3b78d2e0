/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-entry.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"

/**
 * capacity_entry_dup_text:
 * @row: a row
 *
 * Returns: (transfer full) (nullable): its text without blanks around it; %NULL where there is none
 */
char *
capacity_entry_dup_text (AdwEntryRow *row)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ADW_IS_ENTRY_ROW (row), NULL);

  text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

#define SHOWN "capacity-shown" /* what was put in last */

/**
 * capacity_entry_set_text:
 * @row: a row
 * @text: (nullable): what to put in
 */
void
capacity_entry_set_text (AdwEntryRow *row,
                         const char  *text)
{
  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  g_object_set_data_full (G_OBJECT (row), SHOWN, g_strdup (text != NULL ? text : ""), g_free);
  gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* Blanks are no difference: they are taken away before what was typed is entered. */
static gboolean
is_same_text (const char *a,
              const char *b)
{
  while (TRUE)
    {
      while (g_ascii_isspace (*a))
        a++;
      while (g_ascii_isspace (*b))
        b++;
      if (*a != *b || *a == '\0')
        return *a == *b;
      a++;
      b++;
    }
}

/**
 * capacity_entry_follow_text:
 * @row: a row
 * @text: (nullable): what to put in
 *
 * Shows what has changed elsewhere, or what was entered here. What somebody has typed and not yet entered stays.
 */
void
capacity_entry_follow_text (AdwEntryRow *row,
                            const char  *text)
{
  const char *shown = NULL;
  const char *typed = NULL;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  shown = g_object_get_data (G_OBJECT (row), SHOWN);
  typed = gtk_editable_get_text (GTK_EDITABLE (row));
  if (shown == NULL || g_str_equal (typed, shown) || is_same_text (typed, text != NULL ? text : ""))
    capacity_entry_set_text (row, text);
}

/**
 * capacity_entry_read_number:
 * @row: a row
 * @least: the smallest number there may be
 * @most: the largest
 * @problem: what to say of any other text
 * @value: (out): the number; NaN where the row is empty
 *
 * Reads a number and says beside the field what is wrong with it.
 *
 * Returns: whether the row is empty or holds such a number
 */
gboolean
capacity_entry_read_number (AdwEntryRow *row,
                            double       least,
                            double       most,
                            const char  *problem,
                            double      *value)
{
  g_autofree char *text = capacity_entry_dup_text (row);

  *value = text != NULL ? capacity_format_parse_number (text) : NAN;
  if (text == NULL || (*value >= least && *value <= most))
    return TRUE;

  capacity_entry_set_problem (row, problem);

  return FALSE;
}

/**
 * capacity_entry_set_number:
 * @row: a row
 * @value: what to put in; NaN for nothing
 */
void
capacity_entry_set_number (AdwEntryRow *row,
                           double       value)
{
  g_autofree char *text = capacity_format_exact (value);

  capacity_entry_set_text (row, text);
}

/**
 * capacity_entry_follow_number:
 * @row: a row
 * @value: what to put in; NaN for nothing
 *
 * Shows a number as capacity_entry_follow_text() shows a text, however it was typed.
 */
void
capacity_entry_follow_number (AdwEntryRow *row,
                              double       value)
{
  g_autofree char *text = capacity_format_exact (value);

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  if (capacity_format_parse_number (gtk_editable_get_text (GTK_EDITABLE (row))) == capacity_format_parse_number (text))
    capacity_entry_set_text (row, text);
  else
    capacity_entry_follow_text (row, text);
}

/**
 * capacity_entry_read_date:
 * @row: a row
 * @date: (out): the date; %CAPACITY_DATE_NONE where the row is empty
 *
 * Reads a date and says beside the field if it is none.
 *
 * Returns: whether the row is empty or holds a date
 */
gboolean
capacity_entry_read_date (AdwEntryRow  *row,
                          CapacityDate *date)
{
  g_autofree char *text = capacity_entry_dup_text (row);

  *date = text != NULL ? capacity_format_parse_date (text) : CAPACITY_DATE_NONE;
  if (text == NULL || *date != CAPACITY_DATE_NONE)
    return TRUE;

  capacity_entry_set_problem (row, _("Write a date, such as 23.11.2026."));

  return FALSE;
}

/**
 * capacity_entry_set_date:
 * @row: a row
 * @date: what to put in; %CAPACITY_DATE_NONE for nothing
 */
void
capacity_entry_set_date (AdwEntryRow  *row,
                         CapacityDate  date)
{
  g_autofree char *text = date != CAPACITY_DATE_NONE ? capacity_format_date (date) : NULL;

  capacity_entry_set_text (row, text);
}

/**
 * capacity_entry_follow_date:
 * @row: a row
 * @date: what to put in; %CAPACITY_DATE_NONE for nothing
 *
 * Shows a date as capacity_entry_follow_text() shows a text, however it was typed.
 */
void
capacity_entry_follow_date (AdwEntryRow  *row,
                            CapacityDate  date)
{
  g_autofree char *text = date != CAPACITY_DATE_NONE ? capacity_format_date (date) : NULL;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  if (text != NULL && capacity_format_parse_date (gtk_editable_get_text (GTK_EDITABLE (row))) == date)
    capacity_entry_set_text (row, text);
  else
    capacity_entry_follow_text (row, text);
}

/* A row in a folded group must be seen before it can have the focus. */
static void
unfold (GtkWidget *row)
{
  GtkWidget *expander = gtk_widget_get_ancestor (row, ADW_TYPE_EXPANDER_ROW);

  if (expander != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (expander), TRUE);
}

/**
 * capacity_entry_set_problem:
 * @row: a row
 * @problem: (nullable): what is wrong with its text, in a few words that say what to write; %NULL if
 * nothing is
 *
 * Says what is wrong where the title stands, right above what was typed; the title comes back when @problem
 * is %NULL. A folded group that holds the row is opened.
 */
void
capacity_entry_set_problem (AdwEntryRow *row,
                            const char  *problem)
{
  GObject *object = G_OBJECT (row);
  const char *title = NULL;

  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  title = g_object_get_data (object, "capacity-title");
  if (title == NULL && problem == NULL)
    return;
  if (title == NULL)
    {
      title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
      g_object_set_data_full (object, "capacity-title", g_strdup (title), g_free);
    }

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), problem != NULL ? problem : title);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row),
                               GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  if (problem != NULL)
    {
      unfold (GTK_WIDGET (row));
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      g_object_set_data (object, "capacity-title", NULL);
    }
}

/**
 * capacity_entry_forget_problem:
 * @row: a row whose text is changed
 *
 * Says no longer what was wrong with the text. To be called by `changed` of a template.
 */
void
capacity_entry_forget_problem (AdwEntryRow *row)
{
  capacity_entry_set_problem (row, NULL);
}
