#!/bin/sh
# schema.t - migrations: from nothing, again, and what is refused.
. "$(dirname "$0")/server.sh"
server_start

last=$(sed -n 's/^#define DB_SCHEMA \([0-9]*\).*/\1/p' "$top/lib/db/db.h")
files=$(ls "$top"/sql/[0-9]*.sql | wc -l)
check "DB_SCHEMA is the number of the last file" test "$last" = "$files"

all() {
	migrate >"$dir/first" && [ "$(grep -c applied "$dir/first")" = "$files" ]
}
check "from nothing every file is applied" all
nothing() {
	[ "$(migrate)" = "migrate: antrean is at $last" ]
}
check "again nothing is" nothing
same() {
	migrate --show | diff "$top/sql/schema.snapshot" -
}
check "the schema is that of schema.snapshot" same
defaults() {
	sql antrean -e "SELECT CONCAT(table_name, ' ', column_name)
		FROM information_schema.columns WHERE table_schema = 'antrean'
		AND (column_comment = '' OR column_default LIKE '%current%')" >"$dir/bad"
	cat "$dir/bad"
	[ ! -s "$dir/bad" ]
}
check "every column is explained and none asks for the time" defaults

# A copy of the files to damage.
mkdir "$dir/sql"
cp "$top"/sql/* "$dir/sql/"
copy() {
	"$dir/sql/migrate" --socket "$socket" --name copy
}
refused() { # WORD: refused, saying so
	copy >"$dir/out" 2>&1 && return 1
	cat "$dir/out"
	grep -q "$1" "$dir/out"
}
copy >/dev/null
mv "$dir/sql/0003-people.sql" "$dir/kept"
check "a gap in the files is refused" refused gap
mv "$dir/kept" "$dir/sql/0003-persons.sql"
check "a file under another name is refused" refused "was applied as"
mv "$dir/sql/0003-persons.sql" "$dir/sql/0003-people.sql"
newer=$(printf '%04d-later.sql' $((last + 1)))
echo "CREATE TABLE later (id INT COMMENT 'x');" >"$dir/sql/$newer"
check "a new file is applied" copy
check "only once" copy
rm "$dir/sql/$newer"
check "a database newer than the files is refused" refused newer
echo "CREATE TABLE broken (" >"$dir/sql/$newer"
sql -e "DELETE FROM copy.schema_version WHERE version = $((last + 1))"
check "a file with a mistake stops" refused "half way"
unnoted() {
	[ -z "$(sql copy -e "SELECT version FROM schema_version
		WHERE version = $((last + 1))")" ]
}
check "and is not noted as applied" unnoted
finish
