/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-roles-page.h"

#include <glib/gi18n.h>

#include "capacity-combo.h"
#include "capacity-dialogs.h"
#include "capacity-feedback.h"
#include "capacity-labels-dialog.h"
#include "capacity-register-words.h"
#include "capacity-role-dialog.h"
#include "capacity-role-item.h"
#include "capacity-search.h"

/* Who has which role where, those that nobody has first. */
struct _CapacityRolesPage
{
  AdwBin              parent_instance;

  CapacityWorkspace  *workspace;
  GListStore         *items; /* element-type CapacityRoleItem */
  GtkFilter          *filter;
  GtkMultiSelection  *selection;

  GtkSearchEntry     *search_entry;
  GtkDropDown        *role_drop_down;
  GtkStack           *stack;
  GtkListView        *list;
  GtkLabel           *selected_label;
  GtkButton          *assign_button;
};

G_DEFINE_FINAL_TYPE (CapacityRolesPage, capacity_roles_page, ADW_TYPE_BIN)

static gboolean
contains (const char *text,
          const char *needle)
{
  g_autofree char *folded = text != NULL ? capacity_search_fold (text) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

static gboolean
matches_search (CapacityRolesPage *self,
                CapacityRoleItem  *item)
{
  g_autofree char *needle = capacity_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  return contains (capacity_role_item_get_name (item), needle) || contains (capacity_role_item_get_person (item), needle)
         || contains (capacity_role_item_get_substitute (item), needle)
         || contains (capacity_words_role (capacity_role_item_get_role (item)), needle);
}

/* The first choice stands for all roles in which someone is named, the others for one role each. */
static gboolean
is_shown (gpointer object,
          gpointer user_data)
{
  CapacityRolesPage *self = user_data;
  guint choice = gtk_drop_down_get_selected (self->role_drop_down);

  if (choice == 0 ? !capacity_role_item_is_named (object) : capacity_role_item_get_role (object) != choice - 1)
    return FALSE;

  return matches_search (self, object);
}

static int
compare_vacancy (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  gboolean has_a = capacity_role_item_get_person ((gpointer) a) != NULL;
  gboolean has_b = capacity_role_item_get_person ((gpointer) b) != NULL;

  return has_a - has_b;
}

static void
filter_changed_cb (CapacityRolesPage *self)
{
  guint n = 0;

  if (self->filter == NULL)
    return;

  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : "empty");
  capacity_feedback_found (GTK_WIDGET (self->search_entry), n);
}

/* Those that the selection holds, of the roles in which someone is named. */
static GListModel *
dup_selected (CapacityRolesPage *self)
{
  g_autoptr (GtkBitset) selected = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (self->selection));
  GListStore *items = g_list_store_new (CAPACITY_TYPE_ROLE_ITEM);

  for (guint i = 0; i < gtk_bitset_get_size (selected); i++)
    {
      g_autoptr (CapacityRoleItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                                 gtk_bitset_get_nth (selected, i));

      if (capacity_role_item_is_named (item))
        g_list_store_append (items, item);
    }

  return G_LIST_MODEL (items);
}

static void
selection_changed_cb (CapacityRolesPage *self)
{
  g_autoptr (GListModel) items = dup_selected (self);
  guint n = g_list_model_get_n_items (items);
  g_autofree char *text = g_strdup_printf (ngettext ("%u role selected", "%u roles selected", n), n);

  gtk_label_set_label (self->selected_label, n > 0 ? text : _("Select roles to give them to someone"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->assign_button), n > 0);
}

static void
assign_cb (CapacityRolesPage *self)
{
  g_autoptr (GListModel) items = dup_selected (self);

  if (g_list_model_get_n_items (items) > 0)
    adw_dialog_present (capacity_role_dialog_new (self->workspace, items), GTK_WIDGET (self));
}

/* Recipients and users are groups and institutions, which services and resources bear as labels. */
static AdwDialog *
labels_dialog_new (CapacityRolesPage *self,
                   CapacityRoleItem  *item)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);
  const CapacityId *id = capacity_role_item_get_id (item);

  if (capacity_role_item_get_role (item) == CAPACITY_ROLE_RECIPIENT)
    return capacity_labels_dialog_new_for_service (self->workspace, capacity_portfolio_get_service (portfolio, id),
                                                   CAPACITY_LABEL_RECIPIENTS);

  return capacity_labels_dialog_new_for_resource (self->workspace, capacity_portfolio_get_resource (portfolio, id),
                                                  CAPACITY_LABEL_USER);
}

static void
activated_cb (CapacityRolesPage *self,
              guint              position)
{
  g_autoptr (CapacityRoleItem) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (!capacity_role_item_is_named (item))
    {
      adw_dialog_present (labels_dialog_new (self, item), GTK_WIDGET (self));
      return;
    }
  if (!gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->selection), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->selection), position, TRUE);
  assign_cb (self);
}

static GtkWidget *
label_new (float       xalign,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_justify (GTK_LABEL (label), xalign > 0 ? GTK_JUSTIFY_RIGHT : GTK_JUSTIFY_LEFT);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  if (css_class != NULL)
    {
      gtk_widget_add_css_class (label, css_class);
      gtk_widget_add_css_class (label, "caption");
    }

  return label;
}

