/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-report-parts.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-chart-layout.h"
#include "capacity-format.h"
#include "capacity-glyphs.h"
#include "capacity-save.h"
#include "capacity-verdict-shape.h"

#define SIGN_SIZE 9
#define CHART_FONTS "Cantarell,Adwaita Sans,Inter,Noto Sans,DejaVu Sans"

static void
draw_sign (cairo_t      *cr,
           PangoContext *context,
           double        width,
           double        height,
           gpointer      user_data)
{
  CapacityChartStyle style;
  double size = MIN (width, height);

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_PRINT);
  cairo_translate (cr, 0, (height - size) / 2);
  capacity_shape_draw (cr, &style, capacity_verdict_shape (GPOINTER_TO_INT (user_data)), size);
}

static void
init_chart_style (CapacityChartStyle *style)
{
  capacity_chart_style_init (style, CAPACITY_CHART_THEME_PRINT);
  style->font_family = CHART_FONTS;
  style->shows_title = FALSE;
  style->paints_background = FALSE;
}

static void
draw_chart (cairo_t      *cr,
            PangoContext *context,
            double        width,
            double        height,
            gpointer      user_data)
{
  g_autoptr (CapacityChartLayout) layout = NULL;
  CapacityChartStyle style;

  init_chart_style (&style);
  layout = capacity_chart_layout_new (user_data, &style, width, height, context);
  capacity_chart_layout_draw (layout, cr);
}

/**
 * capacity_report_get_date:
 * @assessment: what is reported
 * @options: (nullable): options of the report
 *
 * Returns: the day that stands on the report
 */
CapacityDate
capacity_report_get_date (const CapacityAssessment    *assessment,
                          const CapacityReportOptions *options)
{
  return options != NULL && options->date != CAPACITY_DATE_NONE ? options->date : assessment->as_of;
}

/**
 * capacity_report_pages_new:
 * @assessment: what is reported
 * @options: (nullable): options of the report
 * @title: title of the document
 * @subject: what it is about
 *
 * Starts a report with the institution's emblem and name at the head of its pages, and that it is a sample if it is one.
 *
 * Returns: (transfer full): a document without content
 */
CapacityPages *
capacity_report_pages_new (const CapacityAssessment    *assessment,
                           const CapacityReportOptions *options,
                           const char                  *title,
                           const char                  *subject)
{
  const CapacityInstitution *institution = &assessment->portfolio->institution;
  CapacityDate date = capacity_report_get_date (assessment, options);
  g_autofree char *day = capacity_format_long_date (date);
  g_autofree char *footer = g_str_equal (title, subject) ? g_strdup_printf ("%s · %s", subject, day)
                                                         : g_strdup_printf ("%s · %s · %s", subject, day, title);
  CapacityPdfInfo info = {
    .title = title,
    .subject = subject,
    .author = options != NULL && options->author != NULL ? options->author : institution->name,
    /* Translators: the code of the language you translate to, such as "lv": documents say in which language
     * they are */
    .language = C_("language code", "en"),
    .creator = _("Capacity"),
    .date = date,
  };
  CapacityPages *pages;

  pages = capacity_pages_new (&info, institution->name, institution->is_sample ? _("Invented sample") : NULL, footer);
  capacity_pages_set_emblem (pages, institution->emblem);

  return pages;
}

/**
 * capacity_report_decide_by:
 * @exhaustion: when capacity runs short
 * @as_of: today
 *
 * Returns: (transfer full): the last day to decide, as short as a table wants it
 */
char *
capacity_report_decide_by (const CapacityExhaustion *exhaustion,
                           CapacityDate              as_of)
{
  g_autofree char *date = NULL;

  if (exhaustion->state == CAPACITY_EXHAUSTION_ALREADY)
    return g_strdup (C_("decide by", "now"));
  if (exhaustion->decide_by == CAPACITY_DATE_NONE)
    return g_strdup ("–");
  date = capacity_format_date (exhaustion->decide_by);
  if (exhaustion->decide_by < as_of)
    /* Translators: %s is a date that has passed */
    return g_strdup_printf (C_("decide by", "%s (passed)"), date);

  return g_steal_pointer (&date);
}

