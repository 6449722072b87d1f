#!/bin/sh
# signin.t - staff sign in and out.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make
people_ready account_new ratna
staff_new d.hartati officer 1 'D. Hartati'
staff_new pusat national NULL Pusat
staff_new mantan officer 1 Mantan
sql -e "UPDATE staff SET disabled_at = '2026-12-01 00:00:00'
	WHERE login = 'mantan'"

inside() {
	cgi signin GET signin
	status 200
	has "$T/body" "Keluar, D. Hartati?"
}
outside() {
	cgi signin GET signin
	status 200
	has "$T/body" "Nama pengguna"
	lacks "$T/body" "Hartati?"
}

test_case 'staff sign in with login and password, and go to the roster' '
	rm -f "$T/jar"
	staff_in d.hartati
	status 303
	equal "$base_url/roster" "$(header Location)"
	header Set-Cookie >"$T/cookie"
	has "$T/cookie" "antrean-staff="
	has "$T/cookie" "Max-Age=43200"
	inside
'

test_case 'a login is read without regard to case' '
	rm -f "$T/jar"
	staff_in D.Hartati
	status 303
'

test_case 'wrong password, unknown and disabled staff get the same answer' '
	rm -f "$T/jar"
	for who in "d.hartati salah" "tidakada $password" "mantan $password"; do
		staff_in ${who% *} "${who#* }"
		status 422 || exit 1
		lacks "$T/head" Set-Cookie || exit 1
		has "$T/body" "Tidak cocok dengan kata sandi" || exit 1
	done
'

test_case 'a login with characters that no login has is a fault' '
	rm -f "$T/jar"
	for who in p%C3%A9tugas "d hartati" d.hartati%E2%82%AC; do
		staff_in "$who"
		status 422 || exit 1
		lacks "$T/head" Set-Cookie || exit 1
		beside login "Hanya boleh berisi huruf a–z" || exit 1
	done
'

test_case 'a member of staff who is disabled is signed out at once' '
	rm -f "$T/jar"
	staff_in pusat
	status 303
	sql -e "UPDATE staff SET disabled_at = \"2026-12-07 00:00:00\"
		WHERE login = \"pusat\""
	outside
	sql -e "UPDATE staff SET disabled_at = NULL WHERE login = \"pusat\""
'

test_case 'a staff session ends after 30 minutes without a request' '
	rm -f "$T/jar"
	staff_in d.hartati
	clock_set "2026-12-07 08:29 +0700"
	inside
	clock_set "2026-12-07 08:58 +0700"
	inside
	clock_set "2026-12-07 09:29 +0700"
	outside
	clock_set "$world_now"
'

test_case 'a staff session ends after 12 hours in any case' '
	rm -f "$T/jar"
	staff_in d.hartati
	at=8
	while [ $at -lt 20 ]; do
		for minute in 10 30 50; do
			clock_set "2026-12-07 $at:$minute +0700"
			inside || exit 1
		done
		at=$((at + 1))
	done
	clock_set "2026-12-07 20:00:01 +0700"
	outside
	clock_set "$world_now"
'

test_case 'ten wrong passwords lock a login' '
	rm -f "$T/jar"
	clock_set "2026-12-07 09:00 +0700"
	for n in 1 2 3 4 5 6 7 8 9 10; do
		staff_in pusat salah$n
		status 422 || exit 1
	done
	staff_in PUSAT
	status 429
	staff_in d.hartati
	status 303
	clock_set "$world_now"
'

test_case 'signing out ends the session and is in the audit' '
	rm -f "$T/jar"
	sql -e "DELETE FROM audit"
	staff_in d.hartati
	cp "$T/jar" "$T/copy"
	cgi signin GET signin
	submit signin signin ""
	status 303
	follow
	has "$T/body" "Anda sudah keluar."
	cp "$T/copy" "$T/jar"
	outside
	equal "session.begin session.end" \
		"$(sql -e "SELECT act FROM audit WHERE actor = \"staff\"
		AND office_id = 1 ORDER BY id" | xargs)"
'

test_case 'signing in leads staff to programs of staff only' '
	rm -f "$T/jar"
	cgi signin GET "signin?next=roster%3Fday%3D2026-12-14"
	submit signin signin "login=d.hartati&password=$password"
	status 303
	equal "$base_url/roster?day=2026-12-14" "$(header Location)"
	rm "$T/jar"
	cgi signin GET "signin?next=%2F%2Fjahat.test"
	submit signin signin "login=d.hartati&password=$password"
	equal "$base_url/roster" "$(header Location)"
'

test_case 'the cookie of an applicant opens no roster' '
	rm -f "$T/jar"
	sign_in ratna
	status 303
	cgi signin GET signin
	has "$T/body" "Nama pengguna"
	echo "antrean-staff $(sed -n "s/^antrean //p" "$T/jar")" >"$T/jar"
	outside
'

test_case 'a form of another site cannot sign anybody in' '
	rm -f "$T/jar"
	cgi signin GET signin
	cgi_env=HTTP_ORIGIN=https://jahat.test
	submit signin signin "login=d.hartati&password=$password"
	status 403
	lacks "$T/head" Set-Cookie
'

test_end
