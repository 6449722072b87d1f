# fill.sh - makes the schema, keys, data, staff and openings of the
# demonstration.

fill_log=$state/log/fill.log
demo_office=jakarta-pusat

# fill: updates the schema, loads data and staff into a new database, and opens
# new days.  The file `filled` is made after all data are loaded: if the first
# start failed before that, the next start begins with an empty database again.
fill() {
	write_settings
	make_keys
	if [ ! -f "$state/filled" ]; then
		sql -e "DROP DATABASE IF EXISTS $db_name" ||
			die_of "the database refuses"
		rm -f "$state/opened"
	fi
	long "bringing the schema up to date" "$fill_log" \
		sh "$state/src/sql/migrate" --socket "$db_socket" \
		--name "$db_name" || die_of "the schema could not be made" "$fill_log"
	if [ ! -f "$state/filled" ]; then
		for kind in offices regions districts holidays quotas; do
			long "loading $kind" "$fill_log" "$antrean" import \
				"$kind" "$share/data/$kind.tsv" ||
				die_of "$kind could not be loaded" "$fill_log"
		done
		make_staff
		: >"$state/filled"
	fi
	open_places
}

write_settings() {
	mkdir -p "$state/etc/antrean" "$state/var/run/antrean"
	cat >"$state/etc/antrean/antrean.conf" <<-END
		# Made by conf/demo at each start.
		base_url = $base_url
		db_socket = $db_socket
		db_name = $db_name
	END
}

make_keys() {
	keys=$state/etc/antrean/keys
	if [ -d "$keys" ]; then
		# the keys of an older version lack staff.key
		[ -f "$keys/staff.key" ] || "$antrean" keys "$keys" ||
			die_of "the key of staff could not be made"
		return 0
	fi
	[ ! -f "$state/filled" ] || die \
		"the keys are gone from $keys, without them no NIK can be read: start anew with conf/demo reset"
	rm -rf "$keys.new"
	mkdir "$keys.new"
	"$antrean" keys "$keys.new" || die_of "the keys could not be made"
	mv "$keys.new" "$keys"
}

# make_staff: adds one member of staff for each role, with random passwords.
make_staff() {
	say "making demonstration staff"
	: >"$state/staff.new"
	add_staff officer petugas.contoh "Petugas Contoh"
	add_staff admin admin.contoh "Admin Contoh"
	add_staff national pusat.contoh "Pusat Contoh"
	mv "$state/staff.new" "$state/staff"
}

# add_staff ROLE LOGIN NAME: appends "role login password" to the staff file.
add_staff() {
	office="--office $demo_office"
	[ "$1" != national ] || office=
	# shellcheck disable=SC2086
	password=$("$antrean" staff add --role "$1" $office --login "$2" \
		--name "$3" </dev/null) || die_of "staff could not be made"
	printf '%-9s %-15s %s\n' "$1" "$2" "${password#password: }" \
		>>"$state/staff.new"
}

# day N: the date N days from today.
day() {
	date -d "+$1 days" +%F
}

# later DATE THAN: true if DATE is after THAN; both are YYYY-MM-DD.
later() {
	[ "$(echo "$1" | tr -d -)" -gt "$(echo "$2" | tr -d -)" ]
}

# open_places: opens the next two weeks for booking at once.  The week after
# them can be booked from next Friday at 14.00 local time of each office, the
# hour at which the real queue opens.  The file `opened` has the last day.
open_places() {
	opened=$(cat "$state/opened" 2>/dev/null || day 0)
	if later "$(day 7)" "$opened"; then
		from=$(date -d "$opened +1 day" +%F)
		later "$from" "$(day 0)" || from=$(day 1)
		open_days "$from" "$(day 13)" "$(day -1) 00:00"
	fi
	if later "$(day 14)" "$opened"; then
		open_days "$(date -d "$opened +1 day" +%F)" \
			"$(date -d "$opened +7 days" +%F)" \
			"$(date -d 'next friday' +%F) 14:00"
	fi
}

# open_days FROM TO OPENS: opens the days FROM to TO for booking from the
# instant OPENS on, also in a year whose holidays no decree has named yet.
open_days() {
	long "opening places for $1 to $2" "$fill_log" "$antrean" open \
		--from "$1" --to "$2" --opens "$3" --closes "$2 15:00" \
		--unconfirmed-year ||
		die_of "places could not be opened" "$fill_log"
	opened=$2
	echo "$opened" >"$state/opened"
}
