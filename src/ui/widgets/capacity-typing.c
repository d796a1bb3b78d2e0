/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-typing.h"

/* What is typed over a text is for the entry a text taken away, at once, and another put in: all would be shown in between. */

typedef struct
{
  GtkSearchEntry     *entry; /* that has this */
  CapacityTypingFunc  search;
  gpointer            user_data;
  char               *text;  /* nullable: what was searched for last */
  guint               id;
} Typing;

static void
typing_free (gpointer data)
{
  Typing *typing = data;

  g_clear_handle_id (&typing->id, g_source_remove);
  g_free (typing->text);
  g_free (typing);
}

static gboolean
search_cb (gpointer data)
{
  Typing *typing = data;

  typing->id = 0;
  if (g_set_str (&typing->text, gtk_editable_get_text (GTK_EDITABLE (typing->entry))))
    typing->search (typing->user_data);

  return G_SOURCE_REMOVE;
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   Typing         *typing)
{
  if (typing->id == 0)
    typing->id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, search_cb, typing, NULL);
}

/**
 * capacity_typing_connect:
 * @entry: where is typed what to search for
 * @search: searches for the text of @entry
 * @user_data: for @search; lives as long as @entry
 *
 * Searches once for all that happens to the text at a time, and not for the same text again.
 */
void
capacity_typing_connect (GtkSearchEntry     *entry,
                         CapacityTypingFunc  search,
                         gpointer            user_data)
{
  Typing *typing = g_new0 (Typing, 1);

  g_return_if_fail (GTK_IS_SEARCH_ENTRY (entry));

  typing->entry = entry;
  typing->search = search;
  typing->user_data = user_data;
  g_object_set_data_full (G_OBJECT (entry), "capacity-typing", typing, typing_free);
  g_signal_connect (entry, "search-changed", G_CALLBACK (search_changed_cb), typing);
}

/**
 * capacity_typing_finish:
 * @entry: given to capacity_typing_connect()
 *
 * Searches at once for what was typed last: to be called before what was found is used.
 */
void
capacity_typing_finish (GtkSearchEntry *entry)
{
  Typing *typing = g_object_get_data (G_OBJECT (entry), "capacity-typing");

  g_return_if_fail (typing != NULL);

  g_clear_handle_id (&typing->id, g_source_remove);
  search_cb (typing);
}
