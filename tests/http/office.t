#!/bin/sh
# office.t - provinces and offices, each with one honest word.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make

test_case 'provinces come first, with the best word of their offices' '
	cgi office GET office
	status 200
	says "DKI Jakarta 1 kantor Tersedia sisa 6"
	says "Jawa Barat 1 kantor Tutup Gedung sedang diperbaiki"
	says "Papua 1 kantor Tersedia sisa 3"
'

test_case 'what is left is counted for the party' '
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

test_case 'its hour is that of the province' '
	cgi office GET "office?province=91&lang=en"
	says "As of Monday, 7 December 2026, 10.00 WIT"
	says "Available 3 left"
'

test_case 'an office that opens later says when' '
	sql -e "UPDATE opening SET opens_at = \"2026-12-07 01:00:01\" WHERE id = 3"
	cgi office GET "office?province=91"
	says "Belum dibuka mulai Senin, 7 Desember, 10.00 WIT"
	clock_set "2026-12-07 08:00:01 +0700"
	cgi office GET "office?province=91"
	says "Tersedia sisa 3"
	clock_set "$world_now"
	sql -e "UPDATE opening SET opens_at = \"2026-12-04 05:00:00\" WHERE id = 3"
'

test_case 'an office without days to come says so' '
	sql -e "UPDATE slot SET day = \"2026-12-06\" WHERE id = 8"
	cgi office GET "office?province=91"
	sql -e "UPDATE slot SET day = \"2026-12-14\" WHERE id = 8"
	says "Jayapura Kota Jayapura Belum ada jadwal"
'

test_case 'a province with nothing left names offices elsewhere, nearest first' '
	sql -e "UPDATE office SET latitude = -6.6, longitude = 106.8 WHERE id = 3;
		UPDATE office SET latitude = -6.3, longitude = 106.8 WHERE id = 1;
		UPDATE office SET latitude = -2.5, longitude = 140.7 WHERE id = 2"
	cgi office GET "office?province=32&n=2"
	says "Masih tersedia di provinsi lain Jakarta Selatan Tersedia sisa 5 Jayapura"
	cgi office GET "office?province=31&n=2"
	fails says "Masih tersedia di provinsi lain"
'

test_case 'an unknown province is said, and the list is there' '
	cgi office GET "office?province=99"
	status 404
	says "Provinsi ini tidak ada"
	says "DKI Jakarta 1 kantor"
	cgi office GET "office?province=%C0%AF&n=2"
	status 404
	says "DKI Jakarta 1 kantor"
'

test_case 'a wrong number or kind is said, and the list is for one' '
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

test_case 'what is typed comes back as text' '
	cgi office GET "office?kind=%3Cscript%3E&province=%22%3E"
	status 404
	lacks "$T/body" "<script"
'

test_case 'a thousand fields are refused' '
	cgi office GET "office?$(printf "a=%s&" $(seq 1000))"
	status 400
'

test_case 'it may be kept by anybody for seconds' '
	cgi office GET office
	equal "public, max-age=5" "$(header Cache-Control)"
	equal "" "$(header Set-Cookie)"
'

test_end
