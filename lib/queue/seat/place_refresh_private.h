/* place_refresh_private.h - the inside of place_refresh; for place_refresh.c,
 * place_news.c and place_seats.c only. */
#ifndef QUEUE_SEAT_PLACE_REFRESH_PRIVATE_H
#define QUEUE_SEAT_PLACE_REFRESH_PRIVATE_H

#include "queue/office/rules.h"
#include "queue/seat/place_map.h"
#include "queue/seat/place_refresh.h"
#include "queue/seat/place_tail.h"

/* Of a slot called s in the statement: its number, its public places and those
 * taken as lists of numbers, and when the next place ends its rest; takes the
 * instant twice.  Lists, since a row a seat would be a hundred times the rows.
 * While places open the server's statistics are of before: it believes the
 * tables empty and would read them whole. */
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
	struct arena arena; /* of one answer */
	const char *path;
	const char *new_path; /* a map that is not whole yet */
	uint32_t marks;       /* marks seen */
	bool worn;            /* was too full at the last round */
	size_t slots, seats;  /* of the map when it was made; 0: not by us */
	int unknown;          /* slots without room that were told of */
	int64_t refused_at;   /* day_due: no map could be made; 0: it could */
	int64_t full_at;      /* tick of the last full round; 0: none */

	/* place_news.c */
	struct tail booking, applicant, change;
	int changes;             /* rows of slot_change that may be news; -1:
	                            not looked for */
	int64_t change_last;     /* the highest of them */
	int64_t looked_at;       /* the tick at which they were looked for */
	int64_t asked_at;        /* ... and before bookings were read */
	int64_t purge_id;        /* rows of slot_change up to here ... */
	int64_t purge_at;        /* ... can go an hour after this tick */
	int64_t rest[MAP_SLOTS]; /* of each slot of the map: when the next
	                            place ends its rest; 0: none rests */
};

/* Writes an answer of SEATS, asked at BEGAN, into M, and counts what became of
 * its slots; none after one that must wait.  REST, of M's slots, is noted
 * unless NULL. */
void seats_write(struct place_map *m, struct arena *a,
    const struct db_rows *rows, int64_t began, int64_t *rest,
    int fate[MAP_FATES]);

/* Where a map is new, all is: forgets what was read. */
void news_forget(struct place_refresh *r);

/* Looks whether slots were changed: sets CHANGES. */
MUST_USE enum err news_look(struct place_refresh *r, struct db *db);

/* Reads bookings and, unless ROUND is a full one and has done so, the changed
 * slots, of which it counts in ROUND those there was no room for; marks slots
 * of which a place has rested or a claim came to nothing. */
MUST_USE enum err news_read(struct place_refresh *r, struct db *db, int64_t now,
    struct place_round *round);

#endif
