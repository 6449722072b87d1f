#!/bin/sh
# program.t - programs that die in the middle of a request, behind both servers.
# tap: first
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"
[ -f "$ANTREAN_BUILD/tests/fault/death.so" ] || test_needs death.so

site_make slot info proof booking

# died PROGRAM: a process of the program has died, because its order is gone.
died() {
	test ! -e "$state/death/$1"
}

# cut_short PATH WORD: a browser does not take the answer for a whole page: it
# gets none, or the server's page for a busy service.
cut_short() {
	path=$1
	death "${path%%\?*}" "$2"
	cgi "${path%%\?*}" GET "$path"
	died "${path%%\?*}"
	case $(cat "$T/status") in
	000) ;;
	500 | 503)
		has "$T/body" "Layanan sedang sibuk" || return 1
		has "$T/body" "Tunggu satu menit, lalu muat ulang" || return 1
		has "$T/body" "satu formulir hanya menjadi satu" || return 1
		has "$T/body" "one form becomes one visit" || return 1
		has "$T/body" "</html>" || return 1
		test "$(header Retry-After)" -gt 0
		;;
	*)
		sed 5q "$T/head"
		false
		;;
	esac
}

site_case 'a booking with a proof is made' '
	account_new ratna
	review 2
	press
	follow
	sed -n "s/.*name=\"v\" value=\"\([^\"]*\)\".*/\1/p" "$T/body" |
		head -n 1 >"$T/v"
	test -s "$T/v"
'
for server in apache nginx; do
	serve "$server"
	site_case "$server: a program dies before it answers: a page of ours says so" '
		for path in "slot?office=jakarta-selatan" info; do
			cut_short "$path" head
			equal 503 "$(cat "$T/status")"
		done
	'
	site_case "$server: half a page is never taken for a whole one" '
		for n in 1 2 3; do
			cut_short "slot?office=jakarta-selatan" half
			cut_short info half
			cut_short "info?topic=fee" late
		done
	'
	site_case "$server: a proof without its half or its last byte is not taken for whole" '
		cut_short "proof?v=$(cat "$T/v")" half
		lacks "$T/body" "%%EOF"
		cut_short "proof?v=$(cat "$T/v")" late
	'
	site_case "$server: the next request of each program gets a whole answer" '
		for path in "slot?office=jakarta-selatan" info; do
			cgi "${path%%\?*}" GET "$path"
			status 200
			has "$T/body" "</html>"
		done
		cgi proof GET "proof?v=$(cat "$T/v")"
		status 200
		tail -c 6 "$T/body" | grep -q EOF
		equal "$(header Content-Length)" "$(($(wc -c <"$T/body")))"
	'
	site_case "$server: all booking programs die: the form is kept" '
		[ $server = apache ] && serial=9031 || serial=9032
		register email=$server%40contoh.id nik=327301540388$serial
		review 2
		kill -9 $(pids booking)
		press
		case $(cat "$T/status") in
		303) ;; # a new process answered already
		000 | 503) press ;;
		esac
		status 303
		[ $server = apache ] && booked 2 || booked 3
	'
	site_case "$server: after 20 quick deaths a program has all its processes again" '
		full() {
			[ "$(pids health | wc -l)" -eq 1 ] &&
				[ "$(pids slot | wc -l)" -eq 4 ]
		}
		replaced() {
			now=$(pids slot)
			[ -n "$now" ] && [ "$now" != "$old" ]
		}
		begun=$(date +%s%3N)
		n=0
		while [ "$n" -lt 20 ]; do
			old=$(pids slot)
			kill -9 $(echo "$old" | head -n 1)
			wait_for 5 replaced
			n=$((n + 1))
		done
		took=$(($(date +%s%3N) - begun))
		echo "$took" >"$T/took"
		wait_for 5 full
		test "$took" -le 5000
		for n in 1 2 3 4 5 6 7 8; do
			cgi slot GET "slot?office=jakarta-selatan"
			status 200
		done
	'
	echo "# $server: 20 deaths in $(cat "$T/took") ms"
done
test_end
