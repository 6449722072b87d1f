#!/bin/sh
# crowd.t - more people sign in than the host can hash passwords for: those who
# get no turn are told so, and their form keeps all but the password.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"

world_make
people_ready account_new ratna
staff_new d.hartati officer 1 'D. Hartati'
questions() {
	sql -e "SHOW GLOBAL STATUS LIKE 'Questions'" | cut -f2
}
# FIRST COUNT of the bytes of the semaphore's file (base/semaphore.h) that are the
# turns, and of those that are the waiting places of applicants.
turns='0 64'
public_waits='64 4'

test_case 'a person who gets no turn is asked to wait and keeps the form' '
	rm -f "$T/jar"
	cgi session GET "session?next=booking%3Fslot%3D2%26n%3D1"
	turns_hold
	submit session session "email=ratna%40contoh.id&password=$password"
	status 503
	equal 10 "$(header Retry-After)"
	equal no-store "$(header Cache-Control)"
	says "Belum bisa masuk: terlalu ramai"
	says "Tunggu 10 detik, isi lagi kata sandi, lalu tekan Masuk."
	has "$T/body" "value=\"ratna@contoh.id\""
	has "$T/body" "name=\"next\" value=\"booking?slot=2&amp;n=1\""
	lacks "$T/body" "kuda laut"
	lacks "$T/head" Set-Cookie
'

test_case 'the form that came back signs in once a turn is free' '
	rm -f "$T/jar"
	cgi session GET "session?next=booking%3Fslot%3D2%26n%3D1"
	turns_hold
	submit session session "email=ratna%40contoh.id&password=$password"
	status 503
	turns_free
	submit session session "email=ratna%40contoh.id&password=$password"
	status 303
	equal "$base_url/booking?slot=2&n=1" "$(header Location)"
'

test_case 'the request to wait is in English too' '
	rm -f "$T/jar"
	cgi session GET "session?lang=en"
	turns_hold
	submit session "session?lang=en" "email=ratna%40contoh.id&password=x"
	status 503
	says "Not signed in: too busy right now"
'

test_case 'a refusal for lack of a turn uses no database and counts as no try' '
	rm -f "$T/jar"
	turns_hold
	cgi session GET "session?next=booking%3Fslot%3D2%26n%3D1"
	cp "$T/body" "$T/form.page"
	before=$(questions)
	asking=$(($(questions) - before))
	before=$(questions)
	for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
		cp "$T/form.page" "$T/body"
		submit session session "email=ratna%40contoh.id&password=salah"
		status 503 || exit 1
	done
	equal "$asking" $(($(questions) - before))
	turns_free
	cp "$T/form.page" "$T/body"
	submit session session "email=ratna%40contoh.id&password=$password"
	status 303
'

test_case 'a refusal for lack of a turn is one info line in the log' '
	rm -f "$T/jar"
	cgi session GET session
	turns_hold
	submit session session "email=ratna%40contoh.id&password=$password"
	status 503
	equal 1 "$(grep -c "level=info.*event=semaphore.*sent_away=1" "$T/log")"
	equal 0 "$(grep -c "level=fault" "$T/log")"
'

test_case 'the faults of an empty form need no turn' '
	rm -f "$T/jar"
	cgi session GET session
	turns_hold
	submit session session "email=ratna%40contoh.id"
	status 422
'

test_case 'a request waits for a turn and then signs in' '
	rm -f "$T/jar"
	cgi session GET session
	turns_hold $turns
	(sleep 0.5 && kill -9 "$turns_pid") &
	submit session session "email=ratna%40contoh.id&password=$password"
	status 303
'

test_case 'a crowd of applicants leaves the waiting places of staff free' '
	rm -f "$T/jar"
	cgi session GET session
	cp "$T/body" "$T/form.page"
	turns_hold $public_waits
	submit session session "email=ratna%40contoh.id&password=$password"
	status 303
	turns_free
	rm -f "$T/jar"
	turns_hold 0 68
	cp "$T/form.page" "$T/body"
	submit session session "email=ratna%40contoh.id&password=$password"
	status 503
	cgi signin GET signin
	(sleep 0.5 && kill -9 "$turns_pid") &
	submit signin signin "login=d.hartati&password=$password"
	status 303
'

test_case 'staff who get no turn are asked to wait and keep the form' '
	rm -f "$T/jar"
	cgi signin GET "signin?next=roster%3Fday%3D2026-12-14"
	turns_hold
	submit signin signin "login=d.hartati&password=$password"
	status 503
	equal 10 "$(header Retry-After)"
	has "$T/body" "value=\"d.hartati\""
	has "$T/body" "name=\"next\" value=\"roster?day=2026-12-14\""
	lacks "$T/body" "kuda laut"
	turns_free
	submit signin signin "login=d.hartati&password=$password"
	status 303
	equal "$base_url/roster?day=2026-12-14" "$(header Location)"
'

test_case 'a visitor who gets no turn for a new account keeps all entries' '
	rm -f "$T/jar"
	before=$(rows account)
	cgi account GET "account?next=booking%3Fslot%3D2%26n%3D1"
	form=$(with "$holder&$login" email=baru%40contoh.id phone=0812-3456)
	turns_hold
	submit account account "$form"
	status 503
	equal 10 "$(header Retry-After)"
	says "Akun belum dibuat: terlalu ramai"
	for kept in "Ratna Wulandari" 3273015403889021 14 1988 baru@contoh.id \
		0812-3456 "booking?slot=2&amp;n=1"; do
		has "$T/body" "value=\"$kept\"" || exit 1
	done
	grep -q "<option value=\"3\" selected" "$T/body"
	grep -q "value=\"p\" checked" "$T/body"
	grep -q "id=\"agree\"[^>]* checked" "$T/body"
	lacks "$T/body" "kuda laut"
	equal "$before" "$(rows account)"
	turns_free
	submit account account "$form"
	status 303
	equal "$base_url/booking?slot=2&n=1" "$(header Location)"
'

test_end
