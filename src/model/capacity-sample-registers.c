/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "capacity-sample-private.h"

#include <math.h>

/* What the registers of the invented municipality say beside volumes and capacity: roles, units, who is served, how
 * resources are shared, what is known in advance and what is planned. All of it is invented, the texts are data. Months
 * are counted from the month after the last measured one. */

#define COUNTER "Klātienē"
#define PHONE "Pa tālruni"
#define ONLINE "E-pakalpojums"

typedef struct
{
  const char *name;
  const char *head; /* NULL where nobody is appointed */
} SampleDepartment;

static const SampleDepartment departments[] = {
  { "Administrācija", "Jānis Paraugs" },
  { "Bāriņtiesa", "Zane Brīnumiņa" },
  { "Būvvalde", "Andris Iedomājs" },
  { "Dzimtsarakstu nodaļa", "Zane Brīnumiņa" },
  { "Finanšu nodaļa", "Māris Izdomātais" },
  { "Izglītības pārvalde", "Līga Sapnīte" },
  { "Klientu apkalpošanas centrs", "Ilze Paraudziņa" },
  { "Komunālā saimniecība", NULL },
  { "Kultūras un sporta pārvalde", "Dace Stāstiņa" },
  { "Nekustamā īpašuma nodaļa", "Kristīne Pasaciņa" },
  { "Pašvaldības policija", "Edgars Teicējs" },
  { "Sociālais dienests", "Anna Piemēra" },
};

/* Who stands in for the owner, where that is agreed; an owner of "" is a vacancy. */
typedef struct
{
  const char   *code;
  const char   *owner;
  const char   *substitute;
  const char   *provider;
  CapacityPhase phase;
} SampleRoles;

static const SampleRoles roles[] = {
  { "KAC-01", NULL, "Jānis Paraugs", "Klientu apkalpošanas speciālisti", CAPACITY_PHASE_PROVISION },
  { "KAC-03", NULL, "Jānis Paraugs", "Klientu apkalpošanas speciālisti", CAPACITY_PHASE_PROVISION },
  { "SOC-01", NULL, "Pēteris Teiksma", "Sociālie darbinieki", CAPACITY_PHASE_PROVISION },
  { "SOC-02", NULL, "Pēteris Teiksma", "Sociālie darbinieki", CAPACITY_PHASE_PROVISION },
  { "SOC-05", NULL, "Anna Piemēra", "Aprūpētāji", CAPACITY_PHASE_PROVISION },
  { "SOC-10", NULL, NULL, NULL, CAPACITY_PHASE_INTRODUCTION },
  { "BUV-01", NULL, "Kristīne Pasaciņa", "Būvinspektori un arhitekti", CAPACITY_PHASE_PROVISION },
  { "KOM-03", "", "Dace Stāstiņa", "Kapsētu pārziņi", CAPACITY_PHASE_PROVISION },
  { "IKT-02", NULL, NULL, NULL, CAPACITY_PHASE_CREATION },
};

typedef struct
{
  const char       *code;
  CapacityLabelKind kind;
  const char       *name;
  double            size; /* 0 where not known */
  const char       *level;
} SampleLabel;

