/* tries.h - wrong passwords, counted by name and by network address.
 *
 * A password costs the host some 25 ms, right or wrong, and a guesser need
 * not stay with one name.  The limits are the parameters signin_tries, of one
 * name, and signin_address, of one address, which is generous: behind a
 * mobile carrier's address there are thousands of people.
 */
#ifndef APP_WHO_TRIES_H
#define APP_WHO_TRIES_H

#include "app/core/cx.h"

struct tries {
	uint64_t name, addr; /* keys of base/ratelimit.h */
	int name_max, addr_max;
};

/* Before a password of NAME is judged; KIND tells the names of accounts from
 * those of staff.  ERR_LIMIT: there were too many wrong ones. */
MUST_USE enum err tries_begin(
    struct cx *cx, const char *kind, const char *name, struct tries *t);

/* Counts a wrong one.  ERR_LIMIT: others took the last try meanwhile. */
MUST_USE enum err tries_wrong(struct cx *cx, const struct tries *t);

#endif
