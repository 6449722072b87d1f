#!/bin/sh
# map.t - the files of a host are deleted, cut, overwritten or old: pages and
# bookings stay exact, the log says so, and the worker makes new files.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"

site_make
seats=$run/map/seats.map
snapshot=$run/map/snapshot.map
# All these tests need places in slot 2 and none in slot 3.
places 2 40

# exact: each process of the program slot shows as many places left as the
# database has.  Without a seat map a process shows what it read for five seconds.
exact() {
	want=$(stored_left 2)
	for n in 1 2 3 4; do
		[ "$(shown_left 2)" = "$want" ] || return 1
		lacks "$T/body" 'value="3"' || return 1
	done
}

# questions: prints the number of statements the database has run.
questions() {
	sql -e "SHOW GLOBAL STATUS LIKE 'Questions'" | cut -f 2
}

# from_map: pages send the database no statement.  The test itself sends two,
# and the worker may send its own in between.
from_map() {
	before=$(questions)
	for n in 1 2 3 4 5 6 7 8; do
		[ "$(shown_left 2)" ] || return 1
	done
	[ $(($(questions) - before)) -le 10 ]
}
mended() {
	[ -f "$seats" ] && [ -f "$snapshot" ] && from_map && exact
}

# book N: a new account books a place of slot 2; slot 3 has none.
book() {
	register "email=orang$1%40contoh.id" "nik=3273015403889$1"
	status 303
	before=$(stored_left 2)
	review 2
	press
	status 303
	equal $((before - 1)) "$(stored_left 2)"
	cgi booking GET "booking?slot=3&kind=baru&n=1"
	has "$T/head" "was=3"
	booked "$2"
}

at_exit='kill -CONT $(pids worker-map); '$at_exit
site_case 'a sound map: pages ask the database nothing and show its numbers' '
	account_new ratna
	review 3
	press
	status 303
	wait_for 15 mended
'
n=1
# old: a program has found that the map is too old.
old() {
	shown_left 2
	grep -q "map=distrusted why=stale" "$state/log/programs.log"
}
# damage NAME LOG COMMAND: a test case in which COMMAND damages a file and the
# log must match LOG.
damage() {
	n=$((n + 1))
	site_case "$1: pages and a booking are exact, the log reports it, the worker repairs it" "
		kill -STOP \$(pids worker-map) # or it repairs the map too early
		$3
		log_expect '$2'
		wait_for 7 exact
		book $((100 + n)) $n
		wait_for 7 exact
		kill -CONT \$(pids worker-map)
		wait_for 15 mended
	"
}
lost="event=place (map=distrusted|why=[a-z]* map=damaged)"
damage 'the seat map deleted' "$lost" 'rm "$seats"'
damage 'the seat map cut in half' "$lost" 'truncate -s 1000000 "$seats"'
damage 'the seat map full of random bytes' "$lost" \
	'dd if=/dev/urandom of="$seats" bs=64k count=590 conv=notrunc 2>/dev/null'
# the seats are at the end of the file: two million of 16 bytes
damage 'random bytes in the seats of the map only' "$lost" \
	'dd if=/dev/urandom of="$seats" bs=4096 count=8000 oflag=seek_bytes \
		seek=$(($(stat -c %s "$seats") - 33554432)) conv=notrunc \
		2>/dev/null'
damage 'the seat map older than 15 s' "$lost" 'wait_for 20 old'
damage 'the snapshot full of random bytes' 'event=snapshot' 'head -c 1000 /dev/urandom >"$snapshot"
		kill -9 $(pids slot)'
test_end
