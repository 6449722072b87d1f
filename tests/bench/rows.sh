# rows.sh - the rows that use a web server, compared with hello.  Sourced by
# run.

# load NAME FILE OPTION...: runs the load; its output is $work/NAME.
load() {
	name=$1
	requests=$2
	shift 2
	"$tools/load" "$@" "$port" "$work/$requests" >"$work/$name"
}

# hello_of FILE: prints the requests of FILE with hello's address.
hello_of() {
	sed -e "s|^GET /[^ ?]*|GET /hello|" \
		-e "s|POST /[a-z]* HTTP|POST /hello HTTP|" "$work/$1.req" \
		>"$work/$1.hello.req"
}

# hello_as PROGRAM NAME STATUS: runs hello in a pool like PROGRAM's; it answers
# NAME.hello.req with the answer that PROGRAM now gives to NAME.req.
hello_as() {
	ask "$2.req"
	head -n 1 "$work/head" | grep -q "^HTTP/1.1 $3 " ||
		die "$2: $(head -n 1 "$work/head"), not $3: see $work/body"
	answer_keep "$2.answer"
	cp "$work/body" "$work/$2.body"
	pool "$(processes "$1")" "$tools/hello" "$work/$2.answer"
	hello_of "$2"
	ask "$2.hello.req"
	cmp -s "$work/body" "$work/$2.body" ||
		die "hello does not answer as $1: see $work/body"
}

# against NAME CONNECTIONS STATUS: measures rounds of NAME.req and of the same
# requests for hello, with the probe beside them.  `$around begin` runs before
# each round of the program, and `$around end` after it.
around=:
against() {
	load warm "$1.req" -c "$2" -d 1
	load warm "$1.hello.req" -c "$2" -d 1
	for round in $(seq $rounds); do
		$around begin
		load "$1.$2.$round" "$1.req" -c "$2" -d $seconds \
			-p "$work/page.req"
		$around end
		load "$1.hello.$2.$round" "$1.hello.req" -c "$2" \
			-d $seconds -p "$work/page.hello.req"
		sound "$1.$2.$round" "$3"
		sound "$1.hello.$2.$round" "$3"
	done
	figure "$1 at $2: $(middle rate "$1.$2")/s," \
		"p99 $(middle p99 "$1.$2") us, slowest probe" \
		"$(middle probe_max "$1.$2") us; hello" \
		"$(middle rate "$1.hello.$2")/s, p99" \
		"$(middle p99 "$1.hello.$2") us, probe" \
		"$(middle probe_max "$1.hello.$2") us"
}

# row_static: the server sends a file of the same size by itself.  If hello does
# not reach 0.15 of that rate, something is wrong with the machine.
row_static() {
	hello_as slot page 200
	cp "$work/body" "$share/static/bench.html"
	chmod a+r "$share/static/bench.html"
	printf 'GET /static/bench.html HTTP/1.1\r\nHost: 127.0.0.1:%s\r\n\r\n' \
		"$port" >"$work/static.req"
	for round in $(seq $rounds); do
		load "static.$round" static.req -c 64 -d $seconds
		load "static.hello.$round" page.hello.req -c 64 -d $seconds
		sound "static.$round" 200
		sound "static.hello.$round" 200
	done
	record "hello / static file at 64" \
		"$(over rate static.hello static)" ">= 0.15"
	figure "static file of $(wc -c <"$work/page.body") bytes:" \
		"$(middle rate static)/s"
	over rate static.hello static | awk '{ exit $1 < 0.15 }' ||
		die "hello is too slow: something is wrong with this machine"
}

row_page() {
	hello_as slot page 200
	shown=$(grep -o 'name="slot"' "$work/page.body" | wc -l)
	# the office has 14 days, of which a page shows a week
	[ "$shown" -eq 21 ] || die "the page has $shown periods, not 21"
	for c in 64 256; do
		against page $c 200
		record "page at $c / hello" \
			"$(over rate page.$c page.hello.$c)" ">= 0.90"
	done
	record "p99 of page at 256, by hello's" \
		"$(over p99 page.256 page.hello.256)" "<= 2"
}

# questions: prints how many statements the server has got since its start, this
# one included; without_worker subtracts those of the bench.
questions() {
	sql -e "SHOW GLOBAL STATUS LIKE 'Questions'" | awk '{ print $2 }'
}

# without_worker begin|end: stops the worker, so that every statement is part of
# the round.  Programs trust the map for 15 s without it.
asked=0
without_worker() {
	if [ "$1" = begin ]; then
		# let it finish the run that it has begun
		stopped=$(workers)
		[ -z "$stopped" ] || kill -s STOP $stopped
		sleep 0.5
		before=$(questions)
		own=$(($(questions) - before))
		before=$((before + own))
		return 0
	fi
	asked=$((asked + $(questions) - before - own))
	[ -z "$stopped" ] || kill -s CONT $stopped
		# let it reread the map before it is stopped again
	sleep 4
}

