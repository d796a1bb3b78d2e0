/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-import-builder-private.h"

#include <math.h>
#include <string.h>

/* Indices of the entries, group after group, each in the order of the file. */
static guint32 *
order_by_group (const CapacityImportBuilder *self)
{
  guint32 *order = g_new (guint32, self->n_entries + 1);
  g_autofree guint32 *next = g_new (guint32, self->groups->len + 1);
  guint32 sum = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      next[i] = sum;
      sum += g_array_index (self->groups, CapacityImportBuilderGroup, i).n_entries;
    }
  for (gsize i = 0; i < self->n_entries; i++)
    order[next[self->entries[i].group]++] = (guint32) i;
  return order;
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const CapacityImportEntry *entry = a;
  const CapacityImportEntry *other = b;

  if (entry->slot != other->slot)
    return entry->slot < other->slot ? -1 : 1;
  if (entry->period != other->period)
    return entry->period < other->period ? -1 : 1;
  return (entry->line > other->line) - (entry->line < other->line);
}

static void
sort_entries (CapacityImportEntry *entries,
              gsize                n)
{
  for (gsize i = 1; i < n; i++)
    if (compare_entries (&entries[i - 1], &entries[i], NULL) > 0)
      {
        g_sort_array (entries, n, sizeof (CapacityImportEntry), compare_entries, NULL);
        return;
      }
}

/* State of one build. */
typedef struct
{
  const CapacityImportSlot *slots;
  CapacityImportRemarks    *remarks;
  CapacityImportResult     *result;
  double                   *values;   /* of the series that is being made */
  guint8                   *presence; /* whether the group has a row of the period */
  gsize                     n_room;
  guint64                   n_periods;
} Build;

static void
make_room (Build *build,
           gsize  n)
{
  if (n <= build->n_room)
    return;
  build->n_room = MAX (n, build->n_room * 2);
  build->values = g_renew (double, build->values, build->n_room);
  build->presence = g_renew (guint8, build->presence, build->n_room);
}

static void
merge_duplicate (Build                     *build,
                 const CapacityImportEntry *entry,
                 double                    *kept)
{
  CapacityImportRemarks *remarks = build->remarks;
  guint column = build->slots[entry->slot].column;
  CapacityImportProblem *problem;

  if (remarks->plan->duplicates == CAPACITY_IMPORT_DUPLICATES_SUM)
    {
      *kept += entry->value;
      capacity_import_remarks_count (remarks, CAPACITY_IMPORT_NOTE_DUPLICATES_SUMMED, entry->line, 0, NULL);
      return;
    }
  if (*kept == entry->value)
    {
      capacity_import_remarks_count (remarks, CAPACITY_IMPORT_NOTE_DUPLICATES_SAME, entry->line, 0, NULL);
      return;
    }
  *kept = entry->value;
  problem = capacity_import_remarks_add_problem (remarks, CAPACITY_IMPORT_PROBLEM_DUPLICATE, entry->line, column,
                                                 NULL);
  if (problem != NULL)
    problem->period = (CapacityPeriod) { remarks->plan->period_kind, entry->period };
}

static void
widen_range (Build *build,
             int    first,
             int    last)
{
  CapacityPeriodKind kind = build->remarks->plan->period_kind;
  CapacityImportResult *result = build->result;
  gboolean is_first_series = result->batch->series->len == 0;

  if (is_first_series || first < result->first.index)
    result->first = (CapacityPeriod) { kind, first };
  if (is_first_series || last > result->last.index)
    result->last = (CapacityPeriod) { kind, last };
}

static void
take_series (Build                     *build,
             const CapacityImportGroup *group,
             guint                      slot,
             int                        first,
             guint                      n)
{
  const CapacityImportSlot *from = &build->slots[slot];
  g_autofree char *service = NULL;
  CapacityBatchSeries *series;

  if (from->suffix == NULL)
    service = g_strdup (group->service);
  else if (group->service[0] == '\0')
    service = g_strdup (from->suffix);
  else
    service = g_strconcat (group->service, " · ", from->suffix, NULL);
  widen_range (build, first, first + (int) n - 1);
  series = capacity_batch_take_series (build->result->batch, service,
                                       from->kind != CAPACITY_REQUEST_ALL ? from->kind : group->kind,
                                       from->channel != NULL ? from->channel : group->channel,
                                       group->has_measure ? group->measure : from->measure,
                                       capacity_series_new (build->remarks->plan->period_kind, first, build->values, n));
  series->site = g_strdup (group->site);
  series->code = from->suffix == NULL ? g_strdup (group->code) : NULL;
}

