#!/bin/sh
# refusal.t - programs refuse latecomers from memory: they send the database no
# statement unless the order may have been booked before.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
world_make

# worker: runs its job once.  Programs trust the map for 15 seconds after it.
worker() {
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" map once 2>>"$T/log"
}
# others: prints how many statements the programs have sent, without the
# statements of this test.  It waits until no program is connected: the server
# counts an ended connection only when the connection is off its list.
others() {
	until echo >>"$T/asked" && questions >"$T/status.now" &&
		grep -qx "Threads_connected 1" "$T/status.now"; do :; done
	echo $(($(sed -n "s/^Questions //p" "$T/status.now") - \
		each * $(wc -l <"$T/asked")))
}
questions() {
	sql -e "SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions',
		'Threads_connected')" | tr '\t' ' '
}
# each: how many statements one call of `questions` adds.
each=$(for try in 1 2 3 4 5 6; do questions; done |
	awk '$1 == "Questions" { if (n == "" || $2 - last < n) n = $2 - last
		if (last == "") n = ""
		last = $2 }
		END { print n }')
# asks N COMMAND...: the programs send N statements while COMMAND runs.
asks() {
	want=$1
	shift
	before=$(others)
	"$@"
	equal "$want" $(($(others) - before))
}
# instead SLOT: changes the slot of the form on the page.
instead() {
	sed -i "s/name=\"slot\" value=\"[0-9]*\"/name=\"slot\" value=\"$1\"/" \
		"$T/body"
}
# forms: stores the pages of the people and of the review for slot 2 in
# $T/people and $T/review.
forms() {
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	status 200
	cp "$T/body" "$T/people"
	p0=$(sed -n 's/.*name="who-0" value="\([0-9]*\)".*/\1/p' "$T/body")
	echo "who-0=$p0&kind-0=baru" >"$T/who"
	submit booking booking "$(cat "$T/who")"
	status 200
	cp "$T/body" "$T/review"
}
back_to() {
	cp "$T/$1" "$T/body"
}
take_all() {
	sql -e "DELETE FROM place WHERE slot_id = $1 AND NOT EXISTS (SELECT 1
		FROM applicant a
		WHERE a.slot_id = $1 AND a.seat_no = place.seat_no)"
}

test_case 'a booking takes nine statements, three of them to open and close the connection' '
	account_new ratna
	worker
	forms
	worker
	asks 9 submit booking booking declare=1
	status 303
	cp "$T/review" "$T/ratna.review"
	cp "$T/jar" "$T/ratna.jar"
'
test_case 'the step before it sends no statement' '
	cgi booking GET "booking?slot=8&kind=baru&n=1"
	asks 0 submit booking booking "$(cat "$T/who")"
	status 200
	has "$T/body" "value=\"Simpan jadwal\""
	has "$T/body" "Ratna Wulandari"
	asks 4 cgi booking GET "booking?slot=8&kind=baru&n=1"
'
test_case 'the way to the sign-in page sends no statement' '
	mv "$T/jar" "$T/aside"
	asks 0 cgi booking GET "booking?slot=8&kind=baru&n=1"
	asks 0 follow
	has "$T/body" "Senin, 14 Desember 2026, 08.00–10.00 WIT"
	mv "$T/aside" "$T/jar"
'
test_case 'the button keeps the form when the database is away' '
	cgi booking GET "booking?slot=8&kind=baru&n=1"
	submit booking booking "$(cat "$T/who")"
	mv "$socket" "$socket.away"
	log_expect "event=db query=db_open errno=2002"
	submit booking booking declare=1 || :
	mv "$socket.away" "$socket"
	status 503
	header Retry-After | grep -q 5
	says "Tekan Simpan jadwal sekali lagi"
	has "$T/body" "Ratna Wulandari"
	submit booking booking declare=1
	status 409
