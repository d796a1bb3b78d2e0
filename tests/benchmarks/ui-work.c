/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <time.h>

#include "capacity-views.h"
#include "capacity-window.h"
#include "million-rows.h"

/* ui-work: how long the window's thread is busy at a time, with the user's own portfolio, in the real window.
 *
 * Time is the processor's: what another program or thread takes does not count, waiting for the disk does not either.
 * A piece of work is what is done between two waits of the main loop, with all that was ready then, so a key pressed
 * meanwhile waits no longer. A frame is all that is done from one painting to the next.
 *
 * ui-work [WHEN]: only opens the portfolio, and calls that WHEN. */

#define QUIET_MS 300
#define WAKE_MS 20
#define SCROLL_FRAMES 300
#define SCROLL_STEP 60 /* pixels a frame: 3 600 a second, as after a strong flick */
#define N_CHANGES 5

static struct
{
  GtkWindow *window;
  double     resumed;     /* when the loop last stopped waiting */
  double     longest;     /* piece of work since it was last asked for */
  double     painted;     /* when the latest frame was done */
  gint64     painted_at;  /* the same on the wall */
  guint      n_paints;
  GArray    *frames;      /* double: busy time of each */
  gboolean   is_done;     /* what was waited for */
} bench;

static double
busy_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
poll_cb (GPollFD *descriptors,
         guint    n_descriptors,
         int      timeout_ms)
{
  int result;

  bench.longest = MAX (bench.longest, busy_ms () - bench.resumed);
  result = g_poll (descriptors, n_descriptors, timeout_ms);
  bench.resumed = busy_ms ();

  return result;
}

static void
painted_cb (void)
{
  double now = busy_ms ();
  double frame = now - bench.painted;

  g_array_append_val (bench.frames, frame);
  bench.painted = now;
  bench.painted_at = g_get_monotonic_time ();
  bench.n_paints++;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/* Until nothing was painted for a while. */
static void
settle (void)
{
  bench.painted_at = g_get_monotonic_time ();
  while (g_get_monotonic_time () - bench.painted_at < QUIET_MS * 1000)
    g_main_context_iteration (NULL, TRUE);
}

static void
begin (void)
{
  settle ();
  bench.longest = 0;
  bench.resumed = busy_ms ();
}

static void
print_longest (const char *stage,
               const char *what)
{
  settle ();
  g_print ("longest-%s%s%s %.1f ms\n", stage, what != NULL ? "-" : "", what != NULL ? what : "", bench.longest);
}

/* Prints how busy the thread is from @start until what the window shows of @table is painted, and until all of it is there
 * and painted. */
static void
print_until_painted (const char    *name,
                     const char    *what,
                     double         start,
                     GtkColumnView *table)
{
  GtkSelectionModel *selection = gtk_column_view_get_model (table);
  GListModel *shown = gtk_multi_selection_get_model (GTK_MULTI_SELECTION (selection));
  GtkSortListModel *sorted = GTK_SORT_LIST_MODEL (gtk_slice_list_model_get_model (GTK_SLICE_LIST_MODEL (shown)));
  GtkFilterListModel *filtered = GTK_FILTER_LIST_MODEL (gtk_sort_list_model_get_model (sorted));
  guint n_paints = bench.n_paints;

  while (bench.n_paints == n_paints || gtk_sort_list_model_get_pending (sorted) > 0
         || gtk_filter_list_model_get_pending (filtered) > 0)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s-%s %.1f ms\n", name, what, bench.painted - start);

  if (g_list_model_get_n_items (shown) < g_list_model_get_n_items (G_LIST_MODEL (sorted)))
    {
      while (g_list_model_get_n_items (shown) < g_list_model_get_n_items (G_LIST_MODEL (sorted)))
        g_main_context_iteration (NULL, TRUE);
      for (n_paints = bench.n_paints; bench.n_paints == n_paints;)
        g_main_context_iteration (NULL, TRUE);
      g_print ("whole-%s-%s %.1f ms\n", name, what, bench.painted - start);
    }
}

/* The first widget of @type that is shown within @widget. */
static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static CapacityWorkspace *
workspace (void)
{
  return capacity_window_get_workspace (CAPACITY_WINDOW (bench.window));
}

static void
activate (const char *action,
          const char *target)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (bench.window), action,
                                      target != NULL ? g_variant_new_string (target) : NULL);
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  GtkAdjustment *place = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) + SCROLL_STEP);

  return bench.frames->len < SCROLL_FRAMES;
}

