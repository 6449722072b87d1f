#!/bin/sh
# roster.t - the people that an office expects: who may see them, wrong
# questions, and a thousand people in one period.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"

world_make
people_ready account_new ratna
staff_new petugas officer 1
staff_new kepala admin 1
staff_new papua admin 2
staff_new pusat national NULL
# A booking of the holder of the account.
sql -e "INSERT INTO booking (id, code, once, digest, account_id, slot_id, party,
		lang, channel, declared, created_at)
	SELECT 1, '7K3M9QXAC', REPEAT('x', 16), REPEAT('x', 32), id, 2, 1, 'id',
		'web', 't', created_at FROM account;
	INSERT INTO applicant (booking_id, no, slot_id, seat_no, account_id,
		live_no, nik_live, nik_hash, nik_key, nik_sealed, nik_mask,
		nik_flags, name, birth, sex, service_id, state)
	SELECT 1, 1, 2, 11, account_id, 1, nik_hash, nik_hash, nik_key,
		nik_sealed, nik_mask, 0, name, birth, sex, 1, 'booked'
	FROM person"


test_case 'an officer sees the people of the day, and the audit says so' '
	staff_enter petugas
	sql -e "DELETE FROM audit"
	cgi roster GET "roster?day=2026-12-14"
	status 200
	has "$T/body" "Ratna Wulandari"
	lacks "$T/body" 3273
	equal no-store "$(header Cache-Control)"
	equal "staff roster.read day 1" "$(sql -e "SELECT CONCAT_WS(\" \",
		actor, act, object, office_id) FROM audit")"
'

test_case 'a malformed office is a fault beside its field' '
	staff_enter pusat
	for bad in %C3%A9 jakarta-pusat%C2%BF Jayapura; do
		cgi roster GET "roster?office=$bad&day=2026-12-14"
		status 422 || exit 1
		lacks "$T/body" "Ratna Wulandari" || exit 1
	done
'

test_case 'staff of one office see no other office, in no format' '
	for who in petugas:jayapura kepala:jayapura papua:jakarta-selatan; do
		staff_enter "${who%:*}"
		sql -e "DELETE FROM audit"
		for as in "" pdf csv; do
			cgi roster GET "roster?office=${who#*:}&day=2026-12-14&as=$as"
			status 403 || exit 1
		done
		equal 0 "$(sql -e "SELECT COUNT(*) FROM audit")" || exit 1
	done
'

test_case 'an administrator sees the people of the own office only' '
	staff_enter kepala
	cgi roster GET "roster?day=2026-12-14"
	status 200
	has "$T/body" "Ratna Wulandari"
	lacks "$T/body" "id=\"office\""
	staff_enter papua
	cgi roster GET "roster?day=2026-12-14"
	status 200
	has "$T/body" "Jayapura"
	has "$T/body" "Tidak ada pendaftaran pada pilihan ini"
	lacks "$T/body" "Ratna Wulandari"
'

test_case 'national staff see any office' '
	staff_enter pusat
	cgi roster GET "roster?office=jayapura&day=2026-12-14"
	status 200
	lacks "$T/body" "Ratna Wulandari"
	cgi roster GET "roster?office=jakarta-selatan&day=2026-12-14"
	has "$T/body" "Ratna Wulandari"
	cgi roster GET "roster?office=nowhere"
	status 404
'

test_case 'visitors and applicants are asked to sign in as staff' '
	rm -f "$T/jar"
	cgi roster GET "roster?day=2026-12-14"
	status 303
	equal "$base_url/signin?next=roster%3Fday%3D2026-12-14" \
		"$(header Location)"
	sign_in ratna
	cgi roster GET roster
	status 303
'

test_case 'an impossible day is a fault and shows nobody' '
	staff_enter petugas
	cgi roster GET "roster?day=14-12-2026"
	status 422
	has "$T/body" "7 Desember 2026"
	lacks "$T/body" "Ratna Wulandari"
