# server.sh - a private MariaDB for the tests of this folder.  Sourced.
#
# server_start makes $dir with a server behind $socket (nobody else can reach
# it) and has it ended when the test ends; server_kill ends it as a power cut
# would and server_again starts it on the same data.
top=${ANTREAN_SRC:-$(cd "$(dirname "$0")/../.." && pwd)}
build=${ANTREAN_BUILD:-$PWD}
tested=0

# check NAME COMMAND...: one TAP line; what COMMAND said stands before it.
check() {
	name=$1
	shift
	tested=$((tested + 1))
	if "$@" >"$dir/said" 2>&1; then
		echo "ok $tested - $name"
	else
		sed 's/^/# /' "$dir/said"
		echo "not ok $tested - $name"
	fi
}
not() {
	! "$@"
}
finish() {
	echo "1..$tested"
}

sql() {
	mariadb --no-defaults --socket="$socket" --batch --raw \
		--skip-column-names --default-character-set=utf8mb4 "$@"
}

server_again() {
	mariadbd --no-defaults --user="$(id -un)" --datadir="$dir/data" \
		--socket="$socket" --pid-file="$dir/pid" --log-error="$dir/error.log" \
		--skip-networking --innodb-buffer-pool-size=64M \
		--innodb-flush-log-at-trx-commit=0 --performance-schema=off \
		--character-set-server=utf8mb4 </dev/null >/dev/null 2>&1 &
	echo $! >"$dir/server"
	for _ in $(seq 200); do
		mariadb-admin --no-defaults --socket="$socket" ping \
			>/dev/null 2>&1 && return 0
		sleep 0.05
	done
	sed 's/^/# /' "$dir/error.log"
	echo "Bail out! no server"
	exit 1
}
server_kill() {
	kill -9 "$(cat "$dir/server")"
	while kill -0 "$(cat "$dir/server")" 2>/dev/null; do sleep 0.02; done
}
server_end() {
	status=$?
	trap '' INT TERM
	[ ! -f "$dir/server" ] || kill -9 "$(cat "$dir/server")" 2>/dev/null || :
	rm -rf "$dir"
	exit "$status"
}
server_start() {
	if ! command -v mariadbd >/dev/null; then
		echo "ok 1 - ${0##*/} # SKIP no mariadbd"
		echo 1..1
		exit 0
	fi
	dir=$(mktemp -d "${ANTREAN_TMP:-/tmp}/antrean.XXXXXX")
	chmod 700 "$dir"
	socket=$dir/socket
	trap server_end EXIT
	trap 'exit 130' INT TERM HUP
	mariadb-install-db --no-defaults --user="$(id -un)" \
		--auth-root-authentication-method=socket \
		--auth-root-socket-user="$(id -un)" --skip-test-db \
		--datadir="$dir/data" >"$dir/install.log" 2>&1
	server_again
}
# The OS user may log in as itself with all rights (see --auth-root above).
migrate() {
	"$top/sql/migrate" --socket "$socket" "$@"
}
