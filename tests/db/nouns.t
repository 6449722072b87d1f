#!/bin/sh
# nouns.t - lib/queue reads and writes what administrators decide.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make
sql -e "INSERT INTO office_parameter (office_id, name, value)
	VALUES (2, 'arrive_before', 45);
	DELETE FROM parameter WHERE name = 'taken_address'"
ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
	"$ANTREAN_BUILD/tests/db/nouns" 2>"$T/log"
