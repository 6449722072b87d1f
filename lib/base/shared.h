/* shared.h - a file in memory that the programs of a host share.
 *
 * A file of a fixed size, mapped and kept open.  The file may be deleted,
 * replaced by another of its name or cut short while we have it: whoever uses
 * it asks shared_sound() once a request, before the first byte.  (Cut short
 * between that look and the use, the process ends by SIGBUS and the
 * supervisor starts the next.)
 */
#ifndef BASE_SHARED_H
#define BASE_SHARED_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"

struct shared {
	void *data; /* NULL: not mapped */
	size_t size;
	int fd;
};

/* Maps SIZE bytes of PATH.  To be MADE, a file that is missing or shorter is
 * made or lengthened with zeros, for the group; else a missing one is
 * ERR_MISSING and a shorter one ERR_INPUT, neither logged.  ERR_FAULT, logged,
 * for anything else.  S is zeros or closed before. */
MUST_USE enum err shared_open(
    struct shared *s, const char *path, size_t size, bool made);

/* True if S is mapped and its file still has its name and length. */
bool shared_sound(const struct shared *s);

/* Unmaps; nothing to do if it is not mapped. */
void shared_close(struct shared *s);

#endif
