#!/bin/sh
# scope.t - staff of one office cannot reach data of another through lib/queue.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make

# with_actor: lists the functions of lib/queue that take an actor.
with_actor() {
	cat "$ANTREAN_SRC"/lib/queue/*/*.h | tr '\n\t' '  ' |
		grep -o 'enum err [a-z_]*([^()]*struct actor \*' |
		sed 's/^enum err //; s/(.*//' | sort
}
# none_needed: lists those among them that take no data of an office.
none_needed() {
	sed 's/ .*//' <<-EOF | sort
		account_make belongs to no office
		applicant_lapse_account finishes visits that are over everywhere
		applicant_lapse_nik finishes visits that are over everywhere
		audit_write is what the acts call
		person_add has an account of no office
		person_remove has an account of no office
		session_begin makes a session of the actor
		session_end ends a session of the actor
		session_note notes a visit of the actor
	EOF
}

test_case 'staff of one office reach nothing of another' '
	ANTREAN_CONF=$T/antrean.conf ANTREAN_CLOCK=$T/clock \
		"$ANTREAN_BUILD/tests/db/scope" 2>"$T/log"
'
test_case 'scope.c tries each function that takes an actor, or none_needed lists it' '
	[ "$(with_actor | wc -l)" -gt 20 ]
	with_actor | sed "s/$/(/" >"$T/all"
	grep -oFf "$T/all" "$ANTREAN_SRC/tests/db/scope.c" | tr -d "(" |
		sort -u >"$T/tried"
	none_needed | sort -m - "$T/tried" >"$T/known"
	with_actor >"$T/all"
	same "$T/all" "$T/known"
'
test_end
