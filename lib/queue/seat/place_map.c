/* place_map.c - the seat map: which places of a host's slots are free. */
#include "config.h"

#include "queue/seat/place_map.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"

/* Identifies the file and its layout. */
#define MAGIC (UINT64_C(0x616e747265616e32) ^ sizeof(struct map_data))

/* Programs map the file read-only, where only lock-free atomics work. */
_Static_assert(ATOMIC_LLONG_LOCK_FREE == 2, "64 bits are written at once");

/* ns to wait for a lock.  A holder needs microseconds, but the scheduler can
 * suspend it meanwhile. */
#define LOCK_WAIT INT64_C(250000000)
#define LOCK_WAIT_WORKER INT64_C(3000000000)
#define PAUSE 50000        /* ns before the second try; each pause doubles */
#define PAUSE_MOST 5000000 /* ns, the longest pause */

#define ROOM_STEP 64 /* seats are given to slots in multiples of it */

#define HASH_FACTOR UINT64_C(0x9e3779b97f4a7c15)

enum err
map_make(struct place_map *m)
{
	struct map_data *d;
	uint32_t start;
	enum err e = shared_open(
	    &m->file, m->path, sizeof(struct map_data), SHARED_MADE);

	if (e != OK)
		return e;
	m->data = d = m->file.data;
	m->slots = m->seats = 0;
	m->writes = true;
	crypt_random(&start, sizeof(start));
	atomic_store(&d->start, start);
	atomic_store(&d->magic, MAGIC);
	return OK;
}

uint64_t
map_slot_check(int64_t id, uint32_t first, uint32_t room)
{
	uint64_t h = MAGIC ^ (uint64_t)id;

	h = h * HASH_FACTOR ^ first;
	return h * HASH_FACTOR ^ room;
}

/* Checks the bounds of S and copies them to *HOLD; false if they do not match
 * `check` or lie outside the map. */
static bool
head_read(const struct place_map *m, struct map_slot *s, struct map_hold *hold)
{
	uint32_t first = atomic_load(&s->first);
	uint32_t room = atomic_load(&s->room);
	uint32_t count = atomic_load(&s->count);

	if (atomic_load(&s->check) !=
		map_slot_check(atomic_load(&s->id), first, room) ||
	    room > MAP_SLOT_SEATS || first > MAP_SEATS - room || count > room)
		return false;
	*hold = (struct map_hold){s, &m->data->seat[first], count, room};
	return true;
}

/* Reads from the map how many slots and seats the previous worker process used;
 * false if a slot lies outside of these. */
static bool
take_over(struct place_map *m)
{
	struct map_data *d = m->data;
	uint32_t slots = atomic_load(&d->slots);
	uint32_t seats = atomic_load(&d->seats);
	struct map_hold hold;

	if (slots > MAP_SLOTS || seats > MAP_SEATS)
		return false;
	for (uint32_t i = 0; i < slots; i++)
		if (!head_read(m, &d->slot[i], &hold) ||
		    hold.seat + hold.room > d->seat + seats)
			return false;
	m->slots = slots;
	m->seats = seats;
	return true;
}

enum err
map_open(struct place_map *m)
{
	enum err e = shared_open(&m->file, m->path, sizeof(struct map_data),
	    m->writes ? SHARED_WRITE : SHARED_READ);

	if (e != OK)
		return e;
	m->data = m->file.data;
	if (atomic_load(&m->data->magic) == MAGIC &&
	    (!m->worker || take_over(m)))
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
	       atomic_load(&m->data->magic) == MAGIC;
}

int64_t
map_age(int64_t at)
{
	int64_t now = day_ticks();

	return at <= 0 || at > now ? -1 : now - at;
}

void
map_damage(struct place_map *m, const char *why)
{
	atomic_store(&m->data->refreshed_at, 0);
	m->trusted = false;
	log_warn("place", "why=%s map=damaged", why);
}

bool
map_declare(struct place_map *m, int64_t was, int64_t began, uint64_t snapshot)
{
	atomic_store(&m->data->snapshot, snapshot);
	return atomic_compare_exchange_strong(
	    &m->data->refreshed_at, &was, began);
}

static uint32_t
index_of(int64_t id)
{
	/* slot ids are consecutive: multiply to scatter them */
	return (uint32_t)((uint64_t)id * HASH_FACTOR >> 40) % MAP_INDEX;
}

struct map_slot *
map_slot_find(const struct place_map *m, int64_t id)
{
	struct map_data *d = m->data;
	uint32_t i = index_of(id);

	for (int tries = 0; tries < MAP_PROBES; tries++) {
		uint32_t at = atomic_load(&d->index[i]);

		if (at == 0 || at > MAP_SLOTS)
			return NULL;
		if (atomic_load(&d->slot[at - 1].id) == id)
			return &d->slot[at - 1];
		i = (i + 1) % MAP_INDEX;
	}
	return NULL;
}

int
map_slot_left(const struct map_slot *s)
{
	int32_t left = atomic_load(&s->left);

	return left < 0 || left > MAP_SLOT_SEATS ? MAP_UNKNOWN : left;
}

