/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-import.h"

/* Spreadsheets made part by part, as their standards say and as they say not. */

/**
 * Part:
 * @name: path in the archive
 * @text: what it holds
 */
typedef struct
{
  const char *name;
  const char *text;
} Part;

#define ODS_BEGIN "<office:document-content xmlns:office='o' xmlns:table='t' xmlns:text='x' xmlns:style='s'>"
#define ODS_BODY "<office:body><office:spreadsheet>"
#define ODS_END "</office:spreadsheet></office:body></office:document-content>"

GBytes             *pack          (const Part    *parts,
                                   gsize          n_parts);
GBytes             *pack_xlsx     (const char    *workbook,
                                   const char    *styles,
                                   const char    *strings,
                                   const char    *sheet);
GBytes             *pack_ods      (const char    *content);
CapacityImportFile *open_bytes    (GBytes        *bytes,
                                   const char    *name,
                                   GError       **error);
CapacityImportFile *open_xlsx     (const char    *rows);
CapacityImportFile *open_ods      (const char    *content);
char               *table_text    (CapacityImportFile *file,
                                   guint               table);
