#!/bin/sh
# grants.t - tries, as each login, the statements that it must not run.
#
#	tests/db/grants.t --write	updates sql/rights.snapshot: read the diff
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
write=
[ "${1-}" != --write ] || write=1
db_start
migrate >/dev/null
# The test machine has no OS users of these names, so the logins get passwords.
# grants.sql runs twice, because administrators run it after each migration.
echo secret >"$T/password"
for _ in 1 2; do
	sed "s/IDENTIFIED VIA unix_socket/IDENTIFIED BY 'secret'/" \
		"$ANTREAN_SRC/sql/grants.sql" | sql || exit 1
done

# as LOGIN SQL: runs SQL as that login.
as() {
	sql --user="antrean-$1" --password=secret -e "$2"
}
# denied LOGIN SQL: the server denies it for lack of a privilege, not for an
# error.
denied() {
	fails as "$1" "$2" >"$T/said" 2>&1
	grep -qE 'ERROR (1142|1143|1044|1370) ' "$T/said" && return
	cat "$T/said"
	return 1
}

test_case 'no login makes, changes or drops a table' '
	for login in public login desk admin worker; do
		denied $login "CREATE TABLE mine (id INT)"
		denied $login "DROP TABLE audit"
		denied $login "ALTER TABLE office ADD COLUMN x INT"
		denied $login "TRUNCATE audit"
	done
'
test_case 'no login changes or removes rows of the audit' '
	for login in public login desk admin worker; do
		denied $login "UPDATE audit SET actor_id = 1"
		denied $login "DELETE FROM audit"
	done
'
test_case 'no login removes a booking, an applicant or an account' '
	for login in public login desk admin worker; do
		denied $login "DELETE FROM booking"
		denied $login "DELETE FROM applicant"
		denied $login "DELETE FROM account"
	done
'
test_case 'the public cannot read a sealed NIK of a booking' '
	denied public "SELECT nik_sealed FROM applicant"
	denied public "SELECT * FROM applicant"
	as public "SELECT nik_mask FROM applicant"
'
test_case 'the public sees no staff, not even a name, nor the audit' '
	for column in id login name role office_id password disabled_at; do
		denied public "SELECT $column FROM staff"
	done
	denied public "SELECT act FROM audit"
