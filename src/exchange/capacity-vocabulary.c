/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-vocabulary.h"

#include <string.h>

/* The words by which the tables of Latvian and English spreadsheets name their columns and rows. All are
 * folded to small letters of ASCII and most are stems, so that every case and number of a Latvian word is
 * found. */

typedef struct
{
  const char             *stem;
  CapacityVocabularyFlags flag;
  guint                   rank; /* of two columns that count the same, the higher one is taken */
} HeaderStem;

static const HeaderStem header_stems[] = {
  { "datum", CAPACITY_VOCABULARY_PERIOD },     { "date", CAPACITY_VOCABULARY_PERIOD },
  { "period", CAPACITY_VOCABULARY_PERIOD },    { "laikposm", CAPACITY_VOCABULARY_PERIOD },
  { "week", CAPACITY_VOCABULARY_PERIOD },      { "nedel", CAPACITY_VOCABULARY_PERIOD },
  { "diena", CAPACITY_VOCABULARY_PERIOD },     { "day", CAPACITY_VOCABULARY_PERIOD },
  { "laiks", CAPACITY_VOCABULARY_PERIOD },     { "gads", CAPACITY_VOCABULARY_YEAR },
  { "year", CAPACITY_VOCABULARY_YEAR },        { "menes", CAPACITY_VOCABULARY_MONTH },
  { "month", CAPACITY_VOCABULARY_MONTH },      { "ceturks", CAPACITY_VOCABULARY_MONTH },
  { "quarter", CAPACITY_VOCABULARY_MONTH },    { "pakalpoj", CAPACITY_VOCABULARY_SERVICE },
  { "service", CAPACITY_VOCABULARY_SERVICE },  { "nosauk", CAPACITY_VOCABULARY_SERVICE },
  { "name", CAPACITY_VOCABULARY_SERVICE },     { "kods", CAPACITY_VOCABULARY_CODE },
  { "code", CAPACITY_VOCABULARY_CODE },        { "veid", CAPACITY_VOCABULARY_KIND },
  { "kind", CAPACITY_VOCABULARY_KIND },        { "type", CAPACITY_VOCABULARY_KIND },
  { "kanal", CAPACITY_VOCABULARY_CHANNEL },    { "channel", CAPACITY_VOCABULARY_CHANNEL },
  { "raditaj", CAPACITY_VOCABULARY_MEASURE },  { "measure", CAPACITY_VOCABULARY_MEASURE },
  { "indicator", CAPACITY_VOCABULARY_MEASURE }, { "metric", CAPACITY_VOCABULARY_MEASURE },
  { "vertib", CAPACITY_VOCABULARY_VALUE },     { "value", CAPACITY_VOCABULARY_VALUE },
  { "skait", CAPACITY_VOCABULARY_VALUE },      { "count", CAPACITY_VOCABULARY_VALUE },
  { "number", CAPACITY_VOCABULARY_VALUE },     { "apjom", CAPACITY_VOCABULARY_VALUE },
  { "volume", CAPACITY_VOCABULARY_VALUE },     { "daudzum", CAPACITY_VOCABULARY_VALUE },

  { "pieprasij", CAPACITY_VOCABULARY_ARRIVALS, 3 }, { "pieteik", CAPACITY_VOCABULARY_ARRIVALS, 3 },
  { "sanemt", CAPACITY_VOCABULARY_ARRIVALS, 3 },    { "iesnieg", CAPACITY_VOCABULARY_ARRIVALS, 3 },
  { "jauni", CAPACITY_VOCABULARY_ARRIVALS, 3 },     { "jauna", CAPACITY_VOCABULARY_ARRIVALS, 3 },
  { "ienak", CAPACITY_VOCABULARY_ARRIVALS, 3 },     { "registret", CAPACITY_VOCABULARY_ARRIVALS, 2 },
  { "offered", CAPACITY_VOCABULARY_ARRIVALS, 3 },   { "new", CAPACITY_VOCABULARY_ARRIVALS, 3 },
  { "demand", CAPACITY_VOCABULARY_ARRIVALS, 3 },    { "arriv", CAPACITY_VOCABULARY_ARRIVALS, 3 },
  { "received", CAPACITY_VOCABULARY_ARRIVALS, 3 },  { "incoming", CAPACITY_VOCABULARY_ARRIVALS, 3 },
  { "submitted", CAPACITY_VOCABULARY_ARRIVALS, 3 }, { "request", CAPACITY_VOCABULARY_ARRIVALS, 3 },
  { "application", CAPACITY_VOCABULARY_ARRIVALS, 3 }, { "created", CAPACITY_VOCABULARY_ARRIVALS, 3 },
  { "attendance", CAPACITY_VOCABULARY_ARRIVALS, 2 }, { "referral", CAPACITY_VOCABULARY_ARRIVALS, 2 },
  { "apmekl", CAPACITY_VOCABULARY_ARRIVALS, 2 },    { "visit", CAPACITY_VOCABULARY_ARRIVALS, 2 },
  { "zvan", CAPACITY_VOCABULARY_ARRIVALS, 1 },      { "call", CAPACITY_VOCABULARY_ARRIVALS, 1 },
  { "gadijum", CAPACITY_VOCABULARY_ARRIVALS, 1 },   { "case", CAPACITY_VOCABULARY_ARRIVALS, 1 },
  { "ticket", CAPACITY_VOCABULARY_ARRIVALS, 1 },    { "opened", CAPACITY_VOCABULARY_ARRIVALS, 2 },

  { "apkalpo", CAPACITY_VOCABULARY_COMPLETIONS, 3 },  { "izpild", CAPACITY_VOCABULARY_COMPLETIONS, 3 },
  { "pabeigt", CAPACITY_VOCABULARY_COMPLETIONS, 3 },  { "atrisin", CAPACITY_VOCABULARY_COMPLETIONS, 2 },
  { "sniegti", CAPACITY_VOCABULARY_COMPLETIONS, 3 },  { "sniegto", CAPACITY_VOCABULARY_COMPLETIONS, 3 },
  { "sniegta", CAPACITY_VOCABULARY_COMPLETIONS, 3 },  { "izsnieg", CAPACITY_VOCABULARY_COMPLETIONS, 3 },
  { "apstrad", CAPACITY_VOCABULARY_COMPLETIONS, 2 },  { "atbild", CAPACITY_VOCABULARY_COMPLETIONS, 2 },
  { "izskatit", CAPACITY_VOCABULARY_COMPLETIONS, 3 }, { "sagatavot", CAPACITY_VOCABULARY_COMPLETIONS, 2 },
  { "noslegt", CAPACITY_VOCABULARY_COMPLETIONS, 2 },
  { "slegt", CAPACITY_VOCABULARY_COMPLETIONS, 2 },    { "handled", CAPACITY_VOCABULARY_COMPLETIONS, 3 },
  { "complet", CAPACITY_VOCABULARY_COMPLETIONS, 3 },  { "deliver", CAPACITY_VOCABULARY_COMPLETIONS, 3 },
  { "served", CAPACITY_VOCABULARY_COMPLETIONS, 3 },   { "provided", CAPACITY_VOCABULARY_COMPLETIONS, 3 },
  { "resolved", CAPACITY_VOCABULARY_COMPLETIONS, 2 }, { "processed", CAPACITY_VOCABULARY_COMPLETIONS, 2 },
  { "answered", CAPACITY_VOCABULARY_COMPLETIONS, 2 }, { "issued", CAPACITY_VOCABULARY_COMPLETIONS, 2 },
  { "closed", CAPACITY_VOCABULARY_COMPLETIONS, 2 },   { "finished", CAPACITY_VOCABULARY_COMPLETIONS, 2 },

  { "uzkraj", CAPACITY_VOCABULARY_STOCK, 3 },     { "rind", CAPACITY_VOCABULARY_STOCK, 2 },
  { "neizpild", CAPACITY_VOCABULARY_STOCK, 3 },   { "nepabeig", CAPACITY_VOCABULARY_STOCK, 3 },
  { "neizskat", CAPACITY_VOCABULARY_STOCK, 3 },   { "neatrisin", CAPACITY_VOCABULARY_STOCK, 3 },
  { "atlikum", CAPACITY_VOCABULARY_STOCK, 2 },    { "incomplete", CAPACITY_VOCABULARY_STOCK, 3 },
  { "stock", CAPACITY_VOCABULARY_STOCK, 3 },      { "backlog", CAPACITY_VOCABULARY_STOCK, 3 },
  { "queue", CAPACITY_VOCABULARY_STOCK, 2 },      { "pending", CAPACITY_VOCABULARY_STOCK, 2 },
  { "outstanding", CAPACITY_VOCABULARY_STOCK, 2 },

  { "neapkalpo", CAPACITY_VOCABULARY_OTHER }, { "pamest", CAPACITY_VOCABULARY_OTHER },
  { "abandon", CAPACITY_VOCABULARY_OTHER },   { "missed", CAPACITY_VOCABULARY_OTHER },
  { "noraid", CAPACITY_VOCABULARY_OTHER },    { "atteik", CAPACITY_VOCABULARY_OTHER },
  { "atcel", CAPACITY_VOCABULARY_OTHER },     { "reject", CAPACITY_VOCABULARY_OTHER },
  { "cancel", CAPACITY_VOCABULARY_OTHER },    { "limen", CAPACITY_VOCABULARY_OTHER },
  { "level", CAPACITY_VOCABULARY_OTHER },     { "gaid", CAPACITY_VOCABULARY_OTHER },
  { "wait", CAPACITY_VOCABULARY_OTHER },      { "videj", CAPACITY_VOCABULARY_OTHER },
  { "average", CAPACITY_VOCABULARY_OTHER },   { "avg", CAPACITY_VOCABULARY_OTHER },
  { "mean", CAPACITY_VOCABULARY_OTHER },      { "median", CAPACITY_VOCABULARY_OTHER },
  { "percent", CAPACITY_VOCABULARY_OTHER },   { "procent", CAPACITY_VOCABULARY_OTHER },
  { "ipatsvar", CAPACITY_VOCABULARY_OTHER },  { "share", CAPACITY_VOCABULARY_OTHER },
  { "rate", CAPACITY_VOCABULARY_OTHER },      { "breach", CAPACITY_VOCABULARY_OTHER },
  { "admission", CAPACITY_VOCABULARY_OTHER }, { "speed", CAPACITY_VOCABULARY_OTHER },
  { "atrum", CAPACITY_VOCABULARY_OTHER },     { "cost", CAPACITY_VOCABULARY_OTHER },
  { "izmaks", CAPACITY_VOCABULARY_OTHER },    { "ilgum", CAPACITY_VOCABULARY_OTHER },
  { "duration", CAPACITY_VOCABULARY_OTHER },  { "termin", CAPACITY_VOCABULARY_OTHER },
  { "apmier", CAPACITY_VOCABULARY_OTHER },    { "satisf", CAPACITY_VOCABULARY_OTHER },
  { "dienas", CAPACITY_VOCABULARY_OTHER },    { "dienu", CAPACITY_VOCABULARY_OTHER },
  { "days", CAPACITY_VOCABULARY_OTHER },      { "laik", CAPACITY_VOCABULARY_OTHER },
};