'

test_case 'a period that the day does not have is a fault, not an empty roster' '
	staff_enter petugas
	sql -e "DELETE FROM audit"
	for period in 481 1440 x; do
		for as in "" pdf csv; do
			cgi roster GET "roster?day=2026-12-14&period=$period&as=$as"
			status 422 || exit 1
			has "$T/body" "href=\"#period\"" || exit 1
			lacks "$T/body" "Tidak ada pendaftaran" || exit 1
			lacks "$T/body" "Ratna Wulandari" || exit 1
		done
	done
	equal 0 "$(sql -e "SELECT COUNT(*) FROM audit")"
	cgi roster GET "roster?day=2026-12-14&period=481"
	has "$T/body" "<option value=\"480\">08.00–10.00</option>"
	has "$T/body" "<option value=\"2026-12-14\" selected>"
'

test_case 'a day without periods has nobody' '
	staff_enter petugas
	cgi roster GET "roster?day=2026-12-25"
	status 200
	has "$T/body" "Tidak ada pendaftaran pada pilihan ini"
'

test_case 'the table of the day is a file with the mask of each NIK' '
	staff_enter petugas
	cgi roster GET "roster?day=2026-12-14&as=csv"
	status 200
	equal "text/csv; charset=utf-8" "$(header Content-Type)"
	equal "attachment; filename=\"daftar-jakarta-selatan-2026-12-14.csv\"" \
		"$(header Content-Disposition)"
	has "$T/body" "\"7K3M-9QXA-C\",\"1\",\"Ratna Wulandari\""
	has "$T/body" "...9021"
'

# A thousand people in one period of another day.
sql -e "INSERT INTO slot (id, office_id, opening_id, day, start_minute,
	end_minute) VALUES (20, 1, 1, '2026-12-17', 480, 600),
		(21, 1, 1, '2026-12-17', 600, 720)"
awk -v people=1000 -v account=1 -v slot=20 -f "$ANTREAN_SRC/tests/lib/crowd.awk" |
	sql
sql -e "SELECT name FROM applicant WHERE slot_id = 20 AND seat_no IS NOT NULL" |
	sort >"$T/names"
full="roster?day=2026-12-17&period=480"
: >"$T/took"

# took WHAT: records the time inside the program; no test judges it.
took() {
	sed -n "s/.* status=200 us=\([0-9]*\) bytes=\([0-9]*\) .*/# \1 us, \2 bytes: $1/p" \
		"$T/log" | tail -n 1 >>"$T/took"
}
# private FILE: holds no whole NIK, no birth date and nobody who cancelled.
private() {
	fails grep -nE "[0-9]{16}|19[0-9]{2}|20[01][0-9]|Batal" "$1"
}
# rows: prints the names in the table of the page.
rows() {
	sed "s/<th scope=\"row\">/\n&/g" "$T/body" |
		sed -n "s/^<th scope=\"row\">\([^<]*\).*/\1/p" |
		sed "s/&lt;/</g; s/&gt;/>/g; s/&quot;/\"/g; s/&amp;/\&/g"
}

