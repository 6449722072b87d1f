/* place_map_test.c - the seat map: its claims, and what it survives. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "unit.h"

#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"
#include "room.h"

#define RACERS 8

static void
a_party_gets_all_its_places_or_none(void **state)
{
	struct room *r = *state;
	int seat[PARTY_MAX], left;

	assert_int_equal(room_take(r, 5, seat), OK);
	for (int i = 1; i < 5; i++)
		assert_true(seat[i - 1] < seat[i]);
	assert_int_equal(room_take(r, 4, seat), OK);
	assert_int_equal(place_known(r->map, ROOM_SLOT), 1);
	assert_int_equal(room_take(r, 2, seat), ERR_FULL);
	assert_int_equal(place_known(r->map, ROOM_SLOT), 1);
	assert_int_equal(room_take(r, 1, seat), OK);
	assert_int_equal(
	    place_left(r->map, NULL, NULL, ROOM_SLOT, ROOM_NOW, &left), OK);
	assert_int_equal(left, 0);
}

static void
places_given_back_can_be_taken_again(void **state)
{
	struct room *r = *state;
	int first[PARTY_MAX], seat[PARTY_MAX];

	assert_int_equal(room_take(r, 5, first), OK);
	assert_int_equal(room_take(r, 5, seat), OK);
	place_give_back(r->map, ROOM_SLOT, 5, first);
	place_give_back(r->map, ROOM_SLOT, 5, first);
	assert_int_equal(place_known(r->map, ROOM_SLOT), 5);
	assert_int_equal(room_take(r, 5, seat), OK);
	assert_memory_equal(first, seat, sizeof(first));
}

static void
an_answer_older_than_a_claim_does_not_undo_it(void **state)
{
	struct room *r = *state;
	int64_t before = day_ticks();
	int seat[PARTY_MAX];
	uint16_t taken[2];

	assert_int_equal(room_take(r, 2, seat), OK);
	room_write(r, 10, NULL, 0, before);
	assert_int_equal(place_known(r->map, ROOM_SLOT), 8);
	/* a young claim stays claimed while its process lives */
	room_write(r, 10, NULL, 0, day_ticks());
	assert_int_equal(place_known(r->map, ROOM_SLOT), 8);
	taken[0] = (uint16_t)seat[0];
	taken[1] = (uint16_t)seat[1];
	room_write(r, 10, taken, 2, day_ticks());
	assert_int_equal(place_known(r->map, ROOM_SLOT), 8);
	/* the database had the seats and then freed them, through any host */
	room_write(r, 10, NULL, 0, day_ticks());
	assert_int_equal(place_known(r->map, ROOM_SLOT), 10);
}

static void
a_changed_quota_keeps_what_is_taken(void **state)
{
	struct room *r = *state;
	uint16_t taken[] = {1, 4};

	room_write(r, 10, taken, 2, day_ticks());
	assert_int_equal(place_known(r->map, ROOM_SLOT), 8);
	room_write(r, 4, taken, 2, day_ticks());
	assert_int_equal(place_known(r->map, ROOM_SLOT), 2);
	/* more places than the slot first had space for */
	room_write(r, 1000, taken, 2, day_ticks());
	assert_int_equal(place_known(r->map, ROOM_SLOT), 998);
}

static void
places_of_a_dead_process_come_back(void **state)
{
	struct room *r = *state;
	int seat[PARTY_MAX];
	pid_t child = fork();

	if (child == 0) {
		room_enter(r);
		_exit(room_take(r, 3, seat) != OK);
	}
	waitpid(child, NULL, 0);
	assert_int_equal(place_known(r->map, ROOM_SLOT), 7);
	room_write(r, 10, NULL, 0, day_ticks());
	assert_int_equal(place_known(r->map, ROOM_SLOT), 10);
}

/* Starts a process that locks the slot and waits to be killed.  Returns when
 * the slot is locked. */
static pid_t
holder(struct room *r)
{
	struct map_hold hold;
	int to_us[2];
	char byte = 0;
	pid_t child;

	assert_int_equal(pipe(to_us), 0);
	child = fork();
	if (child == 0) {
		room_enter(r);
		if (map_writes(r->map) &&
		    map_slot_lock(
			r->map, map_slot_find(r->map, ROOM_SLOT), &hold) &&
		    write(to_us[1], "x", 1) == 1)
			pause();
		_exit(1);
	}
	assert_int_equal(read(to_us[0], &byte, 1), 1);
	close(to_us[0]);
	close(to_us[1]);
	return child;
}

