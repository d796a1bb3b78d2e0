-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- A row that is older than a column does not hold it, so the first change of the row would be remembered as one
-- from nothing, and could not be undone where nothing is not allowed. Each row is written once more with the values
-- it has.

UPDATE institution SET day_hours = day_hours;
UPDATE service SET phase = phase;
UPDATE resource SET reach = reach, sharing = sharing;
UPDATE capacity SET state = state, in_posts = in_posts;
