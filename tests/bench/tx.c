/* tx.c - the booking transaction alone, by many processes at once.
 *
 *	tx [-1] raw PROCESSES COUNT
 *	tx [-1] book PROCESSES COUNT ACCOUNT SLOT PER SLOTS
 *
 * Each process has a connection of its own and takes the next of COUNT orders
 * when it has made one.  `book` calls booking_make() for the accounts from
 * ACCOUNT on, their people (cast.h) and the slots that cast_slot() gives. `raw`
 * inserts single rows into the table bench_raw, each with a commit: no booking
 * can be faster.  Prints one line of key=value, times in microseconds; errors
 * are orders that were not made.  Ends after two minutes at the latest.
 */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/day.h"
#include "base/log.h"
#include "cast.h"
#include "queue/seat/place.h"
#include "queue/visit/booking.h"
#include "times.h"

#define PROCESSES_MAX 512
#define LIFE 120 /* seconds */

/* What the processes share. */
struct snapshot {
	int64_t next;        /* number of the next order to take */
	int ready, go;       /* processes connected; 1: they must begin */
	int64_t first, last; /* ticks at the begin and the end of the run */
	int errors;
	int blind; /* orders made without a trusted map */
	struct times times[PROCESSES_MAX];
};

struct job {
	bool raw;
	int processes;
	int64_t count, account, slot, per, slots;
	struct conf conf;
	struct cast cast;
	struct snapshot *snapshot;
};

static const struct db_query raw_insert = {.name = "bench_raw",
    .sql = "INSERT INTO bench_raw (account_id, code) VALUES (?, ?)",
    .in = "ib"};

static const struct db_query slot_offices = {.name = "bench_slot",
    .sql = "SELECT office_id FROM slot WHERE id >= ? ORDER BY id LIMIT ?",
    .in = "ii",
    .out = "i"};

static enum err
insert(const struct job *j, struct db *db, int64_t n)
{
	unsigned char code[16];

	(void)j;
	crypt_random(code, sizeof(code));
	return db_run(db, &raw_insert,
	    DB_IN(db_int(n), db_bytes(code, sizeof(code))), NULL);
}

/* OFFICE has the offices of the job's slots. */
static enum err
book(const struct job *j, struct place_map *places, const int64_t *office,
    struct db *db, struct arena *a, int64_t n)
{
	int64_t slot = cast_slot(&j->cast, n, j->per, j->slots);
	struct booking_order o = {.channel = CHANNEL_WEB,
	    .places = places,
	    .declared = "2026-1",
	    .live_per_account = 5,
	    .office_id = office[slot]};
	struct booking b = {.account_id = j->account + n,
	    .slot_id = j->slot + slot,
	    .party = cast_party(&j->cast, n),
	    .lang = "id"};
	const struct actor by = {
	    .kind = ACTOR_ACCOUNT, .id = b.account_id, .now = day_now()};
	int at = 0;

	crypt_random(o.once, sizeof(o.once));
	for (int i = 0; i < b.party; i++) {
		b.applicant[i].person =
		    cast_person(&j->cast, a, b.account_id, i);
		b.applicant[i].service = "baru";
		b.applicant[i].service_id = 1;
	}
	return booking_make(db, a, &by, &o, &b, &at);
}

/* One process and what it works with. */
struct worker {
	const struct job *job;
	struct times *times;
	struct arena home, arena;
	struct place_map *places;
	int64_t *office; /* of each of the job's slots */
	struct db *db;
};

static bool
read_offices(struct worker *w)
{
	const struct job *j = w->job;
	struct db_rows rows;

	w->office = arena_alloc(&w->home, (size_t)j->slots * sizeof(int64_t));
	if (db_rows(w->db, &w->home, &slot_offices,
		DB_IN(db_int(j->slot), db_int(j->slots)), &rows) != OK)
		return false;
	for (size_t i = 0; i < rows.count; i++)
		w->office[i] = db_cell(&rows, i, 0)->i;
	return rows.count == (size_t)j->slots;
}

/* Makes the next order; false if there is none left. */
static bool
work_once(struct worker *w)
{
	const struct job *j = w->job;
	struct snapshot *snapshot = j->snapshot;
	int64_t n = __atomic_fetch_add(&snapshot->next, 1, __ATOMIC_SEQ_CST);
	int64_t begin = day_ticks();
	bool map = place_map_trusted(w->places);
	enum err e;

	if (n >= j->count)
		return false;
	e = j->raw ? insert(j, w->db, n)
	           : book(j, w->places, w->office, w->db, &w->arena, n);
	__atomic_add_fetch(&snapshot->blind, !map, __ATOMIC_SEQ_CST);
	if (e == OK)
		times_add(w->times, (uint64_t)(day_ticks() - begin) / 1000);
	else
		__atomic_add_fetch(&snapshot->errors, 1, __ATOMIC_SEQ_CST);
	arena_reset(&w->arena);
	return true;
}

