-- Of a NIK only the last four digits are kept in clear.  The first four were the
-- region and the middle is the birth date, which stands beside it: all but two
-- digits could be read from a copy of the table.

UPDATE person SET nik_mask = CONCAT('...', RIGHT(nik_mask, 4));
UPDATE applicant SET nik_mask = CONCAT('...', RIGHT(nik_mask, 4));

ALTER TABLE person
	MODIFY COLUMN nik_mask CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '...0001';
ALTER TABLE applicant
	MODIFY COLUMN nik_mask CHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT '...0001';
