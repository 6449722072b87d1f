/* map.c - the job that refreshes the host's snapshot and seat map. */
#include "base/day.h"
#include "base/log.h"
#include "job/worker.h"
#include "queue/seat/snapshot.h"

#define EVERY 3       /* seconds: other hosts must see a change within 5 s */
#define TELL_EVERY 60 /* seconds between two lines in the log */

struct map_job {
	struct place_refresh *places;
	int64_t told_at; /* when the last line was logged; for day_due */
};

static enum err
start(struct worker *w)
{
	struct map_job *job = ARENA_NEW(&w->own, struct map_job);

	worker_folder(w);
	job->places = place_refresh_open(&w->own, w->conf.run_dir);
	w->state = job;
	return OK;
}

static enum err
refresh(struct worker *w)
{
	struct map_job *job = w->state;
	int64_t began = day_ticks();
	struct snapshot_bytes snapshot;
	struct place_round round;
	enum err e;

	worker_folder(w);
	e = snapshot_make(
	    w->db, &w->arena, w->now, SNAPSHOT_WITH_SLOTS, &snapshot);
	if (e != OK)
		return e;
	/* The snapshot is written before the map, because the map names the
	 * snapshot that belongs to it; 0 means none. */
	if (snapshot_write(w->conf.run_dir, &snapshot) != OK)
		snapshot.id = 0;
	e = place_refresh_all(job->places, w->db, w->now, snapshot.id, &round);
	if (e != OK)
		return e;
	if (day_due(&job->told_at, TELL_EVERY) || round.made)
		log_info("map", "slots=%d left=%d made=%d us=%lld", round.slots,
		    round.left, round.made,
		    (long long)(day_ticks() - began) / 1000);
	return OK;
}

static bool
wanted(struct worker *w)
{
	struct map_job *job = w->state;

	return place_refresh_due(job->places);
}

static enum err
reread(struct worker *w)
{
	struct map_job *job = w->state;

	return place_refresh_marked(job->places, w->db, w->now);
}

const struct job job_map = {
    .name = "map",
    .program = "worker-map",
    .every = EVERY,
    .start = start,
    .run = refresh,
    .wanted = wanted,
    .prompt = reread,
};
