#!/bin/sh
# snapshot.t - the public pages made from the snapshot and the seat map: without a
# database, and with one of the two files damaged.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make
south="slot?office=jakarta-selatan"
snapshot=$T/run/map/snapshot.map

# worker: runs its job once.  Programs trust the map for 15 seconds after it.
worker() {
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" map once 2>>"$T/log"
}

# without_database COMMAND...: runs it while no server listens at the socket.
without_database() {
	mv "$socket" "$socket.away"
	no_db_rc=0
	"$@" || no_db_rc=$?
	mv "$socket.away" "$socket"
	return $no_db_rc
}

# places_vary: makes some public places reserved, not free yet, or free since now.
places_vary() {
	sql -e "UPDATE place SET pool = \"reserve\" WHERE slot_id = 2 AND seat_no = 11;
		UPDATE place SET free_from = \"2026-12-07 00:59:59\"
			WHERE slot_id = 2 AND seat_no = 12;
		UPDATE place SET free_from = \"2026-12-07 01:00:01\"
			WHERE slot_id = 2 AND seat_no = 13;
		UPDATE place SET free_from = \"2026-12-08\" WHERE slot_id = 8"
}
places_reset() {
	sql -e "UPDATE place SET pool = \"public\", free_from = NULL"
}

# pages_keep DIR: stores the public pages in DIR.
pages_keep() {
	mkdir -p "$1"
	while read -r page at; do
		cgi "$page" GET "$at"
		sed 's/name="token" value="[^"]*"//' "$T/body" \
			>"$1/$page.$(echo "$at" | tr '?&=%' '....')"
	done <<-PAGES
		home
		home ?lang=en
		office office
		office office?kind=baru&n=2&lang=en
		office office?province=31
		office office?province=32&n=3
		slot $south
		slot $south&kind=baru&n=2&lang=en
		slot $south&n=1&from=2026-12-21
		slot slot?office=jayapura&n=4
		slot slot?office=bogor&kind=habis&n=2
		slot slot?office=nowhere
		booking booking
		booking booking?kind=baru&n=3
		booking booking?kind=hilang
		info info?topic=fee
		session session?next=booking%3Fslot%3D2
		slot $south&was=4
		slot $south&was=1
		slot $south&missing=1
		office office?kind=habis&n=5
		office office?province=31&n=4
		office office?province=91&n=1
	PAGES
}

