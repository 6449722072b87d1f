# storm.sh - rounds in which many people book while a process is killed.
# Sourced.
#
#	storm N PARTIES		N rounds; each kills the web server, all booking
#				programs, the worker or the database, in turn
#
# Each round has its own period.  All parties (1 to 3 people) press together,
# and in the middle one part is killed by SIGKILL and started again.  A party
# without an answer presses the same button again.  A party that was refused
# presses again while places are free, for ten seconds at most.  A line of the
# ledger:
#
#	no killed after		round, part, answers that had come by then
#	open stored		parties without an answer; how many had a booking
#	found made refused	results when those parties pressed again
#	acked booked		parties with a ticket; bookings in the database
#	lost extra		tickets without a booking, bookings without a ticket
#	half over		incomplete bookings; people beyond the places
#	left small		free places; the smallest party refused (0: none)
#	gone			places that cannot be booked ten seconds later
#	strange			parties that pressed again and got another
#				booking, none though they had one, or no answer

. "$ANTREAN_SRC/tests/fault/site.sh"

storm_day=2026-12-17
columns="no killed after open stored found made refused acked booked lost extra half over left small gone strange"

# The periods of all rounds; the worker must know them before the first round.
storm_periods() {
	sql -e "INSERT INTO slot (id, office_id, opening_id, day, start_minute,
			end_minute)
		SELECT 1000 + seq, 1, 1, '$storm_day', 300 + seq, 700
		FROM seq_1_to_$1;
		INSERT INTO place (slot_id, seat_no)
		SELECT 1000 + s.seq, 100 + p.seq FROM seq_1_to_$1 s,
			seq_1_to_$storm_places p;
		INSERT IGNORE INTO region (code, name, current)
		SELECT CONCAT('3174', LPAD(seq, 2, '0')), 'Contoh', 1
		FROM seq_1_to_10"
}

# order WORDS: sends the crowd a command; sets $open and $small from its answer.
order() {
	lines=$(wc -l <"$T/said")
	echo "$*" >&3
	wait_for 180 said_more || {
		echo "Bail out! the crowd does not answer: $*"
		exit 1
	}
	read -r open small <<-END
		$(tail -n 1 "$T/said" | cut -d ' ' -f 2-)
	END
}
said_more() {
	[ "$(wc -l <"$T/said")" -gt "$lines" ]
}

serves() {
	cgi slot GET "slot?office=jakarta-selatan"
	[ "$(cat "$T/status")" = 200 ] || return 1
	cgi session GET session
	[ "$(cat "$T/status")" = 200 ]
}

# kill_list WHAT: prints the pids to kill.
kill_list() {
	case $1 in
	apache | nginx) echo "-$(cat "$state/$1.pid")" ;;
	database) cat "$T/db/server" ;;
	*) pids "$1" | tr '\n' ' ' ;;
	esac
}

# restart WHAT: starts that part again, unless a supervisor does.
restart() {
	case $1 in
	apache | nginx)
		wait_for 10 gone "$(cat "$state/$1.pid")"
		"${1}_start"
		;;
	database)
		wait_for 10 gone "$(cat "$T/db/server")"
		rm "$T/db/server"
		db_again
		;;
	esac
	wait_for 30 serves
}

# stored: prints once, code, party and places of the bookings of a round.
stored() {
	sql -e "SELECT REPLACE(REPLACE(TRIM(TRAILING '=' FROM TO_BASE64(once)),
			'+', '-'), '/', '_'), code, party,
			(SELECT COUNT(*) FROM applicant a
			WHERE a.booking_id = b.id AND seat_no IS NOT NULL)
		FROM booking b WHERE slot_id = $1"
}

# settle: a refused party presses again, until no party is refused while places
# are free.
settle() {
	until=$(($(date +%s) + 10))
	while [ "$small" -gt 0 ] && [ "$(stored_left "$1")" -ge "$small" ] &&
		[ "$(date +%s)" -lt "$until" ]; do
		sleep 0.3
		order sweep
	done
}

# ledger: prints a line of sums from what clients got and what is stored.
ledger() {
	awk -v no="$1" -v killed="$2" -v after="$3" -v left="$4" -v small="$5" \
		-v shown="$6" -v places="$storm_places" '
	FILENAME == ARGV[1] { early[$1] = $2; next }
	FILENAME == ARGV[2] {
		code[$1] = $2; booked++; people += $3; half += $3 != $4; next }
	{
		gsub(/-/, "", $6)
		open = $3 != 303 && $3 != 409
		if (open) n_open++
		if (open && $1 in early) stored++
		if ($5 == 303) {
			acked++
			acks[$1] = 1
			if (!($1 in code)) lost++
			else if (code[$1] != $6) strange++
		}
		if (!open) next
		if ($4 == 303 && $1 in early) found += early[$1] == $6
		else if ($4 == 303) made++
		else if ($4 == 409 && !($1 in early)) refused++
		else strange++
	}
	END {
		for (o in code) extra += !(o in acks)
		over = people > places ? people - places : 0
	# refused although places are free, or free places that pages do not
	# show
		gone = small > 0 && left >= small ? left : 0
		if (shown != left) gone += left
		print no, killed, after, n_open + 0, stored + 0, found + 0,
			made + 0, refused + 0, acked + 0, booked + 0, lost + 0,
			extra + 0, half + 0, over, left, small, gone,
			strange + 0
	}' "$T/early" "$T/stored" "$T/told"
}

