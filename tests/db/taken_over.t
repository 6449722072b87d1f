#!/bin/sh
# taken_over.t - what an attacker who controls a public program can do.  The test
# tries everything as the program's OS user, with its groups, files, sockets and
# database login, in an installation with the real users.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
. "$ANTREAN_SRC/tests/lib/people.sh"
if [ "$(id -u)" -ne 0 ]; then
	test_skip 'a public program that is taken over' 'only root has other users'
	test_end
fi
test_needs setpriv useradd spawn-fcgi multiwatch python3
world_make
nikhash_stop

# Makes the users, files and modes of conf/README.md.  The end of the test removes
# the users that did not exist before.
for file in antrean.tmpfiles.in antrean.sysusers; do
	sed -e "s|@rundir@|$T/run|; s|@confdir@|$T|" \
		"$ANTREAN_SRC/conf/systemd/$file" >"$T/$file"
done
awk '$1 == "u" { print "user", $2 } $1 == "g" { print "group", $2 }' \
	"$T/antrean.sysusers" | while read -r kind name; do
	case $kind in
	user) id "$name" >/dev/null 2>&1 || echo "userdel $name" ;;
	group) getent group "$name" >/dev/null || echo "groupdel $name" ;;
	esac
done | sort -r >"$T/made"
at_exit='sh "$T/made" >/dev/null 2>&1; '$at_exit
"$ANTREAN_SRC/conf/layout" "$T/antrean.sysusers" "$T/antrean.tmpfiles.in"
sql <"$ANTREAN_SRC/sql/grants.sql"

# Runs copies of nikhash and roster, which every user can read, under the
# supervisor.
mkdir "$T/share" "$T/libexec"
cp "$ANTREAN_SRC/conf/supervise" "$T/share"
cp -R "$ANTREAN_SRC/htdocs/pages" "$ANTREAN_SRC/htdocs/static" \
	"$ANTREAN_SRC/conf/fonts" "$T/share"
chmod -R go+rX "$T/share"
for name in nikhash roster; do
	cp "$(program $name)" "$T/libexec/$name"
	grep "^$name	" "$ANTREAN_SRC/conf/programs"
done >"$T/share/programs"
chmod -R go+rX "$T/libexec"
sed -i -e "s|^pages_dir = .*|pages_dir = $T/share/pages|" \
	-e "s|^style_file = .*|style_file = $T/share/static/style.css|" \
	-e "s|^fonts_dir = .*|fonts_dir = $T/share/fonts|" "$T/antrean.conf"
ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock setsid \
	sh "$T/share/supervise" "$T/libexec" "$T/run" "$T/programs.log" \
	</dev/null >>"$T/programs.log" 2>&1 &
supervisor=$!
at_exit="kill $supervisor; wait $supervisor; $at_exit"
wait_for 20 grep -q "$T/run/roster.sock" /proc/net/unix
wait_for 20 grep -q "$T/run/nikhash.sock" /proc/net/unix

# Somebody to look for: an account, its holder, a member of staff.
account_new ratna
antrean staff add --role national --login pusat --name "Nama Rahasia" \
	</dev/null >"$T/out" 2>&1

# public COMMAND...: runs COMMAND as the public user.
public() {
	setpriv --reuid=antrean-public --regid=antrean --init-groups \
		env -i PATH="$PATH" T="$T" "$@"
}
# refused WHAT WHY COMMAND...: COMMAND, run as the public user, fails and prints
# WHY.  WHAT names the try in $T/tries.
: >"$T/tries"
refused() {
	what=$1 why=$2
	shift 2
	fails public "$@" >"$T/said" 2>&1 || { cat "$T/said" && return 1; }
	grep -m 1 -E "$why" "$T/said" >"$T/why" || { cat "$T/said" && return 1; }
	echo "$what: $(sed "s|$T||g" "$T/why")" >>"$T/tries"
}
# denied WHAT STATEMENT: the database refuses STATEMENT to the public login.
denied() {
	refused "$1" "ERROR (1142|1143|1044|1054) " mariadb --no-defaults \
		--socket="$socket" --user=antrean-public antrean -e "$2"
}

