#!/bin/sh
# bad_token.t - forms that are not from our page or not from this session: the
# program does nothing, and the entries are kept.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make
new=$(with "$holder&$login" phone=0812-3456)
people_ready account_new sari
keep sari
staff_new d.hartati officer 1 'D. Hartati'
foreign='Formulir ini dibuka sebelum Anda masuk atau keluar'
lapsed='Halaman ini sudah terlalu lama terbuka'

# tokens PROGRAM: prints a field for each bad token: none, empty, malformed, of
# another program, and made with another key.
tokens() {
	cgi "$1" GET "$1"
	others=$(hidden token)
	printf '%s\n' none=1 token= token=x token=AAAA "token=$others" \
		"token=$(echo "$others" | tr A-Za-z N-ZA-Mn-za-m)"
}

test_case 'making an account without a good token keeps all entries' '
	as nobody
	for token in $(tokens ticket); do
		cgi account POST account "step=register&$token&$new"
		status 403 || exit 1
		says "$foreign" || exit 1
		says "Isian Anda masih ada: periksa, lalu kirim sekali lagi." ||
			exit 1
		has "$T/body" "ratna@contoh.id" || exit 1
		holder_kept || exit 1
	done
	equal 1 "$(rows account)"
'

test_case 'the form that comes back makes the account' '
	as nobody
	cgi account POST account "step=register&$new"
	status 403
	submit account account "$new"
	status 303
	equal 2 "$(rows account)"
'

test_case 'the answer to an English form is English' '
	as nobody
	cgi account POST "account?lang=en" "step=register&lang=en&$new"
	status 403
	says "What you typed is kept: check it, then send it once more."
'

test_case 'signing in without a good token keeps the mailbox and the page to return to' '
	as nobody
	for token in $(tokens ticket); do
		cgi session POST session "$token&step=in&next=booking%3Fslot%3D2%26n%3D1&email=sari%40contoh.id&password=$password"
		status 403 || exit 1
		says "$foreign" || exit 1
		kept email sari@contoh.id || exit 1
		kept next "booking?slot=2&amp;n=1" || exit 1
		lacks "$T/body" "kuda laut" || exit 1
		lacks "$T/head" Set-Cookie || exit 1
	done
	submit session session "email=sari%40contoh.id&password=$password"
	status 303
	equal "$base_url/booking?slot=2&n=1" "$(header Location)"
'

test_case 'the sign-in form of staff keeps the login' '
	as nobody
	for token in $(tokens ticket); do
		cgi signin POST signin "$token&step=in&login=d.hartati&password=$password"
		status 403 || exit 1
		kept login d.hartati || exit 1
		lacks "$T/head" Set-Cookie || exit 1
	done
'

test_case 'the form to add a person keeps its entries, also for a token of another session' '
	as nobody
	account_new budi
	cgi account GET account
	budis=$(hidden token)
	as sari
	for token in $(tokens ticket) "token=$budis"; do
		cgi account POST account "$token&step=person&$child"
		status 403 || exit 1
		says "$foreign" || exit 1
		kept name "Bagas Pramudita" && kept nik 3174010205119022 &&
			kept birth-day 2 && kept birth-year 2011 &&
			selected birth-month 5 && ticked sex l || exit 1
		has "$T/body" "sari@contoh.id" || exit 1
	done
	equal 0 "$(sql -e "SELECT COUNT(*) FROM person
		WHERE name = \"Bagas Pramudita\"")"
'

test_case 'removing and signing out without a good token are refused on a plain page' '
	as sari
	cgi account POST account "step=remove&person=1"
	status 403
	says "Tidak diizinkan"
	fails says "Isian Anda masih ada"
	cgi session POST session step=out
	status 403
	says "Tidak diizinkan"
	cgi account GET account
	has "$T/body" "sari@contoh.id"
'

