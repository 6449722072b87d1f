#!/bin/sh
# commit.t - the booking program dies between taking places and sending its
# answer.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"
[ -f "$ANTREAN_BUILD/tests/fault/death.so" ] || test_needs death.so

site_make booking

# Each test case has a period of its own with one place.
periods() {
	sql -e "INSERT INTO slot (id, office_id, opening_id, day, start_minute,
			end_minute)
		SELECT 100 + seq, 1, 1, '2026-12-17', 400 + seq, 500 + seq
		FROM seq_1_to_20;
		INSERT INTO place (slot_id, seat_no)
		SELECT 100 + seq, 7 FROM seq_1_to_20"
}

# stored SLOT BOOKINGS: the database has that many bookings and applicants of
# SLOT.
stored() {
	equal "$2 $2" "$(sql -e "SELECT COUNT(*), (SELECT COUNT(*)
		FROM applicant a WHERE a.slot_id = $1 AND seat_no IS NOT NULL)
		FROM booking WHERE slot_id = $1" | tr '\t' ' ')"
}

# dies PLACE: presses the button, and the program dies at PLACE.  The browser gets
# no answer, or a page that asks to press again.
dies() {
	death booking "$1"
	press
	test ! -e "$state/death/booking"
	case $(cat "$T/status") in
	000 | 500 | 503) ;;
	*) false ;;
	esac
	begun=$(date +%s%3N)
}

# comes_back NAME: the place that the dead process claimed can be booked within
# 10 s.
comes_back() {
	wait_for 10 booked_it
	took=$(($(date +%s%3N) - begun))
	echo "$1 $took ms" >>"$T/took"
	test "$took" -le 10000
}
booked_it() {
	press
	[ "$(cat "$T/status")" = 303 ]
}

# who N: makes an account for the next booking.
who() {
	register "email=orang$1%40contoh.id" "nik=3273015403889$1"
	status 303
}

# After this start the map has the new periods and every program reads it anew.
periods
programs_stop
: >"$state/log/programs.log"
programs_start
wait_for 10 grep -q "program=worker-map event=map" "$state/log/programs.log"

serial=100
slot=100
for server in apache nginx; do
	serve "$server"
	for place in booking applicants commit; do
		serial=$((serial + 1))
		slot=$((slot + 1))
		case $server in
		nginx)
			[ $place = commit ] || continue
			title="killed before '$place', the next one books within 10 s"
			heir=$((serial + 400))
			;;
		apache)
			title="killed before '$place', the button books within 10 s"
			heir=$serial
			;;
		esac
		site_case "$server: $title" '
			who $heir
			review $slot
			cp "$T/jar" "$T/heir"
			cp "$T/review" "$T/hers"
			[ $heir -eq $serial ] || {
				who $serial
				review $slot
			}
			dies $place
			stored $slot 0
			cp "$T/heir" "$T/jar"
			cp "$T/hers" "$T/review"
			comes_back "$server-$place"
			stored $slot 1
			follow
			says "Jadwal tercatat"
		'
	done
	serial=$((serial + 1))
	slot=$((slot + 1))
	site_case "$server: the program dies after COMMIT: the button finds the booking" '
		who $serial
		review $slot
		dies committed
		stored $slot 1
		press
		status 303
		stored $slot 1
		follow
		says "Jadwal tercatat"
	'
	serial=$((serial + 1))
	slot=$((slot + 1))
	site_case "$server: the answer to COMMIT is lost: the button finds the booking" '
		who $serial
		review $slot
		death booking cut
		log_expect "query=db_commit errno=2013"
		press
		status 503
		says "belum pasti apakah jadwal sudah tercatat"
		stored $slot 1
		press
		status 303
		stored $slot 1
	'
	serial=$((serial + 1))
	slot=$((slot + 1))
	site_case "$server: the program dies after half its answer: the button finds it too" '
		who $serial
		review $slot
		dies half
		stored $slot 1
		press
		status 303
		stored $slot 1
	'
done
sed "s/^/# place came back: /" "$T/took"
test_end
