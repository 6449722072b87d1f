/* semaphore.h - few do something costly at once, on the whole host.
 *
 * A turn, and a place to wait for one, is a byte of RUN_DIR/semaphore.lock,
 * locked by the open file description (F_OFD_SETLK, POSIX.1-2024).  The kernel
 * gives the byte back when its holder ends, however it ends: nothing is ever
 * left over, and there is nothing to set right after a crash.  Bytes 0 to
 * SEMAPHORE_TURNS - 1 are turns, then come the waiting places of each class.
 * Removed while in use, it counts anew for whoever opens it then.
 *
 * Where the processor was taken from the holder of a turn, others need it: the
 * turn then rests for SEMAPHORE_REST times what it has cost, so that on a busy
 * host all turns together cost a sixth of as many processors.  Till when is
 * what the file holds, 8 bytes a turn.
 *
 * Those who wait are of classes that the caller numbers.  All classes share the
 * turns, and each has waiting places of its own: a crowd in one class leaves
 * the others theirs.  A process that finds no waiting place is told so at once.
 */
#ifndef BASE_SEMAPHORE_H
#define BASE_SEMAPHORE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

#define SEMAPHORE_TURNS 64      /* most turns there can be */
#define SEMAPHORE_CLASSES 2     /* classes of those who wait */
#define SEMAPHORE_WAITING 4     /* waiting places of a class */
#define SEMAPHORE_PATIENCE 2500 /* milliseconds one waits at most */
#define SEMAPHORE_REST 5        /* times the processor time of a turn */

struct semaphore;

/* Opens or makes the file.  TURNS at once, 1..SEMAPHORE_TURNS; 0 is one for
 * every four processors, at most 4.  The semaphore lives in A; its file is open
 * until A is reset.  ERR_FAULT, logged, if it cannot be. */
MUST_USE enum err semaphore_open(
    struct arena *a, const char *run_dir, int64_t turns, struct semaphore **t);

/* Takes a turn, after waiting for it where CLASS, 0..SEMAPHORE_CLASSES - 1, has
 * a waiting place.  ERR_BUSY: no turn and no waiting place, or no patience
 * left; how many were sent away is logged now and then.  One process has at
 * most one turn. */
MUST_USE enum err semaphore_enter(struct semaphore *t, int class);

/* The costly part begins: what was waited for before, as for a database, does
 * not count. */
void semaphore_work(struct semaphore *t);

/* Gives the turn back; does nothing if there is none. */
void semaphore_leave(struct semaphore *t);

#endif
