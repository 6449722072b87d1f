#!/bin/sh
# client.t - known faults of the client library, and a server that dies.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
db_start
migrate >/dev/null
sql <<'SQL'
CREATE TABLE trap (id INT PRIMARY KEY AUTO_INCREMENT, i BIGINT, s MEDIUMTEXT,
	b MEDIUMBLOB, d DATE, t DATETIME, f DOUBLE);
CREATE TABLE trap_key (id INT PRIMARY KEY AUTO_INCREMENT,
	word VARCHAR(40) NOT NULL, parent INT, UNIQUE KEY word (word),
	CONSTRAINT trap_parent FOREIGN KEY (parent) REFERENCES trap (id));
CREATE TABLE trap_big (u BIGINT UNSIGNED);
INSERT INTO trap_big VALUES (18446744073709551615);
SQL
# stopped: every thread of the server is stopped; the signal needs some time.
stopped() {
	fails grep -hqs "^State:[[:space:]]*[^T[:space:]]" \
		/proc/"$(cat "$T/db/server")"/task/*/status
}
# client asks by a TAP comment; the answer is a line on its standard input.
mkfifo "$T/answer"
exec 3<>"$T/answer"
"$ANTREAN_BUILD/tests/db/client" "$socket" antrean <"$T/answer" 2>"$T/log" |
while read -r line; do
	case $line in
	"# please kill")
		db_kill
		echo ok >&3
		;;
	"# please again")
		db_again
		echo ok >&3
		;;
	"# please stop")
		kill -STOP "$(cat "$T/db/server")"
		wait_for 10 stopped
		echo ok >&3
		;;
	"# please go on")
		kill -CONT "$(cat "$T/db/server")"
		echo ok >&3
		;;
	*) echo "$line" ;;
	esac
done