test_case 'finding a ticket without a good token keeps code and birth date' '
	as nobody
	for token in $(tokens session); do
		cgi ticket POST ticket "$token&code=7K3M9QXAC&birth-day=1&birth-month=2&birth-year=1990"
		status 403 || exit 1
		says "$foreign" || exit 1
		kept code 7K3M9QXAC && kept birth-day 1 &&
			selected birth-month 2 && kept birth-year 1990 || exit 1
	done
'

test_case 'booking without a good token makes no booking' '
	as sari
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	me=$(tags who-0 | sed -n "s/.*value=\"\([0-9]*\)\".*/\1/p")
	submit booking booking "who-0=$me&kind-0=baru"
	status 200
	form=$(awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body" |
		tr "&" "\n" | grep -v "^token=\|^step=" | tr "\n" "&")
	for token in $(tokens ticket); do
		for step in confirm check person; do
			cgi booking POST booking "$token&${form}declare=1&step=$step&$child"
			status 403 || exit 1
			says "$foreign" || exit 1
			has "$T/body" "name=\"slot\" value=\"2\"" || exit 1
			if [ $step = person ]; then
				kept name "Bagas Pramudita" || exit 1
			else
				says "Ratna Wulandari" || exit 1
			fi
		done
	done
	equal 0 "$(rows booking)"
'

test_case 'a page left open for half a day keeps all entries' '
	as nobody
	cgi account GET account
	clock_set "2026-12-07 20:00:01 +0700"
	submit account account "$(with "$new" email=pagi%40contoh.id)"
	status 410
	says "$lapsed"
	holder_kept email
	submit account account "$(with "$new" email=pagi%40contoh.id)"
	clock_set "$world_now"
	status 303
'

test_case 'the forms to sign in, to add a person and to find a ticket keep theirs too' '
	as nobody
	cgi session GET session
	cp "$T/body" "$T/session.page"
	cgi signin GET signin
	cp "$T/body" "$T/signin.page"
	cgi ticket GET ticket
	cp "$T/body" "$T/ticket.page"
	as sari
	cgi account GET account
	clock_set "2026-12-07 20:00:01 +0700"
	submit account account "$child"
	status 410
	says "$lapsed"
	kept name "Bagas Pramudita"
	as nobody
	cp "$T/session.page" "$T/body"
	submit session session "email=sari%40contoh.id&password=$password"
	status 410
	says "$lapsed"
	kept email sari@contoh.id
	cp "$T/signin.page" "$T/body"
	submit signin signin "login=d.hartati&password=$password"
	status 410
	kept login d.hartati
	cp "$T/ticket.page" "$T/body"
	submit ticket ticket "code=7K3M9QXAC&birth-day=1&birth-month=2&birth-year=1990"
	status 410
	kept code 7K3M9QXAC
	clock_set "$world_now"
'

test_case 'a form of another site is refused on a plain page without its entries' '
	as nobody
	for origin in https://jahat.test http://antrean.test.jahat.test \
		http://antrean.test:8080 https://antrean.test \
		http://jahat.test/antrean.test javascript:alert; do
		cgi_env="HTTP_ORIGIN=$origin"
		cgi account GET account
		submit account account "$(with "$new" email=jahat%40contoh.id)"
		status 403 || exit 1
		says "Tidak diizinkan" || exit 1
		lacks "$T/body" "Ratna Wulandari" || exit 1
		cgi session GET session
		submit session session "email=sari%40contoh.id&password=$password"
		status 403 || exit 1
		lacks "$T/head" Set-Cookie || exit 1
		cgi ticket GET ticket
		submit ticket ticket "code=7K3M9QXAC&birth-day=1&birth-month=2&birth-year=1990"
		status 403 || exit 1
		as sari
		cgi booking GET "booking?slot=2&kind=baru&n=1"
		submit booking booking "who-0=1&kind-0=baru"
		status 403 || exit 1
		as nobody
	done
	cgi_env=
	equal 0 "$(sql -e "SELECT COUNT(*) FROM account
		WHERE email = \"jahat@contoh.id\"")"
'

test_end
