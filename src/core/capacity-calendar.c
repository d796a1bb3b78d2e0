/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-calendar.h"

#include <glib/gi18n.h>

/* The months volumes and forecasts are of: their working days are counted once, when the calendar is made. */
#define COUNTED_FIRST (2000 * 12)
#define COUNTED_N (50 * 12)

struct _CapacityCalendar
{
  GHashTable       *off;    /* CapacityDate moved away from, or given free by the institution */
  GHashTable       *worked; /* CapacityDate worked instead */
  CapacityMovedDay *moved;
  guint             n_moved;
  CapacityDate     *days_off; /* the institution's own */
  guint             n_days_off;
  guint8            counted[COUNTED_N];
};

G_DEFINE_BOXED_TYPE (CapacityCalendar, capacity_calendar, capacity_calendar_ref, capacity_calendar_unref)

typedef struct
{
  int         month;
  int         day;
  gboolean    is_shifted; /* when it falls on a weekend, the next working day is free */
  const char *name;
} FixedHoliday;

static const FixedHoliday fixed_holidays[] = {
  { 1, 1, FALSE, N_("New Year’s Day") },
  { 5, 1, FALSE, N_("Labour Day, Convocation of the Constituent Assembly") },
  { 5, 4, TRUE, N_("Restoration of Independence Day") },
  { 6, 23, FALSE, N_("Midsummer Eve") },
  { 6, 24, FALSE, N_("Midsummer Day") },
  { 11, 18, TRUE, N_("Proclamation Day of the Republic of Latvia") },
  { 12, 24, FALSE, N_("Christmas Eve") },
  { 12, 25, FALSE, N_("Christmas Day") },
  { 12, 26, FALSE, N_("Second Day of Christmas") },
  { 12, 31, FALSE, N_("New Year’s Eve") },
};

typedef struct
{
  int         year;
  int         month;
  int         day;
  const char *name;
} SingleHoliday;

/* Days given free by a decision of their own, and the closing days of the Song and Dance Festival with their
 * substitutes (the law says the day, not the year). */
static const SingleHoliday single_holidays[] = {
  { 2018, 7, 8, N_("Closing Day of the Song and Dance Festival") },
  { 2018, 7, 9, N_("Closing Day of the Song and Dance Festival, substitute") },
  { 2018, 9, 24, N_("Visit of Pope Francis") },
  { 2023, 5, 29, N_("Day of the Ice Hockey Bronze Medals") },
  { 2023, 7, 9, N_("Closing Day of the Song and Dance Festival") },
  { 2023, 7, 10, N_("Closing Day of the Song and Dance Festival, substitute") },
};

/* Anonymous Gregorian algorithm, as in Meeus, "Astronomical Algorithms" (1991), chapter 8. */
static CapacityDate
easter_sunday (int year)
{
  int a = year % 19;
  int b = year / 100, c = year % 100;
  int d = b / 4, e = b % 4;
  int g = (8 * b + 13) / 25;
  int h = (19 * a + b - d - g + 15) % 30;
  int i = c / 4, k = c % 4;
  int l = (32 + 2 * e + 2 * i - h - k) % 7;
  int m = (a + 11 * h + 22 * l) / 451;
  int n = h + l - 7 * m + 114;

  return capacity_date_from_ymd (year, n / 31, n % 31 + 1);
}

static const char *
movable_holiday (int          year,
                 int          month,
                 int          day,
                 CapacityDate date)
{
  if (month == 5 && day >= 8 && day <= 14 && capacity_date_weekday (date) == 7)
    return N_("Mother’s Day");

  switch (date - easter_sunday (year))
    {
    case -2:
      return N_("Good Friday");
    case 0:
      return N_("Easter Sunday");
    case 1:
      return N_("Easter Monday");
    case 49:
      return N_("Pentecost");
    default:
      return NULL;
    }
}

/* The Monday after a weekend on which a shifted holiday fell. 4 May is shifted since 2008, 18 November since 2007. */
static const char *
substitute_holiday (CapacityDate date)
{
  if (capacity_date_weekday (date) != 1)
    return NULL;

  for (int back = 1; back <= 2; back++)
    {
      int year, month, day;

      capacity_date_to_ymd (date - back, &year, &month, &day);
      if (year >= 2008 && month == 5 && day == 4)
        return N_("Restoration of Independence Day, substitute");
      if (year >= 2007 && month == 11 && day == 18)
        return N_("Proclamation Day, substitute");
    }

  return NULL;
}

/**
 * capacity_calendar_holiday:
 * @date: a date
 *
 * Latvian public holidays after the law "On Holidays, Remembrance Days and Days to be Marked", with the one-off days
 * off that are known.
 *
 * Returns: (nullable): the holiday's English name, a message to translate; %NULL when the day is none
 */
