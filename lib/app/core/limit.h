/* limit.h - rate limits, declared as tables.
 *
 *	static const struct limit wrong_codes[] = {
 *	    {"code", LIMIT_NAME, PARAMETER_LOOKUP_TRIES, 1, 3600},
 *	    {"code-addr", LIMIT_ADDRESS, PARAMETER_COUNT, 300, 3600},
 *	    {0},
 *	};
 *
 * A limit must not tell a guesser what he has guessed: limit_check comes before
 * the act, whatever the act will come to, and limit_count after it if it is one
 * that counts (a wrong password).  Where every try counts, limit_count before
 * the act is enough.  A refusal is logged with the name of its row.
 */
#ifndef APP_CORE_LIMIT_H
#define APP_CORE_LIMIT_H

#include "app/core/cx.h"
#include "queue/office/parameter.h"

enum limit_by {
	LIMIT_NAME,    /* what the program names: an e-mail address, a code */
	LIMIT_ADDRESS, /* the network address; behind one of a mobile carrier
	                  are thousands of people */
	LIMIT_PERSON,  /* the account or member of staff that is signed in */
};

/* A row of a table; the last has no name.  Rows of one name share their buckets
 * (base/ratelimit.h), also those of different programs. */
struct limit {
	const char *name;
	enum limit_by by;
	enum parameter rule; /* of the country; PARAMETER_COUNT: none */
	int tries;           /* times what RULE says, or just so many */
	int seconds;
};

/* OK if each row of TABLE (may be NULL) has a try left, else ERR_LIMIT.  NAME
 * is for rows by name; NULL: one bucket for all. */
MUST_USE enum err limit_check(
    struct cx *cx, const struct limit *table, const char *name);

/* Takes a try of each row; ERR_LIMIT if one had none left. */
MUST_USE enum err limit_count(
    struct cx *cx, const struct limit *table, const char *name);

#endif