/* Makes the series of the @n entries of one slot, which are in the order of their periods. */
static void
build_series (Build                     *build,
              const CapacityImportGroup *group,
              const CapacityImportEntry *entries,
              gsize                      n)
{
  gsize begin = 0;
  gsize end = n;
  int first;

  while (begin < end && isnan (entries[begin].value))
    begin++;
  while (end > begin && isnan (entries[end - 1].value))
    end--;
  if (begin == end)
    return;

  first = entries[begin].period;
  for (int i = 0; i <= entries[end - 1].period - first; i++)
    build->values[i] = NAN;
  for (gsize i = begin; i < end; i++)
    {
      double *kept = &build->values[entries[i].period - first];

      if (isnan (*kept))
        *kept = entries[i].value;
      else if (!isnan (entries[i].value))
        merge_duplicate (build, &entries[i], kept);
    }
  take_series (build, group, entries[begin].slot, first, (guint) (entries[end - 1].period - first + 1));
}

/* Whether there are days of the week that usually have a row and others that do not: then few days without are days it was
 * closed. */
static gboolean
is_closed_on_weekdays (const Build *build,
                       int          first,
                       int          last)
{
  guint n_recorded[CAPACITY_WEEK_DAYS + 1] = { 0 }, n[CAPACITY_WEEK_DAYS + 1] = { 0 };
  guint n_open = 0;

  if (build->remarks->plan->period_kind != CAPACITY_PERIOD_DAY || last - first + 1 < 2 * CAPACITY_WEEK_DAYS)
    return FALSE;
  for (int day = first; day <= last; day++)
    {
      n_recorded[capacity_date_weekday (day)] += build->presence[day - first];
      n[capacity_date_weekday (day)]++;
    }
  for (int weekday = 1; weekday <= CAPACITY_WEEK_DAYS; weekday++)
    n_open += capacity_series_is_open_weekday (n_recorded[weekday], n[weekday]);
  return n_open > 0 && n_open < CAPACITY_WEEK_DAYS;
}

/* Notes the periods from @first to before @end, which have no row. */
static void
note_hole (Build              *build,
           CapacityImportNote *note,
           int                 first,
           int                 end)
{
  for (int i = first; i < end && note->n_series == 1 && note->n_periods < CAPACITY_IMPORT_NOTE_MAX_PERIODS; i++)
    note->periods[note->n_periods++] = (CapacityPeriod) { build->remarks->plan->period_kind, i };
  note->count += (guint64) (end - first);
}

/* Notes the periods between the first and last of a group that have no row, but for those in which it was closed. */
static void
note_gaps (Build                     *build,
           const CapacityImportEntry *entries,
           gsize                      n,
           int                        first,
           int                        last)
{
  CapacityImportNote *note = NULL;
  gboolean closes;

  /* Hours without a row are hours it was closed. */
  if (build->remarks->plan->period_kind == CAPACITY_PERIOD_HOUR)
    return;
  memset (build->presence, 0, (gsize) (last - first) + 1);
  for (gsize i = 0; i < n; i++)
    build->presence[entries[i].period - first] = 1;
  closes = is_closed_on_weekdays (build, first, last);
  for (int i = first, end; i <= last; i = end + 1)
    {
      for (end = i; end <= last && !build->presence[end - first];)
        end++;
      if (end == i || (closes && end - i < CAPACITY_WEEK_DAYS))
        continue;
      if (note == NULL)
        {
          note = capacity_import_remarks_count (build->remarks, CAPACITY_IMPORT_NOTE_GAPS, 0, 0, NULL);
          note->n_series++;
          note->count--;
        }
      note_hole (build, note, i, end);
    }
}

static gboolean
build_group (Build                      *build,
             const CapacityImportGroup  *group,
             CapacityImportEntry        *entries,
             gsize                       n,
             GError                    **error)
{
  int first = G_MAXINT, last = G_MININT;
  gsize n_slots = 0;

  sort_entries (entries, n);
  for (gsize i = 0; i < n; i++)
    {
      first = MIN (first, entries[i].period);
      last = MAX (last, entries[i].period);
      n_slots += i == 0 || entries[i].slot != entries[i - 1].slot;
    }
  build->n_periods += ((guint64) (last - first) + 1) * n_slots;
  if (build->n_periods > CAPACITY_PORTFOLIO_MAX_PERIODS)
    {
      g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES,
                   "The periods are too far apart: %" G_GUINT64_FORMAT " would lie between them", build->n_periods);
      return FALSE;
    }
  make_room (build, (gsize) (last - first) + 1);
  note_gaps (build, entries, n, first, last);
  for (gsize begin = 0, end; begin < n; begin = end)
    {
      for (end = begin + 1; end < n && entries[end].slot == entries[begin].slot;)
        end++;
      build_series (build, group, entries + begin, end - begin);
    }
  return TRUE;
}

