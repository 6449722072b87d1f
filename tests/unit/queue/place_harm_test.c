/* place_harm_test.c - the seat map when processes die while they change it or
 * write wrong values into it: no process reads outside the map, and the worker
 * repairs everything when it rereads the database. */
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"

#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"
#include "room.h"

#define DEATHS 60  /* points of an act at which its process is killed */
#define POINTS 300 /* most points at which damage is reported */

static struct map_slot *
the_slot(struct room *r)
{
	return map_slot_find(&r->writer, ROOM_SLOT);
}

/* Prepares a child process.  The child has no database and would log that again
 * and again, so its log goes to /dev/null.  A fatal signal must kill the child;
 * cmocka's handler would go on with the next test. */
static void
be_alone(void)
{
	int none = open("/dev/null", O_WRONLY | O_CLOEXEC);

	signal(SIGSEGV, SIG_DFL);
	signal(SIGBUS, SIG_DFL);
	dup2(none, STDERR_FILENO);
	close(none);
}

/* Runs ACT in a process and kills the process after STEPS instructions; *DONE
 * counts the instructions that ran.  Returns 0 if the process was killed, 1 if
 * ACT ended before, ROOM_CANNOT if the host does not allow ptrace. */
static int
killed(struct room *r, const struct room_act *act, long steps, long *done)
{
	int status;
	pid_t child = room_step(r, act, steps, done, &status);

	if (WIFEXITED(status))
		return WEXITSTATUS(status) == ROOM_CANNOT ? ROOM_CANNOT : 1;
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	return 0;
}

/* True if the lock is free and the count equals the free seats; false if the
 * map was found damaged. */
static bool
is_whole(struct room *r)
{
	struct map_slot *s = the_slot(r);
	int64_t began = day_ticks();
	struct map_hold hold;
	int free = 0;

	if (!map_slot_lock(&r->writer, s, &hold))
		return false;
	assert_true(day_ticks() - began < 1000000000);
	for (uint32_t i = 0; i < hold.count; i++)
		free += hold.seat[i].state == SEAT_FREE;
	assert_int_equal(map_slot_left(s), free);
	assert_in_range(hold.count, ROOM_PLACES, 100);
	map_slot_unlock(&r->writer, &hold);
	return true;
}

/* Has the worker reread the slot, which frees the places of dead processes. */
static void
settle(struct room *r)
{
	if (!is_whole(r)) {
		assert_false(place_map_trusted(r->map));
		room_renew(r);
	}
	atomic_store(&the_slot(r)->dirty, 0);
	assert_int_equal(
	    room_write(r, ROOM_PLACES, NULL, 0, day_ticks()), MAP_WRITTEN);
	assert_int_equal(place_known(r->map, ROOM_SLOT), ROOM_PLACES);
	room_publish(r);
}

/* Kills ACT at DEATHS points.  After each kill the slot must be whole, and
 * after some of them it must be marked for rereading. */
static void
kill_everywhere(struct room *r, const struct room_act *act)
{
	long all, done;
	int found = 0;

	if (killed(r, act, LONG_MAX, &all) == ROOM_CANNOT)
		skip();
	settle(r);
	for (long i = 0; i < DEATHS; i++) {
		(void)killed(r, act, all * i / DEATHS, &done);
		found += is_whole(r) && atomic_load(&the_slot(r)->dirty) != 0;
		settle(r);
	}
	assert_true(found > 0);
}

static void
claim(struct room *r)
{
	int seat[PARTY_MAX];

	(void)room_take(r, PARTY_MAX, seat);
}

static void
who_claims_may_die_at_any_instruction(void **state)
{
	kill_everywhere(*state, &(struct room_act){NULL, claim});
}

static void
claim_and_return(struct room *r)
{
	int seat[PARTY_MAX];

	if (room_take(r, PARTY_MAX, seat) == OK)
		place_give_back(r->map, ROOM_SLOT, PARTY_MAX, seat);
}