static const SampleLabel labels[] = {
  { "KAC-01", CAPACITY_LABEL_LIFE_SITUATION, "Dzīvesvietas maiņa", 0, NULL },
  { "KAC-01", CAPACITY_LABEL_RECIPIENTS, "Novada iedzīvotāji", 24600, "izpilde vienā darbdienā" },
  { "KAC-01", CAPACITY_LABEL_CHANNEL, COUNTER, 0, NULL },
  { "KAC-01", CAPACITY_LABEL_CHANNEL, PHONE, 0, NULL },
  { "KAC-01", CAPACITY_LABEL_CHANNEL, ONLINE, 0, NULL },
  { "KAC-03", CAPACITY_LABEL_RECIPIENTS, "Novada iedzīvotāji", 24600, "gaidīšana līdz 15 minūtēm" },
  { "SOC-01", CAPACITY_LABEL_RECIPIENTS, "Mazturīgas mājsaimniecības", 1150, "lēmums 10 darbdienās" },
  { "SOC-02", CAPACITY_LABEL_RECIPIENTS, "Mazturīgas mājsaimniecības", 1150, "lēmums 10 darbdienās" },
  { "SOC-04", CAPACITY_LABEL_LIFE_SITUATION, "Bērna piedzimšana", 0, NULL },
  { "SOC-05", CAPACITY_LABEL_RECIPIENTS, "Seniori, kam vajadzīga aprūpe mājās", 310, "apmeklējums katru darbdienu" },
  { "SOC-05", CAPACITY_LABEL_LIFE_SITUATION, "Tuvinieka aprūpe", 0, NULL },
  { "IZG-01", CAPACITY_LABEL_LIFE_SITUATION, "Bērna izglītība", 0, NULL },
  { "IZG-01", CAPACITY_LABEL_RECIPIENTS, "Ģimenes ar pirmsskolas vecuma bērniem", 1700, "vieta rindas kārtībā" },
  { "BUV-01", CAPACITY_LABEL_LIFE_SITUATION, "Mājokļa būvniecība", 0, NULL },
  { "BUV-01", CAPACITY_LABEL_TAG, "VARAM pārskats", 0, NULL },
  { "DZI-02", CAPACITY_LABEL_LIFE_SITUATION, "Bērna piedzimšana", 0, NULL },
  { "KOM-04", CAPACITY_LABEL_RECIPIENTS, "Sabiedrība kopumā", 24600, "tīra ietve līdz plkst. 8" },
  { "R-DVS", CAPACITY_LABEL_USER, "Paraugciema pamatskola (izdomāta)", 0, NULL },
  { "R-IKT", CAPACITY_LABEL_USER, "Paraugciema novada muzejs (izdomāts)", 0, NULL },
};

/* What cases of a kind or channel take, beside what they take on the whole. */
typedef struct
{
  const char         *service;
  const char         *resource;
  CapacityRequestKind kind;
  const char         *channel;
  double              amount;
  CapacityBasis       basis;
  double              norm;
} SampleSpecialNeed;

static const SampleSpecialNeed special_needs[] = {
  { "KAC-01", "R-KAC", CAPACITY_REQUEST_ALL, COUNTER, 0.45, CAPACITY_BASIS_MEASURED, 0.4 },
  { "KAC-01", "R-KAC", CAPACITY_REQUEST_ALL, ONLINE, 0.1, CAPACITY_BASIS_MEASURED, NAN },
  { "KAC-01", "R-EPAK", CAPACITY_REQUEST_ALL, ONLINE, 3, CAPACITY_BASIS_CONTRACT, NAN },
  { "FIN-01", "R-EPAK", CAPACITY_REQUEST_ALL, ONLINE, 2, CAPACITY_BASIS_CONTRACT, NAN },
  { "KAC-05", "R-LIET", CAPACITY_REQUEST_INFORMATION, NULL, 0.5, CAPACITY_BASIS_NORM, NAN },
  { "KAC-05", "R-LIET", CAPACITY_REQUEST_COMPLAINT, NULL, 2, CAPACITY_BASIS_NORM, NAN },
  { "IKT-01", "R-IKT", CAPACITY_REQUEST_INCIDENT, NULL, 0.8, CAPACITY_BASIS_MEASURED, 1 },
  { "IKT-01", "R-IKT", CAPACITY_REQUEST_PROBLEM, NULL, 3, CAPACITY_BASIS_MEASURED, NAN },
};

typedef struct
{
  const char *service;
  const char *resource;
  double      share;    /* 0 for none given */
  int         priority; /* 0 for none given */
} SampleAllocation;

static const SampleAllocation allocations[] = {
  { "SOC-01", "R-SOC", 0.38, 0 },
  { "SOC-02", "R-SOC", 0.44, 0 },
  { "KAC-05", "R-LIET", 0, 1 },
  { "KUL-03", "R-LIET", 0, 2 },
};

typedef struct
{
  const char     *code;
  CapacitySharing sharing;
  CapacityReach   reach;
  const char     *provider;
  double          availability; /* 0 for all of the time */
  const char     *substitute;
} SampleArrangement;

