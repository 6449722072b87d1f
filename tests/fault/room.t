#!/bin/sh
# room.t - no disk space for the maps of a host: there is no map, the log says so
# every ten seconds, and programs work without a map.
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

test_case 'without space there is no seat map, and the log says so every ten seconds' '
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" map </dev/null >/dev/null 2>"$T/worker.log" &
	echo $! >"$T/worker"
	wait_for 5 grep -q "event=shared file=.*seats.map.new errno=28" \
		"$T/worker.log"
	begun=$(date +%s)
	wait_for 20 told 2
	# The worker checks every three seconds, and `begun` may be one second
	# late.
	test $(($(date +%s) - begun)) -ge 8
	kill -0 "$(cat "$T/worker")"
	test ! -e "$T/run/map/seats.map"
	wait_for 2 test ! -e "$T/run/map/seats.map.new"
'
test_case 'programs read the places from the database meanwhile' '
	cgi slot GET "slot?office=jakarta-selatan"
	status 200
	has "$T/body" "sisa"
'
test_case 'once there is space again a map is made within fifteen seconds' '
	mount -o remount,size=100m "$T/run/map"
	wait_for 15 test -e "$T/run/map/seats.map"
'
# other_map INODE: there is a map, and it is another file than that.
other_map() {
	now=$(stat -c %i "$T/run/map/seats.map" 2>/dev/null) &&
		[ "$now" != "$1" ]
}
test_case 'a damaged map is deleted if there is no space beside it' '
	old=$(stat -c %i "$T/run/map/seats.map")
	mount -o remount,size=60m "$T/run/map"
	dd if=/dev/zero of="$T/run/map/seats.map" bs=4096 count=1 conv=notrunc \
		2>"$T/out"
	wait_for 25 other_map "$old"
'
test_end
