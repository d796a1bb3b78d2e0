/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-exchange-error.h"

typedef struct
{
  guint64 line;
  guint   column;
} CapacityExchangeErrorPrivate;

static void
capacity_exchange_error_private_init (CapacityExchangeErrorPrivate *priv)
{
  priv->line = 0;
  priv->column = 0;
}

static void
capacity_exchange_error_private_copy (const CapacityExchangeErrorPrivate *from,
                                      CapacityExchangeErrorPrivate       *to)
{
  *to = *from;
}

static void
capacity_exchange_error_private_clear (CapacityExchangeErrorPrivate *priv)
{
}

G_DEFINE_EXTENDED_ERROR (CapacityExchangeError, capacity_exchange_error)

/**
 * capacity_exchange_error_new_at:
 * @code: what went wrong
 * @line: line of the file, from 1, or 0 where it does not matter
 * @column: column of the table, from 1, or 0
 * @format: the message for programmers, with its arguments
 *
 * Makes an error that knows its place in the file.
 *
 * Returns: (transfer full): the error
 */
GError *
capacity_exchange_error_new_at (CapacityExchangeError  code,
                                guint64                line,
                                guint                  column,
                                const char            *format,
                                ...)
{
  GError *error;
  va_list args;

  va_start (args, format);
  error = g_error_new_valist (CAPACITY_EXCHANGE_ERROR, (int) code, format, args);
  va_end (args);
  capacity_exchange_error_get_private (error)->line = line;
  capacity_exchange_error_get_private (error)->column = column;
  return error;
}

/**
 * capacity_exchange_error_get_line:
 * @error: an error of the domain %CAPACITY_EXCHANGE_ERROR
 *
 * Returns: the line of the file, from 1, or 0 where it does not matter
 */
guint64
capacity_exchange_error_get_line (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == CAPACITY_EXCHANGE_ERROR, 0);

  return capacity_exchange_error_get_private (error)->line;
}

/**
 * capacity_exchange_error_get_column:
 * @error: an error of the domain %CAPACITY_EXCHANGE_ERROR
 *
 * Returns: the column of the table, from 1, or 0 where it does not matter
 */
guint
capacity_exchange_error_get_column (const GError *error)
{
  g_return_val_if_fail (error != NULL && error->domain == CAPACITY_EXCHANGE_ERROR, 0);

  return capacity_exchange_error_get_private (error)->column;
}