/**
 * capacity_report_row_period:
 * @first: the first month of a table
 * @n_months: how many months it is about
 * @at: from which of them on
 * @end: (out): the month behind those of the row
 *
 * Finds what a row of a table of months to come is about: the first year goes month by month, the later ones by quarter,
 * as far as all of the quarter is left: no month stands in two rows, and no row bears the name of more than it is about.
 *
 * Returns: the period of the row
 */
CapacityPeriod
capacity_report_row_period (int    first,
                            guint  n_months,
                            guint  at,
                            guint *end)
{
  CapacityPeriod month = { CAPACITY_PERIOD_MONTH, first + (int) at };
  CapacityPeriod quarter = capacity_period_convert (month, CAPACITY_PERIOD_QUARTER);
  guint length = capacity_period_kind_months (CAPACITY_PERIOD_QUARTER);
  int start = capacity_period_convert (quarter, CAPACITY_PERIOD_MONTH).index;

  if (start < first + CAPACITY_REPORT_YEAR || start + (int) length > first + (int) n_months)
    {
      *end = at + 1;
      return month;
    }
  *end = at + length;

  return quarter;
}

/**
 * capacity_report_end_panel:
 * @pages: a document in which a panel was begun
 * @verdict: what the panel is about
 *
 * Ends a panel with the sign and the colour of a verdict.
 */
void
capacity_report_end_panel (CapacityPages   *pages,
                           CapacityVerdict  verdict)
{
  CapacityChartStyle style;

  capacity_chart_style_init (&style, CAPACITY_CHART_THEME_PRINT);
  capacity_pages_end_panel (pages, style.colors[capacity_shape_get_role (capacity_verdict_shape (verdict))], draw_sign,
                            GINT_TO_POINTER (verdict));
}

/**
 * capacity_report_sign_cell:
 * @table: a table with at least one row
 * @column: column of a cell in its last row
 * @verdict: what the cell says in words
 *
 * Puts the sign of a verdict before its word.
 */
void
capacity_report_sign_cell (CapacityTable   *table,
                           guint            column,
                           CapacityVerdict  verdict)
{
  capacity_table_draw_in (table, column, SIGN_SIZE, draw_sign, GINT_TO_POINTER (verdict), NULL);
}

static void
draw_heat (cairo_t      *cr,
           PangoContext *context,
           double        width,
           double        height,
           gpointer      user_data)
{
  CapacityChartStyle style;

  init_chart_style (&style);
  capacity_heat_cell_draw (cr, &style, context, *(const double *) user_data, width, height);
}

/**
 * capacity_report_heat_cell:
 * @table: a table with at least one row
 * @column: column of a cell in its last row, of the kind %CAPACITY_COLUMN_CELL
 * @share: what share of the whole the cell says, infinite where there is no whole; NaN where nothing is known
 *
 * Fills a cell as a heat map does.
 */
void
capacity_report_heat_cell (CapacityTable *table,
                           guint          column,
                           double         share)
{
  CapacityChartStyle style;

  if (isnan (share))
    return;
  init_chart_style (&style);
  capacity_table_fill_cell (table, column, draw_heat, g_memdup2 (&share, sizeof share), g_free,
                            capacity_heat_cell_is_dark (&style, share));
}

/**
 * capacity_report_add_chart:
 * @pages: a document
 * @chart: (transfer full): a chart with a summary
 * @min_height: its height with few events, in points; 0 for one that suits it
 * @max_height: height to which it may grow on a single page, likewise
 *
 * Adds a chart as it looks on white paper.
 */
