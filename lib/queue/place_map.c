/* place_map.c - the seat map: which places of a host's slots are free. */
#include "queue/place_map.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"

/* Says whose file it is and how it is laid out. */
#define MAGIC (UINT64_C(0x616e747265616e31) ^ sizeof(struct map_data))

/* ns to wait for a lock.  It is held for microseconds, but who holds it may
 * have lost the processor to others. */
#define LOCK_WAIT INT64_C(250000000)
#define LOCK_WAIT_JUDGE INT64_C(3000000000)

#define ROOM_STEP 64 /* seats; room for some more from the start */

enum err
map_make(struct place_map *m)
{
	struct map_data *d;
	enum err e = shared_open(
	    &m->file, m->path, sizeof(struct map_data), SHARED_MADE);

	if (e != OK)
		return e;
	m->data = d = m->file.data;
	crypt_random(&d->start, sizeof(d->start));
	d->magic = MAGIC;
	return OK;
}

enum err
map_open(struct place_map *m)
{
	enum err e = shared_open(
	    &m->file, m->path, sizeof(struct map_data), SHARED_WRITE);

	if (e != OK)
		return e;
	m->data = m->file.data;
	if (m->data->magic == MAGIC && m->data->slots <= MAP_SLOTS &&
	    m->data->seats <= MAP_SEATS)
		return OK;
	map_close(m);
	return ERR_INPUT;
}

void
map_close(struct place_map *m)
{
	shared_close(&m->file);
	m->data = NULL;
	m->trusted = false;
}

bool
map_sound(const struct place_map *m)
{
	return m->data != NULL && shared_sound(&m->file) &&
	       m->data->magic == MAGIC;
}

static uint32_t
index_of(int64_t id)
{
	/* numbers of slots come one after the other: spread them */
	return (uint32_t)((uint64_t)id * UINT64_C(0x9e3779b97f4a7c15) >> 40) %
	       MAP_INDEX;
}

static uint64_t
check_of(const struct map_slot *s)
{
	return MAGIC ^ (uint64_t)s->id << 20;
}

/* True if the seats of S, which is locked, lie within the map. */
static bool
seats_sound(const struct map_slot *s)
{
	return s->room <= MAP_SLOT_SEATS && s->first <= MAP_SEATS - s->room &&
	       s->count <= s->room;
}

struct map_slot *
map_slot_find(const struct place_map *m, int64_t id)
{
	struct map_data *d = m->data;
	uint32_t i = index_of(id);

	for (uint32_t tries = 0; tries < MAP_INDEX; tries++) {
		uint32_t at = atomic_load(&d->index[i]);

		if (at == 0 || at > MAP_SLOTS)
			return NULL;
		if (d->slot[at - 1].id == id)
			return &d->slot[at - 1];
		i = (i + 1) % MAP_INDEX;
	}
	return NULL;
}

static struct seat *
seats_of(const struct place_map *m, const struct map_slot *s)
{
	return &m->data->seat[s->first];
}

void
map_damage(struct place_map *m, const char *why)
{
	atomic_store(&m->data->refreshed_at, 0);
	m->trusted = false;
	log_warn("place", "why=%s map=damaged", why);
}

static void
recount(const struct place_map *m, struct map_slot *s)
{
	const struct seat *seat = seats_of(m, s);
	int32_t left = 0;

	for (uint32_t i = 0; i < s->count; i++)
		left += seat[i].state == SEAT_FREE;
	atomic_store(&s->left, left);
}

void
map_slot_mark(struct place_map *m, struct map_slot *s)
{
	atomic_store(&s->dirty, 1);
	atomic_fetch_add(&m->data->dirty, 1);
}

/* As pthread_mutex_timedlock, for NS from now. */
static int
lock_within(pthread_mutex_t *lock, int64_t ns)
{
	struct timespec until;
	int rc = pthread_mutex_trylock(lock);

	if (rc != EBUSY)
		return rc;
	clock_gettime(CLOCK_REALTIME, &until);
	ns += until.tv_nsec;
	until.tv_sec += ns / 1000000000;
	until.tv_nsec = ns % 1000000000;
	return pthread_mutex_timedlock(lock, &until);
}

bool
map_slot_lock(struct place_map *m, struct map_slot *s)
{
	int rc;

	/* before what is no mutex is taken for one */
	if (s->check != check_of(s)) {
		map_damage(m, "head");
		return false;
	}
	rc = lock_within(&s->lock, m->judge ? LOCK_WAIT_JUDGE : LOCK_WAIT);
	if (rc == ETIMEDOUT && !m->judge) {
		log_info("place", "slot=%lld why=waited", (long long)s->id);
		return false;
	}
	if (rc == EOWNERDEAD) {
		pthread_mutex_consistent(&s->lock);
		map_slot_mark(m, s);
	} else if (rc != 0) {
		map_damage(m, "lock");
		return false;
	}
	if (!seats_sound(s)) {
		map_slot_unlock(s);
		map_damage(m, "seats");
		return false;
	}
	if (rc == EOWNERDEAD)
		recount(m, s);
	return true;
}

