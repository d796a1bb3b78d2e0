/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <libxml/parser.h>
#include <string.h>

#include "capacity-exchange-error.h"

/* A sheet of a million rows unpacks to less than this; a bomb to more. */
#define MAX_UNPACKED (G_GINT64_CONSTANT (2) * 1024 * 1024 * 1024)
#define MAX_PARTS 10000
#define READ_AT_ONCE (64 * 1024)

typedef struct archive Archive;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_read_free)

struct _CapacityPackage
{
  GBytes       *bytes;
  GCancellable *cancellable;
  GHashTable   *parts; /* set of names */
  gint64        n_unpacked;
};

struct _CapacityXmlAttributes
{
  const xmlChar **values; /* five for each: name, prefix, namespace, begin and end of the value */
  int             n;
};

/* One part that is being read. */
typedef struct
{
  const CapacityXmlHandler *handler;
  gpointer                  user_data;
  xmlParserCtxt            *parser;
  GError                   *error;
} Reading;

static gboolean
set_damaged (GError    **error,
             const char *reason)
{
  g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_DAMAGED,
                       reason != NULL ? reason : "The archive is damaged");
  return FALSE;
}

static Archive *
open_archive (const CapacityPackage  *self,
              GError                **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  gsize length;
  const void *bytes = g_bytes_get_data (self->bytes, &length);

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, bytes, length) == ARCHIVE_OK)
    return g_steal_pointer (&archive);
  set_damaged (error, archive_error_string (archive));
  return NULL;
}

/* Steps to the next part. Returns whether there is one; %FALSE without an error at the end. */
static gboolean
next_part (Archive               *archive,
           struct archive_entry **entry,
           GError               **error)
{
  int outcome = archive_read_next_header (archive, entry);

  if (outcome == ARCHIVE_EOF)
    return FALSE;
  if (outcome < ARCHIVE_WARN)
    return set_damaged (error, archive_error_string (archive));
  if (!archive_entry_is_encrypted (*entry))
    return TRUE;
  g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_ENCRYPTED, "A part is encrypted");
  return FALSE;
}

static const char *
part_name (struct archive_entry *entry)
{
  const char *name = archive_entry_pathname_utf8 (entry);

  return name != NULL ? name : "";
}

static gboolean
list_parts (CapacityPackage  *self,
            GError          **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  g_autoptr (GError) part_error = NULL;
  struct archive_entry *entry;

  if (archive == NULL)
    return FALSE;
  while (next_part (archive, &entry, &part_error))
    {
      g_hash_table_add (self->parts, g_strdup (part_name (entry)));
      if (g_hash_table_size (self->parts) > MAX_PARTS)
        return set_damaged (error, "Too many parts");
    }
  if (part_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&part_error));
  return FALSE;
}

/**
 * capacity_package_new:
 * @bytes: the bytes of a file
 * @cancellable: (nullable): to stop reading
 * @error: return location for an error
 *
 * Opens a packed document. The errors are %CAPACITY_EXCHANGE_ERROR_DAMAGED and
 * %CAPACITY_EXCHANGE_ERROR_ENCRYPTED.
 *
 * Returns: (transfer full): the document, or %NULL
 */
CapacityPackage *
capacity_package_new (GBytes        *bytes,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (CapacityPackage) self = g_new0 (CapacityPackage, 1);

  self->bytes = g_bytes_ref (bytes);
  g_set_object (&self->cancellable, cancellable);
  self->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return list_parts (self, error) ? g_steal_pointer (&self) : NULL;
}

/**
 * capacity_package_free:
 * @self: (transfer full): a document
 */
void
capacity_package_free (CapacityPackage *self)
{
  g_bytes_unref (self->bytes);
  g_clear_object (&self->cancellable);
  g_hash_table_unref (self->parts);
  g_free (self);
}

/**
 * capacity_package_has_part:
 * @self: a document
 * @name: the path of a part
 *
 * Returns: whether the document has the part
 */
gboolean
capacity_package_has_part (const CapacityPackage *self,
                           const char            *name)
{
  return g_hash_table_contains (self->parts, name);
}

static void
check_reading (Reading *reading)
{
  if (reading->error != NULL)
    xmlStopParser (reading->parser);
}

static void
start_element (void           *data,
               const xmlChar  *name,
               const xmlChar  *prefix,
               const xmlChar  *uri,
               int             n_namespaces,
               const xmlChar **namespaces,
               int             n_attributes,
               int             n_defaulted,
               const xmlChar **attributes)
{
  Reading *reading = data;
  CapacityXmlAttributes found = { attributes, n_attributes };

  if (reading->error == NULL && reading->handler->start != NULL)
    reading->handler->start (reading->user_data, (const char *) name, &found, &reading->error);
  check_reading (reading);
}

static void
end_element (void          *data,
             const xmlChar *name,
             const xmlChar *prefix,
             const xmlChar *uri)
{
  Reading *reading = data;

  if (reading->error == NULL && reading->handler->end != NULL)
    reading->handler->end (reading->user_data, (const char *) name, &reading->error);
  check_reading (reading);
}

static void
text_found (void          *data,
            const xmlChar *text,
            int            length)
{
  Reading *reading = data;

  if (reading->error == NULL && reading->handler->text != NULL)
    reading->handler->text (reading->user_data, (const char *) text, (gsize) length);
}

/* No spreadsheet has a document type; who writes one wants entities that swell or reach outside. */
static void
type_found (void          *data,
            const xmlChar *name,
            const xmlChar *external,
            const xmlChar *system)
{
  Reading *reading = data;

  if (reading->error == NULL)
    set_damaged (&reading->error, "A part declares a document type");
  check_reading (reading);
}

