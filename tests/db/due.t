#!/bin/sh
# due.t - the worker lapses bookings that nobody came for; jobs run
# independently.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"

world_make
people_ready account_new ratna

worker() {
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" "$@" 2>>"$T/log"
}
# job NAME: starts the job; it runs until jobs_end.
job() {
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" "$1" </dev/null >/dev/null 2>>"$T/$1.log" &
	echo $! >"$T/$1.pid"
}
jobs_end() {
	for pid in "$T"/*.pid; do
		[ ! -f "$pid" ] || kill -9 "$(cat "$pid")" 2>/dev/null
		rm -f "$pid"
	done
}
at_exit="jobs_end; $at_exit"

# visit: prints the state of the booking, and whether it holds the NIK and the
# number of the account.
visit() {
	sql -e "SELECT CONCAT_WS(\" \", state, nik_live IS NOT NULL,
		live_no IS NOT NULL) FROM applicant"
}
lapses() {
	sql -e "SELECT COUNT(*) FROM audit WHERE actor = \"system\"
		AND act = \"applicant.lapse\""
}

test_case 'a booking for Monday, 08 to 10 in Jakarta, is made' '
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	p0=$(sed -n "s/.*name=\"who-0\" value=\"\([0-9]*\)\".*/\1/p" "$T/body")
	submit booking booking "who-0=$p0&kind-0=baru"
	submit booking booking "declare=1"
	status 303
	equal "booked 1 1" "$(visit)"
	sql -e "SELECT UNIX_TIMESTAMP(TIMESTAMPADD(MINUTE,
		s.end_minute - o.utc_offset, s.day)) FROM slot s
		JOIN office o ON o.id = s.office_id WHERE s.id = 2" >"$T/over"
'
test_case 'a booking does not lapse a second before its period is over' '
	clock_set "@$(($(cat "$T/over") - 1))"
	worker due once
	equal "booked 1 1" "$(visit)"
	equal 0 "$(lapses)"
'
test_case 'an applicant who has arrived does not lapse' '
	sql -e "UPDATE applicant SET state = \"arrived\""
	clock_set "@$(cat "$T/over")"
	worker due once
	equal "arrived 1 1" "$(visit)"
	sql -e "UPDATE applicant SET state = \"booked\""
'
test_case 'a booking does not lapse in the grace period of its office' '
	sql -e "INSERT INTO office_parameter (office_id, name, value)
		SELECT office_id, \"grace\", 30 FROM slot WHERE id = 2"
	clock_set "@$(($(cat "$T/over") + 1799))"
	worker due once
	equal "booked 1 1" "$(visit)"
	sql -e "DELETE FROM office_parameter WHERE name = \"grace\""
'
test_case 'after its period a booking lapses, frees NIK and number, and is audited once' '
	clock_set "@$(cat "$T/over")"
	worker due once
	equal "lapsed 0 0" "$(visit)"
	equal 1 "$(lapses)"
	worker due once
	equal 1 "$(lapses)"
'
test_case 'a booking that is a month over lapses in the first run' '
	sql -e "UPDATE applicant a JOIN person p ON p.account_id = a.account_id
		SET a.state = \"booked\", a.live_no = 1, a.nik_live = p.nik_hash"
	clock_set "@$(($(cat "$T/over") + 30 * 86400))"
	worker due once
	equal "lapsed 0 0" "$(visit)"
	equal 2 "$(lapses)"
'
test_case 'a job that hangs or dies does not stop another job' '
	clock_set "$world_now" 1
	rounds() {
		"$ANTREAN_BUILD/tests/db/map" "$T/run" 0 round 2>/dev/null
	}
	job map
	job due
	wait_for 10 grep -q "event=worker job=due" "$T/due.log"
	wait_for 10 rounds
	kill -STOP "$(cat "$T/due.pid")"
	was=$(rounds)
	goes_on() {
		[ "$(rounds)" -gt "$was" ]
	}
	wait_for 10 goes_on
	kill -9 "$(cat "$T/due.pid")"
	was=$(rounds)
	wait_for 10 goes_on
	# The second map process must wait for its own lock only.
	kill -STOP "$(cat "$T/map.pid")"
	job due
	wait_for 10 sh -c "[ \$(grep -c \"event=worker job=due\" $T/due.log) -eq 2 ]"
	kill -CONT "$(cat "$T/map.pid")"
'
test_case 'an unknown job is reported' '
	code=0
	"$(program worker)" nothing 2>"$T/said" || code=$?
	equal 2 "$code"
	has "$T/said" "due"
'
test_end