test_case 'a thousand are five pages of two hundred, one after the other' '
	staff_enter petugas
	next=$full
	: >"$T/all"
	for n in 1 2 3 4 5; do
		cgi roster GET "$next"
		status 200
		took "page $n of the roster"
		[ "$(wc -c <"$T/body")" -le 61440 ]
		says "1000 orang, 500 pendaftaran"
		rows >"$T/rows"
		equal 200 "$(wc -l <"$T/rows")"
		cat "$T/rows" >>"$T/all"
		sed "/<style>/d" "$T/body" >"$T/plain"
		private "$T/plain"
		has "$T/body" "<td data-l=\"No.\">$((n * 200))</td>"
		has "$T/body" "17 Desember 2026, 08.00–10.00 WIB</caption>"
		lacks "$T/body" "data-l=\"Sesi\""
		before=$next
		next=$(sed -n "s/.*<a href=\"\([^\"]*\)\">Halaman berikutnya<.*/\1/p" \
			"$T/body" | sed "s/&amp;/\&/g")
		[ $n -eq 1 ] || has "$T/body" "Halaman sebelumnya"
	done
	equal "" "$next"
	equal "roster?office=jakarta-selatan&day=2026-12-17&period=480&from=800" \
		"$before"
	sql -e "SELECT a.name FROM applicant a
		JOIN applicant f ON f.booking_id = a.booking_id AND f.no = 1
		WHERE a.slot_id = 20 AND a.seat_no IS NOT NULL
		ORDER BY f.name, a.booking_id, a.no" >"$T/ordered"
	same "$T/ordered" "$T/all"
'

test_case 'links lead back page by page, and the first page has no link back' '
	staff_enter petugas
	cgi roster GET "$full&from=400"
	has "$T/body" "period=480&amp;from=200\">Halaman sebelumnya"
	cgi roster GET "$full&from=0"
	lacks "$T/body" "Halaman sebelumnya"
	has "$T/body" "period=480&amp;from=200\">Halaman berikutnya"
'

test_case 'a page past the end shows the last page, since a roster may shrink' '
	staff_enter petugas
	for from in 1000 1200 99999; do
		cgi roster GET "$full&from=$from"
		status 200
		rows >"$T/rows"
		equal 200 "$(wc -l <"$T/rows")" || exit 1
		has "$T/body" "<td data-l=\"No.\">1000</td>" || exit 1
		has "$T/body" "from=600\">Halaman sebelumnya" || exit 1
		lacks "$T/body" "Halaman berikutnya" || exit 1
	done
'

test_case 'a family is listed together, with what the officer must check' '
	staff_enter petugas
	for as in 0 200 400 600 800; do
		cgi roster GET "$full&from=$as"
		cat "$T/body"
	done >"$T/pages"
	grep -o "class=\"n\">[A-Z]\{4\}-[A-Z]\{4\}-[A-Z]<" "$T/pages" >"$T/codes"
	equal 1000 "$(wc -l <"$T/codes")"
	equal 500 "$(uniq "$T/codes" | wc -l)"
	for look in "anak:birth > \"2009-12-17\"" \
		"kode wilayah NIK tidak dikenal:nik_flags & 1" \
		"tanggal lahir berbeda dari NIK:nik_flags & 10" \
		"jenis kelamin berbeda dari NIK:nik_flags & 4"; do
		equal "${look%%:*} $(sql -e "SELECT COUNT(*) FROM applicant
			WHERE slot_id = 20 AND seat_no IS NOT NULL
			AND ${look#*:}")" \
			"${look%%:*} $(sed "s/<tr>/\n/g" "$T/pages" |
			grep -cE "data-l=\"Perhatikan\">([^<]*, )?${look%%:*}[,<]")" ||
			exit 1
	done
'

