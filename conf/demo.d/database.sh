# database.sh - a private MariaDB: one unix socket, no port, its own settings.

db_socket=$state/run/db.sock
db_name=antrean

# sql [OPTION...]: runs the client as the demonstration's user.
sql() {
	mariadb --no-defaults --socket="$db_socket" "$@"
}

write_database_conf() {
	cat >"$state/etc/my.cnf" <<-END
		# Made by conf/demo.
		[mariadbd]
		datadir = $state/db
		socket = $db_socket
		pid-file = $state/run/mariadbd.pid
		log-error = $state/log/mariadb.log
		tmpdir = $state/tmp
		skip-networking
		skip-log-bin
		performance-schema = off
		thread-handling = pool-of-threads
		innodb-log-file-size = 32M
		innodb-buffer-pool-size = 64M
		max-connections = 100
		character-set-server = utf8mb4
		collation-server = utf8mb4_unicode_ci
		default-time-zone = +00:00
		sql-mode = STRICT_ALL_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY
	END
	# tests/bench/run writes its own settings of MariaDB to database.cnf.
	[ ! -f "$state/database.cnf" ] ||
		cat "$state/database.cnf" >>"$state/etc/my.cnf"
}

start_database() {
	mkdir -p "$state/etc" "$state/tmp"
	write_database_conf
	if [ ! -d "$state/db" ]; then
		rm -rf "$state/db.new"
		# --no-defaults: the machine's own settings must not apply,
		# and my.cnf above points to a directory that does not exist
		# yet.
		long "making a private MariaDB" "$state/log/mariadb-install.log" \
			mariadb-install-db --no-defaults --skip-test-db \
			--datadir="$state/db.new" --innodb-log-file-size=32M \
			--auth-root-authentication-method=socket \
			--auth-root-socket-user="$(id -un)" || die_of \
			"MariaDB could not be made" "$state/log/mariadb-install.log"
		mv "$state/db.new" "$state/db"
	fi
	say "starting MariaDB"
	rm -f "$db_socket"
	setsid mariadbd --defaults-file="$state/etc/my.cnf" </dev/null \
		>>"$state/log/mariadb.log" 2>&1 9>&- &
	started database
	ticks=600
	until mariadb-admin --no-defaults --socket="$db_socket" ping \
		>/dev/null 2>&1; do
		ours database || die_of "MariaDB ended at its start" \
			"$state/log/mariadb.log"
		[ "$ticks" -gt 0 ] || die_of "MariaDB does not answer" \
			"$state/log/mariadb.log"
		sleep 0.1
		ticks=$((ticks - 1))
	done
}
