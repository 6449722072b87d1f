/* place_map_test.c - the seat map: what it hands out, and what it survives. */
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
#include "queue/place.h"
#include "queue/place_map.h"

#define SLOT 77
#define NOW 1700000000
#define RACERS 8

/* A folder with a map of one slot, and a program that has it open. */
struct room {
	char dir[40];
	struct arena arena;
	struct place_map writer; /* as the worker has it */
	struct place_map *map;   /* as a program has it */
};

static void
news_write(struct room *r, size_t places, const uint16_t *taken, size_t takens,
    int64_t began)
{
	uint16_t place[MAP_SLOT_SEATS];
	struct map_news news = {.slot_id = SLOT,
	    .began = began,
	    .place = place,
	    .places = places,
	    .taken = taken,
	    .takens = takens};

	for (size_t i = 0; i < places; i++)
		place[i] = (uint16_t)(3 * i + 1);
	assert_true(map_slot_write(&r->writer, &news, true));
}

static void
publish(struct room *r)
{
	atomic_store(&r->writer.data->refreshed_at, day_ticks());
}

static int
room_make(void **state)
{
	struct room *r = calloc(1, sizeof(*r));
	char path[80];

	snprintf(r->dir, sizeof(r->dir), "/tmp/antrean-map.XXXXXX");
	if (mkdtemp(r->dir) == NULL)
		return 1;
	snprintf(path, sizeof(path), "%s/map", r->dir);
	mkdir(path, 0700);
	arena_init(&r->arena, 1024);
	r->writer.path = arena_printf(&r->arena, "%s/seats.map", path);
	assert_int_equal(map_make(&r->writer), OK);
	news_write(r, 10, NULL, 0, day_ticks());
	publish(r);
	r->map = place_map_open(&r->arena, r->dir);
	assert_true(place_map_trusted(r->map));
	*state = r;
	return 0;
}

static int
room_drop(void **state)
{
	struct room *r = *state;
	char path[80];

	map_close(&r->writer);
	unlink(r->writer.path);
	snprintf(path, sizeof(path), "%s/map", r->dir);
	rmdir(path);
	rmdir(r->dir);
	arena_free(&r->arena);
	free(r);
	return 0;
}

static enum err
take(struct room *r, int n, int *seat)
{
	const struct place_wish wish = {SLOT, n, NOW};

	/* no database: an answer proves that none was asked */
	return place_take(r->map, NULL, NULL, &wish, seat);
}

static void
a_party_gets_all_its_places_or_none(void **state)
{
	struct room *r = *state;
	int seat[PLACE_PARTY_MAX], left;

	assert_int_equal(take(r, 5, seat), OK);
	for (int i = 1; i < 5; i++)
		assert_true(seat[i - 1] < seat[i]);
	assert_int_equal(take(r, 4, seat), OK);
	assert_int_equal(place_known(r->map, SLOT), 1);
	assert_int_equal(take(r, 2, seat), ERR_FULL);
	assert_int_equal(place_known(r->map, SLOT), 1);
	assert_int_equal(take(r, 1, seat), OK);
	assert_int_equal(place_left(r->map, NULL, NULL, SLOT, NOW, &left), OK);
	assert_int_equal(left, 0);
}

static void
places_given_back_can_be_taken_again(void **state)
{
	struct room *r = *state;
	int first[PLACE_PARTY_MAX], seat[PLACE_PARTY_MAX];

	assert_int_equal(take(r, 5, first), OK);
	assert_int_equal(take(r, 5, seat), OK);
	place_give_back(r->map, SLOT, 5, first);
	place_give_back(r->map, SLOT, 5, first);
	assert_int_equal(place_known(r->map, SLOT), 5);
	assert_int_equal(take(r, 5, seat), OK);
	assert_memory_equal(first, seat, sizeof(first));
}

static void
an_answer_older_than_a_claim_does_not_undo_it(void **state)
{
	struct room *r = *state;
	int64_t before = day_ticks();
	int seat[PLACE_PARTY_MAX];
	uint16_t taken[2];

	assert_int_equal(take(r, 2, seat), OK);
	news_write(r, 10, NULL, 0, before);
	assert_int_equal(place_known(r->map, SLOT), 8);
	/* nor is it undone while its process lives and it is young */
	news_write(r, 10, NULL, 0, day_ticks());
	assert_int_equal(place_known(r->map, SLOT), 8);
	taken[0] = (uint16_t)seat[0];
	taken[1] = (uint16_t)seat[1];
	news_write(r, 10, taken, 2, day_ticks());
	assert_int_equal(place_known(r->map, SLOT), 8);
	/* confirmed and given up since, by whichever host */
	news_write(r, 10, NULL, 0, day_ticks());
	assert_int_equal(place_known(r->map, SLOT), 10);
}

static void
a_changed_quota_keeps_what_is_taken(void **state)
{
	struct room *r = *state;
	uint16_t taken[] = {1, 4};

	news_write(r, 10, taken, 2, day_ticks());
	assert_int_equal(place_known(r->map, SLOT), 8);
	news_write(r, 4, taken, 2, day_ticks());
	assert_int_equal(place_known(r->map, SLOT), 2);
	/* more than there was room for at first */
	news_write(r, 1000, taken, 2, day_ticks());
	assert_int_equal(place_known(r->map, SLOT), 998);
}

