#!/bin/sh
# session.t - applicants sign in and out, and the cookie of their session.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"

world_make
people_ready account_new ratna

# inside: the browser has a valid session.
inside() {
	cgi account GET account
	status 200
	has "$T/body" "ratna@contoh.id"
}
outside() {
	cgi account GET account
	status 200
	lacks "$T/body" "ratna@contoh.id"
}
cookie_put() {
	echo "antrean $1" >"$T/jar"
}
cookie() {
	sed -n 's/^antrean //p' "$T/jar"
}

test_case 'the sign-in page must not be cached' '
	rm -f "$T/jar"
	cgi session GET session
	status 200
	has "$T/body" "Kata sandi"
	equal no-store "$(header Cache-Control)"
	lacks "$T/head" Set-Cookie
'

test_case 'the right password signs in, without regard to the case of the mailbox' '
	rm -f "$T/jar"
	sign_in RATNA
	status 303
	equal "$base_url/account" "$(header Location)"
	header Set-Cookie >"$T/cookie"
	has "$T/cookie" "HttpOnly; SameSite=Lax"
	has "$T/cookie" "Path=/;"
	inside
'

test_case 'under https the cookie is Secure and has the host prefix' '
	rm -f "$T/jar"
	sed "s|^base_url = .*|base_url = https://antrean.test/antrean|" \
		"$T/antrean.conf" >"$T/https.conf"
	cgi_env="ANTREAN_CONF=$T/https.conf"
	sign_in ratna
	cgi_env=
	status 303
	header Set-Cookie >"$T/cookie"
	grep -q "^__Host-antrean=" "$T/cookie"
	has "$T/cookie" "; Secure"
	equal https://antrean.test/antrean/account "$(header Location)"
'

test_case 'an open redirect is refused and leads to the account instead' '
	rm -f "$T/jar"
	for next in https%3A%2F%2Fjahat.test%2F %2F%2Fjahat.test %2Fbooking \
		..%2Fbooking booking%2F..%2F..%2Fx jahat booking%0d%0aX-Y%3A%201 \
		booking%3Fx%3Dhttps%3A%2F%2Fjahat.test signin booking%23x \
		booking%5C%5Cjahat.test javascript%3Aalert%281%29; do
		cgi session GET "session?next=$next"
		has "$T/body" "name=\"next\" value=\"\"" || exit 1
		post session "email=ratna%40contoh.id&password=$password&next=$next"
		status 303 || exit 1
		equal "$base_url/account" "$(header Location)" || exit 1
		rm "$T/jar"
	done
'

test_case 'signing in leads to our own page, in the present language' '
	rm -f "$T/jar"
	cgi session GET "session?lang=en&next=booking%3Flang%3Did%26slot%3D2%26n%3D1"
	submit session session "email=ratna%40contoh.id&password=$password"
	status 303
	equal "$base_url/booking?slot=2&n=1&lang=en" "$(header Location)"
'

test_case 'the sign-in page names the slot to be booked, but no unknown slot' '
	rm -f "$T/jar"
	cgi session GET "session?next=booking%3Fslot%3D2%26n%3D1"
	status 200
	has "$T/body" "Jakarta Selatan, Senin, 14 Desember 2026, 08.00–10.00 WIB"
	for slot in 99999 0 -1 x 99999999999999999999999; do
		cgi session GET "session?next=booking%3Fslot%3D$slot"
		status 200 || exit 1
		lacks "$T/body" "Pilihan Anda diingat" || exit 1
	done
'

test_case 'the page to return to is kept over a wrong password and on the page for new accounts' '
	rm -f "$T/jar"
	cgi session GET "session?next=booking%3Fslot%3D2%26n%3D1"
	has "$T/body" "account?next=booking%3Fslot%3D2%26n%3D1"
	submit session session "email=ratna%40contoh.id&password=salah"
	status 422
	equal booking%3Fslot%3D2%26n%3D1 "$(hidden next)"
'

test_case 'a wrong password and an unknown mailbox get the same answer' '
	rm -f "$T/jar"
	sign_in ratna salah
	status 422
	lacks "$T/head" Set-Cookie
	sed "s/ratna@/x@/; s/name=\"token\" value=\"[^\"]*\"//" "$T/body" >"$T/wrong"
	has "$T/wrong" "Tidak cocok"
	sign_in tidakada salah
	status 422
	sed "s/tidakada@/x@/; s/name=\"token\" value=\"[^\"]*\"//" "$T/body" \
		>"$T/unknown"
	same "$T/wrong" "$T/unknown"
	lacks "$T/body" "value=\"salah\""
'

test_case 'a malformed `next` does not prevent signing in' '
	rm -f "$T/jar"
	cgi session GET session
	post session "email=ratna%40contoh.id&password=$password&next=a&next=b"
	status 303
	equal "$base_url/account" "$(header Location)"
'

test_case 'an empty form has a fault beside both entries' '
	rm -f "$T/jar"
	cgi session GET session
	submit session session "email=&password="
	status 422
	has "$T/body" "Alamat email: Belum diisi"
	has "$T/body" "Kata sandi: Belum diisi"
'

