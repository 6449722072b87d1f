#!/bin/sh
# self.t - tests of the test tools: what must fail does fail.
. "$(dirname "$0")/../lib/lib.sh"

# program: runs a test file that has the test cases on standard input; its output
# goes to $T/said.
program() {
	{
		echo '#!/bin/sh'
		echo ". '$ANTREAN_SRC/tests/lib/lib.sh'"
		cat
		echo test_end
	} >"$T/sample.t"
	chmod +x "$T/sample.t"
	ANTREAN_TMP=$T sh "$T/sample.t" >"$T/said" 2>&1
}
tap() {
	ANTREAN_TMP=$T "$ANTREAN_SRC/tests/tap" "$@" >"$T/said" 2>&1
}

test_case 'any command of a body that fails, fails the test' '
	program <<-"EOT"
		test_case "first" "false; true"
		test_case "second" "equal a b; true"
		test_case "third" "fails true"
		test_case "fourth" "fails no-such-command"
		test_case "good" "fails false; equal a a"
	EOT
	equal 4 "$(grep -c "^not ok" "$T/said")"
	has "$T/said" "ok 5 - good"
	has "$T/said" "1..5"
'
test_case 'an unexpected warning fails the test, and a missing one too' '
	program <<-"EOT"
		test_case "warned" "echo level=warn event=x >>\"\$T/log\""
		test_case "quiet" "log_expect event=x"
		test_case "good" "log_expect event=x; echo level=fault event=x >>\"\$T/log\""
		test_case "info" "echo level=info event=x >>\"\$T/log\""
	EOT
	equal "not ok 1 - warned not ok 2 - quiet ok 3 - good ok 4 - info" \
		"$(grep -v -e "^#" -e "^1" "$T/said" | paste -sd " ")"
'
test_case 'a test file leaves no files behind' '
	program <<-"EOT"
		test_case "leaves" "echo x >\"\$T/kept\""
	EOT
	equal "" "$(find "$T" -mindepth 1 -name "antrean.*")"
'
test_case 'tap counts a program that ends early or with an error as a failure' '
	printf "#!/bin/sh\necho ok 1 - a\necho 1..2\n" >"$T/early"
	printf "#!/bin/sh\necho ok 1 - a\necho 1..1\nexit 3\n" >"$T/badly"
	printf "#!/bin/sh\necho ok 1 - a\necho 1..1\n" >"$T/good"
	chmod +x "$T/early" "$T/badly" "$T/good"
	fails tap "$T/early" "$T/badly" "$T/good"
	equal "3 passed, 2 failed" "$(tail -n 1 "$T/said")"
'
test_case 'tap ends a program that takes too long' '
	printf "#!/bin/sh\necho ok 1 - a\nexec sleep 60\n" >"$T/slow"
	chmod +x "$T/slow"
	export ANTREAN_LIMIT=1
	fails tap "$T/slow"
	equal "1 passed, 1 failed" "$(tail -n 1 "$T/said")"
'
# sample NAME LINE...: writes a test file with those lines.
sample() {
	sample=$T/$1.t
	shift
	{
		echo "#!/bin/sh"
		printf "%s\n" "$@"
	} >"$sample"
	chmod +x "$sample"
}
# meet NAME OTHER: writes a test file that passes only while OTHER runs beside
# it.
meet() {
	sample "$1" "touch $T/$1.here" "n=0" \
		"until [ -e $T/$2.here ] || [ \$n -gt 200 ]; do
			n=\$((n + 1)); sleep 0.05; done" \
		"echo said by $1; echo and by $1; [ \$n -le 200 ] || printf \"not \"" \
		"echo ok 1 - $1; echo 1..1"
}
test_case 'tap runs as many programs at once as it is told' '
	meet one two
	meet two one
	export ANTREAN_JOBS=2
	tap "$T/one.t" "$T/two.t"
	equal "2 passed, 0 failed" "$(tail -n 1 "$T/said")"
'
test_case 'the output of a program stays together' '
	rm -f "$T/one.here" "$T/two.here"
	meet one two
	meet two one
	sed -i "s/echo ok/echo not ok/" "$T/one.t" "$T/two.t"
	export ANTREAN_JOBS=2
	fails tap "$T/one.t" "$T/two.t"
	for name in one two; do
		equal 4 "$(grep -A 3 "/$name.t" "$T/said" | grep -c "$name")"
	done
