-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The working days within which a case of the service is to be done; without them a month, the term of the
-- Administrative Procedure Law.

ALTER TABLE service ADD COLUMN term_days INTEGER CHECK (term_days BETWEEN 1 AND 36525);
