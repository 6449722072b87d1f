# growth.sh - the booking rate beside ten million people.  Sourced by run.

# The stored applicants are in slots of their own: lapsed bookings of three,
# which still hold their places.
grow() {
	say "growing to $1 applicants"
	sed "s/@PEOPLE@/$1/g" "$here/growth.sql" | sql
}

row_growth() {
	room=$(df -Pk "$state" | awk 'NR == 2 { print $4 }')
	[ "$room" -ge 14000000 ] || die "--growth needs 14 GB under $state"
	sizes="10000 1000000 10000000"
	[ -z "$quick" ] || sizes="10000 100000 1000000"
	base=
	for size in $sizes; do
		stock_fill
		grow "$size"
		for round in $(seq $rounds); do
			tx "grown-raw.$round" raw 64 $((orders * 5))
			tx_hot "grown.$round" $((14 + round))
		done
		share_now=$(over rate grown grown-raw)
		base=${base:-$share_now}
		record "bookings / raw at $size stored applicants" \
			"$share_now" print
		figure "at $size applicants: $(middle rate grown)/s, raw" \
			"$(middle rate grown-raw)/s"
	done
	record "bookings / raw at $size, by that at 10000" \
		"$(awk -v a="$share_now" -v b="$base" 'BEGIN { print a / b }')" \
		">= 0.80"
	stock_fill
}
