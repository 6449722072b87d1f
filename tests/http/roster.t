#!/bin/sh
# roster.t - whom an office expects: who may see it, and what is asked wrongly.
. "$(dirname "$0")/../lib.sh"
. "$ANTREAN_SRC/tests/world.sh"
. "$ANTREAN_SRC/tests/people.sh"

world_make
account_new ratna >"$T/out" 2>&1 || {
	cat "$T/out" "$T/log"
	echo "Bail out! no account"
	exit 1
}
# Staff with the password of that account, and a booking of its holder.
sql -e "INSERT INTO staff (login, name, role, office_id, password, created_at)
	SELECT s.login, s.login, s.role, s.office_id, password, created_at
	FROM account, (SELECT 'petugas' login, 'officer' role, 1 office_id
		UNION SELECT 'pusat', 'national', NULL) s;
	INSERT INTO booking (id, code, once, digest, account_id, slot_id, party,
		lang, channel, declared, created_at)
	SELECT 1, '7K3M9QXAC', REPEAT('x', 16), REPEAT('x', 32), id, 2, 1, 'id',
		'web', 't', created_at FROM account;
	INSERT INTO applicant (booking_id, no, slot_id, seat_no, account_id,
		live_no, nik_live, nik_hash, nik_key, nik_sealed, nik_mask,
		nik_flags, name, birth, sex, service_id, state)
	SELECT 1, 1, 2, 11, account_id, 1, nik_hash, nik_hash, nik_key,
		nik_sealed, nik_mask, 0, name, birth, sex, 1, 'booked'
	FROM person"

# staff_in LOGIN: signed in, and nobody else is.
staff_in() {
	rm -f "$T/jar"
	cgi signin GET signin
	submit signin signin "login=$1&password=$password"
	status 303
}

test_case 'an officer sees the people of the day, and the audit says so' '
	staff_in petugas
	sql -e "DELETE FROM audit"
	cgi roster GET "roster?day=2026-12-14"
	status 200
	has "$T/body" "Ratna Wulandari"
	lacks "$T/body" 3273
	equal no-store "$(header Cache-Control)"
	equal "staff roster.read office 1" "$(sql -e "SELECT CONCAT_WS(\" \",
		actor, act, object, office_id) FROM audit")"
'

test_case 'an officer of one office sees no other, in whatever form' '
	staff_in petugas
	sql -e "DELETE FROM audit"
	for as in "" pdf csv; do
		cgi roster GET "roster?office=jayapura&day=2026-12-14&as=$as"
		status 403 || exit 1
	done
	equal 0 "$(sql -e "SELECT COUNT(*) FROM audit")"
'

test_case 'national staff see any office' '
	staff_in pusat
	cgi roster GET "roster?office=jayapura&day=2026-12-14"
	status 200
	lacks "$T/body" "Ratna Wulandari"
	cgi roster GET "roster?office=jakarta-selatan&day=2026-12-14"
	has "$T/body" "Ratna Wulandari"
	cgi roster GET "roster?office=nowhere"
	status 404
'

test_case 'nobody and people with an account are asked to sign in as staff' '
	rm -f "$T/jar"
	cgi roster GET "roster?day=2026-12-14"
	status 303
	equal "$base_url/signin?next=roster%3Fday%3D2026-12-14" \
		"$(header Location)"
	sign_in ratna
	cgi roster GET roster
	status 303
'

test_case 'a day that is none is a fault and shows nobody' '
	staff_in petugas
	cgi roster GET "roster?day=14-12-2026"
	status 422
	has "$T/body" "7 Desember 2026"
	lacks "$T/body" "Ratna Wulandari"
'

test_case 'a table of the day is a file with the whole mask' '
	staff_in petugas
	cgi roster GET "roster?day=2026-12-14&as=csv"
	status 200
	equal "text/csv; charset=utf-8" "$(header Content-Type)"
	equal "attachment; filename=\"daftar-jakarta-selatan-2026-12-14.csv\"" \
		"$(header Content-Disposition)"
	has "$T/body" "\"7K3M-9QXA-C\",\"1\",\"Ratna Wulandari\""
	has "$T/body" "3273********9021"
'

test_end
