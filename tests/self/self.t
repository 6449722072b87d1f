#!/bin/sh
# self.t - the test house itself: what must fail does.
. "$(dirname "$0")/../lib.sh"

# Runs a test program whose cases are given; what it says is in $T/said.
program() {
	{
		echo '#!/bin/sh'
		echo ". '$ANTREAN_SRC/tests/lib.sh'"
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
test_case 'an unexpected warning fails, and so does a missing one' '
	program <<-"EOT"
		test_case "warned" "echo level=warn event=x >>\"\$T/log\""
		test_case "quiet" "log_expect event=x"
		test_case "good" "log_expect event=x; echo level=fault event=x >>\"\$T/log\""
		test_case "info" "echo level=info event=x >>\"\$T/log\""
	EOT
	equal "not ok 1 - warned not ok 2 - quiet ok 3 - good ok 4 - info" \
		"$(grep -v -e "^#" -e "^1" "$T/said" | paste -sd " ")"
'
test_case 'nothing of a test program stays' '
	program <<-"EOT"
		test_case "leaves" "echo x >\"\$T/kept\""
	EOT
	equal "" "$(find "$T" -mindepth 1 -name "antrean.*")"
'
test_case 'tap counts a program that ends early or badly' '
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
