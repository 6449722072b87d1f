#!/bin/sh
# sanitizers.long.t - runs the tests with programs built with AddressSanitizer
# (with its search for memory leaks) and UndefinedBehaviorSanitizer.  A report
# fails the test that caused it, even if that test did not look at how the
# program ended.
#
. "$(dirname "$0")/../lib/lib.sh"
test_needs gcc make
source=$(sed -n 's/^abs_top_srcdir = //p' "$ANTREAN_BUILD/Makefile")
mkdir "$T/build"
mkdir -m 1777 "$T/reports"

test_case 'everything builds with the sanitizers' '
	cd "$T/build"
	"$source/configure" -q --enable-strict --enable-test-clock \
		--enable-sanitizers
	make -j2 -s all
	make -j2 -s check TESTS=
	nm "$(ANTREAN_BUILD=$T/build program booking)" | grep -q __asan_init
'

# watched TEST: the test passes and leaves no report.  Undefined behaviour
# aborts the program, which makes a report of AddressSanitizer.
watched() {
	reports=log_path=$T/reports/report
	ANTREAN_BUILD=$T/build ANTREAN_TMP=$T ANTREAN_LIMIT=3600 \
		ASAN_OPTIONS="$reports:handle_abort=1:detect_stack_use_after_return=1" \
		UBSAN_OPTIONS="$reports:abort_on_error=1:print_stacktrace=1" \
		"$ANTREAN_SRC/tests/tap" "$1" >"$T/tap" 2>&1 && good=1 || good=
	for report in "$T/reports"/*; do
		[ -e "$report" ] || continue
		sed 60q "$report"
		good=
	done
	rm -f "$T/reports"/*
	[ -n "$good" ] || {
		cat "$T/tap"
		false
	}
}

# Leaves out tests that build for themselves (fuzz, bench), that read sources
# (lint), and tests of the tests (self).
for t in "$T"/build/tests/unit/*/*_test \
	"$ANTREAN_SRC"/tests/db/*.t "$ANTREAN_SRC"/tests/http/*.t \
	"$ANTREAN_SRC"/tests/page/*.t "$ANTREAN_SRC"/tests/paper/*.t \
	"$ANTREAN_SRC"/tests/fault/*.t; do
	case $t in
	*.long.t) continue ;;
	esac
	test_case "${t##*/tests/}" 'watched "$t"'
done

# The sanitizers, run in the same way, must find these deliberate faults.
wrong() {
	cat >"$T/wrong.c" <<-EOT
		#include <stdlib.h>
		int
		main(int argc, char **argv)
		{
			(void)argv;
			$1
		}
	EOT
	cat >"$T/wrong.t" <<-EOT
		#!/bin/sh
		"$T/wrong" 2>/dev/null
		echo "ok 1 - passes"
		echo 1..1
	EOT
	chmod +x "$T/wrong.t"
	gcc -fsanitize=address,undefined -fno-sanitize-recover=undefined \
		-o "$T/wrong" "$T/wrong.c"
	fails watched "$T/wrong.t" >"$T/found"
	has "$T/found" "$2"
}
test_case 'a memory leak fails a test that passes' '
	wrong "char *volatile p = malloc(9); p = NULL; return p != NULL;" \
		"detected memory leaks"
'
test_case 'undefined behaviour fails a test that passes' '
	wrong "return (1 << (31 + argc)) == 7;" "SUMMARY"
'
test_case 'a read past the end fails a test that passes' '
	wrong "char p[4] = {0}; return p[3 + argc];" SUMMARY
'
test_end
