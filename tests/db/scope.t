#!/bin/sh
# scope.t - staff of one office reach nothing of another through lib/queue.
. "$(dirname "$0")/../lib/lib.sh"
. "$ANTREAN_SRC/tests/lib/world.sh"
world_make

# with_actor: the functions that the headers of lib/queue give an actor.
with_actor() {
	cat "$ANTREAN_SRC"/lib/queue/*/*.h | tr '\n\t' '  ' |
		grep -o 'enum err [a-z_]*([^()]*struct actor \*' |
		sed 's/^enum err //; s/(.*//' | sort
}
# none_needed: those among them that get nothing of an office.
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
test_case 'each function that has an actor is tried so, or needs no trial' '
	[ "$(with_actor | wc -l)" -gt 20 ]
	with_actor | sed "s/$/(/" >"$T/all"
	grep -oFf "$T/all" "$ANTREAN_SRC/tests/db/scope.c" | tr -d "(" |
		sort -u >"$T/tried"
	none_needed | sort -m - "$T/tried" >"$T/known"
	with_actor >"$T/all"
	same "$T/all" "$T/known"
'
test_end
