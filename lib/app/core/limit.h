/* limit.h - rate limits, declared as tables.
 *
 *	static const struct limit wrong_codes[] = {
 *	    {"code", LIMIT_NAME, PARAMETER_LOOKUP_TRIES, 1, 3600},
 *	    {"code-addr", LIMIT_ADDRESS, PARAMETER_COUNT, 300, 3600},
 *	    {0},
 *	};
 *
 * A limit must not tell an attacker whether a guess was right.  So a program
 * calls limit_check before it looks whether the guess is right.  It calls
 * limit_count afterwards if the guess was wrong.  A program in which every try
 * counts calls only limit_count, before the try.  A refusal is logged with the
 * row's name.
 */
#ifndef APP_CORE_LIMIT_H
#define APP_CORE_LIMIT_H

#include "app/core/cx.h"
#include "queue/office/parameter.h"

enum limit_by {
	LIMIT_NAME,    /* what the program names: an e-mail address, a code */
	LIMIT_ADDRESS, /* the network address; thousands of people can share
	                * that of a mobile carrier */
	LIMIT_PERSON,  /* the account or member of staff who is signed in */
};

/* A row of a table; the last row has no name.  All programs share the counts of
 * rows that have the same name (base/ratelimit.h). */
struct limit {
	const char *name;
	enum limit_by by;
	enum parameter rule; /* national value; PARAMETER_COUNT: none */
	int tries;           /* the limit; with a RULE, TRIES times its value */
	int seconds;
};

/* Tells whether a try is permitted, and counts nothing.  ERR_LIMIT: a row of
 * TABLE is used up; another error: a rule could not be read.  TABLE NULL has no
 * rows.  NAME is for the LIMIT_NAME rows; with NAME NULL such a row has one
 * count for everybody. */
MUST_USE enum err limit_check(
    struct cx *cx, const struct limit *table, const char *name);

/* Counts one try in each row of TABLE.  ERR_LIMIT: a row was used up before
 * this try; other errors, TABLE and NAME as for limit_check. */
MUST_USE enum err limit_count(
    struct cx *cx, const struct limit *table, const char *name);

#endif
