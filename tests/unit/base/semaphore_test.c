/* semaphore_test.c - turns of a host, held by processes that start and end. */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "unit.h"

#include "base/day.h"
#include "base/log.h"
#include "base/semaphore.h"

#define SECOND 1000000000LL

enum {
	FIRST,
	OTHER
}; /* classes of waiting processes */

static struct arena arena;
static char dir[] = "/tmp/antrean-semaphore.XXXXXX";

static int
make_dir(void **state)
{
	(void)state;
	log_open("test", LOG_FAULT);
	arena_init(&arena, 65536);
	return mkdtemp(dir) == NULL;
}

static int
drop_dir(void **state)
{
	char path[128];

	(void)state;
	snprintf(path, sizeof(path), "%s/semaphore.lock", dir);
	unlink(path);
	arena_free(&arena);
	return rmdir(dir);
}

static struct semaphore *
opened(int turns)
{
	struct semaphore *t;

	assert_int_equal(semaphore_open(&arena, dir, turns, &t), OK);
	return t;
}

/* Starts a process that enters the semaphore, waits to be killed if STAYS is
 * set and it got a turn, and otherwise exits with the error. */
static pid_t
somebody(int class, bool stays)
{
	pid_t pid = fork();
	struct semaphore *t;
	enum err e;

	assert_true(pid >= 0);
	if (pid > 0)
		return pid;
	e = semaphore_open(&arena, dir, 1, &t);
	if (e == OK)
		e = semaphore_enter(t, class);
	while (e == OK && stays)
		pause();
	_exit((int)e);
}

static enum err
ended(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	return (enum err)WEXITSTATUS(status);
}

static void
killed(pid_t pid)
{
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
}

/* Counts the locked bytes among the N from FIRST on. */
static int
locked(int first, int n)
{
	char path[128];
	int fd, count = 0;

	snprintf(path, sizeof(path), "%s/semaphore.lock", dir);
	fd = open(path, O_RDWR | O_CLOEXEC);
	assert_true(fd >= 0);
	for (int i = 0; i < n; i++) {
		struct flock l = {.l_type = F_WRLCK,
		    .l_whence = SEEK_SET,
		    .l_start = first + i,
		    .l_len = 1};

		assert_int_equal(fcntl(fd, F_OFD_GETLK, &l), 0);
		count += l.l_type != F_UNLCK;
	}
	close(fd);
	return count;
}

/* Waits a short time until COUNT of the N bytes from FIRST on are locked. */
static void
until_locked(int count, int first, int n)
{
	int64_t end = day_ticks() + 5 * SECOND;

	while (locked(first, n) != count && day_ticks() < end)
		usleep(1000);
	assert_int_equal(locked(first, n), count);
}

static void
so_many_are_in_at_once(void **state)
{
	struct semaphore *a = opened(2), *b = opened(2);

	(void)state;
	assert_int_equal(semaphore_enter(a, FIRST), OK);
	assert_int_equal(semaphore_enter(b, FIRST), OK);
	assert_int_equal(locked(0, SEMAPHORE_TURNS), 2);
	semaphore_leave(a);
	assert_int_equal(locked(0, SEMAPHORE_TURNS), 1);
	semaphore_leave(b);
	semaphore_leave(b);
	assert_int_equal(locked(0, SEMAPHORE_TURNS), 0);
}

static void
one_waits_for_a_turn_and_gets_it(void **state)
{
	struct semaphore *t = opened(1);
	pid_t waiting;

	(void)state;
	assert_int_equal(semaphore_enter(t, FIRST), OK);
	waiting = somebody(FIRST, false);
	until_locked(1, SEMAPHORE_TURNS, SEMAPHORE_WAITING);
	semaphore_leave(t);
	assert_int_equal(ended(waiting), OK);
	assert_int_equal(locked(0, 2 * SEMAPHORE_TURNS), 0);
}

