#!/bin/sh
# soak.long.t - a million requests of all kinds through both servers: memory
# does not grow, no answer is wrong, and the logs have no new kind of line.
#	SOAK_REQUESTS=1000000
# Between the loads of prepared requests parties book, so that the free places
# change, and an applicant signs in.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/fault/storm.sh"
load=$ANTREAN_BUILD/tests/bench/load
[ -x "$load" ] && [ -x "$ANTREAN_BUILD/tests/fault/storm" ] || test_needs load

total=${SOAK_REQUESTS:-1000000}
block=$((total < 50000 ? total / 5 : 50000))
grown_max=256 # KB that a process may grow between two measurements
site_make

# shot METHOD PATH [FORM]: appends a request with the cookies of $T/jar.
shot() {
	cookie=$(awk '{ printf "%s%s=%s", (NR > 1 ? "; " : ""), $1, $2 }' "$T/jar")
	{
		printf '%s /%s HTTP/1.1\r\nHost: 127.0.0.1\r\n' "$1" "$2"
		[ -z "$cookie" ] || printf 'Cookie: %s\r\n' "$cookie"
		[ "$1" = GET ] || printf '%s\r\nContent-Length: %d\r\n' \
			'Content-Type: application/x-www-form-urlencoded' ${#3}
		printf '\r\n%s' "${3-}"
	} >>"$T/shots"
}

# pressed: prints the form of the review page in $T/review with its button
# pressed.
pressed() {
	awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/review"
	printf '&declare=1'
}

# shots: writes requests of every kind, with fresh links and tokens.
shots() {
	: >"$T/shots"
	cp "$T/ratna" "$T/jar"
	cp "$T/made" "$T/review"
	again=$(pressed)
	cp "$T/made" "$T/body"
	press
	follow
	v=$(sed -n 's/.*name="v" value="\([^"]*\)".*/\1/p' "$T/body" | head -n 1)
	for lang in '' '&lang=en'; do
		for n in 1 2 3 4 5; do
			shot GET "?n=$n$lang"
			shot GET "office?kind=baru&n=$n$lang"
			shot GET "office?kind=baru&n=$n&province=31$lang"
			shot GET "slot?office=jakarta-selatan&kind=baru&n=$n$lang"
			shot GET "slot?office=jakarta-selatan&from=$storm_day$lang"
			shot GET "info?topic=fee$lang"
		done
		shot GET "info?$lang"
		shot GET "health?$lang"
		shot GET "nowhere?$lang"
		shot GET "booking?$lang"
		shot GET "booking?kind=hilang&n=1$lang"
		shot GET "session?$lang"
		shot GET "account?$lang"
		shot GET "ticket?$lang"
		shot GET "ticket?v=$v$lang"
		shot GET "proof?v=$v$lang"
		shot GET "booking?slot=2&kind=baru&n=1$lang"
		shot POST booking "$again$lang" # leads to the existing booking
	done
	cp "$T/budi" "$T/jar"
	cp "$T/full" "$T/review"
	for n in 1 2 3 4 5 6; do
		shot POST booking "$(pressed)" # refused: no place is left
	done
}

# look: prints the private KB of each process, `program pid kb` a line.
look() {
	for name in $("$ANTREAN_SRC/conf/generate" names); do
		for pid in $(pids "$name"); do
			awk -v name="$name" -v pid="$pid" '/^Private_/ { kb += $2 }
				END { print name, pid, kb }' \
				"/proc/$pid/smaps_rollup" 2>/dev/null
		done
	done
}

# logs: prints the unusual log lines of the programs and both servers.
logs() {
	grep -aE 'level=(warn|fault)|^[^t]' "$state/log/programs.log"
	grep -a ' level=info ' "$state/log/programs.log" |
		grep -avE 'event=(request|retire|map|worker|place map=trusted)( |$)'
	: >"$state/log/programs.log"
	grep -aE ':(error|crit|alert|emerg)\]|AH0[0-9]*:.*exit signal' \
		"$state/log/apache-error.log"
	grep -aE '\[(error|crit|alert|emerg)\]' "$state/log/nginx-error.log"
}

# answers FILE: adds up the lines that load printed, as `name value`.
answers() {
	tr ' ' '\n' <"$1" | awk -F = 'NF == 2 { sum[$1] += $2 }
		END { for (k in sum) print k, sum[k] }' | sort
}

parties=20
storm_places=30
rounds=$((total / block))
storm_periods "$rounds"
programs_stop
programs_start
serve nginx
account_new ratna
cp "$T/jar" "$T/ratna"
review 2
cp "$T/review" "$T/made"
press
register email=budi%40contoh.id nik=3273015403889022
cp "$T/jar" "$T/budi"
review 3
cp "$T/review" "$T/full"
sql -e "DELETE FROM place WHERE slot_id = 3"
crowd_start
: >"$T/answers"
: >"$T/looks"
: >"$T/odd"
no=0
while [ $no -lt $rounds ]; do
	no=$((no + 1))
	shots
	"$load" -c 12 -d 600 -n $((block / 2)) "$port" "$T/shots" \
		>"$T/load-apache" 2>&1 &
	beside=$!
	"$load" -c 12 -d 600 -n $((block - block / 2)) "$nginx_port" "$T/shots" \
		>"$T/load-nginx" 2>&1
	wait $beside
	cat "$T/load-apache" "$T/load-nginx" >>"$T/answers"
	serve apache
	order press "$web" $((1000 + no)) 0
	order tell "$T/told"
	stored $((1000 + no)) >"$T/stored"
	cut -d ' ' -f 1,5 "$T/told" | sed -n 's/ 303//p' | sort >"$T/acked"
	cut -f 1 "$T/stored" | sort | cmp -s - "$T/acked" ||
		echo "round $no: acknowledged is not what is stored" >>"$T/odd"
	cat "$T/acked" >>"$T/booked"
	forget
	sign_in ratna
	[ "$(cat "$T/status")" = 303 ] || echo "no sign-in" >>"$T/odd"
	look | sed "s/^/$no /" >>"$T/looks"
	logs >>"$T/odd"
	[ $((no * 5 % rounds)) -ge 5 ] || echo "# after $((no * block)):" \
		"$(awk -v no=$no '$1 == no { kb[$2] += $4; n[$2]++ } END {
			for (p in kb) printf "%s %d KB, ", p, kb[p] / n[p] }' \
			"$T/looks")"
