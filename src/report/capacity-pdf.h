/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-period.h"
#include "capacity-tags.h"

G_BEGIN_DECLS

/**
 * CapacityPdfInfo:
 * @title: title of the document
 * @subject: (nullable): what it is about, in a sentence
 * @author: (nullable): who answers for it
 * @language: language of the text, such as "lv"
 * @creator: (nullable): the program that made it
 * @date: the day it was made for; nothing else in the file depends on time
 *
 * What a document says of itself.
 */
typedef struct
{
  const char  *title;
  const char  *subject;
  const char  *author;
  const char  *language;
  const char  *creator;
  CapacityDate date;
} CapacityPdfInfo;

GBytes *capacity_pdf_finish        (GBytes                 *drawn,
                                    const CapacityTags     *tags,
                                    const CapacityPdfInfo  *info,
                                    GError                **error);

GBytes *capacity_srgb_profile_new  (void);
char   *capacity_xmp_new           (const CapacityPdfInfo  *info);
char   *capacity_pdf_clean_text    (const char             *text);

G_END_DECLS