'
test_case 'the public cannot make, read, end or prolong a session of staff' '
	denied public "SELECT id FROM staff_session"
	denied public "INSERT INTO staff_session (id, staff_id, created_at, seen_at)
		VALUES (\"a\", 1, \"2026-12-01\", \"2026-12-01\")"
	denied public "UPDATE staff_session SET ended_at = NULL"
	denied public "UPDATE staff_session SET seen_at = \"2026-12-01\""
	denied public "DELETE FROM staff_session"
'
test_case 'officers cannot read or change a session of an applicant' '
	denied desk "SELECT id FROM session"
	denied desk "UPDATE session SET ended_at = NULL"
	denied admin "INSERT INTO session (id, account_id, created_at, seen_at)
		VALUES (\"a\", 1, \"2026-12-01\", \"2026-12-01\")"
'
test_case 'the public cannot make capacity, staff or a holiday' '
	denied public "INSERT INTO place (slot_id, seat_no) VALUES (1, 1)"
	denied public "INSERT INTO slot (office_id, opening_id, day, start_minute, end_minute) VALUES (1, 1, \"2026-12-01\", 1, 2)"
	denied public "INSERT INTO staff (login, name, role, password, created_at) VALUES (\"a\", \"a\", \"national\", \"a\", \"2026-12-01\")"
	denied public "DELETE FROM closed_day"
	denied public "UPDATE office SET suspended_id = NULL"
	denied public "UPDATE parameter SET value = 100"
	denied public "SELECT * FROM quota"
'
test_case 'the public cannot rewrite who booked or what was declared' '
	denied public "UPDATE booking SET account_id = 1"
	denied public "UPDATE booking SET code = \"a\""
	denied public "UPDATE applicant SET name = \"a\""
	denied public "UPDATE applicant SET nik_hash = nik_live"
	denied public "UPDATE account SET email_folded = \"a\""
	denied public "UPDATE account SET password = \"a\""
	denied public "UPDATE account SET phone = \"a\""
	denied login "UPDATE account SET email_folded = \"a\""
	denied login "UPDATE account SET password = \"a\""
	denied login "SELECT code FROM booking"
	denied login "SELECT name FROM applicant"
	denied public "UPDATE session SET account_id = 1"
'
test_case 'the public makes no booking of staff or of a sender, and reads no sender' '
	denied public "INSERT INTO booking (code, staff_id) VALUES (\"a\", 1)"
	denied public "INSERT INTO booking (code, made_no) VALUES (\"a\", 1)"
	denied public "INSERT INTO booking (code, sender_id) VALUES (\"a\", 1)"
	denied public "INSERT INTO applicant (sender_id) VALUES (1)"
	denied public "UPDATE booking SET channel = \"desk\""
	denied public "UPDATE booking SET staff_id = 1"
	for login in public login desk admin worker; do
		denied $login "SELECT address FROM sender"
		denied $login "INSERT INTO sender (kind) VALUES (\"chat\")"
	done
'
test_case 'officers see of an account the language only' '
	denied desk "SELECT email FROM account"
	denied desk "SELECT password FROM account"
	denied desk "SELECT name FROM person"
	as desk "SELECT id, lang FROM account"
'
test_case 'officers make no capacity, staff or booking' '
	denied desk "INSERT INTO place (slot_id, seat_no) VALUES (1, 1)"
	denied desk "UPDATE staff SET role = \"national\""
	denied desk "INSERT INTO booking (code) VALUES (\"a\")"
	denied desk "UPDATE applicant SET seat_no = NULL"
'
test_case 'administrators book nothing and see no account' '
	denied admin "INSERT INTO booking (code) VALUES (\"a\")"
	denied admin "INSERT INTO applicant (name) VALUES (\"a\")"
	denied admin "SELECT email FROM account"
	denied admin "UPDATE staff SET login = \"a\""
	denied admin "DELETE FROM staff"
'
test_case 'only the worker reads and removes what changed, and triggers write it' '
	for login in public desk admin; do
		denied $login "SELECT slot_id FROM slot_change"
		denied $login "DELETE FROM slot_change"
	done
	for login in public desk admin worker; do
		denied $login "INSERT INTO slot_change (slot_id) VALUES (1)"
	done
'
test_case 'the worker sees no password' '
	denied worker "SELECT password FROM account"
	denied worker "SELECT * FROM account"
	denied worker "SELECT login FROM staff"
	denied worker "SELECT nik_hash FROM person"
'

# rights: prints each statement of lib/queue and the logins that may run it.
rights() {
	for login in public login desk admin worker; do
		"$ANTREAN_BUILD/tests/db/statements" "$socket" antrean \
			"antrean-$login" "$T/password" 2>>"$T/denials" |
			sed "s/ yes$/ $login/"
	done | awk '{ may[$1] = may[$1] (NF > 1 ? " " $2 : "") }
		END { for (name in may) print name ":" may[name] }' | sort
}
test_case 'each login may run the statements that rights.snapshot says' '
	rights >"$T/now"
	[ -z "$write" ] || cat "$T/now" >"$ANTREAN_SRC/sql/rights.snapshot"
	same "$ANTREAN_SRC/sql/rights.snapshot" "$T/now" ||
		{ echo "write it with tests/db/grants.t --write" && false; }
'
# may LOGIN PATTERN: LOGIN may run a statement with such a name.
may() {
	grep -E "^($2): .*\b$1\b" "$ANTREAN_SRC/sql/rights.snapshot"
}
test_case 'rights.snapshot gives no login what belongs to another' '
	fails may public "account_.*|person_remove|session_(begin|end)"
	fails may public "staff_.*|roster_find|audit_write|opening_(add|slots)|quota_.*"
	fails may login "booking_(insert|of_account)|roster_find|staff_.*"
	for login in desk admin; do
		fails may $login "account_.*|person_.*|session_.*"
		fails may $login "booking_insert|applicant_insert_."
	done
	fails may worker "account_.*|person_.*|staff_.*|booking_insert"
	may public "booking_insert"
'
# Runs -t of each program as the login that conf/programs names.
test_case '-t of each program accepts its own login' '
	antrean keys "$T/keys"
	mkdir "$T/run"
	for program in $("$ANTREAN_SRC/conf/generate" names); do
		user=$(awk -F "\t" -v p="$program" "\$1 == p { print \$3 }" \
			"$ANTREAN_SRC/conf/programs")
		cat >"$T/antrean.conf" <<-CONF
			pages_dir = $ANTREAN_SRC/htdocs/pages
			style_file = $ANTREAN_SRC/htdocs/static/style.css
			fonts_dir = $ANTREAN_SRC/conf/fonts
			keys_dir = $T/keys
			run_dir = $T/run
			db_socket = $socket
			db_user = antrean-$user
			db_password_file = $T/password
		CONF
		job=
		case $program in worker-*) job=${program#*-} ;; esac
		equal ok "$(ANTREAN_CONF=$T/antrean.conf \
			"$(program "${program%%-*}")" ${job:+"$job"} -t 2>>"$T/log")"
	done
'
test_case 'all programs may open a map, whichever program made it' '
	rm "$T/run/ratelimit.map"
	(umask 077 && ANTREAN_CONF=$T/antrean.conf "$(program home)" -n)
	equal 660 "$(stat -c %a "$T/run/ratelimit.map")"
'
test_end
