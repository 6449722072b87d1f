#!/bin/sh
# bad_rule.t - values of rules that are out of bounds: the database refuses
# them, and a program that reads one uses the nearest bound.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
. "$ANTREAN_SRC/tests/lib/form.sh"
world_make
account_new ratna
cgi booking GET "booking?slot=2&kind=baru&n=1"
submit booking booking "who-0=$(tags who-0 |
	sed -n 's/.*value="\([0-9]*\)".*/\1/p')&kind-0=baru"
submit booking booking declare=1
code=$(sql -e "SELECT code FROM booking")
[ ${#code} -eq 9 ] || {
	echo "Bail out! no booking"
	exit 1
}
ticket=$(sed -n "s/^Location: *//Ip" "$T/head")

# force NAME VALUE: stores a value that the database would refuse.
force() {
	sql -e "SET check_constraint_checks = 0;
		UPDATE parameter SET value = $2 WHERE name = \"$1\""
}
look() {
	rm -f "$T/jar"
	cgi ticket GET ticket
	submit ticket ticket "code=$1&birth-day=14&birth-month=3&birth-year=1990"
}

test_case 'the database refuses a value that is out of bounds' '
	for value in -1 14 61 40000; do
		fails sql -e "UPDATE parameter SET value = $value
			WHERE name = \"arrive_before\"" 2>/dev/null
		fails sql -e "INSERT INTO office_parameter
			VALUES (1, \"arrive_before\", $value)" 2>/dev/null
	done
	sql -e "INSERT INTO office_parameter VALUES (1, \"arrive_before\", 15)"
	fails sql -e "UPDATE office_parameter SET value = 14" 2>/dev/null
	sql -e "UPDATE office_parameter SET value = 60; DELETE FROM office_parameter"
'
test_case 'a limit of zero tries counts as the smallest limit' '
	log_expect "name=lookup_tries value=0 why=bounds"
	force lookup_tries 0
	look 00000001Y
	status 422
	look 00000001Y
	status 429
	force lookup_tries 5
'
test_case 'a negative limit does not switch the limit off' '
	log_expect "name=lookup_tries value=-5 why=bounds"
	force lookup_tries -5
	look 00000002W
	status 422
	look 00000002W
	status 429
	force lookup_tries 5
'
test_case 'a huge value for coming early is cut to the largest' '
	log_expect "name=arrive_before value=40000 why=bounds"
	force arrive_before 40000
	sign_in ratna
	cgi ticket GET "${ticket#"$base_url"/}"
	status 200
	says "paling lambat pukul 07.00 WIB"
	force arrive_before 30
'
test_end