done
exec 3>&-
awk -v max=$grown_max '
	$1 > 1 && !(($2, $3) in first) { first[$2, $3] = $4 }
	$1 > 1 { grown = $4 - first[$2, $3]
		if (grown > most[$2]) most[$2] = grown }
	END { for (p in most) print p, most[p] }' "$T/looks" | sort >"$T/grown"
answers "$T/answers" >"$T/sums"
echo "# $(tr '\n' ';' <"$T/sums")"
echo "# booked beside: $(wc -l <"$T/booked")"
echo "# most KB a process grew after its first look: $(tr '\n' ';' <"$T/grown")"

# of NAME: prints that sum.
of() {
	awk -v name="$1" '$1 == name { print $2; found = 1 }
		END { if (!found) print 0 }' "$T/sums"
}
test_case 'every request was answered' '
	test "$(of done)" -ge "$total"
	equal 0 "$(of errors)"
'
test_case 'every answer has an expected status' '
	grep "^s[0-9]" "$T/sums"
	equal "s200 s303 s404 s409" "$(sed -n "s/^\(s[0-9]*\) .*/\1/p" \
		"$T/sums" | tr "\n" " " | sed "s/ \$//")"
'
test_case 'no process grows' '
	cat "$T/grown"
	test -s "$T/grown"
	awk -v max=$grown_max "\$2 > max { exit 1 }" "$T/grown"
'
test_case 'no log has an unexpected line, and no booking is lost' '
	sort "$T/odd" | uniq -c | sort -rn | head -n 20
	test ! -s "$T/odd"
	test -s "$T/booked"
'
test_end