/* Short words that count only when they are the whole word. */
static const HeaderStem header_words[] = {
  { "id", CAPACITY_VOCABULARY_OTHER },  { "nr", CAPACITY_VOCABULARY_OTHER },  { "sla", CAPACITY_VOCABULARY_OTHER },
  { "pct", CAPACITY_VOCABULARY_OTHER }, { "lat", CAPACITY_VOCABULARY_OTHER }, { "lon", CAPACITY_VOCABULARY_OTHER },
  { "no", CAPACITY_VOCABULARY_OTHER },  { "gada", CAPACITY_VOCABULARY_YEAR },
};

static const char *const total_words[] = {
  "kopa", "pavisam", "total", "totals", "subtotal", "summa", "starpsumma", "kopsumma", "kopskaits", "kopejais", "sum",
  "all", "visi", "visas",
};

/* What may stand beside a word for totals without making it a name. */
static const char *const total_fillers[] = {
  "gada", "gads", "gados", "g", "par", "pa", "no", "lidz", "menesi", "menesos", "periods", "perioda", "ceturksni",
  "ceturksnis", "ceturksna", "cet", "q", "quarter", "i", "ii", "iii", "iv", "pusgads", "pusgada", "half",
  "grand", "sub", "year", "years", "for", "in", "of", "the", "from", "to", "month", "months", "period", "and", "un",
  "pakalpojumi", "pakalpojumiem", "pakalpojumos", "services", "kanali", "kanalos", "channels", "rows", "skaits",
};

