#!/bin/sh
# office.t - provinces and offices, each with one word for its places.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make

test_case 'provinces come first, each with the word of its best office' '
	cgi office GET office
	status 200
	says "DKI Jakarta 1 kantor Tersedia sisa 6"
	says "Jawa Barat 1 kantor Tutup Gedung sedang diperbaiki"
	says "Papua 1 kantor Tersedia sisa 3"
'

test_case 'free places are counted for the size of the party' '
	cgi office GET "office?n=2"
	says "DKI Jakarta 1 kantor Tersedia sisa 5"
	cgi office GET "office?n=4"
	says "Papua 1 kantor Penuh"
	has "$T/body" "<option value=\"4\" selected>"
'

test_case 'one province lists its offices, and links keep kind and number' '
	cgi office GET "office?province=31&kind=baru&n=2"
	status 200
	says "DKI Jakarta: 1 kantor"
	has "$T/body" "slot?office=jakarta-selatan&amp;kind=baru&amp;n=2"
	has "$T/body" "name=\"province\" value=\"31\""
	has "$T/body" "name=\"kind\" value=\"baru\""
	says "Langkah 2 dari 5"
	says "Keadaan Senin, 7 Desember 2026, pukul 08.00 WIB"
'

test_case 'times are in the zone of the province' '
	cgi office GET "office?province=91&lang=en"
	says "As of Monday, 7 December 2026, 10.00 WIT"
	says "Available 3 left"
'

test_case 'for an office that opens later the list says when' '
	sql -e "UPDATE opening SET opens_at = \"2026-12-07 01:00:01\" WHERE id = 3"
	cgi office GET "office?province=91"
	says "Belum dibuka mulai Senin, 7 Desember, 10.00 WIT"
	clock_set "2026-12-07 08:00:01 +0700"
	cgi office GET "office?province=91"
	says "Tersedia sisa 3"
	clock_set "$world_now"
	sql -e "UPDATE opening SET opens_at = \"2026-12-04 05:00:00\" WHERE id = 3"
'

test_case 'for an office without coming days the list says so' '
	sql -e "UPDATE slot SET day = \"2026-12-06\" WHERE id = 8"
	cgi office GET "office?province=91"
	sql -e "UPDATE slot SET day = \"2026-12-14\" WHERE id = 8"
	says "Jayapura Kota Jayapura Belum ada jadwal"
'

test_case 'for a province without places the list names other offices, nearest first' '
	sql -e "UPDATE office SET latitude = -6.6, longitude = 106.8 WHERE id = 3;
		UPDATE office SET latitude = -6.3, longitude = 106.8 WHERE id = 1;
		UPDATE office SET latitude = -2.5, longitude = 140.7 WHERE id = 2"
	cgi office GET "office?province=32&n=2"
	says "Masih tersedia di provinsi lain Jakarta Selatan Tersedia sisa 5 Jayapura"
	cgi office GET "office?province=31&n=2"
	fails says "Masih tersedia di provinsi lain"
'

test_case 'an unknown province is a fault beside the list' '
	cgi office GET "office?province=99"
	status 404
	says "Provinsi ini tidak ada"
	says "DKI Jakarta 1 kantor"
	cgi office GET "office?province=%C0%AF&n=2"
	status 404
	says "DKI Jakarta 1 kantor"
'

test_case 'a wrong number or kind is a fault, and the list is for one person' '
	cgi office GET "office?n=9&kind=rusak"
	status 422
	says "angka 1 sampai 5"
	says "Pilihan ini tidak ada"
	says "DKI Jakarta 1 kantor Tersedia sisa 6"
	fails says "Langkah 2 dari 5"
	has "$T/body" "office?province=31\""
	cgi office GET "office?n=1&n=2"
	status 422
	says "terkirim dua kali"
'

test_case 'entries come back as text' '
	cgi office GET "office?kind=%3Cscript%3E&province=%22%3E"
	status 404
	lacks "$T/body" "<script"
'

test_case 'a thousand fields are refused' '
	cgi office GET "office?$(printf "a=%s&" $(seq 1000))"
	status 400
'

test_case 'caches may keep the page for seconds' '
	cgi office GET office
	equal "public, max-age=5" "$(header Cache-Control)"
	equal "" "$(header Set-Cookie)"
'

test_end