void
capacity_report_add_chart (CapacityPages *pages,
                           CapacityChart *chart,
                           double         min_height,
                           double         max_height)
{
  CapacityChartStyle style;
  double events;

  /* One row of names has room in any chart; a page that is full to the last line would lose more than it gains. */
  init_chart_style (&style);
  events = MAX (capacity_chart_events_height (chart, &style, CAPACITY_PAGE_TEXT_WIDTH) - 2 * style.font_size, 0);
  min_height = min_height > 0 ? min_height + events : capacity_chart_natural_height (chart, &style, CAPACITY_PAGE_TEXT_WIDTH);
  max_height = MAX (min_height, max_height + events);
  capacity_pages_add_picture (pages, capacity_chart_get_summary (chart), min_height, max_height, draw_chart,
                              chart,
                              (GDestroyNotify) capacity_chart_unref);
}

/**
 * capacity_report_add_told_chart:
 * @pages: a document
 * @chart: a chart with a summary
 * @min_height: its height, in points; 0 for one that suits it
 * @max_height: height to which it may grow on a single page
 *
 * Adds the sentence that a chart says and the chart, on the same page.
 */
void
capacity_report_add_told_chart (CapacityPages       *pages,
                                const CapacityChart *chart,
                                double               min_height,
                                double               max_height)
{
  capacity_pages_add_text (pages, CAPACITY_TEXT_BODY, capacity_chart_get_summary (chart));
  capacity_pages_keep_next (pages);
  capacity_report_add_chart (pages, capacity_chart_ref (chart), min_height, max_height);
}

/**
 * capacity_report_add_chart_table:
 * @pages: a document
 * @chart: a chart of which the rows have names
 *
 * Adds the numbers of a chart as a table.
 */
void
capacity_report_add_chart_table (CapacityPages       *pages,
                                 const CapacityChart *chart)
{
  guint n = capacity_chart_get_n_columns (chart);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree CapacityColumn *columns = g_new0 (CapacityColumn, n);
  CapacityTable *table;

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (texts, capacity_chart_dup_heading (chart, i));
      columns[i] = (CapacityColumn){ texts->pdata[i], i == 0 ? CAPACITY_COLUMN_LABEL : CAPACITY_COLUMN_NUMBER, 0 };
    }
  table = capacity_table_new (columns, n);
  for (guint i = 0; i < capacity_chart_get_n_rows (chart); i++)
    {
      g_ptr_array_set_size (texts, 0);
      for (guint j = 0; j < n; j++)
        g_ptr_array_add (texts, capacity_chart_dup_cell (chart, i, j));
      capacity_table_add_row (table, (const char *const *) texts->pdata);
    }
  capacity_pages_add_table (pages, table);
}

/**
 * capacity_report_add_signatures:
 * @pages: a document
 * @options: (nullable): options of the report
 *
 * Adds room for who prepared the report and for who decides.
 */
void
capacity_report_add_signatures (CapacityPages               *pages,
                                const CapacityReportOptions *options)
{
  const char *author = options != NULL ? options->author : NULL;
  gboolean has_author = author != NULL && *author != '\0';
  g_autofree char *prepared = has_author ? g_strdup_printf (_("Prepared by: %s"), author)
                                         : g_strdup (_("Prepared by (name, position)"));
  const char *labels[] = { prepared, _("Head of the institution (decision, signature)"), _("Date"), NULL };

  capacity_pages_add_signatures (pages, labels);
}

/**
 * capacity_report_save:
 * @pages: a document
 * @file: where to; what is there is replaced only when everything has been written
 * @options: (nullable): options of the report
 * @error: return location
 *
 * Writes a report as PDF.
 *
 * Returns: whether it was written; if not, @error is of the domain %CAPACITY_REPORT_ERROR or %G_IO_ERROR
 */
gboolean
capacity_report_save (CapacityPages                *pages,
                      GFile                        *file,
                      const CapacityReportOptions  *options,
                      GError                      **error)
{
  GCancellable *cancellable = options != NULL ? options->cancellable : NULL;
  CapacityProgress *progress = options != NULL ? options->progress : NULL;
  g_autoptr (GBytes) bytes = NULL;

  capacity_progress_step (progress, 0.5, 1);
  bytes = capacity_pages_to_pdf (pages, progress, cancellable, error);

  if (bytes == NULL)
    return FALSE;

  return capacity_save (file, bytes, cancellable, error);
}