test_case 'the table has a header, a line for each person and no formula' '
	staff_enter petugas
	sql -e "DELETE FROM audit"
	cgi roster GET "$full&as=csv"
	status 200
	took CSV
	equal "attachment; filename=\"daftar-jakarta-selatan-2026-12-17-0800.csv\"" \
		"$(header Content-Disposition)"
	equal efbbbf "$(head -c 3 "$T/body" | od -An -tx1 | tr -d " \n")"
	equal 1001 "$(wc -l <"$T/body")"
	equal 1001 "$(grep -c "^.*\"$(printf "\r")\$" "$T/body")"
	private "$T/body"
	equal 1 "$(sql -e "SELECT COUNT(*) FROM audit WHERE act = \"roster.csv\"
		AND actor = \"staff\" AND office_id = 1")"
	tail -n +2 "$T/body" | tr -d "\r" | awk -v out="$T/cells" "
	BEGIN { printf \"\" >out }
	{
		n = 0
		rest = \$0
		while (match(rest, /^\"([^\"]|\"\")*\"(,|\$)/)) {
			s = substr(rest, 1, RLENGTH)
			rest = substr(rest, RLENGTH + 1)
			sub(/,\$/, \"\", s)
			s = substr(s, 2, length(s) - 2)
			gsub(/\"\"/, \"\\\"\", s)
			n++
			if (s ~ /^[-=+@\t]/) { print \"a formula: \" s; bad = 1 }
			if (n == 4) print s >out
		}
		if (n != 7 || rest != \"\") { print \"no seven cells: \" \$0; bad = 1 }
	}
	END { exit bad }"
	sed "s/^'\''\([-=+@]\)/\1/" "$T/cells" | sort >"$T/sorted"
	same "$T/names" "$T/sorted"
	for odd in "=HYPERLINK" "+62 Budi" "-Sri Rejeki" "@Agus"; do
		has "$T/body" "\"'\''$odd" || exit 1
	done
	has "$T/body" "\"Togar \"\"Ucok\"\", S.H., M.Kn.\""
'

test_case 'no name can hold a line break' '
	register "name=Baris%0D%0ADua" email=baris%40contoh.id
	equal 0 "$(sql -e "SELECT COUNT(*) FROM person
		WHERE name REGEXP \"[[:cntrl:]]\"")"
'

if command -v pdftotext >/dev/null && command -v pdfinfo >/dev/null; then
	test_case 'the printed roster has every name of the thousand' '
		staff_enter petugas
		cgi roster GET "$full&as=pdf"
		status 200
		took PDF
		equal application/pdf "$(header Content-Type)"
		# poppler warns about a number that libharu leaves out of UTF-8
		# fonts
		pdftotext -layout "$T/body" "$T/text" 2>"$T/warned"
		fails grep -v begincidrange "$T/warned"
		private "$T/text"
		has "$T/text" "500 kode, 1.000 orang"
		pages=$(pdfinfo "$T/body" | sed -n "s/^Pages: *//p")
		[ "$pages" -ge 38 ]
		[ "$pages" -le 50 ]
		equal "$pages" "$(grep -c "Halaman [0-9]* dari $pages" "$T/text")"
		tr -s " \n\f" " " <"$T/text" >"$T/line"
		# the fonts lack the letters of Vietnamese, so their marks are
		# dropped
		sed "s/Ngọc/Ngoc/; s/Nguyễn/Nguyen/" "$T/names" >"$T/printed"
		while IFS= read -r name; do
			has "$T/line" "$name" >/dev/null || echo "not printed: $name"
		done <"$T/printed" >"$T/missing"
		same /dev/null "$T/missing"
		echo "# $pages pages" >>"$T/took"
	'
else
	test_skip 'the printed roster' 'poppler-utils is not installed'
fi

test_case 'people who cancelled are on no roster' '
	staff_enter petugas
	equal 4 "$(sql -e "SELECT COUNT(*) FROM applicant WHERE name LIKE \"Batal%\"")"
	cgi roster GET "roster?day=2026-12-17"
	took "page 1 of the whole day"
	says "1000 orang, 500 pendaftaran"
	[ "$(wc -c <"$T/body")" -le 61440 ]
	has "$T/body" "<td data-l=\"Sesi\">08.00</td>"
	sql -e "UPDATE booking SET state = \"cancelled\", cancelled_at = \"2026-12-07 01:00:00\"
		WHERE id = 1001"
	cgi roster GET "roster?day=2026-12-17"
	says "$((1000 - $(sql -e "SELECT party FROM booking WHERE id = 1001"))) orang, 499 pendaftaran"
	cgi roster GET "roster?day=2026-12-17&period=600"
	has "$T/body" "Tidak ada pendaftaran pada pilihan ini"
'
cat "$T/took"
test_end