test_case 'the public user can do its own work' '
	public cat "$T/keys/mac.key" >"$T/key"
	public mariadb --no-defaults --socket="$socket" --user=antrean-public \
		antrean -e "SELECT nik_mask FROM person" >"$T/masks"
	has "$T/masks" "...9021"
'
test_case 'the public user reads no key except its own' '
	for key in staff.key nik.key nik.sec; do
		refused "read $key" "Permission denied" cat "$T/keys/$key"
	done
	for key in staff.key nik.key mac.key; do
		refused "replace $key" "Permission denied" \
			cp /dev/null "$T/keys/$key"
		refused "remove $key" "Permission denied" rm -f "$T/keys/$key"
	done
'
test_case 'the public user reads and sets no password and no address of an account' '
	denied "read the hash of a password" "SELECT password FROM account"
	denied "read an address" "SELECT email FROM account"
	denied "set a password" "UPDATE account SET password = \"x\""
	denied "make an account" "INSERT INTO account (email) VALUES (\"x\")"
'
test_case 'the public user learns nothing of staff' '
	denied "read a name of staff" "SELECT name FROM staff"
	denied "read a password of staff" "SELECT password FROM staff"
	denied "read who of staff is signed in" "SELECT staff_id FROM staff_session"
'
# A cookie as app/who/auth.h describes it, of the staff member 1, signed with
# the key that the public user has.
cat >"$T/mint" <<'END'
import base64, hashlib, os, struct, sys
key = open(os.environ["T"] + "/keys/mac.key", "rb").read()
secret = os.urandom(16)
data = secret + struct.pack("<qq", 1, int(sys.argv[1]))
mac = hashlib.blake2b(b"cookie-staff\0" + struct.pack("<Q", len(data)) + data,
	key=key, digest_size=16).digest()
row = hashlib.blake2b(b"hash\0" + struct.pack("<Q", 16) + secret,
	digest_size=32).hexdigest()
