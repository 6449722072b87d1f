#!/bin/sh
# demo.t - conf/demo with Apache, then with nginx, and visitors that use it.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
test_needs curl mariadb mariadbd apache2 nginx spawn-fcgi multiwatch openssl \
	pdftotext zbarimg lynx w3m

ANTREAN_STATE=$T/demo
ANTREAN_PORT=$(free_port)
ANTREAN_TLS_PORT=$((ANTREAN_PORT + 1))
export ANTREAN_STATE ANTREAN_PORT ANTREAN_TLS_PORT
base=http://127.0.0.1:$ANTREAN_PORT
demo=$ANTREAN_SRC/conf/demo
at_exit='"$demo" stop >/dev/null 2>&1'
[ "${ANTREAN_TMP-}" ] || chmod 711 "$T"

# code PATH [CURL-OPTION...]: writes $T/body and prints the status.
code() {
	path=$1
	shift
	curl -sS -o "$T/body" -D "$T/head" -w '%{http_code}' --max-time 30 "$@" \
		"$base/$path"
}

# collect_log: the test case judges the log of the demonstration's programs too.
collect_log() {
	cat "$ANTREAN_STATE/log/programs.log" >>"$T/log"
	: >"$ANTREAN_STATE/log/programs.log"
}

# body FILE BYTES: writes a form of that size.
body() {
	printf 'x=' >"$1"
	head -c $(($2 - 2)) /dev/zero | tr '\0' a >>"$1"
}

# server_cases SERVER SIZES RACE: what must hold behind either server.  RACE names
# a race between parties of SIZES people (the least and the most).  It takes the
# same way behind either server, so each has one.
server_cases() {
	sizes=$2
	test_case "$1: the whole journey, from a new account to the roster" '
		"$ANTREAN_SRC/tests/journey" "$base"
		collect_log
	'
	for browser in lynx w3m; do
		test_case "$1: $browser books a visit" '
			"$ANTREAN_SRC/tests/http/text_browser" "$browser" "$base"
			collect_log
		'
	done
	test_case "$1: an unknown address gives a page that says so" '
		equal 404 "$(code nowhere)"
		has "$T/body" "Halaman tidak ditemukan"
		equal 404 "$(code booking/more)"
		case $(code static/../pages/public/home.xhtml --path-as-is) in
		400 | 403 | 404) ;;
		*) false ;;
		esac
	'
	test_case "$1: no directory is listed" '
		case $(code static/) in 403 | 404) ;; *) false ;; esac
		lacks "$T/body" "404.html"
	'
	test_case "$1: a form over 64 KiB is refused with a page" '
		body "$T/big" 65537
		equal 413 "$(code booking --data-binary "@$T/big")"
		has "$T/body" "Kiriman terlalu besar"
		body "$T/big" 3000000
		equal 413 "$(code booking --data-binary "@$T/big")"
	'
	test_case "$1: a body of unknown length does not pass the limit" '
		body "$T/big" 3000000
		case $(code booking -H "Transfer-Encoding: chunked" \
			--data-binary "@$T/big") in
		411 | 413) ;;
		*) false ;;
		esac
	'
	test_case "$1: the server sends no version and no header twice" '
		equal 200 "$(code "")"
		equal "" "$(grep -i "^server:" "$T/head" | grep "[0-9/(]")"
		sed -n "s/^\([A-Za-z-]*\):.*/\1/p" "$T/head" | tr A-Z a-z |
			sort | uniq -d >"$T/twice"
		equal "" "$(cat "$T/twice")"
	'
	test_case "$1: $3" '
		"$ANTREAN_SRC/tests/race/race" "$base" $sizes
		collect_log
	'
	test_case "$1: a pool whose worker dies 20 times is full again" '
		pids() {
			for p in /proc/[0-9]*; do
				[ "$(readlink "$p/exe" 2>/dev/null)" != \
					"$ANTREAN_STATE/install/libexec/antrean/health" ] ||
					echo "${p#/proc/}"
			done
		}
		replaced() {
			now=$(pids)
			[ -n "$now" ] && [ "$now" != "$old" ]
		}
		n=0
		while [ "$n" -lt 20 ]; do
			old=$(pids)
			kill -s KILL $old
			wait_for 5 replaced
			n=$((n + 1))
		done
		answers() {
			[ "$(code health)" = 200 ]
		}
		wait_for 5 answers
	'
}

