#!/bin/sh
# hosts.t - two hosts with one database; each has its own programs, worker and
# map.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/storm.sh"
[ -x "$ANTREAN_BUILD/tests/fault/storm" ] || test_needs storm

site_make
first=$web
second() {
	state=$T/second
	share=$state/share
	run=$state/run
	port=$1
	nginx_port=$((port + 1))
	site_conf=$T/second.conf
}

# The second host has its own directory and ports, and the same keys and public
# address.
second_port=$(free_port)
(
	second "$second_port"
	site_fill
	mkdir "$run"
	: >"$state/log/programs.log"
	: >"$state/log/apache-error.log"
	: >"$state/log/nginx-error.log"
	sed "s|^run_dir = .*|run_dir = $run|" "$T/antrean.conf" >"$site_conf"
	chown -R "$site_user" "$state"
	programs_start
	web_start
) >"$T/out" 2>&1 || {
	sed 's/^/# /' "$T/out"
	echo "Bail out! no second host"
	exit 1
}
second_end() {
	(
		second "$second_port"
		web_stop
		programs_stop
	)
}
at_exit="second_end; $at_exit"
other=http://127.0.0.1:$((second_port + 1))

# at ADDRESS COMMAND...: runs COMMAND with requests to that host.
at() {
	web=$1
	shift
	"$@"
}

# both_logs: adds the second host's log to the log that the test case judges.
both_logs() {
	cat "$T/second/log/programs.log" >>"$state/log/programs.log"
	: >"$T/second/log/programs.log"
}

# within SECONDS COMMAND...: waits for COMMAND and records how long it took.
within() {
	begun=$(date +%s%3N)
	wait_for "$@"
	echo "$(($(date +%s%3N) - begun)) ms" >"$T/took"
}
shows() {
	[ "$(shown_left 2)" = "$1" ]
}
closed() {
	cgi slot GET "slot?office=jakarta-selatan"
	says "Listrik mati"
}
full() {
	[ -z "$(shown_left 2)" ]
}

site_case 'a booking made at one host is seen at the other within 5 s' '
	at "$first" account_new ratna
	at "$first" review 2
	at "$first" press
	status 303
	at "$first" shows 4
	web=$other
	within 5 shows 4
	both_logs
'
echo "# seen after $(cat "$T/took")"
site_case 'a cancellation is seen at both hosts within 5 s' '
	sql -e "UPDATE applicant SET seat_no = NULL, nik_live = NULL,
		live_no = NULL, state = \"cancelled\"; UPDATE booking
		SET state = \"cancelled\", cancelled_at = created_at"
	web=$other
	within 5 shows 5
	at "$first" wait_for 5 shows 5
	both_logs
'
echo "# seen after $(cat "$T/took")"
site_case 'a quota raised, and lowered to nothing, is seen within 5 s' '
	places 2 9
	web=$other
	within 5 shows 9
	sql -e "DELETE FROM place WHERE slot_id = 2"
	wait_for 5 full
	at "$first" wait_for 5 full
	both_logs
'
echo "# seen after $(cat "$T/took")"
site_case 'a period that is closed is seen within 5 s' '
	sql -e "UPDATE slot SET closed_id = \"Listrik mati\",
		closed_en = \"No power\" WHERE id = 2"
	web=$other
	within 5 closed
	both_logs
'
echo "# seen after $(cat "$T/took")"

# A race on both hosts: half of the parties use each.
rounds=2
parties=40
storm_places=64
storm_periods $rounds
crowd_start
wait_for 10 shown_right $((1000 + rounds))
at "$other" wait_for 10 shown_right $((1000 + rounds))
echo "# $columns"
: >"$T/ledger"
no=0
while [ $no -lt $rounds ]; do
	no=$((no + 1))
	slot=$((1000 + no))
	order press "$first,$other" $slot 0
	stored $slot >"$T/early"
	echo "# at once: left $(stored_left $slot), smallest refused $small"
	settle $slot
	order tell "$T/told"
	stored $slot >"$T/stored"
	at "$other" wait_for 10 shown_right $slot
	left=$(stored_left $slot)
	ledger $no both 0 "$left" "$small" "$(at "$other" shown_left $slot $storm_day)" \
		>>"$T/ledger"
	echo "# $(tail -n 1 "$T/ledger")"
	forget
done
exec 3>&-
site_case 'the race across both hosts is exact' '
	for name in open lost extra half over gone strange; do
		equal "$name 0" "$name $(sum $name)"
	done
	equal "$(sum acked)" "$(sum booked)"
	test "$(sum booked)" -gt 0
	both_logs
'
test_end
