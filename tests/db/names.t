#!/bin/sh
# names.t - the words of each enum are those that the schema allows.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
db_start
migrate >/dev/null
"$ANTREAN_BUILD/tests/db/names" | sort >"$T/code"
# A rule that only lists words; those without a list in lib/queue are kept by
# SQL alone.
sql -e "SELECT constraint_name, check_clause
	FROM information_schema.check_constraints
	WHERE constraint_schema = DATABASE()
	AND check_clause REGEXP '^.[a-z_]+. in \\\\([^()]*\\\\)\$'" |
	awk '{ n = split($0, part, "\047")
		for (i = 2; i < n; i += 2) print $1, part[i] }' |
	grep -vE '^(account_lang|booking_lang|person_sex|applicant_sex|place_pool|sender_kind) ' |
	sort >"$T/schema"

test_case 'lib/queue and the schema list the same words' '
	[ "$(wc -l <"$T/schema")" -gt 40 ]
	same "$T/schema" "$T/code"
'
test_end
