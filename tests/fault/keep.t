#!/bin/sh
# keep.t - a program sends the same page again within a second, but never with an
# old number of places.  The clock of the test stands still, so all requests are
# in the same second.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"
site_make

# told N: every process of slot shows N places left for slot 2.
told() {
	for try in $(seq 24); do
		cgi slot GET "slot?office=jakarta-selatan"
		status 200
		awk -v RS="<label" '/value="2"/' "$T/body" |
			sed 's/<[^>]*>/ /g' | tr -s ' \n' ' ' >"$T/label"
		grep -q "sisa $1 " "$T/label" || {
			cat "$T/label"
			return 1
		}
	done
}
mapped() {
	equal "$1" "$("$ANTREAN_BUILD/tests/db/map" "$run" 2)"
}

site_case 'the same page is sent again within a second' '
	places 2 9
	wait_for 10 mapped 9
	told 9
'
site_case 'the page is made anew when a place is taken' '
	account_new ratna
	review 2
	press
	status 303
	told 8
'
site_case 'the page is made anew when the office has closed' '
	sql -e "UPDATE office SET suspended_id = \"Kebanjiran\",
		suspended_en = \"Flooded\" WHERE code = \"jakarta-selatan\""
	flooded() {
		cgi slot GET "slot?office=jakarta-selatan"
		has "$T/body" Kebanjiran
	}
	wait_for 10 flooded
	for try in $(seq 24); do
		flooded
	done
'
site_case 'the kept page is not sent in the other language or for more people' '
	cgi slot GET "slot?office=jakarta-selatan&lang=en"
	has "$T/body" Flooded
	cgi slot GET "slot?office=jakarta-selatan&n=3"
	has "$T/body" "name=\"n\" value=\"3\""
'
test_end
