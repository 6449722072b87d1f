/* availability_private.h - the inside of availability; nobody else includes it.
 */
#ifndef APP_PUBLIC_AVAILABILITY_PRIVATE_H
#define APP_PUBLIC_AVAILABILITY_PRIVATE_H

#include "app/public/availability.h"
#include "queue/seat/place.h"

#define PROVINCES 64 /* kept at once; there are 38 */

/* One thing kept: its memory, and when it was read. */
struct kept {
	struct arena arena;
	int64_t at; /* 0: nothing is kept */
};

/* Slots of a province, from the database. */
struct province_kept {
	struct kept kept;
	char code[3]; /* "" is the whole country */
	struct slot_list list;
};

/* One word for each office and party, and the moment each was said. */
struct sums {
	struct slot_summary *sum[PARTY_MAX];
	int64_t *at[PARTY_MAX];
};

/* The offices nearest to one. */
struct neighbours {
	struct slot_near near[SLOT_NEAR_MAX];
	int count;
};

/* What was offered instead of a slot, and the moment it was. */
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

/* The snapshot of the file, and what belongs to it; in one arena. */
struct memory {
	struct arena arena;
	bool loaded;
	struct snapshot snapshot;
	struct sums sums;
	struct neighbours **neighbours; /* by office; NULL: not asked yet */
	struct offered offered[OFFERS_ROOMS];
	struct listed listed[LISTED_ROOMS];
	unsigned next_offered, next_listed; /* to be used again */
	struct arena scratch; /* slots of an office while it is summed up */
	int64_t tried_at;     /* the moment it could not be loaded */
	int64_t said_at;      /* day_due: that was logged */
};

struct availability {
	int64_t judged; /* ticks of the request the next is of */
	const struct snapshot *snapshot; /* from memory, NULL if it is not */
	struct memory memory;
	struct kept sql_kept;
	struct snapshot sql; /* without slots */
	struct province_kept province[PROVINCES];
};

/* The snapshot if answers are from memory, else NULL. */
const struct snapshot *availability_memory(struct cx *cx);

/* True if K was kept and is young enough; and drops it before it is read
 * anew. */
bool kept_fresh(const struct kept *k, int64_t now);
void kept_renew(struct kept *k);

#endif
