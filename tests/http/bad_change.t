#!/bin/sh
# bad_change.t - a change between the review page and its button; and the
# one-time token of that page, sent again.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"

world_make
families() {
	account_new sari && cgi account GET account &&
		submit account account "$child" && keep sari &&
		register email=tono%40contoh.id name=Tono \
			nik=3273015403889031 && keep tono
}
people_ready families
me=$(sql -e "SELECT MIN(id) FROM person")
bagas=$((me + 1))
# read_review SLOT: sari opens the review page for both people of her family.
read_review() {
	as sari
	cgi booking GET "booking?slot=$1&kind=baru&n=2"
	submit booking booking "who-0=$me&kind-0=habis&year-0=2019&abroad-0=1&who-1=$bagas&kind-1=baru"
	status 200
	cp "$T/body" "$T/review"
}
press() {
	cp "$T/review" "$T/body"
	submit booking booking declare=1
}
# all_kept: the form still has the people and their kinds, and nothing is
# booked.
all_kept() {
	says "Ratna Wulandari"
	says "Bagas Pramudita"
	kept who-0 "$me" && kept kind-0 habis && kept year-0 2019 &&
		kept abroad-0 1 && kept who-1 "$bagas" && kept kind-1 baru &&
		equal "0 0" "$(rows booking) $(rows applicant)"
}
# changed SQL BACK REASON: opens the review, runs SQL, presses the button, and
# runs BACK, which is SQL that undoes the change.  The answer to the button is a
# refusal with REASON.
changed() {
	read_review 2
	sql -e "$1"
	press
	sql -e "$2"
	status 409
	says "$3"
	all_kept
}

test_case 'a quota lowered to nothing: the page says full and offers other slots' '
	changed "DELETE FROM place WHERE slot_id = 2" \
		"INSERT INTO place (slot_id, seat_no) VALUES (2, 11), (2, 12),
			(2, 13), (2, 14), (2, 15)" \
		"baru saja penuh"
	has "$T/body" "name=\"slot\" value=\"8\""
'

test_case 'a quota lowered below the size of the party: too few places' '
	changed "DELETE FROM place WHERE slot_id = 2 AND seat_no > 11" \
		"INSERT INTO place (slot_id, seat_no) VALUES (2, 12), (2, 13),
			(2, 14), (2, 15)" \
		"tidak cukup lagi untuk 2 orang"
'

test_case 'places that become reserved cannot be booked' '
	changed "UPDATE place SET pool = \"reserve\" WHERE slot_id = 2" \
		"UPDATE place SET pool = \"public\" WHERE slot_id = 2" \
		"baru saja penuh"
'

test_case 'a slot closed meanwhile: the page says why' '
	changed "UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\"
		WHERE id = 2" "UPDATE slot SET closed_id = NULL,
		closed_en = NULL WHERE id = 2" Banjir
	has "$T/body" "name=\"slot\" value=\"8\""
'

test_case 'the reason is in English too' '
	as sari
	cgi booking GET "booking?slot=2&kind=baru&n=2&lang=en"
	submit booking "booking?lang=en" "who-0=$me&kind-0=habis&year-0=2019&abroad-0=1&who-1=$bagas&kind-1=baru"
	status 200
	sql -e "UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\"
		WHERE id = 2"
	submit booking "booking?lang=en" declare=1
	sql -e "UPDATE slot SET closed_id = NULL, closed_en = NULL WHERE id = 2"
	status 409
	says Flood
	fails says Banjir
	all_kept
'

test_case 'an office suspended meanwhile: the page says why' '
	changed "UPDATE office SET suspended_id = \"Pindah\",
		suspended_en = \"Moving\" WHERE id = 1" "UPDATE office SET
		suspended_id = NULL, suspended_en = NULL WHERE id = 1" Pindah
'

