#!/bin/sh
# names.t - each enum of lib/queue and each statement uses only words that the
# schema allows.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
db_start
migrate >/dev/null
"$ANTREAN_BUILD/tests/db/names" | sort >"$T/code"
# words: prints, for each CHECK that only lists words, its name and a word a
# line.
words() {
	sql -e "SELECT constraint_name, check_clause
		FROM information_schema.check_constraints
		WHERE constraint_schema = DATABASE()
		AND check_clause REGEXP '^.[a-z_]+. in \\\\([^()]*\\\\)\$'" |
		awk '{ n = split($0, part, "\047")
			for (i = 2; i < n; i += 2) print $1, part[i] }'
}
# used: prints the columns and words that statements of lib/queue compare or
# set.
used() {
	find "$ANTREAN_SRC/lib/queue" -name '*.[ch]' -exec cat {} + |
		grep -oE "[a-z]+ (=|<>|IN) \(?'[^\")]+'" |
		awk '{ n = split($0, part, "\047")
			for (i = 2; i < n; i += 2) print $1, part[i] }' | sort -u
}
words | sort >"$T/words"
# lib/queue has no enum for these, so only SQL bounds them.
grep -vE '^(account_lang|booking_lang|person_sex|applicant_sex|place_pool|sender_kind) ' \
	"$T/words" >"$T/schema"
{
	sed 's/^[a-z_]*_//' "$T/words"
	sql -e "SELECT CONCAT('name ', name) FROM parameter"
} | sort -u >"$T/known"

test_case 'lib/queue and the schema list the same words' '
	[ "$(wc -l <"$T/schema")" -gt 40 ]
	same "$T/schema" "$T/code"
'
test_case 'a statement uses the words of its columns only' '
	used >"$T/used"
	[ "$(wc -l <"$T/used")" -ge 8 ]
	comm -23 "$T/used" "$T/known" >"$T/strange"
	same /dev/null "$T/strange"
'
test_end
