#!/bin/sh
# home.t - the page that says when places open, in local time.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"

world_make

test_case 'the page says what is open now and when more opens' '
	cgi home GET ""
	status 200
	says "Kuota sedang dibuka Untuk kedatangan sampai Jumat, 18 Desember 2026"
	says "berikutnya dibuka Jumat, 11 Desember 2026 pukul 14.00 WIB, 4 hari 6 jam lagi"
	says "Sekarang Senin, 7 Desember 2026, pukul 08.00 WIB"
'

test_case 'a language without its value is replaced by the other' '
	cgi home GET "?x=1&lang&y=2"
	has "$T/body" "href=\"./?x=1&amp;y=2&amp;lang=en\""
	lacks "$T/body" "lang&amp;"
'

test_case 'with nothing open, the next opening is shown large' '
	sql -e "UPDATE opening SET closes_at = \"2026-12-07 00:59:59\" WHERE id <> 2"
	cgi home GET ""
	fails says "Kuota sedang dibuka"
	says "Kuota berikutnya dibuka Jumat, 11 Desember 2026 pukul 14.00 WIB"
	says "Untuk kedatangan 21–24 Desember 2026"
	says "Masuk atau buat akun dan isi data pemohon lebih dahulu"
'

test_case 'on the day of an opening the page says today and counts down' '
	clock_set "2026-12-11 11:50 +0700"
	cgi home GET ""
	says "dibuka hari ini pukul 14.00 WIB 2 jam 10 menit lagi"
	clock_set "2026-12-10 23:59 +0700"
	cgi home GET "?lang=en"
	says "The next places open tomorrow at 14.00 WIB in 14 hours 1 minute"
	clock_set "2026-12-11 14:00 +0700"
	cgi home GET ""
	says "Kuota sedang dibuka Untuk kedatangan sampai Kamis, 24 Desember 2026"
	clock_set "$world_now"
'

test_case 'in the hours before an opening the page advises to sign in' '
	clock_set "2026-12-11 09:59 +0700"
	cgi home GET ""
	fails says "Masuk sekarang"
	says "Siapkan dari sekarang. Masuk atau buat akun"
	clock_set "2026-12-11 10:00 +0700"
	cgi home GET ""
	says "Masuk sekarang, sebelum kuota dibuka Masuk atau buat akun, lalu isi"
	fails says "Siapkan dari sekarang"
	cgi home GET "?lang=en"
	says "Sign in now, before places open"
	clock_set "2026-12-11 14:00 +0700"
	cgi home GET ""
	fails says "Masuk sekarang"
	clock_set "$world_now"
'

test_case 'the large time is that of most offices, other zones are listed' '
	sql -e "INSERT INTO opening (office_id, first_day, last_day, opens_at,
		closes_at) VALUES (2, \"2026-12-21\", \"2026-12-24\",
		\"2026-12-11 05:00:00\", \"2026-12-24 05:00:00\");
		INSERT INTO office (id, code, name, short_name, region_code, city,
		province_code, province, zone, utc_offset) VALUES (4, \"depok\",
		\"Kantor Depok\", \"Depok\", \"3276\", \"Kota Depok\", \"32\",
		\"Jawa Barat\", \"WIB\", 420);
		INSERT INTO opening (office_id, first_day, last_day, opens_at,
		closes_at) VALUES (4, \"2026-12-21\", \"2026-12-24\",
		\"2026-12-11 07:00:00\", \"2026-12-24 05:00:00\")"
	cgi home GET ""
	says "dibuka Jumat, 11 Desember 2026 pukul 14.00 WIB"
	says "Pembukaan di zona waktu lain Jumat, 11 Desember 2026, pukul 14.00 WIT 4 hari 4 jam lagi"
'

test_case 'an office that takes no bookings has no opening on the page' '
	sql -e "UPDATE opening SET opens_at = \"2026-12-08 07:00:00\" WHERE id = 4"
	cgi home GET ""
	fails says "8 Desember 2026"
'

test_case 'coming closed days are listed, and uncertain ones are marked' '
	sql -e "INSERT INTO closed_day (day, office_id, kind, name_id, name_en,
		status) VALUES
		(\"2026-12-17\", NULL, \"holiday\", \"Hari bulan\", \"Moon Day\", \"prediksi\"),
		(\"2026-12-19\", NULL, \"holiday\", \"Sabtu\", \"Saturday\", \"tetap\"),
		(\"2026-12-18\", 1, \"closure\", \"Pindah\", \"Moving\", \"tetap\")"
	cgi home GET ""
	says "Rabu, 16 Desember 2026: semua kantor libur (Hari contoh)."
	says "Kamis, 17 Desember 2026: perkiraan hari libur (Hari bulan)"
	fails says "19 Desember 2026"
	fails says "Pindah"
	cgi home GET "?lang=en"
	says "Wednesday, 16 December 2026: all offices are closed (Sample Day)."
'

test_case 'without openings and holidays the page leaves out those parts' '
	sql -e "UPDATE opening SET opens_at = \"2026-11-01 00:00:00\",
		closes_at = \"2026-12-01 00:00:00\"; DELETE FROM closed_day"
	cgi home GET ""
	status 200
	fails says "Kuota"
	fails says "Pengumuman"
	says "Daftar antrean paspor"
'

test_case 'caches may keep the page for seconds, in each language' '
	cgi home GET "?x=%FF&lang=en"
	status 200
	equal "public, max-age=5" "$(header Cache-Control)"
	has "$T/body" "<html lang=\"en\""
	has "$T/body" "href=\"./?x=%FF&amp;lang=id\""
	cgi home POST ""
	status 405
'

test_end