static const SampleArrangement arrangements[] = {
  { "R-SOC", CAPACITY_SHARING_SHARE, CAPACITY_REACH_OWN, NULL, 0, "Pēteris Teiksma" },
  { "R-LIET", CAPACITY_SHARING_PRIORITY, CAPACITY_REACH_OWN, NULL, 0, NULL },
  { "R-SOPA", CAPACITY_SHARING_FAIR, CAPACITY_REACH_SECTOR, "Nozares sistēmas uzturētājs (izdomāts)", 0.98, NULL },
  { "R-EPAK", CAPACITY_SHARING_FAIR, CAPACITY_REACH_STATE, "Valsts platformas uzturētājs (izdomāts)", 0.995, NULL },
  { "R-PSI", CAPACITY_SHARING_FAIR, CAPACITY_REACH_OWN, "SIA „Mierīgais prāts“ (izdomāta)", 0, NULL },
  { "R-DVS", CAPACITY_SHARING_FAIR, CAPACITY_REACH_OWN, NULL, 0.99, "Jānis Paraugs" },
};

/* A dated change of capacity; @until of 0 is until further notice. */
typedef struct
{
  const char        *code;
  double             value;
  gboolean           in_posts;
  int                from;
  int                days;
  CapacityLimitState state;
  const char        *note;
} SampleChange;

static const SampleChange changes[] = {
  { "R-SOC", 7, TRUE, 4, 0, CAPACITY_LIMIT_APPROVED, "Jauna amata vieta nākamā gada budžetā." },
  { "R-BUV", 600, FALSE, 8, 0, CAPACITY_LIMIT_PLANNED, "Atjaunot likvidēto arhitekta amatu." },
  { "R-SOPA", 0, FALSE, 2, 2, CAPACITY_LIMIT_APPROVED, "Sistēmas plānotie uzturēšanas darbi." },
  { "SOC-05", 3500, FALSE, 6, 0, CAPACITY_LIMIT_APPROVED, "Līguma grozījumi ar aprūpes sniedzēju." },
  { "SOC-06", 8200, FALSE, 12, 0, CAPACITY_LIMIT_PLANNED, "Papildu līgums, ja to apstiprina dome." },
};

typedef struct
{
  const char            *service; /* NULL for every service */
  CapacityKnownEventKind kind;
  const char            *name;
  int                    from;
  int                    n_months; /* 0 for "from then on" */
  double                 share;
  double                 cases;
  const char            *note;
} SampleEvent;

static const SampleEvent events[] = {
  { NULL, CAPACITY_KNOWN_EVENT_CAMPAIGN, "Novada jubilejas gads (izdomāts)", 7, 3, 0.02, NAN, NULL },
  { "SOC-01", CAPACITY_KNOWN_EVENT_LAW, "Ienākumu sliekšņa maiņa (izdomāta)", 3, 0, 0.08, NAN,
    "Slieksni paaugstina par 8 %." },
  { "IKT-01", CAPACITY_KNOWN_EVENT_NOTICE, "Muzejs pievienojas atbalstam (izdomāts)", 4, 0, NAN, 25,
    "Muzeja paziņojums par plānotām izmaiņām." },
  { "IZG-01", CAPACITY_KNOWN_EVENT_DEADLINE, "Pieteikšanās termiņš rudens grupām (izdomāts)", 5, 1, 0.15, NAN, NULL },
};

typedef struct
{
  const char       *service; /* NULL for the institution */
  int               years;
  CapacityPlanState state;
  const char       *assumptions;
  const char       *recommendation;
  const char       *decided_by;
} SamplePlan;

static const SamplePlan plans[] = {
  { NULL, 3, CAPACITY_PLAN_PROPOSED, "Iedzīvotāju skaits mazinās par 1 % gadā, senioru daļa aug.",
    "Jaunās slodzes vispirms piešķirt sociālajam dienestam.", NULL },
  { "SOC-05", 2, CAPACITY_PLAN_APPROVED, "Aprūpējamo skaits aug par 8 % gadā.",
    "Palielināt līguma apjomu no nākamā gada pavasara.", "Novada dome (izdomāta)" },
  { "SOC-06", 1, CAPACITY_PLAN_DRAFT, "Stundu skaits aug līdzīgi kā līdz šim.", NULL, NULL },
};

