# people.sh - the people of the tests.  Sourced after world.sh.

# The fields of a form for a holder, for a further person and for a new account.
holder='name=Ratna+Wulandari&nik=3273015403889021&birth-day=14&birth-month=3&birth-year=1988&sex=p'
child='name=Bagas+Pramudita&nik=3174010205119022&birth-day=2&birth-month=5&birth-year=2011&sex=l'
password=kuda+laut+biru
login="email=ratna%40contoh.id&phone=&password=$password&password2=$password&agree=1"

# with FORM NAME=VALUE...: prints FORM with other values for those fields.
with() {
	form=$1
	shift
	for pair; do
		form=$(printf '%s' "&$form&" |
			sed "s|&${pair%%=*}=[^&]*&|\&$pair\&|; s/^&//; s/&\$//")
	done
	printf '%s' "$form"
}

# hidden NAME: prints the value of that field in the last page, urlencoded.
hidden() {
	awk -f "$ANTREAN_SRC/tests/lib/hidden.awk" "$T/body" | tr '&' '\n' |
		sed -n "s/^$1=//p"
}

# post PROGRAM FORM: posts FORM with the form token of the last page.
post() {
	cgi "$1" POST "$1" "token=$(hidden token)&$2"
}

# register NAME=VALUE...: a person without cookies registers the holder, with
# other values for those fields.
register() {
	rm -f "$T/jar"
	cgi account GET account
	submit account account "$(with "$holder&$login" "$@")"
}

# account_new MAILBOX: makes an account and stays signed in to it.
account_new() {
	register "email=$1%40contoh.id"
	status 303
}

# people_ready COMMAND...: runs COMMAND, which makes the people of a test, before
# its first case.  If it fails, shows why and ends the test program.
people_ready() {
	"$@" >"$T/out" 2>&1 && return
	cat "$T/out" "$T/log"
	echo "Bail out! no people"
	exit 1
}

# keep NAME: stores the cookies for a later `as NAME`.
# as NAME: goes on with the cookies of NAME; `nobody` has none.
keep() {
	cp "$T/jar" "$T/$1.jar"
}
as() {
	rm -f "$T/jar"
	[ "$1" = nobody ] || cp "$T/$1.jar" "$T/jar"
}

# staff_new LOGIN ROLE OFFICE [NAME]: makes a member of staff whose password is
# that of the accounts.  OFFICE is an id, or NULL.  Needs one account.
staff_new() {
	sql -e "INSERT INTO staff (login, name, role, office_id, password, created_at)
		SELECT '$1', '${4-$1}', '$2', $3, password, created_at
		FROM account ORDER BY id LIMIT 1"
}

# staff_in LOGIN [PASSWORD]: signs in that member of staff with a new browser.
# staff_enter LOGIN: the same, and the sign-in succeeds.
staff_in() {
	rm -f "$T/jar"
	cgi signin GET signin
	submit signin signin "login=$1&password=${2-$password}"
}
staff_enter() {
	staff_in "$1"
	status 303
}

# sign_in MAILBOX [PASSWORD]: signs in to that account.
sign_in() {
	cgi session GET session
	submit session session "email=$1%40contoh.id&password=${2-$password}"
}

# turns_hold [FIRST COUNT]: starts a process that holds all turns and waiting
# places of the semaphore (base/semaphore.h), or COUNT bytes of its file from
# FIRST on.  turns_free kills that process; the end of the test body kills it too.
turns_hold() {
	"$ANTREAN_BUILD/tests/lib/hold" "$T/run/semaphore.lock" "${1-0}" "${2-0}" \
		>"$T/held" 2>&1 &
	turns_pid=$!
	trap turns_free EXIT
	wait_for 5 grep -q held "$T/held"
}
turns_free() {
	trap - EXIT
	kill -9 "$turns_pid" 2>/dev/null || true
	wait "$turns_pid" 2>/dev/null || true
}
