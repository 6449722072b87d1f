/* ratelimit.h - rate limits shared by all programs of a host.
 *
 * A map of token buckets in one memory-mapped file: no store, no database,
 * no lock.  A bucket of N tries per T seconds gives back one try every T/N
 * seconds.  Two programs racing for one bucket may let a try too many
 * through, and a full map forgets its oldest bucket: limits slow people
 * down, they are not what keeps a rule.  A program that was taken over can
 * empty and fill the buckets of all.
 *
 * The file is RUN_DIR/ratelimit.map, made by whoever needs it first and may
 * write in RUN_DIR.  Where RUN_DIR is root's (conf/systemd), none of the
 * programs may, and one that was deleted is made anew by root (systemd-tmpfiles
 * --create). Until then each process counts for itself: a limit is as many
 * times as wide as there are processes, and each says so in the log once a
 * minute (why=alone).
 */
#ifndef BASE_RATELIMIT_H
#define BASE_RATELIMIT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct ratelimit_map;

/* Opens or makes the file of RUN_DIR and keeps it mapped until A is reset. */
struct ratelimit_map *ratelimit_open(struct arena *a, const char *run_dir);

/* True if the bucket KEY (any 8 well-mixed bytes, see ratelimit_key) has a try
 * left at NOW under TRIES per SECONDS.  With TRIES < 1 nothing is let through.
 */
bool ratelimit_has(struct ratelimit_map *map, uint64_t key, int64_t now,
    int tries, int seconds);

/* Takes a try; false if there was none left. */
bool ratelimit_take(struct ratelimit_map *map, uint64_t key, int64_t now,
    int tries, int seconds);

/* A key of a use ("signin") and what is limited (an e-mail, a code). */
uint64_t ratelimit_key(const char *what, const char *name);

/* A key of a use and the network address ADDR.  Of IPv6 only the first 64 bits
 * count: the rest is the host's own to choose anew for every try (RFC 8981).
 * What is no address is taken as it stands. */
uint64_t ratelimit_key_addr(const char *what, const char *addr);

#endif
