/* worker.h - the jobs that run without a URL, each in a process of its own.
 *
 * A job must not wait for another job: a slow mail server must never delay the
 * seat map.  So each job is a process of its own, with its own line in
 * conf/programs, systemd unit, lock and state.
 */
#ifndef JOB_WORKER_H
#define JOB_WORKER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/conf.h"
#include "queue/seat/place_refresh.h"

struct worker {
	struct conf conf;
	struct db *db;
	int lock;         /* file whose lock makes this process the only one */
	struct arena own; /* memory that lives as long as the process */
	struct arena arena; /* memory of one run, reset after it */
	int64_t now;        /* UTC second at which the run began */
	void *state;        /* what job->start made in `own` */
};

struct job {
	const char *name;    /* the word on the command line */
	const char *program; /* the name in conf/programs and in the log */
	int every; /* seconds from the beginning of a run to the next */
	enum err (*start)(struct worker *w); /* makes w->state; can be NULL */
	enum err (*run)(struct worker *w);

	/* The worker calls these two several times a second between two runs.
	 * `wanted` returns true if something must be done at once, and `prompt`
	 * does that.  If `prompt` fails, the worker calls `run` at once.  Both
	 * can be NULL. */
	bool (*wanted)(struct worker *w);
	enum err (*prompt)(struct worker *w);
};

/* Makes the folder RUN_DIR/map if it is missing.  Logs a failure and returns
 * nothing, because the caller cannot open a file in a missing folder and so
 * gets an error there. */
void worker_folder(struct worker *w);

extern const struct job job_map; /* the seat map of this host */
extern const struct job job_due; /* lapses bookings that nobody came for */

#endif
