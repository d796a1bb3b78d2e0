-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a case takes may be measured and have a norm beside it.

ALTER TABLE need ADD COLUMN norm REAL CHECK (norm > 0 AND norm < 9e999);
