-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first schema. Identifiers are UUIDs of version 7. Days are numbered from 1 January of year 1 as 1,
-- times are seconds since 1970 in UTC, money is in cents. NULL says "not known" or "as the institution has
-- it". The numbers of enumerations are those of capacity-portfolio.h, capacity-change.h and capacity-
-- outcome.h.

PRAGMA application_id = 0x43415059; -- "CAPY"

-- Facts: what undo, audit and merging work on.

CREATE TABLE institution (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  name TEXT,
  registration_number TEXT,
  is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
  target_people REAL NOT NULL CHECK (target_people > 0 AND target_people <= 1),
  target_shared REAL NOT NULL CHECK (target_shared > 0 AND target_shared <= 1),
  low REAL NOT NULL CHECK (low >= 0 AND low <= 1),
  lead_days INTEGER NOT NULL CHECK (lead_days BETWEEN 0 AND 36525),
  horizon_months INTEGER NOT NULL CHECK (horizon_months BETWEEN 1 AND 240)
) STRICT;

-- A working day moved by order of the Cabinet.
CREATE TABLE moved_day (
  day_off INTEGER PRIMARY KEY NOT NULL CHECK (day_off > 0),
  worked INTEGER NOT NULL UNIQUE CHECK (worked > 0)
) STRICT;

CREATE TABLE service (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  code TEXT UNIQUE CHECK (code <> ''),
  external_id TEXT,
  name TEXT NOT NULL CHECK (name <> ''),
  unit TEXT,
  owner TEXT,
  department TEXT,
  note TEXT,
  benefit INTEGER NOT NULL CHECK (benefit BETWEEN 0 AND 2),
  target REAL CHECK (target > 0 AND target <= 1),
  lead_days INTEGER CHECK (lead_days BETWEEN 0 AND 36525)
) STRICT;

CREATE TABLE resource (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  code TEXT UNIQUE CHECK (code <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 9),
  unit TEXT,
  owner TEXT,
  note TEXT,
  posts REAL CHECK (posts >= 0),
  annual_cost INTEGER CHECK (annual_cost >= 0),
  target REAL CHECK (target > 0 AND target <= 1)
) STRICT;

-- Capacity of a service or of a resource, with its validity.
CREATE TABLE capacity (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB REFERENCES service ON DELETE CASCADE,
  resource BLOB REFERENCES resource ON DELETE CASCADE,
  mode INTEGER NOT NULL CHECK (mode IN (0, 1)),
  amount REAL NOT NULL CHECK (amount >= 0 AND amount < 9e999),
  per INTEGER NOT NULL CHECK (per BETWEEN 0 AND 4),
  from_day INTEGER CHECK (from_day > 0),
  until_day INTEGER CHECK (until_day >= ifnull (from_day, 1)),
  basis INTEGER NOT NULL CHECK (basis BETWEEN 0 AND 3),
  note TEXT,
  CHECK ((service IS NULL) <> (resource IS NULL))
) STRICT;

CREATE INDEX capacity_of_service ON capacity (service) WHERE service IS NOT NULL;
CREATE INDEX capacity_of_resource ON capacity (resource) WHERE resource IS NOT NULL;

-- What one case of a service takes of a resource.
CREATE TABLE need (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB NOT NULL REFERENCES service ON DELETE CASCADE,
  resource BLOB NOT NULL REFERENCES resource ON DELETE CASCADE,
  request INTEGER NOT NULL CHECK (request BETWEEN 0 AND 8),
  amount REAL NOT NULL CHECK (amount > 0 AND amount < 9e999),
  UNIQUE (service, resource, request)
) STRICT;

CREATE INDEX need_of_resource ON need (resource);

