#!/bin/sh
# audit.t - the lines of the audit, and changes that fail if it cannot be
# written.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"

world_make
people_ready account_new ratna
staff_new petugas officer 1 'Petugas'

# acts: prints the audit without instants and ids.
acts() {
	sql -e "SELECT CONCAT_WS(\" \", actor, act, object, office_id)
		FROM audit ORDER BY id"
}
# broken STATUS COMMAND...: runs COMMAND while the audit refuses every insert;
# the answer has that status.
broken() {
	broken_status=$1
	shift
	sql -e "CREATE TRIGGER broken BEFORE INSERT ON audit FOR EACH ROW
		SIGNAL SQLSTATE \"45000\" SET MESSAGE_TEXT = \"broken\""
	log_expect "query=audit_write(_public)? errno=1644"
	broken_rc=0
	"$@" || broken_rc=$?
	sql -e "DROP TRIGGER broken"
	equal 0 $broken_rc
	status "$broken_status"
}

test_case 'without its audit line no account is made' '
	before=$(rows "account, person")
	broken 500 register email=catat%40contoh.id
	equal "$before" "$(rows "account, person")"
	register email=catat%40contoh.id
	status 303
'

test_case 'without its audit line no person is added or removed' '
	rm -f "$T/jar"
	sign_in ratna
	cgi account GET account
	broken 500 submit account account "$child"
	equal 0 "$(rows "person WHERE name = \"Bagas Pramudita\"")"
	cgi account GET account
	submit account account "$child"
	status 303
	id=$(sql -e "SELECT id FROM person WHERE name = \"Bagas Pramudita\"")
	follow
	broken 500 post account "step=remove&person=$id"
	equal 1 "$(rows "person WHERE id = $id")"
'

test_case 'a booking succeeds even if its audit line fails' '
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	p0=$(sed -n "s/.*name=\"who-0\" value=\"\([0-9]*\)\".*/\1/p" "$T/body")
	submit booking booking "who-0=$p0&kind-0=baru"
	broken 303 submit booking booking "declare=1"
	equal 1 "$(rows booking)"
'

test_case 'without its audit line nobody is signed in' '
	rm -f "$T/jar"
	sql -e "DELETE FROM session"
	broken 500 sign_in ratna
	lacks "$T/head" Set-Cookie
	equal 0 "$(rows session)"
	broken 500 staff_in petugas
	lacks "$T/head" Set-Cookie
	equal 0 "$(rows session)"
'

test_case 'applicants who sign in and out are in the audit, once each' '
	rm -f "$T/jar"
	sql -e "DELETE FROM audit"
	sign_in ratna
	cp "$T/jar" "$T/copy"
	cgi session GET session
	cp "$T/body" "$T/page"
	submit session session ""
	status 303
	cp "$T/copy" "$T/jar"
	cp "$T/page" "$T/body"
	submit session session ""
	status 303
	equal "account session.begin session,account session.end session" \
		"$(acts | paste -s -d,)"
	equal "$(sql -e "SELECT id FROM account WHERE email = \"ratna@contoh.id\"")" \
		"$(sql -e "SELECT DISTINCT actor_id FROM audit")"
'

test_case 'staff who are refused are in the audit, known by login or not' '
	sql -e "DELETE FROM audit"
	staff_in petugas salah
	status 422
	staff_in tidakada
	status 422
	equal "staff session.refused session 1,staff session.refused session" \
		"$(acts | paste -s -d,)"
	equal "$(sql -e "SELECT id FROM staff") NULL" \
		"$(sql -e "SELECT actor_id FROM audit ORDER BY id" | xargs)"
'

test_case 'the audit of a roster has its day and its format' '
	staff_in petugas
	sql -e "DELETE FROM audit"
	for as in "" pdf csv; do
		cgi roster GET "roster?day=2026-12-14&as=$as"
		status 200 || exit 1
	done
	equal "roster.read,roster.pdf,roster.csv" \
		"$(sql -e "SELECT act FROM audit ORDER BY id" | paste -s -d,)"
	equal "day 20261214 1" "$(sql -e "SELECT DISTINCT
		CONCAT_WS(\" \", object, object_id, office_id) FROM audit")"
'

test_end