static const char *const channel_stems[] = {
  "klatien", "attalinat", "talrun", "telefon", "zvan", "pasts", "pastu", "epast", "eadres", "epakalp", "portal",
  "tiess", "mobil", "lietotn", "vpvkac", "kac", "person", "counter", "phone", "post", "mail", "email", "online", "web",
  "portals", "letter", "vestul", "internet", "latvija",
};

static const char *const channel_fillers[] = {
  "e", "pa", "in", "by", "lv", "adres", "adrese", "app", "pakalpojums", "pakalpojumi", "past", "self", "service",
  "un", "and", "the", "at",
};

static const struct
{
  const char         *stem;
  CapacityRequestKind kind;
} kind_stems[] = {
  { "informac", CAPACITY_REQUEST_INFORMATION }, { "information", CAPACITY_REQUEST_INFORMATION },
  { "darb", CAPACITY_REQUEST_WORK },            { "work", CAPACITY_REQUEST_WORK },
  { "vienosan", CAPACITY_REQUEST_AGREEMENT },   { "agreement", CAPACITY_REQUEST_AGREEMENT },
  { "incident", CAPACITY_REQUEST_INCIDENT },    { "problem", CAPACITY_REQUEST_PROBLEM },
  { "sudzib", CAPACITY_REQUEST_COMPLAINT },     { "ierosin", CAPACITY_REQUEST_COMPLAINT },
  { "complain", CAPACITY_REQUEST_COMPLAINT },   { "suggest", CAPACITY_REQUEST_COMPLAINT },
  { "izmain", CAPACITY_REQUEST_CHANGE },        { "change", CAPACITY_REQUEST_CHANGE },
  { "pakalpoj", CAPACITY_REQUEST_SERVICE },     { "service", CAPACITY_REQUEST_SERVICE },
};

