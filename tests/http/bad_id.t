#!/bin/sh
# bad_id.t - a form with ids of data that belongs to another account or office.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make
# Two families, and the ids of their people by member.
families() {
	account_new sari && cgi account GET account &&
		submit account account "$child" && keep sari &&
		register email=tono%40contoh.id name=Tono \
			nik=3273015403889031 && keep tono &&
		cgi account GET account && submit account account "$(with \
			"$child" name=Putri+Tono nik=3174010205119032)"
}
people_ready families
person() {
	sql -e "SELECT p.id FROM person p JOIN account a ON a.id = p.account_id
		WHERE email = '$1@contoh.id' AND member_no = $2"
}
sari0=$(person sari 0) sari1=$(person sari 1)
tono0=$(person tono 0) tono1=$(person tono 1)
# sari_reviews: sari opens the review page for her family.
sari_reviews() {
	as sari
	cgi booking GET "booking?slot=2&kind=baru&n=2"
	submit booking booking "who-0=$sari0&kind-0=habis&year-0=2019&who-1=$sari1&kind-1=baru"
	status 200
}
# sari_presses NAME=VALUE...: sends that page with other values in hidden
# fields.
sari_presses() {
	form=$(with "$(awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body")" "$@")
	cgi booking POST booking "$form&declare=1"
}

test_case 'people of another account cannot be chosen, own people stay chosen' '
	as sari
	cgi booking GET "booking?slot=2&kind=baru&n=2"
	submit booking booking "who-0=$sari0&kind-0=habis&year-0=2019&who-1=$tono1&kind-1=baru"
	status 422
	says "tidak ada lagi di akun Anda"
	ticked who-0 "$sari0"
	selected kind-0 habis
	kept year-0 2019
	lacks "$T/body" Tono
	equal 0 "$(rows booking)"
'

test_case 'people of another account cannot be put into the last form either' '
	sari_reviews
	sari_presses "who-1=$tono1"
	status 422
	says "tidak ada lagi di akun Anda"
	lacks "$T/body" Tono
	ticked who-0 "$sari0"
	sari_reviews
	sari_presses "who-0=$tono0" "who-1=$tono1"
	status 422
	lacks "$T/body" Tono
	equal 0 "$(rows booking)"
'

test_case 'an own person in the place of another one is no choice' '
	as sari
	cgi booking GET "booking?slot=2&kind=baru&n=2"
	submit booking booking "who-0=$sari1&kind-0=baru&who-1=$sari1&kind-1=baru"
	status 422
	says "tidak ada lagi di akun Anda"
	equal 0 "$(rows booking)"
'

test_case 'impossible ids choose nobody, and the other entries are kept' '
	as sari
	for bad in 0 -1 1e3 99999999999999999999 x "$sari1%00"; do
		cgi booking GET "booking?slot=2&kind=baru&n=2"
		submit booking booking "who-0=$sari0&kind-0=baru&who-1=$bad&kind-1=baru"
		status 422 || exit 1
		ticked who-0 "$sari0" || exit 1
	done
	equal 0 "$(rows booking)"
'

test_case 'the people of another account are neither shown nor removed' '
	as sari
	cgi account GET "account?done=added&person=$tono1"
	status 200
	lacks "$T/body" Tono
	for other in $tono1 $tono0 777; do
		cgi account GET account
		post account "step=remove&person=$other"
		status 404 || exit 1
		says "tidak ditemukan" || exit 1
	done
	equal 4 "$(rows person)"
'

test_case 'a slot of another office follows the rules of that office' '
	sari_reviews
	sari_presses slot=9
	status 409
	says "Gedung sedang diperbaiki"
	says "Ratna Wulandari"
	says "Bagas Pramudita"
	has "$T/body" "name=\"slot\" value=\"2\""
	sql -e "INSERT INTO office_parameter VALUES (2, \"party\", 1)"
	sari_reviews
	sari_presses slot=8
	sql -e "DELETE FROM office_parameter"
	status 422
	says "Paling banyak 1 orang"
	ticked who-0 "$sari0"
	ticked who-1 "$sari1"
	equal 0 "$(rows booking)"
'

test_case 'an unknown slot gives a page that says so' '
	for slot in 777 9223372036854775807; do
		sari_reviews
		sari_presses slot=$slot
		status 404 || exit 1
		says "tidak ditemukan" || exit 1
	done
	equal 0 "$(rows booking)"
'

test_case 'the booking is for the slot of the form, and the ticket names its office' '
	sari_reviews
	sari_presses slot=8
	status 303
	follow
	says "Jayapura"
	lacks "$T/body" "Jakarta Selatan"
	equal "2 8 8" "$(sql -e "SELECT COUNT(*), MIN(slot_id), MAX(slot_id)
		FROM applicant WHERE seat_no IS NOT NULL" | tr "\t" " ")"
	header Location >"$T/none"
	sed -n "s/.*name=\"v\" value=\"\([^\"]*\)\".*/\1/p" "$T/body" >"$T/link"
'

test_case 'a link to a ticket with one letter changed shows nothing' '
	as nobody
	v=$(cat "$T/link")
	cgi ticket GET "ticket?v=$v"
	status 200
	n=${#v}
	at=0
	while [ $at -lt "$n" ]; do
		head=$(printf %.${at}s "$v")
		rest=${v#"$head"}
		case $rest in A*) other=B ;; *) other=A ;; esac
		for program in ticket proof; do
			cgi $program GET "$program?v=$head$other${rest#?}"
			status 404 || exit 1
			lacks "$T/body" "Ratna" || exit 1
		done
		at=$((at + 5))
	done
'

test_case 'the tickets of another account are not listed' '
	as tono
	cgi ticket GET ticket
	status 200
	lacks "$T/body" "Jayapura"
	as sari
	cgi ticket GET ticket
	has "$T/body" "Jayapura"
'

test_case 'a sixth person in the form of a booking is refused with an explanation' '
	account_new lima
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	cp "$T/body" "$T/early"
	for n in 1 2 3 4; do
		cgi account GET account
		post account "step=person&$(with "$child" nik=317401020511902$n)"
		status 303 || exit 1
	done
	cp "$T/early" "$T/body"
	post booking "step=person&slot=2&n=1&kind=baru&$(with "$child" \
		nik=3174010205119029)"
	status 409
	says "Akun ini sudah berisi lima orang"
	has "$T/body" "href=\"account\""
'
test_end
