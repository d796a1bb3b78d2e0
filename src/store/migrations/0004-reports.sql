-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What an institution adds to its reports: words of its own, and its emblem.

-- A text in a report about a service, a resource or, without a subject, the institution; the report and its section
-- are named as the program names them. A text whose subject is deleted is there again when that is undone.
CREATE TABLE report_text (
  id BLOB PRIMARY KEY NOT NULL CHECK (length (id) = 16),
  report TEXT NOT NULL CHECK (report <> ''),
  section TEXT NOT NULL,
  subject BLOB CHECK (length (subject) = 16),
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE UNIQUE INDEX report_text_of_section ON report_text (report, section, ifnull (subject, x''));

-- A PNG picture.
ALTER TABLE institution ADD COLUMN emblem BLOB CHECK (length (emblem) BETWEEN 17 AND 1048576);
