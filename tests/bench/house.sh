# house.sh - the installation that the bench measures.  Sourced by run.

work=$state/bench
install=$state/install
cgidir=$install/libexec/antrean
share=$install/share/antrean
rundir=$state/var/run/antrean
build=$state/build
tools=$build/tests/bench
as=

say() {
	echo "bench: $*" >&2
}
die() {
	say "$*"
	exit 1
}

demo() {
	ANTREAN_STATE=$state ANTREAN_PORT=$port "$top/conf/demo" "$@" \
		>"$state/demo.log" 2>&1
}

# owned COMMAND...: runs it as the user who owns the installation.
owned() {
	# shellcheck disable=SC2086
	$as env ANTREAN_CONF="${conf:-$state/etc/antrean/antrean.conf}" "$@"
}
sql() {
	owned mariadb --no-defaults --local-infile=1 -S "$state/run/db.sock" \
		--default-character-set=utf8mb4 -BN antrean "$@"
}

# write_database_settings: settings that only the bench needs: memory for all
# data, and connections for all processes.  As with the defaults, each commit is
# on disk before its answer.  The binary log is off as in conf/demo, unless the
# bench was started with --binlog.
write_database_settings() {
	memory=1G
	[ -z "$growth" ] || memory=6G
	cat >"$state/database.cnf" <<-END
		innodb-flush-log-at-trx-commit = 1
		innodb-buffer-pool-size = $memory
		innodb-log-file-size = 512M
		max-connections = 700
		open-files-limit = 8192
		table-open-cache = 4000
	END
	[ -z "$binlog" ] || cat >>"$state/database.cnf" <<-END
		log-bin = $state/run/binlog
		sync-binlog = 1
		max-binlog-size = 256M
		expire-logs-days = 1
	END
}

# house_make: builds a directory that conf/demo accepts as its own, with a route
# for hello beside those of the programs.
house_make() {
	mkdir -p "$state"
	chmod 755 "$state"
	[ -f "$state/.antrean-demo" ] || [ -z "$(ls -A "$state")" ] ||
		die "$state holds other things: name another directory with ANTREAN_BENCH"
	: >"$state/.antrean-demo"
	write_database_settings
	say "building and starting (the log is $state/demo.log)"
	demo stop
	demo start || die "conf/demo failed: $(tail -n 3 "$state/demo.log")"
	owner=$(stat -c %U "$state/run/db.sock")
	[ "$owner" = "$(id -un)" ] ||
		as="setpriv --reuid=$owner --regid=$owner --init-groups"
	rm -rf "$work"
	mkdir -p "$work"
	[ -z "$as" ] || chown "$owner:" "$work"
	owned make -C "$build" -s tests/bench/hello tests/bench/load \
		tests/bench/stock tests/bench/tx tests/paper/draw \
		>"$work/build.log" 2>&1 || die "the tools cannot be built: see $work/build.log"
	route_hello
	demo stop
}

# route_hello: conf/generate makes the route from a table with one program.
route_hello() {
	for server in apache nginx; do
		routes=$share/$server/antrean-programs.conf
		! grep -q hello "$routes" || continue
		mkdir -p "$work/conf"
		cp "$share/conf/generate" "$work/conf/"
		printf 'hello\thello\tpublic\t1\t0\n' >"$work/conf/programs"
		sh "$work/conf/generate" "$server" |
			sed "s|@rundir@|$rundir|g" >>"$routes"
	done
}

house_start() {
	say "$server"
	# a map that is older than its database knows tokens of deleted bookings
	rm -f "$rundir"/map/*.map
	demo start "--$server" ||
		die "conf/demo failed: $(tail -n 3 "$state/demo.log")"
}

house_stop() {
	pool_end
	demo stop
	rm -f "$state"/run/binlog.*
}

house_end() {
	for pid in $(workers); do
		kill -s CONT "$pid" 2>/dev/null || :
	done
	house_stop || :
}

# workers: prints the pids of the job that rereads the map.
workers() {
	for exe in /proc/[0-9]*/exe; do
		if [ "$(readlink "$exe" 2>/dev/null)" = "$cgidir/worker" ]; then
			exe=${exe#/proc/}
			echo "${exe%/exe}"
		fi
	done
}

# processes PROGRAM: prints how many processes conf/programs gives it.
processes() {
	awk -F '\t' -v name="$1" '$1 == name { print $4 }' \
		"$share/conf/programs"
}

# pool COUNT COMMAND...: starts COUNT processes of the program behind /hello.
pool_pid=
pool() {
	pool_end
	count=$1
	shift
	rm -f "$rundir/hello.sock"
	# shellcheck disable=SC2086
	(exec $as env ANTREAN_CONF="${conf:-$state/etc/antrean/antrean.conf}" \
		setsid spawn-fcgi -n -s "$rundir/hello.sock" -M 0660 -b 4096 -- \
		/usr/bin/multiwatch -r 1000000 -t 1000 -f "$count" -- "$@" \
		</dev/null >>"$work/pool.log" 2>&1) &
	pool_pid=$!
	tries=100
	until [ -S "$rundir/hello.sock" ]; do
		tries=$((tries - 1))
		[ "$tries" -gt 0 ] || die "no pool: see $work/pool.log"
		sleep 0.05
	done
	sleep 0.2
}
# gone TRIES PID: waits until the process has ended; looks every 50 ms.
gone() {
	tries=$1
	while kill -s 0 "$2" 2>/dev/null &&
		! grep -q '^State:.Z' "/proc/$2/status" 2>/dev/null; do
		[ "$tries" -gt 0 ] || return 1
		tries=$((tries - 1))
		sleep 0.05
	done
}
pool_end() {
	[ -n "$pool_pid" ] || return 0
		# a program that is about to wait for a request may miss TERM
	kill -s TERM -- "-$pool_pid" 2>/dev/null || :
	gone 40 "$pool_pid" || kill -s KILL -- "-$pool_pid" 2>/dev/null || :
	wait "$pool_pid" 2>/dev/null || :
	pool_pid=
}
# pool_process: prints the pid of the process in a pool of one.
pool_process() {
	cat "/proc/$pool_pid/task/$pool_pid/children" | tr -d ' '
}