static CapacityDate
first_day (int last,
           int months)
{
  return capacity_period_first_day ((CapacityPeriod){ CAPACITY_PERIOD_MONTH, last + months });
}

static CapacityService *
service_of (const CapacityPortfolio *portfolio,
            const char              *code)
{
  for (guint i = 0; i < portfolio->services->len; i++)
    if (g_strcmp0 (((CapacityService *) portfolio->services->pdata[i])->code, code) == 0)
      return portfolio->services->pdata[i];

  return NULL;
}

static CapacityResource *
resource_of (const CapacityPortfolio *portfolio,
             const char              *code)
{
  for (guint i = 0; i < portfolio->resources->len; i++)
    if (g_strcmp0 (((CapacityResource *) portfolio->resources->pdata[i])->code, code) == 0)
      return portfolio->resources->pdata[i];

  return NULL;
}

static void
take_roles (CapacityPortfolio *portfolio)
{
  CapacityInstitution *institution = &portfolio->institution;

  institution->portfolio_owner = g_strdup ("Jānis Paraugs");
  institution->portfolio_substitute = g_strdup ("Ilze Paraudziņa");
  institution->resource_owner = g_strdup ("Gatis Mākonis");
  for (guint i = 0; i < G_N_ELEMENTS (departments); i++)
    {
      CapacityDepartment *department = capacity_department_new (departments[i].name);

      department->head = g_strdup (departments[i].head);
      g_ptr_array_add (portfolio->departments, department);
    }
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      CapacityService *service = service_of (portfolio, roles[i].code);

      if (roles[i].owner != NULL)
        g_clear_pointer (&service->owner, g_free);
      service->substitute = g_strdup (roles[i].substitute);
      service->provider = g_strdup (roles[i].provider);
      service->phase = roles[i].phase;
    }
}

static void
take_labels (CapacityPortfolio *portfolio)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      const CapacityService *service = service_of (portfolio, labels[i].code);
      CapacityLabel *label = capacity_label_new (labels[i].kind, labels[i].name);

      label->size = labels[i].size > 0 ? labels[i].size : NAN;
      label->level = g_strdup (labels[i].level);
      g_ptr_array_add (service != NULL ? service->labels : resource_of (portfolio, labels[i].code)->labels, label);
    }
}

static void
take_needs (CapacityPortfolio *portfolio)
{
  for (guint i = 0; i < G_N_ELEMENTS (special_needs); i++)
    {
      const SampleSpecialNeed *self = &special_needs[i];
      CapacityNeed *need = capacity_need_new (&resource_of (portfolio, self->resource)->id, self->kind, self->amount);

      need->channel = g_strdup (self->channel);
      need->basis = self->basis;
      need->norm = self->norm;
      g_ptr_array_add (service_of (portfolio, self->service)->needs, need);
    }
  for (guint i = 0; i < G_N_ELEMENTS (allocations); i++)
    {
      const SampleAllocation *self = &allocations[i];
      CapacityAllocation allocation = { capacity_id_new (), resource_of (portfolio, self->resource)->id,
                                        self->share > 0 ? self->share : NAN, self->priority };

      g_ptr_array_add (service_of (portfolio, self->service)->allocations,
                       g_memdup2 (&allocation, sizeof allocation));
    }
}

static void
take_arrangements (CapacityPortfolio *portfolio)
{
  for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
    {
      CapacityResource *resource = resource_of (portfolio, arrangements[i].code);

      resource->sharing = arrangements[i].sharing;
      resource->reach = arrangements[i].reach;
      resource->provider = g_strdup (arrangements[i].provider);
      resource->availability = arrangements[i].availability > 0 ? arrangements[i].availability : NAN;
      resource->substitute = g_strdup (arrangements[i].substitute);
    }
}