test_case 'with snapshot and map the pages are the same and need no database' '
	sql -e "INSERT INTO office_parameter (office_id, name, value)
		VALUES (2, \"arrive_before\", 45)"
	fails test -e "$snapshot"
	pages_keep "$T/asked"
	worker
	without_database pages_keep "$T/known"
	diff -ru "$T/asked" "$T/known"
	has "$T/known/slot.slot.office.jayapura.n.4" "45 menit"
	has "$T/known/slot.slot.office.bogor.kind.habis.n.2" "slot?office=jayapura"
	rm "$snapshot" "$T/run/map/seats.map"
	places_vary
	pages_keep "$T/asked"
	worker
	without_database pages_keep "$T/known"
	diff -ru "$T/asked" "$T/known"
	has "$T/known/slot.slot.office.jakarta-selatan" "sisa 3"
	fails has "$T/known/slot.slot.office.bogor.kind.habis.n.2" "slot?office=jayapura"
	places_reset
'

test_case 'without a map the pages need the database' '
	rm "$T/run/map/seats.map"
	log_expect "event=db query=db_open"
	without_database cgi slot GET "$south"
	status 503
'

# asked_seconds_ago N: makes the shared snapshot in asked.map that old.
asked_seconds_ago() {
	touch -d "$1 seconds ago" "$T/run/asked.map"
}

test_case 'programs share the snapshot that one of them has read' '
	cgi slot GET "$south&n=1"
	says "08.00–10.00 sisa 5"
	cgi_keeps=yes
	sql -e "DELETE FROM place WHERE slot_id = 3"
	without_database cgi slot GET "$south&n=1"
	says "10.00–12.00 sisa 1"
	without_database cgi office GET office
	says "DKI Jakarta"
	without_database cgi home GET ""
	status 200
	asked_seconds_ago 6
	cgi slot GET "$south&n=1"
	says "10.00–12.00 Penuh"
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (3, 7)"
'

test_case 'a shared snapshot that is half-written or damaged is read again' '
	cgi_keeps=yes
	cp "$T/run/asked.map" "$T/whole"
	for spoilt in "head -c 1000" "head -c 0" "tr a b" "cat - $T/log"; do
		$spoilt <"$T/whole" >"$T/run/asked.map"
		cgi slot GET "$south&n=1"
		says "10.00–12.00 sisa 1"
		$spoilt <"$T/whole" >"$T/run/asked.map"
		log_expect "event=db query=db_open"
		without_database cgi slot GET "$south&n=1"
		status 503
	done
'

test_case 'one program of the host reads at a time, the others answer busy' '
	cgi_keeps=yes
	asked_seconds_ago 6
	"$ANTREAN_BUILD/tests/lib/hold" "$T/run/asked.map" 0 0 >"$T/held" &
	holder=$!
	wait_for 5 has "$T/held" held
	cgi slot GET "$south&n=1"
	status 503
	kill "$holder"
	wait "$holder" 2>/dev/null || :
	cgi slot GET "$south&n=1"
	status 200
'

test_case 'if the file cannot be written each program reads for itself' '
	rm "$T/run/asked.map"
	mkdir "$T/run/asked.map"
	cgi_keeps=yes
	cgi slot GET "$south&n=1"
	says "10.00–12.00 sisa 1"
	rmdir "$T/run/asked.map"
'

test_case 'an opening begins at its second without a new snapshot' '
	worker
	clock_set "2026-12-11 13:59:59 +0700"
	without_database cgi slot GET "$south&from=2026-12-21"
	says "Belum dibuka mulai Jumat, 11 Desember, 14.00 WIB"
	without_database cgi home GET ""
	says "hari ini"
	clock_set "2026-12-11 14:00:00 +0700"
	without_database cgi slot GET "$south&from=2026-12-21"
	has "$T/body" "name=\"slot\" value=\"7\""
	says "sisa 3"
	without_database cgi home GET ""
	lacks "$T/body" "hari ini"
	says "24 Desember 2026"
	clock_set "$world_now"
'

test_case 'the file is replaced only if something changed' '
	worker
	ls -i "$snapshot" >"$T/first"
	equal 640 "$(stat -c %a "$snapshot")"
	sql -e "UPDATE place SET pool = \"reserve\" WHERE slot_id = 2 AND seat_no < 13"
	clock_set "2026-12-07 09:30 +0700"
	worker
	ls -i "$snapshot" >"$T/second"
	same "$T/first" "$T/second"
	without_database cgi slot GET "$south"
	says "08.00–10.00 sisa 3"
	sql -e "UPDATE place SET pool = \"public\" WHERE slot_id = 2;
		UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\" WHERE id = 2"
	without_database cgi slot GET "$south"
	says "08.00–10.00 sisa 3"
	worker
	without_database cgi slot GET "$south&lang=en"
	says "08.00–10.00 Closed: Flood"
	ls -i "$snapshot" >"$T/second"
	fails same "$T/first" "$T/second"
	fails test -e "$snapshot.new"
	sql -e "UPDATE slot SET closed_id = NULL, closed_en = NULL WHERE id = 2"
	clock_set "$world_now"
'

# asks_because WHY: the page comes from the database, and the log names WHY.
asks_because() {
	log_expect "level=warn .*event=snapshot why=$1 use=database"
	cgi slot GET "$south&n=1"
	status 200
	says "08.00–10.00 sisa 5"
	log_expect "event=db query=db_open"
	without_database cgi slot GET "$south&n=1"
	status 503
}

test_case 'a deleted snapshot is replaced by the database' '
	worker
	rm "$snapshot"
	asks_because missing
'

test_case 'a truncated snapshot is not used' '
	worker
	truncate -s 1000 "$snapshot"
	asks_because broken
'

test_case 'an empty snapshot is not used' '
	worker
	: >"$snapshot"
	asks_because broken
'

test_case 'a snapshot with one byte changed is not used' '
	worker
	printf X | dd of="$snapshot" bs=1 seek=300 conv=notrunc 2>/dev/null
	asks_because broken
'

test_case 'a snapshot of random bytes is not used' '
	worker
	head -c "$(wc -c <"$snapshot")" /dev/urandom >"$T/noise"
	cat "$T/noise" >"$snapshot"
	asks_because broken
'

test_case 'a valid snapshot that does not belong to the map is not used' '
	worker
	cp "$snapshot" "$T/old"
	sql -e "UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\" WHERE id = 3"
	worker
	cat "$T/old" >"$snapshot"
	cgi slot GET "$south&n=1"
	says "10.00–12.00 Tutup: Banjir"
	has "$T/log" "event=snapshot why=other use=database"
	sql -e "UPDATE slot SET closed_id = NULL, closed_en = NULL WHERE id = 3"
'

test_case 'the worker replaces a damaged snapshot' '
	truncate -s 1000 "$snapshot"
	worker
	without_database cgi slot GET "$south&n=1"
	says "08.00–10.00 sisa 5"
'

test_case 'if the snapshot cannot be written the pages use the database' '
	rm "$snapshot"
	mkdir "$snapshot"
	log_expect "event=snapshot file=.*errno="
	worker
	cgi slot GET "$south&n=1"
	says "08.00–10.00 sisa 5"
	rmdir "$snapshot"
'

test_end
