-- Only the last four digits of a NIK remain in clear. Before, the first four
-- (a part of the region) were in clear too. The middle of a NIK is the birth
-- date, which is in the same row, so a copy of the table showed all but two
-- digits.

UPDATE person SET nik_mask = CONCAT('...', RIGHT(nik_mask, 4));
UPDATE applicant SET nik_mask = CONCAT('...', RIGHT(nik_mask, 4));

ALTER TABLE person
	MODIFY COLUMN nik_mask CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '...0001';
ALTER TABLE applicant
	MODIFY COLUMN nik_mask CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '...0001';