static xmlParserCtxt *
parser_new (Reading *reading)
{
  xmlSAXHandler sax = {
    .initialized = XML_SAX2_MAGIC,
    .startElementNs = start_element,
    .endElementNs = end_element,
    .characters = text_found,
    .cdataBlock = text_found,
    .internalSubset = type_found,
  };
  xmlParserCtxt *parser = xmlCreatePushParserCtxt (&sax, reading, NULL, 0, NULL);

  if (parser != NULL)
    xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  return parser;
}

/* Unpacks piece by piece and feeds the parser. */
static gboolean
feed (CapacityPackage  *self,
      Archive          *archive,
      Reading          *reading,
      GError          **error)
{
  g_autofree char *buffer = g_malloc (READ_AT_ONCE);
  la_ssize_t n;

  do
    {
      n = archive_read_data (archive, buffer, READ_AT_ONCE);
      if (n < 0)
        return set_damaged (error, archive_error_string (archive));
      self->n_unpacked += n;
      if (self->n_unpacked > MAX_UNPACKED)
        {
          g_set_error_literal (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_TOO_LARGE,
                               "The file unpacks to too much");
          return FALSE;
        }
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (xmlParseChunk (reading->parser, buffer, (int) n, n == 0) != 0 && reading->error == NULL)
        return set_damaged (error, "A part is not well-formed");
      if (reading->error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&reading->error));
          return FALSE;
        }
    }
  while (n > 0);

  return TRUE;
}

static gboolean
read_entry (CapacityPackage           *self,
            Archive                   *archive,
            const CapacityXmlHandler  *handler,
            gpointer                   user_data,
            GError                   **error)
{
  Reading reading = { handler, user_data, NULL, NULL };
  gboolean done;

  reading.parser = parser_new (&reading);
  if (reading.parser == NULL)
    return set_damaged (error, "No parser");
  done = feed (self, archive, &reading, error);
  /* The tree is never built, yet the context may hold the beginning of one. */
  if (reading.parser->myDoc != NULL)
    xmlFreeDoc (reading.parser->myDoc);
  xmlFreeParserCtxt (reading.parser);
  g_clear_error (&reading.error);

  return done;
}

/**
 * capacity_package_read_part:
 * @self: a document
 * @name: the path of a part
 * @handler: who is told what it holds
 * @user_data: for @handler
 * @error: return location for an error
 *
 * Reads one part. The errors are %CAPACITY_EXCHANGE_ERROR_DAMAGED, also when there is no such part,
 * %CAPACITY_EXCHANGE_ERROR_TOO_LARGE, %G_IO_ERROR_CANCELLED and those of @handler.
 *
 * Returns: whether all of it was read
 */
gboolean
capacity_package_read_part (CapacityPackage           *self,
                            const char                *name,
                            const CapacityXmlHandler  *handler,
                            gpointer                   user_data,
                            GError                   **error)
{
  g_autoptr (Archive) archive = open_archive (self, error);
  g_autoptr (GError) part_error = NULL;
  struct archive_entry *entry;

  if (archive == NULL)
    return FALSE;
  while (next_part (archive, &entry, &part_error))
    if (strcmp (part_name (entry), name) == 0)
      return read_entry (self, archive, handler, user_data, error);
  if (part_error != NULL)
    g_propagate_error (error, g_steal_pointer (&part_error));
  else
    g_set_error (error, CAPACITY_EXCHANGE_ERROR, CAPACITY_EXCHANGE_ERROR_DAMAGED, "%s is missing", name);
  return FALSE;
}

/**
 * capacity_xml_attributes_peek:
 * @self: attributes
 * @name: the name of one
 * @length: (out): number of bytes of its value
 *
 * Returns: (nullable): its value, not terminated, or %NULL when there is none
 */
const char *
capacity_xml_attributes_peek (const CapacityXmlAttributes *self,
                              const char                  *name,
                              gsize                       *length)
{
  for (int i = 0; i < self->n; i++)
    {
      const xmlChar **one = self->values + i * 5;

      if (strcmp ((const char *) one[0], name) == 0)
        {
          *length = (gsize) (one[4] - one[3]);
          return (const char *) one[3];
        }
    }
  return NULL;
}

/**
 * capacity_xml_attributes_equal:
 * @self: attributes
 * @name: the name of one
 * @value: a value
 *
 * Returns: whether the attribute is there and has the value
 */
gboolean
capacity_xml_attributes_equal (const CapacityXmlAttributes *self,
                               const char                  *name,
                               const char                  *value)
{
  gsize length;
  const char *found = capacity_xml_attributes_peek (self, name, &length);

  return found != NULL && length == strlen (value) && memcmp (found, value, length) == 0;
}

/**
 * capacity_xml_attributes_dup:
 * @self: attributes
 * @name: the name of one
 *
 * Returns: (transfer full) (nullable): its value, or %NULL when there is none
 */
char *
capacity_xml_attributes_dup (const CapacityXmlAttributes *self,
                             const char                  *name)
{
  gsize length;
  const char *found = capacity_xml_attributes_peek (self, name, &length);

  return found != NULL ? g_strndup (found, length) : NULL;
}

/**
 * capacity_xml_attributes_get:
 * @self: attributes
 * @name: the name of one
 * @otherwise: what to return when there is none
 *
 * Returns: its value as a whole number; other signs end the number
 */
gint64
capacity_xml_attributes_get (const CapacityXmlAttributes *self,
                             const char                  *name,
                             gint64                       otherwise)
{
  gsize length;
  const char *found = capacity_xml_attributes_peek (self, name, &length);
  gint64 value = 0;

  if (found == NULL)
    return otherwise;
  for (gsize i = 0; i < length && i < 15 && g_ascii_isdigit (found[i]); i++)
    value = value * 10 + (found[i] - '0');
  return value;
}
