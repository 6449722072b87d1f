/* shared.h - a memory-mapped file that the programs of a host share.
 *
 * The file has a fixed size; it is mapped and kept open.  shared_open()
 * reserves all its disk space, so that a full file system makes shared_open()
 * fail and not the process that first writes to a page.  Somebody can delete,
 * replace or truncate the file while it is mapped.  So each program calls
 * shared_sound() once a request, before it reads the first byte.  (If the file
 * is truncated between that call and a read, the process ends by SIGBUS and the
 * supervisor starts a new one.)
 *
 * Trust nothing in the file.  A faulty program, or an attacker who controls a
 * program, can write any bytes and change them between two reads.  Copy a
 * number once, check the copy, and only then use the copy as an index or a
 * length.
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
	SHARED_MADE,  /* read and write; shared_open() makes the file, or
	                 extends it with zeros, if necessary */
};

/* Maps SIZE bytes of the file PATH.  S must be all zeros or closed before.
 * Without SHARED_MADE a missing file is ERR_MISSING and a shorter file
 * ERR_INPUT, neither logged.  Every other failure is ERR_FAULT, logged.  A file
 * that shared_open() makes is readable and writable for its group. */
MUST_USE enum err shared_open(
    struct shared *s, const char *path, size_t size, enum shared_use use);

/* True if S is mapped and its file was neither deleted nor truncated. */
bool shared_sound(const struct shared *s);

/* Unmaps and closes the file; does nothing if S is not mapped.  S can then be
 * opened again. */
void shared_close(struct shared *s);

#endif
