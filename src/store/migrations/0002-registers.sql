-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Registers: who is answerable, whom services are for, how resources are shared and what they offer, events
-- to come, plans. Columns are only added at the end and no row is changed, so that what was done before can
-- still be undone.

ALTER TABLE institution ADD COLUMN portfolio_owner TEXT;
ALTER TABLE institution ADD COLUMN portfolio_substitute TEXT;
ALTER TABLE institution ADD COLUMN resource_owner TEXT;
ALTER TABLE institution ADD COLUMN resource_substitute TEXT;
ALTER TABLE institution ADD COLUMN day_hours REAL NOT NULL DEFAULT 8 CHECK (day_hours > 0 AND day_hours <= 24);
ALTER TABLE institution ADD COLUMN target_peak REAL CHECK (target_peak > 0 AND target_peak <= 1);

-- A day on which the institution does not work, beyond the holidays of the law.
CREATE TABLE day_off (
  day INTEGER PRIMARY KEY NOT NULL CHECK (day > 0)
) STRICT;

-- A unit of the institution; services and resources name it.
CREATE TABLE department (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  name TEXT NOT NULL UNIQUE CHECK (name <> ''),
  head TEXT,
  note TEXT
) STRICT;

-- In services with a driver the arrivals count what drives the demand, and driver_rate is the cases each of
-- them brings.
ALTER TABLE service ADD COLUMN substitute TEXT;
ALTER TABLE service ADD COLUMN provider TEXT;
ALTER TABLE service ADD COLUMN phase INTEGER NOT NULL DEFAULT 3 CHECK (phase BETWEEN 0 AND 5);
ALTER TABLE service ADD COLUMN driver TEXT CHECK (driver <> '');
ALTER TABLE service ADD COLUMN driver_rate REAL CHECK (driver_rate > 0 AND driver_rate < 9e999);
ALTER TABLE service ADD COLUMN target_peak REAL CHECK (target_peak > 0 AND target_peak <= 1);
ALTER TABLE service ADD COLUMN low REAL CHECK (low >= 0 AND low <= 1);

-- Leave, sickness and training are working days a post and year, other_duties a share of what is left.
ALTER TABLE resource ADD COLUMN substitute TEXT;
ALTER TABLE resource ADD COLUMN department TEXT;
ALTER TABLE resource ADD COLUMN provider TEXT;
ALTER TABLE resource ADD COLUMN reach INTEGER NOT NULL DEFAULT 0 CHECK (reach BETWEEN 0 AND 2);
ALTER TABLE resource ADD COLUMN sharing INTEGER NOT NULL DEFAULT 0 CHECK (sharing BETWEEN 0 AND 2);
ALTER TABLE resource ADD COLUMN availability REAL CHECK (availability >= 0 AND availability <= 1);
ALTER TABLE resource ADD COLUMN leave_days REAL CHECK (leave_days BETWEEN 0 AND 366);
ALTER TABLE resource ADD COLUMN sick_days REAL CHECK (sick_days BETWEEN 0 AND 366);
ALTER TABLE resource ADD COLUMN training_days REAL CHECK (training_days BETWEEN 0 AND 366);
ALTER TABLE resource ADD COLUMN other_duties REAL CHECK (other_duties >= 0 AND other_duties < 1);
ALTER TABLE resource ADD COLUMN target_peak REAL CHECK (target_peak > 0 AND target_peak <= 1);
ALTER TABLE resource ADD COLUMN low REAL CHECK (low >= 0 AND low <= 1);
ALTER TABLE resource ADD COLUMN lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 36525);

-- A limit in posts is of people, and becomes hours by their calendar.
ALTER TABLE capacity ADD COLUMN state INTEGER NOT NULL DEFAULT 2 CHECK (state BETWEEN 0 AND 2);
ALTER TABLE capacity ADD COLUMN in_posts INTEGER NOT NULL DEFAULT 0 CHECK (in_posts IN (0, 1));

