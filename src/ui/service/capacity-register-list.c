/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-register-list.h"

#include <glib/gi18n.h>
#include <math.h>

#include "capacity-format.h"
#include "capacity-register-words.h"

/* What the register says of a service: a row for each thing that is filled in, to read and to copy. */
struct _CapacityRegisterList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray          *rows; /* element-type AdwActionRow, one for each field, in the group */
};

G_DEFINE_FINAL_TYPE (CapacityRegisterList, capacity_register_list, ADW_TYPE_PREFERENCES_GROUP)

/* A text or number of the service, or else its labels of a kind. */
typedef struct
{
  const char       *title;
  gsize             text;   /* where it is in CapacityService; 0 where it is not one */
  gsize             number; /* likewise */
  gsize             days;   /* likewise, a whole number that is not given where it is not above 0 */
  CapacityLabelKind kind;
} Field;

#define TEXT(member) G_STRUCT_OFFSET (CapacityService, member), 0, 0, 0
#define NUMBER(member) 0, G_STRUCT_OFFSET (CapacityService, member), 0, 0
#define DAYS(member) 0, 0, G_STRUCT_OFFSET (CapacityService, member), 0
#define LABELS(kind) 0, 0, 0, kind

static const Field fields[] = {
  { N_("Owner (Service Manager)"), TEXT (owner) },
  { N_("Substitute"), TEXT (substitute) },
  { N_("Provider"), TEXT (provider) },
  { N_("Unit of the Institution"), TEXT (department) },
  { N_("Code"), TEXT (code) },
  { N_("Identifier Elsewhere"), TEXT (external_id) },
  { N_("Done Within, Working Days"), DAYS (term_days) },
  { N_("Recipient Groups"), LABELS (CAPACITY_LABEL_RECIPIENTS) },
  { N_("Life Situations"), LABELS (CAPACITY_LABEL_LIFE_SITUATION) },
  { N_("Channels"), LABELS (CAPACITY_LABEL_CHANNEL) },
  { N_("What Drives the Demand"), TEXT (driver) },
  { N_("Cases That Each of Them Brings"), NUMBER (driver_rate) },
  { N_("Tags"), LABELS (CAPACITY_LABEL_TAG) },
  { N_("Attachments"), LABELS (CAPACITY_LABEL_ATTACHMENT) },
  { N_("Note"), TEXT (note) },
};

static char *
labels_text (const GPtrArray  *labels,
             CapacityLabelKind kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < labels->len; i++)
    {
      const CapacityLabel *label = labels->pdata[i];
      g_autofree char *details = capacity_words_label_details (label);

      if (label->kind != kind)
        continue;
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, label->name);
      if (*details != '\0')
        g_string_append_printf (text, ": %s", details);
    }

  return g_string_free_and_steal (text);
}

static char *
field_text (const Field           *field,
            const CapacityService *service)
{
  const char *text = field->text != 0 ? G_STRUCT_MEMBER (char *, service, field->text) : NULL;
  int days = field->days != 0 ? G_STRUCT_MEMBER (int, service, field->days) : 0;

  if (field->text != 0)
    return g_strdup (text != NULL ? text : "");
  if (field->number != 0)
    return capacity_format_exact (G_STRUCT_MEMBER (double, service, field->number));
  if (field->days != 0)
    return days > 0 ? capacity_format_exact (days) : g_strdup ("");

  return labels_text (service->labels, field->kind);
}

static AdwActionRow *
row_new (CapacityRegisterList *self,
         const char           *title)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_add_css_class (row, "property");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);

  return ADW_ACTION_ROW (row);
}

static void
build (CapacityRegisterList *self)
{
  row_new (self, _("Kind"));
  row_new (self, _("Phase of the Life Cycle"));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    row_new (self, _(fields[i].title));
}

static void
capacity_register_list_dispose (GObject *object)
{
  g_clear_pointer (&CAPACITY_REGISTER_LIST (object)->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (capacity_register_list_parent_class)->dispose (object);
}

static void
capacity_register_list_class_init (CapacityRegisterListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = capacity_register_list_dispose;
}

static void
capacity_register_list_init (CapacityRegisterList *self)
{
  self->rows = g_ptr_array_new ();
}

/**
 * capacity_register_list_show:
 * @service: a service
 *
 * Shows what is filled in of @service. The rows are made when they are first needed and then used again, so that what is
 * selected in them stays.
 */
void
capacity_register_list_show (CapacityRegisterList  *self,
                             const CapacityService *service)
{
  g_return_if_fail (CAPACITY_IS_REGISTER_LIST (self));

  if (self->rows->len == 0)
    build (self);
  adw_action_row_set_subtitle (self->rows->pdata[0], capacity_words_benefit (service->benefit));
  adw_action_row_set_subtitle (self->rows->pdata[1], capacity_words_phase (service->phase));
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      AdwActionRow *row = self->rows->pdata[2 + i];
      g_autofree char *text = field_text (&fields[i], service);

      adw_action_row_set_subtitle (row, text);
      gtk_widget_set_visible (GTK_WIDGET (row), *text != '\0');
    }
}