#define N_NAME_CHARS 9

/* Two lines left, what the role is of and which it is; two right, who has it and who stands in. */
static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *list_item)
{
  static const char *const names[] = { "subject", "role", "person", "substitute" };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint side = 0; side < 2; side++)
    {
      GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

      gtk_widget_set_valign (column, GTK_ALIGN_CENTER);
      gtk_widget_set_hexpand (column, TRUE);
      for (guint line = 0; line < 2; line++)
        {
          GtkWidget *label = label_new ((float) side, line == 1 ? "dimmed" : NULL);

          /* Whole names of people, not their syllables, stand below each other where there is little room. */
          if (side == 1 && line == 0)
            gtk_label_set_width_chars (GTK_LABEL (label), N_NAME_CHARS);
          gtk_box_append (GTK_BOX (column), label);
          g_object_set_data (G_OBJECT (list_item), names[2 * side + line], label);
        }
      gtk_box_append (GTK_BOX (box), column);
    }
  gtk_list_item_set_child (list_item, box);
}

static void
set_label (GtkListItem *list_item,
           const char  *name,
           const char  *text)
{
  GtkLabel *label = g_object_get_data (G_OBJECT (list_item), name);

  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *list_item)
{
  CapacityRoleItem *item = gtk_list_item_get_item (list_item);
  const char *name = capacity_role_item_get_name (item) != NULL ? capacity_role_item_get_name (item) : _("Institution");
  const char *role = capacity_words_role (capacity_role_item_get_role (item));
  const char *person = capacity_role_item_get_person (item);
  const char *substitute = capacity_role_item_get_substitute (item);
  GtkWidget *person_label = g_object_get_data (G_OBJECT (list_item), "person");
  /* Translators: %s is a person */
  g_autofree char *stands_in = substitute != NULL ? g_strdup_printf (_("Substitute: %s"), substitute) : NULL;
  g_autofree char *spoken = NULL;

  person = person != NULL ? person : C_("role", "Vacant");
  spoken = g_strjoin (", ", name, role, person, stands_in, NULL);
  set_label (list_item, "subject", name);
  set_label (list_item, "role", role);
  set_label (list_item, "person", person);
  set_label (list_item, "substitute", stands_in);
  if (capacity_role_item_get_person (item) == NULL)
    gtk_widget_add_css_class (person_label, "warning");
  else
    gtk_widget_remove_css_class (person_label, "warning");
  gtk_list_item_set_accessible_label (list_item, spoken);
}

static void
build_list (CapacityRolesPage *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkFilterListModel *filtered = NULL;
  GtkSortListModel *sorted = NULL;

  self->filter = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), g_object_ref (self->filter));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (filtered), GTK_SORTER (gtk_custom_sorter_new (compare_vacancy, NULL, NULL)));
  self->selection = gtk_multi_selection_new (G_LIST_MODEL (sorted));
  g_signal_connect_object (self->selection, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (factory);
}

static void
update_cb (CapacityRolesPage *self)
{
  const CapacityPortfolio *portfolio = capacity_workspace_get_portfolio (self->workspace);

  if (portfolio == NULL)
    return;
  capacity_role_item_update (self->items, portfolio);
  filter_changed_cb (self);
  selection_changed_cb (self);
}

static void
fill_roles (CapacityRolesPage *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);

  gtk_string_list_append (roles, _("All Who Are Answerable"));
  for (int i = 0; i < CAPACITY_N_ROLES; i++)
    gtk_string_list_append (roles, capacity_words_role ((CapacityRole) i));
  gtk_drop_down_set_model (self->role_drop_down, G_LIST_MODEL (roles));
  capacity_combo_set_name (self->role_drop_down, _("Role"));
}

static void
capacity_roles_page_dispose (GObject *object)
{
  CapacityRolesPage *self = CAPACITY_ROLES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), CAPACITY_TYPE_ROLES_PAGE);
  g_clear_object (&self->selection);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (capacity_roles_page_parent_class)->dispose (object);
}

static void
capacity_roles_page_class_init (CapacityRolesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = capacity_roles_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/varam/Capacity/institution/capacity-roles-page.ui");
  gtk_widget_class_bind_template_child (widget_class, CapacityRolesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, CapacityRolesPage, role_drop_down);
  gtk_widget_class_bind_template_child (widget_class, CapacityRolesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, CapacityRolesPage, list);
  gtk_widget_class_bind_template_child (widget_class, CapacityRolesPage, selected_label);
  gtk_widget_class_bind_template_child (widget_class, CapacityRolesPage, assign_button);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, assign_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, capacity_dialogs_stop_search);
}

static void
capacity_roles_page_init (CapacityRolesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  fill_roles (self);
}

/**
 * capacity_roles_page_new:
 * @workspace: an open portfolio
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
capacity_roles_page_new (CapacityWorkspace *workspace)
{
  CapacityRolesPage *self = g_object_new (CAPACITY_TYPE_ROLES_PAGE, NULL);

  self->workspace = g_object_ref (workspace);
  self->items = capacity_role_item_list (capacity_workspace_get_portfolio (workspace));
  build_list (self);
  update_cb (self);
  g_signal_connect_object (workspace, "notify::assessment", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
