-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Hours: volumes may be counted by them (period 5) and capacities given an hour. A CHECK cannot be changed, so the
-- tables are made again with the same columns in the same order, so that what was done before can still be undone.

ALTER TABLE volume RENAME TO volume_before;
ALTER TABLE series RENAME TO series_before;
ALTER TABLE capacity RENAME TO capacity_before;
DROP INDEX series_of_service;
DROP INDEX series_of_channel;
DROP INDEX series_of_import;
DROP INDEX capacity_of_service;
DROP INDEX capacity_of_resource;

CREATE TABLE capacity (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB REFERENCES service ON DELETE CASCADE,
  resource BLOB REFERENCES resource ON DELETE CASCADE,
  mode INTEGER NOT NULL CHECK (mode IN (0, 1)),
  amount REAL NOT NULL CHECK (amount >= 0 AND amount < 9e999),
  per INTEGER NOT NULL CHECK (per BETWEEN 0 AND 5),
  from_day INTEGER CHECK (from_day > 0),
  until_day INTEGER CHECK (until_day >= ifnull (from_day, 1)),
  basis INTEGER NOT NULL CHECK (basis BETWEEN 0 AND 3),
  note TEXT,
  state INTEGER NOT NULL DEFAULT 2 CHECK (state BETWEEN 0 AND 2),
  in_posts INTEGER NOT NULL DEFAULT 0 CHECK (in_posts IN (0, 1)),
  CHECK ((service IS NULL) <> (resource IS NULL))
) STRICT;
INSERT INTO capacity SELECT * FROM capacity_before;
CREATE INDEX capacity_of_service ON capacity (service) WHERE service IS NOT NULL;
CREATE INDEX capacity_of_resource ON capacity (resource) WHERE resource IS NOT NULL;

CREATE TABLE series (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB NOT NULL REFERENCES service ON DELETE CASCADE,
  request INTEGER NOT NULL CHECK (request BETWEEN 0 AND 8),
  channel BLOB REFERENCES channel,
  measure INTEGER NOT NULL CHECK (measure BETWEEN 0 AND 2),
  period INTEGER NOT NULL CHECK (period BETWEEN 0 AND 5),
  import BLOB REFERENCES import,
  site TEXT CHECK (site <> '')
) STRICT;
INSERT INTO series SELECT * FROM series_before;
CREATE UNIQUE INDEX series_of_service
  ON series (service, request, measure, period, ifnull (channel, x''), ifnull (site, ''));
CREATE INDEX series_of_channel ON series (channel) WHERE channel IS NOT NULL;
CREATE INDEX series_of_import ON series (import) WHERE import IS NOT NULL;

-- The blocks of hours are those of days by 24.
CREATE TABLE volume (
  series BLOB NOT NULL REFERENCES series ON DELETE CASCADE,
  block INTEGER NOT NULL CHECK (block BETWEEN 0 AND 821522),
  counts BLOB NOT NULL CHECK (length (counts) = 256),
  PRIMARY KEY (series, block)
) STRICT, WITHOUT ROWID;
INSERT INTO volume SELECT * FROM volume_before;

DROP TABLE volume_before;
DROP TABLE series_before;
DROP TABLE capacity_before;
