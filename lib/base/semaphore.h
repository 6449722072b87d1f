/* semaphore.h - a counting semaphore for costly work, for a whole host.
 *
 * Each turn and each waiting place is one byte of RUN_DIR/semaphore.lock,
 * locked by the open file description (F_OFD_SETLK, POSIX.1-2024).  The kernel
 * unlocks the byte when its holder ends, however it ends, so a crash leaves
 * nothing to clean up.  Bytes 0 to SEMAPHORE_TURNS - 1 are turns; then come the
 * waiting places of each class.  If somebody deletes the file in use, programs
 * that open it later get a new file and count on their own.
 *
 * If the holder of a turn was off the CPU for a third of its wall time or more,
 * the host is short of CPU.  The turn is then unavailable for SEMAPHORE_REST
 * times the CPU time it used, so all turns together take at most 1/6 of as many
 * CPUs.  The file holds, for each turn, the monotonic time (8 bytes,
 * nanoseconds) until which it is unavailable.
 *
 * The caller gives each process that waits a class.  All classes share the
 * turns, but each class has its own waiting places, so a crowd in one class
 * does not take the places of another.  A process that finds no waiting place
 * is refused at once.
 */
#ifndef BASE_SEMAPHORE_H
#define BASE_SEMAPHORE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"

#define SEMAPHORE_TURNS 64      /* maximum of turns */
#define SEMAPHORE_CLASSES 2     /* classes of waiting processes */
#define SEMAPHORE_WAITING 4     /* waiting places of a class */
#define SEMAPHORE_PATIENCE 2500 /* milliseconds a process waits at most */
#define SEMAPHORE_REST 5        /* how many times its CPU time a turn rests */

struct semaphore;

/* Opens or makes the file.  TURNS is how many processes may work at once,
 * 1..SEMAPHORE_TURNS; 0 means one for every four processors, at least 1 and at
 * most 4.  The semaphore is in A; its file is closed when A is reset.
 * ERR_FAULT, logged, if it cannot be. */
MUST_USE enum err semaphore_open(
    struct arena *a, const char *run_dir, int64_t turns, struct semaphore **t);

/* Takes a turn; if none is free, waits in a waiting place of CLASS
 * (0..SEMAPHORE_CLASSES - 1), at most SEMAPHORE_PATIENCE.  ERR_BUSY: there was
 * no waiting place, or no turn in that time; the number of these refusals is
 * logged now and then.  A process may hold one turn at most. */
MUST_USE enum err semaphore_enter(struct semaphore *t, int class);

/* The costly part begins now.  Call it after waiting for something else, like
 * the database: that time must not count as time off the CPU. */
void semaphore_work(struct semaphore *t);

/* Gives the turn back; does nothing if there is none. */
void semaphore_leave(struct semaphore *t);

#endif