static void
patience_ends(void **state)
{
	struct semaphore *in = opened(1), *out = opened(1);
	int64_t before;

	(void)state;
	assert_int_equal(semaphore_enter(in, FIRST), OK);
	before = day_ticks();
	assert_int_equal(semaphore_enter(out, FIRST), ERR_BUSY);
	assert_true(day_ticks() - before >= 2 * SECOND);
	assert_true(day_ticks() - before < 4 * SECOND);
	assert_int_equal(locked(SEMAPHORE_TURNS, 2 * SEMAPHORE_WAITING), 0);
	semaphore_leave(in);
	assert_int_equal(semaphore_enter(out, FIRST), OK);
	semaphore_leave(out);
}

static void
without_a_waiting_place_one_is_told_at_once(void **state)
{
	struct semaphore *in = opened(1), *out = opened(1);
	pid_t waiting[SEMAPHORE_WAITING], other;
	int64_t before;

	(void)state;
	assert_int_equal(semaphore_enter(in, FIRST), OK);
	for (int i = 0; i < SEMAPHORE_WAITING; i++)
		waiting[i] = somebody(FIRST, false);
	until_locked(SEMAPHORE_WAITING, SEMAPHORE_TURNS, SEMAPHORE_WAITING);
	before = day_ticks();
	assert_int_equal(semaphore_enter(out, FIRST), ERR_BUSY);
	assert_true(day_ticks() - before < SECOND);
	/* a crowd in one class does not take places of the other class */
	other = somebody(OTHER, false);
	until_locked(1, SEMAPHORE_TURNS + SEMAPHORE_WAITING, SEMAPHORE_WAITING);
	semaphore_leave(in);
	assert_int_equal(ended(other), OK);
	for (int i = 0; i < SEMAPHORE_WAITING; i++)
		assert_int_equal(ended(waiting[i]), OK);
}

static void
who_is_killed_leaves_nothing_held(void **state)
{
	struct semaphore *t = opened(1);
	pid_t holder = somebody(FIRST, true), waiting;

	(void)state;
	until_locked(1, 0, 1);
	waiting = somebody(FIRST, true);
	until_locked(1, SEMAPHORE_TURNS, SEMAPHORE_WAITING);
	killed(waiting);
	assert_int_equal(locked(SEMAPHORE_TURNS, SEMAPHORE_WAITING), 0);
	killed(holder);
	assert_int_equal(semaphore_enter(t, FIRST), OK);
	semaphore_leave(t);
}

/* Uses N clock ticks of CPU time. */
static void
work(clock_t n)
{
	for (clock_t end = clock() + n; clock() < end;)
		;
}

static void
a_turn_rests_where_the_processor_was_scarce(void **state)
{
	struct semaphore *in = opened(1), *out = opened(1);
	int64_t before;

	(void)state;
	assert_int_equal(semaphore_enter(in, FIRST), OK);
	work(CLOCKS_PER_SEC / 25);
	usleep(60000); /* as if other processes had the CPU */
	semaphore_leave(in);
	before = day_ticks();
	assert_int_equal(semaphore_enter(out, FIRST), OK);
	assert_true(day_ticks() - before >= SECOND / 25 * SEMAPHORE_REST);
	assert_true(day_ticks() - before < 2 * SECOND);
	semaphore_leave(out);
}

static void
the_file_is_for_all_programs(void **state)
{
	mode_t mask = umask(077);
	char path[128];
	struct stat st;

	(void)state;
	snprintf(path, sizeof(path), "%s/semaphore.lock", dir);
	unlink(path);
	opened(0);
	umask(mask);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0660);
	assert_int_equal(st.st_size, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(so_many_are_in_at_once),
	    cmocka_unit_test(one_waits_for_a_turn_and_gets_it),
	    cmocka_unit_test(patience_ends),
	    cmocka_unit_test(without_a_waiting_place_one_is_told_at_once),
	    cmocka_unit_test(who_is_killed_leaves_nothing_held),
	    cmocka_unit_test(a_turn_rests_where_the_processor_was_scarce),
	    cmocka_unit_test(the_file_is_for_all_programs),
	};

	return cmocka_run_group_tests_name(
	    "semaphore", tests, make_dir, drop_dir);
}
