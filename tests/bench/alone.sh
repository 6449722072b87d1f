# alone.sh - the rows that need no web server.  Sourced by run.

# row_tx: measures the booking transaction by itself and, in the same minute, raw
# inserts of single rows: no transaction can be faster than those.
row_tx() {
	for round in $(seq $rounds); do
		tx "raw.$round" raw 64 $((orders * 5))
		tx_hot "hot.$round" $((14 + round))
		block=$((17 + round))
		tx "spread.$round" book 64 "$orders" "$(account $block)" \
			"$(slot $block)" 0 "$block_slots"
	done
	record "transaction alone, hot / raw inserts" \
		"$(over rate hot raw)" print
	record "transaction alone, spread / raw inserts" \
		"$(over rate spread raw)" print
	record "transaction alone, hot / spread" \
		"$(over rate hot spread)" ">= 0.85"
	figure "raw $(middle rate raw)/s, hot $(middle rate hot)/s, p99" \
		"$(middle p99 hot) us, spread $(middle rate spread)/s, p99" \
		"$(middle p99 spread) us, at 64"
}

# drawn WORDS...: prints the milliseconds for one paper, the median of the
# rounds.
drawn() {
	for round in $(seq $rounds); do
		"$build/tests/paper/draw" "$share/fonts" "$share/pages" "$@" \
			"$draws" | awk '{ print $1 }'
	done | median
}
bytes() {
	"$build/tests/paper/draw" "$share/fonts" "$share/pages" "$@" | wc -c
}

# proof PEOPLE NAMES AIM MOST: records papers a second (AIM) and bytes (at most
# MOST).
proof() {
	ms=$(drawn proof id "$1" "$2")
	record "proofs of $1, $2 letters, a second and core" \
		"$(awk -v ms="$ms" 'BEGIN { printf "%d", 1000 / ms }')" "$3"
	record "bytes of a proof of $1, $2 letters" \
		"$(bytes proof id "$1" "$2")" "<= $4"
}

row_paper() {
	draws=500
	proof 1 plain ">= 1000" 12000
	proof 5 plain ">= 500" 20000
	proof 1 wide ">= 300" 12000
	proof 5 wide print 20000
}

# inside FILE: prints the median microseconds inside `roster`, from its log.
inside() {
	log=$state/log/programs.log
	lines=$(wc -l <"$log")
	load inside "$1" -c 1 -n 31 -d 60
	sound inside 200
	tail -n "+$((lines + 1))" "$log" |
		sed -n 's/.*program=roster event=request .* us=\([0-9]*\) .*/\1/p' |
		tail -n 30 | median
}

row_roster() {
	ask roster.req
	grep -q '1000' "$work/body" || die "the roster has not 1000 people"
	us=$(inside roster.req)
	record "roster of 1,000 people, HTML, ms in the program" \
		"$(awk -v us="$us" 'BEGIN { print us / 1000 }')" "<= 3"
	us=$(inside roster-pdf.req)
	record "roster of 1,000 people, PDF, ms in the program" \
		"$(awk -v us="$us" 'BEGIN { print us / 1000 }')" "<= 60"
}

# private PID: prints the private memory of the process in kilobytes.
private() {
	owned cat "/proc/$1/smaps_rollup" |
		awk '/^Private_(Clean|Dirty):/ { kb += $2 } END { print kb }'
}

# row_memory: the memory of one process that does not retire.
row_memory() {
	few=10000
	many=80000
	[ -z "$quick" ] || few=1000
	[ -z "$quick" ] || many=8000
	conf=$work/memory.conf
	{
		cat "$state/etc/antrean/antrean.conf"
		echo "retire_requests = 1000000"
	} >"$conf"
	for kind in "slot page" "booking people"; do
		# shellcheck disable=SC2086
		set -- $kind
		pool 1 "$cgidir/$1"
		hello_of "$2"
		pid=$(pool_process)
		load memory "$2.hello.req" -c 8 -d 300 -n $few
		sound memory 200
		early=$(private "$pid")
		load memory "$2.hello.req" -c 8 -d 600 -n $many
		sound memory 200
		late=$(private "$pid")
		[ "$pid" = "$(pool_process)" ] || trouble "$1 did not live on"
		record "private memory of $1 after $few requests, MB" \
			"$(awk -v kb="$early" 'BEGIN { print kb / 1024 }')" "<= 1.5"
		record "its growth over $many more, kB" $((late - early)) "= 0"
	done
	conf=
	pool_end
}

# row_start: the time from the end of a process to the first answer of the next.
row_start() {
	for kind in "slot page" "booking people"; do
		# shellcheck disable=SC2086
		set -- $kind
		pool 1 "$cgidir/$1"
		hello_of "$2"
		ask "$2.hello.req"
		for try in 1 2 3 4 5 6 7; do
			pid=$(pool_process)
			begin=$(date +%s%N)
			kill -s KILL "$pid"
	# a process that is ending could still take the request
			while grep -q '^State:.[^Z]' "/proc/$pid/status" \
				2>/dev/null; do :; done
			ask "$2.hello.req"
			echo $((($(date +%s%N) - begin) / 1000000))
		done >"$work/start"
		grep -q '^HTTP/1.1 200' "$work/head" || trouble "$1 did not start"
		record "first answer after $1 starts, ms" \
			"$(median <"$work/start")" "<= 150"
	done
	pool_end
}
