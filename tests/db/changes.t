#!/bin/sh
# changes.t - what the worker notices without reading every place: new bookings
# by the ids of their applicants, other changes by the rows of slot_change, and
# places whose free_from has come.
#	ANTREAN_HOLD=20		seconds that a late transaction lasts
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make
hold=${ANTREAN_HOLD:-6}

says_left() {
	[ "$("$ANTREAN_BUILD/tests/db/map" "$T/run" "$1" 2>/dev/null)" = "$2" ]
}
full_rounds() {
	grep -c "event=map" "$T/worker.log"
}
# told SQL SLOT...: SQL makes rows of slot_change for those slots, in any order,
# and for no others.
told() {
	sql -e "DELETE FROM slot_change"
	sql -e "$1"
	shift
	equal "$*" "$(sql -e "SELECT DISTINCT slot_id FROM slot_change
		ORDER BY slot_id" | paste -s -d ' ')"
}
# bookings FIRST LAST: prints SQL for bookings with those ids, of account 1 for
# slot 2.
bookings() {
	echo "INSERT INTO booking (id, code, once, digest, account_id, slot_id,
			party, state, lang, channel, declared, created_at)
		SELECT seq, CONCAT('B', seq), LEFT(UNHEX(SHA2(seq, 256)), 16),
			@x, 1, 2, 1, 'booked', 'id', 'web', '1', '2026-12-07'
		FROM seq_$1_to_$2;"
}
# applicants FIRST LAST SEAT: prints SQL for one applicant of each of those
# bookings.  SEAT NULL: the applicant has given its seat back.
applicants() {
	echo "INSERT INTO applicant (booking_id, no, slot_id, seat_no, account_id,
			nik_hash, nik_key, nik_sealed, nik_mask, nik_flags, name,
			birth, sex, service_id, state)
		SELECT seq, 1, 2, $3, 1, @x, 1, @x, 'x', 0, 'x', '1990-01-01',
			'l', 1, IF($3 IS NULL, 'cancelled', 'booked') FROM seq_$1_to_$2;"
}
at_exit='kill $(cat "$T/worker"); '$at_exit

{
	echo "SET @x = REPEAT('x', 32);
		INSERT INTO account (id, email, email_folded, password, lang,
			notice_version, created_at)
		VALUES (1, 'x', 'x', 'x', 'id', '1', '2026-11-01');"
	bookings 1 4
	applicants 1 1 11
} >"$T/first.sql"
sql <"$T/first.sql"

test_case 'each change of places or slots makes a row of slot_change' '
	told "INSERT INTO place (slot_id, seat_no) VALUES (2, 21), (3, 22)" 2 3
	told "UPDATE place SET pool = \"reserve\" WHERE slot_id = 2 AND seat_no = 21" 2
	told "UPDATE place SET slot_id = 3 WHERE slot_id = 2 AND seat_no = 21" 2 3
	told "DELETE FROM place WHERE slot_id = 3 AND seat_no > 20" 3
	told "UPDATE slot SET closed_id = \"Banjir\" WHERE id = 4" 4
	told "UPDATE slot SET closed_id = NULL WHERE id = 4" 4
	told "INSERT INTO slot (id, office_id, opening_id, day, start_minute,
		end_minute) VALUES (901, 1, 1, \"2026-12-18\", 900, 960)" 901
	told "UPDATE opening SET closes_at = closes_at + INTERVAL 1 MINUTE WHERE id = 3" 8
	told "UPDATE office SET suspended_id = \"Gempa\" WHERE id = 2" 8
	told "UPDATE office SET suspended_id = NULL WHERE id = 2" 8
	told "INSERT INTO closed_day (day, kind, name_id, name_en, status)
		VALUES (\"2026-12-21\", \"holiday\", \"x\", \"x\", \"tetap\")" 7
	told "DELETE FROM closed_day WHERE day = \"2026-12-21\"" 7
	told "DELETE FROM slot WHERE id = 901" 901
'
test_case 'a place given back or moved makes a row, and a lapse makes none' '
	told "UPDATE applicant SET state = \"lapsed\", live_no = NULL" ""
	told "UPDATE applicant SET slot_id = 3, seat_no = 7" 2 3
	told "UPDATE applicant SET slot_id = 2, seat_no = 11" 2 3
	told "UPDATE applicant SET seat_no = NULL, state = \"cancelled\"" 2
	told "UPDATE applicant SET seat_no = 11, state = \"booked\"" 2
	told "DELETE FROM applicant" 2
'
test_case 'a booking makes no row' '
	{ echo "SET @x = REPEAT(\"x\", 32);"; applicants 1 1 11; } >"$T/again.sql"
	told "$(cat "$T/again.sql")" ""
'

ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
	"$(program worker)" map </dev/null >/dev/null 2>>"$T/worker.log" &
echo $! >"$T/worker"
wait_for 5 says_left 2 4

test_case 'a transaction that ends after 5,000 others is seen' '
	mkfifo "$T/late"
	sql <"$T/late" &
	exec 3>"$T/late"
	{
		echo "SET @x = REPEAT(\"x\", 32); START TRANSACTION;"
		applicants 2 2 12
		echo "SELECT GET_LOCK(\"inserted\", 0);"
	} >&3
	inserted() {
		[ "$(sql -e "SELECT IS_FREE_LOCK(\"inserted\")")" = 0 ]
	}
	wait_for 5 inserted
	{
		echo "SET @x = REPEAT(\"x\", 32);"
		bookings 101 5100
		applicants 101 5100 NULL
		applicants 3 3 13
	} >"$T/many.sql"
	sql <"$T/many.sql"
	wait_for 5 says_left 2 3
	began=$(date +%s)
	lasted() {
		[ $(($(date +%s) - began)) -ge "$hold" ]
	}
	wait_for $((hold + 5)) lasted
	says_left 2 3
	echo "COMMIT;" >&3
	exec 3>&-
	wait_for 5 says_left 2 2
'
test_case 'a place given back by another host is seen' '
	sql -e "UPDATE applicant SET seat_no = NULL, state = \"cancelled\"
		WHERE booking_id = 3"
	wait_for 5 says_left 2 3
'
test_case 'a place becomes free at its free_from, though nobody writes' '
	sql -e "UPDATE place SET free_from = \"2026-12-07 01:10:00\"
		WHERE slot_id = 2 AND seat_no = 14"
	sql -e "UPDATE place SET free_from = \"2026-12-07 01:20:00\"
		WHERE slot_id = 2 AND seat_no = 15"
	wait_for 5 says_left 2 1
	clock_set "2026-12-07 08:10 +0700"
	wait_for 5 says_left 2 2
	clock_set "2026-12-07 08:20 +0700"
	wait_for 5 says_left 2 3
'
test_case 'a change that was rolled back is not seen, a later one is' '
	sql -e "START TRANSACTION; DELETE FROM place WHERE slot_id = 8; ROLLBACK;
		DELETE FROM place WHERE slot_id = 8 AND seat_no = 1"
	wait_for 5 says_left 8 2
'
test_case 'all of that was seen without reading every place' '
	equal 1 "$(full_rounds)" || [ "$hold" -gt 10 ]
'
if [ "$hold" -gt 10 ]; then
	test_case 'a wrong place in the map is corrected within a minute' '
		"$ANTREAN_BUILD/tests/db/map" "$T/run" 8 spoil >/dev/null
		says_left 8 1
		wait_for 70 says_left 8 2
	'
fi
test_end
