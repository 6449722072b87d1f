/* ratelimit.h - rate limits shared by all programs of a host.
 *
 * A table of token buckets in one memory-mapped file, without database and
 * lock.  A bucket of N tries per T seconds gives back one try every T/N
 * seconds.  Two programs that use one bucket at the same time may let one try
 * too many through, and a full table forgets the bucket that is nearest to
 * full.  So a limit slows people down but cannot enforce a rule.  An attacker
 * who controls one program can change every bucket.
 *
 * The file is RUN_DIR/ratelimit.map.  The first program that may write in
 * RUN_DIR makes it.  Where RUN_DIR is root's (conf/systemd) no program may
 * write there, and root makes a deleted file again (systemd-tmpfiles --create).
 * Without the file each process has a table of its own, so a limit is as many
 * times as wide as there are processes, and each process logs why=alone at most
 * once a minute.
 */
#ifndef BASE_RATELIMIT_H
#define BASE_RATELIMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct ratelimit_map;

/* Opens or makes the file of RUN_DIR and keeps it mapped until A is reset. */
struct ratelimit_map *ratelimit_open(struct arena *a, const char *run_dir);

/* True if the bucket KEY (8 well-mixed bytes, see ratelimit_key) has a try left
 * at NOW with TRIES per SECONDS.  With TRIES < 1 always false. */
bool ratelimit_has(struct ratelimit_map *map, uint64_t key, int64_t now,
    int tries, int seconds);

/* Takes a try; false if there was none left. */
bool ratelimit_take(struct ratelimit_map *map, uint64_t key, int64_t now,
    int tries, int seconds);

/* The key for a use ("signin") and the thing that is limited (an e-mail
 * address, a code).  It is a hash with a random seed that is in the file, so
 * that nobody outside can find names whose buckets push out somebody else's,
 * and every program has it, also one that can read no key file. */
uint64_t ratelimit_key(
    struct ratelimit_map *map, const char *what, const char *name);

/* The key for a use and the network address ADDR.  Of IPv6 only the first 64
 * bits count, because a host may choose the others anew for every try (RFC
 * 8981).  An ADDR that is no address counts as plain text. */
uint64_t ratelimit_key_addr(
    struct ratelimit_map *map, const char *what, const char *addr);

#endif