# shown_right SLOT: pages show the number of free places of the database.
shown_right() {
	shown=$(shown_left "$1" $storm_day)
	[ "${shown:-0}" = "$(stored_left "$1")" ]
}

# forget: cancels all bookings of the crowd, so that its people can book again.
forget() {
	sql -e "UPDATE applicant SET seat_no = NULL, live_no = NULL,
			nik_live = NULL, state = 'cancelled' WHERE slot_id > 1000;
		UPDATE booking SET state = 'cancelled',
			cancelled_at = created_at
			WHERE cancelled_at IS NULL AND slot_id > 1000"
}

# round NO WHAT: one round in which WHAT is killed.
round() {
	slot=$((1000 + $1))
	case $2$(($1 % 2)) in
	apache* | [!n]*0) serve apache ;;
	*) serve nginx ;;
	esac
	after=$((parties * (5 + $1 * 37 % 61) / 100))
	order press "$web" "$slot" "$after" "$(kill_list "$2")"
	restart "$2"
	stored "$slot" >"$T/early"
	order again 20
	settle "$slot"
	wait_for 10 shown_right "$slot" || :
	order tell "$T/told"
	stored "$slot" >"$T/stored"
	left=$(stored_left "$slot")
	shown=$(shown_left "$slot" $storm_day)
	ledger "$1" "$2" "$after" "$left" "$small" "${shown:-0}" >>"$T/ledger"
	forget
}

# crowd_start: makes $parties accounts, which then wait for commands.
crowd_start() {
	mkfifo "$T/to"
	: >"$T/said"
	"$ANTREAN_BUILD/tests/fault/storm" "$base_url" 1001 "$parties" 7 \
		<"$T/to" >"$T/said" 2>"$T/cries" &
	crowd=$!
	exec 3>"$T/to"
	at_exit="kill $crowd 2>/dev/null; $at_exit"
	wait_for 120 grep -q ready "$T/said" || {
		sed 's/^/# /' "$T/cries"
		echo "Bail out! no crowd"
		exit 1
	}
}

storm() {
	parties=$2
	# parties have two people on average, so four of five people get a place
	storm_places=$((parties * 8 / 5))
	storm_periods "$1"
	programs_stop
	programs_start
	serve nginx
	crowd_start
	: >"$T/ledger"
	no=0
	while [ $no -lt "$1" ]; do
		for what in nginx booking worker-map database apache; do
			[ $no -lt "$1" ] || break
			no=$((no + 1))
			round $no $what
			echo "# $(tail -n 1 "$T/ledger")"
		done
	done
	exec 3>&-
}

# sum COLUMN: prints the sum of that column of the ledger.
sum() {
	awk -v name="$1" -v columns="$columns" '
		BEGIN { n = split(columns, c); for (i = 1; i <= n; i++)
			if (c[i] == name) at = i }
		{ s += $at } END { print s + 0 }' "$T/ledger"
}

storm_cases() {
	echo "# sums: rounds $(wc -l <"$T/ledger")$(for name in open stored \
		found made refused acked booked lost extra half over gone \
		strange; do
		printf ', %s %s' $name "$(sum $name)"
	done)"
	test_case 'every ticket has a booking, and in the end every booking has a ticket' '
		equal 0 "$(sum lost)"
		equal 0 "$(sum extra)"
		equal "$(sum acked)" "$(sum booked)"
		test "$(sum booked)" -gt 0
	'
	test_case 'no booking is incomplete, and no place is sold twice' '
		equal 0 "$(sum half)"
		equal 0 "$(sum over)"
	'
	test_case 'ten seconds later every free place can be booked' '
		equal 0 "$(sum gone)"
	'
	test_case 'a party without an answer finds its booking or makes one' '
		equal 0 "$(sum strange)"
		equal "$(sum stored)" "$(sum found)"
		equal "$(sum open)" "$(($(sum found) + $(sum made) + $(sum refused)))"
	'
	test_case 'the kill came while answers were still open' '
		test "$(sum open)" -gt 0
	'
}
