/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-reading.h"

#include <string.h>

#include "capacity-entry.h"
#include "capacity-import-date.h"
#include "capacity-import-words.h"
#include "capacity-words.h"

/* How a file is read, folded away under one line that says it: each guess can be changed. The signal
 * "chosen" tells which parts of the plan were set by hand and call for a new guess of the rest; where there
 * are none, the plan holds but for what was changed. */
struct _CapacityImportReading
{
  AdwExpanderRow  parent_instance;

  AdwSpinRow     *first_row;
  AdwSpinRow     *header_row;
  AdwSwitchRow   *filling_row;
  AdwComboRow    *layout_row;
  AdwComboRow    *period_row;
  AdwEntryRow    *year_row;
  AdwComboRow    *date_order_row;
  AdwComboRow    *decimal_row;
  AdwComboRow    *delimiter_row;
  AdwComboRow    *encoding_row;
  AdwComboRow    *duplicates_row;
  AdwSwitchRow   *totals_row;

  guint64         first_line; /* of the table */
  int             year;       /* of periods that name none; 0 while there is none */
  guint           build_id;   /* of what makes the rows; 0 once they are there */
  gboolean        is_filling; /* the controls are being set, nobody has chosen anything */
};

static const char delimiters[] = { ';', ',', '\t', '|' };
static const char decimals[] = { ',', '.' };

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CapacityImportReading, capacity_import_reading, ADW_TYPE_EXPANDER_ROW)

static guint
index_of (const char *choices,
          guint       n,
          char        choice)
{
  for (guint i = 0; i < n; i++)
    if (choices[i] == choice)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* The columns belong to the encoding, delimiter, header and layout they were found with. */
static CapacityImportKeep
keep_of (CapacityImportReading *self,
         gpointer               row)
{
  if (row == self->encoding_row)
    return CAPACITY_IMPORT_KEEP_ENCODING;
  if (row == self->delimiter_row)
    return CAPACITY_IMPORT_KEEP_ENCODING | CAPACITY_IMPORT_KEEP_DELIMITER;
  if (row == self->first_row)
    return CAPACITY_IMPORT_KEEP_ENCODING | CAPACITY_IMPORT_KEEP_DELIMITER | CAPACITY_IMPORT_KEEP_TITLE;
  if (row == self->header_row || row == self->filling_row)
    return CAPACITY_IMPORT_KEEP_ENCODING | CAPACITY_IMPORT_KEEP_DELIMITER | CAPACITY_IMPORT_KEEP_HEADER;
  if (row == self->layout_row)
    return CAPACITY_IMPORT_KEEP_ENCODING | CAPACITY_IMPORT_KEEP_DELIMITER | CAPACITY_IMPORT_KEEP_HEADER
           | CAPACITY_IMPORT_KEEP_LAYOUT;

  return CAPACITY_IMPORT_KEEP_NOTHING;
}

static void
changed_cb (CapacityImportReading *self,
            GParamSpec            *pspec,
            gpointer               row)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (guint) keep_of (self, row));
}

/* The year that was typed; 0 where it is none. */
static int
typed_year (CapacityImportReading *self)
{
  g_autofree char *text = capacity_entry_dup_text (self->year_row);
  int year = 0;

  return text != NULL && capacity_import_year_parse (text, strlen (text), &year) == CAPACITY_IMPORT_DATE_OK ? year : 0;
}

static void
year_changed_cb (CapacityImportReading *self)
{
  int year = typed_year (self);

  if (self->is_filling || year == self->year)
    return;

  self->year = year;
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (guint) CAPACITY_IMPORT_KEEP_NOTHING);
}

typedef const char *(*WordsFunc) (int value);

static void
set_choices (AdwComboRow *row,
             WordsFunc    words,
             int          n)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < n; i++)
    gtk_string_list_append (names, words (i));
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
}

static const char *
layout_name (int value)
{
  return capacity_import_words_layout ((CapacityImportLayout) value);
}

static const char *
period_name (int rank)
{
  return capacity_words_period_kind (capacity_period_kind_of_rank (rank));
}