row_full() {
	[ -n "$(workers)" ] || trouble "no worker runs"
	hello_as slot page 200 # the probe's
	for kind in "slot full 200 GET" "booking refuse 409 POST"; do
		# shellcheck disable=SC2086
		set -- $kind
	# the request is answered once, and the load repeats it
		if [ "$4" = POST ]; then
			hello_of refuse
			cp "$work/refuse.req" "$work/many.req"
			cp "$work/refuse1.req" "$work/refuse.req"
			hello_as "$1" "$2" "$3"
			mv "$work/many.req" "$work/refuse.req"
			hello_of refuse
		else
			hello_as "$1" "$2" "$3"
		fi
		asked=0
		around=without_worker
		for c in 64 256; do
			against "$2" $c "$3"
			record "sold out, $4 at $c / hello" \
				"$(over rate "$2.$c" "$2.hello.$c")" ">= 0.95"
		done
		around=:
		record "sold out, $4: statements sent to the database" \
			"$asked" "= 0"
	done
}

# book_round NAME CONNECTIONS BLOCK: one round of bookings with the accounts of
# BLOCK.
book_round() {
	load "$1" "book.$3.req" -c "$2" -o -d 120 -p "$work/page.req"
	sound "$1" 303
}

# tx NAME WHAT...: runs tx; its output is $work/NAME.  `blind` in the output
# counts orders made without the seat map, which raw inserts do not use.
tx() {
	name=$1
	shift
	owned "$tools/tx" "$@" >"$work/$name" 2>>"$work/tx.log" ||
		die "tx $*: $(tail -n 3 "$work/tx.log")"
	[ "$(value errors "$name")" -eq 0 ] &&
		{ [ "$1" = raw ] || [ "$(value blind "$name")" -eq 0 ]; } ||
		trouble "$name: $(cat "$work/$name")"
}
tx_hot() {
	tx "$1" book 64 "$orders" "$(account "$2")" "$(slot "$2")" $per \
		"$block_slots"
}

row_book() {
	hello_as slot page 200
	mv "$work/book1.req" "$work/book.req"
	hello_as booking book 303
	mv "$work/book.req" "$work/book1.req"
	book_round book.warm 64 22
	block=0
	for c in 64 256; do
		for round in $(seq $rounds); do
			book_round "book.$c.$round" $c $block
			sed 's|POST /booking HTTP|POST /hello HTTP|' \
				"$work/book.$block.req" >"$work/book.hello.req"
			load "book.hello.$c.$round" book.hello.req -c $c \
				-d $seconds
			sound "book.hello.$c.$round" 303
			[ $c -ne 64 ] || tx_hot "alone.$round" $((12 + round - 1))
			block=$((block + 1))
		done
		record "bookings at $c / the transaction alone" \
			"$(over rate book.$c alone)" ">= 0.80"
		record "bookings at $c / hello" \
			"$(over rate book.$c book.hello.$c)" ">= 0.25"
		figure "bookings at $c: $(middle rate book.$c)/s, p99" \
			"$(middle p99 book.$c) us, slowest probe" \
			"$(middle probe_max book.$c) us; hello" \
			"$(middle rate book.hello.$c)/s, p99" \
			"$(middle p99 book.hello.$c) us; alone" \
			"$(middle rate alone)/s, p99 $(middle p99 alone) us"
	done
	# every acknowledged booking is stored, and no other
	stored=$(sql -e "SELECT COUNT(*) FROM booking
		WHERE slot_id >= $slots AND slot_id < $(slot 6)")
	[ "$stored" -eq $((6 * orders)) ] ||
		trouble "$((6 * orders)) bookings were asked for, $stored are stored"
	record "p99 of booking at 256, by hello's" \
		"$(over p99 book.256 book.hello.256)" "<= 4"
}

row_flood() {
	for round in $(seq $rounds); do
		book_round "calm.$round" 64 $((5 + round))
		"$tools/load" -c 64 -r 200 -d 120 "$port" "$work/signin.req" \
			>"$work/flood.$round" &
		flood=$!
		sleep 1
		book_round "flooded.$round" 64 $((8 + round))
		kill -s TERM $flood
		wait $flood || :
	done
	record "bookings at 64 beside 200 sign-ins/s, by those without" \
		"$(over rate flooded calm)" ">= 0.90"
	figure "sign-in flood: $(cut -d' ' -f 2-11 "$work/flood.$rounds")"
}

# row_nation: all people at once: three applicants for each place, each alone.
row_nation() {
	load nation nation.req -c 256 -o -d 1200 -p "$work/page.req"
	sound nation 303 409
	sold=$(sql -e "SELECT COUNT(*) FROM applicant
		WHERE slot_id BETWEEN 500001 AND 600000 AND seat_no IS NOT NULL")
	places=$((nation_offices * 3 * 130))
	record "the nation: $nation_offices offices, $places places, $nation_askers askers: seconds" \
		"$(value seconds nation)" print
	record "the nation: errors" "$(value errors nation)" "= 0"
	record "the nation: places sold, of those there are" \
		"$(awk -v a="$sold" -v b="$places" 'BEGIN { print a / b }')" "= 1"
	figure "the nation: $(cat "$work/nation")"
}
