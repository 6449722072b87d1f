/* ratelimit.c - rate limits shared by all programs of a host. */
#include "base/ratelimit.h"

#include <arpa/inet.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"
#include "base/shared.h"

#define SETS 16384
#define WAYS 4
#define TRY_EVERY 60 /* seconds between two attempts to open the file */

/* Generic cell rate algorithm: FULL_AT is the instant, in milliseconds, at
 * which the bucket has all its tries again. */
struct cell {
	_Atomic uint64_t key;
	_Atomic int64_t full_at;
};

struct table {
	_Atomic uint64_t seed[2]; /* 0 before the first key is made */
	struct cell cell[SETS][WAYS];
};

struct ratelimit_map {
	struct arena *arena;
	struct shared file;
	struct table *own; /* used while there is no file; NULL until then */
	const char *path;
	int64_t tried_at; /* for day_due: the last attempt to open the file */
};

static void
close_at_reset(void *map)
{
	shared_close(&((struct ratelimit_map *)map)->file);
}

/* Opens the file, or makes it, at most once in TRY_EVERY until that succeeds.
 * False if the file is not open. */
static bool
renew(struct ratelimit_map *m)
{
	bool lost = m->file.data != NULL || m->own != NULL;

	if (!day_due(&m->tried_at, TRY_EVERY))
		return false;
	shared_close(&m->file);
	if (shared_open(&m->file, m->path, sizeof(struct table), SHARED_MADE) !=
	    OK) {
		log_warn("ratelimit", "why=alone");
		return false;
	}
	if (lost)
		log_warn("ratelimit", "why=made-anew");
	m->tried_at = 0;
	return true;
}

/* The table shared by all programs, or this process's own if there is none. */
static struct table *
table(struct ratelimit_map *m)
{
	if (shared_sound(&m->file) || renew(m))
		return m->file.data;
	if (m->own == NULL)
		m->own = ARENA_NEW(m->arena, struct table);
	return m->own;
}

struct ratelimit_map *
ratelimit_open(struct arena *a, const char *run_dir)
{
	struct ratelimit_map *m = ARENA_NEW(a, struct ratelimit_map);

	m->arena = a;
	m->path = arena_printf(a, "%s/ratelimit.map", run_dir);
	arena_defer(a, close_at_reset, m);
	(void)table(m);
	return m;
}

/* Returns the cell of KEY.  If KEY has none, it returns the cell of KEY's set
 * whose bucket will be the first to have all its tries again.  The caller can
 * give this cell to KEY. */
static struct cell *
find(struct table *t, uint64_t key)
{
	struct cell *set = t->cell[key % SETS], *best = &set[0];

	for (int i = 0; i < WAYS; i++) {
		if (atomic_load(&set[i].key) == key)
			return &set[i];
		if (atomic_load(&set[i].full_at) < atomic_load(&best->full_at))
			best = &set[i];
	}
	return best;
}

/* The instant at which KEY, whose cell is C, has all its tries again, at least
 * NOW; milliseconds.  If C belongs to another key, the result is NOW.  A stored
 * instant later than NOW + SPAN was written before somebody set the clock back.
 * The result is then NOW too: the stored one would refuse people for too long.
 */
static int64_t
full_at(struct cell *c, uint64_t key, int64_t now, int64_t span)
{
	int64_t at = atomic_load(&c->key) == key ? atomic_load(&c->full_at) : 0;

	return at < now || at > now + span ? now : at;
}

bool
ratelimit_has(struct ratelimit_map *map, uint64_t key, int64_t now, int tries,
    int seconds)
{
	int64_t span = (int64_t)seconds * 1000, ms = now * 1000, step;

	if (tries < 1)
		return false;
	step = span / tries;
	return full_at(find(table(map), key), key, ms, span) - ms <=
	       span - step;
}

bool
ratelimit_take(struct ratelimit_map *map, uint64_t key, int64_t now, int tries,
    int seconds)
{
	int64_t span = (int64_t)seconds * 1000, ms = now * 1000, step, full;
	struct cell *c;

	if (tries < 1)
		return false;
	step = span / tries;
	c = find(table(map), key);
	full = full_at(c, key, ms, span);
	atomic_store(&c->key, key);
	if (full - ms > span - step)
		return false;
	atomic_store(&c->full_at, full + step);
	return true;
}

/* Returns the half of the seed at AT.  If it is 0, no program has made this
 * half yet, and this call makes it. */
static uint64_t
seed(_Atomic uint64_t *at)
{
	uint64_t old = 0, new;

	crypt_random(&new, sizeof(new));
	return atomic_compare_exchange_strong(at, &old, new) ? new : old;
}

static uint64_t
key_of(struct ratelimit_map *map, const char *what, const void *name, size_t n)
{
	struct table *t = table(map);
	const uint64_t word[] = {seed(&t->seed[0]), seed(&t->seed[1])};
	const struct crypt_part part[] = {
	    {word, sizeof(word)}, {what, strlen(what)}, {name, n}};
	unsigned char hash[CRYPT_HASH_SIZE];
	uint64_t key;

	crypt_hash(part, 3, hash);
	memcpy(&key, hash, sizeof(key));
	return key == 0 ? 1 : key;
}

uint64_t
ratelimit_key(struct ratelimit_map *map, const char *what, const char *name)
{
	return key_of(map, what, name, strlen(name));
}

uint64_t
ratelimit_key_addr(
    struct ratelimit_map *map, const char *what, const char *addr)
{
	struct in6_addr a;

	/* ::ffff:192.0.2.1 is an IPv4 address: all of this form have the same
	 * first 64 bits, so the whole address counts */
	if (inet_pton(AF_INET6, addr, &a) != 1 || IN6_IS_ADDR_V4MAPPED(&a))
		return ratelimit_key(map, what, addr);
	return key_of(map, what, a.s6_addr, 8);
}
