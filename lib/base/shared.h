/* shared.h - a memory-mapped file that the programs of a host share.
 *
 * A file of a fixed size, mapped and kept open. shared_open reserves all its
 * space: on a full file system making the file fails, instead of a process
 * dying when it first writes to a page.  Somebody may delete, replace or
 * truncate the file while it is mapped, so each user calls shared_sound() once
 * a request, before it reads the first byte.  (If the file is truncated between
 * that call and a read, the process ends by SIGBUS and the supervisor starts
 * the next one.)
 *
 * Trust nothing in the file: a faulty program or an attacker who controls one
 * may have written any bytes, and may change them between two reads.  Copy a
 * number once, check the copy, and only then use it as an index or a length.
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
	SHARED_READ,  /* read-only: a write ends the process */
	SHARED_WRITE, /* read and write */
	SHARED_MADE,  /* read and write; made, or extended with zeros, if
	                 necessary */
};

/* Maps SIZE bytes of PATH.  Without SHARED_MADE a missing file is ERR_MISSING
 * and a shorter one ERR_INPUT, neither logged; every other failure is
 * ERR_FAULT, logged.  A file that is made is readable and writable for the
 * group.  Before the call S is zeros, or was closed. */
MUST_USE enum err shared_open(
    struct shared *s, const char *path, size_t size, enum shared_use use);

/* True if S is mapped and its file still has its name and length. */
bool shared_sound(const struct shared *s);

/* Unmaps and closes the file; does nothing if it is not mapped. */
void shared_close(struct shared *s);

#endif