'
test_case 'places that are gone but still in the map: the page says full and keeps all' '
	register email=dian%40contoh.id nik=3174010205889024 birth-day=2 \
		birth-month=5 name=Dian sex=l
	status 303
	worker
	cgi booking GET "booking?slot=8&kind=baru&n=1"
	p0=$(sed -n "s/.*name=\"who-0\" value=\"\([0-9]*\)\".*/\1/p" "$T/body")
	submit booking booking "who-0=$p0&kind-0=habis&year-0=2019"
	status 200
	sql -e "DELETE FROM place WHERE slot_id = 8"
	submit booking booking declare=1
	status 409
	has "$T/body" "baru saja penuh"
	has "$T/body" "Dian"
	has "$T/body" "name=\"who-0\" value=\"$p0\""
	says "Paspor lama terbit tahun 2019"
	has "$T/body" "name=\"slot\" value=\"2\""
	equal 0 "$(sql -e "SELECT COUNT(*) FROM applicant WHERE slot_id = 8")"
	sql -e "INSERT INTO place (slot_id, seat_no) VALUES (8, 1), (8, 2)"
	worker
'
test_case 'the last button for a slot that is full sends no statement' '
	register email=sari%40contoh.id nik=3174010205889023 birth-day=2 \
		birth-month=5 name=Sari sex=l
	status 303
	forms
	take_all 2
	worker
	asks 0 submit booking booking declare=1
	status 409
	has "$T/body" "baru saja penuh"
	has "$T/body" "Sari"
	says "NIK...9023 lahir 2 Mei 1988"
	has "$T/body" "name=\"slot\" value=\"3\""
	says "Tadi sudah menekan Simpan jadwal tetapi tidak ada jawaban?"
	cp "$T/body" "$T/refused"
'
test_case 'the step before it sends no statement either' '
	back_to people
	asks 0 submit booking booking "$(cat "$T/who")"
	status 409
	has "$T/body" "baru saja penuh"
	lacks "$T/body" "tidak ada jawaban"
'
test_case 'a closed, past, holiday, future or suspended slot needs no statement' '
	for slot in 1:sudah.lewat 5:Listrik.padam 6:Hari.contoh 7:belum.dibuka 9:Gedung; do
		back_to review
		instead "${slot%%:*}"
		asks 0 submit booking booking declare=1
		status 409
		grep -q "${slot#*:}" "$T/body"
	done
'
test_case 'opening a full slot needs no statement, signed in or not' '
	asks 0 cgi booking GET "booking?slot=2&kind=baru&n=1"
	asks 0 follow
	has "$T/body" "baru saja penuh"
	mv "$T/jar" "$T/sari.jar"
	asks 0 cgi booking GET "booking?slot=2&kind=baru&n=1"
	cp "$T/sari.jar" "$T/jar"
	equal "$base_url/slot?office=jakarta-selatan&kind=baru&n=1&was=2" \
		"$(header Location)"
'
test_case 'choosing none of the others is a fault and needs no statement' '
	back_to refused
	asks 0 submit booking booking declare=1
	status 409
	has "$T/body" "Hari dan sesi: Belum dipilih"
'
test_case 'one of the others can be booked from that page' '
	back_to refused
	submit booking booking "declare=1&slot=3"
	status 303
'
test_case 'a list of people that was signed for another account is refused' '
	cp "$T/jar" "$T/sari.jar"
	cp "$T/ratna.jar" "$T/jar"
	cards=$(sed -n "s/.*name=\"cards\" value=\"\([^\"]*\)\".*/\1/p" \
		"$T/refused")
	cgi booking GET "booking?slot=8&kind=baru&n=1"
	cp "$T/body" "$T/page"
	sed -i "s/name=\"cards\" value=\"[^\"]*\"/name=\"cards\" value=\"$cards\"/" \
		"$T/body"
	instead 2
	submit booking booking "$(cat "$T/who")"
	status 422
	lacks "$T/body" Sari
	cp "$T/page" "$T/body"
	sed -i "s/name=\"cards\" value=\"[^\"]*\"/name=\"cards\" value=\"AAAA\"/" \
		"$T/body"
	instead 2
	submit booking booking "$(sed "s/=[0-9]*/=1/" "$T/who")"
	status 409
'
test_case 'an order that was booked finds its ticket after the slot is full' '
	cp "$T/ratna.jar" "$T/jar"
	back_to ratna.review
	submit booking booking declare=1
	status 303
	has "$T/head" "ticket?v="
