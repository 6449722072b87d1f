#!/bin/sh
# slow.t - clients that send or read slowly must not keep others waiting.
. "$(dirname "$0")/../lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"
[ -x "$ANTREAN_BUILD/tests/fault/slow" ] || test_needs slow

site_make
many=40

# crawl SERVER PORT: three kinds of slow clients, so many each.
crawl() {
	"$ANTREAN_BUILD/tests/fault/slow" "$2" $many 30 >"$T/slow-$1" &
	echo $! >"$T/slow-$1.pid"
	wait_for 10 grep -q open "$T/slow-$1"
}

# others SERVER: people who ask meanwhile.
others() {
	serve "$1"
	: >"$T/times"
	for n in 1 2 3 4 5 6 7 8 9 10; do
		for path in "" info "slot?office=jakarta-selatan" health; do
			curl -sS -o "$T/body" -w "%{http_code} %{time_total}\n" \
				--max-time 20 "$web/$path" >>"$T/times"
		done
	done
	sort -k2 -n "$T/times" | tail -n 1 >"$T/longest-$1"
	awk "\$1 != 200 || \$2 > 2 { exit 1 }" "$T/times"
}

site_case 'Apache: while 120 crawl others are served within two seconds' '
	crawl apache "$port"
	others apache
'
site_case 'nginx: while 120 crawl others are served within two seconds' '
	crawl nginx "$nginx_port"
	others nginx
'
site_case 'and a booking goes its whole way' '
	serve apache
	account_new ratna
	serve nginx
	review 2
	press
	status 303
	booked 1
'
# KIND SECONDS: all of them, and not later.
for server in apache nginx; do
	site_case "$server lets go who sends no head in 20 s, no body in 20 s" '
		crawling=$(cat "$T/slow-$server.pid")
		wait_for 60 gone "$crawling"
		cat "$T/slow-$server"
		for kind in head body; do
			set -- $(grep "^$kind" "$T/slow-$server")
			equal $many "$2"
			test "$3" -le 22
		done
	'
	site_case "$server lets go who reads nothing for 20 s" '
		set -- $(grep "^read" "$T/slow-$server")
		equal $many "$2"
	'
	echo "# $server: kind, let go, after seconds: $(tr '\n' ' ' <"$T/slow-$server")" \
		"- longest wait of others: $(cat "$T/longest-$server")"
done
test_end
