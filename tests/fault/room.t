#!/bin/sh
# room.t - no room for the maps of a host: no map, one line in the log, and
# programs that go on without.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
[ "$(id -u)" -eq 0 ] || {
	test_skip "${0##*/}" "only root can mount a small disk"
	test_end
}
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make
mkdir "$T/run/map"
mount -t tmpfs -o size=8m tmpfs "$T/run/map" || {
	test_skip "${0##*/}" "no tmpfs can be mounted here"
	test_end
}
worker_end() {
	[ ! -f "$T/worker" ] || kill -9 "$(cat "$T/worker")" 2>/dev/null
	rm -f "$T/worker"
	umount "$T/run/map"
}
at_exit="worker_end; $at_exit"
told() {
	[ "$(grep -c "event=shared" "$T/worker.log")" -ge "$1" ]
}

test_case 'no room for the seat map: told, once in ten seconds, and no map left' '
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" map </dev/null >/dev/null 2>"$T/worker.log" &
	echo $! >"$T/worker"
	wait_for 5 grep -q "event=shared file=.*seats.map.new errno=28" \
		"$T/worker.log"
	begun=$(date +%s)
	wait_for 20 told 2
	# it looks every three seconds, and begun may be late by one
	test $(($(date +%s) - begun)) -ge 8
	kill -0 "$(cat "$T/worker")"
	test ! -e "$T/run/map/seats.map"
	wait_for 2 test ! -e "$T/run/map/seats.map.new"
'
test_case 'places are asked of the database meanwhile' '
	cgi slot GET "slot?office=jakarta-selatan"
	status 200
	has "$T/body" "sisa"
'
test_case 'with room again there is a map within fifteen seconds' '
	mount -o remount,size=100m "$T/run/map"
	wait_for 15 test -e "$T/run/map/seats.map"
'
# other_map INODE: there is a map, and it is another file.
other_map() {
	now=$(stat -c %i "$T/run/map/seats.map" 2>/dev/null) &&
		[ "$now" != "$1" ]
}
test_case 'a map that is spoilt makes room for the next' '
	old=$(stat -c %i "$T/run/map/seats.map")
	mount -o remount,size=60m "$T/run/map"
	dd if=/dev/zero of="$T/run/map/seats.map" bs=4096 count=1 conv=notrunc \
		2>"$T/out"
	wait_for 25 other_map "$old"
'
test_end