static void
who_gives_back_may_die_at_any_instruction(void **state)
{
	kill_everywhere(*state, &(struct room_act){NULL, claim_and_return});
}

static void
be_worker(struct room *r)
{
	map_close(&r->writer);
	assert_int_equal(map_open(&r->writer), OK);
}

static void
grow(struct room *r)
{
	(void)room_write(r, 70, NULL, 0, day_ticks());
}

static void
the_worker_may_die_at_any_instruction(void **state)
{
	kill_everywhere(*state, &(struct room_act){be_worker, grow});
}

static void
declare(struct room *r)
{
	_exit(!map_declare(&r->writer, r->published, r->published + 1, 1));
}

/* The worker declares that programs can trust the map.  Before each instruction
 * of that, another process reports damage, and the report must not be lost.
 * Sanitizers add thousands of instructions: then only POINTS of them count. */
static void
damage_is_not_lost_while_the_map_is_declared_true(void **state)
{
	struct room *r = *state;
	const struct room_act act = {NULL, declare};
	long all, done;

	if (killed(r, &act, LONG_MAX, &all) == ROOM_CANNOT)
		skip();
	for (long i = 0; i <= all; i += 1 + all / POINTS) {
		int status;
		pid_t child;

		room_publish(r);
		child = room_step(r, &act, i, &done, &status);
		atomic_store(&r->writer.data->refreshed_at, 0);
		if (WIFSTOPPED(status)) {
			ptrace(PTRACE_CONT, child, NULL, NULL);
			waitpid(child, &status, 0);
		}
		assert_true(WIFEXITED(status));
		assert_int_equal(atomic_load(&r->writer.data->refreshed_at), 0);
	}
}

/* Does all that programs and the worker do with a map.  Exits with 1 if a
 * number of free places is impossible. */
static void
use(struct room *r)
{
	unsigned char once[PLACE_ONCE_SIZE] = {1, 2, 3};
	int seat[PARTY_MAX], left;
	struct place_map next = {
	    .path = r->writer.path, .worker = true, .writes = true};

	for (int n = 1; n <= PARTY_MAX; n++) {
		(void)place_map_trusted(r->map);
		left = place_known(r->map, ROOM_SLOT);
		if (left < -1 || left > MAP_SLOT_SEATS)
			_exit(1);
		if (room_take(r, n, seat) == OK)
			place_give_back(r->map, ROOM_SLOT, n, seat);
		place_once_note(r->map, once);
		(void)place_once_known(r->map, once);
		r->writer.trusted = true;
		if (room_write(r, 10 * (size_t)n, NULL, 0, day_ticks()) ==
		    MAP_WRITTEN)
			left = place_known(r->map, ROOM_SLOT);
		if (map_open(&next) == OK)
			map_close(&next);
	}
}

/* A member of the map to damage. */
struct field {
	const char *name;
	size_t at;
	size_t size;
};
#define DATA(f)                                                                \
	{                                                                      \
		"map " #f, offsetof(struct map_data, f),                       \
		    sizeof(((struct map_data *)0)->f)                          \
	}
#define SLOT(f)                                                                \
	{                                                                      \
		"slot " #f,                                                    \
		    offsetof(struct map_data, slot) +                          \
			offsetof(struct map_slot, f),                          \
		    sizeof(((struct map_slot *)0)->f)                          \
	}
#define SEAT(f)                                                                \
	{                                                                      \
		"seat " #f,                                                    \
		    offsetof(struct map_data, seat) +                          \
			offsetof(struct seat, f),                              \
		    sizeof(((struct seat *)0)->f)                              \
	}
static const struct field field[] = {DATA(magic), DATA(refreshed_at),
    DATA(snapshot), DATA(dirty), DATA(start), DATA(slots), DATA(seats),
    DATA(once_next[0]), DATA(index), SLOT(id), SLOT(check), SLOT(first),
    SLOT(room), SLOT(count), SLOT(left), SLOT(dirty), SLOT(busy), SEAT(no),
    SEAT(state), SEAT(owner), SEAT(at)};
