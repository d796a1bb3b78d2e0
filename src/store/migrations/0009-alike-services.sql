-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- That two services are alike may be as it should be, too. What a refusal must say and what it may say only once cannot be
-- changed, so the table is made again with the same columns in the same order and others at the end, so that what was done
-- before can still be undone.

ALTER TABLE refusal RENAME TO refusal_before;

-- What a person has seen and finds right: a month (year × 12 + month − 1) in whose volumes nothing is out of the ordinary,
-- whatever the forecast finds, or another service that has the same name (alike 0) or the same volumes (1). Services that
-- refer to each other may come in one step, in any order.
CREATE TABLE refusal (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  service BLOB NOT NULL REFERENCES service ON DELETE CASCADE,
  month INTEGER CHECK (month BETWEEN 0 AND 119999),
  other BLOB REFERENCES service ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  alike INTEGER CHECK (alike IN (0, 1)),
  CHECK ((month IS NULL) <> (other IS NULL)),
  CHECK ((alike IS NULL) = (other IS NULL))
) STRICT;
INSERT INTO refusal (id, service, month) SELECT id, service, month FROM refusal_before;
DROP TABLE refusal_before;
CREATE UNIQUE INDEX refusal_of_service ON refusal (service, ifnull (month, -1), ifnull (other, x''), ifnull (alike, -1));
CREATE INDEX refusal_of_other ON refusal (other) WHERE other IS NOT NULL;
