/* Copyright The Capacity developers
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/**
 * CapacityRole:
 *
 * The roles of the method card that people and institutions have.
 */
typedef enum
{
  CAPACITY_ROLE_RECIPIENT,       /* pakalpojuma saņēmējs */
  CAPACITY_ROLE_PROVIDER,        /* pakalpojuma sniedzējs */
  CAPACITY_ROLE_SERVICE_OWNER,   /* pakalpojuma saimnieks (pakalpojuma vadītājs) */
  CAPACITY_ROLE_PORTFOLIO_OWNER, /* iestādes pakalpojumu kopuma saimnieks (pakalpojumu kopuma vadītājs) */
  CAPACITY_ROLE_POOL_OWNER,      /* iestādes resursu kopuma saimnieks (resursu kopuma vadītājs) */
  CAPACITY_ROLE_RESOURCE_OWNER,  /* resursa saimnieks (resursa vadītājs) */
  CAPACITY_ROLE_RESOURCE_USER,   /* resursa lietotājs */
} CapacityRole;

#define CAPACITY_N_ROLES 7