static void
scroll (const char    *name,
        GtkColumnView *table)
{
  begin ();
  g_array_set_size (bench.frames, 0);
  gtk_widget_add_tick_callback (GTK_WIDGET (table), scroll_cb, NULL, NULL);
  while (bench.frames->len < SCROLL_FRAMES)
    g_main_context_iteration (NULL, TRUE);
  /* The first was asked for before. */
  g_array_remove_index (bench.frames, 0);
  g_array_sort (bench.frames, compare_doubles);
  g_print ("frame-%s-median %.1f ms\n", name, g_array_index (bench.frames, double, bench.frames->len / 2));
  g_print ("frame-%s-95 %.1f ms\n", name, g_array_index (bench.frames, double, bench.frames->len * 95 / 100));
  print_longest ("scrolling", name);
}

static void
sort (const char    *name,
      GtkColumnView *table)
{
  GListModel *columns = gtk_column_view_get_columns (table);
  g_autofree char *stage = g_strconcat ("sort-", name, NULL);

  begin ();
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      double start;

      /* Or what the one before paints would be of the same piece. */
      settle ();
      start = busy_ms ();
      gtk_column_view_sort_by_column (table, column, GTK_SORT_ASCENDING);
      /* A column that is not shown may change nothing. */
      gtk_widget_queue_draw (GTK_WIDGET (table));
      print_until_painted (stage, gtk_column_view_column_get_id (column), start, table);
    }
  print_longest ("sorting", name);
  gtk_column_view_sort_by_column (table, NULL, GTK_SORT_ASCENDING);
}

static void
filter (const char    *name,
        const char    *what,
        const char    *text,
        GtkColumnView *table)
{
  GtkWidget *entry = find (GTK_WIDGET (bench.window), GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *stage = g_strconcat ("filter-", name, NULL);
  double start;

  begin ();
  gtk_search_entry_set_search_delay (GTK_SEARCH_ENTRY (entry), 0);
  start = busy_ms ();
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  print_until_painted (stage, what, start, table);
  print_longest ("filtering", what);
}

static void
use_table (const char *view,
           const char *few)
{
  g_autofree char *action = g_strconcat ("win.show-", view, NULL);
  GtkColumnView *table = NULL;

  activate (action, NULL);
  settle ();
  table = GTK_COLUMN_VIEW (find (GTK_WIDGET (bench.window), GTK_TYPE_COLUMN_VIEW));
  scroll (view, table);
  sort (view, table);
  activate ("win.search", NULL);
  filter (view, "few", few, table);
  filter (view, "none", "nothing of this", table);
  filter (view, "all", "", table);
}

static void
switch_views (const char *when)
{
  guint n_views = 0;
  const CapacityView *views = capacity_views_list (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      g_autofree char *stage = g_strconcat ("switching-", when, NULL);

      begin ();
      activate (capacity_views_action (&views[i]), NULL);
      print_longest (stage, views[i].name);
    }
}

static void
show_subjects (void)
{
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (workspace ());
  const CapacityServiceAssessment *service = assessment->services->pdata[7];
  const CapacityResourceAssessment *resource = assessment->resources->pdata[3];
  g_autofree char *service_id = capacity_id_to_string (&service->service->id);
  g_autofree char *resource_id = capacity_id_to_string (&resource->resource->id);

  begin ();
  activate ("win.show-service", service_id);
  print_longest ("switching-first", "service");
  begin ();
  activate ("win.show-resource", resource_id);
  print_longest ("switching-first", "resource");
  activate ("win.show-overview", NULL);
}

static void
show_plans (void)
{
  const CapacityAssessment *assessment = capacity_workspace_get_assessment (workspace ());
  const CapacityServiceAssessment *service = assessment->services->pdata[7];
  g_autofree char *id = capacity_id_to_string (&service->service->id);

  begin ();
  activate ("win.show-plan", "");
  print_longest ("switching-first", "plan-of-all");
  begin ();
  activate ("win.show-plan", id);
  print_longest ("switching-first", "plan");
  activate ("win.show-overview", NULL);
}

/* The other forms of the resources. */
static void
show_forms (void)
{
  static const char *const forms[] = { "months", "needs", "table" };
  AdwToggleGroup *group = NULL;

  activate ("win.show-resources", NULL);
  settle ();
  group = ADW_TOGGLE_GROUP (find (GTK_WIDGET (bench.window), ADW_TYPE_TOGGLE_GROUP));
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      begin ();
      adw_toggle_group_set_active_name (group, forms[i]);
      print_longest ("switching-first", forms[i]);
    }
}

static void
open_dialog (const char *action,
             GtkWidget  *widget)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (bench.window);

  begin ();
  gtk_widget_activate_action_variant (widget, action, NULL);
  print_longest ("opening", action);
  while (adw_application_window_get_visible_dialog (window) != NULL)
    {
      adw_dialog_force_close (adw_application_window_get_visible_dialog (window));
      settle ();
    }
}