'
test_case 'an order booked on another host finds its ticket through the worker' '
	rm "$T"/run/map/*
	worker
	back_to ratna.review
	submit booking booking declare=1
	status 303
'
test_case 'an order that was booked finds its ticket after the slot is closed' '
	sql -e "UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\"
		WHERE id = 2"
	worker
	back_to ratna.review
	submit booking booking declare=1
	status 303
'
test_case 'the changed form shows the booking that was made, the slot closed or not' '
	sed "s/name=\"kind-0\" value=\"baru\"/name=\"kind-0\" value=\"penuh\"/" \
		"$T/ratna.review" >"$T/body"
	submit booking booking declare=1
	status 409
	has "$T/body" "sudah dipakai untuk jadwal"
'
test_case 'the token of a booking is refused in the form of another account' '
	once=$(sed -n "s/.*name=\"once\" value=\"\([^\"]*\)\".*/\1/p" \
		"$T/ratna.review")
	cp "$T/sari.jar" "$T/jar"
	back_to review
	sed -i "s/name=\"once\" value=\"[^\"]*\"/name=\"once\" value=\"$once\"/" \
		"$T/body"
	submit booking booking declare=1
	status 403
	lacks "$T/body" "sudah dipakai untuk jadwal"
'
test_case 'the Back button and the last button again lead to the ticket' '
	sql -e "UPDATE slot SET closed_id = NULL, closed_en = NULL"
	worker
	register email=dewi%40contoh.id nik=3174010205889024 birth-day=2 \
		birth-month=5 name=Dewi sex=l
	cgi booking GET "booking?slot=8&kind=baru&n=1"
	p0=$(sed -n "s/.*name=\"who-0\" value=\"\([0-9]*\)\".*/\1/p" "$T/body")
	cp "$T/body" "$T/people"
	submit booking booking "who-0=$p0&kind-0=baru"
	cp "$T/body" "$T/review"
	submit booking booking declare=1
	status 303
	header Location >"$T/first"
	back_to review
	submit booking booking declare=1
	status 303
	equal "$(cat "$T/first")" "$(header Location)"
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking WHERE slot_id = 8")"
'
test_case 'a new review after the booking makes no second booking' '
	p0=$(sed -n "s/.*name=\"who-0\" value=\"\([0-9]*\)\".*/\1/p" "$T/people")
	back_to people
	submit booking booking "who-0=$p0&kind-0=baru"
	status 200
	submit booking booking declare=1
	status 409
	has "$T/body" "sudah memiliki jadwal yang masih berlaku"
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking WHERE slot_id = 8")"
'
test_case 'a slot closed after the snapshot was made is refused with its reason' '
	register email=eka%40contoh.id nik=3174010205889025 birth-day=2 \
		birth-month=5 name=Eka sex=l
	cgi booking GET "booking?slot=8&kind=baru&n=1"
	p0=$(sed -n "s/.*name=\"who-0\" value=\"\([0-9]*\)\".*/\1/p" "$T/body")
	submit booking booking "who-0=$p0&kind-0=baru"
	cp "$T/body" "$T/review"
	sql -e "UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\"
		WHERE id = 8"
	submit booking booking declare=1
	status 409
	has "$T/body" "Banjir"
	sql -e "UPDATE slot SET closed_id = NULL, closed_en = NULL WHERE id = 8;
		UPDATE office SET suspended_id = \"Gempa\",
		suspended_en = \"Earthquake\" WHERE id = 2"
	back_to review
	submit booking booking declare=1
	status 409
	has "$T/body" "Gempa"
	sql -e "UPDATE office SET suspended_id = NULL, suspended_en = NULL
		WHERE id = 2; INSERT INTO closed_day (day, office_id, kind, name_id,
		name_en, status) VALUES (\"2026-12-14\", 2, \"closure\",
		\"Upacara\", \"Ceremony\", \"resmi\")"
	back_to review
	submit booking booking declare=1
	status 409
	has "$T/body" "Upacara"
	sql -e "DELETE FROM closed_day WHERE name_id = \"Upacara\""
	back_to review
	submit booking booking declare=1
	status 303
'
test_end
