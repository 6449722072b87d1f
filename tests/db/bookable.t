#!/bin/sh
# bookable.t - the row of a period holds from when until when it can be booked,
# whichever login changes the calendar, an opening or an office, in any order;
# and slot_judge in C says the same.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make

# wrong: prints the periods for which the row and slot_judge differ.
wrong() {
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$ANTREAN_BUILD/tests/db/bookable" 2>>"$T/log"
}
# periods: prints the columns that the triggers set.
periods() {
	sql -e "SELECT id, bookable_from, bookable_until FROM slot ORDER BY id"
}
# changes STATEMENT ID...: the statement changes exactly those rows, and all
# rows are right after it.
changes() {
	periods >"$T/before"
	sql -e "$1"
	shift
	periods >"$T/after"
	equal "$*" "$(diff "$T/before" "$T/after" | sed -n 's/^> \([0-9]*\).*/\1/p' |
		paste -s -d ' ')"
	equal "" "$(wrong)"
}

test_case 'a period is bookable from its opening to its start' '
	equal "2026-12-04 07:00:00	2026-12-14 01:00:00" "$(sql -e "SELECT
		bookable_from, bookable_until FROM slot WHERE id = 2")"
	equal "5 6 9" "$(sql -e "SELECT id FROM slot
		WHERE bookable_until IS NULL" | paste -s -d " ")"
	equal "" "$(wrong)"
'
test_case 'a period closed and opened again' '
	changes "UPDATE slot SET closed_id = \"Banjir\" WHERE id = 2" 2
	changes "UPDATE slot SET closed_id = \"Gempa\" WHERE id = 2"
	changes "UPDATE slot SET closed_id = NULL WHERE id = 2" 2
'
test_case 'a period at another hour, on a closed day, in another lane' '
	changes "UPDATE slot SET start_minute = 481 WHERE id = 2" 2
	changes "UPDATE slot SET day = \"2026-12-16\" WHERE id = 2" 2
	changes "UPDATE slot SET day = \"2026-12-14\", start_minute = 480
		WHERE id = 2" 2
	changes "UPDATE slot SET lane = \"walkin\" WHERE id = 2" 2
	changes "UPDATE slot SET lane = \"online\" WHERE id = 2" 2
'
test_case 'a value written by hand is replaced' '
	changes "UPDATE slot SET bookable_until = \"2030-01-01\",
		bookable_from = NULL"
'
test_case 'an opening put off, and one that ends before its periods' '
	changes "UPDATE opening SET opens_at = \"2026-12-08\" WHERE id = 3" 8
	changes "UPDATE opening SET closes_at = \"2026-12-13\" WHERE id = 3" 8
	changes "UPDATE opening SET closes_at = \"2026-12-18 03:00:00\"
		WHERE id = 3" 8
'
test_case 'an office suspended and reopened' '
	changes "UPDATE office SET suspended_id = \"Gempa\" WHERE id = 1" \
		1 2 3 4 7
	changes "UPDATE office SET suspended_id = NULL" 1 2 3 4 7 9
'
test_case 'an office in another time zone' '
	changes "UPDATE office SET utc_offset = 480 WHERE id = 2" 8
	changes "UPDATE office SET name = \"Kantor\" WHERE id = 2"
