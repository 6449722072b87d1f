#!/bin/sh
# golden.t - compares pages with their copies in golden/PROGRAM/, which a person
# has read, and checks their size in bytes, style sheet included.  The test of a
# program may have pages of its own (tests/lib/golden.sh).
#
#	tests/page/golden.t --write	updates the copies: read the diff
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/golden.sh"

# instead SLOT: changes the slot of the form on the page.
instead() {
	sed -i "s/name=\"slot\" value=\"[0-9]*\"/name=\"slot\" value=\"$1\"/" \
		"$T/body"
}

# person NAME NIK DAY MONTH YEAR SEX: adds a person to the account.
person() {
	cgi account GET account
	post account "step=person&name=$1&nik=$2&birth-day=$3&birth-month=$4&birth-year=$5&sex=$6"
	status 303
}

world_make
sql -e "UPDATE office SET address = 'Jl. Contoh No. 1, Jakarta 12345',
		phone = '(021) 5550001', latitude = -6.3, longitude = 106.8
		WHERE id = 1;
	UPDATE office SET latitude = -2.5, longitude = 140.7 WHERE id = 2;
	UPDATE office SET latitude = -6.6, longitude = 106.8 WHERE id = 3"

test_case 'the accounts and people of these pages can be made' '
	account_new ratna
	keep ratna
	account_new sari
	keep sari
	person Bagas+Pramudita 3174010205119022 2 5 2011 l
	keep sari
	account_new keluarga
	person Agus+Ma%27ruf+A.+S.H.,+M.Kn. 3174010107859001 1 7 1985 l
	person Bagas+Pramudita 3174010205119022 2 5 2011 l
	person Anisah+Nur+Aini 3174016008209003 20 8 2020 p
	person Zo%C3%AB+Hutagalung 3174011511609004 15 11 1960 l
	keep keluarga
	# ids have gaps that differ between servers, so the test sets the ids
	sql -e "UPDATE person SET id = 1000 + 10 * account_id + member_no;
		INSERT INTO staff (login, name, role, office_id, password,
		created_at)
		SELECT s.login, s.name, s.role, s.office_id, password, created_at
		FROM account, (SELECT \"d.hartati\" login, \"D. Hartati\" name,
			\"officer\" role, 1 office_id
			UNION SELECT \"pusat\", \"Pusat\", \"national\", NULL) s
		WHERE email = \"ratna@contoh.id\""
	for who in d.hartati pusat; do
		as nobody
		cgi signin GET signin
		submit signin signin "login=$who&password=$password"
		status 303
		keep $who
	done
'
family='who-0=1030&kind-0=baru&who-1=1031&kind-1=habis&year-1=2015&who-2=1032&kind-2=baru&who-3=1033&kind-3=baru&who-4=1034&kind-4=penuh&year-4=2018&abroad-4=1'
sari=who-0=1020

# Pages that inform.
page home/open 200 'open home ""'
sql -e "UPDATE opening SET closes_at = '2026-12-07 00:59:59' WHERE id <> 2"
page home/before 200 'open home ""'
page home/today 200 'clock_set "2026-12-11 11:50 +0700"; open home ""'
sql -e "UPDATE opening SET closes_at = '2026-12-18 05:00:00' WHERE id <> 2"
page office/office 200 'open office "office?kind=baru&n=2"'
page office/province 200 'open office "office?province=31&kind=baru&n=2"'
page office/elsewhere 200 'open office "office?province=32&n=2"'
page office/missing 404 'open office "office?province=99"'
page office/faults 422 'open office "office?n=9&kind=baru"'
south='slot?office=jakarta-selatan&kind=baru&n=2'
page slot/slot 200 'open slot "$south"'
page slot/missing 422 'open slot "$south&missing=1"'
page slot/refused 200 'open slot "$south&was=5"'
page slot/late 200 'clock_set "2026-12-14 08:01 +0700"; open slot "$south"'
page slot/next 200 'open slot "$south&from=2026-12-21"'
page slot/suspended 200 'open slot "slot?office=bogor&kind=baru&n=1"'
page info/info 200 'open info info'
page info/papers 200 'open info "info?topic=papers"'
page info/fee 200 'open info "info?topic=fee"'
page info/procedure 200 'open info "info?topic=procedure"'
page info/privacy 200 'open info "info?topic=privacy"'
page health/health 200 'open health health'

# Pages to sign in.
page account/register 200 'as nobody; open account account'
page account/register-faults 422 'as nobody; open account account
	send account "name=R4tna&nik=3273&birth-day=31&birth-month=2&birth-year=1988&email=x&password=pendek"'
page account/register-busy 503 'as nobody; open account account
	turns_hold
	send account "$(with "$holder&$login" email=baru@contoh.id)"'
page account/register-warnings 422 'as nobody; open account account
	send account "$(with "$holder&$login" email=baru@contoh.id birth-day=15)"'
page session/session 200 'as nobody; open session session'
page session/chosen 200 'as nobody
	open session "session?next=booking%3Fslot%3D2%26kind%3Dbaru%26n%3D1"'
page session/faults 422 'as nobody; open session session
	send session "email=ratna@contoh.id&password=salah"'
page session/busy 503 'as nobody
	open session "session?next=booking%3Fslot%3D2%26kind%3Dbaru%26n%3D1"
	turns_hold
	send session "email=ratna@contoh.id&password=$password"'
page session/lapsed 410 'as nobody; clock_set "2026-12-06 19:59 +0700"
	open session session
	clock_set "$world_now"
	send session "email=ratna@contoh.id&password=$password"'
page session/waits 403 'as sari; open booking "booking?slot=2&kind=baru&n=1"
	as nobody
	send booking "$sari&kind-0=baru"'
page session/ended 403 'as sari; open account account
	as nobody
	send account step=remove'
page session/resume-account 200 'as sari; open account account
	as nobody
	send account "$child"
	send session "email=sari@contoh.id&password=$password"'
page session/resume 200 'as sari; open booking "booking?slot=2&kind=baru&n=1"
	as nobody
	send booking "$sari&kind-0=baru"
	send session "email=sari@contoh.id&password=$password"'
page session/in 200 'as ratna; open session session'
page session/out 200 'as nobody; open session "session?done=out"'
page account/account 200 'as sari; open account account'
page account/added 200 'as sari
	open account "account?done=added&person=1021"'
page account/faults 422 'as sari; open account account
	send_alone account "token=$(hidden token)&step=person&name=&nik=1111111111111111&birth-day=1&birth-month=1&birth-year=2031"'
page account/full 200 'as keluarga; open account account'

# Pages of a booking, up to the review.
page booking/booking 200 'as nobody; open booking booking'
page booking/faults 422 'open booking "booking?kind=emas&n=7"'
page booking/bap-lost 200 'open booking "booking?kind=hilang&n=1"'
page booking/bap-damaged 200 'open booking "booking?kind=rusak&n=1"'
two='booking?slot=2&kind=baru&n=2'
page booking/people 200 'as sari; open booking "$two"'
page booking/people-faults 422 'as sari; open booking "$two"
	send booking "$sari&kind-0=hilang&year-0=20&who-1=999&kind-1=baru"'
page booking/people-add-faults 422 'as sari; open booking "$two"
	send_alone booking "token=$(hidden token)&step=person&slot=2&kind=baru&n=2&name=Dewi&nik=317401410790900"'
page booking/people-add-warnings 422 'as sari; open booking "$two"
	send_alone booking "token=$(hidden token)&step=person&slot=2&kind=baru&n=2&$(with "$child" nik=9999990205119029 birth-day=3)"'
page booking/people-five 200 'as keluarga; open booking "booking?slot=2&kind=baru&n=5"'
page booking/review 200 'as keluarga; open booking "$two"; send booking "$family"'
page booking/review-faults 422 'as keluarga; open booking "$two"
	send booking "$family"
	send booking ""'
page booking/review-lapsed 410 'as sari; open booking "booking?slot=2&kind=baru&n=1"
	send booking "$sari&kind-0=baru"
	clock_set "2026-12-07 20:00:01 +0700"
	send booking declare=1'
page booking/people-other 422 'as sari; open booking "booking?slot=2&kind=baru&n=1"
	send booking "$sari&kind-0=baru"
	as ratna
	send booking declare=1'
page booking/review-full 409 'as sari; open booking "booking?slot=2&kind=baru&n=1"
	instead 4
	send booking "$sari&kind-0=habis&year-0=2017"
	send booking declare=1'
page booking/review-closed 409 'as sari; open booking "booking?slot=2&kind=baru&n=1"
	instead 5
	send booking "$sari&kind-0=baru"
	send booking declare=1'
page booking/review-late 409 'as sari; open booking "booking?slot=2&kind=baru&n=1"
	send booking "$sari&kind-0=baru"
	instead 4
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program worker)" map once 2>>"$T/log"
	send booking declare=1
	rm "$T"/run/map/*'

# Pages of the ticket.
test_case 'the family books' '
	lang=id
	as keluarga
	open booking "$two"
	send booking "$family"
	send booking declare=1
	status 303
	header Location | sed "s/.*?v=\([^&]*\).*/\1/" >"$T/link"
