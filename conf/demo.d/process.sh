# process.sh - messages, long steps, and the processes of the demonstration.

say() {
	echo "conf/demo: $*"
}

# die SENTENCE: prints SENTENCE and exits.  The EXIT trap (abandon) then ends
# the processes of the demonstration.
said=
die() {
	said=yes
	say "$*" >&2
	exit 1
}

# die_of SENTENCE [LOG]: prints the end of LOG and exits with SENTENCE.  A full
# disk causes many different errors, so die_of checks for it first.
die_of() {
	free_kb=$(df -Pk "$state" 2>/dev/null | awk 'NR == 2 { print $4 }')
	[ ! -s "${2:-}" ] || tail -n 5 "$2" | sed 's/^/    /' >&2
	[ "${free_kb:-99999}" -ge 20000 ] ||
		die "the disk is full: make room, or name another directory with ANTREAN_STATE=DIR"
	die "$1${2:+; see $2}"
}

# long WORDS LOG COMMAND...: runs COMMAND with its output in LOG and prints the
# last line of LOG every ten seconds.  Returns the status of COMMAND.
work=
long() {
	say "$1"
	long_log=$2
	shift 2
	: >"$long_log"
	setsid "$@" </dev/null >>"$long_log" 2>&1 9>&- &
	work=$!
	ticks=0
	while running "$work"; do
		sleep 0.2
		ticks=$((ticks + 1))
		[ $((ticks % 50)) -ne 0 ] || echo "    $((ticks / 5)) s:" \
			"$(tail -n 1 "$long_log" | tr -cd '[:print:]' | cut -c1-60)"
	done
	status=0
	wait "$work" || status=$?
	work=
	return "$status"
}

# running PID: true if the process runs and is not a zombie.
running() {
	kill -s 0 "$1" 2>/dev/null &&
		! grep -q '^State:.Z' "/proc/$1/status" 2>/dev/null
}

# ours NAME: true if the process in NAME's pid file runs and belongs to this
# directory; sets $pid.  NAME can also be the path of a pid file.
ours() {
	pid_file=$state/run/$1.pid
	case $1 in /*) pid_file=$1 ;; esac
	pid=$(cat "$pid_file" 2>/dev/null) || return 1
	case $pid in '' | *[!0-9]*) return 1 ;; esac
	running "$pid" &&
		tr '\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null |
		grep -qF "$state/"
}

# started NAME: writes the pid of the last background process to NAME's pid
# file.
started() {
	echo $! >"$state/run/$1.pid"
}

# end NAME SECONDS: sends TERM, and KILL if the process still runs after
# SECONDS.
end() {
	if ours "$1"; then
		kill -s TERM "$pid" 2>/dev/null || true
		ticks=$(($2 * 10))
		while running "$pid" && [ "$ticks" -gt 0 ]; do
			sleep 0.1
			ticks=$((ticks - 1))
		done
		if running "$pid"; then
			say "$1 did not end by itself in $2 s, ending it"
			kill -s KILL "$pid" 2>/dev/null || true
		fi
	fi
	rm -f "$pid_file"
}

stop_all() {
	[ -d "$state/run" ] || return 0
	end web 20
	end programs 30
	# These pid files are left only if the supervisor itself was killed.
	for file in "$state"/var/run/antrean/*.pid; do
		[ ! -e "$file" ] || end "$file" 20
	done
	end database 60
}

# abandon STATUS: the EXIT trap of a start: ends the processes that a failed
# start has begun.
abandon() {
	[ "$1" -eq 0 ] || [ -n "$said" ] ||
		(die_of "the start failed; the logs are in $state/log") || :
	if [ -n "$work" ]; then
		kill -s TERM -- "-$work" 2>/dev/null || true
		wait "$work" || true
	fi
	stop_all
}

# watch: waits until Ctrl-C, or until one of the parts has ended.
watch() {
	trap 'echo; trap "" INT TERM HUP; stop_all; say "stopped"; exit 0' \
		INT TERM HUP
	exec 9>&-
	while :; do
		for part in $parts; do
			ours "$part" || {
				stop_all
				die "$part has ended; stopped the rest"
			}
		done
		sleep 1 &
		wait $! || true
	done
}
