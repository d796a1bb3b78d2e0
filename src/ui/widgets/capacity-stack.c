/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-stack.h"

/**
 * capacity_stack_show:
 * @stack: a stack with large children
 * @name: which of them to show
 *
 * Shows one child. The others are made invisible: a child that is only not in front has its style found, and found anew
 * when something above it changes, as if it were.
 */
void
capacity_stack_show (GtkStack   *stack,
                     const char *name)
{
  GtkWidget *shown = NULL;

  g_return_if_fail (GTK_IS_STACK (stack));

  shown = gtk_stack_get_child_by_name (stack, name);
  g_return_if_fail (shown != NULL);

  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (stack, shown);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_visible (child, child == shown);
}
