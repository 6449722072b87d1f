#!/bin/sh
# mysql8.t - lib/db compiles with MySQL 8's types, which lack my_bool.
. "$(dirname "$0")/../lib/lib.sh"
test_needs "${CC:-cc}"
mkdir "$T/mysql" "$T/mariadb"
grep -v HAVE_MY_BOOL "$ANTREAN_BUILD/config.h" >"$T/mysql/config.h"
cp "$T/mysql/config.h" "$T/mariadb/config.h"
echo '#define HAVE_MY_BOOL 1' >>"$T/mariadb/config.h"

# compile CONFIG-DIR NAME: compiles that file of lib/db with that config.h.
compile() {
	"${CC:-cc}" -std=gnu11 -Wall -Wextra -Werror -fsyntax-only -I"$1" \
		-I"$ANTREAN_SRC/tests/db/mysql8" -I"$ANTREAN_SRC/lib" \
		"$ANTREAN_SRC/lib/db/$2.c"
}
for file in connect db fault query; do
	test_case "$file.c compiles with bool" 'compile "$T/mysql" $file'
done
test_case 'a build with my_bool fails on these headers' 'fails compile "$T/mariadb" query'
test_end