static const char *const kind_fillers[] = {
  "pieprasij", "pieteik", "request", "application", "report", "un", "and",
};

/* Names of the months without the ending that changes with the case, and in English. */
static const char *const month_stems[2][12] = {
  { "janvar", "februar", "mart", "april", "maij", "junij", "julij", "august", "septembr", "oktobr", "novembr",
    "decembr" },
  { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december" },
};

static char
fold_letter (gunichar c)
{
  static const struct
  {
    gunichar letter;
    char     plain;
  } marked[] = {
    { 0x101, 'a' }, { 0x10D, 'c' }, { 0x113, 'e' }, { 0x123, 'g' }, { 0x12B, 'i' }, { 0x137, 'k' },
    { 0x13C, 'l' }, { 0x146, 'n' }, { 0x14D, 'o' }, { 0x157, 'r' }, { 0x161, 's' }, { 0x16B, 'u' }, { 0x17E, 'z' },
  };

  if (c < 0x80)
    return g_ascii_isalnum ((char) c) ? g_ascii_tolower ((char) c) : '\0';
  c = g_unichar_tolower (c);
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    if (marked[i].letter == c)
      return marked[i].plain;
  /* A letter of another alphabet: it is none of our words, yet it does not end one. */
  return g_unichar_isalpha (c) ? '?' : '\0';
}

typedef enum
{
  LETTER_NONE,
  LETTER_DIGIT,
  LETTER_SMALL,
  LETTER_CAPITAL,
} LetterKind;

static LetterKind
letter_kind (gunichar c,
             char     folded)
{
  if (folded == '\0')
    return LETTER_NONE;
  if (g_ascii_isdigit (folded))
    return LETTER_DIGIT;
  return g_unichar_isupper (c) ? LETTER_CAPITAL : LETTER_SMALL;
}

/* "CallsOffered" is two words and "2026M11" three. */
static gboolean
begins_word (LetterKind before,
             LetterKind kind)
{
  if (before == LETTER_NONE)
    return TRUE;
  if ((before == LETTER_DIGIT) != (kind == LETTER_DIGIT))
    return TRUE;
  return before == LETTER_SMALL && kind == LETTER_CAPITAL;
}

/**
 * capacity_vocabulary_split:
 * @text: (array length=length): valid UTF-8
 * @length: number of bytes
 * @words: (out caller-allocates): its words
 *
 * Splits a text into words and numbers of small ASCII letters without the Latvian marks.
 */
void
capacity_vocabulary_split (const char              *text,
                           gsize                    length,
                           CapacityVocabularyWords *words)
{
  LetterKind before = LETTER_NONE;
  gsize n_letters = 0;

  words->n_words = 0;
  words->is_cut = FALSE;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      char folded = fold_letter (c);
      LetterKind kind = letter_kind (c, folded);

      if (kind != LETTER_NONE && begins_word (before, kind))
        {
          if (words->n_words == CAPACITY_VOCABULARY_MAX_WORDS)
            {
              words->is_cut = TRUE;
              return;
            }
          words->n_words++;
          n_letters = 0;
        }
      before = kind;
      if (kind == LETTER_NONE)
        continue;
      if (n_letters + 1 < CAPACITY_VOCABULARY_WORD_SIZE)
        words->words[words->n_words - 1][n_letters++] = folded;
      else
        words->is_cut = TRUE;
      words->words[words->n_words - 1][n_letters] = '\0';
    }
}