'
link=$(cat "$T/link")
page ticket/fresh 200 'as keluarga; open ticket "ticket?v=$link&fresh=1"'
page ticket/ticket 200 'as nobody; open ticket "ticket?v=$link"'
page ticket/void 200 'as keluarga
	clock_set "2026-12-14 10:01 +0700"
	open ticket ticket
	open ticket "ticket?v=$(sed -n "s/.*\"ticket?v=\([^&\"]*\).*/\1/p" "$T/body")"'
page ticket/find 200 'as nobody; open ticket ticket'
page ticket/find-faults 422 'as nobody; open ticket ticket
	send ticket "code=7K3M-9QXA&birth-day=1"'
page ticket/find-wrong 422 'as nobody; open ticket ticket
	send ticket "code=000000000&birth-day=1&birth-month=1&birth-year=1990"'
page ticket/find-own 200 'as keluarga; open ticket ticket'
page ticket/find-over 200 'as keluarga
	clock_set "2026-12-14 10:01 +0700"
	open ticket ticket'
page booking/review-nik 409 'as sari; open booking "booking?slot=8&kind=baru&n=1"
	send booking "$sari&kind-0=baru"
	send booking declare=1'

# Pages of staff.
page signin/signin 200 'as nobody; open signin signin'
page signin/faults 422 'as nobody; open signin signin
	send signin "login=d.hartati&password=salah"'
