#!/bin/sh
# statements.t - prepares and explains every statement of lib/queue.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
db_start
migrate >/dev/null
sql <"$ANTREAN_SRC/tests/db/fill.sql"
# Each table that fill.sql leaves empty gets 300 rows without NULL; row 1 has
# the values that fill.sql names.  CHECKs and foreign keys are off: no plan uses
# them.
{
	echo "SET foreign_key_checks = 0, check_constraint_checks = 0;"
	sql <<-'SQL'
		SET group_concat_max_len = 65536;
		SELECT CONCAT('INSERT IGNORE INTO ', table_name, ' (',
			GROUP_CONCAT(column_name), ') SELECT ',
			GROUP_CONCAT(CASE
				WHEN data_type = 'date'
				THEN '''2026-12-01'' + INTERVAL seq - 1 DAY'
				WHEN data_type = 'datetime'
				THEN '''2026-12-01'' + INTERVAL seq - 1 HOUR'
				WHEN data_type LIKE '%binary'
				THEN CONCAT('LEFT(IF(seq = 1, REPEAT(''x'', 32), ',
					'UNHEX(SHA2(seq, 256))), ',
					character_maximum_length, ')')
				WHEN character_maximum_length IS NOT NULL
				THEN CONCAT('LEFT(IF(seq = 1, ''x'', CONCAT(''x'', seq)), ',
					character_maximum_length, ')')
				ELSE 'seq' END),
			' FROM seq_1_to_300 WHERE NOT EXISTS (SELECT 1 FROM ',
			table_name, ');')
		FROM information_schema.columns
		WHERE table_schema = DATABASE() AND extra = ''
		GROUP BY table_name
	SQL
} >"$T/rows.sql"
sql <"$T/rows.sql"
for table in $(echo "SHOW TABLES" | sql); do
	echo "ANALYZE TABLE $table;"
done | sql >/dev/null
"$ANTREAN_BUILD/tests/db/statements" "$socket" antrean
