/* Leaks that the toolkit is known for, told to LeakSanitizer where they are made.
 *
 * The toolkit has no frame pointers. To know these leaks by their stacks, as tests/lsan.supp knows those of other
 * libraries, every allocation would have to be unwound with tables, which takes ten times as long as a whole test.
 * Preloaded into the program, whose calls and the toolkit's both come here. */

#define _GNU_SOURCE /* dladdr() */
#include <dlfcn.h>
#include <gtk/gtk.h>
#include <sanitizer/lsan_interface.h>

/* GTK 4.18 leaks the list of action names it gives to an AT-SPI client. */
gpointer *
g_hash_table_get_keys_as_array (GHashTable *table,
                                guint      *length)
{
  gpointer *(*real) (GHashTable *, guint *) = dlsym (RTLD_NEXT, "g_hash_table_get_keys_as_array");
  gpointer *keys = real (table, length);
  __lsan_ignore_object (keys);
  return keys;
}

/* GTK 4.18 keeps a reference to each column of a view over whose cells the Tab key goes. */
GtkColumnViewColumn *
gtk_column_view_column_new (const char         *title,
                            GtkListItemFactory *factory)
{
  GtkColumnViewColumn *(*real) (const char *, GtkListItemFactory *) = dlsym (RTLD_NEXT, "gtk_column_view_column_new");
  GtkColumnViewColumn *column = real (title, factory);
  __lsan_ignore_object (column);
  return column;
}

/* The path bar of GTK's file dialog asks about the folders of a path. GTK 4.18 keeps the answers, and a link of the list
 * of buttons that it makes of them. */
typedef struct
{
  GAsyncReadyCallback callback;
  gpointer            data;
} Question;

static gboolean is_answer;

static void
answer_cb (GObject      *file,
           GAsyncResult *result,
           gpointer      data)
{
  Question *question = data;
  is_answer = TRUE;
  __lsan_disable ();
  question->callback (file, result, question->data);
  __lsan_enable ();
  is_answer = FALSE;
  g_free (question);
}

void
g_file_query_info_async (GFile               *file,
                         const char          *attributes,
                         GFileQueryInfoFlags  flags,
                         int                  io_priority,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             data)
{
  void (*real) (GFile *, const char *, GFileQueryInfoFlags, int, GCancellable *, GAsyncReadyCallback, gpointer)
    = dlsym (RTLD_NEXT, "g_file_query_info_async");

  if (g_str_equal (attributes, "standard::display-name,standard::is-hidden,standard::is-backup")
      || g_str_equal (attributes, "standard::symbolic-icon"))
    {
      Question *question = g_new (Question, 1);
      *question = (Question) { callback, data };
      callback = answer_cb;
      data = question;
    }
  real (file, attributes, flags, io_priority, cancellable, callback, data);
}

GFileInfo *
g_file_query_info_finish (GFile         *file,
                          GAsyncResult  *result,
                          GError       **error)
{
  GFileInfo *(*real) (GFile *, GAsyncResult *, GError **) = dlsym (RTLD_NEXT, "g_file_query_info_finish");
  GFileInfo *info = real (file, result, error);
  if (is_answer)
    __lsan_ignore_object (info);
  return info;
}

/* GTK 4.18 keeps the error of a folder that its file dialog, closed meanwhile, lists no more. */
GFileEnumerator *
g_file_enumerate_children_finish (GFile         *file,
                                  GAsyncResult  *result,
                                  GError       **error)
{
  GFileEnumerator *(*real) (GFile *, GAsyncResult *, GError **) = dlsym (RTLD_NEXT, "g_file_enumerate_children_finish");
  GFileEnumerator *enumerator = real (file, result, error);
  Dl_info caller;
  if (enumerator == NULL && error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && dladdr (__builtin_return_address (0), &caller) != 0 && strstr (caller.dli_fname, "/libgtk-4.so"))
    __lsan_ignore_object (*error);
  return enumerator;
}

/* GTK 4.18 closes the stream through which it prints into a file, and keeps it. */
GFileOutputStream *
g_file_replace (GFile             *file,
                const char        *etag,
                gboolean           make_backup,
                GFileCreateFlags   flags,
                GCancellable      *cancellable,
                GError           **error)
{
  GFileOutputStream *(*real) (GFile *, const char *, gboolean, GFileCreateFlags, GCancellable *, GError **)
    = dlsym (RTLD_NEXT, "g_file_replace");
  GFileOutputStream *stream = real (file, etag, make_backup, flags, cancellable, error);
  Dl_info caller;
  if (dladdr (__builtin_return_address (0), &caller) != 0 && strstr (caller.dli_fname, "/libprintbackend-file.so"))
    __lsan_ignore_object (stream);
  return stream;
}
