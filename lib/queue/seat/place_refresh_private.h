/* place_refresh_private.h - shared by place_refresh.c, place_news.c and
 * place_seats.c only. */
#ifndef QUEUE_SEAT_PLACE_REFRESH_PRIVATE_H
#define QUEUE_SEAT_PLACE_REFRESH_PRIVATE_H

#include "queue/office/rules.h"
#include "queue/seat/place_map.h"
#include "queue/seat/place_refresh.h"
#include "queue/seat/place_tail.h"

/* The columns of a slot that the statement calls s: its id; a list of the
 * numbers of its public places; a list of the numbers of its taken places; and
 * the next instant at which a public place becomes free (free_from).  Takes two
 * parameters, both the current instant.  With one row per seat instead of lists
 * the result would have a hundred times as many rows.  FORCE INDEX, because
 * right after an opening the server's statistics say that the tables are empty,
 * and the server would scan them. */
#define SEATS                                                                  \
	"SELECT s.id, (SELECT GROUP_CONCAT(p.seat_no)"                         \
	" FROM place p FORCE INDEX (PRIMARY)"                                  \
	" WHERE p.slot_id = s.id AND " PLACE_PUBLIC "),"                       \
	" (SELECT GROUP_CONCAT(a.seat_no) FROM applicant a FORCE INDEX (seat)" \
	" WHERE a.slot_id = s.id AND a.seat_no IS NOT NULL),"                  \
	" (SELECT MIN(p.free_from) FROM place p FORCE INDEX (PRIMARY)"         \
	" WHERE p.slot_id = s.id AND p.pool = 'public'"                        \
	" AND p.free_from > ?)"
#define SEATS_TYPES "isst"

struct place_refresh {
	struct place_map map;
	struct arena arena; /* for one answer of the database */
	const char *path;
	const char *new_path; /* of a new map until it is complete */
	uint32_t marks;       /* value of `dirty` at the last round */
	bool nearly_full;     /* at the last full round */
	size_t slots, seats;  /* of the map when this process made it; else 0 */
	int unknown;          /* slots without space, as logged last */
	int64_t refused_at;   /* for day_due: making a map failed; 0: no */
	int64_t full_at;      /* day_ticks of the last full round; 0: none */

	/* used by place_news.c */
	struct tail booking, applicant, change;
	int changes;         /* rows of slot_change to read; -1: unknown */
	int64_t change_last; /* highest id of these rows */
	int64_t looked_at;   /* day_ticks when they were looked for */
	int64_t asked_at;    /* day_ticks before applicants were read */
	int64_t purge_id;    /* rows of slot_change up to this id ... */
	int64_t purge_at;    /* ... can go an hour after this tick */
	int64_t next_free[MAP_SLOTS]; /* by slot: next free_from; 0: none */
};

/* Writes ROWS, the result of a query with SEATS that was sent at the tick
 * BEGAN, into M.  Counts the results by kind in FATE and stops after the first
 * MAP_LATER.  Sets NEXT_FREE for these slots unless it is NULL. */
void seats_write(struct place_map *m, struct arena *a,
    const struct db_rows *rows, int64_t began, int64_t *next_free,
    int fate[MAP_FATES]);

/* For a new map: forgets what was read before, so that the next round reads
 * everything that the new map needs. */
void news_forget(struct place_refresh *r);

/* Looks for changed slots and sets `changes`. */
MUST_USE enum err news_look(struct place_refresh *r, struct db *db);

/* Reads new applicants and bookings.  Also reads the changed slots, unless
 * ROUND is full and so has read all slots already; adds the number of slots
 * without space to round->unknown.  Marks slots in which a place has become
 * free or a claim has expired. */
MUST_USE enum err news_read(struct place_refresh *r, struct db *db, int64_t now,
    struct place_round *round);

#endif
