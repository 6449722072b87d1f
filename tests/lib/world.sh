# world.sh - a private MariaDB with the schema, keys, settings and a clock.
# Sourced after lib.sh; sources cgi.sh.
#
#	world_make		a server with the schema and the offices of
#				world.sql, keys, $T/antrean.conf, and the clock
#				stopped at $world_now
#	clock_set WHEN [RATE]	WHEN as for `date -d`; RATE 1 lets time run
#	sql < STATEMENTS	or sql -e '...'; prints rows as plain text
#	antrean COMMAND...	the command line tool
#
# The server listens on a socket in $T only and ends with the test file.  If
# root runs the test, the server runs as nobody.  The OS user of the test may
# log in.  Tests of the database alone use db_start, migrate, db_kill (like a
# power cut), db_again (starts on the same data) and db_stop.
#
# The first test file that needs a database makes an original; every test file
# of the run gets a copy.  The originals are in ANTREAN_TMP, or in $T if that is
# not set.  If ANTREAN_TMP is kept for the next run, they are used again until a
# file of sql/ changes.

. "$ANTREAN_SRC/tests/lib/cgi.sh"
socket=$T/db/socket
world_now='2026-12-07 08:00 +0700' # a Monday

# db_again: starts the server.  $db_options holds more options for it.
db_again() {
	[ ! -f "$T/db/server" ] || return 0 # it still runs
	db_user=$(id -un)
	[ "$(id -u)" -ne 0 ] || db_user=nobody
	# shellcheck disable=SC2086
	mariadbd --no-defaults --user="$db_user" --datadir="$T/db/data" \
		--tmpdir="$T/db" --socket="$socket" --pid-file="$T/db/pid" \
		--log-error="$T/db/error.log" --skip-networking \
		--innodb-buffer-pool-size=64M --innodb-log-file-size=8M \
		--innodb-flush-log-at-trx-commit=0 --innodb-flush-method=nosync \
		--performance-schema=off \
		--default-time-zone=+00:00 --character-set-server=utf8mb4 \
		--collation-server=utf8mb4_unicode_ci \
		--sql-mode=STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE \
		${db_options-} </dev/null >/dev/null 2>&1 &
	echo $! >"$T/db/server" # in a file, because a test's body is a subshell
	wait_for 20 mariadb-admin --no-defaults --socket="$socket" ping || {
		sed 's/^/# /' "$T/db/error.log"
		echo "Bail out! no server"
		exit 1
	}
}

# db_kill: ends the server as a power cut would.
db_kill() {
	db_pid=$(cat "$T/db/server")
	rm "$T/db/server"
	kill -9 "$db_pid"
	while kill -0 "$db_pid" 2>/dev/null; do
		wait "$db_pid" 2>/dev/null || sleep 0.02
	done
}

db_stop() {
	[ ! -f "$T/db/server" ] || db_kill 2>/dev/null
}

# original_empty DIR: makes a database without the schema.
original_empty() {
	db_user=$(id -un)
	if [ "$(id -u)" -eq 0 ]; then
		db_user=nobody
		chown nobody "$1"
	fi
	mariadb-install-db --no-defaults --user="$db_user" \
		--auth-root-authentication-method=socket \
		--auth-root-socket-user="$(id -un)" --skip-test-db \
		--innodb-log-file-size=8M --innodb-flush-method=nosync \
		--datadir="$1/data" --tmpdir="$1"
}

# original_world DIR: makes the database of world_make in $T, shuts the server
# down and moves the data to DIR.
original_world() {
	db_start && migrate && sql <"$ANTREAN_SRC/tests/lib/world.sql" || return
	db_pid=$(cat "$T/db/server")
	kill "$db_pid" && wait "$db_pid" && rm "$T/db/server" &&
		mv "$T/db/data" "$1/data"
}

# db_copy KIND: copies the original of that kind, and makes it if there is none.
db_copy() {
	db_sum=$(cat "$ANTREAN_SRC"/sql/* "$ANTREAN_SRC/tests/lib/world.sql" | cksum)
	original=${ANTREAN_TMP:-$T}/database-$1-${db_sum%% *}
	(
		flock 9
		[ ! -d "$original" ] || exit 0
		rm -rf "$original.new"
		mkdir -m 711 "$original.new" &&
			("original_$1" "$original.new") 9>&- &&
			mv "$original.new" "$original"
	) >"$T/db/$1.log" 2>&1 9>"$original.lock" || {
		sed 's/^/# /' "$T/db/$1.log"
		echo "Bail out! no database"
		exit 1
	}
	cp -a --reflink=auto "$original/data" "$T/db/data"
}

# db_start [KIND]: starts a server on a copy of an original (default: empty).
db_start() {
	test_needs mariadbd mariadb-install-db mariadb mariadb-admin flock
	mkdir -p "$T/db" # exists if a test of a full disk mounted it
	chmod 711 "$T/db"
	[ "$(id -u)" -ne 0 ] || chown nobody "$T/db"
	at_exit="db_stop; $at_exit"
	db_copy "${1:-empty}"
	db_again
}

sql() {
	mariadb --no-defaults --socket="$socket" --default-character-set=utf8mb4 \
		--batch --raw --skip-column-names --database=antrean "$@"
}

# rows TABLE: prints how many rows TABLE has.
rows() {
	sql -e "SELECT COUNT(*) FROM $1"
}

migrate() {
	"$ANTREAN_SRC/sql/migrate" --socket "$socket" "$@"
}

clock_set() {
	real=$(date +%s)
	echo "$(($(date -d "$1" +%s) - real)) ${2:-0} $real" >"$T/clock.new"
	mv "$T/clock.new" "$T/clock"
}

# antrean COMMAND...: runs the command line tool with the settings of the test.
antrean() {
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$(program antrean)" "$@"
}

# nikhash_start: starts the program that hashes NIKs for the other programs.
nikhash_start() {
	ANTREAN_CONF=$T/antrean.conf spawn-fcgi -n -s "$T/run/nikhash.sock" \
		-- "$(program nikhash)" </dev/null >>"$T/nikhash.log" 2>&1 &
	echo $! >"$T/nikhash.pid"
	at_exit="nikhash_stop; $at_exit"
	wait_for 10 test -S "$T/run/nikhash.sock"
}
nikhash_stop() {
	[ ! -f "$T/nikhash.pid" ] || kill "$(cat "$T/nikhash.pid")"
	rm -f "$T/nikhash.pid" "$T/run/nikhash.sock"
}

world_make() {
	test_needs spawn-fcgi
	cat >"$T/antrean.conf" <<-CONF
		base_url = $base_url
		pages_dir = $ANTREAN_SRC/htdocs/pages
		style_file = $ANTREAN_SRC/htdocs/static/style.css
		fonts_dir = $ANTREAN_SRC/conf/fonts
		keys_dir = $T/keys
		run_dir = $T/run
		db_socket = $socket
		check_views = yes
	CONF
	db_start world
	{
		mkdir "$T/run" && clock_set "$world_now" &&
			antrean keys "$T/keys" && nikhash_start
	} >"$T/out" 2>&1 || {
		sed 's/^/# /' "$T/out"
		echo "Bail out! no world"
		exit 1
	}
}