static gboolean
is_one_of (const char        *word,
           const char *const *list,
           guint              n)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (word, list[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
begins_with_one_of (const char        *word,
                    const char *const *list,
                    guint              n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (word, list[i]))
      return TRUE;
  return FALSE;
}

/**
 * capacity_vocabulary_header:
 * @text: (array length=length): a header, valid UTF-8
 * @length: number of bytes
 * @rank: (out) (optional): how well it names a measure
 *
 * Returns: all that the header's words may mean, or 0
 */
CapacityVocabularyFlags
capacity_vocabulary_header (const char *text,
                            gsize       length,
                            guint      *rank)
{
  CapacityVocabularyWords words;
  CapacityVocabularyFlags flags = 0;
  guint best = 0;

  capacity_vocabulary_split (text, length, &words);
  for (guint w = 0; w < words.n_words; w++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (header_stems); i++)
        if (g_str_has_prefix (words.words[w], header_stems[i].stem))
          {
            flags |= header_stems[i].flag;
            best = MAX (best, header_stems[i].rank);
          }
      for (guint i = 0; i < G_N_ELEMENTS (header_words); i++)
        if (strcmp (words.words[w], header_words[i].stem) == 0)
          flags |= header_words[i].flag;
    }
  /* A code names a service as well as its name does. */
  if (flags & CAPACITY_VOCABULARY_CODE)
    flags |= CAPACITY_VOCABULARY_SERVICE;
  /* "E-pakalpojums" is a way to apply. */
  if ((flags & CAPACITY_VOCABULARY_SERVICE) && capacity_vocabulary_is_channel (text, length))
    flags &= ~CAPACITY_VOCABULARY_SERVICE;
  if (memchr (text, '%', length) != NULL)
    flags |= CAPACITY_VOCABULARY_OTHER;
  if (capacity_vocabulary_is_total (text, length))
    flags |= CAPACITY_VOCABULARY_TOTAL;
  if (rank != NULL)
    *rank = best;
  return flags;
}

/**
 * capacity_vocabulary_measure:
 * @text: (array length=length): a header or cell, valid UTF-8
 * @length: number of bytes
 * @measure: (out): what is counted
 * @rank: (out) (optional): how well the words say so; the higher the better
 *
 * Finds out which measure a text names. A participle outweighs what it describes: "izpildītie pieprasījumi"
 * are completions, "incomplete" is stock, "average wait of calls" is neither.
 *
 * Returns: whether it names one
 */
