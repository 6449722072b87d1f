#!/bin/sh
# slot.t - days and periods of an office, each with one word for its places.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make
south="slot?office=jakarta-selatan"

test_case 'a slot with places is a radio button with the number left' '
	cgi slot GET "$south&kind=baru&n=2"
	status 200
	has "$T/body" "name=\"slot\" value=\"2\""
	says "Senin, 14 Desember 2026 08.00–10.00 sisa 5"
'

test_case 'a slot with too few places has no radio button and shows both numbers' '
	cgi slot GET "$south&kind=baru&n=2"
	says "10.00–12.00 sisa 1, kurang untuk 2 orang"
	lacks "$T/body" "name=\"slot\" value=\"3\""
	cgi slot GET "$south&n=1"
	has "$T/body" "name=\"slot\" value=\"3\""
'

test_case 'the page shows a full slot, a closure with its reason and a holiday by name' '
	cgi slot GET "$south"
	says "15 Desember 2026 08.00–10.00 Penuh 10.00–12.00 Tutup: Listrik padam"
	says "16 Desember 2026 Libur Hari contoh"
	cgi slot GET "$south&lang=en"
	says "10.00–12.00 Closed: No electricity"
	says "Holiday Sample Day"
	lacks "$T/body" "value=\"6\""
'

test_case 'a place booked between two requests is missing in the second' '
	sql -e "UPDATE place SET pool = \"reserve\" WHERE slot_id = 2 AND seat_no < 13"
	cgi slot GET "$south&n=1"
	says "08.00–10.00 sisa 3"
	sql -e "UPDATE place SET pool = \"public\" WHERE slot_id = 2;
		UPDATE place SET pool = \"reserve\" WHERE slot_id = 2 AND seat_no = 11"
	cgi slot GET "$south&n=1"
	says "08.00–10.00 sisa 4"
	sql -e "UPDATE place SET pool = \"public\",
		free_from = \"2026-12-07 01:00:01\" WHERE slot_id = 2 AND seat_no = 11"
	cgi slot GET "$south&n=1"
	says "08.00–10.00 sisa 4"
	clock_set "2026-12-07 08:00:01 +0700"
	cgi slot GET "$south&n=1"
	says "08.00–10.00 sisa 5"
	clock_set "$world_now"
'

test_case 'a link leads to the next week, which says when it opens' '
	cgi slot GET "$south&kind=baru&n=2"
	has "$T/body" "$south&amp;kind=baru&amp;n=2&amp;from=2026-12-21"
	cgi slot GET "$south&kind=baru&n=2&from=2026-12-21"
	status 200
	says "Belum dibuka mulai Jumat, 11 Desember, 14.00 WIB"
	has "$T/body" "Hari sebelumnya"
	says "Ada tempat pada hari lain"
	lacks "$T/body" "type=\"radio\""
'

test_case 'one minute after its begin a period is over' '
	clock_set "2026-12-14 07:59 +0700"
	cgi slot GET "$south"
	has "$T/body" "name=\"slot\" value=\"2\""
	clock_set "2026-12-14 08:01 +0700"
	cgi slot GET "$south"
	lacks "$T/body" "name=\"slot\" value=\"2\""
	says "08.00–10.00 Sudah lewat 10.00–12.00 sisa 1"
	clock_set "$world_now"
'

test_case 'a period whose booking has ended is not called over' '
	clock_set "2026-12-20 08:00 +0700"
	sql -e "UPDATE slot SET day = \"2026-12-22\" WHERE id = 2"
	cgi slot GET "$south&from=2026-12-22"
	sql -e "UPDATE slot SET day = \"2026-12-14\" WHERE id = 2"
	says "22 Desember 2026 Pendaftaran ditutup"
	clock_set "$world_now"
'

test_case 'today is the date at the office: past midnight in Jayapura' '
	sql -e "UPDATE slot SET day = \"2026-12-07\" WHERE id = 8"
	clock_set "2026-12-07 00:30 +0900"
	cgi slot GET "slot?office=jayapura"
	has "$T/body" "name=\"slot\" value=\"8\""
	clock_set "2026-12-08 00:30 +0900"
	cgi slot GET "slot?office=jayapura"
	lacks "$T/body" "7 Desember 2026"
	sql -e "UPDATE slot SET day = \"2026-12-14\" WHERE id = 8"
	clock_set "$world_now"
'

test_case 'for a suspended office the page says why and names other offices' '
	cgi slot GET "slot?office=bogor&kind=habis&n=2"
	status 200
	says "Gedung sedang diperbaiki"
	lacks "$T/body" "type=\"radio\""
	says "Kantor terdekat yang masih tersedia"
	has "$T/body" "slot?office=jayapura&amp;kind=habis&amp;n=2"
'

test_case 'kind and number are kept for the next step' '
	cgi slot GET "$south&kind=penuh&n=3"
	has "$T/body" "name=\"kind\" value=\"penuh\""
	has "$T/body" "name=\"n\" value=\"3\""
	has "$T/body" "office?province=31&amp;kind=penuh&amp;n=3"
	says "Langkah 3 dari 5"
	cgi slot GET "$south"
	status 200
	has "$T/body" "name=\"kind\" value=\"\""
'

test_case 'without a chosen slot the page begins with that fault' '
	cgi slot GET "$south&kind=baru&n=2&missing=1"
	status 422
	says "Hari dan sesi: Belum dipilih"
'

test_case 'an unknown office gives a page that leads to the offices' '
	cgi slot GET "slot?office=nowhere"
	status 404
	says "Kantor tidak ditemukan"
	says "Pilih kantor dari daftar"
	cgi slot GET "slot?lang=en&office=%27%3B--"
	status 404
	says "Office not found"
	cgi slot GET "slot?office=$(printf "%0300d" 1)"
	status 404
	cgi slot GET "slot?office=%FF%FE"
	status 404
'

test_case 'without an office the program redirects to the list of offices' '
	cgi slot GET "slot?kind=baru&n=2"
	status 303
	equal "$base_url/office?kind=baru&n=2" "$(header Location)"
'

test_case 'wrong numbers, days and kinds are faults on a page that works' '
	cgi slot GET "$south&n=9&from=2026-02-30&kind=hilang&slot=x"
	status 422
	says "angka 1 sampai 5"
	says "Tanggal tidak terbaca"
	says "Pilihan ini tidak ada"
	has "$T/body" "name=\"n\" value=\"1\""
	has "$T/body" "name=\"kind\" value=\"\""
	has "$T/body" "type=\"radio\""
'

test_case 'weeks in the far past and future are shown too' '
	cgi slot GET "$south&from=0001-01-01"
	status 200
	has "$T/body" "name=\"slot\" value=\"2\""
	cgi slot GET "$south&from=9999-12-31"
	status 200
	lacks "$T/body" "type=\"radio\""
	says "Hari sebelumnya"
'

test_case 'caches may keep the page for seconds, and only GET is answered' '
	cgi slot GET "$south"
	equal "public, max-age=5" "$(header Cache-Control)"
	equal "" "$(header Set-Cookie)"
	cgi slot POST slot office=bogor
	status 405
'

test_case 'without a database the page says that the service is busy' '
	db_stop
	log_expect "event=db"
	cgi slot GET "$south"
	status 503
'

test_end
