-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What it takes to tell how long people wait in line before a counter or on the telephone.

-- The hours of a working day on which people are served; within how many minutes their turn should come, and for which
-- share of them. The resource is counted in hours.
ALTER TABLE resource ADD COLUMN open_hours REAL CHECK (open_hours > 0 AND open_hours <= 24);
ALTER TABLE resource ADD COLUMN wait_minutes REAL CHECK (wait_minutes >= 0 AND wait_minutes <= 1440);
ALTER TABLE resource ADD COLUMN wait_share REAL CHECK (wait_share > 0 AND wait_share < 1);