CREATE TABLE channel (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  name TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE import (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  file TEXT NOT NULL,
  who TEXT NOT NULL,
  time INTEGER NOT NULL,
  n_rows INTEGER NOT NULL,
  n_series INTEGER NOT NULL,
  n_services_new INTEGER NOT NULL,
  n_new INTEGER NOT NULL,
  n_changed INTEGER NOT NULL,
  n_same INTEGER NOT NULL
) STRICT;

-- A volume series; import is the one that wrote it last, NULL for typed by hand.
CREATE TABLE series (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB NOT NULL REFERENCES service ON DELETE CASCADE,
  request INTEGER NOT NULL CHECK (request BETWEEN 0 AND 8),
  channel BLOB REFERENCES channel,
  measure INTEGER NOT NULL CHECK (measure BETWEEN 0 AND 2),
  period INTEGER NOT NULL CHECK (period BETWEEN 0 AND 4),
  import BLOB REFERENCES import
) STRICT;

CREATE UNIQUE INDEX series_of_service ON series (service, request, measure, period, ifnull (channel, x''));
CREATE INDEX series_of_channel ON series (channel) WHERE channel IS NOT NULL;
CREATE INDEX series_of_import ON series (import) WHERE import IS NOT NULL;

-- The volumes of a series in blocks of 32 periods: block 0 has the indices 0 to 31. Each count is an IEEE 754
-- double, least significant byte first; NaN for not measured. A row for every value would take eight times
-- the room and ten times the time; a row for the whole series would make the history of monthly additions ten
-- times as long.
CREATE TABLE volume (
  series BLOB NOT NULL REFERENCES series ON DELETE CASCADE,
  block INTEGER NOT NULL CHECK (block BETWEEN 0 AND 34230),
  counts BLOB NOT NULL CHECK (length (counts) = 256),
  PRIMARY KEY (series, block)
) STRICT, WITHOUT ROWID;

-- History: what was done to the facts.

CREATE TABLE action (
  number INTEGER PRIMARY KEY NOT NULL,
  verb INTEGER NOT NULL,
  subject TEXT,
  n INTEGER NOT NULL,
  who TEXT NOT NULL,
  time INTEGER NOT NULL,
  state INTEGER NOT NULL CHECK (state IN (0, 1, 2)),
  turned_by TEXT,
  turned_time INTEGER
) STRICT;

CREATE INDEX action_by_state ON action (state, number);

-- The rows that an action changed, before and after, as the session extension writes them.
CREATE TABLE changeset (
  action INTEGER PRIMARY KEY NOT NULL REFERENCES action,
  bytes BLOB NOT NULL
) STRICT;

-- The services (kind 0) and resources (kind 1) that an action touched, also those it removed.
CREATE TABLE touched (
  action INTEGER NOT NULL REFERENCES action,
  kind INTEGER NOT NULL CHECK (kind IN (0, 1)),
  subject BLOB NOT NULL CHECK (length (subject) = 16),
  PRIMARY KEY (action, kind, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX touched_by_subject ON touched (subject, action);

-- Forecasts made before, by the digest of what they were made from: opening the file computes nothing.
CREATE TABLE forecast (
  number INTEGER PRIMARY KEY NOT NULL,
  digest INTEGER NOT NULL UNIQUE,
  bytes BLOB NOT NULL
) STRICT;

-- Where a new portfolio starts: an institution without a name, with the default thresholds and a UUID of
-- version 7.

INSERT INTO institution VALUES (
  unhex (printf ('%012x', CAST (unixepoch ('subsec') * 1000 AS INTEGER))
         || '7' || substr (hex (randomblob (2)), 2)
         || '8' || substr (hex (randomblob (2)), 2) || hex (randomblob (6))),
  NULL, NULL, 0, 0.85, 0.80, 0.55, 90, 36);

-- Moved working days: orders of the Cabinet of Ministers for 2009 to 2026.

INSERT INTO moved_day (day_off, worked)
  SELECT CAST (julianday (column1) - 1721424.5 AS INTEGER), CAST (julianday (column2) - 1721424.5 AS INTEGER)
  FROM (VALUES
    ('2009-01-02', '2009-01-10'),
    ('2009-06-22', '2009-06-27'),
    ('2010-05-03', '2010-05-29'),
    ('2012-04-30', '2012-04-28'),
    ('2017-05-05', '2017-05-13'),
    ('2021-05-03', '2021-05-08'),
    ('2021-06-25', '2021-06-19'),
    ('2021-11-19', '2021-11-13'),
    ('2023-05-05', '2023-05-20'),
    ('2024-12-23', '2024-12-14'),
    ('2024-12-30', '2024-12-28'),
    ('2025-05-02', '2025-05-10'),
    ('2026-01-02', '2026-01-17'),
    ('2026-06-22', '2026-06-27'));