test_case 'a holiday declared meanwhile: the page names it' '
	changed "INSERT INTO closed_day (day, office_id, kind, name_id, name_en,
		status) VALUES (\"2026-12-14\", NULL, \"holiday\", \"Hari baru\",
		\"New Day\", \"tetap\")" \
		"DELETE FROM closed_day WHERE name_id = \"Hari baru\"" \
		"Hari baru"
'

test_case 'an opening that ended meanwhile: the page says so' '
	changed "UPDATE opening SET closes_at = \"2026-12-07 00:59:59\"
		WHERE id = 1" "UPDATE opening SET
		closes_at = \"2026-12-18 05:00:00\" WHERE id = 1" ditutup
'

test_case 'an office that now takes smaller parties says how many' '
	read_review 2
	sql -e "INSERT INTO office_parameter VALUES (1, \"party\", 1)"
	press
	sql -e "DELETE FROM office_parameter"
	status 422
	says "Paling banyak 1 orang"
	ticked who-0 "$me"
	ticked who-1 "$bagas"
	selected kind-0 habis
	kept year-0 2019
	ticked abroad-0 1
	equal 0 "$(rows booking)"
'

test_case 'a kind that can no longer be booked must be chosen again' '
	read_review 2
	sql -e "UPDATE service SET bookable = 0 WHERE code = \"habis\""
	press
	sql -e "UPDATE service SET bookable = 1 WHERE code = \"habis\""
	status 422
	ticked who-0 "$me"
	ticked who-1 "$bagas"
	selected kind-1 baru
	equal 0 "$(rows booking)"
'

test_case 'the page names a person who was removed from the account meanwhile' '
	read_review 2
	sql -e "CREATE TABLE away AS SELECT * FROM person WHERE id = $bagas;
		DELETE FROM person WHERE id = $bagas"
	press
	sql -e "INSERT INTO person SELECT * FROM away; DROP TABLE away"
	status 422
	says "tidak ada lagi di akun Anda"
	ticked who-0 "$me"
	selected kind-0 habis
	kept year-0 2019
	equal 0 "$(rows booking)"
'

test_case 'a quota cannot be lowered below the places taken' '
	read_review 2
	press
	status 303
	cp "$T/head" "$T/first"
	fails sql -e "DELETE FROM place WHERE slot_id = 2"
	equal 2 "$(sql -e "SELECT COUNT(*) FROM place JOIN applicant
		USING (slot_id, seat_no)")"
	cp "$T/review" "$T/booked"
'

test_case 'the same token and form lead to the same booking' '
	as sari
	cp "$T/booked" "$T/review"
	press
	status 303
	follow
	status 200
	says "Ratna Wulandari"
	equal "1 2" "$(rows booking) $(rows applicant)"
'

test_case 'the same token leads there when the slot is closed and full, too' '
	as sari
	sql -e "DELETE FROM place WHERE slot_id = 2 AND seat_no NOT IN
			(SELECT seat_no FROM applicant WHERE slot_id = 2);
		UPDATE slot SET closed_id = \"Banjir\", closed_en = \"Flood\"
			WHERE id = 2"
	press
	sql -e "UPDATE slot SET closed_id = NULL, closed_en = NULL WHERE id = 2"
	status 303
	equal "1 2" "$(rows booking) $(rows applicant)"
'

test_case 'the same token with another form shows the booking that was made' '
	as sari
	sed "s/name=\"kind-1\" value=\"baru\"/name=\"kind-1\" value=\"penuh\"/" \
		"$T/booked" >"$T/review"
	press
	status 409
	code=$(sql -e "SELECT code FROM booking")
	says "$(echo "$code" | sed "s/^\(....\)\(....\)\(.\)/\1-\2-\3/")"
	says "sudah dipakai untuk jadwal"
	says "Bagas Pramudita"
	equal "1 2" "$(rows booking) $(rows applicant)"
'

test_case 'the token of another account is refused, and the answer tells nothing of its booking' '
	as tono
	cgi booking GET "booking?slot=8&kind=baru&n=1"
	tono=$(tags who-0 | sed -n "s/.*value=\"\([0-9]*\)\".*/\1/p")
	submit booking booking "who-0=$tono&kind-0=baru"
	status 200
	once=$(sed -n "s/.*name=\"once\" value=\"\([^\"]*\)\".*/\1/p" "$T/booked")
	form=$(with "$(awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body")" \
		"once=$once")
	cgi booking POST booking "$form&declare=1"
	status 403
	says "periksa, lalu kirim sekali lagi"
	lacks "$T/body" Ratna
	lacks "$T/body" "$(sql -e "SELECT code FROM booking")"
	equal "1 2" "$(rows booking) $(rows applicant)"
	# the form that comes back has a token of its own account
	submit booking booking declare=1
	status 303
	equal "2 3" "$(rows booking) $(rows applicant)"
'

test_end
