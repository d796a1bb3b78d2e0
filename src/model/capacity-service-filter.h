/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "capacity-quality.h"
#include "capacity-service-item.h"

G_BEGIN_DECLS

#define CAPACITY_FILTER_ANY (-1)

/**
 * CapacityTrendChoice:
 *
 * Which trends are wanted, or %CAPACITY_FILTER_ANY.
 */
typedef enum
{
  CAPACITY_TREND_CHOICE_GROWS,
  CAPACITY_TREND_CHOICE_FALLS,
  CAPACITY_TREND_CHOICE_NONE, /* no proven trend */
} CapacityTrendChoice;

#define CAPACITY_N_TREND_CHOICES 3

/**
 * CapacityServiceFilter:
 * @text: (nullable): words that must all be found; change it with capacity_service_filter_set_text()
 * @verdict: an overall #CapacityVerdict, or %CAPACITY_FILTER_ANY
 * @modes: by #CapacityMode, the #CapacityVerdict in that mode, or %CAPACITY_FILTER_ANY
 * @trend: a #CapacityTrendChoice, or %CAPACITY_FILTER_ANY
 * @department: (nullable): a unit of the institution, %NULL for any
 * @owner: (nullable): a person, %NULL for any
 * @phase: a #CapacityPhase, or %CAPACITY_FILTER_ANY
 * @lack: a #CapacityLack, or %CAPACITY_FILTER_ANY
 * @tag: (nullable): one of its tags, %NULL for any
 * @life_situation: (nullable): one of its life situations, %NULL for any
 * @words: (nullable): @text as it is looked for
 *
 * Which services are wanted: those to which all of it applies.
 */
typedef struct
{
  char *text;
  int   verdict;
  int   modes[CAPACITY_N_MODES];
  int   trend;
  char *department;
  char *owner;
  int   phase;
  int   lack;
  char *tag;
  char *life_situation;
  GStrv words;
} CapacityServiceFilter;

CapacityServiceFilter *capacity_service_filter_new      (void);
CapacityServiceFilter *capacity_service_filter_parse    (const char                  *query);
void                   capacity_service_filter_free     (CapacityServiceFilter       *self);
char                  *capacity_service_filter_to_query (const CapacityServiceFilter *self);
void                   capacity_service_filter_set_text (CapacityServiceFilter       *self,
                                                         const char                  *text);
gboolean               capacity_service_filter_is_empty (const CapacityServiceFilter *self);
gboolean               capacity_service_filter_matches  (const CapacityServiceFilter *self,
                                                         CapacityServiceItem         *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CapacityServiceFilter, capacity_service_filter_free)

G_END_DECLS