static void
open_dialogs (void)
{
  static const char *const actions[] = { "win.new-service", "win.new-resource", "win.institution", "win.reports",
                                         "win.history", "win.import" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    open_dialog (actions[i], GTK_WIDGET (bench.window));
  activate ("win.show-services", NULL);
  settle ();
  open_dialog ("services.filter", find (GTK_WIDGET (bench.window), GTK_TYPE_COLUMN_VIEW));
}

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CapacityOutcome) outcome = capacity_workspace_change_finish (CAPACITY_WORKSPACE (source), result, &error);

  if (outcome == NULL)
    g_error ("%s", error->message);
  bench.is_done = TRUE;
}

static void
change_limit (guint i)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (workspace ());
  const CapacityService *service = portfolio->services->pdata[i];
  g_autoptr (CapacityLimit) limit = capacity_limit_new (CAPACITY_MODE_REGULAR, 100 + i, CAPACITY_PERIOD_MONTH, 0, 0);
  g_autoptr (CapacityChange) change = capacity_change_new ();

  capacity_change_set_service_limit (change, &service->id, limit);
  bench.is_done = FALSE;
  capacity_workspace_apply_async (workspace (), change, NULL, changed_cb, NULL);
  while (!bench.is_done)
    g_main_context_iteration (NULL, TRUE);
}

/* A change is written, judged and shown in each of the views. */
static void
change_in_views (void)
{
  guint n_views = 0;
  const CapacityView *views = capacity_views_list (&n_views);

  for (guint i = 0; i < n_views; i++)
    {
      activate (capacity_views_action (&views[i]), NULL);
      begin ();
      for (guint j = 0; j < N_CHANGES; j++)
        change_limit (i * N_CHANGES + j);
      print_longest ("assessing", views[i].name);
    }
}

/* The button of a header that its dialog is for. */
static GtkWidget *
find_suggested (GtkWidget *widget)
{
  GtkWidget *found = widget != NULL && gtk_widget_has_css_class (widget, "suggested-action") ? widget : NULL;

  for (GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL; found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_suggested (child);

  return found;
}

/* The button that imports, once there is something to import. */
static GtkWidget *
import_button (void)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (bench.window));
  GtkWidget *button = dialog != NULL ? find_suggested (find (GTK_WIDGET (dialog), ADW_TYPE_HEADER_BAR)) : NULL;

  return button != NULL && gtk_widget_is_sensitive (button) ? button : NULL;
}

/* A million rows are read, imported and taken back. */
static void
import_rows (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ui-work-XXXXXX", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = million_rows_new (folder, &error);
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (bench.window);
  guint n_services = capacity_workspace_get_portfolio (workspace ())->services->len;
  gint64 start;

  if (file == NULL)
    g_error ("%s", error->message);
  activate ("win.show-overview", NULL);

  begin ();
  start = g_get_monotonic_time ();
  capacity_window_import (CAPACITY_WINDOW (bench.window), file);
  while (import_button () == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_print ("million-rows-read %.2f s\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  print_longest ("reading", "million-rows");

  begin ();
  start = g_get_monotonic_time ();
  gtk_widget_activate (import_button ());
  while (adw_application_window_get_visible_dialog (window) != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_print ("million-rows-imported %.2f s\n", (double) (g_get_monotonic_time () - start) / G_USEC_PER_SEC);
  print_longest ("importing", "million-rows");

  begin ();
  activate ("win.undo", NULL);
  while (capacity_workspace_get_portfolio (workspace ())->services->len > n_services)
    g_main_context_iteration (NULL, TRUE);
  print_longest ("undoing", "million-rows");

  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

static void
watch_window (GtkWindow *window)
{
  bench.window = window;
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (window)), "after-paint", painted_cb, NULL);
}

static void
load (GtkApplication *application,
      const char     *when)
{
  guint n_paints;

  bench.resumed = busy_ms ();
  g_application_activate (G_APPLICATION (application));
  watch_window (gtk_application_get_active_window (application));
  n_paints = bench.n_paints;
  while (bench.n_paints == n_paints)
    g_main_context_iteration (NULL, TRUE);
  if (when == NULL)
    g_print ("longest-starting %.1f ms\n", bench.longest);

  bench.longest = 0;
  while (capacity_workspace_get_state (workspace ()) != CAPACITY_WORKSPACE_READY)
    g_main_context_iteration (NULL, TRUE);
  print_longest ("loading", when);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (CapacityApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  bench.frames = g_array_new (FALSE, FALSE, sizeof (double));
  g_main_context_set_poll_func (NULL, poll_cb);
  g_timeout_add (WAKE_MS, wake_cb, NULL);
  application = capacity_application_new ();
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);

  /* A blinking cursor is painted for ten seconds. */
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
  load (GTK_APPLICATION (application), argc > 1 ? argv[1] : NULL);
  if (argc > 1)
    return 0;

  switch_views ("first");
  switch_views ("again");
  show_subjects ();
  use_table ("services", "00042");
  use_table ("resources", "0042");
  change_in_views ();
  /* What they leave behind costs the others. */
  show_plans ();
  show_forms ();
  open_dialogs ();
  import_rows ();

  return 0;
}
