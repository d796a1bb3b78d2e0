/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-vocabulary.h"

#include <string.h>

/* The words of lists of cases, and by what their columns tell of persons. Rather one word too many: what is dropped can be
 * chosen again, what was kept cannot be unread. */

static const char *const personal_words[] = {
  "vards", "varda", "uzvards", "uzvarda", "surname", "firstname", "lastname", "fullname", "epasts", "email", "phone",
  "telephone", "mobile", "fax", "iban", "konts", "konta", "passport", "dob",
};

static const char *const personal_stems[] = {
  "talrun", "telefon", "adres", "address", "dzivesviet", "dzimsan", "birth", "vecums",
};

static const char *const perhaps_stems[] = {
  "klient", "client", "customer", "citizen", "resident", "iesniedzej", "pieteicej", "pieprasitaj", "applicant",
  "requester", "requestor", "caller", "zvanitaj", "person", "darbiniek", "employee", "operator", "agent", "assign",
  "handler", "izpilditaj", "apstradataj", "atbildig", "responsible", "referent", "inspektor", "specialist", "registretaj",
  "apraksts", "apraksta", "piezim", "komentar", "teksts", "saturs", "tema", "temats", "virsraksts", "descript", "comment",
  "remark", "note", "subject", "message", "summary", "title", "text", "content", "user", "lietotaj", "author", "autors",
  "contact", "kontakt", "owner",
};

/* With these a header is of the case after all: "klienta veids", "klientu centrs". */
static const char *const open_stems[] = {
  "veid", "kind", "type", "kanal", "channel", "pakalpoj", "service", "centr", "center", "filial", "nodal", "vieta",
  "site", "office", "birojs", "datum", "date", "laiks", "time", "group", "grupa",
};

static const char *const site_stems[] = {
  "filial", "centr", "center", "vieta", "site", "office", "birojs", "branch", "location", "nodal", "regiona", "region",
  "novads", "kac", "vpvkac", "struktur",
};

static gboolean
is_of_stem (const char        *word,
            const char *const *stems,
            guint              n)
{
  for (guint i = 0; i < n; i++)
    if (g_str_has_prefix (word, stems[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_stem (const CapacityVocabularyWords *words,
          const char *const             *stems,
          guint                          n)
{
  for (guint w = 0; w < words->n_words; w++)
    if (is_of_stem (words->words[w], stems, n))
      return TRUE;
  return FALSE;
}

static gboolean
has_pair (const CapacityVocabularyWords *words,
          const char                    *first,
          const char                    *second)
{
  for (guint w = 0; w + 1 < words->n_words; w++)
    if (g_str_has_prefix (words->words[w], first) && g_str_has_prefix (words->words[w + 1], second))
      return TRUE;
  return FALSE;
}

/* "Dzimšanas dat." and "birth year" are, "dzimšanas reģistrācija" and "dzimtsarakstu nodaļa" are not. */
static gboolean
names_birth (const CapacityVocabularyWords *words)
{
  static const char *const times[] = { "dat", "dien", "gad", "day", "year" };

  for (guint w = 0; w + 1 < words->n_words; w++)
    if ((strcmp (words->words[w], "dzim") == 0 || g_str_has_prefix (words->words[w], "dzimsan")
         || strcmp (words->words[w], "birth") == 0)
        && is_of_stem (words->words[w + 1], times, G_N_ELEMENTS (times)))
      return TRUE;
  return has_pair (words, "of", "birth") || (words->n_words == 1 && strcmp (words->words[0], "dob") == 0);
}

static gboolean
names_person (const CapacityVocabularyWords *words)
{
  for (guint w = 0; w < words->n_words; w++)
    for (guint i = 0; i < G_N_ELEMENTS (personal_words); i++)
      if (strcmp (words->words[w], personal_words[i]) == 0)
        return TRUE;
  return has_stem (words, personal_stems, G_N_ELEMENTS (personal_stems)) || names_birth (words)
         || has_pair (words, "person", "kod")
         || has_pair (words, "personal", "") || has_pair (words, "e", "past") || has_pair (words, "e", "mail")
         || has_pair (words, "first", "name") || has_pair (words, "last", "name") || has_pair (words, "full", "name");
}

/**
 * capacity_vocabulary_privacy:
 * @text: (array length=length): a header, valid UTF-8
 * @length: number of bytes
 *
 * Returns: whether the header says that its column tells of persons
 */
CapacityVocabularyPrivacy
capacity_vocabulary_privacy (const char *text,
                             gsize       length)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (text, length, &words);
  if (names_person (&words))
    return CAPACITY_VOCABULARY_PERSONAL;
  if (has_stem (&words, perhaps_stems, G_N_ELEMENTS (perhaps_stems))
      && !has_stem (&words, open_stems, G_N_ELEMENTS (open_stems)))
    return CAPACITY_VOCABULARY_PERHAPS;
  return CAPACITY_VOCABULARY_OPEN;
}

/* Whether the word is of several persons, or of an amount. "Klients" is one and "operators" may be, which are Latvian; an
 * English word is known by its stem. */
static gboolean
is_plural (const char *word)
{
  static const char *const amounts[] = { "skait", "daudzum", "apjom", "count" };
  static const char *const english[] = {
    "client", "customer", "citizen", "resident", "applicant", "requester", "requestor", "caller", "person", "employee",
    "user", "contact",
  };
  char last = word[strlen (word) - 1];

  if (last == 's')
    return is_of_stem (word, english, G_N_ELEMENTS (english)) || is_of_stem (word, amounts, G_N_ELEMENTS (amounts));
  return is_of_stem (word, amounts, G_N_ELEMENTS (amounts))
         || ((last == 'i' || last == 'u') && is_of_stem (word, perhaps_stems, G_N_ELEMENTS (perhaps_stems)));
}

/* Whether the header is of what each person has one of, in numbers. */
static gboolean
numbers_persons (const CapacityVocabularyWords *words)
{
  static const char *const stems[] = { "numur", "kods", "code", "vecum" };
  static const char *const whole[] = { "nr", "no", "id", "number" };

  for (guint w = 0; w < words->n_words; w++)
    for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
      if (strcmp (words->words[w], whole[i]) == 0 && !has_pair (words, "number", "of"))
        return TRUE;
  return names_birth (words) || has_stem (words, stems, G_N_ELEMENTS (stems));
}

/**
 * capacity_vocabulary_may_count:
 * @header: the header of a column of numbers that seems to tell of persons
 *
 * Returns: whether the numbers may be how many there were, as clients in a day, or how often something was asked, as that an
 *   address be declared; not where each is a number, code, age or year of one person
 */
gboolean
capacity_vocabulary_may_count (const char *header)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (header, strlen (header), &words);
  if (numbers_persons (&words))
    return FALSE;
  for (guint w = 0; w < words.n_words; w++)
    if (is_plural (words.words[w]))
      return TRUE;
  return names_person (&words);
}

/**
 * capacity_vocabulary_is_site:
 * @text: (array length=length): a header, valid UTF-8
 * @length: number of bytes
 *
 * Returns: whether it names a place where services are provided
 */
gboolean
capacity_vocabulary_is_site (const char *text,
                             gsize       length)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (text, length, &words);
  return has_stem (&words, site_stems, G_N_ELEMENTS (site_stems));
}

/* Whether the cell follows the pattern, in which 0 stands for any digit. */
static gboolean
matches (const char *text,
         gsize       length,
         const char *pattern)
{
  if (length != strlen (pattern))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;
  return TRUE;
}

static gboolean
is_address (const char *text,
            gsize       length)
{
  const char *at = memchr (text, '@', length);

  return at != NULL && at > text && memchr (at, '.', length - (gsize) (at - text)) != NULL;
}

/* An IBAN, also in groups of four: "LV80 BANK 0000 4351 9500 1". */
static gboolean
is_account (const char *text,
            gsize       length)
{
  gsize n = 0;

  if (length < 4 || !g_ascii_isupper (text[0]) || !g_ascii_isupper (text[1]) || !g_ascii_isdigit (text[2])
      || !g_ascii_isdigit (text[3]))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isupper (text[i]) && !g_ascii_isdigit (text[i]) && text[i] != ' ')
        return FALSE;
      n += text[i] != ' ';
    }
  return n >= 15 && n <= 34;
}

