-- Until now every change of the schema, even a new column, stopped all programs
-- of all hosts, because a program accepted only its own schema.  From now on a
-- file says which programs may go on with the schema that it makes, in a line
--
--	-- reads_from: N
--
-- where N is the oldest DB_SCHEMA whose programs may go on.  A file without this
-- line stops all older programs, as all files up to this file do.

ALTER TABLE schema_version
	ADD reads_from SMALLINT UNSIGNED NULL COMMENT 'oldest schema whose programs may go on with this one; NULL: none but its own';
