/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-emblem-row.h"

#include <glib/gi18n.h>

#include "capacity-apply.h"
#include "capacity-emblem.h"
#include "capacity-feedback.h"

/* The emblem of the institution, to be chosen from a file or removed. */
struct _CapacityEmblemRow
{
  AdwActionRow       parent_instance;

  CapacityWorkspace *workspace;

  GtkImage          *image;
  GtkWidget         *remove_button;
};

G_DEFINE_FINAL_TYPE (CapacityEmblemRow, capacity_emblem_row, ADW_TYPE_ACTION_ROW)

static void
set_emblem (CapacityEmblemRow *self,
            GBytes            *emblem)
{
  g_autoptr (CapacityChange) change = capacity_change_new ();
  CapacityInstitution institution = capacity_workspace_get_portfolio (self->workspace)->institution;

  institution.emblem = emblem; /* borrowed: the change copies what it is given */
  capacity_change_set_institution (change, &institution);
  capacity_apply (GTK_WIDGET (self), self->workspace, change, _("The Institution Was Not Changed"), NULL);
}

/* An emblem that is being read; a byte more than is allowed tells that there is too much. */
typedef struct
{
  CapacityEmblemRow *row;
  guint8             bytes[CAPACITY_EMBLEM_MAX_SIZE + 1];
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->row);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Reading) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = NULL;
  cairo_surface_t *emblem;
  gsize n = 0;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &n, &error))
    {
      capacity_feedback_error (GTK_WIDGET (self->row), _("The Emblem Was Not Read"), error);
      return;
    }
  png = g_bytes_new (self->bytes, n);
  emblem = capacity_emblem_read (png);
  if (emblem == NULL)
    {
      capacity_feedback_done (GTK_WIDGET (self->row),
                              _("Choose a PNG picture of at most 256 KB, not much wider than high"));
      return;
    }
  cairo_surface_destroy (emblem);
  if (self->row->workspace != NULL)
    set_emblem (self->row, png);
}

static void
opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Reading) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileInputStream) stream = g_file_read_finish (G_FILE (source), result, &error);
  Reading *reading;

  if (stream == NULL)
    {
      capacity_feedback_error (GTK_WIDGET (self->row), _("The Emblem Was Not Read"), error);
      return;
    }
  reading = g_steal_pointer (&self);
  g_input_stream_read_all_async (G_INPUT_STREAM (stream), reading->bytes, sizeof reading->bytes, G_PRIORITY_DEFAULT,
                                 NULL, read_cb, reading);
}

static void
chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (CapacityEmblemRow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);
  Reading *reading;

  if (file == NULL)
    return;
  reading = g_new0 (Reading, 1);
  reading->row = g_object_ref (self);
  g_file_read_async (file, G_PRIORITY_DEFAULT, NULL, opened_cb, reading);
}

static void
choose_cb (CapacityEmblemRow *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  gtk_file_filter_set_name (pictures, _("PNG Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/png");
  g_list_store_append (filters, pictures);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  gtk_file_dialog_set_title (dialog, _("Choose an Emblem"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, chosen_cb,
                        g_object_ref (self));
}

static void
remove_cb (CapacityEmblemRow *self)
{
  set_emblem (self, NULL);
}

static void
show_emblem (CapacityEmblemRow *self,
             GBytes            *png)
{
  g_autoptr (GdkTexture) texture = NULL;
  cairo_surface_t *emblem = png != NULL ? capacity_emblem_read (png) : NULL;

  if (emblem != NULL)
    texture = gdk_texture_new_from_bytes (png, NULL);
  g_clear_pointer (&emblem, cairo_surface_destroy);
  if (texture != NULL)
    gtk_image_set_from_paintable (self->image, GDK_PAINTABLE (texture));
  else
    gtk_image_set_from_icon_name (self->image, "image-x-generic-symbolic");
  gtk_widget_set_visible (self->remove_button, png != NULL);
}

static void
capacity_emblem_row_dispose (GObject *object)
{
  g_clear_object (&CAPACITY_EMBLEM_ROW (object)->workspace);
  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_EMBLEM_ROW);

  G_OBJECT_CLASS (capacity_emblem_row_parent_class)->dispose (object);
}

static void
capacity_emblem_row_class_init (CapacityEmblemRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_emblem_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/varam/Capacity/institution/capacity-emblem-row.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityEmblemRow, image);
  gtk_widget_class_bind_template_child (widget_class, CapacityEmblemRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
capacity_emblem_row_init (CapacityEmblemRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * capacity_emblem_row_show:
 * @workspace: an open portfolio
 *
 * Shows the emblem of @workspace as it is now; what is chosen becomes its emblem.
 */
void
capacity_emblem_row_show (CapacityEmblemRow *self,
                          CapacityWorkspace *workspace)
{
  g_return_if_fail (CAPACITY_IS_EMBLEM_ROW (self));
  g_return_if_fail (CAPACITY_IS_WORKSPACE (workspace));

  g_set_object (&self->workspace, workspace);
  show_emblem (self, capacity_workspace_get_portfolio (workspace)->institution.emblem);
}
