/* bucket.c - rate limits shared by all programs of a host. */
#include "base/bucket.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/log.h"

#define SETS 16384
#define WAYS 4

/* Generic cell rate algorithm: FULL_AT is the instant, in milliseconds, at
 * which the bucket would have given all its tries back. */
struct cell {
	_Atomic uint64_t key;
	_Atomic int64_t full_at;
};

struct bucket_map {
	struct cell cell[SETS][WAYS];
};

enum err
bucket_open(const char *run_dir, struct bucket_map **map)
{
	char path[PATH_MAX];
	void *p = MAP_FAILED;
	mode_t mask;
	int fd;

	/* whoever comes first makes it for all, from a shell too */
	mask = umask(007);
	snprintf(path, sizeof(path), "%s/buckets.map", run_dir);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	umask(mask);
	if (fd >= 0 && ftruncate(fd, sizeof(**map)) == 0)
		p = mmap(NULL, sizeof(**map), PROT_READ | PROT_WRITE,
		    MAP_SHARED, fd, 0);
	if (p == MAP_FAILED) {
		log_fault("bucket", "file=%s errno=%d", path, errno);
		if (fd >= 0)
			close(fd);
		return ERR_FAULT;
	}
	close(fd);
	*map = p;
	return OK;
}

/* The cell of KEY: its own, or the one of its set that is emptiest. */
static struct cell *
find(struct bucket_map *map, uint64_t key)
{
	struct cell *set = map->cell[key % SETS], *best = &set[0];

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

	return full_at(find(map, key), key, ms, span) - ms <= span - step;
}

bool
bucket_take(
    struct bucket_map *map, uint64_t key, int64_t now, int tries, int seconds)
{
	int64_t span = (int64_t)seconds * 1000, step = span / tries;
	int64_t ms = now * 1000;
	struct cell *c = find(map, key);
	int64_t full = full_at(c, key, ms, span);

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
