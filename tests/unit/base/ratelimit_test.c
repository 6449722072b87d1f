/* ratelimit_test.c - rate limits, with their shared file and without it. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "unit.h"

#include "base/crypt.h"
#include "base/ratelimit.h"

#define NOW 1700000000

struct host {
	char dir[40];
	char path[80];
	struct arena arena;
	struct ratelimit_map *map;
};

static int
host_make(void **state)
{
	struct host *h = calloc(1, sizeof(*h));

	snprintf(h->dir, sizeof(h->dir), "/tmp/antrean-bucket.XXXXXX");
	if (mkdtemp(h->dir) == NULL)
		return 1;
	snprintf(h->path, sizeof(h->path), "%s/ratelimit.map", h->dir);
	arena_init(&h->arena, 1024);
	h->map = ratelimit_open(&h->arena, h->dir);
	*state = h;
	return 0;
}

static int
host_drop(void **state)
{
	struct host *h = *state;

	arena_free(&h->arena);
	unlink(h->path);
	rmdir(h->dir);
	free(h);
	return 0;
}

/* True if exactly three tries a minute pass. */
static bool
limits(struct ratelimit_map *map, const char *name)
{
	uint64_t key = ratelimit_key(map, "test", name);
	int through = 0;

	for (int i = 0; i < 5; i++)
		through += ratelimit_take(map, key, NOW, 3, 60);
	return through == 3 && !ratelimit_has(map, key, NOW, 3, 60) &&
	       ratelimit_has(map, key, NOW + 21, 3, 60);
}

static void
programs_share_their_limits(void **state)
{
	struct host *h = *state;
	struct ratelimit_map *other = ratelimit_open(&h->arena, h->dir);
	uint64_t key = ratelimit_key(h->map, "test", "a");

	assert_true(limits(h->map, "a"));
	assert_false(ratelimit_has(other, key, NOW, 3, 60));
	assert_false(ratelimit_take(other, key, NOW, 3, 60));
}

static void
a_bucket_gives_its_tries_back_one_by_one(void **state)
{
	struct ratelimit_map *map = ((struct host *)*state)->map;
	uint64_t key = ratelimit_key(map, "lookup", "7K3M9QXAC");

	for (int i = 0; i < 5; i++) {
		assert_true(ratelimit_has(map, key, NOW, 5, 3600));
		assert_true(ratelimit_take(map, key, NOW, 5, 3600));
	}
	assert_false(ratelimit_has(map, key, NOW, 5, 3600));
	assert_false(ratelimit_take(map, key, NOW, 5, 3600));
	assert_false(ratelimit_take(map, key, NOW + 719, 5, 3600));
	assert_true(ratelimit_take(map, key, NOW + 720, 5, 3600));
	assert_false(ratelimit_take(map, key, NOW + 720, 5, 3600));
	assert_true(ratelimit_has(
	    map, ratelimit_key(map, "lookup", "7K3M9QXAD"), NOW, 5, 3600));
}

static void
a_bucket_outlives_a_clock_set_back(void **state)
{
	struct ratelimit_map *map = ((struct host *)*state)->map;
	uint64_t key = ratelimit_key(map, "lookup", "2222222222");

	while (ratelimit_take(map, key, NOW + 7200, 5, 3600))
		;
	assert_false(ratelimit_has(map, key, NOW + 7200, 5, 3600));
	assert_true(ratelimit_has(map, key, NOW, 5, 3600));
	for (int i = 0; i < 5; i++)
		assert_true(ratelimit_take(map, key, NOW, 5, 3600));
	assert_false(ratelimit_take(map, key, NOW, 5, 3600));
}

static void
its_room_is_taken_when_it_is_made(void **state)
{
	struct host *h = *state;
	struct stat st;

	assert_int_equal(stat(h->path, &st), 0);
	assert_true(st.st_size > 0);
	assert_true(st.st_blocks * 512 >= st.st_size);
}

static void
a_file_that_is_cut_or_deleted_is_made_anew(void **state)
{
	struct host *h = *state;
	struct stat st;

	assert_int_equal(truncate(h->path, 5), 0);
	assert_true(limits(h->map, "b"));
	assert_int_equal(stat(h->path, &st), 0);
	assert_true(st.st_size > 5);
	assert_int_equal(unlink(h->path), 0);
	assert_true(limits(h->map, "c"));
	assert_int_equal(access(h->path, W_OK), 0);
}

static void
without_a_file_each_process_counts_for_itself(void **state)
{
	struct host *h = *state;
	struct ratelimit_map *map;

	/* the file cannot be made, at the start or later */
	map = ratelimit_open(&h->arena, "/nowhere");
	assert_true(limits(map, "d"));
	assert_int_equal(unlink(h->path), 0);
	assert_int_equal(rmdir(h->dir), 0);
	assert_true(limits(h->map, "e"));
}

static void
one_network_is_one_bucket(void **state)
{
	struct ratelimit_map *map = ((struct host *)*state)->map;
	uint64_t key = ratelimit_key_addr(map, "x", "2001:db8:1:2::1");

	assert_true(
	    key == ratelimit_key_addr(map, "x", "2001:db8:1:2:a:b:c:d"));
	assert_false(key == ratelimit_key_addr(map, "x", "2001:db8:1:3::1"));
	assert_false(key == ratelimit_key_addr(map, "y", "2001:db8:1:2::1"));
	assert_false(ratelimit_key_addr(map, "x", "192.0.2.1") ==
		     ratelimit_key_addr(map, "x", "192.0.2.2"));
	assert_false(ratelimit_key_addr(map, "x", "::ffff:192.0.2.1") ==
		     ratelimit_key_addr(map, "x", "::ffff:192.0.2.2"));
}

static void
keys_are_the_same_on_one_host_only(void **state)
{
	struct host *h = *state;
	struct ratelimit_map *same = ratelimit_open(&h->arena, h->dir);
	struct ratelimit_map *other = ratelimit_open(&h->arena, "/nowhere");
	uint64_t key = ratelimit_key(h->map, "signin", "ratna@contoh.id");

	assert_true(key == ratelimit_key(same, "signin", "ratna@contoh.id"));
	assert_false(key == ratelimit_key(other, "signin", "ratna@contoh.id"));
}

static void
a_bucket_without_tries_lets_nothing_through(void **state)
{
	const struct host *h = *state;
	uint64_t key = ratelimit_key(h->map, "test", "none");

	for (int tries = 0; tries >= -3; tries--) {
		assert_false(ratelimit_has(h->map, key, NOW, tries, 60));
		assert_false(ratelimit_take(h->map, key, NOW, tries, 60));
	}
	assert_true(ratelimit_take(h->map, key, NOW, 1, 60));
}

#define AT_A_HOST(test)                                                        \
	cmocka_unit_test_setup_teardown(test, host_make, host_drop)

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    AT_A_HOST(programs_share_their_limits),
	    AT_A_HOST(a_bucket_gives_its_tries_back_one_by_one),
	    AT_A_HOST(a_bucket_without_tries_lets_nothing_through),
	    AT_A_HOST(a_bucket_outlives_a_clock_set_back),
	    AT_A_HOST(its_room_is_taken_when_it_is_made),
	    AT_A_HOST(a_file_that_is_cut_or_deleted_is_made_anew),
	    AT_A_HOST(without_a_file_each_process_counts_for_itself),
	    AT_A_HOST(one_network_is_one_bucket),
	    AT_A_HOST(keys_are_the_same_on_one_host_only),
	};

	if (crypt_start() != OK)
		return 1;
	return RUN("bucket", tests);
}