static const char *
date_order_name (int value)
{
  return capacity_import_words_date_order ((CapacityImportDateOrder) value);
}

static const char *
decimal_name (int value)
{
  return capacity_import_words_decimal (decimals[value]);
}

static const char *
delimiter_name (int value)
{
  return capacity_import_words_delimiter (delimiters[value]);
}

static const char *
encoding_name (int value)
{
  return capacity_import_words_encoding ((CapacityImportEncoding) value);
}

static const char *
duplicates_name (int value)
{
  return capacity_import_words_duplicates ((CapacityImportDuplicates) value);
}

/* The rows are not needed before a file was read, and cost as much as the rest of the dialog: they are made after it. */
static void
build (CapacityImportReading *self)
{
  if (self->build_id == 0)
    return;

  g_clear_handle_id (&self->build_id, g_source_remove);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_choices (self->layout_row, layout_name, CAPACITY_N_IMPORT_LAYOUTS);
  set_choices (self->period_row, period_name, CAPACITY_N_PERIOD_KINDS);
  set_choices (self->date_order_row, date_order_name, CAPACITY_N_IMPORT_DATE_ORDERS);
  set_choices (self->decimal_row, decimal_name, sizeof decimals);
  set_choices (self->delimiter_row, delimiter_name, sizeof delimiters);
  set_choices (self->encoding_row, encoding_name, CAPACITY_N_IMPORT_ENCODINGS);
  set_choices (self->duplicates_row, duplicates_name, CAPACITY_IMPORT_DUPLICATES_SUM + 1);
  self->is_filling = FALSE;
}

static void
build_cb (gpointer user_data)
{
  build (user_data);
}

static void
capacity_import_reading_dispose (GObject *object)
{
  g_clear_handle_id (&CAPACITY_IMPORT_READING (object)->build_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_IMPORT_READING);

  G_OBJECT_CLASS (capacity_import_reading_parent_class)->dispose (object);
}

static void
capacity_import_reading_class_init (CapacityImportReadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_import_reading_dispose;

  /* chosen: what the user has set so far that a new guess builds upon, as #CapacityImportKeep; 0 for no new
   * guess */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/import/capacity-import-reading.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, first_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, header_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, filling_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, layout_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, period_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, year_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, date_order_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, decimal_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, duplicates_row);
  gtk_widget_class_bind_template_child (widget_class, CapacityImportReading, totals_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, year_changed_cb);
}

static void
capacity_import_reading_init (CapacityImportReading *self)
{
  self->build_id = g_idle_add_once (build_cb, self);
}

/* Asks for the year where the file does not tell it; what is being typed stays. */
static void
show_year (CapacityImportReading    *self,
           const CapacityImportPlan *plan)
{
  g_autofree char *text = plan->year != 0 ? g_strdup_printf ("%d", plan->year) : NULL;
  gboolean needs_year = capacity_import_plan_needs_year (plan);

  if (typed_year (self) != plan->year)
    capacity_entry_set_text (self->year_row, text);
  self->year = plan->year;
  gtk_widget_set_visible (GTK_WIDGET (self->year_row), needs_year);
  if (needs_year && plan->year == 0)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
}

/* Rows are counted as a person sees them: from the first of the sheet. */
static void
show_header (CapacityImportReading     *self,
             const CapacityImportTable *table,
             const CapacityImportPlan  *plan)
{
  self->first_line = table->first_line;
  adw_spin_row_set_range (self->first_row, (double) table->first_line,
                          (double) table->first_line + CAPACITY_IMPORT_MAX_TITLE_ROWS);
  adw_spin_row_set_range (self->header_row, 0, CAPACITY_IMPORT_MAX_HEADER_ROWS);
  adw_spin_row_set_value (self->first_row, (double) table->first_line + plan->n_title_rows);
  adw_spin_row_set_value (self->header_row, plan->n_header_rows);
  adw_switch_row_set_active (self->filling_row, plan->fill_down);
  gtk_widget_set_visible (GTK_WIDGET (self->filling_row), plan->layout != CAPACITY_IMPORT_LAYOUT_TICKETS);
}