#define FIELDS (sizeof(field) / sizeof(field[0]))

static const uint64_t value[] = {0, 2, MAP_SLOT_SEATS, MAP_SLOT_SEATS + 1,
    MAP_SLOTS + 1, MAP_SEATS, 0x7fffffff, 0x80000000, 0xffffffff,
    0x7fffffffffffffff, 0x8000000000000000, 0xffffffffffffffff};
#define VALUES (sizeof(value) / sizeof(value[0]))

/* Fills F with copies of V. */
static void
spoil(struct room *r, const struct field *f, uint64_t v)
{
	unsigned char *byte = (unsigned char *)r->writer.data + f->at;
	size_t word = f->size < 8 ? f->size : f->size % 8 == 0 ? 4 : 1;

	if (f->size == 8)
		word = 8;
	for (size_t i = 0; i < f->size; i++)
		byte[i] = (unsigned char)(v >> 8 * (i % word));
}

/* Makes the checksum of the slot correct, as an attacker could. */
static void
forge(struct room *r, struct map_slot *s)
{
	(void)r;
	atomic_store(
	    &s->check, map_slot_check(atomic_load(&s->id),
			   atomic_load(&s->first), atomic_load(&s->room)));
}

/* Uses a map in which F is V, in a process of its own. */
static void
use_spoilt(struct room *r, const struct field *f, uint64_t v, bool lie)
{
	struct map_slot *s = the_slot(r);
	int status;
	pid_t child;

	spoil(r, f, v);
	if (lie)
		forge(r, s);
	child = fork();
	if (child == 0) {
		be_alone();
		r->map = place_map_open(&r->arena, r->dir);
		use(r);
		_exit(0);
	}
	waitpid(child, &status, 0);
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		fail_msg("%s = %llx%s: status %x", f->name,
		    (unsigned long long)v, lie ? ", forged" : "", status);
}

static void
a_wrong_number_anywhere_leads_nobody_outside(void **state)
{
	struct room *r = *state;

	for (size_t i = 0; i < FIELDS; i++)
		for (size_t k = 0; k < VALUES; k++) {
			use_spoilt(r, &field[i], value[k], false);
			room_renew(r);
			if (field[i].name[0] != 's')
				continue;
			use_spoilt(r, &field[i], value[k], true);
			room_renew(r);
		}
}

/* Starts a process that writes random values into members of the map until it
 * is killed. */
static pid_t
liar(struct room *r)
{
	struct map_slot *s = the_slot(r);
	struct map_data *d = r->writer.data;
	pid_t child = fork();
	uint64_t v;

	if (child != 0)
		return child;
	for (;;) {
		const struct field *f = &field[1];

		crypt_random(&v, sizeof(v));
		f += v % (FIELDS - 1);
		crypt_random(&v, sizeof(v));
		spoil(r, f, value[v % VALUES]);
		if (v & 1024)
			atomic_store(&s->id, ROOM_SLOT);
		if (v & 2048)
			forge(r, s);
		if (v & 4096)
			atomic_store(&s->count, v % 64);
		if (v & 8192)
			atomic_store(&s->left, 5);
		for (int i = 0; i < MAP_INDEX && v % 64 == 0; i++)
			atomic_store(&d->index[i], 1);
		atomic_store(&d->refreshed_at, day_ticks());
	}
}