static void
recount(const struct map_hold *hold)
{
	int32_t left = 0;

	for (uint32_t i = 0; i < hold->count; i++)
		left += hold->seat[i].state == SEAT_FREE;
	atomic_store(&hold->slot->left, left);
}

void
map_slot_mark(struct place_map *m, struct map_slot *s)
{
	atomic_store(&s->dirty, 1);
	atomic_fetch_add(&m->data->dirty, 1);
}

static struct flock
byte_of(const struct place_map *m, const struct map_slot *s, short type)
{
	return (struct flock){.l_type = type,
	    .l_whence = SEEK_SET,
	    .l_start = s - m->data->slot,
	    .l_len = 1};
}

/* ERR_BUSY if another process has the lock of S; ERR_FAULT, logged, if locking
 * fails. */
static enum err
byte_take(const struct place_map *m, const struct map_slot *s)
{
	struct flock l = byte_of(m, s, F_WRLCK);

	if (fcntl(m->file.fd, F_OFD_SETLK, &l) == 0)
		return OK;
	if (errno == EAGAIN || errno == EACCES)
		return ERR_BUSY;
	log_fault("place", "file=%s lock errno=%d", m->path, errno);
	return ERR_FAULT;
}

static void
byte_free(const struct place_map *m, const struct map_slot *s)
{
	struct flock l = byte_of(m, s, F_UNLCK);

	fcntl(m->file.fd, F_OFD_SETLK, &l);
}

static enum err
lock_within(const struct place_map *m, const struct map_slot *s, int64_t ns)
{
	struct timespec pause = {.tv_nsec = PAUSE};
	int64_t began = day_ticks();
	enum err e;

	while ((e = byte_take(m, s)) == ERR_BUSY && day_ticks() - began <= ns) {
		nanosleep(&pause, NULL);
		if (pause.tv_nsec < PAUSE_MOST)
			pause.tv_nsec *= 2;
	}
	return e;
}

bool
map_slot_lock(struct place_map *m, struct map_slot *s, struct map_hold *hold)
{
	enum err e =
	    lock_within(m, s, m->worker ? LOCK_WAIT_WORKER : LOCK_WAIT);

	if (e == ERR_BUSY && m->worker)
		map_damage(m, "lock");
	else if (e == ERR_BUSY)
		log_info("place", "slot=%lld why=waited",
		    (long long)atomic_load(&s->id));
	if (e != OK)
		return false;
	if (!head_read(m, s, hold)) {
		byte_free(m, s);
		map_damage(m, "head");
		return false;
	}
	/* the last holder died inside: possibly it changed only some seats */
	if (atomic_load(&s->busy) != 0) {
		map_slot_mark(m, s);
		if (map_slot_left(s) != MAP_UNKNOWN)
			recount(hold);
	}
	atomic_store(&s->busy, 1);
	return true;
}

void
map_slot_unlock(struct place_map *m, const struct map_hold *hold)
{
	atomic_store(&hold->slot->busy, 0);
	byte_free(m, hold->slot);
}

/* Reserves space for N seats, rounded up; false if the map is full or N is more
 * than a slot can have. */
static bool
room_take(struct place_map *m, size_t n, uint32_t *first, uint32_t *room)
{
	size_t step = (n / ROOM_STEP + 1) * ROOM_STEP;

	if (step > MAP_SLOT_SEATS)
		step = MAP_SLOT_SEATS;
	if (n > step || m->seats > MAP_SEATS - step)
		return false;
	*first = m->seats;
	*room = (uint32_t)step;
	m->seats += (uint32_t)step;
	atomic_store(&m->data->seats, m->seats);
	return true;
}

static void
head_write(struct map_slot *s, int64_t id, uint32_t first, uint32_t room)
{
	atomic_store(&s->id, id);
	atomic_store(&s->first, first);
	atomic_store(&s->room, room);
	atomic_store(&s->check, map_slot_check(id, first, room));
}

static struct map_slot *
slot_add(struct place_map *m, int64_t id, size_t seats)
{
	struct map_data *d = m->data;
	uint32_t i = index_of(id), first, room;
	struct map_slot *s;

	for (int tries = 1; atomic_load(&d->index[i]) != 0; tries++) {
		if (tries == MAP_PROBES)
			return NULL;
		i = (i + 1) % MAP_INDEX;
	}
	if (m->slots >= MAP_SLOTS || !room_take(m, seats, &first, &room))
		return NULL;
	s = &d->slot[m->slots++];
	atomic_store(&s->left, MAP_UNKNOWN);
	atomic_store(&s->count, 0);
	atomic_store(&s->dirty, 0);
	atomic_store(&s->busy, 0);
	head_write(s, id, first, room);
	atomic_store(&d->slots, m->slots);
	/* only now other processes can find the slot */
	atomic_store(&d->index[i], m->slots);
	return s;
}