/**
 * capacity_vocabulary_is_personal_cell:
 * @text: (array length=length): a cell
 * @length: number of bytes
 *
 * Returns: whether it has the form of a Latvian personal code, a telephone number, an e-mail address or a bank account
 */
gboolean
capacity_vocabulary_is_personal_cell (const char *text,
                                      gsize       length)
{
  return matches (text, length, "000000-00000") || (length > 4 && memcmp (text, "+371", 4) == 0)
         || is_address (text, length) || is_account (text, length);
}

static gboolean
header_has_stem (const char        *header,
                 const char *const *stems,
                 guint              n)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (header, strlen (header), &words);
  return has_stem (&words, stems, n);
}

/**
 * capacity_vocabulary_is_birth:
 * @header: the header of a column of days
 *
 * Returns: whether on that day a person was born
 */
gboolean
capacity_vocabulary_is_birth (const char *header)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (header, strlen (header), &words);
  return names_birth (&words);
}

/**
 * capacity_vocabulary_is_deadline:
 * @header: the header of a column of days
 *
 * Returns: whether by that day something should be done
 */
gboolean
capacity_vocabulary_is_deadline (const char *header)
{
  static const char *const stems[] = { "termin", "deadline", "due", "planot", "planned" };

  return header_has_stem (header, stems, G_N_ELEMENTS (stems));
}

/**
 * capacity_vocabulary_is_end:
 * @header: the header of a column of days
 *
 * Returns: whether on that day a case ended
 */
gboolean
capacity_vocabulary_is_end (const char *header)
{
  static const char *const stems[] = { "beig", "nobeig", "pabeig", "end", "aizver", "slegsan", "noslegt", "done" };

  return header_has_stem (header, stems, G_N_ELEMENTS (stems));
}

/**
 * capacity_vocabulary_is_hour:
 * @header: the header of a column of numbers
 *
 * Returns: whether they are hours of the day; "stundas" are an amount
 */
gboolean
capacity_vocabulary_is_hour (const char *header)
{
  CapacityVocabularyWords words;

  capacity_vocabulary_split (header, strlen (header), &words);
  return words.n_words == 1 && (strcmp (words.words[0], "stunda") == 0 || strcmp (words.words[0], "hour") == 0);
}

/**
 * capacity_vocabulary_is_state:
 * @header: the header of a column of texts
 *
 * Returns: whether the texts say how far a case is, how urgent it was or how it ended, and not what it was about
 */
gboolean
capacity_vocabulary_is_state (const char *header)
{
  static const char *const stems[] = { "status", "stavokl", "priorit", "steidzam", "urgen", "rezultat", "result" };

  return header_has_stem (header, stems, G_N_ELEMENTS (stems));
}