print(base64.urlsafe_b64encode(data + mac).decode().rstrip("="), row)
END
chmod 644 "$T/mint"
# roster COOKIE: asks roster as the web server would.
roster() {
	setpriv --reuid=antrean-desk --regid=antrean --init-groups env -i \
		ANTREAN_CONF="$T/antrean.conf" ANTREAN_CLOCK="$T/clock" \
		GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET \
		REQUEST_URI="/antrean/roster" QUERY_STRING= \
		HTTP_COOKIE="antrean-staff=$1" "$T/libexec/roster" \
		</dev/null >"$T/answer" 2>>"$T/log"
}
test_case 'the public user cannot act as staff' '
	now=$(($(date +%s) + $(cut -d" " -f1 "$T/clock")))
	public python3 "$T/mint" "$now" >"$T/minted"
	read -r cookie row <"$T/minted"
	denied "make a session of staff" "INSERT INTO staff_session (id, staff_id,
		created_at, seen_at) VALUES (UNHEX(\"$row\"), 1, \"2026-12-07\", \"2026-12-07\")"
	# even if the row were there
	sql -e "INSERT INTO staff_session (id, staff_id, created_at, seen_at)
		VALUES (UNHEX(\"$row\"), 1, \"2026-12-07 01:00:00\", \"2026-12-07 01:00:00\")"
	roster "$cookie"
	has "$T/answer" "Status: 303"
	has "$T/answer" "/signin?"
	echo "sign a cookie of staff with mac.key: roster asks to sign in" >>"$T/tries"
	denied "make an officer" "INSERT INTO staff (login, name, role, password,
		created_at) VALUES (\"a\", \"a\", \"national\", \"a\", \"2026-12-01\")"
	refused "ask roster past the web server" "PermissionError" python3 -c "
import socket
socket.socket(socket.AF_UNIX).connect(\"$T/run/roster.sock\")"
'
test_case 'the public user ends no session' '
	denied "end the session of an account" "UPDATE session SET ended_at = seen_at"
	denied "remove a session" "DELETE FROM session"
	denied "end the session of an officer" "UPDATE staff_session SET ended_at = seen_at"
	sql -e "SELECT id, seen_at FROM session" >"$T/before"
	public mariadb --no-defaults --socket="$socket" --user=antrean-public \
		antrean -e "UPDATE session SET seen_at = \"2001-01-01\""
	sql -e "SELECT id, seen_at FROM session" >"$T/after"
	same "$T/before" "$T/after"
	echo "age a session until it is over: the trigger session_seen" >>"$T/tries"
'
test_case 'the public user neither reads nor changes the audit' '
	denied "read the audit" "SELECT act FROM audit"
	denied "read the audit by its view" "SELECT act FROM audit_public"
	denied "change a line of the audit" "UPDATE audit SET actor_id = 1"
	denied "remove a line of the audit" "DELETE FROM audit"
	denied "put a line between older ones" "INSERT INTO audit_public (id, at,
		actor, act, object) VALUES (1, \"2026-12-01\", \"code\", \"x\", \"x\")"
	denied "write past the view of the public" "INSERT INTO audit (at, actor,
		act, object) VALUES (\"2026-12-07\", \"code\", \"x\", \"x\")"
	for actor in staff sender system; do
		refused "say in the audit that $actor did something" \
			"ERROR 1369 .*CHECK OPTION failed" mariadb --no-defaults \
			--socket="$socket" --user=antrean-public antrean -e "
			INSERT INTO audit_public (at, actor, actor_id, act, object)
			VALUES (\"2026-12-07\", \"$actor\", 1, \"roster.read\", \"office\")"
	done
'
# All districts there are, with the birth date and last digits that the public
# user may read, until nikhash answers no more.
cat >"$T/guess" <<'END'
import socket, sys
want, path, asked = bytes.fromhex(sys.argv[1]), sys.argv[2], 0
for line in sys.stdin:
	s = socket.socket(socket.AF_UNIX)
	s.connect(path)
	nik = line.strip() + "540388" + "9021"
	s.sendall(nik.encode())
	got = s.recv(32)
	if not got:
		sys.exit("nikhash answers no more after %d NIKs" % asked)
	asked += 1
	if got == want:
		print("found", nik)
		sys.exit(0)
sys.exit("not among %d" % asked)
END
chmod 644 "$T/guess"
test_case 'the public user finds no NIK by trying all districts' '
	hash=$(public mariadb --no-defaults --socket="$socket" \
		--user=antrean-public --batch --skip-column-names antrean \
		-e "SELECT HEX(nik_hash) FROM person")
	cut -f1 "$ANTREAN_SRC/conf/data/districts.tsv" | tr -d . |
		grep -E "^[0-9]{6}\$" >"$T/districts"
	test "$(wc -l <"$T/districts")" -gt 7000
	chmod 644 "$T/districts"
	grep -q "^327301\$" "$T/districts"
	refused "try all districts of a NIK" "nikhash answers no more" \
		sh -c "exec python3 $T/guess $hash $T/run/nikhash.sock <$T/districts"
	has "$T/programs.log" "program=nikhash event=nikhash why=too-many"
	fails grep -E "[0-9]{16}" "$T/programs.log"
'
test_case 'the public user neither reads nor ends the process that has the key' '
	watch=$(cat "$T/run/nikhash.pid")
	pid=$(tr -d " " <"/proc/$watch/task/$watch/children")
	refused "read the memory of nikhash" "Permission denied" \
		head -c 1 "/proc/$pid/mem"
	refused "end nikhash" "not permitted" kill "$pid"
	refused "put a socket in place of that of nikhash" "not permitted|denied" \
		mv "$T/run/nikhash.sock" "$T/run/other"
	refused "write the map of seats" "Permission denied" \
		touch "$T/run/map/seats.map"
'
sed 's/^/# /' "$T/tries"
test_end
