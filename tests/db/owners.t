#!/bin/sh
# owners.t - migration 0010 gives old bookings an owner and a state, and the
# schema refuses rows that break its rules about them.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
db_start

# The files of sql/ before 0010, when only an account could own a booking.
mkdir "$T/sql"
cp "$ANTREAN_SRC"/sql/* "$T/sql/"
rm -f "$T"/sql/0010-* "$T"/sql/001[1-9]-*
"$T/sql/migrate" --socket "$socket" >/dev/null
sql <"$ANTREAN_SRC/tests/lib/world.sql"
sql -e "INSERT INTO account (id, email, email_folded, password, lang,
		notice_version, created_at)
	VALUES (1, 'a@contoh.id', 'a@contoh.id', 'x', 'id', 't',
		'2026-12-01 00:00:00');
	INSERT INTO staff (id, login, name, role, office_id, password, created_at)
	VALUES (1, 's', 'S', 'officer', 1, 'x', '2026-12-01 00:00:00');
	INSERT INTO booking (id, code, once, digest, account_id, slot_id, party,
		lang, channel, declared, created_at, cancelled_at)
	VALUES (1, 'A00000001', REPEAT('a', 16), REPEAT('x', 32), 1, 2, 2, 'id',
		'web', 't', '2026-12-01 00:00:00', NULL),
		(2, 'A00000002', REPEAT('b', 16), REPEAT('x', 32), 1, 2, 1, 'id',
		'web', 't', '2026-12-01 00:00:00', '2026-12-02 00:00:00'),
		(3, 'A00000003', REPEAT('c', 16), REPEAT('x', 32), 1, 1, 1, 'id',
		'web', 't', '2026-12-01 00:00:00', NULL);
	INSERT INTO applicant (id, booking_id, no, slot_id, seat_no, account_id,
		live_no, nik_live, nik_hash, nik_key, nik_sealed, nik_mask, nik_flags,
		name, birth, sex, service_id, state)
	VALUES (1, 1, 1, 2, 11, 1, 1, REPEAT('1', 32), REPEAT('1', 32), 1, 'x',
		'x', 0, 'N', '1990-01-01', 'l', 1, 'booked'),
		(2, 1, 2, 2, 12, 1, 2, REPEAT('2', 32), REPEAT('2', 32), 1, 'x',
		'x', 0, 'N', '1990-01-01', 'p', 1, 'booked'),
		(3, 2, 1, 2, NULL, 1, NULL, NULL, REPEAT('3', 32), 1, 'x',
		'x', 0, 'N', '1990-01-01', 'p', 1, 'cancelled'),
		(4, 3, 1, 1, 1, 1, NULL, NULL, REPEAT('4', 32), 1, 'x',
		'x', 0, 'N', '1990-01-01', 'p', 1, 'lapsed')"
kept="SELECT id, code, account_id, slot_id, party, channel, cancelled_at
	FROM booking ORDER BY id;
	SELECT id, slot_id, seat_no, account_id, live_no, HEX(nik_live), state
	FROM applicant ORDER BY id"
sql -e "$kept" >"$T/before"

# refused WORD SQL: the CHECK or key of that name refuses it.
refused() {
	fails sql -e "$2" >"$T/said" 2>&1
	grep -q "CONSTRAINT .*$1\|for key '$1'" "$T/said" && return
	cat "$T/said"
	return 1
}
# book COLUMNS VALUES: prints the INSERT of another booking.
book() {
	echo "INSERT INTO booking (code, once, digest, slot_id, party, lang,
		declared, created_at, $1) SELECT CONCAT('B', n.n), LPAD(n.n, 16, 'b'),
		REPEAT('x', 32), 2, 1, 'id', 't', '2026-12-01 00:00:00', $2
		FROM (SELECT COUNT(*) AS n FROM booking) n"
}

test_case 'the migration keeps every booking and gives it a state' '
	migrate >/dev/null
	sql -e "$kept" >"$T/after"
	same "$T/before" "$T/after"
	equal "booked cancelled booked" \
		"$(sql -e "SELECT state FROM booking ORDER BY id" | xargs)"
'
test_case 'the channel says who holds a booking' '
	sql -e "INSERT INTO sender VALUES (1, \"message\", \"62811\",
		\"2026-12-01 00:00:00\")"
	sql -e "$(book channel,account_id "\"web\", 1")"
	sql -e "$(book channel,sender_id "\"law\", 1")"
	sql -e "$(book channel,staff_id,made_day,made_no \
		"\"assist\", 1, \"2026-12-01\", 1")"
	sql -e "$(book channel,staff_id "\"desk\", 1")"
	for wrong in "web\", NULL, NULL, NULL" "web\", 1, 1, NULL" \
		"web\", 1, NULL, 1" "law\", 1, NULL, NULL" "law\", NULL, NULL, 1" \
		"law\", 1, 1, NULL" "assist\", 1, NULL, 1" "desk\", NULL, NULL, NULL" \
		"desk\", 1, NULL, 1" "desk\", NULL, 1, 1"; do
		refused booking_owner \
			"$(book channel,account_id,sender_id,staff_id "\"$wrong")" || exit 1
	done
	refused booking_channel "$(book channel,account_id "\"fax\", 1")"
'
test_case 'an officer makes as many bookings a day as there are numbers' '
	refused staff_made "$(book channel,staff_id,made_day,made_no \
		"\"assist\", 1, \"2026-12-01\", 1")"
	sql -e "$(book channel,staff_id,made_day,made_no \
		"\"assist\", 1, \"2026-12-02\", 1")"
'
test_case 'only an applicant who is booked or has arrived is live' '
	for state in offered served incomplete mismatch refused left no_show \
		excused lapsed; do
		refused applicant_live "UPDATE applicant SET state = \"$state\"
			WHERE id = 1" || exit 1
	done
	sql -e "UPDATE applicant SET state = \"arrived\" WHERE id = 1"
	sql -e "UPDATE applicant SET state = \"offered\", live_no = NULL,
		nik_live = NULL WHERE id = 2"
	refused applicant_state "UPDATE applicant SET state = \"boked\" WHERE id = 1"
'
test_case 'an applicant who may still come has a place, a cancelled one has none' '
	refused applicant_seated "UPDATE applicant SET seat_no = NULL WHERE id = 1"
	refused applicant_seated "UPDATE applicant SET seat_no = NULL WHERE id = 2"
	refused applicant_seated "UPDATE applicant SET seat_no = 13 WHERE id = 3"
	sql -e "UPDATE applicant SET seat_no = NULL WHERE id = 4"
'
test_case 'only people of LAW have no NIK' '
	refused applicant_nik "UPDATE applicant SET nik_hash = NULL WHERE id = 1"
	refused applicant_nik "UPDATE applicant SET nik_sealed = NULL WHERE id = 1"
	sql -e "UPDATE applicant SET account_id = NULL, sender_id = 1, live_no = 1,
		nik_hash = NULL, nik_key = NULL, nik_sealed = NULL, nik_mask = NULL
		WHERE id = 1"
	refused applicant_owner "UPDATE applicant SET account_id = 1 WHERE id = 1"
	refused sender_live "UPDATE applicant SET account_id = NULL, sender_id = 1,
		live_no = 1, state = \"booked\" WHERE id = 2"
'
test_case 'an account has a mailbox or a number, and each number one account' '
	refused account_name "UPDATE account SET email = NULL, email_folded = NULL"
	refused account_email "UPDATE account SET email = NULL"
	sql -e "UPDATE account SET email = NULL, email_folded = NULL,
		phone = \"0811\", phone_folded = \"62811\""
	refused phone_folded "INSERT INTO account SET phone = \"0811\",
		phone_folded = \"62811\", password = \"x\", lang = \"id\",
		notice_version = \"t\", created_at = \"2026-12-01 00:00:00\""
'
test_case 'an applicant comes for a kind of application that exists' '
	for id in $(sql -e "SELECT id FROM service"); do
		sql -e "UPDATE applicant SET service_id = $id" || exit 1
	done
	refused applicant_kind "UPDATE applicant SET service_id = $((id + 1))"
	refused applicant_kind "UPDATE applicant SET service_id = 0"
	for login in public login desk admin worker; do
		fails grep -E "GRANT .*(INSERT|UPDATE|DELETE)[^;]* ON service TO [^;]*-$login" \
			"$ANTREAN_SRC/sql/grants.sql"
	done
'
test_case 'other words are refused' '
	refused staff_role "UPDATE staff SET role = \"chief\""
	refused closed_day_kind "UPDATE closed_day SET kind = \"rain\""
	refused closed_day_status "UPDATE closed_day SET status = \"maybe\""
	refused slot_lane "UPDATE slot SET lane = \"fast\" WHERE id = 2"
	refused place_pool "UPDATE place SET pool = \"mine\""
	refused booking_state "UPDATE booking SET state = \"moved\""
	refused booking_ended "UPDATE booking SET cancelled_at = NULL WHERE id = 2"
	refused audit_actor "INSERT INTO audit (at, actor, act, object)
		VALUES (\"2026-12-01 00:00:00\", \"ghost\", \"staff.add\", \"staff\")"
	refused audit_act "INSERT INTO audit (at, actor, act, object)
		VALUES (\"2026-12-01 00:00:00\", \"staff\", \"staff.ad\", \"staff\")"
	refused audit_object "INSERT INTO audit (at, actor, act, object)
		VALUES (\"2026-12-01 00:00:00\", \"staff\", \"staff.add\", \"staf\")"
'
test_end
