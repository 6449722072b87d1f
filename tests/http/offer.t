#!/bin/sh
# offer.t - an offered booking holds its place; lists, look-up, roster and
# limits leave it out.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"
world_make
book() {
	cgi booking GET "booking?slot=$1&kind=baru&n=1"
	submit booking booking "who-0=$(tags who-0 |
		sed -n 's/.*value="\([0-9]*\)".*/\1/p')&kind-0=baru"
	submit booking booking declare=1
}
account_new ratna
book 3 # the slot has only this place
code=$(sql -e "SELECT code FROM booking")
[ ${#code} -eq 9 ] || {
	echo "Bail out! no booking"
	exit 1
}
staff_new petugas officer 1 'Petugas'
shown='14 Desember' # the day of the visit
offer() {
	sql -e "UPDATE applicant SET state = \"offered\", live_no = NULL,
			nik_live = NULL; UPDATE booking SET state = \"offered\""
}
look() {
	rm -f "$T/jar"
	cgi ticket GET ticket
	submit ticket ticket "code=$code&birth-day=14&birth-month=3&birth-year=1988"
}
roster() {
	rm -f "$T/jar"
	cgi signin GET signin
	submit signin signin "login=petugas&password=$password"
	cgi roster GET "roster?day=2026-12-14&period=600"
	status 200
}

test_case 'a firm booking is on the list, found by its code and on the roster' '
	cgi ticket GET ticket
	has "$T/body" "$shown"
	look
	status 303
	roster
	has "$T/body" "Ratna Wulandari"
'
offer
test_case 'an offer is not on the list of the account' '
	sign_in ratna
	cgi ticket GET ticket
	status 200
	lacks "$T/body" "$shown"
'
test_case 'the code of an offer finds nothing' '
	look
	status 422
'
test_case 'an offer is not on the roster' '
	roster
	lacks "$T/body" "Ratna Wulandari"
'
test_case 'an offer holds its place' '
	cgi slot GET "slot?office=jakarta-selatan&kind=baru&n=1"
	says "10.00–12.00 Penuh"
'
test_case 'an offer locks neither the NIK nor a number of the account' '
	sign_in ratna
	book 2
	status 303
	equal "1" "$(sql -e "SELECT live_no FROM applicant WHERE slot_id = 2")"
'
test_case 'the roster of people who booked online leaves other lanes out' '
	sql -e "UPDATE slot SET lane = \"walkin\" WHERE id = 2"
	rm -f "$T/jar"
	cgi signin GET signin
	submit signin signin "login=petugas&password=$password"
	cgi roster GET "roster?day=2026-12-14"
	lacks "$T/body" "Ratna Wulandari"
'
test_end
