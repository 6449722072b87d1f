#!/bin/sh
# schema.t - migrations: from an empty database, repeated, and refused.
#
#	tests/db/schema.t --write	updates sql/schema.snapshot: read the diff
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
write=
[ "${1-}" != --write ] || write=1
db_start
last=$(sed -n 's/^#define DB_SCHEMA \([0-9]*\).*/\1/p' \
	"$ANTREAN_SRC/lib/db/schema.h")
files=$(find "$ANTREAN_SRC/sql" -name '[0-9]*.sql' | wc -l)

test_case 'DB_SCHEMA is the number of the last file' 'equal "$last" "$files"'

test_case 'in an empty database every file is applied' '
	migrate >"$T/said"
	equal "$files" "$(grep -c applied "$T/said")"
'
test_case 'a second run applies no file' '
	equal "migrate: antrean is at $last" "$(migrate)"
'
test_case 'the schema is that of schema.snapshot' '
	migrate --show >"$T/now"
	[ -z "$write" ] || cat "$T/now" >"$ANTREAN_SRC/sql/schema.snapshot"
	same "$ANTREAN_SRC/sql/schema.snapshot" "$T/now" ||
		{ echo "write it with tests/db/schema.t --write" && false; }
'
test_case 'every column is explained and none asks for the time' '
	sql -e "SELECT table_name, column_name
		FROM information_schema.columns WHERE table_schema = \"antrean\"
		AND (column_comment = \"\" OR column_default LIKE \"%current%\")" >"$T/bad"
	cat "$T/bad"
	equal 0 "$(wc -l <"$T/bad")"
'

test_case 'an older database keeps its people, with four digits of a NIK' '
	mkdir "$T/older"
	cp "$ANTREAN_SRC"/sql/migrate "$ANTREAN_SRC"/sql/000[1-6]-*.sql "$T/older"
	"$T/older/migrate" --socket "$socket" --name older
	sql --database=older -e "
		INSERT INTO account (id, email, email_folded, password, lang,
			notice_version, created_at)
			VALUES (1, \"a\", \"a\", \"x\", \"id\", \"1\", \"2026-11-01\");
		INSERT INTO person (account_id, member_no, name, birth, sex,
			nik_hash, nik_key, nik_sealed, nik_mask, nik_flags, created_at)
			VALUES (1, 0, \"x\", \"1988-03-14\", \"p\", \"x\", 1, \"x\",
			\"3273********9021\", 0, \"2026-11-01\");
		INSERT INTO staff (id, login, name, role, password, created_at)
			VALUES (1, \"x\", \"x\", \"national\", \"x\", \"2026-11-01\");
		INSERT INTO session (id, account_id, staff_id, created_at, seen_at)
			VALUES (\"a\", 1, NULL, \"2026-11-01\", \"2026-11-01\"),
			(\"b\", NULL, 1, \"2026-11-01\", \"2026-11-01\")"
	migrate --name older
	equal ...9021 "$(sql --database=older -e "SELECT nik_mask FROM person")"
	equal 1 "$(sql --database=older -e "SELECT COUNT(*) FROM session")"
	equal 0 "$(sql --database=older -e "SELECT COUNT(*) FROM staff_session")"
'

# A copy of the files, for the tests to damage.
mkdir "$T/sql"
cp "$ANTREAN_SRC"/sql/* "$T/sql/"
copy() {
	"$T/sql/migrate" --socket "$socket" --name copy
}
# refused WORD: migrate refuses the files with a message that has WORD.
refused() {
	fails copy >"$T/said" 2>&1
	has "$T/said" "$1"
}
copy >/dev/null
newer=$(printf '%04d-later.sql' $((last + 1)))

test_case 'a gap in the files is refused' '
	mv "$T/sql/0003-people.sql" "$T/kept"
	refused gap
	mv "$T/kept" "$T/sql/0003-people.sql"
'
test_case 'a file under another name is refused' '
	mv "$T/sql/0003-people.sql" "$T/sql/0003-persons.sql"
	refused "was applied as"
	mv "$T/sql/0003-persons.sql" "$T/sql/0003-people.sql"
'
test_case 'a new file is applied once' '
	echo "CREATE TABLE later (id INT COMMENT \"x\");" >"$T/sql/$newer"
	copy
	copy
'
test_case 'a database newer than the files is refused' '
	rm "$T/sql/$newer"
	refused newer
'
test_case 'a file with a mistake stops migrate and is not recorded' '
	sql -e "DELETE FROM copy.schema_version WHERE version = $((last + 1))"
	echo "CREATE TABLE broken (" >"$T/sql/$newer"
	refused "half way"
	equal "$last" "$(sql -e "SELECT MAX(version) FROM copy.schema_version")"
'
test_case 'a database name with other characters than letters and digits is refused' '
	fails migrate --name "a b"
'
test_end
