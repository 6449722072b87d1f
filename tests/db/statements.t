#!/bin/sh
# statements.t - every statement of lib/queue prepared and explained.
. "$(dirname "$0")/../lib.sh"
. "$ANTREAN_SRC/tests/world.sh"
db_start
migrate >/dev/null
sql <"$ANTREAN_SRC/tests/db/fill.sql"
for table in $(echo "SHOW TABLES" | sql); do
	echo "ANALYZE TABLE $table;"
done | sql >/dev/null
"$ANTREAN_BUILD/tests/db/statements" "$socket" antrean
