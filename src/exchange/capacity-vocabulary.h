/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-portfolio.h"

G_BEGIN_DECLS

/**
 * CapacityVocabularyFlags:
 * @CAPACITY_VOCABULARY_PERIOD: a date or period
 * @CAPACITY_VOCABULARY_YEAR: a year
 * @CAPACITY_VOCABULARY_MONTH: a month or quarter
 * @CAPACITY_VOCABULARY_SERVICE: a service, or the name of something
 * @CAPACITY_VOCABULARY_KIND: a kind of applications
 * @CAPACITY_VOCABULARY_CHANNEL: a channel
 * @CAPACITY_VOCABULARY_MEASURE: what is counted
 * @CAPACITY_VOCABULARY_ARRIVALS: volumes that were asked for
 * @CAPACITY_VOCABULARY_COMPLETIONS: volumes that were delivered
 * @CAPACITY_VOCABULARY_STOCK: volumes that wait
 * @CAPACITY_VOCABULARY_VALUE: a number of something
 * @CAPACITY_VOCABULARY_TOTAL: a sum of other columns
 * @CAPACITY_VOCABULARY_OTHER: a measure that is no volume: a wait, a share, those who gave up
 *
 * What the words of a header may say about its column.
 */
typedef enum
{
  CAPACITY_VOCABULARY_PERIOD = 1 << 0,
  CAPACITY_VOCABULARY_YEAR = 1 << 1,
  CAPACITY_VOCABULARY_MONTH = 1 << 2,
  CAPACITY_VOCABULARY_SERVICE = 1 << 3,
  CAPACITY_VOCABULARY_KIND = 1 << 4,
  CAPACITY_VOCABULARY_CHANNEL = 1 << 5,
  CAPACITY_VOCABULARY_MEASURE = 1 << 6,
  CAPACITY_VOCABULARY_ARRIVALS = 1 << 7,
  CAPACITY_VOCABULARY_COMPLETIONS = 1 << 8,
  CAPACITY_VOCABULARY_STOCK = 1 << 9,
  CAPACITY_VOCABULARY_VALUE = 1 << 10,
  CAPACITY_VOCABULARY_TOTAL = 1 << 11,
  CAPACITY_VOCABULARY_OTHER = 1 << 12,
  CAPACITY_VOCABULARY_CODE = 1 << 13,
} CapacityVocabularyFlags;

/**
 * CapacityVocabularyPrivacy:
 * @CAPACITY_VOCABULARY_OPEN: the header says nothing of persons
 * @CAPACITY_VOCABULARY_PERHAPS: it does in a list of cases: a client, an official, a remark
 * @CAPACITY_VOCABULARY_PERSONAL: it names what identifies a person: a name, a personal code, an address
 *
 * Whether a column tells of persons.
 */
typedef enum
{
  CAPACITY_VOCABULARY_OPEN,
  CAPACITY_VOCABULARY_PERHAPS,
  CAPACITY_VOCABULARY_PERSONAL,
} CapacityVocabularyPrivacy;

#define CAPACITY_VOCABULARY_MAX_WORDS 16
#define CAPACITY_VOCABULARY_WORD_SIZE 32

/**
 * CapacityVocabularyWords:
 * @words: the words, in small letters of ASCII: "Mēnesis" is "menesis"
 * @n_words: number of words
 * @is_cut: whether there are more words, or longer ones, than fit
 *
 * A text split into words and numbers, without what stands between them.
 */
typedef struct
{
  char     words[CAPACITY_VOCABULARY_MAX_WORDS][CAPACITY_VOCABULARY_WORD_SIZE];
  guint    n_words;
  gboolean is_cut;
} CapacityVocabularyWords;

void                    capacity_vocabulary_split        (const char              *text,
                                                          gsize                    length,
                                                          CapacityVocabularyWords *words);
CapacityVocabularyFlags capacity_vocabulary_header       (const char              *text,
                                                          gsize                    length,
                                                          guint                   *rank);
gboolean                capacity_vocabulary_measure      (const char              *text,
                                                          gsize                    length,
                                                          CapacityMeasure         *measure,
                                                          guint                   *rank);
int                     capacity_vocabulary_month        (const char              *word);
gboolean                capacity_vocabulary_is_sheet     (const char              *word);
gboolean                capacity_vocabulary_is_total     (const char              *text,
                                                          gsize                    length);
gboolean                capacity_vocabulary_is_subtotal  (const char              *text,
                                                          gsize                    length);
gboolean                capacity_vocabulary_is_part      (const char              *text,
                                                          gsize                    length);
gboolean                capacity_vocabulary_is_site      (const char              *text,
                                                          gsize                    length);
CapacityVocabularyPrivacy
                        capacity_vocabulary_privacy      (const char              *text,
                                                          gsize                    length);
gboolean                capacity_vocabulary_may_count    (const char              *header);
gboolean                capacity_vocabulary_is_personal_cell
                                                         (const char              *text,
                                                          gsize                    length);
gboolean                capacity_vocabulary_is_birth     (const char              *header);
gboolean                capacity_vocabulary_is_deadline  (const char              *header);
gboolean                capacity_vocabulary_is_end       (const char              *header);
gboolean                capacity_vocabulary_is_hour      (const char              *header);
gboolean                capacity_vocabulary_is_state     (const char              *header);
gboolean                capacity_vocabulary_is_channel   (const char              *text,
                                                          gsize                    length);
gboolean                capacity_vocabulary_request_kind (const char              *text,
                                                          gsize                    length,
                                                          CapacityRequestKind     *kind);

G_END_DECLS