void
map_slot_unlock(struct map_slot *s)
{
	pthread_mutex_unlock(&s->lock);
}

static bool
lock_init(pthread_mutex_t *lock)
{
	pthread_mutexattr_t how;
	bool good;

	if (pthread_mutexattr_init(&how) != 0)
		return false;
	good =
	    pthread_mutexattr_setpshared(&how, PTHREAD_PROCESS_SHARED) == 0 &&
	    pthread_mutexattr_setrobust(&how, PTHREAD_MUTEX_ROBUST) == 0 &&
	    pthread_mutex_init(lock, &how) == 0;
	pthread_mutexattr_destroy(&how);
	return good;
}

/* Room for N seats and some more; false if the map is full. */
static bool
room_take(struct map_data *d, size_t n, uint32_t *first, uint32_t *room)
{
	size_t step = (n / ROOM_STEP + 1) * ROOM_STEP;

	if (step > MAP_SLOT_SEATS)
		step = MAP_SLOT_SEATS;
	if (n > step || d->seats > MAP_SEATS - step)
		return false;
	*first = d->seats;
	*room = (uint32_t)step;
	d->seats += (uint32_t)step;
	return true;
}

static struct map_slot *
slot_add(struct place_map *m, int64_t id, size_t seats)
{
	struct map_data *d = m->data;
	struct map_slot *s = &d->slot[d->slots];
	uint32_t i = index_of(id), tries = 0;

	while (atomic_load(&d->index[i]) != 0 && tries++ < MAP_INDEX)
		i = (i + 1) % MAP_INDEX;
	if (tries > MAP_INDEX || d->slots >= MAP_SLOTS ||
	    !lock_init(&s->lock) || !room_take(d, seats, &s->first, &s->room))
		return NULL;
	s->id = id;
	s->count = 0;
	s->check = check_of(s);
	d->slots++;
	/* seen by others only now, whole */
	atomic_store(&d->index[i], d->slots);
	return s;
}

/* More room for S, which is locked; its seats move there. */
static bool
slot_grow(struct place_map *m, struct map_slot *s, size_t seats)
{
	const struct seat *old = seats_of(m, s);
	uint32_t first, room;

	if (!room_take(m->data, seats, &first, &room))
		return false;
	memcpy(&m->data->seat[first], old, s->count * sizeof(*old));
	s->first = first;
	s->room = room;
	return true;
}

static bool
alive(int32_t owner)
{
	return owner > 0 && (kill(owner, 0) == 0 || errno == EPERM);
}

/* What becomes of a seat that was WAS (NULL: it is new), now that the database
 * was asked at BEGAN. */
static struct seat
judge(const struct seat *was, uint16_t no, bool taken, int64_t began)
{
	struct seat is = {.no = no, .state = taken ? SEAT_TAKEN : SEAT_FREE};

	if (was == NULL)
		return is;
	/* changed since: the answer is too old for it */
	if (was->state == (taken ? SEAT_FREE : SEAT_CLAIMED) &&
	    was->at >= began)
		return *was;
	if (!taken && was->state == SEAT_CLAIMED &&
	    day_ticks() - was->at < MAP_CLAIM_AGE && alive(was->owner))
		return *was;
	return is;
}

/* Writes NEWS over the seats of S, which is locked and has the room. */
static void
seats_write(
    struct place_map *m, struct map_slot *s, const struct map_news *news)
{
	struct seat *seat = seats_of(m, s), is[MAP_SLOT_SEATS];
	size_t k = 0, t = 0;

	for (size_t i = 0; i < news->places; i++) {
		uint16_t no = news->place[i];

		while (k < s->count && seat[k].no < no)
			k++;
		while (t < news->takens && news->taken[t] < no)
			t++;
		is[i] = judge(
		    k < s->count && seat[k].no == no ? &seat[k] : NULL, no,
		    t < news->takens && news->taken[t] == no, news->began);
	}
	memcpy(seat, is, news->places * sizeof(*is));
	s->count = (uint32_t)news->places;
	recount(m, s);
}

bool
map_slot_write(struct place_map *m, const struct map_news *news, bool add)
{
	struct map_slot *s = map_slot_find(m, news->slot_id);
	bool good;

	if (news->places > MAP_SLOT_SEATS)
		return false;
	if (s == NULL && add)
		s = slot_add(m, news->slot_id, news->places);
	if (s == NULL || !map_slot_lock(m, s))
		return false;
	good =
	    news->places <= s->room || (add && slot_grow(m, s, news->places));
	if (good)
		seats_write(m, s, news);
	map_slot_unlock(s);
	return good;
}