'
test_case 'a day closed for all, moved, and opened again' '
	changes "INSERT INTO closed_day (id, day, kind, name_id, name_en, status)
		VALUES (90, \"2026-12-14\", \"leave\", \"a\", \"a\", \"tetap\")" \
		2 3 8 9
	changes "UPDATE closed_day SET day = \"2026-12-15\" WHERE id = 90" \
		2 3 4 8 9
	changes "DELETE FROM closed_day WHERE id = 90" 4
'
test_case 'a day closed at one office, moved to another office, and opened again' '
	changes "INSERT INTO closed_day (id, day, office_id, kind, name_id, name_en,
		status) VALUES (91, \"2026-12-14\", 2, \"closure\", \"a\", \"a\",
		\"tetap\")" 8
	changes "UPDATE closed_day SET office_id = 1 WHERE id = 91" 2 3 8
	changes "INSERT INTO closed_day (day, kind, name_id, name_en, status)
		VALUES (\"2026-12-14\", \"leave\", \"b\", \"b\", \"tetap\")" 8 9
	changes "DELETE FROM closed_day WHERE id = 91"
'
test_case 'an administrator closes a day and a period' '
	sed "s/IDENTIFIED VIA unix_socket/IDENTIFIED BY \"secret\"/" \
		"$ANTREAN_SRC/sql/grants.sql" | sql
	sql --user=antrean-admin --password=secret -e "
		INSERT INTO closed_day (day, kind, name_id, name_en, status)
		VALUES (\"2026-12-15\", \"leave\", \"c\", \"c\", \"tetap\");
		UPDATE slot SET closed_id = \"Banjir\" WHERE id = 7"
	equal "" "$(sql -e "SELECT id FROM slot WHERE id IN (4, 7)
		AND bookable_until IS NOT NULL")"
	equal "" "$(wrong)"
'

# A connection that stays open: the test writes its statements to fd 3.
mkfifo "$T/office"
mariadb --no-defaults --socket="$socket" --database=antrean --batch \
	--unbuffered <"$T/office" >"$T/office.out" 2>&1 3>&- &
exec 3>"$T/office"
at_exit="exec 3>&-; $at_exit"
echo "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED;" >&3

waiting() {
	[ "$(sql -e "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'" |
		cut -f 2)" = 1 ]
}
said() {
	grep -q "$1" "$T/office.out"
}
# waits FIRST SECOND WHY: SECOND waits until FIRST is committed, and then all
# rows are right.
waits() {
	echo "START TRANSACTION; $1; SELECT 'done $3';" >&3
	wait_for 5 said "done $3"
	sql -e "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; $2" 3>&- &
	wait_for 5 waiting
	echo "COMMIT;" >&3
	wait $!
	equal "" "$(wrong)"
}
day="INSERT INTO closed_day (day, kind, name_id, name_en, status)"
period="INSERT INTO slot (id, office_id, opening_id, day, start_minute,
	end_minute)"

test_case 'a new period waits for a transaction that closes its day' '
	waits "$day VALUES (\"2026-12-17\", \"leave\", \"d\", \"d\", \"tetap\")" \
		"$period VALUES (92, 1, 1, \"2026-12-17\", 480, 600)" day
	equal 1 "$(sql -e "SELECT bookable_until IS NULL FROM slot
		WHERE id = 92")"
'
test_case 'a transaction that closes a day waits for a new period' '
	waits "$period VALUES (93, 1, 1, \"2026-12-18\", 480, 600)" \
		"$day VALUES (\"2026-12-18\", \"leave\", \"e\", \"e\", \"tetap\")" \
		period
	equal 1 "$(sql -e "SELECT bookable_until IS NULL FROM slot
		WHERE id = 93")"
'
# blocked STATE: one statement waits in that state.
blocked() {
	[ "$(sql -e "SELECT COUNT(*) FROM information_schema.processlist
		WHERE state = '$1'")" = 1 ]
}
held() {
	[ "$(sql -e "SELECT IS_FREE_LOCK('hold')")" = 0 ]
}
test_case 'a closure also waits for a period whose trigger has read the calendar' '
	sql -e "CREATE TRIGGER hold BEFORE INSERT ON slot FOR EACH ROW
		FOLLOWS slot_added SET @held = GET_LOCK(\"hold\", 10)"
	echo "SELECT GET_LOCK(\"hold\", 0);" >&3
	wait_for 5 held
	sql -e "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; $period
		VALUES (96, 1, 1, \"2026-12-10\", 480, 600)" 3>&- &
	adding=$!
	wait_for 5 blocked "User lock"
	sql -e "SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED; $day
		VALUES (\"2026-12-10\", \"leave\", \"f\", \"f\", \"tetap\")" \
		3>&- &
	closing=$!
	wait_for 5 waiting
	echo "SELECT RELEASE_LOCK(\"hold\");" >&3
	wait $adding
	wait $closing
	sql -e "DROP TRIGGER hold"
	equal 1 "$(sql -e "SELECT bookable_until IS NULL FROM slot
		WHERE id = 96")"
	equal "" "$(wrong)"
'
test_case 'a new period waits for a transaction that postpones its opening' '
	waits "UPDATE opening SET opens_at = \"2026-12-09\" WHERE id = 1" \
		"$period VALUES (94, 1, 1, \"2026-12-11\", 480, 600)" opening
	equal "2026-12-09 00:00:00" "$(sql -e "SELECT bookable_from FROM slot
		WHERE id = 94")"
'
test_case 'a transaction that suspends an office waits for a new period' '
	waits "$period VALUES (95, 1, 1, \"2026-12-11\", 600, 720)" \
		"UPDATE office SET suspended_id = \"Gempa\" WHERE id = 1" office
	equal 1 "$(sql -e "SELECT bookable_until IS NULL FROM slot
		WHERE id = 95")"
'
test_end
