/* due.c - the job for everything that becomes due at a time of the clock.  At
 * present that is one thing: applicants who did not come are lapsed.
 *
 * Each change locks and checks its own row, so each change is made once even if
 * two hosts run this job at the same time.
 */
#include "base/day.h"
#include "base/log.h"
#include "job/worker.h"
#include "queue/visit/booking.h"

#define EVERY 60    /* seconds between runs */
#define DAYS_BACK 2 /* days before today that each run reads */
/* Days that the first run reads, in case the job did not run for some days. */
#define DAYS_OLD 31
#define ROUNDS 50 /* batches of BOOKING_LAPSE_MAX applicants in a run */

struct due_job {
	bool ran; /* true after a run has read all DAYS_OLD days */
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
