/* availability_private.h - the caches of availability; for availability*.c
 * only.
 *
 * Each cache keeps something computed from the snapshot.  The factors below say
 * how much more CPU time the named page needs without the cache (medians of 9
 * to 15 alternating pairs; 150 offices, 6,300 slots):
 *
 *	sums        `office`: all offices 7.1 times, those of a province 1.4
 *	listed      `slot`, pages of a few offices: 1.11 to 1.14
 *	neighbours  `slot`, a full slot, a different wish each time: 1.15
 *	offered     `slot`, a full slot, the same wish each time: 1.24
 */
#ifndef APP_PUBLIC_AVAILABILITY_PRIVATE_H
#define APP_PUBLIC_AVAILABILITY_PRIVATE_H

#include "app/public/availability.h"
#include "queue/seat/place.h"

/* For each party size and office: the state of the office and the cx_moment
 * when that state was computed.  Without this cache, the list of all offices
 * would decode and judge all slots of the country. */
struct sums {
	struct slot_summary *sum[PARTY_MAX];
	int64_t *at[PARTY_MAX];
};

/* The offices nearest to one office, sorted by distance. */
struct neighbours {
	struct slot_near near[SLOT_NEAR_MAX];
	int count;
};

/* The result of slot_alternatives for a wish, and when it was found.  A popular
 * slot is refused to many people within the same second. */
#define OFFERS_MAX 4
#define OFFERED_ENTRIES 4
struct offered {
	int64_t at; /* cx_moment; 0: the entry is empty */
	int64_t office_id;
	int32_t day;
	int start, party;
	int asked, count;
	struct slot_offer offer[OFFERS_MAX];
};

/* The decoded slots of an office, without places left and not judged. */
#define LISTED_ENTRIES 4
struct listed {
	struct arena arena;
	int64_t office_id; /* 0: the entry is empty */
	struct slot_list list;
};

/* A snapshot and its caches. */
struct source {
	struct arena arena;
	bool loaded;
	int64_t made; /* day_ticks, if from the database */
	struct snapshot snapshot;
	struct sums sums;
	struct neighbours **neighbours; /* by office; NULL: not computed yet */
	struct offered offered[OFFERED_ENTRIES];
	struct listed listed[LISTED_ENTRIES];
	unsigned next_offered, next_listed; /* entries to overwrite next */
};

struct availability {
	int64_t judged;        /* req->ticks of the request that `now` is for */
	struct source *now;    /* source of that request; NULL: not decided */
	struct source written; /* from the worker's file */
	struct source asked;   /* from the database */
	struct arena scratch;  /* the slots of the office being summed up */
	int64_t tried_at;      /* cx_moment of the last failed load */
	int64_t logged_at;     /* for day_due: when that was logged */
};

/* Sets *OUT to the source that this request uses. */
MUST_USE enum err availability_source(struct cx *cx, struct source **out);

/* Sets *OUT to a snapshot from the database, at most AVAILABILITY_AGE seconds
 * old.  While another program queries the database for a new snapshot, an old
 * one is used until it is STALE_AGE (availability.c). */
MUST_USE enum err availability_asked(struct cx *cx, struct source **out);

#endif
