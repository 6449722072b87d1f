# lib.sh - TAP in git's manner.  Sourced; cgi.sh and world.sh build on it:
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
# A body runs in a subshell under `set -e`: the first command that fails
# ends the test as failed.  Since `! command` never does, write `fails command`.
# What a body must leave behind goes into files in $T, which ends with the
# program.  A warn or fault in a program's log fails the test, unless
# log_expect said so; an expected one that never came fails it too.

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

# program NAME: the path of a built program, which stands in a room of cgi-bin;
# one of several files has a folder of its own there.  One of the tests is
# named with its folder.
program() {
	for program in "$ANTREAN_BUILD/$1" "$ANTREAN_BUILD/cgi-bin/$1" \
		"$ANTREAN_BUILD"/cgi-bin/*/"$1" \
		"$ANTREAN_BUILD"/cgi-bin/*/"$1/$1"; do
		[ ! -f "$program" ] || break
	done
	echo "$program"
}

# Runs BODY as the test NAME.
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

# Leaves the test NAME out because of WHY; a failure in CI.
test_skip() {
	tests=$((tests + 1))
	echo "ok $tests - $1 # SKIP $2"
}

# Skips the whole program unless there are all those tools.
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

# The test may log a warn or fault that matches the extended regex.
log_expect() {
	echo "$1" >>"$T/log_expected"
}

# The same, but it need not.
log_allow() {
	echo "$1" >>"$T/log_allowed"
}

# False, with the reason, if the log is not as expected.
log_check() {
	grep -E 'level=(warn|fault)' "$T/log" >"$T/log_bad"
	log_ok=true
	while IFS= read -r pattern; do
		grep -qE -e "$pattern" "$T/log_bad" || {
			echo "no such line in the log: $pattern"
			log_ok=false
		}
	done <"$T/log_expected"
	# an empty list of patterns matches no line
	if grep -vE -f "$T/log_expected" "$T/log_bad" |
		grep -vE -f "$T/log_allowed" >"$T/log_more"; then
		echo "unexpected in the log:"
		cat "$T/log_more"
		log_ok=false
	fi
	$log_ok
}

# equal WANT GOT: two strings.
equal() {
	[ "$1" = "$2" ] && return
	printf 'want: %s\ngot:  %s\n' "$1" "$2"
	return 1
}

# same WANT GOT: two files.
same() {
	diff -u "$1" "$2"
}

# has FILE TEXT, lacks FILE TEXT: a fixed string on one line.
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

# Succeeds if the command fails, but not by a signal or because it is unknown.
fails() {
	fails_rc=0
	"$@" || fails_rc=$?
	[ $fails_rc -gt 0 ] && [ $fails_rc -lt 126 ] && return
	echo "ended with $fails_rc: $*"
	return 1
}

# free_port: a port that nobody listens on, and the seven after it.  No other
# program of the same run gets one of them.
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

# wait_for SECONDS COMMAND...: until it succeeds, at most so long.
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
