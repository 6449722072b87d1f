/* worker.h - the jobs that run without a URL, one process a job.
 *
 * A job must not wait for another: a mail server that answers slowly may never
 * delay the seat map.  So each job is a process of its own with its own line in
 * conf/programs, its own unit and its own lock, and keeps what it needs in a
 * state of its own.
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
	int lock;           /* of the one process of this job on the host */
	struct arena own;   /* as long as the process */
	struct arena arena; /* of one run */
	int64_t now;        /* the instant of the run */
	void *state;        /* what job->start made in `own` */
};

struct job {
	const char *name;    /* the word on the command line */
	const char *program; /* the name in conf/programs and in the log */
	int every; /* seconds from the beginning of a run to the next */
	enum err (*start)(struct worker *w); /* NULL if nothing is to be made */
	enum err (*run)(struct worker *w);

	/* Between two runs: is something wanted at once?  If so, prompt does
	 * it, or fails and has everything run again.  Both may be NULL. */
	bool (*wanted)(struct worker *w);
	enum err (*prompt)(struct worker *w);
};

/* Makes the folder RUN_DIR/map, also if somebody took it away.  A failure is
 * logged, and met again when a file is opened there. */
void worker_folder(struct worker *w);

extern const struct job job_map; /* the seat map of this host */
extern const struct job job_due; /* visits that nobody came to */

#endif