static void
end(pid_t child)
{
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void
death_under_the_lock_leaves_the_slot_usable_and_marked(void **state)
{
	struct room *r = *state;
	struct map_slot *s = map_slot_find(&r->writer, ROOM_SLOT);
	int seat[PARTY_MAX];

	end(holder(r));
	atomic_store(&s->left, 3);
	assert_int_equal(room_take(r, 1, seat), OK);
	assert_int_equal(atomic_load(&s->dirty), 1);
	assert_int_equal(place_known(r->map, ROOM_SLOT), 9);
}

/* Only the worker concludes from such a lock that the map is damaged.  For a
 * program the holder of the lock is possibly only slow. */
static void
a_lock_never_given_back_is_damage_for_the_worker_alone(void **state)
{
	struct room *r = *state;
	struct map_slot *s = map_slot_find(&r->writer, ROOM_SLOT);
	int seat[PARTY_MAX] = {1};
	struct map_hold hold;
	pid_t child = holder(r);

	place_give_back(r->map, ROOM_SLOT, 1, seat);
	assert_true(place_map_trusted(r->map));
	/* the program now asks the database, and there is none */
	assert_int_equal(room_take(r, 1, seat), ERR_BUSY);
	assert_true(place_map_trusted(r->map));
	assert_false(map_slot_lock(&r->writer, s, &hold));
	assert_false(place_map_trusted(r->map));
	end(child);
	assert_true(map_slot_lock(&r->writer, s, &hold));
	map_slot_unlock(&r->writer, &hold);
}

static void
other_slots_are_not_locked_with_it(void **state)
{
	struct room *r = *state;
	const uint16_t place[] = {1, 2};
	const struct map_news news = {.slot_id = ROOM_SLOT + 1,
	    .began = day_ticks(),
	    .place = place,
	    .places = 2};
	pid_t child = holder(r);

	assert_int_equal(map_slot_write(&r->writer, &news), MAP_WRITTEN);
	assert_int_equal(place_known(r->map, ROOM_SLOT + 1), 2);
	end(child);
}

/* True if the process can write to the map: read() into it succeeds. */
static bool
written_to(const struct place_map *m)
{
	int zero = open("/dev/zero", O_RDONLY | O_CLOEXEC);
	ssize_t n = read(zero, m->data, 1);

	close(zero);
	return n == 1;
}

static void
who_never_claims_cannot_write_to_it(void **state)
{
	struct room *r = *state;
	unsigned char once[PLACE_ONCE_SIZE] = {1};
	int seat[PARTY_MAX], left;

	assert_int_equal(
	    place_left(r->map, NULL, NULL, ROOM_SLOT, ROOM_NOW, &left), OK);
	assert_int_equal(place_known(r->map, ROOM_SLOT), left);
	assert_false(place_once_known(r->map, once));
	assert_int_equal(fcntl(r->map->file.fd, F_GETFL) & O_ACCMODE, O_RDONLY);
	assert_false(written_to(r->map));
	/* a process that finds no free place does not write either */
	assert_int_equal(room_take(r, 5, seat), OK);
	assert_int_equal(room_take(r, 5, seat), OK);
	room_enter(r);
	assert_int_equal(room_take(r, 1, seat), ERR_FULL);
	assert_false(written_to(r->map));
	place_once_note(r->map, once);
	assert_true(place_once_known(r->map, once));
}

static void
all_its_room_is_taken_when_it_is_made(void **state)
{
	struct room *r = *state;
	struct stat st;

	assert_int_equal(stat(r->writer.path, &st), 0);
	assert_int_equal(st.st_size, sizeof(struct map_data));
	assert_true(st.st_blocks * 512 >= st.st_size);
}

static void
a_slot_too_large_for_the_map_is_not_in_it(void **state)
{
	struct room *r = *state;
	struct map_slot *s = map_slot_find(&r->writer, ROOM_SLOT);
	int seat[PARTY_MAX];

	for (int i = 0; i < 3; i++)
		assert_int_equal(
		    room_write(r, MAP_SLOT_SEATS + 1, NULL, 0, day_ticks()),
		    MAP_NO_ROOM);
	assert_int_equal(place_known(r->map, ROOM_SLOT), -1);
	/* this slot needs SQL, and there is no database */
	assert_int_equal(room_take(r, 1, seat), ERR_BUSY);
	assert_int_equal(
	    place_reread(r->map, NULL, NULL, ROOM_SLOT, ROOM_NOW), OK);
	assert_int_equal(atomic_load(&s->dirty), 0);
	assert_true(place_map_trusted(r->map));
	assert_int_equal(
	    room_write(r, MAP_SLOT_SEATS, NULL, 0, day_ticks()), MAP_WRITTEN);
	assert_int_equal(place_known(r->map, ROOM_SLOT), MAP_SLOT_SEATS);
}

static void
a_map_that_is_old_or_gone_is_not_trusted(void **state)
{
	struct room *r = *state;

	atomic_store(
	    &r->writer.data->refreshed_at, day_ticks() - MAP_TRUST_AGE - 1);
	assert_false(place_map_trusted(r->map));
	assert_int_equal(place_known(r->map, ROOM_SLOT), -1);
	room_publish(r);
	assert_true(place_map_trusted(r->map));
	assert_int_equal(unlink(r->writer.path), 0);
	assert_false(place_map_trusted(r->map));
}

static void
a_map_cut_short_is_not_touched(void **state)
{
	struct room *r = *state;

	assert_int_equal(truncate(r->writer.path, 4096), 0);
	assert_false(place_map_trusted(r->map));
	assert_int_equal(place_known(r->map, ROOM_SLOT), -1);
}

static void
tokens_are_known_once_noted(void **state)
{
	struct room *r = *state;
	unsigned char once[PLACE_ONCE_SIZE], other[PLACE_ONCE_SIZE];

	crypt_random(once, sizeof(once));
	crypt_random(other, sizeof(other));
	assert_false(place_once_known(r->map, once));
	place_once_note(&r->writer, once);
	assert_true(place_once_known(r->map, once));
	assert_false(place_once_known(r->map, other));
}

/* Claims parties of 1..5 until nothing is left.  Some processes die with their
 * places, some give theirs back.  Returns the number of places kept. */
static int
race(struct room *r, int me)
{
	int seat[PARTY_MAX], kept = 0;

	for (int i = 0; i < 100000; i++) {
		int n = (me + i) % 5 + 1;

		if (room_take(r, n, seat) != OK) {
			if (n == 1)
				return kept;
			continue;
		}
		if (i % 3 == 0) {
			place_give_back(r->map, ROOM_SLOT, n, seat);
			continue;
		}
		kept += n;
	}
	return -1;
}

static void
processes_never_get_the_same_place(void **state)
{
	struct room *r = *state;
	int to_us[2], all = 0, kept;
	pid_t child[RACERS];

	room_write(r, 1000, NULL, 0, day_ticks());
	assert_int_equal(pipe(to_us), 0);
	for (int i = 0; i < RACERS; i++) {
		child[i] = fork();
		if (child[i] == 0) {
			room_enter(r);
			kept = race(r, i);
			_exit(write(to_us[1], &kept, sizeof(kept)) !=
			      sizeof(kept));
		}
	}
	for (int i = 0; i < RACERS; i++) {
		waitpid(child[i], NULL, 0);
		assert_int_equal(
		    read(to_us[0], &kept, sizeof(kept)), sizeof(kept));
		assert_true(kept >= 0);
		all += kept;
	}
	close(to_us[0]);
	close(to_us[1]);
	assert_int_equal(all, 1000);
	assert_int_equal(place_known(r->map, ROOM_SLOT), 0);
}

#define IN_A_ROOM(test)                                                        \
	cmocka_unit_test_setup_teardown(test, room_make, room_drop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    IN_A_ROOM(a_party_gets_all_its_places_or_none),
	    IN_A_ROOM(places_given_back_can_be_taken_again),
	    IN_A_ROOM(an_answer_older_than_a_claim_does_not_undo_it),
	    IN_A_ROOM(a_changed_quota_keeps_what_is_taken),
	    IN_A_ROOM(places_of_a_dead_process_come_back),
	    IN_A_ROOM(death_under_the_lock_leaves_the_slot_usable_and_marked),
	    IN_A_ROOM(a_lock_never_given_back_is_damage_for_the_worker_alone),
	    IN_A_ROOM(other_slots_are_not_locked_with_it),
	    IN_A_ROOM(who_never_claims_cannot_write_to_it),
	    IN_A_ROOM(all_its_room_is_taken_when_it_is_made),
	    IN_A_ROOM(a_slot_too_large_for_the_map_is_not_in_it),
	    IN_A_ROOM(a_map_that_is_old_or_gone_is_not_trusted),
	    IN_A_ROOM(a_map_cut_short_is_not_touched),
	    IN_A_ROOM(tokens_are_known_once_noted),
	    IN_A_ROOM(processes_never_get_the_same_place),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("place map", tests);
}