gboolean
capacity_vocabulary_measure (const char      *text,
                             gsize            length,
                             CapacityMeasure *measure,
                             guint           *rank)
{
  CapacityVocabularyFlags flags = capacity_vocabulary_header (text, length, rank);

  if (flags & CAPACITY_VOCABULARY_OTHER)
    return FALSE;
  if (flags & CAPACITY_VOCABULARY_STOCK)
    *measure = CAPACITY_MEASURE_STOCK;
  else if (flags & CAPACITY_VOCABULARY_COMPLETIONS)
    *measure = CAPACITY_MEASURE_COMPLETIONS;
  else if (flags & CAPACITY_VOCABULARY_ARRIVALS)
    *measure = CAPACITY_MEASURE_ARRIVALS;
  else
    return FALSE;
  return TRUE;
}

/**
 * capacity_vocabulary_month:
 * @word: a word as capacity_vocabulary_split() gives it
 *
 * Knows the months in Latvian, in every case, and English, whole or cut to three letters or more.
 *
 * Returns: 1…12, or 0 when it is no month
 */
int
capacity_vocabulary_month (const char *word)
{
  gsize length = strlen (word);

  if (length < 3)
    return 0;
  for (guint language = 0; language < 2; language++)
    for (int month = 0; month < 12; month++)
      {
        const char *stem = month_stems[language][month];
        gsize n = strlen (stem);

        if (length <= n && strncmp (word, stem, length) == 0)
          return month + 1;
        if (language == 0 && length > n && length <= n + 2 && strncmp (word, stem, n) == 0)
          return month + 1;
      }
  return strcmp (word, "sept") == 0 ? 9 : 0;
}

/**
 * capacity_vocabulary_is_sheet:
 * @word: a word as capacity_vocabulary_split() gives it
 *
 * Returns: whether it is what programs call a sheet that nobody has named
 */
gboolean
capacity_vocabulary_is_sheet (const char *word)
{
  static const char *const sheets[] = { "sheet", "lapa", "darblapa", "table", "tabula", "data", "dati" };

  return is_one_of (word, sheets, G_N_ELEMENTS (sheets));
}

/**
 * capacity_vocabulary_is_total:
 * @text: (array length=length): a cell, valid UTF-8
 * @length: number of bytes
 *
 * Returns: whether it names a sum of other rows, such as "Kopā 2009. gadā", and nothing else
 */
gboolean
capacity_vocabulary_is_total (const char *text,
                              gsize       length)
{
  CapacityVocabularyWords words;
  gboolean has_total = FALSE;

  /* The shortest is "all", the longest some words; this is asked of many cells. */
  if (length < 3 || length > 80)
    return FALSE;
  capacity_vocabulary_split (text, length, &words);
  for (guint w = 0; w < words.n_words; w++)
    {
      const char *word = words.words[w];

      if (is_one_of (word, total_words, G_N_ELEMENTS (total_words)))
        has_total = TRUE;
      else if (!g_ascii_isdigit (word[0]) && !is_one_of (word, total_fillers, G_N_ELEMENTS (total_fillers))
               && capacity_vocabulary_month (word) == 0)
        return FALSE;
    }
  return has_total && !words.is_cut;
}

/**
 * capacity_vocabulary_is_subtotal:
 * @text: (array length=length): a cell that names a row, valid UTF-8
 * @length: number of bytes
 *
 * Returns: whether it names a sum of some other rows, such as "Kopā Ādažu pilsēta" or "Izziņas kopā"
 */
gboolean
capacity_vocabulary_is_subtotal (const char *text,
                                 gsize       length)
{
  static const char *const first_words[] = { "kopa", "pavisam", "kopsumma", "starpsumma", "subtotal" };
  static const char *const last_words[] = { "kopa", "pavisam", "kopsumma", "starpsumma", "total", "subtotal" };
  CapacityVocabularyWords words;

  if (length > 80)
    return FALSE;
  capacity_vocabulary_split (text, length, &words);
  if (words.n_words < 2 || words.is_cut)
    return FALSE;
  /* "Kopā ar bērnu" is together with someone. */
  return (is_one_of (words.words[0], first_words, G_N_ELEMENTS (first_words)) && strcmp (words.words[1], "ar") != 0)
         || is_one_of (words.words[words.n_words - 1], last_words, G_N_ELEMENTS (last_words));
}

