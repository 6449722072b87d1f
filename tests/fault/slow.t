#!/bin/sh
# slow.t - clients that send or read slowly must not delay others.
# tap: alone, it measures how long people wait
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"
[ -x "$ANTREAN_BUILD/tests/fault/slow" ] || test_needs slow

site_make
many=40

# crawl SERVER PORT: starts $many slow clients of each of four kinds.
crawl() {
	"$ANTREAN_BUILD/tests/fault/slow" "$2" $many 30 >"$T/slow-$1" &
	echo $! >"$T/slow-$1.pid"
	wait_for 10 grep -q open "$T/slow-$1"
}

# others SERVER: other visitors request pages meanwhile.
others() {
	serve "$1"
	: >"$T/times"
	for n in 1 2 3 4 5 6 7 8 9 10; do
		for path in "" info session "slot?office=jakarta-selatan" health; do
			curl -sS -o "$T/body" -w "%{http_code} %{time_total}\n" \
				--max-time 20 "$web/$path" >>"$T/times"
		done
	done
	sort -k2 -n "$T/times" | tail -n 1 >"$T/longest-$1"
	awk "\$1 != 200 || \$2 > 2 { exit 1 }" "$T/times"
}

site_case 'Apache: others are served within two seconds beside 160 slow clients' '
	serve apache
	crawl apache "$port"
	curl -sS --max-time 30 -o "$T/stopped" -w "%{http_code}" -d email= \
		-H "Content-Length: 500" "$web/session" >"$T/stopped-code" &
	others apache
'
site_case 'nginx: others are served within two seconds beside 160 slow clients' '
	crawl nginx "$nginx_port"
	others nginx
'
site_case 'a whole booking can be made beside the slow clients' '
	serve apache
	account_new ratna
	serve nginx
	review 2
	press
	status 303
	booked 1
'
# let_go SERVER KIND SECONDS: the server closed all clients of that kind within
# SECONDS, but not at once.
let_go() {
	wait_for 60 gone "$(cat "$T/slow-$1.pid")"
	cat "$T/slow-$1"
	awk -v kind="$2" -v many=$many -v longest="$3" '
		$1 == kind { good = $2 == many && $3 >= 9 && $3 <= longest }
		END { exit !good }' "$T/slow-$1"
}
for server in apache nginx; do
	site_case "$server: clients that send no head or no body are closed in 20 s" '
		let_go $server head 22
		let_go $server body 22
	'
	site_case "$server: clients that read nothing are closed in 25 s" '
		let_go $server read 25
	'
	echo "# $server: kind, let go, after seconds: $(tr '\n' ' ' <"$T/slow-$server")" \
		"- longest wait of others: $(cat "$T/longest-$server")"
done
site_case 'Apache sends a client that stopped half-way a page that says what to do' '
	equal 408 "$(cat "$T/stopped-code")"
	has "$T/stopped" "terputus di tengah jalan, jadi tidak ada yang tersimpan"
	has "$T/stopped" "Kembali dengan tombol kembali peramban"
'
site_case 'Apache: clients that send one byte of a body a second are closed in 20 s' '
	let_go apache drip 22
'
# nginx has no minimum rate.  It keeps such connections and buffers each form, of
# at most 64 KiB, so that they occupy no program.
site_case 'nginx keeps such clients, and they occupy no program' '
	equal "drip 0 0" "$(grep drip "$T/slow-nginx")"
	grep -q "^200 [01]\." "$T/longest-nginx"
'
test_end
