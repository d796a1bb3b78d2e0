/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-forecast-private.h"

#include <math.h>
#include <string.h>

#include "capacity-events.h"

/* The form in which a forecast is kept: these words and doubles of eight bytes, little-endian, in this
 * order: mark, outcome, method, kind, first, horizon, used, missing, members, events; mase, mase of the
 * naïve, covered, working days; the five courses; kind, index and factor of each event; the sum of all
 * bytes before (FNV-1a). */
#define MARK (G_GUINT64_CONSTANT (0x0001545341434643) + ((guint64) CAPACITY_FORECAST_VERSION << 48))
#define N_WORDS 10
#define N_NUMBERS 4

typedef struct
{
  const guint8 *data;
  gsize         size;
  gsize         at;
} Reader;

static guint64
sum_bytes (const guint8 *data,
           gsize         size)
{
  guint64 sum = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < size; i++)
    sum = (sum ^ data[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return sum;
}

static void
put_word (GByteArray *array,
          guint64     word)
{
  guint64 little = GUINT64_TO_LE (word);

  g_byte_array_append (array, (const guint8 *) &little, sizeof little);
}

static void
put_number (GByteArray *array,
            double      number)
{
  guint64 word;

  memcpy (&word, &number, sizeof word);
  put_word (array, word);
}

static void
put_course (GByteArray   *array,
            const double *course,
            guint         n)
{
  for (guint i = 0; i < n; i++)
    put_number (array, course[i]);
}

/* Past the end it reads 0, which the size check has ruled out already. */
static guint64
get_word (Reader *reader)
{
  guint64 word = 0;

  if (reader->size - reader->at >= sizeof word)
    {
      memcpy (&word, reader->data + reader->at, sizeof word);
      reader->at += sizeof word;
    }

  return GUINT64_FROM_LE (word);
}

static double
get_number (Reader *reader)
{
  guint64 word = get_word (reader);
  double number;

  memcpy (&number, &word, sizeof number);
  return number;
}

static void
get_course (Reader       *reader,
            const double *course,
            guint         n)
{
  for (guint i = 0; i < n; i++)
    ((double *) course)[i] = get_number (reader);
}

static gsize
size_of (guint64 horizon,
         guint64 n_events)
{
  return sizeof (guint64) * (gsize) (N_WORDS + N_NUMBERS + 5 * horizon + 3 * n_events + 1);
}

/* What a forecast promises its readers holds of the one read. */
static gboolean
is_sound (const CapacityForecast *self)
{
  for (guint i = 0; i < self->horizon; i++)
    if (!(self->low95[i] >= 0 && self->low95[i] <= self->low80[i] && self->low80[i] <= self->median[i]
          && self->median[i] <= self->high80[i] && self->high80[i] <= self->high95[i]
          && isfinite (self->high95[i])))
      return FALSE;
  for (guint i = 0; i < self->n_events; i++)
    if (self->events[i].kind > CAPACITY_EVENT_SHIFT || !isfinite (self->events[i].factor))
      return FALSE;

  return self->outcome <= CAPACITY_FORECAST_TOO_SPARSE && self->method <= CAPACITY_METHOD_INTERMITTENT
         && self->kind <= CAPACITY_PERIOD_YEAR && self->members <= CAPACITY_MEMBERS_ALL
         && !isinf (self->mase) && !isinf (self->mase_snaive) && !isinf (self->covered80)
         && self->working_days >= 0 && self->working_days <= 1;
}

/**
 * capacity_forecast_to_bytes:
 * @self: a forecast
 *
 * Returns: (transfer full): the forecast as it is kept in a file, the same on every machine
 */
GBytes *
capacity_forecast_to_bytes (const CapacityForecast *self)
{
  GByteArray *array = g_byte_array_sized_new ((guint) size_of (self->horizon, self->n_events));
  const guint64 words[N_WORDS] = {
    MARK, self->outcome, self->method, self->kind, (guint64) (gint64) self->first, self->horizon,
    self->n_used, self->n_missing, self->members, self->n_events,
  };
  const double numbers[N_NUMBERS] = { self->mase, self->mase_snaive, self->covered80, self->working_days };

  for (guint i = 0; i < N_WORDS; i++)
    put_word (array, words[i]);
  put_course (array, numbers, N_NUMBERS);
  put_course (array, self->median, self->horizon);
  put_course (array, self->low80, self->horizon);
  put_course (array, self->high80, self->horizon);
  put_course (array, self->low95, self->horizon);
  put_course (array, self->high95, self->horizon);
  for (guint i = 0; i < self->n_events; i++)
    {
      put_word (array, self->events[i].kind);
      put_word (array, (guint64) (gint64) self->events[i].index);
      put_number (array, self->events[i].factor);
    }
  put_word (array, sum_bytes (array->data, array->len));

  return g_byte_array_free_to_bytes (array);
}

/* Reads what follows the words, whose bounds and sum have been checked. */
static CapacityForecast *
read_forecast (Reader        *reader,
               const guint64 *words)
{
  g_autoptr (CapacityForecast) self = capacity_forecast_alloc ((guint) words[5], (guint) words[9]);

  self->outcome = (CapacityForecastOutcome) words[1];
  self->method = (CapacityForecastMethod) words[2];
  self->kind = self->counted = (CapacityPeriodKind) words[3];
  self->first = (int) (gint64) words[4];
  self->n_used = (guint) words[6];
  self->n_missing = (guint) words[7];
  self->members = (guint) words[8];
  self->mase = get_number (reader);
  self->mase_snaive = get_number (reader);
  self->covered80 = get_number (reader);
  self->working_days = get_number (reader);
  get_course (reader, self->median, self->horizon);
  get_course (reader, self->low80, self->horizon);
  get_course (reader, self->high80, self->horizon);
  get_course (reader, self->low95, self->horizon);
  get_course (reader, self->high95, self->horizon);
  for (guint i = 0; i < self->n_events; i++)
    {
      CapacityEvent *event = (CapacityEvent *) &self->events[i];

      event->kind = (CapacityEventKind) get_word (reader);
      event->index = (int) (gint64) get_word (reader);
      event->factor = get_number (reader);
    }

  return is_sound (self) ? g_steal_pointer (&self) : NULL;
}

/**
 * capacity_forecast_parse:
 * @bytes: what may be a kept forecast
 *
 * Returns: (transfer full) (nullable): the forecast, or %NULL where the bytes are not one, are damaged, or
 *   were made by another version of the method; then it is to be made again
 */
CapacityForecast *
capacity_forecast_parse (GBytes *bytes)
{
  Reader reader = { 0 }, tail;
  guint64 words[N_WORDS];

  reader.data = g_bytes_get_data (bytes, &reader.size);
  if (reader.size < size_of (0, 0))
    return NULL;

  for (guint i = 0; i < N_WORDS; i++)
    words[i] = get_word (&reader);
  for (guint i = 1; i < N_WORDS; i++)
    if (i != 4 && words[i] > G_MAXINT)
      return NULL;
  if (words[0] != MARK || words[5] > CAPACITY_FORECAST_HORIZON_MAX || words[9] > CAPACITY_EVENTS_MAX
      || reader.size != size_of (words[5], words[9]))
    return NULL;

  tail = (Reader) { reader.data, reader.size, reader.size - sizeof (guint64) };
  if (get_word (&tail) != sum_bytes (reader.data, reader.size - sizeof (guint64)))
    return NULL;

  return read_forecast (&reader, words);
}
