# lib.sh - builds and runs the fuzzing targets of this folder.  Sourced.
#
# It compiles everything again into $T, with clang, sanitizers and libFuzzer,
# from the sources of the tree and config.h of the build.
fuzz_dir=$ANTREAN_SRC/tests/fuzz
fuzz_targets='form cookie query page catalogue info code qr_payload nik conf
next'
fuzz_flags="-g -O1 -std=gnu11 -fno-omit-frame-pointer
-fno-sanitize-recover=undefined"

# fuzz_can: clang has the libraries of libFuzzer, which are a separate package.
fuzz_can() {
	echo 'int LLVMFuzzerTestOneInput(const char *s, long n) { return !s * n; }' |
		clang -fsanitize=fuzzer,address,undefined -x c -o "$T/can" - \
			>/dev/null 2>&1
}

# fuzz_compile FILE OBJECT: compiles FILE.
fuzz_compile() {
	# shellcheck disable=SC2046,SC2086
	clang $fuzz_flags -fsanitize=fuzzer-no-link,address,undefined \
		-DPAGESDIR="\"$ANTREAN_SRC/htdocs/pages\"" -DSTYLEFILE='""' \
		-DFONTSDIR='""' -DKEYSDIR='""' -DRUNDIR='""' -DCONFFILE='""' \
		-I"$ANTREAN_SRC/lib" -I"$fuzz_dir" -I"$ANTREAN_BUILD" \
		$(pkg-config --cflags libxml-2.0 libsodium fcgi) \
		$(fuzz_mysql --cflags) -c "$1" -o "$2"
}

# fuzz_mysql OPTION: runs pkg-config for the client library of MariaDB or MySQL.
fuzz_mysql() {
	pkg-config "$1" mysqlclient 2>/dev/null || pkg-config "$1" libmariadb
}

# fuzz_link TARGET: links the program of TARGET.
fuzz_link() {
	# shellcheck disable=SC2046,SC2086
	clang $fuzz_flags -fsanitize=fuzzer,address,undefined \
		-o "$T/$1" "$T/object/fuzz/$1.o" "$T/object/fuzz/fuzz.o" \
		"$T/object/fuzz/arena.o" "$T/object/lib.a" \
		$(pkg-config --libs libxml-2.0 libsodium fcgi) \
		$(fuzz_mysql --libs) -lm
}

# fuzz_half N: compiles every second file, from file N (0 or 1) on.
fuzz_half() {
	odd=0
	find "$ANTREAN_SRC/lib" "$fuzz_dir" -name '*.c' | sort |
		while read -r f; do
			odd=$((1 - odd))
			case $f in
			*/lib/paper/* | */lib/base/arena.c) continue ;;
			*/tests/fuzz/*) o=$T/object/fuzz/${f##*/} ;;
			*) o=$T/object/lib/$(echo "${f#"$ANTREAN_SRC"/lib/}" | tr / -) ;;
			esac
			[ $odd -eq "$1" ] || fuzz_compile "$f" "${o%.c}.o" || exit 1
		done
}

# fuzz_build: builds all targets, two files at once; false if one cannot be
# built.
fuzz_build() {
	mkdir -p "$T/object/lib" "$T/object/fuzz"
	fuzz_half 0 >"$T/half" 2>&1 &
	other=$!
	fuzz_half 1 && built=true || built=false
	wait $other || built=false
	cat "$T/half"
	$built || return 1
	ar cr "$T/object/lib.a" "$T"/object/lib/*.o || return 1
	for target in $fuzz_targets planted; do
		fuzz_link "$target" || return 1
	done
}

# fuzz_one TARGET SECONDS: runs TARGET for SECONDS; its log is $T/TARGET.log, its
# exit code is in $T/TARGET.rc.
fuzz_one() {
	for room in public frame part text; do
		mkdir -p "$T/run/$1/$room"
	done
	mkdir -p "$T/found/$1" "$T/corpus/$1"
	seeds=$fuzz_dir/corpus/$1
	words=
	[ ! -e "$fuzz_dir/$1.dict" ] || words=-dict=$fuzz_dir/$1.dict
	fuzz_rc=0
	# exec: a signal to the group reaches it, and no shell stays behind;
	# nice: the tests beside it have processes that must answer in time
	# shellcheck disable=SC2086
	(cd "$T/run/$1" && export ASAN_OPTIONS=quarantine_size_mb=16 &&
		exec nice "$T/$1" -max_total_time="$2" -timeout=10 \
		-rss_limit_mb=1024 -max_len=4096 -print_final_stats=1 \
		$words -artifact_prefix="$T/found/$1/" \
		"$T/corpus/$1" "$seeds") >"$T/$1.log" 2>&1 || fuzz_rc=$?
	echo "$fuzz_rc" >"$T/$1.rc"
}

# fuzz_all SECONDS: runs each target for SECONDS.  Two processes run at once, each
# with every second target.
fuzz_all() {
	fuzz_every 0 "$1" &
	other=$!
	fuzz_every 1 "$1"
	wait $other
}
fuzz_every() {
	odd=0
	for target in $fuzz_targets; do
		odd=$((1 - odd))
		[ $odd -eq "$1" ] || fuzz_one "$target" "$2"
	done
}

# fuzz_nothing TARGET: true if TARGET ran and found nothing; otherwise shows what
# it found.
fuzz_nothing() {
	[ "$(cat "$T/$1.rc")" = 0 ] && return
	grep -v -e '^#' -e '^INFO:' "$T/$1.log" | head -60
	for f in "$T/found/$1"/*; do
		[ -e "$f" ] || continue
		echo "${f##*/}, in base64:"
		base64 "$f"
	done
	return 1
}

# fuzz_count TARGET: prints how many inputs TARGET has tried.
fuzz_count() {
	sed -n 's/^stat::number_of_executed_units: *//p' "$T/$1.log"
}

# fuzz_planted FAULT WORDS: true if the build finds the deliberate FAULT of
# planted.c and prints WORDS.
fuzz_planted() {
	mkdir -p "$T/plant" "$T/run/planted"
	printf '%s' "$1" >"$T/plant/$1"
	cd "$T/run/planted" || return 1
	fails "$T/planted" "$T/plant/$1" >"$T/planted.log" 2>&1
	has "$T/planted.log" "$2"
}

# fuzz SECONDS: builds and runs everything, as test cases.
fuzz() {
	test_needs clang pkg-config ar base64
	fuzz_can || {
		test_skip "${0##*/}" "clang has no libFuzzer here"
		test_end
	}
	test_case 'the targets can be built' fuzz_build
	test_case 'a broken property is a finding' '
		fuzz_planted p "does not hold: size == 0"
	'
	test_case 'a byte behind an object of the arena is a finding' '
		fuzz_planted o "heap-buffer-overflow"
	'
	test_case 'undefined behaviour is a finding' '
		fuzz_planted u "signed integer overflow"
	'
	fuzz_all "$1"
	for target in $fuzz_targets; do
		test_case "$target: nothing found" 'fuzz_nothing "$target"'
		echo "# $target: $(fuzz_count "$target") executions"
	done
	test_end
}
