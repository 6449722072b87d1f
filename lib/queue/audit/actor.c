/* actor.c - the names of the kinds of actors in the audit. */
#include "queue/audit/actor.h"

#include <assert.h>

const char *
actor_name(enum actor_kind kind)
{
	static const char *const names[ACTOR_KINDS] = {
	    [ACTOR_SYSTEM] = "system",
	    [ACTOR_ACCOUNT] = "account",
	    [ACTOR_CODE] = "code",
	    [ACTOR_STAFF] = "staff",
	    [ACTOR_SENDER] = "sender",
	};

	assert(kind >= 0 && kind < ACTOR_KINDS);
	return names[kind];
}
