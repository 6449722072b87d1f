#!/bin/sh
# foreign.t - an officer sends the ids of another office to every program of
# staff, in every field that can name an object.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"

world_make
mkdir "$T/pages"
cp -r "$ANTREAN_SRC"/htdocs/pages/* "$ANTREAN_SRC"/tests/app/pages/* "$T/pages"
sed -i "s|^pages_dir = .*|pages_dir = $T/pages|" "$T/antrean.conf"
people_ready account_new ratna
staff_new petugas officer 1
staff_new kepala admin 1
staff_new pusat national NULL

# foreign OBJECT: prints the id of an object of that kind at Jayapura, which is
# not the office of the staff.
foreign() {
	case $1 in
	office) echo jayapura ;;
	slot) sql -e "SELECT id FROM slot WHERE office_id = 2 LIMIT 1" ;;
	*) echo "foreign.t knows no $1 of another office" >&2 && return 1 ;;
	esac
}
staff_programs() {
	awk '$3 == "desk" || $3 == "admin" { print $1 }' \
		"$ANTREAN_SRC/conf/programs"
}
# declares PROGRAM: sets $role and writes its fields to $T/fields.  False for a
# program of staff that does not start: an id field names no object, or no field
# names one.
declares() {
	"$(program "$1")" -f >"$T/fields" || return 1
	role=$(sed -n 's/^role //p' "$T/fields")
	env -i ANTREAN_CONF="$T/antrean.conf" ANTREAN_CLOCK="$T/clock" \
		"$(program "$1")" -t >/dev/null 2>>"$T/log"
}
# refused: the answer says that there is no such object, or that it belongs to
# another office.
refused() {
	case $(cat "$T/status") in
	403 | 404) ;;
	*) status "403 or 404" ;;
	esac
}
# keeps PROGRAM PATH: the program refuses ids of another office in each of its
# fields, in an address and in a form.
keeps() {
	declares "$1" || return 1
	case $role in
	officer) login=petugas ;;
	admin) login=kepala ;;
	*) return 0 ;; # for all offices, or needs no session
	esac
	staff_enter $login || return 1
	while read -r word field object; do
		[ "$word" = field ] || continue
		value=$(foreign "$object") || return 1
		cgi "$1" GET "$2?$field=$value" && refused || return 1
		cgi "$1" GET "$2" && submit "$1" "$2" "$field=$value" ||
			return 1
		[ "$(cat "$T/status")" = 405 ] || refused || return 1
	done <"$T/fields"
}

test_case 'no program of staff shows data of another office' '
	for program in $(staff_programs); do
		keeps "$program" "$program" || exit 1
	done
'
test_case 'no program of staff takes a form for another office' '
	keeps tests/app/desk roster
	status 403
'
test_case 'staff may name their own office or leave it out' '
	staff_enter petugas
	for query in "" "?office=" "?office=jakarta-selatan"; do
		cgi roster GET "roster$query"
		status 200 || exit 1
		says "Jakarta Selatan" || exit 1
	done
	cgi tests/app/desk GET roster
	submit tests/app/desk roster "office=jakarta-selatan"
	status 303
'
test_case 'national staff may name any office that exists' '
	staff_enter pusat
	cgi roster GET "roster?office=jayapura"
	status 200
	says "Jayapura"
	cgi roster GET "roster?office=nowhere"
	status 404
'
test_case 'a program whose id field names no object does not start' '
	log_expect "program=roster .*field=booking why=object"
	fails keeps tests/app/nameless roster
'
test_case 'a program of staff without any object does not start' '
	log_expect "program=roster .*why=no-object"
	fails keeps tests/app/objectless roster
'
test_case 'every program declares the objects of its fields' '
	for program in $("$ANTREAN_SRC/conf/generate" urls); do
		declares "$program" || exit 1
	done
'
test_end