test_case 'conf/demo starts with Apache and answers' '
	"$demo" start
	equal 200 "$(code "")"
	test -s "$ANTREAN_STATE/staff"
	equal 600 "$(stat -c %a "$ANTREAN_STATE/staff")"
'
test_case 'nothing runs as root' '
	for file in "$ANTREAN_STATE"/run/*.pid; do
		fails grep -q "^Uid:.0" "/proc/$(cat "$file")/status"
	done
'
test_case 'a second start says that it runs already' '
	"$demo" start >"$T/said"
	has "$T/said" "is running already"
'
server_cases Apache '1 1' '200 single people book ten places'
test_case 'bookings are kept over a stop and a start with nginx and TLS' '
	sock=$ANTREAN_STATE/run/db.sock
	count() {
		owner=$(stat -c %U "$sock")
		set -- mariadb --no-defaults -S "$sock" -BN antrean \
			-e "SELECT COUNT(*) FROM booking"
		[ "$owner" = "$(id -un)" ] ||
			set -- setpriv --reuid="$owner" --clear-groups "$@"
		"$@"
	}
	before=$(count)
	test "$before" -gt 0
	"$demo" stop
	fails "$demo" status
	"$demo" start --nginx --tls
	equal "$before" "$(count)"
'
test_case 'TLS: plain HTTP redirects to it, and the whole journey works' '
	equal 301 "$(code "slot?office=bandung")"
	tls=https://127.0.0.1:$ANTREAN_TLS_PORT
	has "$T/head" "Location: $tls/slot?office=bandung"
	curl -sS -D "$T/head" -o /dev/null --cacert \
		"$ANTREAN_STATE/etc/antrean/tls/cert.pem" "$tls/"
	grep -qi "^strict-transport-security:" "$T/head"
	"$ANTREAN_SRC/tests/journey" "$tls"
	collect_log
'
test_case 'nginx serves without TLS' '
	"$demo" stop
	"$demo" start --nginx
'
server_cases nginx '2 5' '200 families book ten places'
test_case 'without the unique key of seats places are sold twice' '
	owner=$(stat -c %U "$ANTREAN_STATE/run/db.sock")
	set -- mariadb --no-defaults -S "$ANTREAN_STATE/run/db.sock" antrean \
		-e "ALTER TABLE applicant DROP KEY seat,
			ADD KEY seat (slot_id, seat_no)"
	[ "$owner" = "$(id -un)" ] ||
		set -- setpriv --reuid="$owner" --clear-groups "$@"
	"$@"
	# On one host the seat map alone would prevent that, so the worker is
	# stopped until the map is too old to be trusted.
	run=$ANTREAN_STATE/var/run/antrean
	watch=$(cat "$run/worker-map.pid")
	worker=$(tr -d " " <"/proc/$watch/task/$watch/children")
	kill -s STOP "$worker"
	distrusted() {
		equal -1 "$("$ANTREAN_BUILD/tests/db/map" "$run" 1 2>/dev/null)"
	}
	wait_for 20 distrusted
	lost=
	for again in 1 2 3; do
		"$ANTREAN_SRC/tests/race/race" "$base" 1 1 >"$T/said" || true
		cat "$T/said"
		! grep -q "left -" "$T/said" || lost=yes
	done
	kill -s CONT "$worker"
	test "$lost"
'
test_case 'without programs both servers answer with a page' '
	supervisor=$(cat "$ANTREAN_STATE/run/programs.pid")
	kill -s TERM "$supervisor"
	wait_for 20 test ! -e "$ANTREAN_STATE/var/run/antrean/home.sock"
	equal 503 "$(code "")"
	has "$T/body" "Layanan sedang sibuk"
	grep -qi "^retry-after:" "$T/head"
'
test_case 'stop ends everything, reset leaves nothing' '
	"$demo" stop
	for p in /proc/[0-9]*; do
		fails grep -qsF "$ANTREAN_STATE/" "$p/cmdline"
	done
	"$demo" reset
	test ! -e "$ANTREAN_STATE"
'
test_end