/**
 * capacity_vocabulary_is_part:
 * @text: (array length=length): a cell that names a row, valid UTF-8
 * @length: number of bytes
 *
 * Returns: whether it names a part of what a row above counts, such as "t.sk. klātienē" or "no tiem elektroniski"
 */
gboolean
capacity_vocabulary_is_part (const char *text,
                             gsize       length)
{
  static const char *const pairs[][2] = {
    { "t", "sk" }, { "tai", "skaita" }, { "taja", "skaita" }, { "no", "tiem" }, { "no", "tam" }, { "no", "kuriem" },
    { "no", "kuram" }, { "of", "which" }, { "of", "them" },
  };
  CapacityVocabularyWords words;

  capacity_vocabulary_split (text, length, &words);
  if (words.n_words > 0 && (strcmp (words.words[0], "tostarp") == 0 || strcmp (words.words[0], "tsk") == 0))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (pairs) && words.n_words >= 2; i++)
    if (strcmp (words.words[0], pairs[i][0]) == 0 && strcmp (words.words[1], pairs[i][1]) == 0)
      return TRUE;
  return FALSE;
}

/**
 * capacity_vocabulary_is_channel:
 * @text: (array length=length): a cell, valid UTF-8
 * @length: number of bytes
 *
 * Returns: whether it names a channel, such as "klātienē" or "e-pakalpojums"
 */
gboolean
capacity_vocabulary_is_channel (const char *text,
                                gsize       length)
{
  CapacityVocabularyWords words;
  gboolean has_channel = FALSE;

  if (length > 80)
    return FALSE;
  capacity_vocabulary_split (text, length, &words);
  if (words.n_words == 2 && strcmp (words.words[0], "e") == 0)
    return begins_with_one_of (words.words[1], channel_fillers, G_N_ELEMENTS (channel_fillers))
           || strcmp (words.words[1], "mail") == 0;
  for (guint w = 0; w < words.n_words; w++)
    {
      if (begins_with_one_of (words.words[w], channel_stems, G_N_ELEMENTS (channel_stems)))
        has_channel = TRUE;
      else if (!is_one_of (words.words[w], channel_fillers, G_N_ELEMENTS (channel_fillers)))
        return FALSE;
    }
  return has_channel && !words.is_cut;
}

static gboolean
find_kind (const char          *word,
           CapacityRequestKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_stems); i++)
    if (g_str_has_prefix (word, kind_stems[i].stem))
      {
        *kind = kind_stems[i].kind;
        return TRUE;
      }
  return FALSE;
}

/**
 * capacity_vocabulary_request_kind:
 * @text: (array length=length): a cell, valid UTF-8
 * @length: number of bytes
 * @kind: (out): the kind
 *
 * Knows the eight kinds of applications in Latvian and English, in every case and number, whole ("incidenta
 * pieteikums") or in short ("incidenti").
 *
 * Returns: whether it names one of them
 */
gboolean
capacity_vocabulary_request_kind (const char          *text,
                                  gsize                length,
                                  CapacityRequestKind *kind)
{
  CapacityVocabularyWords words;
  CapacityRequestKind found = CAPACITY_REQUEST_ALL;

  if (length > 80)
    return FALSE;
  capacity_vocabulary_split (text, length, &words);
  for (guint w = 0; w < words.n_words; w++)
    {
      CapacityRequestKind of_word;

      if (find_kind (words.words[w], &of_word))
        {
          /* A service may be what the rest is about: "pakalpojuma izmaiņu pieprasījums" is a change. */
          if (found == CAPACITY_REQUEST_ALL || found == CAPACITY_REQUEST_SERVICE)
            found = of_word;
          else if (of_word != CAPACITY_REQUEST_SERVICE && of_word != found)
            return FALSE;
        }
      else if (!begins_with_one_of (words.words[w], kind_fillers, G_N_ELEMENTS (kind_fillers)))
        return FALSE;
    }
  *kind = found;
  return found != CAPACITY_REQUEST_ALL && !words.is_cut;
}
