#!/bin/sh
# closing.t - an office closes a day at the same time as an applicant books.  If
# the booking commits first, the office is told of it; if the closure does, the
# booking is refused.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
world_make

# A connection that stays open: the test writes its statements to fd 3.
mkfifo "$T/office"
mariadb --no-defaults --socket="$socket" --database=antrean --batch \
	--unbuffered \
	<"$T/office" >"$T/office.out" 2>&1 3>&- &
exec 3>"$T/office"
at_exit="exec 3>&-; $at_exit"

# waiting: one transaction waits for a row lock.
waiting() {
	[ "$(sql -e "SHOW GLOBAL STATUS LIKE 'Innodb_row_lock_current_waits'" |
		cut -f 2)" = 1 ]
}
# said TEXT: the office's connection has printed TEXT.
said() {
	grep -q "$1" "$T/office.out"
}
holding() {
	[ "$(sql -e "SELECT IS_FREE_LOCK('hold')")" = 0 ]
}
# pressing: a program waits for the user lock that the office's connection
# holds.
pressing() {
	[ "$(sql -e "SELECT COUNT(*) FROM information_schema.processlist
		WHERE state = 'User lock'")" = 1 ]
}
# forms NAME NIK: makes an account and opens its review page for slot 8.
forms() {
	register "email=$1%40contoh.id" "nik=$2" "name=$1" birth-day=2 \
		birth-month=5 sex=l
	status 303
	cgi booking GET "booking?slot=8&kind=baru&n=1"
	p0=$(sed -n 's/.*name="who-0" value="\([0-9]*\)".*/\1/p' "$T/body")
	submit booking booking "who-0=$p0&kind-0=baru"
	status 200
}
# closes STATEMENT WHY: the booking waits until STATEMENT is committed, and is
# then refused for that reason.
closes() {
	cp "$T/review" "$T/body"
	echo "START TRANSACTION; $1; SELECT 'done $2';" >&3
	wait_for 5 said "done $2"
	submit booking booking declare=1 3>&- &
	wait_for 5 waiting
	echo "COMMIT;" >&3
	wait $!
	status 409
	grep -q "$2" "$T/body"
	equal 0 "$(sql -e "SELECT COUNT(*) FROM booking")"
}

test_case 'a booking waits for a transaction that closes its period, and is refused' '
	forms Ana 3174010205889041
	cp "$T/body" "$T/review"
	closes "UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\"
		WHERE id = 8" Banjir
	sql -e "UPDATE slot SET closed_id = NULL, closed_en = NULL WHERE id = 8"
'
test_case 'a booking waits for a transaction that suspends its office' '
	closes "UPDATE office SET suspended_id = \"Gempa\",
		suspended_en = \"Earthquake\" WHERE id = 2" Gempa
	sql -e "UPDATE office SET suspended_id = NULL, suspended_en = NULL"
'
test_case 'a booking waits for a transaction that closes its day' '
	closes "INSERT INTO closed_day (day, kind, name_id, name_en, status)
		VALUES (\"2026-12-14\", \"closure\", \"Pawai\", \"Parade\",
		\"tetap\")" Pawai
	sql -e "DELETE FROM closed_day WHERE name_id = \"Pawai\""
'
test_case 'a booking waits for a transaction that postpones its opening' '
	closes "UPDATE opening SET opens_at = \"2026-12-11 05:00:00\"
		WHERE id = 3" "belum dibuka"
	sql -e "UPDATE opening SET opens_at = \"2026-12-04 05:00:00\"
		WHERE id = 3"
'
test_case 'a booking takes other places than those a transaction removes' '
	cp "$T/review" "$T/body"
	echo "START TRANSACTION; DELETE FROM place WHERE slot_id = 8
		AND seat_no < 3; SELECT \"done places\";" >&3
	wait_for 5 said "done places"
	submit booking booking declare=1 3>&- &
	echo "COMMIT;" >&3
	wait $!
	status 303
	equal 3 "$(sql -e "SELECT seat_no FROM applicant")"
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (8, 1), (8, 2)"
'
test_case 'a closure waits for a booking that has begun, and then sees it' '
	forms Budi 3174010205889042
	sql -e "CREATE TRIGGER hold BEFORE INSERT ON audit FOR EACH ROW
		SET @held = GET_LOCK(\"hold\", 10)"
	echo "SELECT GET_LOCK(\"hold\", 0);" >&3
	wait_for 5 holding
	submit booking booking declare=1 3>&- &
	pressed=$!
	wait_for 5 pressing
	sql -e "UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\"
		WHERE id = 8; SELECT COUNT(*) FROM booking WHERE slot_id = 8" \
		>"$T/known" 3>&- &
	wait_for 5 waiting
	echo "SELECT RELEASE_LOCK(\"hold\");" >&3
	wait $pressed
	wait
	status 303
	equal 2 "$(cat "$T/known")"
'
test_case 'an applicant whose visit is over can book while another day is closed' '
	sql -e "UPDATE slot SET day = \"2026-12-01\" WHERE id = 8"
	rm -f "$T/jar"
	sign_in Ana
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	p0=$(sed -n "s/.*name=\"who-0\" value=\"\([0-9]*\)\".*/\1/p" "$T/body")
	submit booking booking "who-0=$p0&kind-0=baru"
	status 200
	echo "START TRANSACTION; INSERT INTO closed_day (day, kind, name_id,
		name_en, status) VALUES (\"2027-01-11\", \"closure\",
		\"Pawai\", \"Parade\", \"tetap\"); SELECT \"done far\";" >&3
	wait_for 5 said "done far"
	submit booking booking declare=1 3>&-
	echo "ROLLBACK;" >&3
	status 303
	equal 1 "$(sql -e "SELECT COUNT(*) FROM applicant WHERE slot_id = 2")"
'
test_end