/* People wait before the counters. */
static void
take_waiting (CapacityPortfolio *portfolio)
{
  CapacityResource *counters = resource_of (portfolio, "R-LOGI");

  counters->open_hours = 8;
  counters->wait_minutes = 15;
  counters->wait_share = 0.9;
}

/* What a year takes from the days of every post, and other work from what remains. */
static void
take_absence (CapacityPortfolio *portfolio)
{
  for (guint i = 0; i < portfolio->resources->len; i++)
    {
      CapacityResource *resource = portfolio->resources->pdata[i];

      if (resource->kind != CAPACITY_RESOURCE_PEOPLE)
        continue;
      resource->leave_days = 20;
      resource->sick_days = 6;
      resource->training_days = 3;
      resource->other_duties = 0.14;
    }
}

static int
compare_limits (gconstpointer a,
                gconstpointer b)
{
  const CapacityLimit *x = *(const CapacityLimit *const *) a;
  const CapacityLimit *y = *(const CapacityLimit *const *) b;

  return x->mode != y->mode ? (int) x->mode - (int) y->mode : x->from - y->from;
}

static void
take_changes (CapacityPortfolio *portfolio,
              int                last)
{
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      const SampleChange *self = &changes[i];
      const CapacityService *service = service_of (portfolio, self->code);
      GPtrArray *limits = service != NULL ? service->limits : resource_of (portfolio, self->code)->limits;
      CapacityDate from = first_day (last, self->from) + (self->days > 0 ? 7 : 0);
      CapacityLimit *limit = capacity_limit_new (CAPACITY_MODE_REGULAR, self->value, CAPACITY_PERIOD_MONTH, from,
                                                 self->days > 0 ? from + self->days - 1 : CAPACITY_DATE_NONE);

      limit->in_posts = self->in_posts;
      limit->state = self->state;
      limit->note = g_strdup (self->note);
      g_ptr_array_add (limits, limit);
      g_ptr_array_sort (limits, compare_limits);
    }
}

static void
take_events (CapacityPortfolio *portfolio,
             int                last)
{
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      const SampleEvent *self = &events[i];
      CapacityDate until = self->n_months > 0 ? first_day (last, self->from + self->n_months) - 1 : CAPACITY_DATE_NONE;
      CapacityKnownEvent *event = capacity_known_event_new (self->kind, self->name, first_day (last, self->from),
                                                            until);

      event->share = self->share;
      event->cases = self->cases;
      event->note = g_strdup (self->note);
      g_ptr_array_add (self->service != NULL ? service_of (portfolio, self->service)->events : portfolio->events,
                       event);
    }
}

static void
take_plans (CapacityPortfolio *portfolio,
            int                last)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      CapacityPlan *plan = capacity_plan_new (plans[i].years);

      plan->state = plans[i].state;
      plan->assumptions = g_strdup (plans[i].assumptions);
      plan->recommendation = g_strdup (plans[i].recommendation);
      plan->decided_by = g_strdup (plans[i].decided_by);
      plan->decided = plans[i].decided_by != NULL ? first_day (last, 0) + 9 : CAPACITY_DATE_NONE;
      if (plans[i].service != NULL)
        service_of (portfolio, plans[i].service)->plan = plan;
      else
        portfolio->plan = plan;
    }
}

/* The month of many police calls was no exception, says its owner. */
static void
take_refusal (CapacityPortfolio *portfolio,
              int                last)
{
  CapacityRefusal refusal = { capacity_id_new (), last - 16 };

  g_ptr_array_add (service_of (portfolio, "POL-01")->refusals, g_memdup2 (&refusal, sizeof refusal));
}

/**
 * capacity_sample_take_registers:
 * @portfolio: the invented portfolio, with its services and resources
 * @last: index of the last measured month
 *
 * Fills its registers.
 */
void
capacity_sample_take_registers (CapacityPortfolio *portfolio,
                                int                last)
{
  take_roles (portfolio);
  take_labels (portfolio);
  take_needs (portfolio);
  take_arrangements (portfolio);
  take_waiting (portfolio);
  take_absence (portfolio);
  take_changes (portfolio, last);
  take_events (portfolio, last);
  take_plans (portfolio, last);
  take_refusal (portfolio, last);
}
