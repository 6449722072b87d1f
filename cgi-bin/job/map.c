/* map.c - the job that refreshes the host's snapshot and seat map. */
#include "base/day.h"
#include "base/log.h"
#include "job/worker.h"
#include "queue/seat/snapshot.h"

#define EVERY 3 /* seconds: other hosts must see a change within 5 s */
/* seconds: the snapshot is made anew even without a known change */
#define SNAPSHOT_EVERY 60

struct map_job {
	struct place_refresh *places;
	uint64_t snapshot;   /* id of the snapshot that was written; 0: none */
	uint64_t decided;    /* id of the snapshot without slots made then */
	int64_t snapshot_at; /* for day_due: when the snapshot was made */
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

/* Makes and writes a new snapshot in three cases: data of the snapshot or
 * places have changed; the file no longer has the snapshot that this worker
 * wrote; the last one is SNAPSHOT_EVERY seconds old. */
static enum err
renew_snapshot(struct worker *w, struct map_job *job)
{
	struct snapshot_bytes few, snapshot;
	bool changed;
	enum err e = place_refresh_look(job->places, w->db, &changed);

	if (e == OK)
		e = snapshot_make(
		    w->db, &w->arena, w->now, SNAPSHOT_WITHOUT_SLOTS, &few);
	if (e != OK)
		return e;
	if (!changed && few.id == job->decided && job->snapshot != 0 &&
	    snapshot_sound(w->conf.run_dir, job->snapshot) &&
	    !day_due(&job->snapshot_at, SNAPSHOT_EVERY))
		return OK;
	e = snapshot_make(
	    w->db, &w->arena, w->now, SNAPSHOT_WITH_SLOTS, &snapshot);
	if (e != OK)
		return e;
	job->decided = few.id;
	job->snapshot = snapshot.id;
	if (snapshot_write(w->conf.run_dir, &snapshot) != OK)
		job->snapshot = 0;
	return OK;
}

static enum err
refresh(struct worker *w)
{
	struct map_job *job = w->state;
	int64_t began = day_ticks();
	struct place_round round;
	enum err e;

	worker_folder(w);
	/* The snapshot is written before the map is declared true, because the
	 * map has the id of the snapshot that belongs to it; 0 means none. */
	e = renew_snapshot(w, job);
	if (e == OK)
		e = place_refresh_all(
		    job->places, w->db, w->now, job->snapshot, &round);
	if (e != OK)
		return e;
	if (round.full)
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
