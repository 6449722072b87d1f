#!/bin/sh
# bench.t - the load generator counts right: a server with known faults (liar.c)
# sends them, and the counts must match.
# tap: alone, it measures rates and times
. "$(dirname "$0")/../lib/lib.sh"
tools=$ANTREAN_BUILD/tests/bench

"$tools/liar" >"$T/port" </dev/null &
liar=$!
at_exit="kill $liar 2>/dev/null; $at_exit"
wait_for 5 test -s "$T/port" || echo "Bail out! no server"
port=$(cat "$T/port")

# ask PATH...: writes a request for each path.
ask() {
	for path; do
		printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n' "$path"
	done >"$T/requests"
}

# load OPTION...: runs the load generator; its output goes to $T/told, a word a
# line.
load() {
	"$tools/load" "$@" "$port" "$T/requests" | tr ' ' '\n' >"$T/told"
}

# told WORD...: the output has each word.
told() {
	for word; do
		grep -qx -e "$word" "$T/told" && continue
		echo "not told: $word"
		cat "$T/told"
		return 1
	done
}

# value NAME: prints that value of the output.
value() {
	sed -n "s/^$1=//p" "$T/told"
}

test_case 'each request of a file is sent once' '
	ask /whole /whole /busy /whole /closing
	load -o -c 3
	told done=5 s200=4 s503=1 errors=0
'
test_case '-n limits the number of requests' '
	ask /whole /busy
	load -n 1001 -c 7
	told done=1001 s200=501 s503=500 errors=0
'
test_case 'a cut answer is an error, in its head and in its body' '
	ask /cut /whole /beheaded
	load -o -c 1
	told done=1 s200=1 errors=2 cut=2
'
test_case 'a connection ended without a byte of the answer is an error' '
	ask /whole /lost /whole
	load -o -c 1
	told done=2 errors=1 lost=1
'
test_case 'a connection ended between two requests is no error' '
	ask /ending
	load -n 3 -c 1 -r 20
	told done=3 errors=0
	[ "$(value reopened)" -ge 2 ]
'
test_case 'more or fewer bytes than Content-Length are an error' '
	ask /long /endless /junk
	load -o -c 1
	told done=0 errors=3 bad=3
'
test_case 'no answer in time is an error, and the load ends' '
	ask /never
	load -n 2 -c 2 -t 0.2
	told done=0 errors=2 late=2
'
test_case 'a port without a server is an error, and the load ends' '
	ask /whole
	port=1
	load -c 1 -d 1
	told done=0
	[ "$(value connect)" -ge 1 ]
'
test_case 'a rate is kept, and times count from the instant a request was due' '
	ask /whole
	load -c 4 -r 100 -n 50
	told done=50 errors=0
	awk -v rate="$(value rate)" "BEGIN { exit !(rate > 80 && rate < 110) }"
	ask /never
	load -c 1 -r 100 -n 3 -t 0.3
	told late=3
'
test_case 'times are microseconds, in quantiles' '
	ask $(yes /whole | head -n 97) /slow /slow /slow
	load -o -c 1
	told done=100
	[ "$(value p50)" -lt 50000 ]
	[ "$(value p99)" -ge 100000 ]
	[ "$(value p99)" -le "$(value max)" ]
	[ "$(value max)" -lt 1000000 ]
'
test_case 'TERM ends the load, and it prints what it has counted' '
	ask /whole
	"$tools/load" -d 600 "$port" "$T/requests" >"$T/line" &
	sleep 0.2
	kill "$!"
	wait "$!"
	grep -q "^done=[1-9].* errors=0 " "$T/line"
'
test_case 'the probe uses fresh connections beside the load' '
	ask /whole
	printf "GET /cut HTTP/1.1\r\n\r\n" >"$T/probe"
	load -c 2 -d 1 -p "$T/probe"
	told errors=0 probes=0
	[ "$(value probe_errors)" -ge 5 ]
	ask /whole
	load -c 2 -d 1 -p "$T/requests"
	told errors=0 probe_errors=0
	[ "$(value probes)" -ge 5 ]
'
test_case 'a file that holds no request is refused' '
	printf "GET /whole HTTP/1.1\r\n" >"$T/requests"
	fails "$tools/load" "$port" "$T/requests"
'
test_end
