/* actor.h - the actor of an act: who does something, where, and when.
 *
 * An act is whatever the audit records (audit.h).  Every function of lib/queue
 * that changes something takes an actor, and writes a line of the audit
 * (audit.h) in the same transaction.  A program gets its actor from cx_actor
 * (app/core/cx.h); the worker acts as the system.  A function that reads what
 * the public must not see takes an actor too.
 *
 * Some actors belong to one office, and only the objects of that office exist
 * for them.  For another office's object these functions return ERR_MISSING, as
 * for an object that does not exist.  Functions that change what all offices
 * share return ERR_FORBIDDEN to such an actor.
 */
#ifndef QUEUE_AUDIT_ACTOR_H
#define QUEUE_AUDIT_ACTOR_H

#include <stdbool.h>
#include <stdint.h>

enum actor_kind {
	ACTOR_SYSTEM,  /* the worker, or an administrator at a shell */
	ACTOR_ACCOUNT, /* an applicant who is signed in */
	ACTOR_CODE,    /* somebody with a booking code or a signed link */
	ACTOR_STAFF,
	ACTOR_SENDER, /* of a text message */
	ACTOR_KINDS
};

struct actor {
	enum actor_kind kind;
	int64_t id;        /* of account, staff or sender; 0 if not known */
	int64_t office_id; /* the only office whose objects exist for this */
			   /* actor; 0 for any office */
	int64_t now;       /* instant of the act */
};

/* The name of KIND in the audit, in lower case. */
const char *actor_name(enum actor_kind kind);

/* True if objects of office OFFICE_ID exist for the actor BY. */
static inline bool
actor_knows(const struct actor *by, int64_t office_id)
{
	return by->office_id == 0 || by->office_id == office_id;
}

#endif