static void
work(const struct job *j, int no)
{
	struct snapshot *snapshot = j->snapshot;
	struct worker w = {.job = j, .times = &snapshot->times[no]};

	alarm(LIFE);
	arena_init(&w.home, 1 << 16);
	arena_init(&w.arena, 1 << 16);
	w.db = db_new(&w.home, &j->conf);
	w.places = place_map_open(&w.home, j->conf.run_dir);
	if (db_open(w.db) != OK || (!j->raw && !read_offices(&w)))
		_exit(1);
	work_once(&w);
	*w.times = (struct times){.n = 0};
	__atomic_add_fetch(&snapshot->ready, 1, __ATOMIC_SEQ_CST);
	while (__atomic_load_n(&snapshot->go, __ATOMIC_SEQ_CST) == 0)
		usleep(500);
	while (work_once(&w))
		;
	db_close(w.db);
	_exit(0);
}

/* Runs all processes.  The run begins when the last process is connected and
 * ends when the last process ends.  False if a process could not connect. */
static bool
run(const struct job *j)
{
	struct snapshot *snapshot = j->snapshot;
	int bad = 0, status;

	for (int i = 0; i < j->processes; i++) {
		pid_t pid = fork();

		if (pid < 0)
			return false;
		if (pid == 0)
			work(j, i);
	}
	while (__atomic_load_n(&snapshot->ready, __ATOMIC_SEQ_CST) <
	       j->processes) {
		usleep(1000);
		if (waitpid(-1, &status, WNOHANG) > 0) {
			/* the others wait in vain, and alarm ends them */
			return false;
		}
	}
	snapshot->first = day_ticks();
	__atomic_store_n(&snapshot->go, 1, __ATOMIC_SEQ_CST);
	for (int i = 0; i < j->processes; i++) {
		wait(&status);
		bad |= status;
	}
	snapshot->last = day_ticks();
	return bad == 0;
}

static bool
options(struct job *j, int argc, char **argv)
{
	if (argc > 1 && strcmp(argv[1], "-1") == 0) {
		j->cast.single = true;
		argc--;
		argv++;
	}
	if (argc != 4 && argc != 8)
		return false;
	j->raw = strcmp(argv[1], "raw") == 0;
	j->processes = (int)strtol(argv[2], NULL, 10);
	j->count = strtoll(argv[3], NULL, 10);
	if (argc == 8) {
		j->account = strtoll(argv[4], NULL, 10);
		j->slot = strtoll(argv[5], NULL, 10);
		j->per = strtoll(argv[6], NULL, 10);
		j->slots = strtoll(argv[7], NULL, 10);
	}
	return j->processes >= 1 && j->processes <= PROCESSES_MAX &&
	       j->raw == (argc == 4);
}

int
main(int argc, char **argv)
{
	static struct job j;
	static struct times all;
	double seconds;

	log_open("tx", LOG_WARN);
	if (!options(&j, argc, argv)) {
		fputs("tx [-1] raw PROCESSES COUNT\n"
		      "tx [-1] book PROCESSES COUNT ACCOUNT SLOT PER SLOTS\n",
		    stderr);
		return 2;
	}
	j.snapshot = mmap(NULL, sizeof(*j.snapshot), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (j.snapshot == MAP_FAILED || conf_load(&j.conf, NULL) != OK ||
	    cast_open(&j.cast, j.conf.keys_dir) != OK || !run(&j))
		return 1;
	for (int i = 0; i < j.processes; i++)
		times_merge(&all, &j.snapshot->times[i]);
	seconds = (double)(j.snapshot->last - j.snapshot->first) / 1e9;
	printf("done=%llu rate=%.1f seconds=%.3f p50=%llu p99=%llu max=%llu"
	       " errors=%d blind=%d\n",
	    (unsigned long long)all.n, (double)all.n / seconds, seconds,
	    (unsigned long long)times_at(&all, 0.5),
	    (unsigned long long)times_at(&all, 0.99),
	    (unsigned long long)all.max, j.snapshot->errors, j.snapshot->blind);
	return 0;
}
