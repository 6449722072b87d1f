/* availability_private.h - the inside of availability; nobody else includes it.
 *
 * What is kept beside the snapshot, and what a page would cost without it, in
 * processor time of the program, median of 9 to 15 pairs that took turns (150
 * offices, 6,300 slots):
 *
 *	sums        `office`: list of the country 7.1 times, of a province 1.4
 *	listed      `slot`, pages of a few offices: 1.11 to 1.14
 *	neighbours  `slot`, sold out, wishes that differ: 1.15
 *	offered     the same wish again and again, sold out: 1.24
 *
 * and the whole page (page_keep.h): 1.36.
 */
#ifndef APP_PUBLIC_AVAILABILITY_PRIVATE_H
#define APP_PUBLIC_AVAILABILITY_PRIVATE_H

#include "app/public/availability.h"
#include "queue/seat/place.h"

/* One word for each office and party, and the moment each was said: the list
 * of all offices would else unpack and judge all slots of the country. */
struct sums {
	struct slot_summary *sum[PARTY_MAX];
	int64_t *at[PARTY_MAX];
};

/* The offices nearest to one, which else are sorted by distance anew. */
struct neighbours {
	struct slot_near near[SLOT_NEAR_MAX];
	int count;
};

/* What was offered instead of a slot, and the moment it was: a slot that many
 * want is refused to one after the other. */
#define OFFERS_MAX 4
#define OFFERS_ROOMS 4
struct offered {
	int64_t at; /* 0: nothing is kept */
	int64_t office_id;
	int32_t day;
	int start, party;
	int asked, count;
	struct slot_offer offer[OFFERS_MAX];
};

/* The slots of an office, none of them filled or judged. */
#define LISTED_ROOMS 4
struct listed {
	struct arena arena;
	int64_t office_id; /* 0: nothing is kept */
	struct slot_list list;
};

/* A snapshot, and what was computed from it; in one arena. */
struct source {
	struct arena arena;
	bool loaded;
	int64_t made; /* tick; of one from the database */
	struct snapshot snapshot;
	struct sums sums;
	struct neighbours **neighbours; /* by office; NULL: not asked yet */
	struct offered offered[OFFERS_ROOMS];
	struct listed listed[LISTED_ROOMS];
	unsigned next_offered, next_listed; /* to be used again */
};

struct availability {
	int64_t judged;        /* ticks of the request the next is of */
	struct source *now;    /* that answers it; NULL: not known yet */
	struct source written; /* by the worker */
	struct source asked;   /* of the database */
	struct arena scratch;  /* slots of an office while it is summed up */
	int64_t tried_at;      /* the moment the file could not be loaded */
	int64_t said_at;       /* day_due: that was logged */
};

/* The source that answers the request. */
MUST_USE enum err availability_source(struct cx *cx, struct source **out);

/* The one of the database, as new as it has to be. */
MUST_USE enum err availability_asked(struct cx *cx, struct source **out);

#endif