-- What a case needs may differ by channel: the table is made again for the sake of its uniqueness.
CREATE TABLE need_by_channel (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB NOT NULL REFERENCES service ON DELETE CASCADE,
  resource BLOB NOT NULL REFERENCES resource ON DELETE CASCADE,
  request INTEGER NOT NULL CHECK (request BETWEEN 0 AND 8),
  amount REAL NOT NULL CHECK (amount > 0 AND amount < 9e999),
  channel BLOB REFERENCES channel,
  basis INTEGER NOT NULL DEFAULT 0 CHECK (basis BETWEEN 0 AND 3)
) STRICT;
INSERT INTO need_by_channel (id, service, resource, request, amount)
  SELECT id, service, resource, request, amount FROM need;
DROP TABLE need;
ALTER TABLE need_by_channel RENAME TO need;
CREATE UNIQUE INDEX need_of_service ON need (service, resource, request, ifnull (channel, x''));
CREATE INDEX need_of_resource ON need (resource);
CREATE INDEX need_of_channel ON need (channel) WHERE channel IS NOT NULL;

-- How much of a resource a service gets, where it is not shared by need: its share, or its place in the order.
CREATE TABLE allocation (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB NOT NULL REFERENCES service ON DELETE CASCADE,
  resource BLOB NOT NULL REFERENCES resource ON DELETE CASCADE,
  share REAL CHECK (share >= 0 AND share <= 1),
  priority INTEGER CHECK (priority BETWEEN 1 AND 9),
  UNIQUE (service, resource)
) STRICT;
CREATE INDEX allocation_of_resource ON allocation (resource);

-- Short facts of a service or resource: recipient groups, life situations, channels, users, tags, attachments.
CREATE TABLE label (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB REFERENCES service ON DELETE CASCADE,
  resource BLOB REFERENCES resource ON DELETE CASCADE,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 5),
  name TEXT NOT NULL CHECK (name <> ''),
  size REAL CHECK (size >= 0 AND size < 9e999),
  level TEXT,
  CHECK ((service IS NULL) <> (resource IS NULL))
) STRICT;
CREATE INDEX label_of_service ON label (service) WHERE service IS NOT NULL;
CREATE INDEX label_of_resource ON label (resource) WHERE resource IS NOT NULL;

-- Volumes may be counted by place too.
ALTER TABLE series ADD COLUMN site TEXT CHECK (site <> '');
DROP INDEX series_of_service;
CREATE UNIQUE INDEX series_of_service
  ON series (service, request, measure, period, ifnull (channel, x''), ifnull (site, ''));

-- Known in advance to change the demand of a service, or of all: by a share (0.3 is 30 % more) and by cases a month.
CREATE TABLE event (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB REFERENCES service ON DELETE CASCADE,
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4),
  name TEXT NOT NULL CHECK (name <> ''),
  from_day INTEGER NOT NULL CHECK (from_day > 0),
  until_day INTEGER CHECK (until_day >= from_day),
  share REAL CHECK (share >= -1 AND share < 9e999),
  cases REAL CHECK (cases > -9e999 AND cases < 9e999),
  note TEXT
) STRICT;
CREATE INDEX event_of_service ON event (service) WHERE service IS NOT NULL;

-- A month (year × 12 + month − 1) in whose volumes a person sees nothing out of the ordinary, whatever the forecast finds.
CREATE TABLE refusal (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB NOT NULL REFERENCES service ON DELETE CASCADE,
  month INTEGER NOT NULL CHECK (month BETWEEN 0 AND 119999),
  UNIQUE (service, month)
) STRICT;

-- The capacity plan of a service, or of the institution.
CREATE TABLE plan (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB REFERENCES service ON DELETE CASCADE,
  years INTEGER NOT NULL CHECK (years BETWEEN 1 AND 5),
  assumptions TEXT,
  recommendation TEXT,
  state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 3),
  decided_day INTEGER CHECK (decided_day > 0),
  decided_by TEXT
) STRICT;
CREATE UNIQUE INDEX plan_of_service ON plan (ifnull (service, x''));

-- How files of a kind were read, for the next one; the settings are a text of the exchange of data.
CREATE TABLE import_profile (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  name TEXT NOT NULL CHECK (name <> ''),
  fingerprint TEXT NOT NULL UNIQUE CHECK (fingerprint <> ''),
  settings TEXT NOT NULL
) STRICT;

-- A choice of rows in a view; the query is a text of that view.
CREATE TABLE saved_filter (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  page TEXT NOT NULL CHECK (page <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  query TEXT NOT NULL,
  UNIQUE (page, name)
) STRICT;