static void
lies_that_change_under_the_hand_lead_nobody_outside(void **state)
{
	struct room *r = *state;
	pid_t lies = liar(r), child = fork();
	int status;

	if (child == 0) {
		int64_t began = day_ticks();

		be_alone();
		while (day_ticks() - began < 1000000000) {
			r->map = place_map_open(&r->arena, r->dir);
			use(r);
		}
		_exit(0);
	}
	waitpid(child, &status, 0);
	kill(lies, SIGKILL);
	waitpid(lies, NULL, 0);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

/* Writes random bytes over the file from byte FROM to byte TO. */
static void
noise(struct room *r, size_t from, size_t to)
{
	unsigned char *bytes = r->writer.file.data;

	crypt_random(bytes + from, to - from);
}

static void
noise_over_all_is_not_trusted(void **state)
{
	struct room *r = *state;

	noise(r, 0, sizeof(struct map_data) / 8);
	assert_false(place_map_trusted(r->map));
}

static void
noise_in_slots_is_found_before_a_seat_is_touched(void **state)
{
	struct room *r = *state;
	int seat[PARTY_MAX] = {1};
	struct map_slot *s = the_slot(r);

	noise(r, offsetof(struct map_data, slot),
	    offsetof(struct map_data, seat));
	atomic_store(&s->id, ROOM_SLOT);
	place_give_back(r->map, ROOM_SLOT, 1, seat);
	assert_false(place_map_trusted(r->map));
}

static void
noise_in_seats_is_written_over(void **state)
{
	struct room *r = *state;
	uint16_t taken[] = {4, 7};

	noise(r, offsetof(struct map_data, seat),
	    offsetof(struct map_data, seat) + 4096);
	assert_int_equal(
	    room_write(r, ROOM_PLACES, taken, 2, day_ticks() + MAP_CLAIM_AGE),
	    MAP_WRITTEN);
	assert_int_equal(place_known(r->map, ROOM_SLOT), 8);
}

/* A seat whose claim has a tick in the future counts as free. */
static void
a_claim_of_the_future_is_none(void **state)
{
	struct room *r = *state;
	struct seat *seat = &r->writer.data->seat[0];

	seat->state = SEAT_CLAIMED;
	seat->owner = (int32_t)getpid();
	seat->at = INT64_MAX;
	assert_int_equal(
	    room_write(r, ROOM_PLACES, NULL, 0, day_ticks()), MAP_WRITTEN);
	assert_int_equal(place_known(r->map, ROOM_SLOT), ROOM_PLACES);
}

static void
a_worker_does_not_go_on_with_slots_that_lie(void **state)
{
	struct room *r = *state;
	struct map_slot *s = the_slot(r);
	struct place_map next = {
	    .path = r->writer.path, .worker = true, .writes = true};

	assert_int_equal(map_open(&next), OK);
	assert_int_equal(next.slots, 1);
	map_close(&next);
	/* another slot has the same seats */
	atomic_store(&s->first, 4096);
	forge(r, s);
	assert_int_equal(map_open(&next), ERR_INPUT);
	atomic_store(&s->first, 0);
	forge(r, s);
	assert_int_equal(map_open(&next), OK);
	map_close(&next);
	atomic_store(&r->writer.data->slots, 2);
	assert_int_equal(map_open(&next), ERR_INPUT);
}

#define IN_A_ROOM(test)                                                        \
	cmocka_unit_test_setup_teardown(test, room_make, room_drop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_A_ROOM(who_claims_may_die_at_any_instruction),
	    IN_A_ROOM(who_gives_back_may_die_at_any_instruction),
	    IN_A_ROOM(the_worker_may_die_at_any_instruction),
	    IN_A_ROOM(damage_is_not_lost_while_the_map_is_declared_true),
	    IN_A_ROOM(a_wrong_number_anywhere_leads_nobody_outside),
	    IN_A_ROOM(lies_that_change_under_the_hand_lead_nobody_outside),
	    IN_A_ROOM(noise_over_all_is_not_trusted),
	    IN_A_ROOM(noise_in_slots_is_found_before_a_seat_is_touched),
	    IN_A_ROOM(noise_in_seats_is_written_over),
	    IN_A_ROOM(a_claim_of_the_future_is_none),
	    IN_A_ROOM(a_worker_does_not_go_on_with_slots_that_lie),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("place harm", tests);
}
