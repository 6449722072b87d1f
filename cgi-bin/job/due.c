/* due.c - the job that does what is due by the clock: visits that nobody came
 * to lapse.
 *
 * Each act is guarded by its own row, so that two hosts that run this job do
 * nothing twice.
 */
#include "base/day.h"
#include "base/log.h"
#include "job/worker.h"
#include "queue/visit/booking.h"

#define EVERY 60    /* seconds */
#define DAYS_BACK 2 /* looked at in each run, and today */
#define DAYS_OLD 31 /* in the first run, for the time nobody ran the job */
#define ROUNDS 50   /* of BOOKING_LAPSE_MAX applicants in one run */

struct due_job {
	bool ran; /* the days of DAYS_OLD were looked at */
};

static enum err
start(struct worker *w)
{
	w->state = ARENA_NEW(&w->own, struct due_job);
	return OK;
}

static enum err
lapse(struct worker *w)
{
	struct due_job *job = w->state;
	const struct actor by = {.kind = ACTOR_SYSTEM, .now = w->now};
	int32_t today = day_local(w->now, DAY_FIRST_ZONE);
	int32_t first = today - (job->ran ? DAYS_BACK : DAYS_OLD);
	int count = BOOKING_LAPSE_MAX, all = 0;
	enum err e = OK;

	for (int i = 0; count == BOOKING_LAPSE_MAX && i < ROUNDS; i++) {
		e = booking_lapse(w->db, &w->arena, &by, first, today, &count);
		if (e != OK)
			return e;
		all += count;
	}
	job->ran = job->ran || count < BOOKING_LAPSE_MAX;
	if (all > 0)
		log_info("due", "lapsed=%d", all);
	return OK;
}

const struct job job_due = {
    .name = "due",
    .program = "worker-due",
    .every = EVERY,
    .start = start,
    .run = lapse,
};
