/* worker.c - runs a job that no request asks for.
 *
 *	worker NAME		runs the job NAME until the process is ended
 *	worker NAME once	runs it once and ends
 *	worker NAME -t		checks settings, keys and database
 *	worker NAME -n		prints settings that are not the default
 *
 * Each host runs one process of a job; a second process waits until the first
 * has ended.  A run that failed is repeated when the job is next due.  Until
 * then the data that the job keeps grows old, and its readers check the age.
 */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/crypt.h"
#include "base/day.h"
#include "base/log.h"
#include "job/worker.h"

#define ARENA_SIZE 65536
#define LOOK_EVERY 200     /* ms between checks whether the job is due */
#define AFTER_FAILURE 1000 /* ms to wait after a failed run */

static const struct job *const jobs[] = {&job_map, &job_due};
#define JOBS (sizeof(jobs) / sizeof(jobs[0]))

static const struct job *
find(const char *name)
{
	for (size_t i = 0; i < JOBS; i++)
		if (strcmp(jobs[i]->name, name) == 0)
			return jobs[i];
	return NULL;
}

static enum err
load(struct worker *w)
{
	enum err e;

	arena_init(&w->own, ARENA_SIZE);
	arena_init(&w->arena, ARENA_SIZE);
	if ((e = crypt_start()) != OK || (e = conf_load(&w->conf, NULL)) != OK)
		return e;
	w->db = db_new(&w->own, &w->conf);
	return OK;
}

/* Waits until no other process of the host runs this job.  The kernel drops the
 * lock when w->lock is closed or the process ends.  Only the worker's user can
 * open the file, because a program that held the lock would stop the job. */
static enum err
alone(struct worker *w, const struct job *job)
{
	const char *path =
	    arena_printf(&w->own, "%s/map/%s.lock", w->conf.run_dir, job->name);
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	worker_folder(w);
	w->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (w->lock >= 0 && fcntl(w->lock, F_SETLKW, &lock) == 0)
		return OK;
	log_fault("worker", "file=%s errno=%d", path, errno);
	return ERR_FAULT;
}

static enum err
run(struct worker *w, enum err (*step)(struct worker *))
{
	enum err e;

	w->now = day_now();
	e = step(w);
	arena_reset(&w->arena);
	return e;
}

/* Runs JOB if it is due.  *DUE is the tick (day_ticks) of its next run. */
static void
turn(struct worker *w, const struct job *job, int64_t *due)
{
	int64_t ticks = day_ticks();

	if (ticks < *due && (job->wanted == NULL || !job->wanted(w)))
		return;
	if (ticks < *due && run(w, job->prompt) == OK)
		return;
	*due = ticks + (int64_t)job->every * 1000000000;
	/* The cause of a failure seldom goes away at once, so a pause saves CPU
	 * time. */
	if (run(w, job->run) != OK)
		poll(NULL, 0, AFTER_FAILURE);
}

static void
run_for_ever(struct worker *w, const struct job *job)
{
	int64_t due = 0;

	for (;;) {
		turn(w, job, &due);
		poll(NULL, 0, LOOK_EVERY);
	}
}

static int
check(struct worker *w)
{
	enum err e = db_open(w->db);

	db_close(w->db);
	puts(e == OK ? "ok" : "not ok");
	return e == OK ? 0 : 1;
}

static int
work(struct worker *w, const struct job *job, const char *word)
{
	if (strcmp(word, "-t") == 0)
		return check(w);
	if (strcmp(word, "-n") == 0) {
		conf_print(&w->conf, stdout);
		return 0;
	}
	if (job->start != NULL && job->start(w) != OK)
		return 1;
	if (alone(w, job) != OK)
		return 1;
	if (strcmp(word, "once") == 0)
		return run(w, job->run) != OK;
	log_info("worker", "job=%s", job->name);
	run_for_ever(w, job);
	return 0;
}

int
main(int argc, char **argv)
{
	const struct job *job = argc > 1 ? find(argv[1]) : NULL;
	struct worker w = {.lock = -1};
	int code = 1;

	if (job == NULL) {
		fputs("usage: worker NAME [once | -t | -n], where NAME is one "
		      "of:\n",
		    stderr);
		for (size_t i = 0; i < JOBS; i++)
			fprintf(stderr, "\t%s\n", jobs[i]->name);
		return 2;
	}
	log_open(job->program, LOG_INFO);
	if (load(&w) == OK)
		code = work(&w, job, argc > 2 ? argv[2] : "");
	if (w.lock >= 0)
		close(w.lock);
	arena_free(&w.arena);
	arena_free(&w.own);
	conf_free(&w.conf);
	return code;
}