/* Gives more space to a locked slot, and moves its seats there. */
static bool
slot_grow(struct place_map *m, struct map_hold *hold, size_t seats)
{
	struct map_slot *s = hold->slot;
	uint32_t first, room;

	if (!m->worker || !room_take(m, seats, &first, &room))
		return false;
	memcpy(&m->data->seat[first], hold->seat,
	    hold->count * sizeof(*hold->seat));
	head_write(s, atomic_load(&s->id), first, room);
	hold->seat = &m->data->seat[first];
	hold->room = room;
	return true;
}

static bool
alive(int32_t owner)
{
	return owner > 0 && (kill(owner, 0) == 0 || errno == EPERM);
}

/* True if the claim of SEAT is younger than MAP_CLAIM_AGE and the process that
 * made it still runs. */
static bool
claim_stands(const struct seat *seat)
{
	int64_t age = map_age(seat->at);

	return age >= 0 && age < MAP_CLAIM_AGE && alive(seat->owner);
}

/* The new state of a seat.  WAS is its state in the map (NULL if it is new);
 * TAKEN is the answer of the database to a query sent at BEGAN. */
static struct seat
seat_state_now(const struct seat *was, uint16_t no, bool taken, int64_t began)
{
	struct seat is = {.no = no, .state = taken ? SEAT_TAKEN : SEAT_FREE};

	if (was == NULL || was->state != (taken ? SEAT_FREE : SEAT_CLAIMED) ||
	    map_age(was->at) < 0)
		return is;
	/* a program changed it after the query was sent */
	if (was->at >= began)
		return *was;
	if (!taken && claim_stands(was))
		return *was;
	return is;
}

/* Writes NEWS over the seats of a locked slot, which must have the space for
 * them. */
static void
seats_write(struct map_hold *hold, const struct map_news *news)
{
	struct seat *seat = hold->seat, is[MAP_SLOT_SEATS];
	size_t k = 0, t = 0;

	for (size_t i = 0; i < news->places; i++) {
		uint16_t no = news->place[i];

		while (k < hold->count && seat[k].no < no)
			k++;
		while (t < news->takens && news->taken[t] < no)
			t++;
		is[i] = seat_state_now(
		    k < hold->count && seat[k].no == no ? &seat[k] : NULL, no,
		    t < news->takens && news->taken[t] == no, news->began);
	}
	memcpy(seat, is, news->places * sizeof(*is));
	hold->count = (uint32_t)news->places;
	atomic_store(&hold->slot->count, hold->count);
	recount(hold);
}

enum map_fate
map_slot_write(struct place_map *m, const struct map_news *news)
{
	struct map_slot *s = map_slot_find(m, news->slot_id);
	struct map_hold hold;
	bool fits;

	if (s == NULL && m->worker)
		s = slot_add(m, news->slot_id, news->places);
	if (s == NULL)
		return MAP_NO_ROOM;
	if (!map_slot_lock(m, s, &hold))
		return MAP_LATER;
	fits = news->places <= hold.room || slot_grow(m, &hold, news->places);
	if (fits) {
		seats_write(&hold, news);
	} else {
		atomic_store(&s->left, MAP_UNKNOWN);
		atomic_store(&s->count, 0);
	}
	map_slot_unlock(m, &hold);
	return fits ? MAP_WRITTEN : MAP_NO_ROOM;
}

/* The seat with the number NO among the seats of HOLD, which are sorted; NULL
 * if there is no such seat.
 */
static struct seat *
seat_find(const struct map_hold *hold, uint16_t no)
{
	uint32_t low = 0, high = hold->count;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;

		if (hold->seat[middle].no < no)
			low = middle + 1;
		else
			high = middle;
	}
	return low < hold->count && hold->seat[low].no == no ? &hold->seat[low]
	                                                     : NULL;
}

enum map_fate
map_seat_take(struct place_map *m, int64_t id, uint16_t no, int64_t began)
{
	struct map_slot *s = map_slot_find(m, id);
	struct map_hold hold;
	struct seat *seat;

	if (s == NULL)
		return MAP_WRITTEN;
	/* mostly the seat is taken already, which is seen without the lock */
	if (head_read(m, s, &hold) && (seat = seat_find(&hold, no)) != NULL &&
	    seat->state == SEAT_TAKEN)
		return MAP_WRITTEN;
	if (!map_slot_lock(m, s, &hold))
		return MAP_LATER;
	seat = seat_find(&hold, no);
	if (seat != NULL) {
		*seat = seat_state_now(seat, no, true, began);
		recount(&hold);
	}
	map_slot_unlock(m, &hold);
	return MAP_WRITTEN;
}

void
map_claims_check(struct place_map *m)
{
	for (uint32_t i = 0; i < m->slots; i++) {
		struct map_slot *s = &m->data->slot[i];
		struct map_hold hold;
		bool over = false;

		if (!head_read(m, s, &hold))
			continue;
		for (uint32_t k = 0; k < hold.count && !over; k++)
			over = hold.seat[k].state == SEAT_CLAIMED &&
			       !claim_stands(&hold.seat[k]);
		if (over)
			map_slot_mark(m, s);
	}
}
