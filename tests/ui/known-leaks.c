/* Leaks that the toolkit is known for, told to LeakSanitizer where they are made.
 *
 * The toolkit has no frame pointers. To know these leaks by their stacks, as tests/lsan.supp knows those of other
 * libraries, every allocation would have to be unwound with tables, which takes ten times as long as a whole test.
 * Preloaded into the program, whose calls and the toolkit's both come here. */

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