page signin/busy 503 'as nobody; open signin signin
	turns_hold
	send signin "login=d.hartati&password=$password"'
page signin/foreign 403 'as nobody
	send_alone signin "login=d.hartati&password=salah"'
page signin/in 200 'as d.hartati; open signin signin'
page signin/out 200 'as nobody; open signin "signin?done=out"'
page roster/roster 200 'as d.hartati; open roster "roster?day=2026-12-14"'
page roster/period 200 'as d.hartati
	open roster "roster?day=2026-12-14&period=480"'
page roster/none 200 'as d.hartati; open roster "roster?day=2026-12-15"'
page roster/lacks 422 'as d.hartati
	open roster "roster?day=2026-12-14&period=481"'
page roster/faults 422 'as d.hartati; open roster "roster?day=2026-13-15"'
page roster/national 200 'as pusat
	open roster "roster?office=jakarta-selatan&day=2026-12-14"'

# Pages of errors.
page error/400 400 'as nobody; cgi_env=CONTENT_TYPE=text/plain
	send_alone account step=register'
page error/403 403 'as nobody; cgi_env=HTTP_ORIGIN=https://jahat.test
	send_alone account step=register'
page error/404 404 'as nobody; open booking "booking?slot=777&kind=baru&n=1"
	as sari; open booking "booking?slot=777&kind=baru&n=1"'
page error/405 405 'as nobody; send_alone health a=1'
page error/410 410 'as nobody
	clock_set "2026-12-07 08:16 +0700"
	open ticket "ticket?v=$link"'
page error/413 413 'as nobody
	send_alone booking "$(head -c 20000 /dev/zero | tr "\0" a)"'
page ticket/find-often 429 'as nobody; open ticket ticket
	for try in 1 2 3 4 5 6; do
		send ticket "code=000000000&birth-day=1&birth-month=1&birth-year=1990"
		[ "$(cat "$T/status")" = 422 ] || break
		open ticket ticket
	done'
db_stop
page error/503 503 'as nobody
	log_expect "level=(warn|fault) .*event=db"
	open booking booking'
page error/503-sent 503 'as nobody
	log_expect "level=(warn|fault) .*event=db"
	open ticket ticket
	send ticket "code=000000000&birth-day=1&birth-month=1&birth-year=1990"'
page session/503 503 'as nobody
	log_expect "level=(warn|fault) .*event=db"
	open session session
	send session "email=sari%40contoh.id&password=salah"'

test_case 'every copy has its page, and every program has copies' '
	(cd "$golden" && find . -type f) | sed "s|^\./||" | sort >"$T/there"
	cat "$ANTREAN_SRC"/tests/*/*.t | sed -n "s/^page \([a-z-]*\/[^ ]*\) .*/\1/p" |
		awk "{ print \$0 \".en.html\"; print \$0 \".id.html\" }" | sort >"$T/want"
	same "$T/want" "$T/there"
	# proof draws a PDF and has the pages of errors only
	for program in $("$ANTREAN_SRC/conf/generate" urls | grep -vx proof); do
		[ -d "$golden/$program" ] || { echo "$program has no copy" && false; }
	done
'
test_case 'a changed word makes a page differ, one byte too many makes it too large' '
	write=
	cp -r "$ANTREAN_SRC/htdocs/pages" "$T/pages"
	sed -i "s/tidak dipungut biaya/dipungut biaya/" "$T/pages/frame/public.xhtml"
	sed "s|^pages_dir = .*|pages_dir = $T/pages|" "$T/antrean.conf" >"$T/other"
	as nobody
	cgi info GET info
	looks info/info.id.html
	light info/info
	cgi_env=ANTREAN_CONF=$T/other
	cgi info GET info
	fails looks info/info.id.html >"$T/diff"
	has "$T/diff" "+<p class=\"m\">Pendaftaran antrean dipungut biaya."
	head -c 14336 /dev/zero >"$T/body"
	light info/info
	printf x >>"$T/body"
	fails light info/info
'
test_end
