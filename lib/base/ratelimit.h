/* ratelimit.h - rate limits shared by all programs of a host.
 *
 * A table of token buckets in one memory-mapped file, without database and
 * lock.  A bucket of N tries per T seconds gives back one try every T/N
 * seconds.  Two programs that use one bucket at the same time can let one try
 * too many through.  If there is no room for a new bucket, it replaces a bucket
 * that will soon have all its tries again.  So a limit slows people down and
 * cannot enforce a rule.  An attacker who controls one program can change every
 * bucket.
 *
 * The file is RUN_DIR/ratelimit.map.  The first program that may write in
 * RUN_DIR makes it.  Where RUN_DIR belongs to root (conf/systemd) no program
 * can write there, and root makes a deleted file again (systemd-tmpfiles
 * --create).  Without the file each process counts in a table of its own, so P
 * processes together allow P times as many tries; each process then logs
 * why=alone at most once a minute.
 */
#ifndef BASE_RATELIMIT_H
#define BASE_RATELIMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct ratelimit_map;

/* Opens or makes the file of RUN_DIR and keeps it mapped until A is reset.
 * Never fails: without the file it returns a table of this process. */
struct ratelimit_map *ratelimit_open(struct arena *a, const char *run_dir);

/* True if the bucket KEY, made by ratelimit_key(), has a try left at the
 * instant NOW when TRIES per SECONDS are allowed.  Takes nothing.  With TRIES <
 * 1 always false. */
bool ratelimit_has(struct ratelimit_map *map, uint64_t key, int64_t now,
    int tries, int seconds);

/* Takes a try from the bucket; false if it has none left. */
bool ratelimit_take(struct ratelimit_map *map, uint64_t key, int64_t now,
    int tries, int seconds);

/* The key of the bucket for the use WHAT ("signin") and the limited NAME (an
 * e-mail address, a code).  The key is a hash with a random seed, so that no
 * outsider can find names whose buckets replace another person's bucket.  The
 * seed is in the file, so that programs that can read no key file have it. */
uint64_t ratelimit_key(
    struct ratelimit_map *map, const char *what, const char *name);

/* The key of the bucket for the use WHAT and the network address ADDR.  Of an
 * IPv6 address only the first 64 bits count, because a host can choose the
 * other 64 anew for every try (RFC 8981).  An ADDR that is no address is
 * treated as a name. */
uint64_t ratelimit_key_addr(
    struct ratelimit_map *map, const char *what, const char *addr);

#endif
