#!/bin/sh
# upgrade.t - programs meet a schema that is newer or older than their own.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
world_make
last=$(sed -n 's/^#define DB_SCHEMA \([0-9]*\).*/\1/p' \
	"$ANTREAN_SRC/lib/db/schema.h")
mkdir "$T/sql"
cp "$ANTREAN_SRC"/sql/* "$T/sql/"

# newer N NAME: adds standard input to the migrations as file N of a later
# version.
newer() {
	cat >"$T/sql/$(printf %04d $((last + $1)))-$2.sql"
	"$T/sql/migrate" --socket "$socket"
}

# review: the person who is signed in goes to the last page before the booking.
review() {
	cgi booking GET "booking?slot=2&kind=baru&n=1"
	status 200
	who=$(sed -n 's/.*name="who-0" value="\([0-9]*\)".*/\1/p' "$T/body" |
		head -1)
	submit booking booking "who-0=$who&kind-0=baru"
	status 200
}

test_case 'after a new column older programs register, book and show' '
	newer 1 column <<-SQL
		-- reads_from: $last
		ALTER TABLE booking ADD later INT NULL COMMENT "x";
	SQL
	equal "$last" "$(sql -e "SELECT reads_from FROM schema_version
		WHERE version = $((last + 1))")"
	account_new ratna
	review
	cp "$T/body" "$T/review"
	submit booking booking "declare=1"
	follow
	status 200
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking")"
'
test_case 'a file cannot require programs newer than itself' '
	fails newer 2 wrong >"$T/said" 2>&1 <<-SQL
		-- reads_from: $((last + 3))
		CREATE TABLE wrong (id INT COMMENT "x");
	SQL
	has "$T/said" "newer than itself"
	fails sql -e "SELECT 1 FROM wrong"
'
rm -f "$T"/sql/*-wrong.sql

test_case 'a program that must stop keeps the form that it was sent' '
	rm -f "$T/jar"
	register email=budi%40contoh.id nik=3273011403889024 name=Budi+Contoh sex=l
	review
	newer 2 meaning <<-SQL
		CREATE TABLE meaning (id INT COMMENT "x");
	SQL
	log_expect "schema=$((last + 2)) reads_from=$((last + 2)) want=$last why=program-is-older"
	submit booking booking "declare=1"
	status 503
	test "$(header Retry-After)" -gt 0
	has "$T/body" "name=\"once\""
	equal 1 "$(sql -e "SELECT COUNT(*) FROM booking")"
'
test_case 'every program that needs the database answers 503' '
	log_expect "why=program-is-older"
	rm -f "$T/jar"
	for path in "" office "slot?office=jakarta-selatan" health; do
		program=${path%%\?*}
		cgi "${program:-home}" GET "$path"
		status 503 || exit 1
	done
	cgi session GET session
	submit session session "email=ratna%40contoh.id&password=$password"
	status 503
	has "$T/body" "value=\"ratna@contoh.id\""
'
test_case 'a later file with reads_from does not let stopped programs in again' '
	newer 3 another <<-SQL
		-- reads_from: 1
		ALTER TABLE booking ADD another INT NULL COMMENT "x";
	SQL
	log_expect "schema=$((last + 3)) reads_from=$((last + 2)) want=$last"
	cgi office GET office
	status 503
'
test_case 'an older schema is refused, and the log says so' '
	sql -e "DELETE FROM schema_version WHERE version >= $last"
	log_expect "schema=$((last - 1)) want=$last why=schema-is-older"
	cgi office GET office
	status 503
'
test_end