const char *
capacity_calendar_holiday (CapacityDate date)
{
  int year, month, day;

  capacity_date_to_ymd (date, &year, &month, &day);
  for (guint i = 0; i < G_N_ELEMENTS (fixed_holidays); i++)
    if (fixed_holidays[i].month == month && fixed_holidays[i].day == day)
      return fixed_holidays[i].name;
  for (guint i = 0; i < G_N_ELEMENTS (single_holidays); i++)
    if (single_holidays[i].year == year && single_holidays[i].month == month && single_holidays[i].day == day)
      return single_holidays[i].name;
  if (movable_holiday (year, month, day, date) != NULL)
    return movable_holiday (year, month, day, date);

  return substitute_holiday (date);
}

static int
count_working_days (const CapacityCalendar *self,
                    CapacityPeriod          period)
{
  CapacityDate last = capacity_period_last_day (period);
  int n = 0;

  for (CapacityDate day = capacity_period_first_day (period); day <= last; day++)
    n += capacity_calendar_is_working_day (self, day);

  return n;
}

/**
 * capacity_calendar_new:
 * @moved: (array length=n_moved) (nullable): working days that were moved
 * @n_moved: their number
 * @days_off: (array length=n_days_off) (nullable): days on which the institution does not work
 * @n_days_off: their number
 *
 * Returns: (transfer full): the calendar of a Latvian institution with a week of Monday to Friday
 */
CapacityCalendar *
capacity_calendar_new (const CapacityMovedDay *moved,
                       guint                   n_moved,
                       const CapacityDate     *days_off,
                       guint                   n_days_off)
{
  CapacityCalendar *self = g_atomic_rc_box_new0 (CapacityCalendar);

  self->off = g_hash_table_new (NULL, NULL);
  self->worked = g_hash_table_new (NULL, NULL);
  self->moved = g_memdup2 (moved, n_moved * sizeof *moved);
  self->n_moved = n_moved;
  self->days_off = g_memdup2 (days_off, n_days_off * sizeof *days_off);
  self->n_days_off = n_days_off;
  for (guint i = 0; i < n_moved; i++)
    {
      g_hash_table_add (self->off, GINT_TO_POINTER (moved[i].day_off));
      g_hash_table_add (self->worked, GINT_TO_POINTER (moved[i].worked));
    }
  for (guint i = 0; i < n_days_off; i++)
    {
      g_hash_table_add (self->off, GINT_TO_POINTER (days_off[i]));
      g_hash_table_remove (self->worked, GINT_TO_POINTER (days_off[i]));
    }
  for (int i = 0; i < COUNTED_N; i++)
    self->counted[i] = (guint8) count_working_days (self, (CapacityPeriod) { CAPACITY_PERIOD_MONTH,
                                                                            COUNTED_FIRST + i });

  return self;
}

/**
 * capacity_calendar_ref:
 * @self: a calendar
 *
 * Returns: (transfer full): the same calendar
 */
CapacityCalendar *
capacity_calendar_ref (CapacityCalendar *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
calendar_clear (gpointer data)
{
  CapacityCalendar *self = data;

  g_hash_table_unref (self->off);
  g_hash_table_unref (self->worked);
  g_free (self->moved);
  g_free (self->days_off);
}

/**
 * capacity_calendar_unref:
 * @self: (transfer full): a calendar
 */
void
capacity_calendar_unref (CapacityCalendar *self)
{
  g_atomic_rc_box_release_full (self, calendar_clear);
}

/**
 * capacity_calendar_get_moved:
 * @self: a calendar
 * @n_moved: (out): their number
 *
 * Returns: (array length=n_moved) (nullable): the working days that were moved, as they were given
 */
const CapacityMovedDay *
capacity_calendar_get_moved (const CapacityCalendar *self,
                             guint                  *n_moved)
{
  *n_moved = self->n_moved;

  return self->moved;
}

/**
 * capacity_calendar_get_days_off:
 * @self: a calendar
 * @n_days_off: (out): their number
 *
 * Returns: (array length=n_days_off) (nullable): the institution's own days off, as they were given
 */
const CapacityDate *
capacity_calendar_get_days_off (const CapacityCalendar *self,
                                guint                  *n_days_off)
{
  *n_days_off = self->n_days_off;

  return self->days_off;
}

/**
 * capacity_calendar_is_working_day:
 * @self: a calendar
 * @date: a date
 *
 * Returns: whether it is worked
 */
gboolean
capacity_calendar_is_working_day (const CapacityCalendar *self,
                                  CapacityDate            date)
{
  if (g_hash_table_contains (self->worked, GINT_TO_POINTER (date)))
    return TRUE;

  return capacity_date_weekday (date) <= 5 && !g_hash_table_contains (self->off, GINT_TO_POINTER (date))
         && capacity_calendar_holiday (date) == NULL;
}

/**
 * capacity_calendar_working_days:
 * @self: a calendar
 * @period: a period
 *
 * Returns: how many of its days are worked
 */
int
capacity_calendar_working_days (const CapacityCalendar *self,
                                CapacityPeriod          period)
{
  int i = period.index - COUNTED_FIRST;

  if (period.kind == CAPACITY_PERIOD_MONTH && i >= 0 && i < COUNTED_N)
    return self->counted[i];

  return count_working_days (self, period);
}
