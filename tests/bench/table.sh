# table.sh - reads the output of the tools and prints the table.  Sourced by
# run.

# value KEY FILE: prints the value of KEY in that output.
value() {
	tr ' ' '\n' <"$work/$2" | sed -n "s/^$1=//p"
}

# median: prints the median of the numbers on standard input.
median() {
	sort -g | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'
}

# over KEY A B: prints the median of A's value divided by B's, round by round.
over() {
	for round in $(seq $rounds); do
		echo "$(value "$1" "$2.$round") $(value "$1" "$3.$round")"
	done | awk '{ print ($2 > 0 ? $1 / $2 : 0) }' | median
}

# middle KEY A: prints the median of A's rounds.
middle() {
	for round in $(seq $rounds); do
		value "$1" "$2.$round"
	done | median
}

# sound WHAT STATUS [STATUS]: checks that a round had only answers with these
# statuses and no error; otherwise a line below the table reports it.
sound() {
	tr ' ' '\n' <"$work/$1" | awk -F = -v want="s$2" -v also="s${3-}" '
	/^(errors|probe_errors)=/ && $2 > 0 { bad = bad " " $0 }
	/^s[0-9][0-9][0-9]=/ && $1 != want && $1 != also { bad = bad " " $0 }
	$1 == want { some = 1 }
	END { if (!some) bad = bad " no answer " want
		if (bad) print bad }' >"$work/said"
	[ ! -s "$work/said" ] || {
		trouble "$1:$(cat "$work/said")"
		sed 's/^/    /' "$work/$1" >&2
	}
}
trouble() {
	say "trouble: $*"
	echo "$server $*" >>"$work/troubles"
}

# record ROW VALUE AIM: adds a row; AIM is ">= 0.9", "<= 2", "= 0" or "print".
record() {
	printf '%s\t%s\t%s\t%s\n' "$1" "$server" "$2" "$3" >>"$work/table"
	say "$1: $2 ($3)"
}

# figure WORDS: adds an absolute number below the table.
figure() {
	echo "$server: $*" >>"$work/figures"
}

print_table() {
	echo
	echo "| measured | server | value | aim | |"
	echo "|---|---|---:|---|---|"
	awk -F '\t' '{
		split($4, aim, " ")
		word = ""
		v = $3 + 0
		if (aim[1] == ">=") word = v >= aim[2] + 0 ? "ok" : "short"
		if (aim[1] == "<=") word = v <= aim[2] + 0 ? "ok" : "short"
		if (aim[1] == "=") word = v == aim[2] + 0 ? "ok" : "short"
		if (word != "" && $3 !~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/)
			word = "short" # no value could be measured
		value = $3 ~ /^-?[0-9]*[.][0-9]+$/ ? sprintf("%.3g", $3) : $3
		printf "| %s | %s | %s | %s | %s |\n", $1, $2, value, $4, word
	}' "$work/table"
	echo
	echo "medians of $rounds interleaved rounds${quick:+; --quick: too short to be believed}${binlog:+; with a synced binary log};" \
		"$(nproc) cores for load, server, programs and database together"
	cat "$work/figures"
	[ ! -s "$work/troubles" ] || sed 's/^/trouble: /' "$work/troubles"
}
