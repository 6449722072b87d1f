# stock.sh - makes people, places and requests.  Sourced by run.
#
# Orders are in blocks.  Each round that books uses another block, so no account
# books twice and no slot fills up.  Block B has the accounts from `account B`
# on and slots of its own.

accounts=1000001 # id of the first account
singles=3000001  # first of those with one person, for the row nation
slots=100001     # slots of 400 places, wanted by 360 people each
page_slots=200001
full_slots=300001
roster_slots=400001
nation_slots=500001
per=360
blocks=23 # 0-5 book, 6-11 flood, 12-14 tx beside book, 15-20 tx, 21 odds, 22 warm
block_slots=$((orders * 3 / per + 1))
[ $((block_slots % 5)) -ne 0 ] || block_slots=$((block_slots + 1))
nation_offices=150
[ -z "$quick" ] || nation_offices=15
nation_askers=$((nation_offices * 3 * 130 * 3))

stock() {
	owned "$tools/stock" "$@"
}

# account BLOCK, slot BLOCK: print the first id of that block.
account() {
	echo $((accounts + $1 * orders))
}
slot() {
	echo $((slots + $1 * block_slots))
}

stocked=
stock_fill() {
	say "filling"
	day=$(date -u -d +1day +%F)
	{
		echo "SET @day = '$day', @past = '$(date -u -d -1day '+%F %T')',"
		echo "@ends = '$(date -u -d +60days '+%F %T')',"
		echo "@rush = $((blocks * block_slots)), @nation = $((nation_offices * 3));"
		cat "$here/fill.sql"
	} | sql
	if [ -z "$stocked" ]; then
		stock_people
		stock_requests
		stocked=yes
	fi
	wait_map
}

stock_people() {
	people=$((blocks * orders))
	for kind in family single; do
		mkdir -p "$work/$kind"
		[ -z "$as" ] || chown "$owner:" "$work/$kind"
	done
	stock rows "$accounts" "$people" "$work/family"
	kinds=family
	if wanted nation; then
		stock -1 rows "$singles" "$nation_askers" "$work/single"
		kinds="family single"
	fi
	sql -e "SET foreign_key_checks = 0;
		DELETE FROM session; DELETE FROM staff_session; DELETE FROM person; DELETE FROM account WHERE id <> 1"
	for kind in $kinds; do
		sed "s|@DIR@|$work/$kind|g; s|@NOW@|$(date -u '+%F %T')|g" \
			"$here/people.sql" | sql
	done
	staff=$(sql -e "SELECT id FROM staff WHERE role = 'national' LIMIT 1")
	sql -e "INSERT INTO staff_session (id, staff_id, created_at, seen_at)
		SELECT UNHEX('$(stock session "$staff")'), $staff,
		'$(date -u '+%F %T')', '$(date -u '+%F %T')'"
}

# stock_requests: writes the prepared requests to $work/*.req.
stock_requests() {
	office() {
		sql -e "SELECT o.code FROM slot s JOIN office o
			ON o.id = s.office_id WHERE s.id = $1"
	}
	stock get 0 "slot?office=$(office $page_slots)&kind=baru&n=1" \
		>"$work/page.req"
	stock get 0 "slot?office=$(office $full_slots)&kind=baru&n=1" \
		>"$work/full.req"
	stock book "$(account 21)" 200 $full_slots 0 42 >"$work/refuse.req"
	stock book "$(account 21)" 1 $full_slots 0 42 >"$work/refuse1.req"
	stock get "$(account 0)" "booking?slot=$page_slots&kind=baru&n=1" \
		>"$work/people.req"
	roster_office=$(office $roster_slots)
	stock staff "$staff" "roster?office=$roster_office&day=$day" \
		>"$work/roster.req"
	stock staff "$staff" "roster?office=$roster_office&day=$day&as=pdf" \
		>"$work/roster-pdf.req"
	stock signin "$(account 0)" "$orders" >"$work/signin.req"
	for block in 0 1 2 3 4 5 6 7 8 9 10 11 22; do
		stock book "$(account $block)" "$orders" "$(slot $block)" $per \
			"$block_slots" >"$work/book.$block.req"
	done
	stock book $(($(account 21) + 250)) 1 "$(slot 21)" $per 1 \
		>"$work/book1.req"
	! wanted nation || stock -1 book "$singles" "$nation_askers" \
		$nation_slots 0 $((nation_offices * 3)) >"$work/nation.req"
	chmod -R a+rX "$work"
}

# wait_map: waits until programs know the places.
wait_map() {
	tries=100
	until ask page.req && grep -q "$page_slots" "$work/body"; do
		tries=$((tries - 1))
		[ $tries -gt 0 ] || die "the page does not show the places"
		sleep 0.2
	done
	sleep 5
}

# ask FILE: sends its one request; $work/head and $work/body are the answer.
ask() {
	path=$(sed -n '1s/^[A-Z]* \([^ ]*\) .*/\1/p' "$work/$1")
	cookie=$(sed -n 's/\r$//; s/^Cookie: //p' "$work/$1")
	set -- "$1" -sS -D "$work/head" -o "$work/body" --max-time 20 \
		${cookie:+-H "Cookie: $cookie"} "http://127.0.0.1:$port$path"
	if grep -q '^POST' "$work/$1"; then
		sed '1,/^\r$/d' "$work/$1" >"$work/form"
		set -- "$@" --data-binary "@$work/form"
	fi
	shift
	curl "$@"
}

# answer_keep FILE: stores the last answer in the form that hello sends.
answer_keep() {
	{
		sed -n '1s/^HTTP[^ ]* /Status: /p' "$work/head"
		sed -e 1d -e '/^\r$/d' -e '/^Date:/Id' -e '/^Server:/Id' \
			-e '/^Connection:/Id' -e '/^Keep-Alive:/Id' \
			-e '/^Transfer-Encoding:/Id' "$work/head"
		printf '\r\n'
		cat "$work/body"
	} >"$work/$1"
	chmod a+r "$work/$1"
}
