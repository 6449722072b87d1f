/* bucket.c - rate limits shared by all programs of a host. */
#include "base/bucket.h"

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
#define TRY_EVERY 10 /* seconds between tries to make it anew */

/* Generic cell rate algorithm: FULL_AT is the instant, in milliseconds, at
 * which the bucket would have given all its tries back. */
struct cell {
	_Atomic uint64_t key;
	_Atomic int64_t full_at;
};

struct table {
	struct cell cell[SETS][WAYS];
};

struct bucket_map {
	struct shared file;
	const char *path;
	int64_t tried_at; /* day_due: to make it anew */
};

static void
close_at_reset(void *map)
{
	shared_close(&((struct bucket_map *)map)->file);
}

enum err
bucket_open(struct arena *a, const char *run_dir, struct bucket_map **map)
{
	struct bucket_map *m = ARENA_NEW(a, struct bucket_map);
	enum err e;

	m->path = arena_printf(a, "%s/buckets.map", run_dir);
	e = shared_open(&m->file, m->path, sizeof(struct table), SHARED_MADE);
	if (e != OK)
		return e;
	arena_defer(a, close_at_reset, m);
	*map = m;
	return OK;
}

/* The table, made anew if its file is gone; NULL if it cannot be. */
static struct table *
table(struct bucket_map *map)
{
	if (shared_sound(&map->file))
		return map->file.data;
	if (!day_due(&map->tried_at, TRY_EVERY))
		return NULL;
	shared_close(&map->file);
	if (shared_open(
		&map->file, map->path, sizeof(struct table), SHARED_MADE) != OK)
		return NULL;
	log_warn("bucket", "why=made-anew");
	return map->file.data;
}

/* The cell of KEY: its own, or the one of its set that is emptiest. */
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

/* When cell C, if it is KEY's, is full again: never before NOW, all in
 * milliseconds.  More than a whole SPAN ahead was written before the clock was
 * set back, and is forgotten: it would shut everybody out for as long. */
static int64_t
full_at(struct cell *c, uint64_t key, int64_t now, int64_t span)
{
	int64_t at = atomic_load(&c->key) == key ? atomic_load(&c->full_at) : 0;

	return at < now || at > now + span ? now : at;
}

bool
bucket_has(
    struct bucket_map *map, uint64_t key, int64_t now, int tries, int seconds)
{
	int64_t span = (int64_t)seconds * 1000, step = span / tries;
	int64_t ms = now * 1000;
	struct table *t = table(map);

	return t == NULL ||
	       full_at(find(t, key), key, ms, span) - ms <= span - step;
}

bool
bucket_take(
    struct bucket_map *map, uint64_t key, int64_t now, int tries, int seconds)
{
	int64_t span = (int64_t)seconds * 1000, step = span / tries;
	int64_t ms = now * 1000, full;
	struct table *t = table(map);
	struct cell *c;

	if (t == NULL)
		return true;
	c = find(t, key);
	full = full_at(c, key, ms, span);
	atomic_store(&c->key, key);
	if (full - ms > span - step)
		return false;
	atomic_store(&c->full_at, full + step);
	return true;
}

static uint64_t
key_of(const char *what, const void *name, size_t n)
{
	const struct crypt_part part[] = {{what, strlen(what)}, {name, n}};
	unsigned char hash[CRYPT_HASH_SIZE];
	uint64_t key;

	crypt_hash(part, 2, hash);
	memcpy(&key, hash, sizeof(key));
	return key == 0 ? 1 : key;
}

uint64_t
bucket_key(const char *what, const char *name)
{
	return key_of(what, name, strlen(name));
}

uint64_t
bucket_key_addr(const char *what, const char *addr)
{
	struct in6_addr a;

	/* ::ffff:192.0.2.1 is an IPv4 host: all of them share 64 bits */
	if (inet_pton(AF_INET6, addr, &a) != 1 || IN6_IS_ADDR_V4MAPPED(&a))
		return bucket_key(what, addr);
	return key_of(what, a.s6_addr, 8);
}