'
test_case '`first` runs before the others, `alone` after them by itself' '
	for name in quiet other early; do
		sample $name "[ -e $T/busy ] && echo not" \
			"echo $name >>$T/order; echo ok 1 - a; echo 1..1"
	done
	sample quiet "# tap: alone, it measures time" "mkdir $T/busy" \
		"echo quiet >>$T/order; sleep 0.3; rmdir $T/busy" \
		"echo ok 1 - a; echo 1..1"
	cp "$T/quiet.t" "$T/calm.t"
	sed -i "s/quiet/calm/" "$T/calm.t"
	sed -i "2i# tap: first" "$T/early.t"
	export ANTREAN_JOBS=1
	tap "$T/quiet.t" "$T/calm.t" "$T/other.t" "$T/early.t"
	equal "early other quiet calm" "$(paste -sd " " "$T/order")"
	export ANTREAN_JOBS=4
	tap "$T/quiet.t" "$T/calm.t" "$T/other.t" "$T/early.t"
	equal "4 passed, 0 failed" "$(tail -n 1 "$T/said")"
'
test_case 'an unknown word after "# tap:" is refused' '
	sample lost "# tap: alone" "echo ok 1 - a; echo 1..1"
	fails tap "$T/lost.t"
	has "$T/said" "there is no place"
'
test_case 'a program that hangs delays no other' '
	sample hangs "echo ok 1 - a; exec sleep 60"
	for name in a b c; do
		sample $name "echo ok 1 - a; echo 1..1"
	done
	export ANTREAN_LIMIT=2 ANTREAN_JOBS=2
	fails tap "$T/hangs.t" "$T/a.t" "$T/b.t" "$T/c.t"
	equal "ok ok ok FAIL" "$(sed -n "s|  *$T/.*||p" "$T/said" | paste -sd " ")"
	equal "4 passed, 1 failed" "$(tail -n 1 "$T/said")"
'
test_case 'a signal ends tap and its programs, and leaves no files' '
	for name in a b; do
		sample $name "trap \"echo ended >>$T/ended; exit 130\" TERM" \
			"echo \$\$ >$T/$name.pid" "sleep 60 & wait"
	done
	export ANTREAN_TMP=$T ANTREAN_JOBS=2
	for signal in TERM HUP; do
		rm -f "$T/a.pid" "$T/b.pid" "$T/ended"
		"$ANTREAN_SRC/tests/tap" "$T/a.t" "$T/b.t" >"$T/said" 2>&1 &
		tap=$!
		wait_for 10 test -s "$T/a.pid"
		wait_for 10 test -s "$T/b.pid"
		kill -s $signal $tap
		rc=0
		wait $tap || rc=$?
		equal 130 $rc
		equal 2 "$(wc -l <"$T/ended")"
		fails kill -0 "$(cat "$T/a.pid")"
		fails kill -0 "$(cat "$T/b.pid")"
		equal "" "$(find "$T" -name "antrean-tap.*")"
	done
'
test_case 'no two programs of a run get the same port' '
	export ANTREAN_TMP=$T
	: >"$T/ports"
	for n in 1 2 3 4; do
		for m in 1 2 3 4 5 6 7 8 9 10; do
			free_port >>"$T/ports.$n"
		done &
		pids="${pids-} $!"
	done
	for pid in $pids; do
		wait "$pid"
	done
	equal 40 "$(sort -u "$T"/ports.* | wc -l)"
	# a test also uses some ports after its own
	equal 0 "$(cat "$T"/ports.* | awk "\$1 % 8" | wc -l)"
'
test_case 'a skip is a failure in CI only' '
	printf "#!/bin/sh\necho \"ok 1 - a # SKIP b\"\necho ok 2 - c\necho 1..2\n" >"$T/skip"
	chmod +x "$T/skip"
	export CI=
	tap "$T/skip"
	equal "1 passed, 0 failed, 1 skipped" "$(tail -n 1 "$T/said")"
	export CI=true
	fails tap "$T/skip"
	equal "1 passed, 1 failed" "$(tail -n 1 "$T/said")"
'
test_end
