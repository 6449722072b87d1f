/* shared.h - a file in memory that the programs of a host share.
 *
 * A file of a fixed size, mapped and kept open.  All of its room is taken where
 * it is made: a full file system is an error then, and not the end of whoever
 * first touches a page.  The file may be deleted, replaced by another of its
 * name or cut short while we have it: whoever uses it asks shared_sound() once
 * a request, before the first byte.  (Cut short between that look and the use,
 * the process ends by SIGBUS and the supervisor starts the next.)
 *
 * What stands in it may be the noise of a program gone astray, or the lie of
 * one that was taken over, and may change between two looks: a number that
 * leads to memory is copied once, and the copy judged.
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

enum shared_use {
	SHARED_READ,  /* a write to it ends the process */
	SHARED_WRITE, /* to read and write */
	SHARED_MADE,  /* the same, made or lengthened with zeros if need be */
};

/* Maps SIZE bytes of PATH.  If it is not to be made, a missing file is
 * ERR_MISSING and a shorter one ERR_INPUT, neither logged; ERR_FAULT, logged,
 * for anything else.  Made for the group.  S is zeros or closed before. */
MUST_USE enum err shared_open(
    struct shared *s, const char *path, size_t size, enum shared_use use);

/* True if S is mapped and its file still has its name and length. */
bool shared_sound(const struct shared *s);

/* Unmaps; nothing to do if it is not mapped. */
void shared_close(struct shared *s);

#endif
