-- Every change of the schema stopped all programs of all hosts, an added column
-- too, because a program knew no schema but its own.  From now on a file says
-- which programs may go on with the schema that it makes, in a line
--
--	-- reads_from: N
--
-- where N is the oldest DB_SCHEMA that can.  A file without this line stops all
-- older programs, as the files up to this one do.

ALTER TABLE schema_version
	ADD reads_from SMALLINT UNSIGNED NULL COMMENT 'oldest schema whose programs may go on with this one; NULL: none but its own';