/**
 * capacity_import_reading_show:
 * @file: the file
 * @plan: how the file is read
 *
 * Sets every control to what @plan says.
 */
void
capacity_import_reading_show (CapacityImportReading    *self,
                              const CapacityImportFile *file,
                              const CapacityImportPlan *plan)
{
  const CapacityImportTable *table = capacity_import_file_get_table (file, plan->table);
  gboolean is_sheet = table->sheet != NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (CAPACITY_IS_IMPORT_READING (self));
  g_return_if_fail (plan != NULL);

  build (self);
  self->is_filling = TRUE;
  show_header (self, table, plan);
  adw_combo_row_set_selected (self->layout_row, plan->layout);
  adw_combo_row_set_selected (self->period_row, (guint) capacity_period_kind_rank (plan->period_kind));
  show_year (self, plan);
  adw_combo_row_set_selected (self->date_order_row, plan->date_order);
  adw_combo_row_set_selected (self->decimal_row, index_of (decimals, sizeof decimals, plan->decimal));
  adw_combo_row_set_selected (self->delimiter_row, index_of (delimiters, sizeof delimiters, plan->delimiter));
  adw_combo_row_set_selected (self->encoding_row, plan->encoding);
  adw_combo_row_set_selected (self->duplicates_row, plan->duplicates);
  adw_switch_row_set_active (self->totals_row, plan->skip_totals);
  self->is_filling = FALSE;

  /* How letters and cells are written is known of a spreadsheet. */
  gtk_widget_set_visible (GTK_WIDGET (self->decimal_row), !is_sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->delimiter_row), !is_sheet);
  gtk_widget_set_visible (GTK_WIDGET (self->encoding_row), !is_sheet);
  text = g_strjoin (" · ",
                    capacity_import_words_layout (plan->layout),
                    capacity_words_period_kind (plan->period_kind),
                    is_sheet ? NULL : capacity_import_words_delimiter (plan->delimiter),
                    capacity_import_words_decimal (plan->decimal),
                    capacity_import_words_encoding (plan->encoding),
                    NULL);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), text);
}

/**
 * capacity_import_reading_write:
 * @plan: where to write
 *
 * Writes what the controls say to @plan; what was chosen by hand is certain from then on.
 */
void
capacity_import_reading_write (CapacityImportReading *self,
                               CapacityImportPlan    *plan)
{
  CapacityImportDateOrder date_order;
  gboolean fill_down = FALSE;
  guint decimal = 0;
  guint delimiter = 0;

  g_return_if_fail (CAPACITY_IS_IMPORT_READING (self));
  g_return_if_fail (plan != NULL);

  date_order = adw_combo_row_get_selected (self->date_order_row);
  decimal = adw_combo_row_get_selected (self->decimal_row);
  delimiter = adw_combo_row_get_selected (self->delimiter_row);

  fill_down = adw_switch_row_get_active (self->filling_row);

  plan->n_title_rows = (guint) (adw_spin_row_get_value (self->first_row) - (double) self->first_line);
  plan->n_header_rows = (guint) adw_spin_row_get_value (self->header_row);
  plan->fill_down_is_chosen |= fill_down != plan->fill_down;
  plan->fill_down = fill_down;
  plan->date_order_is_certain |= date_order != plan->date_order;
  plan->date_order = date_order;
  if (decimal < sizeof decimals)
    {
      plan->decimal_is_shown |= decimals[decimal] != plan->decimal;
      plan->decimal_is_certain |= plan->decimal_is_shown;
      plan->decimal = decimals[decimal];
    }
  if (delimiter < sizeof delimiters)
    plan->delimiter = delimiters[delimiter];
  plan->layout = adw_combo_row_get_selected (self->layout_row);
  plan->period_kind = capacity_period_kind_of_rank ((int) adw_combo_row_get_selected (self->period_row));
  plan->year = self->year;
  plan->encoding = adw_combo_row_get_selected (self->encoding_row);
  plan->duplicates = adw_combo_row_get_selected (self->duplicates_row);
  plan->skip_totals = adw_switch_row_get_active (self->totals_row);
}
