/* worker.h - jobs of the worker. */
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
	int lock;           /* held by the one worker of the host */
	struct arena own;   /* as long as the process */
	struct arena arena; /* of one run of a job */
	int64_t now;        /* the instant of the run */
	struct place_refresh *places;
	int64_t told_at; /* day_due: of the map */
};

struct job {
	const char *name;
	int every; /* seconds from the beginning of a run to the next */
	enum err (*start)(struct worker *w);
	enum err (*run)(struct worker *w);

	/* Between two runs: is something wanted at once?  If so, prompt does
	 * it, or fails and has everything run again.  Both may be NULL. */
	bool (*wanted)(struct worker *w);
	enum err (*prompt)(struct worker *w);
};

extern const struct job job_map; /* the seat map of this host */

#endif
