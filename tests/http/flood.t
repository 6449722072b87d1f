#!/bin/sh
# flood.t - a hundred people sign in at once, behind Apache and nginx: some are
# signed in, the others are asked to come back, and all get an answer soon.
# tap: alone, it measures how long people wait
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/site.sh"

site_make
people_ready account_new ratna

# flood N: N people sign in, 50 at a time.  Writes a line for each to
# $T/answers: status and milliseconds.
flood() {
	cgi session GET session
	printf '%s' "$(awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" \
		"$T/body")&email=ratna%40contoh.id&password=$password" >"$T/flood"
	seq "$1" | sed "s|.*|next\nurl = \"$web/session\"\noutput = \"$T/none\"\ndata = \"@$T/flood\"\nmax-time = 30\nwrite-out = \"%{http_code} %{time_total} %header{retry-after}\\\\n\"|; 1s|^next||" >"$T/curlrc"
	curl -sS --parallel --parallel-immediate --parallel-max 50 \
		-K "$T/curlrc" >"$T/answers"
}

test_case 'programs that sign people in have a higher nice value than booking' '
	niceness() {
		for pid in $(pids "$1"); do
			sed "s/.*) //" "/proc/$pid/stat"
		done | cut -d" " -f17 | sort -u
	}
	booking=$(niceness booking)
	test "$(niceness signin)" -gt "$booking"
	test "$(niceness session)" -gt "$(niceness signin)"
	equal "$(niceness session)" "$(niceness account)"
'

for server in apache nginx; do
	site_case "$server: a flood of sign-ins is answered, each with 303 or 503" '
		serve $server
		rm -f "$T/jar"
		flood 100
		equal 100 "$(grep -c . "$T/answers")"
		equal "" "$(grep -v -e "^303 " -e "^503 .* 10\$" "$T/answers")"
		grep -q "^303 " "$T/answers"
		grep -q "^503 " "$T/answers"
		awk "{ n[\$1]++; if (\$2 > most) most = \$2 }
			END { for (s in n) print s, n[s]; print \"longest\", most
			exit most > 10 }" "$T/answers"
	'
	site_case "$server: after the flood everybody is signed in at once" '
		serve $server
		rm -f "$T/jar"
		sign_in ratna
		status 303
	'
done

test_end