static void
places_of_a_dead_process_come_back(void **state)
{
	struct room *r = *state;
	int seat[PLACE_PARTY_MAX];
	pid_t child = fork();

	if (child == 0)
		_exit(take(r, 3, seat) != OK);
	waitpid(child, NULL, 0);
	assert_int_equal(place_known(r->map, SLOT), 7);
	news_write(r, 10, NULL, 0, day_ticks());
	assert_int_equal(place_known(r->map, SLOT), 10);
}

static void
death_under_the_lock_leaves_the_slot_usable_and_marked(void **state)
{
	struct room *r = *state;
	struct map_slot *s = map_slot_find(&r->writer, SLOT);
	int seat[PLACE_PARTY_MAX];
	pid_t child = fork();

	if (child == 0) {
		if (map_slot_lock(r->map, map_slot_find(r->map, SLOT)))
			_exit(0);
		_exit(1);
	}
	waitpid(child, NULL, 0);
	atomic_store(&s->left, 3);
	assert_int_equal(take(r, 1, seat), OK);
	assert_int_equal(atomic_load(&s->dirty), 1);
	assert_int_equal(place_known(r->map, SLOT), 9);
}

/* Only who judges ends the trust: others may have met somebody slow. */
static void
a_lock_never_given_back_is_damage_for_the_worker_alone(void **state)
{
	struct room *r = *state;
	struct map_slot *s = map_slot_find(&r->writer, SLOT);
	int to_us[2], seat[PLACE_PARTY_MAX] = {1};
	char byte = 0;
	pid_t child;

	assert_int_equal(pipe(to_us), 0);
	child = fork();
	if (child == 0) {
		if (map_slot_lock(r->map, map_slot_find(r->map, SLOT)) &&
		    write(to_us[1], "x", 1) == 1)
			pause();
		_exit(1);
	}
	assert_int_equal(read(to_us[0], &byte, 1), 1);
	place_give_back(r->map, SLOT, 1, seat);
	assert_true(place_map_trusted(r->map));
	r->writer.judge = true;
	assert_false(map_slot_lock(&r->writer, s));
	assert_false(place_map_trusted(r->map));
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	assert_true(map_slot_lock(&r->writer, s));
	map_slot_unlock(s);
}

static void
a_map_that_is_old_or_gone_is_not_trusted(void **state)
{
	struct room *r = *state;

	atomic_store(
	    &r->writer.data->refreshed_at, day_ticks() - MAP_TRUST_AGE - 1);
	assert_false(place_map_trusted(r->map));
	assert_int_equal(place_known(r->map, SLOT), -1);
	publish(r);
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
	assert_int_equal(place_known(r->map, SLOT), -1);
}

/* Writes noise over the file from byte FROM to byte TO. */
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
noise_in_slots_is_found_before_a_lock_is_tried(void **state)
{
	struct room *r = *state;
	int seat[PLACE_PARTY_MAX] = {1};
	struct map_slot *s = map_slot_find(&r->writer, SLOT);
	int64_t id = s->id;

	noise(r, offsetof(struct map_data, slot),
	    offsetof(struct map_data, seat));
	s->id = id;
	place_give_back(r->map, SLOT, 1, seat);
	assert_false(place_map_trusted(r->map));
}

static void
noise_in_seats_is_written_over(void **state)
{
	struct room *r = *state;
	uint16_t taken[] = {4, 7};

	noise(r, offsetof(struct map_data, seat),
	    offsetof(struct map_data, seat) + 4096);
	news_write(r, 10, taken, 2, day_ticks() + MAP_CLAIM_AGE);
	assert_int_equal(place_known(r->map, SLOT), 8);
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

/* Takes parties of 1..5 until there is nothing left; some die on the way with
 * their places, some give theirs back.  Returns places kept. */
static int
race(struct room *r, int me)
{
	int seat[PLACE_PARTY_MAX], kept = 0;

	for (int i = 0; i < 100000; i++) {
		int n = (me + i) % 5 + 1;

		if (take(r, n, seat) != OK) {
			if (n == 1)
				return kept;
			continue;
		}
		if (i % 3 == 0) {
			place_give_back(r->map, SLOT, n, seat);
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

	news_write(r, 1000, NULL, 0, day_ticks());
	assert_int_equal(pipe(to_us), 0);
	for (int i = 0; i < RACERS; i++) {
		child[i] = fork();
		if (child[i] == 0) {
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
	assert_int_equal(place_known(r->map, SLOT), 0);
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
	    IN_A_ROOM(a_map_that_is_old_or_gone_is_not_trusted),
	    IN_A_ROOM(a_map_cut_short_is_not_touched),
	    IN_A_ROOM(noise_over_all_is_not_trusted),
	    IN_A_ROOM(noise_in_slots_is_found_before_a_lock_is_tried),
	    IN_A_ROOM(noise_in_seats_is_written_over),
	    IN_A_ROOM(tokens_are_known_once_noted),
	    IN_A_ROOM(processes_never_get_the_same_place),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("place map", tests);
}
