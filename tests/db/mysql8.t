#!/bin/sh
# mysql8.t - lib/db compiles against MySQL 8's types, which have no my_bool.
. "$(dirname "$0")/server.sh"
dir=$(mktemp -d "${ANTREAN_TMP:-/tmp}/antrean.XXXXXX")
trap 'rm -rf "$dir"' EXIT
grep -v HAVE_MY_BOOL "$build/config.h" >"$dir/config.h"

compile() {
	"${CC:-cc}" -std=gnu11 -Wall -Wextra -Werror -fsyntax-only -I"$1" \
		-I"$top/tests/db/mysql8" -I"$top/lib" "$2"
}
for file in db fault query; do
	check "$file.c compiles" compile "$dir" "$top/lib/db/$file.c"
done
# With my_bool taken for granted it must not: the header is not MariaDB's.
{
	cat "$dir/config.h"
	echo '#define HAVE_MY_BOOL 1'
} >"$dir/mariadb.h"
mkdir "$dir/mariadb"
mv "$dir/mariadb.h" "$dir/mariadb/config.h"
check "and not without the shim" not compile "$dir/mariadb" \
	"$top/lib/db/query.c"
finish
