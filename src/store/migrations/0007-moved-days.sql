-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Moved working days that were missing: the decision of the Cabinet of Ministers of 1 April 2008 (Latvijas Vēstnesis,
-- 174501) and its order No. 211 for 2018. Where the institution has said something of either day, that stays.

INSERT OR IGNORE INTO moved_day (day_off, worked)
  SELECT CAST (julianday (column1) - 1721424.5 AS INTEGER), CAST (julianday (column2) - 1721424.5 AS INTEGER)
  FROM (VALUES
    ('2008-05-02', '2008-05-10'),
    ('2008-11-17', '2008-11-22'),
    ('2018-04-30', '2018-04-21'));
