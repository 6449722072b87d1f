/* semaphore.c - a counting semaphore for costly work, for a whole host. */
#include "config.h"

#include "base/semaphore.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/day.h"
#include "base/log.h"

#define NONE (-1)
#define LOOK_EVERY 5 /* milliseconds between two attempts to get a turn */
#define SAY_EVERY 10 /* seconds between two lines of the log */
#define WAITING_AT SEMAPHORE_TURNS /* byte of the first waiting place */
#define LONGEST_REST 5000000000LL  /* ns; see resting() */

struct semaphore {
	int fd;
	int turns;
	int held;          /* byte of the held turn, or NONE */
	int64_t began;     /* ticks when the costly work began */
	int64_t spent;     /* CPU time of the process then, ns */
	int64_t sent_away; /* refusals not yet logged */
	int64_t said_at;   /* for day_due: when sent_away was logged */
};

/* The number of turns that the setting TURNS stands for (semaphore_open). */
static int
derived(int64_t turns)
{
	long processors;

	if (turns == 0) {
		processors = sysconf(_SC_NPROCESSORS_ONLN);
		turns = processors < 8    ? 1
		        : processors > 16 ? 4
		                          : processors / 4;
	}
	return turns < SEMAPHORE_TURNS ? (int)turns : SEMAPHORE_TURNS;
}

static void
semaphore_close(void *arg)
{
	struct semaphore *t = arg;

	close(t->fd);
}

enum err
semaphore_open(
    struct arena *a, const char *run_dir, int64_t turns, struct semaphore **t)
{
	char path[PATH_MAX];
	mode_t mask;
	int fd;

	/* programs of other users of the group must be able to write to the
	 * file, whatever the umask of the program that makes it */
	mask = umask(007);
	snprintf(path, sizeof(path), "%s/semaphore.lock", run_dir);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0660);
	umask(mask);
	if (fd < 0) {
		log_fault("semaphore", "file=%s errno=%d", path, errno);
		return ERR_FAULT;
	}
	*t = ARENA_ARRAY(a, struct semaphore, 1);
	**t =
	    (struct semaphore){.fd = fd, .turns = derived(turns), .held = NONE};
	arena_defer(a, semaphore_close, *t);
	return OK;
}

/* Locks (F_WRLCK) or unlocks (F_UNLCK) the byte AT; false if another process
 * holds it. */
static bool
lock(const struct semaphore *t, int at, short type)
{
	struct flock l = {
	    .l_type = type, .l_whence = SEEK_SET, .l_start = at, .l_len = 1};

	return fcntl(t->fd, F_OFD_SETLK, &l) == 0;
}

/* Nanoseconds of CPU time this process has used. */
static int64_t
processor_time(void)
{
	struct timespec ts = {.tv_sec = 0};

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &ts);
	return (int64_t)ts.tv_sec * 1000000000 + ts.tv_nsec;
}

/* True if the turn rests.  An end further away than LONGEST_REST does not
 * count: it was written before a reboot, which set the ticks back. */
static bool
resting(const struct semaphore *t, int turn)
{
	int64_t until = 0, now = day_ticks();

	if (pread(t->fd, &until, sizeof(until), turn * (off_t)sizeof(until)) !=
	    sizeof(until))
		return false;
	return now < until && until - now < LONGEST_REST;
}

/* Makes the held turn rest if the process was off the CPU for at least a third
 * of the time since the costly work began: then the host is short of CPU. */
static void
rest(const struct semaphore *t)
{
	int64_t now = day_ticks(), cost = processor_time() - t->spent;
	int64_t until = now + SEMAPHORE_REST * cost;

	if ((now - t->began - cost) * 3 < now - t->began)
		return;
	/* if the write fails, the turn can be taken at once; no more is lost */
	if (pwrite(t->fd, &until, sizeof(until),
		t->held * (off_t)sizeof(until)) != sizeof(until))
		log_info("semaphore", "why=no-rest errno=%d", errno);
}

/* Locks a turn that is free and not resting; NONE if there is none. */
static int
any_turn(const struct semaphore *t)
{
	int begin = (int)(getpid() % t->turns);

	for (int i = 0; i < t->turns; i++) {
		int at = (begin + i) % t->turns;

		if (resting(t, at) || !lock(t, at, F_WRLCK))
			continue;
		if (!resting(t, at)) /* its last holder possibly set a rest */
			return at;
		lock(t, at, F_UNLCK);
	}
	return NONE;
}

/* Locks a free byte of the N from FIRST on; NONE if there is none.  Each
 * process starts at another byte, so that they do not all try the same one. */
static int
any(const struct semaphore *t, int first, int n)
{
	int begin = (int)(getpid() % n);

	for (int i = 0; i < n; i++) {
		int at = first + (begin + i) % n;

		if (lock(t, at, F_WRLCK))
			return at;
	}
	return NONE;
}

/* Logs how many requests were refused, at most every SAY_EVERY seconds: a flood
 * must not fill the disk. */
static void
say(struct semaphore *t)
{
	t->sent_away++;
	if (!day_due(&t->said_at, SAY_EVERY))
		return;
	log_info("semaphore", "turns=%d sent_away=%lld", t->turns,
	    (long long)t->sent_away);
	t->sent_away = 0;
}

void
semaphore_work(struct semaphore *t)
{
	t->began = day_ticks();
	t->spent = processor_time();
}

/* Takes a free turn that is not resting, if there is one. */
static bool
take(struct semaphore *t)
{
	t->held = any_turn(t);
	if (t->held != NONE)
		semaphore_work(t);
	return t->held != NONE;
}

enum err
semaphore_enter(struct semaphore *t, int class)
{
	const struct timespec pause = {.tv_nsec = LOOK_EVERY * 1000000L};
	int64_t until;
	int place;

	assert(class >= 0 && class < SEMAPHORE_CLASSES);
	if (take(t))
		return OK;
	place =
	    any(t, WAITING_AT + class * SEMAPHORE_WAITING, SEMAPHORE_WAITING);
	if (place == NONE) {
		say(t);
		return ERR_BUSY;
	}
	until = day_ticks() + SEMAPHORE_PATIENCE * 1000000LL;
	do {
		nanosleep(&pause, NULL);
	} while (!take(t) && day_ticks() < until);
	lock(t, place, F_UNLCK);
	if (t->held != NONE)
		return OK;
	say(t);
	return ERR_BUSY;
}

void
semaphore_leave(struct semaphore *t)
{
	if (t->held == NONE)
		return;
	rest(t);
	lock(t, t->held, F_UNLCK);
	t->held = NONE;
}
