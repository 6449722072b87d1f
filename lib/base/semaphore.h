/* semaphore.h - a counting semaphore for costly work, for a whole host.
 *
 * A process holds a turn while it does the costly work, and a waiting place
 * while it waits for a turn.  Each turn and each waiting place is one byte of
 * RUN_DIR/semaphore.lock, locked by the open file description (F_OFD_SETLK,
 * POSIX.1-2024).  The kernel unlocks the byte when the process ends, even by a
 * crash, so there is nothing to clean up.  Bytes 0 to SEMAPHORE_TURNS - 1 are
 * turns; then come the waiting places of each class.  If somebody deletes the
 * file in use, programs that open it later get a new file, and the processes of
 * each file count only each other.
 *
 * If the holder of a turn was off the CPU for a third of its wall time or more,
 * the host is short of CPU.  The turn is then unavailable (it rests) for
 * SEMAPHORE_REST times the CPU time that its holder used.  So on such a host N
 * turns together use at most N/6 CPUs.  The file holds, for each turn, the
 * monotonic time (8 bytes, nanoseconds) until which the turn is unavailable.  A
 * time more than 5 s ahead is ignored, since a reboot sets that clock back.
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

#define SEMAPHORE_TURNS 64      /* most turns */
#define SEMAPHORE_CLASSES 2     /* classes of waiting processes */
#define SEMAPHORE_WAITING 4     /* waiting places of a class */
#define SEMAPHORE_PATIENCE 2500 /* most milliseconds that a process waits */
#define SEMAPHORE_REST 5        /* rest of a turn: times its CPU time */

struct semaphore;

/* Opens or makes the file.  TURNS is how many processes can hold a turn at
 * once, 1..SEMAPHORE_TURNS (more counts as SEMAPHORE_TURNS); 0 means one for
 * every four processors, at least 1 and at most 4.  The semaphore *T is in A;
 * the reset of A closes its file.  ERR_FAULT, logged, if the file cannot be
 * opened. */
MUST_USE enum err semaphore_open(
    struct arena *a, const char *run_dir, int64_t turns, struct semaphore **t);

/* Takes a turn.  If none is free, it waits in a waiting place of CLASS
 * (0..SEMAPHORE_CLASSES - 1), at most SEMAPHORE_PATIENCE.  ERR_BUSY if no
 * waiting place was free, or no turn became free in that time; the number of
 * these refusals is logged at most every ten seconds.  The caller must not hold
 * a turn already. */
MUST_USE enum err semaphore_enter(struct semaphore *t, int class);

/* Says that the costly work begins now.  semaphore_enter() says so itself; a
 * holder that then waited for something else, like the database, says it again,
 * because that time must not count as time off the CPU. */
void semaphore_work(struct semaphore *t);

/* Gives the turn back; does nothing if the process holds none. */
void semaphore_leave(struct semaphore *t);

#endif
