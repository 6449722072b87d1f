#!/bin/sh
# valgrind.long.t - units and programs under memcheck: no read of memory that
# was not written, no leak, no descriptor left open.
#
# The programs are those that tests run as plain CGI.  Each is replaced by a
# script that runs it under valgrind, so a test only notices that it takes
# longer.  The output of memcheck goes to a file for each process.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/cgi.sh"
test_needs valgrind mariadbd

mkdir -m 1777 "$T/said" "$T/own"
mkdir -p "$T/build/cgi-bin" "$T/build/unit"
ln -s "$ANTREAN_BUILD/tests" "$T/build/tests"
: >"$T/asked"
chmod 666 "$T/asked"

# wrap NAME BINARY SCRIPT: makes SCRIPT, which runs BINARY under valgrind.  Where
# a test permits no byte in a file, valgrind cannot start, so BINARY runs alone.
wrap() {
	cat >"$3" <<-EOT
		#!/bin/sh
		[ "\$(ulimit -f)" != 0 ] || exec "$2" "\$@"
		echo "$1 \${REQUEST_METHOD-}" >>"$T/asked"
		: >"$T/own/$1.\$\$"
		exec valgrind -q --error-exitcode=99 --leak-check=full \\
			--show-leak-kinds=definite,indirect \\
			--errors-for-leak-kinds=definite,indirect \\
			--track-fds=yes --log-file="$T/said/$1.%p" \\
			--suppressions="$ANTREAN_SRC/tests/self/valgrind.supp" \\
			"$2" "\$@"
	EOT
	chmod +x "$3"
}

# quiet: memcheck reported nothing since the last call.  Descriptors that the
# parent opened do not count, nor do those of a forked process.
quiet() {
	find "$T/said" -type f -size +0 >"$T/files"
	while read -r file; do
		own=
		[ ! -e "$T/own/${file##*/}" ] || own=1
		awk -v own="$own" '
		function flush() {
			if (own != "" && !inherited) printf "%s", block
			block = ""
			inherited = 0
		}
		/Open (file descriptor|AF_)/ {
			flush()
			block = $0 "\n"
			next
		}
		block != "" && /== +(at|by|<inherited) ?/ {
			block = block $0 "\n"
			if (/<inherited/) inherited = 1
			next
		}
		{ flush() }
		/FILE DESCRIPTORS|== *$/ { next }
		{ print }
		END { flush() }' "$file" >"$T/rest"
		[ -s "$T/rest" ] || continue
		echo "${file##*/}:"
		sed 60q "$T/rest"
		echo >>"$T/bad"
	done <"$T/files"
	rm -f "$T/said"/* "$T/own"/*
	[ ! -e "$T/bad" ]
}

# clean WHAT TEST: the test passes and memcheck is quiet.
clean() {
	rm -f "$T/bad"
	ANTREAN_TMP=$T ANTREAN_BUILD=$T/build ANTREAN_LIMIT=3600 \
		"$ANTREAN_SRC/tests/tap" "$1" \
		>"$T/tap" 2>&1 || {
		cat "$T/tap"
		: >"$T/bad"
	}
	quiet
}

# place_harm_test traces a process instruction by instruction, which would trace
# valgrind itself.
for unit in "$ANTREAN_BUILD"/tests/unit/*/*_test; do
	name=${unit##*/}
	[ "$name" != place_harm_test ] || continue
	wrap "$name" "$unit" "$T/build/unit/$name"
	test_case "$name" 'clean "$T/build/unit/$name"'
done

for program in "$ANTREAN_BUILD"/cgi-bin/*/* "$ANTREAN_BUILD"/cgi-bin/*/*/*; do
	name=${program##*/}
	[ -f "$program" ] && [ -x "$program" ] || continue
	wrap "$name" "$program" "$T/build/cgi-bin/$name"
	echo "$name" >>"$T/programs"
done
for t in page/golden http/booking http/roster http/health db/antrean; do
	test_case "the programs of $t" 'clean "$ANTREAN_SRC/tests/$t.t"'
done

test_case 'every program ran, with each of its methods' '
	while read -r name; do
		grep -q "^$name " "$T/asked" || { echo "never ran: $name"; exit 1; }
	done <"$T/programs"
	for method in GET POST; do
		for asked in $(programs_with $method); do
			grep -qx "$asked $method" "$T/asked" ||
				{ echo "never ran: $asked $method"; exit 1; }
		done
	done
'
test_end
