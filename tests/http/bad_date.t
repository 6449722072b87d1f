#!/bin/sh
# bad_date.t - impossible dates, and days on which no visit is possible.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make
new=$(with "$holder&$login" phone=0812-3456)
people_ready account_new sari
keep sari
staff_new d.hartati officer 1 'D. Hartati'
# day.month.year, and the words that the page says about that date.
impossible='31.2.1988:tidak.ada.di.kalender 29.2.2023:tidak.ada.di.kalender
	31.4.1990:tidak.ada.di.kalender 0.3.1988:tidak.ada.di.kalender
	1.0.1988:tidak.ada.di.kalender 32.1.1988:dengan.angka
	1.13.1988:dengan.angka 1.1.88:empat.angka 1.1.0000:empat.angka
	1.1.99999:dengan.angka x.1.1988:dengan.angka 1.1.19x8:dengan.angka
	-1.1.1988:dengan.angka 1.1.1e3:dengan.angka 1.1.1899:tidak.mungkin
	9.12.2026:tidak.mungkin 1.1.2199:tidak.mungkin'

# dates COMMAND: calls COMMAND FORM for each of them.
dates() {
	for date in $impossible; do
		said=${date#*:}
		date=${date%%:*}
		year=${date##*.}
		day=${date%%.*}
		month=${date#*.}
		month=${month%.*}
		"$1" "birth-day=$day" "birth-month=$month" "birth-year=$year"
		status 422 || return 1
		grep -q "$said" "$T/body" || {
			echo "$date: nowhere $said"
			return 1
		}
		kept birth-day "$day" && kept birth-year "$year" || return 1
	done
}

test_case 'no account is made with an impossible birth date' '
	sends() {
		as nobody
		cgi account GET account
		submit account account "$(with "$new" "$@")"
	}
	dates sends
	equal 1 "$(rows account)"
'

test_case 'the other entries are kept beside such a date' '
	as nobody
	cgi account GET account
	submit account account "$(with "$new" birth-day=31 birth-month=3 \
		birth-year=1899)"
	status 422
	holder_kept birth-day birth-year
'

test_case 'no person is added with an impossible birth date' '
	as sari
	sends() {
		cgi account GET account
		submit account account "$(with "$child" "$@")"
	}
	dates sends
	kept name "Bagas Pramudita"
	kept nik 3174010205119022
	ticked sex l
	equal 1 "$(rows person)"
'

test_case 'the steps of a booking add no person with such a date, and keep the slot' '
	as sari
	sends() {
		cgi booking GET "booking?slot=2&kind=baru&n=2"
		post booking "step=person&slot=2&kind=baru&n=2&$(with "$child" "$@")"
	}
	dates sends
	kept name "Bagas Pramudita"
	kept slot 2
	says "Senin, 14 Desember 2026"
	equal 1 "$(rows person)"
'

test_case 'no ticket is looked up with an impossible date, and the code is kept' '
	as nobody
	sends() {
		cgi ticket GET ticket
		submit ticket ticket "$(with \
			"code=7K3M-9QXA-C&birth-day=1&birth-month=1&birth-year=1" "$@")"
	}
	dates sends
	kept code 7K3M-9QXA-C
'

test_case 'the page asks for the missing part of a date' '
	as nobody
	for part in day month year; do
		cgi account GET account
		submit account account "$(with "$new" birth-$part=)"
		status 422 || exit 1
		has "$T/body" "href=\"#birth-$part\"" || exit 1
	done
'

test_case 'the roster of an impossible day shows nobody and offers days' '
	as nobody
	cgi signin GET signin
	submit signin signin "login=d.hartati&password=$password"
	for day in 2026-02-30 2026-13-01 0000-00-00 14-12-2026 99999-01-01 x \
		2026-12-14%00; do
		cgi roster GET "roster?day=$day"
		status 422 || exit 1
		has "$T/body" "href=\"#day\"" || exit 1
	done
'

test_case 'for an impossible first day the page shows the week of today and says so' '
	for day in 2026-02-30 2026-12-32 x; do
		cgi slot GET "slot?office=jakarta-selatan&kind=baru&n=2&from=$day"
		status 422 || exit 1
		says "Tanggal tidak terbaca" || exit 1
		has "$T/body" "name=\"slot\" value=\"2\"" || exit 1
	done
'

# refused SLOT REASON: the page for a slot without visits keeps the people, says
# REASON and offers other slots.
refused() {
	as sari
	cgi booking GET "booking?slot=2&kind=habis&n=1"
	me=$(tags who-0 | sed -n "s/.*value=\"\([0-9]*\)\".*/\1/p")
	instead slot "$1"
	submit booking booking "who-0=$me&kind-0=habis&year-0=2019&abroad-0=1"
	status 409
	says "$2"
	says "Ratna Wulandari"
	for entry in who-0=$me kind-0=habis year-0=2019 abroad-0=1; do
		kept "${entry%%=*}" "${entry#*=}" || return 1
	done
	has "$T/body" "name=\"slot\" value=\"2\""
	submit booking booking "declare=1&slot=$1"
	status 409
	says "$2"
	for entry in who-0=$me kind-0=habis year-0=2019 abroad-0=1; do
		kept "${entry%%=*}" "${entry#*=}" || return 1
	done
	equal 0 "$(rows booking)"
}
test_case 'for a slot that is over the page says so and keeps the people' '
	refused 1 "sudah lewat"
'
test_case 'for a slot on a holiday the page names it and keeps the people' '
	refused 6 "Hari contoh"
'
test_case 'for a slot not open yet the page says when it opens and keeps the people' '
	refused 7 "Jumat, 11 Desember"
'
test_case 'a slot that the page offers can be booked with all entries kept' '
	as sari
	cgi booking GET "booking?slot=2&kind=habis&n=1"
	me=$(tags who-0 | sed -n "s/.*value=\"\([0-9]*\)\".*/\1/p")
	instead slot 6
	submit booking booking "who-0=$me&kind-0=habis&year-0=2019&abroad-0=1"
	submit booking booking "declare=1&slot=2"
	status 303
	equal "2 2019 1" "$(sql -e "SELECT slot_id, old_year, old_abroad
		FROM applicant" | tr "\t" " ")"
'
test_end
