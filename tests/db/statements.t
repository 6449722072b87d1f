#!/bin/sh
# statements.t - every statement of lib/queue prepared and explained.
. "$(dirname "$0")/server.sh"
server_start
migrate >/dev/null
sql antrean <"$top/tests/db/fill.sql"
for table in $(echo "SHOW TABLES" | sql antrean); do
	echo "ANALYZE TABLE $table;"
done | sql antrean >/dev/null
"$build/tests/db/statements" "$socket" antrean
