#!/bin/sh
# young.t - explains every statement while the server still has the statistics of
# empty tables, since it updates them only after the rush of an opening.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
db_start
migrate >/dev/null
sql <<'SQL'
SET GLOBAL innodb_stats_auto_recalc = OFF;
SQL
sql <"$ANTREAN_SRC/tests/db/fill.sql"
sql <<'SQL'
UPDATE mysql.innodb_table_stats SET n_rows = 0, clustered_index_size = 1,
	sum_of_other_index_sizes = 0 WHERE database_name = 'antrean';
UPDATE mysql.innodb_index_stats SET stat_value = 0
	WHERE database_name = 'antrean' AND stat_name LIKE 'n_diff%';
UPDATE mysql.innodb_index_stats SET stat_value = 1
	WHERE database_name = 'antrean' AND stat_name NOT LIKE 'n_diff%';
SHUTDOWN;
SQL
# gone PID: the server has ended.  The changed statistics hold from its next start
# on.
gone() {
	fails kill -s 0 "$1"
}
wait_for 20 gone "$(cat "$T/db/server")"
rm "$T/db/server"
db_again
"$ANTREAN_BUILD/tests/db/statements" "$socket" antrean