static void
note_total (CapacityImportRemarks            *remarks,
            const CapacityImportBuilderGroup *group)
{
  CapacityCsvCell cell = { group->public.service, (guint) strlen (group->public.service), FALSE };
  CapacityImportNote *note = capacity_import_remarks_count (remarks, CAPACITY_IMPORT_NOTE_TOTAL_ROWS,
                                                            group->first_line, 0, &cell);

  note->count += group->n_rows - 1;
}

/* Whether rows of that sum have values. */
static gboolean
has_values_of (const CapacityImportBuilder *self,
               CapacityImportSum            sum)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      const CapacityImportBuilderGroup *group = &g_array_index (self->groups, CapacityImportBuilderGroup, i);

      if (group->public.sum == sum && group->has_values)
        return TRUE;
    }
  return FALSE;
}

/* Whether the rows after the group are parts of it, so that it is no sum of those before. */
static gboolean
has_parts (const CapacityImportBuilder *self,
           guint                        index)
{
  const char *service = g_array_index (self->groups, CapacityImportBuilderGroup, index).public.service;

  for (guint i = index + 1; i < self->groups->len; i++)
    {
      const CapacityImportGroup *after = &g_array_index (self->groups, CapacityImportBuilderGroup, i).public;

      if (!g_str_equal (after->service, service))
        return after->sum == CAPACITY_IMPORT_SUM_PART;
    }
  return FALSE;
}

/* Whether other rows count what the group does; a file that has only totals is read as it is. */
static gboolean
is_counted_elsewhere (const CapacityImportBuilder *self,
                      guint                        index)
{
  switch (g_array_index (self->groups, CapacityImportBuilderGroup, index).public.sum)
    {
    case CAPACITY_IMPORT_SUM_PART:
      return has_values_of (self, CAPACITY_IMPORT_SUM_NONE) || has_values_of (self, CAPACITY_IMPORT_SUM_SUBTOTAL)
             || has_values_of (self, CAPACITY_IMPORT_SUM_TOTAL);
    case CAPACITY_IMPORT_SUM_SUBTOTAL:
      return has_values_of (self, CAPACITY_IMPORT_SUM_NONE) && !has_parts (self, index);
    case CAPACITY_IMPORT_SUM_TOTAL:
      return has_values_of (self, CAPACITY_IMPORT_SUM_NONE) || has_values_of (self, CAPACITY_IMPORT_SUM_SUBTOTAL);
    case CAPACITY_IMPORT_SUM_NONE:
    default:
      return FALSE;
    }
}

static gboolean
build_groups (CapacityImportBuilder  *self,
              Build                  *build,
              const guint32          *order,
              GError                **error)
{
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (CapacityImportEntry));
  gsize at = 0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      const CapacityImportBuilderGroup *group = &g_array_index (self->groups, CapacityImportBuilderGroup, i);

      g_array_set_size (entries, 0);
      for (guint j = 0; j < group->n_entries; j++)
        g_array_append_val (entries, self->entries[order[at + j]]);
      at += group->n_entries;
      if (group->public.sum != CAPACITY_IMPORT_SUM_NONE && (!group->has_values || is_counted_elsewhere (self, i)))
        {
          note_total (build->remarks, group);
          continue;
        }
      if (!group->has_values)
        continue;
      if (!build_group (build, &group->public, (CapacityImportEntry *) (gpointer) entries->data, entries->len, error))
        return FALSE;
      build->result->batch->n_rows += group->n_rows;
    }
  return TRUE;
}

/**
 * capacity_import_builder_build:
 * @self: a builder
 * @slots: what the slots are
 * @remarks: gets totals, duplicates and gaps
 * @result: gets the series in its batch, and the first and last period
 * @error: return location for an error
 *
 * Makes the series. The error is %CAPACITY_EXCHANGE_ERROR_TOO_MANY_VALUES.
 *
 * Returns: whether all series were made
 */
gboolean
capacity_import_builder_build (CapacityImportBuilder     *self,
                               const CapacityImportSlot  *slots,
                               CapacityImportRemarks     *remarks,
                               CapacityImportResult      *result,
                               GError                   **error)
{
  g_autofree guint32 *order = order_by_group (self);
  Build build = { .slots = slots, .remarks = remarks, .result = result };
  gboolean is_built = build_groups (self, &build, order, error);

  g_free (build.values);
  g_free (build.presence);
  return is_built;
}
