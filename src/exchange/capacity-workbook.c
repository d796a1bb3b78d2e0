/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-workbook.h"

#include <string.h>

#include "capacity-exchange-error.h"
#include "capacity-workbook-private.h"

static gboolean
has_prefix (GBytes     *bytes,
            const char *prefix)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return length >= strlen (prefix) && memcmp (data, prefix, strlen (prefix)) == 0;
}

static gboolean
is_compound (GBytes *bytes)
{
  return has_prefix (bytes, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
}

/**
 * capacity_workbook_is_one:
 * @bytes: the bytes of a file
 *
 * Returns: whether they are a spreadsheet, of this time or an old one, or packed as one
 */
gboolean
capacity_workbook_is_one (GBytes *bytes)
{
  return has_prefix (bytes, "PK\003\004") || has_prefix (bytes, "PK\005\006") || is_compound (bytes);
}

/* A workbook with a password is packed into the form of the old ones, with a stream of this name. */
static void
set_compound_error (GBytes  *bytes,
                    GError **error)
{
  static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (memmem (data, length, name, sizeof name - 1) != NULL)
    g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_ENCRYPTED, "An encrypted package");
  else
    g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_SPREADSHEET, "An old spreadsheet");
}

static gboolean
read_package (CapacityPackage  *package,
              GPtrArray        *tables,
              GError          **error)
{
  if (capacity_package_has_part (package, "_rels/.rels"))
    return capacity_xlsx_read (package, tables, error);
  if (capacity_package_has_part (package, "content.xml"))
    return capacity_ods_read (package, tables, error);
  g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_BINARY, "An archive of other things");
  return FALSE;
}

/**
 * capacity_workbook_read:
 * @bytes: the bytes of a file for which capacity_workbook_is_one() holds
 * @cancellable: (nullable): to stop
 * @error: return location for an error
 *
 * Turns the sheets of a spreadsheet (.xlsx, .ods) into tables of text. The errors are
 * %CAPACITY_EXCHANGE_ERROR_SPREADSHEET for an old or binary form, %CAPACITY_EXCHANGE_ERROR_ENCRYPTED,
 * %CAPACITY_EXCHANGE_ERROR_DAMAGED, %CAPACITY_EXCHANGE_ERROR_BINARY for an archive of other things,
 * %CAPACITY_EXCHANGE_ERROR_EMPTY, those of size and %G_IO_ERROR_CANCELLED.
 *
 * Returns: (transfer full) (element-type CapacityImportTable): one table or more, or %NULL
 */
GPtrArray *
capacity_workbook_read (GBytes        *bytes,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) capacity_import_table_free);
  g_autoptr (CapacityPackage) package = NULL;

  if (is_compound (bytes))
    {
      set_compound_error (bytes, error);
      return NULL;
    }
  package = capacity_package_new (bytes, cancellable, error);
  if (package == NULL || !read_package (package, tables, error))
    return NULL;
  if (tables->len > 0)
    return g_steal_pointer (&tables);
  g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_EMPTY, "No sheet has a cell");
  return NULL;
}