test_case 'ten wrong passwords in 15 minutes lock an account, and it opens again after that time' '
	account_new pelupa
	rm "$T/jar"
	clock_set "2026-12-07 09:00 +0700"
	for n in 1 2 3 4 5 6 7 8 9 10; do
		sign_in pelupa "salah$n"
		status 422 || exit 1
	done
	sign_in PELUPA%2Btag salah11
	status 429
	sign_in pelupa
	status 429
	equal 900 "$(header Retry-After)"
	has "$T/body" "Tunggu 15 menit"
	has "$T/body" "value=\"pelupa@contoh.id\""
	sign_in ratna
	status 303
	rm "$T/jar"
	clock_set "2026-12-07 09:02 +0700"
	sign_in pelupa
	status 303
	clock_set "$world_now"
'

test_case 'a network that guesses passwords of many accounts is stopped, for staff too' '
	rm -f "$T/jar"
	sql -e "UPDATE parameter SET value = 30 WHERE name = \"signin_address\""
	clock_set "2026-12-07 10:00 +0700"
	n=0
	while [ $n -lt 30 ]; do
		n=$((n + 1))
		sign_in "tebak$n" salah
		status 422 || exit 1
	done
	sign_in ratna
	status 429
	cgi signin GET signin
	submit signin signin "login=pusat&password=salah"
	status 429
	cgi_env=REMOTE_ADDR=198.51.100.7
	sign_in ratna
	status 303
	cgi_env=
	clock_set "$world_now"
	sql -e "UPDATE parameter SET value = 1000 WHERE name = \"signin_address\""
'

test_case 'right passwords are not counted' '
	rm -f "$T/jar"
	clock_set "2026-12-07 11:00 +0700"
	for n in 1 2 3 4 5 6 7 8 9 10 11; do
		rm -f "$T/jar"
		sign_in ratna
		status 303 || exit 1
	done
	clock_set "$world_now"
'

test_case 'signing out ends the session, also for a copy of its cookie' '
	rm -f "$T/jar"
	sql -e "DELETE FROM session"
	sign_in ratna
	copy=$(cookie)
	inside
	cgi session GET session
	has "$T/body" "Keluar dari akun?"
	submit session session ""
	status 303
	follow
	has "$T/body" "Anda sudah keluar."
	equal "" "$(cookie)"
	equal "2026-12-07 01:00:00" "$(sql -e "SELECT ended_at FROM session")"
	cookie_put "$copy"
	outside
	equal "" "$(cookie)"
'

test_case 'the owner of an ended session can sign in at once' '
	rm -f "$T/jar"
	sign_in ratna
	sql -e "UPDATE session SET ended_at = \"2026-12-07 01:00:00\"
		WHERE ended_at IS NULL"
	sign_in ratna
	status 303
	inside
'

test_case 'a cookie with one bit changed is no session' '
	rm -f "$T/jar"
	sign_in ratna
	whole=$(cookie)
	for at in 1 20 23 31 42 50 63; do
		was=$(printf %s "$whole" | cut -c$at)
		[ "$was" = A ] && now=B || now=A
		cookie_put "$(printf %s "$whole" |
			sed "s/^\(.\{$((at - 1))\}\)./\1$now/")"
		outside || exit 1
	done
	cookie_put "$whole."
	outside
	cookie_put ""
	outside
	cookie_put "$whole"
	inside
'

test_case 'a staff cookie is no session of an applicant' '
	rm -f "$T/jar"
	sign_in ratna
	echo "antrean-staff $(cookie)" >"$T/jar"
	cgi signin GET signin
	status 200
	has "$T/body" "Masuk petugas"
'

test_case 'a session lasts 30 days after the last visit' '
	rm -f "$T/jar"
	sign_in ratna
	clock_set "2026-12-27 08:00 +0700"
	inside
	clock_set "2027-01-20 08:00 +0700"
	inside
	clock_set "2027-02-20 08:00 +0700"
	outside
	clock_set "$world_now"
'

test_case 'a cookie older than 30 days is refused even while its session lasts' '
	rm -f "$T/jar"
	sign_in ratna
	old=$(cookie)
	clock_set "2026-12-27 08:00 +0700"
	inside
	fails test "$old" = "$(cookie)"
	cookie_put "$old"
	inside
	cookie_put "$old"
	clock_set "2027-01-07 08:00:01 +0700"
	outside
	clock_set "$world_now"
'

test_case 'a form of another site cannot sign anybody in or out' '
	rm -f "$T/jar"
	cgi session GET session
	cgi_env=HTTP_ORIGIN=https://jahat.test
	submit session session "email=ratna%40contoh.id&password=$password"
	status 403
	lacks "$T/head" Set-Cookie
	cgi_env=
	sign_in ratna
	cgi session GET session
	cgi_env=HTTP_ORIGIN=https://jahat.test
	submit session session ""
	status 403
	cgi_env=
	cgi session POST session step=out
	status 403
	inside
'

test_case 'a field sent twice, a broken escape and a huge form are refused' '
	rm -f "$T/jar"
	cgi session GET session
	submit session session "email=a%40b.id&email=c%40d.id&password=x"
	status 422
	has "$T/body" "terkirim dua kali"
	cgi session GET session
	submit session session "email=%zz&password=x"
	status 422
	has "$T/body" "tidak dapat dibaca"
	cgi session GET session
	submit session session "email=$(head -c 40000 /dev/zero | tr "\0" a)"
	status 413
'

test_case 'the password is never in the log' '
	rm -f "$T/jar"
	sign_in ratna
	sign_in ratna rahasiasekali
	lacks "$T/log" laut
	lacks "$T/log" rahasiasekali
	lacks "$T/log" ratna
'

test_end
