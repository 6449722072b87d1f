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

enum shared_how {
	SHARED_READ,  /* the file that is there, for reading */
	SHARED_WRITE, /* the file that is there */
	SHARED_MAKE,  /* the same, made with zeros for the group if missing */
};

/* Maps SIZE bytes of PATH; SIZE 0 is the file's own size.  ERR_MISSING without
 * a line in the log if there is no such file, ERR_INPUT if it is shorter (a
 * file to be MADE is lengthened), ERR_FAULT, logged, for anything else.  S is
 * zeros or closed before. */
MUST_USE enum err shared_open(
    struct shared *s, const char *path, size_t size, enum shared_how how);

/* True if S is mapped and its file still has its name and length. */
bool shared_sound(const struct shared *s);

/* Unmaps; nothing to do if it is not mapped. */
void shared_close(struct shared *s);

#endif
