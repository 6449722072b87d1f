# lib.sh - writes TAP from shell tests.  Sourced; cgi.sh and world.sh build on
# it:
#
#	. "$(dirname "$0")/../lib/lib.sh"
#	. "$ANTREAN_SRC/tests/lib/cgi.sh"
#	test_case 'an unknown office is a page that says so' '
#		cgi office GET "office?office=nowhere"
#		status 404
#		has "$T/body" "Kantor tidak ditemukan"
#	'
#	test_end
#
# A body runs in a subshell under `set -e`: the first command that fails ends
# the test as failed.  `set -e` ignores `! command`, so write `fails command`.
# A body passes data to later ones in files in $T, which is deleted at the end.
# A line `warn` or `fault` in a program's log fails the test unless log_expect
# announced it; an announced line that does not come fails the test too.

set -u
export LC_ALL=C.UTF-8
ANTREAN_SRC=${ANTREAN_SRC:-$(cd "$(dirname "$0")/../.." && pwd)}
T=$(mktemp -d "${ANTREAN_TMP:-/tmp}/antrean.XXXXXX")
chmod 711 "$T"
: >"$T/log"
tests=0
at_exit=

test_clean() {
	test_status=$?
	trap '' INT TERM HUP
	eval "$at_exit"
	rm -rf "$T"
	exit "$test_status"
}
trap test_clean EXIT
trap 'exit 130' INT TERM HUP

# program NAME: prints the path of a built program of cgi-bin.  A program of
# several files is in a folder of its name.  For a program of the tests, NAME
# includes its folder.
program() {
	for program in "$ANTREAN_BUILD/$1" "$ANTREAN_BUILD/cgi-bin/$1" \
		"$ANTREAN_BUILD"/cgi-bin/*/"$1" \
		"$ANTREAN_BUILD"/cgi-bin/*/"$1/$1"; do
		[ ! -f "$program" ] || break
	done
	echo "$program"
}

# test_case NAME BODY: runs BODY as the test NAME.
test_case() {
	tests=$((tests + 1))
	: >"$T/log"
	: >"$T/log_expected"
	: >"$T/log_allowed"
	(
		trap - EXIT
		set -e
		eval "$2"
	) >"$T/out" 2>&1 </dev/null
	test_rc=$?
	if [ $test_rc -eq 0 ] && log_check >>"$T/out"; then
		echo "ok $tests - $1"
	else
		sed 's/^/# /' "$T/out" "$T/log"
		echo "not ok $tests - $1"
	fi
}

# test_skip NAME WHY: leaves the test out; counts as a failure in CI.
test_skip() {
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

# test_needs TOOL...: skips the rest of the file unless all tools are installed.
test_needs() {
	for tool; do
		command -v "$tool" >/dev/null && continue
		test_skip "${0##*/}" "$tool is not installed"
		test_end
	done
}

test_end() {
	echo "1..$tests"
	exit 0
}

# log_expect REGEX: a program must log a warn or fault that matches.
log_expect() {
	echo "$1" >>"$T/log_expected"
}

# log_allow REGEX: a program may log a warn or fault that matches.
log_allow() {
	echo "$1" >>"$T/log_allowed"
}

# log_check: false, with the reason, if the log differs from what was announced.
log_check() {
	grep -E 'level=(warn|fault)' "$T/log" >"$T/log_bad"
	log_ok=true
	while IFS= read -r pattern; do
		grep -qE -e "$pattern" "$T/log_bad" || {
			echo "no such line in the log: $pattern"
			log_ok=false
		}
	done <"$T/log_expected"
	# grep -f with an empty file matches no line
	if grep -vE -f "$T/log_expected" "$T/log_bad" |
		grep -vE -f "$T/log_allowed" >"$T/log_more"; then
		echo "unexpected in the log:"
		cat "$T/log_more"
		log_ok=false
	fi
	$log_ok
}

# equal WANT GOT: the two strings are equal.
equal() {
	[ "$1" = "$2" ] && return
	printf 'want: %s\ngot:  %s\n' "$1" "$2"
	return 1
}

# same WANT GOT: the two files are equal.
same() {
	diff -u "$1" "$2"
}

# has FILE TEXT, lacks FILE TEXT: a line of the file has TEXT, or none has.
has() {
	grep -qF -e "$2" "$1" && return
	printf 'not in %s: %s\n' "$1" "$2"
	sed 40q "$1"
	return 1
}
lacks() {
	grep -nF -e "$2" "$1" || return 0
	return 1
}

# fails COMMAND...: the command fails, but not by a signal (exit code above 128)
# and not because it cannot be run (126, 127).
fails() {
	fails_rc=0
	"$@" || fails_rc=$?
	[ $fails_rc -gt 0 ] && [ $fails_rc -lt 126 ] && return
	echo "ended with $fails_rc: $*"
	return 1
}

# free_port: prints the first of eight ports that no process listens on.  No
# other test file of the same run gets one of them.
free_port() {
	until
		port_first=$(od -An -N2 -tu2 /dev/urandom | awk '
		BEGIN { while ((getline line < "/proc/net/tcp") > 0) {
			split(line, f, " ")
			sub(/.*:/, "", f[2])
			taken[f[2]] } }
		{ p = 20000 + 8 * ($1 % 1250)
		  for (i = 0; i < 8; i++)
			if (sprintf("%04X", p + i) in taken) exit
		  print p }')
		[ -n "$port_first" ] &&
			mkdir "${ANTREAN_TMP:-$T}/port-$port_first" 2>/dev/null
	do
		:
	done
	echo "$port_first"
}

# wait_for SECONDS COMMAND...: repeats the command until it succeeds; fails
# after SECONDS.
wait_for() {
	tries=$(($1 * 20))
	shift
	until "$@" >/dev/null 2>&1; do
		tries=$((tries - 1))
		if [ $tries -le 0 ]; then
			echo "waited in vain: $*"
			return 1
		fi
		sleep 0.05
	done
}
