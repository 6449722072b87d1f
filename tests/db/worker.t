#!/bin/sh
# worker.t - the worker refreshes the seat map of its host.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make
map=$T/run/map/seats.map

# left SLOT: prints the free places that the map shows.
left() {
	"$ANTREAN_BUILD/tests/db/map" "$T/run" "$@" 2>/dev/null
}
# says_left SLOT N: true if the map shows N.
says_left() {
	[ "$(left "$1")" = "$2" ]
}
# rounds N: waits until the worker has refreshed the map N times.
rounds() {
	for round in $(seq "$1"); do
		last=$(left 0 round)
		wait_for 10 another_round
	done
}
another_round() {
	[ "$(left 0 round)" -gt "$last" ]
}
# asked: prints how many statements the worker sends in two refreshes.
asked() {
	rounds 1
	questions="SHOW GLOBAL STATUS LIKE 'Questions'"
	before=$(sql -e "$questions" | cut -f 2)
	rounds 2
	echo $(($(sql -e "$questions" | cut -f 2) - before))
}
# free SLOT: prints the free places in the database.
free() {
	sql -e "SELECT COUNT(*) FROM place p LEFT JOIN applicant a
		ON a.slot_id = p.slot_id AND a.seat_no = p.seat_no
		WHERE p.slot_id = $1 AND a.id IS NULL AND pool = 'public'"
}
worker() {
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" map "$@" 2>>"$T/log"
}
worker_start() {
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" map </dev/null >/dev/null 2>>"$T/worker.log" &
	echo $! >"$T/worker"
}
worker_end() {
	[ ! -f "$T/worker" ] || kill -"${1:-9}" "$(cat "$T/worker")" 2>/dev/null
	rm -f "$T/worker"
}
at_exit="worker_end; $at_exit"

test_case '-t of the worker accepts the settings' '
	equal ok "$(worker -t)"
'
test_case 'without a map the places are unknown' '
	equal -1 "$(left 2)"
'
test_case 'one run makes the map from the database' '
	worker once
	for slot in $(sql -e "SELECT s.id FROM slot s JOIN opening o
			ON o.id = s.opening_id WHERE s.day >= \"2026-12-07\"
			AND o.closes_at > \"2026-12-07 01:00\""); do
		equal "$slot: $(free "$slot")" "$slot: $(left "$slot")"
	done
	fails says_left 2 0
'
test_case 'a slot that can no longer be booked is not in the map' '
	over=$(sql -e "SELECT s.id FROM slot s JOIN opening o
		ON o.id = s.opening_id WHERE o.closes_at < \"2026-12-07 01:00\"
		LIMIT 1")
	equal -1 "$(left "$over")"
'
worker_start
wait_for 5 says_left 2 "$(free 2)"
test_case 'added places are in the map within five seconds' '
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (2, 501), (2, 502)"
	wait_for 5 says_left 2 "$(free 2)"
'
test_case 'removed and reserved places leave the map' '
	sql -e "DELETE FROM place WHERE slot_id = 2 AND seat_no = 501"
	sql -e "UPDATE place SET pool = \"reserve\" WHERE slot_id = 2
		AND seat_no = 502"
	wait_for 5 says_left 2 "$(free 2)"
'
test_case 'a new slot is in the map within five seconds' '
	sql -e "INSERT INTO slot (id, office_id, opening_id, day, start_minute,
		end_minute) VALUES (901, 1, 1, \"2026-12-18\", 900, 960)"
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (901, 7)"
	wait_for 5 says_left 901 1
'
test_case 'a marked slot is reread at once' '
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (901, 8)"
	left 901 mark
	wait_for 2 says_left 901 2
'
test_case 'the place that a dead process claimed becomes free again' '
	left 901 take
	equal 1 "$(left 901)"
	wait_for 10 says_left 901 2
'
test_case 'the place that a living process claimed and never used becomes free again' '
	"$ANTREAN_BUILD/tests/db/map" "$T/run" 901 hold >/dev/null &
	holder=$!
	wait_for 2 says_left 901 1
	wait_for 10 says_left 901 2
	kill "$holder"
'
test_case 'a slot too large for the map is not in it and is logged once' '
	usual=$(asked)
	sql -e "INSERT INTO place (slot_id, seat_no)
		SELECT 901, 2000 + seq FROM seq_1_to_2100"
	wait_for 5 says_left 901 -1
	left 901 mark
	# A worker that reread it without end would send 30 times as many.
	test "$(asked)" -lt $((usual + 15))
	equal 1 "$(grep -c "why=no-room slots=1" "$T/worker.log")"
	equal "$(free 2)" "$(left 2)"
	sql -e "DELETE FROM place WHERE slot_id = 901 AND seat_no > 2000"
	wait_for 5 says_left 901 2
'
test_case 'a deleted map is made anew' '
	rm "$map"
	wait_for 5 says_left 901 2
'
test_case 'a map cut short is made anew' '
	: >"$map"
	wait_for 5 says_left 901 2
'
test_case 'a map full of random bytes is made anew' '
	dd if=/dev/urandom of="$map" bs=1M count=8 conv=notrunc 2>/dev/null
	wait_for 5 says_left 901 2
'
test_case 'a second worker waits for the first to end' '
	first=$(cat "$T/worker")
	worker_start
	wait_for 5 grep -q "event=map" "$T/worker.log"
	equal 1 "$(grep -c "event=worker" "$T/worker.log")"
	kill -9 "$first"
	second_runs() {
		[ "$(grep -c "event=worker" "$T/worker.log")" -eq 2 ]
	}
	wait_for 5 second_runs
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (901, 9)"
	wait_for 5 says_left 901 3
'
test_case 'the map stays when its worker ends, and the next worker uses it' '
	worker_end
	before=$(stat -c %i "$map")
	worker_start
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (901, 10)"
	wait_for 5 says_left 901 4
	equal "$before" "$(stat -c %i "$map")"
'
test_case 'the worker goes on when the database is back' '
	db_kill
	db_again
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (3, 511), (3, 512)"
	wait_for 12 says_left 3 "$(free 3)"
'
test_case 'the worker has logged each damaged map and the lost database' '
	equal 3 "$(grep -c "level=warn .* why=gone map=damaged" "$T/worker.log")"
	sed "/event=db/d; /map=damaged/d; /why=no-room/d" "$T/worker.log" \
		>"$T/rest"
	lacks "$T/rest" level=warn
	lacks "$T/rest" level=fault
'
test_end
