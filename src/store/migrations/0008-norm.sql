-- Copyright The Capacity developers
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- What a case takes may be measured and have a norm beside it. Each row is written once more, so that its first change is
-- not remembered as one from a row without the column.

ALTER TABLE need ADD COLUMN norm REAL CHECK (norm > 0 AND norm < 9e999);
UPDATE need SET basis = basis;
